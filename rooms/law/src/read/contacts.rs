//! What holds for contacts, and the notices that are due before them.

use super::{Reader, plain};
use crate::contact::{Asker, ContactNotice, ContactRule};
use crate::raw::{RawContact, RawContactNotice, Source, Word};
use toml::Spanned;

impl Reader {
    /// To be read when all statuses are.
    pub(super) fn contact(&mut self, source: &Source, contact: &Spanned<RawContact>) {
        let raw = contact.get_ref();
        let id = raw.id.get_ref();
        let taken = self.contacts.iter().any(|(other, _)| other.id == *id);
        self.own_id(source, &raw.id, "contact", taken);
        let who = Asker::of_word(raw.who.get_ref());
        if who.is_none() {
            let words: Vec<&str> = Asker::ALL.iter().map(|asker| asker.word()).collect();
            let reason = format!("`{}` is nobody who asks; write one of {}", raw.who.get_ref(), words.join(", "));
            self.faults.push(source.fault(&raw.who, reason));
        }
        if !self.statuses.iter().any(|(status, _)| status.id == *raw.status.get_ref()) {
            let reason = format!("there is no status `{}` in this pack; mend the id", raw.status.get_ref());
            self.faults.push(source.fault(&raw.status, reason));
        }
        let days = self.resting(source, contact, &raw.rests_on);
        let notices = raw.notice.iter().map(|notice| self.notice(source, notice)).collect();
        let text_key = format!("law-contact-{id}");
        for key in [text_key.clone(), format!("{text_key}.do")] {
            self.named.push((key, source.fault(&raw.id, "")));
        }
        let (Some(who), Some((from, until))) = (who, days) else { return };
        let rule = ContactRule {
            id: id.clone(),
            who,
            status: raw.status.get_ref().clone(),
            rests_on: plain(&raw.rests_on),
            notices,
            text_key,
            from,
            until,
        };
        self.contacts.push((rule, source.fault(&raw.id, "")));
    }

    fn notice(&mut self, source: &Source, notice: &Spanned<RawContactNotice>) -> ContactNotice {
        let raw = notice.get_ref();
        for addressee in std::iter::once(&raw.to).chain(&raw.through) {
            self.addressee(source, addressee);
        }
        self.resting(source, notice, &raw.rests_on);
        ContactNotice {
            to: raw.to.get_ref().clone(),
            through: raw.through.as_ref().map(|word| word.get_ref().clone()),
            rests_on: plain(&raw.rests_on),
        }
    }

    fn addressee(&mut self, source: &Source, word: &Word) {
        // One may be named by several rules.
        self.own_id(source, word, "addressee", false);
        self.named.push((ContactNotice::text_key(word.get_ref()), source.fault(word, "")));
    }

    /// On each day one rule for whoever asks about a status.
    pub(super) fn no_contact_under_two_rules(&mut self) {
        for (i, (rule, place)) in self.contacts.iter().enumerate() {
            let overlaps = |other: &ContactRule| {
                (other.who, &other.status) == (rule.who, &rule.status)
                    && other.until.is_none_or(|last| rule.from <= last)
                    && rule.until.is_none_or(|last| other.from <= last)
            };
            if let Some((other, first)) = self.contacts.iter().take(i).find(|(other, _)| overlaps(other)) {
                let mut fault = place.clone();
                fault.reason = format!(
                    "`{}` holds for the same asker and status on some of the same days as `{}` in {}, line {}; let the earlier rule end before this one begins",
                    rule.id, other.id, first.file, first.line
                );
                self.faults.push(fault);
            }
        }
    }
}
