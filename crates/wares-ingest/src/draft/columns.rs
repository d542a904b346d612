//! The columns of a table of rows, one by one: the recipe's fact where there is one, and the column's own range, categories or pattern elsewhere. Start at
//! [`Drafting::column`].

use std::collections::BTreeSet;

use wares_model::{
    Column, ColumnType, Day, Fill, Recipe,
    column::{Barcode, Choices, CustomerFact, DateRange, Flag, MomentRange, NumberRange, ProductFact, Serial, TimeRange},
    day::TimeOfDay,
    decimal::Decimal,
    pack::{catalog::Catalog, narrow},
    template::Key,
    weighted::{Choice, TextOr},
};

use super::{
    MOST_CATEGORIES,
    codes::{barcode_kind, narrowed, widened},
    fitted::{is_amount, prices_fit},
};
use crate::{
    meaning::{self, Meaning, Wish, code},
    names,
    profile::{DateOrder, Kind, Profile},
    value,
};

/// The columns of one table on their way.
pub(super) struct Drafting {
    pub(super) rows: u64,
    pub(super) position: usize,
    pub(super) recipe: Option<Recipe>,
    pub(super) catalog: Option<Catalog>,
    pub(super) key: Option<usize>,
    pub(super) taken: BTreeSet<String>,
    /// Facts that a column has already; the same one twice would be the same value twice.
    pub(super) facts: BTreeSet<String>,
    pub(super) notes: Vec<String>,
}

impl Drafting {
    pub(super) fn say(&mut self, name: &str, note: &str) {
        self.notes.push(format!("column `{name}`: {note}"));
    }

    pub(super) fn column(&mut self, name: &str, position: usize, profile: &Profile, helpers: &mut Vec<Column>) -> Column {
        self.position = position;
        let key = self.key == Some(position);
        if let Some((count, line)) = profile.misfits {
            self.say(name, &format!("{count} values are of another type, the first in line {line}; they are left out of account"));
        }
        let mut column = Column { description: Some(self.description(profile)), ..Column::named(name) };
        if key {
            column.key = Some(Key::Primary);
            (column.column_type, column.fill) = self.key_fill(name, profile);
            return column;
        }
        let percent = profile.null_percent();
        column.null_percent = (percent > 0).then_some(percent);
        if let Some((column_type, fill)) = self.fact(name, profile) {
            // These facts leave rows empty by themselves.
            let own = [CustomerFact::AddressLine2, CustomerFact::State, CustomerFact::PostalCode, CustomerFact::Company]
                .map(Fill::Customer)
                .contains(&fill);
            column.null_percent = column.null_percent.filter(|_| !own && !matches!(fill, Fill::Attribute(_)));
            (column.column_type, column.fill) = (column_type, Some(fill));
            return column;
        }
        let (column_type, fill) = self.own(name, profile, helpers);
        (column.column_type, column.fill) = (Some(column_type), Some(fill));
        column
    }

    fn description(&self, profile: &Profile) -> String {
        let kind = match profile.kind {
            Kind::Empty => return "Empty in the file".to_owned(),
            Kind::Integer => "whole numbers",
            Kind::Decimal => "decimal numbers",
            Kind::Money => "amounts of money",
            Kind::Boolean => "true or false",
            Kind::Date => "days",
            Kind::Time => "times of day",
            Kind::DateTime => "points in time",
            Kind::Uuid => "UUIDs",
            Kind::Url => "web addresses",
            Kind::Email => "e-mail addresses",
            Kind::Barcode(barcode) => return format!("{}: {} numbers in the file", names::label(&profile.name), barcode.name()),
            Kind::Json => "JSON",
            Kind::Text => "texts",
        };
        let about = if profile.distinct_exact { "" } else { "about " };
        format!("{}: {about}{} different {kind} in the file", names::label(&profile.name), profile.distinct)
    }

    /// A primary key may only be counted, coded or drawn as a UUID.
    fn key_fill(&mut self, name: &str, profile: &Profile) -> (Option<ColumnType>, Option<Fill>) {
        let first = profile.points.first().copied().unwrap_or(1);
        match profile.kind {
            Kind::Uuid => (Some(ColumnType::Uuid), Some(Fill::Uuid)),
            Kind::Integer => {
                let last = profile.points.last().copied().unwrap_or(first);
                let span = last.checked_sub(first).unwrap_or(0);
                let steps = i64::try_from(profile.rows).unwrap_or(i64::MAX).saturating_sub(1).max(1);
                let even = profile.rising && span % steps == 0;
                let step = if even { (span / steps).max(1) } else { 1 };
                (Some(ColumnType::Integer), Some(Fill::Serial(Serial { start: first, step })))
            }
            _ => {
                let barcode = matches!(profile.kind, Kind::Barcode(_));
                let pattern = profile.pattern.clone().unwrap_or_else(|| "#".repeat(profile.longest.clamp(1, 15)));
                let (pattern, wider) = widened(&pattern, self.rows);
                if wider {
                    self.say(name, &format!("the codes of the file are too few for {} rows: `{pattern}` has more", self.rows));
                }
                (Some(if barcode { ColumnType::Barcode } else { ColumnType::Text }), Some(code(&pattern, true)))
            }
        }
    }

    /// A fact of the recipe, where the column holds one and the user's own values allow it.
    fn fact(&mut self, name: &str, profile: &Profile) -> Option<(Option<ColumnType>, Fill)> {
        let (column_type, fill) = match self.recipe {
            Some(Recipe::Products) => self.product(name, profile)?,
            Some(Recipe::Customers) => self.person(profile)?,
            _ => return None,
        };
        if !self.facts.insert(format!("{fill:?}")) && !matches!(fill, Fill::Product(_)) {
            self.say(name, "a second column of this meaning holds the same values");
        }
        Some((column_type, fill))
    }

    fn person(&self, profile: &Profile) -> Option<(Option<ColumnType>, Fill)> {
        let meaning = meaning::of(&profile.name).or_else(|| (names::plain(&profile.name) == "name").then_some(Meaning::PersonName))?;
        if meaning == Meaning::Sex {
            let usual = profile.values.as_ref()?.iter().all(|(value, _)| value == "female" || value == "male");
            return usual.then_some((Some(ColumnType::Category), Fill::Customer(CustomerFact::Sex)));
        }
        // A country that is a number, and such, is something else.
        if !matches!(profile.kind, Kind::Text | Kind::Email | Kind::Empty | Kind::Integer) || profile.kind == Kind::Empty {
            return None;
        }
        match (meaning, profile.kind) {
            (Meaning::Phone, Kind::Integer) => Some((Some(ColumnType::Integer), Fill::Customer(CustomerFact::Phone))),
            (Meaning::Phone, _) => Some((Some(ColumnType::Phone), Fill::Customer(CustomerFact::PhoneText))),
            (Meaning::Postal, _) => Some((Some(ColumnType::Text), Fill::Customer(CustomerFact::PostalCode))),
            (_, Kind::Integer) => None,
            _ => {
                let fact = meaning.fact()?;
                let column_type = if fact == CustomerFact::Email { ColumnType::Email } else { ColumnType::Text };
                Some((Some(column_type), Fill::Customer(fact)))
            }
        }
    }

    fn product(&mut self, name: &str, profile: &Profile) -> Option<(Option<ColumnType>, Fill)> {
        let catalog = self.catalog.as_ref()?;
        let values: Vec<&str> = profile.values.iter().flatten().map(|(value, _)| value.as_str()).collect();
        // The user's values are values of the pack, and most of those that it has; with fewer, the column keeps to the user's own.
        let covers = |known: &[&str]| values.iter().all(|value| known.contains(value)) && values.len() * 10 >= known.len() * 7 && !values.is_empty();
        let fact = meaning::product(&profile.name);
        let attribute =
            catalog.attributes.iter().find(|known| [&known.name, &known.label].iter().any(|text| names::plain(text) == names::plain(name)));
        if let (None, Some(attribute)) = (fact, attribute) {
            let known = narrow::values(catalog, &attribute.name);
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let band =
                narrow::numbers(catalog, &attribute.name).filter(|_| profile.kind == Kind::Integer && narrow::is_number(catalog, &attribute.name));
            let inside = band.is_some_and(|(low, high)| profile.points.iter().all(|point| (low..=high).contains(point)));
            let column_type = if inside { ColumnType::Integer } else { ColumnType::Category };
            return (inside || covers(&known)).then(|| (Some(column_type), Fill::Attribute(attribute.name.clone())));
        }
        let lines: BTreeSet<&str> = catalog.kinds.iter().map(|kind| kind.line.as_str()).collect();
        let (lines, brands): (Vec<&str>, Vec<&str>) = (lines.into_iter().collect(), catalog.brands.iter().map(|brand| brand.name.as_str()).collect());
        let fill = |fact, column_type| Some((Some(column_type), Fill::Product(fact)));
        match fact? {
            ProductFact::Name if profile.kind == Kind::Text => {
                self.say(name, "names are made by the catalog pack; none of the file's goes over");
                fill(ProductFact::Name, ColumnType::Text)
            }
            ProductFact::Description if profile.kind == Kind::Text => {
                self.say(name, "descriptions are made by the catalog pack; none of the file's goes over");
                fill(ProductFact::Description, ColumnType::Text)
            }
            ProductFact::Line if covers(&lines) => fill(ProductFact::Line, ColumnType::Category),
            ProductFact::Vendor if covers(&brands) => fill(ProductFact::Vendor, ColumnType::Category),
            ProductFact::Scale => {
                let known = narrow::values(catalog, &catalog.scale);
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                covers(&known).then_some((Some(ColumnType::Text), Fill::Product(ProductFact::Scale)))
            }
            fact @ (ProductFact::ListPrice | ProductFact::Cost) if is_amount(profile) => {
                let within = prices_fit(catalog, fact, profile);
                if !within {
                    self.say(name, "prices keep the range of the file, which is not that of the catalog pack, and so follow from nothing else");
                }
                within.then_some((Some(ColumnType::Money), Fill::Product(fact)))
            }
            _ => None,
        }
    }

    /// The column's own range, categories, pattern or meaning.
    fn own(&mut self, name: &str, profile: &Profile, helpers: &mut Vec<Column>) -> (ColumnType, Fill) {
        if let Some(order) = profile.local_dates {
            let read = match order {
                DateOrder::DayFirst => "day before month",
                DateOrder::MonthFirst => "month before day",
                DateOrder::Either => "day before month, though month before day fits too",
            };
            self.say(name, &format!("local dates were read {read}, and are written as `2026-11-23`"));
        }
        let points = &profile.points;
        let (low, high) = (points.first().copied().unwrap_or(0), points.last().copied().unwrap_or(0));
        let inner = points.get(1..points.len().saturating_sub(1)).unwrap_or_default();
        let day = |point: i64| Day(i32::try_from(point).unwrap_or(0)).clamp(Day::MIN, Day::MAX);
        match profile.kind {
            Kind::Empty => {
                self.say(name, "is empty in every row, and stays so");
                (ColumnType::Text, Fill::Constant(String::new()))
            }
            Kind::Integer | Kind::Decimal | Kind::Money => self.number(name, profile, low, high, inner),
            Kind::Boolean => self.boolean(name, profile),
            Kind::Date => {
                (ColumnType::Date, Fill::Date(DateRange { from: day(low), to: day(high), points: inner.iter().copied().map(day).collect() }))
            }
            Kind::Time => {
                let second = |point: i64| TimeOfDay(u32::try_from(point).unwrap_or(0).min(86_399));
                (ColumnType::Time, Fill::Time(TimeRange { from: second(low), to: second(high) }))
            }
            Kind::DateTime => {
                let of = |point: i64| day(point.div_euclid(86_400));
                (ColumnType::Datetime, Fill::DateTime(MomentRange { from: of(low), to: of(high) }))
            }
            Kind::Uuid => (ColumnType::Uuid, Fill::Uuid),
            Kind::Url => {
                self.say(name, "addresses are made up on a reserved domain; none of the file's goes over");
                (ColumnType::Url, meaning::text(Some(Meaning::Web), wish(name, self.position, profile, self.rows)).fill)
            }
            Kind::Barcode(barcode) => {
                self.say(name, &format!("{} numbers with right check digits, from a block that no maker has", barcode.name()));
                (ColumnType::Barcode, Fill::Barcode(Barcode { kind: barcode_kind(barcode), prefix: None }))
            }
            Kind::Json => {
                self.say(name, "holds JSON, which is not made: every row has the text `{}`");
                (ColumnType::Text, Fill::Constant("{}".to_owned()))
            }
            Kind::Email => self.text(name, ColumnType::Email, Some(Meaning::Email), profile, helpers),
            Kind::Text => self.words(name, profile, helpers),
        }
    }

    fn number(&mut self, name: &str, profile: &Profile, low: i64, high: i64, inner: &[i64]) -> (ColumnType, Fill) {
        if profile.decimal_comma && profile.scale > 0 {
            self.say(name, "decimals stood behind a comma, and are written behind a point");
        }
        if profile.money_signs {
            self.say(name, "signs of money are left out of the numbers");
        }
        let at = |digits: i64| Decimal { digits, scale: profile.scale };
        let fill =
            Fill::Number(NumberRange { min: at(low), max: at(high), decimals: Some(profile.scale), points: inner.iter().copied().map(at).collect() });
        // Amounts are held in hundredths.
        let fits = profile.scale > 0 || (low.checked_mul(100).is_some() && high.checked_mul(100).is_some());
        let column_type = match profile.kind {
            Kind::Money if profile.scale <= 2 && fits => ColumnType::Money,
            _ if profile.scale == 0 => ColumnType::Integer,
            _ => ColumnType::Decimal,
        };
        (column_type, fill)
    }

    fn boolean(&mut self, name: &str, profile: &Profile) -> (ColumnType, Fill) {
        let values = profile.values.as_deref().unwrap_or_default();
        if values.iter().all(|(value, _)| matches!(value.to_ascii_lowercase().as_str(), "true" | "false")) || values.is_empty() {
            return (ColumnType::Boolean, Fill::Flag(Flag { true_percent: profile.true_percent }));
        }
        let readable = values.iter().filter(|(value, _)| value::boolean(value).is_some()).cloned().collect::<Vec<_>>();
        self.say(name, "true and false keep the spelling of the file, and so the type `category`");
        (ColumnType::Category, choices(&readable))
    }

    /// Texts: categories where few values come again and again, else codes, else what the name means.
    fn words(&mut self, name: &str, profile: &Profile, helpers: &mut Vec<Column>) -> (ColumnType, Fill) {
        let meaning = meaning::of(&profile.name);
        let personal =
            meaning.is_some_and(Meaning::is_personal) && (profile.distinct > 12 || profile.longest > 24 || meaning != Some(Meaning::Remark));
        if let Some(values) = profile.values.as_ref().filter(|values| !personal && repeats(values, profile)) {
            // A value that one row alone has may tell of that row.
            let often: Vec<(String, u64)> = values.iter().filter(|(_, count)| *count > 1).cloned().collect();
            if often.len() < values.len() {
                self.say(name, &format!("{} values that stand in one row alone were left out", values.len() - often.len()));
            }
            return (ColumnType::Category, choices(&often));
        }
        if let Some(pattern) = profile.pattern.as_ref().filter(|_| !personal) {
            let unique = !profile.repeats && self.rows > 1;
            let (pattern, wider) = if unique { widened(pattern, self.rows) } else { (narrowed(pattern), false) };
            let more = if wider { ", with more digits for so many rows" } else { "" };
            self.say(name, &format!("codes of the pattern `{pattern}`{more}; none of the file's goes over"));
            return (ColumnType::Text, code(&pattern, unique));
        }
        self.text(name, ColumnType::Text, meaning, profile, helpers)
    }

    fn text(
        &mut self,
        name: &str,
        column_type: ColumnType,
        meaning: Option<Meaning>,
        profile: &Profile,
        helpers: &mut Vec<Column>,
    ) -> (ColumnType, Fill) {
        let granted = meaning::text(meaning, wish(name, self.position, profile, self.rows));
        self.say(name, &format!("{}; none of the file's values goes over", granted.how));
        helpers.extend(granted.helpers);
        (column_type, granted.fill)
    }
}

fn wish<'a>(name: &'a str, position: usize, profile: &Profile, rows: u64) -> Wish<'a> {
    let usual = usize::midpoint(profile.shortest, profile.longest);
    Wish { name, position, longest: profile.longest.max(40), usual, unique: profile.is_unique() && profile.longest <= 60 && rows > 1, rows }
}

/// Whether few values come again and again.
pub(super) fn repeats(values: &[(String, u64)], profile: &Profile) -> bool {
    let often = values.iter().filter(|(_, count)| *count > 1).count();
    let alone = values.len() - often;
    let present = profile.present();
    (1..=MOST_CATEGORIES).contains(&often) && values.len() as u64 * 2 <= present && alone as u64 * 5 <= present
}

fn choices(values: &[(String, u64)]) -> Fill {
    let most = values.iter().map(|(_, count)| *count).max().unwrap_or(1);
    let unit = most / 1_000_000 + 1;
    let weight = |count: u64| u32::try_from(count / unit).unwrap_or(u32::MAX).max(1);
    Fill::Choice(Choices { values: values.iter().map(|(value, count)| TextOr(Choice { value: value.clone(), weight: weight(*count) })).collect() })
}
