//! Words -> the catalog that they mean. Start at [`meant`].
//!
//! A pack is known by its phrases and its kinds of product. Words that few packs use say most; the head noun (the last word, or the
//! one before `for`, `of`, `with`) counts twice. Spelling is forgiven where no pack knows the word.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use wares_model::{
    pack::{bundle, catalog::Catalog, compose, variant::by_domain},
    place::{Place, Problem},
    template::{CatalogChoice, CatalogSource},
    weighted::TextOr,
};

use crate::Error;

/// A pack that the words may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Its name.
    pub pack: &'static str,
    /// How well it fits: 1,000 for one of its own phrases.
    pub score: u64,
}

/// What the words mean: the best pack, and those after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The pack; nothing where none fits.
    pub pack: Option<&'static str>,
    /// Up to three others, the next best first.
    pub others: Vec<&'static str>,
}

/// The catalog that the words mean, and how it was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Meant {
    /// As a template holds it: the name of a built-in pack, or one composed from the words.
    pub choice: CatalogChoice,
    /// The catalog itself.
    pub catalog: Catalog,
    /// The choice and the runners-up, in words.
    pub notes: Vec<String>,
}

impl Meant {
    /// The words of a variant, with those of the domain before them that narrow the pack as a variant would. Where `kinds` is false, words
    /// that name kinds of product do not: a whole shop sells more than these.
    pub(crate) fn variant(&self, domain: &str, variant: Option<&str>, kinds: bool) -> Option<String> {
        let asked = variant.unwrap_or_default();
        if !matches!(self.choice.0, CatalogSource::Named(_)) {
            return variant.map(str::to_owned);
        }
        let applied = by_domain(&mut self.catalog.clone(), domain, kinds);
        let implied = applied.into_iter().map(|applied| applied.words).filter(|words| !asked.to_lowercase().contains(&words.to_lowercase()));
        let all: Vec<String> = implied.chain(variant.map(str::to_owned)).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }
}

/// Below this the words mean nothing that is built in.
const LEAST: u64 = 300;
/// A kind of product leads to its pack a little less surely than a phrase that was written for it.
const KIND_PERCENT: u64 = 92;

/// The pack whose phrases or kinds the words mean, where there is one.
pub fn find(words: &str) -> Found {
    let ranked = rank(words);
    let fits = |found: &&Match| found.score >= LEAST;
    let best = ranked.first().filter(fits);
    let others = ranked.iter().skip(usize::from(best.is_some())).filter(|other| best.is_none_or(|best| other.score * 2 >= best.score));
    Found { pack: best.map(|best| best.pack), others: others.take(3).map(|other| other.pack).collect() }
}

/// The pack that fits and knows every one of the words, spelled as they are: near enough to lend brands and attributes to a design. One that knows only
/// `hardware` of `sailing hardware` would lend door locks.
pub fn near(words: &str) -> Option<&'static str> {
    let (wanted, entries) = (Phrase::new(words, str::to_owned), entries());
    let knows = |pack: &str| {
        let mut phrases = entries.iter().filter(|(known, _, _)| *known == pack).map(|(_, phrase, _)| phrase);
        let known: BTreeSet<&String> = phrases.by_ref().flat_map(|phrase| &phrase.tokens).collect();
        wanted.tokens.iter().all(|token| known.contains(token))
    };
    rank(words).into_iter().filter(|found| found.score >= LEAST).map(|found| found.pack).find(|pack| knows(pack))
}

/// The catalog that the words mean. Where no built-in pack fits, one is composed from the words, and the notes say so.
///
/// # Errors
/// [`Error::Input`] when the words hold no letter or digit.
pub fn meant(words: &str) -> Result<Meant, Error> {
    if !words.chars().any(char::is_alphanumeric) {
        let problem = Problem::new(Place::root(), format!("`{words}` says nothing of what is sold"));
        return Err(Error::Input { subject: words.to_owned(), problems: vec![problem.hint("`wares list packs` shows what is built in")] });
    }
    let found = find(words);
    let others = found.others.join(", ");
    if let Some(pack) = found.pack {
        let catalog = bundle::catalog(pack).and_then(Result::ok).ok_or_else(|| crate::unknown_pack(pack))?;
        let near = if others.is_empty() { String::new() } else { format!("; near it are {others}") };
        return Ok(Meant {
            choice: TextOr(CatalogSource::Named(pack.to_owned())),
            catalog,
            notes: vec![format!("`{words}` means the pack `{pack}`{near}")],
        });
    }
    let catalog = compose::generic(words, &[]);
    let near = if others.is_empty() { String::new() } else { format!(" (the nearest are {others})") };
    let notes = vec![
        format!("no built-in pack fits `{words}`{near}: a catalog was composed from the words"),
        "its brands, prices and attributes are those of goods in general; a language model designs true ones: `wares template DOMAIN --by llm`"
            .to_owned(),
    ];
    Ok(Meant { choice: TextOr(CatalogSource::Inline(Box::new(catalog.clone()))), catalog, notes })
}

/// All packs that share a word with these, the best first.
pub fn rank(words: &str) -> Vec<Match> {
    static INDEX: OnceLock<(Vec<Entry>, BTreeMap<String, u64>)> = OnceLock::new();
    let (entries, rarity) = INDEX.get_or_init(|| {
        let entries = entries();
        let rarity = rarity(&entries);
        (entries, rarity)
    });
    let wanted = Phrase::new(words, |word| corrected(word, rarity));
    let mut best: BTreeMap<&'static str, u64> = BTreeMap::new();
    for (pack, phrase, percent) in entries {
        let score = wanted.likeness(phrase, rarity) * percent / 100;
        let known = best.entry(pack).or_default();
        *known = (*known).max(score);
    }
    let mut ranked: Vec<Match> = best.into_iter().filter(|(_, score)| *score > 0).map(|(pack, score)| Match { pack, score }).collect();
    ranked.sort_by_key(|found| (std::cmp::Reverse(found.score), found.pack));
    ranked
}

/// A pack, a phrase that leads to it, and how surely.
type Entry = (&'static str, Phrase, u64);

/// Every phrase that leads to a pack, and how surely.
fn entries() -> Vec<Entry> {
    let mut entries = Vec::new();
    for (pack, phrases, kinds) in bundle::domains() {
        let mut add = |text: &str, percent| entries.push((pack, Phrase::new(text, str::to_owned), percent));
        add(pack, 100);
        phrases.iter().for_each(|phrase| add(phrase, 100));
        kinds.iter().for_each(|kind| add(kind, KIND_PERCENT));
    }
    entries
}

/// How much a word says: the fewer packs use it, the more.
fn rarity(entries: &[Entry]) -> BTreeMap<String, u64> {
    let mut packs: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (pack, phrase, _) in entries {
        for token in &phrase.tokens {
            packs.entry(token.clone()).or_default().insert(pack);
        }
    }
    packs.into_iter().map(|(token, packs)| (token, 10 + 90 / packs.len() as u64)).collect()
}

/// The nearest known word, where the word itself is not known.
fn corrected(word: &str, known: &BTreeMap<String, u64>) -> String {
    let reach = match word.chars().count() {
        _ if EMPTY.contains(&word) => 0,
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    if reach == 0 || known.contains_key(word) {
        return word.to_owned();
    }
    let near = known.keys().map(|other| (strsim::osa_distance(word, other), other)).min();
    near.filter(|(distance, _)| *distance <= reach).map_or_else(|| word.to_owned(), |(_, other)| other.clone())
}

/// Words in their plainest form, and which of them is the head.
#[derive(Debug, Clone)]
struct Phrase {
    tokens: Vec<String>,
    head: String,
}

impl Phrase {
    fn new(text: &str, correct: impl Fn(&str) -> String) -> Self {
        let all: Vec<String> = split(text).map(|word| correct(&plain(&word))).collect();
        let front = all.iter().position(|word| matches!(word.as_str(), "for" | "of" | "with")).filter(|at| *at > 0).unwrap_or(all.len());
        let says = |word: &&String| !EMPTY.contains(&word.as_str());
        let tells = |word: &&String| says(word) && !COLLECTIVE.contains(&word.as_str());
        let front = &all[..front];
        let head = front.iter().rfind(tells).or_else(|| front.iter().rfind(says)).or_else(|| all.iter().rfind(says)).cloned().unwrap_or_default();
        let mut tokens: Vec<String> = all.iter().filter(says).cloned().collect();
        tokens.sort();
        tokens.dedup();
        Self { tokens, head }
    }

    /// How much of both phrases is shared: 0 to 1,000.
    fn likeness(&self, other: &Self, rarity: &BTreeMap<String, u64>) -> u64 {
        let weight = |token: &String, head: &String| rarity.get(token).copied().unwrap_or(40) * if token == head { 2 } else { 1 };
        let share = |of: &Self, with: &Self| {
            let all: u64 = of.tokens.iter().map(|token| weight(token, &of.head)).sum();
            let shared: u64 = of.tokens.iter().filter(|token| with.tokens.contains(token)).map(|token| weight(token, &of.head)).sum();
            (shared * 1_000).checked_div(all).unwrap_or(0)
        };
        let (mine, theirs) = (share(self, other), share(other, self));
        // Another head noun means another thing (`shoe racks` are no shoes), unless all else is the same.
        let heads = if self.head == other.head { 1_000 } else { 600 };
        // What the user adds matters less than what the phrase wants and does not get.
        (mine * 2 + theirs * 3) / 5 * heads / 1_000 * u64::from(mine > 0)
    }
}

/// Heads of which many packs speak: what stands before them tells which goods are meant.
const COLLECTIVE: [&str; 8] = ["gear", "equipment", "supply", "accessory", "good", "item", "stuff", "kit"];

/// Words that tell no pack from another.
const EMPTY: [&str; 14] = ["and", "or", "the", "a", "an", "for", "of", "with", "in", "shop", "store", "online", "product", "my"];

fn split(text: &str) -> impl Iterator<Item = String> {
    let text = text.to_lowercase().replace(['\u{2019}', '\''], "").replace("t-shirt", "tshirt").replace("e-", "e").replace("hi-fi", "hifi");
    let words: Vec<String> = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    words.into_iter()
}

/// A word without plural, diacritics and differences between British and American spelling.
fn plain(word: &str) -> String {
    let bare: String = word
        .chars()
        .map(|letter| match letter {
            'é' | 'è' | 'ê' => 'e',
            'á' | 'à' | 'â' => 'a',
            'ö' | 'ô' => 'o',
            'ü' => 'u',
            'ñ' => 'n',
            other => other,
        })
        .collect();
    if let Some((_, same)) = SAME.iter().find(|(form, _)| *form == bare) {
        return (*same).to_owned();
    }
    let single = compose::singular(&bare);
    if let Some((_, same)) = SAME.iter().find(|(form, _)| *form == single) {
        return (*same).to_owned();
    }
    single
}

/// Forms and spellings that mean the same.
const SAME: [(&str, &str); 59] = [
    ("womens", "woman"),
    ("women", "woman"),
    ("ladies", "woman"),
    ("lady", "woman"),
    ("mens", "man"),
    ("men", "man"),
    ("gents", "man"),
    ("gent", "man"),
    ("kids", "kid"),
    ("childrens", "kid"),
    ("children", "kid"),
    ("child", "kid"),
    ("girls", "kid"),
    ("boys", "kid"),
    ("skis", "ski"),
    ("bikinis", "bikini"),
    ("jewelry", "jewellery"),
    ("jewelery", "jewellery"),
    ("tyre", "tire"),
    ("colour", "color"),
    ("grey", "gray"),
    ("organiser", "organizer"),
    ("licence", "license"),
    ("centre", "center"),
    ("theatre", "theater"),
    ("fibre", "fiber"),
    ("pyjama", "pajama"),
    ("moisturiser", "moisturizer"),
    ("aluminium", "aluminum"),
    ("auto", "car"),
    ("automobile", "car"),
    ("automotive", "car"),
    ("vehicle", "car"),
    ("bike", "bicycle"),
    ("cycle", "bicycle"),
    ("cycling", "bicycle"),
    ("telly", "television"),
    ("tv", "television"),
    ("tvs", "television"),
    ("notebooks", "notebook"),
    ("cellphone", "phone"),
    ("smartphone", "phone"),
    ("handphone", "phone"),
    ("spec", "eyeglass"),
    ("spectacle", "eyeglass"),
    ("whiskey", "whisky"),
    ("perfume", "fragrance"),
    ("cologne", "fragrance"),
    ("sweets", "candy"),
    ("vitamin", "vitamin"),
    ("multivitamin", "vitamin"),
    ("lp", "vinyl"),
    ("lps", "vinyl"),
    ("refrigerator", "fridge"),
    ("lamps", "lamp"),
    ("headphone", "headphone"),
    ("pc", "computer"),
    ("pcs", "computer"),
    ("mediaeval", "medieval"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_of_a_pack_leads_to_it() {
        let mut wrong = Vec::new();
        for (pack, phrases, _) in bundle::domains() {
            for phrase in phrases.iter().chain([&pack]) {
                let found = find(phrase).pack;
                if found != Some(pack) {
                    wrong.push(format!("{phrase}: {found:?} rather than {pack}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// Written down before any pack was tuned for it; at most one in twenty may go wrong.
    #[test]
    fn domains_in_the_words_of_users_find_their_pack() {
        const ASKED: [(&str, &str); 75] = [
            ("women's trail running shoes", "running-shoes"),
            ("vintage model cars", "scale-models"),
            ("kids bicycles", "bicycles"),
            ("auto parts", "car-parts"),
            ("smart home", "smart-home"),
            ("organic skincare", "skincare"),
            ("jewellery", "jewellery"),
            ("handmade jewelry store", "jewellery"),
            ("mens dress shirts", "mens-clothing"),
            ("ladies handbags", "handbags"),
            ("gaming laptops", "computers"),
            ("wireless earbuds", "audio"),
            ("DSLR cameras", "cameras"),
            ("refurbished mobile phones", "phones"),
            ("graphics cards", "computer-components"),
            ("4k tv", "televisions"),
            ("antivirus licences", "software-licences"),
            ("gift vouchers", "gift-cards"),
            ("fridge freezers", "large-appliances"),
            ("air fryers", "kitchen-appliances"),
            ("cast iron pans", "cookware"),
            ("italian wine", "wine"),
            ("craft beer", "beer"),
            ("single malt whisky", "spirits"),
            ("loose leaf tea", "tea"),
            ("dark chocolate bars", "confectionery"),
            ("perfume for women", "fragrance"),
            ("lipstick and mascara", "makeup"),
            ("shampoo", "hair-care"),
            ("multivitamins", "vitamins"),
            ("over the counter medicine", "pharmacy"),
            ("dog food", "pets"),
            ("baby strollers", "baby"),
            ("wooden toys", "toys"),
            ("family board games", "board-games"),
            ("electric guitars", "musical-instruments"),
            ("vinyl records", "vinyl-music"),
            ("fountain pens", "stationery"),
            ("printer paper", "office-supplies"),
            ("acrylic paints for artists", "art-supplies"),
            ("fishing rods", "fishing"),
            ("ski boots", "winter-sports"),
            ("football kit", "team-sports"),
            ("yoga mats", "fitness"),
            ("camping tents", "camping"),
            ("cordless drills", "tools"),
            ("door locks", "hardware"),
            ("interior wall paint", "paint-decorating"),
            ("motorcycle helmets", "motorcycle-gear"),
            ("hard hats", "safety-workwear"),
            ("resistors and capacitors", "electronics-parts"),
            ("ball bearings", "industrial-supplies"),
            ("blood pressure monitors", "medical-supplies"),
            ("reading glasses", "eyewear"),
            ("knitting yarn", "crafts-sewing"),
            ("party balloons", "party"),
            ("school backpacks", "school-supplies"),
            ("blu-ray movies", "movies"),
            ("cotton bed sheets", "bedding-bath"),
            ("garden hoses", "garden"),
            ("pendant lamps", "lighting"),
            ("laundry detergent", "cleaning-supplies"),
            ("storage boxes", "storage-organisers"),
            ("dinner plates", "tableware"),
            ("scented candles", "home-decor"),
            ("luxury wrist watches", "watches"),
            ("carry-on suitcases", "luggage"),
            ("winter coats", "outerwear"),
            ("men's socks", "underwear-hosiery"),
            ("baby clothes", "kids-clothing"),
            ("espresso machines", "espresso-coffee"),
            ("office chairs", "furniture"),
            ("crime novels", "books"),
            ("online supermarket", "groceries"),
            ("summer dresses", "womens-clothing"),
        ];
        let packs: Vec<&str> = bundle::catalog_names().collect();
        let asked: Vec<&(&str, &str)> = ASKED.iter().filter(|(_, pack)| packs.contains(pack)).collect();
        assert!(asked.len() >= 40, "{}", asked.len());
        let wrong: Vec<String> = asked
            .iter()
            .filter_map(|(words, pack)| {
                let found = find(words).pack;
                (found != Some(pack)).then(|| format!("{words}: {found:?} rather than {pack}"))
            })
            .collect();
        assert!(wrong.len() * 20 <= asked.len(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_pack_lends_only_to_trades_of_whose_words_it_knows_every_one() {
        for far in ["sailing hardware", "saddlery", "model rocketry", "beekeeping supplies", "hydroponics", ""] {
            assert_eq!(near(far), None, "{far}");
        }
        assert_eq!(near("Trail Running Shoes"), Some("running-shoes"));
        assert_eq!(near("office chairs"), Some("furniture"));
    }

    #[test]
    fn wording_and_spelling_may_differ() {
        assert_eq!(find("Trail Running Shoe").pack, Some("running-shoes"));
        assert_eq!(find("men's runing shoes").pack, Some("running-shoes"));
        assert_eq!(find("furnitur").pack, Some("furniture"));
    }

    #[test]
    fn words_that_no_pack_knows_are_composed_and_empty_ones_refused() {
        assert_eq!(find("quantum submarines").pack, None);
        let composed = meant("quantum submarines").unwrap();
        assert_eq!(composed.catalog.kinds[0].name, "Quantum Submarine");
        assert!(composed.notes[0].contains("no built-in pack fits `quantum submarines`"), "{:?}", composed.notes);
        assert!(composed.notes[1].contains("--by llm"), "{:?}", composed.notes);
        assert!(meant("").is_err() && meant(" ?! ").is_err());
    }
}
