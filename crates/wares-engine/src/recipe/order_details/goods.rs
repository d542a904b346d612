//! What lines need of products: price, cost, and the days between which they are sold.

use std::sync::{Arc, OnceLock};

use wares_model::{Brought, Day};

use crate::{
    anchor::Anchor,
    fixed::{Popularity, bell, log_normal},
    key::{Draw, Key},
    permute::Permutation,
    recipe::products::Products,
};

/// For so many products what lines need is kept.
const POPULAR: u64 = 1 << 13;

/// So many products belong together: neighbours by popularity, of one kind where the catalog is not too large to be sorted.
pub(super) const SERIES: u64 = 8;

/// Catalogs of so many products are sorted into series of one kind.
const SORTED: u64 = 1 << 16;

/// Products that the user brings, with the prices that their file lacks.
pub(crate) struct Goods {
    brought: Arc<Brought>,
    price: Key,
}

/// Where prices come from.
#[derive(Clone, Copy)]
pub(crate) enum Priced<'a> {
    Made(&'a Products),
    Brought(&'a Goods),
}

/// What a line needs of its product.
#[derive(Debug, Clone, Copy)]
pub(super) struct Good {
    pub(super) row: u64,
    pub(super) list: i64,
    pub(super) cost: i64,
    /// The day of the launch.
    pub(super) from: i32,
    /// The day after which it is no longer sold.
    pub(super) until: i32,
}

/// All products by popularity.
pub(super) struct Shelf {
    products: u64,
    order: Permutation,
    popularity: Popularity,
    discontinued: Key,
    discontinued_percent: u64,
    anchor: Anchor,
    popular: OnceLock<Popular>,
}

/// The most popular products, computed once: most lines are theirs.
struct Popular {
    /// The row of each rank, where the catalog is sorted into series.
    ranked: Option<Vec<u32>>,
    goods: Vec<Good>,
    /// Half of them cost less.
    usual_price: i64,
}

impl Goods {
    pub(crate) fn brought(seed: u64, brought: &Arc<Brought>) -> Self {
        Self { brought: Arc::clone(brought), price: Key::new(seed, &brought.name, "latent:price") }
    }
}

impl Priced<'_> {
    /// List price and cost, in minor units; the cost is the lower one.
    fn prices(self, row: u64) -> (i64, i64) {
        match self {
            Self::Made(products) => products.prices(row),
            Self::Brought(goods) => {
                let facts = &goods.brought.facts;
                let draw = goods.price.draw(row);
                // A file without prices: as in many shops, around 25.
                let list = facts.price_minor.as_ref().map_or_else(|| log_normal(2_499, 80, bell(draw)).max(99), |prices| prices[row as usize]);
                let cost = facts.cost_minor.as_ref().map_or_else(|| list * draw.also(1).between(45, 65) / 100, |costs| costs[row as usize]);
                (list, cost.clamp(0, (list - 1).max(0)))
            }
        }
    }
}

impl Good {
    /// Whether it is sold on a day.
    #[inline]
    pub(super) fn is_sold_on(&self, day: Day) -> bool {
        (self.from..=self.until).contains(&day.0)
    }
}

impl Shelf {
    pub(super) fn new(key: &dyn Fn(&str) -> Key, products: u64, spread_percent: u16, discontinued_percent: u8, anchor: Anchor) -> Self {
        Self {
            products,
            order: Permutation::new(key("latent:popularity"), products.max(1)),
            popularity: Popularity::new(spread_percent),
            discontinued: key("latent:discontinued"),
            discontinued_percent: u64::from(discontinued_percent),
            anchor,
            popular: OnceLock::new(),
        }
    }

    /// How many products there are.
    pub(super) fn len(&self) -> u64 {
        self.products
    }

    /// The rank of a product that a draw by popularity falls on; 0 is the most popular.
    #[inline]
    pub(super) fn rank(&self, draw: Draw) -> u64 {
        self.popularity.rank(draw, self.products)
    }

    /// The product of a rank.
    #[inline]
    pub(super) fn good(&self, rank: u64, priced: Priced<'_>) -> Good {
        let popular = self.popular(priced);
        popular.goods.get(rank as usize).copied().unwrap_or_else(|| self.compute(rank, popular.ranked.as_deref(), priced))
    }

    /// Half of the products cost less.
    #[inline]
    pub(super) fn usual_price(&self, priced: Priced<'_>) -> i64 {
        self.popular(priced).usual_price
    }

    #[inline]
    fn popular(&self, priced: Priced<'_>) -> &Popular {
        self.popular.get_or_init(|| {
            let ranked = match priced {
                Priced::Made(products) if self.products <= SORTED => Some(self.sorted(products)),
                _ => None,
            };
            let goods: Vec<Good> = (0..self.products.min(POPULAR)).map(|rank| self.compute(rank, ranked.as_deref(), priced)).collect();
            let mut prices: Vec<i64> = goods.iter().map(|good| good.list).collect();
            prices.sort_unstable();
            Popular { ranked, usual_price: prices.get(prices.len() / 2).copied().unwrap_or(1).max(1), goods }
        })
    }

    /// All rows by rank: each series is of one kind, and ranks change as little as that allows.
    fn sorted(&self, products: &Products) -> Vec<u32> {
        let kinds = products.kinds_of_rows(0..self.products);
        let mut waiting: Vec<Vec<u32>> = vec![Vec::new(); kinds.iter().max().map_or(0, |most| *most as usize + 1)];
        let mut ranked = Vec::with_capacity(kinds.len());
        for rank in 0..self.products {
            let row = self.order.at(rank) as u32;
            let of_kind = &mut waiting[kinds[row as usize] as usize];
            of_kind.push(row);
            if of_kind.len() as u64 == SERIES {
                ranked.append(of_kind);
            }
        }
        ranked.extend(waiting.into_iter().flatten());
        ranked
    }

    fn compute(&self, rank: u64, ranked: Option<&[u32]>, priced: Priced<'_>) -> Good {
        let row = ranked.map_or_else(|| self.order.at(rank), |ranked| u64::from(ranked[rank as usize]));
        let (list, cost) = priced.prices(row);
        let Priced::Made(products) = priced else { return Good { row, list, cost, from: i32::MIN, until: i32::MAX } };
        let from = products.launched(row).0;
        let draw = self.discontinued.draw(row);
        let last = self.anchor.last_sold(draw.also(1).below(540) as i32).0;
        // What came into the shop lately stays.
        let until = if draw.below(100) < self.discontinued_percent && last > from + 180 { last } else { i32::MAX };
        Good { row, list, cost, from, until }
    }
}
