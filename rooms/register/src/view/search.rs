//! Persons, situations, States and rows of files by name, in every spelling and script of the record and as they
//! were heard, and by the words of what the record says.

use super::View;
use super::events::title;
use super::look::Look;
use super::model::{Found, FoundBy, FoundPerson, FoundRow, FoundSituation, FoundState};
use super::row::row;
use crate::Register;
use crate::derive::{Said, said_in_row, said_of_person};
use crate::directory::Directory;
use crate::dossier::Dossier;
use crate::files::Row;
use crate::names::{self, Heard, IN_TEXT, Way};
use crate::port::{MATTERS, PERSONS, STATES, Sought, Unit};
use crate::reading::Reading;
use access::Viewer;
use record::audience::Level;

/// The most persons, and the most rows of files, that a search shows.
pub const MOST_FOUND: usize = 50;

/// The most words that are read of a question, so that none costs more.
const MOST_WORDS: usize = 8;

impl Register {
    /// Persons, situations, States and rows of files by name, sound and words.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn search(&self, viewer: &Viewer, reading: &Reading, q: &str) -> View<Found> {
        let look = Look::new(self, viewer, reading).await?;
        let mut found = Found {
            asked: look.asked(),
            q: q.to_owned(),
            not_read: String::new(),
            persons: Vec::new(),
            more: false,
            situations: Vec::new(),
            states: Vec::new(),
            rows: Vec::new(),
            more_rows: false,
        };
        let (read, not_read) = names::first_words(q, MOST_WORDS);
        found.not_read = not_read.to_owned();
        let asked = Question::new(read);
        if asked.tokens.is_empty() {
            return Ok(found);
        }
        let answers = look.answers(&asked).await?;
        let directory = look.directory().await?;
        let by_name_and_words = [
            (FoundBy::Name, answers.named),
            (FoundBy::Sound, answers.heard),
            (FoundBy::Words, answers.said),
        ];
        look.found_persons(&asked, by_name_and_words, &mut found).await?;
        look.found_situations(&asked, &mut found).await?;
        look.found_states(&asked, &directory, (answers.states_named, answers.states_heard), &mut found);
        look.found_rows(&asked, &directory, answers.matters, &mut found).await?;
        if found.persons.is_empty() && found.situations.is_empty() && found.states.is_empty() && found.rows.is_empty() {
            look.found_near(&asked, &mut found).await?;
        }
        Ok(found)
    }
}

/// What was asked.
struct Question<'q> {
    /// The words that are read.
    q: &'q str,
    /// As it is written.
    tokens: Vec<String>,
    /// As it sounds.
    heard: Heard,
}

/// The units that answer, by sort and by how.
struct Answers {
    named: Vec<Unit>,
    heard: Vec<Unit>,
    said: Vec<Unit>,
    states_named: Vec<Unit>,
    states_heard: Vec<Unit>,
    matters: Vec<Unit>,
}

impl<'q> Question<'q> {
    fn new(q: &'q str) -> Question<'q> {
        Question {
            q,
            tokens: names::asked(q),
            heard: Heard::new(q),
        }
    }

    /// How a name answers, if it does.
    fn answered_by(&self, name: &str) -> Option<FoundBy> {
        if names::matches(name, &self.tokens) {
            Some(FoundBy::Name)
        } else {
            self.heard.matches(name).then_some(FoundBy::Sound)
        }
    }

    /// Each word as it begins one of a name.
    fn in_names(&self) -> Way {
        self.tokens.iter().map(|token| vec![token.clone()]).collect()
    }

    /// Each word as that of a name or of a text.
    fn in_texts(&self) -> Way {
        let either = |token: &String| vec![token.clone(), format!("{IN_TEXT}{token}")];
        self.tokens.iter().map(either).collect()
    }
}

impl Look<'_> {
    /// Whatever answers, in one question.
    async fn answers(&self, asked: &Question<'_>) -> View<Answers> {
        let (in_names, in_texts) = ([asked.in_names()], [asked.in_texts()]);
        let mut found = self
            .found_in([
                (PERSONS, &in_names[..]),
                (PERSONS, asked.heard.ways()),
                (PERSONS, &in_texts[..]),
                (STATES, &in_names[..]),
                (STATES, asked.heard.ways()),
                (MATTERS, &in_names[..]),
            ])
            .await?
            .into_iter();
        let mut next = || found.next().unwrap_or_default();
        Ok(Answers {
            named: next(),
            heard: next(),
            said: next(),
            states_named: next(),
            states_heard: next(),
            matters: next(),
        })
    }

    /// The persons found in each way, none twice, until enough are shown.
    async fn found_persons(
        &self,
        asked: &Question<'_>,
        ways: impl IntoIterator<Item = (FoundBy, Vec<Unit>)>,
        found: &mut Found,
    ) -> View<()> {
        let mut keys: Vec<(String, FoundBy)> = Vec::new();
        for (by, units) in ways {
            for unit in units {
                if let Unit::Person(key) = unit
                    && keys.iter().all(|(taken, _)| *taken != key)
                {
                    keys.push((key, by));
                }
            }
        }
        let loaded = self.load(keys.iter().map(|(key, _)| key.clone()).collect()).await?;
        for (key, by) in keys {
            let Some(dossier) = loaded.dossier(&key, self.law()) else {
                continue;
            };
            let Some((form, level)) = self.form(&dossier, asked, by) else {
                continue;
            };
            found.persons.extend(row(self, &dossier).map(|row| FoundPerson {
                level: row.level.max(level),
                row,
                form,
                by,
            }));
        }
        found
            .persons
            .sort_by(|a, b| (a.by, &a.row.name, &a.row.id).cmp(&(b.by, &b.row.name, &b.row.id)));
        found.more = found.persons.len() > MOST_FOUND;
        found.persons.truncate(MOST_FOUND);
        Ok(())
    }

    /// The form of the name that was found, or the text in which the words stand. None where no one form sounds so:
    /// one word then sounds like part of one name, another like part of another. With it, who may know it.
    fn form(&self, dossier: &Dossier, asked: &Question, by: FoundBy) -> Option<(String, Level)> {
        let mut forms = std::iter::once(dossier.name()).chain(dossier.also_known_as());
        let form = match by {
            FoundBy::Name => Some(
                forms
                    .find(|form| names::matches(form, &asked.tokens))
                    .unwrap_or_else(|| dossier.name()),
            ),
            FoundBy::Sound => forms.find(|form| asked.heard.matches(form)),
            FoundBy::Near => forms.find(|form| names::answers(form, &asked.heard.beginnings())),
            FoundBy::Words => return Some(self.text_with(&said_of_person(dossier), asked)),
        };
        Some((form?, dossier.level_of_name()))
    }

    /// The first of some texts that can be read on the day and holds all words that were asked for; where none
    /// does, the first that holds one of them.
    fn text_with(&self, said: &[Said], asked: &Question) -> (String, Level) {
        let mut texts = said.iter().filter(|said| said.on(self.hindsight(), self.day()));
        let all = texts.clone().find(|said| names::matches(&said.text, &asked.tokens));
        let one = |said: &&Said| {
            asked
                .tokens
                .iter()
                .any(|token| names::matches(&said.text, std::slice::from_ref(token)))
        };
        let found = all.or_else(|| texts.find(one));
        found.map_or((String::new(), Level::Public), |said| (said.text.clone(), said.level))
    }

    /// Situations by name and number; by sound only where none is found so, for everybody knows their names.
    async fn found_situations(&self, asked: &Question<'_>, found: &mut Found) -> View<()> {
        let by_number = |no: &str| no.to_lowercase().starts_with(&asked.q.trim().to_lowercase());
        let situations = self.situation_totals().await?.into_iter();
        found.situations = situations
            .filter_map(|s| {
                let by = if by_number(&s.no) {
                    Some(FoundBy::Name)
                } else {
                    asked.answered_by(&s.name)
                };
                by.map(|by| FoundSituation {
                    no: s.no,
                    name: s.name,
                    by,
                })
            })
            .collect();
        if found.situations.iter().any(|situation| situation.by == FoundBy::Name) {
            found.situations.retain(|situation| situation.by == FoundBy::Name);
        }
        Ok(())
    }

    /// States by any name that they bear or bore and by code; where none bears it, those whose name sounds so, and
    /// where no person is found either, those near it.
    fn found_states(&self, asked: &Question<'_>, directory: &Directory, (named, heard): (Vec<Unit>, Vec<Unit>), found: &mut Found) {
        let (by, units) = if named.is_empty() {
            (FoundBy::Sound, heard)
        } else {
            (FoundBy::Name, named)
        };
        for unit in units {
            let Unit::State(code) = unit else { continue };
            let Some(state) = directory.get(&code).filter(|state| state.existed(self.day())) else {
                continue;
            };
            let form = state.all_names(self.day()).find(|name| asked.answered_by(name) == Some(by));
            // By its code it is found as it is written; by its sound under one name.
            let Some(form) = form.or_else(|| (by == FoundBy::Name).then_some(&code)) else {
                continue;
            };
            found.states.push(FoundState {
                form: form.clone(),
                state: state.on(self.day()),
                by,
            });
        }
        if found.states.is_empty() && found.persons.is_empty() {
            let suggested = directory.suggest(asked.q, self.day()).into_iter();
            found.states = suggested
                .map(|state| FoundState {
                    form: String::new(),
                    state,
                    by: FoundBy::Near,
                })
                .collect();
        }
    }

    /// Rows of files by the words of what they say.
    async fn found_rows(&self, asked: &Question<'_>, directory: &Directory, units: Vec<Unit>, found: &mut Found) -> View<()> {
        let mut matters: Vec<String> = units
            .into_iter()
            .filter_map(|unit| if let Unit::Matter(matter) = unit { Some(matter) } else { None })
            .collect();
        found.more_rows = matters.len() > MOST_FOUND;
        matters.truncate(MOST_FOUND);
        let loaded = self.load_matters(matters).await?;
        for (matter, entries) in &loaded {
            let Some(row) = Row::of(matter, entries, self.law()) else {
                continue;
            };
            let title = title(&row, self.day()).unwrap_or_default();
            let (form, level) = self.text_with(&said_in_row(&row), asked);
            found.rows.push(FoundRow {
                level: level.max(row.level(self.day())),
                file: row.file.name().to_owned(),
                id: row.matter.to_owned(),
                states: row.states().into_iter().map(|code| directory.on(code, self.day())).collect(),
                form: if form == title { String::new() } else { form },
                title,
            });
        }
        Ok(())
    }

    /// Persons of whose name somebody may have heard the beginning.
    async fn found_near(&self, asked: &Question<'_>, found: &mut Found) -> View<()> {
        let near = self.found_in([(PERSONS, asked.heard.beginnings().as_slice())]).await?;
        self.found_persons(asked, near.into_iter().map(|units| (FoundBy::Near, units)), found)
            .await
    }

    /// For each sort the units that answer in one of some ways, those of the nearest way first, none twice: of each way
    /// one more than are shown, and no further way once there are more than enough.
    async fn found_in<const N: usize>(&self, asked: [(&str, &[Way]); N]) -> View<Vec<Vec<Unit>>> {
        let ways = asked
            .iter()
            .flat_map(|(sort, ways)| ways.iter().map(|words| Sought { sort, words }));
        let mut found = self.answering(&ways.collect::<Vec<_>>(), MOST_FOUND + 1).await?.into_iter();
        let of_sort = |(_, ways): (&str, &[Way])| {
            let mut units: Vec<Unit> = Vec::new();
            for of_way in found.by_ref().take(ways.len()) {
                if units.len() <= 2 * MOST_FOUND {
                    let new: Vec<Unit> = of_way.into_iter().filter(|unit| !units.contains(unit)).collect();
                    units.extend(new);
                }
            }
            units
        };
        Ok(asked.into_iter().map(of_sort).collect())
    }
}
