//! `comity authorities`: whom to address in a State, as letters say it.

use super::{table, told};
use crate::args::{AddArgs, Authorities, Format, LetterArgs};
use crate::said::{Done, Refused};
use access::Viewer;
use record::entry::Author;
use register::authorities::{AuthorityError, AuthorityWords, Letter, WhichVersion};
use register::port::Recorded;
use register::view::model::{Ask, Authority, AuthorityView, Stage};
use std::io::Write;
use store::Home;

pub async fn run(home: &Home, authorities: Authorities) -> Result<Done, Refused> {
    let operator = Viewer::operator();
    let recorded = match authorities {
        Authorities::List {
            state,
            due,
            reading,
            format,
        } => {
            let reading = super::reading(&reading)?;
            let house = super::open(home).await?;
            told::view(&house, &operator).await?;
            let mut listed = house.register.authorities(&operator, &reading, state.as_deref()).await?;
            listed.retain(|authority| !due || authority.due_since.is_some());
            print_all(&listed, format)?;
            return Ok(if due && !listed.is_empty() { Done::No } else { Done::Yes });
        }
        Authorities::Show {
            authority,
            reading,
            format,
        } => {
            let reading = super::reading(&reading)?;
            let house = super::open(home).await?;
            told::view(&house, &operator).await?;
            let view = house.register.authority(&operator, &reading, &authority).await?;
            let view = view.ok_or_else(|| Refused::Authority(AuthorityError::NoSuch(authority)))?;
            return print_one(&view.authority, format);
        }
        Authorities::Add(add) => {
            let house = super::open(home).await?;
            let naming = naming(&house.register, &operator, &add).await?;
            let (letter, author) = from(&add.letter);
            let words = words(*add);
            house.register.name_authority(&operator, &naming, &words, &letter, &author).await?
        }
        Authorities::Confirm { authority, letter } => {
            let house = super::open(home).await?;
            let saw = newest(&house.register, &operator, &authority).await?.last;
            let (letter, author) = from(&letter);
            house
                .register
                .confirm_authority(&operator, &authority, &saw, &letter, &author)
                .await?
        }
        Authorities::End {
            authority,
            on,
            reason,
            letter,
        } => {
            let house = super::open(home).await?;
            let saw = newest(&house.register, &operator, &authority).await?.last;
            let (letter, author) = from(&letter);
            house
                .register
                .end_authority(&operator, (&authority, &saw), (&on, &reason), &letter, &author)
                .await?
        }
    };
    said(&recorded)
}

fn said(recorded: &Recorded) -> Result<Done, Refused> {
    writeln!(std::io::stdout().lock(), "{} {}", recorded.entry.matter, recorded.entry.id)?;
    Ok(Done::Yes)
}

/// An authority as it is now.
async fn newest(register: &register::Register, viewer: &Viewer, authority: &str) -> Result<AuthorityView, Refused> {
    let now = register::reading::Reading::new(None, None, false, register.today())?;
    let view = register.authority(viewer, &now, authority).await?;
    view.ok_or_else(|| Refused::Authority(AuthorityError::NoSuch(authority.to_owned())))
}

/// Which entry is written. The version that is there when the command runs is the one that was seen.
async fn naming(register: &register::Register, viewer: &Viewer, add: &AddArgs) -> Result<WhichVersion, Refused> {
    let Some(matter) = add.authority.clone() else {
        return Ok(WhichVersion::New {
            state: add.state.clone().unwrap_or_default(),
        });
    };
    let view = newest(register, viewer, &matter).await?;
    Ok(match &add.mistake {
        // A mistake is one of the version that begins last.
        Some(reason) => WhichVersion::Mistake {
            matter,
            saw: view.to_correct.last().map(|(entry, _)| entry.clone()).unwrap_or_default(),
            reason: reason.clone(),
        },
        None => WhichVersion::Changed { matter, saw: view.last },
    })
}

fn words(add: AddArgs) -> AuthorityWords {
    AuthorityWords {
        name: add.name,
        name_en: add.name_en,
        name_fr: add.name_fr,
        role: add.role,
        does: add.does,
        topics: add.topic,
        address: add.address,
        telephone: add.telephone,
        email: add.email,
        hours: add.hours,
        zone: add.zone,
        urgent: add.urgent,
        languages: add.language,
        channel: add.channel,
        channel_details: add.channel_details,
        key: add.key,
        from: add.from,
        until: add.until,
    }
}

fn from(args: &LetterArgs) -> (Letter, Author) {
    let letter = Letter {
        source: args.letter.clone(),
        dated: args.dated.clone(),
    };
    (letter, Author::Officer(super::officer(args.officer.clone())))
}

const COLUMNS: [&str; 9] = [
    "authority",
    "state",
    "name",
    "role",
    "does",
    "channel",
    "languages",
    "confirmed on",
    "stands",
];

fn cells(authority: &Authority) -> [String; 9] {
    let words = &authority.words;
    [
        authority.id.clone(),
        authority.state.code.clone(),
        words.called(false).to_owned(),
        words.role.clone(),
        words.does.join("; "),
        words.channel.clone(),
        words.languages.join("; "),
        authority.confirmed_on.map(|day| day.to_string()).unwrap_or_default(),
        stands(authority),
    ]
}

/// Where it is in its life, and whether it is due.
fn stands(authority: &Authority) -> String {
    let ask = match authority.ask {
        Ask::State => "the State's people",
        Ask::ByLetter => "the authority, by letter",
    };
    match (authority.stage, authority.due_since) {
        (Stage::InForce, Some(due)) => format!("due for confirmation since {due}: ask {ask}"),
        (Stage::InForce, None) => "in force".to_owned(),
        (Stage::Planned, _) => format!("begins {}", authority.words.from),
        (Stage::Over, _) => "over".to_owned(),
    }
}

fn print_all(listed: &[Authority], format: Format) -> Result<Done, Refused> {
    let rows = |listed: &[Authority]| -> Vec<[String; 9]> { listed.iter().map(cells).collect() };
    super::print(
        listed,
        format,
        |listed| web::csv::table(COLUMNS, &rows(listed)),
        |out, listed| match listed {
            [] => writeln!(out, "no authority is recorded"),
            listed => table::headed(out, COLUMNS, rows(listed)),
        },
    )
}

fn print_one(authority: &Authority, format: Format) -> Result<Done, Refused> {
    let lines = |authority: &Authority| -> Vec<[String; 2]> {
        let words = &authority.words;
        let of_list = COLUMNS.iter().map(|column| (*column).to_owned()).zip(cells(authority));
        let more = [
            ("name in its own language", words.name.clone()),
            ("name in English", words.name_en.clone()),
            ("name in French", words.name_fr.clone()),
            ("topics", words.topics.join("; ")),
            ("address", words.address.replace('\n', ", ")),
            ("telephone", words.telephone.clone()),
            ("e-mail", words.email.clone()),
            ("hours", words.hours.clone()),
            ("time zone", words.zone.clone()),
            ("urgent", words.urgent.replace('\n', ", ")),
            ("more about the channel", words.channel_details.clone()),
            ("key", words.key.clone()),
            ("from", words.from.clone()),
            ("until", words.until.clone()),
            ("not there from", authority.ended.map(|day| day.to_string()).unwrap_or_default()),
            ("entry", authority.entry.clone()),
        ];
        let more = more.into_iter().map(|(name, value)| (name.to_owned(), value));
        let all = of_list.chain(more).filter(|(_, value)| !value.is_empty());
        all.map(|(name, value)| [name, value]).collect()
    };
    super::print(
        authority,
        format,
        |authority| web::csv::table(["what", "value"], &lines(authority)),
        |out, authority| table::write(out, &lines(authority)),
    )
}
