//! Products of a domain or of a template.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use wares_model::{Day, Recipe, defaults, trade::Trade};

use super::{Desk, Prepared, TemplateChoice, check, open, refuse, subject};
use crate::{Error, llm::Budget, products};

/// Products; either `domain` or `template` is given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schemars(rename = "ProductsJob")]
pub struct Products {
    /// What the shop sells, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// A narrower kind of the domain, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// A template with a products table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<TemplateChoice>,
    /// Attributes in which the variants of one product differ, with how many values each takes. Default: each row is a product of its own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub variants: BTreeMap<String, u8>,
    /// How many rows.
    pub rows: u64,
    /// Who writes names and descriptions. Default: the engine.
    #[serde(default, skip_serializing_if = "Writer::is_engine")]
    pub by: Writer,
    /// The model stops before it uses more tokens than this. Default: no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_tokens: Option<u64>,
    /// The model stops before it costs more micro-dollars than this. Default: no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_micro_dollars: Option<u64>,
    /// The number from which every draw follows. Default: the template's, 42.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// The day after which nothing happens. Default: the template's, or the current day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<Day>,
}

/// Who writes the names and descriptions of products; all else is always the engine's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Writer {
    /// The engine: any number of rows, at no cost.
    #[default]
    Engine,
    /// A language model: for small tables.
    Llm,
}

impl Writer {
    fn is_engine(&self) -> bool {
        *self == Self::Engine
    }
}

impl Products {
    /// What a model may use.
    pub(super) fn budget(&self) -> Budget {
        Budget { tokens: self.most_tokens, micro_dollars: self.most_micro_dollars }
    }

    pub(super) fn prepare(&self, desk: &dyn Desk, today: Day) -> Result<Prepared, Error> {
        let (mut template, notes, subject) = match (&self.domain, &self.template) {
            (None, Some(choice)) if self.variant.is_none() => (open(choice, desk)?, Vec::new(), subject(choice, desk)),
            (Some(words), None) => {
                let (template, notes) = products::template(words, self.variant.as_deref(), None, self.rows)?;
                (template, notes, words.clone())
            }
            (None, Some(_)) => return refuse("products", "variant", "goes with `domain`; a template has a variant of its own"),
            (Some(_), Some(_)) => return refuse("products", "template", "stands beside `domain`; give one of them"),
            (None, None) => return refuse("products", "domain", "missing, and there is no template; say what the shop sells"),
        };
        if self.by == Writer::Engine && !self.budget().is_without_limits() {
            return refuse("products", "by", "is the engine, which costs nothing; a limit goes with `llm`");
        }
        template.seed = self.seed.unwrap_or(template.seed);
        let today = self.today.or(template.today).unwrap_or(today);
        template.today = Some(today);
        let Some(table) = template.tables.iter_mut().find(|table| table.recipe == Some(Recipe::Products)) else {
            return refuse(&subject, "tables", "no table has the recipe `products`");
        };
        table.rows = Some(self.rows);
        if !self.variants.is_empty() {
            table.variants.clone_from(&self.variants);
            let columns = table.columns.get_or_insert_with(|| defaults::columns(Recipe::Products, self.rows, &Trade::default()));
            if !columns.iter().any(|column| column.name == "parentCode") {
                columns.insert(1.min(columns.len()), products::parent_code());
            }
        }
        let name = table.name.clone();
        let prepared = check(template, &subject, notes, vec![name], today)?;
        Ok(Prepared { texts: (self.by == Writer::Llm).then(|| self.budget()), ..prepared })
    }
}
