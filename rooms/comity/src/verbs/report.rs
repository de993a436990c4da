//! `comity report`: a report as a file.

use super::screen::progress::ANEW;
use super::{backup, report_issued, report_trace, told};
use crate::args::{Report, ReportAbout, ReportForm, ReportLanguage};
use crate::said::{Done, Refused};
use register::figures::Desk;
use reports::report::{Asking, Form, Kind, Language, Report as Written, WriteError, make};
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use store::Home;

pub async fn run(home: &Home, report: Report) -> Result<Done, Refused> {
    let (kind, args) = match report {
        Report::Trace { file, all, format } => return report_trace::run(home, &file, super::viewer(all), format).await,
        Report::Issue(args) => return report_issued::issue(home, args).await,
        Report::Issued { entry, out, all, format } => {
            return match (entry, out) {
                (Some(entry), Some(out)) => report_issued::write_out(home, &entry, all, &out).await,
                (Some(entry), None) => report_issued::one(home, &entry, all, format).await,
                (None, _) => report_issued::list(home, all, format).await,
            };
        }
        Report::Cooperation(args) => (Kind::Cooperation, args),
        Report::State(args) => (Kind::State, args),
        Report::Bilateral(args) => (Kind::Bilateral, args),
        Report::NonCooperation(args) => (Kind::NonCooperation, args),
        Report::Pledges(args) => (Kind::Pledges, args),
        Report::TreatyStatus(args) => (Kind::TreatyStatus, args),
        Report::Person(args) => (Kind::Person, args),
    };
    let reading = super::reading(&args.reading)?;
    let asking = asking(kind, &args.about)?;
    backup::refuse_if_there(&args.out)?;
    // A folder that cannot be written is found before the work, not after it.
    let mut unfinished = Unfinished::begin(&args.out)?;
    let steps = Steps;
    steps.now("opening the record");
    let house = super::open(home).await?;
    let viewer = super::viewer(args.all);
    told::view(&house, &viewer).await?;
    steps.now("asking the record");
    let report = make(&mut Desk::new(&house.register, &viewer, &reading), &asking).await?;
    let figures = report.figures.len();
    let form = form(args.format);
    steps.now(&format!("{figures} figures; writing the {}", form.word()));
    unfinished.write_report(&report, form)?;
    unfinished.done()?;
    drop(steps);
    let out = args.out.display();
    writeln!(std::io::stdout().lock(), "wrote {} with {figures} figures into {out}", report.title)?;
    Ok(Done::Yes)
}

/// The report that is asked for. A call that is wrong is found before a folder is opened.
pub fn asking(kind: Kind, args: &ReportAbout) -> Result<Asking, Refused> {
    let wrong = |given: &String| {
        Refused::Given(format!(
            "since is not a day of the calendar: {given:?}; write it as year-month-day, for example 2012-10-02"
        ))
    };
    let since = args
        .since
        .as_ref()
        .map(|given| given.parse().map_err(|_| wrong(given)))
        .transpose()?;
    if kind.is_of_state() && args.state.is_none() {
        return Err(reports::report::ReportError::NoState(kind.word()).into());
    }
    if kind == Kind::Person && args.person.is_none() {
        return Err(reports::report::ReportError::NoPerson.into());
    }
    Ok(Asking {
        kind,
        state: args.state.clone(),
        person: args.person.clone(),
        since,
        language: match args.lang {
            ReportLanguage::En => Language::En,
            ReportLanguage::Fr => Language::Fr,
        },
        text: Vec::new(),
    })
}

fn form(form: ReportForm) -> Form {
    match form {
        ReportForm::Pdf => Form::Pdf,
        ReportForm::Docx => Form::Docx,
        ReportForm::Xlsx => Form::Xlsx,
        ReportForm::Html => Form::Html,
        ReportForm::Csv => Form::Csv,
        ReportForm::Json => Form::Json,
    }
}

/// Shows whoever watches at a terminal what is being done, in one line that goes when it is over.
struct Steps;

impl Steps {
    fn now(&self, text: &str) {
        let mut stderr = std::io::stderr().lock();
        if stderr.is_terminal() {
            // Whoever cannot see it misses nothing of the answer.
            let _ = write!(stderr, "{ANEW}{text}");
        }
    }
}

impl Drop for Steps {
    fn drop(&mut self) {
        self.now("");
    }
}

/// A file under another name until it is whole; it goes where it does not become so.
pub struct Unfinished<'o> {
    out: &'o Path,
    part: PathBuf,
    file: File,
    whole: bool,
}

impl<'o> Unfinished<'o> {
    pub fn begin(out: &'o Path) -> Result<Unfinished<'o>, Refused> {
        let part = backup::unfinished(out);
        let file = OpenOptions::new().write(true).create_new(true).open(&part);
        Ok(Unfinished {
            file: file.map_err(|error| Refused::file(&part, &error))?,
            out,
            part,
            whole: false,
        })
    }

    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Refused> {
        let written = self.file.write_all(bytes).and_then(|()| self.file.sync_all());
        written.map_err(|error| self.refused(&error))
    }

    pub fn write_report(&mut self, report: &Written, form: Form) -> Result<(), Refused> {
        let mut out = BufWriter::new(&self.file);
        let written = form.write(report, &mut out).and_then(|()| Ok(out.flush()?));
        drop(out);
        match written.and_then(|()| Ok(self.file.sync_all()?)) {
            Ok(()) => Ok(()),
            Err(WriteError::Out(error)) => Err(self.refused(&error)),
            Err(WriteError::Form(error)) => Err(error.into()),
        }
    }

    fn refused(&self, error: &std::io::Error) -> Refused {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Refused::Given(format!(
                "there is no room for {}: nothing was left there; free space, or give another folder with --out",
                self.out.display()
            )),
            _ => Refused::file(self.out, error),
        }
    }

    pub fn done(mut self) -> Result<(), Refused> {
        // Somebody may have written there meanwhile.
        backup::refuse_if_there(self.out)?;
        std::fs::rename(&self.part, self.out).map_err(|error| Refused::file(self.out, &error))?;
        self.whole = true;
        Ok(())
    }
}

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        if !self.whole {
            let _ = std::fs::remove_file(&self.part);
        }
    }
}
