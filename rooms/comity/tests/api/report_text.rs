//! Sections that officers write in reports: live until the report is issued, by several at once, read by somebody else, signed.

use crate::authenticator::Authenticator;
use crate::browser::{Browser, between};
use crate::common::{correct, dated};
use crate::house::{Answer, House};
use crate::request_signature::checked::Checker;
use crate::request_signature::{ORIGIN, SITE, come_in, passkey, post};
use crate::request_walk::shows;
use access::{Organisation, Role, Viewer};
use identity::passkey::RelyingParty;
use register::audit::{Act, AuditFilter};
use register::kinds;
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

/// For what the audit says that matters were taken along, the newest first.
pub async fn exported(house: &House) -> Vec<String> {
    let filter = AuditFilter {
        acts: vec![Act::Exported],
        ..AuditFilter::default()
    };
    let page = house.audit.page(&Viewer::operator(), &filter, None, 100).await.unwrap();
    page.events.into_iter().map(|event| event.detail).collect()
}
