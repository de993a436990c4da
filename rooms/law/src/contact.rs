//! Contacts with persons whom the Court seeks: which rule binds whoever asks, what to do, and which notices are due.

use crate::Pack;
use jiff::civil::Date;

/// For whom somebody asks whether they may meet a person: each is bound by another rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asker {
    /// An official of the United Nations.
    Un,
    /// A State Party.
    State,
    /// Anybody else: another State or organisation, a company, a newspaper.
    Other,
}

impl Asker {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Asker; 3] = [Asker::Un, Asker::State, Asker::Other];

    /// The word of packs, forms and the command line.
    pub fn word(self) -> &'static str {
        match self {
            Asker::Un => "un",
            Asker::State => "state",
            Asker::Other => "other",
        }
    }

    /// The one of a word.
    pub fn of_word(word: &str) -> Option<Asker> {
        Asker::ALL.into_iter().find(|asker| asker.word() == word)
    }
}

/// What holds for contacts of somebody with a person of a status, in force while all the rules hold on which it rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRule {
    /// Id, such as `un-outstanding`.
    pub id: String,
    /// For whom it holds.
    pub who: Asker,
    /// The status of the person, by its id in the pack.
    pub status: String,
    /// Ids of the rules on which it rests, that which makes it first.
    pub rests_on: Vec<String>,
    /// Notices that are due before a contact, in their order.
    pub notices: Vec<ContactNotice>,
    /// Key of what holds in the pack's Fluent files: `law-contact-` and the id; `.do` behind it is what to do.
    pub text_key: String,
    pub(crate) from: Date,
    pub(crate) until: Option<Date>,
}

/// A notice that is due before a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactNotice {
    /// To whom, by an id: `prosecutor`.
    pub to: String,
    /// Through whom it goes, where not straight: `un-legal-counsel`.
    pub through: Option<String>,
    /// Ids of the rules on which it rests.
    pub rests_on: Vec<String>,
}

impl ContactNotice {
    /// The key of the name of an addressee in the pack's Fluent files.
    pub fn text_key(addressee: &str) -> String {
        format!("law-addressee-{addressee}")
    }
}

impl Pack {
    /// What holds for contacts, in the order of the pack.
    pub fn contact_rules(&self) -> &[ContactRule] {
        &self.contacts
    }

    /// What holds on a day for contacts of somebody with a person of this status; none where the pack knows no rule.
    pub fn contact_rule(&self, who: Asker, status: &str, day: Date) -> Option<&ContactRule> {
        let in_force = |rule: &ContactRule| rule.from <= day && rule.until.is_none_or(|last| day <= last);
        self.contacts
            .iter()
            .find(|rule| rule.who == who && rule.status == status && in_force(rule))
    }

    /// Whether one of these rules was recalled without its text.
    pub fn is_recalled(&self, rules: &[String]) -> bool {
        rules.iter().any(|id| self.rule(id).is_some_and(|rule| rule.unverified))
    }
}
