use super::*;
use jiff::civil::date;

#[track_caller]
fn check(query: impl Into<Query>, text: &str) {
    let query = query.into();
    assert_eq!(query.to_string(), text);
    assert_eq!(text.parse(), Ok(query));
}

#[test]
fn every_question_has_one_text_that_is_read_back() {
    check(What::Outstanding { situation: None }, "outstanding");
    let situation = Some("ICC-02/04".to_owned());
    check(What::Outstanding { situation }, "outstanding/situation=ICC-02/04");
    check(What::Named, "named");
    check(What::Surrendered, "surrendered");
    let reason = Some("died".to_owned());
    check(What::Ended { reason }, "ended/reason=died");
    check(What::OpenWarrants, "open-warrants");
    check(What::Situations, "situations");
    check(What::Age { from: 1, until: Some(5) }, "outstanding-age/from=1/until=5");
    check(What::Age { from: 10, until: None }, "outstanding-age/from=10");
    let person = "kony".to_owned();
    check(What::DaysOutstanding { person }, "days-outstanding/person=kony");
    check(What::DaysToSurrender { person: None }, "days-to-surrender");
    let since = date(2012, 10, 2);
    check(What::Came { since }, "came/since=2012-10-02");
    check(What::Left { since }, "left/since=2012-10-02");
    let parties = What::Parties {
        treaty: "rome-statute".to_owned(),
        group: Some("African States".to_owned()),
    };
    check(
        Query::on(parties, since),
        "parties/treaty=rome-statute/group=African States/on=2012-10-02",
    );
    let (treaty, is) = ("apic".to_owned(), "party".to_owned());
    check(What::Standing { treaty, is }, "standing/treaty=apic/is=party");
    let treaty = "apic".to_owned();
    check(What::Unresolved { treaty }, "unresolved/treaty=apic");
    let in_force = What::TreatyDay {
        treaty: "apic".to_owned(),
        state: "FRA".to_owned(),
        which: TreatyDay::InForce,
    };
    check(in_force, "treaty-day/treaty=apic/state=FRA/which=in-force");
    for with in StatesWith::ALL {
        check(What::StatesWith { with }, &format!("states-with/with={}", with.word()));
    }
    let rows = RowsOf {
        file: "findings".to_owned(),
        kind: Some("finding".to_owned()),
        since: Some(since),
        ..RowsOf::default()
    };
    check(What::Rows(rows), "rows/file=findings/kind=finding/since=2012-10-02");
    let tie = "both".to_owned();
    check(What::StatesTied { tie }, "states-tied/tie=both");
    let ended = RequestsOf {
        form: Some("arrest-and-surrender".to_owned()),
        over: Some(true),
        ..RequestsOf::default()
    };
    check(What::DaysOfRequests(ended), "days-of-requests/form=arrest-and-surrender/over=yes");
    let (row, column) = ("law-fra-a=b/c%".to_owned(), "year".to_owned());
    check(What::Cell { row, column }, "cell/row=law-fra-a%3Db/c%25/column=year");
    let (row, column) = ("law-{fra}-%7D".to_owned(), "year".to_owned());
    check(What::Cell { row, column }, "cell/row=law-%7Bfra%7D-%257D/column=year");
    let requests = RequestsOf {
        state: Some("XAA".to_owned()),
        over: Some(false),
        ..RequestsOf::default()
    };
    check(What::Requests(requests), "requests/state=XAA/over=no");
    let entry = "00".repeat(16);
    check(What::Fact { entry: entry.clone() }, &format!("fact/entry={entry}"));
    check(What::Stated { entry: entry.clone() }, &format!("stated/entry={entry}"));
}

#[test]
fn a_text_that_is_not_the_one_of_a_question_is_refused() {
    for wrong in [
        "",
        "entries",
        "named/of=all",
        "outstanding-age",
        "outstanding-age/from=x",
        "days-outstanding",
        "outstanding/ICC-02/04",
        "parties/group=African States/treaty=apic",
        "came/since=yesterday",
        "named/on=2013-13-01",
        "requests/over=perhaps",
        "rows/file=laws/file=laws",
        "cell/row=%41/column=year",
    ] {
        assert_eq!(wrong.parse::<Query>(), Err(NoQuery(wrong.to_owned())));
    }
}
