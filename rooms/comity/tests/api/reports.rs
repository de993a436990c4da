//! Reports on pages and as files: that both state the same, what a page shows of a long table, and what of a report with what
//! is not public is taken along by whom.

use crate::house::{Answer, House};
use crate::matters::opened;
use access::{Organisation, Role, Viewer};
use register::audit::{Act, AuditFilter, Kept};
use reports::report::trace::{Trace, find};
use reports::report::{Form, Kind};
use std::collections::BTreeMap;

const NOW: &str = "2026-11-26T09:00:00Z";
const PROSECUTOR: [(Organisation, Role); 1] = [(Organisation::Court, Role::Prosecutor)];
const REGISTRY: [(Organisation, Role); 1] = [(Organisation::Court, Role::Registry)];
const TAKE: &str = "form=json&purpose=for-own-file";

fn query(kind: Kind) -> &'static str {
    match kind {
        Kind::State | Kind::Bilateral => "as_at=2013-10-02&state=ITA",
        Kind::Person => "as_at=2013-10-02&person=kony",
        _ => "as_at=2013-10-02",
    }
}

/// What figures say, by their numbers: the words of the links that lead to what they rest on.
fn figures(page: &str) -> BTreeMap<usize, String> {
    let links = page.split("href=\"#figure-").skip(1);
    links
        .map(|link| {
            let (number, rest) = link.split_once('"').unwrap();
            let words = rest.split_once('>').unwrap().1.split_once('<').unwrap().0;
            (number.parse().unwrap(), words.to_owned())
        })
        .collect()
}

/// The questions of figures, by their numbers.
fn questions(page: &str) -> BTreeMap<usize, String> {
    let rows = page.split("id=\"figure-").skip(1);
    rows.map(|row| {
        let (number, rest) = row.split_once('"').unwrap();
        let question = rest.split_once("<code>").unwrap().1.split_once("</code>").unwrap().0;
        (number.parse().unwrap(), question.to_owned())
    })
    .collect()
}

fn trace(answer: &Answer) -> Trace {
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
    find(&answer.body).unwrap()
}

#[tokio::test]
async fn a_page_states_the_figures_of_the_files_and_leads_to_the_question_of_each() {
    let house = House::open().await;
    for (kind, lang) in Kind::ALL.into_iter().flat_map(|kind| [(kind, "en"), (kind, "fr")]) {
        let (kind, query) = (kind.word(), query(kind));
        let page = house.get(&format!("/{lang}/reports/{kind}?{query}")).await;
        assert_eq!(page.status, 200, "{kind}");
        assert_eq!(page.header("x-robots-tag"), "noindex");
        let page = page.text();
        let file = |form: &str| format!("/{lang}/reports/{kind}/report.{form}?{query}");
        for form in Form::ALL {
            let escaped = file(form.word()).replace('&', "&amp;");
            assert!(page.contains(&format!("href=\"{escaped}\"")), "{kind} as {form:?}: {page}");
        }
        let whole = house.get(&file("html")).await;
        assert_eq!(whole.header("x-robots-tag"), "noindex");
        let name = whole.header("content-disposition");
        assert!(name.starts_with("attachment; filename=\"comity-exercise-"), "{name}");
        let (shown, printed) = (figures(&page), figures(&whole.text()));
        assert!(!shown.is_empty(), "{kind}");
        for (number, words) in &shown {
            assert_eq!(printed.get(number), Some(words), "{kind}, figure {number}");
        }
        let traced = trace(&house.get(&file("json")).await);
        let asked = questions(&page);
        assert!(shown.keys().eq(asked.keys()), "{kind}: each figure leads to its question");
        for (number, question) in asked {
            assert_eq!(traced.figures[number - 1].query, question, "{kind}, figure {number}");
        }
    }
}

#[tokio::test]
async fn a_page_shows_the_head_of_a_long_table_and_says_how_many_rows_the_files_have() {
    let house = House::open().await;
    let page = house.get("/en/reports/treaty-status?as_at=2013-10-02").await.text();
    let file = house.get("/en/reports/treaty-status/report.html?as_at=2013-10-02").await.text();
    let rows = |page: &str, words: &str| {
        let table = page.split_once(words).unwrap().1.split_once("</table>").unwrap().0;
        table.matches("<tr").count() - 1
    };
    let caption = "Rome Statute: States</caption>";
    let all = rows(&file, caption);
    assert!(all > 100, "{all}");
    assert_eq!(rows(&page, caption), 25);
    let said = format!("The first 25 of {all} rows; the files have all.");
    assert!(page.contains(&said), "{said}: {page}");
}

#[tokio::test]
async fn a_report_asks_for_what_it_is_about_and_says_what_is_wrong() {
    let house = House::open().await;
    let all = house.get("/en/reports").await.text();
    for kind in Kind::ALL {
        assert!(all.contains(&format!("href=\"/en/reports/{}\"", kind.word())), "{kind:?}");
    }
    let ask = house.get("/fr/reports/state").await.text();
    assert!(ask.contains("name=\"state\"") && !ask.contains("report.pdf"), "{ask}");
    let italy = house.get("/fr/reports/state?state=Italie").await.text();
    assert!(italy.contains("report.docx?state=Italie"), "{italy}");
    for (address, status) in [
        ("/en/reports/person?person=nobody", 404),
        ("/en/reports/person/report.pdf?person=nobody", 404),
        ("/en/reports/nothing", 404),
        ("/en/reports/nothing/report.pdf", 404),
        ("/en/reports/cooperation/report.exe", 404),
        ("/en/reports/state?state=Nowhere", 404),
        ("/en/reports/state/report.pdf", 303),
        ("/en/reports/cooperation?as_at=1990-01-01", 400),
        ("/en/reports/cooperation?since=yesterday", 400),
        ("/en/reports/treaty-status?as_at=2013-10-02&since=2013-10-02", 400),
        ("/en/reports/cooperation?known_on=2001-01-01", 200),
    ] {
        assert_eq!(house.get(address).await.status, status, "{address}");
    }
    let late = house
        .get("/en/reports/treaty-status?as_at=2013-10-02&since=2013-10-02")
        .await
        .text();
    assert!(late.contains("does not lie before the day of the report"), "{late}");
}

async fn exported(house: &House) -> Vec<Kept> {
    let filter = AuditFilter {
        acts: vec![Act::Exported],
        ..AuditFilter::default()
    };
    house.audit.page(&Viewer::operator(), &filter, None, 100).await.unwrap().events
}

fn value(trace: &Trace, query: &str) -> String {
    let figure = trace.figures.iter().find(|figure| figure.query == query);
    figure.map(|figure| figure.value.clone()).unwrap_or_default()
}

#[tokio::test]
async fn what_is_not_public_is_taken_along_by_whoever_may_and_stands_in_the_audit_first() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let matter = opened(&house, &one, "confidential", &["organ:prosecutor"]).await;
    let address = "/en/reports/cooperation";
    let page = house.get_as(&one, address).await.text();
    assert!(page.contains("<span class=\"lv confidential\">"), "{page}");
    // By a link it holds what is public, whoever follows it.
    let linked = house.get_as(&one, "/en/reports/cooperation/report.json").await;
    assert_eq!(linked.header("cache-control"), "private, no-store");
    assert_eq!(value(&trace(&linked), "named"), "0");
    assert!(exported(&house).await.is_empty(), "to look at a report is not to take it along");

    let nothing_chosen = house.post_as(&one, address, "form=json&purpose=").await;
    assert_eq!(nothing_chosen.status, 400);
    assert!(nothing_chosen.text().contains("Choose for what you take the report along"));
    let taken = house.post_as(&one, address, TAKE).await;
    assert_eq!(taken.header("cache-control"), "private, no-store");
    assert_eq!(taken.header("content-type"), "application/json");
    assert_eq!(value(&trace(&taken), "named"), "1");
    let told = exported(&house).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].matter, Some(house.audit.pseudonym(&matter)));
    assert_eq!(told[0].detail, "for-own-file");

    // Whoever does not see it takes none of it along, and the page asks them for nothing.
    let other = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let page = house.get_as(&other, address).await.text();
    assert!(!page.contains("class=\"lv") && !page.contains("name=\"purpose\""), "{page}");
    let taken = house.post_as(&other, address, TAKE).await;
    assert_eq!(value(&trace(&taken), "named"), "0");
    assert_eq!(exported(&house).await.len(), 1);

    // Who somebody is must have been shown in the last minutes.
    house.outside.put("2026-11-26T10:00:00Z");
    let asked = house.post_as(&one, address, TAKE).await;
    assert!(
        asked.header("content-type").starts_with("text/html"),
        "{}",
        asked.header("content-type")
    );
    assert_eq!(exported(&house).await.len(), 1);
    // Nobody who is not signed in sends anything.
    assert_eq!(house.post(address, TAKE).await.status, 403);
}

#[tokio::test]
async fn whoever_reads_in_an_emergency_or_in_a_role_that_takes_nothing_along_gets_what_is_public() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let unit = house
        .sign_in("Exercise unit", &[(Organisation::Court, Role::VictimsAndWitnesses)])
        .await;
    opened(&house, &one, "confidential", &["office:victims-and-witnesses", "organ:prosecutor"]).await;
    let page = house.get_as(&unit, "/en/reports/cooperation").await.text();
    assert!(
        page.contains("<span class=\"lv confidential\">") && !page.contains("name=\"purpose\""),
        "{page}"
    );
    let taken = house.post_as(&unit, "/en/reports/cooperation", TAKE).await;
    assert_eq!(value(&trace(&taken), "named"), "0");

    let sealed = opened(&house, &one, "under-seal", &["organ:prosecutor", "organ:chambers"]).await;
    let two = house.sign_in("Exercise prosecutor two", &PROSECUTOR).await;
    let (asking, granting) = (house.actor(&two).await, house.actor(&one).await);
    house.people.ask_emergency(&asking, &sealed, "Exercise flood").await.unwrap();
    let waiting = house.people.emergencies_to_grant(&granting).await.unwrap().remove(0);
    house
        .people
        .approve_emergency(&granting, &two.account, &waiting.request, 4)
        .await
        .unwrap();
    let page = house.get_as(&two, "/en/reports/cooperation").await.text();
    assert!(page.contains("<span class=\"lv under-seal\">"), "{page}");
    let taken = house.post_as(&two, "/en/reports/cooperation", TAKE).await;
    let taken = trace(&taken);
    let told = exported(&house).await;
    assert!(
        told.iter().all(|event| event.matter != Some(house.audit.pseudonym(&sealed))),
        "{told:?}"
    );
    assert_eq!(
        value(&taken, "open-warrants"),
        "1",
        "the one that is confidential, and not the one under seal"
    );
}
