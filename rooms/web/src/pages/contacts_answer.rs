//! The answer on the page: what matters most first, then the receipt.

use super::cells::soft;
use super::contacts::{Page, language};
use super::legal::{Legal, Rule};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::texts::Arg;
use crate::written::{Length, figure};
use law::ContactNotice;
use register::contacts::{Checked, Hit, Line, Outcome, may_keep};
use reports::contacts::{NoticeDraft, in_language, notice_due, notices, read_as, unread};

/// A contact of whom something was found.
pub(crate) struct Contact {
    pub(super) id: String,
    pub(super) name: Markup,
    pub(super) side: Markup,
    pub(super) persons: Vec<Person>,
    /// Others of the same body in the list.
    pub(super) alternatives: Option<Markup>,
    pub(super) cut: bool,
}

/// A person whom it may be.
pub(crate) struct Person {
    pub(super) who: Markup,
    pub(super) status: Markup,
    pub(super) why: Markup,
    pub(super) advice: Option<Advice>,
    /// That no rule is known, for a person who is likely meant.
    pub(super) no_rule: bool,
}

/// What holds and what to do.
pub(crate) struct Advice {
    pub(super) rule: Markup,
    pub(super) what: String,
    pub(super) rules: Vec<Rule>,
    pub(super) due: Vec<Markup>,
    /// The notices as drafts: what it is, and its text.
    pub(super) drafts: Vec<(Markup, String)>,
}

impl Page<'_> {
    pub(super) fn head(&self, checked: &Checked) -> Markup {
        let of = |outcome| checked.lines.iter().filter(|line| line.outcome == outcome).count();
        let all = checked.lines.len();
        let (key, n) = match (
            of(Outcome::Warrant),
            of(Outcome::Summons) + of(Outcome::NotSought),
            of(Outcome::Possible),
        ) {
            (0, 0, 0) => ("contacts-head-none", 0),
            (0, 0, possible) => ("contacts-head-possible", possible),
            (0, likely, _) => ("contacts-head-likely", likely),
            (warrants, ..) => ("contacts-head-warrant", warrants),
        };
        self.l.w.say(key, &[("n", n.into()), ("all", all.into())])
    }

    pub(super) fn deck(&self, checked: &Checked) -> Markup {
        let w = &self.l.w;
        let against = w.t(if checked.all_persons {
            "contacts-against-all"
        } else {
            "contacts-against-sought"
        });
        let args: [(&'static str, Arg); 3] = [
            ("against", against.into()),
            ("day", w.day(checked.asked.as_at).into()),
            ("on", w.day(checked.on).into()),
        ];
        w.say(if checked.ahead { "contacts-deck-ahead" } else { "contacts-deck" }, &args)
    }

    pub(super) fn read_as(&self, checked: &Checked) -> String {
        read_as(checked, language(&self.l))
    }

    /// The contacts of whom something was found.
    pub(super) fn contacts(&self, checked: &Checked) -> Vec<Contact> {
        let drafts = notices(checked, self.law, language(&self.l));
        let mut lines: Vec<&Line> = checked.lines.iter().filter(|line| !line.hits.is_empty()).collect();
        lines.sort_by_key(|line| (line.outcome, line.line));
        lines.into_iter().map(|line| self.contact(line, &drafts)).collect()
    }

    fn contact(&self, line: &Line, drafts: &[NoticeDraft]) -> Contact {
        let w = &self.l.w;
        let outcome = match line.outcome {
            Outcome::Warrant => "contacts-outcome-warrant",
            Outcome::Summons => "contacts-outcome-summons",
            Outcome::NotSought => "contacts-outcome-not-sought",
            Outcome::Possible | Outcome::None => "contacts-outcome-possible",
        };
        let others: Vec<Markup> = line.alternatives.iter().map(|other| Markup::name(&other.text)).collect();
        let others = (!others.is_empty()).then(|| w.say("contacts-alternatives", &[("names", w.list(&others).into())]));
        let number = usize::try_from(line.line).unwrap_or(usize::MAX);
        Contact {
            id: format!("h-line-{}", line.line),
            name: Markup::name(&line.text),
            side: w.say(outcome, &[("line", number.into())]),
            persons: line.hits.iter().map(|hit| self.person(line, hit, drafts)).collect(),
            alternatives: others,
            cut: line.cut,
        }
    }

    fn person(&self, line: &Line, hit: &Hit, drafts: &[NoticeDraft]) -> Person {
        let (l, w) = (&self.l, &self.l.w);
        let person = &hit.person;
        let link = Markup::link(&l.person(&person.id), &Markup::name(&person.name));
        let link = w.marked_at(link, person.level);
        let status = Markup::text(
            self.law
                .text(w.lang.tag(), &format!("law-status-{}", person.status))
                .unwrap_or(&person.status),
        );
        let instruments: Vec<Markup> = person
            .warrants
            .iter()
            .map(|instrument| {
                let issued = w.when(&instrument.issued.on, Length::Full);
                let key = if instrument.kind == "summons" {
                    "contacts-summons"
                } else {
                    "contacts-warrant"
                };
                let told = w.say(key, &[("day", issued.into())]);
                match &instrument.case {
                    Some(case) => Markup::ready(format!("{told}, <span class=\"nb\">{}</span>", Markup::text(case))),
                    None => told,
                }
            })
            .collect();
        let status = Markup::ready(format!(
            "{status}{} {} {}",
            w.colon(),
            w.listed(&instruments),
            if person.verified { Markup::default() } else { w.unverified() }
        ));
        let score = format!("{:.2}", hit.score).replace('.', if w.lang.tag() == "fr" { "," } else { "." });
        let why = [
            ("score", Arg::from(score.as_str())),
            ("why", in_language(&hit.explanation, language(l)).into()),
            ("under", Markup::name(&hit.under).into()),
        ];
        let drafts: Vec<&NoticeDraft> = drafts
            .iter()
            .filter(|draft| draft.line == line.line && draft.person == person.id && hit.likely)
            .collect();
        Person {
            who: w.say(
                if hit.likely { "contacts-likely" } else { "contacts-possibly" },
                &[("person", link.into())],
            ),
            status,
            why: w.say("contacts-why", &why),
            no_rule: hit.likely && hit.advice.is_none(),
            advice: hit
                .advice
                .as_ref()
                .filter(|_| hit.likely)
                .map(|advice| self.advice(advice, &drafts)),
        }
    }

    fn advice(&self, advice: &register::contacts::Advice, drafts: &[&NoticeDraft]) -> Advice {
        let w = &self.l.w;
        let text = |key: &str| self.law.text(w.lang.tag(), key).unwrap_or_default().to_owned();
        let marked = |words: Markup, recalled: bool| match recalled {
            true => Markup::ready(format!("{words} {}", w.unverified())),
            false => words,
        };
        let rests_on = advice
            .rests_on
            .iter()
            .chain(advice.notices.iter().flat_map(|notice| &notice.rests_on));
        let mut ids: Vec<&str> = Vec::new();
        for id in rests_on {
            if !ids.contains(&id.as_str()) {
                ids.push(id);
            }
        }
        let due =
            |notice: &register::contacts::Notice| marked(Markup::text(&notice_due(notice, self.law, language(&self.l))), notice.recalled);
        let draft = |draft: &&NoticeDraft| {
            let to = text(&ContactNotice::text_key(&draft.to));
            (w.say("contacts-draft", &[("to", to.into())]), draft.text())
        };
        Advice {
            rule: marked(Markup::text(&text(&advice.text_key)), advice.recalled),
            what: text(&format!("{}.do", advice.text_key)),
            rules: Legal { w, law: self.law }.of_ids(&ids),
            due: (advice.notices.iter().map(due))
                .chain(
                    advice
                        .notices_withheld
                        .then(|| w.t("contacts-notices-withheld"))
                        .map(|told| Markup::text(&told)),
                )
                .collect(),
            drafts: drafts.iter().map(draft).collect(),
        }
    }

    /// The contacts of whom nothing was found.
    pub(super) fn free(&self, checked: &Checked) -> Vec<Markup> {
        let cut = |line: &Line| match line.cut {
            true => Markup::ready(format!(
                "{} {}",
                Markup::name(&line.text),
                soft(&Markup::text(&self.l.t("contacts-cut")))
            )),
            false => Markup::name(&line.text),
        };
        let free = checked.lines.iter().filter(|line| line.outcome == Outcome::None);
        free.map(cut).collect()
    }

    pub(super) fn unread(&self, checked: &Checked) -> Vec<String> {
        checked.unread.iter().map(|line| unread(line, language(&self.l))).collect()
    }

    /// The receipt: label and value.
    pub(super) fn receipt(&self, checked: &Checked) -> Vec<(String, Markup)> {
        let (l, w, receipt) = (&self.l, &self.l.w, &checked.receipt);
        let code = |text: &str| Markup::ready(format!("<code>{}</code>", Markup::text(text)));
        let edition = receipt.edition.map_or_else(|| w.nothing(), |day| w.day(day));
        vec![
            (l.t("contacts-receipt-at"), Markup::text(&receipt.at.to_string())),
            (l.t("contacts-receipt-for"), w.day(checked.on)),
            (l.t("contacts-receipt-lines"), Markup::text(&figure(receipt.lines))),
            (l.t("contacts-receipt-contacts"), Markup::text(&figure(receipt.contacts))),
            (l.t("contacts-receipt-sha256"), code(&receipt.sha256)),
            (l.t("contacts-receipt-checkpoint"), code(&receipt.checkpoint_root)),
            (l.t("contacts-receipt-edition"), edition),
            (l.t("contacts-receipt-law"), w.day(receipt.law_edition)),
        ]
    }

    /// That it is kept, and where, if it was to be.
    pub(super) fn kept(&self, checked: &Checked) -> Option<Markup> {
        let matter = checked.kept.as_deref()?;
        let address = self.l.within(&format!("matter/{}", crate::address::encode(matter)));
        let matter = Markup::link(&address, &Markup::text(matter));
        Some(self.l.w.say("contacts-kept", &[("matter", matter.into())]))
    }

    /// Whether whoever looks may keep a check for their institution.
    pub(super) fn may_keep(&self) -> bool {
        self.l.visitor.actor().is_ok_and(|actor| may_keep(actor.viewer()))
    }

    /// Whether somebody is signed in, of whose check the audit tells.
    pub(super) fn is_audited(&self) -> bool {
        signed_in(&self.l)
    }
}

fn signed_in(l: &Layout) -> bool {
    l.visitor.actor().is_ok()
}
