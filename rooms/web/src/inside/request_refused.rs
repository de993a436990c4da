//! What is said of an act in a request that was refused: on pages, and to programs that ask for another language than English.

use super::elements::LawWords;
use crate::texts::{Said, Words};
use law::{Pack, Uncalled};
use register::port::StoreError;
use register::request::RequestError;

impl Said {
    /// Why an act was refused. What the store says goes to the log alone.
    pub(crate) fn of(error: &RequestError, w: &Words, law: &Pack) -> Said {
        let text = Said::text;
        match error {
            RequestError::Findings(findings) => Said::with("request-to-mend", [("n", findings.len().into())]),
            RequestError::NotAllowed => text("request-not-allowed"),
            RequestError::NotNow { state, .. } => {
                let state = LawWords { law, w }.t(&format!("law-state-{state}"));
                Said::with("request-not-now", [("state", state.into())])
            }
            RequestError::NotCalledFor { why, .. } => Said::uncalled(why),
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
    /// Why nothing calls for an act.
    pub(crate) fn uncalled(why: &Uncalled) -> Said {
        Said::text(match why {
            Uncalled::NothingAsked(_) => "request-nothing-asked",
            Uncalled::DoneAlready => "request-done-already",
            Uncalled::NothingOwed(_) => "request-nothing-owed",
        })
    }
}
