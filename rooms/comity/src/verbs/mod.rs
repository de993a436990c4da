//! One file a verb.

mod fact;
mod import;
mod law;
mod outstanding;
mod record;
mod serve;

use crate::args::{Args, ReadingArgs, Verb};
use crate::house::House;
use crate::said::{Done, Refused};
use crate::system::System;
use jiff::civil::Date;
use register::reading::Reading;
use std::path::Path;
use std::sync::Arc;

/// Runs what was asked for.
///
/// # Errors
/// The call, the input or the folder is wrong.
pub async fn run(args: Args) -> Result<Done, Refused> {
    let data = args.data;
    match args.verb.unwrap_or_else(|| Verb::Serve(Default::default())) {
        Verb::Serve(serve) => serve::run(&data, serve).await,
        Verb::Import { folder, format } => import::run(&data, &folder, format).await,
        Verb::Outstanding { reading, format } => outstanding::run(&data, &reading, format).await,
        Verb::Fact(fact) => fact::run(&data, fact).await,
        Verb::Law(law) => law::run(law),
        Verb::Record(record) => record::run(&data, record).await,
    }
}

/// Opens the folder; a first start says what was taken in, on the standard error.
async fn open(data: &Path) -> Result<House, Refused> {
    let house = House::open(data, Arc::new(System)).await?;
    if let Some(report) = &house.taken_in {
        let folder = data.display();
        eprintln!(
            "comity: began a record in {folder} and took in the public record, edition {}, {} entries",
            report.edition, report.added
        );
    }
    Ok(house)
}

fn reading(args: &ReadingArgs, today: Date) -> Result<Reading, Refused> {
    Ok(Reading::new(
        args.as_at.as_deref(),
        args.known_on.as_deref(),
        args.hindsight,
        today,
    )?)
}
