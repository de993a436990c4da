//! A list of contacts that was checked.

use super::Csv;
use register::contacts::{Checked, Hit, Line};
use reports::contacts::{in_language, unread};
use reports::letter::Language;

/// `comity contacts`: a row for each contact and person whom it may be, in the order of the list, and one for each line that was not
/// checked.
pub fn contacts(checked: &Checked, language: Language) -> String {
    let mut csv = Csv::new([
        "line",
        "contact",
        "outcome",
        "person_id",
        "person",
        "person_status",
        "score",
        "explanation",
        "rule",
        "unverified",
        "notices",
        "alternatives",
        "note",
        "on",
        "as_at",
        "exercise",
    ]);
    let last = [
        checked.on.to_string(),
        checked.asked.as_at.to_string(),
        checked.asked.exercise.to_string(),
    ];
    for line in &checked.lines {
        let rows: Vec<Option<&Hit>> = match line.hits.as_slice() {
            [] => vec![None],
            hits => hits.iter().map(Some).collect(),
        };
        for hit in rows {
            csv.row(cells(line, hit, language).into_iter().chain(last.clone()));
        }
    }
    for line in &checked.unread {
        let mut row: [String; 13] = Default::default();
        row[0] = line.line.to_string();
        row[2] = "not-checked".to_owned();
        row[12] = unread(line, language);
        csv.row(row.into_iter().chain(last.clone()));
    }
    csv.0
}

fn cells(line: &Line, hit: Option<&Hit>, language: Language) -> [String; 13] {
    let of = |told: fn(&Hit) -> String| hit.map(told).unwrap_or_default();
    let advice = hit
        .and_then(|hit| hit.advice.as_ref())
        .filter(|_| hit.is_some_and(|hit| hit.likely));
    let others: Vec<&str> = line.alternatives.iter().map(|other| other.text.as_str()).collect();
    let notices: Vec<&str> = advice
        .iter()
        .flat_map(|advice| &advice.notices)
        .map(|notice| notice.to.as_str())
        .collect();
    [
        line.line.to_string(),
        line.text.clone(),
        line.outcome.word().to_owned(),
        of(|hit| hit.person.id.clone()),
        of(|hit| hit.person.name.clone()),
        of(|hit| hit.person.status.clone()),
        of(|hit| format!("{:.3}", hit.score)),
        hit.map(|hit| in_language(&hit.explanation, language).to_owned())
            .unwrap_or_default(),
        advice.map(|advice| advice.rests_on.join("; ")).unwrap_or_default(),
        advice.map(|advice| advice.recalled.to_string()).unwrap_or_default(),
        notices.join("; "),
        others.join("; "),
        if line.cut { "cut".to_owned() } else { String::new() },
    ]
}
