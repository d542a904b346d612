//! What must hold of the customers of every region, seen from outside. Rates against other references: `cargo xtask regions`.

use std::{collections::BTreeSet, env, fs};

use rlibphonenumber::PHONE_NUMBER_UTIL;
use wares::{
    Error,
    customers::{PhoneForm, Script, Wanted, template},
    ids::{Kind, scheme},
    model::{
        Checked, Day,
        pack::{bundle, region::Region},
        template::RegionShare,
        trade::{Customers, PhoneMode},
    },
};

use crate::common::root;

fn share(code: &str, share: f64) -> RegionShare {
    RegionShare { code: code.to_owned(), share }
}

fn wanted(code: &str, rows: u64) -> Wanted {
    Wanted {
        regions: vec![share(code, 1.0)],
        rows,
        trade: Customers::default(),
        phone: PhoneForm::Integer,
        script: Script::Native,
        columns: None,
        staff: None,
    }
}

fn checked(wanted: &Wanted) -> Checked {
    let day: Day = "2026-11-23".parse().unwrap();
    wares::checked(&template(wanted), "customers", day).unwrap()
}

/// The rows of a table, each cut into its fields; no field of these tests holds a comma.
fn rows(checked: &Checked, table: &str, count: u64) -> Vec<Vec<String>> {
    let text = String::from_utf8(wares::preview::preview(checked, table, 0, count).unwrap()).unwrap();
    text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn columns(names: &[&str]) -> Option<Vec<String>> {
    Some(names.iter().map(|name| (*name).to_owned()).collect())
}

#[test]
fn every_region_is_read_and_knows_its_states_and_areas() {
    let codes: Vec<&str> = bundle::region_codes().collect();
    assert!(codes.len() >= 130, "{}", codes.len());
    for code in codes {
        let files = bundle::region_files(code).unwrap();
        let region = Region::read(&files).unwrap_or_else(|problems| panic!("{code}: {problems:?}"));
        let states: BTreeSet<&str> = region.states.iter().map(|state| state.code).collect();
        let areas: BTreeSet<&str> = region.phones.iter().map(|block| block.area).collect();
        for place in &region.places {
            assert!(states.contains(place.state), "{code}: {place:?}");
            assert!(place.areas.split(',').all(|area| areas.contains(area)), "{code}: {place:?}");
        }
        assert_eq!(region.header.code, code);
        assert!(!region.header.sources.is_empty(), "{code} names no source");
    }
}

#[test]
fn numbers_of_every_region_are_valid_there_and_undialable_ones_nowhere() {
    for code in bundle::region_codes() {
        for mode in PhoneMode::ALL {
            let trade = Customers { phones: mode, ..Customers::default() };
            let asked = Wanted { trade, columns: columns(&["phoneText", "phoneNational", "phone"]), ..wanted(code, 150) };
            for row in rows(&checked(&asked), "customers", 150) {
                let number = PHONE_NUMBER_UTIL.parse(&row[0], None);
                let valid = number.as_ref().is_ok_and(rlibphonenumber::PhoneNumber::is_valid);
                assert_eq!(valid, mode != PhoneMode::Undialable, "{code}, {}: {}", mode.name(), row[0]);
                let home = number.ok().and_then(|number| number.get_region_code()).map(|region| format!("{region:?}"));
                assert!(!valid || home.as_deref() == Some(code), "{code}, {}: {} is of {home:?}", mode.name(), row[0]);
                assert_eq!(row[0].trim_start_matches('+'), row[2], "{code}");
                let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
                // Trunk prefixes differ; the digits behind them are the same.
                let tail = |text: &str| digits(text).chars().rev().take(6).collect::<String>();
                assert_eq!(tail(&row[0]), tail(&row[1]), "{code}");
            }
        }
    }
}

#[test]
fn bank_accounts_and_vat_numbers_hold_their_check_digits() {
    let mut banks = 0;
    for code in bundle::region_codes().filter(|code| scheme(code, Kind::Iban).is_some()) {
        let asked = Wanted { columns: columns(&["iban"]), ..wanted(code, 60) };
        for row in rows(&checked(&asked), "customers", 60) {
            assert!(row[0].parse::<iban::Iban>().is_ok() || code == "PK", "{code}: {}", row[0]);
        }
        banks += 1;
    }
    assert!(banks >= 60, "{banks}");
}

#[test]
fn what_a_region_lacks_is_refused_by_name() {
    let asked = Wanted { columns: columns(&["customerNumber", "iban"]), ..wanted("US", 10) };
    let refused = wares::preview::preview(&checked(&asked), "customers", 0, 1).unwrap_err();
    assert_eq!(refused.to_string(), "table `customers`, column `iban`: region `US` has no IBAN");
    assert!(refused.is_input());
}

#[test]
fn unique_phones_differ_and_too_many_are_refused_with_numbers() {
    let unique = |rows: u64, phones: PhoneMode| Wanted {
        trade: Customers { unique_phones: true, phones, ..Customers::default() },
        columns: columns(&["phone", "state"]),
        ..wanted("US", rows)
    };
    let numbers: BTreeSet<String> =
        rows(&checked(&unique(20_000, PhoneMode::Fiction)), "customers", 20_000).into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(numbers.len(), 20_000);
    let refused = wares::preview::preview(&checked(&unique(1_000_000, PhoneMode::Fiction)), "customers", 0, 1).unwrap_err();
    let Error::Plan(plan) = &refused else { panic!("{refused}") };
    let text = format!("{plan}; {}", plan.hint().unwrap_or_default());
    assert!(text.contains("region `US` has 2") && text.contains("`valid` has") && text.contains("`undialable` has"), "{text}");
    assert!(wares::preview::preview(&checked(&unique(1_000_000, PhoneMode::Valid)), "customers", 0, 1).is_ok());
}

#[test]
fn a_million_customers_of_one_region_have_a_million_addresses_for_mail() {
    let asked = Wanted { columns: columns(&["email"]), ..wanted("PL", 1_000_000) };
    let plan = wares::Plan::new(&checked(&asked), Some("customers")).unwrap();
    let mut seen = BTreeSet::new();
    for start in (0..1_000_000).step_by(50_000) {
        let batch = plan.batch(0, start..start + 50_000);
        let texts = batch.column(0).as_any().downcast_ref::<arrow_array::StringArray>().unwrap();
        seen.extend(texts.iter().flatten().map(str::to_owned));
    }
    assert_eq!(seen.len(), 1_000_000);
}

#[test]
fn fifty_addresses_are_given_out_and_none_is_shared_without_a_pool() {
    for (addresses, least, most) in [(50, 40, 50), (0, 900, 1_000)] {
        let trade = Customers { addresses, ..Customers::default() };
        let asked = Wanted { trade, columns: columns(&["addressLine1", "city", "postalCode"]), ..wanted("DE", 1_000) };
        let different: BTreeSet<Vec<String>> = rows(&checked(&asked), "customers", 1_000).into_iter().collect();
        assert!((least..=most).contains(&different.len()), "{addresses} addresses: {}", different.len());
    }
}

#[test]
fn shares_of_regions_are_kept_and_each_customer_is_of_one_country() {
    let asked = Wanted {
        regions: vec![share("US", 0.5), share("JP", 0.3), share("BR", 0.2)],
        columns: columns(&["countryCode", "phoneText", "currency", "timeZone"]),
        ..wanted("US", 4_096)
    };
    let made = rows(&checked(&asked), "customers", 4_096);
    for (code, prefix, currency, part) in [("US", "+1", "USD", 0.5), ("JP", "+81", "JPY", 0.3), ("BR", "+55", "BRL", 0.2)] {
        let of: Vec<_> = made.iter().filter(|row| row[0] == code).collect();
        assert!(of.iter().all(|row| row[1].starts_with(prefix) && row[2] == currency), "{code}");
        assert!((of.len() as f64 / 4_096.0 - part).abs() < 0.01, "{code}: {}", of.len());
    }
    assert!(made.iter().all(|row| (row[0] == "JP") == (row[3] == "Asia/Tokyo")));
}

#[test]
fn sales_representatives_are_employees_and_work_in_offices() {
    let asked = Wanted { staff: Some((23, 7)), ..wanted("FR", 500) };
    let checked = checked(&asked);
    let employees = rows(&checked, "employees", 23);
    let offices: BTreeSet<String> = rows(&checked, "offices", 7).into_iter().map(|row| row[0].clone()).collect();
    let numbers: BTreeSet<&str> = employees.iter().map(|row| row[0].as_str()).collect();
    let reps: BTreeSet<&str> = employees.iter().filter(|row| row[7] == "Sales Rep").map(|row| row[0].as_str()).collect();
    assert!(employees.iter().all(|row| offices.contains(&row[5])));
    assert_eq!(employees.iter().filter(|row| row[6].is_empty()).count(), 1, "only the president reports to nobody");
    assert!(employees.iter().all(|row| row[6].is_empty() || numbers.contains(row[6].as_str())));
    let asked = Wanted { columns: columns(&["salesRepEmployeeNumber"]), ..asked };
    let of_customers: BTreeSet<String> = rows(&self::checked(&asked), "customers", 500).into_iter().map(|row| row[0].clone()).collect();
    assert!(of_customers.iter().all(|rep| rep.is_empty() || reps.contains(rep.as_str())), "{of_customers:?}");
    assert!(of_customers.len() > 10);
}

/// The languages that a reader was asked for; 20 customers each in golden/customers; `WARES_ACCEPT=1` writes them.
#[test]
fn customers_of_twelve_languages_are_the_golden_ones() {
    for code in ["TR", "PL", "CZ", "IS", "JP", "KR", "CN", "EG", "GR", "HU", "ES", "PT"] {
        let script = if matches!(code, "JP" | "KR" | "CN" | "EG" | "GR") { Script::Both } else { Script::Native };
        let trade = Customers { company_percent: 10, ..Customers::default() };
        let asked = Wanted { script, phone: PhoneForm::National, trade, ..wanted(code, 20) };
        let made = String::from_utf8(wares::preview::preview(&checked(&asked), "customers", 0, 20).unwrap()).unwrap();
        let path = root("golden").join("customers").join(format!("{code}.csv"));
        if env::var_os("WARES_ACCEPT").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &made).unwrap();
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        let differs = made.lines().zip(golden.lines().chain(std::iter::repeat(""))).enumerate().find(|(_, (made, kept))| made != kept);
        if let Some((line, (made, kept))) = differs {
            panic!("customers/{code}.csv, line {}:\n  kept {kept}\n  made {made}", line + 1);
        }
    }
}

#[test]
fn the_notice_names_every_source() {
    let path = root("NOTICE");
    if env::var_os("WARES_ACCEPT").is_some() {
        fs::write(&path, wares::licenses::notice()).unwrap();
    }
    let (kept, made) = (fs::read_to_string(path).unwrap(), wares::licenses::notice());
    let differs = made.lines().find(|line| !kept.lines().any(|known| known == *line));
    assert!(differs.is_none() && kept.len() == made.len(), "NOTICE lacks `{}`; renew it with WARES_ACCEPT=1", differs.unwrap_or_default());
}
