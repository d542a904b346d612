//! Files packed by gzip or zstd -> their bytes, as they stream. Start at [`unpack`].

use std::{
    fmt,
    io::{self, BufRead, BufReader, Read},
};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::{
    BlockDecodingStrategy, FrameDecoder,
    errors::{FrameDecoderError, ReadFrameHeaderError},
};

use crate::{
    error::IngestError,
    rows::{self, Whole},
};

/// How a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// `.gz`, of one or more members.
    Gzip,
    /// `.zst`, of one or more frames.
    Zstd,
}

impl Packing {
    /// How a file with these first bytes is packed, if it is.
    fn of(head: &[u8]) -> Option<Self> {
        // The second kind of frames holds no data and may stand first.
        let skippable = head.len() >= 4 && (0x50..=0x5f).contains(&head[0]) && head[1..4] == [0x2a, 0x4d, 0x18];
        match head {
            [0x1f, 0x8b, ..] => Some(Self::Gzip),
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Self::Zstd),
            _ if skippable => Some(Self::Zstd),
            _ => None,
        }
    }

    /// The program that packs so.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
        }
    }
}

/// Why a packed file gives no more bytes; travels within an [`io::Error`].
#[derive(Debug)]
pub(crate) struct Damage {
    pub(crate) packing: Packing,
    pub(crate) reason: String,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "packed by {}: {}", self.packing.name(), self.reason)
    }
}

impl std::error::Error for Damage {}

/// The bytes of a file, unpacked where it is packed.
pub struct Unpacked<R: Read>(Inner<R>);

enum Inner<R: Read> {
    Plain(Whole<R>),
    Gzip(Box<MultiGzDecoder<BufReader<Whole<R>>>>),
    Zstd(Box<Zstd<BufReader<Whole<R>>>>),
}

/// The bytes of a file, unpacked where its first bytes say that gzip or zstd packed it. `name` stands in errors.
///
/// # Errors
/// [`IngestError::Unreadable`]. What is packed and damaged gives [`IngestError::Damaged`] where it is read.
pub fn unpack<R: Read>(name: &str, reader: R) -> Result<Unpacked<R>, IngestError> {
    let (head, whole) = rows::head(name, reader)?;
    Ok(Unpacked(match Packing::of(&head) {
        None => Inner::Plain(whole),
        Some(Packing::Gzip) => Inner::Gzip(Box::new(MultiGzDecoder::new(BufReader::new(whole)))),
        Some(Packing::Zstd) => Inner::Zstd(Box::new(Zstd { frame: FrameDecoder::new(), source: BufReader::new(whole), within: false })),
    }))
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let damaged = |packing: Packing, error: &io::Error| {
            let reason = match error.kind() {
                io::ErrorKind::UnexpectedEof => "it breaks off before its end".to_owned(),
                _ => error.to_string(),
            };
            io::Error::other(Damage { packing, reason })
        };
        match &mut self.0 {
            Inner::Plain(bytes) => bytes.read(out),
            Inner::Gzip(bytes) => bytes.read(out).map_err(|error| damaged(Packing::Gzip, &error)),
            Inner::Zstd(bytes) => bytes.read(out).map_err(|error| damaged(Packing::Zstd, &error)),
        }
    }
}

/// Frames of zstd, one after the other.
struct Zstd<S> {
    frame: FrameDecoder,
    source: S,
    /// Whether a frame has begun and is not read to its end.
    within: bool,
}

impl<S: BufRead> Zstd<S> {
    /// Begins the next frame that holds data; `false` at the end of the file.
    fn begin(&mut self) -> io::Result<bool> {
        while !self.source.fill_buf()?.is_empty() {
            match self.frame.init(&mut self.source) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    let skipped = io::copy(&mut self.source.by_ref().take(u64::from(length)), &mut io::sink())?;
                    if skipped < u64::from(length) {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                }
                Err(error) => return Err(self.failed(&error)),
            }
        }
        Ok(false)
    }

    /// An error of the decoder, which does not tell a file that breaks off from another fault.
    fn failed(&mut self, error: &FrameDecoderError) -> io::Error {
        match self.source.fill_buf() {
            Ok([]) => io::ErrorKind::UnexpectedEof.into(),
            _ => io::Error::other(error.to_string()),
        }
    }
}

impl<S: BufRead> Read for Zstd<S> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        loop {
            if !self.within {
                self.within = self.begin()?;
                if !self.within {
                    return Ok(0);
                }
            }
            while self.frame.can_collect() == 0 && !self.frame.is_finished() {
                if let Err(error) = self.frame.decode_blocks(&mut self.source, BlockDecodingStrategy::UptoBlocks(1)) {
                    return Err(self.failed(&error));
                }
            }
            let count = self.frame.read(out)?;
            if count > 0 {
                return Ok(count);
            }
            self.within = false;
            let (told, found) = (self.frame.get_checksum_from_data(), self.frame.get_calculated_checksum());
            if told.is_some() && told != found {
                return Err(io::Error::other("its checksum is wrong"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn zstd(bytes: &[u8]) -> Vec<u8> {
        compress_to_vec(bytes, CompressionLevel::Fastest)
    }

    fn unpacked(bytes: &[u8]) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        unpack("x", bytes).unwrap().read_to_end(&mut out).map(|_| out)
    }

    #[test]
    fn parts_packed_one_after_the_other_are_one_file() {
        let parts: [Vec<u8>; 2] = [b"id,name\n".to_vec(), (0..400_000_u32).flat_map(|row| format!("{row},n\n").into_bytes()).collect()];
        for pack in [gzip, zstd] {
            assert_eq!(unpacked(&[pack(&parts[0]), pack(&parts[1])].concat()).unwrap(), parts.concat());
        }
        let skippable = [&[0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 9, 9, 9][..], &zstd(&parts[0])].concat();
        assert_eq!(unpacked(&skippable).unwrap(), parts[0]);
        assert_eq!(unpacked(b"plain").unwrap(), b"plain");
    }

    #[test]
    fn what_breaks_off_or_was_changed_is_damaged() {
        let text: Vec<u8> = (0..20_000_u32).flat_map(|row| format!("{row},{}\n", row * 7_919).into_bytes()).collect();
        for pack in [gzip, zstd] {
            let whole = pack(&text);
            let broken = unpacked(&whole[..whole.len() / 2]).unwrap_err().to_string();
            assert!(broken.contains("breaks off"), "{broken}");
            let mut changed = whole.clone();
            let end = changed.len() - 1;
            changed[end] ^= 0x55;
            assert!(unpacked(&changed).is_err(), "a wrong checksum is found");
        }
    }
}
