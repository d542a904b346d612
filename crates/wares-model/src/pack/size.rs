//! What a package says of its content: `750 ml`, `6x12 oz`, `1.5 kg` -> grams.

/// Whether a text says a mass, which is surely what is in the package; a volume may be what the thing holds.
pub fn is_mass(text: &str) -> bool {
    let unit = text.trim().rsplit(|letter: char| letter.is_ascii_digit()).next().unwrap_or_default().trim().to_lowercase();
    matches!(unit.as_str(), "mg" | "g" | "gr" | "kg" | "lb" | "lbs")
}

/// Grams of the content; of liquids, as if they were water. Nothing where the text says no mass or volume.
pub fn net_grams(text: &str) -> Option<i64> {
    let text = text.trim().to_lowercase();
    let split = text.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    let (numbers, unit) = text.split_at(split);
    // Thousandths of a gram.
    let unit = match unit.trim() {
        "mg" => 1,
        "g" | "gr" | "ml" => 1_000,
        "cl" => 10_000,
        "kg" | "l" => 1_000_000,
        "oz" => 28_350,
        "fl oz" => 29_574,
        "lb" | "lbs" => 453_592,
        "pt" => 473_176,
        "qt" => 946_353,
        "gal" => 3_785_412,
        _ => return None,
    };
    let mut thousandths = 1_000_i64;
    for factor in numbers.split(['x', '×']) {
        let (whole, fraction) = factor.trim().split_once('.').unwrap_or((factor.trim(), ""));
        let digits = whole.bytes().chain(fraction.bytes());
        if whole.is_empty() || fraction.len() > 3 || whole.len() > 6 || !digits.clone().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let number: i64 = format!("{whole}{fraction:0<3}").parse().ok()?;
        thousandths = thousandths.checked_mul(number)? / 1_000;
    }
    Some((thousandths.checked_mul(unit)? + 500_000) / 1_000_000).filter(|grams| *grams > 0)
}

#[cfg(test)]
mod tests {
    use super::net_grams;

    #[test]
    fn packages_say_their_content() {
        for (text, grams) in [
            ("750 ml", Some(750)),
            ("2 L", Some(2_000)),
            ("6x12 oz", Some(2_041)),
            ("8x7.5 oz", Some(1_701)),
            ("1.5 kg", Some(1_500)),
            ("1 lb", Some(454)),
            ("10.5 oz", Some(298)),
            ("48 ct", None),
            ("US 9.5", None),
            ("M", None),
            ("27 in", None),
            ("1/2 lb", None),
            ("", None),
        ] {
            assert_eq!(net_grams(text), grams, "{text}");
        }
    }
}
