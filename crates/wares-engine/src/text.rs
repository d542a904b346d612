//! Pieces of text that are printed millions of times.

/// How many bytes a short piece has at most.
const SHORT: usize = 32;

/// A piece of text. Short ones are printed as a block of fixed size that is then cut, which costs far less than a copy of their very length.
#[derive(Debug, Clone, Default)]
pub(crate) struct Text {
    block: [u8; SHORT],
    length: usize,
    /// The whole text, where it is longer than a block.
    long: Box<[u8]>,
}

impl Text {
    pub(crate) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut block = [0; SHORT];
        let short = bytes.len().min(SHORT);
        block[..short].copy_from_slice(&bytes[..short]);
        Self { block, length: bytes.len(), long: if bytes.len() > SHORT { bytes.into() } else { Box::default() } }
    }

    /// Appends the text.
    #[inline]
    pub(crate) fn print(&self, out: &mut Vec<u8>) {
        if self.length <= SHORT {
            let end = out.len() + self.length;
            out.extend_from_slice(&self.block);
            out.truncate(end);
        } else {
            out.extend_from_slice(&self.long);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn texts_of_any_length_are_printed_whole() {
        let mut out = Vec::new();
        let mut expected = String::new();
        for length in [0, 1, 31, 32, 33, 200] {
            let text = "é".repeat(length / 2) + &"x".repeat(length % 2);
            Text::new(&text).print(&mut out);
            expected.push_str(&text);
        }
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
