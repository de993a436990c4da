//! Signing on paper, with a scan.

use super::{address, house, in_review, signature};
use crate::house::{Answer, House};
use crate::request_signing::SCAN;
use crate::request_walk::shows;
use access::{Organisation, Role};
use axum::body::Body;
use axum::http::{Method, StatusCode};
use record::hex::hex;
use register::request::Signature;
use sha2::{Digest, Sha256};

/// A form with files, as a browser sends it.
async fn multipart(house: &House, cookie: &str, address: &str, parts: &[(&str, Option<&str>, &[u8])]) -> Answer {
    let part = |(name, file, value): &(&str, Option<&str>, &[u8])| {
        let about = file.map_or_else(String::new, |file| {
            let kind = if file.ends_with(".txt") { "text/plain" } else { "application/pdf" };
            format!("; filename=\"{file}\"\r\nContent-Type: {kind}")
        });
        let head = format!("--exercise\r\nContent-Disposition: form-data; name=\"{name}\"{about}\r\n\r\n");
        [head.as_bytes(), value, b"\r\n"].concat()
    };
    let body = [parts.iter().flat_map(part).collect::<Vec<u8>>(), b"--exercise--\r\n".to_vec()].concat();
    let headers = [
        ("content-type", "multipart/form-data; boundary=exercise"),
        ("sec-fetch-site", "same-origin"),
        ("cookie", cookie),
    ];
    house.send(Method::POST, address, &headers, Body::from(body)).await
}

#[tokio::test]
async fn whoever_has_no_passkey_signs_on_paper_and_a_paper_without_its_scan_is_refused() {
    let house = house().await;
    let officer = house
        .sign_in("Exercise registry officer", &[(Organisation::Court, Role::Registry)])
        .await;
    let request = in_review(&house, "Exercise Person X-17").await;
    let page = house.get_as(&officer, &address(&request)).await.text();
    shows(&page, &["You have no passkey here", "Scan of the signed paper"]);
    assert!(!page.contains("data-passkey"), "{page}");
    let saw = page
        .split("name=\"saw\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let saw = ("saw", None, saw.as_bytes());
    let to = address(&request);
    let without = multipart(&house, &officer.cookie, &to, &[saw, ("sign-signed_paper", Some(""), b"")]).await;
    assert_eq!(without.status, StatusCode::BAD_REQUEST);
    shows(&without.text(), &["Attach a scan of the signed paper"]);
    let named = format!(
        "act=sign&sign-signature_form=on-paper&sign-signed_paper=exercise.pdf&saw={}",
        String::from_utf8_lossy(saw.2)
    );
    let named = house.post_as(&officer, &format!("/en/request/{request}/act/sign"), &named).await;
    assert_eq!(
        named.status,
        StatusCode::BAD_REQUEST,
        "the name of a file is no scan: {}",
        named.text()
    );
    let unsigned = format!(
        "act=sign&sign-signature_form=in-this-register&saw={}",
        String::from_utf8_lossy(saw.2)
    );
    let unsigned = house.post_as(&officer, &format!("/en/request/{request}/act/sign"), &unsigned).await;
    assert_eq!(
        unsigned.status,
        StatusCode::BAD_REQUEST,
        "nor is a word a signature: {}",
        unsigned.text()
    );
    assert!(signature(&house, &request).await.is_none());

    let text_file = [
        saw,
        ("sign-signed_paper", Some("exercise-signed.txt"), b"Exercise: signed".as_slice()),
    ];
    let text_file = multipart(&house, &officer.cookie, &to, &text_file).await;
    assert_eq!(
        text_file.status,
        StatusCode::BAD_REQUEST,
        "nor does a text show one: {}",
        text_file.text()
    );
    assert!(
        text_file.text().contains("a PDF, or a picture as PNG, JPEG or TIFF"),
        "{}",
        text_file.text()
    );
    assert!(signature(&house, &request).await.is_none());

    let signed = multipart(
        &house,
        &officer.cookie,
        &to,
        &[saw, ("sign-signed_paper", Some("exercise-signed.pdf"), SCAN)],
    )
    .await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text());
    let of = signature(&house, &request).await.unwrap();
    assert_eq!(of.signature, Signature::Paper(vec![hex(&Sha256::digest(SCAN))]));
    assert!(of.document_is_whole);
    let page = house.get_as(&officer, &format!("/en/request/{request}/signature")).await.text();
    shows(&page, &["Signed on paper; a scan is attached", "exercise-signed.pdf", "holds"]);
    shows(
        &house.get_as(&officer, &format!("/en/request/{request}")).await.text(),
        &["Signed on paper, with a scan"],
    );

    // Whoever comes to sign too late is told that they signed nothing.
    let late = [saw, ("sign-signed_paper", Some("exercise-signed.pdf"), SCAN)];
    let late = multipart(&house, &officer.cookie, &to, &late).await;
    assert_eq!(late.status, StatusCode::SEE_OTHER);
    shows(
        &house.get_as(&officer, late.header("location")).await.text(),
        &["Nothing was signed"],
    );
}

#[tokio::test]
async fn the_operator_signs_at_the_shell_with_a_scan_and_not_without() {
    let house = house().await;
    let data = house.folder.path().join("data");
    let request = in_review(&house, "Exercise Person X-17").await;
    let id = request.to_string();
    let scan = house.folder.path().join("exercise-signed.pdf");
    std::fs::write(&scan, SCAN).unwrap();
    let sign = [
        "request",
        "act",
        &id,
        "sign",
        "--effective",
        "2026-11-25",
        "--officer",
        "Exercise Officer",
    ];
    let check = |more: &[&str], words: &str| crate::common::shell::refused(&data, &[&sign[..], more].concat(), words);
    check(
        &["--set", "signature_form=in-this-register"],
        "sign with a passkey on the page of the request",
    );
    check(
        &["--set", "signature_form=on-paper", "--set", "signed_paper=exercise.pdf"],
        "attach a scan",
    );
    check(&["--set", "signature_form=on-paper", "--attach", "exercise.pdf"], "write it like");
    check(
        &["--set", "signature_form=on-paper", "--attach", "signed_paper=/nowhere.pdf"],
        "/nowhere.pdf",
    );
    let attach = format!("signed_paper={},fra", scan.display());
    crate::common::shell::said(
        &data,
        &[&sign[..], &["--set", "signature_form=on-paper", "--attach", &attach]].concat(),
    );
    let said = crate::common::shell::json(&data, &["request", "signature", &id]);
    assert_eq!((&said["valid"], &said["manner"]), (&true.into(), &"paper".into()));
    assert_eq!(said["files"][0]["sha256"], hex(&Sha256::digest(SCAN)));
    let values = &said["entry"]["body"]["values"]["signed_paper"][0];
    assert!(
        values.as_str().unwrap().starts_with("exercise-signed.pdf [fra] sha256:"),
        "{values}"
    );
}
