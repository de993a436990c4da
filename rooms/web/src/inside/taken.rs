//! A matter that is taken along: the page of it to be read and printed, and the words about the file. In the language of
//! whoever takes it, without links and scripts, since it is read where there is no program of ours.

use super::matter_words::{account_of_author, named};
use crate::address::Lang;
use crate::markup::Markup;
use crate::texts::{Texts, Words};
use crate::written::{Length, capital};
use askama::Template;
use identity::people::holders::Known;
use identity::people::{Actor, People, PeopleError};
use record::audience::Level;
use record::entry::Attachment;
use register::Register;
use register::audit::Purpose;
use register::outside::day_in_the_hague;
use register::port::Proof;
use register::view::ViewError;
use register::view::model::{Member, PersonRef, TakenEntry, TakenMatter};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A matter as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenFile {
    /// The name under which it is kept.
    pub name: String,
    /// The ZIP.
    pub bytes: Vec<u8>,
}

/// Why a matter could not be made into a file.
#[derive(Debug, thiserror::Error)]
pub enum TakeError {
    /// Its proofs could not be read.
    #[error(transparent)]
    View(#[from] ViewError),
    /// Who recorded it could not be read.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// It could not be written as a ZIP.
    #[error(transparent)]
    Archive(#[from] reports::ArchiveError),
    /// Its page could not be written.
    #[error("the page of the matter could not be written: {0}")]
    Page(#[from] askama::Error),
}

/// Who takes a matter along, and for what.
pub(super) struct Taker<'a> {
    /// As whom they act.
    pub(super) actor: &'a Actor,
    /// What they are called.
    pub(super) name: &'a str,
    /// For what; the shell does not say.
    pub(super) purpose: Option<Purpose>,
}

/// The file of a matter for whoever is at the shell, in English as the shell is.
///
/// # Errors
/// The record could not be read, or the file would be too large.
pub async fn take_matter(
    register: &Register,
    people: &People,
    actor: &Actor,
    name: &str,
    matter: &TakenMatter,
) -> Result<TakenFile, TakeError> {
    let w = Words::new(&Arc::new(Texts::load()), Lang::En);
    let taker = Taker {
        actor,
        name,
        purpose: None,
    };
    file(register, people, &w, &taker, matter).await
}

/// The file of a matter.
pub(super) async fn file(
    register: &Register,
    people: &People,
    w: &Words,
    taker: &Taker<'_>,
    matter: &TakenMatter,
) -> Result<TakenFile, TakeError> {
    // The case of a team does not leave the program: whoever is handed the file need not know of it.
    let w = &w.clone().with_cases(Arc::default());
    let proofs = register.proofs_of(taker.actor.viewer(), matter).await?;
    let authors = matter.entries.iter().map(|entry| &entry.shown.author);
    let page = Page {
        w,
        m: matter,
        mark: w.mark_of(matter),
        whom: w.whom(taker),
        purpose: taker.purpose,
        named: named(people, taker.actor, authors.filter_map(account_of_author)).await?,
        proofs: &proofs,
    };
    let readme = Readme {
        w,
        m: matter,
        mark: page.mark.clone(),
        whom: page.whom.clone(),
        purpose: taker.purpose,
    };
    Ok(TakenFile {
        name: reports::taken_name(matter.exercise, day_in_the_hague(matter.at)),
        bytes: reports::taken(matter, &proofs, &readme.render()?, &page.render()?)?,
    })
}

impl Words {
    /// The classification of what is taken along, with the word that it is an exercise: closed words without signs that
    /// mean something in HTML or CSS.
    pub(super) fn mark_of(&self, matter: &TakenMatter) -> String {
        let level = self.level(matter.level).to_uppercase();
        match matter.exercise {
            true => format!("{} · {level}", self.t("exercise-short").to_uppercase()),
            false => level,
        }
    }

    /// Whoever takes it along: name, role and organisation.
    pub(super) fn whom(&self, taker: &Taker) -> String {
        let viewer = taker.actor.viewer();
        match (viewer.role(), viewer.organisation()) {
            (Some(role), Some(organisation)) => {
                let post = [
                    ("role", self.role(role).into()),
                    ("organisation", self.organisation(organisation).into()),
                ];
                let post = self.plain("inside-post", &post);
                self.plain("matter-person-plain", &[("name", taker.name.into()), ("post", post.into())])
            }
            _ => self.plain("taken-operator", &[("name", taker.name.into())]),
        }
    }

    /// The name of a purpose.
    pub(super) fn purpose(&self, purpose: Purpose) -> String {
        self.t(&purpose.text_key())
    }

    /// Purposes by the words of forms and of pages.
    pub(crate) fn purposes(&self) -> Vec<(&'static str, String)> {
        Purpose::ALL
            .into_iter()
            .map(|purpose| (purpose.word(), self.purpose(purpose)))
            .collect()
    }

    /// How what is of a level is kept.
    fn keep(&self, level: Level) -> String {
        self.t(match level {
            Level::Public => "taken-keep-public",
            Level::Restricted => "taken-keep-restricted",
            Level::Confidential => "taken-keep-confidential",
            Level::UnderSeal => "taken-keep-under-seal",
        })
    }
}

/// The page of the matter.
#[derive(Template)]
#[template(path = "inside/taken.html")]
struct Page<'a> {
    w: &'a Words,
    m: &'a TakenMatter,
    mark: String,
    whom: String,
    purpose: Option<Purpose>,
    named: BTreeMap<String, Known>,
    proofs: &'a [(String, Proof)],
}

impl Page<'_> {
    fn title(&self) -> String {
        self.w.plain("matter-title-of", &[("matter", self.m.id.as_str().into())])
    }

    fn head(&self) -> Markup {
        let person = |person: &PersonRef| Markup::name(&person.name);
        self.w.what(&self.m.kind, &self.m.about, person)
    }

    fn taken_for(&self) -> Markup {
        let at = self.w.moment(self.m.at);
        self.w.say("taken-for", &[("at", at.into()), ("whom", self.whom.as_str().into())])
    }

    fn purpose(&self) -> Option<Markup> {
        let purpose = self.w.purpose(self.purpose?);
        Some(self.w.say("taken-purpose", &[("purpose", purpose.into())]))
    }

    fn keep(&self) -> String {
        self.w.keep(self.m.level)
    }

    /// What the matter is about, by sort, and from whom it comes.
    fn about(&self) -> Vec<(String, Markup)> {
        let about = &self.m.about;
        let persons = about.persons.iter().map(|person| Markup::name(&person.name)).collect::<Vec<_>>();
        let states = about.states.iter().map(|state| self.w.state(state)).collect();
        let numbers = about.numbers.iter().map(|number| Markup::text(number)).collect();
        let from = self.m.originator.iter().map(|reader| self.w.reader(reader)).collect();
        [
            ("taken-persons", persons),
            ("taken-states", states),
            ("taken-numbers", numbers),
            ("taken-from", from),
        ]
        .into_iter()
        .filter(|(_, values)| !values.is_empty())
        .map(|(key, values)| (self.w.t(key), Markup::join(&values, ", ")))
        .collect()
    }

    fn kind(&self, entry: &TakenEntry) -> Markup {
        capital(&self.w.closed("kind", &entry.shown.kind))
    }

    fn effective(&self, entry: &TakenEntry) -> Markup {
        self.w.when(&entry.shown.effective, Length::Full)
    }

    fn audience(&self, entry: &TakenEntry) -> Markup {
        self.w.audience(&entry.shown.audience)
    }

    fn basis(&self, entry: &TakenEntry) -> Option<Markup> {
        entry.shown.basis.as_deref().map(|basis| Markup::english(basis, self.w.lang))
    }

    fn source(&self, entry: &TakenEntry) -> Option<Markup> {
        let source = Markup::english(entry.source.as_deref()?, self.w.lang);
        Some(self.w.say("taken-source", &[("source", source.into())]))
    }

    fn corrects(&self, entry: &TakenEntry) -> Option<Markup> {
        let corrects = entry.corrects.as_ref()?;
        let args = [
            ("entry", corrects.entry.as_str().into()),
            ("reason", Markup::english(&corrects.reason, self.w.lang).into()),
        ];
        Some(if corrects.retracts {
            self.w.say("taken-retracts", &args)
        } else {
            self.w.say("taken-corrects", &args)
        })
    }

    /// What a member of a body is called; the name that it has in the record where there is no word for it.
    fn member(&self, member: &Member) -> Markup {
        capital(&self.w.closed("cell", &member.name))
    }

    /// What an entry says of a file that it names.
    fn attachment(&self, file: &Attachment) -> Markup {
        let args = [
            ("name", Markup::name(&file.name).into()),
            ("type", file.media_type.as_str().into()),
            ("bytes", file.length.into()),
            ("hash", file.sha256.as_str().into()),
        ];
        self.w.say("taken-attachment", &args)
    }

    fn recorded(&self, entry: &TakenEntry) -> Markup {
        let (day, who) = (self.w.moment(entry.shown.recorded), self.w.author(&entry.shown.author, &self.named));
        self.w.say("matter-recorded", &[("day", day.into()), ("who", who.into())])
    }

    /// Under which id the entry stands in the record, and where its proof is.
    fn proof(&self, entry: &TakenEntry) -> Markup {
        let id: &str = &entry.shown.id;
        let named = self.w.say("taken-entry", &[("entry", id.into())]);
        let of_entry = self.proofs.iter().find(|(of, _)| of == id).map(|(_, proof)| proof);
        let proof = match of_entry {
            Some(Proof::Ready(_)) => self.w.say("taken-proof", &[("entry", id.into())]),
            Some(Proof::From(mark)) => self.w.say("taken-proof-from", &[("at", self.w.moment(*mark).into())]),
            None => return named,
        };
        Markup::join(&[named, proof], ". ")
    }
}

/// The words about the file.
#[derive(Template)]
#[template(path = "inside/taken.txt", whitespace = "preserve")]
struct Readme<'a> {
    w: &'a Words,
    m: &'a TakenMatter,
    mark: String,
    whom: String,
    purpose: Option<Purpose>,
}

impl Readme<'_> {
    fn level(&self) -> String {
        self.w.level(self.m.level)
    }

    /// RFC 3339, in UTC.
    fn at(&self) -> String {
        format!("{:.0}", self.m.at)
    }

    fn purpose_plain(&self) -> Option<String> {
        let purpose = self.w.purpose(self.purpose?);
        Some(self.w.plain("taken-purpose", &[("purpose", purpose.into())]))
    }

    /// The grounds on which the entries are not public, each once.
    fn bases(&self) -> BTreeSet<&str> {
        self.m.entries.iter().filter_map(|entry| entry.shown.basis.as_deref()).collect()
    }

    fn keep(&self) -> String {
        self.w.keep(self.m.level)
    }
}
