//! One State's profile of cooperation, as at a day.

use super::look::{Look, Page};
use super::model::{Address, Bound, Event, Row as RowShown, SituationPersons, SituationRef, StateProfile, Tie, TopicRead};
use super::{View, ViewError};
use crate::Register;
use crate::derive::party_list;
use crate::directory::{Directory, State};
use crate::dossier::Dossier;
use crate::files::{Row, of_matter};
use crate::kinds;
use crate::names;
use crate::port::Recorded;
use crate::reading::Reading;
use crate::state::{APIC, ROME_STATUTE, StateFile, tie};
use access::Viewer;
use jiff::civil::Date;
use record::entry::Subject;

/// Files of which the profile shows the rows of the State, and by which name.
const STATES: &str = "states";
const AGREEMENTS: &str = "agreements";
const FINDINGS: &str = "findings";
const LAWS: &str = "legislation";
const REFERRALS: &str = "referrals";
const ACCEPTANCES: &str = "acceptances";
pub(super) const DECLARATIONS: &str = "article87";

impl Register {
    /// One State's profile, by its code.
    ///
    /// # Errors
    /// The record has no such State, or it did not exist on the day (the error says from when); the day known on
    /// lies before the record, or the store failed.
    pub async fn state(&self, viewer: &Viewer, reading: &Reading, code: &str) -> View<StateProfile> {
        let look = Look::new(self, viewer, reading).await?;
        let directory = look.directory().await?;
        let Some(state) = directory.get(code) else {
            return Err(look.no_such_state(code, &directory));
        };
        if let Some(began) = state.began.filter(|began| look.day() < *began) {
            return Err(ViewError::NotYet {
                state: state.on(began),
                began,
            });
        }
        look.profile(state, &directory).await
    }

    /// The State that somebody means by a code in any case (alpha-3 or alpha-2) or by a name that it bears or
    /// bore, with the states that are near where it is none: for whoever types one.
    ///
    /// # Errors
    /// No State is meant, or several are (the error names those near); or as [`Register::state`].
    pub async fn state_meant(&self, viewer: &Viewer, reading: &Reading, words: &str) -> View<String> {
        let look = Look::new(self, viewer, reading).await?;
        let directory = look.directory().await?;
        let asked = words.trim();
        let is_code = |state: &&State| state.code.eq_ignore_ascii_case(asked) || state.alpha2.eq_ignore_ascii_case(asked);
        if let Some(state) = directory.all().find(is_code) {
            return Ok(state.code.clone());
        }
        let folded = names::asked(asked);
        let bears = |state: &&State| state.all_names(look.day()).any(|name| names::asked(name) == folded);
        let mut bearing = directory.all().filter(bears);
        match (bearing.next(), bearing.next()) {
            (Some(state), None) if !folded.is_empty() => Ok(state.code.clone()),
            _ => Err(look.no_such_state(asked, &directory)),
        }
    }
}

impl Look<'_> {
    fn no_such_state(&self, asked: &str, directory: &Directory) -> ViewError {
        ViewError::NoSuchState {
            given: asked.to_owned(),
            near: directory.suggest(asked, self.day()),
        }
    }

    async fn profile(&self, state: &State, directory: &Directory) -> View<StateProfile> {
        let (code, day) = (state.code.as_str(), self.day());
        let entries = self.load_about_state(code).await?;
        let file_matters = entries
            .iter()
            .map(|r| r.entry.matter.clone())
            .filter(|matter| of_matter(matter).is_some());
        let loaded = self.load_matters(file_matters.collect()).await?;
        let file = StateFile::of(code, loaded.values().flatten(), self.law());
        let persons = self.persons_of(file.all()).await?;
        let shown = |row: &Row| self.row_shown(row, directory, &persons);
        let there = |name: &str| -> Vec<RowShown> {
            let mut rows: Vec<&Row> = file
                .rows(name)
                .filter(|row| row.from() <= day && row.states().contains(&code))
                .collect();
            rows.sort_by_key(|row| (row.from(), row.matter));
            rows.into_iter().map(shown).collect()
        };
        let treaties: Vec<Tie> = self
            .law()
            .treaties()
            .iter()
            .filter(|treaty| treaty.adopted <= day)
            .filter_map(|treaty| self.tie(&treaty.id, file.treaty(&treaty.id), code, directory))
            .collect();
        let laws = there(LAWS);
        let referrals = there(REFERRALS);
        let declaration = there(DECLARATIONS).pop();
        Ok(StateProfile {
            asked: self.asked(),
            state: state.on(day),
            alpha2: state.alpha2.clone(),
            group: state.group.clone(),
            membership: state.membership.clone(),
            languages: state.languages.clone(),
            began: state.began,
            other_names: other_names(state, day),
            row: self.under_names_of_the_day(there(STATES), directory).await?.pop(),
            tie: self.tie_of(&treaties).to_owned(),
            treaties,
            bound: file
                .bound(self.law(), day)
                .into_iter()
                .map(|(obligation, row)| Bound {
                    by: obligation.id.clone(),
                    row: shown(row),
                    rules: self.rules_shown(obligation.rests_on.iter().map(String::as_str)),
                })
                .collect(),
            acceptances: there(ACCEPTANCES),
            address: address(declaration),
            topics: self.topics_read(&laws),
            laws,
            agreements: there(AGREEMENTS),
            findings: there(FINDINGS),
            acts: self.acts_in(code, &entries, directory).await?,
            situations: self.situations_of(state, &referrals).await?,
            referrals,
            parties: self.count(&party_list(ROME_STATUTE), "").await?,
        })
    }

    fn tie_of(&self, treaties: &[Tie]) -> &'static str {
        let standing = |treaty: &str| {
            let id = treaties.iter().find(|t| t.treaty == treaty)?.standing.as_deref()?;
            self.law().standings(treaty).iter().find(|s| s.id == id)
        };
        tie(standing(ROME_STATUTE), standing(APIC))
    }

    fn topics_read(&self, laws: &[RowShown]) -> Vec<TopicRead> {
        let topics = self.law().topics().iter();
        topics
            .map(|topic| TopicRead {
                topic: topic.id.clone(),
                laws: laws
                    .iter()
                    .filter(|law| law.topics.contains(&topic.id))
                    .map(|law| law.id.clone())
                    .collect(),
            })
            .collect()
    }

    /// Acts under instruments that name the State, latest first: arrests, releases, sentences served.
    async fn acts_in(&self, code: &str, entries: &[Recorded], directory: &Directory) -> View<Vec<Event>> {
        let of_instruments = entries.iter().filter(|r| kinds::is_act(&r.entry.kind));
        let subjects = of_instruments.flat_map(|r| r.entry.about.iter());
        let mut keys: Vec<String> = subjects
            .filter_map(|s| if let Subject::Person(key) = s { Some(key.clone()) } else { None })
            .collect();
        keys.sort();
        keys.dedup();
        let loaded = self.load(keys.clone()).await?;
        let dossiers: Vec<Dossier> = keys.iter().filter_map(|key| loaded.dossier(key, self.law())).collect();
        let mut acts: Vec<(Option<Date>, Event)> = Vec::new();
        for dossier in &dossiers {
            for (instrument, act) in dossier.acts().filter(|(_, act)| act.counts(self.hindsight(), self.day())) {
                let event = self.event(dossier, instrument, act, directory);
                if event.state.as_ref().is_some_and(|state| state.code == code) && instrument.seen_closer(act).is_none() {
                    acts.push((act.counts_on, event));
                }
            }
        }
        acts.sort_by_key(|(on, event)| (std::cmp::Reverse(*on), event.person.as_ref().map(|p| p.id.clone())));
        acts.dedup_by(|b, a| a.0 == b.0 && a.1.act == b.1.act && a.1.what == b.1.what && a.1.person == b.1.person);
        Ok(acts.into_iter().map(|(_, event)| event).collect())
    }

    /// The situations of the State with their persons: those that bear its name, and those in which a
    /// resolution of the Council binds it.
    async fn situations_of(&self, state: &State, referrals: &[RowShown]) -> View<Vec<SituationPersons>> {
        let names: Vec<Vec<String>> = state.all_names(self.day()).map(|name| names::asked(name)).collect();
        let binding = referrals.iter().filter(|row| row.value("binds") == state.code);
        let bound_in: Vec<&str> = binding.map(|row| row.value("situation")).collect();
        let mut situations = Vec::new();
        for total in self.situation_totals().await? {
            if bears_name(&total.name, &names) || bound_in.contains(&total.name.as_str()) {
                let scope = format!("{}{}", crate::lists::SITUATION, total.no);
                let mut listed = Vec::new();
                for list in [crate::lists::OUTSTANDING, crate::lists::SURRENDERED, crate::lists::ENDED] {
                    listed.extend(self.list(list, &scope, Page::all()).await?);
                }
                situations.push(SituationPersons {
                    persons: self.rows(&listed).await?,
                    situation: SituationRef {
                        no: total.no,
                        name: total.name,
                    },
                });
            }
        }
        Ok(situations)
    }
}

/// Names of the State beside that of the day, in English, none twice: those that it had given up by then, and the
/// one by which it is found, where it bears its newest name.
fn other_names(state: &State, day: Date) -> Vec<String> {
    let of_the_day = state.names_on(day);
    let known = [&state.name[0]].into_iter().filter(|_| *of_the_day == state.un_name);
    let former = state
        .former
        .iter()
        .filter(|(until, _)| *until <= day)
        .map(|(_, [english, _])| english);
    let mut others: Vec<String> = Vec::new();
    for name in known.chain(former) {
        if *name != of_the_day[0] && !others.contains(name) {
            others.push(name.clone());
        }
    }
    others
}

/// How to address a request: nothing is routed on a declaration that no source that was read confirms.
pub(super) fn address(declaration: Option<RowShown>) -> Address {
    let columns = ["channel", "languages_accepted"];
    let cells = declaration
        .iter()
        .flat_map(|row| columns.iter().filter_map(|column| row.cells.get(column)));
    let (mut any, mut usable) = (false, true);
    for cell in cells {
        any = true;
        usable &= cell.verified && cell.others.is_empty();
    }
    let advice = match (any, usable) {
        (false, _) => "none",
        (true, true) => "declared",
        (true, false) => "confirm",
    };
    Address {
        declaration,
        usable: any && usable,
        advice: advice.to_owned(),
    }
}

/// Whether a situation is called after a State: its name, or a part of it before or behind a comma or a
/// stroke, is one of the names, be it with a number behind (`Central African Republic II`, `Darfur, Sudan`).
fn bears_name(situation: &str, names: &[Vec<String>]) -> bool {
    situation.split([',', '/']).any(|part| {
        let part = part.trim();
        let numbered = part.rsplit_once(' ').filter(|(_, last)| last.chars().all(|c| "IVX".contains(c)));
        let part = names::asked(numbered.map_or(part, |(name, _)| name));
        !part.is_empty() && names.contains(&part)
    })
}
