//! Requests that the public record tells of, as CSV: an act a row.

use super::{Csv, READING, reading, says, text};
use register::view::model::{Asked, PublicRequest, PublicRequestView, PublicRequests};

const COLUMNS: [&str; 17] = [
    "id",
    "form",
    "state",
    "person",
    "stands",
    "over",
    "not_in_this_record",
    "act",
    "move",
    "on",
    "counts_on",
    "carries",
    "verified",
    "others",
    "told_in",
    "sources",
    "entry",
];

/// The list.
pub(crate) fn public_requests(view: &PublicRequests) -> String {
    table(&view.asked, &view.requests)
}

/// One of them.
pub(crate) fn public_request(view: &PublicRequestView) -> String {
    table(&view.asked, std::slice::from_ref(&view.request))
}

fn table(asked: &Asked, requests: &[PublicRequest]) -> String {
    let mut csv = Csv::new(COLUMNS.into_iter().chain(READING));
    for request in requests {
        for step in &request.steps {
            let carries = step.carries.iter().map(|(element, texts)| format!("{element}={}", texts.join(",")));
            let cells = [
                request.id.clone(),
                request.form.clone(),
                request.state.code.clone(),
                request.person.as_ref().map(|person| person.id.clone()).unwrap_or_default(),
                request.stands.clone(),
                request.over.to_string(),
                request.lacking.join("; "),
                step.act.clone(),
                step.r#move.clone().unwrap_or_default(),
                step.date.on.clone(),
                text(&step.date.counts_on),
                carries.collect::<Vec<_>>().join("; "),
                step.date.verified.to_string(),
                step.date.others.join("; "),
                step.told_in.clone(),
                says(&step.sources),
                step.date.entry.clone(),
            ];
            csv.row(cells.into_iter().chain(reading(asked)));
        }
    }
    csv.0
}
