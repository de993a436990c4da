//! The check of contacts in words: the answer as plain text, why a line or a list was not read, and notices as drafts.

mod notice;

pub use notice::{NoticeDraft, notices};

use crate::letter::{Language, Words};
use law::Pack;
use register::contacts::{
    Advice, Checked, Hit, InBoth, Line, ListError, ListForm, MOST_BYTES, MOST_CONTACTS, Notice, Outcome, Unread, WhyUnread,
};
use register::view::model::PersonRow;

/// What is told in both languages, in one.
pub fn in_language(told: &InBoth, language: Language) -> &str {
    match language {
        Language::En => &told.en,
        Language::Fr => &told.fr,
    }
}

/// Why a line was not read.
pub fn why_unread(why: &WhyUnread, language: Language) -> String {
    match why {
        WhyUnread::Row(why) => in_language(why, language).to_owned(),
        why => Words(language).t(&format!("contact-line-{}", why.word())),
    }
}

/// A line that was not read, and why.
pub fn unread(unread: &Unread, language: Language) -> String {
    let line = unread.line.to_string();
    Words(language).say("contact-line", &[("line", &line), ("why", &why_unread(&unread.why, language))])
}

/// Why a list was not read, and what to do.
pub fn list_refused(error: &ListError, language: Language) -> String {
    let words = Words(language);
    match error {
        ListError::Empty => words.t("contact-list-empty"),
        ListError::TooLong => words.say("contact-list-too-long", &[("most", &(MOST_BYTES / 1024).to_string())]),
        ListError::TooMany => words.say("contact-list-too-many", &[("most", &MOST_CONTACTS.to_string())]),
        ListError::NotText(instead) => words.t(&format!("contact-list-{}", instead.word())),
        ListError::NobodyInCalendar => words.t("contact-list-nobody"),
        ListError::NothingRead(lines) => {
            let first = lines.first().map(|line| unread(line, language)).unwrap_or_default();
            words.say("contact-list-nothing", &[("first", &first)])
        }
    }
}

/// How the list was read: as what, and which columns of a table hold names.
pub fn read_as(checked: &Checked, language: Language) -> String {
    let columns = checked.names_from.join(", ");
    let key = match checked.form {
        ListForm::Text => "contact-read-as-text",
        ListForm::Table => "contact-read-as-table",
        ListForm::Calendar => "contact-read-as-calendar",
        ListForm::Cards => "contact-read-as-cards",
    };
    Words(language).say(key, &[("encoding", checked.written_in), ("columns", &columns)])
}

/// The instruments under which a person stands, each with its day and case.
pub(crate) fn instruments(person: &PersonRow, words: Words) -> String {
    let instruments: Vec<String> = person
        .warrants
        .iter()
        .map(|instrument| {
            let day = words.when(&instrument.issued.on);
            let told = words.say("contact-warrant", &[("kind", &instrument.kind), ("day", &day)]);
            match &instrument.case {
                Some(case) => words.say("contact-case", &[("instrument", &told), ("case", case)]),
                None => told,
            }
        })
        .collect();
    words.listed(&instruments)
}

/// How rules are cited.
pub(crate) fn cites(rules: &[String], law: &Pack, words: Words) -> String {
    let cited: Vec<String> = rules
        .iter()
        .filter_map(|id| law.rule(id))
        .map(|rule| words.law(law, &format!("{}.cites", rule.text_key)).0)
        .collect();
    words.listed(&cited)
}

/// The whole answer as plain text: what matters most first, then the receipt.
pub fn text(checked: &Checked, law: &Pack, language: Language) -> String {
    let told = Told {
        checked,
        law,
        words: Words(language),
        language,
    };
    told.lines().join("\n") + "\n"
}

struct Told<'c> {
    checked: &'c Checked,
    law: &'c Pack,
    words: Words,
    language: Language,
}

impl Told<'_> {
    fn lines(&self) -> Vec<String> {
        let (checked, words) = (self.checked, self.words);
        let mut out = Vec::new();
        if checked.asked.exercise {
            out.push(words.t("contact-exercise"));
        }
        out.push(self.head());
        out.push(read_as(checked, self.language));
        let of_outcome = |outcome: Outcome| checked.lines.iter().filter(move |line| line.outcome == outcome);
        for outcome in Outcome::ALL.into_iter().filter(|outcome| *outcome != Outcome::None) {
            of_outcome(outcome).for_each(|line| self.contact(line, &mut out));
        }
        let none = of_outcome(Outcome::None).count();
        out.push(String::new());
        if none < checked.lines.len() {
            out.push(words.t("contact-maybe"));
            out.push(words.t("contact-guilt"));
        }
        if none > 0 {
            out.push(self.count("contact-none-lines", none));
            out.push(words.t("contact-none-warning"));
        }
        for line in of_outcome(Outcome::None).filter(|line| line.cut) {
            out.push(format!("{}: {}. {}", line.line, line.text, words.t("contact-cut")));
        }
        if !checked.unread.is_empty() {
            out.push(self.count("contact-unread", checked.unread.len()));
            out.extend(checked.unread.iter().map(|line| format!("  {}", unread(line, self.language))));
        }
        out.push(String::new());
        self.receipt(&mut out);
        out
    }

    fn count(&self, key: &str, n: usize) -> String {
        self.words
            .count(key, &[], &[("n".to_owned(), i64::try_from(n).unwrap_or(i64::MAX))])
    }

    fn head(&self) -> String {
        let (checked, words) = (self.checked, self.words);
        let against = words.t(if checked.all_persons {
            "contact-against-all"
        } else {
            "contact-against-sought"
        });
        let contacts = self.count("contact-contacts", checked.lines.len());
        let [day, on] = [checked.asked.as_at, checked.on].map(|day| words.day(day));
        let key = if checked.ahead {
            "contact-head-ahead"
        } else {
            "contact-head-today"
        };
        words.say(key, &[("contacts", &contacts), ("against", &against), ("day", &day), ("on", &on)])
    }

    fn contact(&self, line: &Line, out: &mut Vec<String>) {
        let words = self.words;
        let outcome = words.t(&format!("contact-outcome-{}", line.outcome.word()));
        out.push(String::new());
        out.push(format!("{outcome}  {}: {}", line.line, line.text));
        for hit in &line.hits {
            out.push(format!("  {}", self.hit(hit)));
            out.push(format!("    {}", instruments(&hit.person, words)));
            if hit.likely {
                out.extend(self.advice(hit.advice.as_ref()).into_iter().map(|told| format!("    {told}")));
            }
        }
        if !line.alternatives.is_empty() {
            let names: Vec<String> = line
                .alternatives
                .iter()
                .map(|other| format!("{} ({})", other.text, other.line))
                .collect();
            out.push(format!(
                "  {}",
                words.say("contact-alternatives", &[("names", &words.listed(&names))])
            ));
        }
        if line.cut {
            out.push(format!("  {}", words.t("contact-cut")));
        }
    }

    fn hit(&self, hit: &Hit) -> String {
        let status = self.words.law(self.law, &format!("law-status-{}", hit.person.status)).0;
        let score = format!("{:.3}", hit.score);
        let why = in_language(&hit.explanation, self.language);
        let args = [
            ("name", hit.person.name.as_str()),
            ("status", &status),
            ("score", &score),
            ("why", why),
        ];
        self.words.say("contact-hit", &args)
    }

    fn advice(&self, advice: Option<&Advice>) -> Vec<String> {
        let words = self.words;
        let Some(advice) = advice else {
            return vec![words.t("contact-rule-none")];
        };
        let rule = words.law(self.law, &advice.text_key).0;
        let recalled = |told: String, recalled: bool| match recalled {
            true => format!("{told} [{}]", words.t("contact-rule-recalled")),
            false => told,
        };
        let cites = cites(&advice.rests_on, self.law, words);
        let what = words.law(self.law, &format!("{}.do", advice.text_key)).0;
        let mut told = vec![
            recalled(words.say("contact-rule", &[("rule", &rule), ("cites", &cites)]), advice.recalled),
            words.say("contact-do", &[("do", &what)]),
        ];
        told.extend(
            advice
                .notices
                .iter()
                .map(|notice| recalled(notice_due(notice, self.law, self.language), notice.recalled)),
        );
        if advice.notices_withheld {
            told.push(words.t("contact-notices-withheld"));
        }
        told
    }

    fn receipt(&self, out: &mut Vec<String>) {
        let (receipt, words) = (&self.checked.receipt, self.words);
        let edition = receipt.edition.map_or_else(|| words.t("contact-no-edition"), |day| day.to_string());
        let [lines, contacts] = [receipt.lines, receipt.contacts].map(|n| n.to_string());
        let args = [
            ("at", receipt.at.to_string()),
            ("lines", lines),
            ("contacts", contacts),
            ("checkpoint", receipt.checkpoint_root.clone()),
            ("edition", edition),
            ("law", receipt.law_edition.to_string()),
        ];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        out.push(words.say("contact-receipt", &args));
        out.push(words.say("contact-receipt-sha256", &[("sha256", &receipt.sha256)]));
    }
}

/// To whom a notice is due, and through whom.
pub fn notice_due(notice: &Notice, law: &Pack, language: Language) -> String {
    let words = Words(language);
    let name = |id: &str| words.law(law, &law::ContactNotice::text_key(id)).0;
    let to = name(&notice.to);
    match &notice.through {
        Some(through) => words.say("contact-notice-due-through", &[("to", &to), ("through", &name(through))]),
        None => words.say("contact-notice-due", &[("to", &to)]),
    }
}

#[cfg(test)]
#[path = "contacts_tests.rs"]
mod tests;
