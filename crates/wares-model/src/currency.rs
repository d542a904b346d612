//! What currencies are worth, roughly: what a shop with customers in several countries goes by when it sets its prices.
//!
//! Rounded rates of late 2025, from general knowledge. They decide prices and nothing else: no amount is ever converted back.

/// Units of each currency for one US dollar, in millionths, by code.
const PER_DOLLAR: [(&str, u64); 93] = [
    ("AED", 3_670_000),
    ("ALL", 92_000_000),
    ("AMD", 390_000_000),
    ("AOA", 915_000_000),
    ("ARS", 1_400_000_000),
    ("AUD", 1_520_000),
    ("AZN", 1_700_000),
    ("BAM", 1_680_000),
    ("BDT", 121_000_000),
    ("BHD", 376_000),
    ("BMD", 1_000_000),
    ("BOB", 6_910_000),
    ("BRL", 5_400_000),
    ("BYN", 3_250_000),
    ("CAD", 1_380_000),
    ("CHF", 800_000),
    ("CLP", 950_000_000),
    ("CNY", 7_120_000),
    ("COP", 3_900_000_000),
    ("CRC", 505_000_000),
    ("CZK", 21_000_000),
    ("DKK", 6_420_000),
    ("DOP", 63_000_000),
    ("DZD", 130_000_000),
    ("EGP", 48_000_000),
    ("ETB", 150_000_000),
    ("EUR", 860_000),
    ("GBP", 750_000),
    ("GEL", 2_710_000),
    ("GHS", 11_000_000),
    ("GTQ", 7_660_000),
    ("HKD", 7_780_000),
    ("HNL", 26_200_000),
    ("HTG", 131_000_000),
    ("HUF", 335_000_000),
    ("IDR", 16_500_000_000),
    ("ILS", 3_300_000),
    ("INR", 88_000_000),
    ("IQD", 1_310_000_000),
    ("IRR", 42_000_000_000),
    ("ISK", 125_000_000),
    ("JMD", 160_000_000),
    ("JOD", 709_000),
    ("JPY", 150_000_000),
    ("KES", 129_000_000),
    ("KHR", 4_010_000_000),
    ("KRW", 1_420_000_000),
    ("KWD", 306_000),
    ("KZT", 530_000_000),
    ("LBP", 89_500_000_000),
    ("LKR", 303_000_000),
    ("MAD", 9_200_000),
    ("MDL", 16_900_000),
    ("MKD", 53_000_000),
    ("MWK", 1_735_000_000),
    ("MXN", 18_500_000),
    ("MYR", 4_200_000),
    ("NGN", 1_460_000_000),
    ("NIO", 36_800_000),
    ("NOK", 10_100_000),
    ("NPR", 141_000_000),
    ("NZD", 1_740_000),
    ("OMR", 385_000),
    ("PEN", 3_400_000),
    ("PHP", 58_000_000),
    ("PKR", 281_000_000),
    ("PLN", 3_650_000),
    ("PYG", 7_100_000_000),
    ("QAR", 3_640_000),
    ("RON", 4_380_000),
    ("RSD", 101_000_000),
    ("RUB", 81_000_000),
    ("RWF", 1_450_000_000),
    ("SAR", 3_750_000),
    ("SEK", 9_450_000),
    ("SGD", 1_300_000),
    ("THB", 32_500_000),
    ("TND", 2_930_000),
    ("TRY", 42_000_000),
    ("TWD", 31_000_000),
    ("TZS", 2_460_000_000),
    ("UAH", 42_000_000),
    ("UGX", 3_500_000_000),
    ("USD", 1_000_000),
    ("UYU", 40_000_000),
    ("UZS", 12_100_000_000),
    ("VES", 220_000_000),
    ("VND", 26_300_000_000),
    ("XAF", 564_000_000),
    ("XOF", 564_000_000),
    ("XPF", 102_500_000),
    ("ZAR", 17_300_000),
    ("ZMW", 23_000_000),
];

/// Units of a currency for one US dollar, in millionths; nothing where no rate is known.
pub fn per_dollar_millionths(code: &str) -> Option<u64> {
    PER_DOLLAR.binary_search_by_key(&code, |(known, _)| known).ok().map(|index| PER_DOLLAR[index].1)
}

/// Decimals of the currencies that have not two, as ISO 4217 says.
const DECIMALS: [(&str, u8); 17] = [
    ("BHD", 3),
    ("CLP", 0),
    ("IQD", 3),
    ("ISK", 0),
    ("JOD", 3),
    ("JPY", 0),
    ("KRW", 0),
    ("KWD", 3),
    ("OMR", 3),
    ("PYG", 0),
    ("RWF", 0),
    ("TND", 3),
    ("UGX", 0),
    ("VND", 0),
    ("XAF", 0),
    ("XOF", 0),
    ("XPF", 0),
];

/// How many decimals amounts of a currency are written with.
pub fn decimals(code: &str) -> u8 {
    DECIMALS.iter().find(|(known, _)| *known == code).map_or(2, |(_, decimals)| *decimals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::bundle;

    #[test]
    fn every_region_has_a_currency_with_a_rate() {
        for code in bundle::region_codes() {
            let header = bundle::region_header(code).unwrap().unwrap();
            assert!(per_dollar_millionths(&header.currency).is_some(), "{code}: {}", header.currency);
            // What is in use may be fewer digits than ISO 4217 has.
            assert!(header.currency_digits <= decimals(&header.currency), "{code}: {}", header.currency);
        }
        assert!(PER_DOLLAR.is_sorted());
    }
}
