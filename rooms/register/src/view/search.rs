//! Persons, situations, States and rows of files by name, in every spelling and script of the record and as they
//! were heard, and by the words of what the record says.
//!
//! The read tables say who may answer, by the sound of one word; the kernel of the room `screening` compares the names
//! and says who does, and why.

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
use crate::names::{self, Alike, Heard, IN_TEXT, Way};
use crate::port::{MATTERS, PERSONS, STATES, Sought, Unit};
use crate::reading::Reading;
use access::Viewer;
use record::audience::Level;
use screening::Explanation;
use std::cmp::Reverse;
use std::collections::BTreeMap;

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
        look.found_persons(&asked, answers.persons, &mut found).await?;
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
    /// Persons, each with all ways in which they may be found.
    persons: BTreeMap<String, Vec<FoundBy>>,
    states_named: Vec<Unit>,
    states_heard: Vec<Unit>,
    matters: Vec<Unit>,
}

/// What was found of somebody.
struct Form {
    /// The form of their name, or the text in which the words stand.
    text: String,
    /// How near the form is in hundredths, and why.
    alike: Option<(u8, Explanation)>,
    /// Who may know it.
    level: Level,
}

impl<'q> Question<'q> {
    fn new(q: &'q str) -> Question<'q> {
        Question {
            q,
            tokens: names::asked(q),
            heard: Heard::new(q),
        }
    }

    /// Whether each word begins one of a name.
    fn is_written_in(&self, name: &str) -> bool {
        names::matches(name, &self.tokens)
    }

    /// The nearest of some names.
    fn nearest<'n>(&self, names: &[&'n str]) -> Option<Alike<'n>> {
        names::alike(self.q, names)
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
    /// Whatever may answer, in one question.
    async fn answers(&self, asked: &Question<'_>) -> View<Answers> {
        let (in_names, in_texts) = ([asked.in_names()], [asked.in_texts()]);
        let (heard, each_word) = (asked.heard.ways(), asked.heard.each_word());
        let [named, persons_heard, persons_by_a_word, said, states_named, states_heard, matters] = self
            .found_in([
                (PERSONS, &in_names[..]),
                (PERSONS, heard),
                (PERSONS, each_word),
                (PERSONS, &in_texts[..]),
                (STATES, &in_names[..]),
                (STATES, heard),
                (MATTERS, &in_names[..]),
            ])
            .await?;
        let mut persons: BTreeMap<String, Vec<FoundBy>> = BTreeMap::new();
        for (by, units) in [
            (FoundBy::Name, enough(named)),
            (FoundBy::Sound, enough(persons_heard)),
            // All words stand in what is said of somebody: nearer than one of several that is in their name.
            (FoundBy::Words, enough(said)),
            (FoundBy::Sound, borne_by_few(persons_by_a_word)),
        ] {
            for unit in units {
                if let Unit::Person(key) = unit {
                    persons.entry(key).or_default().push(by);
                }
            }
        }
        Ok(Answers {
            persons,
            states_named: enough(states_named),
            states_heard: enough(states_heard),
            matters: enough(matters),
        })
    }

    /// The persons who answer, until enough are shown: each in the first of the ways in which they do.
    async fn found_persons(&self, asked: &Question<'_>, persons: BTreeMap<String, Vec<FoundBy>>, found: &mut Found) -> View<()> {
        let loaded = self.load(persons.keys().cloned().collect()).await?;
        // Those of whom only the sounds of the words are in the name, which say so where nobody is nearer.
        let mut only_heard = Vec::new();
        for (key, ways) in persons {
            let Some(dossier) = loaded.dossier(&key, self.law()) else {
                continue;
            };
            let answered = ways.into_iter().find_map(|by| Some((by, self.form(&dossier, asked, by)?)));
            let Some((by, form)) = answered else { continue };
            let person = row(self, &dossier).map(|row| FoundPerson {
                level: row.level.max(form.level),
                row,
                likeness: form.alike.as_ref().map(|(percent, _)| *percent),
                alike: form.alike.map(|(_, explanation)| explanation),
                form: form.text,
                by,
            });
            let to = if by == FoundBy::Sound && person.as_ref().is_some_and(|person| person.alike.is_none()) {
                &mut only_heard
            } else {
                &mut found.persons
            };
            to.extend(person);
        }
        if found.persons.iter().all(|person| person.by > FoundBy::Near) {
            found.persons.append(&mut only_heard);
        }
        found.persons.sort_by(|a, b| {
            let place = |person: &FoundPerson| (person.by, Reverse(person.likeness));
            (place(a), &a.row.name, &a.row.id).cmp(&(place(b), &b.row.name, &b.row.id))
        });
        found.more = found.persons.len() > MOST_FOUND;
        found.persons.truncate(MOST_FOUND);
        Ok(())
    }

    /// The form of the name that was found, or the text in which the words stand. None where no form answers in this way.
    fn form(&self, dossier: &Dossier, asked: &Question, by: FoundBy) -> Option<Form> {
        let forms: Vec<String> = std::iter::once(dossier.name()).chain(dossier.also_known_as()).collect();
        let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
        let form = match by {
            FoundBy::Name => forms.iter().find(|form| asked.is_written_in(form)).or(forms.first()),
            FoundBy::Sound => match asked.nearest(&forms) {
                Some(nearest) => {
                    return Some(Form {
                        text: nearest.name.to_owned(),
                        alike: Some((nearest.percent(), nearest.explanation)),
                        level: dossier.level_of_name(),
                    });
                }
                None => forms.iter().find(|form| asked.heard.matches(form)),
            },
            FoundBy::Near => forms.iter().find(|form| names::answers(form, &asked.heard.beginnings())),
            FoundBy::Words => {
                let (text, level) = self.text_with(&said_of_person(dossier), asked);
                return Some(Form { text, alike: None, level });
            }
        };
        Some(Form {
            text: (*form?).to_owned(),
            alike: None,
            level: dossier.level_of_name(),
        })
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
                let by = if by_number(&s.no) || asked.is_written_in(&s.name) {
                    Some(FoundBy::Name)
                } else {
                    asked.nearest(&[&s.name]).map(|_| FoundBy::Sound)
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
            let names: Vec<&str> = state.all_names(self.day()).map(String::as_str).collect();
            let form = match by {
                // By its code it is found as it is written; by its sound under one name.
                FoundBy::Name => names.into_iter().find(|name| asked.is_written_in(name)).or(Some(&code)),
                _ => asked.nearest(&names).map(|nearest| nearest.name),
            };
            let Some(form) = form else { continue };
            found.states.push(FoundState {
                form: form.to_owned(),
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
        let [near] = self.found_in([(PERSONS, asked.heard.beginnings().as_slice())]).await?;
        let persons = enough(near).into_iter().filter_map(|unit| match unit {
            Unit::Person(key) => Some((key, vec![FoundBy::Near])),
            Unit::State(_) | Unit::Matter(_) => None,
        });
        self.found_persons(asked, persons.collect(), found).await
    }

    /// For each sort and each of its ways the units that answer so: of each way at most one more than are shown.
    async fn found_in<const N: usize>(&self, asked: [(&str, &[Way]); N]) -> View<[Vec<Vec<Unit>>; N]> {
        let ways = asked
            .iter()
            .flat_map(|(sort, ways)| ways.iter().map(|words| Sought { sort, words }));
        let mut found = self.answering(&ways.collect::<Vec<_>>(), MOST_FOUND + 1).await?.into_iter();
        Ok(asked.map(|(_, ways)| found.by_ref().take(ways.len()).collect()))
    }
}

/// Those who answer in any of some ways, those of the nearest first, none twice, until there are more than enough.
fn enough(ways: Vec<Vec<Unit>>) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for of_way in ways {
        if units.len() <= 2 * MOST_FOUND {
            let new: Vec<Unit> = of_way.into_iter().filter(|unit| !units.contains(unit)).collect();
            units.extend(new);
        }
    }
    units
}

/// Those who answer by one word. One that more bear than are shown leads to nobody by itself.
fn borne_by_few(words: Vec<Vec<Unit>>) -> Vec<Unit> {
    enough(words.into_iter().filter(|units| units.len() <= MOST_FOUND).collect())
}
