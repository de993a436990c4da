//! Requests that the public record tells of: only acts that a row states, the same on every node, read as at a day as
//! everything else, and nobody's to act in.

use crate::common::{change, edition, house, house_weeks_later, reading};
use access::Viewer;
use law::Values;
use record::entry::Author;
use register::Register;
use register::pack::PackFile;
use register::reading::Reading;
use register::request::{Files, GivenAct, RequestError, RequestId};
use register::view::model::{PublicRequest, PublicRequests, RequestFilter};

async fn all_as(register: &Register, reading: &Reading) -> PublicRequests {
    let filter = RequestFilter::default();
    register.public_requests(&Viewer::public(), reading, &filter, 1000).await.unwrap()
}

async fn all(register: &Register) -> Vec<PublicRequest> {
    all_as(register, &reading("2026-11-25", false)).await.requests
}

/// State and person of a request.
fn named(request: &PublicRequest) -> (&str, &str) {
    (&request.state.code, request.person.as_ref().map_or("", |person| &person.id))
}

fn of<'r>(requests: &'r [PublicRequest], state: &str, person: &str) -> Option<&'r PublicRequest> {
    requests.iter().find(|request| named(request) == (state, person))
}

/// The acts of a request, earliest first: day and act.
fn acts(request: &PublicRequest) -> Vec<(&str, &str)> {
    let acts = request.steps.iter().rev();
    acts.map(|step| (step.date.on.as_str(), step.r#move.as_deref().unwrap_or_default()))
        .collect()
}

#[tokio::test]
async fn a_finding_tells_of_a_request_whose_sending_is_not_in_this_record() {
    let (_folder, _, house) = house().await;
    let requests = all(&house.register).await;
    let chad = of(&requests, "TCD", "albashir").expect("Chad was asked");
    assert_eq!(
        acts(chad),
        [
            ("2010-07-21", "note-occasion"),
            ("2010-08-27", "decide-on-compliance"),
            ("2011-08-07", "note-occasion"),
            ("2011-12-13", "decide-on-compliance"),
            ("2013-02-16", "note-occasion"),
            ("2013-03-26", "decide-on-compliance"),
        ],
        "three decisions tell of one request at least, and of no more"
    );
    assert_eq!(
        (chad.form.as_str(), chad.stands.as_str(), chad.over, chad.lacking.as_slice()),
        ("arrest-and-surrender", "transmitted", false, ["transmit".to_owned()].as_slice())
    );
    let last = &chad.steps[0];
    assert_eq!(last.carries["finding_kind"], ["finding"]);
    assert_eq!(last.carries["decision"], ["ICC-02/05-01/09-151"]);
    assert_eq!(last.carries["referred_to"], ["assembly", "security-council"]);
    assert_eq!(last.told_in, "finding-tcd-2013-03-26");

    let italy = of(&requests, "ITA", "njeem").expect("Italy was asked");
    assert_eq!(
        acts(italy),
        [
            ("2025-01-21", "note-occasion"),
            ("2025-10-17", "decide-on-compliance"),
            ("2025-10-17", "put-off-referral"),
            ("by 2026-01-26", "refer-non-compliance"),
        ]
    );
    let sudan: Vec<&str> = requests
        .iter()
        .map(named)
        .filter(|(state, _)| *state == "SDN")
        .map(|(_, person)| person)
        .collect();
    assert_eq!(sudan.len(), 5, "one for each person: {sudan:?}");
    assert!(
        of(&requests, "JOR", "albashir")
            .unwrap()
            .steps
            .iter()
            .any(|step| step.r#move.as_deref() == Some("reverse-referral"))
    );
}

#[tokio::test]
async fn a_surrender_out_of_a_state_tells_of_a_request_that_was_executed_unless_the_person_came_of_themselves() {
    let (_folder, _, house) = house().await;
    let requests = all(&house.register).await;
    let france = of(&requests, "FRA", "mbarushimana").expect("France was asked");
    assert_eq!(acts(france), [("2010-10-11", "report-arrest"), ("2011-01-25", "execute")]);
    assert_eq!((france.stands.as_str(), france.over), ("executed", true));
    assert_eq!(of(&requests, "RWA", "ntaganda"), None, "he gave himself up");
    assert_eq!(of(&requests, "CAF", "abdalrahman"), None, "he gave himself up");
    assert_eq!(of(&requests, "KEN", "kenyatta"), None, "the finding is about records");
    assert!(
        requests
            .iter()
            .all(|request| named(request).1 != "bemba" || named(request).0 == "BEL"),
        "of the other warrant no State is named"
    );
}

#[tokio::test]
async fn a_request_is_told_from_the_day_on_which_anybody_could_know_of_it() {
    let (_folder, _, house) = house().await;
    let register = &house.register;
    let on = async |day: &str, hindsight: bool| {
        let requests = all_as(register, &reading(day, hindsight)).await.requests;
        of(&requests, "ITA", "njeem").is_some()
    };
    assert!(
        !on("2025-01-22", false).await,
        "the warrant was not public, and the decision had not been made"
    );
    assert!(on("2025-01-22", true).await, "with hindsight");
    assert!(!on("2025-10-16", false).await);
    assert!(on("2025-10-17", false).await);

    let before = all_as(register, &reading("2006-03-16", false)).await;
    assert_eq!(
        of(&before.requests, "COD", "lubanga"),
        None,
        "arrested and surrendered under a warrant that was under seal"
    );
    assert_eq!(before.all, before.requests.len() as u64);
    let after = all_as(register, &reading("2006-03-17", false)).await;
    assert!(of(&after.requests, "COD", "lubanga").is_some());
    // Between the arrest and the surrender it is not over.
    let between = all_as(register, &reading("2010-12-31", false)).await;
    assert!(!of(&between.requests, "FRA", "mbarushimana").unwrap().over);
}

#[tokio::test]
async fn the_list_counts_and_narrows_what_it_shows_and_its_pages_skip_and_repeat_nothing() {
    let (_folder, _, house) = house().await;
    let register = &house.register;
    let whole = all_as(register, &reading("2026-11-25", false)).await;
    assert_eq!((whole.count, whole.all), (whole.requests.len() as u64, whole.open + whole.over));
    assert_eq!(whole.over, whole.requests.iter().filter(|request| request.over).count() as u64);
    assert!(whole.requests.is_sorted_by(|a, b| a.latest >= b.latest), "the latest first");
    let narrowed = async |filter: RequestFilter| {
        let day = reading("2026-11-25", false);
        register.public_requests(&Viewer::public(), &day, &filter, 1000).await.unwrap()
    };
    let open_of_cod = narrowed(RequestFilter {
        state: Some("COD".into()),
        stands: Some("open".into()),
        ..RequestFilter::default()
    })
    .await;
    assert_eq!(open_of_cod.requests.iter().map(named).collect::<Vec<_>>(), [("COD", "albashir")]);
    assert_eq!(open_of_cod.count, 1);
    let of_person = narrowed(RequestFilter {
        person: Some("putin".into()),
        ..RequestFilter::default()
    })
    .await;
    assert_eq!(of_person.requests.iter().map(named).collect::<Vec<_>>(), [("MNG", "putin")]);

    let mut filter = RequestFilter::default();
    let mut paged = Vec::new();
    loop {
        let day = reading("2026-11-25", false);
        let page = register.public_requests(&Viewer::public(), &day, &filter, 7).await.unwrap();
        paged.extend(page.requests);
        match page.next {
            Some(next) => filter.after = Some(next),
            None => break,
        }
    }
    assert_eq!(paged, whole.requests);
}

#[tokio::test]
async fn what_is_known_of_its_days_is_what_is_known_of_the_rows_that_tell_them() {
    let (_folder, _, house) = house().await;
    let requests = all(&house.register).await;
    let recalled = of(&requests, "TCD", "albashir").unwrap();
    assert!(
        recalled.steps.iter().any(|step| !step.date.verified),
        "recalled and confirmed by nothing"
    );
    let read = of(&requests, "MNG", "putin").unwrap();
    assert!(read.steps.iter().all(|step| step.date.verified), "its source was read");
}

#[tokio::test]
async fn nobody_acts_in_a_request_that_the_public_record_tells_of() {
    let (_folder, _, house) = house().await;
    let request = RequestId::of_public_record("TCD", "albashir");
    let given = GivenAct {
        request,
        act: "acknowledge".to_owned(),
        saw: None,
        text: None,
        values: Values::default(),
        effective: String::new(),
        paper: None,
        files: Files::default(),
        author: Author::Officer("Exercise officer".to_owned()),
    };
    let refused = house.register.act_in_request(&Viewer::operator(), &given).await;
    assert!(matches!(refused, Err(RequestError::NotAllowed)), "{refused:?}");
    let day = reading("2026-11-25", true);
    let seen = house.register.request(&Viewer::operator(), &day, &request).await.unwrap();
    assert_eq!(seen, None, "it is no request of this institution's");
    assert_eq!(
        house.register.requests(&Viewer::operator(), &day).await.unwrap(),
        [],
        "it is in nobody's own list"
    );
}

async fn import(register: &Register, pack: &[PackFile]) -> register::pack::ImportReport {
    register.import(&Viewer::operator(), pack).await.unwrap()
}

#[tokio::test]
async fn a_later_edition_corrects_adds_and_takes_back_requests_with_the_rows_that_tell_of_them() {
    let (_folder, _, house) = house_weeks_later().await;
    let register = &house.register;
    let before = all(register).await;
    let mut pack = edition("2026-11-26");
    change(
        &mut pack,
        "findings.csv",
        "tcd-2010-08-27,TCD,2010-08-27",
        "tcd-2010-08-27,TCD,2010-08-28",
    );
    import(register, &pack).await;
    let after = all(register).await;
    assert_eq!(after.len(), before.len());
    let chad = of(&after, "TCD", "albashir").unwrap();
    assert!(acts(chad).contains(&("2010-08-28", "decide-on-compliance")), "{:?}", acts(chad));
    assert_eq!(acts(chad).len(), 6, "it is corrected, not told twice");

    let mut pack = edition("2026-11-27");
    change(
        &mut pack,
        "findings.csv",
        "tcd-2010-08-27,TCD,2010-08-27",
        "tcd-2010-08-27,TCD,2010-08-28",
    );
    change(&mut pack, "proceedings.csv", ",2013-11-23,FRA,2014-03-18,", ",2013-11-23,FRA,,");
    let dropped = "file,key,reason\nproceedings.csv,arido-1|surrendered_on,exercise: no surrender\n";
    pack.push(PackFile {
        name: "dropped.csv".into(),
        bytes: dropped.into(),
    });
    assert!(of(&after, "FRA", "arido").is_some());
    let report = import(register, &pack).await;
    assert_eq!(
        report.retracted, 3,
        "the surrender, and with it the arrest and the surrender in the request"
    );
    let after = all(register).await;
    assert_eq!(of(&after, "FRA", "arido"), None, "nothing tells any more that France was asked");
}
