//! What a column means by its name, and how such a column is filled without any value of the user's.
//!
//! Names, addresses and remarks of people must not find their way into a template: a column that means them is filled by a fact of the
//! customers recipe, or by texts of our own. Start at [`of`].

use wares_model::{
    Column,
    column::{Choices, Code, CustomerFact as C, Fill, ProductFact as P, TextPattern},
    weighted::{Choice, TextOr},
};

use crate::names;

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    GivenName,
    FamilyName,
    MiddleName,
    PersonName,
    Company,
    Email,
    Phone,
    Street,
    Unit,
    City,
    State,
    Postal,
    Country,
    CountryCode,
    Sex,
    Account,
    TaxNumber,
    Iban,
    Remark,
    Web,
}

/// What a column of this name means, where it is one of the things that need care.
pub(crate) fn of(name: &str) -> Option<Meaning> {
    use Meaning as M;
    let words = names::words(name);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let plain = words.concat();
    Some(match plain.as_str() {
        "firstname" | "givenname" | "forename" | "fname" | "contactfirstname" | "vorname" | "prenom" => M::GivenName,
        "lastname" | "familyname" | "surname" | "lname" | "contactlastname" | "nachname" => M::FamilyName,
        "middlename" => M::MiddleName,
        "username" | "login" | "nickname" => M::Account,
        "fullname" | "customername" | "contactname" | "personname" | "clientname" | "employeename" | "recipient" | "buyername" => M::PersonName,
        "company" | "companyname" | "suppliername" | "organisation" | "organization" | "firm" => M::Company,
        "sex" | "gender" => M::Sex,
        "countrycode" | "countryiso" | "isocountry" => M::CountryCode,
        "vatnumber" | "vatid" | "taxnumber" | "taxid" | "ssn" | "nationalid" | "passport" => M::TaxNumber,
        _ if has(&["email", "mail", "emails"]) || plain.contains("email") => M::Email,
        _ if has(&["phone", "telephone", "mobile", "fax", "tel", "cell", "phones", "msisdn"]) || plain.contains("phone") => M::Phone,
        _ if has(&["iban"]) => M::Iban,
        _ if has(&["address2", "line2", "apartment", "suite", "flat"]) || plain.contains("addressline2") => M::Unit,
        _ if has(&["street", "address", "address1", "line1", "addr", "strasse", "adresse"]) || plain.contains("addressline") => M::Street,
        _ if has(&["city", "town"]) => M::City,
        _ if has(&["zip", "postcode", "postal", "zipcode", "postalcode", "plz"]) => M::Postal,
        _ if has(&["country"]) => M::Country,
        "state" | "province" | "stateprovince" | "shippingstate" | "billingstate" => M::State,
        _ if has(&[
            "comment",
            "comments",
            "note",
            "notes",
            "remark",
            "remarks",
            "message",
            "feedback",
            "review",
            "text",
            "body",
            "description",
            "bio",
            "summary",
        ]) =>
        {
            M::Remark
        }
        _ if has(&["url", "link", "website", "homepage", "uri"]) => M::Web,
        _ if has(&["password", "secret", "token", "user", "login"]) && !has(&["id"]) => M::Account,
        _ => return None,
    })
}

impl Meaning {
    /// Whether values are, or may hold, something of a person.
    pub(crate) fn is_personal(self) -> bool {
        !matches!(self, Self::City | Self::State | Self::Country | Self::CountryCode | Self::Sex | Self::Postal | Self::Web)
    }

    /// Whether a table with such columns is one of people.
    pub(crate) fn is_of_people(self) -> bool {
        matches!(self, Self::GivenName | Self::FamilyName | Self::PersonName | Self::Email | Self::Phone | Self::Street | Self::Company)
    }

    /// The same in a table with the customers recipe.
    pub(crate) fn fact(self) -> Option<C> {
        Some(match self {
            Self::GivenName => C::GivenName,
            Self::FamilyName => C::FamilyName,
            Self::PersonName => C::Name,
            Self::Company => C::Company,
            Self::Email => C::Email,
            Self::Phone => C::PhoneText,
            Self::Street => C::AddressLine1,
            Self::Unit => C::AddressLine2,
            Self::City => C::City,
            Self::State => C::State,
            Self::Postal => C::PostalCode,
            Self::Country => C::Country,
            Self::CountryCode => C::CountryCode,
            // Not every country has these.
            Self::Iban | Self::TaxNumber | Self::MiddleName => return None,
            Self::Sex | Self::Account | Self::Remark | Self::Web => return None,
        })
    }
}

/// The fact of a product that a column of this name holds.
pub(crate) fn product(name: &str) -> Option<P> {
    Some(match names::plain(name).as_str() {
        "productname" | "title" | "name" | "producttitle" | "itemname" | "product" => P::Name,
        "productline" | "category" | "producttype" | "productcategory" | "categories" | "type" | "department" => P::Line,
        "productscale" => P::Scale,
        "productvendor" | "vendor" | "brand" | "brandname" | "manufacturer" | "maker" => P::Vendor,
        "productdescription" | "description" | "bodyhtml" | "shortdescription" | "longdescription" => P::Description,
        "quantityinstock" | "stock" | "inventory" | "unitsinstock" | "stockquantity" | "inventoryquantity" => P::Stock,
        "buyprice" | "cost" | "costprice" | "unitcost" | "wholesaleprice" | "purchaseprice" | "costperitem" => P::Cost,
        "msrp" | "price" | "listprice" | "rrp" | "unitprice" | "retailprice" | "regularprice" => P::ListPrice,
        _ => return None,
    })
}

/// A text column that is made without the user's values.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wish<'a> {
    /// Its name.
    pub(crate) name: &'a str,
    /// Its position in the table; names the columns that stay inside.
    pub(crate) position: usize,
    /// The most letters.
    pub(crate) longest: usize,
    /// Usual letters; decides between a title and a sentence.
    pub(crate) usual: usize,
    /// Whether no value may come twice.
    pub(crate) unique: bool,
    /// Rows of the table.
    pub(crate) rows: u64,
}

/// How it is filled, in words for a note, and columns that stay inside and that the fill reads.
pub(crate) struct Granted {
    pub(crate) fill: Fill,
    pub(crate) how: String,
    pub(crate) helpers: Vec<Column>,
}

const GIVEN: [&str; 12] = ["Ada", "Ben", "Clara", "Daniel", "Eva", "Felix", "Grace", "Hugo", "Iris", "Jonas", "Lena", "Max"];
const FAMILY: [&str; 12] = ["Abbott", "Berger", "Costa", "Dahl", "Ellis", "Ferrer", "Grant", "Holm", "Ivers", "Jansen", "Keller", "Lindt"];
const COMPANIES: [&str; 8] = [
    "Northfield Trading",
    "Harbour & Vale",
    "Brightwell Supply",
    "Oakline Works",
    "Silver Quay",
    "Marlow Goods",
    "Fernhill Partners",
    "Westgate Stores",
];
const CITIES: [&str; 8] = ["Springfield", "Riverton", "Fairview", "Georgetown", "Ashland", "Clinton", "Greenville", "Salem"];
const SENTENCES: [&str; 10] = [
    "Sample text.",
    "Nothing further to say.",
    "Checked and found in order.",
    "Please see the attached list.",
    "To be looked at again next week.",
    "Everything arrived as expected.",
    "A short remark that stands in for the real one.",
    "This text was made up, and says nothing about anybody.",
    "Two sentences stand here. The second is as empty as the first.",
    "A longer remark, of the length that people write when they have a little more to say than usual and do not mind the time.",
];

/// A fill for a text column by its meaning.
pub(crate) fn text(meaning: Option<Meaning>, wish: Wish<'_>) -> Granted {
    use Meaning as M;
    let plain = |fill: Fill, how: &str| Granted { fill, how: how.to_owned(), helpers: Vec::new() };
    let found = match meaning {
        Some(M::Email) if wish.longest >= 21 => email(wish),
        Some(M::PersonName) if !wish.unique && wish.longest >= 14 => person(wish),
        Some(M::GivenName | M::MiddleName) => plain(choice(&GIVEN), "made-up given names"),
        Some(M::FamilyName) => plain(choice(&FAMILY), "made-up family names"),
        Some(M::PersonName) => plain(choice(&FAMILY), "made-up family names"),
        Some(M::Company) => plain(choice(&COMPANIES), "made-up companies"),
        Some(M::City) => plain(choice(&CITIES), "a few cities"),
        Some(M::Country) => plain(choice(&["United States"]), "the United States"),
        Some(M::CountryCode) => plain(choice(&["US"]), "`US`"),
        Some(M::Sex) => plain(choice(&["female", "male"]), "`female` and `male`"),
        Some(M::State) => plain(choice(&["CA", "NY", "TX", "WA", "IL"]), "states of the United States"),
        Some(M::Phone) => plain(code("+120255501##", false), "telephone numbers set aside for fiction"),
        Some(M::Street) => plain(code("### Example Street", false), "addresses on Example Street"),
        Some(M::Postal) => plain(code("#####", false), "five digits"),
        Some(M::Web) => plain(code("https://www.example.com/~~~~~~~~", wish.unique), "addresses on a reserved domain"),
        Some(M::Remark) => plain(choice(&SENTENCES), "neutral sentences"),
        _ if wish.usual > 40 && !wish.unique => plain(choice(&SENTENCES), "neutral sentences"),
        _ => numbered(wish),
    };
    fitted(found, wish)
}

/// Cuts what is too long, and numbers what may not repeat.
fn fitted(found: Granted, wish: Wish<'_>) -> Granted {
    let length = |text: &str| text.chars().count();
    match &found.fill {
        Fill::Choice(choices) => {
            let kept: Vec<&str> = choices.values.iter().map(|value| value.0.value.as_str()).filter(|value| length(value) <= wish.longest).collect();
            if kept.is_empty() || wish.unique { numbered(wish) } else { Granted { fill: choice(&kept), ..found } }
        }
        Fill::Code(made) if length(&made.pattern) > wish.longest || (wish.unique && !made.unique) => numbered(wish),
        _ => found,
    }
}

/// `Title 0417`, or as many letters and digits as fit.
fn numbered(wish: Wish<'_>) -> Granted {
    let digits = (wish.rows.max(1).ilog10() as usize + 2).clamp(4, 15);
    let label: String = names::label(wish.name).chars().filter(|letter| !matches!(letter, '#' | '@' | '~' | '{' | '}')).take(40).collect();
    let long = format!("{label} {}", "#".repeat(digits));
    let pattern = if long.chars().count() <= wish.longest {
        long
    } else {
        // The fewer letters there is room for, the more each must tell apart.
        let room = wish.longest.clamp(1, 12);
        let letters = if room >= digits { 1.min(room - digits) } else { room };
        "@".repeat(letters) + &"#".repeat((room - letters).min(digits))
    };
    let unique = wish.unique && wares_model::pattern::code_capacity(&pattern).is_some_and(|most| most >= wish.rows);
    let how = format!("texts such as `{}`", pattern.replace('#', "0").replace('@', "A"));
    Granted { fill: code(&pattern, unique), how, helpers: Vec::new() }
}

fn email(wish: Wish<'_>) -> Granted {
    let helper = format!("hidden.{}.name", wish.position);
    let digits = if wish.unique { wish.rows.max(1).ilog10() as usize + 2 } else { 2 };
    let digits = digits.clamp(2, 8);
    let name = Column { include: false, fill: Some(code(&format!("~~~~{}", "#".repeat(digits)), wish.unique)), ..Column::named(&helper) };
    let fill = Fill::Text(TextPattern { pattern: format!("{{{helper}}}@example.com") });
    Granted { fill, how: "addresses on a reserved domain".to_owned(), helpers: vec![name] }
}

fn person(wish: Wish<'_>) -> Granted {
    let names = [(format!("hidden.{}.given", wish.position), &GIVEN), (format!("hidden.{}.family", wish.position), &FAMILY)];
    let pattern = format!("{{{}}} {{{}}}", names[0].0, names[1].0);
    let helper = |(name, list): (String, &[&str; 12])| Column { include: false, fill: Some(choice(list)), ..Column::named(&name) };
    Granted { fill: Fill::Text(TextPattern { pattern }), how: "made-up names".to_owned(), helpers: names.map(helper).to_vec() }
}

pub(crate) fn choice(values: &[&str]) -> Fill {
    Fill::Choice(Choices { values: values.iter().map(|value| TextOr(Choice::from((*value).to_owned()))).collect() })
}

pub(crate) fn code(pattern: &str, unique: bool) -> Fill {
    Fill::Code(Code { pattern: pattern.to_owned(), unique })
}
