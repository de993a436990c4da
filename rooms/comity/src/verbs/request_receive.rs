//! `comity request receive`: a request that came to a State, on that State's own record.

use super::request::read_file;
use crate::args::ReceiveArgs;
use crate::said::{Done, Refused};
use access::Viewer;
use law::Values;
use record::entry::Author;
use register::request::{Paper, Received, RequestId};
use std::io::Write;
use store::Home;

pub async fn run(home: &Home, args: ReceiveArgs) -> Result<Done, Refused> {
    let id = match &args.id {
        None => None,
        Some(text) => Some(RequestId::parse(text).ok_or_else(|| {
            Refused::Given(format!(
                "--id {text:?} is no id of a request; it has 32 hexadecimal digits in small letters"
            ))
        })?),
    };
    let mut values = Values::default();
    for pair in &args.set {
        let (element, text) = super::member(pair)?;
        values.0.entry(element).or_default().push(text);
    }
    let came = Received {
        id,
        text: read_file(&args.file)?,
        values,
        sent: args.sent.unwrap_or_default(),
        paper: Paper {
            number: args.note,
            dated: args.dated,
            received: args.received,
            scan: None,
        },
        author: Author::Officer(super::officer(args.officer)),
    };
    let house = super::open(home).await?;
    let id = house.register.receive_request(&Viewer::operator(), &came).await?;
    writeln!(std::io::stdout().lock(), "{id}")?;
    Ok(Done::Yes)
}
