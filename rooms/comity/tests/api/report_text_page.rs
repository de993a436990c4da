//! The page of the text of a report: its versions, two of them that contradict each other, its figures to copy, and its language.

use crate::authenticator::Authenticator;
use crate::browser::{Browser, between};
use crate::house::House;
use crate::report_text::{SHORT, begun, house, officer, over, typed, written};
use crate::request_signature::{come_in, passkey, post};
use crate::request_walk::shows;
use access::Role;
use register::figures::{Query, What};
use register::report_text::{Piece, pieces};

/// A text of two sections, and two officers who look at it.
struct Two<'h> {
    first: Browser<'h>,
    second: Browser<'h>,
    text: String,
    /// The version that stands.
    from: String,
    /// Ids of the sections.
    ids: [String; 2],
}

async fn two<'h>(house: &'h House, keys: &mut [Authenticator; 2]) -> Two<'h> {
    let mut first = officer(house, "Exercise One", &mut keys[0]).await;
    let second = officer(house, "Exercise Two", &mut keys[1]).await;
    let text = begun(&mut first, SHORT).await;
    let mut ids = Vec::new();
    for title in ["Observations", "Caveats"] {
        let (from, id) = over(&first.get(&text).await.text());
        typed(&mut first, &text, (&from, &id), [title, "As it was begun."], "save").await;
        ids.push(id);
    }
    let from = over(&first.get(&text).await.text()).0;
    Two {
        first,
        second,
        text,
        from,
        ids: ids.try_into().unwrap(),
    }
}

/// Sends fields over the version that stood when both looked, as the first or the second: where it leads.
async fn sent(browser: &mut Browser<'_>, text: &str, from: &str, fields: &[(String, &str)]) -> String {
    let mut all = vec![("from", from), ("act", "save")];
    all.extend(fields.iter().map(|(name, value)| (name.as_str(), *value)));
    let answer = browser.post(text, &all).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").to_owned()
}

fn field(id: &str, part: &str) -> String {
    format!("s-{id}-{part}")
}

/// The fieldset of a section.
fn fieldset(page: &str, id: &str) -> String {
    let sets = between(page, "<fieldset", "</fieldset>");
    let set = sets.into_iter().find(|set| set.contains(&field(id, "title")));
    set.unwrap_or_else(|| panic!("no section {id}: {page}"))
}

#[tokio::test]
async fn each_version_is_read_with_what_changed_in_its_sitting() {
    let house = house().await;
    let Two {
        mut first,
        mut second,
        text,
        from,
        ids,
    } = two(&house, &mut [passkey("one"), passkey("two")]).await;
    let page = first.get(&text).await.text();
    let earlier = format!("{text}/version?number={from}");
    shows(&page, &[&format!("<a href=\"{earlier}\">Version {from}</a>")]);
    let changed = [
        (field(&ids[0], "text"), "As it is by now.\nOf {outstanding} persons."),
        (field(&ids[0], "place"), "start"),
        (field(&ids[1], "remove"), "yes"),
    ];
    sent(&mut second, &text, &from, &changed).await;
    let page = first.get(&text).await.text();
    let newest = between(&page, "<a href=\"", "\"")
        .into_iter()
        .find(|href| href.contains("/version?"))
        .unwrap();
    shows(
        &first.get(&newest).await.text(),
        &[
            &format!("What changed since version {from}"),
            "Saved by Exercise Two",
            "Paragraphs: As it <del>was begun</del><ins>is by now.<br>Of {outstanding} persons</ins>.",
            "Where it stands: <del>at the end</del> <ins>at the start</ins>",
            "<dt>Caveats</dt>",
            "<del>As it was begun.</del>",
            "<p class=\"measure\">Of {outstanding} persons.</p>",
        ],
    );
    // The earlier one says what stood then, and what was written in that sitting.
    let page = first.get(&earlier).await.text();
    shows(
        &page,
        &[
            "<h3>Observations</h3>",
            "<h3>Caveats</h3>",
            "<ins>As it was begun.</ins>",
            "Saved by Exercise One",
        ],
    );
    assert!(!page.contains("by now"));
    // It is there for whom the text is there.
    let mut key = passkey("three");
    let mut other = come_in(&house, "Exercise Three", &post(Role::Prosecutor), &mut key).await.1;
    assert_eq!(other.get(&earlier).await.status, 404);
    for none in ["0", "99", "x", ""] {
        assert_eq!(first.get(&format!("{text}/version?number={none}")).await.status, 404, "{none}");
    }
}

#[tokio::test]
async fn where_two_contradict_each_other_the_places_that_both_chose_are_shown() {
    let house = house().await;
    let Two {
        mut first,
        mut second,
        text,
        from,
        ids,
    } = two(&house, &mut [passkey("one"), passkey("two")]).await;
    sent(&mut first, &text, &from, &[(field(&ids[0], "place"), "start")]).await;
    let choose = sent(&mut second, &text, &from, &[(field(&ids[0], "place"), "pledges")]).await;
    let page = second.get(&choose).await.text();
    let set = fieldset(&page, &ids[0]);
    shows(
        &set,
        &[
            "Somebody else changed the same",
            "Where it stands: <del>at the start</del> <ins>before “",
        ],
    );
    assert!(
        !fieldset(&page, &ids[1]).contains("Somebody else"),
        "of what nobody changed nothing is said"
    );
    // While it is settled the page asks for nothing else to be settled.
    assert!(!page.contains("both are kept"));
    assert!(first.get(&text).await.text().contains("both are kept"));
}

#[tokio::test]
async fn a_section_that_one_changed_and_somebody_else_took_out_beside_goes_unless_somebody_keeps_it() {
    let house = house().await;
    let Two {
        mut first,
        mut second,
        text,
        from,
        ids,
    } = two(&house, &mut [passkey("one"), passkey("two")]).await;
    sent(&mut first, &text, &from, &[(field(&ids[0], "text"), "As it was changed.")]).await;
    let choose = sent(&mut second, &text, &from, &[(field(&ids[0], "remove"), "yes")]).await;
    let page = second.get(&choose).await.text();
    let set = fieldset(&page, &ids[0]);
    shows(
        &set,
        &[
            "What was typed beside takes it out",
            "As it was <del>begun</del><ins>changed</ins>.",
            "value=\"Observations\"",
            "value=\"yes\" checked",
        ],
    );
    // Saved as it stands there, it is gone, and nothing is left to choose.
    let settles = between(&page, "name=\"settles\" value=\"", "\"").remove(0);
    let now = over(&page).0;
    sent(
        &mut second,
        &text,
        &now,
        &[("settles".to_owned(), settles.as_str()), (field(&ids[0], "remove"), "yes")],
    )
    .await;
    let page = first.get(&text).await.text();
    assert!(!page.contains("value=\"Observations\"") && !page.contains("both are kept"));
}

#[tokio::test]
async fn a_section_that_somebody_took_out_while_another_changed_it_is_shown_whole() {
    let house = house().await;
    let Two {
        mut first,
        mut second,
        text,
        from,
        ids,
    } = two(&house, &mut [passkey("one"), passkey("two")]).await;
    sent(&mut first, &text, &from, &[(field(&ids[0], "remove"), "yes")]).await;
    let choose = sent(&mut second, &text, &from, &[(field(&ids[0], "text"), "As it was changed.")]).await;
    let set = fieldset(&second.get(&choose).await.text(), &ids[0]);
    shows(
        &set,
        &[
            "It was taken out of what stands now",
            "As it was <del>begun</del><ins>changed</ins>.",
            "value=\"Observations\"",
            ">\nAs it was changed.</textarea>",
        ],
    );
}

#[tokio::test]
async fn a_ground_that_both_gave_is_shown() {
    let house = house().await;
    let opener = house
        .sign_in("Exercise opener", &[(access::Organisation::Court, Role::Prosecutor)])
        .await;
    crate::matters::opened(&house, &opener, "confidential", &["organ:prosecutor"]).await;
    let (mut one, mut two) = (passkey("one"), passkey("two"));
    let mut first = come_in(&house, "Exercise One", &post(Role::Prosecutor), &mut one).await.1;
    let mut second = come_in(&house, "Exercise Two", &post(Role::Prosecutor), &mut two).await.1;
    let begin = first.post("/en/reports/pledges", &[("act", "text"), ("of", "seen")]).await;
    let text = begin.header("location").to_owned();
    let from = over(&first.get(&text).await.text()).0;
    let basis = |number: &'static str| [("basis".to_owned(), number)];
    sent(&mut first, &text, &from, &basis("Exercise decision 1")).await;
    let choose = sent(&mut second, &text, &from, &basis("Exercise decision 2")).await;
    shows(
        &second.get(&choose).await.text(),
        &["Exercise decision <del>1</del><ins>2</ins>", "value=\"Exercise decision 2\""],
    );
    // Whoever changed nothing but the ground changed something.
    shows(&first.get(&text).await.text(), &["the ground on which it is not public"]);
}

#[tokio::test]
async fn every_figure_that_is_offered_to_copy_is_read_back_as_its_question() {
    let house = house().await;
    let mut key = passkey("one");
    let mut writes = officer(&house, "Exercise One", &mut key).await;
    let mut offered = 0;
    for report in [
        "cooperation",
        "state?state=ITA",
        "bilateral?state=ITA",
        "non-cooperation",
        "pledges",
        "treaty-status",
        "person?person=kony",
    ] {
        let text = begun(&mut writes, &format!("/en/reports/{report}")).await;
        let page = writes.get(&text).await.text();
        for question in between(&page, "<dt><code>", "</code></dt>") {
            let question = question.replace("&#38;", "&").replace("&#39;", "'");
            let read = pieces(&question);
            assert!(
                matches!(&read[..], [Piece::Question(_)]),
                "{report}: {question} is read as {read:?}"
            );
            offered += 1;
        }
    }
    assert!(offered > 100, "{offered}");
    let query = Query::of(What::Cell {
        row: "exercise-{a}-%7D".into(),
        column: "kind".into(),
    });
    assert_eq!(pieces(&format!("{{{query}}}")), [Piece::Question(query)]);
}

#[tokio::test]
async fn on_a_page_of_another_language_the_words_of_a_text_are_told_to_be_in_theirs() {
    let house = house().await;
    let mut key = passkey("one");
    let mut writes = officer(&house, "Exercise One", &mut key).await;
    let begin = writes
        .post(&SHORT.replace("/en/", "/fr/"), &[("act", "text"), ("of", "public")])
        .await;
    let text = begin.header("location").replace("/fr/", "/en/");
    written(
        &mut writes,
        &text,
        ["Observations du greffe", "Une phrase.\nUne autre {outstanding."],
        "save",
    )
    .await;
    let own = "<span lang=\"fr\">Observations du greffe</span>";
    let page = writes.get(&text).await.text();
    for (where_it_stands, begin, end) in [
        ("title", "<h1>", "</h1>"),
        ("legend", "<legend class=\"lab\">", "</legend>"),
        ("what is to mend", "<div class=\"oops\"", "</div>"),
        ("versions", "<li class=\"minor\">", "</li>"),
        ("as it is printed", "<section class=\"row rep\"", "</h2>"),
        ("paragraphs", "id=\"paragraph-", "</p>"),
    ] {
        let there = between(&page, begin, end);
        assert!(
            there.iter().any(|there| there.contains("<span lang=\"fr\">")),
            "{where_it_stands}: {there:?}"
        );
    }
    shows(
        &page,
        &[own, &format!("“{own}”, paragraph 2"), "<span lang=\"fr\">Une phrase.</span>"],
    );
    let version = between(&page, "<a href=\"", "\"")
        .into_iter()
        .find(|href| href.contains("/version?"))
        .unwrap();
    shows(
        &writes.get(&version).await.text(),
        &[&format!("<h3>{own}</h3>"), "<span lang=\"fr\">Une phrase.</span>"],
    );
    // On a page of their own language nothing is marked.
    let page = writes.get(&text.replace("/en/", "/fr/")).await.text();
    assert!(!page.contains("<span lang=\"fr\">"));
}
