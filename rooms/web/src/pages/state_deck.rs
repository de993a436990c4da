//! What is said of a State first: by what it is bound and since when, in sentences.

use super::cells::Shown;
use super::legal::Legal;
use super::treaty::JOINED;
use crate::layout::Layout;
use crate::markup::Markup;
use register::state::{APIC, ROME_STATUTE};
use register::view::model::{Bound, StateProfile, Tie};

/// The sentences under the name of a State.
pub(crate) struct Deck<'a> {
    /// The page.
    pub(crate) l: &'a Layout,
    /// The State.
    pub(crate) v: &'a StateProfile,
    /// The law.
    pub(crate) legal: Legal<'a>,
}

impl Deck<'_> {
    /// The sentences: the Statute, the Agreement, what else binds, findings.
    pub(crate) fn sentences(&self) -> Vec<Markup> {
        let [rome, apic] = [ROME_STATUTE, APIC].map(|treaty| self.v.treaties.iter().find(|tie| tie.treaty == treaty));
        let mut said = Vec::new();
        let party = rome.is_some_and(|tie| tie.party);
        match rome.zip(apic).filter(|(rome, apic)| rome.party && apic.party) {
            Some((rome, apic)) => {
                let args = [("rome", self.since(rome).into()), ("apic", self.since(apic).into())];
                let sentence = self.l.w.say("state-deck-both", &args);
                let sentence = self.marked(rome, sentence, &JOINED);
                said.push(self.marked(apic, sentence, &JOINED));
                said.extend(self.leaving(rome));
            }
            None => {
                said.push(self.rome(rome));
                said.extend(rome.and_then(|tie| self.leaving(tie)));
                said.extend(self.apic(apic, party));
            }
        }
        said.extend(self.v.bound.iter().filter(|_| !party).map(|bound| self.bound(bound)));
        let findings = self.v.findings.iter().filter(|row| row.value("kind") == "finding").count();
        if findings > 0 {
            let sentence = self.l.w.say("state-deck-findings", &[("n", findings.into())]);
            said.push(Markup::link("#findings", &sentence));
        }
        said
    }

    /// A sentence with the marks of doubt of the days on which it rests.
    fn marked(&self, tie: &Tie, sentence: Markup, columns: &[&str]) -> Markup {
        match &tie.row {
            Some(row) => Shown { l: self.l, row }.marked(sentence, columns),
            None => sentence,
        }
    }

    /// The day from which a treaty is in force for the State.
    fn since(&self, tie: &Tie) -> Markup {
        let day = tie.in_force.as_ref().map(|day| day.on).or(tie.since);
        day.map(|day| self.l.w.day(day)).unwrap_or_default()
    }

    /// "on 2 October 2013", out of a column of the row.
    fn on(&self, tie: &Tie, column: &str) -> Markup {
        let value = tie.row.as_ref().map_or("", |row| row.value(column));
        self.l.w.on(if value.is_empty() { "unknown" } else { value })
    }

    fn rome(&self, tie: Option<&Tie>) -> Markup {
        let w = &self.l.w;
        let none = || Markup::text(&w.t("state-deck-none"));
        let Some(tie) = tie else { return none() };
        let on = |column: &str| self.on(tie, column);
        match tie.standing.as_deref() {
            None => none(),
            Some("party" | "withdrawing") => {
                let sentence = w.say("state-deck-rome", &[("rome", self.since(tie).into())]);
                self.marked(tie, sentence, &JOINED)
            }
            Some("withdrawn") => {
                let effect = tie.withdrawal.as_ref().map(|day| w.day(day.on)).unwrap_or_default();
                let args = [
                    ("effect", effect.into()),
                    ("on", on("withdrawal_notified_on").into()),
                    ("since", self.since(tie).into()),
                ];
                let sentence = w.say("state-deck-withdrawn", &args);
                self.marked(tie, sentence, &["withdrawal_notified_on", "ratified_or_acceded_on"])
            }
            Some("signatory") => {
                let sentence = w.say("state-deck-signatory", &[("on", on("signed_on").into())]);
                self.marked(tie, sentence, &["signed_on"])
            }
            Some("declined") => {
                let columns = ["signed_on", "intent_not_to_become_party_on"];
                let [signed, declared] = columns.map(on);
                let sentence = w.say("state-deck-declined", &[("on", signed.into()), ("declared", declared.into())]);
                self.marked(tie, sentence, &columns)
            }
            Some("joined") => {
                let args = [("on", on("ratified_or_acceded_on").into()), ("effect", self.since(tie).into())];
                self.marked(tie, w.say("state-deck-joined", &args), &JOINED)
            }
            Some("taken-back") => {
                let columns = ["ratified_or_acceded_on", "instrument_withdrawn_on"];
                let [joined, back] = columns.map(on);
                let sentence = w.say("state-deck-taken-back", &[("on", joined.into()), ("back", back.into())]);
                self.marked(tie, sentence, &columns)
            }
            Some("unresolved") => match tie.since {
                Some(since) => w.say("state-deck-unresolved", &[("since", w.day(since).into())]),
                None => Markup::text(&w.t("state-deck-unresolved-plain")),
            },
            // A standing of another law pack, by its own name.
            Some(other) => self.legal.standing(ROME_STATUTE, Some(other)),
        }
    }

    fn apic(&self, tie: Option<&Tie>, party_to_the_statute: bool) -> Option<Markup> {
        let w = &self.l.w;
        let plain = |key: &str| Some(Markup::text(&w.t(key)));
        match tie {
            Some(tie) if tie.party => {
                let sentence = w.say("state-deck-apic", &[("apic", self.since(tie).into())]);
                Some(self.marked(tie, sentence, &JOINED))
            }
            Some(tie) if tie.standing.as_deref() == Some("signatory") => plain("state-deck-apic-signatory"),
            Some(tie) if tie.standing.as_deref() == Some("unresolved") => plain("state-deck-apic-unresolved"),
            // That a State without any tie is no party to the Agreement either need not be said.
            _ if party_to_the_statute => plain("state-deck-apic-none"),
            _ => None,
        }
    }

    /// That the State is about to leave, may have left, or has announced that it would leave.
    fn leaving(&self, tie: &Tie) -> Option<Markup> {
        let w = &self.l.w;
        let value = |column: &str| tie.row.as_ref().map_or("", |row| row.value(column));
        let (notified, announced) = (value("withdrawal_notified_on"), value("withdrawal_announced_on"));
        let on = |column: &str| self.on(tie, column);
        match tie.standing.as_deref()? {
            "withdrawing" => {
                let effect = w.day(tie.withdrawal.as_ref()?.on);
                let args = [("on", on("withdrawal_notified_on").into()), ("effect", effect.into())];
                let sentence = w.say("state-deck-withdrawing", &args);
                Some(self.marked(tie, sentence, &["withdrawal_notified_on"]))
            }
            "unresolved" if !notified.is_empty() => {
                let stated = value("withdrawal_stated_effective_on");
                let sentence = if stated.is_empty() {
                    w.say("state-deck-notified", &[("on", on("withdrawal_notified_on").into())])
                } else {
                    let args = [("on", on("withdrawal_notified_on").into()), ("stated", w.on(stated).into())];
                    w.say("state-deck-notified-stated", &args)
                };
                Some(self.marked(tie, sentence, &["withdrawal_notified_on", "withdrawal_stated_effective_on"]))
            }
            "party" if !announced.is_empty() && notified.is_empty() => {
                let sentence = w.say("state-deck-announced", &[("on", on("withdrawal_announced_on").into())]);
                Some(self.marked(tie, sentence, &["withdrawal_announced_on"]))
            }
            _ => None,
        }
    }

    fn bound(&self, bound: &Bound) -> Markup {
        let w = &self.l.w;
        let shown = Shown {
            l: self.l,
            row: &bound.row,
        };
        let (sentence, columns) = match (bound.by.as_str(), shown.cell("document_ref")) {
            ("council", Some(cell)) => {
                let document = Markup::link(&shown.href(), &Markup::text(&cell.value));
                let sentence = w.say("state-deck-council", &[("document", document.into())]);
                (sentence, ["document_ref", "binds"].as_slice())
            }
            ("council", None) => (Markup::text(&w.t("state-deck-council-plain")), ["binds"].as_slice()),
            _ => {
                let day = Markup::link(&shown.href(), &w.on(bound.row.value("lodged_on")));
                let sentence = w.say("state-deck-acceptance", &[("on", day.into())]);
                (sentence, ["lodged_on"].as_slice())
            }
        };
        shown.marked(sentence, columns)
    }
}
