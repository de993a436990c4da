//! What is to mend in a request, as it is printed.

use web::api::schema::Finding;

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
    let facts: Vec<String> = finding.facts.iter().map(|(name, value)| format!("{name}: {value}")).collect();
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
