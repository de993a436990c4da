//! The page of an entry, and remarks: a reader of a day sees nothing of what came after it.

use crate::common::{correct, house, of_matter, reading, retraction};
use access::Viewer;
use comity::house::House;
use register::kinds;
use register::port::Recorded;
use register::view::model::Filter;

fn ids<'a>(entries: &'a [Recorded], kind: &'a str) -> Vec<&'a Recorded> {
    entries.iter().filter(|r| r.entry.kind == kind).collect()
}

async fn shown(house: &House, recorded: &Recorded, as_at: &str, hindsight: bool) -> bool {
    let id = recorded.entry.id.to_string();
    house
        .register
        .entry(&Viewer::public(), &reading(as_at, hindsight), &id)
        .await
        .unwrap()
        .is_some()
}

#[tokio::test]
async fn an_entry_is_shown_from_the_day_on_which_it_was_disclosed() {
    let (_folder, _clock, house) = house().await;
    // Issued on 18 April 2013, under seal until 24 April 2017, ended on 7 September 2022.
    let entries = of_matter(&house.register, "khaled-1").await;
    let issue = ids(&entries, kinds::WARRANT_ISSUED)[0];
    assert!(!shown(&house, issue, "2017-04-23", false).await);
    assert!(shown(&house, issue, "2017-04-24", false).await);
    assert!(!shown(&house, issue, "2013-04-17", true).await);
    assert!(shown(&house, issue, "2013-04-18", true).await, "with hindsight from its own day");
    let ended = ids(&entries, kinds::ENDED)[0];
    assert!(!shown(&house, ended, "2022-09-06", false).await);
    assert!(shown(&house, ended, "2022-09-07", false).await);
}

#[tokio::test]
async fn what_is_about_an_entry_is_shown_with_it_and_no_earlier() {
    let (_folder, _clock, house) = house().await;
    let entries = of_matter(&house.register, "khaled-1").await;
    let ended = ids(&entries, kinds::ENDED)[0];
    let about = record::entry::Subject::Entry(ended.entry.id.clone());
    let citation = ids(&entries, kinds::CITATION)
        .into_iter()
        .find(|r| r.entry.about.contains(&about))
        .expect("a citation of the end");
    assert!(!shown(&house, citation, "2022-09-06", false).await, "it would tell of the end");
    assert!(shown(&house, citation, "2022-09-07", false).await);
}

#[tokio::test]
async fn a_remark_is_not_shown_on_a_day_before_it_was_written() {
    let (_folder, _clock, house) = house().await;
    let ongwen = async |as_at| {
        house
            .register
            .person(&Viewer::public(), &reading(as_at, false), "ongwen")
            .await
            .unwrap()
            .unwrap()
    };
    // "Convicted 2021-02-04", written on the day of the edition.
    let later = ongwen("2013-10-02").await;
    assert!(later.lines.iter().all(|line| line.remarks.is_empty()));
    let today = ongwen("2026-11-25").await;
    assert!(
        today
            .lines
            .iter()
            .any(|line| line.remarks.iter().any(|remark| remark.contains("Convicted 2021-02-04")))
    );
    let entries = of_matter(&house.register, "ongwen-1").await;
    let remark = ids(&entries, kinds::REMARK)[0];
    assert!(!shown(&house, remark, "2013-10-02", true).await);
    assert!(shown(&house, remark, "2026-11-25", false).await);
}

#[tokio::test]
async fn what_was_taken_back_is_shown_from_the_day_on_which_it_was_disclosed_while_it_stood() {
    let (_folder, _clock, house) = house().await;
    let entries = of_matter(&house.register, "khaled-1").await;
    for kind in [kinds::ENDED, kinds::WARRANT_ISSUED] {
        correct(&house.register, "khaled-1", kind, &retraction()).await.unwrap();
    }
    let ended = ids(&entries, kinds::ENDED)[0];
    assert!(!shown(&house, ended, "2022-09-06", false).await && shown(&house, ended, "2022-09-07", false).await);
    let issue = ids(&entries, kinds::WARRANT_ISSUED)[0];
    assert!(!shown(&house, issue, "2017-04-23", false).await, "it was under seal");
    assert!(shown(&house, issue, "2017-04-24", false).await, "it stands in the record for ever");
    let person = house
        .register
        .person(&Viewer::public(), &reading("2026-11-25", false), "khaled")
        .await
        .unwrap();
    assert!(person.is_none(), "without a warrant there is no person to show");
}

#[tokio::test]
async fn a_second_warrant_that_nobody_knew_of_numbers_nothing() {
    let (_folder, _clock, house) = house().await;
    let ordinals = async |as_at| {
        let person = house
            .register
            .person(&Viewer::public(), &reading(as_at, false), "albashir")
            .await
            .unwrap()
            .unwrap();
        person.lines.iter().map(|line| line.ordinal).collect::<Vec<_>>()
    };
    assert_eq!(ordinals("2009-03-04").await, [None, None]);
    assert_eq!(ordinals("2010-07-12").await, [Some(1), Some(1), Some(2), Some(2)]);
}

#[tokio::test]
async fn a_list_filtered_by_name_is_the_list_without_the_others() {
    let (_folder, _clock, house) = house().await;
    for as_at in ["2010-01-01", "2013-10-02", "2026-11-25"] {
        for hindsight in [false, true] {
            for status in register::view::STATUSES {
                for situation in [None, Some("ICC-01/11".to_owned()), Some("ICC-02/05".to_owned())] {
                    for years in [None, Some(5)] {
                        let filter = Filter {
                            situation: situation.clone(),
                            status: Some(status.to_owned()),
                            years,
                            ..Filter::default()
                        };
                        let named = Filter {
                            name: Some("a".into()),
                            ..filter.clone()
                        };
                        let ask = async |filter: &Filter| {
                            let view = house
                                .register
                                .persons(&Viewer::public(), &reading(as_at, hindsight), filter, 500)
                                .await
                                .unwrap();
                            assert_eq!(view.count, view.persons.len() as u64, "{filter:?}");
                            view.persons
                        };
                        let all = ask(&filter).await;
                        let by_name = ask(&named).await;
                        let expected: Vec<_> = all.into_iter().filter(|p| by_name.iter().any(|n| n.id == p.id)).collect();
                        assert_eq!(by_name, expected, "{filter:?} as at {as_at}, hindsight {hindsight}");
                    }
                }
            }
        }
    }
}
