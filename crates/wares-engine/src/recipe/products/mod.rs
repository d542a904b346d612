//! Products: kind, brand, name, attributes, price and cost of a row, all read off one latent.
//!
//! Kinds, brands and name patterns are split in exact shares, so that each product has a number of its own within
//! (kind, brand, pattern); a permutation of that number spells the name. Where a table has variants, a row is one variant of a product and
//! stands beside its siblings: what they share is drawn by the product's number, the rest by the row. Start at [`Products::latents`].
//!
//! Elsewhere: what a kind is made of (`kind`), attributes (`attribute`, `chooser`), prices (`price`), texts (`wording`, `print`, `sku`),
//! stars, launch and weight (`facts`), what a table needs (`wanted`), an attribute over all kinds (`values`).

mod attribute;
mod chooser;
mod facts;
mod kind;
mod price;
mod print;
mod sku;
mod values;
mod wanted;
mod wording;

use std::{collections::BTreeMap, mem, ops::Range, sync::Arc};

use arrow_array::{ArrayRef, Int64Array, StringArray, UInt32Array, types::UInt32Type};
use wares_model::{
    check::CheckedTable,
    column::{Fill, ProductFact},
    day::Day,
    pack::{
        catalog::{Catalog, Kind},
        lint::{MOST_ATTRIBUTES, MOST_SLOTS},
        narrow,
    },
};

use self::{
    attribute::{AttributePlan, NONE, number},
    facts::Facts,
    kind::KindPlan,
    price::Endings,
    sku::SkuPlan,
    values::Values,
    wanted::Wanted,
    wording::{Pool, Slot},
};
use crate::{
    anchor::Anchor,
    column::byte_texts,
    key::Key,
    recipe::ledger::Currency,
    weighted::{Composition, LastBlock},
};

const ABSENT: u32 = u32::MAX;
/// Kinds stand in exact shares among so many products, as a power of two.
const KIND_BITS: u32 = 10;

/// Everything that the products of one plan share.
pub(crate) struct Products {
    kinds_of: Composition,
    kinds: Vec<KindPlan>,
    catalog: Arc<Catalog>,
    words: Key,
    attributes: Vec<Key>,
    brands: Key,
    variants: Key,
    price: Key,
    endings: Endings,
    cost: Key,
    stock: Key,
    sentences: Key,
    scale: usize,
    vendors: Arc<StringArray>,
    lines: Arc<StringArray>,
    /// The values of each attribute that is a list, over all kinds.
    values: Vec<Values>,
    facts: Facts,
    skus: BTreeMap<String, SkuPlan>,
    /// The currency in which prices are shown.
    shown: Currency,
    /// Whether the table shows prices.
    shows_prices: bool,
    /// Rows of each block of products, where these have variants.
    rows_of_block: Option<u64>,
}

/// What is drawn once for a product.
#[derive(Debug, Clone)]
pub(crate) struct Product {
    row: u64,
    /// The number of the product, which its variants share.
    base: u64,
    kind: usize,
    brand: usize,
    pattern: usize,
    variant: u64,
    picked: [u64; MOST_SLOTS],
    attributes: [u32; MOST_ATTRIBUTES],
    /// List price and cost, where the table shows them.
    prices: (i64, i64),
}

/// The blocks that rows before this one fell into: of kinds, of brands by kind, and of patterns by kind and brand.
struct Last {
    kinds: LastBlock,
    brands: Vec<LastBlock>,
    patterns: Vec<LastBlock>,
}

impl Last {
    fn new(products: &Products) -> Self {
        let (kinds, brands) = (products.kinds.len(), products.catalog.brands.len());
        Self { kinds: LastBlock::default(), brands: vec![LastBlock::default(); kinds], patterns: vec![LastBlock::default(); kinds * brands] }
    }
}

/// Which names run out first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shortage {
    /// The kind, and the pattern of its names.
    pub(crate) what: String,
    /// The most products that can be had.
    pub(crate) most: u64,
}

impl Products {
    pub(crate) fn new(seed: u64, table: &CheckedTable, catalog: Arc<Catalog>, anchor: Anchor, shown: Currency) -> Self {
        let key = |name: &str| Key::new(seed, &table.name, name);
        let weights: Vec<u64> = catalog.kinds.iter().map(|kind| u64::from(kind.weight)).collect();
        let wanted = Wanted::new(table, &catalog);
        let mut pool = Pool::default();
        let mut plan = |kind: &Kind| {
            let of_kind = key("latent:kind").with(hash(&kind.name));
            let mut plan = KindPlan::new(&catalog, kind, of_kind, &table.variants, &wanted, mem::take(&mut pool));
            pool = mem::take(&mut plan.register.pool);
            plan
        };
        let kinds: Vec<KindPlan> = catalog.kinds.iter().map(&mut plan).collect();
        let list = |list: Vec<&str>| Arc::new(StringArray::from(list));
        let skus = table.columns.iter().filter_map(|column| match &column.fill {
            Fill::Sku(sku) => Some((sku.pattern.clone(), SkuPlan::new(&catalog, &kinds, &sku.pattern, key(&column.schema.name)))),
            _ => None,
        });
        let kinds_of = Composition::new(key("latent:kinds"), KIND_BITS, &weights);
        let rows = kinds.iter().enumerate().map(|(index, kind)| u64::from(kinds_of.count(index)) * kind.siblings()).sum();
        let rows_of_block = kinds.iter().any(|kind| kind.siblings() > 1).then_some(rows);
        let mut products = Self {
            kinds_of,
            words: key("latent:words"),
            attributes: catalog.attributes.iter().map(|attribute| key(&format!("attribute:{}", attribute.name))).collect(),
            brands: key("latent:brand"),
            variants: key("latent:variants"),
            price: key("latent:price"),
            endings: Endings::new(&catalog.endings),
            cost: key("latent:cost"),
            stock: key("latent:stock"),
            sentences: key("latent:sentences"),
            scale: catalog.attributes.iter().position(|attribute| attribute.name == catalog.scale).expect("the pack was checked"),
            vendors: list(catalog.brands.iter().map(|brand| brand.name.as_str()).collect()),
            lines: list(catalog.kinds.iter().map(|kind| kind.line.as_str()).collect()),
            values: (0..catalog.attributes.len()).map(|attribute| Values::new(&kinds, attribute)).collect(),
            facts: Facts::new(key("latent:facts"), anchor),
            skus: skus.collect(),
            shown,
            shows_prices: wanted.prices,
            rows_of_block,
            kinds,
            catalog,
        };
        products.calibrate();
        products
    }

    /// Says which names run out when `rows` products are asked for.
    pub(crate) fn shortage(&self, rows: u64) -> Option<Shortage> {
        let what = self.first_shortage(rows)?;
        let (mut fits, mut short) = (0, rows);
        while short - fits > 1 {
            let middle = fits + (short - fits) / 2;
            if self.first_shortage(middle).is_some() { short = middle } else { fits = middle }
        }
        Some(Shortage { what, most: fits })
    }

    fn first_shortage(&self, rows: u64) -> Option<String> {
        let products = self.rows_of_block.map_or(rows, |rows_of_block| rows.div_ceil(rows_of_block) << KIND_BITS);
        for (index, kind) in self.kinds.iter().enumerate() {
            let of_kind = self.kinds_of.most(index, products);
            for (position, brand) in kind.brands.iter().enumerate() {
                let of_brand = if self.catalog.names_without_brand { of_kind } else { kind.brands_of.most(position, of_kind) };
                for (number, pattern) in kind.patterns.iter().enumerate() {
                    if kind.patterns_of.most(number, of_brand) > pattern.capacity[*brand] {
                        let kind = &self.catalog.kinds[index].name;
                        let by = if self.catalog.names_without_brand { String::new() } else { format!(" by {}", self.catalog.brands[*brand].name) };
                        return Some(format!("{kind}{by}"));
                    }
                }
            }
        }
        None
    }

    /// Everything that the table needs of the products of some rows.
    pub(crate) fn latents(&self, rows: Range<u64>) -> Vec<Product> {
        let mut found = Vec::with_capacity((rows.end - rows.start) as usize);
        let mut last = Last::new(self);
        self.places(rows, |row, base, variant| {
            let (kind, within) = self.kinds_of.split_near(&mut last.kinds, base);
            let mut product = self.of_kind(kind, within, row, base, variant, Some(&mut last));
            let plan = &self.kinds[product.kind];
            for attribute in &plan.drawn {
                self.draw_attribute(&mut product, *attribute);
            }
            if self.shows_prices {
                product.prices = self.prices_of(&product);
            }
            found.push(product);
        });
        found
    }

    /// Tells for each row of a range the number of its product and which of its variants it is. Variants of a product stand together.
    #[inline]
    fn places(&self, rows: Range<u64>, mut tell: impl FnMut(u64, u64, u64)) {
        let Some(rows_of_block) = self.rows_of_block else {
            rows.for_each(|row| tell(row, row, 0));
            return;
        };
        // Every block of products has the same rows, so that only the block of the first row is walked through from its start.
        let mut block = rows.start / rows_of_block;
        let mut row = block * rows_of_block;
        while row < rows.end {
            let order = self.kinds_of.order(block);
            for base in block << KIND_BITS..(block + 1) << KIND_BITS {
                let siblings = self.kinds[self.kinds_of.split_in(&order, block, base).0].siblings();
                for variant in rows.start.saturating_sub(row)..siblings.min(rows.end.saturating_sub(row)) {
                    tell(row + variant, base, variant);
                }
                row += siblings;
            }
            block += 1;
        }
    }

    /// The product of this number within a kind: all that is drawn of it, but attributes and prices.
    #[inline]
    fn of_kind(&self, kind: usize, within: u64, row: u64, base: u64, variant: u64, last: Option<&mut Last>) -> Product {
        let plan = &self.kinds[kind];
        let mut last = last;
        let mut split_brands = |within: u64| match &mut last {
            Some(last) => plan.brands_of.split_near(&mut last.brands[kind], within),
            None => plan.brands_of.split(within),
        };
        let (brand, within) =
            if self.catalog.names_without_brand { (plan.brand_alias.pick(self.brands.draw(base)), within) } else { split_brands(within) };
        let brand = plan.brands[brand];
        let (pattern, within) = match last {
            Some(last) => plan.patterns_of.split_near(&mut last.patterns[kind * self.catalog.brands.len() + brand], within),
            None => plan.patterns_of.split(within),
        };
        let mut product = Product { row, base, kind, brand, pattern, variant, picked: [0; MOST_SLOTS], attributes: NONE, prices: (0, 0) };
        let spelled = &plan.patterns[pattern];
        if let Some(order) = &spelled.order[brand] {
            let mut number = order.at(within);
            for (picked, slot) in product.picked.iter_mut().zip(&spelled.slots) {
                let count = plan.count(*slot, brand);
                (*picked, number) = match (u32::try_from(number), u32::try_from(count)) {
                    // Short divisions take half the time.
                    (Ok(number), Ok(count)) => (u64::from(number % count), u64::from(number / count)),
                    _ => (number % count, number / count),
                };
            }
        }
        product
    }

    #[inline]
    fn draw_attribute(&self, product: &mut Product, attribute: usize) {
        let plan = &self.kinds[product.kind];
        let draw = || self.attributes[attribute].draw(product.base);
        product.attributes[attribute] = match &plan.attributes[attribute] {
            AttributePlan::Absent => ABSENT,
            AttributePlan::Words(_) => 0,
            AttributePlan::Numbers { band, .. } => draw().below(((band.high - band.low) / band.step) as u64 + 1) as u32,
            AttributePlan::Values(values) => match plan.picked(product, Slot::Attribute(attribute)) {
                Some(picked) => picked as u32,
                None => match plan.axis(product.variant, attribute) {
                    Some((place, of)) => {
                        let fitting: Vec<u32> = values.chooser.fitting(&product.attributes).collect();
                        let first = self.variants.draw(product.base).also(attribute as u64).below(fitting.len() as u64 - of + 1);
                        fitting[(first + place) as usize]
                    }
                    None => values.chooser.pick(&product.attributes, draw()),
                },
            },
        };
    }

    /// List price and cost, in minor units; the cost is the lower one.
    #[inline]
    pub(crate) fn prices(&self, row: u64) -> (i64, i64) {
        let mut prices = (0, 0);
        self.places(row..row + 1, |row, base, variant| {
            let (kind, within) = self.kinds_of.split(base);
            let mut product = self.of_kind(kind, within, row, base, variant, None);
            for attribute in &self.kinds[product.kind].priced {
                self.draw_attribute(&mut product, *attribute);
            }
            prices = self.prices_of(&product);
        });
        prices
    }

    /// The kind of each product of some rows, by position in the catalog.
    pub(crate) fn kinds_of_rows(&self, rows: Range<u64>) -> Vec<u32> {
        let mut kinds = Vec::with_capacity((rows.end - rows.start) as usize);
        let mut last = LastBlock::default();
        self.places(rows, |_, base, _| kinds.push(self.kinds_of.split_near(&mut last, base).0 as u32));
        kinds
    }

    /// The day on which a product came into the shop.
    pub(crate) fn launched(&self, row: u64) -> Day {
        let mut day = Day(0);
        self.places(row..row + 1, |_, base, _| day = self.facts.launch(base));
        day
    }

    /// What a product weighs as it is sent, in grams; none where the pack knows nothing of it.
    pub(crate) fn grams(&self, row: u64) -> Option<i64> {
        let mut grams = None;
        self.places(row..row + 1, |row, base, variant| {
            let (kind, within) = self.kinds_of.split(base);
            let mut product = self.of_kind(kind, within, row, base, variant, None);
            for attribute in 0..self.catalog.attributes.len() {
                self.draw_attribute(&mut product, attribute);
            }
            grams = self.facts.weight_grams(&product, &self.kinds[kind]);
        });
        grams
    }

    /// Pieces in stock.
    pub(crate) fn stock(&self, row: u64) -> i64 {
        let mut stock = 0;
        self.places(row..row + 1, |row, base, _| stock = self.stock_of(row, self.kinds_of.split(base).0));
        stock
    }

    fn stock_of(&self, row: u64, kind: usize) -> i64 {
        let (low, high) = self.kinds[kind].stock;
        // The product of two draws: many low stocks, few high ones.
        let draw = self.stock.draw(row);
        low + (((draw.below(1 << 16) * draw.also(1).below(1 << 16)) as i128 * i128::from(high - low + 1)) >> 32) as i64
    }

    /// One column of some products.
    pub(crate) fn column(&self, fact: ProductFact, products: &[Product]) -> ArrayRef {
        let numbers = |value: &dyn Fn(&Product) -> i64| Arc::new(Int64Array::from_iter_values(products.iter().map(value))) as ArrayRef;
        match fact {
            ProductFact::Line => dictionary(products.iter().map(|product| product.kind as u32), &self.lines),
            ProductFact::Vendor => dictionary(products.iter().map(|product| product.brand as u32), &self.vendors),
            ProductFact::Scale => self.attribute(self.scale, products),
            ProductFact::Name => byte_texts(products, 56, |product, out| {
                self.print_name(product, out);
                true
            }),
            ProductFact::Description => byte_texts(products, 240, |product, out| {
                self.describe(product, out);
                true
            }),
            ProductFact::Stock => numbers(&|product| self.stock_of(product.row, product.kind)),
            ProductFact::Cost => numbers(&|product| self.shown.cost(product.prices)),
            ProductFact::ListPrice => numbers(&|product| self.shown.listed(product.prices.0)),
            ProductFact::WeightGrams => {
                Arc::new(Int64Array::from_iter(products.iter().map(|product| self.facts.weight_grams(product, &self.kinds[product.kind]))))
            }
            ProductFact::ReviewCount => numbers(&|product| self.facts.reviews(product.base)),
            ProductFact::Rating => Arc::new(Int64Array::from_iter(products.iter().map(|product| self.facts.rating_tenths(product.base)))),
            ProductFact::LaunchedOn => self.facts.launches(products.iter().map(|product| product.base)),
            ProductFact::ParentCode => byte_texts(products, 12, |product, out| {
                print_parent(product.base, out);
                true
            }),
        }
    }

    /// The column of the attribute of this name.
    pub(crate) fn attribute_column(&self, name: &str, products: &[Product]) -> ArrayRef {
        let position = self.catalog.attributes.iter().position(|attribute| attribute.name == name).expect("the template was checked");
        if narrow::is_number(&self.catalog, name) {
            return Arc::new(Int64Array::from_iter(products.iter().map(|product| {
                match (&self.kinds[product.kind].attributes[position], product.attributes[position]) {
                    (_, ABSENT) => None,
                    (AttributePlan::Numbers { band, .. }, value) => Some(number(*band, value)),
                    _ => None,
                }
            })));
        }
        self.attribute(position, products)
    }

    fn attribute(&self, attribute: usize, products: &[Product]) -> ArrayRef {
        let listed = |product: &Product| matches!(self.kinds[product.kind].attributes[attribute], AttributePlan::Values(_) | AttributePlan::Absent);
        if products.iter().all(listed) {
            let values = &self.values[attribute];
            let position = |product: &Product| {
                let value = product.attributes[attribute];
                (value != ABSENT).then(|| values.of_kind[product.kind][value as usize])
            };
            let keys = UInt32Array::from_iter(products.iter().map(position));
            return coded(keys, &values.all);
        }
        byte_texts(products, 10, |product, out| self.print_attribute(product, attribute, out))
    }

    /// The stock-keeping units of this pattern.
    pub(crate) fn sku_column(&self, pattern: &str, products: &[Product]) -> ArrayRef {
        let plan = &self.skus[pattern];
        byte_texts(products, 20, |product, out| {
            plan.print(product, self.series(product), out);
            true
        })
    }
}

fn print_parent(number: u64, out: &mut Vec<u8>) {
    let mut buffer = itoa::Buffer::new();
    let text = buffer.format(number + 1);
    out.push(b'P');
    out.resize(out.len() + 7_usize.saturating_sub(text.len()), b'0');
    out.extend_from_slice(text.as_bytes());
}

fn hash(name: &str) -> u64 {
    Key::new(0, "name", name).draw(0).0
}

/// A dictionary column over shared values.
pub(crate) fn dictionary(keys: impl Iterator<Item = u32>, values: &Arc<StringArray>) -> ArrayRef {
    coded(UInt32Array::from_iter_values(keys), values)
}

fn coded(keys: UInt32Array, values: &Arc<StringArray>) -> ArrayRef {
    let values: ArrayRef = values.clone();
    Arc::new(arrow_array::DictionaryArray::<UInt32Type>::try_new(keys, values).expect("keys lie within the values"))
}
