//! Where people of a region live: places by their inhabitants, streets, house numbers, units.

use arrow_array::StringArray;
use wares_model::{
    pack::{
        catalog::Band,
        region::{PlaceRow, PostalTail, Region, StateForm, Unit},
    },
    pattern::{self, Piece},
};

use super::lists::{Lists, ListsBuilder, at};
use crate::{
    key::{Draw, Key},
    weighted::Alias,
};

/// What columns read of a place, side by side for the cache's sake: positions in the lists.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct PlaceFacts {
    pub(crate) city: u32,
    pub(crate) state: u32,
    pub(crate) postal: u32,
    pub(crate) phones: u32,
    /// The position of its [`Rest`].
    pub(crate) rest: u32,
}

/// What few columns read of a place.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Rest {
    pub(crate) zone: u32,
    pub(crate) locality: u32,
    /// Ten-thousandths of a degree.
    pub(crate) lat: i32,
    pub(crate) lon: i32,
}

/// The addresses of a region.
pub(crate) struct Addresses {
    pub(crate) facts: Vec<PlaceFacts>,
    pub(crate) rests: Vec<Rest>,
    streets: Option<(Alias, StringArray, StringArray)>,
    lines: [Lines; 2],
    house_number: Band,
    unit_percent: u64,
    unit_alias: Alias,
    tail: Option<Tail>,
}

/// The two lines in one script.
struct Lines {
    line1: Vec<Part>,
    line2: Vec<Part>,
    units: Vec<UnitPlan>,
}

/// A piece of a line.
enum Part {
    Literal(String),
    Number,
    Street,
    Locality,
    Unit,
}

/// A kind of unit: what stands before and behind its number, if it has one.
struct UnitPlan {
    front: String,
    numbered: bool,
    back: String,
    low: i64,
    high: i64,
}

fn parts(text: &str) -> Vec<Part> {
    let pieces = pattern::pieces(text).unwrap_or_default().into_iter();
    pieces
        .map(|piece| match piece {
            Piece::Literal(literal) => Part::Literal(literal),
            Piece::Slot { name, .. } => match name.as_str() {
                "number" => Part::Number,
                "locality" => Part::Locality,
                "unit" => Part::Unit,
                _ => Part::Street,
            },
        })
        .collect()
}

impl Lines {
    fn new(line1: &str, line2: &str, units: &[Unit]) -> Self {
        let plan = |unit: &Unit| {
            let (front, back) = unit.text.split_once("{number}").unwrap_or((&unit.text, ""));
            let numbered = unit.text.contains("{number}");
            UnitPlan { front: front.to_owned(), numbered, back: back.to_owned(), low: i64::from(unit.low), high: i64::from(unit.high) }
        };
        Self { line1: parts(line1), line2: parts(line2), units: units.iter().map(plan).collect() }
    }
}

struct Tail {
    pattern: Vec<char>,
    letters: Vec<char>,
    not: Vec<String>,
}

/// The keys of an address's draws.
pub(crate) struct AddressKeys {
    pub(crate) place: Key,
    street: Key,
    unit: Key,
    tail: Key,
}

impl AddressKeys {
    pub(crate) fn new(key: &dyn Fn(&str) -> Key) -> Self {
        Self { place: key("latent:place"), street: key("latent:street"), unit: key("latent:unit"), tail: key("latent:postal_tail") }
    }
}

impl Addresses {
    /// `phones`: for each place, what its numbers are drawn from.
    pub(crate) fn new(region: &Region<'_>, phones: &[u32], lists: &mut ListsBuilder) -> Self {
        let address = &region.header.address;
        let first_state = lists.states.len();
        for state in &region.states {
            lists.states.push(if address.state == StateForm::Code { state.code } else { state.name });
            lists.state_names.push(state.name);
            lists.states_latin.push(if address.state == StateForm::Code { state.code } else { state.latin });
        }
        let (facts, rests) = places(region, phones, first_state, lists);
        let native = Lines::new(&address.line1, &address.line2, &address.units);
        let latin = match &address.latin {
            Some(latin) => Lines::new(&latin.line1, &latin.line2, &latin.units),
            None => Lines::new(&address.line1, &address.line2, &address.units),
        };
        let streets = (!region.streets.is_empty()).then(|| {
            let weights: Vec<u64> = region.streets.iter().map(|street| u64::from(street.weight)).collect();
            let list =
                |latin: bool| StringArray::from_iter_values(region.streets.iter().map(|street| if latin { street.latin } else { street.name }));
            (Alias::new(&weights), list(false), list(true))
        });
        Self {
            facts,
            rests,
            streets,
            lines: [native, latin],
            house_number: address.house_number,
            unit_percent: u64::from(address.unit_percent),
            unit_alias: Alias::new(&address.units.iter().map(|unit| u64::from(unit.weight)).chain([1]).collect::<Vec<_>>()),
            tail: address.postal_tail.as_ref().map(Tail::new),
        }
    }

    /// Street and number.
    pub(crate) fn first_line(&self, keys: &AddressKeys, lists: &Lists, address: u64, place: &PlaceFacts, latin: bool, out: &mut String) {
        let draw = keys.street.draw(address);
        for part in &self.lines[usize::from(latin)].line1 {
            match part {
                Part::Literal(text) => out.push_str(text),
                Part::Number => {
                    let band = self.house_number;
                    let part = u128::from(draw.also(1).below(1 << 16) * draw.also(2).below(1 << 16));
                    let number = band.low + ((part * u128::from(band.high - band.low + 1)) >> 32) as u32;
                    out.push_str(itoa::Buffer::new().format(number));
                }
                Part::Locality => out.push_str(self.locality(lists, place, latin)),
                Part::Street | Part::Unit => {
                    if let Some((alias, native, in_latin)) = &self.streets {
                        out.push_str(if latin { in_latin } else { native }.value(alias.pick(draw)));
                    }
                }
            }
        }
    }

    /// Flat or suite, or the quarter; false where there is none.
    pub(crate) fn second_line(&self, keys: &AddressKeys, lists: &Lists, address: u64, place: &PlaceFacts, latin: bool, out: &mut String) -> bool {
        let lines = &self.lines[usize::from(latin)];
        let draw = keys.unit.draw(address);
        let unit = if draw.also(1).below(100) < self.unit_percent { lines.units.get(self.unit_alias.pick(draw)) } else { None };
        let start = out.len();
        for part in &lines.line2 {
            let before = out.len();
            match (part, unit) {
                (Part::Literal(literal), _) => out.push_str(literal),
                (Part::Locality, _) => out.push_str(self.locality(lists, place, latin)),
                (_, Some(unit)) => {
                    out.push_str(&unit.front);
                    if unit.numbered {
                        out.push_str(itoa::Buffer::new().format(draw.also(2).between(unit.low, unit.high)));
                    }
                    out.push_str(&unit.back);
                }
                _ => {}
            }
            // A line whose slot is empty is none.
            if out.len() == before {
                out.truncate(start);
                return false;
            }
        }
        out.len() > start
    }

    fn locality<'a>(&self, lists: &'a Lists, place: &PlaceFacts, latin: bool) -> &'a str {
        at(if latin { &lists.localities_latin } else { &lists.localities }, self.rests[place.rest as usize].locality)
    }

    /// Whether postal codes are more than a position in the list.
    pub(crate) fn has_tails(&self) -> bool {
        self.tail.is_some()
    }

    /// The whole postal code; false where none is in use.
    pub(crate) fn postal(&self, keys: &AddressKeys, lists: &Lists, address: u64, place: &PlaceFacts, out: &mut String) -> bool {
        out.push_str(at(&lists.postals, place.postal));
        if let Some(tail) = &self.tail {
            tail.write(keys.tail.draw(address), out);
        }
        !at(&lists.postals, place.postal).is_empty() || self.tail.is_some()
    }
}

/// What columns read of each place; `first_state`: where the region's states begin in the lists.
///
/// Rows stand by state and city, so that neighbours share their texts: each is looked up, and put on its list, where it changes.
fn places(region: &Region<'_>, phones: &[u32], first_state: u32, lists: &mut ListsBuilder) -> (Vec<PlaceFacts>, Vec<Rest>) {
    let mut facts = Vec::with_capacity(region.places.count());
    let mut rests = Vec::with_capacity(region.places.count());
    let (mut fact, mut rest) = (PlaceFacts::default(), Rest::default());
    let mut last: Option<PlaceRow<'_>> = None;
    for (place, phones) in region.places.rows().zip(phones) {
        let same = |alike: fn(&PlaceRow<'_>, &PlaceRow<'_>) -> bool| last.as_ref().is_some_and(|last| alike(last, &place));
        if !same(|a, b| a.state == b.state) {
            fact.state = region.states.iter().position(|state| state.code == place.state).map_or(0, |position| first_state + position as u32);
        }
        if !same(|a, b| (a.city, a.state) == (b.city, b.state)) {
            lists.cities_latin.push(place.latin);
            fact.city = lists.cities.push(place.city);
        }
        if !same(|a, b| a.zone == b.zone) {
            rest.zone = lists.zones.push(place.zone);
        }
        if !same(|a, b| (a.locality, a.locality_latin) == (b.locality, b.locality_latin)) {
            lists.localities_latin.push(place.locality_latin);
            rest.locality = lists.localities.push(place.locality);
        }
        rests.push(Rest { lat: place.lat, lon: place.lon, ..rest });
        facts.push(PlaceFacts { postal: lists.postals.push(place.postal), phones: *phones, rest: rests.len() as u32 - 1, ..fact });
        last = Some(place);
    }
    (facts, rests)
}

impl Tail {
    fn new(tail: &PostalTail) -> Self {
        Self { pattern: tail.pattern.chars().collect(), letters: tail.letters.chars().collect(), not: tail.not.clone() }
    }

    fn write(&self, draw: Draw, out: &mut String) {
        let start = out.len();
        // A tail that is not given out makes room for the next draw; three bad ones in a row do not happen in practice,
        // and then the last letter is moved on, so that the outcome is sound for certain.
        for turn in 0..4 {
            out.truncate(start);
            for (place, mark) in self.pattern.iter().enumerate() {
                let draw = draw.also(1 + place as u64 + turn * 16);
                let letter = |draw: Draw| self.letters.get(draw.below(self.letters.len().max(1) as u64) as usize).copied().unwrap_or('0');
                let digit = |draw: Draw| char::from(b'0' + draw.below(10) as u8);
                out.push(match mark {
                    '#' => digit(draw),
                    '@' => letter(draw),
                    '*' if draw.also(1).below(2) == 0 => digit(draw),
                    '*' => letter(draw),
                    other => *other,
                });
            }
            if !self.not.iter().any(|bad| bad == out[start..].trim_start()) {
                return;
            }
        }
        let first = self.letters.iter().find(|letter| !self.not.iter().any(|bad| bad.ends_with(**letter)));
        out.pop();
        out.push(first.copied().unwrap_or('0'));
    }
}
