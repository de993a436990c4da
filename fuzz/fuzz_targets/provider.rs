//! Whatever a provider answers, and whatever comes back from it in the address of our page, nobody is signed in but whom the
//! provider itself names, to us, in answer to this sign-in. The first byte chooses what the bytes are.
#![no_main]

use axum::http::{HeaderValue, Request, Response, StatusCode, header::CONTENT_TYPE};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer, SigningKey};
use fuzz::{Desk, Still, now};
use identity::http::HttpError;
use identity::oidc::{Provider, ProviderError, Returned, Settings};
use identity::token::Token;
use libfuzzer_sys::fuzz_target;
use openidconnect::AsyncHttpClient;
use std::future::{Ready, ready};
use std::sync::LazyLock;
use web::guard::Fields;

const ISSUER: &str = "https://sign-in.example.org";
const CLIENT: &str = "comity";
const KEYS: &str = "https://sign-in.example.org/keys";
const METADATA: &str = r#"{"issuer":"https://sign-in.example.org","authorization_endpoint":"https://sign-in.example.org/auth",
"token_endpoint":"https://sign-in.example.org/token","jwks_uri":"https://sign-in.example.org/keys",
"response_types_supported":["code"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["EdDSA"]}"#;
const HEADER: &str = r#"{"alg":"EdDSA","kid":"ours","typ":"JWT"}"#;

static SIGNING: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::from_bytes(&[1; 32]));
static OUR_KEYS: LazyLock<String> = LazyLock::new(|| {
    let x = URL_SAFE_NO_PAD.encode(SIGNING.verifying_key().as_bytes());
    format!(r#"{{"keys":[{{"kty":"OKP","crv":"Ed25519","kid":"ours","use":"sig","alg":"EdDSA","x":"{x}"}}]}}"#)
});
/// What our clock and chance make of state, nonce and verifier.
static DRAWN: LazyLock<String> = LazyLock::new(|| Token::new(&Still).text());

/// Claims with which somebody is signed in.
fn claims() -> String {
    let nonce = &*DRAWN;
    format!(r#"{{"iss":"{ISSUER}","sub":"exercise-0001","aud":"{CLIENT}","exp":60,"iat":0,"nonce":"{nonce}"}}"#)
}

fn token(header: &[u8], claims: &[u8]) -> String {
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
    let signature = SIGNING.sign(signed.as_bytes()).to_bytes();
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

fn tokens(id_token: &str) -> Vec<u8> {
    format!(r#"{{"access_token":"exercise","token_type":"Bearer","id_token":"{id_token}"}}"#).into_bytes()
}

/// A provider that gives these answers.
struct Given {
    metadata: Vec<u8>,
    keys: Vec<u8>,
    tokens: (StatusCode, Vec<u8>),
}

impl Given {
    /// One that tells the truth.
    fn truth() -> Given {
        Given {
            metadata: METADATA.into(),
            keys: OUR_KEYS.clone().into_bytes(),
            tokens: (StatusCode::OK, tokens(&token(HEADER.as_bytes(), claims().as_bytes()))),
        }
    }
}

impl<'c> AsyncHttpClient<'c> for Given {
    type Error = HttpError;
    type Future = Ready<Result<Response<Vec<u8>>, HttpError>>;

    fn call(&'c self, request: Request<Vec<u8>>) -> Self::Future {
        let (status, body) = match request.uri() {
            uri if uri.path().starts_with("/.well-known/") => (StatusCode::OK, &self.metadata),
            uri if *uri == KEYS => (StatusCode::OK, &self.keys),
            _ => (self.tokens.0, &self.tokens.1),
        };
        let mut answer = Response::new(body.clone());
        *answer.status_mut() = status;
        answer
            .headers_mut()
            .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        ready(Ok(answer))
    }
}

/// The subject that is signed in, where somebody is.
fn signed_in(given: Given, returned: Option<Returned>) -> Result<String, ProviderError> {
    let settings = Settings {
        issuer: ISSUER.to_owned(),
        client_id: CLIENT.to_owned(),
        client_secret: Some("exercise".to_owned()),
        redirect: "https://comity.example.org/en/sign-in/return".to_owned(),
    };
    let provider = Provider::new(settings, given)?;
    let desk = Desk::default();
    let sent = now(provider.begin(&desk, &Still, None))?;
    let returned = returned.unwrap_or_else(|| Returned {
        state: Some(DRAWN.clone()),
        code: Some("exercise".to_owned()),
        error: None,
        iss: Some(ISSUER.to_owned()),
    });
    let proven = now(provider.finish(&desk, &Still, &sent.token, &returned, None))?;
    assert_eq!(proven.identity().issuer, ISSUER);
    Ok(proven.identity().subject.clone())
}

/// Whether a text of JSON has this text as a member, however it is written.
fn says(json: &[u8], member: &str, text: &str) -> bool {
    // Texts of members that nobody reads may hold anything.
    let value: serde_json::Value = serde_json::from_str(&String::from_utf8_lossy(json)).unwrap();
    value[member] == text || value[member].as_array().is_some_and(|all| all.iter().any(|one| one == text))
}

fuzz_target!(
    init: {
        assert_eq!(signed_in(Given::truth(), None).unwrap(), "exercise-0001");
    },
    |bytes: &[u8]| {
        let Some((choice, rest)) = bytes.split_first() else { return };
        let mut given = Given::truth();
        match choice % 6 {
            0 => given.metadata = rest.to_vec(),
            1 => given.keys = rest.to_vec(),
            2 => {
                let Some((status, body)) = rest.split_first() else { return };
                let statuses = [StatusCode::OK, StatusCode::BAD_REQUEST, StatusCode::FOUND, StatusCode::INTERNAL_SERVER_ERROR];
                given.tokens = (statuses[usize::from(*status) % statuses.len()], body.to_vec());
            }
            3 => {
                given.tokens.1 = tokens(&token(rest, claims().as_bytes()));
                assert!(signed_in(given, None).is_err() || says(rest, "alg", "EdDSA"), "{rest:?}");
                return;
            }
            4 => {
                given.tokens.1 = tokens(&token(HEADER.as_bytes(), rest));
                if let Ok(subject) = signed_in(given, None) {
                    let right = [("iss", ISSUER), ("aud", CLIENT), ("nonce", DRAWN.as_str()), ("sub", &subject)];
                    assert!(right.iter().all(|(member, text)| says(rest, member, text)), "{rest:?}");
                }
                return;
            }
            _ => {
                let Some(fields) = Fields::read(rest) else { return };
                let field = |name: &str| Some(fields.get(name).to_owned()).filter(|text| !text.is_empty());
                let returned = Returned { state: field("state"), code: field("code"), error: field("error"), iss: field("iss") };
                let ours = returned.state.as_ref() == Some(&*DRAWN);
                assert!(signed_in(given, Some(returned)).is_err() || ours);
                return;
            }
        }
        // The one whom the truth names, or nobody: no other answer is signed by the provider.
        if let Ok(subject) = signed_in(given, None) {
            assert_eq!(subject, "exercise-0001");
        }
    }
);
