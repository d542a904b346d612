//! A CSV file of a table, row by row, with its columns by name.

use std::{collections::HashMap, fs::File, io::BufReader, path::Path};

use csv::{Reader, ReaderBuilder, StringRecord};
use wares_model::{Day, Place, Problem, decimal::Decimal};

use super::Shop;
use crate::Error;

/// The value of a key: a whole number where it is written as one, so that a million of them take little room.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Number(i64),
    Text(Box<str>),
}

impl Key {
    pub(super) fn of(text: &str) -> Self {
        match text.parse::<i64>() {
            Ok(number) if number.to_string() == text => Self::Number(number),
            _ => Self::Text(text.into()),
        }
    }
}

/// Positions of rows by their key.
pub(super) type Index = HashMap<Key, u32>;

/// One row, with the header at hand.
pub(super) struct Row<'a> {
    columns: &'a HashMap<String, usize>,
    record: &'a StringRecord,
    /// The line of the file.
    pub(super) line: u64,
}

impl Row<'_> {
    /// The field of a column; none where it is empty or the table has no such column.
    pub(super) fn text(&self, column: &str) -> Option<&str> {
        self.columns.get(column).and_then(|index| self.record.get(*index)).filter(|text| !text.is_empty())
    }

    /// Whether the table has the column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    pub(super) fn key(&self, column: &str) -> Option<Key> {
        self.text(column).map(Key::of)
    }

    /// A whole number.
    pub(super) fn number(&self, column: &str) -> Option<i64> {
        self.text(column)?.parse().ok()
    }

    /// An amount in hundredths.
    pub(super) fn minor(&self, column: &str) -> Option<i64> {
        self.scaled(column, 2)
    }

    /// A decimal number in units of ten to the minus `scale`.
    pub(super) fn scaled(&self, column: &str, scale: u8) -> Option<i64> {
        Decimal::parse(self.text(column)?)?.at_scale(scale)
    }

    pub(super) fn day(&self, column: &str) -> Option<Day> {
        self.text(column)?.parse().ok()
    }
}

impl Shop<'_> {
    /// Reads a table and tells of each row with its position; nothing happens where the folder has no such file. Says whether there is one.
    ///
    /// # Errors
    /// [`Error::Input`], with the line that is no CSV.
    pub(super) fn read(&mut self, name: &'static str, mut tell: impl FnMut(&mut Self, u32, &Row<'_>)) -> Result<bool, Error> {
        let path = self.folder.join(format!("{name}.csv"));
        if !path.is_file() {
            return Ok(false);
        }
        let mut reader = open(&path)?;
        let header = reader.headers().map_err(|error| broken(&path, &error))?.clone();
        let columns: HashMap<String, usize> = header.iter().enumerate().map(|(index, name)| (name.to_owned(), index)).collect();
        let mut record = StringRecord::new();
        let mut count = 0;
        while reader.read_record(&mut record).map_err(|error| broken(&path, &error))? {
            let line = record.position().map_or(0, csv::Position::line);
            tell(self, count, &Row { columns: &columns, record: &record, line });
            count += 1;
        }
        self.tables.push((name.to_owned(), u64::from(count)));
        Ok(true)
    }

    /// Looks at the key of a row: it is there, and no earlier row has it.
    pub(super) fn enter(&mut self, table: &'static str, column: &str, index: &mut Index, position: u32, row: &Row<'_>) {
        let key = row.key(column);
        self.laws.look(table, "the key is there", key.is_some(), || format!("line {}: `{column}` is empty", row.line));
        let Some(key) = key else { return };
        let before = index.insert(key, position);
        self.laws.look(table, "no key stands twice", before.is_none(), || {
            format!("line {}: `{column}` {} stands in an earlier row", row.line, row.text(column).unwrap_or_default())
        });
    }

    /// [`Shop::refer`], where the field may be empty.
    pub(super) fn refer_if_any(&mut self, table: &'static str, law: &'static str, column: &str, index: &Index, row: &Row<'_>) -> Option<u32> {
        row.text(column)?;
        self.refer(table, law, column, index, row)
    }

    /// The position of the row that a foreign key means; an orphan where there is none. Nothing is said where the parents' file is missing.
    pub(super) fn refer(&mut self, table: &'static str, law: &'static str, column: &str, index: &Index, row: &Row<'_>) -> Option<u32> {
        if index.is_empty() || !row.has(column) {
            return None;
        }
        let found = row.key(column).and_then(|key| index.get(&key).copied());
        self.laws
            .look(table, law, found.is_some(), || format!("line {}: `{column}` {} is not there", row.line, row.text(column).unwrap_or_default()));
        found
    }

    /// Looks at two days of a row, where both are there.
    pub(super) fn in_order(&mut self, table: &'static str, law: &'static str, row: &Row<'_>, days: (Option<Day>, Option<Day>)) {
        let (Some(earlier), Some(later)) = days else { return };
        self.laws.look(table, law, earlier <= later, || format!("line {}: {earlier} and {later}", row.line));
    }

    /// Looks at whether a day lies after the day of the run.
    pub(super) fn by_today(&mut self, table: &'static str, row: &Row<'_>, columns: &[&str]) {
        let Some(today) = self.today else { return };
        for column in columns {
            let Some(day) = row.day(column) else { continue };
            self.laws.look(table, "nothing happens after the day of the run", day <= today, || format!("line {}: `{column}` {day}", row.line));
        }
    }
}

fn open(path: &Path) -> Result<Reader<BufReader<File>>, Error> {
    let file = File::open(path).map_err(|error| problem(path, error.to_string()))?;
    Ok(ReaderBuilder::new().from_reader(BufReader::with_capacity(1 << 18, file)))
}

fn broken(path: &Path, error: &csv::Error) -> Error {
    problem(path, format!("is no CSV of rows of equal length: {error}"))
}

fn problem(path: &Path, message: String) -> Error {
    Error::Input { subject: path.display().to_string(), problems: vec![Problem::new(Place::root(), message)] }
}
