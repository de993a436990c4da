//! How a page and its reading are written in an address.
//!
//! Each page has one canonical address: language, place, then `as_at`, `known_on`, `hindsight` and
//! what the page itself asks, each only where it says something. Whatever else is given (the three
//! fields of a date from the form, empty fields, unknown parameters) leads there by a redirect.

mod read;

use crate::query::{self, Parameters, Wrong};
use jiff::civil::Date;
use register::desk::Reference;
use register::reading::Reading;
use register::view::DoubtFilter;
use register::view::model::{Filter, RequestFilter, RowFilter};
use reports::report::Kind;

/// A language of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lang {
    /// English.
    En,
    /// French.
    Fr,
}

impl Lang {
    /// All of them, in the order in which they are offered.
    pub(crate) const ALL: [Lang; 2] = [Lang::En, Lang::Fr];

    /// The BCP 47 tag, which is also the first segment of the address.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// The language's own name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Fr => "Français",
        }
    }

    /// The language with this tag.
    pub(crate) fn of_tag(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// The language that an `Accept-Language` header prefers (RFC 9110, section 12.5.4); English where
    /// it names none of ours.
    pub(crate) fn preferred(header: &str) -> Lang {
        let mut best = (Lang::En, 0.0_f32);
        for item in header.split(',') {
            let mut parts = item.split(';');
            let tag = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q=")?.parse::<f32>().ok())
                .unwrap_or(1.0);
            let primary = tag.split('-').next().unwrap_or_default();
            if let Some(lang) = Lang::of_tag(primary).filter(|_| weight > best.1) {
                best = (lang, weight);
            }
        }
        best.0
    }
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The first page.
    Overview,
    /// The list of warrants, filtered.
    Warrants(Filter),
    /// One person, by the pack's key.
    Person(String),
    /// All situations.
    Situations,
    /// One situation, by its number.
    Situation(String),
    /// How the figure was made.
    Working,
    /// Our counts beside those of institutions.
    Counts,
    /// A search by name; empty before anything was asked.
    Search(String),
    /// One entry, by its id.
    Entry(String),
    /// All States.
    States,
    /// One State, by its code (alpha-3) or whatever somebody writes for it.
    State(String),
    /// The parties to a treaty, by its id.
    Treaty(String),
    /// A file of the register, filtered.
    File(&'static FilePage, RowFilter),
    /// One row of a file, by its matter.
    Row(String),
    /// The requests that the public record tells of, filtered.
    PublicRequests(RequestFilter),
    /// One of them, by its id.
    PublicRequest(String),
    /// What changed between two days: the earlier one, as far as it was given, and what stands in its fields.
    Compare(Option<Date>, DateFields),
    /// The form by which a list of contacts is checked.
    Contacts,
    /// Where facts come from.
    Sources,
    /// Facts that are not verified or disputed.
    Doubts(DoubtFilter),
    /// Which reports there are.
    Reports,
    /// One report, made of the record.
    Report(ReportAsked),
    /// A report that was issued, by the id of its entry.
    Issued(String),
    /// The register to take along.
    Data,
    /// How far these pages can be used by everybody.
    Accessibility,
    /// What this is.
    About,
    /// A page for whoever is signed in: its path after the language, and its query as it stands. See `crate::inside`.
    Inside(String, String),
    /// The form by which an error is reported.
    Error {
        /// The page in which it stands, without its reading; none where no page of ours is named.
        page: Option<Box<Address>>,
        /// What the report is known by that was handed in.
        received: Option<Reference>,
    },
}

/// A report that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReportAsked {
    /// Which.
    pub(crate) kind: Kind,
    /// The State that it is about, as somebody wrote it.
    pub(crate) state: Option<String>,
    /// The person whom it is about, by key.
    pub(crate) person: Option<String>,
    /// The earlier day with which it compares.
    pub(crate) since: Option<Date>,
}

impl ReportAsked {
    /// One of which only the kind is known.
    pub(crate) fn plain(kind: Kind) -> ReportAsked {
        ReportAsked {
            kind,
            state: None,
            person: None,
            since: None,
        }
    }
}

/// A page that shows a file of the register.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FilePage {
    /// The word in the address.
    pub(crate) word: &'static str,
    /// The file that it shows.
    pub(crate) file: &'static str,
}

/// The pages that show files, in the order of the navigation.
pub(crate) static FILE_PAGES: [FilePage; 8] = [
    FilePage {
        word: "findings",
        file: "findings",
    },
    FilePage {
        word: "agreements",
        file: "agreements",
    },
    FilePage {
        word: "declarations",
        file: "article87",
    },
    FilePage {
        word: "laws",
        file: "legislation",
    },
    FilePage {
        word: "referrals",
        file: "referrals",
    },
    FilePage {
        word: "acceptances",
        file: "acceptances",
    },
    FilePage {
        word: "resolutions",
        file: "resolutions",
    },
    FilePage {
        word: "pledges",
        file: "pledges",
    },
];

/// The page that shows a file of the register, if one does.
pub(crate) fn page_of_file(file: &str) -> Option<&'static FilePage> {
    FILE_PAGES.iter().find(|page| page.file == file)
}

/// The form in which a page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// The page itself.
    Html,
    /// The view as JSON.
    Json,
    /// The view as a table.
    Csv,
}

/// What a page is asked for by its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    /// Language.
    pub(crate) lang: Lang,
    /// Which page.
    pub(crate) place: Place,
    /// In which form.
    pub(crate) format: Format,
    /// The day in the world, where one is named.
    pub(crate) as_at: Option<Date>,
    /// The day known on, where one is named.
    pub(crate) known_on: Option<Date>,
    /// With hindsight.
    pub(crate) hindsight: bool,
}

/// What stands in the fields of the date sentence, wrong or right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DateFields {
    /// Day.
    pub(crate) d: String,
    /// Month, 1 to 12.
    pub(crate) m: String,
    /// Year.
    pub(crate) y: String,
}

impl DateFields {
    pub(crate) fn of(date: Date) -> DateFields {
        DateFields {
            d: date.day().to_string(),
            m: date.month().to_string(),
            y: date.year().to_string(),
        }
    }

    /// The fields of a text that should be a date, as far as it can be taken apart.
    fn of_text(text: &str) -> DateFields {
        let mut parts = text.splitn(3, '-').map(|part| part.trim_start_matches('0').to_owned());
        let (y, m, d) = (parts.next(), parts.next(), parts.next());
        DateFields {
            d: d.unwrap_or_default(),
            m: m.unwrap_or_default(),
            y: y.unwrap_or_default(),
        }
    }

    /// Read out of three parameters; none where all are empty.
    fn given(parameters: &Parameters, names: [&str; 3]) -> Option<DateFields> {
        let [d, m, y] = names.map(|name| parameters.get(name).unwrap_or_default().trim().to_owned());
        let fields = DateFields { d, m, y };
        (fields != DateFields::default()).then_some(fields)
    }

    /// Year, month and day as `Reading` reads them.
    pub(crate) fn written(&self) -> String {
        format!("{:0>4}-{:0>2}-{:0>2}", self.y, self.m, self.d)
    }
}

/// An address that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// The page; its days only where they are right.
    pub(crate) address: Address,
    /// The reading, or all that is wrong.
    pub(crate) reading: Result<Reading, Vec<Wrong>>,
    /// What stands in the fields of the day in the world.
    pub(crate) day: DateFields,
    /// What stands in the fields of the day known on.
    pub(crate) known: DateFields,
    /// Where the same page has its canonical address, if this is not it.
    pub(crate) moved: Option<String>,
}

impl Address {
    /// The address of another page in the same language and reading.
    pub(crate) fn to(&self, place: Place) -> Address {
        Address {
            place,
            format: Format::Html,
            ..self.clone()
        }
    }

    /// The address of the form by which an error in this page is reported, in the same reading.
    pub(crate) fn to_error(&self) -> Address {
        let page = match &self.place {
            Place::Error { page, .. } => page.clone(),
            place => {
                let page = Address::plain(self.lang, place.clone());
                let short = |address: &str| address.chars().count() <= query::LONGEST;
                let named = [page.href(), page.path()].into_iter().find(|address| short(address));
                named.and_then(|address| read::page_named(&address)).map(Box::new)
            }
        };
        self.to(Place::Error { page, received: None })
    }

    /// A page in the newest reading of today.
    pub(crate) fn plain(lang: Lang, place: Place) -> Address {
        Address {
            lang,
            place,
            format: Format::Html,
            as_at: None,
            known_on: None,
            hindsight: false,
        }
    }

    /// The canonical address.
    pub(crate) fn href(&self) -> String {
        let query = self.query();
        if query.is_empty() {
            self.path()
        } else {
            format!("{}?{query}", self.path())
        }
    }

    /// The path alone.
    pub(crate) fn path(&self) -> String {
        let place = match &self.place {
            Place::Overview if self.format == Format::Html => String::new(),
            Place::Overview => "/overview".to_owned(),
            Place::Warrants(_) => "/warrants".to_owned(),
            Place::Person(key) => format!("/person/{}", encode(key)),
            Place::Situations => "/situations".to_owned(),
            Place::Situation(no) => format!("/situation/{}", encode(&query::segment_of_situation(no))),
            Place::Working => "/working".to_owned(),
            Place::Counts => "/counts".to_owned(),
            Place::Search(_) => "/search".to_owned(),
            Place::Entry(id) => format!("/entry/{}", encode(id)),
            Place::States => "/states".to_owned(),
            Place::State(code) => format!("/state/{}", encode(code)),
            Place::Treaty(id) => format!("/treaty/{}", encode(id)),
            Place::File(page, _) => format!("/{}", page.word),
            Place::Row(matter) => format!("/file/{}", encode(matter)),
            Place::PublicRequests(_) => "/public-requests".to_owned(),
            Place::PublicRequest(id) => format!("/public-request/{}", encode(id)),
            Place::Compare(..) => "/compare".to_owned(),
            Place::Contacts => "/contacts".to_owned(),
            Place::Sources => "/sources".to_owned(),
            Place::Doubts(_) => "/doubts".to_owned(),
            Place::Reports => "/reports".to_owned(),
            Place::Report(asked) => format!("/reports/{}", asked.kind.word()),
            Place::Issued(id) => format!("/issued/{}", encode(id)),
            Place::Data => "/data".to_owned(),
            Place::Accessibility => "/accessibility".to_owned(),
            Place::About => "/about".to_owned(),
            Place::Inside(path, _) => format!("/{path}"),
            Place::Error { received: None, .. } => "/error".to_owned(),
            Place::Error {
                received: Some(reference), ..
            } => format!("/error/{reference}"),
        };
        let suffix = match self.format {
            Format::Html => "",
            Format::Json => ".json",
            Format::Csv => ".csv",
        };
        format!("/{}{place}{suffix}", self.lang.tag())
    }

    /// The parameters that say how the record is read.
    pub(crate) fn reading_pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        pairs.extend(self.as_at.map(|day| ("as_at", day.to_string())));
        pairs.extend(self.known_on.map(|day| ("known_on", day.to_string())));
        if self.hindsight {
            pairs.push(("hindsight", "1".to_owned()));
        }
        pairs
    }

    /// The parameters of the page itself.
    pub(crate) fn place_pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        match &self.place {
            Place::Warrants(filter) => {
                pairs.extend(filter.situation.clone().map(|value| ("situation", value)));
                pairs.extend(filter.status.clone().map(|value| ("status", value)));
                pairs.extend(filter.years.map(|value| ("years", value.to_string())));
                pairs.extend(filter.name.clone().map(|value| ("name", value)));
                pairs.extend(filter.after.clone().map(|value| ("after", value)));
            }
            Place::File(_, filter) => {
                pairs.extend(filter.state.clone().map(|value| ("state", value)));
                pairs.extend(filter.kind.clone().map(|value| ("kind", value)));
                pairs.extend(filter.topic.clone().map(|value| ("topic", value)));
                pairs.extend(filter.after.clone().map(|value| ("after", value)));
            }
            Place::PublicRequests(filter) => {
                pairs.extend(filter.state.clone().map(|value| ("state", value)));
                pairs.extend(filter.person.clone().map(|value| ("person", value)));
                pairs.extend(filter.stands.clone().map(|value| ("stands", value)));
                pairs.extend(filter.after.clone().map(|value| ("after", value)));
            }
            Place::Report(asked) => {
                pairs.extend(asked.state.clone().map(|value| ("state", value)));
                pairs.extend(asked.person.clone().map(|value| ("person", value)));
                pairs.extend(asked.since.map(|day| ("since", day.to_string())));
            }
            Place::Compare(from, _) => pairs.extend(from.map(|day| ("from", day.to_string()))),
            Place::Doubts(filter) => {
                pairs.extend(filter.file.clone().map(|value| ("file", value)));
                if filter.disputed {
                    pairs.push(("disputed", "1".to_owned()));
                }
            }
            Place::Search(q) if !q.is_empty() => pairs.push(("q", q.clone())),
            Place::Error { page: Some(page), .. } => pairs.push(("page", page.href())),
            _ => {}
        }
        pairs
    }

    fn query(&self) -> String {
        if let Place::Inside(_, query) = &self.place {
            return query.clone();
        }
        let pairs = self.reading_pairs().into_iter().chain(self.place_pairs());
        pairs
            .map(|(name, value)| format!("{name}={}", encode(&value)))
            .collect::<Vec<_>>()
            .join("&")
    }
}

/// Percent-encodes all but the unreserved characters of RFC 3986, so that no browser or proxy writes
/// the address differently.
pub(crate) fn encode(text: &str) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
#[path = "address_tests.rs"]
mod tests;
