//! The note verbale by which the Court tells the requested State of what it did in a request since it was sent. What it says is
//! the law pack's: which acts have one, which of their elements stand in it, and what the Court does by each.

use super::make::{cites, dated, form_key, frame, in_a_sentence, level_called, of_law, section, state, value};
use super::words::Words;
use super::{AnnexLine, Given, Kind, Letter, annexes};
use law::{ElementSort, Move};
use register::request::ActLetter;

/// The letter of an act, `given` being the request that it is about, dated as the act. One that the law pack does not know, or
/// without a letter, gives a note that says nothing of itself.
pub fn act(given: &Given, told: &ActLetter) -> Letter {
    let words = Words(given.language);
    let law = given.law;
    let mv = law.moves().iter().find(|mv| mv.id == told.act);
    let state = state(given, words);
    let level = level_called(given, told.level.word(), words);
    let mut letter = frame(given, words, Kind::Note);
    letter.act = Some(told.entry.clone().unwrap_or_else(|| told.act.clone()));
    letter.marks.level = level.to_uppercase();
    letter.draft = told.entry.is_none().then(|| words.t("document-letter-draft"));
    if told.on.is_none() {
        letter.date = words.t("document-letter-not-dated");
    }
    if !told.recipient.is_empty() {
        letter.to.truncate(1);
        letter.to.extend(told.recipient.iter().cloned());
    }
    letter.channel = told.channel.as_ref().map(|(sort, word)| value(given, Some(sort), word, words));
    letter.opening = vec![words.say("document-note-opening", &[("state", &state)]), refers(given, told, words)];
    letter.opening.extend(mv.map(|mv| tells(given, mv, words)));
    let says = || mv.into_iter().flat_map(Move::says);
    letter.sections = says().map(|element| section(given, element, &told.values, words)).collect();
    let accepted = given.facts.accepted.as_deref().unwrap_or_default();
    let documents = says().filter(|element| element.sort == ElementSort::Documents);
    letter.annexes = documents
        .flat_map(|element| {
            let texts: Vec<String> = told.values.given(&element.id).map(str::to_owned).collect();
            annexes::lines(&element.id, &texts, accepted, words)
        })
        .collect();
    letter.closing = vec![
        words.say(goes_alone(&letter.annexes), &[("level", &level.to_lowercase())]),
        words.t("document-note-receipt"),
        words.say("document-note-closing", &[("state", &state)]),
        dated(given, words),
    ];
    letter
}

/// To which request, and when it was sent, as far as this is known.
fn refers(given: &Given, told: &ActLetter, words: Words) -> String {
    let (form, _) = words.law(given.law, &form_key(given));
    let form = in_a_sentence(&form);
    let args = [("form", form.as_str()), ("reference", given.reference)];
    match told.sent {
        Some(sent) => words.say("document-letter-refers-sent", &[&args[..], &[("day", &words.day(sent))]].concat()),
        None => words.say("document-letter-refers", &args),
    }
}

/// What the Court does by the act, and under which rules.
fn tells(given: &Given, mv: &Move, words: Words) -> String {
    let (tells, _) = words.law(given.law, &format!("{}.letter", mv.text_key));
    let rules = cites(given, &of_law(given, &mv.rests_on), words);
    match rules.as_str() {
        "" => words.say("document-letter-tells", &[("tells", &tells)]),
        rules => words.say("document-letter-tells-by", &[("tells", &tells), ("cites", rules)]),
    }
}

/// The text that says to whom alone it may be made known: of the note, and of its annexes where there are any.
fn goes_alone(annexes: &[AnnexLine]) -> &'static str {
    if annexes.is_empty() {
        "document-letter-level-alone"
    } else {
        "document-letter-level"
    }
}
