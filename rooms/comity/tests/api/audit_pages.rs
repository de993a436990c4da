//! The audit in the pages: for the auditor alone, filtered, page by page, and taken along as a file, which is an event.

use crate::house::{Answer, House, NOW, Person};
use crate::people::is_nowhere;
use access::{Organisation, Role, Viewer};
use identity::credential::Certificate;
use identity::people::Actor;
use identity::people::coming::Proof;
use identity::session::Browser;
use identity::token::{Key, Token};
use record::audience::Level;
use register::audit::{Act, AuditFilter, Event, Kept, Who};

async fn auditor(house: &House) -> Person {
    house.sign_in("Exercise Auditor", &[(Organisation::Court, Role::Auditor)]).await
}

async fn written(house: &House, act: Act) -> Vec<Kept> {
    let filter = AuditFilter {
        acts: vec![act],
        ..AuditFilter::default()
    };
    house.audit.page(&Viewer::operator(), &filter, None, 10_000).await.unwrap().events
}

/// How many events a page shows.
fn shown(answer: &Answer) -> usize {
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.text().matches("<tr role=\"row\"><th role=\"rowheader\"").count()
}

#[tokio::test]
async fn for_everybody_but_the_auditor_no_audit_lies_here() {
    let house = House::bare(NOW).await;
    let auditor = auditor(&house).await;
    assert!(house.get_as(&auditor, "/en/audit").await.text().contains("Role given"));
    let state = Organisation::State("XAA".into());
    for (name, organisation, role) in [
        ("Exercise Administrator", Organisation::Court, Role::Administrator),
        ("Exercise President", Organisation::Court, Role::Presidency),
        ("Exercise Registrar", Organisation::Court, Role::Registry),
        ("Exercise Authority A", state, Role::CentralAuthority),
        ("Exercise Counsel", Organisation::Team("exercise-team".into()), Role::DefenceCounsel),
    ] {
        let person = house.sign_in(name, &[(organisation, role)]).await;
        let nowhere = house.get_as(&person, "/en/nothing-lies-here").await;
        let events = written(&house, Act::AuditRead).await.len() + written(&house, Act::Exported).await.len();
        for address in [
            "/en/audit",
            "/en/audit?act=signed-in",
            "/en/audit?act=nonsense",
            "/en/audit?before=x",
        ] {
            is_nowhere(&house.get_as(&person, address).await, &nowhere, address);
            is_nowhere(&house.post_as(&person, address, "format=csv").await, &nowhere, address);
        }
        let after = written(&house, Act::AuditRead).await.len() + written(&house, Act::Exported).await.len();
        assert_eq!(after, events, "{name}");
    }
}

#[tokio::test]
async fn the_auditor_sees_people_of_the_institution_by_name_and_others_by_what_they_are() {
    let house = House::bare(NOW).await;
    let auditor = auditor(&house).await;
    house.sign_in("Exercise Registrar", &[(Organisation::Court, Role::Registry)]).await;
    let authority = house
        .sign_in(
            "Exercise Authority A",
            &[(Organisation::State("XAA".into()), Role::CentralAuthority)],
        )
        .await;
    let page = house.get_as(&auditor, "/en/audit").await.text();
    assert!(page.contains("Exercise Registrar") && page.contains("the shell of the server"));
    assert!(!page.contains("Exercise Authority A"));
    let account = authority.account.to_string();
    assert!(page.contains(&account[..8]) && page.contains("Central authority, State XAA"));
}

#[tokio::test]
async fn a_matter_stands_under_a_sign_that_tells_nothing_and_can_be_asked_for() {
    let house = House::bare(NOW).await;
    let auditor = auditor(&house).await;
    let at = register::outside::Outside::now(house.outside.as_ref());
    let opened = |matter: &str| Event::new(at, Act::MatterOpened, Who::operator("exercise officer")).matter(matter, Level::UnderSeal);
    let events = [opened("exercise-0002-1"), opened("exercise-0002-1"), opened("exercise-0003-1")];
    house.audit.write(&events).await.unwrap();
    let all = house.get_as(&auditor, "/en/audit?act=matter-opened").await;
    assert_eq!(shown(&all), 3);
    let sign = house.audit.pseudonym("exercise-0002-1");
    assert!(all.text().contains(sign.text()) && all.text().contains("under seal") && !all.text().contains("exercise-0002"));
    assert_eq!(shown(&house.get_as(&auditor, &format!("/en/audit?matter={sign}")).await), 2);
}

#[tokio::test]
async fn the_list_is_filtered_by_act_account_organisation_and_days() {
    let house = House::bare(NOW).await;
    let auditor = auditor(&house).await;
    let state = Organisation::State("XAA".into());
    let authority = house.sign_in("Exercise Authority A", &[(state, Role::CentralAuthority)]).await;
    house.outside.put("2026-11-25T23:30:00Z");
    house.sign_in("Exercise Registrar", &[(Organisation::Court, Role::Registry)]).await;
    let auditor = house.sign_in_again(&auditor, (Organisation::Court, Role::Auditor)).await;
    let list = async |query: &str| shown(&house.get_as(&auditor, &format!("/en/audit{query}")).await);
    assert_eq!(list("?act=invited").await, 3);
    assert_eq!(list("?act=restored").await, 0);
    let of_account = format!("?account={}&act=invited", authority.account);
    assert_eq!(list(&of_account).await, 1);
    assert!(list("?organisation=state%3AXAA").await > 0);
    assert_eq!(list("?organisation=state%3AXBB").await, 0);
    // Half past midnight in The Hague.
    assert_eq!(list("?act=invited&since=2026-11-26").await, 1);
    assert_eq!(list("?act=invited&until=2026-11-25").await, 2);
    assert_eq!(list("?act=invited&since=2026-11-25&until=2026-11-26").await, 3);
}

#[tokio::test]
async fn a_filter_that_cannot_be_read_is_shown_again_with_what_is_wrong() {
    let house = House::bare(NOW).await;
    let auditor = auditor(&house).await;
    for (query, says) in [
        ("act=nonsense", "There is no such act"),
        ("account=abc", "32 digits"),
        ("organisation=nobody", "state:XAA"),
        ("matter=exercise-0002-1", "16 digits"),
        ("since=26.11.2026", "2026-11-26"),
        ("until=2026-13-01", "2026-11-26"),
        ("before=first", "begin at the newest"),
    ] {
        let answer = house.get_as(&auditor, &format!("/en/audit?{query}")).await;
        assert_eq!(answer.status, 400, "{query}");
        let text = answer.text();
        assert!(
            text.split("role=\"alert\"")
                .nth(1)
                .unwrap()
                .split("</div>")
                .next()
                .unwrap()
                .contains(says),
            "{query}"
        );
        let (name, value) = query.split_once('=').unwrap();
        if !["act", "before"].contains(&name) {
            assert!(text.contains(&format!("value=\"{value}\"")), "{query}");
        }
        if name != "before" {
            let taken = house.post_as(&auditor, &format!("/en/audit?{query}"), "format=csv").await;
            assert_eq!(taken.status, 400, "{query}");
        }
    }
    assert_eq!(written(&house, Act::Exported).await.len(), 0);
}

#[tokio::test]
async fn a_long_list_goes_on_page_by_page_and_is_written_down_once() {
    let house = House::bare(NOW).await;
    let auditor = auditor(&house).await;
    let at = register::outside::Outside::now(house.outside.as_ref());
    let event = |n: u64| Event::new(at, Act::Denied, Who::Nobody).count(n + 1000);
    let events: Vec<Event> = (0..150).map(event).collect();
    house.audit.write(&events).await.unwrap();
    let read = written(&house, Act::AuditRead).await.len();
    let first = house.get_as(&auditor, "/en/audit?act=denied").await;
    assert_eq!(shown(&first), 100);
    let text = first.text();
    let next = text.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap();
    let next = next.split('"').next().unwrap().replace("&#38;", "&");
    let second = house.get_as(&auditor, &next).await;
    assert_eq!(shown(&second), 50);
    assert!(!second.text().contains("rel=\"next\"") && second.text().contains(">Newest</a>"));
    for n in 0..150 {
        let figure = format!("1\u{202f}{n:03}");
        assert_eq!(text.contains(&figure), n >= 50, "{n}");
        assert_eq!(second.text().contains(&figure), n < 50, "{n}");
    }
    assert_eq!(written(&house, Act::AuditRead).await.len(), read + 1);
}

#[tokio::test]
async fn the_list_is_taken_along_as_a_file_and_that_is_an_event() {
    let house = House::bare(NOW).await;
    let auditor = auditor(&house).await;
    house.sign_in("Exercise Registrar", &[(Organisation::Court, Role::Registry)]).await;
    let address = "/en/audit?act=role-granted";
    let csv = house.post_as(&auditor, address, "format=csv").await;
    assert_eq!(csv.status, 200);
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(csv.header("content-disposition"), "attachment; filename=\"audit-2026-11-25.csv\"");
    assert_eq!(csv.header("cache-control"), "private, no-store");
    let lines: Vec<String> = csv.text().lines().map(str::to_owned).collect();
    assert_eq!(
        lines[0],
        "\u{feff}position,at,act,who,name,account,organisation,role,about,matter,level,count,detail"
    );
    let granted = written(&house, Act::RoleGranted).await;
    assert_eq!(lines.len(), granted.len() + 1);
    let first = format!("{},2026-11-25T11:04:00Z,role-granted,", granted[0].position);
    assert!(lines[1].starts_with(&first) && lines[1].ends_with(",1,registry"), "{}", lines[1]);

    let json = house.post_as(&auditor, address, "format=json").await;
    assert_eq!(json.header("content-type"), "application/json");
    let events = json.json();
    assert_eq!(events["events"], serde_json::to_value(&granted).unwrap());

    let exported = written(&house, Act::Exported).await;
    assert_eq!(exported.len(), 2);
    assert!(
        exported
            .iter()
            .all(|event| event.who.account() == Some(auditor.account.to_string().as_str()) && event.detail == "audit")
    );
}

#[tokio::test]
async fn nothing_is_taken_along_long_after_one_showed_who_one_is() {
    let house = House::bare(NOW).await;
    let auditor = auditor(&house).await;
    house.outside.put("2026-11-25T11:10:00Z");
    let answer = house.post_as(&auditor, "/en/audit?act=role-granted", "format=json").await;
    assert_eq!(answer.status, 403);
    assert!(
        answer.text().contains("name=\"format\" value=\"json\""),
        "what was asked for is carried on"
    );
    assert_eq!(answer.header("content-disposition"), "");
    assert_eq!(written(&house, Act::Exported).await.len(), 0);
}

#[tokio::test]
async fn an_address_of_a_later_page_leaves_a_trace_too_and_one_that_cannot_be_read_does_not() {
    let house = House::bare(NOW).await;
    let auditor = auditor(&house).await;
    house.get_as(&auditor, "/en/audit?before=first").await;
    assert_eq!(written(&house, Act::AuditRead).await.len(), 0, "nothing was shown");
    assert!(shown(&house.get_as(&auditor, "/en/audit?before=9999999999").await) > 0);
    assert_eq!(written(&house, Act::AuditRead).await.len(), 1);
}

#[tokio::test]
async fn strangers_make_nobody_write_and_whoever_is_named_is_told_some_times_a_minute() {
    let house = House::bare(NOW).await;
    let person = house.sign_in("Exercise Registrar", &[(Organisation::Court, Role::Registry)]).await;
    let stranger = Proof::Certificate(Certificate {
        sha256: Key::of(b"exercise stranger"),
    });
    for _ in 0..20 {
        house.people.sign_in_by(&stranger, Browser::Other).await.unwrap_err();
    }
    assert_eq!(written(&house, Act::SignInRefused).await, []);
    house.audit.write_tally().await.unwrap();
    let counted = written(&house, Act::SignInRefused).await;
    assert_eq!((counted.len(), counted[0].count), (1, 20));
    assert_eq!(counted[0].detail, "unknown-credential");
    // Somebody's session is verified with another certificate than theirs.
    let token = person.cookie.split_once('=').unwrap().1;
    let visit = house.people.visit(&Token::parse(token).unwrap()).await.unwrap().unwrap();
    for _ in 0..7 {
        house.people.verify_by(&stranger, &visit).await.unwrap_err();
    }
    let singly = written(&house, Act::SignInRefused).await.len() - 1;
    assert_eq!(singly, 5);
    assert_eq!(written(&house, Act::SignInRefused).await[0].about, Some(person.account.to_string()));
    // An account that is closed is as good as none.
    house
        .people
        .close(&Actor::operator("exercise officer"), &person.account, "exercise")
        .await
        .unwrap();
    let theirs = Proof::Certificate(Certificate {
        sha256: Key::of(person.account.to_string().as_bytes()),
    });
    house.people.sign_in_by(&theirs, Browser::Other).await.unwrap_err();
    assert_eq!(written(&house, Act::SignInRefused).await.len(), singly + 1);
}

#[tokio::test]
async fn the_audit_is_read_in_french_and_lacks_no_text() {
    let house = House::bare(NOW).await;
    let auditor = auditor(&house).await;
    let page = house.get_as(&auditor, "/fr/audit").await;
    assert!(page.status == 200 && page.text().contains("Rôle donné"));
    assert!(!page.text().contains(">audit-"));
}
