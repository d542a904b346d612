//! The packs that are compiled into the binary; each is unpacked only when asked for.

use std::borrow::Cow;

use flate2::{Decompress, FlushDecompress};

use super::{
    catalog::Catalog,
    lint,
    region::{Files, Header, Region},
};
use crate::{place::Problem, read};

/// A pack's folder and its files, by name.
type Packed = (&'static str, &'static [(&'static str, Text)]);

/// The text of a file: as it is, or to be unpacked.
#[cfg_attr(not(feature = "bundled"), allow(dead_code, reason = "no text is bundled"))]
enum Text {
    Plain(&'static str),
    /// How many bytes of text there are, and these compressed.
    Deflated(usize, &'static [u8]),
}

#[cfg(feature = "bundled")]
mod packed {
    use super::{Packed, Text};
    include!(concat!(env!("OUT_DIR"), "/packs.rs"));
}
#[cfg(not(feature = "bundled"))]
mod packed {
    use super::Packed;
    pub(super) static CATALOG: &[Packed] = &[];
    pub(super) static REGION: &[Packed] = &[];
    pub(super) static DOMAINS: &[super::Domain] = &[];
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
    let (_, text) = files.iter().find(|(file, _)| *file == "catalog.json")?;
    Some(read_catalog(&text.read()))
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
    Some(files.iter().map(|(name, text)| ((*name).to_owned(), text.read())).collect())
}

/// The header of the built-in region pack of this code; its lists stay packed.
///
/// # Errors
/// Every problem of the header; a test keeps the shipped ones free of them.
pub fn region_header(code: &str) -> Option<Result<Header, Vec<Problem>>> {
    let (_, files) = packed::REGION.iter().find(|(known, _)| *known == code)?;
    let (name, text) = files.iter().find(|(file, _)| *file == "region.json")?;
    Some(Region::header(&Files::from([((*name).to_owned(), text.read())])))
}

impl Text {
    fn read(&self) -> Cow<'static, str> {
        match self {
            Self::Plain(text) => Cow::Borrowed(text),
            Self::Deflated(length, bytes) => {
                let mut text = Vec::with_capacity(*length);
                Decompress::new(false).decompress_vec(bytes, &mut text, FlushDecompress::Finish).expect("the build script compressed it");
                Cow::Owned(String::from_utf8(text).expect("the build script compressed UTF-8 text"))
            }
        }
    }
}
