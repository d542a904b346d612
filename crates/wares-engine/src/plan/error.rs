//! Why there is no plan, and what to do about it.

use wares_model::{Day, decimal::Decimal};

/// Why a checked template could not become a plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// More values are asked for than can be told apart.
    #[error("table `{table}`, column `{column}`: {wanted} rows need {wanted} different values, and {what} makes {most}")]
    Capacity {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// Rows asked for.
        wanted: u64,
        /// What runs out.
        what: String,
        /// The most rows that can be had.
        most: u64,
    },
    /// An order may hold more products than there are.
    #[error("an order may hold {lines} different products, and there are {products}")]
    TooFewProducts {
        /// The most lines of an order.
        lines: u64,
        /// Rows of the products table.
        products: u64,
    },
    /// More different telephone numbers are asked for than there are.
    #[error("{wanted} customers need different telephone numbers, and region `{region}` has {most} in mode `{mode}`")]
    Phones {
        /// The region.
        region: String,
        /// Customers asked for.
        wanted: u64,
        /// The mode.
        mode: &'static str,
        /// The most numbers that can be had.
        most: u64,
        /// The other modes, and how many numbers they hold for all places of the region.
        others: Vec<(&'static str, u64)>,
    },
    /// A region has nothing for a column.
    #[error("table `{table}`, column `{column}`: region `{region}` has no {what}")]
    Lacks {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// The region.
        region: String,
        /// What it does not have.
        what: &'static str,
    },
    /// A built-in pack is broken.
    #[error("region `{code}`: {problem}")]
    Region {
        /// The region.
        code: String,
        /// Its first problem.
        problem: String,
    },
    /// Orders come at a rate, and so far none has come, or too many.
    #[error("{per_day} orders a day since {since} make {made} by {today}")]
    Paced {
        /// The rate.
        per_day: Decimal,
        /// The first day.
        since: Day,
        /// The last one.
        today: Day,
        /// So many orders, in words.
        made: String,
    },
    /// No table of this name.
    #[error("the template has no table `{0}`")]
    UnknownTable(String),
}

impl PlanError {
    /// What to do about it, where that is known.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Capacity { most, .. } => Some(format!("ask for at most {most} rows, or widen what runs out: more words, more digits")),
            Self::TooFewProducts { lines, .. } => {
                Some(format!("ask for {lines} products or more, or for fewer an order (`--products-per-order`, `trade.lines.per_order`)"))
            }
            Self::Phones { others, .. } => {
                let others: Vec<String> = others.iter().map(|(mode, most)| format!("`{mode}` has {most}")).collect();
                Some(format!(
                    "of all its places, {}; or give each customer an address of their own, or ask for fewer customers",
                    others.join(" and ")
                ))
            }
            Self::Paced { .. } => {
                Some("change `--orders-per-day`, `--since` or `--today` (`trade.orders.per_day`, `trade.calendar.start`, `today`)".to_owned())
            }
            Self::Lacks { .. } => Some("leave the column out, or leave out the region".to_owned()),
            Self::Region { .. } | Self::UnknownTable(_) => None,
        }
    }
}
