//! Words -> the built-in catalog pack that fits them.

use wares_model::{
    pack::bundle,
    place::{Place, Problem, nearest},
};

use crate::Error;

/// The pack whose name or one of whose phrases the words mean.
///
/// # Errors
/// [`Error::Input`] when no pack shares the words' last one, with the nearest phrase and the list of packs.
pub fn find(words: &str) -> Result<&'static str, Error> {
    let wanted = tokens(words);
    let score = |phrase: &str| {
        let known = tokens(phrase);
        let shared = known.iter().filter(|token| wanted.contains(token)).count();
        let same_head = known.last().is_some() && known.last() == wanted.last();
        // The head noun decides; then as many shared words and as few others as can be.
        (shared > 0 && same_head).then(|| (shared * 100).saturating_sub(known.len() + wanted.len()))
    };
    let candidates = || bundle::domains().flat_map(|(pack, phrases)| phrases.iter().copied().chain([pack]).map(move |phrase| (pack, phrase)));
    let best = candidates().filter_map(|(pack, phrase)| Some((score(phrase)?, pack))).max_by_key(|(score, _)| *score);
    if let Some((_, pack)) = best {
        return Ok(pack);
    }
    let problem = Problem::new(Place::root(), format!("no built-in pack fits `{words}`"));
    let packs = bundle::catalog_names().collect::<Vec<_>>().join(", ");
    let hint = match nearest(words, candidates().map(|(_, phrase)| phrase)) {
        Some(phrase) => format!("did you mean `{phrase}`? The packs are: {packs}"),
        None => format!("the packs are: {packs}"),
    };
    Err(Error::Input { subject: words.to_owned(), problems: vec![problem.hint(hint)] })
}

/// Words in small letters, plural endings off.
fn tokens(words: &str) -> Vec<String> {
    let split = words.split(|letter: char| !letter.is_alphanumeric());
    split.filter(|word| word.len() > 1 || word.parse::<u32>().is_ok()).map(singular).collect()
}

fn singular(word: &str) -> String {
    let word = word.to_lowercase();
    match word.strip_suffix("ies") {
        Some(stem) if stem.len() > 2 => format!("{stem}y"),
        _ => word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')).unwrap_or(&word).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_of_a_pack_leads_to_it() {
        for (pack, phrases) in bundle::domains() {
            for phrase in phrases.iter().chain([&pack]) {
                assert_eq!(find(phrase).unwrap(), pack, "{phrase}");
            }
        }
    }

    #[test]
    fn wording_may_differ_and_nonsense_is_refused() {
        assert_eq!(find("Trail Running Shoe").unwrap(), "running-shoes");
        assert_eq!(find("men's running shoes").unwrap(), "running-shoes");
        assert!(find("quantum submarines").is_err());
        assert!(find("").is_err());
    }
}
