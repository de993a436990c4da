//! The check of contacts: what is sent, and the answer.

use super::law_texts::LawTexts;
use super::words::{Day, Instant, When};
use crate::address::Lang;
use law::{ContactNotice, Pack};
use register::contacts as checked;
use reports::contacts::{in_language, notices, why_unread};
use reports::letter::Language;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A list of those who are to be met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(examples(json!({"list": "1. Exercise Person One, Minister\n2. Exercise Person Two", "on": "2026-12-03", "for": "un"})))]
pub struct ContactsBody {
    /// The list as it is: text with a person a line, CSV with a header, a calendar (RFC 5545) or cards (RFC 6350).
    pub list: String,
    /// The day of the contact, which may be to come; today unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub on: Option<String>,
    /// Whom the rule binds that is asked for: `un`, `state` or `other`; `state` unless given.
    #[serde(default, rename = "for", skip_serializing_if = "Option::is_none")]
    #[schema(examples("un"))]
    pub asker: Option<String>,
    /// Against whom: `sought`, persons under an outstanding warrant or a summons, unless given; or `all`, whoever was named in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(examples("sought"))]
    pub persons: Option<String>,
    /// `list` to keep the check with its list, for the institution of the account alone; a token is needed that may act. Nothing is
    /// kept unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(examples("list"))]
    pub keep: Option<String>,
}

/// A list that was checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactsChecked {
    /// The day of the contact.
    pub on: Day,
    /// The day as at which persons were looked at: that day, or today where it is to come.
    pub as_at: Day,
    /// Whether the day is to come, so that the list is to be checked again on it.
    pub check_again: bool,
    /// Whether this is an exercise record.
    pub exercise: bool,
    /// Whom the rule binds: `un`, `state`, `other`.
    #[serde(rename = "for")]
    pub asker: String,
    /// Against whom: `sought` or `all`.
    pub persons: String,
    /// What the list is: `text`, `table`, `calendar`, `cards`.
    pub form: String,
    /// What it is written in, such as `UTF-8`.
    pub written_in: String,
    /// Of a table the headings of the columns that were read as names.
    pub names_from: Vec<String>,
    /// Each contact, in the order of the list.
    pub contacts: Vec<ContactLine>,
    /// Lines that were not checked.
    pub unread: Vec<UnreadLine>,
    /// Notices that are due before a contact, as drafts.
    pub notices: Vec<ContactNoticeDraft>,
    /// What shows that the check was made, without the list.
    pub receipt: ContactsReceipt,
    /// The matter in which the check is kept with its list; null where that was not asked for.
    #[schema(required = true)]
    pub kept: Option<String>,
}

/// A contact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactLine {
    /// Its line in the list, from 1.
    pub line: u64,
    /// As the list has it.
    pub text: String,
    /// What was found: `warrant`, `summons`, `not-sought`, `possible` or `none`.
    pub outcome: String,
    /// Whether a name was longer than is looked at.
    pub cut: bool,
    /// Whom it may be, the likeliest first.
    pub hits: Vec<ContactHit>,
    /// Others of the same body in the list of whom nothing was found.
    pub alternatives: Vec<ContactAlternative>,
}

/// A person whom a contact may be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactHit {
    /// The person, as on the day.
    pub person: ContactPerson,
    /// 0 to 1, to three digits; from 0.7 on it is likely.
    #[schema(minimum = 0, maximum = 1)]
    pub score: f64,
    /// Whether it is likely.
    pub likely: bool,
    /// What of the list matched.
    pub matched: String,
    /// Under which of the person's names.
    pub under: String,
    /// Why.
    pub explanation: String,
    /// What holds and what to do; null where no rule is known, which does not mean that nothing is to be minded.
    #[schema(required = true)]
    pub advice: Option<ContactAdvice>,
}

/// A person of the register, as on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactPerson {
    /// Key of the person, such as `kony`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Status: one of the law pack, such as `outstanding`, `summoned`.
    pub status: String,
    /// Name of the situation.
    pub situation: String,
    /// Number of the situation.
    pub situation_no: String,
    /// The warrants that are open; for other statuses all warrants and summonses.
    pub instruments: Vec<ContactInstrument>,
    /// Whether every date on which the status rests is verified.
    pub verified: bool,
}

/// A warrant of arrest or a summons to appear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactInstrument {
    /// The matter, such as `kony-1`.
    pub id: String,
    /// `warrant` or `summons`.
    pub kind: String,
    /// Number of the case, where known.
    #[schema(required = true)]
    pub case: Option<String>,
    /// Day of issue.
    pub issued_on: When,
}

/// What holds for a contact, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactAdvice {
    /// What holds.
    pub rule: String,
    /// What to do.
    pub what_to_do: String,
    /// The rules on which it rests, as they are cited.
    pub rests_on: Vec<String>,
    /// Whether one of them was recalled without its text.
    pub unverified: bool,
    /// Notices that are due beforehand.
    pub notices: Vec<ContactNoticeDue>,
}

/// A notice that is due before a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactNoticeDue {
    /// To whom.
    pub to: String,
    /// Through whom; null where it goes straight.
    #[schema(required = true)]
    pub through: Option<String>,
    /// The rules on which it rests, as they are cited.
    pub rests_on: Vec<String>,
    /// Whether one of them was recalled without its text.
    pub unverified: bool,
}

/// Somebody of the same body of whom nothing was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactAlternative {
    /// Their line in the list.
    pub line: u64,
    /// As the list has them.
    pub text: String,
}

/// A line that was not checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnreadLine {
    /// The line, from 1.
    pub line: u64,
    /// Why, as a word.
    pub reason: String,
    /// Why, in words.
    pub detail: String,
}

/// A notice as a draft, with what whoever sends it must say left open in square brackets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactNoticeDraft {
    /// The line of the contact in the list.
    pub line: u64,
    /// Key of the person.
    pub person: String,
    /// To whom, by its id in the law pack.
    pub to: String,
    /// The text.
    pub text: String,
}

/// What shows that a check was made, without the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactsReceipt {
    /// When.
    pub at: Instant,
    /// Lines of the list that hold anything.
    pub lines: u64,
    /// Contacts that were checked.
    pub contacts: u64,
    /// SHA-256 of the list as it was given (a text in UTF-8), hexadecimal.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub sha256: String,
    /// Root hash of the record's newest checkpoint, hexadecimal.
    pub checkpoint: String,
    /// Edition of the public record; null where none was taken in.
    #[schema(required = true)]
    pub edition: Option<Day>,
    /// Edition of the law pack.
    pub law_edition: Day,
}

impl ContactsChecked {
    /// The answer with its words in a language.
    pub fn of(answer: &checked::Checked, law: &Pack, language: Language) -> ContactsChecked {
        let lang = match language {
            Language::En => Lang::En,
            Language::Fr => Lang::Fr,
        };
        let texts = LawTexts::of(law, lang);
        let receipt = &answer.receipt;
        ContactsChecked {
            on: Day(answer.on),
            as_at: Day(answer.asked.as_at),
            check_again: answer.ahead,
            exercise: answer.asked.exercise,
            asker: answer.asker.word().to_owned(),
            persons: if answer.all_persons { "all" } else { "sought" }.to_owned(),
            form: answer.form.word().to_owned(),
            written_in: answer.written_in.to_owned(),
            names_from: answer.names_from.clone(),
            contacts: answer.lines.iter().map(|line| contact(line, &texts, language)).collect(),
            unread: answer
                .unread
                .iter()
                .map(|unread| UnreadLine {
                    line: unread.line,
                    reason: unread.why.word().to_owned(),
                    detail: why_unread(&unread.why, language),
                })
                .collect(),
            notices: notices(answer, law, language)
                .into_iter()
                .map(|draft| ContactNoticeDraft {
                    text: draft.text(),
                    line: draft.line,
                    person: draft.person,
                    to: draft.to,
                })
                .collect(),
            receipt: ContactsReceipt {
                at: Instant(receipt.at),
                lines: count(receipt.lines),
                contacts: count(receipt.contacts),
                sha256: receipt.sha256.clone(),
                checkpoint: receipt.checkpoint_root.clone(),
                edition: receipt.edition.map(Day),
                law_edition: Day(receipt.law_edition),
            },
            kept: answer.kept.clone(),
        }
    }
}

fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

fn contact(line: &checked::Line, texts: &LawTexts, language: Language) -> ContactLine {
    ContactLine {
        line: line.line,
        text: line.text.clone(),
        outcome: line.outcome.word().to_owned(),
        cut: line.cut,
        hits: line.hits.iter().map(|hit| of_hit(hit, texts, language)).collect(),
        alternatives: line
            .alternatives
            .iter()
            .map(|other| ContactAlternative {
                line: other.line,
                text: other.text.clone(),
            })
            .collect(),
    }
}

fn of_hit(hit: &checked::Hit, texts: &LawTexts, language: Language) -> ContactHit {
    ContactHit {
        person: ContactPerson {
            id: hit.person.id.clone(),
            name: hit.person.name.clone(),
            status: hit.person.status.clone(),
            situation: hit.person.situation.clone(),
            situation_no: hit.person.situation_no.clone(),
            instruments: hit
                .person
                .warrants
                .iter()
                .map(|instrument| ContactInstrument {
                    id: instrument.id.clone(),
                    kind: instrument.kind.clone(),
                    case: instrument.case.clone(),
                    issued_on: When(instrument.issued.on.clone()),
                })
                .collect(),
            verified: hit.person.verified,
        },
        // To three digits, and no more than they say.
        score: (f64::from(hit.score) * 1000.0).round() / 1000.0,
        likely: hit.likely,
        matched: hit.matched.clone(),
        under: hit.under.clone(),
        explanation: in_language(&hit.explanation, language).to_owned(),
        advice: hit.advice.as_ref().map(|advice| ContactAdvice {
            rule: texts.t(&advice.text_key),
            what_to_do: texts.t(&format!("{}.do", advice.text_key)),
            rests_on: texts.cites(&advice.rests_on),
            unverified: advice.recalled,
            notices: advice
                .notices
                .iter()
                .map(|notice| ContactNoticeDue {
                    to: texts.t(&ContactNotice::text_key(&notice.to)),
                    through: notice.through.as_ref().map(|through| texts.t(&ContactNotice::text_key(through))),
                    rests_on: texts.cites(&notice.rests_on),
                    unverified: notice.recalled,
                })
                .collect(),
        }),
    }
}
