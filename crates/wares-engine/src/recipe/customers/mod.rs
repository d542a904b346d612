//! Customers: who they are and where they live, as their region has it. They are numbered by the day they signed up.
//!
//! Start at [`Customers::latent`], which draws what more than one column reads. How people are called is in `people`, where they
//! live in `address`, their numbers in `phone`, what their companies are called in `company`.

mod address;
mod company;
mod email;
mod lists;
mod people;
mod phone;

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, Date32Array, Int64Array, make_array};
use arrow_buffer::NullBuffer;
use wares_ids::{Bits, Kind, Scheme, scheme};
use wares_model::{
    Brought, Day,
    column::CustomerFact,
    pack::region::Region,
    trade::{self, PhoneMode},
};

use self::{
    address::{AddressKeys, Addresses, PlaceFacts, Rest},
    company::Companies,
    email::Emails,
    lists::{Lists, ListsBuilder, at},
    people::{People, PeopleKeys},
    phone::{Number, Phones, TooFew, Unique},
};
use super::{ledger::money::Currencies, products::dictionary};
use crate::{
    calendar::Timeline,
    column::{Column, texts},
    fixed::{bell, log_normal},
    key::Key,
    weighted::{Alias, Composition},
};

/// When each customer signed up; orders need this and nothing else of the customers.
#[derive(Debug, Clone)]
pub(crate) struct SignUps {
    timeline: Timeline,
    rows: u64,
    /// The user's own customers whose days of sign-up are known.
    dated: Option<Arc<Dated>>,
}

/// Customers by the day of their sign-up.
#[derive(Debug)]
struct Dated {
    /// Their rows, the earliest sign-up first.
    rows: Vec<u64>,
    /// Their days, in the same order.
    days: Vec<i32>,
}

impl SignUps {
    pub(crate) fn new(timeline: Timeline) -> Self {
        Self { rows: timeline.rows(), timeline, dated: None }
    }

    /// The key by which a table's sign-ups are drawn.
    pub(crate) fn key(seed: u64, table: &str) -> Key {
        Key::new(seed, table, "latent:sign_up")
    }

    /// The sign-ups of customers that the user brings: as the file says, else in the order of its rows.
    pub(crate) fn brought(customers: &Brought, timeline: Timeline) -> Self {
        let dated = customers.facts.signed_up.as_ref().map(|days| {
            let mut rows: Vec<u64> = (0..customers.rows()).collect();
            rows.sort_by_key(|row| days[*row as usize]);
            let days = rows.iter().map(|row| days[*row as usize]).collect();
            Arc::new(Dated { rows, days })
        });
        Self { dated, ..Self::new(timeline) }
    }

    /// The days of the sign-ups, as far as they are not dated.
    pub(crate) fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// The row of the customer at a position in the order of sign-ups.
    #[inline]
    pub(crate) fn row(&self, position: u64) -> u64 {
        self.dated.as_ref().map_or(position, |dated| dated.rows[position as usize])
    }

    /// How many customers there are.
    pub(crate) fn rows(&self) -> u64 {
        self.rows
    }

    /// The day on which a customer signed up.
    #[inline]
    pub(crate) fn day(&self, row: u64) -> Day {
        if row == 0 { self.timeline.start() } else { self.timeline.day(row) }
    }

    /// How many customers have surely signed up by the end of a day: rows below this number; at least 1.
    pub(crate) fn by(&self, day: Day) -> u64 {
        if let Some(dated) = &self.dated {
            return (dated.days.partition_point(|signed_up| *signed_up <= day.0) as u64).max(1);
        }
        self.timeline.surely_by(day).clamp(1, self.rows)
    }
}

/// Everything that the customers of one plan share.
pub(crate) struct Customers {
    sign_ups: SignUps,
    keys: Keys,
    /// Which region a customer lives in; none where there is one.
    split: Option<Composition>,
    homes: Vec<Home>,
    lists: Lists,
    emails: Emails,
    /// The currencies of the regions.
    currencies: Currencies,
    sales_reps: u32,
    company_percent: u64,
    plain: Plain,
}

/// Whether texts of all regions are a position in a list, so that a column may point there.
struct Plain {
    family: bool,
    postal: bool,
}

/// One region of a plan.
struct Home {
    people: People,
    addresses: Addresses,
    phones: Phones,
    companies: Companies,
    places: Alias,
    /// The addresses that are given out, where there is a fixed number of them: each the number of an address and its place.
    pool: Vec<(u64, u32)>,
    unique: Option<Unique>,
    schemes: [Option<&'static Scheme>; 4],
}

/// A person, as names and e-mail addresses need them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Person {
    row: u64,
    female: bool,
    given: u32,
    family: u32,
}

/// What is drawn once for a customer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Customer {
    person: Person,
    home: u32,
    company: bool,
    signed_up: Day,
    birth: Day,
    place: PlaceFacts,
    /// Customers with the same number live at the same address.
    address: u64,
}

/// One fixed draw for each fact.
struct Keys {
    people: PeopleKeys,
    address: AddressKeys,
    sex: Key,
    birth: Key,
    company: Key,
    pool: Key,
    phone: Key,
    rep: Key,
    credit: Key,
    ids: Key,
}

/// What a region cannot give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lack {
    /// Too few telephone numbers: so many can be had.
    Phones { most: u64 },
}

/// The order of [`Home::schemes`].
const SCHEMES: [Kind; 4] = [Kind::PersonalTax, Kind::CompanyTax, Kind::Vat, Kind::Iban];

impl Customers {
    /// `regions`: each with its share.
    ///
    /// # Errors
    /// [`Lack`], with the position of the region.
    pub(crate) fn new(
        seed: u64,
        table: &str,
        sign_ups: SignUps,
        trade: &trade::Customers,
        regions: &[(Region<'_>, u64)],
        currencies: Currencies,
    ) -> Result<Self, (usize, Lack)> {
        let key = |name: &str| Key::new(seed, table, name);
        let keys = Keys {
            people: PeopleKeys::new(&key),
            address: AddressKeys::new(&key),
            sex: key("latent:sex"),
            birth: key("latent:birth"),
            company: company_key(seed, table),
            pool: key("latent:address"),
            phone: key("latent:phone"),
            rep: key("latent:sales_rep"),
            credit: key("latent:credit"),
            ids: key("latent:ids"),
        };
        let split = home_split(seed, table, &regions.iter().map(|(_, share)| *share).collect::<Vec<_>>());
        let mut lists = ListsBuilder::default();
        let mut homes = Vec::new();
        for (index, (region, _)) in regions.iter().enumerate() {
            let customers = split.as_ref().map_or(sign_ups.rows, |split| split.most(index, sign_ups.rows));
            homes.push(Home::new(index, region, &keys, trade, customers, &mut lists).map_err(|lack| (index, lack))?);
        }
        let plain = Plain { family: homes.iter().all(|home| home.people.single()), postal: homes.iter().all(|home| !home.addresses.has_tails()) };
        Ok(Self {
            emails: Emails::new(&key),
            keys,
            split,
            homes,
            lists: lists.finish(),
            currencies,
            sales_reps: trade.sales_reps,
            company_percent: u64::from(trade.company_percent),
            sign_ups,
            plain,
        })
    }

    /// How many there are.
    pub(crate) fn rows(&self) -> u64 {
        self.sign_ups.rows
    }

    /// Everything that is drawn of a customer and read by more than one column.
    #[inline]
    pub(crate) fn latent(&self, row: u64) -> Customer {
        let (home_index, within) = self.split.as_ref().map_or((0, row), |split| split.split(row));
        let home = &self.homes[home_index];
        let female = self.keys.sex.draw(row).0 >> 63 == 0;
        let signed_up = self.sign_ups.day(row);
        // Between 18 and 88 years at sign-up, around 41.
        let draw = self.keys.birth.draw(row);
        let age_days = 41 * 365 + ((bell(draw) * 13 * 365) >> 16);
        let birth = signed_up.plus(-(age_days.clamp(18 * 366 + draw.also(1).below(900) as i64, 88 * 365) as i32));
        let (given, family) = home.people.draw(&self.keys.people, row, female, birth);
        let (address, place, _) = home.live(&self.keys, row, within);
        let company = self.company_percent > 0 && self.keys.company.draw(row).below(100) < self.company_percent;
        Customer {
            person: Person { row, female, given, family },
            home: home_index as u32,
            company,
            signed_up,
            birth,
            place: home.addresses.facts[place as usize],
            address,
        }
    }

    /// The position of the customer's region, and that of the state among the states of all regions.
    #[inline]
    pub(crate) fn whereabouts(&self, row: u64) -> (usize, u32) {
        let (home_index, within) = self.split.as_ref().map_or((0, row), |split| split.split(row));
        let home = &self.homes[home_index];
        let (_, place, _) = home.live(&self.keys, row, within);
        (home_index, home.addresses.facts[place as usize].state)
    }

    /// One column of some customers.
    pub(crate) fn column(&self, fact: CustomerFact, customers: &[Customer]) -> ArrayRef {
        use CustomerFact as F;
        let each = customers.iter();
        let lists = &self.lists;
        let keys = &self.keys;
        match fact {
            F::Name | F::NameLatin => texts(customers, 18, |customer, out| {
                self.name(customer, fact == F::NameLatin, out);
                true
            }),
            F::Company => texts(customers, 20, |customer, out| {
                if customer.company {
                    self.name(customer, false, out);
                }
                customer.company
            }),
            F::Kind => texts(customers, 7, |customer, out| {
                out.push_str(if customer.company { "company" } else { "person" });
                true
            }),
            F::FamilyName if self.plain.family => dictionary(each.map(|customer| customer.person.family), &lists.family),
            F::FamilyNameLatin if self.plain.family => dictionary(each.map(|customer| customer.person.family), &lists.family_latin),
            F::FamilyName | F::FamilyNameLatin => texts(customers, 14, |customer, out| {
                self.home(customer).people.write_family(&keys.people, lists, &customer.person, fact == F::FamilyNameLatin, out);
                true
            }),
            F::GivenName => dictionary(each.map(|customer| customer.person.given), &lists.given),
            F::GivenNameLatin => dictionary(each.map(|customer| customer.person.given), &lists.given_latin),
            F::MiddleName => texts(customers, 12, |customer, out| {
                let middle = self.home(customer).people.middle(&keys.people, &customer.person);
                out.push_str(middle.map_or("", |middle| at(&lists.family, middle)));
                middle.is_some()
            }),
            F::Sex => dictionary(each.map(|customer| u32::from(!customer.person.female)), &lists.sexes),
            F::BirthDate => Arc::new(Date32Array::from_iter_values(each.map(|customer| customer.birth.0))),
            F::SignedUp => Arc::new(Date32Array::from_iter_values(each.map(|customer| customer.signed_up.0))),
            F::Email => texts(customers, 30, |customer, out| {
                self.emails.write(lists, &customer.person, out);
                true
            }),
            F::Phone => Arc::new(Int64Array::from_iter_values(each.map(|customer| self.phones(customer).digits(self.number(customer))))),
            F::PhoneText => texts(customers, 13, |customer, out| {
                out.push('+');
                out.push_str(itoa::Buffer::new().format(self.phones(customer).digits(self.number(customer))));
                true
            }),
            F::PhoneNational => texts(customers, 15, |customer, out| {
                self.phones(customer).national(self.number(customer), out);
                true
            }),
            F::AddressLine1 | F::AddressLine1Latin => texts(customers, 22, |customer, out| {
                let (addresses, latin) = (&self.home(customer).addresses, fact == F::AddressLine1Latin);
                addresses.first_line(&keys.address, lists, customer.address, &customer.place, latin, out);
                true
            }),
            F::AddressLine2 | F::AddressLine2Latin => texts(customers, 3, |customer, out| {
                let (addresses, latin) = (&self.home(customer).addresses, fact == F::AddressLine2Latin);
                addresses.second_line(&keys.address, lists, customer.address, &customer.place, latin, out)
            }),
            F::City => dictionary(each.map(|customer| customer.place.city), &lists.cities),
            F::CityLatin => dictionary(each.map(|customer| customer.place.city), &lists.cities_latin),
            F::State => dictionary(each.map(|customer| customer.place.state), &lists.states),
            F::StateName => dictionary(each.map(|customer| customer.place.state), &lists.state_names),
            F::StateLatin => dictionary(each.map(|customer| customer.place.state), &lists.states_latin),
            F::PostalCode if self.plain.postal => dictionary(each.map(|customer| customer.place.postal), &lists.postals),
            F::PostalCode => texts(customers, 8, |customer, out| {
                self.home(customer).addresses.postal(&keys.address, lists, customer.address, &customer.place, out)
            }),
            F::Country => dictionary(each.map(|customer| customer.home), &lists.countries),
            F::CountryNative => dictionary(each.map(|customer| customer.home), &lists.countries_native),
            F::CountryCode => dictionary(each.map(|customer| customer.home), &lists.country_codes),
            F::Currency => dictionary(each.map(|customer| customer.home), &lists.currencies),
            F::Language => dictionary(each.map(|customer| customer.home), &lists.languages),
            F::TimeZone => dictionary(each.map(|customer| self.rest(customer).zone), &lists.zones),
            F::Latitude => Arc::new(Int64Array::from_iter_values(each.map(|customer| i64::from(self.rest(customer).lat)))),
            F::Longitude => Arc::new(Int64Array::from_iter_values(each.map(|customer| i64::from(self.rest(customer).lon)))),
            F::TaxNumber => {
                texts(customers, 12, |customer, out| self.id(customer, if customer.company { Kind::CompanyTax } else { Kind::PersonalTax }, out))
            }
            F::VatNumber => texts(customers, 12, |customer, out| customer.company && self.id(customer, Kind::Vat, out)),
            F::Iban => texts(customers, 22, |customer, out| self.id(customer, Kind::Iban, out)),
            F::SalesRep => Arc::new(Int64Array::from_iter(each.map(|customer| {
                let draw = keys.rep.draw(customer.person.row);
                (draw.below(10) > 0).then(|| FIRST_SALES_REP + draw.also(1).below(u64::from(self.sales_reps)) as i64)
            }))),
            F::CreditLimit => Arc::new(Int64Array::from_iter_values(each.map(|customer| {
                let draw = keys.credit.draw(customer.person.row);
                let limit = if draw.also(1).below(100) < 30 { 0 } else { log_normal(150_000, 70, bell(draw)) / 10_000 * 10_000 + 10_000 };
                self.currencies.of(customer.home as usize).rounded(limit)
            }))),
        }
    }

    /// The sales representatives of some customers: rows of the employees in this range, as their table's key writes them.
    pub(crate) fn sales_reps(&self, customers: &[Customer], reps: std::ops::Range<u64>, employee_key: &Column) -> ArrayRef {
        let draw = |customer: &Customer| self.keys.rep.draw(customer.person.row);
        let rows: Vec<u64> = customers.iter().map(|customer| reps.start + draw(customer).also(1).below(reps.end - reps.start)).collect();
        let kept: Vec<bool> = customers.iter().map(|customer| draw(customer).below(10) > 0).collect();
        let keys = employee_key.fill(&rows);
        let nulls = NullBuffer::union(keys.nulls(), Some(&NullBuffer::from(kept)));
        let data = keys.to_data().into_builder().nulls(nulls).build().expect("gaps have the length of the column");
        make_array(data)
    }

    /// The part of the world in which some offices lie.
    pub(crate) fn territories(&self, offices: &[Customer]) -> ArrayRef {
        texts(offices, 4, |office, out| {
            let country = at(&self.lists.country_codes, office.home);
            let zone = at(&self.lists.zones, self.rest(office).zone);
            out.push_str(match zone.split('/').next() {
                _ if country == "JP" => "Japan",
                Some("America") if matches!(country, "US" | "CA" | "MX" | "BM" | "PR") => "NA",
                Some("America") => "LATAM",
                Some("Pacific") if country == "US" => "NA",
                Some("Asia" | "Australia" | "Pacific") => "APAC",
                _ => "EMEA",
            });
            true
        })
    }

    #[inline]
    fn home(&self, customer: &Customer) -> &Home {
        &self.homes[customer.home as usize]
    }

    fn rest(&self, customer: &Customer) -> Rest {
        self.home(customer).addresses.rests[customer.place.rest as usize]
    }

    fn phones(&self, customer: &Customer) -> &Phones {
        &self.home(customer).phones
    }

    #[inline]
    fn number(&self, customer: &Customer) -> Number {
        let (home, row) = (self.home(customer), customer.person.row);
        if home.unique.is_some() {
            let within = self.split.as_ref().map_or(row, |split| split.split(row).1);
            return home.live(&self.keys, row, within).2;
        }
        home.phones.pick(customer.place.phones, self.keys.phone.draw(row))
    }

    fn name(&self, customer: &Customer, latin: bool, out: &mut String) {
        let home = self.home(customer);
        if customer.company {
            let city = at(if latin { &self.lists.cities_latin } else { &self.lists.cities }, customer.place.city);
            home.companies.write(&self.lists, self.keys.company.draw(customer.person.row), city, latin, out);
        } else {
            home.people.write_full(&self.keys.people, &self.lists, &customer.person, latin, out);
        }
    }

    /// A number with check digits; false where the country has no such scheme.
    fn id(&self, customer: &Customer, kind: Kind, out: &mut String) -> bool {
        let position = SCHEMES.iter().position(|known| *known == kind).unwrap_or(0);
        let Some(scheme) = self.home(customer).schemes[position] else { return false };
        let person = customer.person;
        let birth = customer.birth.civil();
        let person = wares_ids::Person {
            female: person.female,
            birth: (birth.0, birth.1 as u8, birth.2 as u8),
            given: self.lists.given_mail.value(person.given as usize),
            family: self.lists.family_mail.value(person.family as usize),
        };
        scheme.write(&mut Bits::new(self.keys.ids.with(position as u64).draw(customer.person.row).0), &person, out);
        true
    }
}

/// Which region each customer of a table lives in, by the regions' shares; none where there is one region.
pub(crate) fn home_split(seed: u64, table: &str, shares: &[u64]) -> Option<Composition> {
    (shares.len() > 1).then(|| Composition::new(Key::new(seed, table, "latent:region"), 10, shares))
}

/// The key by which it is drawn which customers of a table are companies.
pub(crate) fn company_key(seed: u64, table: &str) -> Key {
    Key::new(seed, table, "latent:company")
}

/// The number of the first employee who looks after customers.
pub(crate) const FIRST_SALES_REP: i64 = 1_101;

/// Numbers of addresses that are given out lie above those of addresses of one's own.
const SHARED: u64 = 1 << 62;

impl Home {
    fn new(index: usize, region: &Region<'_>, keys: &Keys, trade: &trade::Customers, customers: u64, lists: &mut ListsBuilder) -> Result<Self, Lack> {
        let header = &region.header;
        lists.countries.push(&header.country);
        lists.countries_native.push(&header.native);
        lists.country_codes.push(&header.code);
        lists.currencies.push(&header.currency);
        lists.languages.push(&header.language);
        let family_first = lists.family.len();
        let people = People::new(region, lists);
        let (phones, sets) = Phones::new(region, trade.phones);
        let addresses = Addresses::new(region, &sets, lists);
        let places = Alias::new(&region.places.weights().map(u64::from).collect::<Vec<_>>());
        let pool: Vec<(u64, u32)> = (0..u64::from(trade.addresses))
            .map(|number| {
                let address = SHARED + ((index as u64) << 40) + number;
                (address, places.pick(keys.address.place.draw(address)) as u32)
            })
            .collect();
        let unique = if trade.unique_phones {
            let members: Vec<(u32, u64)> = if pool.is_empty() {
                sets.iter().copied().zip(region.places.weights().map(u64::from)).collect()
            } else {
                pool.iter().map(|(_, place)| (sets[*place as usize], 1)).collect()
            };
            let unique = Unique::new(keys.phone.with(index as u64), &phones, &members, customers);
            Some(unique.map_err(|TooFew(most)| Lack::Phones { most })?)
        } else {
            None
        };
        let companies = Companies::new(region, family_first);
        Ok(Self { people, addresses, phones, companies, places, pool, unique, schemes: SCHEMES.map(|kind| scheme(&header.code, kind)) })
    }

    /// Where a customer lives: the number of the address, its place, and the telephone number where it decides the place.
    #[inline]
    fn live(&self, keys: &Keys, row: u64, within: u64) -> (u64, u32, Number) {
        if let Some(unique) = &self.unique {
            let (member, number) = unique.at(&self.phones, within, keys.pool.draw(row));
            let (address, place) = self.pool.get(member as usize).copied().unwrap_or((row, member));
            return (address, place, number);
        }
        if self.pool.is_empty() {
            return (row, self.places.pick(keys.address.place.draw(row)) as u32, Number::default());
        }
        let (address, place) = self.pool[keys.pool.draw(row).below(self.pool.len() as u64) as usize];
        (address, place, Number::default())
    }
}

/// How many different telephone numbers a region has in a mode, all areas together.
pub(crate) fn phone_capacity(region: &Region<'_>, mode: PhoneMode) -> u64 {
    Phones::new(region, mode).0.capacity()
}
