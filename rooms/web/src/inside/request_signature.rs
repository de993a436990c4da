//! How a request was signed, and what of it holds: worked out from what is recorded and kept, each time it is looked at.

use super::Inside;
use super::elements::LawWords;
use super::matter_words::named;
use super::request::{Segments, request_of};
use super::requests::title;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use identity::people::signing::SignatureCheck;
use law::Pack;
use record::audience::{Level, Reader};
use record::entry::{Attachment, Author};
use register::request::{PasskeySignature, Signature, SignatureOf};
use register::signature::Signable;
use register::view::model::{NotPublic, RequestRow, StepShown};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "inside/request_signature.html")]
struct Page {
    l: Layout,
    law: Arc<Pack>,
    row: RequestRow,
    of: SignatureOf,
    /// Who signed, as whoever looks may know them.
    who: Option<Markup>,
    checks: Vec<(SignatureCheck, bool)>,
    /// When the key was revoked after it signed.
    revoked: Option<jiff::Timestamp>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/request/{id}/signature", get(show).fallback(pages::method))
}

async fn show(segments: Segments, inside: Inside) -> Response {
    let Some(id) = request_of(segments) else {
        return inside.nowhere().await;
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let register = &inside.pages.web.register;
    let reading = inside.reading();
    let found = match (
        register.request(actor.viewer(), &reading, &id).await,
        register.signature(actor.viewer(), &id).await,
    ) {
        (Ok(view), Ok(signature)) => view.zip(signature),
        (Err(error), _) => return inside.failed(&error),
        (_, Err(error)) => return inside.failed(&error),
    };
    let Some((view, of)) = found else {
        return inside.nowhere().await;
    };
    let (checked, account) = match &of.signature {
        Signature::Passkey(signature) => {
            let checked = inside.people().check_signature(&of, signature).await;
            (
                checked.map(|checked| (checked.checks, checked.revoked)),
                Some(signature.statement.account.clone()),
            )
        }
        Signature::Paper(_) => (Ok((Vec::new(), None)), None),
    };
    let (checks, revoked) = match checked {
        Ok(checked) => checked,
        Err(error) => return inside.failed(&error),
    };
    let ids = account.iter().map(String::as_str);
    let named = match named(inside.people(), actor, ids).await {
        Ok(named) => named,
        Err(error) => return inside.failed(&error),
    };
    let mut l = inside.whole_layout("signature-title").await;
    l.not_public = NotPublic {
        level: Some(view.row.level).filter(|level| *level != Level::Public),
        facts: 0,
    };
    let who = account.map(|account| inside.w.author(&Author::Account(account), &named));
    let page = Page {
        l,
        law: register.law.clone(),
        row: view.row,
        of,
        who,
        checks,
        revoked,
    };
    inside.show(&page)
}

/// How a request was signed, in the line of the act that signed it; it leads to what can be checked.
pub(super) fn line(l: &Layout, request: &str, step: &StepShown) -> Option<Markup> {
    let key = match step.signature.as_ref()? {
        Signature::Passkey(_) => "signature-line-passkey",
        Signature::Paper(_) => "signature-line-paper",
    };
    let check = Markup::link(
        &l.within(&format!("request/{request}/signature")),
        &Markup::text(&l.t("signature-check")),
    );
    Some(Markup::join(&[Markup::text(&l.t(key)), check], " "))
}

impl Page {
    fn words(&self) -> LawWords<'_> {
        LawWords {
            law: &self.law,
            w: &self.l.w,
        }
    }

    fn head(&self) -> Markup {
        title(&self.words(), &self.row)
    }

    fn over(&self) -> Markup {
        let state = self.l.w.state(&self.row.state);
        let args = [("state", state.into()), ("level", self.l.w.level(self.row.level).into())];
        self.l.w.say("request-over", &args)
    }

    fn signature(&self) -> Option<&PasskeySignature> {
        match &self.of.signature {
            Signature::Passkey(signature) => Some(signature),
            Signature::Paper(_) => None,
        }
    }

    /// In one sentence: by whom, for whom, how.
    fn said(&self) -> Markup {
        let Some(signature) = self.signature() else {
            return Markup::text(&self.l.t("signature-signed-paper"));
        };
        let whom = Reader::parse(&signature.statement.on_behalf_of).map(|reader| self.l.w.reader(&reader));
        let args = [
            ("who", self.who.clone().unwrap_or_default().into()),
            ("whom", whom.unwrap_or_default().into()),
        ];
        self.l.w.say("signature-signed-passkey", &args)
    }

    /// What is asked of it in words, and whether it holds.
    fn checks(&self) -> Vec<(String, bool)> {
        let words = |check: &SignatureCheck| self.l.t(&format!("signature-of-{}", check.word()));
        match self.signature() {
            Some(_) => self.checks.iter().map(|(check, holds)| (words(check), *holds)).collect(),
            None => vec![
                (self.l.t("signature-scan-whole"), self.of.document_is_whole),
                (words(&SignatureCheck::Standing), self.of.stands),
            ],
        }
    }

    /// That the key was revoked after it signed.
    fn revoked(&self) -> Option<Markup> {
        let args = [("when", self.l.w.moment(self.revoked?).into())];
        Some(self.l.w.say("signature-key-revoked", &args))
    }

    fn holds(&self, holds: &bool) -> String {
        self.l.t(if *holds { "signature-holds" } else { "signature-does-not-hold" })
    }

    /// What was signed, byte for byte.
    fn statement(&self) -> Option<String> {
        let canonical = self.signature()?.statement.object().canonical();
        String::from_utf8(canonical).ok()
    }

    fn file(&self, number: &usize, file: &Attachment) -> Markup {
        let address = self.l.within(&format!("attachment/{}/{number}", self.of.entry.id));
        Markup::link(&address, &Markup::name(&file.name))
    }

    fn entry(&self) -> String {
        self.l.entry_page(&self.of.entry.id.to_string())
    }

    fn request(&self) -> String {
        self.l.within(&format!("request/{}", self.row.id))
    }
}
