//! Text with line ends of any kind -> text whose lines all end in a line feed, the last one too.

use std::io::{self, Read};

use memchr::memchr;

/// The most bytes of one row. Far more than any table has, and few enough that a quote that is never closed does not fill the memory.
pub(crate) const MOST_ROW_BYTES: u64 = 16 * 1024 * 1024;

/// Reads a text and ends its lines in line feeds.
pub(crate) struct Lines<R> {
    inner: R,
    last: u8,
    /// The byte before was a carriage return: a line feed belongs to it.
    returned: bool,
    begun: bool,
    /// Whether somebody asked for more than there is.
    ended: bool,
    /// Bytes since [`Lines::row_is_read`].
    row_bytes: u64,
}

impl<R: Read> Lines<R> {
    pub(crate) fn new(inner: R) -> Self {
        Self { inner, last: b'\n', returned: false, begun: false, ended: false, row_bytes: 0 }
    }

    /// Begins to count the bytes of the next row.
    pub(crate) fn row_is_read(&mut self) {
        self.row_bytes = 0;
    }

    /// Whether the row is longer than any may be.
    pub(crate) fn is_too_long(&self) -> bool {
        self.row_bytes > MOST_ROW_BYTES
    }

    /// Whether somebody asked for more than there is.
    pub(crate) fn has_ended(&self) -> bool {
        self.ended
    }

    pub(crate) fn inner(&self) -> &R {
        &self.inner
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.is_too_long() {
            return Err(io::Error::other("a row is too long"));
        }
        loop {
            let count = self.inner.read(out)?;
            if count == 0 {
                let unfinished = self.begun && self.last != b'\n' && !out.is_empty();
                self.ended |= !unfinished && !out.is_empty();
                if unfinished {
                    (out[0], self.last) = (b'\n', b'\n');
                }
                return Ok(usize::from(unfinished));
            }
            self.begun = true;
            let count = self.ends(&mut out[..count]);
            if count > 0 {
                self.last = out[count - 1];
                self.row_bytes += count as u64;
                return Ok(count);
            }
        }
    }
}

impl<R> Lines<R> {
    /// Puts line feeds for carriage returns; says how many bytes there are then.
    fn ends(&mut self, bytes: &mut [u8]) -> usize {
        let first = usize::from(self.returned && bytes[0] == b'\n');
        self.returned = bytes.last() == Some(&b'\r');
        if first == 0 && memchr(b'\r', bytes).is_none() {
            return bytes.len();
        }
        let (mut from, mut to) = (first, 0);
        while from < bytes.len() {
            let byte = bytes[from];
            from += 1;
            if byte == b'\r' {
                bytes[to] = b'\n';
                from += usize::from(bytes.get(from) == Some(&b'\n'));
            } else {
                bytes[to] = byte;
            }
            to += 1;
        }
        to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let count = self.0.len().min(out.len()).min(1);
            let (now, later) = self.0.split_at(count);
            out[..count].copy_from_slice(now);
            self.0 = later;
            Ok(count)
        }
    }

    #[test]
    fn all_line_ends_become_line_feeds_wherever_the_reads_part_them() {
        for (text, expected) in
            [("a\r\nb\rc\nd", "a\nb\nc\nd\n"), ("a\r\n\r\nb", "a\n\nb\n"), ("\r\r\n\n", "\n\n\n"), ("", ""), ("a\n", "a\n"), ("a\r", "a\n")]
        {
            let (mut whole, mut slow) = (String::new(), String::new());
            Lines::new(text.as_bytes()).read_to_string(&mut whole).unwrap();
            Lines::new(Slow(text.as_bytes())).read_to_string(&mut slow).unwrap();
            assert_eq!((whole.as_str(), slow.as_str()), (expected, expected), "{text:?}");
        }
    }
}
