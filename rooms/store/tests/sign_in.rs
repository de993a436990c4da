//! What sign-in keeps at the desk, on both databases.

use crate::common::*;
use jiff::Timestamp;
use register::sign_in::{AccountId, Item, Key, Shelf, SignInDesk};
use std::sync::Arc;
use store::DeskStore;

const OWNER: AccountId = AccountId::from_bytes([1; 16]);
const OTHER: AccountId = AccountId::from_bytes([2; 16]);

fn at(instant: &str) -> Timestamp {
    instant.parse().unwrap()
}

fn item(shelf: Shelf, key: u8, owner: Option<AccountId>, expires: Option<&str>) -> Item {
    Item {
        shelf,
        key: Key::from_bytes([key; 32]),
        owner,
        expires: expires.map(at),
        value: vec![0, key, 255],
    }
}

async fn open(folder: &Folder) -> DeskStore {
    DeskStore::open(&home(folder.path()).await).await.unwrap()
}

#[tokio::test]
async fn an_item_is_found_on_its_own_shelf_alone_and_is_there_after_a_restart() {
    let folder = Folder::new();
    let desk = open(&folder).await;
    let kept = [
        item(Shelf::Session, 1, Some(OWNER), Some("2026-11-26T10:00:00.25Z")),
        item(Shelf::Authenticator, 1, None, None),
    ];
    for item in &kept {
        assert!(desk.insert(item).await.unwrap());
    }
    drop(desk);
    let desk = open(&folder).await;
    for item in &kept {
        assert_eq!(desk.read(item.shelf, &item.key).await.unwrap().as_ref(), Some(item));
        assert_eq!(desk.read(Shelf::Invitation, &item.key).await.unwrap(), None);
    }
}

#[tokio::test]
async fn no_key_stands_twice_on_a_shelf() {
    let folder = Folder::new();
    let desk = open(&folder).await;
    let first = item(Shelf::Session, 1, Some(OWNER), None);
    let second = Item {
        owner: Some(OTHER),
        value: vec![9],
        ..first.clone()
    };
    assert!(desk.insert(&first).await.unwrap());
    assert!(!desk.insert(&second).await.unwrap());
    assert_eq!(desk.read(Shelf::Session, &first.key).await.unwrap(), Some(first));
}

#[tokio::test]
async fn of_several_who_take_an_item_at_once_one_gets_it() {
    let folder = Folder::new();
    let desk = Arc::new(open(&folder).await);
    let link = item(Shelf::Invitation, 7, Some(OWNER), None);
    assert!(desk.insert(&link).await.unwrap());
    let takers = (0..8).map(|_| {
        let (desk, key) = (desk.clone(), link.key);
        tokio::spawn(async move { desk.take(Shelf::Invitation, &key).await.unwrap() })
    });
    let mut got = Vec::new();
    for taker in takers.collect::<Vec<_>>() {
        got.extend(taker.await.unwrap());
    }
    assert_eq!(got, [link]);
}

#[tokio::test]
async fn a_value_is_replaced_only_where_it_is_still_the_one_that_was_seen() {
    let folder = Folder::new();
    let desk = open(&folder).await;
    let saw = item(Shelf::Authenticator, 1, Some(OWNER), None);
    assert!(
        !desk.replace(&saw, b"new", None).await.unwrap(),
        "what is not there is not replaced"
    );
    desk.insert(&saw).await.unwrap();
    assert!(desk.replace(&saw, b"new", Some(at("2026-11-26T10:00:00Z"))).await.unwrap());
    assert!(!desk.replace(&saw, b"newer", None).await.unwrap(), "somebody was faster");
    let now = desk.read(saw.shelf, &saw.key).await.unwrap().unwrap();
    assert_eq!((now.value.as_slice(), now.expires), (&b"new"[..], Some(at("2026-11-26T10:00:00Z"))));
}

#[tokio::test]
async fn items_are_listed_and_deleted_for_their_owner_alone() {
    let folder = Folder::new();
    let desk = open(&folder).await;
    let items = [
        item(Shelf::Session, 2, Some(OWNER), None),
        item(Shelf::Session, 1, Some(OWNER), None),
        item(Shelf::Session, 3, Some(OTHER), None),
        item(Shelf::Joining, 4, Some(OWNER), None),
    ];
    for item in &items {
        desk.insert(item).await.unwrap();
    }
    let listed = desk.list(Shelf::Session, &OWNER).await.unwrap();
    assert_eq!(listed, [items[1].clone(), items[0].clone()], "in the order of their keys");
    assert!(!desk.delete(Shelf::Session, &OTHER, &items[0].key).await.unwrap());
    assert!(desk.delete(Shelf::Session, &OWNER, &items[0].key).await.unwrap());
    assert!(!desk.delete(Shelf::Session, &OWNER, &items[0].key).await.unwrap());
    assert_eq!(desk.list(Shelf::Session, &OWNER).await.unwrap(), [items[1].clone()]);
}

#[tokio::test]
async fn what_is_over_is_forgotten_and_what_stays_stays() {
    let folder = Folder::new();
    let desk = open(&folder).await;
    let over = item(Shelf::Ceremony, 1, None, Some("2026-11-26T10:00:00Z"));
    let later = item(Shelf::Ceremony, 2, None, Some("2026-11-26T10:00:00.000001Z"));
    let stays = item(Shelf::Authenticator, 3, Some(OWNER), None);
    for item in [&over, &later, &stays] {
        desk.insert(item).await.unwrap();
    }
    desk.forget(at("2026-11-26T10:00:00Z")).await.unwrap();
    assert_eq!(desk.read(over.shelf, &over.key).await.unwrap(), None);
    for item in [&later, &stays] {
        assert_eq!(desk.read(item.shelf, &item.key).await.unwrap().as_ref(), Some(item));
    }
}
