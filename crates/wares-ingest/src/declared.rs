//! What a schema declares of a column -> the column. The same for JSON Schema, SQL and data packages. Start at [`column`].

use std::collections::BTreeSet;

use wares_model::{
    Column, ColumnType, Day, Fill,
    column::{Barcode, BarcodeKind, Choices, CustomerFact, DateRange, Flag, MomentRange, NumberRange, Reference, Serial, TimeRange},
    day::TimeOfDay,
    decimal::Decimal,
    template::Key,
    weighted::{Choice, TextOr},
};

use crate::{
    draft,
    meaning::{self, Meaning, Wish, code},
    names,
    profile::is_money,
};

/// The most values of a list.
const MOST_VALUES: usize = 1_000;
/// Days of columns that declare none.
const FIRST_DAY: Day = Day(19_723); // 2024-01-01
const LAST_DAY: Day = Day(20_453); // 2025-12-31
/// Share of rows without a value where a column may be empty, in percent.
pub(crate) const SOME_EMPTY: u8 = 5;

/// What a schema says of one column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Declared {
    pub(crate) name: String,
    pub(crate) column_type: Option<ColumnType>,
    /// Whether rows may be without a value.
    pub(crate) nullable: bool,
    pub(crate) unique: bool,
    pub(crate) primary: bool,
    /// The only values, if there is a list of them.
    pub(crate) values: Vec<String>,
    pub(crate) min: Option<Decimal>,
    pub(crate) max: Option<Decimal>,
    pub(crate) first_day: Option<Day>,
    pub(crate) last_day: Option<Day>,
    pub(crate) decimals: Option<u8>,
    pub(crate) longest: Option<usize>,
    pub(crate) shortest: Option<usize>,
    /// A regular expression.
    pub(crate) pattern: Option<String>,
    /// What stands where nothing is given.
    pub(crate) default: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) examples: Vec<String>,
    /// The table whose primary key it holds.
    pub(crate) references: Option<String>,
    /// What could not be taken over.
    pub(crate) lost: Vec<String>,
}

impl Declared {
    /// A column of this name of which nothing is known.
    pub(crate) fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }
}

/// Makes columns of one table.
pub(crate) struct Maker<'a> {
    pub(crate) table: &'a str,
    pub(crate) rows: u64,
    pub(crate) taken: BTreeSet<String>,
    pub(crate) helpers: Vec<Column>,
    pub(crate) notes: &'a mut Vec<String>,
}

impl<'a> Maker<'a> {
    fn say(&mut self, name: &str, note: &str) {
        let table = self.table;
        self.notes.push(format!("`{table}.{name}`: {note}"));
    }

    /// The column as declared. `alone` says whether it is the whole primary key.
    pub(crate) fn column(&mut self, declared: &Declared, alone: bool) -> Column {
        let position = self.taken.len();
        let name = names::column(&declared.name, position, &mut self.taken);
        for lost in &declared.lost {
            self.say(&name, lost);
        }
        let mut column = Column { description: declared.description.clone().filter(|text| !text.trim().is_empty()), ..Column::named(&name) };
        column.key = declared.primary.then_some(Key::Primary);
        let (column_type, fill) = if declared.primary && alone && declared.references.is_none() {
            self.key(&name, position, declared)
        } else {
            self.fill(&name, position, declared)
        };
        (column.column_type, column.fill) = (column_type, Some(fill));
        column.null_percent = (declared.nullable && !declared.primary).then_some(SOME_EMPTY);
        column
    }

    fn key(&mut self, name: &str, position: usize, declared: &Declared) -> (Option<ColumnType>, Fill) {
        match declared.column_type {
            Some(ColumnType::Uuid) => (Some(ColumnType::Uuid), Fill::Uuid),
            None | Some(ColumnType::Integer | ColumnType::Decimal | ColumnType::Money) => {
                let start = declared.min.and_then(|min| min.at_scale(0)).filter(|start| (0..i64::MAX / 4).contains(start)).unwrap_or(1);
                (Some(ColumnType::Integer), Fill::Serial(Serial { start, step: 1 }))
            }
            _ => {
                let built = declared.pattern.as_deref().and_then(simple_pattern).map(|pattern| draft::narrowed(&pattern));
                let wish = Wish { unique: true, usual: 1, ..self.wish(name, position, declared) };
                let enough = |pattern: &String| wares_model::pattern::code_capacity(pattern).is_some_and(|most| most >= self.rows);
                let fill = match built.filter(enough) {
                    Some(pattern) => code(&pattern, true),
                    None => meaning::text(None, wish).fill,
                };
                if matches!(&fill, Fill::Code(code) if !code.unique) {
                    self.say(name, "has too few letters for so many different keys: some come twice; ask for fewer rows");
                }
                (Some(ColumnType::Text), fill)
            }
        }
    }

    fn wish<'b>(&self, name: &'b str, position: usize, declared: &Declared) -> Wish<'b>
    where
        'a: 'b,
    {
        let longest = declared.longest.unwrap_or(255).max(1);
        let usual = if declared.longest.is_none_or(|longest| longest > 255) { 30 } else { longest.min(60) / 2 };
        // The name of a team is `Team 0417` rather than `Name 0417`.
        let label = if matches!(name.to_lowercase().as_str(), "name" | "title") { self.table.trim_end_matches('s') } else { name };
        Wish { name: label, position, longest, usual, unique: declared.unique || declared.primary, rows: self.rows }
    }

    fn fill(&mut self, name: &str, position: usize, declared: &Declared) -> (Option<ColumnType>, Fill) {
        if let Some(table) = &declared.references {
            return (None, Fill::Reference(Reference { table: table.clone(), column: None }));
        }
        let wanted = declared.column_type.unwrap_or(ColumnType::Text);
        if !declared.values.is_empty() {
            return self.listed(name, wanted, declared);
        }
        let words = names::words(name);
        match wanted {
            ColumnType::Integer | ColumnType::Decimal | ColumnType::Money => self.number(name, wanted, &words, declared),
            ColumnType::Boolean => {
                let true_percent = match declared.default.as_deref().map(str::to_ascii_lowercase).as_deref() {
                    Some("true" | "1" | "yes") => 85,
                    Some("false" | "0" | "no") => 15,
                    _ => 50,
                };
                (Some(wanted), Fill::Flag(Flag { true_percent }))
            }
            ColumnType::Date => {
                let (from, to) = days(declared);
                (Some(wanted), Fill::Date(DateRange { from, to, points: Vec::new() }))
            }
            ColumnType::Datetime => {
                let (from, to) = days(declared);
                (Some(wanted), Fill::DateTime(MomentRange { from, to }))
            }
            ColumnType::Time => (Some(wanted), Fill::Time(TimeRange { from: TimeOfDay(0), to: TimeOfDay(86_399) })),
            ColumnType::Uuid => (Some(wanted), Fill::Uuid),
            ColumnType::Barcode => (Some(wanted), Fill::Barcode(Barcode { kind: BarcodeKind::Ean13, prefix: None })),
            ColumnType::Json => {
                let text = declared.default.clone().filter(|text| text.starts_with(['{', '['])).unwrap_or_else(|| "{}".to_owned());
                if declared.lost.is_empty() {
                    self.say(name, &format!("holds JSON, which is not made: every row has the text `{text}`"));
                }
                // The type `json` would write the text as one of JSON's own, in quotes.
                (Some(ColumnType::Text), Fill::Constant(text))
            }
            ColumnType::Url => self.text(name, position, wanted, Some(Meaning::Web), declared),
            ColumnType::Email => self.text(name, position, wanted, Some(Meaning::Email), declared),
            ColumnType::Phone => self.text(name, position, wanted, Some(Meaning::Phone), declared),
            ColumnType::Text | ColumnType::Category => self.text(name, position, ColumnType::Text, meaning::of(name), declared),
        }
    }

    fn text(&mut self, name: &str, position: usize, wanted: ColumnType, meaning: Option<Meaning>, declared: &Declared) -> (Option<ColumnType>, Fill) {
        if let Some(pattern) = &declared.pattern {
            let built = simple_pattern(pattern).filter(|built| declared.longest.is_none_or(|longest| built.chars().count() <= longest));
            match built {
                Some(built) if built.contains(['#', '@', '~']) => {
                    let built = draft::narrowed(&built);
                    let enough = wares_model::pattern::code_capacity(&built).is_some_and(|most| most >= self.rows);
                    if declared.unique && !enough {
                        self.say(name, "its pattern has too few values for so many rows: some come twice");
                    }
                    return (Some(wanted), code(&built, declared.unique && enough));
                }
                Some(built) => return (Some(wanted), Fill::Constant(built)),
                None => self.say(name, &format!("the pattern `{}` is more than classes and counts, and is left out of account", short(pattern))),
            }
        }
        if declared.examples.len() >= 2 && !declared.unique && meaning.is_none_or(|meaning| !meaning.is_personal()) {
            self.say(name, "its examples are all its values; add others");
            return (Some(if wanted == ColumnType::Text { ColumnType::Category } else { wanted }), choices(&declared.examples));
        }
        let granted = meaning::text(meaning, self.wish(name, position, declared));
        if declared.unique && matches!(&granted.fill, Fill::Code(code) if !code.unique) {
            self.say(name, "has too few letters for so many different values: some come twice");
        }
        self.helpers.extend(granted.helpers);
        (Some(wanted), granted.fill)
    }

    fn listed(&mut self, name: &str, wanted: ColumnType, declared: &Declared) -> (Option<ColumnType>, Fill) {
        let plain: BTreeSet<String> = declared.values.iter().map(|value| value.to_ascii_lowercase()).collect();
        if wanted == ColumnType::Boolean && plain.iter().all(|value| value == "true" || value == "false") {
            let true_percent = if plain.len() == 2 { 50 } else { u8::from(plain.contains("true")) * 100 };
            return (Some(wanted), Fill::Flag(Flag { true_percent }));
        }
        let numbers: Option<Vec<i64>> = declared.values.iter().map(|value| value.parse().ok()).collect();
        if let (ColumnType::Integer, Some(mut numbers)) = (wanted, numbers) {
            numbers.sort_unstable();
            numbers.dedup();
            let (low, high) = (numbers.first().copied().unwrap_or(0), numbers.last().copied().unwrap_or(0));
            if high.checked_sub(low).is_some_and(|span| span.unsigned_abs() + 1 == numbers.len() as u64) {
                return (Some(wanted), Fill::Number(range(whole(low), whole(high), 0)));
            }
            self.say(name, "a list of numbers with gaps is held as the type `category`");
        }
        if declared.values.len() > MOST_VALUES {
            self.say(name, &format!("of {} values the first {MOST_VALUES} are taken", declared.values.len()));
        }
        if declared.unique && self.rows > declared.values.len() as u64 {
            self.say(name, "has fewer values than rows: some come twice");
        }
        let kept = &declared.values[..declared.values.len().min(MOST_VALUES)];
        (Some(ColumnType::Category), choices(kept))
    }

    fn number(&mut self, name: &str, wanted: ColumnType, words: &[String], declared: &Declared) -> (Option<ColumnType>, Fill) {
        let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
        if (declared.unique || declared.primary) && wanted == ColumnType::Integer {
            let start = declared.min.and_then(|min| min.at_scale(0)).filter(|start| (0..i64::MAX / 4).contains(start)).unwrap_or(1);
            return (Some(wanted), Fill::Serial(Serial { start, step: 1 }));
        }
        if wanted == ColumnType::Integer && declared.min.is_none() && declared.max.is_none() && meaning::of(name) == Some(Meaning::Phone) {
            return (Some(wanted), Fill::Number(range(whole(12_025_550_100), whole(12_025_550_199), 0)));
        }
        let named_scale = if wanted == ColumnType::Integer { 0 } else { 2 };
        let bounds = [declared.min, declared.max].into_iter().flatten().map(|bound| bound.scale).max().unwrap_or(0);
        let scale =
            if wanted == ColumnType::Integer { 0 } else { declared.decimals.unwrap_or_else(|| bounds.max(named_scale)).min(Decimal::MAX_SCALE) };
        let money = scale <= 2 && scale > 0 && (wanted == ColumnType::Money || is_money(words));
        let (usual_low, usual_high) = match () {
            () if has(&["percent", "percentage", "pct", "discount"]) => (0, 100),
            () if has(&["rating", "stars", "score"]) => (1, 5),
            () if has(&["year"]) => (2015, 2025),
            () if has(&["age"]) => (18, 90),
            () if has(&["quantity", "qty", "count", "stock"]) => (1, 100),
            () if has(&["latitude", "lat"]) => (-90, 90),
            () if has(&["longitude", "lon", "lng"]) => (-180, 180),
            () if money || is_money(words) => (1, 500),
            () => (0, 1_000),
        };
        let unit = 10_i64.pow(u32::from(scale));
        // Bounds that hold more digits than the column are cut towards the inside.
        let at = |bound: Decimal, up: bool| bound.at_scale(scale).or_else(|| cut(bound, scale, up));
        let (low, high) = (declared.min.and_then(|bound| at(bound, true)), declared.max.and_then(|bound| at(bound, false)));
        let (usual_low, usual_high) = (usual_low * unit, usual_high * unit);
        let span = (usual_high - usual_low).max(1);
        let (low, high) = match (low, high) {
            (Some(low), Some(high)) => (low, high),
            (Some(low), None) => (low, if usual_high > low { usual_high } else { low.saturating_add(span) }),
            (None, Some(high)) => (if usual_low < high { usual_low } else { high.saturating_sub(span) }, high),
            (None, None) => (usual_low, usual_high),
        };
        let (low, high) = if low > high {
            self.say(name, "its least value is more than its greatest: both were swapped");
            (high, low)
        } else {
            (low, high)
        };
        let money = money && low.checked_mul(100).is_some() && high.checked_mul(100).is_some();
        let column_type = match scale {
            0 => ColumnType::Integer,
            _ if money => ColumnType::Money,
            _ => ColumnType::Decimal,
        };
        (Some(column_type), Fill::Number(range(Decimal { digits: low, scale }, Decimal { digits: high, scale }, scale)))
    }
}

fn whole(digits: i64) -> Decimal {
    Decimal { digits, scale: 0 }
}

fn range(min: Decimal, max: Decimal, decimals: u8) -> NumberRange {
    NumberRange { min, max, decimals: Some(decimals), points: Vec::new() }
}

/// A number at a smaller scale: up or down to the next one there is.
fn cut(number: Decimal, scale: u8, up: bool) -> Option<i64> {
    let unit = 10_i64.checked_pow(u32::from(number.scale.checked_sub(scale)?))?;
    let floor = number.digits.div_euclid(unit);
    Some(if up && number.digits.rem_euclid(unit) != 0 { floor + 1 } else { floor })
}

fn days(declared: &Declared) -> (Day, Day) {
    let (from, to) = match (declared.first_day, declared.last_day) {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) => (from, if from < LAST_DAY { LAST_DAY } else { Day(from.0.saturating_add(730)) }),
        (None, Some(to)) => (if to > FIRST_DAY { FIRST_DAY } else { Day(to.0.saturating_sub(730)) }, to),
        (None, None) => (FIRST_DAY, LAST_DAY),
    };
    let clamp = |day: Day| day.clamp(Day::MIN, Day::MAX);
    (clamp(from.min(to)), clamp(from.max(to)))
}

/// Equal shares; a value that is named twice stands once.
pub(crate) fn choices(values: &[String]) -> Fill {
    let mut seen = BTreeSet::new();
    let kept = values.iter().filter(|value| seen.insert(value.as_str()));
    Fill::Choice(Choices { values: kept.map(|value| TextOr(Choice::from(value.clone()))).collect() })
}

fn short(text: &str) -> String {
    let start: String = text.chars().take(40).collect();
    if start.len() < text.len() { start + "..." } else { start }
}

/// A code pattern for a regular expression made of letters, classes such as `[A-Z]` or `\d`, and counts; nothing for any other.
pub(crate) fn simple_pattern(expression: &str) -> Option<String> {
    let inner = expression.strip_prefix('^').unwrap_or(expression);
    let inner = inner.strip_suffix('$').unwrap_or(inner);
    let mut letters = inner.chars().peekable();
    let mut made = String::new();
    while let Some(letter) = letters.next() {
        let sign = match letter {
            '\\' => match letters.next()? {
                'd' => '#',
                'w' => '~',
                's' => ' ',
                // `\b`, `\D` and the like.
                other if other.is_ascii_alphanumeric() => return None,
                other => literal(other)?,
            },
            '[' => {
                let class: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                class_sign(&class)?
            }
            '.' => '~',
            '(' | ')' | '|' | '*' | '+' | '?' | '{' | '}' | '^' | '$' => return None,
            other => literal(other)?,
        };
        let times = count(&mut letters)?;
        if made.chars().count() + times > 64 {
            return None;
        }
        made.extend(std::iter::repeat_n(sign, times));
    }
    (!made.is_empty()).then_some(made)
}

fn literal(letter: char) -> Option<char> {
    (!matches!(letter, '#' | '@' | '~') && !letter.is_control()).then_some(letter)
}

fn class_sign(class: &str) -> Option<char> {
    let first = class.chars().next()?;
    match () {
        () if first == '^' => None,
        () if class.contains("A-Z") => Some('@'),
        () if class.contains("a-z") => Some('~'),
        () if class.contains("0-9") || class.contains("\\d") => Some('#'),
        () if class.contains("1-9") || class.contains('-') || class.contains('\\') => None,
        () => literal(first),
    }
}

/// How often the sign before it stands: once, or as a quantifier says; the least number of a range that is more than 0.
fn count(letters: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<usize> {
    match letters.peek() {
        Some('+') => {
            letters.next();
            Some(4)
        }
        Some('*') => {
            letters.next();
            Some(4)
        }
        Some('?') => {
            letters.next();
            Some(0)
        }
        Some('{') => {
            letters.next();
            let inside: String = letters.by_ref().take_while(|letter| *letter != '}').collect();
            let (least, most) = inside.split_once(',').map_or((inside.as_str(), inside.as_str()), |(least, most)| (least, most));
            let least: usize = least.trim().parse().ok()?;
            let most: usize = if most.trim().is_empty() { least.max(1) } else { most.trim().parse().ok()? };
            Some(most.min(least.max(1).max(most.min(8))))
        }
        _ => Some(1),
    }
}

/// The fact of the customer that a column of a table of people holds.
pub(crate) fn person(name: &str) -> Option<Fill> {
    let known = draft::known(wares_model::Recipe::Customers).into_iter().find(|known| names::plain(&known.name) == names::plain(name));
    let fill = known.and_then(|known| known.fill).or_else(|| meaning::of(name).and_then(Meaning::fact).map(Fill::Customer))?;
    // What not every country has, and the employee that not every template has.
    let rare =
        [CustomerFact::MiddleName, CustomerFact::TaxNumber, CustomerFact::VatNumber, CustomerFact::Iban, CustomerFact::SalesRep].map(Fill::Customer);
    (!rare.contains(&fill) && matches!(fill, Fill::Customer(_))).then_some(fill)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_expressions_of_classes_and_counts_become_codes() {
        for (expression, pattern) in [
            ("^[A-Z]{2}-\\d{4}$", Some("@@-####")),
            ("^SKU[0-9]{3}[a-z]?$", Some("SKU###")),
            ("\\d+", Some("####")),
            ("^(a|b)$", None),
            ("^[^x]+$", None),
            ("^.*$", Some("~~~~")),
            ("a@b", None),
            ("[0-9", Some("#")),
            ("x{2", Some("xx")),
            ("x{99}", None),
            ("", None),
        ] {
            assert_eq!(simple_pattern(expression).as_deref(), pattern, "{expression}");
        }
    }
}
