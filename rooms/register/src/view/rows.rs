//! A file as at the day: agreements, findings, laws and the others, filtered, page by page.

use super::cursor::{matter_cursor, read_matter_cursor};
use super::look::{Look, Page};
use super::model::{PersonRef, Row as RowShown, RowFilter, RowView, Rows, WordCount};
use super::{View, WrongFilter};
use crate::Register;
use crate::derive::{KIND, STATE, TOPIC, file_list};
use crate::directory::Directory;
use crate::dossier::Dossier;
use crate::files::{self, Becomes, File, Row};
use crate::kinds::Sort;
use crate::port::{Recorded, Unit};
use crate::reading::Reading;
use crate::view::sum::part;
use access::Viewer;
use jiff::civil::Date;

impl Register {
    /// A file, filtered, a page of it; none where there is no such file.
    ///
    /// # Errors
    /// The filter or the cursor is wrong, the day known on lies before the record, or the store failed.
    pub async fn rows(&self, viewer: &Viewer, reading: &Reading, file: &str, filter: &RowFilter, limit: usize) -> View<Option<Rows>> {
        let Some(file) = files::named(file) else { return Ok(None) };
        let look = Look::new(self, viewer, reading).await?;
        let directory = look.directory().await?;
        let list = file_list(file);
        let by_kind = look.words(&list, KIND).await?;
        let mut by_topic = look.words(&list, TOPIC).await?;
        let article = |word: &str| self.law.topics().iter().position(|topic| topic.id == word);
        by_topic.sort_by_key(|topic| article(&topic.word));
        let mut by_state = look.words(&list, STATE).await?;
        by_state.sort_by(|a, b| a.word.cmp(&b.word));
        let states = by_state.iter().map(|state| directory.on(&state.word, look.day())).collect();
        let scope = look.scope(file, filter, &by_kind, &directory)?;
        let (rows, count, next) = look.page_of_rows(&list, &scope, filter, limit, &directory).await?;
        Ok(Some(Rows {
            asked: look.asked(),
            file: file.name().to_owned(),
            filter: filter.clone(),
            state: filter.state.as_deref().map(|code| directory.on(code, look.day())),
            count,
            all: look.count(&list, "").await?,
            by_kind,
            by_topic,
            by_state,
            states,
            rows,
            next,
        }))
    }
}

impl Register {
    /// One row of a file, by its matter; none where there is no such row on the day.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn row(&self, viewer: &Viewer, reading: &Reading, matter: &str) -> View<Option<RowView>> {
        let Some(file) = files::of_matter(matter) else { return Ok(None) };
        let look = Look::new(self, viewer, reading).await?;
        let directory = look.directory().await?;
        let unit = Unit::Matter(matter.to_owned());
        let row = look.rows_of_units(&[(look.day(), unit)], &directory).await?.pop();
        Ok(row.map(|row| RowView {
            asked: look.asked(),
            file: file.name().to_owned(),
            row,
        }))
    }
}

impl Look<'_> {
    /// How many rows of a list stand in each part of it whose scope begins so, most first.
    async fn words(&self, list: &str, beginning: &str) -> View<Vec<WordCount>> {
        let counts = self.counts(list, beginning).await?.into_iter();
        let mut words: Vec<WordCount> = counts
            .map(|(scope, count)| WordCount {
                word: part(&scope, beginning),
                count,
            })
            .collect();
        words.sort_by(|a, b| (b.count, &a.word).cmp(&(a.count, &b.word)));
        Ok(words)
    }

    /// The part of a list that a filter asks for.
    fn scope(&self, file: &File, filter: &RowFilter, by_kind: &[WordCount], directory: &Directory) -> View<String> {
        if let Some(topic) = &filter.topic
            && !self.law().topics().iter().any(|known| known.id == *topic)
        {
            let known = self.law().topics().iter().map(|topic| topic.id.clone()).collect();
            return Err(WrongFilter::Topic {
                given: topic.clone(),
                known,
            }
            .into());
        }
        if let Some(kind) = &filter.kind
            && !closed_kinds(file).contains(&kind.as_str())
            && !by_kind.iter().any(|known| known.word == *kind)
        {
            let known = by_kind.iter().map(|known| known.word.clone()).collect();
            return Err(WrongFilter::Kind {
                given: kind.clone(),
                known,
            }
            .into());
        }
        match (&filter.state, &filter.topic, &filter.kind) {
            (Some(code), _, _) if directory.get(code).is_none() => Err(WrongFilter::State {
                given: code.clone(),
                near: directory.suggest(code, self.day()),
            }
            .into()),
            (Some(code), _, _) => Ok(format!("{STATE}{code}")),
            (None, Some(topic), _) => Ok(format!("{TOPIC}{topic}")),
            (None, None, Some(kind)) => Ok(format!("{KIND}{kind}")),
            (None, None, None) => Ok(String::new()),
        }
    }

    async fn page_of_rows(
        &self,
        list: &str,
        scope: &str,
        filter: &RowFilter,
        limit: usize,
        directory: &Directory,
    ) -> View<(Vec<RowShown>, u64, Option<String>)> {
        let after = filter.after.as_deref().map(read_matter_cursor).transpose()?;
        // What one scope cannot tell is told by the rows themselves: then all of a scope are read, of a State
        // or of a topic, which has few.
        let asked = [filter.state.is_some(), filter.topic.is_some(), filter.kind.is_some()];
        let narrowed = asked.into_iter().filter(|asked| *asked).count() > 1;
        let page = Page {
            since_by: None,
            after: after.clone().filter(|_| !narrowed),
            limit: if narrowed { Page::all().limit } else { limit.saturating_add(1) },
        };
        let listed = self.listed_units(list, scope, page).await?;
        let mut rows = self.rows_of_units(&listed, directory).await?;
        let place = |row: &RowShown| listed.iter().find(|(_, unit)| matter(unit) == Some(row.id.as_str()));
        let count = if narrowed {
            let topic = |row: &RowShown| filter.topic.as_ref().is_none_or(|topic| row.topics.contains(topic));
            let kind = |row: &RowShown| filter.kind.as_ref().is_none_or(|kind| row.value("kind") == kind);
            rows.retain(|row| topic(row) && kind(row));
            let count = rows.len() as u64;
            let is_after = |(since, unit): &(Date, Unit)| after.as_ref().is_none_or(|after| (*since, unit.text()) > *after);
            rows.retain(|row| place(row).is_some_and(is_after));
            count
        } else {
            self.count(list, scope).await?
        };
        let more = if narrowed { rows.len() } else { listed.len() } > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).and_then(place).map(matter_cursor);
        Ok((rows, count, next))
    }

    /// Rows in the order of their list.
    pub(crate) async fn rows_of_units(&self, listed: &[(Date, Unit)], directory: &Directory) -> View<Vec<RowShown>> {
        let matters = listed.iter().filter_map(|(_, unit)| matter(unit)).map(str::to_owned).collect();
        let loaded = self.load_matters(matters).await?;
        let rows: Vec<Row> = listed
            .iter()
            .filter_map(|(_, unit)| loaded.get_key_value(matter(unit)?))
            .filter_map(|(matter, entries)| Row::of(matter, entries, self.law()))
            .filter(|row| row.from() <= self.day())
            .collect();
        let persons = self.persons_of(rows.iter()).await?;
        let shown = rows.iter().map(|row| self.row_shown(row, directory, &persons)).collect();
        self.under_names_of_the_day(shown, directory).await
    }

    /// The names of the persons whom rows are about, as far as the reader may know of them on the day.
    pub(crate) async fn persons_of<'r, 'a: 'r>(&self, rows: impl Iterator<Item = &'r Row<'a>>) -> View<Vec<PersonRef>> {
        let mut keys: Vec<String> = rows.flat_map(Row::persons).map(str::to_owned).collect();
        keys.sort();
        keys.dedup();
        let loaded = self.load(keys.clone()).await?;
        let known = keys.iter().filter_map(|key| loaded.dossier(key, self.law()));
        Ok(known.filter_map(|dossier| self.person_ref(&dossier)).collect())
    }

    /// A person under their name, if they exist for the reader on the day.
    pub(crate) fn person_ref(&self, dossier: &Dossier) -> Option<PersonRef> {
        dossier.exists_from(self.hindsight()).filter(|from| *from <= self.day())?;
        Some(PersonRef {
            id: dossier.key.to_owned(),
            name: dossier.name(),
        })
    }

    /// The directory of States as the record has it.
    pub(crate) async fn directory(&self) -> View<Directory> {
        let entries: Vec<Recorded> = self.load_kinds(&crate::directory::KINDS).await?;
        Ok(Directory::of(&entries, self.law()))
    }
}

/// The words of the column `kind` where the file closes them: one that no row bears is a filter that matches
/// nothing, not a wrong one.
fn closed_kinds(file: &File) -> &'static [&'static str] {
    match file.column("kind").map(|column| column.becomes) {
        Some(Becomes::Member(_, _, Sort::Word(words))) => words,
        Some(Becomes::Joined) => files::JOINED_BY,
        _ => &[],
    }
}

fn matter(unit: &Unit) -> Option<&str> {
    if let Unit::Matter(matter) = unit { Some(matter) } else { None }
}
