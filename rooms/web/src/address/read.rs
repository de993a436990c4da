//! An address as it was given, read into the page that it names, with what is wrong with it.

use super::{Address, Asked, DateFields, FILE_PAGES, Format, Lang, Place, ReportAsked};
use crate::query::{self, Parameters, Wrong};
use jiff::civil::Date;
use register::desk::Reference;
use register::reading::Reading;
use register::view::DoubtFilter;
use register::view::model::{Filter, RequestFilter, RowFilter};
use reports::report::Kind;

/// Every parameter that a page or its forms send.
const KNOWN: [&str; 28] = [
    "as_at",
    "known_on",
    "hindsight",
    "situation",
    "status",
    "years",
    "name",
    "q",
    "after",
    "page",
    "d",
    "m",
    "y",
    "kd",
    "km",
    "ky",
    "state",
    "kind",
    "topic",
    "from",
    "fd",
    "fm",
    "fy",
    "file",
    "disputed",
    "person",
    "stands",
    "since",
];

impl Asked {
    /// Reads an address: the first segment of its path, what follows it (decoded, empty where nothing
    /// does), and its query as it stands. None where no page lies at the path.
    pub(crate) fn read(lang: &str, rest: &str, raw_query: Option<&str>, today: Date) -> Option<Asked> {
        let lang = Lang::of_tag(lang)?;
        if crate::inside::is_inside(rest) {
            return Some(Asked::inside(lang, rest, raw_query.unwrap_or_default(), today));
        }
        let (place, format) = read_path(rest)?;
        let raw = raw_query.unwrap_or_default();
        let kept = kept_pairs(raw);
        let (parameters, mut wrong) = match Parameters::parse(Some(&kept), &KNOWN) {
            Ok(parameters) => (parameters, Vec::new()),
            Err(wrong) => (Parameters::default(), wrong),
        };
        let (place, refusals) = with_parameters(place, &parameters);
        wrong.extend(refusals);

        let from_form = DateFields::given(&parameters, ["d", "m", "y"]);
        let as_at = from_form
            .as_ref()
            .map(DateFields::written)
            .or_else(|| parameters.get("as_at").map(str::to_owned));
        let known_from_form = DateFields::given(&parameters, ["kd", "km", "ky"]);
        // The form always sends the day known on; today's says nothing that the page does not say already.
        let known_on = match &known_from_form {
            Some(fields) => Some(fields.written()).filter(|written| *written != today.to_string()),
            None => parameters.get("known_on").map(str::to_owned),
        };
        let hindsight = parameters.one_of("hindsight", &query::YES_OR_NO).unwrap_or_else(|refusal| {
            wrong.push(refusal);
            None
        });
        let hindsight = hindsight.is_some_and(|word| word == "1" || word == "true");
        // Each day alone, so that the page can say all that is wrong at once.
        for (as_at, known_on) in [(as_at.as_deref(), None), (None, known_on.as_deref())] {
            wrong.extend(Reading::new(as_at, known_on, hindsight, today).err().map(Wrong::from));
        }
        let day = from_form.unwrap_or_else(|| as_at.as_deref().map_or_else(|| DateFields::of(today), DateFields::of_text));
        let known = known_from_form.unwrap_or_else(|| known_on.as_deref().map_or_else(|| DateFields::of(today), DateFields::of_text));
        let reading = Reading::new(as_at.as_deref(), known_on.as_deref(), hindsight, today);
        let mut address = Address {
            lang,
            place,
            format,
            as_at: None,
            known_on: None,
            hindsight,
        };
        let reading = match (reading, wrong.is_empty()) {
            (Ok(reading), true) => {
                address.as_at = reading.dated.then_some(reading.as_at);
                address.known_on = reading.known_on;
                Ok(reading)
            }
            _ => Err(wrong),
        };
        let moved = match &reading {
            Ok(_) => {
                let canonical = Parameters::parse(Some(&address.query()), &KNOWN);
                let first_page_by_name = address.place == Place::Overview && address.format == Format::Html && !rest.is_empty();
                let same = kept == raw && canonical.as_ref() == Ok(&parameters) && !first_page_by_name;
                (!same).then(|| address.href())
            }
            Err(_) => None,
        };
        Some(Asked {
            address,
            reading,
            day,
            known,
            moved,
        })
    }
}

impl Asked {
    /// A page for whoever is signed in, which has no reading: it is about now.
    pub(crate) fn inside(lang: Lang, path: &str, query: &str, today: Date) -> Asked {
        let path: Vec<String> = path.split('/').map(super::encode).collect();
        Asked {
            address: Address::plain(lang, Place::Inside(path.join("/"), query.to_owned())),
            reading: Reading::new(None, None, false, today).map_err(|error| vec![Wrong::from(error)]),
            day: DateFields::of(today),
            known: DateFields::of(today),
            moved: None,
        }
    }
}

/// Place and form of the path after the language.
fn read_path(rest: &str) -> Option<(Place, Format)> {
    let (rest, format) = match rest.rsplit_once('.') {
        Some((rest, "json")) => (rest, Format::Json),
        Some((rest, "csv")) => (rest, Format::Csv),
        _ => (rest, Format::Html),
    };
    let place = match rest.split_once('/') {
        None => match (rest, format) {
            ("", Format::Html) | ("overview", _) => Place::Overview,
            ("warrants", _) => Place::Warrants(Filter::default()),
            ("situations", _) => Place::Situations,
            ("working", _) => Place::Working,
            ("counts", _) => Place::Counts,
            ("search", _) => Place::Search(String::new()),
            ("states", _) => Place::States,
            ("public-requests", _) => Place::PublicRequests(RequestFilter::default()),
            ("compare", _) => Place::Compare(None, DateFields::default()),
            ("contacts", Format::Html) => Place::Contacts,
            ("sources", _) => Place::Sources,
            ("doubts", _) => Place::Doubts(DoubtFilter::default()),
            ("reports", Format::Html) => Place::Reports,
            ("data", Format::Html) => Place::Data,
            ("accessibility", Format::Html) => Place::Accessibility,
            ("about", _) => Place::About,
            ("error", Format::Html) => Place::Error {
                page: None,
                received: None,
            },
            (word, _) => {
                let page = FILE_PAGES.iter().find(|page| page.word == word)?;
                Place::File(page, RowFilter::default())
            }
        },
        Some((kind, segment)) => {
            let one = !segment.is_empty() && !segment.contains('/');
            match kind {
                "person" if one => Place::Person(segment.to_owned()),
                "situation" if one => Place::Situation(query::situation_of_segment(segment)?),
                "state" if one => Place::State(segment.to_owned()),
                "treaty" if one => Place::Treaty(segment.to_owned()),
                "file" if one => Place::Row(segment.to_owned()),
                "public-request" if one => Place::PublicRequest(segment.to_owned()),
                "reports" if format == Format::Html => Place::Report(ReportAsked::plain(Kind::of_word(segment)?)),
                "issued" if format == Format::Html => Place::Issued(segment.to_owned()),
                "entry" if one => Place::Entry(segment.to_owned()),
                "error" if format == Format::Html => Place::Error {
                    page: None,
                    received: Some(Reference::parse(segment).filter(|reference| reference.to_string() == segment)?),
                },
                "" if segment.is_empty() && format == Format::Html => Place::Overview,
                _ => return None,
            }
        }
    };
    Some((place, format))
}

/// The pairs of a query that pages read: known, with a value, the first of each name.
fn kept_pairs(raw: &str) -> String {
    let mut kept: Vec<(&str, &str)> = Vec::new();
    for pair in raw.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if KNOWN.contains(&name) && !value.is_empty() && !kept.iter().any(|(earlier, _)| *earlier == name) {
            kept.push((name, value));
        }
    }
    kept.iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect::<Vec<_>>()
        .join("&")
}

/// The place with what the parameters ask of it, and what is wrong with them.
fn with_parameters(place: Place, parameters: &Parameters) -> (Place, Vec<Wrong>) {
    let text = |name: &str| {
        parameters
            .get(name)
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
    };
    match place {
        Place::Warrants(_) => {
            let mut wrong = Vec::new();
            let mut filter = Filter {
                name: text("name"),
                after: text("after"),
                ..Filter::default()
            };
            match parameters.situation("situation") {
                Ok(situation) => filter.situation = situation.map(str::to_owned),
                Err(refusal) => wrong.push(refusal),
            }
            match parameters.one_of("status", &query::STATUSES) {
                // Outstanding is what the page shows where nothing is said.
                Ok(status) => filter.status = status.filter(|status| *status != "outstanding").map(str::to_owned),
                Err(refusal) => wrong.push(refusal),
            }
            match parameters.one_of("years", &query::YEARS) {
                Ok(years) => filter.years = years.and_then(|years| years.parse().ok()),
                Err(refusal) => wrong.push(refusal),
            }
            (Place::Warrants(filter), wrong)
        }
        Place::File(page, _) => {
            let filter = RowFilter {
                state: text("state"),
                kind: text("kind"),
                topic: text("topic"),
                after: text("after"),
            };
            (Place::File(page, filter), Vec::new())
        }
        Place::PublicRequests(_) => {
            let mut wrong = Vec::new();
            let stands = parameters
                .one_of("stands", &crate::pages::REQUESTS_STAND)
                .unwrap_or_else(|refusal| {
                    wrong.push(refusal);
                    None
                });
            let filter = RequestFilter {
                state: text("state"),
                person: text("person"),
                stands: stands.map(str::to_owned),
                after: text("after"),
            };
            (Place::PublicRequests(filter), wrong)
        }
        Place::Compare(..) => {
            let from_form = DateFields::given(parameters, ["fd", "fm", "fy"]);
            let written = from_form.as_ref().map(DateFields::written).or_else(|| text("from"));
            let fields = from_form.unwrap_or_else(|| written.as_deref().map(DateFields::of_text).unwrap_or_default());
            match written.map(|written| query::day("from", &written)).transpose() {
                Ok(from) => (Place::Compare(from, fields), Vec::new()),
                Err(refusal) => (Place::Compare(None, fields), vec![refusal]),
            }
        }
        Place::Report(ReportAsked { kind, .. }) => {
            let (since, wrong) = match text("since").map(|written| query::day("since", &written)).transpose() {
                Ok(since) => (since, Vec::new()),
                Err(refusal) => (None, vec![refusal]),
            };
            // What a report does not ask for says nothing in its address.
            let asked = ReportAsked {
                kind,
                state: text("state").filter(|_| kind.is_of_state()),
                person: text("person").filter(|_| kind == Kind::Person),
                since: since.filter(|_| kind.compares()),
            };
            (Place::Report(asked), wrong)
        }
        Place::Doubts(_) => {
            let (disputed, wrong) = match parameters.one_of("disputed", &query::YES_OR_NO) {
                Ok(word) => (word.is_some_and(|word| word == "1" || word == "true"), Vec::new()),
                Err(refusal) => (false, vec![refusal]),
            };
            let file = text("file");
            (Place::Doubts(DoubtFilter { file, disputed }), wrong)
        }
        Place::Search(_) => (Place::Search(text("q").unwrap_or_default()), Vec::new()),
        Place::Error { received, .. } => {
            let page = text("page").and_then(|address| page_named(&address)).map(Box::new);
            (Place::Error { page, received }, Vec::new())
        }
        other => (other, Vec::new()),
    }
}

/// The page of ours that an address names, without its reading; none where it names something else, or the
/// form itself, which would name a page again.
pub(super) fn page_named(address: &str) -> Option<Address> {
    let (path, raw) = address.split_once('?').unwrap_or((address, ""));
    let path = path.strip_prefix('/')?;
    let (lang, rest) = path.split_once('/').unwrap_or((path, ""));
    let (place, _) = read_path(&query::decode(rest)?)?;
    if matches!(place, Place::Error { .. }) {
        return None;
    }
    let parameters = Parameters::parse(Some(&kept_pairs(raw)), &KNOWN).unwrap_or_default();
    Some(Address::plain(Lang::of_tag(lang)?, with_parameters(place, &parameters).0))
}
