//! Simple instructions change a template without a language model. Start at [`refine`].
//!
//! In: a template and instructions in words, one a line or by `;`. Out: the template changed, and what was done. An instruction that is
//! not understood is never half carried out: all of them are named, and the template stays as it was.

use wares_design::{
    Model, Usage,
    edits::{Action, Edit, Shown, edits},
};
use wares_model::{
    Column, ColumnType, Recipe, Template,
    pack::{bundle, catalog::Catalog},
    place::{Place, Problem, nearest},
    template::{CatalogSource, Key},
};

use crate::{
    Error,
    wish::{Wish, ends, known_values, plain, shows, type_of, values},
};

/// What can be said, for hints.
pub const FORMS: &str = "add NAME [as TYPE] [in UNIT] [from A to B] [with values A, B]; drop NAME; hide NAME; show NAME; rename NAME to NEW; \
                         make NAME a TYPE; restrict NAME to A, B; NAME from A to B; move NAME first|last|before OTHER|after OTHER; \
                         leave N % of NAME empty; N rows";

/// A template changed, and what was done, one line a step.
#[derive(Debug, Clone, PartialEq)]
pub struct Refined {
    /// The changed template.
    pub template: Template,
    /// What was done.
    pub done: Vec<String>,
}

/// Carries out instructions on the first table of a template, or on the one with the products recipe.
///
/// # Errors
/// [`Error::Input`] with every instruction that is not understood or names no column; they need a language model, or other words.
pub fn refine(template: &Template, instructions: &str) -> Result<Refined, Error> {
    let mut work = Work::new(template.clone())?;
    let mut problems = Vec::new();
    for (number, text) in split(instructions).into_iter().enumerate() {
        if let Err(problem) = work.carry_out(&text) {
            let at = Place::root().field(&format!("instruction {}", number + 1));
            problems.push(Problem { place: at, ..problem });
        }
    }
    if work.done.is_empty() && problems.is_empty() {
        problems.push(Problem::new(Place::root(), "nothing was asked").hint(format!("say one of: {FORMS}")));
    }
    if problems.is_empty() {
        return Ok(Refined { template: work.template, done: work.done });
    }
    Err(Error::Input { subject: instructions.to_owned(), problems })
}

/// A template changed by a language model's edits.
#[derive(Debug, Clone, PartialEq)]
pub struct RefinedBy {
    /// The changed template, and what was done.
    pub refined: Refined,
    /// Edits that could not be carried out, each with the reason.
    pub refused: Vec<String>,
    /// What it took.
    pub usage: Usage,
}

/// Lets a model say which edits free words mean, and carries them out as [`refine`] does. An edit that cannot be is left out and told, and so
/// is one after which the template would not hold any more.
///
/// # Errors
/// [`Error::Model`]; [`Error::Input`] when none of the edits can be carried out.
pub fn refine_by(template: &Template, words: &str, model: &dyn Model) -> Result<RefinedBy, Error> {
    let mut work = Work::new(template.clone())?;
    let columns = work.shown();
    let (found, unread, usage) = edits(&columns, words, model)?;
    let mut refused: Vec<String> = (0..unread).map(|_| "an edit that has not the form of one".to_owned()).collect();
    for edit in found {
        let (before, done) = (work.template.clone(), work.done.clone());
        let outcome = work.edit(&edit).map_err(|problem| problem.map_or_else(|| "it says too little".to_owned(), |problem| problem.message));
        let day = work.template.today.unwrap_or(wares_model::Day(20_000));
        let sound = |work: &Work| match wares_model::check(&work.template, day) {
            Ok(_) => Ok(()),
            Err(problems) => Err(problems.first().map(ToString::to_string).unwrap_or_default()),
        };
        if let Err(why) = outcome.and_then(|()| sound(&work)) {
            (work.template, work.done) = (before, done);
            let action = format!("{:?}", edit.action).to_lowercase();
            refused.push(format!("{action} `{}`: {why}", edit.column));
        }
    }
    if work.done.is_empty() {
        let message = if refused.is_empty() { "the model sees no change in these words".to_owned() } else { refused.join("; ") };
        return Err(Error::Input { subject: words.to_owned(), problems: vec![Problem::new(Place::root(), message)] });
    }
    Ok(RefinedBy { refined: Refined { template: work.template, done: work.done }, refused, usage })
}

/// The columns as a model is shown them.
pub(crate) fn shown(template: &Template) -> Result<Vec<Shown>, Error> {
    Ok(Work::new(template.clone())?.shown())
}

/// One instruction a line, by `;`, or before a verb behind `, ` or ` and `.
fn split(text: &str) -> Vec<String> {
    const VERBS: [&str; 13] =
        ["add ", "drop ", "remove ", "delete ", "hide ", "exclude ", "show ", "include ", "rename ", "make ", "restrict ", "limit ", "move "];
    let mut text = text.replace(['\n', ';'], "\u{1}");
    for verb in VERBS {
        for join in [", and ", ", then ", " and then ", " and ", ", ", ". "] {
            text = text.replace(&format!("{join}{verb}"), &format!("\u{1}{verb}"));
        }
    }
    text.split('\u{1}').map(|part| part.trim().trim_end_matches('.').to_owned()).filter(|part| !part.is_empty()).collect()
}

struct Work {
    template: Template,
    table: usize,
    catalog: Option<Catalog>,
    done: Vec<String>,
}

impl Work {
    fn new(mut template: Template) -> Result<Self, Error> {
        let of_products = template.tables.iter().position(|table| table.recipe == Some(Recipe::Products));
        let table = of_products.unwrap_or(0);
        let Some(known) = template.tables.get_mut(table) else {
            let problem = Problem::new(Place::root().field("tables"), "is empty");
            return Err(Error::Input { subject: template.name.clone(), problems: vec![problem] });
        };
        if known.columns.is_none() {
            let rows = known.rows.unwrap_or(1);
            known.columns = known.recipe.map(|recipe| wares_model::defaults::columns(recipe, rows, &template.trade));
        }
        let catalog = match template.catalog.as_ref().map(|choice| &choice.0) {
            Some(CatalogSource::Inline(catalog)) => Some((**catalog).clone()),
            Some(CatalogSource::Named(name)) => bundle::catalog(name).and_then(Result::ok),
            None => None,
        };
        Ok(Self { template, table, catalog, done: Vec::new() })
    }

    fn columns(&mut self) -> &mut Vec<Column> {
        self.template.tables[self.table].columns.get_or_insert_default()
    }

    fn shown(&mut self) -> Vec<Shown> {
        let name = |column_type: ColumnType| serde_json::to_value(column_type).ok().and_then(|name| name.as_str().map(str::to_owned));
        let shown = |column: &Column| Shown {
            name: column.name.clone(),
            column_type: column.column_type.and_then(name).unwrap_or_default(),
            description: column.description.clone().unwrap_or_default(),
        };
        self.columns().iter().map(shown).collect()
    }

    /// Where the column stands that the words mean.
    fn find(&mut self, words: &str) -> Result<usize, Problem> {
        let words = words.trim().trim_matches(['`', '"', '\'']);
        let stripped = words.strip_prefix("the ").unwrap_or(words).trim_end_matches(" column").to_owned();
        let wanted = plain(&stripped);
        let columns = self.columns();
        let exact = columns.iter().position(|column| plain(&column.name) == wanted);
        // `vendor` means productVendor where no other column ends so.
        let ending = || {
            let mut found = columns.iter().enumerate().filter(|(_, column)| !wanted.is_empty() && plain(&column.name).ends_with(&wanted));
            found.next().filter(|_| found.next().is_none()).map(|(index, _)| index)
        };
        exact.or_else(ending).ok_or_else(|| {
            let problem = Problem::new(Place::root(), format!("no column is named `{stripped}`"));
            let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
            problem.hint(match nearest(&stripped, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the columns are {}", names.join(", ")),
            })
        })
    }

    fn carry_out(&mut self, text: &str) -> Result<(), Problem> {
        let (verb, rest) = text.split_once(' ').map_or((text, ""), |(verb, rest)| (verb, rest.trim()));
        match verb.to_lowercase().as_str() {
            "add" | "append" if !rest.is_empty() => self.add(rest),
            "drop" | "remove" | "delete" => self.each(rest, Self::drop),
            "hide" | "exclude" => self.each(rest, |work, name| work.show(name, false)),
            "show" | "include" => self.each(rest, |work, name| work.show(name, true)),
            "rename" => self.rename(rest),
            "make" | "change" | "turn" | "retype" | "set" => self.retype(rest),
            "restrict" | "limit" | "only" | "keep" => self.restrict(rest),
            "move" | "put" => self.shift(rest),
            "leave" => self.empty(rest),
            _ => self.sentence(text),
        }
        .map_err(|problem| problem.unwrap_or_else(|| misunderstood(text)))
    }

    /// Carries out an edit of a model.
    fn edit(&mut self, edit: &Edit) -> Step {
        let name = edit.column.as_str();
        match edit.action {
            Action::Add => self.add_wish(&Wish {
                words: name.to_owned(),
                column_type: type_of(&edit.column_type),
                unit: Some(edit.unit.clone()).filter(|unit| !unit.is_empty()),
                samples: edit.values.clone(),
            }),
            Action::Drop => self.drop(name),
            Action::Hide => self.show(name, false),
            Action::Show => self.show(name, true),
            Action::Rename if !edit.text.is_empty() => self.rename(&format!("{name} to {}", edit.text)),
            Action::Retype => self.retype(&format!("{name} as {}", edit.column_type)),
            Action::Restrict => self.keep(name, edit.values.clone()),
            Action::Move => self.shift(&format!("{name} {}", edit.text)),
            Action::Describe if !edit.text.is_empty() => {
                let index = self.find(name)?;
                self.columns()[index].description = Some(edit.text.clone());
                self.done.push(format!("described `{name}`"));
                Ok(())
            }
            Action::Empty => self.empty(&format!("{} % of {name} empty", edit.number)),
            Action::Rows if edit.number > 0 => self.sentence(&format!("{} rows", edit.number)),
            _ => Err(None),
        }
    }

    fn each(&mut self, names: &str, step: impl Fn(&mut Self, &str) -> Step) -> Step {
        let names = names.replace(" and ", ",");
        let names: Vec<&str> = names.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
        if names.is_empty() {
            return Err(None);
        }
        names.into_iter().try_for_each(|name| step(self, name))
    }

    fn add(&mut self, rest: &str) -> Step {
        self.add_wish(&Wish::read(rest))
    }

    fn add_wish(&mut self, wish: &Wish) -> Step {
        if wish.words.is_empty() {
            return Err(None);
        }
        let products = self.template.tables[self.table].recipe == Some(Recipe::Products);
        let (column, how) = wish.column(self.catalog.as_ref().filter(|_| products));
        let there = self.columns().iter().position(|known| {
            plain(&known.name) == plain(&column.name) || matches!(&column.fill, Some(wares_model::Fill::Attribute(name)) if shows(known, name))
        });
        match there {
            Some(index) => {
                let known = &mut self.columns()[index];
                known.include = true;
                if !wish.samples.is_empty() {
                    known.samples.clone_from(&wish.samples);
                }
                let name = known.name.clone();
                self.done.push(format!("`{name}` was there already; it comes out"));
            }
            None => {
                self.done.push(format!("added: {how}"));
                self.columns().push(column);
            }
        }
        Ok(())
    }

    fn drop(&mut self, name: &str) -> Step {
        let index = self.find(name)?;
        let name = self.columns().remove(index).name;
        self.done.push(format!("dropped `{name}`"));
        Ok(())
    }

    fn show(&mut self, name: &str, include: bool) -> Step {
        let index = self.find(name)?;
        let column = &mut self.columns()[index];
        column.include = include;
        let name = column.name.clone();
        self.done.push(format!("`{name}` {}", if include { "comes out" } else { "stays in the template and out of the output" }));
        Ok(())
    }

    fn rename(&mut self, rest: &str) -> Step {
        let (old, new) = rest.split_once(" to ").or_else(|| rest.split_once(" as ")).ok_or(None)?;
        let new = new.trim().trim_matches(['`', '"', '\'']).to_owned();
        let index = self.find(old)?;
        let rows = self.template.tables[self.table].rows.unwrap_or(1);
        let recipe = self.template.tables[self.table].recipe;
        let trade = self.template.trade.clone();
        let column = &mut self.columns()[index];
        if column.fill.is_none()
            && let Some(recipe) = recipe
        {
            // A column that its recipe fills by name keeps what it shows.
            let known = wares_model::defaults::columns(recipe, rows, &trade).into_iter().chain(wares_model::defaults::optional(recipe));
            if let Some(known) = known.into_iter().find(|known| known.name == column.name) {
                (column.fill, column.key) = (known.fill, column.key.or(known.key));
            }
        }
        let old = std::mem::replace(&mut column.name, new.clone());
        for column in self.columns() {
            if let Some(wares_model::Fill::Text(text)) = &mut column.fill {
                text.pattern = text.pattern.replace(&format!("{{{old}}}"), &format!("{{{new}}}"));
            }
        }
        self.done.push(format!("renamed `{old}` to `{new}`"));
        Ok(())
    }

    fn retype(&mut self, rest: &str) -> Step {
        let rest = rest.strip_prefix("the type of ").or_else(|| rest.strip_prefix("type of ")).unwrap_or(rest);
        if let Some(name) = rest.strip_suffix(" the key").or_else(|| rest.strip_suffix(" the primary key")) {
            let index = self.find(name)?;
            for (place, column) in self.columns().iter_mut().enumerate() {
                column.key = (place == index).then_some(Key::Primary);
            }
            let name = self.columns()[index].name.clone();
            self.done.push(format!("`{name}` is the key"));
            return Ok(());
        }
        // `make size only S, M` and `set price from 5 to 10` are other things said with the same verb.
        if [" from ", " between ", " only "].iter().any(|mark| rest.contains(mark)) {
            return self.sentence(rest);
        }
        let split =
            [" to ", " into ", " as ", " an ", " a "].iter().filter_map(|mark| rest.rsplit_once(mark)).find(|(_, word)| type_of(word).is_some());
        let (name, wanted) = split.or_else(|| rest.rsplit_once(' ').filter(|(_, word)| type_of(word).is_some())).ok_or(None)?;
        let index = self.find(name)?;
        let column_type = type_of(wanted).ok_or(None)?;
        self.columns()[index].column_type = Some(column_type);
        let name = self.columns()[index].name.clone();
        self.done.push(format!("`{name}` is `{}`", wanted.trim()));
        Ok(())
    }

    fn restrict(&mut self, rest: &str) -> Step {
        let (name, list) = rest.split_once(" to ").or_else(|| rest.split_once(':')).ok_or(None)?;
        self.keep(name, values(list))
    }

    /// `size only S, M`, `price from 5 to 10`, `200 rows`, `10 % of color empty`.
    fn sentence(&mut self, text: &str) -> Step {
        let words: Vec<&str> = text.split_whitespace().collect();
        if let [number, "rows" | "products"] = words[..] {
            let rows = number.replace([',', '_'], "").parse::<u64>().map_err(|_| None)?;
            self.template.tables[self.table].rows = Some(rows);
            self.done.push(format!("{rows} rows"));
            return Ok(());
        }
        for mark in [" from ", " between "] {
            if let Some((name, range)) = text.split_once(mark) {
                let (ends, _) = ends(range);
                return if ends.len() == 2 { self.keep(name, ends) } else { Err(None) };
            }
        }
        for mark in [" only ", ": "] {
            if let Some((name, list)) = text.split_once(mark) {
                return self.keep(name, values(list));
            }
        }
        Err(None)
    }

    fn keep(&mut self, name: &str, samples: Vec<serde_json::Value>) -> Step {
        if samples.is_empty() {
            return Err(None);
        }
        let index = self.find(name)?;
        let catalog = self.catalog.clone();
        let column = &mut self.columns()[index];
        let samples = match (&column.fill, &catalog) {
            (Some(wares_model::Fill::Attribute(attribute)), Some(catalog)) => known_values(catalog, attribute, &samples),
            _ => samples,
        };
        column.samples.clone_from(&samples);
        let (name, shown) = (column.name.clone(), samples.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
        self.done.push(format!("`{name}` is made from {shown}"));
        Ok(())
    }

    fn shift(&mut self, rest: &str) -> Step {
        let rest = rest.replace(" to the front", " first").replace(" to the end", " last");
        let (name, place) = if let Some(name) = rest.strip_suffix(" first") {
            (name, 0)
        } else if let Some(name) = rest.strip_suffix(" last") {
            (name, usize::MAX)
        } else if let Some((name, other)) = rest.split_once(" before ") {
            (name, self.find(other)?)
        } else if let Some((name, other)) = rest.split_once(" after ") {
            (name, self.find(other)? + 1)
        } else {
            return Err(None);
        };
        let index = self.find(name)?;
        let column = self.columns().remove(index);
        let place = if index < place { place.saturating_sub(1) } else { place }.min(self.columns().len());
        self.done.push(format!("`{}` is column {}", column.name, place + 1));
        self.columns().insert(place, column);
        Ok(())
    }

    fn empty(&mut self, rest: &str) -> Step {
        let rest = rest.strip_suffix(" empty").or_else(|| rest.strip_suffix(" blank")).ok_or(None)?;
        let (share, name) = rest.split_once(" of ").ok_or(None)?;
        let share = share.trim_end_matches(['%', ' ']).trim_end_matches("percent").trim().parse::<u8>().map_err(|_| None)?;
        let index = self.find(name)?;
        self.columns()[index].null_percent = Some(share);
        let name = self.columns()[index].name.clone();
        self.done.push(format!("`{name}` is empty in {share} % of the rows"));
        Ok(())
    }
}

/// Done; or refused with a problem; or (`None`) not understood.
type Step = Result<(), Option<Problem>>;

fn misunderstood(text: &str) -> Problem {
    Problem::new(Place::root(), format!("`{text}` is no instruction that works without a language model"))
        .hint(format!("say it with `--by llm`, or as one of: {FORMS}"))
}
