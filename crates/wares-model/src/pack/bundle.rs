//! The packs that are compiled into the binary; each is unpacked only when asked for.

use std::io::Read;

use flate2::read::DeflateDecoder;

use super::{
    catalog::Catalog,
    lint,
    region::{Files, Header, Region},
};
use crate::{place::Problem, read};

/// A pack's folder and its files by name, each compressed.
type Packed = (&'static str, &'static [(&'static str, &'static [u8])]);

#[cfg(feature = "bundled")]
mod packed {
    use super::Packed;
    include!(concat!(env!("OUT_DIR"), "/packs.rs"));
}
#[cfg(not(feature = "bundled"))]
mod packed {
    use super::Packed;
    pub(super) const CATALOG: &[Packed] = &[];
    pub(super) const REGION: &[Packed] = &[];
    pub(super) const DOMAINS: &[super::Domain] = &[];
}

/// The names of the built-in catalog packs, sorted.
pub fn catalog_names() -> impl Iterator<Item = &'static str> {
    packed::CATALOG.iter().map(|(name, _)| *name)
}

/// A catalog pack's name, the phrases that lead to it, and its kinds of product.
pub type Domain = (&'static str, &'static [&'static str], &'static [&'static str]);

/// What leads to each built-in catalog pack.
pub fn domains() -> impl Iterator<Item = Domain> {
    packed::DOMAINS.iter().copied()
}

/// The codes of the built-in region packs, sorted.
pub fn region_codes() -> impl Iterator<Item = &'static str> {
    packed::REGION.iter().map(|(code, _)| *code)
}

/// The built-in catalog pack of this name, or nothing where there is none.
///
/// # Errors
/// Every problem of the pack; a test keeps the shipped ones free of them.
pub fn catalog(name: &str) -> Option<Result<Catalog, Vec<Problem>>> {
    let (_, files) = packed::CATALOG.iter().find(|(known, _)| *known == name)?;
    let text = unpack(files.iter().find(|(file, _)| *file == "catalog.json")?.1);
    Some(read_catalog(&text))
}

/// Reads a catalog pack from its text and checks it.
///
/// # Errors
/// Every problem, each with its place in the pack.
pub fn read_catalog(text: &str) -> Result<Catalog, Vec<Problem>> {
    let catalog: Catalog = read::document(read::value(text).map_err(|problem| vec![problem])?)?;
    let problems = lint::lint(&catalog);
    if problems.is_empty() { Ok(catalog) } else { Err(problems) }
}

/// The files of the built-in region pack of this code, or nothing where there is none; [`super::region::Region::read`] reads them.
pub fn region_files(code: &str) -> Option<Files> {
    let (_, files) = packed::REGION.iter().find(|(known, _)| *known == code)?;
    Some(files.iter().map(|(name, bytes)| ((*name).to_owned(), unpack(bytes))).collect())
}

/// The header of the built-in region pack of this code; its lists stay packed.
///
/// # Errors
/// Every problem of the header; a test keeps the shipped ones free of them.
pub fn region_header(code: &str) -> Option<Result<Header, Vec<Problem>>> {
    let (_, files) = packed::REGION.iter().find(|(known, _)| *known == code)?;
    let (name, bytes) = files.iter().find(|(file, _)| *file == "region.json")?;
    Some(Region::header(&Files::from([((*name).to_owned(), unpack(bytes))])))
}

fn unpack(bytes: &[u8]) -> String {
    let mut text = String::new();
    DeflateDecoder::new(bytes).read_to_string(&mut text).expect("the build script packed UTF-8 text");
    text
}
