//! What is said of what is wrong, in either language: the texts for errors of parameters, filters, bodies and drafts.

use super::Problem;
use crate::query::{LONGEST, Wrong};
use crate::texts::{Arg, Said, slug};
use record::json::{JsonError, JsonFault, MAX_DEPTH};
use register::directory::StateRef;
use register::draft::{DraftError, MOST_FILES, MOST_NAMED};
use register::reading::{FIRST_DAY, ReadingError};
use register::request::Unreadable;
use register::view::{STATUSES, ViewError, WrongFilter, WrongGiven};

/// A word as it is: a number in it is not grouped.
pub(crate) fn word(value: impl ToString) -> Arg {
    Arg::Word(value.to_string())
}

/// Words of a closed list, one after the other.
pub(crate) fn words<T: AsRef<str>>(words: &[T]) -> Arg {
    Arg::Word(words.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", "))
}

/// Of which one is meant.
fn either(each: [Vec<String>; 2]) -> Arg {
    let [en, fr] = each;
    Arg::InEach([en.join(" or "), fr.join(" ou ")])
}

impl Said {
    /// What is wrong with a parameter: which, why, and how to mend it.
    pub(crate) fn of_parameter(wrong: &Wrong) -> Said {
        let name = ("name", word(wrong.parameter()));
        match wrong {
            Wrong::Unknown { known, .. } if known.is_empty() => Said::with("problem-parameter-unknown-none", [name]),
            Wrong::Unknown { known, .. } => Said::with("problem-parameter-unknown", [name, ("known", words(known))]),
            Wrong::Repeated { .. } => Said::with("problem-parameter-repeated", [name]),
            Wrong::Encoding { .. } => Said::with("problem-parameter-encoding", [name]),
            Wrong::TooLong { .. } => Said::with("problem-parameter-too-long", [name, ("most", word(LONGEST))]),
            Wrong::Missing { .. } => Said::with("problem-parameter-missing", [name]),
            Wrong::Empty { .. } => Said::with("problem-parameter-empty", [name]),
            Wrong::NotOneOf { given, allowed, .. } => Said::not_one_of(wrong.parameter(), given, allowed),
            Wrong::NotANumber { given, least, most, .. } => {
                let bounds = [("least", word(least)), ("most", word(most))];
                let args: Vec<_> = [name, ("given", word(given))].into_iter().chain(bounds).collect();
                Said::with("problem-parameter-not-a-number", args)
            }
            Wrong::NotASituation { given, .. } => Said::with("problem-parameter-not-a-situation", [name, ("given", word(given))]),
            Wrong::Reading(ReadingError::NotADay { given, .. }) => {
                Said::with("problem-parameter-not-a-day", [name, ("given", word(given))])
            }
            Wrong::Reading(ReadingError::BeforeTheStatute { given }) => before_the_statute("as_at", given),
            Wrong::Reading(ReadingError::AfterToday { given, today }) => {
                Said::with("problem-parameter-after-today", [("given", word(given)), ("today", word(today))])
            }
            Wrong::Reading(ReadingError::KnownAfterToday { given, today }) => {
                let args = [("given", word(given)), ("today", word(today))];
                Said::with("problem-parameter-known-after-today", args)
            }
        }
    }

    /// That a parameter has none of the values that there are.
    pub(crate) fn not_one_of<T: AsRef<str>>(name: &str, given: &str, allowed: &[T]) -> Said {
        let args = [("name", word(name)), ("given", word(given)), ("allowed", words(allowed))];
        Said::with("problem-parameter-not-one-of", args)
    }

    /// What is wrong with a cursor, a number or a pair of days.
    pub(crate) fn of_given(wrong: &WrongGiven) -> Said {
        match wrong {
            WrongGiven::Status { given } => Said::not_one_of("status", given, &STATUSES),
            WrongGiven::Names { most } => Said::with("problem-filter-names", [("most", word(most))]),
            WrongGiven::Years { given } => Said::with("problem-filter-years", [("given", word(given))]),
            WrongGiven::Cursor => Said::text("problem-filter-cursor"),
            WrongGiven::Days { from, as_at } => Said::with("problem-filter-days", [("from", word(from)), ("as_at", word(as_at))]),
            WrongGiven::BeforeTheStatute { from } => before_the_statute("from", from),
        }
    }

    fn of_filter(wrong: &WrongFilter) -> Said {
        let told = |key: &str, given: &str, known: &[String]| Said::with(key, [("given", word(given)), ("known", words(known))]);
        match wrong {
            WrongFilter::State { given, near } => no_state(given, near),
            WrongFilter::Kind { given, known } if known.is_empty() => Said::with("problem-filter-kind-none", [("given", word(given))]),
            WrongFilter::Kind { given, known } => told("problem-filter-kind", given, known),
            WrongFilter::Topic { given, known } => told("problem-filter-topic", given, known),
            WrongFilter::File { given, known } => told("problem-filter-file", given, known),
        }
    }

    /// Why bytes are not the JSON that is read, and where.
    pub(crate) fn of_json(error: &JsonError) -> Said {
        let expects = |expected: &str| {
            let key = format!("problem-json-expects-{}", slug(expected));
            ("expected", Arg::Said(Box::new(Said::text(&key))))
        };
        let fault = match &error.fault {
            JsonFault::NotUtf8 => Said::text("problem-json-not-utf8"),
            JsonFault::Ended(expected) => Said::with("problem-json-ended", [expects(expected)]),
            JsonFault::Unexpected { found, expected } => Said::with("problem-json-unexpected", [("found", word(found)), expects(expected)]),
            JsonFault::More => Said::text("problem-json-more"),
            JsonFault::Twice(name) => Said::with("problem-json-twice", [("name", word(name))]),
            JsonFault::TooDeep => Said::with("problem-json-too-deep", [("most", word(MAX_DEPTH))]),
            JsonFault::Control(code) => Said::with("problem-json-control", [("code", word(format!("{code:04X}")))]),
            JsonFault::Escape => Said::text("problem-json-escape"),
            JsonFault::Surrogate => Said::text("problem-json-surrogate"),
            JsonFault::TooLarge => Said::text("problem-json-too-large"),
            JsonFault::NoObject => Said::text("problem-json-no-object"),
        };
        let at = [("line", word(error.line)), ("column", word(error.column))];
        let args: Vec<_> = at.into_iter().chain([("fault", Arg::Said(Box::new(fault)))]).collect();
        Said::with("problem-json", args)
    }

    /// Why an object holds no request. What is wrong with a file is told of no body.
    pub(crate) fn of_unreadable(error: &Unreadable) -> Said {
        match error {
            Unreadable::NoForm => Said::text("problem-body-no-form"),
            Unreadable::Element { element } => Said::with("problem-body-element", [("name", word(element))]),
            Unreadable::NoText | Unreadable::TooLong | Unreadable::Toml(_) | Unreadable::Json(_) => Said::English(error.to_string()),
        }
    }
}

fn before_the_statute(name: &str, given: &jiff::civil::Date) -> Said {
    let args = [("name", word(name)), ("given", word(given)), ("first", word(FIRST_DAY))];
    Said::with("problem-parameter-before-the-statute", args)
}

fn no_state(given: &str, near: &[StateRef]) -> Said {
    let given = ("given", word(given));
    if near.is_empty() {
        return Said::with("problem-filter-state", [given]);
    }
    let named = |name: fn(&StateRef) -> &str| near.iter().map(|state| format!("{} ({})", state.code, name(state))).collect();
    let near = either([named(|state| &state.name_en), named(|state| &state.name_fr)]);
    Said::with("problem-filter-state-near", [given, ("near", near)])
}

impl From<ViewError> for Problem {
    fn from(error: ViewError) -> Problem {
        match error {
            ViewError::BeforeTheRecord(begins) => Problem::BeforeTheRecord { begins },
            ViewError::Given(wrong) => Problem::Given(Said::of_given(&wrong)),
            ViewError::Filter(wrong) => Problem::Given(Said::of_filter(&wrong)),
            ViewError::NoSuchState { given, near } => Problem::Unknown(no_state(&given, &near)),
            ViewError::NoSuchTreaty { given, known } => {
                let args = [("given", word(given)), ("known", either([known.clone(), known]))];
                Problem::Unknown(Said::with("problem-name-treaty", args))
            }
            ViewError::NotYet { state, began } => {
                let named = |name: &str| format!("{name} ({})", state.code);
                let state = Arg::InEach([named(&state.name_en), named(&state.name_fr)]);
                Problem::NotYet {
                    exists_from: began,
                    detail: Said::with("problem-not-yet-state", [("state", state), ("day", word(began))]),
                }
            }
            ViewError::NotAdopted { treaty, adopted } => Problem::NotYet {
                exists_from: adopted,
                detail: Said::with("problem-not-yet-treaty", [("treaty", word(treaty)), ("day", word(adopted))]),
            },
            ViewError::Store(error) => Problem::from(error),
        }
    }
}

impl From<DraftError> for Problem {
    fn from(error: DraftError) -> Problem {
        match error {
            // A version that a draft does not have lies at no address; where one is acted over, whoever asks says so itself.
            DraftError::NoDraft | DraftError::NoVersion(_) => Problem::NoSuchThing,
            DraftError::NotAllowed => Problem::NotAllowed,
            DraftError::InReview => Problem::NotNow(Said::text("problem-draft-in-review")),
            DraftError::TooLarge => Problem::TooLong {
                most: register::draft::LARGEST,
            },
            DraftError::TooManyFiles => Problem::NotTaken(Said::with("problem-draft-files", [("most", word(MOST_FILES))])),
            DraftError::NoColleague => Problem::NotTaken(Said::with("problem-draft-colleague", [("most", word(MOST_NAMED))])),
            DraftError::File(error) => error.into(),
            DraftError::Store(error) => error.into(),
        }
    }
}
