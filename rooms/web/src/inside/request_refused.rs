//! What is said of an act in a request that was refused: on pages, and to programs that ask for another language than English.

use super::elements::LawWords;
use crate::markup::Markup;
use crate::texts::{Arg, Words};
use law::Pack;
use register::port::StoreError;
use register::request::RequestError;

/// What is said.
pub(crate) enum Said {
    /// A text by its key, with what is put into it.
    Text(String, Vec<(&'static str, Arg)>),
    /// Words of the register for which there is no text. They are English.
    English(String),
}

impl Said {
    /// Why an act was refused. What the store says goes to the log alone.
    pub(crate) fn of(error: &RequestError, w: &Words, law: &Pack) -> Said {
        let text = |key: &str| Said::Text(key.to_owned(), Vec::new());
        match error {
            RequestError::Findings(findings) => Said::Text("request-to-mend".to_owned(), vec![("n", findings.len().into())]),
            RequestError::NotAllowed => text("request-not-allowed"),
            RequestError::NotNow { state, .. } => {
                let state = LawWords { law, w }.t(&format!("law-state-{state}"));
                Said::Text("request-not-now".to_owned(), vec![("state", state.into())])
            }
            RequestError::NoMove { .. } => text("request-no-move"),
            RequestError::Raced => text("request-raced"),
            RequestError::AlreadyHere(_) => text("request-already-here"),
            RequestError::NoForm { .. } => text("request-no-form"),
            RequestError::Field { field, how } => match w.closed_key("request-field", field) {
                Some(key) => text(&key),
                // What only the shell asks for is said in its words.
                None => Said::English(how.clone()),
            },
            RequestError::Store(StoreError::Refused(_)) | RequestError::Fact(_) | RequestError::NoRequest => {
                tracing::info!(%error, "an act in a request was not taken");
                text("request-not-taken")
            }
            RequestError::Store(StoreError::DiskFull) => text("request-not-taken"),
            RequestError::Store(_) => {
                tracing::error!(%error, "an act in a request could not be recorded");
                text("failed-text")
            }
        }
    }

    /// On a page.
    pub(crate) fn markup(&self, w: &Words) -> Markup {
        match self {
            Said::Text(key, args) => w.say(key, args),
            Said::English(words) => Markup::english(words, w.lang),
        }
    }

    /// As plain text.
    pub(crate) fn plain(&self, w: &Words) -> String {
        match self {
            Said::Text(key, args) => w.plain(key, args),
            Said::English(words) => words.clone(),
        }
    }
}
