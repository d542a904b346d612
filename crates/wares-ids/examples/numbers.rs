//! Prints `kind<TAB>country<TAB>name<TAB>number` for some persons of every scheme, for a check with other software.
//!
//! `cargo run -p wares-ids --example numbers -- 1000 > numbers.tsv`

use std::io::{self, BufWriter, Write};
use wares_ids::{Bits, Person, schemes};

const NAMES: [(&str, &str); 6] =
    [("Maria Luisa", "De la Cruz Perez"), ("Jan", "Fo"), ("Gianfranco", "Rossi"), ("Jose", "Lopez Ibarra"), ("Ai", "Oe"), ("", "")];

fn main() -> io::Result<()> {
    let count = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(100_u64);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut number = String::new();
    for scheme in schemes() {
        for index in 0..count {
            let mut bits = Bits::new(index * 7_919 + 1);
            let (given, family) = NAMES[bits.below(6) as usize];
            let birth = (1_925 + bits.below(98) as i32, 1 + bits.below(12) as u8, 1 + bits.below(31) as u8);
            number.clear();
            scheme.write(&mut bits, &Person { female: index % 2 == 0, birth, given, family }, &mut number);
            writeln!(out, "{:?}\t{}\t{}\t{number}", scheme.kind, scheme.country, scheme.name)?;
        }
    }
    out.flush()
}
