//! The quality of the built-in catalog packs, measured on what they make; docs/measured/packs.md is the table of it.

#![allow(clippy::float_arithmetic)] // Statistics of what was made, never money.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write as _,
    fs,
};

use wares::{
    Plan,
    model::{
        Checked, Column, Recipe, Template,
        pack::{
            bundle,
            catalog::{AttributeValue, Catalog, Kind},
            marks, narrow,
        },
    },
    shop::{self, Size},
};

use crate::common::{records, root, today};

/// Products of each pack that are looked at.
const ROWS: u64 = 20_000;

/// A value is looked for where at least so many products should have it.
const EXPECTED: u64 = 20;

/// What was measured of a pack.
struct Measured {
    name: &'static str,
    kinds: usize,
    brands: usize,
    series: usize,
    /// Most products that can be had.
    capacity: u64,
    distinct: usize,
    /// Different words by the square root of all words, of 2,000 names, in tenths.
    vocabulary_tenths: u64,
    longest_name: usize,
    /// How far above chance the category is told by the words of the name, in hundredths.
    kappa_percent: i64,
    /// Pairs of kinds whose medians differ by half and more, and how many of these stand the same way round in the products.
    pairs: (usize, usize),
    outside_band: usize,
    /// Attributes that the kind cannot have, or not with its other attributes.
    contradictions: usize,
    /// Values that no product has, of all.
    dead: (usize, usize),
    weighed_kinds: usize,
    known_marks: Vec<String>,
}

/// The products of a pack with all its attributes: by column, as text.
struct Made {
    catalog: Catalog,
    columns: BTreeMap<String, usize>,
    rows: Vec<Vec<Option<String>>>,
}

impl Made {
    fn new(pack: &str) -> (Self, Checked) {
        let size = Size { products: ROWS, customers: 1, orders: 1 };
        let mut template: Template = shop::template(pack, vec![], size).unwrap().0;
        template.regions = vec![wares::model::template::RegionShare { code: "US".to_owned(), share: 1.0 }];
        template.tables.retain(|table| table.recipe == Some(Recipe::Products));
        let catalog = bundle::catalog(pack).unwrap().unwrap();
        let attribute = |name: &String| -> Column {
            serde_json::from_value(serde_json::json!({"name": format!("@{name}"), "fill": {"attribute": name}})).unwrap()
        };
        let mut columns: Vec<Column> = ["productName", "productLine", "productVendor", "MSRP", "buyPrice"].map(Column::named).into();
        columns.extend(catalog.attributes.iter().map(|known| attribute(&known.name)));
        template.tables[0].columns = Some(columns);
        let checked = wares::checked(&template, pack, today()).unwrap();
        let mut rows = records(&String::from_utf8(wares::preview::preview(&checked, "products", 0, ROWS).unwrap()).unwrap());
        let header = rows.remove(0);
        let columns = header.into_iter().enumerate().map(|(index, name)| (name.unwrap(), index)).collect();
        (Self { catalog, columns, rows }, checked)
    }

    fn of<'a>(&self, row: &'a [Option<String>], column: &str) -> Option<&'a str> {
        row[self.columns[column]].as_deref()
    }

    fn kind(&self, row: &[Option<String>]) -> &Kind {
        let line = self.of(row, "productLine").unwrap();
        let mut kinds = self.catalog.kinds.iter().filter(|kind| kind.line == line);
        let first = kinds.next().unwrap();
        if kinds.next().is_none() {
            return first;
        }
        // Where a category has several kinds, an attribute says which.
        let name = self.of(row, "@productType");
        self.catalog.kinds.iter().find(|kind| kind.line == line && Some(kind.name.as_str()) == name).unwrap()
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(|row| self.of(row, "productName").unwrap())
    }

    fn vocabulary_tenths(&self) -> u64 {
        let words: Vec<&str> = self.names().take(2_000).flat_map(words).collect();
        let types = words.iter().collect::<BTreeSet<_>>().len() as u64;
        (types * types * 100 / words.len() as u64).isqrt()
    }

    /// The share of the second half of the rows whose category a naive Bayes reader of the first half tells by the name, beyond chance.
    fn kappa_percent(&self) -> i64 {
        let (known, asked) = self.rows.split_at(self.rows.len() / 2);
        let mut lines: BTreeMap<&str, BTreeMap<String, u32>> = BTreeMap::new();
        let mut vocabulary = BTreeSet::new();
        for row in known {
            let counts = lines.entry(self.of(row, "productLine").unwrap()).or_default();
            for word in words(self.of(row, "productName").unwrap()) {
                vocabulary.insert(word.to_lowercase());
                *counts.entry(word.to_lowercase()).or_default() += 1;
            }
        }
        let totals: BTreeMap<&str, u32> = lines.iter().map(|(line, counts)| (*line, counts.values().sum())).collect();
        let likeness = |line: &str, name: &[String]| -> f64 {
            let (counts, total) = (&lines[line], f64::from(totals[line]));
            name.iter().map(|word| ((f64::from(counts.get(word).copied().unwrap_or(0)) + 0.1) / (total + 0.1 * vocabulary.len() as f64)).ln()).sum()
        };
        let asked = &asked[..asked.len() / 5];
        let mut shares: BTreeMap<&str, f64> = BTreeMap::new();
        let mut right = 0.0;
        for row in asked {
            let line = self.of(row, "productLine").unwrap();
            let name: Vec<String> = words(self.of(row, "productName").unwrap()).map(str::to_lowercase).collect();
            *shares.entry(line).or_default() += 1.0 / asked.len() as f64;
            let scores = lines.keys().map(|line| (likeness(line, &name), *line));
            let (_, best) = scores.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
            right += if best == line { 1.0 / asked.len() as f64 } else { 0.0 };
        }
        let chance: f64 = shares.values().map(|share| share * share).sum();
        ((right - chance) / (1.0 - chance) * 100.0) as i64
    }

    fn pairs(&self) -> (usize, usize) {
        let mut prices: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
        for row in &self.rows {
            prices.entry(&self.kind(row).name).or_default().push(minor(self.of(row, "MSRP").unwrap()));
        }
        let median = |kind: &Kind| {
            let list = prices.get_mut(kind.name.as_str()).map(|list| {
                list.sort_unstable();
                list[list.len() / 2]
            });
            (kind.price.median_minor, list.unwrap_or(0))
        };
        let medians: Vec<(i64, i64)> = self.catalog.kinds.iter().map(median).collect();
        let (mut all, mut kept) = (0, 0);
        for (index, cheap) in medians.iter().enumerate() {
            for dear in medians.iter().skip(index + 1) {
                let (cheap, dear) = if cheap.0 < dear.0 { (cheap, dear) } else { (dear, cheap) };
                if dear.0 * 2 >= cheap.0 * 3 {
                    all += 1;
                    kept += usize::from(dear.1 > cheap.1);
                }
            }
        }
        (all, kept)
    }

    fn outside_band(&self) -> usize {
        let outside = |row: &&Vec<Option<String>>| {
            let (price, cost, band) = (minor(self.of(row, "MSRP").unwrap()), minor(self.of(row, "buyPrice").unwrap()), self.kind(row).price);
            !(band.low_minor..=band.high_minor).contains(&price) || cost >= price
        };
        self.rows.iter().filter(outside).count()
    }

    /// Values that the kind does not have, or not together with those of other attributes; and values that nothing has.
    fn contradictions(&self) -> (usize, (usize, usize)) {
        let (mut wrong, mut seen, mut all) = (0, BTreeSet::new(), BTreeSet::new());
        let mut rows_of: BTreeMap<&str, u64> = self.catalog.kinds.iter().map(|kind| (kind.name.as_str(), 0)).collect();
        self.rows.iter().for_each(|row| *rows_of.entry(&self.kind(row).name).or_default() += 1);
        for attribute in &self.catalog.attributes {
            let of_kind: BTreeMap<&str, Vec<&AttributeValue>> =
                self.catalog.kinds.iter().map(|kind| (kind.name.as_str(), self.catalog.values_of(kind, attribute))).collect();
            for (kind, values) in &of_kind {
                // Only where chance alone would hardly pass a value over.
                let weights: u64 = values.iter().map(|value| u64::from(value.weight)).sum();
                let judged = values.iter().filter(|value| rows_of[*kind] * u64::from(value.weight) >= EXPECTED * weights);
                all.extend(judged.map(|value| (attribute.name.clone(), value.value.clone())));
            }
            for row in &self.rows {
                let kind = self.kind(row);
                let value = self.of(row, &format!("@{}", attribute.name));
                let values = &of_kind[kind.name.as_str()];
                let right = match value {
                    None => !self.catalog.has(kind, attribute) || values.iter().all(|value| !value.when.is_empty()),
                    Some(_) if !self.catalog.has(kind, attribute) => false,
                    Some(text) if !values.is_empty() => values.iter().any(|known| known.value == text && self.holds(row, known)),
                    Some(text) => match self.catalog.numbers_of(kind, attribute) {
                        Some(band) => text.parse().is_ok_and(|number| (band.low..=band.high).contains(&number)),
                        None => attribute.pattern.is_some(),
                    },
                };
                wrong += usize::from(!right);
                if let (Some(text), false) = (value, values.is_empty()) {
                    seen.insert((attribute.name.clone(), text.to_owned()));
                }
            }
        }
        (wrong, (all.difference(&seen).count(), all.len()))
    }

    fn holds(&self, row: &[Option<String>], value: &AttributeValue) -> bool {
        value.when.iter().all(|(other, wanted)| self.of(row, &format!("@{other}")).is_some_and(|text| wanted.iter().any(|known| known == text)))
    }
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn minor(price: &str) -> i64 {
    price.replace('.', "").parse().unwrap()
}

/// The most products of a pack; beyond ten billion nobody counts.
fn capacity(checked: &Checked) -> u64 {
    const MOST: u64 = 10_000_000_000;
    let mut checked = checked.clone();
    checked.tables[0].rows = MOST;
    match Plan::new(&checked, None) {
        Err(wares::PlanError::Capacity { most, .. }) => most,
        _ => MOST,
    }
}

fn measured(name: &'static str) -> Measured {
    let (made, checked) = Made::new(name);
    let catalog = &made.catalog;
    let (contradictions, dead) = made.contradictions();
    let own = catalog.brands.iter().flat_map(|brand| brand.series.iter().map(|series| &series.0.name).chain([&brand.name]));
    Measured {
        name,
        kinds: catalog.kinds.len(),
        brands: catalog.brands.len(),
        series: catalog.brands.iter().map(|brand| brand.series.len()).sum(),
        capacity: capacity(&checked),
        distinct: made.names().collect::<BTreeSet<_>>().len(),
        vocabulary_tenths: made.vocabulary_tenths(),
        longest_name: made.names().map(|name| name.chars().count()).max().unwrap(),
        kappa_percent: made.kappa_percent(),
        pairs: made.pairs(),
        outside_band: made.outside_band(),
        contradictions,
        dead,
        weighed_kinds: catalog.kinds.iter().filter(|kind| catalog.weighs(kind)).count(),
        known_marks: own.filter(|name| marks::known(name)).cloned().collect(),
    }
}

impl Measured {
    /// What falls short, in words.
    fn problems(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut check = |holds: bool, what: String| {
            if !holds {
                found.push(format!("{}: {what}", self.name));
            }
        };
        check(self.distinct as u64 == ROWS, format!("{} different names among {ROWS}", self.distinct));
        check(self.vocabulary_tenths >= 80, format!("a vocabulary of {}", tenths(self.vocabulary_tenths)));
        check(self.kappa_percent >= 60, format!("the category is told by the name with a kappa of {} %", self.kappa_percent));
        check(self.pairs.1 * 100 >= self.pairs.0 * 97, format!("{} of {} pairs of kinds keep the order of their prices", self.pairs.1, self.pairs.0));
        check(self.outside_band == 0, format!("{} prices lie outside their band or below cost", self.outside_band));
        check(self.contradictions == 0, format!("{} attributes contradict their kind", self.contradictions));
        check(self.dead.0 * 50 <= self.dead.1, format!("{} of {} values are never met", self.dead.0, self.dead.1));
        check(self.longest_name <= 70, format!("a name has {} characters", self.longest_name));
        check(self.weighed_kinds == self.kinds, format!("{} of {} kinds have a weight", self.weighed_kinds, self.kinds));
        check(self.known_marks.is_empty(), format!("well-known marks: {}", self.known_marks.join(", ")));
        check(self.kinds >= 8 && self.brands >= 25 && self.series >= 40, "fewer than 8 kinds, 25 brands or 40 series".to_owned());
        found
    }

    fn line(&self) -> String {
        let of = |(all, kept): (usize, usize)| format!("{kept}/{all}");
        format!(
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} | {}/{} |",
            self.name,
            self.kinds,
            self.brands,
            self.series,
            tenths(self.vocabulary_tenths),
            self.kappa_percent,
            of(self.pairs),
            self.longest_name,
            grouped(self.capacity),
            self.dead.0,
            self.dead.1
        )
    }
}

fn tenths(number: u64) -> String {
    format!("{}.{}", number / 10, number % 10)
}

fn grouped(number: u64) -> String {
    let text = number.to_string();
    let mut out = String::new();
    for (index, digit) in text.chars().enumerate() {
        if index > 0 && (text.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

const HEAD: &str = "# The built-in catalog packs, measured

20,000 products of each. `cargo xtask packs` prints this table and fails where a pack falls short; `cargo xtask packs --write` renews this page.

- **vocabulary**: different words by the square root of all words, of 2,000 names; 8 is the least, real catalogues have 12 to 24.
- **told**: how far above chance a reader (naive Bayes, taught on half of the names) tells the category by the words of the name, in percent.
- **order**: pairs of kinds whose median prices differ by half and more, and how many of them stand the same way round in the products.
- **longest**: characters of the longest name. **most products**: with distinct names; ten billion is where counting ends.
- **dead**: values of attributes that none of the products has, of those that 20 products of a kind or more should have by their weight.
- Of every pack: all names differ; no price lies outside the band of its kind, no cost above it; no attribute contradicts the kind or the other attributes;
  every kind has a weight; no brand or series is among the well-known marks of known_marks.txt.

| pack | kinds | brands | series | vocabulary | told | order | longest | most products | dead |
|---|---|---|---|---|---|---|---|---|---|
";

#[test]
fn every_pack_holds_its_quality() {
    let names: Vec<&'static str> = bundle::catalog_names().collect();
    let halves: Vec<Vec<&'static str>> = (0..2).map(|half| names.iter().skip(half).step_by(2).copied().collect()).collect();
    let mut all: Vec<Measured> = std::thread::scope(|scope| {
        let workers: Vec<_> = halves.into_iter().map(|half| scope.spawn(move || half.into_iter().map(measured).collect::<Vec<_>>())).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    all.sort_by_key(|measured| measured.name);
    let mut table = HEAD.to_owned();
    all.iter().for_each(|measured| writeln!(table, "{}", measured.line()).unwrap());
    println!("{table}");
    if env::var_os("WARES_ACCEPT").is_some() {
        fs::write(root("docs/measured/packs.md"), &table).unwrap();
    }
    let problems: Vec<String> = all.iter().flat_map(Measured::problems).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(all.len() >= 60, "{} packs", all.len());
    let kept = fs::read_to_string(root("docs/measured/packs.md")).unwrap_or_default();
    assert!(kept == table, "docs/measured/packs.md is not what was measured; renew it with `cargo xtask packs --write`");
}

#[test]
fn no_brand_is_sold_in_two_trades_and_no_phrase_leads_to_two_packs() {
    let (mut brands, mut phrases): (BTreeMap<String, &str>, BTreeMap<String, &str>) = (BTreeMap::new(), BTreeMap::new());
    let mut twice = Vec::new();
    for name in bundle::catalog_names() {
        let catalog = bundle::catalog(name).unwrap().unwrap();
        for brand in &catalog.brands {
            if let Some(other) = brands.insert(brand.name.to_lowercase(), name) {
                twice.push(format!("brand {} in {other} and {name}", brand.name));
            }
        }
        for phrase in &catalog.domains {
            if let Some(other) = phrases.insert(phrase.to_lowercase(), name) {
                twice.push(format!("phrase {phrase} in {other} and {name}"));
            }
        }
        assert!(narrow::values(&catalog, &catalog.scale).len() > 1 || narrow::is_number(&catalog, &catalog.scale), "{name}");
    }
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}
