//! Sample values become a way to fill: a range with its shape for numbers, dates and times, a pattern for codes, a list for everything else.

use serde_json::Value;

use crate::{
    column::{Choices, Code, DateRange, Fill, Flag, MomentRange, NumberRange, TimeRange},
    day::{Day, TimeOfDay},
    decimal::Decimal,
    pattern,
    template::ColumnType,
    weighted::{Choice, TextOr},
};

/// From this many samples on, their spread says how the values lie between the least and the greatest.
const SHAPE: usize = 5;

/// The way to fill that a user's sample values ask for, given the type of the column where it is known.
///
/// # Errors
/// What is wrong with a sample, in words.
pub(super) fn fill(samples: &[Value], wanted: Option<ColumnType>) -> Result<Fill, String> {
    if samples.iter().all(Value::is_number) {
        return numbers(samples);
    }
    let texts: Vec<String> = samples.iter().map(text).collect::<Result<_, _>>()?;
    let listed = matches!(wanted, Some(ColumnType::Category));
    if samples.iter().all(Value::is_boolean) && !listed {
        let yes = samples.iter().filter(|sample| sample.as_bool() == Some(true)).count();
        return Ok(Fill::Flag(Flag { true_percent: (yes * 100 / samples.len()) as u8 }));
    }
    if let Some(mut days) = all::<Day>(&texts).filter(|_| !listed) {
        days.sort();
        let points = if days.len() >= SHAPE { days.clone() } else { Vec::new() };
        return Ok(Fill::Date(DateRange { from: days[0], to: days[days.len() - 1], points }));
    }
    if let Some(mut times) = all::<TimeOfDay>(&texts).filter(|_| !listed) {
        times.sort();
        return Ok(Fill::Time(TimeRange { from: times[0], to: times[times.len() - 1] }));
    }
    if let Some(mut days) = moments(&texts).filter(|_| !listed) {
        days.sort();
        return Ok(Fill::DateTime(MomentRange { from: days[0], to: days[days.len() - 1] }));
    }
    let plain: Vec<&str> = texts.iter().map(String::as_str).collect();
    let differ = plain.iter().enumerate().all(|(index, text)| !plain[..index].contains(text));
    if let Some(pattern) = pattern::code_of(&plain).filter(|pattern| !listed && differ && plain.len() > 1 && pattern.contains('#')) {
        return Ok(Fill::Code(Code { pattern, unique: false }));
    }
    Ok(Fill::Choice(Choices { values: texts.into_iter().map(|value| TextOr(Choice::from(value))).collect() }))
}

/// Numbers: their range, and their shape where there are enough of them.
fn numbers(samples: &[Value]) -> Result<Fill, String> {
    let read = |sample: &Value| serde_json::from_value::<Decimal>(sample.clone()).map_err(|_| format!("`{sample}` has too many decimals"));
    let numbers: Vec<Decimal> = samples.iter().map(read).collect::<Result<_, _>>()?;
    let scale = numbers.iter().map(|number| number.scale).max().unwrap_or(0);
    let at_scale = |number: &Decimal| number.at_scale(scale).ok_or_else(|| format!("`{number}` is too large for {scale} decimals"));
    let mut digits: Vec<i64> = numbers.iter().map(at_scale).collect::<Result<_, _>>()?;
    digits.sort_unstable();
    let decimal = |digits: i64| Decimal { digits, scale };
    let points = if digits.len() >= SHAPE { digits.iter().map(|digits| decimal(*digits)).collect() } else { Vec::new() };
    Ok(Fill::Number(NumberRange { min: decimal(digits[0]), max: decimal(digits[digits.len() - 1]), decimals: None, points }))
}

/// A sample as text.
pub(super) fn text(sample: &Value) -> Result<String, String> {
    match sample {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        Value::Bool(flag) => Ok(flag.to_string()),
        other => Err(format!("`{other}` is neither text, number nor true or false")),
    }
}

fn all<T: std::str::FromStr>(texts: &[String]) -> Option<Vec<T>> {
    texts.iter().map(|text| text.parse().ok()).collect()
}

/// The days of points in time written as `2026-11-23T08:15:00Z` or `2026-11-23 08:15`.
fn moments(texts: &[String]) -> Option<Vec<Day>> {
    let day = |text: &String| {
        let (day, time) = text.split_once(['T', ' '])?;
        time.trim_end_matches('Z').parse::<TimeOfDay>().ok()?;
        day.parse().ok()
    };
    texts.iter().map(day).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check_samples(samples: &Value, wanted: Option<ColumnType>, expected: &Value) {
        let made = fill(samples.as_array().unwrap(), wanted).map(|fill| serde_json::to_value(fill).unwrap());
        assert_eq!(made.as_ref(), Ok(expected), "{samples}");
    }

    #[test]
    fn samples_say_how_a_column_is_filled() {
        check_samples(&json!([3, 7]), None, &json!({"number": {"min": 3, "max": 7}}));
        check_samples(
            &json!([9, 1, 2, 2, 4.5]),
            None,
            &json!({"number": {"min": "1.0", "max": "9.0", "points": ["1.0", "2.0", "2.0", "4.5", "9.0"]}}),
        );
        check_samples(&json!(["red", "blue"]), None, &json!({"choice": {"values": [{"value": "red", "weight": 1}, {"value": "blue", "weight": 1}]}}));
        check_samples(&json!([true, false, true, true]), None, &json!({"flag": {"true_percent": 75}}));
        check_samples(&json!(["2026-03-01", "2026-01-01"]), None, &json!({"date": {"from": "2026-01-01", "to": "2026-03-01"}}));
        check_samples(&json!(["08:15", "17:00:30"]), None, &json!({"time": {"from": "08:15:00", "to": "17:00:30"}}));
        check_samples(&json!(["2026-01-01T10:00:00Z", "2026-02-01 11:30"]), None, &json!({"date_time": {"from": "2026-01-01", "to": "2026-02-01"}}));
        check_samples(&json!(["AB-12", "ZX-90"]), None, &json!({"code": {"pattern": "@@-##", "unique": false}}));
        check_samples(
            &json!(["A1", "B2"]),
            Some(ColumnType::Category),
            &json!({"choice": {"values": [{"value": "A1", "weight": 1}, {"value": "B2", "weight": 1}]}}),
        );
    }

    #[test]
    fn what_is_no_value_is_refused() {
        assert_eq!(fill(&[json!(["nested"]), json!("a")], None), Err("`[\"nested\"]` is neither text, number nor true or false".to_owned()));
    }
}
