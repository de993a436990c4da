//! Calendars (iCalendar, RFC 5545): whole days, each with a text.

use jiff::Timestamp;
use jiff::civil::Date;

/// The longest line without its end, in bytes (RFC 5545, section 3.1).
const LONGEST_LINE: usize = 75;

/// A day in a calendar.
pub(crate) struct Event {
    /// By which it is known each time, before the `@`.
    pub(crate) uid: String,
    pub(crate) day: Date,
    pub(crate) says: String,
}

/// The text of a calendar. `product` names what made it, `name` is what programs call it, `stamp` says as of when the days are so.
pub(crate) fn calendar(product: &str, name: Option<&str>, events: &[Event], stamp: Timestamp) -> String {
    let mut out = String::new();
    let mut line = |text: &str| fold(&mut out, text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line(&format!("PRODID:-//Comity//{product}//EN"));
    line("CALSCALE:GREGORIAN");
    if let Some(name) = name {
        // RFC 7986, and what programs read that are older.
        line(&format!("NAME:{}", escaped(name)));
        line(&format!("X-WR-CALNAME:{}", escaped(name)));
    }
    let stamp = stamp.strftime("%Y%m%dT%H%M%SZ").to_string();
    for event in events {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}@comity", event.uid));
        line(&format!("DTSTAMP:{stamp}"));
        line(&format!("DTSTART;VALUE=DATE:{}", event.day.strftime("%Y%m%d")));
        line(&format!("SUMMARY:{}", escaped(&event.says)));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    out
}

/// A text as a calendar has it (RFC 5545, section 3.3.11): without the control characters that it cannot hold.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            sign if sign.is_control() && sign != '\t' => {}
            sign => out.push(sign),
        }
    }
    out
}

/// A line, folded between characters where it is too long.
fn fold(out: &mut String, text: &str) {
    let mut length = 0;
    for sign in text.chars() {
        if length + sign.len_utf8() > LONGEST_LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(sign);
        length += sign.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn lines_are_folded_between_characters_and_texts_escaped() {
        let event = Event {
            uid: "0".repeat(32),
            day: "2026-04-24".parse().unwrap(),
            says: format!("Exercise; acknowledgement, {}\r", "é".repeat(60)),
        };
        let text = calendar("Deadlines", None, &[event], "2026-04-14T09:00:00Z".parse().unwrap());
        assert!(
            text.split("\r\n")
                .all(|line| line.len() <= LONGEST_LINE && !line.contains(['\n', '\r'])),
            "{text}"
        );
        let unfolded = text.replace("\r\n ", "");
        let lines: Vec<&str> = unfolded.split("\r\n").collect();
        assert_eq!(
            lines[..4],
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Comity//Deadlines//EN",
                "CALSCALE:GREGORIAN"
            ]
        );
        assert!(lines.contains(&"DTSTAMP:20260414T090000Z") && lines.contains(&"DTSTART;VALUE=DATE:20260424"));
        let summary = format!("SUMMARY:Exercise\\; acknowledgement\\, {}", "é".repeat(60));
        assert!(lines.contains(&summary.as_str()), "{unfolded}");
        assert!(text.ends_with("END:VCALENDAR\r\n"));
    }
}
