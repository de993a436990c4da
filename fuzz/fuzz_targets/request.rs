//! Whatever a client sends in a form, a cookie or a header is read or not, and what is made of it is sound. The first byte
//! chooses what it is.
#![no_main]

use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue};
use identity::passkey::RelyingParty;
use identity::token::Token;
use libfuzzer_sys::fuzz_target;
use web::guard::cookie::Cookie;
use web::guard::{Behind, Fields, PublicUrl, from_here};

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, rest)) = bytes.split_first() else { return };
    let text = std::str::from_utf8(rest);
    match choice % 4 {
        0 => {
            if let Some(fields) = Fields::read(rest) {
                assert!(fields.get("entry").len() <= rest.len());
            }
        }
        1 => {
            let Ok(value) = HeaderValue::from_bytes(rest) else { return };
            let mut headers = HeaderMap::new();
            headers.insert(COOKIE, value);
            let Some(session) = Cookie::Session.read(&headers) else { return };
            if let Some(token) = Token::parse(session) {
                assert_eq!(token.text(), session, "a token has one form");
                assert!(Cookie::Session.set(session).is_some(), "and it is one that a cookie can have");
            }
        }
        2 => {
            let Ok(text) = text else { return };
            if let Ok(url) = PublicUrl::parse(text) {
                assert_eq!(PublicUrl::parse(url.origin()).as_ref(), Ok(&url));
                assert!(
                    RelyingParty::new("Exercise", &[text]).is_ok(),
                    "passkeys work under every public URL"
                );
            }
            let _ = Behind::header(text);
        }
        _ => {
            let Ok(value) = HeaderValue::from_bytes(rest) else { return };
            let public = PublicUrl::parse("https://comity.example.org").ok();
            let mut headers = HeaderMap::new();
            headers.insert(HOST, value.clone());
            headers.insert(ORIGIN, value);
            assert_eq!(from_here(&headers, public.as_ref()), rest == b"https://comity.example.org");
        }
    }
});
