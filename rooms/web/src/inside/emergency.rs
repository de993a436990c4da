//! Access to a matter in an emergency: asking for it, and granting or refusing it as the second person.
//!
//! Whoever asks is answered the same whether there is such a matter or not, and is shown no request of their own before
//! it was granted: that one is waiting would tell that there is something to wait for.

use super::matter_words::account_of;
use super::{Inside, Posted, Unsettled, verify};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::account::LONGEST_EMERGENCY;
use identity::people::matters::Waiting;
use identity::people::{Actor, PeopleError};
use record::entry::EntryId;
use register::view::model::NotPublic;

/// What was done, as it stands in the address.
const DONE: [&str; 3] = ["asked", "granted", "refused"];

#[derive(Template)]
#[template(path = "inside/emergency.html")]
struct Page {
    l: Layout,
    waiting: Vec<Waiting>,
    done: Option<Markup>,
    oops: Option<Markup>,
    typed: Option<Fields>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/emergency", get(show).post(act).fallback(pages::method))
}

async fn show(inside: Inside) -> Response {
    answer(&inside, StatusCode::OK, None, None).await
}

async fn answer(inside: &Inside, status: StatusCode, oops: Option<Markup>, typed: Option<Fields>) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let waiting = match inside.people().emergencies_to_grant(actor).await {
        Ok(waiting) => waiting,
        Err(error) => return inside.failed(&error),
    };
    let done = inside.parameter("done");
    let done = (DONE.contains(&done.as_str()) && oops.is_none()).then(|| Markup::text(&inside.w.t(&format!("emergency-done-{done}"))));
    let mut l = inside.whole_layout("emergency-title").await;
    if !waiting.is_empty() {
        l.not_public = NotPublic {
            level: Some(record::audience::Level::UnderSeal),
            facts: 0,
        };
    }
    let page = Page {
        l,
        waiting,
        done,
        oops,
        typed,
    };
    inside.show_as(status, &page)
}

async fn act(Posted { inside, fields }: Posted) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let (status, why) = match done(&inside, actor, &fields).await {
        Ok(word) => return inside.see_other(&format!("{}?done={word}", inside.within("emergency"))),
        Err(PeopleError::NotFresh) => return verify::needed(&inside, &fields),
        // Of what is missing in the form the words of a reason that is missing would not help.
        Err(PeopleError::NoSuchMatter) => (StatusCode::BAD_REQUEST, Markup::text(&inside.w.t("emergency-no-matter"))),
        Err(PeopleError::Until(_)) => {
            let most = LONGEST_EMERGENCY.as_hours();
            (
                StatusCode::BAD_REQUEST,
                inside.w.say("emergency-no-hours", &[("most", most.into())]),
            )
        }
        Err(error) => match inside.said(&error) {
            Unsettled::Say(status, why) => (status, why),
            Unsettled::Answer(answer) => return *answer,
        },
    };
    answer(&inside, status, Some(why), Some(fields)).await
}

/// The word of what was done.
async fn done(inside: &Inside, actor: &Actor, fields: &Fields) -> Result<&'static str, PeopleError> {
    let people = inside.people();
    if fields.get("act") == "ask" {
        let matter = fields.get("matter").trim();
        if matter.is_empty() {
            return Err(PeopleError::NoSuchMatter);
        }
        people.ask_emergency(actor, matter, fields.get("reason")).await?;
        return Ok("asked");
    }
    let account = account_of(fields.get("account")).ok_or(PeopleError::NoSuchRequest)?;
    let request = EntryId::parse(fields.get("request")).ok_or(PeopleError::NoSuchRequest)?;
    if fields.get("act") == "grant" {
        let longest = LONGEST_EMERGENCY.as_hours();
        let hours = fields.get("hours").trim().parse().unwrap_or(0);
        if !(1..=longest).contains(&hours) {
            return Err(PeopleError::Until(longest / 24));
        }
        people.approve_emergency(actor, &account, &request, hours).await?;
        return Ok("granted");
    }
    people.end_emergency(actor, &account, &request).await?;
    Ok("refused")
}

impl Page {
    fn matter(&self, waiting: &Waiting) -> Markup {
        // Whoever grants it need not have the matter themselves: the name alone.
        Markup::text(&waiting.matter)
    }

    fn asks(&self, waiting: &Waiting) -> Markup {
        let args = [
            ("who", Markup::name(&waiting.name).into()),
            ("matter", self.matter(waiting).into()),
            ("reason", waiting.reason.as_str().into()),
        ];
        self.l.w.say("emergency-asks", &args)
    }

    fn action(&self) -> String {
        self.l.within("emergency")
    }

    fn hours(&self) -> i64 {
        LONGEST_EMERGENCY.as_hours()
    }

    fn matters(&self) -> String {
        self.l.within("matters")
    }

    /// What was typed into the form by which it is asked for.
    fn typed(&self, field: &str) -> &str {
        let typed = self.typed.as_ref().filter(|typed| typed.get("act") == "ask");
        typed.map_or("", |typed| typed.get(field))
    }
}
