//! How a verb ends: exit 0 done, 1 the answer is no, 2 the input or the call is wrong.

use identity::people::PeopleError;
use register::audit::AuditError;
use register::authorities::AuthorityError;
use register::desk::DeskError;
use register::execution::ExecutionError;
use register::fact::FactError;
use register::needs::NeedError;
use register::pack::ImportError;
use register::port::StoreError;
use register::reading::ReadingError;
use register::request::RequestError;
use register::view::ViewError;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// What a verb that could be answered says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It was done.
    Yes,
    /// The answer is no: faults found, no proof.
    No,
}

impl Done {
    /// 0 or 1.
    pub fn exit_code(self) -> ExitCode {
        match self {
            Done::Yes => ExitCode::SUCCESS,
            Done::No => ExitCode::from(1),
        }
    }
}

/// Why a verb could not be answered: what is wrong, where, and how to mend it.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The call or its input is wrong.
    #[error("{0}")]
    Given(String),
    /// A day that cannot be asked for.
    #[error(transparent)]
    Reading(#[from] ReadingError),
    /// The record cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A view cannot be given.
    #[error(transparent)]
    View(#[from] ViewError),
    /// An officer's act was refused.
    #[error(transparent)]
    Fact(#[from] FactError),
    /// It was not written into the directory of authorities.
    #[error(transparent)]
    Authority(#[from] AuthorityError),
    /// What a law needs was not written.
    #[error(transparent)]
    Need(#[from] NeedError),
    /// An act in a request was not taken.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// Something about the execution of a request was not taken.
    #[error(transparent)]
    Execution(#[from] ExecutionError),
    /// The desk cannot be read, or a report not closed.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// The audit cannot be read or written.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// An act on people was refused.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// The law pack that the program carries has faults.
    #[error("the law pack of this program has faults: {0}")]
    Law(#[from] law::PackErrors),
    /// A matter could not be made into a file.
    #[error(transparent)]
    Take(#[from] web::TakeError),
    /// The register to take along could not be made.
    #[error(transparent)]
    Archive(#[from] reports::ArchiveError),
    /// There is no such report.
    #[error(transparent)]
    Report(#[from] reports::report::ReportError),
    /// A report could not be written in the form that was asked for.
    #[error(transparent)]
    Form(#[from] reports::report::FormError),
    /// A file holds no trace of a report.
    #[error(transparent)]
    NoTrace(#[from] reports::report::trace::NoTrace),
    /// A document could not be set.
    #[error(transparent)]
    Pdf(#[from] reports::pdf::PdfError),
    /// The file to be sent could not be made.
    #[error(transparent)]
    Bundle(#[from] reports::BundleError),
    /// Text could not be written out.
    #[error("the answer could not be written: {0}")]
    Output(#[from] std::io::Error),
}

impl Refused {
    /// A file or folder that cannot be used.
    pub fn file(path: &Path, error: &std::io::Error) -> Refused {
        Refused::Given(format!("{}: {error}; check the path and whether you may use it", path.display()))
    }
}

impl From<ImportError> for Refused {
    fn from(error: ImportError) -> Refused {
        match error {
            ImportError::Store(error) => Refused::Store(error),
            ImportError::Faults(faults) => {
                let mut text = "the pack was refused, nothing was imported:".to_owned();
                for fault in faults.iter().take(MOST_FAULTS) {
                    let _ = write!(text, "\n  {fault}");
                }
                if faults.len() > MOST_FAULTS {
                    let _ = write!(text, "\n  and {} more; mend these first", faults.len() - MOST_FAULTS);
                }
                Refused::Given(text)
            }
        }
    }
}

/// The most faults of a pack that are printed at once.
const MOST_FAULTS: usize = 100;
