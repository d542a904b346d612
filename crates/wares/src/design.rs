//! Words -> a template, designed by a language model. Start at [`template`]; which model is asked is the matter of [`crate::llm`].

use serde_json::Value;
pub use wares_design::report::{Origin, Part, PartReport, Report, spent};
use wares_design::{DesignError, Model, Wanted, naming};
use wares_engine::{Plan, PlanError};
use wares_model::{
    Day, Template,
    column::{Fill, ProductFact},
    pack::{bundle, catalog::Catalog, compose},
    place::{Place, Problem},
    template::CatalogSource,
    weighted::TextOr,
};

use crate::{
    Error, checked,
    domain::{self, Meant},
    products::{self, wishes},
    wish::{Wish, plain},
};

/// A template, and what it took.
#[derive(Debug, Clone, PartialEq)]
pub struct Designed {
    /// Its catalog stands in it in full.
    pub template: Template,
    /// Which part came from where.
    pub report: Report,
    /// What was decided for the user.
    pub notes: Vec<String>,
}

/// Names suffice for so many products.
const LEAST_CAPACITY: u64 = 20_000;

/// A template with a products table whose catalog the model designs. `require` names columns as in [`products::template`]; `samples` are
/// values of columns that the user would like to see. Both are data for the model, and carried out here whatever it answers.
///
/// # Errors
/// [`Error::Input`] when the words say nothing or the samples cannot be; [`Error::Model`] when the model cannot be asked or gave nothing usable.
pub fn template(
    words: &str,
    variant: Option<&str>,
    require: Option<&str>,
    samples: &[(String, Vec<Value>)],
    rows: u64,
    model: &dyn Model,
) -> Result<Designed, Error> {
    let nearest = nearest(words)?;
    let wanted = wanted(words, variant, require.map(wishes).unwrap_or_default(), samples, rows);
    let designed = wares_design::design(&wanted, &nearest, model).map_err(|error| failed(words, error))?;
    let mut catalog = designed.catalog;
    for _ in 0..2 {
        let (template, notes) = of(words, variant, require, samples, rows, &catalog);
        let mut large = template.clone();
        large.tables[0].rows = Some(wanted.rows);
        let sound = checked(&large, words, Day(20_000))?;
        match Plan::new(&sound, None) {
            Ok(_) => return Ok(Designed { template, report: designed.report, notes }),
            // What the design counted on was narrowed by samples, or its shares are uneven.
            Err(PlanError::Capacity { .. }) => naming::number_all(&mut catalog),
            Err(error) => return Err(error.into()),
        }
    }
    let (template, notes) = of(words, variant, require, samples, rows, &catalog);
    Plan::new(&checked(&template, words, Day(20_000))?, None)?;
    Ok(Designed { template, report: designed.report, notes })
}

/// What the model is asked for.
pub(crate) fn wanted(words: &str, variant: Option<&str>, require: Vec<String>, samples: &[(String, Vec<Value>)], rows: u64) -> Wanted {
    Wanted { words: words.to_owned(), variant: variant.map(str::to_owned), require, samples: samples.to_vec(), rows: rows.max(LEAST_CAPACITY) }
}

/// The template of a designed catalog. The model has heard the variant, so that its words need not narrow anything any more.
fn of(
    words: &str,
    variant: Option<&str>,
    require: Option<&str>,
    samples: &[(String, Vec<Value>)],
    rows: u64,
    catalog: &Catalog,
) -> (Template, Vec<String>) {
    let choice = TextOr(CatalogSource::Inline(Box::new(catalog.clone())));
    let meant = Meant { choice, catalog: catalog.clone(), notes: Vec::new() };
    let (mut template, mut notes) = products::of_catalog(words, None, require, rows, meant);
    if let Some(variant) = variant {
        template.domain = Some(format!("{variant} {words}"));
    }
    let columns = template.tables[0].columns.get_or_insert_default();
    for (name, values) in samples {
        let shown = |fill: &Option<Fill>| match fill {
            Some(Fill::Product(ProductFact::Name)) => plain(name) == "name",
            _ => false,
        };
        match columns.iter_mut().find(|column| plain(&column.name) == plain(name) || shown(&column.fill)) {
            Some(column) => column.samples.clone_from(values),
            None => {
                let wish = Wish { words: name.clone(), column_type: None, unit: None, samples: values.clone() };
                let (column, how) = wish.column(Some(catalog));
                notes.push(how);
                columns.push(column);
            }
        }
    }
    (template, notes)
}

/// The built-in pack that is near, or a catalog composed of the words: nonsense of a far pack is worse than plain words.
fn nearest(words: &str) -> Result<Catalog, Error> {
    // Words that say nothing are refused here.
    domain::meant(words)?;
    let pack = domain::near(words).and_then(bundle::catalog).and_then(Result::ok);
    Ok(pack.unwrap_or_else(|| compose::generic(words, &[])))
}

fn failed(words: &str, error: DesignError) -> Error {
    match error {
        DesignError::Model(error) => Error::Model(error),
        other => {
            let problem = Problem::new(Place::root(), other.to_string()).hint("try another model, or leave `--by llm` out");
            Error::Input { subject: words.to_owned(), problems: vec![problem] }
        }
    }
}
