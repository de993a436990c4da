//! What somebody writes of an authority, read into the body of an entry, with what is wrong in each field.

use super::refused::{Fault, Field};
use crate::reading::FIRST_DAY;
use crate::truth::was_read;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use record::is_refused;
use record::json::{Object, Value};
use record::when::When;
use serde::Serialize;

/// What sorts of authority there are, those first to which a request goes before others.
pub const ROLES: [&str; 5] = [
    "central-authority",
    "embassy",
    "executing-authority",
    "focal-point",
    "working-group",
];
/// What an authority does with requests.
pub const TASKS: [&str; 2] = ["receives", "executes"];
/// By what requests reach it: the diplomatic channel or another that the State chose (article 87(1)(a)), or without
/// prejudice to that INTERPOL or a regional organisation (article 87(1)(b)).
pub const CHANNELS: [&str; 4] = ["diplomatic", "direct", "interpol", "regional-organisation"];

/// What somebody writes of an authority, and what is recorded of it: one version, whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AuthorityWords {
    /// Its name in its own language. One of the three names is needed.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// Its name in French.
    pub name_fr: String,
    /// One of [`ROLES`].
    pub role: String,
    /// Of [`TASKS`]; a focal point and a working group may have none.
    pub does: Vec<String>,
    /// Ids of topics of Part 9 in the law pack; none: for all.
    pub topics: Vec<String>,
    /// Postal address, which may have several lines. One of address, telephone and e-mail is needed.
    pub address: String,
    /// Telephone, with the code of the country.
    pub telephone: String,
    /// E-mail.
    pub email: String,
    /// When somebody is there, in words; they need a zone.
    pub hours: String,
    /// The name of its time zone (IANA).
    pub zone: String,
    /// Who is reached at any hour, and how.
    pub urgent: String,
    /// Languages in which it takes requests (ISO 639-3).
    pub languages: Vec<String>,
    /// One of [`CHANNELS`]; needed of one that receives.
    pub channel: String,
    /// More about the channel, such as through which embassy.
    pub channel_details: String,
    /// The key to which packages for it are sealed.
    pub key: String,
    /// From when it is so, in the text form of [`When`].
    pub from: String,
    /// Its last day, in the same form; empty where none is set.
    pub until: String,
}

/// The letter, call or note from which an officer writes. The State needs none for what it writes itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// What it is, and where it is kept.
    pub source: String,
    /// Its day.
    pub dated: String,
}

/// How long a text may be, in characters. All together, in a script of which each letter is sent as nine, they fit
/// into the longest form that is taken.
const LONGEST: [(Field, usize); 13] = [
    (Field::Name, 200),
    (Field::NameEn, 200),
    (Field::NameFr, 200),
    (Field::Address, 400),
    (Field::Telephone, 40),
    (Field::Email, 120),
    (Field::Hours, 150),
    (Field::Zone, 50),
    (Field::Urgent, 300),
    (Field::ChannelDetails, 200),
    (Field::Key, 500),
    (Field::Source, 300),
    (Field::Reason, 300),
];

/// How long the text of a field may be, in characters; none where it is a word, a code or a date.
pub fn longest(field: Field) -> Option<usize> {
    LONGEST.iter().find(|(of, _)| *of == field).map(|(_, longest)| *longest)
}

type Faults = Vec<(Field, Fault)>;

impl AuthorityWords {
    /// The first name that there is: in the language of the reader, in the other one, its own.
    pub fn called(&self, french: bool) -> &str {
        let [first, second] = if french {
            [&self.name_fr, &self.name_en]
        } else {
            [&self.name_en, &self.name_fr]
        };
        let names = [first, second, &self.name];
        names.into_iter().find(|name| !name.is_empty()).map_or("", String::as_str)
    }

    /// Whether it receives requests.
    pub fn receives(&self) -> bool {
        self.does.iter().any(|task| task == TASKS[0])
    }

    /// From when it is so, and the body of the entry; none where a field is wrong.
    pub(super) fn read(&self, law: &law::Pack, faults: &mut Faults) -> Option<(When, Object)> {
        let before = faults.len();
        let mut body = Object::new();
        let texts = [
            (Field::Name, "name", &self.name),
            (Field::NameEn, "name_en", &self.name_en),
            (Field::NameFr, "name_fr", &self.name_fr),
            (Field::Address, "address", &self.address),
            (Field::Telephone, "telephone", &self.telephone),
            (Field::Email, "email", &self.email),
            (Field::Hours, "hours", &self.hours),
            (Field::Urgent, "urgent", &self.urgent),
            (Field::ChannelDetails, "channel_details", &self.channel_details),
            (Field::Key, "key", &self.key),
        ];
        for (field, member, given) in texts {
            let read = text(given, field, faults);
            if !read.is_empty() {
                body.set(member, Value::Text(read));
            }
        }
        let has = |member: &str| body.get(member).is_some();
        if !has("name") && !has("name_en") && !has("name_fr") {
            faults.push((Field::Name, Fault::Missing));
        }
        if !has("address") && !has("telephone") && !has("email") {
            faults.push((Field::Address, Fault::Missing));
        }
        if let Some(email) = body.get_text("email").filter(|email| !is_address(email)) {
            faults.push((Field::Email, Fault::NotAnAddress(email.to_owned())));
        }
        if let Some(number) = body.get_text("telephone").filter(|number| !is_number(number)) {
            faults.push((Field::Telephone, Fault::NotANumber(number.to_owned())));
        }
        let zone = self.zone.trim();
        match TimeZone::get(zone) {
            _ if zone.is_empty() && has("hours") => faults.push((Field::Zone, Fault::Missing)),
            _ if zone.is_empty() => {}
            Ok(found) => body.set("zone", Value::Text(found.iana_name().unwrap_or(zone).to_owned())),
            Err(_) => faults.push((Field::Zone, Fault::NoZone(shortened(zone)))),
        }
        let role = one_of(&self.role, &ROLES, Field::Role, true, faults);
        let does = list(&self.does, &TASKS, Field::Does, faults);
        if does.is_empty() && ROLES[..3].contains(&role.as_str()) {
            faults.push((Field::Does, Fault::Missing));
        }
        let channel = one_of(&self.channel, &CHANNELS, Field::Channel, self.receives(), faults);
        for (member, word) in [("role", role), ("channel", channel)] {
            if !word.is_empty() {
                body.set(member, Value::Text(word));
            }
        }
        let known: Vec<&str> = law.topics().iter().map(|topic| topic.id.as_str()).collect();
        let topics = list(&self.topics, &known, Field::Topics, faults);
        for (member, words) in [
            ("does", does),
            ("topics", topics),
            ("languages", languages(&self.languages, faults)),
        ] {
            if !words.is_empty() {
                body.set(member, Value::List(words.into_iter().map(Value::Text).collect()));
            }
        }
        let from = date(&self.from, Field::From, true, faults);
        let until = date(&self.until, Field::Until, false, faults);
        if let (Some(first), Some(last)) = (from.as_ref().and_then(When::first), until.as_ref().and_then(When::last))
            && last < first
        {
            faults.push((Field::Until, Fault::Reversed));
        }
        if let Some(until) = until {
            body.set("until", Value::Text(until.to_string()));
        }
        from.filter(|_| faults.len() == before).map(|from| (from, body))
    }
}

impl Letter {
    /// The source of an entry, and the day on which somebody stood for it: those of the letter where one is needed, else
    /// today, since the State writes it itself.
    pub(super) fn read(&self, needed: bool, today: Date, faults: &mut Faults) -> Option<(Option<String>, Date)> {
        if !needed {
            return Some((None, today));
        }
        let source = text(&self.source, Field::Source, faults);
        if source.is_empty() {
            faults.push((Field::Source, Fault::Missing));
        } else if !was_read(&source) {
            faults.push((Field::Source, Fault::Recalled));
        }
        let dated = day(&self.dated, Field::Dated, faults)?;
        if dated > today {
            faults.push((Field::Dated, Fault::AfterToday(dated)));
        }
        Some((Some(source), dated))
    }
}

/// Why, in words.
pub(super) fn reason(given: &str, needed: bool, faults: &mut Faults) -> String {
    let reason = text(given, Field::Reason, faults);
    if needed && reason.is_empty() {
        faults.push((Field::Reason, Fault::Missing));
    }
    reason
}

/// A day of the calendar since the Statute.
pub(super) fn day(given: &str, field: Field, faults: &mut Faults) -> Option<Date> {
    let given = given.trim();
    let formed = given.len() == 10 && given.is_ascii();
    let day = given.parse::<Date>().ok().filter(|day| formed && *day >= FIRST_DAY);
    if day.is_none() {
        let fault = if given.is_empty() {
            Fault::Missing
        } else {
            Fault::NotADay(shortened(given))
        };
        faults.push((field, fault));
    }
    day
}

/// A date that counts from a last possible day.
fn date(given: &str, field: Field, needed: bool, faults: &mut Faults) -> Option<When> {
    let given = given.trim();
    let when = When::parse(given).ok().filter(|when| when.last().is_some());
    if when.is_none() && (needed || !given.is_empty()) {
        let fault = if given.is_empty() {
            Fault::Missing
        } else {
            Fault::NotADate(shortened(given))
        };
        faults.push((field, fault));
    }
    when
}

/// A text as it is recorded: as it is taken in, without spaces around it.
fn text(given: &str, field: Field, faults: &mut Faults) -> String {
    let taken_in = record::taken_in(given);
    let taken_in = taken_in.trim();
    let lines = field == Field::Address || field == Field::Urgent;
    let unseen = |c: char| is_refused(c) || (c == '\n' && !lines);
    if let Some(longest) = longest(field).filter(|longest| taken_in.chars().count() > *longest) {
        faults.push((field, Fault::TooLong(longest)));
    } else if taken_in.contains(unseen) {
        faults.push((field, Fault::Unseen));
    }
    taken_in.to_owned()
}

fn one_of(given: &str, words: &[&str], field: Field, needed: bool, faults: &mut Faults) -> String {
    let given = given.trim();
    if given.is_empty() {
        if needed {
            faults.push((field, Fault::Missing));
        }
    } else if !words.contains(&given) {
        faults.push((field, not_of(given, words)));
    }
    given.to_owned()
}

/// Words of a list, each once, in its order.
fn list(given: &[String], words: &[&str], field: Field, faults: &mut Faults) -> Vec<String> {
    let given: Vec<&str> = given.iter().map(|word| word.trim()).filter(|word| !word.is_empty()).collect();
    if let Some(wrong) = given.iter().find(|word| !words.contains(word)) {
        faults.push((field, not_of(wrong, words)));
    }
    words
        .iter()
        .filter(|word| given.contains(word))
        .map(|word| (*word).to_owned())
        .collect()
}

fn not_of(given: &str, words: &[&str]) -> Fault {
    Fault::NotOf {
        given: shortened(given),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    }
}

/// Codes of languages, each once, in the order in which they were given.
fn languages(given: &[String], faults: &mut Faults) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for code in given.iter().map(|code| code.trim()).filter(|code| !code.is_empty()) {
        if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_lowercase()) {
            faults.push((Field::Languages, Fault::NotALanguage(shortened(code))));
            break;
        }
        if !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    }
    codes
}

/// A name and a host with a sign between, without spaces.
fn is_address(text: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c == '@');
    text.split_once('@').is_some_and(|(name, host)| plain(name) && plain(host))
}

/// Begun with a plus sign and the code of the country (ITU-T E.123), with five digits at least.
fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let sign = |c: char| c.is_ascii_digit() || " -./()".contains(c);
    text.strip_prefix('+').is_some_and(|rest| digits >= 5 && rest.chars().all(sign))
}

/// What was given, no longer than can be repeated in a sentence.
fn shortened(given: &str) -> String {
    given.chars().take(60).collect()
}
