//! Letters of a name, as the codes of Italy and Mexico take them.

fn letters(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().filter(u8::is_ascii_alphabetic).map(|byte| byte.to_ascii_uppercase())
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'A' | b'E' | b'I' | b'O' | b'U')
}

/// Three letters of an Italian name: consonants, then vowels, then X. A given name with four consonants or more leaves its second one out.
pub(crate) fn italian(name: &str, given: bool) -> [u8; 3] {
    let consonants = || letters(name).filter(|byte| !is_vowel(*byte));
    let mut three = [b'X'; 3];
    let skips = given && consonants().count() >= 4;
    let chosen = consonants().enumerate().filter(|(index, _)| !skips || *index != 1).map(|(_, byte)| byte);
    for (place, byte) in three.iter_mut().zip(chosen.chain(letters(name).filter(|byte| is_vowel(*byte)))) {
        *place = byte;
    }
    three
}

/// Words that stand before a name and do not count in Mexico.
const PARTICLES: [&str; 18] = ["DA", "DAS", "DE", "DEL", "DER", "DI", "DIE", "DD", "EL", "LA", "LAS", "LE", "LES", "LOS", "MAC", "MC", "VAN", "Y"];

fn is_particle(word: &str) -> bool {
    PARTICLES.iter().any(|particle| word.eq_ignore_ascii_case(particle))
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|sign: char| !sign.is_ascii_alphabetic()).filter(|word| !word.is_empty() && !is_particle(word))
}

/// The words of a Mexican name that count: two family names ("" when missing) and the given one, which is the second after María or José.
pub(crate) fn mexican<'a>(given: &'a str, family: &'a str) -> [&'a str; 3] {
    let mut families = words(family);
    let (first, second) = (families.next().unwrap_or("X"), families.next().unwrap_or_default());
    let mut givens = words(given);
    let front = givens.next().unwrap_or("X");
    let common = ["MARIA", "JOSE", "MA", "J"].iter().any(|name| front.eq_ignore_ascii_case(name));
    [first, second, if common { givens.next().unwrap_or(front) } else { front }]
}

/// The first letter; X when there is none.
pub(crate) fn initial(word: &str) -> u8 {
    letters(word).next().unwrap_or(b'X')
}

/// The first vowel behind the first letter; X when there is none.
pub(crate) fn inner_vowel(word: &str) -> u8 {
    letters(word).skip(1).find(|byte| is_vowel(*byte)).unwrap_or(b'X')
}

/// The first consonant behind the first letter; X when there is none.
pub(crate) fn inner_consonant(word: &str) -> u8 {
    letters(word).skip(1).find(|byte| !is_vowel(*byte)).unwrap_or(b'X')
}

/// Four letters that spell something rude in Spanish, which get an X in them.
pub(crate) fn is_rude(four: [u8; 4]) -> bool {
    #[rustfmt::skip]
    const RUDE: [&[u8; 4]; 41] = [
        b"BUEI", b"BUEY", b"CACA", b"CACO", b"CAGA", b"CAGO", b"CAKA", b"CAKO", b"COGE", b"COJA", b"COJE", b"COJI", b"COJO", b"CULO", b"FETO", b"GUEY",
        b"JOTO", b"KACA", b"KACO", b"KAGA", b"KAGO", b"KOGE", b"KOJO", b"KAKA", b"KULO", b"LOCA", b"LOCO", b"MAME", b"MAMO", b"MEAR", b"MEAS", b"MEON",
        b"MION", b"MOCO", b"MULA", b"PEDA", b"PEDO", b"PENE", b"PUTA", b"PUTO", b"QULO",
    ];
    RUDE.contains(&&four) || matches!(&four, b"RATA" | b"RUIN")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_letters() {
        assert_eq!([italian("Rossi", false), italian("Mario", true), italian("Gianfranco", true)], [*b"RSS", *b"MRA", *b"GFR"]);
        assert_eq!([italian("Fo", false), italian("", true)], [*b"FOX", *b"XXX"]);
        assert_eq!(mexican("Maria Luisa", "de la Cruz Perez"), ["Cruz", "Perez", "Luisa"]);
        assert_eq!(mexican("Jose", ""), ["X", "", "Jose"]);
        assert_eq!((inner_vowel("Garcia"), inner_consonant("Garcia"), inner_consonant("Ee")), (b'A', b'R', b'X'));
    }
}
