//! The text files of a Shopify product taxonomy -> a draft of products of one branch of it.
//!
//! `categories.txt` holds a line for each category, `gid://shopify/TaxonomyCategory/aa-1 : Apparel & Accessories > Clothing`; the leaves of the
//! branch become the kinds of a catalog. `attributes.txt` and `attribute_values.txt` give columns. Start at [`draft`].

use std::collections::{BTreeMap, BTreeSet};

use wares_model::{
    Column, ColumnType, Fill, Recipe,
    column::{Choices, ProductFact},
    defaults,
    pack::compose,
    place::nearest,
    template::CatalogSource,
    trade::Trade,
    weighted::{Choice, TextOr},
};

use crate::{
    Draft, USUAL_ROWS, Wanted,
    error::{At, IngestError},
    names,
};

/// The most leaves of a branch: each becomes a kind of the catalog.
const MOST_LEAVES: usize = 200;
/// The most columns from attributes.
const MOST_ATTRIBUTES: usize = 8;
/// Values of an attribute that are worth a column.
const FEW_VALUES: std::ops::RangeInclusive<usize> = 2..=60;

/// The files of a taxonomy, each with its name; one of them at least.
#[derive(Debug, Clone, Default)]
pub struct Files<'a> {
    /// What errors name.
    pub name: String,
    /// `categories.txt`.
    pub categories: Option<&'a str>,
    /// `attributes.txt`.
    pub attributes: Option<&'a str>,
    /// `attribute_values.txt`.
    pub values: Option<&'a str>,
}

impl<'a> Files<'a> {
    /// One file, known by what its lines speak of.
    pub fn of(name: &str, text: &'a str) -> Self {
        let mut files = Self { name: name.to_owned(), ..Self::default() };
        files.add(text);
        files
    }

    /// Adds a file of the same taxonomy.
    pub fn add(&mut self, text: &'a str) {
        let first = text.lines().find(|line| line.starts_with("gid://")).unwrap_or_default();
        match () {
            () if first.contains("/TaxonomyValue/") => self.values = Some(text),
            () if first.contains("/TaxonomyAttribute/") => self.attributes = Some(text),
            () => self.categories = Some(text),
        }
    }
}

/// One category.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Category<'a> {
    id: &'a str,
    path: Vec<&'a str>,
}

impl Category<'_> {
    fn shown(&self) -> String {
        format!("{}  {}", self.id, self.path.join(" > "))
    }

    fn name(&self) -> &str {
        self.path.last().copied().unwrap_or_default()
    }
}

/// A draft of products of a branch of the taxonomy.
///
/// # Errors
/// [`IngestError::TooMany`] when a branch has more than 200 leaves; [`IngestError::NoCategory`] and [`IngestError::ManyCategories`] when the
/// words name none or several; [`IngestError::Nothing`] when a file holds no line of a taxonomy.
pub fn draft(files: &Files<'_>, wanted: &Wanted<'_>) -> Result<Draft, IngestError> {
    let mut notes = Vec::new();
    let categories = categories(files.categories.unwrap_or_default());
    let values = values(files.values.unwrap_or_default());
    let attributes: Vec<&str> = lines(files.attributes.unwrap_or_default()).map(|(_, name)| name).collect();
    if categories.is_empty() && values.is_empty() && attributes.is_empty() {
        return Err(IngestError::Nothing {
            at: At::file(&files.name),
            what: "line such as `gid://shopify/TaxonomyCategory/aa-1 : Apparel`".to_owned(),
        });
    }
    let (words, kinds) = if categories.is_empty() {
        notes.push("there is no `categories.txt`: the catalog is made from the words of `--category` alone".to_owned());
        let words = wanted.category.clone().unwrap_or_else(|| "goods".to_owned());
        (words.clone(), vec![clean(&title(&words))].into_iter().filter(|name| !name.is_empty()).collect())
    } else {
        branch(files, &categories, wanted, &mut notes)?
    };
    let kinds = if kinds.is_empty() { vec!["Article".to_owned()] } else { kinds };
    let catalog = compose::generic(&clean(&words), &kinds);
    let rows = wanted.rows.unwrap_or(USUAL_ROWS).max(1);
    let mut columns: Vec<Column> = defaults::columns(Recipe::Products, rows, &Trade::default())
        .into_iter()
        .filter(|column| {
            !matches!(column.fill, Some(Fill::Product(ProductFact::Scale | ProductFact::Description | ProductFact::Stock | ProductFact::Cost)))
        })
        .collect();
    let mut taken: BTreeSet<String> = columns.iter().map(|column| column.name.clone()).collect();
    let chosen = chosen(&attributes, &values, &words);
    if chosen.is_empty() {
        notes.push(
            "no attribute with values of its own: give the folder with `attributes.txt` and `attribute_values.txt` for columns such as the color"
                .to_owned(),
        );
    }
    for name in chosen {
        let choices = values[name].iter().map(|value| TextOr(Choice::from((*value).to_owned()))).collect();
        columns.push(Column {
            column_type: Some(ColumnType::Category),
            description: Some(format!("{name}, with the values of the taxonomy")),
            fill: Some(Fill::Choice(Choices { values: choices })),
            ..Column::named(&names::column(&camel(name), 0, &mut taken))
        });
    }
    notes.push("the id of the category is left out: a column's values cannot follow from the kind of the product".to_owned());
    let table = crate::table("products".to_owned(), Some(Recipe::Products), rows, columns);
    let template = crate::template("products", vec![table], Some(CatalogSource::Inline(Box::new(catalog))), Vec::new(), &mut notes);
    Ok(Draft { template, notes })
}

/// Lines `gid : rest`, without comments.
fn lines(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = text.lines().map(|line| line.trim_start_matches('\u{feff}').trim()).filter(|line| line.starts_with("gid://"));
    lines.filter_map(|line| {
        let (id, rest) = line.split_once(" : ")?;
        Some((id.trim(), rest.trim())).filter(|(_, rest)| !rest.is_empty())
    })
}

fn categories(text: &str) -> Vec<Category<'_>> {
    lines(text)
        .map(|(id, path)| Category {
            id: id.rsplit('/').next().unwrap_or(id),
            path: path.split(" > ").map(str::trim).filter(|name| !name.is_empty()).collect(),
        })
        .filter(|category| !category.path.is_empty())
        .collect()
}

/// The values of each attribute, in their order: lines `gid : Black [Color]`.
fn values(text: &str) -> BTreeMap<&str, Vec<&str>> {
    let mut found: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (_, line) in lines(text) {
        let Some((value, attribute)) = line.strip_suffix(']').and_then(|line| line.rsplit_once('[')) else { continue };
        let (value, attribute) = (value.trim(), attribute.trim());
        let known = found.entry(attribute).or_default();
        if !value.is_empty() && !known.contains(&value) {
            known.push(value);
        }
    }
    found
}

/// The words and the leaves of the branch that is wanted.
fn branch(
    files: &Files<'_>,
    categories: &[Category<'_>],
    wanted: &Wanted<'_>,
    notes: &mut Vec<String>,
) -> Result<(String, Vec<String>), IngestError> {
    let at = || At::file(&files.name);
    let top = match &wanted.category {
        Some(words) => Some(find(categories, words, at())?),
        None => None,
    };
    let below = |category: &&Category<'_>| top.is_none_or(|top| category.path.starts_with(&top.path));
    let inside: Vec<&Category<'_>> = categories.iter().filter(below).collect();
    let parents: BTreeSet<&[&str]> = inside.iter().map(|category| &category.path[..category.path.len() - 1]).collect();
    let leaves: Vec<&Category<'_>> = inside.iter().filter(|category| !parents.contains(&category.path[..])).copied().collect();
    if leaves.len() > MOST_LEAVES {
        let depth = top.map_or(0, |top| top.path.len());
        let children: Vec<String> =
            inside.iter().filter(|category| category.path.len() == depth + 1).take(30).map(|category| category.shown()).collect();
        let advice = format!("choose a branch with `--category`, by its name, path or id:\n  {}", children.join("\n  "));
        return Err(IngestError::TooMany { at: at(), what: "leaves".to_owned(), found: leaves.len() as u64, most: MOST_LEAVES as u64, advice });
    }
    let words = top.map_or_else(|| categories[0].path[0].to_owned(), |top| top.name().to_owned());
    notes.push(match top {
        Some(top) => format!("category `{}`, {}: {} leaves are the kinds of the catalog", top.id, top.path.join(" > "), leaves.len()),
        None => format!("{} leaves are the kinds of the catalog", leaves.len()),
    });
    Ok((words, unlike(&leaves)))
}

/// The category that words name: by id, by path, by name, else by a part of the name that only one has.
fn find<'a, 'b>(categories: &'b [Category<'a>], words: &str, at: At) -> Result<&'b Category<'a>, IngestError> {
    let wanted = words.trim();
    let id = wanted.rsplit('/').next().unwrap_or(wanted);
    if let Some(found) = categories.iter().find(|category| category.id.eq_ignore_ascii_case(id)) {
        return Ok(found);
    }
    let path: Vec<String> = wanted.split('>').map(|name| name.trim().to_lowercase()).collect();
    let same = |category: &&Category<'_>| category.path.iter().map(|name| name.to_lowercase()).eq(path.iter().cloned());
    if let Some(found) = categories.iter().find(same) {
        return Ok(found);
    }
    let plain = names::plain(wanted);
    let mut matches: Vec<&Category<'_>> = categories.iter().filter(|category| names::plain(category.name()) == plain).collect();
    if matches.is_empty() && !plain.is_empty() {
        matches = categories.iter().filter(|category| names::plain(category.name()).contains(&plain)).collect();
    }
    match matches[..] {
        [one] => Ok(one),
        [] => {
            let near = nearest(wanted, categories.iter().map(Category::name)).map(str::to_owned);
            Err(IngestError::NoCategory { at, words: wanted.to_owned(), near })
        }
        _ => Err(IngestError::ManyCategories {
            at,
            words: wanted.to_owned(),
            matches: matches.iter().take(40).map(|category| category.shown()).collect(),
        }),
    }
}

/// Names of the leaves; those that several have stand with their parent's.
fn unlike(leaves: &[&Category<'_>]) -> Vec<String> {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    leaves.iter().for_each(|leaf| *count.entry(leaf.name().to_lowercase()).or_default() += 1);
    let mut taken = BTreeSet::new();
    let named = leaves.iter().map(|leaf| {
        let parent = leaf.path.len().checked_sub(2).map(|parent| leaf.path[parent]);
        match parent.filter(|_| count[&leaf.name().to_lowercase()] > 1) {
            Some(parent) => format!("{parent} {}", leaf.name()),
            None => leaf.name().to_owned(),
        }
    });
    named.map(|name| clean(&name)).filter(|name| !name.trim().is_empty() && taken.insert(name.to_lowercase())).collect()
}

/// The attributes that get a column: those whose name has a word of the category, then the usual ones, then those with few values.
fn chosen<'a>(attributes: &[&'a str], values: &BTreeMap<&'a str, Vec<&'a str>>, words: &str) -> Vec<&'a str> {
    const USUAL: [&str; 8] = ["Color", "Size", "Material", "Pattern", "Target gender", "Age group", "Fabric", "Style"];
    let stems: Vec<String> =
        names::words(words).into_iter().map(|word| word.trim_end_matches('s').to_owned()).filter(|word| word.len() > 2).collect();
    let listed = |name: &&&str| attributes.is_empty() || attributes.contains(*name);
    let mut found: Vec<&str> =
        values.iter().filter(|(_, list)| FEW_VALUES.contains(&list.len())).map(|(name, _)| name).filter(listed).copied().collect();
    let rank = |name: &&'a str| {
        let own = names::words(name).iter().any(|word| stems.iter().any(|stem| word.starts_with(stem.as_str())));
        let usual = USUAL.iter().position(|usual| usual.eq_ignore_ascii_case(name)).unwrap_or(USUAL.len());
        (!own, usual, values[*name].len(), *name)
    };
    found.sort_by_key(rank);
    found.truncate(MOST_ATTRIBUTES);
    found
}

/// A name of a kind holds neither braces, which patterns need, nor signs that cannot be seen.
fn clean(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_control() && !matches!(letter, '{' | '}')).collect::<String>().trim().to_owned()
}

fn title(words: &str) -> String {
    words.split_whitespace().map(names::label).collect::<Vec<_>>().join(" ")
}

fn camel(name: &str) -> String {
    let words = names::words(name);
    let rest = words.iter().skip(1).map(|word| names::label(word));
    words.first().into_iter().cloned().chain(rest).collect()
}
