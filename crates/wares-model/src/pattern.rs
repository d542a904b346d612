//! Texts with slots in braces, and codes with digits and letters to fill in.

/// One piece of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text that stands as it is.
    Literal(String),
    /// A slot, by name, with how its value is to be written.
    Slot {
        /// The list, attribute or column that fills it.
        name: String,
        /// Which article stands in front.
        article: Article,
        /// What happens to the letters.
        case: Case,
    },
}

/// The article in front of a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Article {
    /// None.
    None,
    /// `a` or `an`.
    Small,
    /// `A` or `An`.
    Capital,
}

/// What happens to the letters of a slot's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// As it is.
    Keep,
    /// All small.
    Lower,
    /// Every word begins with a capital letter.
    Title,
    /// The first letter is a capital one.
    First,
}

/// Splits `{A lower kind} by {brand}` into its pieces.
///
/// # Errors
/// A message when a brace is not closed, a slot is empty or a word before the name is not known.
pub fn pieces(pattern: &str) -> Result<Vec<Piece>, String> {
    let mut found = Vec::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        push_literal(&mut found, &rest[..open])?;
        let close = rest[open..].find('}').ok_or_else(|| format!("`{pattern}` opens a brace and does not close it"))? + open;
        found.push(slot(&rest[open + 1..close])?);
        rest = &rest[close + 1..];
    }
    push_literal(&mut found, rest)?;
    Ok(found)
}

fn push_literal(found: &mut Vec<Piece>, text: &str) -> Result<(), String> {
    if text.contains('}') {
        return Err(format!("`{text}` closes a brace that was not opened"));
    }
    if !text.is_empty() {
        found.push(Piece::Literal(text.to_owned()));
    }
    Ok(())
}

fn slot(inside: &str) -> Result<Piece, String> {
    let mut words: Vec<&str> = inside.split_whitespace().collect();
    let Some(name) = words.pop() else { return Err("a slot is empty: `{}`".to_owned()) };
    let (mut article, mut case) = (Article::None, Case::Keep);
    for word in words {
        match word {
            "a" => article = Article::Small,
            "A" => article = Article::Capital,
            "lower" => case = Case::Lower,
            "title" => case = Case::Title,
            "first" => case = Case::First,
            other => return Err(format!("`{{{inside}}}`: `{other}` is none of `a`, `A`, `lower`, `title`, `first`")),
        }
    }
    Ok(Piece::Slot { name: name.to_owned(), article, case })
}

/// The names of a pattern's slots, in order.
pub fn slots(pieces: &[Piece]) -> impl Iterator<Item = &str> {
    pieces.iter().filter_map(|piece| match piece {
        Piece::Slot { name, .. } => Some(name.as_str()),
        Piece::Literal(_) => None,
    })
}

/// A value as a slot writes it.
pub fn write_value(value: &str, article: Article, case: Case) -> String {
    let cased = match case {
        Case::Keep => value.to_owned(),
        Case::Lower => value.to_lowercase(),
        Case::First => capitalized(value),
        Case::Title => value.split(' ').map(capitalized).collect::<Vec<_>>().join(" "),
    };
    let an = takes_an(&cased);
    match article {
        Article::None => cased,
        Article::Small => format!("{} {cased}", if an { "an" } else { "a" }),
        Article::Capital => format!("{} {cased}", if an { "An" } else { "A" }),
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether English says "an": by sound as far as spelling tells it.
fn takes_an(value: &str) -> bool {
    let lower = value.to_lowercase();
    let vowel_sound = lower.starts_with(['a', 'e', 'i', 'o', 'u']) || lower.starts_with("8") || lower.starts_with("11 ") || lower.starts_with("18 ");
    let hour = ["hour", "honest", "heir", "honor"].iter().any(|start| lower.starts_with(start));
    let you = ["uni", "use", "usa", "usu", "eu", "one", "once", "uti", "ute", "ura"].iter().any(|start| lower.starts_with(start));
    let not_you = ["unin", "unim", "unid"].iter().any(|start| lower.starts_with(start));
    hour || (vowel_sound && (!you || not_you))
}

/// One place of a code pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodePlace {
    /// Stands as it is.
    Letter(char),
    /// One of so many letters, from the first on.
    Sign {
        /// The first letter, in ASCII.
        first: u8,
        /// How many there are.
        count: u64,
    },
}

/// The places of a code pattern: `#` is a digit, `@` a capital letter, `~` a small letter; a backslash makes the next letter stand as it is.
pub fn code_places(pattern: &str) -> Vec<CodePlace> {
    let mut places = Vec::new();
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        places.push(match letter {
            '#' => CodePlace::Sign { first: b'0', count: 10 },
            '@' => CodePlace::Sign { first: b'A', count: 26 },
            '~' => CodePlace::Sign { first: b'a', count: 26 },
            '\\' => CodePlace::Letter(letters.next().unwrap_or('\\')),
            other => CodePlace::Letter(other),
        });
    }
    places
}

/// How many different codes a code pattern has. Nothing where that exceeds 64 bits.
pub fn code_capacity(pattern: &str) -> Option<u64> {
    code_places(pattern).iter().try_fold(1_u64, |capacity, place| match place {
        CodePlace::Sign { count, .. } => capacity.checked_mul(*count),
        CodePlace::Letter(_) => Some(capacity),
    })
}

/// How many different codes the literal parts of a stock-keeping unit have.
pub fn sku_capacity(pieces: &[Piece]) -> Option<u64> {
    pieces.iter().try_fold(1_u64, |capacity, piece| match piece {
        Piece::Literal(text) => capacity.checked_mul(code_capacity(text)?),
        Piece::Slot { .. } => Some(capacity),
    })
}

/// The pattern of which all these texts are codes: where all have a digit, a capital or a small letter in a place, its sign; where all have
/// the same, that itself. Nothing where the texts differ in length or build, or where fewer than two signs are left.
pub fn code_of(texts: &[&str]) -> Option<String> {
    let first: Vec<char> = texts.first()?.chars().collect();
    let mut pattern = String::new();
    let mut signs = 0;
    for (place, letter) in first.iter().enumerate() {
        let mut same = true;
        let mut sign = sign_of(*letter);
        for text in texts {
            let other = text.chars().nth(place)?;
            same &= other == *letter;
            if sign_of(other) != sign {
                sign = None;
            }
        }
        // A digit stands for any digit even where all samples have the same one, save at the front, where it is part of the form.
        match sign {
            Some(sign) if !same || (sign == '#' && pattern.contains('#')) => {
                pattern.push(sign);
                signs += 1;
            }
            _ if same => {
                if matches!(letter, '#' | '@' | '~' | '\\') {
                    pattern.push('\\');
                }
                pattern.push(*letter);
            }
            _ => return None,
        }
    }
    let even = texts.iter().all(|text| text.chars().count() == first.len());
    (even && signs >= 2).then_some(pattern)
}

fn sign_of(letter: char) -> Option<char> {
    match letter {
        '0'..='9' => Some('#'),
        'A'..='Z' => Some('@'),
        'a'..='z' => Some('~'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_read_as_written() {
        let read = pieces("{A lower kind} by {brand}.").unwrap();
        assert_eq!(slots(&read).collect::<Vec<_>>(), ["kind", "brand"]);
        assert_eq!(read[1], Piece::Literal(" by ".to_owned()));
        for wrong in ["{open", "shut}", "{}", "{loud kind}"] {
            assert!(pieces(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn codes_are_known_by_samples_of_one_build() {
        for (samples, pattern) in [
            (&["AB-1203", "CQ-1811", "ZZ-9000"][..], Some("@@-####")),
            (&["SKU0001", "SKU0417"], Some("SKU0###")),
            (&["TX-1a", "TX-9b", "TX-3c"], Some("TX-#~")),
            (&["red", "green"], None),
            (&["A-1", "B-22"], None),
            (&["#1", "#2"], None),
            (&["#12", "#47"], Some("\\###")),
        ] {
            assert_eq!(code_of(samples).as_deref(), pattern, "{samples:?}");
        }
    }

    #[test]
    fn articles_follow_the_sound() {
        for (value, written) in
            [("urn", "an urn"), ("unit", "a unit"), ("hour", "an hour"), ("uninsulated lid", "an uninsulated lid"), ("boiler", "a boiler")]
        {
            assert_eq!(write_value(value, Article::Small, Case::Keep), written);
        }
        assert_eq!(write_value("ESPRESSO Machine", Article::Capital, Case::Lower), "An espresso machine");
        assert_eq!(write_value("single boiler", Article::None, Case::Title), "Single Boiler");
    }
}
