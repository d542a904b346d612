//! A number as typed: exact digits and a scale, never a binary fraction.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// `digits` divided by ten to the power of `scale`: 12.50 is (1250, 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// All digits, as one whole number.
    pub digits: i64,
    /// How many of them stand behind the point; at most [`Decimal::MAX_SCALE`].
    pub scale: u8,
}

impl Decimal {
    /// The most decimals that a template may ask for.
    pub const MAX_SCALE: u8 = 9;

    /// The digits at another scale, or nothing where digits would be lost or overflow.
    pub fn at_scale(self, scale: u8) -> Option<i64> {
        if scale >= self.scale {
            self.digits.checked_mul(10_i64.checked_pow(u32::from(scale - self.scale))?)
        } else {
            let divisor = 10_i64.checked_pow(u32::from(self.scale - scale))?;
            (self.digits % divisor == 0).then_some(self.digits / divisor)
        }
    }

    /// A number as written in decimal digits, with a sign and a point or not; nothing where a text is none.
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, rest) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, fraction) = rest.split_once('.').unwrap_or((rest, ""));
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) || fraction.len() > usize::from(Self::MAX_SCALE) {
            return None;
        }
        let digits: i64 = format!("{whole}{fraction}").parse().ok()?;
        Some(Self { digits: sign * digits, scale: fraction.len() as u8 })
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let divisor = 10_u64.pow(u32::from(self.scale));
        let size = self.digits.unsigned_abs();
        let sign = if self.digits < 0 { "-" } else { "" };
        if self.scale == 0 {
            return write!(f, "{sign}{size}");
        }
        write!(f, "{sign}{}.{:0width$}", size / divisor, size % divisor, width = usize::from(self.scale))
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.scale == 0 { serializer.serialize_i64(self.digits) } else { serializer.collect_str(self) }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DecimalVisitor)
    }
}

struct DecimalVisitor;

impl de::Visitor<'_> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a number with at most {} decimals", Decimal::MAX_SCALE)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Decimal, E> {
        Ok(Decimal { digits: number, scale: 0 })
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Decimal, E> {
        let digits = i64::try_from(number).map_err(|_| E::invalid_value(de::Unexpected::Unsigned(number), &self))?;
        Ok(Decimal { digits, scale: 0 })
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Decimal, E> {
        // The shortest text that reads back as this number is what was typed, up to 15 digits.
        Decimal::parse(&number.to_string()).ok_or_else(|| E::invalid_value(de::Unexpected::Float(number), &self))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        Decimal::parse(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

impl JsonSchema for Decimal {
    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number with at most 9 decimals; as text where a binary fraction would not do.",
            "anyOf": [{ "type": "number" }, { "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,9})?$" }]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_what_is_kept() {
        for (typed, digits, scale) in [("12", 12, 0), ("12.5", 125, 1), ("\"12.50\"", 1250, 2), ("-0.07", -7, 2), ("0.1", 1, 1)] {
            let read: Decimal = serde_json::from_str(typed).unwrap();
            assert_eq!(read, Decimal { digits, scale }, "{typed}");
        }
        for typed in ["1e300", "\"1,5\"", "\"\"", "\".5\"", "\"1.1234567890\"", "true", "\"--1\""] {
            assert!(serde_json::from_str::<Decimal>(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn another_scale_never_loses_a_digit() {
        let number = Decimal { digits: 1250, scale: 2 };
        assert_eq!(number.at_scale(3), Some(12_500));
        assert_eq!(number.at_scale(1), Some(125));
        assert_eq!(number.at_scale(0), None);
        assert_eq!(number.to_string(), "12.50");
    }
}
