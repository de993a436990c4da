//! Numbers and dates of figures as they are printed.

use crate::letter::{Language, Words};
use jiff::civil::Date;
use register::figures::Value;

/// A figure as it is printed.
pub(super) fn value(value: &Value, language: Language) -> String {
    match value {
        Value::Number(number) => number_of(*number, language),
        Value::Day(date) => day(*date, language),
        Value::Text(text) if text == "unknown" => Words(language).t("report-date-unknown"),
        Value::Text(text) => Words(language).when(text),
    }
}

/// A number with its thousands set off: `2,345`; in French by a narrow space that does not break.
fn number_of(number: i64, language: Language) -> String {
    let digits = number.unsigned_abs().to_string();
    let apart = match language {
        Language::En => ',',
        Language::Fr => '\u{202f}',
    };
    let mut out = String::new();
    if number < 0 {
        out.push('\u{2212}');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(apart);
        }
        out.push(digit);
    }
    out
}

/// A day with its month in words.
pub(super) fn day(day: Date, language: Language) -> String {
    Words(language).day(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(given: Value, en: &str, fr: &str) {
        assert_eq!([Language::En, Language::Fr].map(|language| value(&given, language)), [en, fr]);
    }

    #[test]
    fn figures_are_printed_as_each_language_writes_them() {
        check(Value::Number(14), "14", "14");
        check(Value::Number(2345), "2,345", "2\u{202f}345");
        check(Value::Number(-1_234_567), "\u{2212}1,234,567", "\u{2212}1\u{202f}234\u{202f}567");
        let day = Value::Day(jiff::civil::date(2013, 10, 1));
        check(day, "1\u{a0}October\u{a0}2013", "1er\u{a0}octobre\u{a0}2013");
        check(Value::Text("2010-06".into()), "June\u{a0}2010", "juin\u{a0}2010");
        check(Value::Text("unknown".into()), "not known", "inconnue");
        check(Value::Text("by 2007".into()), "by 2007", "au plus tard en 2007");
        check(Value::Text("ICC-ASP/12/Res.3".into()), "ICC-ASP/12/Res.3", "ICC-ASP/12/Res.3");
    }
}
