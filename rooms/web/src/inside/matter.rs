//! One matter that is not public: its entries with those who may know each, who has it, who opened it, and what
//! whoever looks at it may do. The acts themselves lie in `matter_acts`.

use super::Inside;
use super::erasure::{Erased, Erasing};
use super::matter_words::{Marked, account_of_author, named};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::written::{Length, capital};
use access::Held;
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::account::AccountId;
use identity::people::PeopleError;
use identity::people::holders::{Candidate, Holder, Holders, Known, Told};
use record::audience::{Audience, Level, Reader};
use register::audit::{Act, AuditError, Kept, Purpose, Who};
use register::outside::day_in_the_hague;
use register::view::model::{MatterEntry, MatterView, NotPublic};
use std::collections::BTreeMap;

/// The acts that the page offers, by the word in the field `act` and in the address after it was done.
pub(super) const ACTS: [&str; 8] = [
    "assign",
    "end-assignment",
    "delegate",
    "take-back",
    "narrow",
    "unseal",
    "withdraw",
    "end-emergency",
];

/// How many openings the page tells.
const SHOWN: usize = 100;

/// The page.
#[derive(Template)]
#[template(path = "inside/matter.html")]
pub(super) struct Page {
    l: Layout,
    v: MatterView,
    people: Holders,
    opened: Vec<Kept>,
    /// Accounts named by entries and openings, as far as whoever looks may know them.
    named: BTreeMap<String, Known>,
    erasing: Erasing,
    own: Option<AccountId>,
    done: Option<Markup>,
    oops: Option<Markup>,
    typed: Option<Fields>,
    /// The last day on which a delegation that is given now may end.
    longest: String,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route(
        "/{lang}/matter/{name}",
        get(show).post(super::matter_acts::act).fallback(pages::method),
    )
}

/// The second segment of the path, where it can be read.
pub(super) type Segments = Result<Path<(String, String)>, PathRejection>;

async fn show(segments: Segments, inside: Inside) -> Response {
    let name = segments.map(|Path((_, name))| name).unwrap_or_default();
    answer(&inside, &name, StatusCode::OK, None, None).await
}

/// The page, with why an act was not done and what was typed; the answer of nowhere where there is no such matter for
/// whoever looks.
pub(super) async fn answer(inside: &Inside, name: &str, status: StatusCode, oops: Option<Markup>, typed: Option<Fields>) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let web = &inside.pages.web;
    let view = match web.register.matter(actor.viewer(), name).await {
        Ok(Some(view)) => view,
        Ok(None) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    let people = match inside.people().holders(actor, name).await {
        Ok(people) => people,
        Err(PeopleError::NoSuchMatter) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    let opened = match web.audit.opened(actor.viewer(), web.register.store.as_ref(), name, SHOWN).await {
        Ok(opened) => opened,
        Err(AuditError::NotAllowed) => Vec::new(),
        Err(error @ AuditError::Store(_)) => return inside.failed(&error),
    };
    let authors = view.entries.iter().filter_map(|entry| account_of_author(&entry.author));
    let readers = opened.iter().filter_map(|opening| opening.who.account());
    let named = match named(inside.people(), actor, authors.chain(readers)).await {
        Ok(named) => named,
        Err(error) => return inside.failed(&error),
    };
    let erasing = match Erasing::of(inside, actor, name, named.clone()).await {
        Ok(erasing) => erasing,
        Err(answer) => return *answer,
    };
    let done = inside.parameter("done");
    let done = ACTS.contains(&done.as_str()) && oops.is_none();
    let done = done.then(|| Markup::text(&inside.w.t(&format!("matter-done-{}", inside.parameter("done")))));
    let mut l = inside.whole_layout("matter-title").await;
    l.title = inside.w.plain("matter-title-of", &[("matter", name.into())]);
    l.not_public = NotPublic {
        level: Some(view.level).filter(|level| *level != Level::Public),
        facts: 0,
    };
    let longest = jiff::SignedDuration::from_hours(24 * identity::people::matters::LONGEST_DELEGATION);
    let longest = inside.people().outside().now().saturating_add(longest).map(day_in_the_hague);
    // A day is given whole: the one on which the time is up would end after it.
    let longest = longest.ok().and_then(|day| day.yesterday().ok()).unwrap_or(inside.today);
    let page = Page {
        l,
        own: actor.account().copied(),
        v: view,
        people,
        opened,
        named,
        erasing,
        done,
        oops,
        typed,
        longest: longest.to_string(),
    };
    inside.show_as(status, &page)
}

impl Page {
    fn head(&self) -> Markup {
        self.l.what(&self.v.kind, &self.v.about)
    }

    fn level(&self) -> String {
        self.l.w.level(self.v.level)
    }

    fn kind(&self, entry: &MatterEntry) -> Markup {
        Markup::link(&self.l.entry_page(&entry.id), &capital(&self.l.w.closed("kind", &entry.kind)))
    }

    fn effective(&self, entry: &MatterEntry) -> Markup {
        self.l.w.when(&entry.effective, Length::Short)
    }

    fn recorded(&self, entry: &MatterEntry) -> Markup {
        self.l.w.moment(entry.recorded)
    }

    fn author(&self, entry: &MatterEntry) -> Markup {
        self.l.w.author(&entry.author, &self.named)
    }

    fn audience(&self, audience: &Audience) -> Markup {
        self.l.w.audience(audience)
    }

    fn basis(&self, entry: &MatterEntry) -> Option<Markup> {
        entry.basis.as_deref().map(|basis| Markup::english(basis, self.l.w.lang))
    }

    /// Its files, each as a link.
    fn files(&self, entry: &MatterEntry) -> Vec<Markup> {
        let file = |(number, name): (usize, &String)| {
            let address = self.l.within(&format!("attachment/{}/{number}", entry.id));
            Markup::link(&address, &Markup::name(name))
        };
        (1..).zip(&entry.files).map(file).collect()
    }

    fn who(&self, holder: &Holder) -> Markup {
        self.l.w.known(&holder.who)
    }

    fn held(&self, holder: &Holder) -> Markup {
        self.l.w.held(holder)
    }

    /// Whether whoever looks may end this assignment: their own, or one that they may give.
    fn may_end(&self, holder: &Holder) -> bool {
        let own = self.own.as_ref() == Some(&holder.account);
        holder.held == Held::Assigned && (own || self.people.may_end.contains(&holder.account))
    }

    /// Whether they may take this delegation back: whoever gave it, or has it.
    fn may_take_back(&self, holder: &Holder) -> bool {
        let parties = [Some(&holder.account), holder.from.as_ref().map(|(from, _)| from)];
        holder.held == Held::Delegated && parties.contains(&self.own.as_ref())
    }

    /// Whether they may end this access in an emergency here: their own.
    fn may_end_emergency(&self, holder: &Holder) -> bool {
        holder.held == Held::BreakGlass && self.own.as_ref() == Some(&holder.account)
    }

    fn told(&self, told: &Told) -> Markup {
        self.l.w.told(told, &self.l.matter(&told.matter))
    }

    /// Who opened it; or took it along, and for what.
    fn opened_by(&self, opening: &Kept) -> Markup {
        let w = &self.l.w;
        let who = match &opening.who {
            Who::Person { account, .. } => self.named.get(account).map(|known| w.known(known)).unwrap_or_default(),
            Who::Operator { name } => Markup::name(name),
            Who::Nobody => Markup::text(&w.t("matter-nobody")),
        };
        match (opening.act, Purpose::parse(&opening.detail)) {
            (Act::Exported, Some(purpose)) => w.say(
                "matter-opened-taken",
                &[("who", who.into()), ("purpose", w.purpose(purpose).into())],
            ),
            (Act::Exported, None) => w.say("matter-opened-taken-plain", &[("who", who.into())]),
            _ => who,
        }
    }

    fn opened_at(&self, opening: &Kept) -> Markup {
        self.l.w.moment(opening.at)
    }

    fn candidate(&self, candidate: &Candidate) -> String {
        let post = self.l.w.plain(
            "inside-post",
            &[
                ("role", self.l.w.role(candidate.post.role).into()),
                ("organisation", self.l.w.organisation(&candidate.post.organisation).into()),
            ],
        );
        self.l.w.plain(
            "matter-person-plain",
            &[("name", candidate.name.as_str().into()), ("post", post.into())],
        )
    }

    /// What was typed into a field of the form of an act that was refused.
    fn typed(&self, act: &str, field: &str) -> &str {
        let typed = self.typed.as_ref().filter(|typed| typed.get("act") == act);
        typed.map_or("", |typed| typed.get(field))
    }

    /// The same in the form of an act on one person.
    fn typed_of(&self, act: &str, account: &AccountId, field: &str) -> &str {
        if self.typed(act, "account") == account.to_string() {
            self.typed(act, field)
        } else {
            ""
        }
    }

    fn has_typed(&self, act: &str) -> bool {
        self.typed.as_ref().is_some_and(|typed| typed.get("act") == act)
    }

    /// The levels that a form offers, as words of entries and of the page, with whether it is the chosen one.
    fn levels(&self, act: &str) -> Vec<(&'static str, String, bool)> {
        let offered = |level: &Level| match act {
            "narrow" => *level >= self.v.level && *level != Level::Public,
            "unseal" => *level <= self.v.level,
            _ => *level != Level::Public,
        };
        let chosen = self.typed(act, "level");
        let words = |level: Level| (level.word(), self.l.w.level(level), level.word() == chosen);
        Level::ALL.into_iter().filter(offered).map(words).collect()
    }

    /// Those who may know anything of the matter now, with their words, and whether a form has them chosen.
    fn readers(&self, act: &str) -> Vec<(String, Markup, bool)> {
        let mut readers: Vec<&Reader> = Vec::new();
        for reader in self.v.entries.iter().flat_map(|entry| &entry.audience.list) {
            if !readers.contains(&reader) {
                readers.push(reader);
            }
        }
        let typed = self.has_typed(act);
        let chosen = |reader: &Reader| {
            let sent = self.typed.iter().flat_map(Fields::pairs);
            !typed || sent.into_iter().any(|(name, value)| name == "to" && value == reader.text())
        };
        readers
            .into_iter()
            .map(|reader| (reader.text(), self.l.w.reader(reader), chosen(reader)))
            .collect()
    }

    /// How readers are written.
    fn form(&self) -> String {
        Reader::FORM.to_owned()
    }

    fn action(&self) -> String {
        self.l.matter(&self.v.id)
    }

    /// Where it is asked that entries be erased, and ordered.
    fn erasure(&self) -> String {
        self.l.erasure(&self.v.id)
    }

    /// Where it is taken along.
    fn export(&self) -> String {
        format!("{}/export", self.action())
    }
}
