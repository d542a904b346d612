//! Customers: who they are and where they live, as their region has it. They are numbered by the day they signed up.

use std::{collections::BTreeMap, sync::Arc};

use arrow_array::{ArrayRef, Date32Array, Int64Array, StringArray};
use wares_model::{
    Day,
    column::CustomerFact,
    pack::region::{PlaceRow, Region},
    pattern::Piece,
};

use super::products::dictionary;
use crate::{
    calendar::{Calendar, Spread},
    column::texts,
    fixed::{bell, log_normal},
    key::Key,
    permute::Permutation,
    weighted::Alias,
};

/// Domains that nobody can own (RFC 2606).
const DOMAINS: [&str; 24] = [
    "example.com",
    "example.org",
    "example.net",
    "mail.example.com",
    "post.example.net",
    "inbox.example.org",
    "home.example.com",
    "web.example.net",
    "me.example.org",
    "family.example.com",
    "letters.example.net",
    "note.example.org",
    "quickmail.example",
    "bluepost.example",
    "mailbarn.example",
    "letterbox.example",
    "skymail.example",
    "postway.example",
    "inkmail.example",
    "mailhaven.example",
    "riverpost.example",
    "openmail.example",
    "mymail.example",
    "brightbox.example",
];

/// When each customer signed up; orders need this and nothing else of the customers.
#[derive(Debug, Clone)]
pub(crate) struct SignUps {
    calendar: Calendar,
    spread: Spread,
    rows: u64,
    key: Key,
}

impl SignUps {
    pub(crate) fn new(seed: u64, table: &str, rows: u64, calendar: Calendar) -> Self {
        Self { calendar, spread: Spread::new(rows), rows, key: Key::new(seed, table, "latent:sign_up") }
    }

    /// How many customers there are.
    pub(crate) fn rows(&self) -> u64 {
        self.rows
    }

    /// The day on which a customer signed up.
    #[inline]
    pub(crate) fn day(&self, row: u64) -> Day {
        if row == 0 { self.calendar.start() } else { self.calendar.day_at(self.spread.at(row, self.key.draw(row))) }
    }

    /// How many customers have surely signed up by the end of a day: rows below this number; at least 1.
    pub(crate) fn by(&self, day: Day) -> u64 {
        self.spread.sure_before(self.calendar.share_through(day)).clamp(1, self.rows)
    }
}

/// Everything that the customers of one plan share.
pub(crate) struct Customers {
    sign_ups: SignUps,
    keys: Keys,
    sales_reps: u32,
    region: Region,
    places: Alias,
    cities: Arc<StringArray>,
    states: Arc<StringArray>,
    postals: Arc<StringArray>,
    country: Arc<StringArray>,
    sexes: Arc<StringArray>,
    given: Vec<Cohort>,
    /// For each sex (female last) and decade, the cohort whose names are nearest in time.
    cohorts: [[u16; DECADES as usize]; 2],
    given_names: Arc<StringArray>,
    given_local: Vec<String>,
    family: Alias,
    family_names: Arc<StringArray>,
    family_local: Vec<String>,
    streets: Alias,
    line1: Vec<Piece>,
    line2: Vec<Piece>,
    units: Alias,
    full_name: Vec<Piece>,
    /// Blocks of fictional numbers: the first number, and how many there are.
    phones: Vec<(i64, u64)>,
    /// Positions of blocks, for each place those of its areas in a row.
    areas: Vec<u32>,
    facts: Vec<PlaceFacts>,
    addresses: Permutation,
}

/// The decades of birth that are told apart: 1900 and after.
const FIRST_DECADE: i32 = 190;
const DECADES: i32 = 20;

/// What is drawn once for a customer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Customer {
    row: u64,
    female: bool,
    signed_up: Day,
    birth: Day,
    given: u32,
    family: u32,
    place: PlaceFacts,
}

/// One fixed draw for each fact.
struct Keys {
    sex: Key,
    birth: Key,
    given: Key,
    family: Key,
    place: Key,
    street: Key,
    unit: Key,
    email: Key,
    phone: Key,
    rep: Key,
    credit: Key,
}

/// What columns read of a place, side by side for the cache's sake: positions in the lists of distinct texts, and in `areas`.
#[derive(Debug, Clone, Copy, Default)]
struct PlaceFacts {
    city: u32,
    state: u32,
    postal: u32,
    first_area: u32,
    area_count: u32,
}

/// Given names of one sex and decade.
struct Cohort {
    female: bool,
    born: u32,
    alias: Alias,
    first: u32,
}

impl Customers {
    pub(crate) fn new(seed: u64, table: &str, sign_ups: SignUps, sales_reps: u32, mut region: Region) -> Self {
        let key = |name: &str| Key::new(seed, table, name);
        region.given.sort_by_key(|name| (name.female, name.born));
        let mut given: Vec<Cohort> = Vec::new();
        let mut first = 0;
        for names in region.given.chunk_by(|a, b| (a.female, a.born) == (b.female, b.born)) {
            let weights: Vec<u64> = names.iter().map(|name| u64::from(name.weight)).collect();
            given.push(Cohort { female: names[0].female, born: names[0].born, alias: Alias::new(&weights), first });
            first += names.len() as u32;
        }
        let weights = |list: &[(String, u32)]| Alias::new(&list.iter().map(|(_, weight)| u64::from(*weight)).collect::<Vec<_>>());
        let pieces = |text: &str| wares_model::pattern::pieces(text).unwrap_or_default();
        let (phones, phones_of) = phones(&region);
        let coded_by = |text: fn(&PlaceRow) -> &str| coded(region.places.iter().map(text));
        let (cities, city_of) = coded_by(|place| &place.city);
        let (states, state_of) = coded_by(|place| &place.state);
        let (postals, postal_of) = coded_by(|place| &place.postal);
        let mut areas = Vec::new();
        let mut facts = Vec::with_capacity(region.places.len());
        for (index, of_place) in phones_of.iter().enumerate() {
            let (first_area, area_count) = (areas.len() as u32, of_place.len() as u32);
            facts.push(PlaceFacts { city: city_of[index], state: state_of[index], postal: postal_of[index], first_area, area_count });
            areas.extend_from_slice(of_place);
        }
        Self {
            keys: Keys {
                sex: key("latent:sex"),
                birth: key("latent:birth"),
                given: key("latent:given_name"),
                family: key("latent:family_name"),
                place: key("latent:place"),
                street: key("latent:street"),
                unit: key("latent:unit"),
                email: key("latent:email"),
                phone: key("latent:phone"),
                rep: key("latent:sales_rep"),
                credit: key("latent:credit"),
            },
            sales_reps,
            places: Alias::new(&region.places.iter().map(|place| u64::from(place.weight)).collect::<Vec<_>>()),
            cities,
            states,
            postals,
            country: Arc::new(StringArray::from(vec![region.header.country.as_str()])),
            sexes: Arc::new(StringArray::from(vec!["female", "male"])),
            cohorts: [false, true]
                .map(|female| std::array::from_fn(|decade| nearest_cohort(&given, female, (FIRST_DECADE as u32 + decade as u32) * 10))),
            given,
            given_names: Arc::new(region.given.iter().map(|name| Some(name.name.as_str())).collect()),
            given_local: region.given.iter().map(|name| local_part(&name.name)).collect(),
            family: weights(&region.family),
            family_names: Arc::new(region.family.iter().map(|(name, _)| Some(name.as_str())).collect()),
            family_local: region.family.iter().map(|(name, _)| local_part(name)).collect(),
            streets: weights(&region.streets),
            line1: pieces(&region.header.address.line1),
            line2: pieces(&region.header.address.line2),
            units: Alias::new(&region.header.address.units.iter().map(|unit| u64::from(unit.weight)).chain([1]).collect::<Vec<_>>()),
            full_name: pieces(&region.header.layout.full),
            phones,
            areas,
            facts,
            addresses: Permutation::new(key("latent:email_number"), sign_ups.rows),
            sign_ups,
            region,
        }
    }

    /// Everything that is drawn of a customer and read by more than one column.
    pub(crate) fn latent(&self, row: u64) -> Customer {
        let female = self.keys.sex.draw(row).0 >> 63 == 0;
        let signed_up = self.sign_ups.day(row);
        // Between 18 and 88 years at sign-up, around 41.
        let draw = self.keys.birth.draw(row);
        let age_days = 41 * 365 + ((bell(draw) * 13 * 365) >> 16);
        let birth = signed_up.plus(-(age_days.clamp(18 * 366 + draw.also(1).below(900) as i64, 88 * 365) as i32));
        let decade = (birth.civil().0 / 10 - FIRST_DECADE).clamp(0, DECADES - 1) as usize;
        let cohort = &self.given[usize::from(self.cohorts[usize::from(female)][decade])];
        let given = cohort.first + cohort.alias.pick(self.keys.given.draw(row)) as u32;
        let family = self.family.pick(self.keys.family.draw(row)) as u32;
        Customer { row, female, signed_up, birth, given, family, place: self.facts[self.places.pick(self.keys.place.draw(row))] }
    }

    /// One column of some customers.
    pub(crate) fn column(&self, fact: CustomerFact, customers: &[Customer]) -> ArrayRef {
        use CustomerFact as F;
        let each = customers.iter();
        match fact {
            F::Name => texts(customers, 18, |customer, out| {
                for piece in &self.full_name {
                    match piece {
                        Piece::Literal(text) => out.push_str(text),
                        Piece::Slot { name, .. } if name == "given" => out.push_str(self.given_names.value(customer.given as usize)),
                        Piece::Slot { .. } => out.push_str(self.family_names.value(customer.family as usize)),
                    }
                }
                true
            }),
            F::FamilyName => dictionary(each.map(|customer| customer.family), &self.family_names),
            F::GivenName => dictionary(each.map(|customer| customer.given), &self.given_names),
            F::Sex => dictionary(each.map(|customer| u32::from(!customer.female)), &self.sexes),
            F::BirthDate => Arc::new(Date32Array::from_iter_values(each.map(|customer| customer.birth.0))),
            F::SignedUp => Arc::new(Date32Array::from_iter_values(each.map(|customer| customer.signed_up.0))),
            F::Email => texts(customers, 30, |customer, out| {
                self.email(customer, out);
                true
            }),
            F::Phone => Arc::new(Int64Array::from_iter_values(each.map(|customer| self.phone(customer)))),
            F::AddressLine1 => texts(customers, 22, |customer, out| {
                self.first_line(customer.row, out);
                true
            }),
            F::AddressLine2 => self.second_lines(customers),
            F::City => dictionary(each.map(|customer| customer.place.city), &self.cities),
            F::State => dictionary(each.map(|customer| customer.place.state), &self.states),
            F::PostalCode => dictionary(each.map(|customer| customer.place.postal), &self.postals),
            F::Country => dictionary(each.map(|_| 0), &self.country),
            F::SalesRep => Arc::new(Int64Array::from_iter(each.map(|customer| {
                let draw = self.keys.rep.draw(customer.row);
                (draw.below(10) > 0).then(|| 1_101 + draw.also(1).below(u64::from(self.sales_reps)) as i64)
            }))),
            F::CreditLimit => Arc::new(Int64Array::from_iter_values(each.map(|customer| {
                let draw = self.keys.credit.draw(customer.row);
                if draw.also(1).below(100) < 30 { 0 } else { log_normal(150_000, 70, bell(draw)) / 10_000 * 10_000 + 10_000 }
            }))),
        }
    }

    fn phone(&self, customer: &Customer) -> i64 {
        let draw = self.keys.phone.draw(customer.row);
        // The first area code is the most local one: more than half of the customers have it.
        let count = u64::from(customer.place.area_count);
        let wanted = (draw.below(count * 2) + 1).saturating_sub(count).min(count - 1);
        let area = self.areas[customer.place.first_area as usize + wanted as usize];
        let (base, numbers) = self.phones[area as usize];
        base + draw.also(1).below(numbers) as i64
    }

    fn first_line(&self, row: u64, out: &mut String) {
        let draw = self.keys.street.draw(row);
        for piece in &self.line1 {
            match piece {
                Piece::Literal(text) => out.push_str(text),
                Piece::Slot { name, .. } if name == "number" => {
                    let band = self.region.header.address.house_number;
                    let part = u128::from(draw.also(1).below(1 << 16) * draw.also(2).below(1 << 16));
                    let number = band.low + ((part * u128::from(band.high - band.low + 1)) >> 32) as u32;
                    out.push_str(itoa::Buffer::new().format(number));
                }
                Piece::Slot { .. } => out.push_str(&self.region.streets[self.streets.pick(draw)].0),
            }
        }
    }

    fn email(&self, customer: &Customer, out: &mut String) {
        let row = customer.row;
        let (given, family) = (self.given_local[customer.given as usize].as_str(), self.family_local[customer.family as usize].as_str());
        let parts = match self.keys.email.draw(row).below(10) {
            0..4 => [given, ".", family],
            4 | 5 => [given, "", family],
            6 => [given, "_", family],
            7 => [family, ".", given],
            // Local parts are ASCII, so that their first byte is their first letter.
            8 => [&given[..1], "", family],
            _ => [given, "", &family[..1]],
        };
        out.extend(parts);
        // The pair of number and domain is different for every customer.
        let place = self.addresses.at(row);
        let (number, domain) = (place / DOMAINS.len() as u64, place % DOMAINS.len() as u64);
        if number > 0 {
            out.push_str(itoa::Buffer::new().format(number));
        }
        out.push('@');
        out.push_str(DOMAINS[domain as usize]);
    }

    fn second_lines(&self, customers: &[Customer]) -> ArrayRef {
        let address = &self.region.header.address;
        texts(customers, 3, |customer, out| {
            let draw = self.keys.unit.draw(customer.row);
            if draw.also(1).below(100) >= u64::from(address.unit_percent) {
                return false;
            }
            let Some(unit) = address.units.get(self.units.pick(draw)) else { return false };
            for piece in &self.line2 {
                match piece {
                    Piece::Literal(literal) => out.push_str(literal),
                    Piece::Slot { .. } => {
                        let number = draw.also(2).between(i64::from(unit.low), i64::from(unit.high));
                        out.push_str(&unit.text.replace("{number}", itoa::Buffer::new().format(number)));
                    }
                }
            }
            true
        })
    }
}

/// The distinct ones of some texts, and the position of each among them; an empty text is no value.
fn coded<'a>(texts: impl Iterator<Item = &'a str>) -> (Arc<StringArray>, Vec<u32>) {
    let mut positions = BTreeMap::new();
    let mut values: Vec<Option<&str>> = Vec::new();
    let of = texts.map(|text| {
        *positions.entry(text).or_insert_with(|| {
            values.push((!text.is_empty()).then_some(text));
            values.len() as u32 - 1
        })
    });
    let of = of.collect();
    (Arc::new(StringArray::from(values)), of)
}

/// The cohort of a sex that was born nearest to a decade.
fn nearest_cohort(given: &[Cohort], female: bool, born: u32) -> u16 {
    let of_sex = given.iter().enumerate().filter(|(_, cohort)| cohort.female == female);
    of_sex.min_by_key(|(_, cohort)| cohort.born.abs_diff(born)).map_or(0, |(index, _)| index as u16)
}

/// A name as it stands in an e-mail address: small letters, nothing but a to z.
fn local_part(name: &str) -> String {
    let plain: String = name.chars().filter(char::is_ascii_alphabetic).collect();
    if plain.is_empty() { "x".to_owned() } else { plain.to_lowercase() }
}

/// All blocks of fictional numbers (with country code), and which of them each place has.
fn phones(region: &Region) -> (Vec<(i64, u64)>, Vec<Vec<u32>>) {
    let mut blocks: Vec<(i64, u64)> = Vec::new();
    let mut known = BTreeMap::new();
    let phone = &region.header.phone;
    let of_places = region.places.iter().map(|place| {
        let areas = if place.areas.is_empty() { vec![String::new()] } else { place.areas.clone() };
        let mut found = Vec::new();
        for area in areas {
            let first = *known.entry(area.clone()).or_insert_with(|| {
                let first = blocks.len() as u32;
                for fiction in &phone.fiction {
                    let number = fiction.replace("{area}", &area);
                    let free = number.len() - number.trim_end_matches('#').len();
                    let digits: String =
                        format!("{}{}", phone.country_code, number.trim_end_matches('#')).chars().filter(char::is_ascii_digit).collect();
                    let count = 10_u64.pow(free as u32);
                    blocks.push((digits.parse::<i64>().unwrap_or(0) * count as i64, count));
                }
                first
            });
            found.extend(first..first + phone.fiction.len() as u32);
        }
        found
    });
    let of_places = of_places.collect();
    (blocks, of_places)
}
