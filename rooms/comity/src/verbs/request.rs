//! `comity request`: requests for cooperation at the shell.

use super::{
    findings, request_bundle, request_changes, request_document, request_execution, request_files, request_receive, request_signature,
    request_word, table, told,
};
use crate::args::{ActArgs, Format, Request, Written};
use crate::house::House;
use crate::said::{Done, Refused};
use crate::system::System;
use access::Viewer;
use law::{Pack, Side, Values};
use record::audience::Level;
use record::entry::Author;
use register::outside::{Outside, day_in_the_hague};
use register::port::{Of, Store};
use register::reading::Reading;
use register::request::{DocumentFacts, Files, GivenAct, Paper, RequestError, RequestId, RequestText, Submission, template};
use std::io::{Read, Write};
use std::path::Path;
use store::Home;
use web::api::schema::{LawTexts, PossibleAct, RequestDocument, RequestLine, TimelineStep};

pub async fn run(home: &Home, request: Request) -> Result<Done, Refused> {
    match request {
        Request::New { form, lang, format } => write_template(&form, &lang, format),
        Request::Submit {
            file,
            requesting,
            attach,
            officer,
        } => {
            let mut text = read_file(&file)?;
            let house = super::open(home).await?;
            request_files::sent(&house, &attach, &mut text.values).await?;
            let new = Submission {
                id: None,
                text,
                requesting,
                values: Values::default(),
                effective: String::new(),
                files: Files::default(),
                author: Author::Officer(super::officer(officer)),
            };
            let submitted = house.register.submit_request(&Viewer::operator(), &new).await;
            let id = submitted.map_err(|error| findings::refused(error, &house.register.law))?;
            writeln!(std::io::stdout().lock(), "{id}")?;
            Ok(Done::Yes)
        }
        Request::List { as_at, format } => list(home, as_at.as_deref(), format).await,
        Request::Show { request, as_at, format } => show(home, &request, as_at.as_deref(), format).await,
        Request::Write { request, format } => write(home, &request, format).await,
        Request::Document(args) => request_document::run(home, &args).await,
        Request::Bundle(args) => request_bundle::run(home, &args).await,
        Request::Changes { as_at, format } => request_changes::run(home, as_at.as_deref(), format).await,
        Request::Signature { request, format } => request_signature::run(home, &request, format).await,
        Request::Receive(args) => request_receive::run(home, args).await,
        Request::Execution(verb) => request_execution::run(home, verb).await,
        Request::Act(args) => act(home, args).await,
    }
}

/// The bytes of a file, or of standard input for `-`.
pub fn bytes_of(path: &Path) -> Result<Vec<u8>, Refused> {
    if path != Path::new("-") {
        return std::fs::read(path).map_err(|error| Refused::file(path, &error));
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A request out of a file, or standard input for `-`.
pub fn read_file(path: &Path) -> Result<RequestText, Refused> {
    let bytes = bytes_of(path)?;
    if request_word::is_word(path, &bytes) {
        return request_word::read(path, &bytes);
    }
    RequestText::read_file(&bytes).map_err(|error| Refused::Given(format!("{}: {error}", path.display())))
}

/// The reading of a day: what happened by it, known or not then.
pub fn reading(as_at: Option<&str>) -> Result<Reading, Refused> {
    Ok(Reading::new(as_at, None, true, day_in_the_hague(System.now()))?)
}

fn write_template(form: &str, lang: &str, format: Written) -> Result<Done, Refused> {
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
    let empty = RequestText {
        form: known.id.clone(),
        values: Values::default(),
    };
    let mut out = std::io::stdout().lock();
    match format {
        Written::Toml => write!(out, "{}", template(&law, known, lang))?,
        Written::Json => writeln!(out, "{}", empty.to_json())?,
        Written::Docx => out.write_all(&request_word::write(&law, &empty, "", &DocumentFacts::default(), lang)?)?,
    }
    Ok(Done::Yes)
}

pub fn id(text: &str) -> Result<RequestId, Refused> {
    RequestId::parse(text).ok_or_else(|| RequestError::NoRequest.into())
}

fn cells(line: &RequestLine) -> [String; 8] {
    [
        line.request.clone(),
        line.form.clone(),
        line.state.clone(),
        line.person.clone().unwrap_or_default(),
        line.stands.clone(),
        line.owed.clone().unwrap_or_default(),
        line.due.map(|due| due.0.to_string()).unwrap_or_default(),
        line.days_left.map(|days| days.to_string()).unwrap_or_default(),
    ]
}

const HEADING: [&str; 8] = ["Request", "Form", "State", "Person", "Stands", "Owed", "By", "Days"];

async fn list(home: &Home, as_at: Option<&str>, format: Format) -> Result<Done, Refused> {
    let reading = reading(as_at)?;
    let house = super::open(home).await?;
    let rows = house.register.requests(&Viewer::operator(), &reading).await?;
    tell(&house, rows.iter().map(|row| row.id.as_str())).await?;
    let lines: Vec<RequestLine> = rows.iter().map(RequestLine::of).collect();
    super::print(
        &lines,
        format,
        |lines| csv(lines),
        |out, lines| {
            if lines.is_empty() {
                return writeln!(out, "no requests");
            }
            table::headed(out, HEADING, lines.iter().map(cells).collect())
        },
    )
}

fn csv(lines: &[RequestLine]) -> String {
    let columns = ["request", "form", "state", "person", "stands", "owed", "by", "days"];
    web::csv::table(columns, &lines.iter().map(cells).collect::<Vec<_>>())
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
    let shown = RequestDocument::of(&view, LawTexts::english(&house.register.law));
    super::print(&shown, format, csv_of_steps, |out, shown| print(out, shown))
}

fn csv_of_steps(shown: &RequestDocument) -> String {
    let row = |step: &TimelineStep| {
        [
            step.effective.0.clone(),
            step.kind.clone(),
            step.on_behalf_of.clone().unwrap_or_default(),
            step.note.clone().unwrap_or_default(),
            step.recorded.0.to_string(),
            step.entry.0.clone(),
        ]
    };
    let columns = ["effective", "act", "on_behalf_of", "note", "recorded", "entry"];
    web::csv::table(columns, &shown.steps.iter().map(row).collect::<Vec<_>>())
}

fn print(out: &mut impl Write, shown: &RequestDocument) -> std::io::Result<()> {
    writeln!(out, "{} to {}, {}", shown.form, shown.state, shown.stands)?;
    if let Some(ground) = &shown.ground {
        writeln!(
            out,
            "the State is asked as {}, on {} ({})",
            ground.says,
            ground.on.0,
            ground.rests_on.join("; ")
        )?;
        if ground.rests_on_situation {
            writeln!(
                out,
                "  whether something else binds it depends on the situation, and the request names none that this record knows"
            )?;
        }
    }
    for owed in &shown.owed {
        let due = match (owed.first.map(|first| first.0), owed.days_left) {
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
        for count in &owed.counts {
            writeln!(out, "  {}: {} and {} days: {}", count.how, count.from.0, count.days, count.to.0)?;
        }
        for said in [&owed.counting, &owed.lapse].into_iter().flatten() {
            writeln!(out, "  {said}")?;
        }
        if let Some(known) = owed.holidays_known {
            let rests = if known {
                ""
            } else {
                "; the Court's holidays of those days are not known, and only Saturdays and Sundays left out"
            };
            writeln!(out, "  by 16:00 in The Hague{rests}")?;
        }
    }
    for finding in &shown.findings {
        writeln!(out, "to mend: {}", findings::line(finding))?;
    }
    for arrest in &shown.untied {
        writeln!(
            out,
            "a provisional arrest of {} on {} waits for a request like this one and could not be tied to it: if it is the same person, give earlier_request = {:?}",
            arrest.person, arrest.on.0, arrest.request
        )?;
    }
    writeln!(out)?;
    let heading = ["Day", "What happened", "For", "Note", "Entry"];
    let row = |step: &TimelineStep| {
        [
            step.effective.0.clone(),
            step.says.clone(),
            step.on_behalf_of.clone().unwrap_or_default(),
            step.note.clone().unwrap_or_default(),
            step.entry.0.clone(),
        ]
    };
    table::headed(out, heading, shown.steps.iter().map(row).collect())?;
    if !shown.can.is_empty() {
        writeln!(out)?;
        let row = |can: &PossibleAct| [can.act.clone(), can.side.clone(), can.says.clone(), can.carries.join(", ")];
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
        Written::Docx => {
            let register = &house.register;
            let facts = register.facts_of_request(&Viewer::operator(), &view, register.today()).await?;
            out.write_all(&request_word::write(&register.law, &view.text, request, &facts, "en")?)?;
        }
    }
    Ok(Done::Yes)
}

/// Says before a request under seal is sent that nobody of the State will see it here.
async fn sealed(house: &House, id: &RequestId) -> Result<(), Refused> {
    let preparation = Of::Matters(vec![id.preparation()]);
    let entries = house.store.entries(&Viewer::operator(), preparation, None).await?;
    if entries.iter().any(|recorded| recorded.audience.level == Level::UnderSeal) {
        writeln!(
            std::io::stderr().lock(),
            "it is under seal: nobody of the requested State sees it here until it is assigned to them, with `comity admin assign {}`",
            id.matter()
        )?;
    }
    Ok(())
}

async fn act(home: &Home, args: ActArgs) -> Result<Done, Refused> {
    let id = id(&args.request)?;
    let mut values = Values::default();
    for pair in &args.set {
        let (element, text) = super::member(pair)?;
        values.0.entry(element).or_default().push(text);
    }
    let text = args.file.as_deref().map(read_file).transpose()?;
    let house = super::open(home).await?;
    request_files::sent(&house, &args.attach, &mut values).await?;
    let scan = request_files::scan(&house, args.scan.as_deref()).await?;
    let paper = match (args.note, args.dated, args.received) {
        (Some(number), Some(dated), Some(received)) => Some(Paper {
            number: record::taken_in(&number),
            dated,
            received,
            scan,
        }),
        _ => None,
    };
    let mv = house.register.law.moves().iter().find(|mv| mv.id == args.act);
    if mv.is_some_and(|mv| mv.side == Side::State) && paper.is_none() {
        let text = "what a State did is recorded here from its note: give --note with its number, --dated and --received";
        return Err(Refused::Given(text.to_owned()));
    }
    if mv.is_some_and(|mv| mv.sends) {
        sealed(&house, &id).await?;
    }
    let given = GivenAct {
        request: id,
        act: args.act,
        saw: args.saw,
        text,
        values,
        effective: args.effective.unwrap_or_default(),
        paper,
        files: Files::default(),
        author: Author::Officer(super::officer(args.officer)),
    };
    match house.register.act_in_request(&Viewer::operator(), &given).await {
        Ok(recorded) => {
            if recorded.entry.matter == id.preparation() {
                let desk = store::DeskStore::open(home).await?;
                let drafts = super::drafts(&house, &desk);
                let ended = house.register.review_settled(&drafts, &recorded.entry).await;
                ended
                    .map_err(|error| Refused::Given(format!("it was recorded, but its draft still says that it is in review: {error}")))?;
            }
            writeln!(std::io::stdout().lock(), "{} {}", recorded.entry.kind, recorded.entry.id)?;
            Ok(Done::Yes)
        }
        Err(error) => Err(findings::refused(error, &house.register.law)),
    }
}
