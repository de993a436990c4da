//! `comity state`: one State's profile of cooperation.

use super::table;
use crate::args::{Format, ReadingArgs};
use crate::said::{Done, Refused};
use access::Viewer;
use law::Pack;
use register::files::{Becomes, Column};
use register::view::model::{Cell, Computed, Row, RuleShown, StateProfile, Tie};
use std::io::Write;
use store::Home;

pub async fn run(home: &Home, words: &str, args: &ReadingArgs, viewer: Viewer, format: Format) -> Result<Done, Refused> {
    let reading = super::reading(args)?;
    let house = super::open(home).await?;
    super::told::view(&house, &viewer).await?;
    let code = house.register.state_meant(&viewer, &reading, words).await?;
    let view = house.register.state(&viewer, &reading, &code).await?;
    super::print(&view, format, web::csv::state, |out, view| print(out, view, &house.register.law))
}

fn print(out: &mut impl Write, view: &StateProfile, law: &Pack) -> std::io::Result<()> {
    table::exercise(out, &view.asked, "States")?;
    writeln!(out, "{} ({}) {}", view.state.name_en, view.state.code, table::reading(&view.asked))?;
    let began = view.began.map(|day| format!("it began to exist on {day}"));
    let others = (!view.other_names.is_empty()).then(|| format!("other names: {}", view.other_names.join(", ")));
    let group = Some(view.group.clone()).filter(|group| !group.is_empty());
    let membership = Some(format!("United Nations: {}", view.membership));
    writeln!(out, "{}", joined([group, membership, began, others]))?;

    section(out, "How to address a request", addressing(view))?;
    for tie in &view.treaties {
        let name = law.treaty(&tie.treaty).and_then(|treaty| law.text("en", &treaty.text_key));
        section(out, name.unwrap_or(&tie.treaty), standing(tie, law))?;
    }
    let bound = view.bound.iter().map(|bound| {
        let by = law.obligations().iter().find(|obligation| obligation.id == bound.by);
        let by = by.and_then(|obligation| law.text("en", &obligation.text_key)).unwrap_or(&bound.by);
        format!(
            "{by}: {} ({})",
            told(&bound.row, &["kind", "referred_by", "binds"]),
            cited(&bound.rules)
        )
    });
    section(out, "What else binds it", bound)?;
    let told_all = |rows: &[Row], without: &'static [&'static str]| -> Vec<String> { rows.iter().map(|row| told(row, without)).collect() };
    section(out, "Acceptances of jurisdiction (article 12(3))", told_all(&view.acceptances, &[]))?;
    section(out, "Agreements with the Court", told_all(&view.agreements, &[]))?;
    section(out, "Decisions under article 87(7)", told_all(&view.findings, &[]))?;
    section(out, "Referrals", told_all(&view.referrals, &[]))?;
    let topic = |id: &str| {
        law.topics()
            .iter()
            .find(|topic| topic.id == id)
            .and_then(|topic| law.text("en", &topic.text_key))
    };
    let laws = view.laws.iter().map(|row| {
        let topics: Vec<&str> = row.topics.iter().map(|id| topic(id).unwrap_or(id)).collect();
        let read = (!topics.is_empty()).then(|| format!("read on: {}", topics.join(", ")));
        joined([Some(told(row, &["part9_topics_read"])), read])
    });
    section(out, "Laws on cooperation", laws)?;
    let acts = view.acts.iter().map(|event| {
        let act = event.act.replace(['.', '-'], " ");
        let person = event.person.as_ref().map(|person| person.name.clone());
        let mark = (!event.date.verified).then(|| "unverified".to_owned());
        let what = event.what.clone().unwrap_or(act);
        joined([Some(format!("{} {what}", event.date.on)), person, mark])
    });
    section(out, "Arrests and other acts in it", acts)?;
    for situation in &view.situations {
        let persons = situation.persons.iter().map(|person| {
            let reason = person.end_reason.clone();
            joined([Some(person.name.clone()), Some(person.status.clone()), reason])
        });
        let heading = format!("Situation {} ({})", situation.situation.name, situation.situation.no);
        section(out, &heading, persons)?;
    }
    Ok(())
}

/// A heading with its lines; nothing where there are none.
fn section(out: &mut impl Write, heading: &str, lines: impl IntoIterator<Item = String>) -> std::io::Result<()> {
    for (i, line) in lines.into_iter().enumerate() {
        if i == 0 {
            writeln!(out, "\n{heading}")?;
        }
        writeln!(out, "  {line}")?;
    }
    Ok(())
}

/// What to do before writing to the State. Nothing is routed on what is not verified.
fn addressing(view: &StateProfile) -> Vec<String> {
    let otherwise = "use the diplomatic channel and a working language of the Court, or have the channel confirmed first";
    let declaration = view.address.declaration.as_ref();
    let day = declaration.and_then(|row| row.cells.get("declared_on"));
    let day = day.map(|cell| format!(" on {}", cell.value)).unwrap_or_default();
    match (view.address.advice.as_str(), declaration.map(|row| told(row, &["declared_on"]))) {
        ("declared", Some(declared)) => vec![format!("as it declared{day}: {declared}")],
        ("confirm", Some(declared)) => vec![
            format!("its declaration is not verified: {otherwise}"),
            format!("as recalled, declared{day}: {declared}"),
        ],
        _ => vec![format!("nothing is known of its channel and languages: {otherwise}")],
    }
}

/// Where a State stands towards a treaty: the standing, what the law computes, what the record holds.
fn standing(tie: &Tie, law: &Pack) -> Vec<String> {
    let Some(id) = &tie.standing else {
        return vec!["no act of it is known".to_owned()];
    };
    let standing = law.standings(&tie.treaty).iter().find(|standing| standing.id == *id);
    let words = standing.and_then(|standing| law.text("en", &standing.text_key)).unwrap_or(id);
    let since = tie.since.map(|day| format!(" since {day}")).unwrap_or_default();
    let mut lines = vec![format!("{words}{since} ({})", cited(&tie.rules))];
    lines.extend(
        tie.in_force
            .as_ref()
            .map(|computed| format!("in force for it: {}", by_law(computed))),
    );
    lines.extend(tie.withdrawal.as_ref().map(|computed| format!("withdrawal: {}", by_law(computed))));
    lines.extend(
        tie.row
            .as_ref()
            .map(|row| told(row, &["entered_into_force_on", "bound_on", "withdrawal_effective_on"])),
    );
    lines
}

/// A day by the law, with its rules, and what a source states where it states another one.
fn by_law(computed: &Computed) -> String {
    let planned = if computed.planned { ", planned" } else { "" };
    let differs = computed.stated.as_ref().filter(|_| computed.differs);
    let differs = differs.map(|cell| format!("; a source states {}", cell.value)).unwrap_or_default();
    format!("{}{planned} ({}){differs}", computed.on, cited(&computed.rules))
}

fn cited(rules: &[RuleShown]) -> String {
    rules.iter().map(|rule| rule.cites.as_str()).collect::<Vec<_>>().join("; ")
}

/// A row: its day, then what its other columns hold, in the order of the file, with what is known of their
/// truth. In the row of a treaty, which has several days, each stands under its name.
fn told(row: &Row, without: &[&str]) -> String {
    let Some(file) = register::files::of_matter(&row.id) else {
        return String::new();
    };
    let cells: Vec<(&Column, &Cell)> = file
        .columns
        .iter()
        .filter(|column| !without.contains(&column.name))
        .filter_map(|column| Some((column, row.cells.get(column.name)?)))
        .collect();
    let nothing_verified = cells.len() > 1 && cells.iter().all(|(_, cell)| !cell.verified);
    let day = cells
        .iter()
        .position(|(column, _)| file.constant.is_none() && matches!(column.becomes, Becomes::Act(_)));
    let told = |(column, cell): &(&Column, &Cell)| {
        let others = cell
            .others
            .iter()
            .map(|other| format!(" [another source: {other}]"))
            .collect::<String>();
        let mark = if cell.verified || nothing_verified { "" } else { " [unverified]" };
        format!("{}{others}{mark}", value(column.name, &cell.value))
    };
    let named = |of: &(&Column, &Cell)| {
        let name = of.0.name.strip_suffix("_on").unwrap_or(of.0.name).replace('_', " ");
        format!("{name}: {}", told(of))
    };
    let rest = cells
        .iter()
        .enumerate()
        .filter(|(place, _)| Some(*place) != day)
        .map(|(_, of)| named(of));
    let rest = rest.collect::<Vec<_>>().join("; ");
    let first = match day.and_then(|place| cells.get(place)) {
        Some(of) => format!("{}: ", told(of)),
        None if row.undated => "day not known: ".to_owned(),
        None => String::new(),
    };
    let mark = if nothing_verified { " [nothing of it verified]" } else { "" };
    format!("{first}{rest}{mark}")
}

/// What a column holds, as a person reads it: channels and languages are alternatives, languages with a plus
/// are needed together.
fn value(column: &str, text: &str) -> String {
    let parts = text.split(';').map(str::trim);
    match column {
        "channel" => parts.collect::<Vec<_>>().join(" or "),
        "languages_accepted" => {
            let needed = parts.map(|needed| needed.split('+').map(language).collect::<Vec<_>>().join(" with "));
            needed.collect::<Vec<_>>().join(" or ")
        }
        _ => parts.collect::<Vec<_>>().join("; "),
    }
}

/// The name of a language by its code (ISO 639-3); the code where it is not among those that States declared.
fn language(code: &str) -> &str {
    const NAMES: [(&str, &str); 23] = [
        ("ara", "Arabic"),
        ("dan", "Danish"),
        ("deu", "German"),
        ("ell", "Greek"),
        ("eng", "English"),
        ("est", "Estonian"),
        ("fin", "Finnish"),
        ("fra", "French"),
        ("hrv", "Croatian"),
        ("ita", "Italian"),
        ("jpn", "Japanese"),
        ("kat", "Georgian"),
        ("lit", "Lithuanian"),
        ("mkd", "Macedonian"),
        ("pol", "Polish"),
        ("por", "Portuguese"),
        ("rus", "Russian"),
        ("slv", "Slovenian"),
        ("spa", "Spanish"),
        ("sqi", "Albanian"),
        ("srp", "Serbian"),
        ("swe", "Swedish"),
        ("zho", "Chinese"),
    ];
    NAMES.iter().find(|(known, _)| *known == code).map_or(code, |(_, name)| name)
}

/// Parts of a line with semicolons between them.
fn joined(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("; ")
}
