//! The language in which programs are answered: the one of ours that `Accept-Language` prefers (RFC 9110, section 12.5.4).
//!
//! In it stand the words of the law, and why something was refused: what has to do with the law is told here, where the law is at
//! hand, and all else by [`crate::problem`].

use super::schema::{Finding, LawTexts, RecordedAct};
use crate::Web;
use crate::address::Lang;
use crate::problem::{self, Problem};
use crate::texts::{Said, Words};
use axum::http::header::{ACCEPT_LANGUAGE, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use law::Pack;
use register::port::StoreError;
use register::request::RequestError;

/// The language that the header `Accept-Language` prefers.
pub(super) fn accepted(headers: &HeaderMap) -> Lang {
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Lang::preferred(accepted.unwrap_or_default())
}

/// The language of an answer, and the law of which it tells.
pub(super) struct Language<'a> {
    /// Our own words.
    pub(super) w: Words,
    law: &'a Pack,
}

impl<'a> Language<'a> {
    /// The one that a request prefers.
    pub(super) fn preferred(web: &'a Web, headers: &HeaderMap) -> Language<'a> {
        Language::of(web, accepted(headers))
    }

    /// This one.
    pub(super) fn of(web: &'a Web, lang: Lang) -> Language<'a> {
        Language {
            w: problem::texts(lang),
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
        // The detail is told in its stead.
        let nothing = || Said::English(String::new());
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
                detail: match self.w.lang {
                    Lang::En => Said::English(how.clone()),
                    Lang::Fr => Said::of(&error, &self.w, self.law),
                },
            },
            RequestError::NoForm { .. } => Problem::Member {
                member: "form",
                detail: match self.w.lang {
                    Lang::En => Said::English(error.to_string()),
                    Lang::Fr => Said::text("request-no-form"),
                },
            },
            RequestError::NoMove { .. } | RequestError::NotNow { .. } | RequestError::NotCalledFor { .. } => {
                self.told(Problem::NotNow(nothing()), exact())
            }
            RequestError::Raced => self.raced(None),
            RequestError::AlreadyHere(_) => self.told(Problem::NotTaken(nothing()), exact()),
            RequestError::Fact(_) => self.told(Problem::NotTaken(nothing()), exact()),
            RequestError::Store(_) => self.told(Problem::NotTaken(nothing()), said()),
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
