//! Numbers and dates of figures as they are printed.

use crate::letter::{Language, Words};
use jiff::civil::Date;
use register::figures::Value;

/// A figure as it is printed.
pub(super) fn value(value: &Value, language: Language) -> String {
    match value {
        Value::Number(number) => number_of(*number, language),
        Value::Day(date) => day(*date, language),
        Value::Text(text) => date_of(text, language).unwrap_or_else(|| text.clone()),
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

/// A date that is no one day, in the text form of the record: `2010-06`, `2007`, `by 2026-01-26`; none for other texts.
fn date_of(text: &str, language: Language) -> Option<String> {
    let words = Words(language);
    for (sign, key) in [
        ("by ", "report-date-by"),
        ("from ", "report-date-from"),
        ("about ", "report-date-about"),
    ] {
        if let Some(rest) = text.strip_prefix(sign) {
            return Some(words.say(key, &[("date", &date_of(rest, language)?)]));
        }
    }
    if text == "unknown" {
        return Some(words.t("report-date-unknown"));
    }
    if let Some(whole) = text.parse::<Date>().ok().filter(|whole| whole.to_string() == text) {
        return Some(day(whole, language));
    }
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    match text.split_once('-') {
        None if is_year(text) => Some(text.to_owned()),
        Some((year, month)) if is_year(year) && month.len() == 2 => {
            let month: u8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
            let name = words.t(&format!("document-month-{month}"));
            Some(format!("{name}\u{a0}{year}"))
        }
        _ => None,
    }
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
        check(Value::Text("by 2007".into()), "by 2007", "au plus tard 2007");
        check(Value::Text("ICC-ASP/12/Res.3".into()), "ICC-ASP/12/Res.3", "ICC-ASP/12/Res.3");
    }
}
