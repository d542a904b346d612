//! The user's own schema or rows -> a draft template that is known to work. Start at [`file()`].

use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use wares_engine::PlanError;
use wares_ingest::{At, IngestError, form, rows, taxonomy};
pub use wares_ingest::{Draft, Form};
use wares_model::{Day, Place, Problem, Recipe, Template};

use crate::{Error, Plan, checked, domain};

/// The files of a Shopify taxonomy.
const TAXONOMY: [&str; 3] = ["categories.txt", "attributes.txt", "attribute_values.txt"];
/// Whether a template holds does not hang on the day, unless it names one.
const ANY_DAY: Day = Day(20_000);

/// What the user asks for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The form of the file. Default: recognized.
    pub form: Option<Form>,
    /// Rows of each table. Default: those of the file, or 200.
    pub rows: Option<u64>,
    /// What is sold, in words; of a taxonomy, the category.
    pub category: Option<String>,
    /// What people call the file. Default: its path.
    pub name: Option<String>,
}

/// Makes a draft of a file, or of a folder with a Shopify taxonomy, and makes sure that the template can be run.
///
/// # Errors
/// [`Error::Input`], with the place in the file and what to do.
pub fn file(path: &Path, wanted: &Wanted) -> Result<Draft, Error> {
    let name = wanted.name.clone().unwrap_or_else(|| path.display().to_string());
    let find_pack = |words: &str| domain::find(words).pack.map(str::to_owned);
    let inner = wares_ingest::Wanted { rows: wanted.rows, category: wanted.category.clone(), find_pack: &find_pack };
    let mut draft =
        if path.is_dir() { folder(path, &name, &inner) } else { one(path, &name, wanted.form, &inner) }.map_err(|error| refused(&name, &error))?;
    settle(&mut draft, &name)?;
    Ok(draft)
}

fn one(path: &Path, name: &str, form: Option<Form>, wanted: &wares_ingest::Wanted<'_>) -> Result<Draft, IngestError> {
    let (head, whole) = rows::head(name, open(path, name)?)?;
    let form = form.map_or_else(|| form::recognize(name, &head), Ok)?;
    // The other files of a taxonomy lie beside the one that was named.
    let beside = path.parent().filter(|_| form == Form::Taxonomy && path.file_name().is_some_and(|file| TAXONOMY.iter().any(|known| file == *known)));
    match beside {
        Some(folder_of) => folder(folder_of, name, wanted),
        None => wares_ingest::draft(name, whole, form, wanted),
    }
}

fn folder(path: &Path, name: &str, wanted: &wares_ingest::Wanted<'_>) -> Result<Draft, IngestError> {
    let present: Vec<PathBuf> = TAXONOMY.iter().map(|file| path.join(file)).filter(|file| file.is_file()).collect();
    if present.is_empty() {
        return Err(IngestError::Nothing { at: At::file(name), what: TAXONOMY.map(|file| format!("`{file}`")).join(" or ") });
    }
    let mut texts = Vec::new();
    for file in &present {
        let mut bytes = Vec::new();
        let shown = file.display().to_string();
        let read = open(file, &shown)?.take(wares_ingest::MOST_SCHEMA_BYTES).read_to_end(&mut bytes);
        read.map_err(|error| IngestError::Unreadable { at: At::file(&shown), reason: error.to_string() })?;
        texts.push(String::from_utf8_lossy(&bytes).into_owned());
    }
    let mut files = taxonomy::Files { name: name.to_owned(), ..taxonomy::Files::default() };
    texts.iter().for_each(|text| files.add(text));
    let mut draft = taxonomy::draft(&files, wanted)?;
    let shown: Vec<String> = present.iter().map(|file| format!("`{}`", file.display())).collect();
    draft.notes.insert(0, format!("{} read as {} (`--as {}`)", shown.join(", "), Form::Taxonomy, Form::Taxonomy.name()));
    Ok(draft)
}

fn open(path: &Path, name: &str) -> Result<File, IngestError> {
    let unreadable = |reason: String| IngestError::Unreadable { at: At::file(name), reason };
    if fs::metadata(path).is_ok_and(|found| found.is_dir()) {
        return Err(unreadable("it is a folder".to_owned()));
    }
    File::open(path).map_err(|error| unreadable(error.to_string()))
}

/// An error of a file, as the user sees it.
pub(crate) fn refused(name: &str, error: &IngestError) -> Error {
    let within = error.at().within();
    let place = if within.is_empty() { Place::root() } else { Place::root().field(&within) };
    Error::Input { subject: name.to_owned(), problems: vec![Problem::new(place, error.found()).hint(error.hint())] }
}

/// Checks and plans the template; where a table asks for more different values than there are, it gets as many rows as can be had.
///
/// # Errors
/// [`Error::Input`] and [`Error::Plan`] for what cannot be settled so.
pub fn settle(draft: &mut Draft, subject: &str) -> Result<(), Error> {
    for _ in 0..64 {
        let sound = checked(&draft.template, subject, draft.template.today.unwrap_or(ANY_DAY))?;
        match Plan::new(&sound, None) {
            Ok(_) => return Ok(()),
            Err(PlanError::Capacity { table, column, what, most, .. }) if most > 0 => {
                draft.notes.push(format!("table `{table}` gets {most} rows: column `{column}` has no more different values ({what})"));
                set_rows(&mut draft.template, |known| known.name == table, most);
            }
            Err(PlanError::Phones { most, .. }) if most > 0 => {
                draft.notes.push(format!("table of customers gets {most} rows: there are no more telephone numbers"));
                set_rows(&mut draft.template, |known| known.recipe == Some(Recipe::Customers), most);
            }
            Err(PlanError::TooFewProducts { lines, products }) => {
                draft.notes.push(format!("an order holds at most {products} different products, as many as there are, rather than {lines}"));
                draft.template.trade.lines.per_order.truncate(usize::try_from(products).unwrap_or(1).max(1));
            }
            Err(other) => return Err(other.into()),
        }
    }
    let sound = checked(&draft.template, subject, ANY_DAY)?;
    Plan::new(&sound, None).map(|_| ()).map_err(Error::from)
}

fn set_rows(template: &mut Template, is: impl Fn(&wares_model::Table) -> bool, rows: u64) {
    template.tables.iter_mut().filter(|table| is(table)).for_each(|table| table.rows = Some(rows));
}
