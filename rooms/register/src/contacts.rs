//! Contacts: whether somebody whom a desk officer means to meet is sought by the Court, and what to do then.
//!
//! Read in this order: [`List`] (whoever is to be met, read out of whatever was given), [`Asked`] (for whom, on which day),
//! `screened` (how a name is found), [`Checked`] (the answer), the operation here, and [`kept`]. Nothing of the list is kept unless somebody
//! asks for it: of a check by
//! somebody who is signed in the audit holds that it was made, and of how many; the answer bears a receipt, by which
//! whoever asked can show that they did.

mod asked;
mod calendar;
mod checked;
mod kept;
mod list;
mod offices;
mod pasted;
pub(crate) mod screened;
mod written;

pub use asked::Asked;
pub use checked::{Advice, Alternative, Checked, Hit, Line, Notice, Outcome, Receipt};
pub use kept::{KeepError, may_keep};
pub use list::{Contact, InBoth, Instead, List, ListError, ListForm, MOST_BYTES, MOST_CONTACTS, Unread, WhyUnread};

use crate::Register;
use crate::audit::{Act, AuditBook, Event, Who};
use crate::dossier::Dossier;
use crate::kinds;
use crate::lists;
use crate::port::Of;
use crate::reading::Reading;
use crate::view::ViewError;
use crate::view::look::{Look, Page, grouped, person};
use access::Viewer;
use jiff::Timestamp;
use record::entry::Subject;
use screened::{Known, screened};
use std::collections::BTreeSet;

/// What tells who exists under which names: the names, and the acts by which an instrument is and is known.
const NAMES_AND_ISSUES: [&str; 4] = [
    kinds::PERSON_NAMED,
    kinds::WARRANT_ISSUED,
    kinds::SUMMONS_ISSUED,
    kinds::MADE_PUBLIC,
];

impl Register {
    /// Screens a list against the persons whom this viewer may know of on the day. A day to come shows today's; a past one is as
    /// it was then, as far as it was public or disclosed to the viewer.
    ///
    /// Names are looked through as figures are made; the files of those who are found are opened, as by any view. Of a person
    /// who is signed in it is in the audit that they checked, and how many contacts, before this answers.
    ///
    /// # Errors
    /// The store failed, or the audit cannot be written.
    pub async fn check_contacts(&self, viewer: &Viewer, audit: &AuditBook, asked: &Asked, list: List) -> Result<Checked, ViewError> {
        let register = self.for_one_answer();
        let reading = &asked.reading;
        let look = Look::new(&register, viewer, reading).await?;
        let sought = register.sought(&look, asked.all_persons).await?;
        let known = register.known(viewer, reading).await?;
        let found = screened(&list, &known, &sought);

        let keys: BTreeSet<&String> = found.iter().flatten().map(|hit| &hit.key).collect();
        let loaded = look.load(keys.into_iter().cloned().collect()).await?;
        let foot = register.foot(viewer, reading).await?;
        if let who @ Who::Person { .. } = Who::of(viewer) {
            let count = u64::try_from(list.contacts.len()).unwrap_or(u64::MAX);
            let event = Event::new(self.outside.now(), Act::ContactsChecked, who).count(count);
            audit.write(&[event]).await?;
        }
        let made = checked::Made {
            look: &look,
            asked,
            loaded: &loaded,
            foot: &foot,
            at: whole_second(self.outside.now()),
        };
        Ok(made.checked(list, found))
    }

    /// The keys of the persons against whom is screened: those under a warrant that is outstanding or a summons in force, or whoever
    /// is or was named in an instrument.
    async fn sought(&self, look: &Look<'_>, all: bool) -> Result<BTreeSet<String>, ViewError> {
        let lists: &[&str] = match all {
            true => &[lists::NAMED, lists::SUMMONED, lists::SUMMONS_ENDED],
            false => &[lists::OUTSTANDING, lists::SUMMONED],
        };
        let mut keys = BTreeSet::new();
        for list in lists {
            keys.extend(look.list(list, "", Page::all()).await?.into_iter().map(|(_, key)| key));
        }
        Ok(keys)
    }

    /// All persons who exist for the viewer on the day, under their names: so the same names are as common whatever is asked. What
    /// is not public is read as for figures, which opens no matter.
    pub(crate) async fn known(&self, viewer: &Viewer, reading: &Reading) -> Result<Vec<Known>, ViewError> {
        let of = Of::Kinds(NAMES_AND_ISSUES.map(str::to_owned).to_vec());
        let mut entries = self.store.entries(&Viewer::public(), of, None).await?;
        entries.extend(self.store.beyond(viewer).await?);
        entries.sort_by_key(|recorded| recorded.position);
        let about = |subject: &Subject| person(subject).cloned();
        let files = grouped(entries, |recorded| recorded.entry.about.iter().filter_map(about).collect());
        let known = files.iter().filter_map(|(key, entries)| {
            let dossier = Dossier::of(key, entries, &self.law);
            let exists = dossier.exists_from(reading.hindsight).is_some_and(|from| from <= reading.as_at);
            exists.then(|| Known {
                key: key.clone(),
                name: dossier.name(),
                also_known_as: dossier.also_known_as(),
            })
        });
        Ok(known.collect())
    }
}

/// An instant without parts of a second, as somebody writes it down.
fn whole_second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}
