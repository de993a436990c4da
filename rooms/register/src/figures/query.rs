//! What is asked of the record for one figure, with a text form that can be read back:
//!
//! ```text
//! outstanding
//! outstanding/situation=ICC-02/04
//! parties/treaty=rome-statute/group=African States/on=2012-10-02
//! ```
//!
//! A name, then what narrows it, each once, in the order in which [`What`] has it; `on` comes last. Within values `%`
//! and `=` stand as `%25` and `%3D`, so that a stroke may stand in them, and braces as `%7B` and `%7D`, since a question stands
//! between braces in the text of a report.

use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// A question to the record whose answer is one figure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Query {
    /// What is asked.
    pub what: What,
    /// As at which day, where it is another one than that of the reading.
    pub on: Option<Date>,
}

/// What is asked. Closed: a figure that is none of these cannot be followed back, so it cannot be printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// `outstanding`: persons with outstanding warrants or surrender requests; of one situation, by its number.
    Outstanding {
        /// Number of the situation.
        situation: Option<String>,
    },
    /// `named`: persons named in a warrant.
    Named,
    /// `surrendered`: persons surrendered to the Court.
    Surrendered,
    /// `ended`: persons against whom the proceedings ended otherwise; for one reason.
    Ended {
        /// The reason, e.g. `died`.
        reason: Option<String>,
    },
    /// `open-warrants`: warrants under which persons are outstanding.
    OpenWarrants,
    /// `situations`: situations in which a person is outstanding.
    Situations,
    /// `outstanding-age`: persons outstanding for at least so many whole years, and for less than so many.
    Age {
        /// Years, 0 or more.
        from: i16,
        /// Years; none for no upper end.
        until: Option<i16>,
    },
    /// `days-outstanding`: days that a person has been outstanding.
    DaysOutstanding {
        /// Key of the person.
        person: String,
    },
    /// `days-to-surrender`: days from the issue of a person's first warrant to the surrender.
    DaysToSurrender {
        /// Key of the person; none for the median of all who were surrendered, the lower of two middle ones.
        person: Option<String>,
    },
    /// `came`: persons outstanding on the day who were not on the earlier one.
    Came {
        /// The earlier day.
        since: Date,
    },
    /// `left`: persons outstanding on the earlier day who are not on the day.
    Left {
        /// The earlier day.
        since: Date,
    },
    /// `parties`: parties to a treaty; of one regional group.
    Parties {
        /// Id of the treaty.
        treaty: String,
        /// The group, as the record has it.
        group: Option<String>,
    },
    /// `standing`: States of a standing towards a treaty.
    Standing {
        /// Id of the treaty.
        treaty: String,
        /// Id of the standing.
        is: String,
    },
    /// `unresolved`: States whose position towards a treaty is not known.
    Unresolved {
        /// Id of the treaty.
        treaty: String,
    },
    /// `treaty-day`: the day on which a treaty entered into force for a State, or on which its withdrawal takes effect.
    TreatyDay {
        /// Id of the treaty.
        treaty: String,
        /// The State (alpha-3).
        state: String,
        /// Which day.
        which: TreatyDay,
    },
    /// `states-tied`: States of a tie, as the map shows them.
    StatesTied {
        /// The tie: one of [`TIES`] or [`NO_TIE`].
        ///
        /// [`TIES`]: crate::state::TIES
        /// [`NO_TIE`]: crate::state::NO_TIE
        tie: String,
    },
    /// `states-with`: States with what is counted, each once.
    StatesWith {
        /// What is counted.
        with: StatesWith,
    },
    /// `rows`: rows of a file.
    Rows(RowsOf),
    /// `cell`: what a column of a row holds.
    Cell {
        /// Matter of the row, e.g. `finding-sdn-2010-05-25`.
        row: String,
        /// Name of the column.
        column: String,
    },
    /// `requests`: requests for cooperation that the public record tells of, and those that the reader may see besides.
    Requests(RequestsOf),
    /// `days-of-requests`: the median of the days from the sending of requests until they were over, the lower of two middle ones.
    DaysOfRequests(RequestsOf),
    /// `fact`: the date of an entry, as its newest version has it.
    Fact {
        /// Id of the entry.
        entry: String,
    },
    /// `stated`: what an institution counted.
    Stated {
        /// Id of the entry.
        entry: String,
    },
}

/// A day of a State under a treaty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TreatyDay {
    /// `in-force`: the treaty entered into force for it.
    InForce,
    /// `withdrawal`: its withdrawal takes effect.
    Withdrawal,
}

impl TreatyDay {
    const ALL: [TreatyDay; 2] = [TreatyDay::InForce, TreatyDay::Withdrawal];

    fn word(self) -> &'static str {
        match self {
            TreatyDay::InForce => "in-force",
            TreatyDay::Withdrawal => "withdrawal",
        }
    }
}

/// What States are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatesWith {
    /// `declarations`: a declaration on channel or languages.
    Declarations,
    /// `laws`: a law on cooperation is known.
    Laws,
    /// `sentence-agreements`: an agreement on the enforcement of sentences in force.
    SentenceAgreements,
}

impl StatesWith {
    const ALL: [StatesWith; 3] = [StatesWith::Declarations, StatesWith::Laws, StatesWith::SentenceAgreements];

    fn word(self) -> &'static str {
        match self {
            StatesWith::Declarations => "declarations",
            StatesWith::Laws => "laws",
            StatesWith::SentenceAgreements => "sentence-agreements",
        }
    }
}

/// Which rows of a file; each part that is given narrows further.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowsOf {
    /// Name of the file, e.g. `findings`.
    pub file: String,
    /// About this State (alpha-3).
    pub state: Option<String>,
    /// With this word in the column `kind`.
    pub kind: Option<String>,
    /// Laws in which this topic of Part 9 was read.
    pub topic: Option<String>,
    /// That began after this day; those without a day are left out.
    pub since: Option<Date>,
}

/// Which requests; each part that is given narrows further.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestsOf {
    /// Id of the form of cooperation.
    pub form: Option<String>,
    /// The requested State (alpha-3).
    pub state: Option<String>,
    /// Id of the state in which they stand.
    pub stands: Option<String>,
    /// Whether they are over.
    pub over: Option<bool>,
}

/// Why a text is no query.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} asks nothing that this program can answer")]
pub struct NoQuery(pub String);

impl Query {
    /// A question as at the day of the reading.
    pub fn of(what: What) -> Query {
        Query { what, on: None }
    }

    /// The same as at another day.
    pub fn on(what: What, day: Date) -> Query {
        Query { what, on: Some(day) }
    }
}

impl From<What> for Query {
    fn from(what: What) -> Query {
        Query::of(what)
    }
}

type Parts = Vec<(&'static str, String)>;

/// The signs that stand otherwise within values, and as what; the one by which the others are written first.
const IN_VALUES: [(&str, &str); 4] = [("%", "%25"), ("=", "%3D"), ("{", "%7B"), ("}", "%7D")];

/// What narrows by one part, where it was given.
fn given(name: &'static str, value: &Option<String>) -> Parts {
    value.iter().map(|value| (name, value.clone())).collect()
}

impl RequestsOf {
    fn parts(&self) -> Parts {
        let over = self.over.map(|over| if over { "yes" } else { "no" }.to_owned());
        let narrowed = [
            ("form", &self.form),
            ("state", &self.state),
            ("stands", &self.stands),
            ("over", &over),
        ];
        narrowed.into_iter().flat_map(|(name, value)| given(name, value)).collect()
    }

    fn read(take: &mut impl FnMut(&str) -> Option<String>) -> Option<RequestsOf> {
        Some(RequestsOf {
            form: take("form"),
            state: take("state"),
            stands: take("stands"),
            over: match take("over").as_deref() {
                Some("yes") => Some(true),
                Some("no") => Some(false),
                Some(_) => return None,
                None => None,
            },
        })
    }
}

impl What {
    /// Name, and what narrows it.
    fn parts(&self) -> (&'static str, Parts) {
        match self {
            What::Outstanding { situation } => ("outstanding", given("situation", situation)),
            What::Named => ("named", vec![]),
            What::Surrendered => ("surrendered", vec![]),
            What::Ended { reason } => ("ended", given("reason", reason)),
            What::OpenWarrants => ("open-warrants", vec![]),
            What::Situations => ("situations", vec![]),
            What::Age { from, until } => {
                let mut parts = vec![("from", from.to_string())];
                parts.extend(until.map(|until| ("until", until.to_string())));
                ("outstanding-age", parts)
            }
            What::DaysOutstanding { person } => ("days-outstanding", vec![("person", person.clone())]),
            What::DaysToSurrender { person } => ("days-to-surrender", given("person", person)),
            What::Came { since } => ("came", vec![("since", since.to_string())]),
            What::Left { since } => ("left", vec![("since", since.to_string())]),
            What::Parties { treaty, group } => {
                let parts = [vec![("treaty", treaty.clone())], given("group", group)].concat();
                ("parties", parts)
            }
            What::Standing { treaty, is } => ("standing", vec![("treaty", treaty.clone()), ("is", is.clone())]),
            What::Unresolved { treaty } => ("unresolved", vec![("treaty", treaty.clone())]),
            What::TreatyDay { treaty, state, which } => {
                let parts = vec![
                    ("treaty", treaty.clone()),
                    ("state", state.clone()),
                    ("which", which.word().to_owned()),
                ];
                ("treaty-day", parts)
            }
            What::StatesTied { tie } => ("states-tied", vec![("tie", tie.clone())]),
            What::StatesWith { with } => ("states-with", vec![("with", with.word().to_owned())]),
            What::Rows(of) => {
                let since = of.since.map(|day| day.to_string());
                let narrowed = [("state", &of.state), ("kind", &of.kind), ("topic", &of.topic), ("since", &since)];
                let mut parts = vec![("file", of.file.clone())];
                parts.extend(narrowed.into_iter().flat_map(|(name, value)| given(name, value)));
                ("rows", parts)
            }
            What::Cell { row, column } => ("cell", vec![("row", row.clone()), ("column", column.clone())]),
            What::Requests(of) => ("requests", of.parts()),
            What::DaysOfRequests(of) => ("days-of-requests", of.parts()),
            What::Fact { entry } => ("fact", vec![("entry", entry.clone())]),
            What::Stated { entry } => ("stated", vec![("entry", entry.clone())]),
        }
    }

    /// Takes what narrows it out of the parts; none where one is missing or wrong.
    fn read(name: &str, parts: &mut Vec<(&str, String)>) -> Option<What> {
        let mut take = |name: &str| {
            let at = parts.iter().position(|(given, _)| *given == name)?;
            Some(parts.remove(at).1)
        };
        Some(match name {
            "outstanding" => What::Outstanding {
                situation: take("situation"),
            },
            "named" => What::Named,
            "surrendered" => What::Surrendered,
            "ended" => What::Ended { reason: take("reason") },
            "open-warrants" => What::OpenWarrants,
            "situations" => What::Situations,
            "outstanding-age" => What::Age {
                from: take("from")?.parse().ok()?,
                until: match take("until") {
                    Some(until) => Some(until.parse().ok()?),
                    None => None,
                },
            },
            "days-outstanding" => What::DaysOutstanding { person: take("person")? },
            "days-to-surrender" => What::DaysToSurrender { person: take("person") },
            "came" => What::Came {
                since: take("since")?.parse().ok()?,
            },
            "left" => What::Left {
                since: take("since")?.parse().ok()?,
            },
            "parties" => What::Parties {
                treaty: take("treaty")?,
                group: take("group"),
            },
            "standing" => What::Standing {
                treaty: take("treaty")?,
                is: take("is")?,
            },
            "unresolved" => What::Unresolved { treaty: take("treaty")? },
            "treaty-day" => What::TreatyDay {
                treaty: take("treaty")?,
                state: take("state")?,
                which: {
                    let word = take("which")?;
                    TreatyDay::ALL.into_iter().find(|which| which.word() == word)?
                },
            },
            "states-tied" => What::StatesTied { tie: take("tie")? },
            "states-with" => {
                let word = take("with")?;
                What::StatesWith {
                    with: StatesWith::ALL.into_iter().find(|with| with.word() == word)?,
                }
            }
            "rows" => What::Rows(RowsOf {
                file: take("file")?,
                state: take("state"),
                kind: take("kind"),
                topic: take("topic"),
                since: match take("since") {
                    Some(since) => Some(since.parse().ok()?),
                    None => None,
                },
            }),
            "cell" => What::Cell {
                row: take("row")?,
                column: take("column")?,
            },
            "requests" => What::Requests(RequestsOf::read(&mut take)?),
            "days-of-requests" => What::DaysOfRequests(RequestsOf::read(&mut take)?),
            "fact" => What::Fact { entry: take("entry")? },
            "stated" => What::Stated { entry: take("entry")? },
            _ => return None,
        })
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, mut parts) = self.what.parts();
        parts.extend(self.on.map(|day| ("on", day.to_string())));
        f.write_str(name)?;
        for (name, value) in parts {
            let value = IN_VALUES.iter().fold(value, |value, (sign, code)| value.replace(*sign, code));
            write!(f, "/{name}={value}")?;
        }
        Ok(())
    }
}

impl FromStr for Query {
    type Err = NoQuery;

    fn from_str(text: &str) -> Result<Query, NoQuery> {
        read(text)
            .filter(|query| query.to_string() == text)
            .ok_or_else(|| NoQuery(text.to_owned()))
    }
}

/// Reads a text; that it is the canonical one is not looked at.
fn read(text: &str) -> Option<Query> {
    let mut pieces = text.split('/');
    let name = pieces.next()?;
    let mut parts: Vec<(&str, String)> = Vec::new();
    for piece in pieces {
        match (piece.split_once('='), parts.last_mut()) {
            (Some((name, value)), _) => parts.push((name, value.to_owned())),
            // A stroke within a value.
            (None, Some((_, value))) => {
                value.push('/');
                value.push_str(piece);
            }
            (None, None) => return None,
        }
    }
    for (_, value) in &mut parts {
        *value = IN_VALUES
            .iter()
            .rev()
            .fold(std::mem::take(value), |value, (sign, code)| value.replace(code, sign));
    }
    let on = match parts.last() {
        Some(("on", day)) => {
            let day = day.parse().ok()?;
            parts.pop();
            Some(day)
        }
        _ => None,
    };
    let what = What::read(name, &mut parts)?;
    parts.is_empty().then_some(Query { what, on })
}

#[cfg(test)]
#[path = "query_tests.rs"]
mod tests;
