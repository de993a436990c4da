//! `comity request`: requests for cooperation at the shell.

use super::{table, told};
use crate::args::{ActArgs, Format, Request, Written};
use crate::house::House;
use crate::said::{Done, Refused};
use crate::system::System;
use access::Viewer;
use law::{Pack, Side, Values};
use record::entry::Author;
use register::outside::{Outside, day_in_the_hague};
use register::port::{Of, Store};
use register::reading::Reading;
use register::request::{GivenAct, Paper, RequestError, RequestId, RequestText, Submission, template};
use register::view::model::{OwedShown, RequestRow, RequestView};
use serde::Serialize;
use std::io::{Read, Write};
use std::path::Path;
use store::Home;

pub async fn run(home: &Home, request: Request) -> Result<Done, Refused> {
    match request {
        Request::New { form, lang } => write_template(&form, &lang),
        Request::Submit { file, requesting, officer } => {
            let new = Submission {
                id: None,
                text: read_file(&file)?,
                requesting,
                values: Values::default(),
                effective: String::new(),
                author: Author::Officer(super::officer(officer)),
            };
            let house = super::open(home).await?;
            let id = house.register.submit_request(&Viewer::operator(), &new).await?;
            writeln!(std::io::stdout().lock(), "{id}")?;
            Ok(Done::Yes)
        }
        Request::List { as_at, format } => list(home, as_at.as_deref(), format).await,
        Request::Show { request, as_at, format } => show(home, &request, as_at.as_deref(), format).await,
        Request::Write { request, format } => write(home, &request, format).await,
        Request::Act(args) => act(home, args).await,
    }
}

/// A request out of a file, or standard input for `-`.
pub fn read_file(path: &Path) -> Result<RequestText, Refused> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = std::fs::read(path).map_err(|error| Refused::file(path, &error))?;
    }
    RequestText::read_file(&bytes).map_err(|error| Refused::Given(format!("{}: {error}", path.display())))
}

/// The reading of a day: what happened by it, known or not then.
pub fn reading(as_at: Option<&str>) -> Result<Reading, Refused> {
    Ok(Reading::new(as_at, None, true, day_in_the_hague(System.now()))?)
}

fn write_template(form: &str, lang: &str) -> Result<Done, Refused> {
    let law = Pack::rome_statute()?;
    if !law.languages().any(|known| known == lang) {
        let known: Vec<&str> = law.languages().collect();
        return Err(Refused::Given(format!("--lang {lang}: there are texts in {}", known.join(", "))));
    }
    let Some(known) = law.form(form) else {
        let forms: Vec<&str> = law.forms().iter().map(|form| form.id.as_str()).collect();
        return Err(Refused::Given(format!(
            "{form:?} is no form of cooperation; write one of these: {}",
            forms.join(", ")
        )));
    };
    write!(std::io::stdout().lock(), "{}", template(&law, known, lang))?;
    Ok(Done::Yes)
}

fn id(text: &str) -> Result<RequestId, Refused> {
    RequestId::parse(text).ok_or_else(|| RequestError::NoRequest.into())
}

/// A request in a list, as it is printed.
#[derive(Serialize)]
struct Line {
    request: String,
    form: String,
    state: String,
    person: Option<String>,
    stands: String,
    owed: Option<String>,
    owed_by: Option<&'static str>,
    due: Option<String>,
    days_left: Option<i64>,
}

impl Line {
    fn of(row: &RequestRow) -> Line {
        let owed = row.owed.first();
        Line {
            request: row.id.clone(),
            form: row.form.clone(),
            state: row.state.code.clone(),
            person: row.person.clone(),
            stands: row.stands.clone(),
            owed: owed.map(|owed| owed.deadline.clone()),
            owed_by: owed.map(|owed| owed.by.word()),
            due: owed.and_then(|owed| owed.due.as_ref()).map(|due| due.first.to_string()),
            days_left: owed.and_then(|owed| owed.days_left),
        }
    }

    fn cells(&self) -> [String; 8] {
        [
            self.request.clone(),
            self.form.clone(),
            self.state.clone(),
            self.person.clone().unwrap_or_default(),
            self.stands.clone(),
            self.owed.clone().unwrap_or_default(),
            self.due.clone().unwrap_or_default(),
            self.days_left.map(|days| days.to_string()).unwrap_or_default(),
        ]
    }
}

const HEADING: [&str; 8] = ["Request", "Form", "State", "Person", "Stands", "Owed", "By", "Days"];

async fn list(home: &Home, as_at: Option<&str>, format: Format) -> Result<Done, Refused> {
    let reading = reading(as_at)?;
    let house = super::open(home).await?;
    let rows = house.register.requests(&Viewer::operator(), &reading).await?;
    tell(&house, rows.iter().map(|row| row.id.as_str())).await?;
    let lines: Vec<Line> = rows.iter().map(Line::of).collect();
    super::print(
        &lines,
        format,
        |lines| csv(lines),
        |out, lines| {
            if lines.is_empty() {
                return writeln!(out, "no requests");
            }
            table::headed(out, HEADING, lines.iter().map(Line::cells).collect())
        },
    )
}

fn csv(lines: &[Line]) -> String {
    let columns = ["request", "form", "state", "person", "stands", "owed", "by", "days"];
    web::csv::table(columns, &lines.iter().map(Line::cells).collect::<Vec<_>>())
}

/// Tells the audit that the operator opened these requests.
async fn tell(house: &House, ids: impl Iterator<Item = &str>) -> Result<(), Refused> {
    let matters: Vec<String> = ids
        .filter_map(RequestId::parse)
        .flat_map(|id| [id.preparation(), id.matter()])
        .collect();
    if matters.is_empty() {
        return Ok(());
    }
    let entries = house.store.entries(&Viewer::operator(), Of::Matters(matters), None).await?;
    told::opened(house, &entries).await
}

async fn show(home: &Home, request: &str, as_at: Option<&str>, format: Format) -> Result<Done, Refused> {
    let (id, reading) = (id(request)?, reading(as_at)?);
    let house = super::open(home).await?;
    let view = house.register.request(&Viewer::operator(), &reading, &id).await?;
    let view = view.ok_or(RequestError::NoRequest)?;
    tell(&house, std::iter::once(request)).await?;
    let shown = Shown::of(&view, &house.register.law);
    super::print(&shown, format, csv_of_steps, |out, shown| print(out, shown))
}

/// A request, as it is printed.
#[derive(Serialize)]
struct Shown {
    request: String,
    form: String,
    state: String,
    stands: String,
    owed: Vec<OwedLine>,
    findings: Vec<FindingLine>,
    steps: Vec<StepLine>,
    can: Vec<CanLine>,
    asked: std::collections::BTreeMap<String, Vec<String>>,
    sha256: String,
    saw: String,
}

#[derive(Serialize)]
struct OwedLine {
    by: &'static str,
    what: String,
    first: Option<String>,
    last: Option<String>,
    days_left: Option<i64>,
    policy: bool,
    rests_on: Vec<String>,
}

/// What is to mend, as it is printed.
#[derive(Serialize)]
pub struct FindingLine {
    kind: &'static str,
    element: String,
    says: String,
    facts: std::collections::BTreeMap<String, String>,
    rests_on: Vec<String>,
}

#[derive(Serialize)]
struct StepLine {
    effective: String,
    kind: String,
    says: String,
    on_behalf_of: Option<String>,
    note: Option<String>,
    recorded: String,
    entry: String,
    carries: std::collections::BTreeMap<String, Vec<String>>,
}

#[derive(Serialize)]
struct CanLine {
    act: String,
    side: &'static str,
    says: String,
    carries: Vec<String>,
}

fn text(law: &Pack, key: &str) -> String {
    law.text("en", key).unwrap_or(key).to_owned()
}

fn cites(law: &Pack, ids: &[String]) -> Vec<String> {
    ids.iter().filter_map(|id| law.rule(id)).map(|rule| rule.cites.clone()).collect()
}

impl FindingLine {
    /// A finding in the words of the pack.
    pub fn of(finding: &law::Finding, law: &Pack) -> FindingLine {
        FindingLine {
            kind: finding.kind.word(),
            element: finding.element.clone(),
            says: text(law, &finding.text_key),
            facts: finding.facts.iter().cloned().collect(),
            rests_on: cites(law, &finding.rests_on),
        }
    }

    /// Its cells in a file of rows.
    pub fn cells(&self) -> [String; 5] {
        let facts: Vec<String> = self.facts.iter().map(|(name, value)| format!("{name}={value}")).collect();
        [
            self.kind.to_owned(),
            self.element.clone(),
            self.says.clone(),
            facts.join("; "),
            self.rests_on.join("; "),
        ]
    }

    /// One line for people.
    pub fn line(&self) -> String {
        let facts: Vec<String> = self.facts.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        let facts = if facts.is_empty() {
            String::new()
        } else {
            format!(" [{}]", facts.join("; "))
        };
        let rests_on = if self.rests_on.is_empty() {
            String::new()
        } else {
            format!(" ({})", self.rests_on.join("; "))
        };
        format!("{}  {}: {}{facts}{rests_on}", self.kind, self.element, self.says)
    }
}

impl Shown {
    fn of(view: &RequestView, law: &Pack) -> Shown {
        let owed = |owed: &OwedShown| OwedLine {
            by: owed.by.word(),
            what: text(law, &owed.text_key),
            first: owed.due.as_ref().map(|due| due.first.to_string()),
            last: owed.due.as_ref().map(|due| due.last.to_string()),
            days_left: owed.days_left,
            policy: owed.policy,
            rests_on: cites(law, &owed.rests_on),
        };
        let steps = view.steps.iter().map(|step| StepLine {
            effective: step.effective.clone(),
            kind: step.kind.clone(),
            says: step
                .text_key
                .as_ref()
                .map_or_else(|| "not understood".to_owned(), |key| text(law, &format!("{key}.done"))),
            on_behalf_of: step.on_behalf_of.clone(),
            note: step.paper.as_ref().map(|paper| paper.number.clone()),
            recorded: step.recorded.to_string(),
            entry: step.entry.clone(),
            carries: step
                .values
                .iter()
                .map(|value| (value.element.clone(), value.texts.clone()))
                .collect(),
        });
        let can = view.moves.iter().map(|offer| CanLine {
            act: offer.id.clone(),
            side: offer.side.word(),
            says: text(law, &offer.text_key),
            carries: law.moves().iter().find(|mv| mv.id == offer.id).map_or_else(Vec::new, |mv| {
                let carried = |element: &law::Element| format!("{}{}", element.id, if element.required { "*" } else { "" });
                mv.carries.iter().map(carried).collect()
            }),
        });
        Shown {
            request: view.row.id.clone(),
            form: view.row.form.clone(),
            state: view.row.state.code.clone(),
            stands: view.row.stands.clone(),
            owed: view.row.owed.iter().map(owed).collect(),
            findings: view.findings.iter().map(|finding| FindingLine::of(finding, law)).collect(),
            steps: steps.collect(),
            can: can.collect(),
            asked: view
                .elements
                .iter()
                .map(|value| (value.element.clone(), value.texts.clone()))
                .collect(),
            sha256: view.text_sha256.clone(),
            saw: view.saw.clone(),
        }
    }
}

fn csv_of_steps(shown: &Shown) -> String {
    let row = |step: &StepLine| {
        [
            step.effective.clone(),
            step.kind.clone(),
            step.on_behalf_of.clone().unwrap_or_default(),
            step.note.clone().unwrap_or_default(),
            step.recorded.clone(),
            step.entry.clone(),
        ]
    };
    let columns = ["effective", "act", "on_behalf_of", "note", "recorded", "entry"];
    web::csv::table(columns, &shown.steps.iter().map(row).collect::<Vec<_>>())
}

fn print(out: &mut impl Write, shown: &Shown) -> std::io::Result<()> {
    writeln!(out, "{} to {}, {}", shown.form, shown.state, shown.stands)?;
    for owed in &shown.owed {
        let due = match (&owed.first, owed.days_left) {
            (Some(first), Some(days)) if days < 0 => format!(" by {first}, {} days ago", -days),
            (Some(first), Some(days)) => format!(" by {first}, in {days} days"),
            _ => ", no day set".to_owned(),
        };
        let ground = if owed.policy {
            "policy".to_owned()
        } else {
            owed.rests_on.join("; ")
        };
        writeln!(out, "owed by the {}: {}{due} ({ground})", owed.by, owed.what)?;
    }
    for finding in &shown.findings {
        writeln!(out, "to mend: {}", finding.line())?;
    }
    writeln!(out)?;
    let heading = ["Day", "What happened", "For", "Note", "Entry"];
    let row = |step: &StepLine| {
        [
            step.effective.clone(),
            step.says.clone(),
            step.on_behalf_of.clone().unwrap_or_default(),
            step.note.clone().unwrap_or_default(),
            step.entry.clone(),
        ]
    };
    table::headed(out, heading, shown.steps.iter().map(row).collect())?;
    if !shown.can.is_empty() {
        writeln!(out)?;
        let row = |can: &CanLine| [can.act.clone(), can.side.to_owned(), can.says.clone(), can.carries.join(", ")];
        table::headed(
            out,
            ["What can be done", "By", "", "It carries (* needed)"],
            shown.can.iter().map(row).collect(),
        )?;
    }
    Ok(())
}

async fn write(home: &Home, request: &str, format: Written) -> Result<Done, Refused> {
    let id = id(request)?;
    let house = super::open(home).await?;
    let view = house.register.request(&Viewer::operator(), &reading(None)?, &id).await?;
    let view = view.ok_or(RequestError::NoRequest)?;
    tell(&house, std::iter::once(request)).await?;
    let mut out = std::io::stdout().lock();
    match format {
        Written::Toml => write!(out, "{}", view.text.to_toml())?,
        Written::Json => writeln!(out, "{}", view.text.to_json())?,
    }
    Ok(Done::Yes)
}

async fn act(home: &Home, args: ActArgs) -> Result<Done, Refused> {
    let id = id(&args.request)?;
    let mut values = Values::default();
    for pair in &args.set {
        let (element, text) = super::member(pair)?;
        values.0.entry(element).or_default().push(text);
    }
    let text = args.file.as_deref().map(read_file).transpose()?;
    let paper = match (args.note, args.dated, args.received) {
        (Some(number), Some(dated), Some(received)) => Some(Paper { number, dated, received }),
        _ => None,
    };
    let house = super::open(home).await?;
    let mv = house.register.law.moves().iter().find(|mv| mv.id == args.act);
    if mv.is_some_and(|mv| mv.side == Side::State) && paper.is_none() {
        let text = "what a State did is recorded here from its note: give --note with its number, --dated and --received";
        return Err(Refused::Given(text.to_owned()));
    }
    let given = GivenAct {
        request: id,
        act: args.act,
        saw: args.saw,
        text,
        values,
        effective: args.effective.unwrap_or_default(),
        paper,
        author: Author::Officer(super::officer(args.officer)),
    };
    match house.register.act_in_request(&Viewer::operator(), &given).await {
        Ok(recorded) => {
            writeln!(std::io::stdout().lock(), "{} {}", recorded.entry.kind, recorded.entry.id)?;
            Ok(Done::Yes)
        }
        Err(RequestError::Findings(findings)) => {
            let lines: Vec<String> = findings
                .iter()
                .map(|finding| FindingLine::of(finding, &house.register.law).line())
                .collect();
            Err(Refused::Given(format!("nothing was recorded; to mend:\n  {}", lines.join("\n  "))))
        }
        Err(error) => Err(error.into()),
    }
}
