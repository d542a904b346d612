//! How people of a region are called: names by sex and decade of birth, put together as the country does.

use wares_model::{
    Day,
    pack::region::{FamilyName, GivenName, Region},
    pattern::{self, Piece},
};

use super::{
    Person,
    lists::{Lists, ListsBuilder, at, mail},
};
use crate::{
    key::{Draw, Key},
    weighted::Alias,
};

/// The decades of birth that are told apart: 1900 and after.
const FIRST_DECADE: i32 = 190;
const DECADES: usize = 20;

/// The names of a region.
pub(crate) struct People {
    given: Vec<Cohort>,
    /// For each sex (female last) and decade, the cohort whose names are nearest in time.
    cohorts: [[u16; DECADES]; 2],
    family: Names,
    middle: Option<Names>,
    full: [Layout; 2],
    latin_full: [Layout; 2],
    family_form: [Layout; 2],
    second_percent: u64,
}

/// Given names of one sex and decade.
struct Cohort {
    female: bool,
    born: u32,
    alias: Alias,
    first: u32,
}

/// Family or middle names: each stands twice in the lists, for men and for women.
struct Names {
    alias: Alias,
    first: u32,
}

impl Names {
    fn new(rows: &[FamilyName<'_>], lists: &mut ListsBuilder) -> Self {
        let first = lists.family.len();
        let mut room = String::new();
        for row in rows {
            for sex in [0, 1] {
                lists.family.push(row.name[sex]);
                lists.family_latin.push(row.latin[sex]);
                lists.family_mail.push(mail(row.latin[sex], row.mail[sex], &mut room));
            }
        }
        Self { alias: Alias::new(&rows.iter().map(|row| u64::from(row.weight)).collect::<Vec<_>>()), first }
    }

    #[inline]
    fn pick(&self, draw: Draw, female: bool) -> u32 {
        self.first + 2 * self.alias.pick(draw) as u32 + u32::from(female)
    }
}

/// The pieces of a name in order.
type Layout = Vec<Part>;

enum Part {
    Literal(String),
    Given,
    Middle,
    Family,
    Second,
}

/// The layout for people with a second family name, and for those without.
fn layouts(text: &str) -> [Layout; 2] {
    let without = text.replace(" {second}", "").replace("{second} ", "").replace("{second}", "");
    [text, &without].map(|text| {
        let pieces = pattern::pieces(text).unwrap_or_default().into_iter();
        pieces
            .map(|piece| match piece {
                Piece::Literal(literal) => Part::Literal(literal),
                Piece::Slot { name, .. } => match name.as_str() {
                    "given" => Part::Given,
                    "middle" => Part::Middle,
                    "second" => Part::Second,
                    _ => Part::Family,
                },
            })
            .collect()
    })
}

/// The keys of a person's draws.
pub(crate) struct PeopleKeys {
    given: Key,
    family: Key,
    second: Key,
    middle: Key,
}

impl PeopleKeys {
    pub(crate) fn new(key: &dyn Fn(&str) -> Key) -> Self {
        Self {
            given: key("latent:given_name"),
            family: key("latent:family_name"),
            second: key("latent:second_name"),
            middle: key("latent:middle_name"),
        }
    }
}

impl People {
    pub(crate) fn new(region: &Region<'_>, lists: &mut ListsBuilder) -> Self {
        let mut room = String::new();
        let mut rows: Vec<&GivenName<'_>> = region.given.iter().collect();
        rows.sort_by_key(|name| (name.female, name.born));
        let mut given: Vec<Cohort> = Vec::new();
        for names in rows.chunk_by(|a, b| (a.female, a.born) == (b.female, b.born)) {
            let first = lists.given.len();
            for name in names {
                lists.given.push(name.name);
                lists.given_latin.push(name.latin);
                lists.given_mail.push(mail(name.latin, name.mail, &mut room));
            }
            let weights: Vec<u64> = names.iter().map(|name| u64::from(name.weight)).collect();
            given.push(Cohort { female: names[0].female, born: names[0].born, alias: Alias::new(&weights), first });
        }
        let layout = &region.header.layout;
        Self {
            cohorts: [false, true]
                .map(|female| std::array::from_fn(|decade| nearest_cohort(&given, female, (FIRST_DECADE as u32 + decade as u32) * 10))),
            given,
            family: Names::new(&region.family, lists),
            middle: (!region.middle.is_empty()).then(|| Names::new(&region.middle, lists)),
            full: layouts(&layout.full),
            latin_full: layouts(layout.latin_full.as_ref().unwrap_or(&layout.full)),
            family_form: layouts(&layout.family),
            second_percent: u64::from(layout.second_percent),
        }
    }

    /// Whether the family name is a single one, as it stands in the list.
    pub(crate) fn single(&self) -> bool {
        matches!(self.family_form[0][..], [Part::Family])
    }

    /// Given and family name, by position in the lists.
    #[inline]
    pub(crate) fn draw(&self, keys: &PeopleKeys, row: u64, female: bool, birth: Day) -> (u32, u32) {
        let decade = (birth.civil().0 / 10 - FIRST_DECADE).clamp(0, DECADES as i32 - 1) as usize;
        let cohort = &self.given[usize::from(self.cohorts[usize::from(female)][decade])];
        (cohort.first + cohort.alias.pick(keys.given.draw(row)) as u32, self.family.pick(keys.family.draw(row), female))
    }

    pub(crate) fn write_full(&self, keys: &PeopleKeys, lists: &Lists, person: &Person, latin: bool, out: &mut String) {
        self.write(keys, lists, person, latin, if latin { &self.latin_full } else { &self.full }, out);
    }

    pub(crate) fn write_family(&self, keys: &PeopleKeys, lists: &Lists, person: &Person, latin: bool, out: &mut String) {
        self.write(keys, lists, person, latin, &self.family_form, out);
    }

    /// The middle name, where the country has them.
    pub(crate) fn middle(&self, keys: &PeopleKeys, person: &Person) -> Option<u32> {
        self.middle.as_ref().map(|names| names.pick(keys.middle.draw(person.row), person.female))
    }

    fn write(&self, keys: &PeopleKeys, lists: &Lists, person: &Person, latin: bool, layout: &[Layout; 2], out: &mut String) {
        let (given, family) = if latin { (&lists.given_latin, &lists.family_latin) } else { (&lists.given, &lists.family) };
        let second = || keys.second.draw(person.row);
        let without = self.second_percent < 100 && second().also(1).below(100) >= self.second_percent;
        for part in &layout[usize::from(without)] {
            match part {
                Part::Literal(text) => out.push_str(text),
                Part::Given => out.push_str(at(given, person.given)),
                Part::Family => out.push_str(at(family, person.family)),
                Part::Second => out.push_str(at(family, self.family.pick(second(), person.female))),
                Part::Middle => out.push_str(self.middle(keys, person).map_or("", |middle| at(family, middle))),
            }
        }
    }
}

/// The cohort of a sex that was born nearest to a decade.
fn nearest_cohort(given: &[Cohort], female: bool, born: u32) -> u16 {
    let of_sex = given.iter().enumerate().filter(|(_, cohort)| cohort.female == female);
    of_sex.min_by_key(|(_, cohort)| cohort.born.abs_diff(born)).map_or(0, |(index, _)| index as u16)
}
