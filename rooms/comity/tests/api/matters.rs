//! Matters that are not public, in the pages: who has them, closing and opening them, emergencies.

use crate::house::{Answer, House, Person};
use access::{Organisation, Role, Viewer};
use record::entry::Author;
use register::audit::{Act, AuditFilter};
use register::matter::{Addition, AudienceWords};

const NOW: &str = "2026-11-26T09:00:00Z";
const PROSECUTOR: [(Organisation, Role); 1] = [(Organisation::Court, Role::Prosecutor)];
const REGISTRY: [(Organisation, Role); 1] = [(Organisation::Court, Role::Registry)];
const CHAMBERS: [(Organisation, Role); 1] = [(Organisation::Court, Role::Chambers)];
/// A name that no matter bears.
const UNKNOWN: &str = "matter-00112233445566778899aabbccddeeff";
const SEALED: [&str; 2] = ["organ:prosecutor", "organ:chambers"];

/// A warrant at a level, opened by somebody who is signed in; the name of its matter.
pub async fn opened(house: &House, person: &Person, level: &str, list: &[&str]) -> String {
    let actor = house.actor(person).await;
    let addition = Addition {
        matter: None,
        kind: "warrant.issued".into(),
        effective: "2026-02-01".into(),
        about: vec!["person:exercise-0001".into(), "situation:exercise-01/26".into()],
        set: vec![("situation".into(), "Exercise A".into())],
        audience: AudienceWords {
            level: level.into(),
            list: list.iter().map(|reader| (*reader).to_owned()).collect(),
            left_out: Vec::new(),
            originator: Some("organ:prosecutor".into()),
        },
        basis: Some("Exercise decision 1".into()),
        source: Some("Exercise registry".into()),
        author: Author::Account(person.account.to_string()),
    };
    house.register.add(actor.viewer(), &addition).await.unwrap().entry.matter.clone()
}

/// Asks for a page that must be there.
async fn page(house: &House, person: &Person, address: &str) -> String {
    let answer = house.get_as(person, address).await;
    assert_eq!(answer.status, 200, "{address}: {}", answer.text());
    answer.text()
}

#[track_caller]
fn shows(page: &str, words: &[&str]) {
    let page = page.replace("&#39;", "'");
    for words in words {
        assert!(page.contains(words), "{words:?} does not stand on the page:\n{page}");
    }
}

#[track_caller]
fn shows_not(page: &str, words: &[&str]) {
    for words in words {
        assert!(!page.contains(words), "{words:?} stands on the page");
    }
}

/// Sends a form that must be done, and follows where it leads.
async fn done(house: &House, person: &Person, address: &str, form: &str) -> String {
    let answer = house.post_as(person, address, form).await;
    assert_eq!(answer.status, 303, "{form}: {}", answer.text());
    page(house, person, answer.header("location")).await
}

/// Sends a form that must be refused with this status and these words, and must bring back what was typed.
async fn refused(house: &House, person: &Person, address: &str, form: &str, status: u16, words: &[&str]) -> Answer {
    let answer = house.post_as(person, address, form).await;
    assert_eq!(answer.status, status, "{form}: {}", answer.text());
    shows(&answer.text(), words);
    answer
}

async fn told(house: &House, act: Act) -> usize {
    let filter = AuditFilter {
        acts: vec![act],
        ..AuditFilter::default()
    };
    house
        .audit
        .page(&Viewer::operator(), &filter, None, 1000)
        .await
        .unwrap()
        .events
        .len()
}

#[tokio::test]
async fn the_list_shows_ones_own_matters_first_and_then_the_others_that_one_may_see() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let two = house.sign_in("Exercise prosecutor two", &PROSECUTOR).await;
    let confidential = opened(&house, &two, "confidential", &SEALED).await;
    let sealed = opened(&house, &one, "under-seal", &SEALED).await;
    let list = page(&house, &one, "/en/matters").await;
    shows(
        &list,
        &[
            &sealed,
            &confidential,
            "assigned to you",
            "under seal",
            "Warrant of arrest issued",
            "<b>Under seal</b>",
        ],
    );
    assert!(list.find(&sealed) < list.find(&confidential), "one's own first");
    let list = page(&house, &two, "/fr/matters").await;
    shows(&list, &[&confidential, "vous est attribuée", "confidentiel"]);
    shows_not(&list, &[&sealed, "scellés"]);
}

#[tokio::test]
async fn a_matter_shows_each_entry_with_its_readers_and_ground_who_has_it_and_who_opened_it() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let sealed = opened(&house, &one, "under-seal", &SEALED).await;
    let text = page(&house, &one, &format!("/en/matter/{sealed}")).await;
    shows(
        &text,
        &[
            "<b>under seal</b>, open to Chambers, Office of the Prosecutor",
            "Exercise decision 1",
            "Exercise prosecutor one (Office of the Prosecutor, Court)",
            "assigned, up to under seal",
            "Who opened it",
            "exercise-0001",
        ],
    );
    let entry = text.split("/en/entry/").nth(1).unwrap().split('"').next().unwrap();
    let entry = page(&house, &one, &format!("/en/entry/{entry}")).await;
    shows(
        &entry,
        &[
            "<b>Under seal</b>",
            "Who may know it",
            "Exercise decision 1",
            &format!("/en/matter/{sealed}"),
        ],
    );
    let french = page(&house, &one, &format!("/fr/matter/{sealed}")).await;
    shows(&french, &["<b>sous scellés</b>, ouvert à", "Qui en est chargé"]);
}

#[tokio::test]
async fn whoever_may_not_see_a_matter_is_answered_as_where_there_is_none() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let two = house.sign_in("Exercise prosecutor two", &PROSECUTOR).await;
    let registry = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let administrator = house
        .sign_in("Exercise administrator", &[(Organisation::Court, Role::Administrator)])
        .await;
    let sealed = opened(&house, &one, "under-seal", &SEALED).await;
    for person in [&two, &registry, &administrator] {
        for lang in ["en", "fr"] {
            let known = format!("/{lang}/matter/{sealed}");
            let unknown = format!("/{lang}/matter/{UNKNOWN}");
            let there = house.get_as(person, &known).await;
            assert_eq!(there.status, 404);
            assert_eq!(there, house.get_as(person, &unknown).await);
            let nowhere = house.get_as(person, &format!("/{lang}/nothing-lies-here")).await;
            assert_eq!(there.text(), nowhere.text(), "and as at any address at which nothing lies");
            for form in [
                format!("act=assign&account={}", person.account),
                format!("act=end-assignment&account={}&reason=x", one.account),
                format!("act=delegate&account={}&until=2026-12-01", one.account),
                format!("act=take-back&account={}&from={}", one.account, two.account),
                "act=narrow&level=under-seal&to=organ:registry&decision=d".to_owned(),
                "act=unseal&level=public&decision=d&authority=a".to_owned(),
                "act=withdraw&level=under-seal&to-more=organ:registry&decision=d".to_owned(),
                "act=narrow&level=".to_owned(),
                "act=".to_owned(),
            ] {
                let there = house.post_as(person, &known, &form).await;
                assert_eq!(there.status, 404, "{form}");
                assert_eq!(there, house.post_as(person, &unknown, &form).await, "{form}");
            }
        }
    }
    for address in ["/en/matters", "/en/emergency", &format!("/en/matter/{sealed}")] {
        let answer = house.get(address).await;
        assert_eq!(answer.status, 303, "nobody is signed in");
        assert!(
            answer.header("location").starts_with("/en/sign-in?to="),
            "{}",
            answer.header("location")
        );
    }
}

#[tokio::test]
async fn a_matter_is_assigned_to_a_colleague_and_the_assignment_ends_with_a_reason() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let two = house.sign_in("Exercise prosecutor two", &PROSECUTOR).await;
    house.sign_in("Exercise registry officer", &REGISTRY).await;
    let sealed = opened(&house, &one, "under-seal", &SEALED).await;
    let address = format!("/en/matter/{sealed}");
    let text = page(&house, &one, &address).await;
    shows(&text, &[&format!("<option value=\"{}\"", two.account)]);
    shows_not(&text, &["Exercise registry officer"]);
    assert_eq!(house.get_as(&two, &address).await.status, 404);
    refused(&house, &one, &address, "act=assign&account=nobody", 400, &["Choose a person."]).await;
    let text = done(&house, &one, &address, &format!("act=assign&account={}&level=", two.account)).await;
    shows(
        &text,
        &["It was assigned.", "Exercise prosecutor two (Office of the Prosecutor, Court)"],
    );
    shows_not(&text, &["value=\"assign\""]);
    shows(&page(&house, &two, "/en/matters").await, &[&sealed]);
    page(&house, &two, &address).await;
    let end = format!("act=end-assignment&account={}", two.account);
    refused(&house, &one, &address, &format!("{end}&reason=+"), 400, &["oops"]).await;
    page(&house, &two, &address).await;
    done(&house, &one, &address, &format!("{end}&reason=Exercise+over")).await;
    assert_eq!(house.get_as(&two, &address).await.status, 404, "at once");
    // Whoever ends their own is led to the list, since the matter is not there for them any more.
    let end = format!("act=end-assignment&account={}&reason=Exercise+over", one.account);
    let answer = house.post_as(&one, &address, &end).await;
    assert_eq!(answer.header("location"), "/en/matters?done=end-assignment");
    assert_eq!(told(&house, Act::AssignmentEnded).await, 2);
}

#[tokio::test]
async fn a_matter_is_passed_on_for_an_absence_until_its_end_or_until_it_is_taken_back() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let two = house.sign_in("Exercise prosecutor two", &PROSECUTOR).await;
    let sealed = opened(&house, &one, "under-seal", &SEALED).await;
    let address = format!("/en/matter/{sealed}");
    let pass = format!("act=delegate&account={}&until=", two.account);
    refused(
        &house,
        &one,
        &address,
        &format!("{pass}soon"),
        400,
        &["Give the last day", "value=\"soon\""],
    )
    .await;
    refused(
        &house,
        &one,
        &address,
        &format!("{pass}2028-01-01"),
        400,
        &["183", "value=\"2028-01-01\""],
    )
    .await;
    // The last day that is offered is one that is taken.
    let text = page(&house, &one, &address).await;
    let last = text.split("type=\"date\" max=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(last, "2027-05-27");
    done(&house, &one, &address, &format!("{pass}{last}")).await;
    let text = done(&house, &one, &address, &format!("{pass}2026-11-27")).await;
    shows(&text, &["It was passed on.", "passed on by Exercise prosecutor one"]);
    shows(
        &page(&house, &two, "/en/matters").await,
        &["passed on by Exercise prosecutor one", &sealed],
    );
    let back = format!("act=take-back&account={}&from={}", two.account, one.account);
    shows(
        &done(&house, &two, &address, &back).await,
        &["The delegation was ended.", "Other matters"],
    );
    assert_eq!(house.get_as(&two, &address).await.status, 404);
    done(&house, &one, &address, &format!("{pass}2026-11-27")).await;
    // In The Hague the day ends at 23:00 UTC.
    house.outside.put("2026-11-27T22:59:00Z");
    let two = house.sign_in_again(&two, PROSECUTOR[0].clone()).await;
    page(&house, &two, &address).await;
    house.outside.put("2026-11-27T23:01:00Z");
    assert_eq!(house.get_as(&two, &address).await.status, 404);
}

#[tokio::test]
async fn a_matter_is_closed_further_and_what_was_typed_comes_back_where_it_is_refused() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let chambers = house.sign_in("Exercise chambers officer", &CHAMBERS).await;
    let matter = opened(&house, &one, "confidential", &SEALED).await;
    let address = format!("/en/matter/{matter}");
    page(&house, &chambers, &address).await;
    for (form, words) in [
        ("level=confidential&to=organ:prosecutor&decision=", "Name the decision"),
        (
            "level=confidential&to=organ:prosecutor&to=organ:chambers&decision=Typed+1",
            "Nothing would be closed",
        ),
        ("level=confidential&to-more=state:XAA&decision=Typed+1", "would let somebody in"),
        ("level=confidential&to-more=the+kitchen&decision=Typed+1", "is no reader"),
        ("level=secret&to=organ:prosecutor&decision=Typed+1", "Choose a level"),
        (
            "level=confidential&to=organ:prosecutor&without=organ:prosecutor&decision=Typed+1",
            "nobody could read it",
        ),
    ] {
        let answer = refused(
            &house,
            &one,
            &address,
            &format!("act=narrow&{form}"),
            400,
            &[words, "<details open>"],
        )
        .await;
        assert_eq!(answer.text().contains("value=\"Typed 1\""), form.contains("Typed"), "{form}");
    }
    page(&house, &chambers, &address).await;
    let form = "act=narrow&level=confidential&to=organ:prosecutor&decision=Exercise+decision+2";
    shows(
        &done(&house, &one, &address, form).await,
        &["The matter was closed further.", "Matter closed further"],
    );
    assert_eq!(house.get_as(&chambers, &address).await.status, 404);
    assert_eq!(told(&house, Act::Narrowed).await, 1, "what was refused is not told as done");
}

#[tokio::test]
async fn a_matter_is_opened_only_by_whoever_showed_lately_who_they_are_and_then_everybody_reads_it() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let sealed = opened(&house, &one, "under-seal", &SEALED).await;
    let address = format!("/en/matter/{sealed}");
    shows(
        &page(&house, &one, &address).await,
        &["Opening shows everything that was recorded in it"],
    );
    let before = house.get("/en/warrants?status=all").await;
    house.outside.put("2026-11-26T09:06:00Z");
    let form = "act=unseal&level=public&to-more=&authority=Exercise+Chamber&decision=Exercise+decision+2";
    let answer = refused(&house, &one, &address, form, 403, &["value=\"Exercise decision 2\"", &address]).await;
    shows_not(&answer.text(), &["The matter was opened"]);
    assert_eq!(told(&house, Act::Unsealed).await, 0);
    let one = house.sign_in_again(&one, PROSECUTOR[0].clone()).await;
    refused(
        &house,
        &one,
        &address,
        "act=unseal&level=public&decision=Typed",
        400,
        &["whose decision", "value=\"Typed\""],
    )
    .await;
    shows(
        &done(&house, &one, &address, form).await,
        &["The matter was opened.", "Exercise prosecutor one"],
    );
    let after = house.get("/en/warrants?status=all").await.text();
    assert!(!before.text().contains("exercise-0001") && after.contains("exercise-0001"));
    shows_not(&after, &["Exercise prosecutor one", "class=\"level\""]);
    assert_eq!(told(&house, Act::Unsealed).await, 1);
    // It is withdrawn again, and the public reads what it read before.
    let form = "act=withdraw&level=confidential&to-more=organ:prosecutor&decision=Exercise+decision+3";
    shows(&done(&house, &one, &address, form).await, &["withdrawn from the public"]);
    assert_eq!(house.get("/en/warrants?status=all").await.body, before.body);
}

#[tokio::test]
async fn an_emergency_is_asked_for_without_learning_anything_granted_by_a_second_person_and_told_to_those_concerned() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let two = house.sign_in("Exercise prosecutor two", &PROSECUTOR).await;
    let three = house.sign_in("Exercise prosecutor three", &PROSECUTOR).await;
    let registry = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let sealed = opened(&house, &one, "under-seal", &SEALED).await;
    let ask = |matter: &str, reason: &str| format!("act=ask&matter={matter}&reason={reason}");
    for reason in ["Exercise+flood", "", "+", "with%01control"] {
        let known = house.post_as(&two, "/en/emergency", &ask(&sealed, reason)).await;
        let unknown = house.post_as(&two, "/en/emergency", &ask(UNKNOWN, reason)).await;
        assert_eq!(known.status, unknown.status, "{reason}");
        let as_of = |answer: &Answer| answer.text().replace(&sealed, UNKNOWN);
        assert_eq!(as_of(&known), as_of(&unknown), "{reason}");
    }
    refused(
        &house,
        &two,
        "/en/emergency",
        "act=ask&matter=&reason=Typed",
        400,
        &["Give the name of the matter", "Typed"],
    )
    .await;
    // Whoever asked sees no more than before, and cannot grant it themselves.
    shows_not(&page(&house, &two, "/en/emergency").await, &[&sealed, "Exercise flood"]);
    shows_not(&page(&house, &registry, "/en/emergency").await, &[&sealed]);
    let text = page(&house, &three, "/en/emergency").await;
    shows(&text, &["Exercise prosecutor two", &sealed, "Exercise flood"]);
    let request = text
        .split("name=\"request\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let grant = |hours: &str| format!("act=grant&account={}&request={request}&hours={hours}", two.account);
    refused(&house, &two, "/en/emergency", &grant("4"), 400, &["oops"]).await;
    refused(&house, &three, "/en/emergency", &grant("99"), 400, &["from 1 to 24"]).await;
    house.outside.put("2026-11-26T09:06:00Z");
    refused(&house, &three, "/en/emergency", &grant("4"), 403, &[&request]).await;
    let three = house.sign_in_again(&three, PROSECUTOR[0].clone()).await;
    shows(
        &done(&house, &three, "/en/emergency", &grant("4")).await,
        &["The access was granted."],
    );
    shows(&page(&house, &two, "/en/matters").await, &["in an emergency, until", &sealed]);
    page(&house, &two, &format!("/en/matter/{sealed}")).await;
    let told = ["Exercise prosecutor two", "granted by Exercise prosecutor three", "Exercise flood"];
    shows(&page(&house, &one, "/en/matters").await, &told);
    shows(&page(&house, &one, &format!("/en/matter/{sealed}")).await, &told);
    shows_not(&page(&house, &registry, "/en/matters").await, &["Exercise flood"]);
    // It ends by itself, or before.
    let end = format!("act=end-emergency&account={}&request={request}", two.account);
    let ended = house.post_as(&two, &format!("/en/matter/{sealed}"), &end).await;
    assert_eq!(ended.header("location"), "/en/matters?done=end-emergency");
    assert_eq!(house.get_as(&two, &format!("/en/matter/{sealed}")).await.status, 404);
    // After thirty days the page with which one begins says nothing of it any more; that of the matter does.
    house.outside.put("2026-12-27T09:00:00Z");
    let one = house.sign_in_again(&one, PROSECUTOR[0].clone()).await;
    shows_not(&page(&house, &one, "/en/matters").await, &["Exercise flood"]);
    shows(&page(&house, &one, &format!("/en/matter/{sealed}")).await, &told);
}

#[tokio::test]
async fn pages_made_with_what_is_not_public_say_so_and_those_of_others_do_not() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let registry = house.sign_in("Exercise registry officer", &REGISTRY).await;
    opened(&house, &one, "under-seal", &SEALED).await;
    for (address, words) in [
        ("/en", "<b>Under seal</b>. This page is made with 1 fact that is not public"),
        ("/fr/warrants?status=all", "<b>Sous scellés</b>. Cette page comprend 1 fait"),
        ("/en/person/exercise-0001", "<b>Under seal</b>"),
        ("/en/search?q=exercise", "<b>Under seal</b>"),
    ] {
        shows(&page(&house, &one, address).await, &[words]);
        let others = [house.get_as(&registry, address).await, house.get(address).await];
        for answer in others {
            shows_not(&answer.text(), &["class=\"level\""]);
        }
    }
    // On a day before it, the page has nothing of it.
    shows_not(&page(&house, &one, "/en?as_at=2026-01-31").await, &["class=\"level\""]);
    shows_not(&page(&house, &one, "/en/about").await, &["class=\"level\""]);
    // What is taken along holds what is public, whoever takes it.
    for file in [
        "/en/overview.json",
        "/en/warrants.csv?status=all",
        "/api/v1/outstanding",
        "/en/data/register.zip",
    ] {
        assert_eq!(house.get_as(&one, file).await.body, house.get(file).await.body, "{file}");
    }
}

#[tokio::test]
async fn what_was_typed_is_kept_when_nobody_is_signed_in_any_more() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let sealed = opened(&house, &one, "under-seal", &SEALED).await;
    let form = "act=narrow&level=under-seal&to=organ:prosecutor&decision=Long+typed+text";
    for matter in [sealed.as_str(), UNKNOWN] {
        let answer = house.post(&format!("/en/matter/{matter}"), form).await;
        assert_eq!(answer.status, 403, "{}", answer.text());
        shows(&answer.text(), &["value=\"Long typed text\""]);
    }
}
