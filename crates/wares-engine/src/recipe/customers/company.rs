//! Names of companies: a family, a trade and a legal form, put together as the country does.

use wares_model::{
    pack::region::{Pattern, Region, Trade},
    pattern::{self, Piece},
};

use super::lists::{Lists, at};
use crate::{key::Draw, weighted::Alias};

/// The companies of a region.
pub(crate) struct Companies {
    patterns: [Vec<Vec<Piece>>; 2],
    pattern_alias: Alias,
    trades: Words,
    forms: Words,
    family_first: u32,
    family_alias: Alias,
}

/// Words by weight: as written, and in Latin letters.
struct Words {
    words: Vec<[String; 2]>,
    alias: Alias,
}

impl Words {
    fn new(list: &[Trade]) -> Self {
        let both = |word: &Trade| [word.name.clone(), if word.latin.is_empty() { word.name.clone() } else { word.latin.clone() }];
        let alias = Alias::new(&list.iter().map(|word| u64::from(word.weight)).chain(list.is_empty().then_some(1)).collect::<Vec<_>>());
        Self { words: list.iter().map(both).collect(), alias }
    }

    fn pick(&self, draw: Draw, latin: bool) -> &str {
        self.words.get(self.alias.pick(draw)).map_or("", |word| &word[usize::from(latin)])
    }
}

impl Companies {
    /// `family_first`: where the region's family names begin in the lists.
    pub(crate) fn new(region: &Region<'_>, family_first: u32) -> Self {
        let company = &region.header.company;
        let compile = |patterns: &[Pattern]| patterns.iter().map(|pattern| pattern::pieces(&pattern.text).unwrap_or_default()).collect();
        Self {
            patterns: [compile(&company.patterns), compile(company.latin_patterns.as_ref().unwrap_or(&company.patterns))],
            pattern_alias: Alias::new(&company.patterns.iter().map(|pattern| u64::from(pattern.weight)).collect::<Vec<_>>()),
            trades: Words::new(&company.trades),
            forms: Words::new(&company.forms),
            family_first,
            family_alias: Alias::new(&region.family.iter().map(|name| u64::from(name.weight)).collect::<Vec<_>>()),
        }
    }

    /// `city`: the company's, in the script wanted.
    pub(crate) fn write(&self, lists: &Lists, draw: Draw, city: &str, latin: bool, out: &mut String) {
        let family = if latin { &lists.family_latin } else { &lists.family };
        // The form of men stands in company names.
        let pick_family = |draw: Draw| at(family, self.family_first + 2 * self.family_alias.pick(draw) as u32);
        for piece in &self.patterns[usize::from(latin)][self.pattern_alias.pick(draw)] {
            match piece {
                Piece::Literal(text) => out.push_str(text),
                Piece::Slot { name, .. } => match name.as_str() {
                    "family" => out.push_str(pick_family(draw.also(1))),
                    "family2" => out.push_str(pick_family(draw.also(2))),
                    "trade" => out.push_str(self.trades.pick(draw.also(3), latin)),
                    "form" => out.push_str(self.forms.pick(draw.also(4), latin)),
                    _ => out.push_str(city),
                },
            }
        }
    }
}
