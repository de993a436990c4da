//! What is signed when a report is issued with a text: the hashes of its trace and its PDF.

use crate::signature::{ByPasskey, Signable};
use jiff::civil::Date;
use record::hex::{hex, is_hex, unhex};
use record::json::{Object, Value};

/// What sets a statement apart from anything else that is ever signed.
const PURPOSE: &str = "comity: signature of a report";
/// The version of its form.
const VERSION: i64 = 1;

/// A signature of a report with a passkey.
pub type ReportSignature = ByPasskey<ReportStatement>;

/// What is signed of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportStatement {
    /// The account of the officer who signs: 32 lower-case hexadecimal digits.
    pub account: String,
    /// For whom they sign, such as `organ:registry`.
    pub on_behalf_of: String,
    /// The day of the issue, and of the signature.
    pub day: Date,
    /// SHA-256 of the trace that the PDF carries: of which report, in which reading, and all its figures.
    pub trace_sha256: String,
    /// SHA-256 of the bytes of the PDF.
    pub pdf_sha256: String,
    /// Drawn by chance, so that no two signatures are of one challenge.
    pub nonce: [u8; 32],
}

impl Signable for ReportStatement {
    fn object(&self) -> Object {
        let mut object = Object::new()
            .text("account", &self.account)
            .text("day", self.day.to_string())
            .text("nonce", hex(&self.nonce))
            .text("on_behalf_of", &self.on_behalf_of)
            .text("pdf_sha256", &self.pdf_sha256)
            .text("purpose", PURPOSE)
            .text("trace_sha256", &self.trace_sha256);
        object.set("v", Value::Integer(VERSION));
        object
    }

    fn read(object: &Object) -> Option<ReportStatement> {
        let text = |name: &str| object.get_text(name).map(str::to_owned);
        let digest = |name: &str| text(name).filter(|digest| is_hex(digest, 64));
        let statement = ReportStatement {
            account: text("account").filter(|account| is_hex(account, 32))?,
            on_behalf_of: text("on_behalf_of")?,
            day: object.get_text("day")?.parse().ok()?,
            trace_sha256: digest("trace_sha256")?,
            pdf_sha256: digest("pdf_sha256")?,
            nonce: unhex(object.get_text("nonce")?)?,
        };
        (statement.object() == *object).then_some(statement)
    }

    fn account(&self) -> &str {
        &self.account
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_statement_is_read_in_one_form_alone_and_is_none_of_a_request() {
        let statement = ReportStatement {
            account: "0".repeat(32),
            on_behalf_of: "organ:registry".into(),
            day: "2026-11-25".parse().unwrap(),
            trace_sha256: "a".repeat(64),
            pdf_sha256: "b".repeat(64),
            nonce: [7; 32],
        };
        let object = statement.object();
        assert_eq!(ReportStatement::read(&object), Some(statement));
        for (member, value) in [
            ("purpose", "comity: signature of a request"),
            ("more", "x"),
            ("account", "exercise"),
        ] {
            let mut changed = object.clone();
            changed.set(member, Value::Text(value.into()));
            assert_eq!(ReportStatement::read(&changed), None, "{member}");
        }
        assert_eq!(crate::request::Statement::read(&object), None);
    }
}
