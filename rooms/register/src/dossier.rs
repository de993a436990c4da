//! The file of one person: the instruments against them, the acts under each, and from which day a
//! reader may count each act.

use crate::chain::{self, Held, Remark};
use crate::kinds;
use crate::port::Recorded;
use crate::truth::Citations;
use jiff::civil::Date;
use law::Pack;
use record::audience::Level;
use record::entry::{EntryId, Subject};
use std::collections::BTreeMap;

/// The file of one person.
#[derive(Clone, Debug)]
pub struct Dossier<'a> {
    /// Key of the person.
    pub key: &'a str,
    /// Their names, where an entry gives them.
    pub named: Option<Held<'a>>,
    /// The instruments, by day of issue.
    pub instruments: Vec<Instrument<'a>>,
    /// Citations of all entries in the file.
    pub citations: Citations<'a>,
    /// The narrowest level at which anything of it was taken back.
    pub taken_back: Level,
    remarks: BTreeMap<&'a EntryId, Vec<&'a Recorded>>,
}

/// A warrant or summons: the matter of its acts.
#[derive(Clone, Debug)]
pub struct Instrument<'a> {
    /// The matter, e.g. `kony-1`.
    pub matter: &'a str,
    /// Acts under it, the issue first, the others by day.
    pub acts: Vec<Act<'a>>,
}

/// An act under an instrument.
#[derive(Clone, Debug)]
pub struct Act<'a> {
    /// The fact.
    pub held: Held<'a>,
    /// The day from which it counts; none where its last possible day is not known.
    pub counts_on: Option<Date>,
    /// The day from which the reader knows of it; none where it was never disclosed to them.
    pub disclosed: Option<Date>,
}

impl<'a> Act<'a> {
    /// Kind of the entry.
    pub fn kind(&self) -> &'a str {
        &self.held.now().entry.kind
    }

    /// The day from which a reader counts it: as public then, or with hindsight.
    pub fn from(&self, hindsight: bool) -> Option<Date> {
        if hindsight {
            self.counts_on
        } else {
            self.counts_on
                .max(self.disclosed)
                .filter(|_| self.counts_on.is_some() && self.disclosed.is_some())
        }
    }

    /// Whether the reader counts it on a day.
    pub fn counts(&self, hindsight: bool, day: Date) -> bool {
        self.from(hindsight).is_some_and(|from| from <= day)
    }
}

impl<'a> Instrument<'a> {
    /// The issue.
    pub fn issue(&self) -> &Act<'a> {
        // `gather` makes no instrument without its issue, and puts it first.
        &self.acts[0]
    }

    /// Whether it is a warrant of arrest; else it is a summons to appear.
    pub fn is_warrant(&self) -> bool {
        self.issue().kind() == kinds::WARRANT_ISSUED
    }

    /// Number of the situation.
    pub fn situation_no(&self) -> &'a str {
        let subjects = &self.issue().held.now().entry.about;
        subjects
            .iter()
            .find_map(|s| if let Subject::Situation(no) = s { Some(no.as_str()) } else { None })
            .unwrap_or_default()
    }

    /// Name of the situation.
    pub fn situation(&self) -> &'a str {
        self.issue()
            .held
            .now()
            .entry
            .body
            .get_text("situation")
            .unwrap_or_else(|| self.situation_no())
    }

    /// Number of the case, where known.
    pub fn case(&self) -> Option<&'a str> {
        let subjects = &self.issue().held.now().entry.about;
        subjects
            .iter()
            .find_map(|s| if let Subject::Case(no) = s { Some(no.as_str()) } else { None })
    }

    /// The act of which a milestone is a closer view: the execution or the end on the same day under the
    /// same instrument, in the same sense.
    pub fn seen_closer(&self, milestone: &Act) -> Option<&Act<'a>> {
        if milestone.kind() != kinds::MILESTONE {
            return None;
        }
        let kind = match milestone.held.value("what")?.as_str() {
            "arrested" | "gave himself up" | "held" => kinds::WARRANT_EXECUTED,
            "acquitted" | "acquitted on appeal" | "appeal decided" | "charges withdrawn" | "inadmissible" => kinds::ENDED,
            _ => return None,
        };
        let day = &milestone.held.now().entry.effective;
        self.acts
            .iter()
            .find(|act| act.kind() == kind && act.held.now().entry.effective == *day)
    }

    /// The milestones that tell an act more closely; see [`Instrument::seen_closer`].
    pub fn closer_views<'i>(&'i self, act: &'i Act<'a>) -> impl Iterator<Item = &'i Act<'a>> {
        self.acts
            .iter()
            .filter(move |m| self.seen_closer(m).is_some_and(|seen| seen.held.first == act.held.first))
    }

    /// The first act of a kind that the reader counts on a day.
    pub fn act(&self, kind: &str, hindsight: bool, day: Date) -> Option<&Act<'a>> {
        self.acts.iter().find(|a| a.kind() == kind && a.counts(hindsight, day))
    }
}

impl<'a> Dossier<'a> {
    /// The file of a person, out of the entries about them that the reader may see, in the order of
    /// recording.
    pub fn of(key: &'a str, entries: impl IntoIterator<Item = &'a Recorded>, law: &Pack) -> Dossier<'a> {
        let entries: Vec<&Recorded> = entries.into_iter().collect();
        Dossier {
            taken_back: chain::taken_back_at(entries.iter().copied()),
            ..Dossier::of_facts(key, chain::held(entries), law)
        }
    }

    /// The file of a person, out of these facts about them.
    pub fn of_facts(key: &'a str, held: Vec<Held<'a>>, law: &Pack) -> Dossier<'a> {
        let citations = Citations::among(&held);
        let mut dossier = Dossier {
            key,
            named: None,
            instruments: Vec::new(),
            citations,
            taken_back: Level::Public,
            remarks: BTreeMap::new(),
        };
        let mut matters: BTreeMap<&'a str, Vec<Held<'a>>> = BTreeMap::new();
        for fact in held {
            let entry = &fact.now().entry;
            match entry.kind.as_str() {
                kinds::PERSON_NAMED => dossier.named = Some(fact),
                kinds::REMARK => {
                    let now = fact.now();
                    for subject in &now.entry.about {
                        if let Subject::Entry(id) = subject {
                            dossier.remarks.entry(id).or_default().push(now);
                        }
                    }
                }
                kind if kinds::is_act(kind) => matters.entry(entry.matter.as_str()).or_default().push(fact),
                _ => {}
            }
        }
        dossier.instruments = matters
            .into_iter()
            .filter_map(|(matter, facts)| gather(matter, facts, law))
            .collect();
        dossier
            .instruments
            .sort_by(|a, b| (a.issue().counts_on, a.matter).cmp(&(b.issue().counts_on, b.matter)));
        dossier
    }

    /// The name, or the key where no entry gives one.
    pub fn name(&self) -> String {
        self.named
            .as_ref()
            .and_then(|n| n.value("name"))
            .unwrap_or_else(|| self.key.to_owned())
    }

    /// Other names.
    pub fn also_known_as(&self) -> Vec<String> {
        use record::json::Value;
        match self.named.as_ref().and_then(|n| n.now().entry.body.get("also_known_as")) {
            Some(Value::List(items)) => items
                .iter()
                .filter_map(|i| if let Value::Text(t) = i { Some(t.clone()) } else { None })
                .collect(),
            _ => Vec::new(),
        }
    }

    /// All acts.
    pub fn acts(&self) -> impl Iterator<Item = (&Instrument<'a>, &Act<'a>)> {
        self.instruments.iter().flat_map(|i| i.acts.iter().map(move |a| (i, a)))
    }

    /// The first day on which the person exists for the reader.
    pub fn exists_from(&self, hindsight: bool) -> Option<Date> {
        self.instruments.iter().filter_map(|i| i.issue().from(hindsight)).min()
    }

    /// Who may know the name, as far as the level tells.
    pub fn level_of_name(&self) -> Level {
        self.named.as_ref().map_or(Level::Public, Held::level)
    }

    /// Remarks for people on a fact, written by a day. A remark may tell of what came later, so a page about
    /// an earlier day than that of its writing does not show it.
    pub fn remarks(&self, fact: &Held<'a>, by: Date) -> Vec<Remark<'a>> {
        let mut remarks = self.all_remarks(fact);
        remarks.retain(|remark| remark.written <= by);
        remarks
    }

    /// Remarks for people on a fact, whenever they were written.
    pub fn all_remarks(&self, fact: &Held<'a>) -> Vec<Remark<'a>> {
        let remarks = fact.versions().iter().filter_map(|v| self.remarks.get(&v.entry.id)).flatten();
        remarks.filter_map(|recorded| Remark::of(recorded)).collect()
    }

    /// The status of the person on a day as the reader counts.
    pub fn status_on<'p>(&'p self, law: &'p Pack, hindsight: bool, day: Date) -> Option<law::Status<'p>> {
        status_under(self.instruments.iter(), law, hindsight, day)
    }

    /// The instrument of a matter.
    pub fn instrument(&self, matter: &str) -> Option<&Instrument<'a>> {
        self.instruments.iter().find(|i| i.matter == matter)
    }
}

/// The status of a person under some of their instruments on a day as the reader counts.
pub fn status_under<'p>(
    instruments: impl Iterator<Item = &'p Instrument<'p>>,
    law: &'p Pack,
    hindsight: bool,
    day: Date,
) -> Option<law::Status<'p>> {
    let acts = instruments.flat_map(|i| i.acts.iter().filter(|a| a.counts(hindsight, day)).map(move |a| (i, a)));
    let acts: Vec<law::Act<'p>> = acts
        .filter_map(|(i, a)| {
            Some(law::Act {
                kind: a.kind(),
                instrument: i.matter,
                counts_on: a.counts_on?,
            })
        })
        .collect();
    law.status_on(&acts, day)
}

fn gather<'a>(matter: &'a str, facts: Vec<Held<'a>>, law: &Pack) -> Option<Instrument<'a>> {
    let counts_on = |fact: &Held| fact.now().entry.effective.last().map(|day| law.counts_on(day));
    let made_public = facts
        .iter()
        .filter(|f| f.now().entry.kind == kinds::MADE_PUBLIC)
        .filter_map(counts_on)
        .min();
    let mut acts: Vec<Act<'a>> = facts
        .into_iter()
        .map(|held| {
            let counts_on = counts_on(&held);
            // What is not public was disclosed to those who may see it on its own day.
            let public = held.now().audience.level == Level::Public;
            let disclosed = if public {
                counts_on.max(made_public).filter(|_| made_public.is_some())
            } else {
                counts_on
            };
            Act {
                held,
                counts_on,
                disclosed,
            }
        })
        .collect();
    acts.sort_by(|a, b| {
        let order = |x: &Act| {
            (
                !kinds::is_issue(x.kind()),
                x.counts_on.is_none(),
                x.counts_on,
                kinds::order(x.kind()),
                x.held.first.clone(),
            )
        };
        order(a).cmp(&order(b))
    });
    kinds::is_issue(acts.first()?.kind()).then_some(Instrument { matter, acts })
}
