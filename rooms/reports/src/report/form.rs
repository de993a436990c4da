//! The forms in which a report is taken along.

use super::{Report, csv, html, json, write_xlsx, xlsx};
use crate::ArchiveError;
use crate::pdf::{PdfError, report_pdf};
use std::io::{Seek, Write};

/// A form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// PDF, for the archive and for every reader.
    Pdf,
    /// A Word document, to be edited.
    Docx,
    /// A workbook.
    Xlsx,
    /// A page that stands by itself.
    Html,
    /// The figures.
    Csv,
    /// All of it as data.
    Json,
}

impl Form {
    /// All of them.
    pub const ALL: [Form; 6] = [Form::Pdf, Form::Docx, Form::Xlsx, Form::Html, Form::Csv, Form::Json];

    /// As it stands in addresses, at the shell and at the end of names of files: `pdf`.
    pub fn word(self) -> &'static str {
        match self {
            Form::Pdf => "pdf",
            Form::Docx => "docx",
            Form::Xlsx => "xlsx",
            Form::Html => "html",
            Form::Csv => "csv",
            Form::Json => "json",
        }
    }

    /// The one of a word.
    pub fn of_word(word: &str) -> Option<Form> {
        Form::ALL.into_iter().find(|form| form.word() == word)
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Form::Pdf => "application/pdf",
            Form::Docx => crate::docx::MEDIA_TYPE,
            Form::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Form::Html => "text/html; charset=utf-8",
            Form::Csv => "text/csv; charset=utf-8",
            Form::Json => "application/json",
        }
    }

    /// A report in this form. The same report gives the same bytes.
    ///
    /// # Errors
    /// It cannot be set, or is larger than the form can be.
    pub fn of(self, report: &Report) -> Result<Vec<u8>, FormError> {
        Ok(match self {
            Form::Pdf => report_pdf(report)?.bytes,
            Form::Docx => crate::docx::report(report)?,
            Form::Xlsx => xlsx(report)?,
            Form::Html => html(report).into_bytes(),
            Form::Csv => csv(report)?,
            Form::Json => json(report).into_bytes(),
        })
    }

    /// Writes a report in this form into something empty. Of a workbook nothing is held, whatever its length; other forms are made
    /// first.
    ///
    /// # Errors
    /// As [`Form::of`], or it cannot be written there.
    pub fn write<W: Write + Seek>(self, report: &Report, mut out: W) -> Result<(), WriteError> {
        match self {
            Form::Xlsx => match write_xlsx(report, out) {
                Ok(_) => Ok(()),
                Err(ArchiveError::Zip(error)) => Err(WriteError::Out(error)),
                Err(error) => Err(WriteError::Form(error.into())),
            },
            _ => Ok(out.write_all(&self.of(report).map_err(WriteError::Form)?)?),
        }
    }
}

/// Why a report was not written out in a form.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// As in memory.
    #[error(transparent)]
    Form(FormError),
    /// Where it goes, it could not be written.
    #[error(transparent)]
    Out(#[from] std::io::Error),
}

/// Why a report was not written in a form.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// It cannot be set.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// It is larger than a document or workbook can be.
    #[error(transparent)]
    Zip(#[from] ArchiveError),
    /// The figures were not written.
    #[error("the figures could not be written: {0}")]
    Csv(#[from] ::csv::Error),
}
