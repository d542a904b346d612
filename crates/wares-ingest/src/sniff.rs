//! How a text file is written: encoding, delimiter, header. Knows nothing of templates.
//!
//! In: the first bytes of a file. Out: a [`Dialect`]; [`Utf8`] then reads the file as UTF-8 whatever it is. Start at [`sniff`].

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Read},
};

use encoding_rs::{CoderResult, Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{records, value};

/// Bytes that are looked at before a file is read.
pub const HEAD_BYTES: usize = 64 * 1024;
/// Rows of the head that decide.
const MOST_ROWS: usize = 200;

/// How letters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark at the start.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252, which takes in Latin-1.
    Windows1252,
}

impl Encoding {
    /// The name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// How a file of rows is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// How letters are written.
    pub encoding: Encoding,
    /// What stands between fields: comma, semicolon, tab or pipe.
    pub delimiter: u8,
    /// Whether the first row names the columns.
    pub header: bool,
    /// Rows above the table: a line `sep=;`, comments that begin with `#`.
    pub above: usize,
}

/// How a file is written, from its first bytes.
pub fn sniff(head: &[u8]) -> Dialect {
    let encoding = encoding(head);
    let text = head_text(head).replace("\r\n", "\n").replace('\r', "\n");
    let cut = head.len() >= HEAD_BYTES;
    let mark = text.lines().next().and_then(|line| line.strip_prefix("sep=")).map(str::as_bytes);
    let mark = mark.and_then(|mark| if let [byte] = mark { Some(*byte) } else { None }).filter(|byte| b",;\t|:~^".contains(byte));
    // Where all explain the rows as well, a comma is more likely than others to stand in numbers and texts.
    let candidates = mark.map_or_else(|| b",|\t;".to_vec(), |mark| vec![mark]);
    let best = candidates.into_iter().map(|delimiter| (delimiter, rows(&text, delimiter, cut))).max_by_key(|(_, rows)| score(rows));
    let (mut delimiter, mut rows) = best.unwrap_or((b',', Vec::new()));
    let (share, fields) = score(&rows);
    if share == 0 && mark.is_none() {
        (delimiter, rows) = (b',', self::rows(&text, b',', cut));
    }
    let comments = rows.iter().skip(usize::from(mark.is_some())).take_while(|row| row[0].starts_with('#') && row.len() != fields.max(1)).count();
    let above = usize::from(mark.is_some()) + comments;
    Dialect { encoding, delimiter, header: has_header(&rows[above..]), above }
}

/// The first bytes as text, whatever their encoding.
pub fn head_text(head: &[u8]) -> String {
    let mut text = String::new();
    let read = Utf8::new(head, encoding(head)).read_to_string(&mut text);
    debug_assert!(read.is_ok(), "reading from memory cannot fail");
    text
}

/// The encoding of a text, from its first bytes.
pub fn encoding(head: &[u8]) -> Encoding {
    if head.starts_with(b"\xff\xfe") {
        return Encoding::Utf16Le;
    }
    if head.starts_with(b"\xfe\xff") {
        return Encoding::Utf16Be;
    }
    // Without a mark, UTF-16 shows by zero bytes in every other place.
    let zeros = |start: usize| head.iter().skip(start).step_by(2).take(512).filter(|byte| **byte == 0).count();
    let pairs = (head.len() / 2).min(512);
    if pairs >= 4 && zeros(1) * 10 > pairs * 7 && zeros(0) * 10 < pairs {
        return Encoding::Utf16Le;
    }
    if pairs >= 4 && zeros(0) * 10 > pairs * 7 && zeros(1) * 10 < pairs {
        return Encoding::Utf16Be;
    }
    // A byte or two of another encoding make no other file of one in which letters are written as UTF-8 writes them.
    let (mut letters, mut odd) = (0, 0);
    let mut chunks = head.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        // The end of the head may cut a letter in two.
        let cut = chunks.peek().is_none() && std::str::from_utf8(chunk.invalid()).is_err_and(|error| error.error_len().is_none());
        odd += usize::from(!chunk.invalid().is_empty() && !cut);
    }
    if odd > letters { Encoding::Windows1252 } else { Encoding::Utf8 }
}

fn rows(text: &str, delimiter: u8, cut: bool) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let filled = reader.records().map_while(Result::ok).filter(|record| !records::is_empty(record)).take(MOST_ROWS);
    let mut rows: Vec<Vec<String>> = filled.map(|record| record.iter().map(|field| field.trim().to_owned()).collect()).collect();
    if cut && rows.len() > 1 && rows.len() < MOST_ROWS {
        rows.pop();
    }
    rows
}

/// How well a delimiter explains the rows: they all have the same number of fields, more than one, and the more the better.
fn score(rows: &[Vec<String>]) -> (usize, usize) {
    let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
    rows.iter().for_each(|row| *lengths.entry(row.len()).or_default() += 1);
    let Some((fields, count)) = lengths.into_iter().filter(|(fields, _)| *fields > 1).max_by_key(|(fields, count)| (*count, *fields)) else {
        return (0, 0);
    };
    // Steps of a tenth, so that one ragged row does not decide.
    (count * 10 / rows.len().max(1), fields)
}

/// Whether the first row looks like names and the rows below do not repeat it.
fn has_header(rows: &[Vec<String>]) -> bool {
    let Some((first, rest)) = rows.split_first() else { return false };
    let names = first.iter().filter(|name| !name.is_empty()).count();
    let distinct: BTreeSet<String> = first.iter().filter(|name| !name.is_empty()).map(|name| name.to_lowercase()).collect();
    if names == 0 || first.iter().any(|name| value::is_data(name) || name.len() > 128) {
        return false;
    }
    // Where files were put together, the whole header comes again; a value that comes again in its own column is a value and no name.
    let rest: Vec<&Vec<String>> = rest.iter().filter(|row| *row != first).collect();
    let again = first.iter().enumerate().any(|(column, name)| !name.is_empty() && rest.iter().any(|row| row.get(column) == Some(name)));
    let typed = (0..first.len()).any(|column| {
        let below: Vec<&str> = rest.iter().filter_map(|row| row.get(column)).map(String::as_str).filter(|field| !field.is_empty()).collect();
        !below.is_empty() && below.iter().all(|field| value::is_data(field))
    });
    typed || (!again && distinct.len() >= names.min(2))
}

/// Reads bytes of any [`Encoding`] as UTF-8. Bytes that are no UTF-8 are read as Windows-1252, and counted.
pub struct Utf8<R> {
    inner: R,
    decoder: Option<Decoder>,
    input: Vec<u8>,
    ready: Vec<u8>,
    taken: usize,
    started: bool,
    ended: bool,
    /// Bytes that were read as Windows-1252 in a file of UTF-8.
    pub odd_bytes: u64,
}

impl<R: Read> Utf8<R> {
    /// Reads `inner`, which is written in `encoding`.
    pub fn new(inner: R, encoding: Encoding) -> Self {
        let decoder = match encoding {
            Encoding::Utf8 => None,
            Encoding::Utf16Le => Some(UTF_16LE.new_decoder_with_bom_removal()),
            Encoding::Utf16Be => Some(UTF_16BE.new_decoder_with_bom_removal()),
            Encoding::Windows1252 => Some(WINDOWS_1252.new_decoder_without_bom_handling()),
        };
        Self { inner, decoder, input: Vec::new(), ready: Vec::new(), taken: 0, started: false, ended: false, odd_bytes: 0 }
    }

    /// Reads more bytes, and turns as many as can be into UTF-8.
    fn fill(&mut self) -> io::Result<()> {
        let mut bytes = [0; 16 * 1024];
        let count = self.inner.read(&mut bytes)?;
        self.ended = count == 0;
        self.input.extend_from_slice(&bytes[..count]);
        self.ready.clear();
        self.taken = 0;
        match &mut self.decoder {
            Some(decoder) => decode(decoder, &self.input, self.ended, &mut self.ready),
            None => {
                let rest = self.utf8();
                self.input = rest;
                return Ok(());
            }
        }
        self.input.clear();
        Ok(())
    }

    /// UTF-8 with single bytes of Windows-1252 in it; gives the bytes that wait for the rest of their letter.
    fn utf8(&mut self) -> Vec<u8> {
        if !self.started && (self.input.len() >= 3 || self.ended) {
            self.started = true;
            if self.input.starts_with(b"\xef\xbb\xbf") {
                self.input.drain(..3);
            }
        }
        if !self.started {
            return std::mem::take(&mut self.input);
        }
        let mut rest: &[u8] = &self.input;
        loop {
            let error = match std::str::from_utf8(rest) {
                Ok(_) => {
                    self.ready.extend_from_slice(rest);
                    return Vec::new();
                }
                Err(error) => error,
            };
            let (good, bad) = rest.split_at(error.valid_up_to());
            self.ready.extend_from_slice(good);
            let odd = match error.error_len() {
                None if !self.ended => return bad.to_vec(),
                None => bad.len(),
                Some(length) => length,
            };
            self.odd_bytes += odd as u64;
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(&bad[..odd]);
            self.ready.extend_from_slice(text.as_bytes());
            rest = &bad[odd..];
        }
    }
}

fn decode(decoder: &mut Decoder, mut input: &[u8], last: bool, out: &mut Vec<u8>) {
    let mut text = String::with_capacity(input.len() * 3 + 16);
    loop {
        let (result, read, _) = decoder.decode_to_string(input, &mut text, last);
        input = &input[read..];
        match result {
            CoderResult::InputEmpty => break,
            CoderResult::OutputFull => text.reserve(input.len() * 3 + 16),
        }
    }
    out.extend_from_slice(text.as_bytes());
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.ready.len() && !self.ended {
            self.fill()?;
        }
        let left = &self.ready[self.taken..];
        let count = left.len().min(out.len());
        out[..count].copy_from_slice(&left[..count]);
        self.taken += count;
        Ok(count)
    }
}
