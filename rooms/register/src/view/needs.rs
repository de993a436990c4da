//! What the laws of States need of requests: those of a day, and one with its versions.

use super::View;
use super::model::{Need, NeedVersion, NeedView};
use crate::Register;
use crate::fact::FactError;
use crate::needs::{self, NeedError, NeedFile, Version};
use crate::port::{Of, Recorded};
use crate::reading::Reading;
use access::Viewer;

impl Register {
    /// What the laws of States need of requests on a day, as far as the viewer may see, by State and word; of one State (alpha-3)
    /// where one is named.
    ///
    /// # Errors
    /// The store failed.
    pub async fn needs(&self, viewer: &Viewer, reading: &Reading, state: Option<&str>) -> View<Vec<Need>> {
        let of = Of::Kinds(needs::KINDS.map(str::to_owned).to_vec());
        let entries = self.store.entries(viewer, of, reading.known_by()).await?;
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let directory = self.states_by_code().await?;
        let shown = |entries: Vec<&Recorded>| {
            let level = entries.last()?.audience.level;
            let file = NeedFile::of(entries, &self.law);
            let version = file.on(reading.as_at)?;
            Some(Need {
                id: file.matter().to_owned(),
                state: directory.on(file.state(), reading.as_at),
                entry: version.id().to_string(),
                need: version.need().to_owned(),
                says: version.text("says").to_owned(),
                law: version.text("law").to_owned(),
                from: version.held.now().entry.effective.to_string(),
                source: version.held.now().entry.source.clone(),
                level,
            })
        };
        let mut needs: Vec<Need> = needs::by_matter(&entries).into_values().filter_map(shown).collect();
        needs.retain(|need| state.is_none_or(|state| need.state.code == state));
        needs.sort_by(|a, b| (&a.state.code, &a.need).cmp(&(&b.state.code, &b.need)));
        Ok(needs)
    }

    /// One need as it is, with its versions; none where there is no such need for this viewer.
    ///
    /// # Errors
    /// The store failed.
    pub async fn need(&self, viewer: &Viewer, reading: &Reading, id: &str) -> View<Option<NeedView>> {
        let there = match self.need_there(viewer, id, reading.known_by()).await {
            Ok(there) => there,
            Err(NeedError::Fact(FactError::Store(error))) => return Err(error.into()),
            Err(_) => return Ok(None),
        };
        let file = NeedFile::of(&there, &self.law);
        let Some(level) = there.last().map(|newest| newest.audience.level).filter(|_| file.last().is_some()) else {
            return Ok(None);
        };
        let holds = file.on(reading.as_at).map(Version::id);
        Ok(Some(NeedView {
            id: file.matter().to_owned(),
            state: self.states_by_code().await?.on(file.state(), reading.as_at),
            last: needs::newest(&there).unwrap_or_default(),
            versions: file.versions().iter().rev().map(|version| shown(viewer, version, holds)).collect(),
            ended: file.ends(),
            may_add: needs::may_add(viewer, &there),
            by_letter: crate::authorities::writes_from_letters(viewer),
            level,
        }))
    }
}

fn shown(viewer: &Viewer, version: &Version, holds: Option<&record::entry::EntryId>) -> NeedVersion {
    let now = version.held.now();
    NeedVersion {
        entry: version.id().to_string(),
        need: version.need().to_owned(),
        says: version.text("says").to_owned(),
        law: version.text("law").to_owned(),
        from: now.entry.effective.to_string(),
        source: now.entry.source.clone(),
        holds: holds == Some(version.id()),
        may_correct: needs::may_correct(viewer, now),
    }
}
