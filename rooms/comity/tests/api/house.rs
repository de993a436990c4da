//! A house for tests: a record in a fresh folder with the public record in it, and its router.

use access::Viewer;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use jiff::Timestamp;
use record::entry::Draft;
use register::Register;
use register::derive::UnderLaw;
use register::outside::Outside;
use register::pack::PackFile;
use register::port::Store;
use std::sync::{Arc, Mutex};
use store::{Options, Sort, SqliteStore};
use tempfile::TempDir;
use tower::ServiceExt;
use web::Web;

/// When the records of these tests begin: an evening in The Hague, four days before [`NOW`].
pub const BEGAN: &str = "2026-11-21T19:03:00Z";
/// The day on which they begin.
pub const BEGAN_ON: &str = "2026-11-21";
/// When they are asked.
pub const NOW: &str = "2026-11-25T11:04:00Z";

/// A clock that is set by hand, and chance that is the same in every run.
pub struct Outer(Mutex<(Timestamp, u64)>);

impl Outer {
    pub fn set(&self, now: &str) {
        self.0.lock().unwrap().0 = now.parse().unwrap();
    }
}

impl Outside for Outer {
    fn now(&self) -> Timestamp {
        self.0.lock().unwrap().0
    }

    /// SplitMix64, which is chance enough for a test.
    fn random(&self, bytes: &mut [u8]) {
        let state = &mut self.0.lock().unwrap().1;
        for byte in bytes {
            *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            *byte = (mixed >> 56) as u8;
        }
    }
}

pub struct House {
    pub outside: Arc<Outer>,
    pub store: Arc<SqliteStore>,
    pub register: Register,
    router: axum::Router,
    _folder: TempDir,
}

/// An answer, read to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

impl House {
    /// An exercise record with the public record of the project, asked four days after it began.
    pub async fn open() -> House {
        let folder = tempfile::tempdir().unwrap();
        let outside = Arc::new(Outer(Mutex::new((BEGAN.parse().unwrap(), 7))));
        let law = Arc::new(law::Pack::rome_statute().unwrap());
        let options = Options {
            folder: folder.path().join("data"),
            sort: Sort::Exercise,
        };
        let store = Arc::new(
            SqliteStore::open(options, outside.clone(), Arc::new(UnderLaw(law.clone())))
                .await
                .unwrap(),
        );
        let register = Register {
            store: store.clone(),
            law,
            outside: outside.clone(),
        };
        register.import(&Viewer::operator(), &public_record()).await.unwrap();
        outside.set(NOW);
        store.tick_due().await.unwrap();
        let router = web::router(Web {
            register: register.clone(),
            verifier_key: store.verifier_key_text(),
        });
        House {
            outside,
            store,
            register,
            router,
            _folder: folder,
        }
    }

    pub async fn get(&self, address: &str) -> Answer {
        self.ask(Method::GET, address, &[]).await
    }

    pub async fn ask(&self, method: Method, address: &str, headers: &[(&str, &str)]) -> Answer {
        let request = headers
            .iter()
            .fold(Request::builder().method(method).uri(address), |request, (name, value)| {
                request.header(*name, *value)
            });
        let response = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 50_000_000).await.unwrap().to_vec();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    pub async fn append(&self, draft: Draft) {
        self.store.append(&Viewer::operator(), vec![draft], false).await.unwrap();
    }

    /// The entry of issue of the warrant that is outstanding longest.
    pub async fn some_entry(&self) -> String {
        let outstanding = self.get("/api/v1/outstanding?as_at=2013-10-02").await.json();
        outstanding["persons"][0]["warrants"][0]["issued"]["entry"]
            .as_str()
            .unwrap()
            .to_owned()
    }
}

/// The pack as it lies in the project.
fn public_record() -> Vec<PackFile> {
    let mut pack = comity::carried::public_record();
    // An edition cannot be of a day after the one on which the record begins.
    for file in pack.iter_mut().filter(|file| file.name == "edition.csv") {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = text.replacen("2026-11-25", BEGAN_ON, 1).into_bytes();
    }
    pack
}
