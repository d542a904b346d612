//! A text of SQL, cut into statements, and each parsed in the dialect that takes it. Start at [`pieces`].

use sqlparser::{
    ast::Statement,
    dialect::{Dialect, GenericDialect, MsSqlDialect, MySqlDialect, PostgreSqlDialect, SQLiteDialect},
    parser::{Parser, ParserError},
};

use super::MOST_DEPTH;

/// One statement and the line in which it begins.
pub(super) struct Piece<'a> {
    pub(super) sql: &'a str,
    pub(super) line: u64,
}

/// Cuts a text at semicolons that stand outside of quotes and comments.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let bytes = text.as_bytes();
    let (mut found, mut start, mut at) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        let rest = &bytes[at..];
        at += match bytes[at] {
            quote @ (b'\'' | b'"' | b'`') => quoted(rest, quote),
            b'-' if rest.starts_with(b"--") => line_end(rest),
            b'#' => line_end(rest),
            b'/' if rest.starts_with(b"/*") => find(rest, b"*/", 2).map_or(rest.len(), |end| end + 2),
            b'$' => dollar(rest),
            b';' => {
                push(&mut found, text, start, at);
                start = at + 1;
                1
            }
            _ => 1,
        };
    }
    push(&mut found, text, start, bytes.len());
    let (mut line, mut seen) = (1, 0);
    for (piece, begins) in &mut found {
        line += bytes[seen..*begins].iter().filter(|byte| **byte == b'\n').count() as u64;
        seen = *begins;
        piece.line = line;
    }
    found.into_iter().map(|(piece, _)| piece).collect()
}

fn push<'a>(found: &mut Vec<(Piece<'a>, usize)>, text: &'a str, start: usize, end: usize) {
    // Comments and blanks before the first word belong to no statement.
    let mut start = start;
    loop {
        let rest = &text.as_bytes()[start..end];
        start += match rest.first() {
            Some(byte) if byte.is_ascii_whitespace() => 1,
            Some(b'-') if rest.starts_with(b"--") => line_end(rest),
            Some(b'#') => line_end(rest),
            Some(b'/') if rest.starts_with(b"/*") => find(rest, b"*/", 2).map_or(rest.len(), |end| end + 2),
            _ => break,
        };
    }
    // All cuts stand at signs of ASCII.
    if let Some(sql) = text.get(start..end).filter(|sql| !sql.trim().is_empty()) {
        found.push((Piece { sql, line: 1 }, start));
    }
}

fn quoted(rest: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            b'\\' if quote == b'\'' => at += 2,
            byte if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

fn line_end(rest: &[u8]) -> usize {
    rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |end| end + 1)
}

fn find(rest: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    rest.get(from..)?.windows(wanted.len()).position(|window| window == wanted).map(|found| found + from)
}

/// The length of a `$tag$ ... $tag$` text, or 1 where the sign stands for itself.
fn dollar(rest: &[u8]) -> usize {
    let tag =
        rest[1..].iter().position(|byte| *byte == b'$').filter(|end| rest[1..=*end].iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_'));
    let Some(end) = tag else { return 1 };
    let mark = &rest[..end + 2];
    find(rest, mark, mark.len()).map_or(1, |found| found + mark.len())
}

pub(super) fn begins(sql: &str, words: &[&str]) -> bool {
    let mut found = sql.split_whitespace();
    words.iter().all(|word| found.next().is_some_and(|found| found.eq_ignore_ascii_case(word)))
}

pub(super) fn table_at(sql: &str) -> bool {
    sql.split_whitespace().take(6).any(|word| word.to_ascii_uppercase().starts_with("TABLE"))
}

pub(super) fn declares(sql: &str) -> bool {
    let create = begins(sql, &["CREATE"]) && (table_at(sql) || begins(sql, &["CREATE", "UNIQUE", "INDEX"]) || begins(sql, &["CREATE", "TYPE"]));
    create || begins(sql, &["ALTER", "TABLE"]) || begins(sql, &["COMMENT", "ON"])
}

pub(super) fn parse(sql: &str) -> Result<Vec<Statement>, ParserError> {
    let first = parse_in_turn(sql);
    // What stands behind the columns (engine, storage, partitions) is not needed.
    match (&first, body(sql)) {
        (Err(_), Some(body)) if table_at(sql) => parse_in_turn(body).or(first),
        _ => first,
    }
}

fn parse_in_turn(sql: &str) -> Result<Vec<Statement>, ParserError> {
    let dialects: [&dyn Dialect; 5] = [&GenericDialect {}, &PostgreSqlDialect {}, &MySqlDialect {}, &SQLiteDialect {}, &MsSqlDialect {}];
    let mut furthest: Option<((u64, u32), ParserError)> = None;
    for dialect in dialects {
        let parsed = Parser::new(dialect).with_recursion_limit(MOST_DEPTH).try_with_sql(sql).and_then(|mut parser| parser.parse_statements());
        match parsed {
            Ok(statements) => return Ok(statements),
            Err(error) => {
                // The dialect that came furthest tells most.
                let (line, column, _) = located(&error);
                let reach = (line, column.unwrap_or(0));
                if furthest.as_ref().is_none_or(|(far, _)| reach > *far) {
                    furthest = Some((reach, error));
                }
            }
        }
    }
    Err(furthest.map_or(ParserError::RecursionLimitExceeded, |(_, error)| error))
}

/// The statement up to the bracket that closes its first one.
fn body(sql: &str) -> Option<&str> {
    let bytes = sql.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'\'' | b'"' | b'`') => at += quoted(&bytes[at..], quote) - 1,
            b'(' => depth += 1,
            b')' if depth <= 1 => return sql.get(..=at),
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Line and column of a parser's message, and the message without them.
pub(super) fn located(error: &ParserError) -> (u64, Option<u32>, String) {
    let text = match error {
        ParserError::TokenizerError(text) | ParserError::ParserError(text) => text.clone(),
        ParserError::RecursionLimitExceeded => return (1, None, "brackets stand too deep in each other".to_owned()),
    };
    let Some((found, place)) = text.rsplit_once(" at Line: ") else { return (1, None, text) };
    let mut numbers = place.split(", Column: ").map(|number| number.trim().parse::<u64>().ok());
    let (line, column) = (numbers.next().flatten().unwrap_or(1), numbers.next().flatten().and_then(|column| u32::try_from(column).ok()));
    (line, column, found.to_owned())
}
