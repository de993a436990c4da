#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;

/// A desk on which nothing can be kept or read: whoever reaches it was let through.
struct Nowhere;

#[async_trait]
impl Desk for Nowhere {
    async fn keep(&self, _: &Report, _: u32) -> Result<bool, StoreError> {
        Err(StoreError::DiskFull)
    }
    async fn reports(&self) -> Result<Vec<Report>, StoreError> {
        Err(StoreError::DiskFull)
    }
    async fn close(&self, _: &[Reference], _: &Closed) -> Result<Option<Reference>, StoreError> {
        Err(StoreError::DiskFull)
    }
    async fn forget(&self, _: Timestamp) -> Result<(), StoreError> {
        Err(StoreError::DiskFull)
    }
}

struct Still;

impl Outside for Still {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }
    fn random(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

fn reports() -> ErrorReports {
    ErrorReports::new(Arc::new(Nowhere), Arc::new(Still), Limits::default())
}

fn said() -> Said {
    Said {
        page: "/en/person/exercise-0001".into(),
        entry: "0123456789AB".into(),
        wrong: "The day is wrong.".into(),
        right: "Exercise gazette, no. 1, says 2 January.".into(),
        contact: "reader@example.org".into(),
    }
}

#[test]
fn a_report_is_kept_as_it_was_written_but_for_the_space_around_it() {
    let given = Said {
        entry: " 0123 4567 89AB ".into(),
        wrong: "\r\n One\r\n\r\ntwo\tthree ".into(),
        ..said()
    };
    let kept = checked(&given).unwrap();
    assert_eq!((kept.entry.as_str(), kept.wrong.as_str()), ("0123456789ab", "One\n\ntwo three"));
    let least = Said {
        entry: String::new(),
        contact: String::new(),
        ..said()
    };
    assert_eq!(checked(&least), Ok(least.clone()), "neither entry nor address is needed");
}

#[test]
fn each_field_that_is_wrong_is_named_with_what_is_wrong() {
    let long = "ü".repeat(LONGEST_TEXT);
    assert!(
        checked(&Said {
            wrong: long.clone(),
            ..said()
        })
        .is_ok(),
        "length is counted in characters"
    );
    for (given, expected) in [
        (
            Said::default(),
            vec![(Field::Wrong, Fault::Missing), (Field::Right, Fault::Missing)],
        ),
        (
            Said {
                wrong: " \n ".into(),
                ..said()
            },
            vec![(Field::Wrong, Fault::Missing)],
        ),
        (
            Said {
                right: long + "x",
                ..said()
            },
            vec![(Field::Right, Fault::TooLong)],
        ),
        (
            Said {
                wrong: "red \u{1b}[31m".into(),
                ..said()
            },
            vec![(Field::Wrong, Fault::Unseen)],
        ),
        (
            Said {
                wrong: "turned \u{202e}".into(),
                ..said()
            },
            vec![(Field::Wrong, Fault::Unseen)],
        ),
        (
            Said {
                right: "\u{0}".into(),
                ..said()
            },
            vec![(Field::Right, Fault::Unseen)],
        ),
        (
            Said {
                entry: "the third".into(),
                ..said()
            },
            vec![(Field::Entry, Fault::NotAnEntry)],
        ),
        (
            Said {
                entry: "0123456".into(),
                ..said()
            },
            vec![(Field::Entry, Fault::NotAnEntry)],
        ),
        (
            Said {
                entry: "a".repeat(65),
                ..said()
            },
            vec![(Field::Entry, Fault::NotAnEntry)],
        ),
        (
            Said {
                contact: "by telephone".into(),
                ..said()
            },
            vec![(Field::Contact, Fault::NotAnAddress)],
        ),
        (
            Said {
                contact: "a@b@c".into(),
                ..said()
            },
            vec![(Field::Contact, Fault::NotAnAddress)],
        ),
        (
            Said {
                contact: "a@b\nBcc: c@d".into(),
                ..said()
            },
            vec![(Field::Contact, Fault::Unseen)],
        ),
        (
            Said {
                contact: format!("{}@b", "a".repeat(253)),
                ..said()
            },
            vec![(Field::Contact, Fault::TooLong)],
        ),
    ] {
        assert_eq!(checked(&given), Err(expected), "{given:?}");
    }
}

#[tokio::test]
async fn the_public_can_hand_in_and_neither_read_nor_close() {
    let (public, reports) = (Viewer::public(), reports());
    assert!(
        matches!(reports.hand_in(&public, &said()).await, Err(DeskError::Store(_))),
        "let through to the desk"
    );
    assert!(matches!(reports.list(&public, true).await, Err(DeskError::NotAllowed)));
    assert!(
        matches!(reports.list(&Viewer::operator(), true).await, Err(DeskError::Store(_))),
        "let through to the desk"
    );
    let reference = ["0000-0000-0000".to_owned()];
    assert!(matches!(
        reports.close(&public, &reference, "Corrected", "officer").await,
        Err(DeskError::NotAllowed)
    ));
}

#[tokio::test]
async fn a_report_is_closed_by_somebody_for_a_reason_in_one_line() {
    let reference = ["0000-0000-0000".to_owned()];
    for (references, reason, officer, expected) in [
        (
            vec!["1".to_owned()],
            "Corrected",
            "officer",
            "\"1\" is not the reference of a report",
        ),
        (reference.to_vec(), " ", "officer", "says why; give --reason"),
        (
            reference.to_vec(),
            "Corrected\nin two lines",
            "officer",
            "says why; give --reason, in one line",
        ),
        (reference.to_vec(), "Corrected", "", "names who closes it; give --officer"),
    ] {
        let refused = reports()
            .close(&Viewer::operator(), &references, reason, officer)
            .await
            .unwrap_err();
        assert!(refused.to_string().contains(expected), "{refused}");
    }
}

#[test]
fn a_reference_is_read_as_people_write_it_down() {
    let reference = Reference::from_bytes([0, 1, 2, 10, 16, 17, 18, 31, 32, 255, 64, 33]);
    assert_eq!(reference.to_string(), "012A-GHJZ-0Z01");
    for written in ["012A-GHJZ-0Z01", "012aghjz0z01", "O12A GHJZ OZOL", "oi2a-ghjz-0z0i"] {
        assert_eq!(Reference::parse(written).as_ref(), Some(&reference), "{written}");
    }
    for wrong in [
        "",
        "012A-GHJZ-0Z0",
        "012A-GHJZ-0Z011",
        "U12A-GHJZ-0Z01",
        "é12A-GHJZ-0Z01",
        "../../etc/pas",
    ] {
        assert_eq!(Reference::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn a_minute_of_reports_may_come_at_once_and_then_one_at_a_time() {
    let at = |seconds: i64| Timestamp::from_second(1_000_000 + seconds).unwrap();
    let mut pace = Pace::default();
    for _ in 0..30 {
        assert_eq!(pace.take(at(0), 30), Ok(()));
    }
    assert_eq!(pace.take(at(0), 30), Err(2), "thirty a minute are one in two seconds");
    assert_eq!(pace.take(at(1), 30), Err(1));
    assert_eq!(pace.take(at(2), 30), Ok(()));
    assert_eq!(pace.take(at(2), 30), Err(2));
    assert_eq!(pace.take(at(-86_400), 30), Err(2), "a clock put back shuts nobody out for long");
    assert_eq!(pace.take(at(62), 30), Ok(()));
}
