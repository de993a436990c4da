use crate::house::House;
use access::Viewer;
use record::checkpoint::{Checkpoint, parse_verifier_key};
use record::proof::Proof;
use web::api::schema;

#[tokio::test]
async fn anybody_can_check_an_entry_with_the_verifier_key_alone() {
    let house = House::open().await;
    let (_, key) = parse_verifier_key(&house.store.verifier_key_text()).unwrap();
    let id = house.some_entry().await;
    let shown: schema::Entry = serde_json::from_value(house.get(&format!("/api/v1/entries/{id}")).await.json()).unwrap();
    let proof = Proof::parse(&house.get(&format!("/api/v1/entries/{id}/proof")).await.text()).unwrap();
    proof.verify(&key).unwrap();
    assert_eq!(proof.entry, shown.canonical, "what is proved is what is shown");
}

#[tokio::test]
async fn the_checkpoint_is_signed_by_the_log() {
    let house = House::open().await;
    let answer = house.get("/api/v1/checkpoint").await;
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    let (origin, key) = parse_verifier_key(&house.store.verifier_key_text()).unwrap();
    let checkpoint = Checkpoint::parse_and_verify(&answer.text(), &key).unwrap();
    assert_eq!(checkpoint.origin, origin);
}

#[tokio::test]
async fn an_entry_younger_than_the_last_mark_says_from_when_it_can_be_proved() {
    let house = House::open().await;
    let confirmed = house.some_entry().await;
    let source = "Exercise gazette, no. 1";
    let recorded = house
        .register
        .confirm(&Viewer::operator(), &confirmed, "effective", source, "exercise-officer")
        .await
        .unwrap();
    let address = format!("/api/v1/entries/{}/proof", recorded.entry.id);
    let early = house.get(&address).await;
    assert_eq!(early.status, 409, "{}", early.text());
    let problem: schema::Problem = serde_json::from_value(early.json()).unwrap();
    let from = problem.available_from.unwrap().0;
    assert_eq!(from.to_string(), "2026-11-25T11:10:00Z", "the next mark");
    assert_eq!(early.header("retry-after"), "360");
    house.outside.put(&from.to_string());
    house.store.tick_due().await.unwrap();
    let proof = Proof::parse(&house.get(&address).await.text()).unwrap();
    let (_, key) = parse_verifier_key(&house.store.verifier_key_text()).unwrap();
    proof.verify(&key).unwrap();
}
