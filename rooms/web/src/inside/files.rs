//! The files that somebody sent and that no entry names yet: sending one, and discarding it. Whatever keeps them takes
//! them from here.

use super::{Inside, annexes};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::upload::{RefusedFile, Upload};
use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use register::attachment::{AttachmentError, Kind, MOST, WAITS, Working, WorkingId};

/// What was done, as it stands in the address.
const DONE: [&str; 2] = ["sent", "discarded"];

#[derive(Template)]
#[template(path = "inside/files.html")]
struct Page {
    l: Layout,
    files: Vec<Working>,
    done: Option<Markup>,
    oops: Vec<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/files", get(show).post(act).fallback(pages::method))
}

async fn show(inside: Inside) -> Response {
    answer(&inside, StatusCode::OK, Vec::new()).await
}

/// Whose files they are.
fn owner(inside: &Inside) -> Result<String, Box<Response>> {
    inside.actor()?;
    Ok(inside.visit()?.account.id().to_string())
}

async fn answer(inside: &Inside, status: StatusCode, oops: Vec<Markup>) -> Response {
    let owner = match owner(inside) {
        Ok(owner) => owner,
        Err(answer) => return *answer,
    };
    let files = match inside.pages.web.register.attachments.working(&owner).await {
        Ok(files) => files,
        Err(error) => return inside.failed(&error),
    };
    let done = inside.parameter("done");
    let done = (DONE.contains(&done.as_str()) && oops.is_empty()).then(|| Markup::text(&inside.w.t(&format!("files-done-{done}"))));
    let l = inside.whole_layout("files-head").await;
    inside.show_as(status, &Page { l, files, done, oops })
}

async fn act(inside: Inside, body: Body) -> Response {
    let Upload { fields, files, refused } = match Upload::read(&inside, body).await {
        Ok(upload) => upload,
        Err(answer) => return answer,
    };
    let owner = match owner(&inside) {
        Ok(owner) => owner,
        Err(answer) => return *answer,
    };
    if fields.get("act") == "discard" {
        return match discard(&inside, &owner, &fields).await {
            Ok(()) => inside.see_other(&format!("{}?done=discarded", inside.within("files"))),
            Err(error) => inside.failed(&error),
        };
    }
    if refused.is_empty() && !files.is_empty() {
        return inside.see_other(&format!("{}?done=sent", inside.within("files")));
    }
    let oops = match refused.is_empty() {
        true => vec![Markup::text(&inside.w.t("files-none-chosen"))],
        false => refused
            .iter()
            .map(|refused| to_field(&refused.field, &inside.w.refused_file(refused)))
            .collect(),
    };
    answer(&inside, status_of(&refused), oops).await
}

/// Leads to the field in which the file was chosen.
pub(super) fn to_field(field: &str, why: &Markup) -> Markup {
    Markup::link(&format!("#{field}"), why)
}

async fn discard(inside: &Inside, owner: &str, fields: &Fields) -> Result<(), AttachmentError> {
    match WorkingId::parse(fields.get("file")) {
        Some(id) => inside.pages.web.register.attachments.discard(owner, &id).await,
        None => Ok(()),
    }
}

pub(super) fn status_of(refused: &[RefusedFile]) -> StatusCode {
    let is = |word: &str| refused.iter().any(|refused| refused.why.word() == word);
    if is("disk-full") {
        StatusCode::INSUFFICIENT_STORAGE
    } else if is("not-stored") {
        StatusCode::INTERNAL_SERVER_ERROR
    } else if is("too-long") || is("too-much-waiting") || is("too-many-at-once") {
        StatusCode::PAYLOAD_TOO_LARGE
    } else {
        StatusCode::BAD_REQUEST
    }
}

impl Page {
    fn action(&self) -> String {
        self.l.within("files")
    }

    fn name(&self, file: &Working) -> Markup {
        Markup::name(&file.file.name)
    }

    fn size(&self, file: &Working) -> Markup {
        self.l.w.say("files-size", &[("kilobytes", file.file.length.div_ceil(1000).into())])
    }

    fn until(&self, file: &Working) -> Markup {
        self.l.w.moment(file.from.saturating_add(WAITS).unwrap_or(file.from))
    }

    fn hint(&self) -> Markup {
        let kinds = Kind::ALL.map(|kind| kind.to_string()).join(", ");
        let args = [("kinds", kinds.into()), ("most", (MOST >> 20).into())];
        self.l.w.say("files-hint", &args)
    }

    /// The endings that the browser offers.
    fn endings(&self) -> String {
        annexes::endings()
    }
}
