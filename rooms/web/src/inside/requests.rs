//! The requests that somebody may see, by what is owed: an inbox for a State, the Court's list for the Court.

use super::elements::LawWords;
use super::{Inside, request_changes, request_notices};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use access::{Organisation, Role};
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use law::{Pack, Side};
use record::audience::Level;
use register::view::model::{NotPublic, OwedShown, RequestRow};
use std::collections::BTreeSet;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "inside/requests.html")]
struct Page {
    l: Layout,
    law: Arc<Pack>,
    side: Side,
    overdue: Vec<RequestRow>,
    /// What a State has not answered in any way yet.
    new: Vec<RequestRow>,
    due: Vec<RequestRow>,
    /// What waits for the other side.
    waiting: Vec<RequestRow>,
    over: Vec<RequestRow>,
    may_draft: bool,
    /// How many are to be looked at again, since something changed.
    changes: usize,
    /// Whether whoever looks records what came on paper.
    from_paper: bool,
    /// Ids of those under seal that nobody of the State has.
    nobody_has: BTreeSet<String>,
    /// Whether they receive what the Court sends to the State whose record this is.
    receives: bool,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/requests", get(show).fallback(pages::method))
}

/// The side on which somebody stands: States answer, everybody else looks from the Court.
pub(super) fn side_of(organisation: Option<&Organisation>) -> Side {
    match organisation {
        Some(Organisation::State(_)) => Side::State,
        _ => Side::Court,
    }
}

async fn show(inside: Inside) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    if let Err(answer) = inside.asks_for_today() {
        return *answer;
    }
    let register = &inside.pages.web.register;
    let reading = inside.reading();
    let rows = match register.requests(actor.viewer(), &reading).await {
        Ok(rows) => rows,
        Err(error) => return inside.failed(&error),
    };
    let changes = match request_changes::count(&inside, actor).await {
        Ok(changes) => changes,
        Err(answer) => return *answer,
    };
    let (from_paper, receives) = match (
        register.records_from_paper(actor.viewer()).await,
        register.receives_for(actor.viewer()).await,
    ) {
        (Ok(from_paper), Ok(receives)) => (from_paper.is_some(), receives.is_some()),
        (Err(error), _) | (_, Err(error)) => return inside.failed(&error),
    };
    let side = side_of(actor.viewer().organisation());
    let mut l = inside.whole_layout("requests-title").await;
    l.not_public = NotPublic {
        level: rows.iter().map(|row| row.level).max().filter(|level| *level != Level::Public),
        facts: 0,
    };
    let role = actor.viewer().role().map(Role::word);
    let may_draft = register
        .law
        .forms()
        .iter()
        .any(|form| form.senders.iter().any(|word| Some(word.as_str()) == role));
    let mut nobody_has = BTreeSet::new();
    for row in &rows {
        match request_notices::nobody_has(&inside, side, row).await {
            Ok(true) => {
                nobody_has.insert(row.id.clone());
            }
            Ok(false) => {}
            Err(answer) => return *answer,
        }
    }
    let mut page = Page {
        l,
        law: register.law.clone(),
        side,
        overdue: Vec::new(),
        new: Vec::new(),
        due: Vec::new(),
        waiting: Vec::new(),
        over: Vec::new(),
        may_draft,
        changes,
        from_paper,
        nobody_has,
        receives,
    };
    for row in rows {
        let own = row.owed.iter().find(|owed| owed.by == side);
        match own {
            _ if row.over => page.over.push(row),
            Some(owed) if owed.is_overdue() => page.overdue.push(row),
            _ if side == Side::State && !row.answered => page.new.push(row),
            Some(_) => page.due.push(row),
            None => page.waiting.push(row),
        }
    }
    inside.show_as(StatusCode::OK, &page)
}

impl Page {
    fn words(&self) -> LawWords<'_> {
        LawWords {
            law: &self.law,
            w: &self.l.w,
        }
    }

    fn deck(&self) -> Markup {
        let next = self
            .overdue
            .iter()
            .chain(&self.new)
            .chain(&self.due)
            .filter_map(|row| self.owed(row)?.due.as_ref().map(|due| due.first))
            .min();
        let args = [
            ("overdue", self.overdue.len().into()),
            ("due", (self.new.len() + self.due.len()).into()),
        ];
        let deck = self.l.w.say("requests-deck", &args);
        match next {
            Some(day) => Markup::join(&[deck, self.l.w.say("requests-next", &[("day", self.l.w.day(day).into())])], " "),
            None => deck,
        }
    }

    /// The sections: id, heading, what it says beside, rows.
    fn sections(&self) -> Vec<(&'static str, &[RequestRow])> {
        let all: [(&'static str, &[RequestRow]); 5] = [
            ("overdue", &self.overdue),
            ("new", &self.new),
            ("due", &self.due),
            ("waiting", &self.waiting),
            ("over", &self.over),
        ];
        all.into_iter().filter(|(_, rows)| !rows.is_empty()).collect()
    }

    fn heading(&self, section: &str, rows: &[RequestRow]) -> String {
        format!(
            "{} ({})",
            self.l.t(&format!("requests-{section}")),
            crate::written::figure(rows.len())
        )
    }

    fn beside(&self, section: &str) -> String {
        let side = if section == "waiting" {
            format!("-{}", self.side.word())
        } else {
            String::new()
        };
        self.l.t(&format!("requests-{section}-side{side}"))
    }

    fn is_empty(&self) -> bool {
        self.sections().is_empty()
    }

    fn href(&self, row: &RequestRow) -> String {
        self.l.within(&format!("request/{}", row.id))
    }

    fn title(&self, row: &RequestRow) -> Markup {
        self.l.w.marked_at(title(&self.words(), row), row.level)
    }

    /// The State, the Court's own number of it, and that nobody of the State has it.
    fn state(&self, row: &RequestRow) -> Markup {
        let mut said = vec![self.l.w.state(&row.state)];
        said.extend(row.court_number.as_deref().map(Markup::name));
        if self.nobody_has.contains(&row.id) {
            said.push(Markup::text(&self.l.t("requests-nobody-has")));
        }
        Markup::join(&said, " · ")
    }

    fn stands(&self, row: &RequestRow) -> String {
        self.words().t(&format!("law-state-{}", row.stands))
    }

    /// What this side owes soonest, or the other where it owes nothing.
    fn owed<'r>(&self, row: &'r RequestRow) -> Option<&'r OwedShown> {
        row.owed.iter().find(|owed| owed.by == self.side).or_else(|| row.owed.first())
    }

    fn what(&self, row: &RequestRow) -> Option<String> {
        self.owed(row).map(|owed| self.words().t(&owed.text_key))
    }

    fn ground(&self, row: &RequestRow) -> Markup {
        self.owed(row).map(|owed| ground(&self.words(), owed)).unwrap_or_default()
    }

    fn by(&self, row: &RequestRow) -> Option<Markup> {
        let due = self.owed(row)?.due.as_ref()?;
        Some(self.l.w.day_short(due.first))
    }

    fn days(&self, row: &RequestRow) -> Option<String> {
        self.owed(row)?.days_left.map(crate::written::figure)
    }

    fn late(&self, row: &RequestRow) -> bool {
        self.owed(row).is_some_and(OwedShown::is_overdue)
    }

    fn changes(&self) -> Markup {
        let words = self.l.w.say("requests-changes", &[("n", self.changes.into())]);
        Markup::link(&self.l.within("requests/changes"), &words)
    }

    fn drafts(&self) -> String {
        self.l.within("drafts")
    }

    fn paper(&self) -> String {
        self.l.within("paper")
    }

    fn receive(&self) -> String {
        self.l.within("requests/receive")
    }

    /// Where a token is made that opens the feed of deadlines.
    fn calendar(&self) -> String {
        self.l.within("account/tokens?scope=feed")
    }
}

/// What a request is called on pages: its form, and the person whom it names.
pub(super) fn title(words: &LawWords, row: &RequestRow) -> Markup {
    let form = words.t(&format!("law-form-{}", row.form));
    match &row.person {
        Some(person) => words
            .w
            .say("request-of", &[("form", form.into()), ("person", Markup::name(person).into())]),
        None => Markup::text(&form),
    }
}

/// On what it rests that something is owed.
pub(super) fn ground(words: &LawWords, owed: &OwedShown) -> Markup {
    let rules = words.rules(&owed.rests_on);
    if owed.policy {
        words.w.say("request-policy", &[("rules", rules.into())])
    } else {
        rules
    }
}
