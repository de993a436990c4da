//! The parameters of an address, read strictly: each is known, comes once and has a value that can be
//! understood. Pages and the API read them here and say the same of what is wrong.

use jiff::civil::Date;
use register::reading::{Reading, ReadingError};
use register::view::model::Filter;

/// What `hindsight` may be: `1` and `true` count what was not yet disclosed on the day.
pub(crate) const YES_OR_NO: [&str; 4] = ["1", "true", "0", "false"];
/// What the list of warrants may be filtered by as status.
pub(crate) use register::view::STATUSES;
/// Years that a person may have been outstanding for more than.
pub(crate) const YEARS: [&str; 3] = ["1", "5", "10"];
/// The longest value that is read, in characters.
pub(crate) const LONGEST: usize = 200;

/// What is wrong with a parameter. What is said of it names it, why, and how to mend it (`Said::of_parameter`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// No such parameter here.
    Unknown {
        /// What was given.
        parameter: String,
        /// Which there are.
        known: Vec<&'static str>,
    },
    /// Given more than once.
    Repeated {
        /// Which.
        parameter: String,
    },
    /// Not percent-encoded UTF-8, or with control characters.
    Encoding {
        /// Which, as far as it can be read.
        parameter: String,
    },
    /// Longer than [`LONGEST`].
    TooLong {
        /// Which.
        parameter: String,
    },
    /// Needed and not given.
    Missing {
        /// Which.
        parameter: &'static str,
    },
    /// Given without a value.
    Empty {
        /// Which.
        parameter: String,
    },
    /// Not one of the values that there are.
    NotOneOf {
        /// Which.
        parameter: &'static str,
        /// What was given, the first 40 characters.
        given: String,
        /// Which values there are.
        allowed: Vec<&'static str>,
    },
    /// Not a whole number within its bounds.
    NotANumber {
        /// Which.
        parameter: &'static str,
        /// What was given, the first 40 characters.
        given: String,
        /// The least.
        least: usize,
        /// The most.
        most: usize,
    },
    /// Not in the form of a number of a situation.
    NotASituation {
        /// Which.
        parameter: &'static str,
        /// What was given, the first 40 characters.
        given: String,
    },
    /// The reading cannot be given.
    Reading(ReadingError),
}

impl Wrong {
    /// The name of the parameter that is wrong.
    pub(crate) fn parameter(&self) -> &str {
        match self {
            Wrong::Unknown { parameter, .. }
            | Wrong::Repeated { parameter }
            | Wrong::Encoding { parameter }
            | Wrong::TooLong { parameter }
            | Wrong::Empty { parameter } => parameter,
            Wrong::Missing { parameter }
            | Wrong::NotOneOf { parameter, .. }
            | Wrong::NotANumber { parameter, .. }
            | Wrong::NotASituation { parameter, .. } => parameter,
            Wrong::Reading(ReadingError::NotADay { field, .. }) => field,
            Wrong::Reading(ReadingError::BeforeTheStatute { .. } | ReadingError::AfterToday { .. }) => "as_at",
            Wrong::Reading(ReadingError::KnownAfterToday { .. }) => "known_on",
        }
    }

    /// Today in The Hague, where a later day was asked for: the latest that can be.
    pub(crate) fn today(&self) -> Option<Date> {
        match self {
            Wrong::Reading(ReadingError::AfterToday { today, .. } | ReadingError::KnownAfterToday { today, .. }) => Some(*today),
            _ => None,
        }
    }
}

impl From<ReadingError> for Wrong {
    fn from(error: ReadingError) -> Wrong {
        Wrong::Reading(error)
    }
}

/// The parameters of one address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Reads what stands after the `?`. `known` are the names that this address takes.
    ///
    /// # Errors
    /// All that is wrong with names and encoding, in the order of the address.
    pub(crate) fn parse(raw: Option<&str>, known: &[&'static str]) -> Result<Parameters, Vec<Wrong>> {
        let mut given: Vec<(String, String)> = Vec::new();
        let mut wrong = Vec::new();
        for pair in raw.unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match read_pair(name, value, known) {
                Ok((name, _)) if given.iter().any(|(earlier, _)| *earlier == name) => {
                    let again = Wrong::Repeated { parameter: name };
                    if !wrong.contains(&again) {
                        wrong.push(again);
                    }
                }
                Ok(pair) => given.push(pair),
                Err(refusal) => wrong.push(refusal),
            }
        }
        if wrong.is_empty() { Ok(Parameters(given)) } else { Err(wrong) }
    }

    /// The same, where every parameter has a value.
    ///
    /// # Errors
    /// [`Wrong::Empty`] for each that has none.
    pub(crate) fn filled(self) -> Result<Parameters, Vec<Wrong>> {
        let empty = self.0.iter().filter(|(_, value)| value.is_empty());
        let wrong: Vec<_> = empty.map(|(name, _)| Wrong::Empty { parameter: name.clone() }).collect();
        if wrong.is_empty() { Ok(self) } else { Err(wrong) }
    }

    /// The value of a parameter, where it was given.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// The reading that is asked for. `today` is the civil day in The Hague.
    ///
    /// # Errors
    /// The first of `hindsight`, `as_at` and `known_on` that is wrong.
    pub(crate) fn reading(&self, today: Date) -> Result<Reading, Wrong> {
        let hindsight = self.yes("hindsight")?;
        Ok(Reading::new(self.get("as_at"), self.get("known_on"), hindsight, today)?)
    }

    /// Whether something is asked for that can be said yes or no to; without it, no.
    ///
    /// # Errors
    /// [`Wrong::NotOneOf`].
    pub(crate) fn yes(&self, parameter: &'static str) -> Result<bool, Wrong> {
        let word = self.one_of(parameter, &YES_OR_NO)?;
        Ok(word.is_some_and(|word| word == "1" || word == "true"))
    }

    /// A value that must be one of a closed list.
    ///
    /// # Errors
    /// [`Wrong::NotOneOf`].
    pub(crate) fn one_of(&self, parameter: &'static str, allowed: &[&'static str]) -> Result<Option<&'static str>, Wrong> {
        let Some(given) = self.get(parameter) else { return Ok(None) };
        let found = allowed.iter().copied().find(|word| *word == given);
        found.map(Some).ok_or_else(|| Wrong::NotOneOf {
            parameter,
            given: start_of(given),
            allowed: allowed.to_vec(),
        })
    }

    /// A whole number from 1 to `most`, in digits without sign or leading zero.
    ///
    /// # Errors
    /// [`Wrong::NotANumber`].
    pub(crate) fn number(&self, parameter: &'static str, most: usize) -> Result<Option<usize>, Wrong> {
        let Some(given) = self.get(parameter) else { return Ok(None) };
        let digits = given.bytes().all(|b| b.is_ascii_digit()) && !given.starts_with('0');
        let read = if digits { given.parse().ok() } else { None };
        let bounded = read.filter(|number| (1..=most).contains(number));
        bounded.map(Some).ok_or_else(|| Wrong::NotANumber {
            parameter,
            given: start_of(given),
            least: 1,
            most,
        })
    }

    /// The number of a situation, as it is written in law: `ICC-02/04`.
    ///
    /// # Errors
    /// [`Wrong::NotASituation`].
    pub(crate) fn situation(&self, parameter: &'static str) -> Result<Option<&str>, Wrong> {
        let Some(given) = self.get(parameter) else { return Ok(None) };
        if is_situation_no(given) {
            Ok(Some(given))
        } else {
            Err(Wrong::NotASituation {
                parameter,
                given: start_of(given),
            })
        }
    }

    /// What the list of warrants is filtered by.
    ///
    /// # Errors
    /// The first of `situation`, `status` and `years` that is wrong.
    pub(crate) fn filter(&self) -> Result<Filter, Wrong> {
        let text = |name| self.get(name).map(str::to_owned);
        Ok(Filter {
            situation: self.situation("situation")?.map(str::to_owned),
            status: self.one_of("status", &STATUSES)?.map(str::to_owned),
            years: self.one_of("years", &YEARS)?.and_then(|years| years.parse().ok()),
            name: text("name"),
            after: text("after"),
        })
    }

    /// A text that must be there.
    ///
    /// # Errors
    /// [`Wrong::Missing`].
    pub(crate) fn needed(&self, parameter: &'static str) -> Result<&str, Wrong> {
        self.get(parameter).ok_or(Wrong::Missing { parameter })
    }
}

/// A day of the calendar, written as year-month-day.
///
/// # Errors
/// That it is none.
pub(crate) fn day(parameter: &'static str, given: &str) -> Result<Date, Wrong> {
    let form = given.len() == 10;
    let read = given.parse::<Date>().ok().filter(|_| form);
    read.ok_or_else(|| {
        Wrong::Reading(ReadingError::NotADay {
            field: parameter,
            given: start_of(given),
        })
    })
}

/// Whether the answer to this reading can change only by who may see what: both days were given, and
/// the day known on is over. Such an answer may lie in shared caches for a day.
pub(crate) fn is_fixed(reading: &Reading, today: Date) -> bool {
    reading.dated && reading.known_on.is_some_and(|known_on| known_on < today)
}

/// The number of a situation out of a segment of an address, in which `-` stands for `/`: `ICC-02-04`
/// is `ICC-02/04`. None where it is not in the form of such a number.
pub(crate) fn situation_of_segment(segment: &str) -> Option<String> {
    let (body, year) = segment.rsplit_once('-')?;
    let number = format!("{body}/{year}");
    (!segment.contains('/') && is_situation_no(&number)).then_some(number)
}

/// The segment of an address for the number of a situation: `ICC-02-04` for `ICC-02/04`.
pub(crate) fn segment_of_situation(number: &str) -> String {
    number.replace('/', "-")
}

/// What stands before the stroke and after it, in letters, digits, `-` and brackets, and no `-` after
/// it (so that the segment can be read back): `ICC-02/04`.
fn is_situation_no(text: &str) -> bool {
    let Some((body, end)) = text.split_once('/') else { return false };
    let plain = |part: &str, signs: &[u8]| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || signs.contains(&b));
    text.len() <= 40 && plain(body, b"-()") && plain(end, b"()")
}

fn read_pair(name: &str, value: &str, known: &[&'static str]) -> Result<(String, String), Wrong> {
    let shown = || name.chars().filter(|c| !c.is_control()).take(40).collect::<String>();
    let name = decode(name).ok_or_else(|| Wrong::Encoding { parameter: shown() })?;
    if !known.contains(&name.as_str()) {
        return Err(Wrong::Unknown {
            parameter: start_of(&name),
            known: known.to_vec(),
        });
    }
    let value = decode(value).ok_or_else(|| Wrong::Encoding { parameter: name.clone() })?;
    if value.chars().count() > LONGEST {
        return Err(Wrong::TooLong { parameter: name });
    }
    Ok((name, value))
}

/// Reads a part of an address: as [`unescape`], and none where a control character comes out.
pub(crate) fn decode(text: &str) -> Option<String> {
    unescape(text).filter(|decoded| !decoded.chars().any(char::is_control))
}

/// Reads `application/x-www-form-urlencoded` (WHATWG URL, section 5.1), but strictly: none where a `%`
/// is not followed by two hexadecimal digits, or the bytes are not UTF-8.
pub(crate) fn unescape(text: &str) -> Option<String> {
    let hex = |byte: Option<u8>| byte.and_then(|b| char::from(b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => hex(rest.next())? << 4 | hex(rest.next())?,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn start_of(given: &str) -> String {
    given.chars().take(40).collect()
}

#[cfg(test)]
#[path = "query_tests.rs"]
mod tests;
