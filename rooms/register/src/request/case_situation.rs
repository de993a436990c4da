//! Whether the case that a request names belongs to the situation that it names, as the record has it.

use super::signs::place;
use super::{CASE, RequestError, RequestText, SITUATION, is_request};
use crate::{Register, names};
use access::Viewer;
use law::{Element, Finding, FindingKind};
use record::entry::Subject;
use std::collections::BTreeSet;

impl Register {
    /// The findings, and among them that the case is one of another situation, as far as this viewer may see proceedings of the case.
    /// What other requests say of it is somebody's word and shows nothing.
    ///
    /// # Errors
    /// The store failed.
    pub(super) async fn with_case_of_another_situation(
        &self,
        viewer: &Viewer,
        elements: &[Element],
        text: &RequestText,
        mut findings: Vec<Finding>,
    ) -> Result<Vec<Finding>, RequestError> {
        let of_form = elements.iter().find(|element| element.id == CASE);
        let given = of_form.zip(text.values.first(CASE)).zip(text.values.first(SITUATION));
        let Some(((element, case), situation)) = given else {
            return Ok(findings);
        };
        let about = self.store.weighed(viewer, vec![Subject::Case(case.to_owned())]).await?;
        let (mut numbers, mut called) = (BTreeSet::new(), BTreeSet::new());
        for entry in about
            .iter()
            .map(|recorded| &recorded.entry)
            .filter(|entry| !is_request(&entry.kind))
        {
            let number = |subject: &Subject| match subject {
                Subject::Situation(number) => Some(number.clone()),
                _ => None,
            };
            numbers.extend(entry.about.iter().filter_map(number));
            called.extend(entry.body.get_text(SITUATION).map(names::fold));
        }
        // What is no situation that the record knows contradicts nothing: it may be another name of the same.
        let is_known = self.is_a_situation(viewer, situation).await?;
        if !is_known || numbers.is_empty() || numbers.contains(situation) || called.contains(&names::fold(situation)) {
            return Ok(findings);
        }
        findings.push(Finding {
            kind: FindingKind::Contradictory,
            element: element.id.clone(),
            rests_on: element.rests_on.clone(),
            text_key: "law-finding-case-situation".to_owned(),
            facts: vec![
                ("given".to_owned(), case.to_owned()),
                ("situation".to_owned(), numbers.into_iter().collect::<Vec<_>>().join("; ")),
            ],
        });
        findings.sort_by_key(|finding| place(elements, &finding.element).unwrap_or(elements.len()));
        Ok(findings)
    }

    /// Whether the record, as far as this viewer may see, has proceedings in a situation of this number.
    async fn is_a_situation(&self, viewer: &Viewer, number: &str) -> Result<bool, RequestError> {
        let about = self.store.weighed(viewer, vec![Subject::Situation(number.to_owned())]).await?;
        Ok(about.iter().any(|recorded| !is_request(&recorded.entry.kind)))
    }
}
