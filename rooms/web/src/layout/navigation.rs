//! The navigation: the entries of all pages, what somebody signed in may open besides, and the pages beside one.

use super::Layout;
use crate::address::{DateFields, Place};
use access::Organisation;
use register::view::DoubtFilter;
use register::view::model::{Filter, RequestFilter};

/// The entry of the navigation under which a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Under none.
    None,
    /// The first page.
    Overview,
    /// Warrants and persons.
    Warrants,
    /// Situations.
    Situations,
    /// States, and what stands under them: declarations, laws, agreements, acceptances.
    States,
    /// Findings, and what stands beside them: referrals, resolutions, pledges.
    Findings,
    /// Treaties.
    Treaties,
    /// What changed between two days.
    Compare,
    /// Sources, and what stands beside them: counts of institutions, doubts, data.
    Sources,
    /// What this is.
    About,
}

/// An entry of the navigation.
pub(crate) struct NavItem {
    /// Its words.
    pub(crate) words: String,
    /// Its address.
    pub(crate) href: String,
    /// Whether this page is it or stands under it.
    pub(crate) current: bool,
}

impl Layout {
    /// The navigation.
    pub(crate) fn nav(&self) -> Vec<NavItem> {
        let item = |entry: Entry, words: String, place: Place| NavItem {
            words,
            href: self.to(place),
            current: self.entry == entry,
        };
        vec![
            item(Entry::Overview, self.t("nav-overview"), Place::Overview),
            item(Entry::Warrants, self.t("nav-warrants"), Place::Warrants(Filter::default())),
            item(Entry::Situations, self.t("nav-situations"), Place::Situations),
            item(Entry::States, self.t("nav-states"), Place::States),
            item(Entry::Findings, self.t("nav-findings"), self.file_page("findings")),
            item(Entry::Treaties, self.t("nav-treaties"), Place::Treaty("rome-statute".to_owned())),
            item(Entry::Compare, self.t("nav-compare"), Place::Compare(None, DateFields::default())),
            item(Entry::Sources, self.t("nav-sources"), Place::Sources),
            item(Entry::About, self.t("nav-about"), Place::About),
        ]
    }

    /// The pages beside this one, under the same entry of the navigation; none where it stands alone.
    pub(crate) fn beside(&self) -> Vec<NavItem> {
        let item = |words: String, place: Place| {
            let to = self.address.to(place);
            NavItem {
                words,
                href: to.href(),
                current: to.path() == self.action(),
            }
        };
        let file = |file: &str| item(self.w.closed("nav-file", file).to_string(), self.file_page(file));
        let files = |first: NavItem, files: &[&str]| -> Vec<NavItem> {
            std::iter::once(first).chain(files.iter().map(|name| file(name))).collect()
        };
        match self.entry {
            Entry::States => files(
                item(self.t("nav-all-states"), Place::States),
                &["article87", "legislation", "agreements", "acceptances"],
            ),
            Entry::Findings => {
                let requests = item(self.t("public-requests-title"), Place::PublicRequests(RequestFilter::default()));
                let mut beside = files(file("findings"), &["referrals", "resolutions", "pledges"]);
                beside.insert(1, requests);
                beside
            }
            Entry::Warrants => vec![
                item(self.t("nav-warrants"), Place::Warrants(Filter::default())),
                item(self.t("nav-contacts"), Place::Contacts),
            ],
            Entry::Sources => vec![
                item(self.t("nav-sources"), Place::Sources),
                item(self.t("nav-doubts"), Place::Doubts(DoubtFilter::default())),
                item(self.t("nav-counts"), Place::Counts),
                item(self.t("nav-reports"), Place::Reports),
                item(self.t("nav-data"), Place::Data),
            ],
            _ => Vec::new(),
        }
    }

    /// Whether the record is that of the State for which whoever looks acts.
    fn is_at_home(&self) -> bool {
        let named = self.foot.as_ref().and_then(|foot| foot.institution.as_deref());
        let Ok(actor) = self.visitor.actor() else { return false };
        match actor.viewer().organisation() {
            Some(own @ Organisation::State(_)) => named == Some(own.text().as_str()),
            _ => false,
        }
    }

    /// What somebody signed in may open besides the public pages.
    pub(crate) fn inner_nav(&self) -> Vec<NavItem> {
        let Ok(actor) = self.visitor.actor() else {
            return Vec::new();
        };
        let item = |words: &str, path: &str| NavItem {
            words: self.t(words),
            href: self.within(path),
            current: self.action() == self.within(path),
        };
        let mut items = Vec::new();
        let may = |action, on| access::may(actor.viewer(), action, on);
        let sees_matters = !matches!(actor.viewer().role(), Some(access::Role::Auditor | access::Role::Administrator));
        if sees_matters {
            items.push(item("requests-title", "requests"));
            if self.is_at_home() {
                items.push(item("execution-list", "executions"));
            }
            items.push(item("inside-matters", "matters"));
        }
        if matches!(actor.viewer().organisation(), Some(Organisation::Court | Organisation::State(_))) && sees_matters {
            items.push(item("authorities-nav", "authorities"));
        }
        items.push(item("nav-contacts", "contacts"));
        items.push(item("nav-screen", "screen"));
        items.push(item("inside-people", "people"));
        if may(access::Action::ReadAudit, access::On::House) {
            items.push(item("inside-audit", "audit"));
        }
        items
    }
}
