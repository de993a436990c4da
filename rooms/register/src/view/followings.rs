//! What follows a change of the facts: the open requests that are to be looked at again, since their person was surrendered
//! or died, or a warrant for them was amended, ended or became public.

use super::View;
use super::look::{Look, grouped, person};
use super::model::FollowingShown;
use super::persons_called::{Named, named};
use super::requests::offer;
use crate::Register;
use crate::dossier::{Act, Dossier};
use crate::kinds;
use crate::names;
use crate::port::{Of, Recorded};
use crate::reading::Reading;
use crate::request::public_record::counts_from;
use crate::request::{PERSON, RequestFile, RequestId, by_request, does, is_request};
use access::{Organisation, Viewer};
use jiff::civil::Date;
use law::{Fact, Happened};
use record::entry::Subject;
use std::collections::BTreeSet;

/// Something that happened, with its entry.
struct Told<'a> {
    act: &'a Act<'a>,
    fact: Fact,
    word: Option<String>,
    on: Date,
}

impl Register {
    /// The open requests that this viewer may see and that something which they may know of leads to something in, and nobody
    /// did it since: latest change first. A request is about the person of the register whose key or name its element
    /// `person` holds, in whatever case and with or without diacritics. None for a State: there is no such list, it is told by
    /// what the Court then does.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn followings(&self, viewer: &Viewer, reading: &Reading) -> View<Option<Vec<FollowingShown>>> {
        if is_of_a_state(viewer) {
            return Ok(None);
        }
        let followings = self.worked_out(viewer, reading).await?;
        // What is shown is opened, and nothing else of all that was gone through.
        let requests = followings.iter().filter_map(|following| RequestId::parse(&following.0.row.id));
        let matters: BTreeSet<String> = requests.flat_map(|id| [id.preparation(), id.matter()]).collect();
        let matters: BTreeSet<String> = matters
            .into_iter()
            .chain(followings.iter().map(|following| following.1.clone()))
            .collect();
        if !matters.is_empty() {
            let matters = Of::Matters(matters.into_iter().collect());
            self.store.entries(viewer, matters, reading.known_by()).await?;
        }
        Ok(Some(followings.into_iter().map(|following| following.0).collect()))
    }

    /// How many there are of [`Register::followings`]: a figure, which opens nothing.
    ///
    /// # Errors
    /// As for [`Register::followings`].
    pub async fn count_of_followings(&self, viewer: &Viewer, reading: &Reading) -> View<usize> {
        if is_of_a_state(viewer) {
            return Ok(0);
        }
        Ok(self.worked_out(viewer, reading).await?.len())
    }

    /// Each with the matter of what happened. Goes through what is public and what the viewer may see beyond it, as figures
    /// are made.
    async fn worked_out(&self, viewer: &Viewer, reading: &Reading) -> View<Vec<(FollowingShown, String)>> {
        let look = Look::new(self, viewer, reading).await?;
        let public = Viewer::public();
        let mut beyond = self.store.beyond(viewer).await?;
        beyond.retain(|recorded| reading.known_by().is_none_or(|by| recorded.entry.recorded <= by));
        let with = |mut entries: Vec<Recorded>, is: &dyn Fn(&Recorded) -> bool| {
            entries.extend(beyond.iter().filter(|recorded| is(recorded)).cloned());
            entries.sort_by_key(|recorded| recorded.position);
            entries
        };
        let acts = self.law.moves().iter().map(|mv| mv.act.clone()).collect();
        let acts = self.store.entries(&public, Of::Kinds(acts), reading.known_by()).await?;
        let mut entries = with(acts, &|recorded| is_request(&recorded.entry.kind));
        entries.retain(|recorded| counts_from(recorded, reading.hindsight) <= reading.as_at);
        let requests = by_request(entries);
        let files: Vec<RequestFile> = requests
            .iter()
            .filter_map(|(id, entries)| RequestFile::of(*id, entries))
            .filter(|file| !file.is_of_public_record())
            .filter(|file| file.course(&self.law).is_some_and(|course| !course.state.over))
            .collect();
        if files.is_empty() {
            return Ok(Vec::new());
        }
        let names = Of::Kinds(vec![kinds::PERSON_NAMED.to_owned()]);
        let names = self.store.entries(&public, names, reading.known_by()).await?;
        let named = named(look.law(), with(names, &|recorded| recorded.entry.kind == kinds::PERSON_NAMED));
        let of_file = |file: &RequestFile| -> Vec<&Named> {
            let given = file.text().values.first(PERSON).unwrap_or_default();
            named.get(&names::asked(given)).into_iter().flatten().collect()
        };
        let keys: BTreeSet<String> = files.iter().flat_map(of_file).map(|named| named.key.clone()).collect();
        let subjects: Vec<Subject> = keys.iter().cloned().map(Subject::Person).collect();
        let about = match subjects.as_slice() {
            [] => Vec::new(),
            _ => self.store.entries(&public, Of::About(subjects.clone()), reading.known_by()).await?,
        };
        let about = with(about, &|recorded| {
            recorded.entry.about.iter().any(|subject| subjects.contains(subject))
        });
        let persons = grouped(about, |recorded| recorded.entry.about.iter().filter_map(person).cloned().collect());
        let states = self.states_named(viewer).await?;
        let now = reading.as_at == self.today() && reading.known_on.is_none();
        let scribe = self.scribe_of(viewer).await?;
        let mut followings = Vec::new();
        for file in &files {
            let Some(entries) = requests.get(&file.id) else { continue };
            for person in of_file(file) {
                let dossier = Dossier::of(
                    &person.key,
                    persons.get(&person.key).map(Vec::as_slice).unwrap_or_default(),
                    &self.law,
                );
                let told = told(&dossier, reading);
                let happened: Vec<Happened> = told
                    .iter()
                    .map(|told| Happened {
                        fact: told.fact,
                        word: told.word.as_deref(),
                        on: told.on,
                    })
                    .collect();
                let mut seen = BTreeSet::new();
                for following in file.followings(&self.law, &happened, reading.as_at) {
                    let Some(what) = told.get(following.happened) else { continue };
                    // One change under two warrants on a day is one.
                    if !seen.insert((following.change.id.clone(), what.on)) {
                        continue;
                    }
                    let Some(row) = self.request_row(file, entries, &states, reading.as_at) else {
                        continue;
                    };
                    let entry = &what.act.held.now().entry;
                    let moves = following.moves.iter().filter(|_| now).filter_map(|mv| {
                        let own = does(viewer, &mv.by);
                        (own || scribe.records_act(mv)).then(|| offer(mv, !own))
                    });
                    let shown = FollowingShown {
                        row,
                        person: person.key.clone(),
                        name: person.name.clone(),
                        change: following.change.id.clone(),
                        text_key: following.change.text_key.clone(),
                        rests_on: following.change.rests_on.clone(),
                        entry: entry.id.to_string(),
                        kind: entry.kind.clone(),
                        effective: entry.effective.to_string(),
                        on: what.on,
                        moves: moves.collect(),
                        relays: file.relays(&self.law),
                        redraft: following.change.redraft,
                    };
                    followings.push((shown, entry.matter.clone()));
                }
            }
        }
        followings.sort_by(|(a, _), (b, _)| b.on.cmp(&a.on).then(a.row.id.cmp(&b.row.id)).then(a.change.cmp(&b.change)));
        Ok(followings)
    }
}

fn is_of_a_state(viewer: &Viewer) -> bool {
    matches!(viewer.organisation(), Some(Organisation::State(_)))
}

/// What happened to a person and under the warrants for them, as the reader counts it on the day.
fn told<'a>(dossier: &'a Dossier<'a>, reading: &Reading) -> Vec<Told<'a>> {
    let counted = dossier
        .acts()
        .filter(|(instrument, act)| act.counts(reading.hindsight, reading.as_at) && instrument.seen_closer(act).is_none());
    let told = |(_, act): (_, &'a Act<'a>)| {
        Some(Told {
            act,
            fact: Fact::of_kind(act.kind())?,
            word: act.held.value("reason").or_else(|| act.held.value("what")),
            on: act.counts_on?,
        })
    };
    counted.filter_map(told).collect()
}
