//! Text of a model is text of a stranger: what may stay of it. Start at [`line()`].
//!
//! Out go control characters and invisible ones, markup, braces, addresses of the web, and whatever makes a spreadsheet compute.

use serde_json::Value;

/// One line of plain text, or nothing where nothing is left of it or it is longer than `most` characters.
pub fn line(text: &str, most: usize) -> Option<String> {
    let cleaned = kept(text, false);
    (!cleaned.is_empty() && cleaned.chars().count() <= most).then_some(cleaned)
}

/// As [`line()`], with braces kept: a pattern with slots.
pub fn pattern(text: &str, most: usize) -> Option<String> {
    let cleaned = kept(text, true);
    (!cleaned.is_empty() && cleaned.chars().count() <= most).then_some(cleaned)
}

/// The first so many characters, cut between two words, where the text is longer.
pub fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let front: String = text.chars().take(most).collect();
    front.rsplit_once(' ').map_or(front.clone(), |(words, _)| words.to_owned())
}

/// Cleaned entries without repeats, whatever the case of their letters.
pub fn list(texts: &[String], most_chars: usize) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in texts.iter().filter_map(|text| line(text, most_chars)) {
        if !found.iter().any(|known| known.to_lowercase() == text.to_lowercase()) {
            found.push(text);
        }
    }
    found
}

/// `Heel drop (mm)` as the name of an attribute: `heelDropMm`; nothing where no letter is left.
pub fn camel(words: &str) -> Option<String> {
    let mut name = String::new();
    for word in words.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let (first, rest) = word.split_at(1);
        name.push_str(&if name.is_empty() { first.to_ascii_lowercase() } else { first.to_ascii_uppercase() });
        name.push_str(rest);
    }
    let name: String = name.trim_start_matches(|letter: char| letter.is_ascii_digit()).chars().take(32).collect();
    (!name.is_empty()).then_some(name)
}

/// An amount of money as a model writes it, in cents: digits behind the second decimal are dropped. Nothing where it is none, or below 0.
pub fn minor(amount: &Value) -> Option<i64> {
    let text = match amount {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.trim().trim_start_matches('$').replace(',', ""),
        _ => return None,
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    if whole.is_empty() || !whole.bytes().all(|byte| byte.is_ascii_digit()) || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number that needs an exponent is larger than any price; the rest is no price at all.
        let number =
            text.starts_with(|first: char| first.is_ascii_digit()) && text.bytes().all(|byte| byte.is_ascii_digit() || b".eE+".contains(&byte));
        return number.then_some(i64::MAX);
    }
    let cents: String = fraction.chars().chain("00".chars()).take(2).collect();
    Some(format!("{whole}{cents}").parse().unwrap_or(i64::MAX))
}

fn kept(text: &str, braces: bool) -> String {
    let mut plain = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // A tag goes with what it says; a lone sign goes alone.
            '<' => {
                let rest: String = letters.clone().take(200).collect();
                if let Some(end) = rest.find('>').filter(|_| rest.starts_with(|next: char| next.is_ascii_alphabetic() || next == '/' || next == '!'))
                {
                    for _ in 0..=rest[..end].chars().count() {
                        letters.next();
                    }
                }
                plain.push(' ');
            }
            '>' | '`' | '*' | '_' | '|' | '\\' | '~' => plain.push(' '),
            '{' | '}' if !braces => plain.push(' '),
            '#' if !braces => plain.push(' '),
            _ if letter.is_control() || invisible(letter) => plain.push(' '),
            _ => plain.push(letter),
        }
    }
    let whole = plain.split_whitespace().filter(|word| !address(word)).collect::<Vec<_>>().join(" ");
    let mut rest = whole.trim_matches(['"', ' ', '\'', ',', ';', ':']);
    loop {
        // A number below zero keeps its sign, in a form that no spreadsheet takes for a formula.
        if let Some(number) = rest.strip_prefix('-').filter(|number| number.starts_with(|digit: char| digit.is_ascii_digit())) {
            return format!("\u{2212}{number}");
        }
        match rest.strip_prefix(['=', '+', '-', '@', ' ', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']) {
            Some(stripped) => rest = stripped,
            None => return rest.to_owned(),
        }
    }
}

/// Letters that show nothing, or turn the direction of what follows.
fn invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}' | '\u{e0000}'..='\u{e007f}')
}

fn address(word: &str) -> bool {
    let word = word.to_lowercase();
    word.contains("://") || word.starts_with("www.") || word.starts_with("javascript:") || word.starts_with("data:")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check_line(text: &str, expected: Option<&str>) {
        assert_eq!(line(text, 40).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn text_of_a_model_is_one_line_of_plain_text() {
        check_line("  Rain\tJacket\n", Some("Rain Jacket"));
        check_line("<b>Bold</b> Kite<script src=x>", Some("Bold Kite"));
        check_line("5 < 6 > 4", Some("5 6 4"));
        check_line("**Best** {brand} `x`", Some("Best brand x"));
        check_line("a\u{202e}b\u{0}c\u{feff}", Some("a b c"));
        check_line("see https://evil.example/x now", Some("see now"));
        check_line("javascript:alert(1)", None);
        check_line("", None);
        check_line(&"x".repeat(41), None);
        assert_eq!(pattern("{brand} <i>{noun}</i>", 40).unwrap(), "{brand} {noun}");
    }

    #[test]
    fn no_text_begins_as_a_formula() {
        check_line("=HYPERLINK(1)", Some("HYPERLINK(1)"));
        check_line("+-@=cmd", Some("cmd"));
        check_line("\"=1+1\"", Some("1+1"));
        check_line("-5 °C", Some("\u{2212}5 °C"));
        check_line("= -5", Some("\u{2212}5"));
        check_line("=", None);
    }

    #[test]
    fn amounts_are_cents_without_binary_fractions() {
        for (amount, expected) in [
            (json!(12), Some(1_200)),
            (json!(12.5), Some(1_250)),
            (json!(2.999), Some(299)),
            (json!("$1,299.00"), Some(129_900)),
            (json!(1e300), Some(i64::MAX)),
            (json!(-3), None),
            (json!(null), None),
            (json!("cheap"), None),
        ] {
            assert_eq!(minor(&amount), expected, "{amount}");
        }
    }

    #[test]
    fn names_of_attributes_are_plain() {
        assert_eq!(camel("Heel drop (mm)").as_deref(), Some("heelDropMm"));
        assert_eq!(camel("3D-Druck").as_deref(), Some("DDruck"));
        assert_eq!(camel("ширина"), None);
    }
}
