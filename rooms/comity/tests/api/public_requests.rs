//! Requests that the public record tells of, as anybody reads them: as pages in both languages, JSON and CSV.

use crate::house::House;
use register::request::RequestId;

const LIST: &str = "/en/public-requests";

fn chad() -> String {
    format!("public-request/{}", RequestId::of_public_record("TCD", "albashir"))
}

#[tokio::test]
async fn anybody_reads_what_the_public_record_tells_of_a_request_with_its_marks_and_what_is_not_in_this_record() {
    let house = House::open().await;
    let list = house.get(LIST).await;
    assert_eq!(list.status, 200, "{}", list.text());
    let text = list.text();
    for words in [
        "Requests in the public record",
        "Request for arrest and surrender",
        &format!("/en/{}", chad()),
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for (lang, words) in [
        (
            "en",
            [
                "Decision on compliance",
                "found that the State did not comply",
                "the Assembly of States Parties",
                "Transmitted",
                "unverified",
                "/en/file/finding-tcd-2013-03-26",
                "ICC-02/05-01/09-151",
            ],
        ),
        (
            "fr",
            [
                "Décision sur un défaut de coopération",
                "a constaté que l’État n’a pas coopéré",
                "l’Assemblée des États Parties",
                "Transmise",
                "non vérifi",
                "/fr/file/finding-tcd-2013-03-26",
                "ICC-02/05-01/09-151",
            ],
        ),
    ] {
        let page = house.get(&format!("/{lang}/{}", chad())).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.header("x-robots-tag"), "noindex");
        let text = page.text();
        for words in words {
            assert!(text.contains(words), "{words}: {text}");
        }
    }
    assert_eq!(house.get("/en/public-request/0000000000000000000000000000000a").await.status, 404);
    assert_eq!(house.get("/en/public-request/none").await.status, 404);
    assert_eq!(
        house.get(&format!("/en/{}?as_at=2010-08-26", chad())).await.status,
        404,
        "before the decision that tells of it"
    );
}

#[tokio::test]
async fn they_are_taken_along_as_json_and_csv_and_linked_from_their_state_and_person() {
    let house = House::open().await;
    let json = house.get("/en/public-requests.json").await.json();
    let all = json["all"].as_u64().unwrap();
    assert_eq!(json["requests"].as_array().unwrap().len() as u64, all);
    assert_eq!(json["open"].as_u64().unwrap() + json["over"].as_u64().unwrap(), all);
    let csv = house.get("/en/public-requests.csv?state=TCD").await.text();
    assert!(
        csv.lines().count() > 6 && csv.lines().skip(1).all(|line| line.contains(",TCD,")),
        "{csv}"
    );
    let one = house.get(&format!("/en/{}.json", chad())).await.json();
    assert_eq!(one["stands"], "transmitted");
    assert_eq!(one["lacking"], serde_json::json!(["transmit"]));
    assert!(house.get("/en/state/TCD").await.text().contains("/en/public-requests?state=TCD"));
    assert!(
        house
            .get("/en/person/albashir")
            .await
            .text()
            .contains("/en/public-requests?person=albashir")
    );
    let wrong = house.get("/en/public-requests?stands=perhaps").await;
    assert_eq!(wrong.status, 400, "{}", wrong.text());
    assert_eq!(house.get("/en/public-requests?state=ZZZ").await.status, 400);
}

#[tokio::test]
async fn programs_read_them_without_a_token_as_the_pages_give_them_with_their_timeline() {
    let house = House::open().await;
    for query in ["", "?state=TCD", "?person=albashir&stands=open", "?as_at=2013-10-02", "?limit=1"] {
        let api = house.get(&format!("/api/v1/public-requests{query}")).await;
        assert_eq!(api.status, 200, "{query}: {}", api.text());
        let read: web::api::schema::PublicRequests = serde_json::from_value(api.json()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), api.json(), "as it is documented");
        if query != "?limit=1" {
            assert_eq!(
                house.get(&format!("/en/public-requests.json{query}")).await.json(),
                api.json(),
                "{query}"
            );
        } else {
            let after = read.next.unwrap();
            let next = house.get(&format!("/api/v1/public-requests?limit=1&after={after}")).await.json();
            assert_ne!(next["requests"][0]["id"], api.json()["requests"][0]["id"]);
        }
    }
    let id = RequestId::of_public_record("TCD", "albashir");
    let one = house.get(&format!("/api/v1/public-requests/{id}")).await;
    let read: web::api::schema::PublicRequestView = serde_json::from_value(one.json()).unwrap();
    assert!(read.steps.len() > 1 && read.lacking == ["transmit"], "{read:?}");
    assert_eq!(house.get(&format!("/en/{}.json", chad())).await.json(), one.json());
    for (rest, status, kind) in [
        ("?state=ZZZ", 400, "filter"),
        ("?stands=perhaps", 400, "parameters"),
        ("?after=x", 400, "filter"),
        ("/none", 404, "not-found"),
        ("/0000000000000000000000000000000a", 404, "not-found"),
    ] {
        let refused = house.get(&format!("/api/v1/public-requests{rest}")).await;
        assert_eq!(
            (refused.status.as_u16(), refused.json()["type"].as_str().unwrap()),
            (status, format!("/problems/{kind}").as_str()),
            "{rest}"
        );
    }
}
