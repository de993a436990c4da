//! An officer adds to a matter that is not public, closes it further, or opens it by a decision.

use crate::Register;
use crate::closing::{self, Closing, audience_now};
use crate::fact::FactError;
use crate::port::{Of, Recorded};
use crate::{files, kinds};
use access::{Action, On, Viewer, may};
use record::audience::{Audience, Level, Reader};
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::Object;
use record::when::{Span, When};

/// An audience as somebody writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AudienceWords {
    /// `public`, `restricted`, `confidential` or `under-seal`.
    pub level: String,
    /// Who is let in; see [`Reader::FORM`].
    pub list: Vec<String>,
    /// Who is left out of it.
    pub left_out: Vec<String>,
    /// From whom it comes.
    pub originator: Option<String>,
}

/// What is added to a matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addition {
    /// The matter; a new one under a random name where none is given.
    pub matter: Option<String>,
    /// Kind of the entry; see [`kinds`].
    pub kind: String,
    /// When it happened, in the text form of [`When`].
    pub effective: String,
    /// What it is about: `person:kony`, `state:FRA`.
    pub about: Vec<String>,
    /// Members of its body.
    pub set: Vec<(String, String)>,
    /// Who may know it.
    pub audience: AudienceWords,
    /// The ground on which it is not public.
    pub basis: Option<String>,
    /// Where it was read.
    pub source: Option<String>,
    /// Who says so.
    pub officer: String,
}

/// Which way the audience of a matter changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is closed further.
    Narrow,
    /// It is opened, whole.
    Unseal,
    /// It was public by mistake, and is closed.
    WithdrawFromPublic,
}

/// A change of the audience of a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAudience {
    /// The matter.
    pub matter: String,
    /// Which way.
    pub change: Change,
    /// The audience from then on.
    pub audience: AudienceWords,
    /// The decision, by its number or date.
    pub decision: String,
    /// Whose decision it is; required to unseal.
    pub authority: Option<String>,
    /// The day of the decision; today where none is given.
    pub effective: Option<String>,
    /// Who records it.
    pub officer: String,
}

fn given(text: impl Into<String>) -> FactError {
    FactError::Given(text.into())
}

/// The matters of the program and of packs are not an officer's.
fn refuse_own(matter: &str) -> Result<(), FactError> {
    if matter == "record" || matter.starts_with("pack-") {
        return Err(given(format!("{matter:?} is a matter of the record itself; name another")));
    }
    Ok(())
}

impl AudienceWords {
    /// The audience that is meant.
    ///
    /// # Errors
    /// A level or a reader is none; says what may be written.
    pub fn read(&self) -> Result<Audience, FactError> {
        let level = Level::from_word(&self.level).ok_or_else(|| {
            let words = Level::ALL.map(Level::word).join(", ");
            given(format!("{:?} is no level; write one of {words}", self.level))
        })?;
        let reader = |text: &String| Reader::parse(text).ok_or_else(|| given(format!("{text:?} is no reader; write {}", Reader::FORM)));
        let list = self.list.iter().map(reader).collect::<Result<Vec<_>, _>>()?;
        let left_out = self.left_out.iter().map(reader).collect::<Result<Vec<_>, _>>()?;
        let originator = self.originator.as_ref().map(reader).transpose()?;
        if level == Level::Public {
            if !list.is_empty() || !left_out.is_empty() {
                return Err(given(
                    "what is public is open to anybody: leave the readers out, or give another level",
                ));
            }
            return Ok(Audience {
                originator,
                ..Audience::public()
            });
        }
        let shut = |reader: &Reader| left_out.iter().any(|without| without.covers(reader));
        if !list.is_empty() && list.iter().all(shut) {
            return Err(given(
                "whoever is let in is left out too, so that nobody could read it: change --to or --without",
            ));
        }
        let originator =
            originator.ok_or_else(|| given("matter that is not public says from whom it comes; give --from, such as organ:prosecutor"))?;
        Ok(Audience::of(level, originator, list).without(left_out))
    }
}

impl Register {
    /// Adds an entry to a matter, or begins one with it.
    ///
    /// # Errors
    /// The kind, a date, a subject or the audience is none that can be recorded, or the viewer may not add this.
    pub async fn add(&self, viewer: &Viewer, addition: &Addition) -> Result<Recorded, FactError> {
        let kind = addition.kind.as_str();
        let known = kinds::is_act(kind) || files::has(kind) || [kinds::PERSON_NAMED, kinds::REMARK].contains(&kind);
        if !known {
            return Err(given(format!(
                "{kind:?} is not a kind of entry that is added so; write one such as {}, {} or {}",
                kinds::WARRANT_ISSUED,
                kinds::PERSON_NAMED,
                kinds::FINDING
            )));
        }
        let effective = When::parse(&addition.effective).map_err(|error| {
            given(format!(
                "{:?} is no date: {error}; write it like 2013-10-02, 2010-06 or unknown",
                addition.effective
            ))
        })?;
        let subject = |text: &String| {
            Subject::parse(text).ok_or_else(|| {
                given(format!(
                    "{text:?} is no subject; write it like person:KEY, situation:NUMBER, case:NUMBER or state:FRA"
                ))
            })
        };
        let about = addition.about.iter().map(subject).collect::<Result<Vec<_>, _>>()?;
        if kinds::is_issue(kind)
            && !(about.iter().any(|s| matches!(s, Subject::Person(_))) && about.iter().any(|s| matches!(s, Subject::Situation(_))))
        {
            return Err(given(
                "a warrant or summons is about a person in a situation; give both with --about",
            ));
        }
        if kind == kinds::PERSON_NAMED
            && !addition
                .set
                .iter()
                .any(|(member, value)| member == "name" && !value.trim().is_empty())
        {
            return Err(given("give the name with --set name=…"));
        }
        let set = addition.set.iter().filter(|(_, value)| !value.trim().is_empty());
        let draft = Draft {
            matter: addition.matter.clone().unwrap_or_else(|| format!("matter-{}", self.random_id())),
            kind: kind.to_owned(),
            effective,
            audience: addition.audience.read()?,
            basis: addition.basis.clone(),
            source: addition.source.clone(),
            about,
            body: set.fold(Object::new(), |body, (member, value)| body.text(member, value.trim())),
            ..self.blank(&addition.officer)?
        };
        refuse_own(&draft.matter)?;
        self.check_day(&draft)?;
        self.check_order(viewer, &draft).await?;
        let there = self.store.entries(viewer, Of::Matters(vec![draft.matter.clone()]), None).await?;
        let audience = &draft.audience;
        if there.is_empty() && addition.matter.is_some() && audience.level != Level::Public && !draft.matter.starts_with("exercise") {
            return Err(given(
                "a matter that is not public bears a random name, so that nothing that comes later can be called the same: leave out --matter",
            ));
        }
        if !there.is_empty() && !there.iter().any(|r| r.audience.at_least_as_wide_as(&draft.audience)) {
            return Err(given(format!(
                "the matter {} is narrower than that: give the audience that it has, or a narrower one; to open it, use `comity matter unseal`",
                draft.matter
            )));
        }
        self.record(viewer, draft).await
    }

    /// Narrows or opens a matter by an entry that says so.
    ///
    /// # Errors
    /// There is no such matter for this viewer, they may not change its audience, nothing would change, or decision
    /// or authority are missing.
    pub async fn change_audience(&self, viewer: &Viewer, new: &NewAudience) -> Result<Recorded, FactError> {
        refuse_own(&new.matter)?;
        let to = new.audience.read()?;
        let decision = new.decision.trim();
        if decision.is_empty() {
            return Err(given(
                "name the decision by which the audience changes; give --decision with its number or date",
            ));
        }
        let authority = new.authority.as_deref().map(str::trim).filter(|authority| !authority.is_empty());
        if new.change == Change::Unseal && authority.is_none() {
            return Err(given("a matter is opened by a decision of whoever may open it; give --authority"));
        }
        let entries = self.store.entries(viewer, Of::Matters(vec![new.matter.clone()]), None).await?;
        let closings: Vec<Closing> = entries.iter().filter_map(|r| Closing::of(&r.entry, r.position)).collect();
        let now: Vec<Audience> = entries.iter().map(|r| r.audience.clone()).collect();
        let Some(first) = entries.first() else {
            return Err(given(format!(
                "there is no matter {:?} in this record; take its name from the page of an entry",
                new.matter
            )));
        };
        let action = match new.change {
            Change::Narrow => Action::Narrow,
            Change::Unseal => Action::Unseal,
            Change::WithdrawFromPublic => Action::WithdrawFromPublic,
        };
        for audience in &now {
            let matter = access::Matter {
                matter: &new.matter,
                audience,
            };
            if !may(viewer, action, On::Matter(matter)) {
                return Err(given(
                    "you may not change who knows this matter; ask the officer from whom it comes",
                ));
            }
        }
        let effective = match &new.effective {
            Some(text) => When::parse(text).map_err(|error| given(format!("{text:?} is no date: {error}; write it like 2013-10-02")))?,
            None => When::In(Span::Day(self.today())),
        };
        let draft = Draft {
            matter: new.matter.clone(),
            kind: match new.change {
                Change::Narrow => kinds::NARROWED,
                Change::Unseal => kinds::UNSEALED,
                Change::WithdrawFromPublic => kinds::WITHDRAWN_FROM_PUBLIC,
            }
            .to_owned(),
            effective,
            basis: (to.level != Level::Public).then(|| decision.to_owned()),
            audience: to,
            about: first
                .entry
                .about
                .iter()
                .filter(|subject| !matches!(subject, Subject::Entry(_)))
                .cloned()
                .collect(),
            body: Object::new().text_if("authority", authority).text("decision", decision),
            ..self.blank(&new.officer)?
        };
        self.check_change(new.change, &entries, &now, &closings, &draft)?;
        let mut drafts = vec![draft.clone()];
        // What opens an instrument to anybody discloses it.
        let issue = entries.iter().find(|r| kinds::is_issue(&r.entry.kind));
        let disclosed = entries.iter().any(|r| r.entry.kind == kinds::MADE_PUBLIC);
        if let Some(issue) = issue.filter(|_| new.change == Change::Unseal && draft.audience.level == Level::Public && !disclosed) {
            drafts.push(Draft {
                id: EntryId::from_bytes(self.random_bytes()),
                kind: kinds::MADE_PUBLIC.to_owned(),
                about: issue.entry.about.clone(),
                source: Some(decision.to_owned()),
                body: Object::new(),
                ..draft
            });
        }
        self.record_all(viewer, drafts).await
    }

    /// Refuses a change that changes nothing, or goes the other way.
    fn check_change(
        &self,
        change: Change,
        entries: &[Recorded],
        now: &[Audience],
        closings: &[Closing],
        draft: &Draft,
    ) -> Result<(), FactError> {
        self.check_day(draft)?;
        let act = Closing {
            position: u64::MAX,
            opens: change == Change::Unseal,
            to: draft.audience.clone(),
        };
        let all: Vec<Closing> = closings.iter().cloned().chain([act]).collect();
        let then = entries.iter().map(|r| audience_now(&r.entry.audience, r.position, &all));
        // What counts is what happened in the matter, not the acts that closed and opened it.
        let changed = then.zip(now).zip(entries);
        let changed = changed
            .filter(|(_, r)| !closing::is_closing(&r.entry.kind))
            .any(|((then, now), _)| then != *now);
        let of_entries = entries.iter().zip(now).filter(|(r, _)| !closing::is_closing(&r.entry.kind));
        let audiences: Vec<&Audience> = of_entries.map(|(_, audience)| audience).collect();
        let to = &draft.audience;
        match change {
            Change::Narrow if draft.audience.level == Level::Public => Err(given(
                "what is narrowed is not public; give the level to which it is closed, such as confidential",
            )),
            Change::WithdrawFromPublic if draft.audience.level == Level::Public || now.iter().all(|a| a.level != Level::Public) => Err(
                given("nothing of this matter is public, or it would stay so; to close it further, use `comity matter narrow`"),
            ),
            // The act itself is known to whom it names: they must know of the matter already.
            Change::Narrow | Change::WithdrawFromPublic if !now.iter().any(|audience| audience.at_least_as_wide_as(to)) => Err(given(
                "that would let somebody in who does not know of this matter: give the level that it has, or a narrower one, and readers who are in it",
            )),
            Change::Unseal if audiences.iter().any(|audience| *audience != audiences[0]) => Err(given(
                "the entries of this matter are not all open to the same readers, and opening it would open the narrowest too: \
                 record what may be known in a matter of its own, or close the matter to one audience first",
            )),
            _ if !changed => Err(given(match change {
                Change::Unseal => "nothing would be opened: whoever is named may know it already",
                _ => "nothing would be closed: nobody knows it who is not named",
            })),
            _ => Ok(()),
        }
    }

    /// A draft with an id and an author, for whatever follows.
    fn blank(&self, officer: &str) -> Result<Draft, FactError> {
        let officer = officer.trim();
        if officer.is_empty() {
            return Err(given("an officer's entry names who made it; give --officer"));
        }
        Ok(Draft {
            id: EntryId::from_bytes(self.random_bytes()),
            matter: String::new(),
            kind: String::new(),
            kind_v: 1,
            effective: When::Unknown,
            author: Author::Officer(officer.to_owned()),
            on_behalf_of: None,
            audience: Audience::public(),
            basis: None,
            source: None,
            corrects: None,
            about: Vec::new(),
            attachments: Vec::new(),
            body: Object::new(),
        })
    }

    fn random_bytes(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.outside.random(&mut bytes);
        bytes
    }

    fn random_id(&self) -> EntryId {
        EntryId::from_bytes(self.random_bytes())
    }
}
