//! A house for tests: a record in a fresh folder with the public record in it, and its router.

use crate::common::{Folder, Still, change, copy, copy_database, drop_database, place};
use access::{Organisation, Role, Viewer};
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use identity::account::AccountId;
use identity::act::Post;
use identity::credential::Certificate;
use identity::people::coming::Proof;
use identity::people::{Actor, People};
use identity::session::Browser;
use identity::token::{Key, Token};
use record::entry::Draft;
use register::Register;
use register::answering::WorkingAnswers;
use register::audit::{Audit, AuditBook};
use register::derive::UnderLaw;
use register::desk::{ErrorReports, Limits};
use register::draft::Drafts;
use register::pack::PackFile;
use register::port::Store;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{DeskStore, RecordStore, Sort};
use tokio::sync::OnceCell;
use tower::ServiceExt;
use web::{Signing, Web};

/// When the records of these tests begin: an evening in The Hague, four days before [`NOW`].
pub const BEGAN: &str = "2026-11-21T19:03:00Z";
/// The day on which they begin.
pub const BEGAN_ON: &str = "2026-11-21";
/// Where the site lies.
pub const ORIGIN: &str = "https://comity.example.org:8443";
/// When they are asked.
pub const NOW: &str = "2026-11-25T11:04:00Z";

pub struct House {
    pub outside: Arc<Still>,
    pub store: Arc<RecordStore>,
    pub register: Register,
    pub reports: ErrorReports,
    pub people: People,
    pub drafts: Drafts,
    pub answers: WorkingAnswers,
    pub audit: AuditBook,
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

/// Somebody of the exercise who is signed in.
#[derive(Clone, Debug)]
pub struct Person {
    pub account: AccountId,
    /// The value of the header with which their browser asks.
    pub cookie: String,
    certificate: Proof,
}

impl House {
    /// An exercise record with the public record of the project, asked four days after it began: a copy of one
    /// that is made once, since taking the public record in is what these tests would spend their time on.
    pub async fn open() -> House {
        House::open_signing(Signing::default()).await
    }

    /// The same, in which people sign in so.
    pub async fn open_signing(signing: Signing) -> House {
        static MADE: OnceCell<PathBuf> = OnceCell::const_new();
        let made = MADE.get_or_init(make).await;
        let folder = Folder::new();
        let data = folder.path().join("data");
        copy(made, &data);
        copy_database(made, &data);
        House::over(folder, &data, Still::apart(NOW), signing).await
    }

    /// An exercise record begun now, with nothing in it: what is asked of an older record of it is answered quickly.
    pub async fn bare(now: &str) -> House {
        let folder = Folder::new();
        let data = folder.path().join("data");
        let signing = Signing {
            certificates: true,
            ..Signing::default()
        };
        House::over(folder, &data, Still::at(now), signing).await
    }

    /// The same of an institution: a State's own record.
    pub async fn of(now: &str, institution: &Organisation) -> House {
        let folder = Folder::new();
        let data = folder.path().join("data");
        let outside = Still::at(now);
        let (store, register) = record_in(&data, outside.clone()).await;
        let author = record::entry::Author::Officer("Exercise operator".into());
        register.name_institution(institution, &author).await.unwrap();
        store.close().await;
        let signing = Signing {
            certificates: true,
            ..Signing::default()
        };
        House::over(folder, &data, outside, signing).await
    }

    /// The same at [`NOW`], in which people sign in so.
    pub async fn signing(signing: Signing) -> House {
        let folder = Folder::new();
        let data = folder.path().join("data");
        House::over(folder, &data, Still::at(NOW), signing).await
    }

    async fn over(folder: Folder, data: &Path, outside: Arc<Still>, signing: Signing) -> House {
        let (store, register) = record_in(data, outside.clone()).await;
        let desk = DeskStore::open(&place(data)).await.unwrap();
        let desk = Arc::new(desk);
        let reports = ErrorReports::new(desk.clone(), outside.clone(), Limits::default());
        let audit = AuditBook::new(store.audit(), outside.clone());
        let drafts = Drafts::new(Arc::new(store.drafts(&desk)), store.audit(), store.attachments(), outside.clone());
        let answers = WorkingAnswers::new(Arc::new(store.answers(&desk)), outside.clone());
        let institution = register.named_institution().await.unwrap().unwrap_or(Organisation::Court);
        let people = People::new(store.clone(), desk, outside.clone(), audit.clone(), institution);
        let router = web::router(Web {
            people: people.clone(),
            drafts: drafts.clone(),
            answers: answers.clone(),
            audit: audit.clone(),
            signing: Arc::new(signing),
            register: register.clone(),
            reports: reports.clone(),
            verifier_key: store.verifier_key_text(),
            site: web::guard::Site::default(),
            origin: ORIGIN.to_owned(),
        });
        House {
            outside,
            store,
            register,
            reports,
            people,
            drafts,
            answers,
            audit,
            router,
            folder,
        }
    }

    /// The same whose pages write into another audit.
    pub fn writing_into(self, audit: Arc<dyn Audit>) -> House {
        let audit = AuditBook::new(audit, self.outside.clone());
        let router = web::router(Web {
            people: self.people.clone(),
            drafts: self.drafts.clone(),
            answers: self.answers.clone(),
            audit: audit.clone(),
            signing: Arc::default(),
            register: self.register.clone(),
            reports: self.reports.clone(),
            verifier_key: self.store.verifier_key_text(),
            site: web::guard::Site::default(),
            origin: ORIGIN.to_owned(),
        });
        House { audit, router, ..self }
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
        self.request(request.body(body).unwrap()).await
    }

    pub async fn request(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 50_000_000).await.unwrap().to_vec();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    /// Invites somebody by the shell, lets them come in by their link, gives them these posts and signs them in; they
    /// act in the first. A team that is not there yet is taken in for the case `exercise-case`. Their verification is fresh until the clock moves by five minutes.
    pub async fn sign_in(&self, name: &str, posts: &[(Organisation, Role)]) -> Person {
        let posts: Vec<Post> = posts
            .iter()
            .map(|(organisation, role)| Post {
                organisation: organisation.clone(),
                role: *role,
            })
            .collect();
        let operator = Actor::operator("exercise officer");
        let roll = self.people.roll().await.unwrap();
        let new_team = |post: &Post| matches!(post.organisation, Organisation::Team(_)) && roll.case_of(&post.organisation).is_none();
        let case = new_team(&posts[0]).then_some("exercise-case");
        let invited = self.people.invite_into(&operator, name, &posts[0], case, true).await;
        let (account, link) = invited.unwrap();
        let (joining, _) = self.people.accept(&link).await.unwrap();
        let certificate = Proof::Certificate(Certificate {
            sha256: Key::of(account.to_string().as_bytes()),
        });
        let joined = self
            .people
            .join_by(&joining, &certificate, "Exercise certificate", Browser::Firefox)
            .await;
        let session = joined.unwrap();
        for post in &posts[1..] {
            self.people.grant(&operator, &account, post).await.unwrap();
        }
        Person {
            account,
            cookie: cookie_of(&session),
            certificate,
        }
    }

    /// Signs the same person in once more, which is fresh: after the clock moved, or after their sessions were ended.
    /// Whoever has several posts then acts in this one.
    pub async fn sign_in_again(&self, person: &Person, post: (Organisation, Role)) -> Person {
        let session = self.people.sign_in_by(&person.certificate, Browser::Firefox).await.unwrap();
        let visit = self.people.visit(&session).await.unwrap().unwrap();
        let (organisation, role) = post;
        let session = self.people.choose(&visit, &Post { organisation, role }).await.unwrap();
        Person {
            cookie: cookie_of(&session),
            ..person.clone()
        }
    }

    /// Signs the same person in once more, who chooses none of their several posts.
    pub async fn sign_in_without_role(&self, person: &Person) -> Person {
        let session = self.people.sign_in_by(&person.certificate, Browser::Firefox).await.unwrap();
        Person {
            cookie: cookie_of(&session),
            ..person.clone()
        }
    }

    /// Asks as somebody who is signed in.
    pub async fn get_as(&self, person: &Person, address: &str) -> Answer {
        self.ask(Method::GET, address, &[("cookie", &person.cookie)]).await
    }

    /// Sends a form as somebody who is signed in, as their browser does from a page of ours.
    pub async fn post_as(&self, person: &Person, address: &str, form: &str) -> Answer {
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
            ("cookie", &person.cookie),
        ];
        self.send(Method::POST, address, &headers, Body::from(form.to_owned())).await
    }

    /// As whom somebody acts who is signed in, for operations without a page.
    pub async fn actor(&self, person: &Person) -> Actor {
        let token = person.cookie.split_once('=').unwrap().1;
        let visit = self.people.visit(&Token::parse(token).unwrap()).await.unwrap();
        visit.unwrap().actor.unwrap()
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

fn cookie_of(session: &Token) -> String {
    format!("__Host-session={}", session.text())
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
        attachments: store.attachments(),
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
