//! `comity matter`: an officer adds to matter that is not public, closes it further, opens it, or erases of it.

use super::{matter_export, told};
use crate::args::{AudienceArgs, ChangeArgs, Format, Matter};
use crate::said::{Done, Refused};
use access::Viewer;
use record::entry::Author;
use register::audit::Act;
use register::erasing::{ErasureDecline, ErasureOrder, ErasureRequest};
use register::matter::{Addition, AudienceWords, Change, NewAudience};
use register::port::{Of, Recorded, Store};
use serde::Serialize;
use std::io::Write;
use store::Home;

pub async fn run(home: &Home, matter: Matter) -> Result<Done, Refused> {
    let house = super::open(home).await?;
    let (register, operator) = (&house.register, Viewer::operator());
    let change = async |change: Change, args: ChangeArgs, authority: Option<String>| {
        let new = NewAudience {
            matter: args.matter,
            change,
            audience: words(args.audience),
            decision: args.decision,
            authority,
            effective: args.effective,
            author: Author::Officer(super::officer(args.officer)),
        };
        // Told before it is done, so that it cannot be done without.
        let changed = register.check_change_of_audience(&operator, &new).await?;
        let act = match change {
            Change::Narrow => Act::Narrowed,
            Change::Unseal => Act::Unsealed,
            Change::WithdrawFromPublic => Act::WithdrawnFromPublic,
        };
        let events: Vec<_> = changed
            .iter()
            .map(|(matter, level)| told::event(act).matter(matter, *level))
            .collect();
        told::tell(&house, &events).await?;
        Result::<Recorded, Refused>::Ok(register.change_audience(&operator, &new).await?)
    };
    let recorded = match matter {
        Matter::Add {
            kind,
            matter,
            effective,
            about,
            set,
            audience,
            basis,
            source,
            officer,
        } => {
            let addition = Addition {
                matter,
                kind,
                effective,
                about,
                set: set.iter().map(|text| super::member(text)).collect::<Result<_, _>>()?,
                audience: words(audience),
                basis,
                source,
                author: Author::Officer(super::officer(officer)),
            };
            register.add(&operator, &addition).await?
        }
        Matter::Narrow(args) => change(Change::Narrow, args, None).await?,
        Matter::Withdraw(args) => change(Change::WithdrawFromPublic, args, None).await?,
        Matter::Unseal { change: args, authority } => change(Change::Unseal, args, Some(authority)).await?,
        Matter::EraseRequest { matter, entry, because } => {
            let request = ErasureRequest {
                matter,
                entries: entry,
                reason: because.reason,
                authority: because.authority,
                author: Author::Officer(because.officer),
            };
            let draft = register.check_request_of_erasure(&operator, &request).await?;
            let event = told::event(Act::ErasureRequested).matter(&draft.matter, draft.audience.level);
            told::tell(&house, &[event]).await?;
            register.request_erasure(&operator, &request).await?
        }
        Matter::Erase { request, because } => {
            let order = ErasureOrder {
                request,
                reason: because.reason,
                authority: because.authority,
                author: Author::Officer(because.officer),
            };
            let draft = register.check_order_of_erasure(&operator, &order).await?;
            let event = told::event(Act::ErasureOrdered).matter(&draft.matter, draft.audience.level);
            told::tell(&house, &[event]).await?;
            let recorded = register.order_erasure(&operator, &order).await?;
            if !house.store.is_cleared().await? {
                eprintln!(
                    "comity: recorded and erased, but copies may still stand in free places of the database and in its log; \
                     they go when the record is opened next and no other program reads, or with `comity record rebuild`"
                );
            }
            recorded
        }
        Matter::EraseDecline { request, reason, officer } => {
            let decline = ErasureDecline {
                request,
                reason,
                author: Author::Officer(super::officer(officer)),
            };
            let draft = register.check_decline_of_erasure(&operator, &decline).await?;
            let event = told::event(Act::ErasureDeclined).matter(&draft.matter, draft.audience.level);
            told::tell(&house, &[event]).await?;
            register.decline_erasure(&operator, &decline).await?
        }
        Matter::Export { matter, out, officer } => return matter_export::run(home, &house, &matter, &out, officer).await,
        Matter::Show { matter, format } => {
            let entries = house.store.entries(&operator, Of::Matters(vec![matter.clone()]), None).await?;
            told::opened(&house, &entries).await?;
            return show(&matter, &entries, format);
        }
    };
    writeln!(std::io::stdout().lock(), "{} {}", recorded.entry.matter, recorded.entry.id)?;
    Ok(Done::Yes)
}

fn words(args: AudienceArgs) -> AudienceWords {
    AudienceWords {
        level: args.level,
        list: args.to,
        left_out: args.without,
        originator: args.from,
    }
}

/// An entry of a matter, as it is printed.
#[derive(Serialize)]
struct Shown {
    id: String,
    kind: String,
    effective: String,
    recorded: String,
    level: &'static str,
    to: Vec<String>,
    without: Vec<String>,
    from: Option<String>,
    basis: Option<String>,
    author: String,
}

fn show(matter: &str, entries: &[Recorded], format: Format) -> Result<Done, Refused> {
    if entries.is_empty() {
        return Err(Refused::Given(format!("there is no matter {matter:?} in this record")));
    }
    let shown = entries.iter().map(|r| {
        let audience = &r.audience;
        Shown {
            id: r.entry.id.to_string(),
            kind: r.entry.kind.clone(),
            effective: r.entry.effective.to_string(),
            recorded: r.entry.recorded.to_string(),
            level: audience.level.word(),
            to: audience.list.iter().map(|reader| reader.text()).collect(),
            without: audience.left_out.iter().map(|reader| reader.text()).collect(),
            from: audience.originator.as_ref().map(|reader| reader.text()),
            basis: r.entry.basis.clone(),
            author: r.entry.author.text(),
        }
    });
    let shown: Vec<Shown> = shown.collect();
    super::print(shown.as_slice(), format, csv, |out, shown| {
        let heading = ["entry", "kind", "effective", "level now", "open to"].map(str::to_owned);
        let lines = shown.iter().map(|s| {
            let left_out = if s.without.is_empty() {
                String::new()
            } else {
                format!(", without {}", s.without.join(" "))
            };
            let open_to = format!("{}{left_out}", s.to.join(" "));
            [s.id.clone(), s.kind.clone(), s.effective.clone(), s.level.to_owned(), open_to]
        });
        super::table::write(out, &std::iter::once(heading).chain(lines).collect::<Vec<_>>())
    })
}

fn csv(shown: &[Shown]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let heading = [
        "id",
        "kind",
        "effective",
        "recorded",
        "level",
        "to",
        "without",
        "from",
        "basis",
        "author",
    ];
    // Writing into memory does not fail.
    let _ = writer.write_record(heading);
    for s in shown {
        let (to, without) = (s.to.join("; "), s.without.join("; "));
        let _ = writer.write_record([
            s.id.as_str(),
            &s.kind,
            &s.effective,
            &s.recorded,
            s.level,
            &to,
            &without,
            s.from.as_deref().unwrap_or_default(),
            s.basis.as_deref().unwrap_or_default(),
            &s.author,
        ]);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
