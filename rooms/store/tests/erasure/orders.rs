//! Who may order what, and what is refused.

use super::{body_of, faults, recorded, refused, witness};
use crate::common::*;
use access::{Assignment, Held, Organisation, Role, Viewer};
use record::audience::Level;
use record::entry::{Author, Draft, Subject};
use register::erasure::{Erased, decline_body, order_body};
use register::port::Store;
use store::Sort;

#[tokio::test]
async fn an_order_of_one_person_without_a_request_or_for_other_entries_is_refused() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    append(
        &store,
        vec![
            sealed(witness(1)),
            Draft {
                matter: "exercise-0001-1".into(),
                ..sealed(draft(2))
            },
            draft(3),
        ],
    )
    .await;
    let (entry, other) = (recorded(&store, 1).await, recorded(&store, 2).await);
    let asked = erasure_request(10, &[&entry]);
    // Before it was asked for.
    let why = refused(
        &store,
        Draft {
            about: Vec::new(),
            ..erasure_order(11, &asked, &[&entry])
        },
    )
    .await;
    assert!(why.contains("names no request"), "{why}");
    append(&store, vec![asked.clone()]).await;
    let granted = erasure_order(11, &asked, &[&entry]);
    for name in ["Exercise Officer One", " exercise officer one", "Exercise Officer Oné"] {
        let why = refused(
            &store,
            Draft {
                author: officer(name),
                ..granted.clone()
            },
        )
        .await;
        assert!(why.contains("come from one person"), "{why}");
    }
    let more = [&entry, &other];
    let erased: Vec<Erased> = more.iter().map(|recorded| Erased::of(recorded)).collect();
    let body = order_body(&asked.id, &erased, "exercise", "exercise");
    let why = refused(&store, Draft { body, ..granted.clone() }).await;
    assert!(why.contains("other entries than its request"), "{why}");
    let false_head = Erased {
        recorded: "2026-11-25T10:03:00.000000Z".into(),
        ..Erased::of(&entry)
    };
    let body = order_body(&asked.id, &[false_head], "exercise", "exercise");
    let why = refused(&store, Draft { body, ..granted.clone() }).await;
    assert!(why.contains("what its head does not say"), "{why}");
    let body = order_body(&asked.id, &[Erased::of(&entry)], " ", "exercise");
    let why = refused(&store, Draft { body, ..granted.clone() }).await;
    assert!(why.contains("no reason"), "{why}");
    let wider = Draft {
        audience: restricted(draft(9)).audience,
        ..granted.clone()
    };
    let why = refused(&store, wider).await;
    assert!(why.contains("narrower"), "{why}");
    assert_eq!(body_of(folder.path(), entry.position).await.len(), 1, "nothing went");
    append(&store, vec![granted.clone()]).await;
    assert_eq!(body_of(folder.path(), entry.position).await, Vec::<String>::new());
    let why = refused(&store, Draft { id: id(12), ..granted }).await;
    assert!(why.contains("nothing to erase"), "{why}");
    assert_eq!(faults(&store).await, "");
}

#[tokio::test]
async fn what_is_public_what_comes_from_a_pack_and_what_access_hangs_on_is_not_erased() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let pack = Draft {
        author: Author::Pack("exercise".into()),
        ..restricted(draft(2))
    };
    let drafts = vec![
        draft(1),
        pack,
        restricted(draft(3)),
        narrowing(4, &draft(3), Level::Confidential),
        sealed(draft(5)),
    ];
    append(&store, drafts).await;
    let of = async |number: u64| recorded(&store, number).await;
    let why = refused(&store, erasure_request(10, &[&of(1).await])).await;
    assert!(why.contains("is public; close it first"), "{why}");
    let why = refused(&store, erasure_request(10, &[&of(2).await])).await;
    assert!(why.contains("comes from a pack"), "{why}");
    let why = refused(&store, erasure_request(10, &[&of(4).await])).await;
    assert!(why.contains("says who may know this matter"), "{why}");
    let asked = erasure_request(10, &[&of(5).await]);
    append(&store, vec![asked]).await;
    let why = refused(&store, erasure_request(11, &[&of(10).await])).await;
    assert!(why.contains("asks for an erasure"), "{why}");
    // With all that is in the matter the act that closed it goes too.
    erase(&store, 20, &[&of(3).await, &of(4).await]).await;
    assert_eq!(faults(&store).await, "");
    store.rebuild().await.unwrap();
    assert_eq!(faults(&store).await, "");
}

#[tokio::test]
async fn an_act_that_closed_a_matter_stays_while_something_that_stays_would_be_known_to_others_without_it() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let fact = restricted(draft(1));
    let assigned = Draft {
        id: id(2),
        kind: "matter.assigned".into(),
        about: Vec::new(),
        body: record::json::Object::new()
            .text("account", "00112233445566778899aabbccddeeff")
            .text("by", "00112233445566778899aabbccddeeff")
            .text("level", "restricted"),
        ..fact.clone()
    };
    append(&store, vec![fact, assigned]).await;
    append(&store, vec![narrowing(3, &restricted(draft(1)), Level::UnderSeal)]).await;
    let (fact, act) = (recorded(&store, 1).await, recorded(&store, 3).await);
    let why = refused(&store, erasure_request(10, &[&fact, &act])).await;
    assert!(why.contains("would be known to others without it"), "{why}");
    erase(&store, 20, &[&fact]).await;
    let why = refused(&store, erasure_request(30, &[&act])).await;
    assert!(why.contains("would be known to others without it"), "{why}");
    assert_eq!(faults(&store).await, "");
    store.rebuild().await.unwrap();
    assert_eq!(recorded(&store, 2).await.audience.level, Level::UnderSeal);
}

#[tokio::test]
async fn what_an_account_asked_for_is_not_ordered_by_an_officer_at_the_shell_who_may_be_the_same() {
    use record::audience::{Audience, Organ, Reader};
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let (one, chambers) = ("00112233445566778899aabbccddeeff", Reader::Organ(Organ::Chambers));
    let mut own = sealed(witness(1));
    own.audience = Audience::of(Level::UnderSeal, chambers.clone(), [chambers]);
    append(&store, vec![own.clone()]).await;
    let entry = recorded(&store, 1).await;
    let asked = Draft {
        author: Author::Account(one.to_owned()),
        ..erasure_request(10, &[&entry])
    };
    store
        .append(&prosecutor(one, &own.matter), vec![asked.clone()], false)
        .await
        .unwrap();
    let why = refused(&store, erasure_order(11, &asked, &[&entry])).await;
    assert!(why.contains("may come from one person"), "{why}");
}

#[tokio::test]
async fn what_was_declined_is_not_ordered_any_more_and_is_declined_by_whoever_may_erase_alone() {
    use record::audience::{Office, Reader};
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    append(&store, vec![sealed(witness(1)), draft(3)]).await;
    let entry = recorded(&store, 1).await;
    let asked = erasure_request(10, &[&entry]);
    let decline = |number| Draft {
        id: id(number),
        kind: "erasure.declined".into(),
        about: vec![Subject::Entry(asked.id.clone())],
        body: decline_body(&asked.id, "exercise reason"),
        ..asked.clone()
    };
    let why = refused(
        &store,
        Draft {
            about: Vec::new(),
            ..decline(11)
        },
    )
    .await;
    assert!(why.contains("names no request"), "{why}");
    append(&store, vec![asked.clone()]).await;
    let again = Draft {
        id: id(12),
        ..asked.clone()
    };
    let why = refused(&store, again.clone()).await;
    assert!(why.contains("already; let another person order that one"), "{why}");
    let body = decline_body(&asked.id, " ");
    let why = refused(&store, Draft { body, ..decline(11) }).await;
    assert!(why.contains("no reason"), "{why}");
    let mut narrower = decline(11);
    narrower.audience.list = vec![Reader::Office(Office::VictimsAndWitnesses)];
    let why = refused(&store, narrower).await;
    assert!(why.contains("not open to the same readers"), "{why}");
    // Whoever reads it and may not erase declines nothing.
    let registry = "ffeeddccbbaa99887766554433221100";
    let assignment = Assignment {
        matter: asked.matter.clone(),
        up_to: Level::UnderSeal,
        held: Held::Assigned,
    };
    let viewer = Viewer::of(registry, Organisation::Court, Role::Registry, vec![assignment]).unwrap();
    let by_them = Draft {
        author: Author::Account(registry.to_owned()),
        ..decline(11)
    };
    let why = store.append(&viewer, vec![by_them], false).await.unwrap_err().to_string();
    assert!(why.contains("may not erase"), "{why}");
    append(&store, vec![decline(11)]).await;
    let why = refused(&store, erasure_order(13, &asked, &[&entry])).await;
    assert!(why.contains("declined or taken back"), "{why}");
    let why = refused(&store, decline(14)).await;
    assert!(why.contains("declined or taken back"), "{why}");
    // Asked for anew, it is ordered.
    append(&store, vec![again.clone()]).await;
    append(&store, vec![erasure_order(15, &again, &[&entry])]).await;
    assert_eq!(store.entry(&Viewer::operator(), &entry.entry.id).await.unwrap(), None);
    assert_eq!(faults(&store).await, "");
}

fn prosecutor(account: &str, matter: &str) -> Viewer {
    let assignment = Assignment {
        matter: matter.to_owned(),
        up_to: Level::UnderSeal,
        held: Held::Assigned,
    };
    Viewer::of(account, Organisation::Court, Role::Chambers, vec![assignment]).unwrap()
}

#[tokio::test]
async fn a_person_erases_in_their_own_name_what_they_may_and_is_told_nothing_of_the_rest() {
    use record::audience::{Audience, Organ, Reader};
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let chambers = Reader::Organ(Organ::Chambers);
    let mut own = sealed(witness(1));
    own.audience = Audience::of(Level::UnderSeal, chambers.clone(), [chambers]);
    append(&store, vec![own.clone(), sealed(draft(2))]).await;
    let (one, two) = ("00112233445566778899aabbccddeeff", "ff112233445566778899aabbccddeeff");
    let viewers = [prosecutor(one, &own.matter), prosecutor(two, &own.matter)];
    let account = |id: &str| Author::Account(id.to_owned());
    let entry = recorded(&store, 1).await;
    let asked = Draft {
        author: account(one),
        ..erasure_request(10, &[&entry])
    };
    let why = store.append(&viewers[1], vec![asked.clone()], false).await.unwrap_err().to_string();
    assert!(why.contains("name of somebody else"), "{why}");
    // Of matter that they may not see they are told what they would be told of none.
    let hidden = Draft {
        author: account(one),
        ..erasure_request(30, &[&recorded(&store, 2).await])
    };
    let none = Draft {
        matter: "exercise-none".into(),
        ..hidden.clone()
    };
    let said = async |draft: Draft| {
        let matter = draft.matter.clone();
        let error = store.append(&viewers[0], vec![draft], false).await.unwrap_err();
        error.to_string().replace(&matter, "MATTER")
    };
    assert_eq!(said(hidden).await, said(none).await);
    store.append(&viewers[0], vec![asked.clone()], false).await.unwrap();
    let granted = erasure_order(11, &asked, &[&entry]);
    let same = Draft {
        author: account(one),
        ..granted.clone()
    };
    let why = store.append(&viewers[0], vec![same], false).await.unwrap_err().to_string();
    assert!(why.contains("come from one person"), "{why}");
    let other = Draft {
        author: account(two),
        ..granted
    };
    store.append(&viewers[1], vec![other], false).await.unwrap();
    assert_eq!(faults(&store).await, "");
}
