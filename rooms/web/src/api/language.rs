//! The language in which programs are answered: the one of ours that `Accept-Language` prefers (RFC 9110, section 12.5.4).
//!
//! In it stand the words of the law, and why an act was refused. What is wrong with a parameter or a body is for whoever writes
//! the program, and in English.

use super::schema::{Finding, LawTexts, RecordedAct};
use crate::Web;
use crate::address::Lang;
use crate::inside::Said;
use crate::problem::Problem;
use crate::texts::{Texts, Words};
use axum::http::header::{ACCEPT_LANGUAGE, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use law::Pack;
use register::port::StoreError;
use register::request::RequestError;
use std::sync::{Arc, LazyLock};

static TEXTS: LazyLock<Arc<Texts>> = LazyLock::new(|| Arc::new(Texts::load()));

/// The language of an answer, and the law of which it tells.
pub(super) struct Language<'a> {
    /// Our own words.
    pub(super) w: Words,
    law: &'a Pack,
}

impl<'a> Language<'a> {
    /// The one that a request prefers.
    pub(super) fn preferred(web: &'a Web, headers: &HeaderMap) -> Language<'a> {
        let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Language::of(web, Lang::preferred(accepted.unwrap_or_default()))
    }

    /// This one.
    pub(super) fn of(web: &'a Web, lang: Lang) -> Language<'a> {
        Language {
            w: Words::new(&TEXTS, lang),
            law: &web.register.law,
        }
    }

    /// The words of the law.
    pub(super) fn law(&self) -> LawTexts<'a> {
        LawTexts::of(self.law, self.w.lang)
    }

    /// A problem, its detail in these words.
    pub(super) fn told(&self, problem: Problem, detail: String) -> Problem {
        Problem::In {
            lang: self.w.lang,
            problem: Box::new(problem),
            detail,
        }
    }

    /// Why something in a request was not done. In English as the register says it, which is more exact; what the store
    /// says goes to the log alone.
    pub(super) fn refused(&self, error: RequestError) -> Problem {
        let error = match error {
            RequestError::Store(failed) if !matches!(failed, StoreError::Refused(_)) => return failed.into(),
            other => other,
        };
        let said = || Said::of(&error, &self.w, self.law).plain(&self.w);
        let exact = || match self.w.lang {
            Lang::En => error.to_string(),
            Lang::Fr => said(),
        };
        match &error {
            RequestError::NoRequest => Problem::NoSuchThing,
            RequestError::NotAllowed => self.told(Problem::NotAllowed, said()),
            RequestError::Findings(findings) => {
                let found = Problem::Findings(Finding::all(findings, self.law()));
                self.told(found, self.w.t("request-findings-told"))
            }
            RequestError::Field { field, how } => Problem::Member {
                member: field,
                detail: if self.w.lang == Lang::En { how.clone() } else { said() },
            },
            RequestError::NoForm { .. } => Problem::Member {
                member: "form",
                detail: exact(),
            },
            RequestError::NoMove { .. } | RequestError::NotNow { .. } => self.told(Problem::NotNow(String::new()), exact()),
            RequestError::Raced => self.raced(None),
            RequestError::AlreadyHere(_) => self.told(Problem::NotTaken(String::new()), exact()),
            RequestError::Fact(error) => Problem::NotTaken(error.to_string()),
            RequestError::Store(_) => self.told(Problem::NotTaken(String::new()), said()),
        }
    }

    /// Somebody acted meanwhile: with the act that was recorded, where it is known.
    pub(super) fn raced(&self, recorded: Option<RecordedAct>) -> Problem {
        self.told(Problem::Raced { recorded }, self.w.t("request-raced-over"))
    }
}

/// Tells caches that an answer has the language that was asked for.
pub(super) fn varies(mut answer: Response) -> Response {
    answer.headers_mut().append(VARY, HeaderValue::from_name(ACCEPT_LANGUAGE));
    answer
}
