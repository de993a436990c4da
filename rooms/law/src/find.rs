//! Citations as people write them.

use crate::Rule;

/// The rules that a citation names, with all that stands under them, in the order of the pack.
pub(crate) fn find<'r>(rules: &'r [Rule], words: &str) -> Vec<&'r Rule> {
    let asked = parts(words);
    if asked.is_empty() {
        return Vec::new();
    }
    let numbers_alone = asked.iter().all(|part| is_number(part));
    let names = |rule: &&Rule| {
        let whole = parts(&rule.id);
        // `91(2)` means an article as much as `art-91-2` does, and `12/Res.3` leaves out whose resolution.
        let label = whole.iter().take_while(|part| !is_number(part)).count();
        let may_be_left_out = whole.first().is_some_and(|first| first == "art") || !numbers_alone;
        whole.starts_with(&asked) || (may_be_left_out && whole.get(label..).is_some_and(|rest| rest.starts_with(&asked)))
    };
    rules.iter().filter(names).collect()
}

/// The parts of a citation: numbers and words in lower case, each name of a division in one form,
/// and without words that only lead to the number.
fn parts(words: &str) -> Vec<String> {
    let lower = words.to_lowercase();
    let mut parts: Vec<String> = Vec::new();
    let mut before = None;
    for c in lower.chars() {
        let kind = (c.is_alphanumeric()).then(|| c.is_numeric());
        match kind {
            Some(_) if kind == before => {
                if let Some(part) = parts.last_mut() {
                    part.push(c);
                }
            }
            Some(_) => parts.push(c.to_string()),
            None => {}
        }
        before = kind;
    }
    let mut parts: Vec<String> = parts.iter().filter_map(|part| in_one_form(part)).collect();
    parts.dedup_by(|later, earlier| later == earlier && !is_number(later));
    // Behind the name of a text, `article` only leads to the number: APIC, article 35.
    let mut first = true;
    parts.retain(|part| std::mem::take(&mut first) || part != "art");
    parts
}

fn is_number(part: &str) -> bool {
    part.starts_with(|c: char| c.is_numeric())
}

fn in_one_form(part: &str) -> Option<String> {
    let one = match part {
        "article" | "articles" | "arts" => "art",
        "rules" | "r" | "règle" | "règles" => "rule",
        "regulation" | "regulations" | "regs" | "norme" | "normes" => "reg",
        "paragraph" | "paragraphs" | "paragraphe" | "paragraphes" | "para" | "paras" | "par" | "subparagraph" | "letter" | "alinéa"
        | "resolution" | "résolution" => return None,
        "of" | "the" | "rome" | "statute" | "statut" | "du" | "de" | "la" | "and" | "et" => return None,
        // The names of the texts of rules and regulations lead to them: Regulations of the Court, regulation 33.
        "procedure" | "procédure" | "evidence" | "preuve" | "court" | "cour" | "règlement" => return None,
        other => other,
    };
    Some(one.to_owned())
}
