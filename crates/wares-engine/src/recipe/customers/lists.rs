//! Lists of texts that columns point into: those of all regions of a plan, one behind the other.

use std::sync::Arc;

use arrow_array::{Array, StringArray, builder::StringBuilder};

/// A list while it grows; an empty text is no value.
#[derive(Default)]
pub(crate) struct ListBuilder(StringBuilder, u32);

impl ListBuilder {
    /// Appends a text; returns its position.
    pub(crate) fn push(&mut self, text: &str) -> u32 {
        self.0.append_option((!text.is_empty()).then_some(text));
        self.1 += 1;
        self.1 - 1
    }

    /// How many texts there are.
    pub(crate) fn len(&self) -> u32 {
        self.1
    }

    pub(crate) fn finish(mut self) -> Arc<StringArray> {
        Arc::new(self.0.finish())
    }
}

/// The text at a position; empty where there is none.
#[inline]
pub(crate) fn at(list: &StringArray, position: u32) -> &str {
    if list.is_null(position as usize) { "" } else { list.value(position as usize) }
}

/// Every list of a plan's customers, while regions are read.
#[derive(Default)]
pub(crate) struct ListsBuilder {
    pub(crate) cities: ListBuilder,
    pub(crate) cities_latin: ListBuilder,
    pub(crate) states: ListBuilder,
    pub(crate) state_names: ListBuilder,
    pub(crate) states_latin: ListBuilder,
    pub(crate) postals: ListBuilder,
    pub(crate) zones: ListBuilder,
    pub(crate) localities: ListBuilder,
    pub(crate) localities_latin: ListBuilder,
    pub(crate) countries: ListBuilder,
    pub(crate) countries_native: ListBuilder,
    pub(crate) country_codes: ListBuilder,
    pub(crate) currencies: ListBuilder,
    pub(crate) languages: ListBuilder,
    pub(crate) given: ListBuilder,
    pub(crate) given_latin: ListBuilder,
    pub(crate) given_mail: ListBuilder,
    pub(crate) family: ListBuilder,
    pub(crate) family_latin: ListBuilder,
    pub(crate) family_mail: ListBuilder,
}

/// Every list of a plan's customers.
pub(crate) struct Lists {
    pub(crate) cities: Arc<StringArray>,
    pub(crate) cities_latin: Arc<StringArray>,
    /// As an address names them.
    pub(crate) states: Arc<StringArray>,
    pub(crate) state_names: Arc<StringArray>,
    pub(crate) states_latin: Arc<StringArray>,
    pub(crate) postals: Arc<StringArray>,
    pub(crate) zones: Arc<StringArray>,
    pub(crate) localities: Arc<StringArray>,
    pub(crate) localities_latin: Arc<StringArray>,
    pub(crate) countries: Arc<StringArray>,
    pub(crate) countries_native: Arc<StringArray>,
    pub(crate) country_codes: Arc<StringArray>,
    pub(crate) currencies: Arc<StringArray>,
    pub(crate) languages: Arc<StringArray>,
    pub(crate) given: Arc<StringArray>,
    pub(crate) given_latin: Arc<StringArray>,
    /// As they stand in an e-mail address: letters a to z.
    pub(crate) given_mail: Arc<StringArray>,
    pub(crate) family: Arc<StringArray>,
    pub(crate) family_latin: Arc<StringArray>,
    pub(crate) family_mail: Arc<StringArray>,
    pub(crate) sexes: Arc<StringArray>,
}

impl ListsBuilder {
    pub(crate) fn finish(self) -> Lists {
        Lists {
            cities: self.cities.finish(),
            cities_latin: self.cities_latin.finish(),
            states: self.states.finish(),
            state_names: self.state_names.finish(),
            states_latin: self.states_latin.finish(),
            postals: self.postals.finish(),
            zones: self.zones.finish(),
            localities: self.localities.finish(),
            localities_latin: self.localities_latin.finish(),
            countries: self.countries.finish(),
            countries_native: self.countries_native.finish(),
            country_codes: self.country_codes.finish(),
            currencies: self.currencies.finish(),
            languages: self.languages.finish(),
            given: self.given.finish(),
            given_latin: self.given_latin.finish(),
            given_mail: self.given_mail.finish(),
            family: self.family.finish(),
            family_latin: self.family_latin.finish(),
            family_mail: self.family_mail.finish(),
            sexes: Arc::new(StringArray::from(vec!["female", "male"])),
        }
    }
}

/// A name as it stands in an e-mail address: `given`, or small letters, nothing but a to z, for which there is `room`.
pub(crate) fn mail<'a>(name: &str, given: &'a str, room: &'a mut String) -> &'a str {
    if !given.is_empty() {
        return given;
    }
    room.clear();
    room.extend(name.bytes().filter(u8::is_ascii_alphabetic).map(|letter| char::from(letter.to_ascii_lowercase())));
    if room.is_empty() { "x" } else { room }
}
