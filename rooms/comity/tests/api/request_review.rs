//! What a draft says of its review: it follows what is recorded, whatever became of the mark that the desk keeps.

use crate::house::{House, Person};
use crate::request_walk::*;
use access::Viewer;
use record::entry::Author;
use register::draft::DraftId;
use register::request::{GivenAct, RequestId, RequestText, Submission};

/// A draft of a complete request, saved and not sent to review; its address.
async fn drafted(house: &House, officer: &Person) -> String {
    let draft = done(house, officer, "/en/drafts", "form=arrest-and-surrender&level=confidential").await;
    let values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    let fields = values.into_iter().map(|(element, value)| (format!("e-{element}"), value));
    let more = [("act", "save"), ("from", "1"), ("requesting", "organ:chambers")].map(|(n, v)| (n.to_owned(), v.to_owned()));
    done(house, officer, &draft, &encoded(fields.chain(more))).await;
    draft
}

fn draft_of(draft: &str) -> DraftId {
    DraftId::parse(draft.rsplit('/').next().unwrap()).unwrap()
}

/// Records the review of a draft, as by a process that ended before it marked the draft.
async fn submitted_without_a_mark(house: &House, officer: &Person, draft: &str) -> String {
    let actor = house.actor(officer).await;
    let id = draft_of(draft);
    let content = house.drafts.open(&Viewer::operator(), &id).await.unwrap().current.content;
    let new = Submission {
        id: Some(RequestId::from_bytes(*id.bytes())),
        text: RequestText {
            form: content.form,
            values: content.values,
        },
        requesting: content.requesting,
        values: law::Values::default(),
        effective: String::new(),
        files: register::request::Files::default(),
        author: Author::Account(officer.account.to_string()),
    };
    house.register.submit_request(actor.viewer(), &new).await.unwrap();
    draft.replace("/draft/", "/request/")
}

/// Returns a request for changes, as by a process that ended before it took the mark from the draft.
async fn returned_with_the_mark(house: &House, officer: &Person, request: &str) {
    let actor = house.actor(officer).await;
    let act = GivenAct {
        values: [("changes", "Exercise changes of the place, please")].into_iter().collect(),
        ..given(officer, request, "return")
    };
    house.register.act_in_request(actor.viewer(), &act).await.unwrap();
}

const SUBMIT: &str = "value=\"submit\"";

#[tokio::test]
async fn a_draft_whose_mark_was_lost_says_again_whether_it_is_in_review() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let draft = drafted(&house, &officer).await;
    let request = submitted_without_a_mark(&house, &officer, &draft).await;
    assert!(
        page(&house, &officer, &draft).await.contains(SUBMIT),
        "the draft does not say that it went to review"
    );
    house.register.settle_reviews(&house.drafts).await.unwrap();
    let says = page(&house, &officer, &draft).await;
    shows(&says, &["This draft is in review."]);
    assert!(!says.contains(SUBMIT));
    let sent = house
        .drafts
        .open(&Viewer::operator(), &draft_of(&draft))
        .await
        .unwrap()
        .head
        .sent
        .unwrap();
    assert_eq!((sent.version, sent.in_review), (2, true), "the version that was recorded");

    returned_with_the_mark(&house, &officer, &request).await;
    assert!(!page(&house, &officer, &draft).await.contains(SUBMIT), "the mark is there still");
    house.register.settle_reviews(&house.drafts).await.unwrap();
    assert!(page(&house, &officer, &draft).await.contains(SUBMIT), "it can be sent again");
    house.register.settle_reviews(&house.drafts).await.unwrap();
    assert!(page(&house, &officer, &draft).await.contains(SUBMIT), "and stays so");
}

#[tokio::test]
async fn a_draft_that_is_marked_and_of_which_no_request_came_can_be_sent_again() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let draft = drafted(&house, &officer).await;
    let (id, operator) = (draft_of(&draft), Viewer::operator());
    // A process marks the draft, and ends before it records the request.
    let request = draft.rsplit('/').next().unwrap();
    house.drafts.submitted(&operator, &id, 2, request).await.unwrap();
    assert!(!page(&house, &officer, &draft).await.contains(SUBMIT));
    house.register.settle_reviews(&house.drafts).await.unwrap();
    assert!(page(&house, &officer, &draft).await.contains(SUBMIT), "it can be sent again");
    assert_eq!(house.drafts.open(&operator, &id).await.unwrap().head.sent, None);
}

#[tokio::test]
async fn of_a_draft_whose_mark_was_lost_comes_one_request_all_the_same() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let draft = drafted(&house, &officer).await;
    let request = submitted_without_a_mark(&house, &officer, &draft).await;
    let actor = house.actor(&officer).await;
    let again = async |version| {
        let (viewer, author) = (actor.viewer(), actor.author());
        house
            .register
            .submit_draft(&house.drafts, viewer, author, &draft_of(&draft), version)
            .await
    };
    assert_eq!(again(2).await.unwrap(), id_of(&request), "whoever lost the answer asks again");
    assert_eq!(view(&house, &request).await.steps.len(), 1, "and it went to review once");
    done(&house, &officer, &request, &act(&house, "return", &[])).await;
    assert_eq!(again(2).await.unwrap(), id_of(&request), "what was returned goes to review again");
    let steps: Vec<String> = view(&house, &request).await.steps.into_iter().map(|step| step.kind).collect();
    assert_eq!(steps, ["request.submitted", "request.returned", "request.submitted"]);
}
