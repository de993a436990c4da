//! A house for tests: a record in a fresh folder with the public record in it, and its router.

use crate::common::{Folder, Still, change, copy, copy_database, drop_database, place};
use access::Viewer;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use record::entry::Draft;
use register::Register;
use register::derive::UnderLaw;
use register::desk::{ErrorReports, Limits};
use register::pack::PackFile;
use register::port::Store;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{DeskStore, RecordStore, Sort};
use tokio::sync::OnceCell;
use tower::ServiceExt;
use web::Web;

/// When the records of these tests begin: an evening in The Hague, four days before [`NOW`].
pub const BEGAN: &str = "2026-11-21T19:03:00Z";
/// The day on which they begin.
pub const BEGAN_ON: &str = "2026-11-21";
/// When they are asked.
pub const NOW: &str = "2026-11-25T11:04:00Z";

pub struct House {
    pub outside: Arc<Still>,
    pub store: Arc<RecordStore>,
    pub register: Register,
    pub reports: ErrorReports,
    router: axum::Router,
    pub folder: Folder,
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
    /// An exercise record with the public record of the project, asked four days after it began: a copy of one
    /// that is made once, since taking the public record in is what these tests would spend their time on.
    pub async fn open() -> House {
        static MADE: OnceCell<PathBuf> = OnceCell::const_new();
        let made = MADE.get_or_init(make).await;
        let folder = Folder::new();
        let data = folder.path().join("data");
        copy(made, &data);
        copy_database(made, &data);
        let outside = Still::apart(NOW);
        let (store, register) = record_in(&data, outside.clone()).await;
        let desk = DeskStore::open(&place(&data)).await.unwrap();
        let reports = ErrorReports::new(Arc::new(desk), outside.clone(), Limits::default());
        let router = web::router(Web {
            register: register.clone(),
            reports: reports.clone(),
            verifier_key: store.verifier_key_text(),
        });
        House {
            outside,
            store,
            register,
            reports,
            router,
            folder,
        }
    }

    pub async fn get(&self, address: &str) -> Answer {
        self.ask(Method::GET, address, &[]).await
    }

    pub async fn ask(&self, method: Method, address: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(method, address, headers, Body::empty()).await
    }

    /// Sends a form, as a browser does from a page of ours.
    pub async fn post(&self, address: &str, form: &str) -> Answer {
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
        ];
        self.send(Method::POST, address, &headers, Body::from(form.to_owned())).await
    }

    pub async fn send(&self, method: Method, address: &str, headers: &[(&str, &str)], body: Body) -> Answer {
        let request = headers
            .iter()
            .fold(Request::builder().method(method).uri(address), |request, (name, value)| {
                request.header(*name, *value)
            });
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
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

/// Makes the record that is copied; one of an earlier run goes.
async fn make() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("made-for-the-api");
    let _ = std::fs::remove_dir_all(&folder);
    drop_database(&folder);
    let outside = Still::at(BEGAN);
    let (store, register) = record_in(&folder, outside.clone()).await;
    register.import(&Viewer::operator(), &public_record()).await.unwrap();
    outside.put(NOW);
    store.tick_due().await.unwrap();
    store.close().await;
    folder
}

/// The record of a folder, with the register over it.
async fn record_in(folder: &Path, outside: Arc<Still>) -> (Arc<RecordStore>, Register) {
    let law = Arc::new(law::Pack::rome_statute().unwrap());
    let derive = Arc::new(UnderLaw(law.clone()));
    let store = Arc::new(
        RecordStore::open(&place(folder), Sort::Exercise, outside.clone(), derive)
            .await
            .unwrap(),
    );
    let register = Register {
        store: store.clone(),
        law,
        outside,
    };
    (store, register)
}

/// The pack as it lies in the project.
pub fn public_record() -> Vec<PackFile> {
    let mut pack = crate::common::pack();
    // An edition cannot be of a day after the one on which the record begins.
    change(&mut pack, "edition.csv", "2026-11-25", BEGAN_ON);
    pack
}
