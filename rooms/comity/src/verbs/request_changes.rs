//! `comity request changes`: the open requests that are to be looked at again, since something happened.

use super::{request, table, told};
use crate::args::Format;
use crate::said::{Done, Refused};
use access::Viewer;
use register::port::{Of, Store};
use register::request::RequestId;
use std::io::Write;
use store::Home;
use web::api::schema::{LawTexts, RequestChange};

fn cells(change: &RequestChange) -> [String; 9] {
    [
        change.request.clone(),
        change.state.clone(),
        change.stands.clone(),
        change.person.clone(),
        change.on.0.clone(),
        change.happened.clone(),
        change.acts.join(", "),
        change.relays.join(", "),
        change.entry.0.clone(),
    ]
}

pub async fn run(home: &Home, as_at: Option<&str>, format: Format) -> Result<Done, Refused> {
    let reading = request::reading(as_at)?;
    let house = super::open(home).await?;
    let followings = house.register.followings(&Viewer::operator(), &reading).await?;
    let followings = followings.unwrap_or_default();
    let ids = followings.iter().filter_map(|following| RequestId::parse(&following.row.id));
    let matters: Vec<String> = ids.flat_map(|id| [id.preparation(), id.matter()]).collect();
    if !matters.is_empty() {
        let entries = house.store.entries(&Viewer::operator(), Of::Matters(matters), None).await?;
        told::opened(&house, &entries).await?;
    }
    let change = |following| RequestChange::of(following, LawTexts::english(&house.register.law));
    let lines: Vec<RequestChange> = followings.iter().map(change).collect();
    let columns = ["request", "state", "stands", "person", "on", "happened", "acts", "relays", "entry"];
    super::print(
        &lines,
        format,
        |lines| web::csv::table(columns, &lines.iter().map(cells).collect::<Vec<_>>()),
        |out, lines| {
            if lines.is_empty() {
                return writeln!(out, "no open request is to be looked at again");
            }
            let heading = [
                "Request",
                "State",
                "Stands",
                "Person",
                "Day",
                "What happened",
                "What can be done",
                "Sent beside through",
                "Entry",
            ];
            table::headed(out, heading, lines.iter().map(cells).collect())
        },
    )
}
