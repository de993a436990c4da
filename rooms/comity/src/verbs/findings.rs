//! What is to mend in a request, as it is printed.

use crate::said::Refused;
use law::Pack;
use register::request::RequestError;
use web::api::schema::{ANSWER, Finding, LawTexts};

/// The cells of a finding in a file of rows.
pub fn cells(finding: &Finding) -> [String; 5] {
    let facts: Vec<String> = finding.facts.iter().map(|(name, value)| format!("{name}={value}")).collect();
    [
        finding.kind.clone(),
        finding.element.clone(),
        finding.says.clone(),
        facts.join("; "),
        finding.rests_on.join("; "),
    ]
}

/// A finding in one line for people.
pub fn line(finding: &Finding) -> String {
    // The answer that it contradicts is told in its words.
    let particular = finding.facts.iter().filter(|(name, _)| !ANSWER.contains(&name.as_str()));
    let facts: Vec<String> = particular.map(|(name, value)| format!("{name}: {value}")).collect();
    let facts = if facts.is_empty() {
        String::new()
    } else {
        format!(" [{}]", facts.join("; "))
    };
    let rests_on = if finding.rests_on.is_empty() {
        String::new()
    } else {
        format!(" ({})", finding.rests_on.join("; "))
    };
    format!("{}  {}: {}{facts}{rests_on}", finding.kind, finding.element, finding.says)
}

/// Why something in a request was not recorded: each thing to mend in a line of its own.
pub fn refused(error: RequestError, law: &Pack) -> Refused {
    match error {
        RequestError::Findings(findings) => {
            let lines: Vec<String> = findings
                .iter()
                .map(|finding| line(&Finding::of(finding, LawTexts::english(law))))
                .collect();
            Refused::Given(format!("nothing was recorded; to mend:\n  {}", lines.join("\n  ")))
        }
        error => error.into(),
    }
}
