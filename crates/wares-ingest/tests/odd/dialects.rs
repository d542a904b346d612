//! How files are written: delimiters, encodings, line ends, packing.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use super::case::{Case, read, refused};

/// Letters that all encodings have, and the delimiters of others in quotes.
const TEXT: &str = "customer_id,name,note\nÄ-1,Zoë,\"a, b; c | d\te\"\nÖ-2,José,\"say \"\"so\"\"\"\nß-3,Åse,plain\n";
const KEYS: [&str; 3] = ["Ä-1", "Ö-2", "ß-3"];

/// A text in the bytes of an encoding.
type Encode = fn(&str) -> Vec<u8>;

const ENCODINGS: [(&str, Encode); 7] = [
    ("utf-8", |text| text.as_bytes().to_vec()),
    ("utf-8 with a mark", |text| [b"\xef\xbb\xbf", text.as_bytes()].concat()),
    ("utf-16 le", utf16_le),
    ("utf-16 be", |text| text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
    ("utf-16 le with a mark", |text| [vec![0xff, 0xfe], utf16_le(text)].concat()),
    ("utf-16 be with a mark", |text| format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect()),
    ("windows-1252", |text| text.chars().map(|letter| letter as u32 as u8).collect()),
];

fn utf16_le(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The text with another delimiter. Those within quotes stay as they are.
fn parted_by(delimiter: &str) -> String {
    let mut quoted = false;
    let part = |letter: char| {
        quoted ^= letter == '"';
        if letter == ',' && !quoted { delimiter.to_owned() } else { letter.to_string() }
    };
    TEXT.chars().map(part).collect()
}

pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub(super) fn zstd(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, CompressionLevel::Fastest)
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (delimiter, parted) in [(",", "commas"), (";", "semicolons"), ("\t", "tabs"), ("|", "pipes")] {
        for (encoding, encode) in ENCODINGS {
            for (end, ended) in [("\n", "line feeds"), ("\r\n", "both"), ("\r", "carriage returns")] {
                let text = parted_by(delimiter).replace('\n', end);
                cases.push(read(&format!("{parted} {encoding} {ended}"), encode(&text), &KEYS).noting(parted));
            }
        }
        let unfinished = parted_by(delimiter).trim_end().to_owned();
        cases.push(read(&format!("{parted} no final line end"), &unfinished, &KEYS));
        cases.push(read(&format!("{parted} gz"), gzip(unfinished.as_bytes()), &KEYS).in_file("customers.csv.gz"));
        cases.push(read(&format!("{parted} zst"), zstd(unfinished.as_bytes()), &KEYS).in_file("customers.csv.zst"));
        let marked = format!("sep={delimiter}\n{}", parted_by(delimiter));
        cases.push(read(&format!("{parted} by a line sep="), marked, &KEYS));
    }
    cases.extend(line_ends());
    cases.extend(letters());
    cases.extend(packed());
    cases
}

fn line_ends() -> Vec<Case> {
    let double = "2 key `1` stands here again";
    vec![
        read("mixed line ends", "customer_id,name\r\n1,a\n2,b\r3,c\r\n", &["1", "2", "3"]),
        read("lines of carriage returns are counted", "customer_id,name\r1,a\r1,b\r2,c\r", &["1", "2"]).but(&[&double.replace('2', "3")]),
        read("lines of both are counted", "customer_id,name\r\n1,a\r\n1,b\r\n2,c\r\n", &["1", "2"]).but(&[&double.replace('2', "3")]),
        read("blank lines are counted", "\n\ncustomer_id,name\n\n1,a\n\n\n1,b\n2,c\n\n", &["1", "2"]).but(&["8 key `1` stands here again"]),
        read("quoted line ends are counted", "customer_id,name\n1,\"a\nb\r\nc\"\n1,b\n2,c\n", &["1", "2"]).but(&["5 key `1` stands here again"]),
        read("a line of sep= is counted", "sep=;\ncustomer_id;name\n1;a\n1;b\n2;c\n", &["1", "2"]).but(&["4 key `1` stands here again"]),
        read("a final control-z of DOS", "customer_id,name\r\n1,a\r\n2,b\r\n\x1a", &["1", "2"]),
        read("line ends of unicode are letters", "customer_id,name\n1,a\u{2028}b\n2,c\u{85}d\n", &["1", "2"]),
        read("a form feed between rows", "customer_id,name\n1,a\n\x0c\n2,b\n", &["1", "2"]),
    ]
}

fn letters() -> Vec<Case> {
    let late = |byte: u8| {
        let mut bytes = b"customer_id,name\n".to_vec();
        (0..9_000).for_each(|row| bytes.extend_from_slice(format!("{row},plain\n").as_bytes()));
        bytes.extend_from_slice(&[b'A', byte, b',', b'x', b'\n']);
        bytes
    };
    let all: Vec<String> = (0..9_000).map(|row: u32| row.to_string()).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    vec![
        read("two marks of utf-8", "\u{feff}\u{feff}customer_id,name\n1,a\n2,b\n", &["1", "2"]),
        read("a mark and quotes", "\u{feff}\"customer_id\",\"name\"\n\"1\",\"a\"\n\"2\",\"b\"\n", &["1", "2"]),
        read("letters outside of the first plane", "customer_id,name\n𝔸1,😀\n𝔸2,😀😀\n", &["𝔸1", "𝔸2"]),
        read("letters that are composed", "customer_id,name\ne\u{301},a\né,b\n", &["e\u{301}", "é"]),
        read("right to left", "customer_id,name\nא1,שלום\nא2,עולם\n", &["א1", "א2"]),
        read("euro and quotes of windows", b"customer_id;name\n\x80-1;\x93a\x94\n\x80-2;b\n", &["€-1", "€-2"]).noting("Windows-1252"),
        read(
            "one byte of windows in a file of utf-8",
            "customer_id,name\nä,1\nö,2\n".bytes().chain(*b"\xfc,3\n").collect::<Vec<_>>(),
            &["ä", "ö", "ü"],
        ),
        read("half a letter of utf-16 at the end", [&b"\xff\xfe"[..], &utf16_le("customer_id,name\n1,a\n2,b"), b"\x63"].concat(), &["1", "2"]),
        read("a byte of windows far into the file", late(0xfc), &all).but(&["9002 key `Aü` is no whole number"]),
        refused("utf-32", b"\xff\xfe\0\0c\0\0\0,\0\0\0", &["is written in UTF-32", "save it as UTF-8"]),
    ]
}

fn packed() -> Vec<Case> {
    let text = |from: u32| (from..from + 20_000).map(|row| format!("{row},name {}\n", row * 7_919)).collect::<String>();
    let long = format!("customer_id,name\n{}", text(1));
    let cut = |bytes: &[u8]| bytes[..bytes.len() * 2 / 3].to_vec();
    let wrong = |mut bytes: Vec<u8>| {
        let place = bytes.len() - 2;
        bytes[place] ^= 0xff;
        bytes
    };
    let members = [gzip(b"customer_id,name\n1,a\n"), gzip(b"2,b\n")].concat();
    let frames = [zstd(b"customer_id,name\n1,a\n"), zstd(b"2,b\n")].concat();
    vec![
        read("gz of two members", members, &["1", "2"]),
        read("zst of two frames", frames, &["1", "2"]),
        read("gz by its bytes and not by its name", gzip(b"customer_id,name\n1,a\n2,b\n"), &["1", "2"]),
        read("utf-16 in gz", gzip(&utf16_le("customer_id,name\n1,a\n2,b\n")), &["1", "2"]),
        read("a plain file that is called gz", "customer_id,name\n1,a\n2,b\n", &["1", "2"]).in_file("customers.csv.gz"),
        refused("gz of nothing", gzip(b""), &["has no text"]),
        refused("zst of nothing", zstd(b""), &["has no text"]),
        refused("gz that breaks off", cut(&gzip(long.as_bytes())), &["line ", "packed by gzip and damaged: it breaks off", "gzip --test"]),
        refused("zst that breaks off", cut(&zstd(long.as_bytes())), &["packed by zstd and damaged: it breaks off", "zstd --test"]),
        refused("gz with a wrong checksum", wrong(gzip(long.as_bytes())), &["packed by gzip and damaged", "get the file again"]),
        refused("zst with a wrong checksum", wrong(zstd(long.as_bytes())), &["packed by zstd and damaged", "get the file again"]),
        refused("gz of two bytes", b"\x1f\x8b", &["packed by gzip and damaged"]),
        refused("zst of four bytes", b"\x28\xb5\x2f\xfd", &["packed by zstd and damaged"]),
        refused("gz in gz", gzip(&gzip(b"customer_id\n1\n")), &["is compressed by gzip", "unpack it"]),
        refused("zst in gz", gzip(&zstd(b"customer_id\n1\n")), &["is compressed by zstd", "unpack it"]),
    ]
}
