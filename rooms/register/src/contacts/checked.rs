//! The answer: for each contact whom it may be, what holds and what to do; and the receipt.

use super::asked::Asked;
use super::list::{InBoth, List, ListForm, Unread};
use super::screened::{Found, LIKELY};
use crate::lists;
use crate::view::look::{Loaded, Look};
use crate::view::model::{Asked as Reading, Foot, PersonRow};
use crate::view::row::row;
use jiff::Timestamp;
use jiff::civil::Date;
use law::{ContactRule, Pack};
use record::audience::Level;
use std::collections::BTreeMap;

/// The most others of the same body that are named beside a contact.
const MOST_ALTERNATIVES: usize = 5;

/// A list that was checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The reading in which persons were looked at.
    pub asked: Reading,
    /// The day of the contact.
    pub on: Date,
    /// Whether that day is to come: persons are shown as they are today, and the list is to be checked again on the day.
    pub ahead: bool,
    /// Whom the rule binds: `un`, `state`, `other`.
    pub asker: law::Asker,
    /// Whether persons were looked for who are not sought any more, too.
    pub all_persons: bool,
    /// What the list is.
    pub form: ListForm,
    /// What it is written in.
    pub written_in: &'static str,
    /// Of a table the headings of the columns that were read as names.
    pub names_from: Vec<String>,
    /// Each contact, in the order of the list.
    pub lines: Vec<Line>,
    /// What could not be read.
    pub unread: Vec<Unread>,
    /// What shows that the check was made.
    pub receipt: Receipt,
    /// The matter in which it is kept with its list, where that was asked for.
    pub kept: Option<String>,
}

/// A contact.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its line in the list, from 1.
    pub line: u64,
    /// As the list has it.
    pub text: String,
    /// What was found.
    pub outcome: Outcome,
    /// Whether a name was longer than is looked at.
    pub cut: bool,
    /// Whom it may be, the likeliest first.
    pub hits: Vec<Hit>,
    /// Others of the same body in the list of whom nothing was found.
    pub alternatives: Vec<Alternative>,
}

/// What was found for a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Likely a person under a warrant that is outstanding.
    Warrant,
    /// Likely a person under a summons.
    Summons,
    /// Likely a person who is not sought any more.
    NotSought,
    /// Possibly a person who was looked for.
    Possible,
    /// Nobody.
    None,
}

impl Outcome {
    /// All of them, what matters most first.
    pub const ALL: [Outcome; 5] = [
        Outcome::Warrant,
        Outcome::Summons,
        Outcome::NotSought,
        Outcome::Possible,
        Outcome::None,
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Warrant => "warrant",
            Outcome::Summons => "summons",
            Outcome::NotSought => "not-sought",
            Outcome::Possible => "possible",
            Outcome::None => "none",
        }
    }
}

/// A person whom a contact may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The person, as on the day.
    pub person: PersonRow,
    /// 0 to 1, to three digits; from 0.7 on it is likely.
    pub score: f32,
    /// Whether it is likely.
    pub likely: bool,
    /// What of the list matched.
    pub matched: String,
    /// Under which of the person's names.
    pub under: String,
    /// Why.
    pub explanation: InBoth,
    /// What holds and what to do; none where no rule is known for this asker, status and day.
    pub advice: Option<Advice>,
}

/// What holds for a contact, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Key of the words in the law pack: what holds, and behind `.do` what to do.
    pub text_key: String,
    /// Ids of the rules on which it rests.
    pub rests_on: Vec<String>,
    /// Whether one of them was recalled without its text.
    pub recalled: bool,
    /// Notices that are due beforehand.
    pub notices: Vec<Notice>,
    /// Whether they are left out, because what is known of the person is not all public: those to whom they would go may not know of
    /// it.
    pub notices_withheld: bool,
}

/// A notice that is due before a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// To whom, by the id of the law pack.
    pub to: String,
    /// Through whom.
    pub through: Option<String>,
    /// Ids of the rules on which it rests.
    pub rests_on: Vec<String>,
    /// Whether one of them was recalled without its text.
    pub recalled: bool,
}

/// Somebody of the same body of whom nothing was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Their line in the list.
    pub line: u64,
    /// As the list has them.
    pub text: String,
}

/// What shows that a check was made, without the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// When.
    pub at: Timestamp,
    /// Lines of the list that hold anything.
    pub lines: usize,
    /// Contacts that were checked.
    pub contacts: usize,
    /// SHA-256 of the list as it was given, hexadecimal.
    pub sha256: String,
    /// Root hash of the record's newest checkpoint, hexadecimal.
    pub checkpoint_root: String,
    /// Edition of the public record, where one was taken in.
    pub edition: Option<Date>,
    /// Edition of the law pack.
    pub law_edition: Date,
}

/// What an answer is made of.
pub(super) struct Made<'m, 'l> {
    pub look: &'m Look<'l>,
    pub asked: &'m Asked,
    pub loaded: &'m Loaded,
    pub foot: &'m Foot,
    pub at: Timestamp,
}

impl Made<'_, '_> {
    /// The answer for a list in which this was found, contact by contact.
    pub fn checked(&self, list: List, found: Vec<Vec<Found>>) -> Checked {
        let List {
            form,
            written_in,
            names_from,
            lines: number_of_lines,
            contacts,
            unread,
            sha256,
        } = list;
        let receipt = Receipt {
            at: self.at,
            lines: number_of_lines,
            contacts: contacts.len(),
            sha256,
            checkpoint_root: self.foot.checkpoint_root.clone(),
            edition: self.foot.edition,
            law_edition: self.look.law().edition(),
        };
        let mut bodies: Vec<Option<String>> = Vec::with_capacity(contacts.len());
        let mut lines: Vec<Line> = Vec::with_capacity(contacts.len());
        for (contact, found) in contacts.into_iter().zip(found) {
            let hits: Vec<Hit> = found.into_iter().filter_map(|found| self.hit(found)).collect();
            bodies.push(contact.organisation.map(|body| body.to_lowercase()));
            lines.push(Line {
                line: contact.line,
                text: contact.text,
                outcome: outcome(&hits),
                cut: contact.cut,
                hits,
                alternatives: Vec::new(),
            });
        }
        let mut free: BTreeMap<&String, Vec<Alternative>> = BTreeMap::new();
        for (line, body) in lines.iter().zip(&bodies) {
            let of_body = body
                .as_ref()
                .filter(|_| line.outcome == Outcome::None)
                .map(|body| free.entry(body).or_default());
            if let Some(others) = of_body.filter(|others| others.len() < MOST_ALTERNATIVES) {
                others.push(Alternative {
                    line: line.line,
                    text: line.text.clone(),
                });
            }
        }
        let beside = |(line, body): (&Line, &Option<String>)| match body {
            Some(body) if line.outcome <= Outcome::Summons => free.get(body).cloned().unwrap_or_default(),
            _ => Vec::new(),
        };
        let beside: Vec<Vec<Alternative>> = lines.iter().zip(&bodies).map(beside).collect();
        for (line, alternatives) in lines.iter_mut().zip(beside) {
            line.alternatives = alternatives;
        }
        Checked {
            asked: self.look.asked(),
            on: self.asked.on,
            ahead: self.asked.is_ahead(),
            asker: self.asked.asker,
            all_persons: self.asked.all_persons,
            form,
            written_in,
            names_from,
            lines,
            unread,
            receipt,
            kept: None,
        }
    }

    /// A person who was found; none where they do not exist for the viewer on the day.
    fn hit(&self, found: Found) -> Option<Hit> {
        let dossier = self.loaded.dossier(&found.key, self.look.law())?;
        let person = row(self.look, &dossier)?;
        let rule = self.look.law().contact_rule(self.asked.asker, &person.status, self.asked.on);
        Some(Hit {
            advice: rule.map(|rule| advice(rule, person.level != Level::Public, self.look.law())),
            score: found.score,
            likely: found.score >= LIKELY,
            matched: found.matched,
            under: found.under,
            explanation: found.explanation,
            person,
        })
    }
}

fn outcome(hits: &[Hit]) -> Outcome {
    let of = |hit: &Hit| match (hit.likely, hit.person.status.as_str()) {
        (false, _) => Outcome::Possible,
        (true, lists::OUTSTANDING) => Outcome::Warrant,
        (true, lists::SUMMONED) => Outcome::Summons,
        (true, _) => Outcome::NotSought,
    };
    hits.iter().map(of).min().unwrap_or(Outcome::None)
}

fn advice(rule: &ContactRule, withheld: bool, law: &Pack) -> Advice {
    let notice = |notice: &law::ContactNotice| Notice {
        to: notice.to.clone(),
        through: notice.through.clone(),
        recalled: law.is_recalled(&notice.rests_on),
        rests_on: notice.rests_on.clone(),
    };
    Advice {
        text_key: rule.text_key.clone(),
        rests_on: rule.rests_on.clone(),
        recalled: law.is_recalled(&rule.rests_on),
        notices: rule.notices.iter().filter(|_| !withheld).map(notice).collect(),
        notices_withheld: withheld && !rule.notices.is_empty(),
    }
}
