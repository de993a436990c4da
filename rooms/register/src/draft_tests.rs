#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use access::{Assignment, Held, Organisation, Role};

const OWNER: &str = "00000000000000000000000000000001";
const NAMED: &str = "00000000000000000000000000000002";
const OTHER: &str = "00000000000000000000000000000003";

fn head(organ: &str, level: Level) -> DraftHead {
    DraftHead {
        id: DraftId::from_bytes([7; 16]),
        owner: Author::Account(OWNER.into()),
        organ: Reader::parse(organ).unwrap(),
        level,
        with: vec![NAMED.into()],
        sent: None,
        report: None,
        newest: 1,
        current: 1,
        unsettled: Vec::new(),
        saved: "2026-11-26T10:00:00Z".parse().unwrap(),
        files: Vec::new(),
    }
}

fn person(account: &str, organisation: &str, role: Role) -> Viewer {
    Viewer::of(account, Organisation::parse(organisation).unwrap(), role, Vec::new()).unwrap()
}

/// Who sees a draft at each level from the widest to the narrowest: y for yes.
#[track_caller]
fn check(account: &str, organisation: &str, role: Role, organ: &str, sees: &str) {
    let viewer = person(account, organisation, role);
    let seen: String = Level::ALL
        .into_iter()
        .map(|level| if visible(&viewer, &head(organ, level)) { 'y' } else { '-' })
        .collect();
    assert_eq!(seen, sees, "{viewer:?}, a draft of {organ}");
}

#[test]
fn a_draft_is_seen_by_its_organ_and_under_seal_by_its_owner_and_named_colleagues_alone() {
    check(OWNER, "court", Role::Chambers, "organ:chambers", "yyyy");
    check(NAMED, "court", Role::Chambers, "organ:chambers", "yyyy");
    check(OTHER, "court", Role::Chambers, "organ:chambers", "yyy-");
    check(OTHER, "court", Role::Prosecutor, "organ:prosecutor", "yyy-");
    check(OTHER, "court", Role::Registry, "organ:registry", "yyy-");
}

#[test]
fn who_acts_for_another_body_sees_no_draft_whatever_they_were() {
    for role in [
        Role::Presidency,
        Role::Prosecutor,
        Role::Registry,
        Role::Auditor,
        Role::Administrator,
    ] {
        for account in [OWNER, NAMED, OTHER] {
            check(account, "court", role, "organ:chambers", "----");
        }
    }
    // The unit of the Registry does not share what the Registry drafts, nor the Registry what the unit does.
    check(OWNER, "court", Role::VictimsAndWitnesses, "organ:registry", "----");
    check(OWNER, "court", Role::Registry, "office:victims-and-witnesses", "----");
    check(OWNER, "state:XAA", Role::CentralAuthority, "organ:chambers", "----");
    check(OTHER, "state:XAB", Role::CentralAuthority, "state:XAA", "----");
    check(OWNER, "team:exercise-1", Role::DefenceCounsel, "organ:chambers", "----");
}

#[test]
fn a_role_sees_of_the_drafts_of_its_body_what_it_may_read_there() {
    check(OTHER, "state:XAA", Role::CentralAuthority, "state:XAA", "yyy-");
    // Confidential matter is not for focal points, and executing authorities have what they are assigned to alone.
    check(OTHER, "state:XAA", Role::NationalFocalPoint, "state:XAA", "yy--");
    check(NAMED, "state:XAA", Role::NationalFocalPoint, "state:XAA", "yy--");
    check(NAMED, "state:XAA", Role::ExecutingAuthority, "state:XAA", "----");
    // Of a team too one is assigned by name.
    check(OTHER, "team:exercise-1", Role::DefenceCounsel, "team:exercise-1", "----");
    check(OWNER, "team:exercise-1", Role::DefenceCounsel, "team:exercise-1", "yyyy");
}

#[test]
fn the_public_sees_no_draft_of_any_level_and_the_operator_every_one() {
    for level in Level::ALL {
        assert!(!visible(&Viewer::public(), &head("organ:chambers", level)));
        assert!(visible(&Viewer::operator(), &head("organ:chambers", level)));
    }
}

#[test]
fn being_assigned_to_matters_opens_no_draft() {
    let assigned = Assignment {
        matter: "exercise-1".into(),
        up_to: Level::UnderSeal,
        held: Held::Assigned,
    };
    let viewer = Viewer::of(OTHER, Organisation::Court, Role::Chambers, vec![assigned]).unwrap();
    assert!(!visible(&viewer, &head("organ:chambers", Level::UnderSeal)));
}

#[test]
fn a_draft_is_over_a_year_after_its_newest_version_and_never_in_review() {
    let mut draft = head("organ:chambers", Level::Confidential);
    let over = draft.saved + KEPT;
    let before = over - SignedDuration::from_secs(1);
    assert!(!draft.is_over(before) && draft.is_over(over));
    let sent = |in_review| {
        Some(Sent {
            request: "exercise".into(),
            version: 1,
            in_review,
        })
    };
    draft.sent = sent(true);
    assert!(!draft.is_over(over));
    draft.sent = sent(false);
    assert!(draft.is_over(over));
}

#[test]
fn an_id_is_written_in_one_form() {
    let id = DraftId::from_bytes([0xab; 16]);
    assert_eq!(id.to_string(), "ab".repeat(16));
    assert_eq!(DraftId::parse(&id.to_string()), Some(id));
    assert_eq!(DraftId::parse(&"AB".repeat(16)), None);
    assert_eq!(id.matter(), format!("draft-{id}"));
}
