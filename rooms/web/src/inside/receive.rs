//! Receiving a request of the Court on a State's own record: from the file that the Court sent, or from paper. First the page
//! shows what it says; what is recorded then is what the page showed, read once more out of the same file. Whoever does not
//! receive requests here is answered like at an address at which nothing lies.

use super::Inside;
use super::annexes::{Documents, KnownFile};
use super::draft_word_back::told;
use super::elements::{Control, Field, LawWords, Listed, typed};
use super::languages::language;
use super::receive_came::{self, NotRead, forget, sending};
use super::request_acts::{SCAN, said};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::upload::{Sent, Upload};
use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::people::Actor;
use law::{Element, Finding, Form, Pack, Values};
use record::audience::{Level, Organ, Reader};
use register::attachment::MOST;
use register::directory::StateRef;
use register::request::{BASIS, BundleFile, LEVEL, PERSON, Paper, REQUESTED_STATE, Received, RequestError, RequestId, RequestText, sha256};
use register::view::model::NotPublic;
use reports::Came;
use std::sync::Arc;

/// The field in which the file is chosen.
const FILE: &str = "file";
/// What stands before the names of the fields of what is asked.
const ASKED: &str = "e-";
/// What stands before the names of the fields of its sending.
const SENDING: &str = "s-";

#[derive(Template)]
#[template(path = "inside/receive.html")]
struct Page {
    l: Layout,
    law: Arc<Pack>,
    states: Vec<StateRef>,
    /// The code of the State whose record this is.
    own: String,
    shown: Shown,
}

/// What the page shows besides the way in.
#[derive(Default)]
struct Shown {
    status: StatusCode,
    /// The form of a request of which only paper came.
    form: Option<String>,
    /// What came in a file.
    came: Option<Came>,
    /// What is to be known of how it was read.
    said: Vec<Markup>,
    typed: Fields,
    files: Vec<Sent>,
    findings: Vec<Finding>,
    oops: Vec<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/requests/receive", get(show).post(act).fallback(pages::method))
}

/// Whoever receives requests here, and for which State.
///
/// # Errors
/// Nobody is signed in, it is not theirs, or the record cannot be read, and what is answered then.
async fn receiver(inside: &Inside) -> Result<(&Actor, String), Box<Response>> {
    let actor = inside.actor()?;
    match inside.pages.web.register.receives_for(actor.viewer()).await {
        Ok(Some(own)) => Ok((actor, own)),
        Ok(None) => Err(Box::new(inside.nowhere().await)),
        Err(error) => Err(Box::new(inside.failed(&error))),
    }
}

async fn show(inside: Inside) -> Response {
    if let Err(answer) = receiver(&inside).await {
        return *answer;
    }
    let form = inside.parameter("form");
    let form = inside.pages.web.register.law.form(&form).map(|form| form.id.clone());
    answer(&inside, Shown { form, ..Shown::default() }).await
}

async fn answer(inside: &Inside, shown: Shown) -> Response {
    let (actor, own) = match receiver(inside).await {
        Ok(receiver) => receiver,
        Err(answer) => return *answer,
    };
    let register = &inside.pages.web.register;
    let states = match register.states(actor.viewer(), &inside.reading()).await {
        Ok(states) => states.states.into_iter().map(|row| row.state).collect(),
        Err(error) => return inside.failed(&error),
    };
    let mut l = inside.whole_layout("receive-title").await;
    l.not_public = NotPublic {
        level: match &shown.came {
            Some(came) => level(&came.text),
            None => Level::from_word(shown.typed.get(&format!("{ASKED}{LEVEL}"))),
        },
        facts: 0,
    };
    let page = Page {
        l,
        law: register.law.clone(),
        states,
        own,
        shown,
    };
    inside.show_as(page.shown.status, &page)
}

fn level(text: &RequestText) -> Option<Level> {
    text.values.first(LEVEL).and_then(Level::from_word)
}

/// Shows what came, or records it.
async fn act(inside: Inside, body: Body) -> Response {
    // Of whoever receives nothing here no file is read.
    if inside.actor().is_ok()
        && let Err(answer) = receiver(&inside).await
    {
        return *answer;
    }
    let upload = match Upload::read_with(&inside, body, Some(FILE)).await {
        Ok(upload) => upload,
        Err(answer) => return answer,
    };
    let (actor, _) = match receiver(&inside).await {
        Ok(receiver) => receiver,
        Err(answer) => return *answer,
    };
    let law = inside.pages.web.register.law.clone();
    let form = law.form(upload.fields.get("form"));
    let file = upload.files.iter().rfind(|sent| sent.field == FILE).cloned();
    let again = |status: StatusCode, oops: Vec<Markup>, upload: Upload| Shown {
        status,
        form: form.map(|form| form.id.clone()),
        typed: upload.fields,
        files: upload.files,
        oops,
        ..Shown::default()
    };
    let came = match (form, &file) {
        (Some(form), _) => Ok(written(form, &upload)),
        (None, Some(file)) => read(&inside, actor, file).await,
        (None, None) if upload.fields.get("do") == "record" => Err(NotCame::Gone),
        (None, None) if upload.refused.is_empty() => Err(NotCame::Say(vec![Markup::text(&inside.w.t("receive-none"))])),
        (None, None) => Err(NotCame::Say(Vec::new())),
    };
    let mut oops: Vec<Markup> = upload.refused.iter().map(|refused| inside.w.refused_file(refused)).collect();
    let came = match came {
        Ok(came) => came,
        Err(NotCame::Answer(answer)) => return *answer,
        // Pressed twice: the first press recorded it, and the file went with that.
        Err(NotCame::Gone) => {
            oops.push(Markup::text(&inside.w.t("receive-gone")));
            return answer(&inside, again(StatusCode::CONFLICT, oops, upload)).await;
        }
        Err(NotCame::Say(why)) => {
            oops.extend(why);
            return refused(&inside, file, again(StatusCode::BAD_REQUEST, oops, upload)).await;
        }
    };
    let register = &inside.pages.web.register;
    let records = upload.fields.get("do") == "record" && oops.is_empty();
    // What cannot be received at all is not shown as if it could.
    if let Err(error) = register.check_came(actor.viewer(), came.id.as_ref(), &came.text, &came.files).await
        && form.is_none()
    {
        let (status, why) = self::why(&inside, &error);
        oops.extend(why);
        // There is no field beside which they could stand.
        if let RequestError::Findings(findings) = &error {
            let words = LawWords { law: &law, w: &inside.w };
            let line = |finding: &Finding| {
                let element = words.maybe(&format!("law-element-{}", finding.element));
                let element = element.unwrap_or_else(|| finding.element.clone());
                Markup::text(&format!("{element} – {}", words.said_of(finding)))
            };
            oops.extend(findings.iter().map(line));
        }
        return refused(&inside, file, again(status, oops, upload)).await;
    }
    if !records {
        let status = if oops.is_empty() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
        let shown = again(status, oops, upload);
        let said = said_of(&inside, &came);
        let came = form.is_none().then_some(came);
        return answer(&inside, Shown { came, said, ..shown }).await;
    }
    let received = received(actor, &law, &came, &upload);
    match register.receive_request(actor.viewer(), &received).await {
        Ok(recorded) => {
            if let Some(file) = &file {
                forget(&inside.pages.web, actor.viewer(), &file.working).await;
            }
            let entry = &recorded.entry;
            let id = RequestId::of_matter(&entry.matter).map(|id| id.to_string());
            let address = inside.within(&format!("request/{}", id.unwrap_or_default()));
            inside.see_other(&format!("{address}?done={}", entry.id))
        }
        Err(error) => {
            let (status, why) = self::why(&inside, &error);
            let findings = match error {
                RequestError::Findings(findings) => findings,
                _ => Vec::new(),
            };
            let shown = again(status, why, upload);
            let said = said_of(&inside, &came);
            let came = form.is_none().then_some(came);
            answer(
                &inside,
                Shown {
                    came,
                    said,
                    findings,
                    ..shown
                },
            )
            .await
        }
    }
}

/// What is to be known of how a file was read.
fn said_of(inside: &Inside, came: &Came) -> Vec<Markup> {
    came.said.iter().map(|notice| told(notice).markup(&inside.w)).collect()
}

/// Why there is nothing to show.
enum NotCame {
    /// The file waits no longer.
    Gone,
    Answer(Box<Response>),
    Say(Vec<Markup>),
}

async fn read(inside: &Inside, actor: &Actor, file: &Sent) -> Result<Came, NotCame> {
    let read = receive_came::read(&inside.pages.web, actor.viewer(), &file.working).await;
    read.map_err(|error| match error {
        NotRead::Gone => NotCame::Gone,
        NotRead::Failed(why) => NotCame::Answer(Box::new(inside.failed(&why))),
        NotRead::Refused(refused) => {
            let (why, exactly) = receive_came::refused(&refused);
            NotCame::Say([Some(why), exactly].iter().flatten().map(|said| said.markup(&inside.w)).collect())
        }
    })
}

/// The page without what was refused, which waits no longer.
async fn refused(inside: &Inside, file: Option<Sent>, mut shown: Shown) -> Response {
    if let (Some(file), Ok(actor)) = (file, inside.actor()) {
        forget(&inside.pages.web, actor.viewer(), &file.working).await;
        shown.files.retain(|sent| sent.field != FILE);
    }
    answer(inside, shown).await
}

/// Why it was not received.
fn why(inside: &Inside, error: &RequestError) -> (StatusCode, Vec<Markup>) {
    let (status, why) = said(inside, error);
    let mut all = vec![why];
    if let RequestError::AlreadyHere(id) = error {
        let words = Markup::text(&inside.w.t("receive-open"));
        all.push(Markup::link(&inside.within(&format!("request/{id}")), &words));
    }
    (status, all)
}

/// What was written in from paper.
fn written(form: &Form, upload: &Upload) -> Came {
    Came::alone(RequestText {
        form: form.id.clone(),
        values: typed(&form.elements, &upload.fields, &upload.files, ASKED),
    })
}

fn received(actor: &Actor, law: &Pack, came: &Came, upload: &Upload) -> Received {
    let fields = &upload.fields;
    let values: Values = typed(&sending(law, &came.text.form), fields, &upload.files, SENDING);
    let scan = upload.files.iter().rfind(|sent| sent.field == SCAN);
    Received {
        id: came.id,
        text: came.text.clone(),
        values,
        sent: fields.get("sent").to_owned(),
        paper: Paper {
            number: fields.get("number").to_owned(),
            dated: fields.get("dated").to_owned(),
            received: fields.get("received").to_owned(),
            scan: scan.map(|sent| sent.working.file.sha256.clone()),
        },
        files: came.files.clone(),
        bundle: came.bundle.clone(),
        author: actor.author().clone(),
    }
}

impl Page {
    fn words(&self) -> LawWords<'_> {
        LawWords {
            law: &self.law,
            w: &self.l.w,
        }
    }

    fn action(&self) -> String {
        self.l.within("requests/receive")
    }

    /// The forms in which a request may be, each with the address at which it is written in.
    fn forms(&self) -> Vec<(String, String)> {
        let link = |form: &Form| (format!("{}?form={}", self.action(), form.id), self.words().t(&form.text_key));
        self.law.forms().iter().map(link).collect()
    }

    fn form_of_paper(&self) -> Option<&Form> {
        self.law.form(self.shown.form.as_deref()?)
    }

    fn form_name(&self, form: &Form) -> String {
        self.words().t(&form.text_key)
    }

    fn state(&self, code: &str) -> Markup {
        let state = self.states.iter().find(|state| state.code == code);
        state.map_or_else(|| Markup::name(code), |state| self.l.w.state(state))
    }

    /// What it is, in the order in which it is asked for.
    fn facts(&self, came: &Came) -> Vec<(String, Markup)> {
        let w = &self.l.w;
        let values = &came.text.values;
        let level = match (level(&came.text), values.first(BASIS)) {
            (Some(level), Some(basis)) => Markup::join(&[Markup::text(&w.level(level)), Markup::name(basis)], " · "),
            (Some(level), None) => Markup::text(&w.level(level)),
            (None, _) => Markup::default(),
        };
        let hash = |sha256: &String| Markup::ready(format!("<span class=\"h\">{}</span>", Markup::text(sha256)));
        let facts = [
            ("receive-from", Some(w.reader(&Reader::Organ(Organ::Registry)))),
            ("receive-to", came.text.requested_state().map(|code| self.state(code))),
            (
                "receive-form",
                self.law.form(&came.text.form).map(|form| Markup::text(&self.form_name(form))),
            ),
            ("receive-person", values.first(PERSON).map(Markup::name)),
            ("receive-level", Some(level)),
            ("receive-reference", came.id.map(|id| Markup::text(&id.to_string()))),
            ("receive-signed", came.signed_on.map(|day| w.day(day))),
            ("receive-hash", came.bundle.as_ref().map(hash)),
            ("receive-papers", (!came.on_paper.is_empty()).then(|| listed(&came.on_paper))),
        ];
        let told = facts.into_iter().filter_map(|(key, fact)| Some((self.l.t(key), fact?)));
        told.collect()
    }

    /// The documents: what each is, its language and its hash.
    fn documents(&self, came: &Came) -> Vec<(Markup, String)> {
        let document = |file: &BundleFile| {
            let args = [
                ("title", Markup::name(&file.title).into()),
                ("kilobytes", file.bytes.len().div_ceil(1000).into()),
            ];
            let mut parts = vec![self.l.w.say("receive-document", &args)];
            parts.extend(file.language.as_deref().map(|code| language(&self.l.w, code)));
            (Markup::join(&parts, " · "), sha256(&file.bytes))
        };
        came.files.iter().map(document).collect()
    }

    /// What is asked.
    fn asked(&self, came: &Came) -> Vec<(String, Markup)> {
        let words = self.words();
        let elements = self
            .law
            .form(&came.text.form)
            .map(|form| form.elements.as_slice())
            .unwrap_or_default();
        let asked = |element: &Element| {
            let texts: Vec<Markup> = came
                .text
                .values
                .given(&element.id)
                .map(|text| words.value(Some(&element.sort), text, &self.states))
                .collect();
            (!texts.is_empty()).then(|| (words.t(&element.text_key), Markup::join(&texts, "<br>")))
        };
        elements.iter().filter_map(asked).collect()
    }

    /// The form whose sending is told: that of the file, or of the paper.
    fn form_id(&self) -> &str {
        let of_file = self.shown.came.as_ref().map(|came| came.text.form.as_str());
        of_file.or(self.shown.form.as_deref()).unwrap_or_default()
    }

    fn known(&self) -> Vec<KnownFile> {
        self.shown.files.iter().map(KnownFile::waiting).collect()
    }

    /// The fields of what is asked, where only paper came.
    fn fields(&self, form: &Form) -> Vec<Field> {
        let mut values = typed(&form.elements, &self.shown.typed, &self.shown.files, ASKED);
        if values.first(REQUESTED_STATE).is_none() {
            values.0.insert(REQUESTED_STATE.to_owned(), vec![self.own.clone()]);
        }
        self.words()
            .fields(&form.elements, &values, &self.shown.findings, &self.states, ASKED, &self.known())
    }

    /// The fields of its sending.
    fn sending(&self) -> Vec<Field> {
        let elements = sending(&self.law, self.form_id());
        let values = typed(&elements, &self.shown.typed, &self.shown.files, SENDING);
        self.words()
            .fields(&elements, &values, &self.shown.findings, &self.states, SENDING, &self.known())
    }

    fn listed(&self) -> Vec<Listed> {
        self.words()
            .listed(&sending(&self.law, self.form_id()), &self.shown.findings, SENDING)
    }

    fn typed(&self, name: &str) -> &str {
        self.shown.typed.get(name)
    }

    fn today(&self) -> String {
        self.l.today.to_string()
    }

    /// Names and values of the hidden fields that name the files which came already and stand under no element.
    fn kept(&self) -> Vec<(String, String)> {
        let beside = self.shown.files.iter().filter(|sent| [FILE, SCAN].contains(&sent.field.as_str()));
        beside.map(Sent::hidden).collect()
    }

    fn scan(&self) -> Option<Markup> {
        let scan = self.shown.files.iter().rfind(|sent| sent.field == SCAN)?;
        Some(Markup::name(&scan.working.file.name))
    }

    fn hint(&self) -> Markup {
        self.l.w.say("receive-file-hint", &[("most", (MOST >> 20).into())])
    }
}

/// Titles, one a line.
fn listed(titles: &[String]) -> Markup {
    Markup::join(&titles.iter().map(|title| Markup::name(title)).collect::<Vec<_>>(), "<br>")
}
