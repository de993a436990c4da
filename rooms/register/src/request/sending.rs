//! Sending: to which authority of the directory an act goes, with its address as it stood; and days in an act that contradict
//! each other.

use super::{GivenAct, Paper, RequestError, RequestFile};
use crate::Register;
use crate::port::StoreError;
use crate::reading::Reading;
use crate::view::ViewError;
use crate::view::model::{Authority, Stage};
use access::Viewer;
use jiff::civil::Date;
use law::{Move, Pack, RequestAct, Values};
use record::when::When;

/// The element in which an act names an authority of the directory, by its id.
pub const RECEIVING_AUTHORITY: &str = "receiving_authority";
/// The element that says to whom.
pub const RECIPIENT: &str = "recipient";
/// The element that holds the address as it stood.
pub const ADDRESS: &str = "recipient_address";
/// The element that holds the day on which somebody last stood for the address.
pub const ADDRESS_CONFIRMED: &str = "recipient_confirmed_on";
/// The element that holds the SHA-256 of the file that was made of the request to be sent.
pub const BUNDLE: &str = "bundle_sha256";

impl Register {
    /// The authorities of a State to which a request can be sent today, as the viewer may see them: those in force that
    /// receive requests, in the order of the directory.
    ///
    /// # Errors
    /// The store failed.
    pub async fn authorities_to_send_to(&self, viewer: &Viewer, state: &str) -> Result<Vec<Authority>, RequestError> {
        let reading = Reading {
            as_at: self.today(),
            known_on: None,
            hindsight: true,
            dated: false,
        };
        let mut authorities = match self.authorities(viewer, &reading, Some(state)).await {
            Ok(authorities) => authorities,
            Err(ViewError::Store(error)) => return Err(error.into()),
            Err(error) => return Err(StoreError::Database(error.to_string()).into()),
        };
        authorities.retain(|authority| authority.stage == Stage::InForce && authority.receives());
        Ok(authorities)
    }

    /// The act with the authority's name, address and last confirmation as they stand today, where it names one of the
    /// directory: an address changes, and what was sent was sent there. What was typed stays.
    ///
    /// # Errors
    /// The State has no such authority that receives requests and that this viewer may see, or the store failed.
    pub(super) async fn addressed(
        &self,
        viewer: &Viewer,
        file: &RequestFile<'_>,
        mv: &Move,
        given: &GivenAct,
    ) -> Result<GivenAct, RequestError> {
        let mut given = given.clone();
        let carries = |element: &str| mv.carries.iter().any(|carried| carried.id == element);
        if let Some(sha256) = given.values.first(BUNDLE).filter(|_| carries(BUNDLE))
            && !record::hex::is_hex(sha256, 64)
        {
            return Err(RequestError::Field {
                field: "bundle",
                how: "the hash of the file sent is 64 lower-case hexadecimal digits; take it from the name of the file".to_owned(),
            });
        }
        let named = given.values.first(RECEIVING_AUTHORITY).filter(|_| carries(RECEIVING_AUTHORITY));
        let Some(named) = named.map(str::to_owned) else {
            return Ok(given);
        };
        let state = file.text().requested_state().unwrap_or_default();
        let authorities = self.authorities_to_send_to(viewer, state).await?;
        let Some(authority) = authorities.into_iter().find(|authority| authority.id == named) else {
            return Err(RequestError::Field {
                field: "receiving-authority",
                how: format!("the requested State has no authority {named:?} that receives requests; take one from `comity authorities`"),
            });
        };
        let words = &authority.words;
        let address = [&words.address, &words.email, &words.telephone, &words.channel_details];
        let address: Vec<&str> = address
            .into_iter()
            .map(|text| text.trim())
            .filter(|text| !text.is_empty())
            .collect();
        let confirmed = authority.confirmed_on.map(|day| day.to_string()).unwrap_or_default();
        let told = [
            (RECIPIENT, words.called(false).to_owned()),
            (ADDRESS, address.join("\n")),
            (ADDRESS_CONFIRMED, confirmed),
        ];
        for (element, text) in told {
            if carries(element) && !text.is_empty() && given.values.first(element).is_none() {
                given.values.0.insert(element.to_owned(), vec![text]);
            }
        }
        Ok(given)
    }
}

fn day(text: &str) -> Option<Date> {
    When::parse(text.trim()).ok().and_then(|when| when.last())
}

/// Whether a note that tells of a request is older than its sending.
///
/// # Errors
/// It is.
pub(super) fn not_older_than_sending(paper: &Paper, sent: Option<Date>) -> Result<(), RequestError> {
    match (sent, day(&paper.dated)) {
        (Some(sent), Some(dated)) if dated < sent => Err(RequestError::Field {
            field: "dated-before-sending",
            how: format!(
                "the note is of {dated}, before {sent}, on which the request was sent; mend the date, or record the note elsewhere"
            ),
        }),
        _ => Ok(()),
    }
}

/// Whether the days of an act contradict each other or the sending.
///
/// # Errors
/// It is dated before the request was sent; it tells of a day after its own; or it happened after the note that tells it was
/// received.
pub(super) fn not_contradicted(
    law: &Pack,
    file: &RequestFile<'_>,
    (mv, values): (&Move, &Values),
    effective: &When,
    paper: Option<&Paper>,
    sent: Option<Date>,
) -> Result<(), RequestError> {
    let field = |field: &'static str, how: String| Err(RequestError::Field { field, how });
    let on = effective.last();
    if let (Some(sent), Some(on)) = (sent.filter(|_| file.is_sent() && !mv.sends), on)
        && on < sent
    {
        return field(
            "before-sending",
            format!("{on} lies before {sent}, on which the request was sent; mend the day of the act"),
        );
    }
    let done = file.told_to_the_law();
    if let Some((on, first)) = on.and_then(|on| Some((on, mv.before_its_time(on, &done)?))) {
        return field(
            "before-its-time",
            format!(
                "{on} lies before {}, the day of {}, which this follows; mend the one day or the other",
                first.on, first.kind
            ),
        );
    }
    let told = on.map_or_else(Vec::new, |on| {
        let act = RequestAct { kind: &mv.act, on, values };
        law.sending_dates(&file.text().form, &[act])
    });
    if let Some(later) = told.iter().find(|told| on.is_some_and(|on| on < told.on)) {
        return field(
            "told-later",
            format!(
                "an act of {effective} cannot tell what happened on {}; mend the one or the other",
                later.on
            ),
        );
    }
    let Some(paper) = paper else { return Ok(()) };
    match (on, day(&paper.received)) {
        (Some(on), Some(received)) if received < on => field(
            "told-before",
            format!("a note received on {received} cannot tell what happened on {on}; mend the one or the other"),
        ),
        _ => Ok(()),
    }
}
