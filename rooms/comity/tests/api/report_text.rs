//! Sections that officers write in reports: live until the report is issued, by several at once, read by somebody else, signed.

use crate::authenticator::Authenticator;
use crate::browser::{Browser, between};
use crate::common::{correct, dated};
use crate::house::{Answer, House};
use crate::matters::opened;
use crate::request_signature::checked::Checker;
use crate::request_signature::{ORIGIN, SITE, come_in, passkey, post};
use crate::request_walk::shows;
use access::{Organisation, Role, Viewer};
use identity::account::AccountId;
use identity::passkey::RelyingParty;
use identity::people::Actor;
use record::entry::Author;
use register::audit::{Act, AuditFilter};
use register::kinds;
use register::matter::{Addition, AudienceWords};
use register::port::Of;
use reports::report::trace::find;
use web::Signing;
use web::api::schema::{ComparedReport, IssuedReports};

pub const REPORT: &str = "/en/reports/cooperation?as_at=2013-10-02";
/// One that is made quickly.
pub const SHORT: &str = "/en/reports/pledges?as_at=2013-10-02";
const LIVE: &str = "On the day {outstanding} were outstanding, one of them for {days-outstanding/person=kony} days.";

pub async fn house() -> House {
    House::open_signing(Signing {
        party: Some(RelyingParty::new("Comity", &[ORIGIN]).unwrap()),
        ..Signing::default()
    })
    .await
}

/// Somebody of the Registry, in their browser.
pub async fn officer<'h>(house: &'h House, name: &str, key: &mut Authenticator) -> Browser<'h> {
    come_in(house, name, &post(Role::Registry), key).await.1
}

/// Begins a text of the report with what is public: the address of its page.
pub async fn begun(browser: &mut Browser<'_>, report: &str) -> String {
    let answer = browser.post(report, &[("act", "text"), ("of", "public")]).await;
    let address = answer.header("location").to_owned();
    assert!(address.starts_with("/en/report-text/"), "{} {}", answer.status, answer.text());
    address
}

/// The version over which a page types, and the id of its last section, which is a new one.
pub fn over(page: &str) -> (String, String) {
    let value = |begin: &str| between(page, begin, "\"").pop().unwrap_or_else(|| panic!("no {begin}: {page}"));
    let ids: Vec<String> = between(page, "<input id=\"s-", "-title\"");
    (value("name=\"from\" value=\""), ids.last().unwrap().clone())
}

/// Types a section over what a page shows.
pub async fn typed(browser: &mut Browser<'_>, address: &str, (from, id): (&str, &str), [title, text]: [&str; 2], act: &str) -> Answer {
    let [name, place, words] = ["title", "place", "text"].map(|part| format!("s-{id}-{part}"));
    let fields = [
        ("from", from),
        (&name, title),
        (&place, "outstanding"),
        (&words, text),
        ("act", act),
    ];
    browser.post(address, &fields).await
}

/// Writes a first section and submits it, or saves it.
pub async fn written(browser: &mut Browser<'_>, address: &str, section: [&str; 2], act: &str) -> Answer {
    let page = browser.get(address).await.text();
    let (from, id) = over(&page);
    typed(browser, address, (&from, &id), section, act).await
}

/// Approves what was submitted.
pub async fn approved(browser: &mut Browser<'_>, address: &str) -> Answer {
    let (from, _) = over(&browser.get(address).await.text());
    browser.post(address, &[("from", &from), ("act", "approve")]).await
}

/// Issues the report with its text: the path of its page.
pub async fn issued(browser: &mut Browser<'_>, address: &str, key: &mut Authenticator) -> String {
    let page = browser.get(&format!("{address}/issue")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let answer = browser.by_passkey(&page, key, &[]).await;
    let page = answer.header("location").to_owned();
    assert!(page.starts_with("/en/issued/"), "{} {}", answer.status, answer.text());
    page
}

pub fn file_of(page: &str) -> String {
    format!("{}/1", page.replace("/issued/", "/attachment/"))
}

#[tokio::test]
async fn a_section_keeps_its_figures_live_until_the_report_is_issued_and_stays_as_it_is_then() {
    let house = house().await;
    let (mut one, mut two) = (passkey("one"), passkey("two"));
    let mut writes = officer(&house, "Exercise One", &mut one).await;
    let mut reads = officer(&house, "Exercise Two", &mut two).await;
    let text = begun(&mut writes, REPORT).await;
    let saved = written(&mut writes, &text, ["What the Registrar observes", LIVE], "save").await;
    assert_eq!(saved.header("location"), format!("{text}?done=saved"));
    let page = writes.get(&text).await.text();
    shows(
        &page,
        &["What the Registrar observes", ">14</a> were outstanding", ">2,911</a> days."],
    );
    correct(&house.register, "kony-1", kinds::MADE_PUBLIC, &dated("2005-10-14"))
        .await
        .unwrap();
    shows(&writes.get(&text).await.text(), &[">2,910</a> days."]);
    // Every form has it, between the report's own sections, and its figures with their questions.
    for form in ["html", "json"] {
        let file = writes.get(&format!("{text}/report.{form}")).await.text();
        let at = |words: &str| file.find(words).unwrap_or_else(|| panic!("{form}: {words}"));
        assert!(
            at("What the Registrar observes") < at("Outstanding warrants and surrender requests"),
            "{form}"
        );
        shows(&file, &["being written", "were outstanding, one of them for"]);
    }
    for form in ["pdf", "docx", "xlsx", "csv"] {
        let file = writes.get(&format!("{text}/report.{form}")).await;
        assert_eq!(file.status, 200, "{form}");
        let trace = find(&file.body).unwrap();
        assert!(
            trace.figures.iter().any(|figure| figure.query == "days-outstanding/person=kony"),
            "{form}"
        );
    }
    let (from, _) = over(&page);
    assert_eq!(
        writes.post(&text, &[("from", &from), ("act", "submit")]).await.header("location"),
        format!("{text}?done=submitted")
    );
    assert_eq!(
        approved(&mut reads, &text).await.header("location"),
        format!("{text}?done=approved")
    );
    let first = issued(&mut writes, &text, &mut one).await;
    let as_issued = house.get(&file_of(&first)).await.body;
    let trace = find(&as_issued).unwrap();
    let days = |trace: &reports::report::trace::Trace| {
        let figure = trace.figures.iter().find(|figure| figure.query == "days-outstanding/person=kony");
        figure.unwrap().value.clone()
    };
    assert_eq!(days(&trace), "2910");
    shows(
        &house.get(&first).await.text(),
        &["What the Registrar observes", "The signature holds"],
    );
    // What happens after that is in the next edition.
    house.outside.put("2026-11-25T11:10:00Z");
    correct(&house.register, "kony-1", kinds::MADE_PUBLIC, &dated("2005-10-15"))
        .await
        .unwrap();
    assert_eq!(house.get(&file_of(&first)).await.body, as_issued, "byte for byte");
    let all: IssuedReports = serde_json::from_slice(&house.get("/api/v1/issued-reports").await.body).unwrap();
    let [report] = &all.reports[..] else { panic!("{all:?}") };
    assert_eq!(report.sections[0].text, LIVE, "as text a figure is its question");
    assert_ne!(report.approved_by.as_ref(), report.sections[0].written_by.first());
    // The text goes on from there: another wording is another edition, which says so as text.
    let page = writes.get(&text).await.text();
    let (from, _) = over(&page);
    let id = between(&page, "<input id=\"s-", "-title\"").remove(0);
    typed(
        &mut writes,
        &text,
        (&from, &id),
        ["What the Registrar observes", "Of {outstanding} nothing else is known."],
        "submit",
    )
    .await;
    assert_eq!(approved(&mut reads, &text).await.status, 303);
    let second = issued(&mut writes, &text, &mut one).await;
    shows(
        &house.get(&second).await.text(),
        &["Sections that changed", "<ins>", "nothing else is known"],
    );
    let id = second.rsplit('/').next().unwrap();
    let told: ComparedReport = serde_json::from_slice(&house.get(&format!("/api/v1/issued-reports/{id}")).await.body).unwrap();
    assert_eq!(told.changes.unwrap().texts, ["What the Registrar observes"]);
}

#[tokio::test]
async fn of_two_who_write_at_once_nobody_loses_anything() {
    let house = house().await;
    let (mut one, mut two) = (passkey("one"), passkey("two"));
    let mut first = officer(&house, "Exercise One", &mut one).await;
    let mut second = officer(&house, "Exercise Two", &mut two).await;
    let text = begun(&mut first, SHORT).await;
    // Both begin a section over the same version.
    let (pages, from) = {
        let (a, b) = (first.get(&text).await.text(), second.get(&text).await.text());
        let from = over(&a).0;
        ([over(&a).1, over(&b).1], from)
    };
    let saved = typed(&mut first, &text, (&from, &pages[0]), ["First", "One"], "save").await;
    assert_eq!(saved.header("location"), format!("{text}?done=saved"));
    let merged = typed(&mut second, &text, (&from, &pages[1]), ["Second", "Two"], "save").await;
    assert_eq!(merged.header("location"), format!("{text}?done=merged"));
    let page = first.get(&text).await.text();
    shows(
        &page,
        &[
            "value=\"First\"",
            "value=\"Second\"",
            "Written by Exercise One",
            "Written by Exercise Two",
        ],
    );
    // Both change the same section.
    let from = over(&page).0;
    assert_eq!(
        typed(&mut first, &text, (&from, &pages[0]), ["First", "One, as the first has it"], "save")
            .await
            .status,
        303
    );
    let contradicts = typed(
        &mut second,
        &text,
        (&from, &pages[0]),
        ["First", "One, as the second has it"],
        "save",
    )
    .await;
    let choose = contradicts.header("location").to_owned();
    assert!(choose.contains("?beside="), "{choose}");
    let page = second.get(&choose).await.text();
    shows(&page, &["<del>first</del>", "<ins>second</ins>", "name=\"settles\""]);
    let quietly = [
        ("from", from.as_str()),
        (&*format!("s-{}-text", pages[0]), "Two, again"),
        ("do", "keep-quietly"),
    ];
    assert_eq!(
        second.post(&text, &quietly).await.status,
        409,
        "a page that saves itself says so too"
    );
    // Until somebody chose, nothing goes to review.
    let (now, _) = over(&first.get(&text).await.text());
    let refused = first.post(&text, &[("from", &now), ("act", "submit")]).await;
    assert_eq!(refused.status, 409, "{}", refused.text());
}

#[tokio::test]
async fn nobody_approves_what_they_wrote_and_what_is_changed_after_that_is_a_draft_again() {
    let house = house().await;
    let (mut one, mut two) = (passkey("one"), passkey("two"));
    let mut writes = officer(&house, "Exercise One", &mut one).await;
    let mut reads = officer(&house, "Exercise Two", &mut two).await;
    let text = begun(&mut writes, SHORT).await;
    written(&mut writes, &text, ["Observations", "Of {outstanding} persons."], "save").await;
    let early = approved(&mut reads, &text).await;
    assert_eq!(early.status, 409, "it was not submitted: {}", early.text());
    let (from, _) = over(&writes.get(&text).await.text());
    writes.post(&text, &[("from", &from), ("act", "submit")]).await;
    let own = approved(&mut writes, &text).await;
    assert_eq!(own.status, 403);
    shows(&own.text(), &["Somebody else who may issue the report reviews it"]);
    let issue = writes.get(&format!("{text}/issue")).await;
    assert_eq!(issue.header("location"), text, "not before it is approved");
    // It is given back with a word, and not without one.
    let back = [("from", from.as_str()), ("act", "return")];
    assert_eq!(reads.post(&text, &back).await.status, 400);
    reads.post(&text, &[back[0], back[1], ("remark", "Say of whom")]).await;
    shows(
        &writes.get(&text).await.text(),
        &["given back", "Given back by Exercise Two", "Say of whom"],
    );
    writes.post(&text, &[("from", &from), ("act", "submit")]).await;
    assert_eq!(
        approved(&mut reads, &text).await.header("location"),
        format!("{text}?done=approved")
    );
    shows(
        &writes.get(&text).await.text(),
        &["Approved by Exercise Two", "Issue the report with it"],
    );
    let sign = writes.get(&format!("{text}/issue")).await;
    written(&mut reads, &text, ["More", "Something"], "save").await;
    let page = writes.get(&text).await.text();
    shows(&page, &["being written", "It was changed since"]);
    // Who opened the page of the signature before signs nothing by it.
    let begin = between(&sign.text(), "data-begin=\"", "\"").remove(0);
    assert_eq!(writes.post(&begin, &[]).await.status, 403);
    assert_eq!(writes.get(&format!("{text}/issue")).await.header("location"), text);
    // Both wrote in it now, so that neither approves.
    let (from, _) = over(&page);
    writes.post(&text, &[("from", &from), ("act", "submit")]).await;
    assert_eq!(approved(&mut reads, &text).await.status, 403);
}

#[tokio::test]
async fn a_question_that_is_none_is_told_with_where_and_how_and_never_printed_as_an_answer() {
    let house = house().await;
    let mut key = passkey("one");
    let mut writes = officer(&house, "Exercise One", &mut key).await;
    let text = begun(&mut writes, SHORT).await;
    let wrong = "Fine.\nOf {outstnding} and {days-outstanding/person=nobody} and {{this}.";
    let refused = written(&mut writes, &text, ["Observations", wrong], "submit").await;
    assert_eq!(refused.status, 400);
    shows(
        &refused.text(),
        &[
            "Something is to mend first",
            "“Observations”, paragraph 2: {outstnding} is no question",
            "paragraph 2: the record has no answer to {days-outstanding/person=nobody}",
            "Of {outstnding} and {days-outstanding/person=nobody} and {this}.",
        ],
    );
    assert!(!refused.text().contains("{this} is no question"), "two braces are one");
    shows(&refused.text(), &["<code>{rows/file=pledges}</code>", "Figures to copy"]);
    // Days that cannot be and words that nobody has are told too, and shut nobody out.
    let absurd = "{came/since=2030-01-01} {outstanding-age/from=32767} {outstanding/on=2099-01-01} {rows/file=findings/state=ita}";
    let refused = written(&mut writes, &text, ["More", absurd], "submit").await;
    assert_eq!(refused.status, 400);
    for question in absurd.split(' ') {
        shows(&refused.text(), &[&format!("the record has no answer to {question}")]);
    }
    // A title asks nothing, and what nobody sees is named.
    let refused = written(&mut writes, &text, ["Of {outstanding}\u{202e}", "Fine.\u{2066}"], "submit").await;
    assert_eq!(refused.status, 400);
    shows(
        &refused.text(),
        &[
            "asks for a figure, and none is answered in a title",
            "holds signs that cannot be kept (U+202E)",
            "paragraph 1: it holds signs that cannot be kept (U+2066)",
        ],
    );
    assert_eq!(writes.get(&text).await.status, 200);
}

#[tokio::test]
async fn whoever_took_something_out_of_a_text_or_submitted_it_does_not_approve_it() {
    let house = house().await;
    let (mut one, mut two) = (passkey("one"), passkey("two"));
    let mut writes = officer(&house, "Exercise One", &mut one).await;
    let mut reads = officer(&house, "Exercise Two", &mut two).await;
    let text = begun(&mut writes, SHORT).await;
    written(&mut writes, &text, ["Observations", "Of {outstanding} persons."], "save").await;
    let (from, caveat) = over(&writes.get(&text).await.text());
    typed(&mut writes, &text, (&from, &caveat), ["Caveat", "This is not certain."], "save").await;
    let (from, _) = over(&reads.get(&text).await.text());
    let remove = format!("s-{caveat}-remove");
    reads.post(&text, &[("from", &from), (&remove, "yes"), ("act", "save")]).await;
    let page = writes.get(&text).await.text();
    assert!(!page.contains("This is not certain."));
    let (from, _) = over(&page);
    writes.post(&text, &[("from", &from), ("act", "submit")]).await;
    assert_eq!(approved(&mut reads, &text).await.status, 403);
    // What was submitted is not submitted again by somebody else, whose it would be then.
    assert_eq!(reads.post(&text, &[("from", &from), ("act", "submit")]).await.status, 409);
    // In review no key that is hit by chance makes a draft of it.
    assert!(!reads.get(&text).await.text().contains("data-keep"));
}

#[tokio::test]
async fn a_text_is_there_for_those_who_may_issue_its_report_for_that_organ_and_for_nobody_else() {
    let house = house().await;
    let mut key = passkey("one");
    let mut writes = officer(&house, "Exercise One", &mut key).await;
    let report = house.get(SHORT).await;
    let text = begun(&mut writes, SHORT).await;
    written(&mut writes, &text, ["Observations", "Of {outstanding} persons."], "save").await;
    shows(&writes.get(SHORT).await.text(), &[&text, "being written"]);
    assert_eq!(house.get(SHORT).await, report);
    let id = text.rsplit('/').next().unwrap();
    let none = "0".repeat(32);
    assert_eq!(
        writes.get(&format!("/en/draft/{id}")).await.status,
        404,
        "it is no draft of a request"
    );
    assert!(!writes.get("/en/drafts").await.text().contains(id));
    for (nth, (organisation, role)) in [
        (Organisation::Court, Role::Prosecutor),
        (Organisation::Court, Role::Auditor),
        (Organisation::Assembly, Role::Secretariat),
    ]
    .into_iter()
    .enumerate()
    {
        let mut key = passkey(&format!("other {nth}"));
        let post = identity::act::Post { organisation, role };
        let mut other = come_in(&house, "Exercise Other", &post, &mut key).await.1;
        for address in [text.clone(), format!("{text}/report.json"), format!("{text}/issue")] {
            let hidden = other.get(&address).await;
            assert_eq!(hidden.status, 404, "{role:?} {address}");
            let unknown = other.get(&address.replace(id, &none)).await;
            assert_eq!(hidden.text().replace(id, &none), unknown.text(), "{role:?} {address}");
        }
        let saved = other.post(&text, &[("from", "1"), ("act", "save")]).await;
        assert_eq!(saved.status, 404, "{role:?}");
        assert!(!other.get(SHORT).await.text().contains(&text), "{role:?}");
    }
}

#[tokio::test]
async fn an_independent_program_checks_the_signature_of_a_report() {
    let Some(checker) = Checker::here() else { return };
    let house = house().await;
    let (mut one, mut two) = (passkey("one"), passkey("two"));
    let mut writes = officer(&house, "Exercise One", &mut one).await;
    let mut reads = officer(&house, "Exercise Two", &mut two).await;
    let text = begun(&mut writes, SHORT).await;
    written(&mut writes, &text, ["Observations", "Of {outstanding} persons."], "submit").await;
    approved(&mut reads, &text).await;
    let page = issued(&mut writes, &text, &mut one).await;
    let pdf = house.get(&file_of(&page)).await.body;
    let trace = find(&pdf).unwrap().text();
    let of = Of::Kinds(vec![kinds::REPORT_ISSUED.to_owned()]);
    let entries = register::port::Store::entries(&*house.store, &Viewer::public(), of, None)
        .await
        .unwrap();
    let entry = String::from_utf8(entries[0].entry.canonical()).unwrap();
    checker.says(&entry, &trace, &pdf, SITE, "holds");
    checker.says(
        &entry,
        &trace.replace("\"value\":\"14\"", "\"value\":\"15\""),
        &pdf,
        SITE,
        "the trace is not the one",
    );
    checker.says(&entry, &trace, &[&pdf[..], b" "].concat(), SITE, "the document is not the one");
    let other = entry.replace(
        "\"on_behalf_of\":\"organ:registry\",\"pdf",
        "\"on_behalf_of\":\"organ:chambers\",\"pdf",
    );
    assert_ne!(other, entry);
    checker.says(&other, &trace, &pdf, SITE, "the challenge is not that of the statement");
}

/// A warrant of the Prosecutor's against a person of the exercise, under a level and for these readers: its matter.
async fn warrant(house: &House, by: &AccountId, person: &str, (level, list): (&str, &str)) -> String {
    let addition = Addition {
        matter: None,
        kind: "warrant.issued".into(),
        effective: "2026-02-01".into(),
        about: vec![format!("person:{person}"), "situation:exercise-01/26".into()],
        set: vec![("situation".into(), "Exercise A".into())],
        audience: AudienceWords {
            level: level.into(),
            list: vec![list.into()],
            left_out: Vec::new(),
            originator: Some("organ:prosecutor".into()),
        },
        basis: Some("Exercise decision 1".into()),
        source: Some("Exercise registry".into()),
        author: Author::Account(by.to_string()),
    };
    let viewer = Viewer::of(&by.to_string(), Organisation::Court, Role::Prosecutor, Vec::new()).unwrap();
    house.register.add(&viewer, &addition).await.unwrap().entry.matter.clone()
}

/// How many persons are named, as a text with the figure shows it to somebody.
async fn counted(browser: &mut Browser<'_>, text: &str) -> u32 {
    let page = browser.get(text).await.text();
    let line = page.split("Of <a href=\"#figure-").nth(1).unwrap_or_else(|| panic!("{page}"));
    line.split('>').nth(1).unwrap().split('<').next().unwrap().parse().unwrap()
}

const COUNTED: [&str; 2] = ["Observations", "Of {named} persons."];

/// Begins a text of what is not public, with the figure.
async fn begun_of_seen(browser: &mut Browser<'_>) -> String {
    let begun = browser.post("/en/reports/pledges", &[("act", "text"), ("of", "seen")]).await;
    let text = begun.header("location").to_owned();
    assert!(text.starts_with("/en/report-text/"), "{} {}", begun.status, begun.text());
    assert_eq!(written(browser, &text, COUNTED, "save").await.status, 303);
    text
}

/// For what the audit says that matters were taken along, the newest first.
pub async fn exported(house: &House) -> Vec<String> {
    let filter = AuditFilter {
        acts: vec![Act::Exported],
        ..AuditFilter::default()
    };
    let page = house.audit.page(&Viewer::operator(), &filter, None, 100).await.unwrap();
    page.events.into_iter().map(|event| event.detail).collect()
}

#[tokio::test]
async fn a_text_of_what_is_not_public_has_its_level_and_is_issued_for_the_organ_alone() {
    let house = house().await;
    let prosecutor = post(Role::Prosecutor);
    let opener = house.sign_in("Exercise opener", &[(Organisation::Court, Role::Prosecutor)]).await;
    opened(&house, &opener, "confidential", &["organ:prosecutor"]).await;
    let (mut one, mut two, mut three) = (passkey("one"), passkey("two"), passkey("three"));
    let mut writes = come_in(&house, "Exercise One", &prosecutor, &mut one).await.1;
    let mut reads = come_in(&house, "Exercise Two", &prosecutor, &mut two).await.1;
    let mut registry = officer(&house, "Exercise Three", &mut three).await;
    let (report, reports) = ("/en/reports/pledges", house.get("/en/reports").await);
    // The same words, for the public in the Registry and for what the Prosecutor may know: each has its own answer.
    let public = begun(&mut registry, report).await;
    written(&mut registry, &public, COUNTED, "save").await;
    let text = begun_of_seen(&mut writes).await;
    assert_eq!(counted(&mut writes, &text).await, counted(&mut registry, &public).await + 1);
    shows(&writes.get(&text).await.text(), &["class=\"lv confidential\""]);
    assert_eq!(registry.get(&text).await.status, 404, "of another organ");
    // It is not issued without a ground, so nobody reviews it before there is one.
    let (from, _) = over(&writes.get(&text).await.text());
    let refused = writes.post(&text, &[("from", &from), ("act", "submit")]).await;
    assert_eq!(refused.status, 400);
    assert_eq!(approved(&mut reads, &text).await.status, 400);
    shows(&refused.text(), &["Give the ground on which the report is not public"]);
    writes
        .post(&text, &[("from", &from), ("basis", "Exercise decision 1"), ("act", "submit")])
        .await;
    assert_eq!(approved(&mut reads, &text).await.status, 303);
    assert_eq!(
        exported(&house).await,
        Vec::<String>::new(),
        "to look at it is not to take it along"
    );
    let edition = issued(&mut writes, &text, &mut one).await;
    assert_eq!(exported(&house).await, ["report"]);
    shows(
        &reads.get(&edition).await.text(),
        &["Observations", "The signature holds", "class=\"lv confidential\""],
    );
    assert_eq!(house.get("/en/reports").await, reports);
    assert_eq!(registry.get(&edition).await.status, 404);
}

#[tokio::test]
async fn whoever_writes_reviews_and_issues_a_text_reads_the_same_figures() {
    let house = house().await;
    let prosecutor = post(Role::Prosecutor);
    let (mut key, mut other) = (passkey("one"), passkey("two"));
    let (one, mut writes) = come_in(&house, "Exercise One", &prosecutor, &mut key).await;
    let (two, mut reads) = come_in(&house, "Exercise Two", &prosecutor, &mut other).await;
    warrant(&house, &one, "exercise-0001", ("confidential", "organ:prosecutor")).await;
    let text = begun_of_seen(&mut writes).await;
    let count = counted(&mut writes, &text).await;
    // What only one of them may know is in none of their figures, on whichever side it is.
    warrant(&house, &one, "exercise-0002", ("confidential", &format!("person:{one}"))).await;
    warrant(&house, &two, "exercise-0003", ("under-seal", "organ:prosecutor")).await;
    assert_eq!(
        (counted(&mut writes, &text).await, counted(&mut reads, &text).await),
        (count, count)
    );
    // Each knows more by themselves.
    for (browser, person) in [(&mut writes, "exercise-0002"), (&mut reads, "exercise-0003")] {
        assert_eq!(browser.get(&format!("/en/person/{person}")).await.status, 200, "{person}");
    }
    warrant(&house, &two, "exercise-0004", ("confidential", "organ:prosecutor")).await;
    assert_eq!(
        (counted(&mut writes, &text).await, counted(&mut reads, &text).await),
        (count + 1, count + 1)
    );
}

#[tokio::test]
async fn under_seal_a_figure_of_a_text_counts_what_all_have_who_were_named_in_it() {
    let house = house().await;
    let prosecutor = post(Role::Prosecutor);
    let (mut key, mut other) = (passkey("one"), passkey("two"));
    let (one, mut writes) = come_in(&house, "Exercise One", &prosecutor, &mut key).await;
    let (two, mut reads) = come_in(&house, "Exercise Two", &prosecutor, &mut other).await;
    let matter = warrant(&house, &one, "exercise-0001", ("under-seal", "organ:prosecutor")).await;
    let text = begun_of_seen(&mut writes).await;
    let count = counted(&mut writes, &text).await;
    // A colleague who does not have the matter: it is in the figures of neither, and nothing tells that it is there.
    writes.post(&format!("{text}/people"), &[("account", &two.to_string())]).await;
    assert_eq!(
        (counted(&mut writes, &text).await, counted(&mut reads, &text).await),
        (count - 1, count - 1)
    );
    let operator = Actor::operator("exercise");
    house.people.assign(&operator, &two, &matter, None).await.unwrap();
    assert_eq!(
        (counted(&mut writes, &text).await, counted(&mut reads, &text).await),
        (count, count)
    );
    // What is taken from one of them is out of the figures of both.
    house.people.end_assignment(&operator, &one, &matter, "exercise").await.unwrap();
    assert_eq!(counted(&mut reads, &text).await, count - 1);
}

#[tokio::test]
async fn under_seal_a_text_is_there_for_whoever_began_it_and_the_colleagues_whom_they_name() {
    let house = house().await;
    let prosecutor = post(Role::Prosecutor);
    let mut key = passkey("one");
    let (account, mut writes) = come_in(&house, "Exercise One", &prosecutor, &mut key).await;
    let mut other = passkey("two");
    let (colleague, mut reads) = come_in(&house, "Exercise Two", &prosecutor, &mut other).await;
    warrant(&house, &account, "exercise-0001", ("under-seal", "organ:prosecutor")).await;
    let text = begun_of_seen(&mut writes).await;
    assert_eq!(reads.get(&text).await.status, 404);
    assert_eq!(reads.get(&format!("{text}/people")).await.status, 404);
    let named = writes.post(&format!("{text}/people"), &[("account", &colleague.to_string())]).await;
    assert_eq!(named.header("location"), format!("{text}/people"));
    shows(&reads.get(&text).await.text(), &["Observations", "<b>Under seal</b>"]);
}
