//! What an act answers: the questions that are open and that it would answer, shown above its form, and the references by which
//! it names one of them.

use super::elements::{Control, Field, LawWords};
use crate::markup::Markup;
use crate::written::Length;
use law::{Move, Pack};
use register::directory::StateRef;
use register::view::model::{RequestView, StepShown};

/// The acts that this one would answer, soonest due first.
pub(super) fn asked<'v>(law: &Pack, view: &'v RequestView, mv: &Move) -> Vec<&'v StepShown> {
    let meets = |id: &str| law.deadline(id).is_some_and(|deadline| deadline.met_by().contains(&mv.act));
    let open = view
        .row
        .owed
        .iter()
        .filter(|owed| mv.answers_to().contains(&owed.since_act) && meets(&owed.deadline));
    open.filter_map(|owed| view.steps.iter().find(|step| step.entry == owed.since_entry))
        .collect()
}

/// One of them as the page shows it: when it was asked, and what.
pub(super) fn said(words: &LawWords, states: &[StateRef], step: &StepShown) -> (Markup, Vec<(String, Markup)>) {
    let act = step
        .text_key
        .as_ref()
        .map(|key| words.t(&format!("{key}.done")))
        .unwrap_or_default();
    let head = Markup::join(&[words.w.when(&step.effective, Length::Full), Markup::text(&act)], " ");
    let values = step.values.iter().map(|value| {
        let label = value.text_key.as_ref().map_or_else(|| value.element.clone(), |key| words.t(key));
        let texts = value.texts.iter().map(|text| words.value(value.sort.as_ref(), text, states));
        (label, Markup::join(&texts.collect::<Vec<_>>(), "<br>"))
    });
    (head, values.collect())
}

/// The element by which the act names what it answers, and the names that there are.
pub(super) fn names(law: &Pack, mv: &Move, asked: &[&StepShown]) -> Option<(String, Vec<String>)> {
    let meeting = law.deadlines().iter().filter(|deadline| deadline.met_by().contains(&mv.act));
    let (of_question, of_answer) = meeting.filter_map(|deadline| deadline.pairs()).next()?;
    let values = asked
        .iter()
        .flat_map(|step| &step.values)
        .filter(|value| value.element == of_question);
    let names: Vec<String> = values.flat_map(|value| value.texts.iter().cloned()).collect();
    Some((of_answer.to_owned(), names)).filter(|(_, names)| !names.is_empty())
}

/// Offers the names in the field of the form.
pub(super) fn offer(fields: &mut [Field], prefix: &str, (element, names): &(String, Vec<String>)) {
    let name = format!("{prefix}{element}");
    for field in fields.iter_mut().filter(|field| field.name == name) {
        field.control = Control::Offered(names.iter().map(|name| (name.clone(), String::new())).collect());
    }
}
