//! Every scheme's numbers against software by others, and against the layouts themselves.

use std::collections::{HashMap, HashSet};
use wares_ids::{Bits, Issue, Kind, Person, Scheme, check, scheme, scheme_named, schemes};

const COUNT: u64 = 2_000;

/// Names and births of all kinds, also ones that no calendar has.
fn person(index: u64) -> Person<'static> {
    const NAMES: [(&str, &str); 8] = [
        ("Maria Luisa", "De la Cruz Perez"),
        ("Jan", "Fo"),
        ("Gianfranco", "Rossi"),
        ("Jose", "Lopez Ibarra"),
        ("Ai", "Oe"),
        ("", ""),
        ("X", "Puto Yes"),
        ("Ma", "Mc Van"),
    ];
    let mut bits = Bits::new(index ^ 0x5eed);
    let (given, family) = NAMES[bits.below(8) as usize];
    let birth = (1_905 + bits.below(120) as i32, bits.below(12) as u8 + 1, bits.below(31) as u8 + 1);
    Person { female: bits.below(2) == 1, birth, given, family }
}

fn made(scheme: &Scheme, seed: u64, person: &Person<'_>) -> String {
    let mut out = String::new();
    scheme.write(&mut Bits::new(seed), person, &mut out);
    out
}

fn numbers(scheme: &Scheme) -> impl Iterator<Item = String> {
    (0..COUNT).map(|index| made(scheme, index * 31 + 7, &person(index)))
}

/// Countries that `iban_validate` has no layout of.
const UNKNOWN: [&str; 1] = ["PK"];

#[test]
fn ibans_have_their_layout_and_check_digits() {
    let mut count = 0;
    for scheme in schemes().filter(|scheme| scheme.kind == Kind::Iban) {
        count += 1;
        for number in numbers(scheme) {
            assert!(number.starts_with(scheme.country), "{number}");
            let parsed = number.parse::<iban::Iban>();
            assert!(parsed.is_ok() || UNKNOWN.contains(&scheme.country), "{number}: {parsed:?}");
            assert_eq!(check::mod97(format!("{}{}", &number[4..], &number[..4]).as_bytes()), 1, "{number}");
        }
    }
    assert_eq!(count, 70);
}

#[test]
fn numbers_of_value_added_tax_hold_in_the_union() {
    let members =
        schemes().filter(|scheme| scheme.kind == Kind::Vat && (eu_vat::Country::from_code(scheme.country).is_some() || scheme.country == "MC"));
    let mut count = 0;
    for scheme in members {
        count += 1;
        for number in numbers(scheme) {
            let result = eu_vat::validate(&number);
            // Numbers of Monaco are French ones without a SIREN, which other software may not know.
            assert!(result.is_ok() || scheme.country == "MC", "{} {number}: {result:?}", scheme.country);
        }
    }
    assert!(count >= 28, "{count}");
}

/// What the schemes are called by the crate `stdnum`. Missing are those that it does not know, and those that lie in blocks it refuses for being
/// unissued: these have tests of their own below.
const NAMES: &[(&str, &str, &str)] = &[
    ("AL", "NIPT", "al/nipt"),
    ("AR", "CUIL", "ar/cuit"),
    ("AR", "CUIT", "ar/cuit"),
    ("AT", "SVNR", "at/vnr"),
    ("AT", "Steuernummer", "at/tin"),
    ("AT", "UID", "at/uid"),
    ("AU", "ABN", "au/abn"),
    ("AU", "ACN", "au/acn"),
    ("AU", "TFN", "au/tfn"),
    ("AZ", "VÖEN", "az/tin"),
    ("BA", "JMBG", "ba/jmbg"),
    ("BE", "BTW-nummer", "be/vat"),
    ("BE", "Ondernemingsnummer", "be/vat"),
    ("BE", "Rijksregisternummer", "be/nn"),
    ("BG", "DDS nomer", "bg/vat"),
    ("BG", "EGN", "bg/egn"),
    ("BG", "EIK", "bg/vat"),
    ("BR", "CNPJ", "br/cnpj"),
    ("BR", "CPF", "br/cpf"),
    ("BY", "UNP", "by/unp"),
    ("CA", "BN", "ca/bn"),
    ("CA", "GST/HST", "ca/gst"),
    ("CH", "AHV-Nr.", "ch/ssn"),
    ("CH", "MWST-Nummer", "ch/vat"),
    ("CH", "UID", "ch/uid"),
    ("CL", "RUT", "cl/rut"),
    ("CN", "RIC", "cn/ric"),
    ("CN", "USCC", "cn/uscc"),
    ("CO", "NIT", "co/nit"),
    ("CR", "Cédula", "cr/cpf"),
    ("CR", "Cédula jurídica", "cr/cpj"),
    ("CY", "FPA", "cy/vat"),
    ("CY", "TIC", "cy/vat"),
    ("CZ", "DIČ", "cz/dic"),
    ("CZ", "IČO", "cz/ico"),
    ("CZ", "Rodné číslo", "cz/rc"),
    ("DE", "USt-IdNr.", "de/vat"),
    ("DK", "CPR-nummer", "dk/cpr"),
    ("DK", "CVR", "dk/cvr"),
    ("DK", "SE-nummer", "dk/cvr"),
    ("DO", "Cédula", "do/cedula"),
    ("DO", "RNC", "do/rnc"),
    ("EC", "Cédula", "ec/ci"),
    ("EC", "RUC", "ec/ruc"),
    ("EE", "Isikukood", "ee/ik"),
    ("EE", "KMKR", "ee/kmkr"),
    ("EE", "Registrikood", "ee/registrikood"),
    ("ES", "DNI", "es/dni"),
    ("ES", "NIF", "es/cif"),
    ("FI", "ALV-numero", "fi/alv"),
    ("FI", "Y-tunnus", "fi/ytunnus"),
    ("FR", "NIR", "fr/nir"),
    ("FR", "Numéro de TVA", "fr/tva"),
    ("FR", "Numéro fiscal", "fr/nif"),
    ("FR", "SIREN", "fr/siren"),
    ("GB", "UTR", "gb/utr"),
    ("GB", "VAT number", "gb/vat"),
    ("GR", "AFM", "gr/vat"),
    ("GR", "FPA", "gr/vat"),
    ("GT", "CUI", "gt/cui"),
    ("GT", "NIT", "gt/nit"),
    ("HK", "HKID", "hk/hkid"),
    ("HR", "OIB", "hr/oib"),
    ("HR", "PDV ID", "hr/oib"),
    ("HU", "Közösségi adószám", "hu/anum"),
    ("ID", "NPWP", "id/npwp"),
    ("IE", "PPSN", "ie/pps"),
    ("IE", "Tax number", "ie/vat"),
    ("IE", "VAT number", "ie/vat"),
    ("IL", "Mispar hevra", "il/hp"),
    ("IL", "Mispar zehut", "il/idnr"),
    ("IL", "Osek murshe", "il/hp"),
    ("IN", "Aadhaar", "in/aadhaar"),
    ("IN", "GSTIN", "in/gstin"),
    ("IN", "PAN", "in/pan"),
    ("IS", "Kennitala", "is/kennitala"),
    ("IS", "VSK-númer", "is/vsk"),
    ("IT", "Codice fiscale", "it/codicefiscale"),
    ("IT", "Partita IVA", "it/iva"),
    ("JP", "Corporate Number", "jp/cn"),
    ("KE", "PIN", "ke/pin"),
    ("KR", "BRN", "kr/brn"),
    ("KR", "RRN", "kr/rrn"),
    ("LT", "Asmens kodas", "lt/asmens"),
    ("LT", "PVM kodas", "lt/pvm"),
    ("LT", "Įmonės kodas", "lt/pvm"),
    ("LU", "Numéro TVA", "lu/tva"),
    ("LV", "PVN numurs", "lv/pvn"),
    ("LV", "Personas kods", "lv/pvn"),
    ("LV", "Reģistrācijas numurs", "lv/pvn"),
    ("MA", "ICE", "ma/ice"),
    ("MC", "Numéro TVA", "mc/tva"),
    ("MC", "Numéro de TVA", "mc/tva"),
    ("MD", "IDNO", "md/idno"),
    ("ME", "JMBG", "me/jmbg"),
    ("ME", "PIB", "me/pib"),
    ("MK", "DDV broj", "mk/edb"),
    ("MK", "EDB", "mk/edb"),
    ("MK", "EMBG", "mk/jmbg"),
    ("MT", "VAT number", "mt/vat"),
    ("MX", "CURP", "mx/curp"),
    ("MX", "RFC", "mx/rfc"),
    ("MY", "NRIC", "my/nric"),
    ("NL", "BSN", "nl/bsn"),
    ("NL", "Btw-id", "nl/btw"),
    ("NL", "RSIN", "nl/bsn"),
    ("NO", "MVA-nummer", "no/mva"),
    ("NO", "Organisasjonsnummer", "no/orgnr"),
    ("NZ", "GST", "nz/ird"),
    ("NZ", "IRD", "nz/ird"),
    ("PE", "RUC", "pe/ruc"),
    ("PK", "CNIC", "pk/cnic"),
    ("PL", "NIP", "pl/nip"),
    ("PL", "NIP UE", "pl/nip"),
    ("PL", "PESEL", "pl/pesel"),
    ("PT", "NIF", "pt/nif"),
    ("PT", "NIPC", "pt/nipc"),
    ("PY", "RUC", "py/ruc"),
    ("RO", "CIF", "ro/cui"),
    ("RO", "CNP", "ro/cnp"),
    ("RO", "CUI", "ro/cui"),
    ("RS", "JMBG", "rs/jmbg"),
    ("RS", "PIB", "rs/pib"),
    ("RU", "INN", "ru/inn"),
    ("SE", "Momsregistreringsnummer", "se/vat"),
    ("SE", "Organisationsnummer", "se/orgnr"),
    ("SE", "Personnummer", "se/personnummer"),
    ("SG", "UEN", "sg/uen"),
    ("SI", "Davčna številka", "si/ddv"),
    ("SI", "EMŠO", "si/emso"),
    ("SI", "ID za DDV", "si/ddv"),
    ("SK", "DIČ", "sk/dph"),
    ("SK", "IČ DPH", "sk/dph"),
    ("SK", "Rodné číslo", "sk/rc"),
    ("SM", "COE", "sm/coe"),
    ("SV", "NIT", "sv/nit"),
    ("TH", "PIN", "th/idnr"),
    ("TH", "TIN", "th/tin"),
    ("TN", "Matricule fiscal", "tn/mf"),
    ("TR", "TCKN", "tr/tckimlik"),
    ("TR", "VKN", "tr/vkn"),
    ("TW", "National ID", "tw/natid"),
    ("TW", "UBN", "tw/ubn"),
    ("UA", "EDRPOU", "ua/edrpou"),
    ("UA", "RNOKPP", "ua/rntrc"),
    ("UY", "Cédula", "uy/cedula"),
    ("UY", "RUT", "uy/rut"),
    ("VE", "RIF", "ve/rif"),
    ("VN", "MST", "vn/mst"),
    ("ZA", "ID number", "za/idnr"),
    ("ZA", "Tax reference number", "za/tin"),
    ("ZA", "VAT number", "za/vat"),
];

/// Without what the oracle does not read: the parentheses of Hong Kong, the country of San Marino.
fn plain(scheme: &Scheme, number: String) -> String {
    match scheme.country {
        "HK" => number.replace(['(', ')'], ""),
        "SM" => number.replace("SM", ""),
        _ => number,
    }
}

#[test]
fn numbers_hold_elsewhere() {
    let mut faults = Vec::new();
    for (country, name, key) in NAMES {
        let oracle = stdnum::find(key);
        let of_name: Vec<_> = schemes().filter(|scheme| scheme.country == *country && scheme.name == *name).collect();
        if oracle.is_none() || of_name.is_empty() {
            faults.push(format!("{country} {name} {key}: not found"));
            continue;
        }
        let Some(oracle) = oracle else { continue };
        for scheme in of_name {
            let refused: Vec<_> = numbers(scheme)
                .map(|number| plain(scheme, number))
                .filter_map(|number| oracle.validate(&number).err().map(|error| (number, error.kind())))
                .collect();
            if let Some(first) = refused.first() {
                faults.push(format!("{:?} {country} {name} {key}: {} of {COUNT}, {first:?}", scheme.kind, refused.len()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn named(country: &str, name: &str) -> &'static Scheme {
    scheme_named(country, name).expect(name)
}

fn digits(number: &str) -> Vec<u32> {
    number.chars().filter_map(|sign| sign.to_digit(10)).collect()
}

fn product(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

#[test]
fn german_numbers_are_of_the_test_range() {
    for number in numbers(named("DE", "IdNr.")) {
        let mut counts = [0; 10];
        digits(&number)[..10].iter().for_each(|digit| counts[*digit as usize] += 1);
        counts.sort_unstable();
        assert_eq!(counts, [0, 1, 1, 1, 1, 1, 1, 1, 1, 2], "{number}");
        assert!(number.starts_with('0') && number.len() == 11, "{number}");
        assert_eq!(check::mod11_10(&number.as_bytes()[..10]), number.as_bytes()[10] - b'0', "{number}");
    }
}

#[test]
fn norwegian_numbers_are_synthetic() {
    for (index, number) in numbers(named("NO", "Fødselsnummer")).enumerate() {
        let (person, digits) = (person(index as u64), digits(&number));
        assert_eq!(digits.len(), 11);
        assert_eq!(digits[2] * 10 + digits[3], u32::from(person.birth.1) + 80);
        assert_eq!(digits[8] % 2 == 0, person.female);
        assert_eq!(product(&digits, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11, 0, "{number}");
        assert_eq!(product(&digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11, 0, "{number}");
    }
}

#[test]
fn finnish_numbers_are_temporary() {
    for number in numbers(named("FI", "HETU")) {
        let digits = digits(&number[..10]);
        assert!(number.len() == 11 && digits[6] == 9, "{number}");
        let value = digits.iter().fold(0_u64, |value, digit| value * 10 + u64::from(*digit));
        assert_eq!(number.as_bytes()[10], b"0123456789ABCDEFHJKLMNPRSTUVWXY"[(value % 31) as usize], "{number}");
    }
}

#[test]
fn british_numbers_have_the_prefix_of_examples() {
    for number in numbers(named("GB", "NINO")) {
        let (body, end) = number.split_at(8);
        assert!(body.starts_with("QQ") && digits(body).len() == 6 && ["A", "B", "C", "D"].contains(&end), "{number}");
    }
}

/// Every published example, and every number, holds by the rule. Examples that may be numbers of persons are left out.
fn hold(country: &str, name: &str, examples: &[&str], rule: fn(&str) -> bool) {
    for number in examples.iter().map(ToString::to_string).chain(numbers(named(country, name))) {
        let plain: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
        assert!(rule(&plain), "{country} {name} {number}");
    }
}

fn luhn_holds(number: &str) -> bool {
    let (body, last) = number.as_bytes().split_at(number.len() - 1);
    check::luhn(body) == last[0] - b'0'
}

#[test]
fn numbers_without_oracles_hold_by_rules_that_hold_for_published_examples() {
    hold("BY", "Identifikacionnyj nomer", &["0000000A000PB2"], |number| {
        let sum: u32 = number.bytes().take(13).zip([7, 3, 1].into_iter().cycle()).map(|(byte, weight)| check::value(byte) * weight).sum();
        number.len() == 14 && number.ends_with(char::from(b'0' + (sum % 10) as u8))
    });
    hold("KW", "Civil ID", &[], |number| product(&digits(number), &[2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1]).is_multiple_of(11) && number.len() == 12);
    hold("HU", "Adóazonosító jel", &[], |number| {
        product(&digits(number), &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).is_multiple_of(11) && number.len() == 10
    });
    hold("NI", "Cédula", &[], |number| {
        let rest = number[..13].parse::<usize>().unwrap() % 23;
        number.as_bytes()[13] == b"ABCDEFGHJKLMNPQRSTUVWXY"[rest]
    });
    hold("LU", "Matricule", &["1893120105732"], |number| {
        luhn_holds(&number[..12]) && check::verhoeff(&number.as_bytes()[..11]) == number.as_bytes()[12] - b'0'
    });
    hold("SG", "NRIC", &["S1234567D", "T1234567J", "S0000001I"], |number| {
        let sum = product(&digits(number), &[2, 7, 6, 5, 4, 3, 2]) + if number.starts_with('T') { 4 } else { 0 };
        number.as_bytes()[8] == b"JZIHGFEDCBA"[(sum % 11) as usize]
    });
    hold("SV", "DUI", &[], |number| product(&digits(number), &[9, 8, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(10));
    hold("HK", "HKID", &["A123456(3)", "L555555(0)"], |number| {
        let sum: u32 = 36 * 9 + number.bytes().zip((1..=8).rev()).map(|(byte, weight)| check::value(byte) * weight).sum::<u32>();
        sum.is_multiple_of(11)
    });
    hold("IR", "Kod-e melli", &[], |number| {
        let (digits, rest) = (digits(number), product(&digits(number), &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
        digits[9] == if rest < 2 { rest } else { 11 - rest }
    });
    for (country, name) in [("AE", "Emirates ID"), ("SA", "National ID"), ("ZA", "VAT number")] {
        hold(country, name, &[], luhn_holds);
    }
    let my_number = |number: &str| {
        let sum = product(&digits(number), &[6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
        digits(number)[11] == (11 - sum % 11) % 11 % 10
    };
    hold("JP", "My Number", &["123456789018"], my_number);
}

/// National check digits within accounts, on examples of the ISO 13616 registry.
#[test]
fn accounts_hold_within() {
    let mod97 = |text: &str| check::mod97(text.as_bytes()) == 1;
    let examples = [
        ("BA", "BA391290079401028494"),
        ("ME", "ME25505000012345678951"),
        ("MK", "MK07250120000058984"),
        ("PT", "PT50000201231234567890154"),
        ("RS", "RS35260005601001611379"),
        ("SI", "SI56263300012039086"),
        ("XK", "XK051212012345678906"),
    ];
    for (country, example) in examples {
        for number in numbers(scheme(country, Kind::Iban).unwrap()).chain([example.to_string()]) {
            assert!(mod97(&number[4..]), "{number}");
        }
    }
    let tens = |number: &str, from: usize, count: usize, weights: &[u32]| {
        let sum: u32 = digits(&number[from..from + count]).iter().zip(weights.iter().cycle()).map(|(digit, weight)| digit * weight).sum();
        sum.is_multiple_of(10)
    };
    let rules: [(&str, &str, usize, usize, &[u32]); 5] = [
        ("AL", "AL47212110090000000235698741", 4, 8, &[9, 7, 3, 1]),
        ("PL", "PL61109010140000071219812874", 4, 8, &[3, 9, 7, 1]),
        ("HU", "HU42117730161111101800000000", 4, 8, &[9, 7, 3, 1]),
        ("HU", "HU42117730161111101800000000", 12, 16, &[9, 7, 3, 1]),
        ("EE", "EE382200221020145685", 6, 14, &[7, 1, 3]),
    ];
    for (country, example, from, count, weights) in rules {
        for number in numbers(scheme(country, Kind::Iban).unwrap()).chain([example.to_string()]) {
            assert!(tens(&number, from, count, weights), "{number}");
        }
    }
    for number in numbers(scheme("NO", Kind::Iban).unwrap()).chain(["NO9386011117947".to_string()]) {
        assert_eq!(product(&digits(&number[4..]), &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11, 0, "{number}");
    }
    for number in numbers(scheme("FI", Kind::Iban).unwrap()).chain(["FI2112345600000785".to_string()]) {
        assert!(luhn_holds(&number[4..]), "{number}");
    }
    for number in numbers(scheme("HR", Kind::Iban).unwrap()).chain(["HR1210010051863000160".to_string()]) {
        assert!(check::mod11_10(&number.as_bytes()[4..10]) == number.as_bytes()[10] - b'0', "{number}");
        assert!(check::mod11_10(&number.as_bytes()[11..20]) == number.as_bytes()[20] - b'0', "{number}");
    }
    for country in ["CZ", "SK"] {
        for number in numbers(scheme(country, Kind::Iban).unwrap()).chain(["CZ6508000000192000145399".to_string()]) {
            assert_eq!(product(&digits(&number[8..14]), &[10, 5, 8, 4, 2, 1]) % 11, 0, "{number}");
            assert_eq!(product(&digits(&number[14..]), &[6, 3, 7, 9, 10, 5, 8, 4, 2, 1]) % 11, 0, "{number}");
        }
    }
    for number in numbers(scheme("ES", Kind::Iban).unwrap()).chain(["ES9121000418450200051332".to_string()]) {
        let fold = |sum: u32| [0, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1][(sum % 11) as usize];
        let digits = digits(&number[4..]);
        assert_eq!(digits[8], fold(product(&digits, &[4, 8, 5, 10, 9, 7, 3, 6])), "{number}");
        assert_eq!(digits[9], fold(product(&digits[10..], &[1, 2, 4, 8, 5, 10, 9, 7, 3, 6])), "{number}");
    }
    for country in ["FR", "MC"] {
        for number in numbers(scheme(country, Kind::Iban).unwrap()) {
            assert_eq!(number[4..].parse::<u128>().unwrap() % 97, 0, "{number}");
        }
    }
    for number in numbers(scheme("TN", Kind::Iban).unwrap()).chain(["TN5910006035183598478831".to_string()]) {
        assert_eq!(number[4..].parse::<u128>().unwrap() % 97, 0, "{number}");
    }
    for number in numbers(scheme("BE", Kind::Iban).unwrap()).chain(["BE68539007547034".to_string()]) {
        let rest = number[4..14].parse::<u64>().unwrap() % 97;
        assert_eq!(number[14..].parse::<u64>().unwrap(), if rest == 0 { 97 } else { rest }, "{number}");
    }
    for number in numbers(scheme("RU", Kind::Iban).unwrap()).chain(["RU0304452522540817810538091310419".to_string()]) {
        let sum: u32 = digits(&number[10..]).iter().zip([7, 1, 3].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
        assert_eq!(sum % 10, 0, "{number}");
    }
}

#[test]
fn american_numbers_are_of_unused_blocks() {
    for number in numbers(named("US", "SSN")) {
        let groups: Vec<u32> = number.split('-').map(|group| group.parse().unwrap()).collect();
        assert!((900..=999).contains(&groups[0]) && (1..50).contains(&groups[1]) && groups[2] > 0 && number.len() == 11, "{number}");
    }
    for number in numbers(named("US", "EIN")) {
        assert!(stdnum::find("us/ein").unwrap().validate(&number).is_err() && number.len() == 10, "{number}");
    }
    for number in numbers(named("CA", "SIN")) {
        let plain = number.replace('-', "").into_bytes();
        assert!(plain[0] == b'0' && check::luhn(&plain[..8]) == plain[8] - b'0', "{number}");
    }
}

#[test]
fn facts_are_in_the_numbers() {
    let rossi = Person { female: true, birth: (1985, 7, 30), given: "Mario", family: "Rossi" };
    let starts = [
        ("IT", "Codice fiscale", "RSSMRA85L70M"),
        ("PL", "PESEL", "850730"),
        ("SE", "Personnummer", "19850730-"),
        ("CZ", "Rodné číslo", "855730/"),
        ("BE", "Rijksregisternummer", "85.07.30-"),
        ("FR", "NIR", "28507"),
        ("RO", "CNP", "2850730"),
        ("HU", "Adóazonosító jel", "843309"),
        ("UA", "RNOKPP", "31257"),
        ("KZ", "IIN", "8507304"),
        ("MX", "CURP", "ROXM850730M"),
        ("EE", "Isikukood", "48507"),
        ("LV", "Personas kods", "300785-1"),
        ("RS", "JMBG", "30079857"),
        ("BY", "Identifikacionnyj nomer", "4300785"),
        ("LU", "Matricule", "19850730"),
        ("KR", "RRN", "850730-2"),
    ];
    for (country, name, start) in starts {
        for seed in 0..50 {
            let number = made(named(country, name), seed, &rossi);
            assert!(number.starts_with(start), "{country} {number}");
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_number() {
    for scheme in schemes() {
        for seed in 0..20 {
            assert_eq!(made(scheme, seed, &person(seed)), made(scheme, seed, &person(seed)));
        }
    }
}

#[test]
fn there_is_room_for_what_the_capacity_says() {
    let people = [("Mario", "Rossi", 1985, false), ("Anna", "Bianchi Fo", 2004, true)];
    for scheme in schemes() {
        for (given, family, year, female) in people {
            let person = Person { female, birth: (year, 11, 23), given, family };
            let capacity = scheme.capacity();
            // A small room is drawn full; of a large one, as many draws are different as chance allows.
            let draws = if capacity <= 1_000 { capacity * 25 } else { 3_000 };
            let different: HashSet<String> = (0..draws).map(|seed| made(scheme, seed, &person)).collect();
            let (room, tries) = (u128::from(capacity), u128::from(draws));
            let least = if capacity <= 1_000 { room } else { (room * tries / (room + tries)).saturating_sub(10) };
            assert!(different.len() as u128 >= least, "{} {}: {} of {capacity}", scheme.country, scheme.name, different.len());
        }
    }
}

#[test]
fn nobody_is_too_strange() {
    let births = [(i32::MIN, 0, 0), (i32::MAX, 255, 255), (1899, 2, 31), (1900, 2, 29), (2000, 2, 30), (2035, 12, 31)];
    for scheme in schemes() {
        let mut lengths = HashMap::new();
        for (given, family) in [("", ""), (" ", "-"), ("Ünïcödé", "日本"), ("a b c d e f g", "de la y"), ("QQQQQQQQQQ", "AEIOU")] {
            for (seed, birth) in births.into_iter().enumerate() {
                let number = made(scheme, seed as u64, &Person { female: seed % 2 == 0, birth, given, family });
                assert!(number.is_ascii() && number.len() > 3, "{} {number}", scheme.name);
                *lengths.entry(number.len()).or_insert(0) += 1;
            }
        }
        assert!(lengths.len() <= 2, "{} {lengths:?}", scheme.name);
    }
}

#[test]
fn schemes_are_found() {
    assert_eq!(scheme("PL", Kind::PersonalTax).map(|scheme| scheme.name), Some("PESEL"));
    assert_eq!(scheme("DE", Kind::Vat).map(|scheme| scheme.name), Some("USt-IdNr."));
    assert_eq!(scheme("DE", Kind::Iban).map(|scheme| scheme.issue), Some(Issue::Unissued));
    assert!(scheme("XX", Kind::Vat).is_none() && scheme_named("PL", "SSN").is_none());
    let names: HashSet<_> = schemes().map(|scheme| (scheme.country, scheme.kind as u8, scheme.name)).collect();
    assert_eq!(names.len(), schemes().count());
}
