//! `wares import`.

use std::path::PathBuf;

use clap::ValueEnum;
use wares::import;

#[derive(clap::Args)]
pub(crate) struct ImportArgs {
    /// The file, or a folder with a Shopify taxonomy (categories.txt, attributes.txt, attribute_values.txt).
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The template to write; `-` is standard output.
    #[arg(long, value_name = "TEMPLATE.json")]
    pub(crate) out: PathBuf,
    /// The form of the file [default: recognized by ending and content].
    #[arg(long = "as", value_enum, value_name = "FORM")]
    form: Option<FormArg>,
    /// Rows of each table [default: those of the file, or 200].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=wares::model::check::MOST_ROWS))]
    rows: Option<u64>,
    /// What is sold, in words; of a taxonomy, a category by name, path or id.
    #[arg(long, value_name = "WORDS")]
    category: Option<String>,
    /// Replace the file.
    #[arg(long)]
    pub(crate) overwrite: bool,
}

/// A form that can be imported.
#[derive(Clone, Copy, ValueEnum)]
enum FormArg {
    /// Rows; those of Shopify and WooCommerce too.
    Csv,
    /// JSON Schema, draft 7 or 2020-12.
    JsonSchema,
    /// CREATE TABLE statements.
    Sql,
    /// Frictionless datapackage.json.
    Datapackage,
    /// Text files of the Shopify taxonomy.
    Taxonomy,
}

impl ImportArgs {
    /// The same for the facade.
    pub(crate) fn wanted(&self) -> import::Wanted {
        let form = self.form.map(|form| match form {
            FormArg::Csv => import::Form::Csv,
            FormArg::JsonSchema => import::Form::JsonSchema,
            FormArg::Sql => import::Form::Sql,
            FormArg::Datapackage => import::Form::Datapackage,
            FormArg::Taxonomy => import::Form::Taxonomy,
        });
        import::Wanted { form, rows: self.rows, category: self.category.clone(), name: None }
    }
}
