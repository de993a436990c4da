//! One draft of a request: its fields with what is to mend beside each, its versions, and its way to review.

use super::annexes::Documents;
use super::draft_file::known_files;
use super::elements::{Control, Field, LawWords, Listed, place_of, typed, with_needs};
use super::matter_words::{account_of_author, named};
use super::{Inside, files, request_notices};
use crate::guard::{Fields, with_script};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::upload::{Sent, Upload};
use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use identity::people::Actor;
use identity::people::holders::Known;
use law::{Element, Finding, Pack};
use record::audience::Reader;
use register::attachment::{WorkingId, owner};
use register::directory::StateRef;
use register::draft::{Content, DraftError, DraftId, Opened, Part, Saved, Sitting, SubmitError};
use register::reading::Reading;
use register::request::{EarlierArrest, RequestError, RequestText, annexes, organs_that_ask};
use register::view::model::{Need, NotPublic};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What stands before the names of the fields of elements.
const PREFIX: &str = "e-";

#[derive(Template)]
#[template(path = "inside/draft.html")]
struct Page {
    l: Layout,
    law: Arc<Pack>,
    draft: Opened,
    /// What stands in the fields: what was typed, or the version that stands.
    content: Content,
    /// The version over which is typed.
    from: u64,
    findings: Vec<Finding>,
    /// What the law of the requested State needs.
    needs: Vec<Need>,
    /// The provisional arrests that wait for a request like this and could not be tied to it.
    untied: Vec<EarlierArrest>,
    sittings: Vec<Sitting>,
    named: BTreeMap<String, Known>,
    states: Vec<StateRef>,
    said: Option<Markup>,
    oops: Vec<Markup>,
    may_delete: bool,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/draft/{id}", get(show).post(act).fallback(pages::method))
}

type Segments = Result<Path<(String, String)>, PathRejection>;

fn draft_of(segments: Segments) -> Option<DraftId> {
    DraftId::parse(&segments.ok()?.0.1)
}

async fn show(segments: Segments, inside: Inside) -> Response {
    match draft_of(segments) {
        Some(id) => answer(&inside, &id, Shown::default()).await,
        None => inside.nowhere().await,
    }
}

/// What a page shows besides the draft.
#[derive(Default)]
struct Shown {
    status: StatusCode,
    said: Option<Markup>,
    oops: Vec<Markup>,
    /// What is to mend besides what the check of its text finds: a file that it names and that is not here.
    findings: Vec<Finding>,
    /// What was typed and over which version, where it was not saved.
    typed: Option<(u64, Content)>,
}

async fn answer(inside: &Inside, id: &DraftId, shown: Shown) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let web = &inside.pages.web;
    let viewer = actor.viewer();
    let draft = match web.drafts.open(viewer, id).await {
        Ok(draft) => draft,
        Err(DraftError::NoDraft) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    let sittings = match web.drafts.sittings(viewer, id).await {
        Ok(sittings) => sittings,
        Err(error) => return inside.failed(&error),
    };
    let named = match named(
        inside.people(),
        actor,
        sittings.iter().filter_map(|sitting| account_of_author(&sitting.by)),
    )
    .await
    {
        Ok(named) => named,
        Err(error) => return inside.failed(&error),
    };
    let reading = Reading {
        as_at: inside.today,
        known_on: None,
        hindsight: false,
        dated: false,
    };
    let states = match web.register.states(viewer, &reading).await {
        Ok(states) => states.states.into_iter().map(|row| row.state).collect(),
        Err(error) => return inside.failed(&error),
    };
    let (from, content) = shown.typed.unwrap_or_else(|| (draft.current.number, draft.current.content.clone()));
    let text = RequestText {
        form: content.form.clone(),
        values: content.values.clone(),
    };
    // Nobody is told that all is missing before they wrote anything.
    let mut findings = if content.values.0.is_empty() {
        Vec::new()
    } else {
        match web.register.check_request(viewer, &text, inside.today).await {
            Ok(findings) => findings,
            Err(RequestError::Store(error)) => return inside.failed(&error),
            // A form that this edition of the law does not know any more: its page says so.
            Err(_) => Vec::new(),
        }
    };
    let needs = match text.requested_state() {
        Some(state) => web.register.needs(viewer, &reading, Some(state)).await,
        None => Ok(Vec::new()),
    };
    let needs = match needs {
        Ok(needs) => needs,
        Err(error) => return inside.failed(&error),
    };
    let untied = match web.register.untied_arrests(viewer, &text, inside.today).await {
        Ok(untied) => untied,
        Err(RequestError::Store(error)) => return inside.failed(&error),
        Err(_) => Vec::new(),
    };
    let beside: Vec<Finding> = shown.findings.into_iter().filter(|finding| !findings.contains(finding)).collect();
    findings.extend(beside);
    let said = shown.said.or_else(|| inside.said_in_address());
    let mut l = inside.whole_layout("drafts-title").await;
    l.not_public = NotPublic {
        level: untied.iter().map(|arrest| arrest.level).chain([draft.head.level]).max(),
        facts: 0,
    };
    let law = web.register.law.clone();
    l.title = LawWords { law: &law, w: &inside.w }.t(&format!("law-form-{}", content.form));
    let page = Page {
        l,
        law,
        may_delete: draft.head.owner == *actor.author() && draft.head.sent.as_ref().is_none_or(|sent| !sent.in_review),
        draft,
        content,
        from,
        findings,
        needs,
        untied,
        sittings,
        named,
        states,
        said: said.filter(|_| shown.oops.is_empty()),
        oops: shown.oops,
    };
    let mut response = inside.show_as(shown.status, &page);
    // It saves what is typed.
    with_script(&mut response);
    response
}

impl Inside {
    /// What was done, as the address tells it after a redirect.
    fn said_in_address(&self) -> Option<Markup> {
        let done = self.parameter("done");
        ["saved", "merged"]
            .contains(&done.as_str())
            .then(|| Markup::text(&self.w.t(&format!("draft-done-{done}"))))
    }
}

/// What was typed into the form, over what stands.
fn content_of(fields: &Fields, files: &[Sent], elements: &[Element], before: &Content) -> Content {
    let names = fields
        .pairs()
        .map(|(name, _)| name)
        .chain(files.iter().map(|file| file.field.as_str()));
    let ids = names.filter_map(|name| name.strip_prefix(PREFIX)?.split(':').next());
    let elements = &with_needs(elements, ids)[..];
    let mut values = typed(elements, fields, files, PREFIX);
    // What has no field on the page, such as what meets a need of the State's law, stays as it stands.
    let without_field = before
        .values
        .0
        .iter()
        .filter(|(key, _)| elements.iter().all(|element| element.id != **key));
    values.0.extend(without_field.map(|(key, texts)| (key.clone(), texts.clone())));
    let requesting = Reader::parse(fields.get("requesting")).map_or_else(|| before.requesting.clone(), |reader| reader.text());
    let form = before.form.clone();
    Content::asking(RequestText { form, values }, requesting, before.level)
}

async fn act(segments: Segments, inside: Inside, body: Body) -> Response {
    // What was typed comes first: whoever is signed in no more goes on with it.
    let Upload {
        fields,
        files,
        refused: not_taken,
    } = match Upload::read(&inside, body).await {
        Ok(upload) => upload,
        Err(answer) => return answer,
    };
    let Some(id) = draft_of(segments) else {
        return inside.nowhere().await;
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let (web, viewer) = (&inside.pages.web, actor.viewer());
    let draft = match web.drafts.open(viewer, &id).await {
        Ok(draft) => draft,
        Err(DraftError::NoDraft) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    if fields.get("act") == "delete" {
        return match web.drafts.delete(viewer, &id).await {
            Ok(()) => inside.see_other(&inside.within("drafts")),
            Err(error) => refused(&inside, &id, &error, None).await,
        };
    }
    let before = &draft.current.content;
    let elements = web
        .register
        .law
        .form(&before.form)
        .map(|form| form.elements.as_slice())
        .unwrap_or_default();
    let content = content_of(&fields, &files, elements, before);
    let typed = || Some((fields.get("from").parse().unwrap_or(draft.current.number), content.clone()));
    let waiting = match web.register.attachments.working(&owner(viewer)).await {
        Ok(waiting) => waiting,
        Err(error) => return inside.failed(&error),
    };
    let is_there = |hash: &String| draft.head.files.iter().any(|file| file.sha256 == *hash);
    let named = annexes(elements, &content.values).filter_map(|(_, annex)| annex.sha256);
    let named: BTreeSet<String> = named.filter(|hash| !is_there(hash)).collect();
    let waiting = waiting.iter().filter(|waiting| named.contains(&waiting.file.sha256));
    let waiting: Vec<WorkingId> = waiting.map(|waiting| waiting.id).collect();
    // What came is attached first: whatever becomes of the rest, it need not be sent again.
    if let Err(error) = web.drafts.attach(viewer, actor.author(), &id, &waiting).await {
        return refused(&inside, &id, &error, typed()).await;
    }
    let from = fields.get("from").parse().unwrap_or(draft.current.number);
    let settles = fields.get("settles").parse().ok();
    let saved = match web.drafts.save(viewer, actor.author(), &id, from, settles, &content).await {
        Ok(saved) => saved,
        Err(DraftError::NoDraft) => return inside.nowhere().await,
        Err(error) => return refused(&inside, &id, &error, Some((from, content))).await,
    };
    if fields.get("do") == "keep-quietly" {
        return quietly(&saved);
    }
    if !not_taken.is_empty() && !matches!(saved, Saved::Conflict { .. }) {
        let shown = Shown {
            status: files::status_of(&not_taken),
            oops: not_taken
                .iter()
                .map(|refused| files::to_field(&refused.field, &inside.w.refused_file(refused)))
                .collect(),
            ..Shown::default()
        };
        return answer(&inside, &id, shown).await;
    }
    let here = inside.within(&format!("draft/{id}"));
    match saved {
        Saved::Conflict { number, .. } => inside.see_other(&format!("{here}/choose?with={number}")),
        Saved::As(number) if fields.get("act") == "submit" => submit(&inside, actor, &id, number).await,
        Saved::As(_) => inside.see_other(&format!("{here}?done=saved")),
        Saved::Merged { .. } => inside.see_other(&format!("{here}?done=merged")),
    }
}

/// The answer to a page that saves while somebody types: the version over which they type on, unless others changed the draft
/// meanwhile. Then the page shows what does not stand any more, and their author looks before they go on.
pub(super) fn quietly(saved: &Saved) -> Response {
    match saved {
        Saved::As(number) => (StatusCode::NO_CONTENT, [("comity-version", number.to_string())]).into_response(),
        Saved::Merged { .. } | Saved::Conflict { .. } => StatusCode::CONFLICT.into_response(),
    }
}

/// Sends the version that its author saved to review, and leads to the request.
async fn submit(inside: &Inside, actor: &Actor, id: &DraftId, number: u64) -> Response {
    let web = &inside.pages.web;
    let submitted = web
        .register
        .submit_draft(&web.drafts, actor.viewer(), actor.author(), id, number)
        .await;
    match submitted {
        Ok(request) => inside.see_other(&inside.within(&format!("request/{request}"))),
        // Somebody saved in between: what goes to review is what its author saw.
        Err(SubmitError::Moved(_)) => inside.see_other(&format!("{}?done=merged", inside.within(&format!("draft/{id}")))),
        Err(SubmitError::Draft(error)) => refused(inside, id, &error, None).await,
        Err(SubmitError::Request(error)) => {
            let (status, oops) = super::request_acts::said(inside, &error);
            let shown = Shown {
                status,
                oops: vec![oops],
                findings: match error {
                    RequestError::Findings(findings) => findings,
                    _ => Vec::new(),
                },
                ..Shown::default()
            };
            answer(inside, id, shown).await
        }
    }
}

/// The page again, with why what was typed was not saved.
async fn refused(inside: &Inside, id: &DraftId, error: &DraftError, typed: Option<(u64, Content)>) -> Response {
    let (status, key) = match error {
        DraftError::NoDraft => return inside.nowhere().await,
        DraftError::NoVersion(_) => (StatusCode::BAD_REQUEST, "draft-no-version"),
        DraftError::NotAllowed => (StatusCode::FORBIDDEN, "request-not-allowed"),
        DraftError::InReview => (StatusCode::CONFLICT, "draft-in-review"),
        DraftError::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "draft-too-large"),
        DraftError::NoColleague => (StatusCode::BAD_REQUEST, "draft-no-colleague"),
        DraftError::TooManyFiles => (StatusCode::PAYLOAD_TOO_LARGE, "draft-too-many-files"),
        DraftError::File(why) => {
            let shown = Shown {
                status: StatusCode::BAD_REQUEST,
                oops: vec![inside.w.attachment_error(why)],
                typed,
                ..Shown::default()
            };
            return answer(inside, id, shown).await;
        }
        DraftError::Store(error) => return inside.failed(error),
    };
    let oops = vec![Markup::text(&inside.w.t(key))];
    answer(
        inside,
        id,
        Shown {
            status,
            oops,
            typed,
            ..Shown::default()
        },
    )
    .await
}

impl Page {
    fn words(&self) -> LawWords<'_> {
        LawWords {
            law: &self.law,
            w: &self.l.w,
        }
    }

    fn elements(&self) -> &[Element] {
        self.law
            .form(&self.content.form)
            .map(|form| form.elements.as_slice())
            .unwrap_or_default()
    }

    fn over(&self) -> Markup {
        let args = [
            ("when", self.l.w.moment(self.draft.head.saved).into()),
            ("number", self.sittings.len().into()),
        ];
        self.l.w.say("draft-over", &args)
    }

    fn head(&self) -> String {
        self.words().t(&format!("law-form-{}", self.content.form))
    }

    fn listed(&self) -> Vec<Listed> {
        self.words().listed(&self.with_needs(), &self.findings, PREFIX)
    }

    /// The elements; what the law of the State needs has a field as soon as it is asked.
    fn with_needs(&self) -> Vec<Element> {
        let asked = self.findings.iter().map(place_of);
        let given = self.content.values.0.keys();
        let ids: Vec<String> = asked.chain(given.cloned()).collect();
        with_needs(self.elements(), ids.iter().map(String::as_str))
    }

    fn untied(&self) -> Vec<Markup> {
        request_notices::untied(&self.l, &self.untied)
    }

    fn to_mend(&self) -> Markup {
        let doubt = |finding: &&law::Finding| finding.kind == law::FindingKind::Doubtful;
        let doubts = self.findings.iter().filter(doubt).count();
        match self.findings.len() - doubts {
            0 => self.l.w.say("draft-to-look-at", &[("n", doubts.into())]),
            n => self.l.w.say("draft-to-mend", &[("n", n.into())]),
        }
    }

    fn fields(&self) -> Vec<Field> {
        let mut fields = self.words().fields(
            &self.with_needs(),
            &self.content.values,
            &self.findings,
            &self.states,
            PREFIX,
            &known_files(&self.l, &self.draft.head),
        );
        self.words().tell_needs(&mut fields, &self.needs);
        fields
    }

    /// The organs that may ask.
    fn organs(&self) -> Vec<(String, Markup, bool)> {
        let asks = self.law.form(&self.content.form).map(organs_that_ask).unwrap_or_default();
        let words = |reader: Reader| {
            let text = reader.text();
            let chosen = text == self.content.requesting;
            (text, self.l.w.reader(&reader), chosen)
        };
        asks.into_iter().map(words).collect()
    }

    fn sitting(&self, sitting: &Sitting) -> Markup {
        let who = self.l.w.author(&sitting.by, &self.named);
        let args = [
            ("who", who.into()),
            ("when", self.l.w.moment(sitting.at).into()),
            ("changed", self.parts(&sitting.changed).into()),
        ];
        let key = if sitting.beside.is_some() {
            "draft-sitting-beside"
        } else {
            "draft-sitting"
        };
        self.l.w.say(key, &args)
    }

    fn parts(&self, parts: &[Part]) -> Markup {
        if parts.is_empty() {
            return Markup::text(&self.l.t("draft-changed-nothing"));
        }
        let words: Vec<Markup> = parts.iter().map(|part| Markup::text(&part_words(&self.words(), part))).collect();
        self.l.w.list(&words)
    }

    /// The version before a sitting, to compare it with.
    fn compared(&self, sitting: &Sitting) -> Option<String> {
        let before = sitting.first.checked_sub(1).filter(|before| *before > 0)?;
        Some(format!("{}/compare?a={before}&b={}", self.action(), sitting.last))
    }

    /// Where versions that contradict each other are brought together.
    fn unsettled(&self) -> Vec<String> {
        let href = |number: &u64| format!("{}/choose?with={number}", self.action());
        self.draft.head.unsettled.iter().map(href).collect()
    }

    fn request(&self) -> Option<String> {
        let sent = self.draft.head.sent.as_ref()?;
        Some(self.l.within(&format!("request/{}", sent.request)))
    }

    fn in_review(&self) -> bool {
        self.draft.head.sent.as_ref().is_some_and(|sent| sent.in_review)
    }

    fn action(&self) -> String {
        self.l.within(&format!("draft/{}", self.draft.head.id))
    }

    fn people(&self) -> String {
        format!("{}/people", self.action())
    }

    fn drafts(&self) -> String {
        self.l.within("drafts")
    }
}

/// What a part of a draft is called.
pub(super) fn part_words(words: &LawWords, part: &Part) -> String {
    match part {
        Part::Form => words.w.t("drafts-form"),
        Part::Requesting => words.w.t("draft-requesting"),
        Part::Level => words.w.t("drafts-col-level"),
        Part::Basis => words.w.t("draft-basis"),
        Part::Element(id) => words.maybe(&format!("law-element-{id}")).unwrap_or_else(|| id.clone()),
    }
}
