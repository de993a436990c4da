//! `comity request execution`: assignments, what is said in them, and remarks beside the letters, on a State's own record.

use super::people::Opened;
use super::request::id;
use super::{table, told};
use crate::args::{Execution as Verb, Format, SayingArgs};
use crate::house::House;
use crate::said::{Done, Refused};
use access::Viewer;
use identity::account::AccountId;
use identity::people::holders::Known;
use identity::people::{Actor, People};
use record::entry::Author;
use register::execution::{Execution, ExecutionError, NewAssignment, Saying, is_execution};
use register::port::{Of, Recorded, Store};
use std::collections::BTreeMap;
use std::io::Write;
use store::Home;
use web::api::schema;

pub async fn run(home: &Home, verb: Verb) -> Result<Done, Refused> {
    match verb {
        Verb::List { request, format } => list(home, request.as_deref(), format).await,
        Verb::Show { execution, format } => show(home, &execution, format).await,
        Verb::Assign {
            request,
            authority,
            task,
            answer_by,
            officer,
        } => {
            let new = NewAssignment {
                request: id(&request)?,
                authority,
                task,
                answer_by: answer_by.unwrap_or_default(),
                author: Author::Officer(super::officer(officer)),
            };
            let house = super::open(home).await?;
            recorded(&house.register.assign_execution(&Viewer::operator(), &new).await?)
        }
        Verb::Report(args) => say(home, Saying::Report, args).await,
        Verb::Remark(args) => say(home, Saying::Remark, args).await,
        Verb::End(args) => say(home, Saying::End, args).await,
    }
}

fn recorded(recorded: &Recorded) -> Result<Done, Refused> {
    let entry = &recorded.entry;
    writeln!(std::io::stdout().lock(), "{} {} {}", entry.matter, entry.kind, entry.id)?;
    Ok(Done::Yes)
}

async fn say(home: &Home, saying: Saying, args: SayingArgs) -> Result<Done, Refused> {
    let beside = !is_execution(&args.of);
    if beside && saying != Saying::Remark {
        return Err(Refused::Given(format!(
            "{:?} is no assignment; take its matter from `comity request execution list`",
            args.of
        )));
    }
    let author = Author::Officer(super::officer(args.officer));
    let (operator, register) = (Viewer::operator(), super::open(home).await?.register);
    let (request, matter) = if beside {
        (id(&args.of)?, None)
    } else {
        let found = register.execution(&operator, &args.of).await?;
        (found.ok_or(ExecutionError::Nothing)?.request, Some(args.of.as_str()))
    };
    let said = register.say_in_execution(&operator, request, matter, (saying, &args.text), &author);
    recorded(&said.await?)
}

/// Tells the audit that the operator opened these.
async fn tell(house: &House, executions: &[Execution]) -> Result<(), Refused> {
    let matters: Vec<String> = executions.iter().map(|execution| execution.matter.clone()).collect();
    if matters.is_empty() {
        return Ok(());
    }
    let entries = house.store.entries(&Viewer::operator(), Of::Matters(matters), None).await?;
    told::opened(house, &entries).await
}

/// Who wrote in some of them.
async fn named(people: &People, executions: &[Execution]) -> Result<BTreeMap<String, Known>, Refused> {
    let operator = Actor::operator("");
    let mut named = BTreeMap::new();
    for author in executions.iter().flat_map(Execution::authors) {
        if let Author::Account(id) = author
            && let Some(account) = AccountId::parse(id)
        {
            named.insert(id.clone(), people.who_is(&operator, &account).await?);
        }
    }
    Ok(named)
}

fn cells(execution: &schema::Execution) -> [String; 7] {
    let task = execution.task.as_ref();
    let of_task = |part: fn(&schema::ExecutionTask) -> String| task.map(part).unwrap_or_default();
    // Of a remark beside the letters what it says stands in the place of the task.
    let remark = || execution.said.first().map(|said| said.text.clone()).unwrap_or_default();
    [
        execution.execution.clone(),
        execution.request.clone(),
        of_task(|task| task.authority.clone()),
        task.map_or_else(remark, |task| task.what.clone()),
        of_task(|task| task.answer_by.clone().unwrap_or_default()),
        execution.said.last().map(|said| said.act.clone()).unwrap_or_default(),
        if execution.over { "ended" } else { "open" }.to_owned(),
    ]
}

async fn list(home: &Home, request: Option<&str>, format: Format) -> Result<Done, Refused> {
    let request = request.map(id).transpose()?;
    let Opened { house, people } = Opened::at(home).await?;
    let found = house.register.executions(&Viewer::operator(), request.as_ref()).await?;
    tell(&house, &found).await?;
    let named = named(&people, &found).await?;
    let lines: Vec<schema::Execution> = found.iter().map(|execution| schema::Execution::of(execution, &named)).collect();
    let columns = ["execution", "request", "authority", "what", "answer_by", "last", "stands"];
    super::print(
        &lines,
        format,
        |lines| web::csv::table(columns, &lines.iter().map(cells).collect::<Vec<_>>()),
        |out, lines| {
            if lines.is_empty() {
                return writeln!(out, "nothing is assigned, and nothing remarked");
            }
            let heading = ["Execution", "Request", "Authority", "What", "By", "Last", "Stands"];
            table::headed(out, heading, lines.iter().map(cells).collect())
        },
    )
}

async fn show(home: &Home, matter: &str, format: Format) -> Result<Done, Refused> {
    let Opened { house, people } = Opened::at(home).await?;
    let found = house.register.execution(&Viewer::operator(), matter).await?;
    let found = [found.ok_or(ExecutionError::Nothing)?];
    tell(&house, &found).await?;
    let named = named(&people, &found).await?;
    let holders = people.holders(&Actor::operator(""), matter).await?;
    let shown = schema::ExecutionDocument::of(schema::Execution::of(&found[0], &named), &holders);
    super::print(&shown, format, csv, |out, shown| print(out, shown))
}

fn said_cells(said: &schema::ExecutionSaid) -> [String; 4] {
    [
        said.recorded.0.to_string(),
        said.act.clone(),
        said.by.name.clone().unwrap_or_default(),
        said.text.clone(),
    ]
}

fn csv(shown: &schema::ExecutionDocument) -> String {
    let rows: Vec<_> = shown.execution.said.iter().map(said_cells).collect();
    web::csv::table(["recorded", "act", "by", "text"], &rows)
}

fn print(out: &mut impl Write, shown: &schema::ExecutionDocument) -> std::io::Result<()> {
    let execution = &shown.execution;
    let over = if execution.over { ", ended" } else { "" };
    writeln!(out, "request {}, {}{over}", execution.request, execution.level)?;
    if let Some(task) = &execution.task {
        let by = task.answer_by.as_ref().map(|by| format!(", by {by}")).unwrap_or_default();
        writeln!(out, "{}: {}{by}", task.authority, task.what)?;
    }
    for holder in &shown.holders {
        let (name, account) = (
            holder.name.as_deref().unwrap_or_default(),
            holder.account.as_deref().unwrap_or_default(),
        );
        writeln!(out, "has it: {name} ({account})")?;
    }
    if execution.said.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    let heading = ["Recorded", "", "By", ""];
    table::headed(out, heading, execution.said.iter().map(said_cells).collect())
}
