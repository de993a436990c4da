//! The directory of authorities: those of a State as at a day, one of them, and the one to which a request goes.

use super::View;
use super::model::{Ask, Authority, AuthorityEntry, AuthorityView, Stage};
use crate::Register;
use crate::authorities::{
    AuthorityError, AuthorityFile, AuthorityWords, KINDS, ROLES, Version, by_matter, due_on, is_from_the_state, texts,
};
use crate::directory::{self, Directory};
use crate::outside::day_in_the_hague;
use crate::port::{Of, Recorded};
use crate::reading::Reading;
use access::Viewer;
use jiff::civil::Date;
use record::json::Object;
use std::cmp::Reverse;

impl Register {
    /// The authorities on a day that the viewer may see, by State; of one State (alpha-3) where one is named.
    ///
    /// # Errors
    /// The store failed.
    pub async fn authorities(&self, viewer: &Viewer, reading: &Reading, state: Option<&str>) -> View<Vec<Authority>> {
        let of = Of::Kinds(KINDS.map(str::to_owned).to_vec());
        let entries = self.store.entries(viewer, of, reading.known_by()).await?;
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let directory = self.states_by_code().await?;
        let there = by_matter(entries);
        let of_state = there.iter().filter(|there| state.is_none_or(|state| there.state == state));
        let shown = of_state.filter_map(|there| shown(&there.file(&self.law), reading.as_at, &directory));
        let mut authorities: Vec<Authority> = shown.collect();
        authorities.sort_by_cached_key(|authority| {
            let name = authority.words.called(false).to_lowercase();
            (
                authority.state.code.clone(),
                authority.stage,
                rank(authority),
                name,
                authority.id.clone(),
            )
        });
        Ok(authorities)
    }

    /// The authority of a State to which a request on a topic of Part 9 is addressed on a day, as the viewer may see it:
    /// one in force that receives requests, for this topic rather than for all, a central authority rather than an
    /// embassy, confirmed rather than due, and the one confirmed last. None where nobody is known: then the diplomatic
    /// channel remains. A topic that is none of the law pack is that of those which take requests on everything.
    ///
    /// # Errors
    /// The store failed.
    pub async fn receiving_authority(&self, viewer: &Viewer, reading: &Reading, state: &str, topic: &str) -> View<Option<Authority>> {
        let all = self.authorities(viewer, reading, Some(state)).await?;
        let takes = |authority: &&Authority| {
            let topics = &authority.words.topics;
            authority.stage == Stage::InForce && authority.receives() && (topics.is_empty() || topics.iter().any(|id| id == topic))
        };
        let receiving = all.into_iter().filter(|authority| takes(&authority));
        // Of two that are alike the first in the order of the directory.
        Ok(receiving.min_by_key(|authority| {
            let for_all = authority.words.topics.is_empty();
            (for_all, rank(authority), !authority.is_confirmed(), Reverse(authority.confirmed_on))
        }))
    }

    /// One authority as it is, with its history; none where there is no such authority for this viewer.
    ///
    /// # Errors
    /// The store failed.
    pub async fn authority(&self, viewer: &Viewer, reading: &Reading, id: &str) -> View<Option<AuthorityView>> {
        let there = match self.authority_there(viewer, id, reading.known_by()).await {
            Ok(there) => there,
            Err(AuthorityError::Fact(crate::fact::FactError::Store(error))) => return Err(error.into()),
            Err(_) => return Ok(None),
        };
        let file = there.file(&self.law);
        let (Some(authority), Some(last)) = (shown(&file, reading.as_at, &self.states_by_code().await?), there.newest()) else {
            return Ok(None);
        };
        let to_correct = file
            .versions()
            .iter()
            .filter(|version| there.may_correct(viewer, version.held.now()));
        Ok(Some(AuthorityView {
            authority,
            last,
            history: there.entries.iter().rev().map(entry).collect(),
            may_add: there.may_add(viewer),
            by_letter: crate::authorities::writes_from_letters(viewer),
            to_correct: to_correct.map(|version| (version.id().to_string(), words(version))).collect(),
        }))
    }

    pub(super) async fn states_by_code(&self) -> View<Directory> {
        let of = Of::Kinds(directory::KINDS.map(str::to_owned).to_vec());
        Ok(Directory::of(&self.store.entries(&Viewer::public(), of, None).await?, &self.law))
    }
}

/// The place of an authority among those of its State, by its role.
fn rank(authority: &Authority) -> usize {
    let role = &authority.words.role;
    ROLES.iter().position(|known| known == role).unwrap_or(ROLES.len())
}

/// An authority on a day; none where nothing was known of it by then.
fn shown(file: &AuthorityFile, day: Date, directory: &Directory) -> Option<Authority> {
    let (stage, version) = match file.on(day) {
        Some(version) => (Stage::InForce, version),
        None => match file.versions().iter().rev().find(|version| version.from <= day) {
            Some(version) => (Stage::Over, version),
            None => (
                Stage::Planned,
                file.versions().iter().find(|version| was_recorded_by(version, day))?,
            ),
        },
    };
    let now = version.held.now();
    let stated = file.stated(version, day);
    let confirmed_on = stated.as_ref().map(|stated| stated.on);
    let in_force = stage == Stage::InForce;
    let by = stated.map_or(now, |stated| stated.by);
    Some(Authority {
        id: file.matter.to_owned(),
        state: directory.on(file.state, day),
        stage,
        entry: version.id().to_string(),
        words: words(version),
        ended: file.ends().filter(|_| stage != Stage::Planned),
        confirmed_on,
        due_since: confirmed_on.and_then(due_on).filter(|due| in_force && *due <= day),
        ask: if is_from_the_state(by) { Ask::State } else { Ask::ByLetter },
        level: now.audience.level,
    })
}

/// Whether a version that begins later was known on a day already.
fn was_recorded_by(version: &Version, day: Date) -> bool {
    let first = version.held.versions().first();
    first.is_some_and(|first| day_in_the_hague(first.entry.recorded) <= day)
}

fn words(version: &Version) -> AuthorityWords {
    let entry = &version.held.now().entry;
    let body: &Object = &entry.body;
    let text = |member: &str| body.get_text(member).unwrap_or_default().to_owned();
    AuthorityWords {
        name: text("name"),
        name_en: text("name_en"),
        name_fr: text("name_fr"),
        role: text("role"),
        does: texts(body, "does"),
        topics: texts(body, "topics"),
        address: text("address"),
        telephone: text("telephone"),
        email: text("email"),
        hours: text("hours"),
        zone: text("zone"),
        urgent: text("urgent"),
        languages: texts(body, "languages"),
        channel: text("channel"),
        channel_details: text("channel_details"),
        key: text("key"),
        from: entry.effective.to_string(),
        until: text("until"),
    }
}

fn entry(recorded: &Recorded) -> AuthorityEntry {
    let entry = &recorded.entry;
    let why = entry.corrects.as_ref().map(|corrects| corrects.reason.clone());
    AuthorityEntry {
        id: entry.id.to_string(),
        kind: entry.kind.clone(),
        effective: entry.effective.to_string(),
        recorded: entry.recorded,
        author: entry.author.clone(),
        originator: entry.audience.originator.clone(),
        source: entry.source.clone(),
        corrects: why.is_some(),
        reason: why.or_else(|| entry.body.get_text("reason").map(str::to_owned)),
    }
}
