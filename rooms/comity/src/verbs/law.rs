//! `comity law`: law packs checked and shown.

use crate::args::Law;
use crate::said::{Done, Refused};
use std::io::Write;
use std::path::Path;

pub fn run(verb: Law) -> Result<Done, Refused> {
    match verb {
        Law::Check { folder } => check(&folder),
        Law::Show { citation, lang } => show(&citation.join(" "), &lang),
    }
}

fn check(folder: &Path) -> Result<Done, Refused> {
    if !folder.is_dir() {
        return Err(Refused::Given(format!(
            "{} is not a folder; give the folder of a law pack",
            folder.display()
        )));
    }
    let mut files = Vec::new();
    read(folder, "", &mut files)?;
    let report = law::check(&files);
    let mut out = std::io::stdout().lock();
    for fault in &report.faults {
        writeln!(out, "{fault}")?;
    }
    let cases = report.cases.len();
    if report.faults.is_empty() {
        writeln!(out, "{}: no fault; {cases} cases hold", folder.display())?;
        Ok(Done::Yes)
    } else {
        writeln!(out, "{}: {} faults; {cases} cases were run", folder.display(), report.faults.len())?;
        Ok(Done::No)
    }
}

/// The texts under a folder, by their names within the pack, in order.
fn read(folder: &Path, within: &str, files: &mut Vec<(String, String)>) -> Result<(), Refused> {
    let entries = std::fs::read_dir(folder).map_err(|error| Refused::file(folder, &error))?;
    let mut names: Vec<String> = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| Refused::file(folder, &error))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    for name in names.into_iter().filter(|name| !name.starts_with('.')) {
        let path = folder.join(&name);
        let within = if within.is_empty() { name } else { format!("{within}/{name}") };
        if path.is_dir() {
            read(&path, &within, files)?;
        } else if [".toml", ".ftl"].iter().any(|end| within.ends_with(end)) {
            let text = std::fs::read_to_string(&path).map_err(|error| Refused::file(&path, &error))?;
            files.push((within, text));
        }
    }
    Ok(())
}

fn show(citation: &str, lang: &str) -> Result<Done, Refused> {
    let pack = law::Pack::rome_statute()?;
    let languages: Vec<&str> = pack.languages().collect();
    if !languages.contains(&lang) {
        return Err(Refused::Given(format!(
            "the pack has no texts in {lang:?}; choose {}",
            languages.join(", ")
        )));
    }
    let mut out = std::io::stdout().lock();
    if let Some(form) = pack.form(citation) {
        show_form(&mut out, &pack, form, lang)?;
        return Ok(Done::Yes);
    }
    let found = pack.find(citation);
    for rule in &found {
        let until = rule.until.map(|day| format!(" until {day}")).unwrap_or_default();
        let cites = pack.text(lang, &format!("{}.cites", rule.text_key)).unwrap_or(&rule.cites);
        writeln!(out, "{cites}  ({})", rule.id)?;
        writeln!(out, "  {}", pack.text(lang, &rule.text_key).unwrap_or_default())?;
        writeln!(
            out,
            "  from {}{until}{}",
            rule.from,
            if rule.unverified {
                "; unverified: recalled without its text"
            } else {
                ""
            }
        )?;
    }
    if found.is_empty() {
        writeln!(
            out,
            "no rule of the pack is cited as {citation:?}; write it like 91(2), or see all with `comity law show art`"
        )?;
        return Ok(Done::No);
    }
    Ok(Done::Yes)
}

/// What a form asks for: each element with what it is called, when it is needed and by which rules.
fn show_form(out: &mut impl Write, pack: &law::Pack, form: &law::Form, lang: &str) -> Result<(), Refused> {
    let text = |key: &str| pack.text(lang, key).unwrap_or_default().to_owned();
    writeln!(out, "{}  ({})", text(&form.text_key), form.id)?;
    for element in &form.elements {
        let needed = match (element.required, element.is_conditional()) {
            (true, _) => "needed",
            (false, true) => "needed on a condition",
            (false, false) => "if known",
        };
        let cites: Vec<String> = element.rests_on.iter().map(|rule| text(&format!("law-{rule}.cites"))).collect();
        writeln!(out, "{}  ({}; {needed})", text(&element.text_key), element.id)?;
        writeln!(out, "  {}", text(&format!("{}.hint", element.text_key)))?;
        writeln!(out, "  {}", cites.join("; "))?;
    }
    Ok(())
}
