//! The pages of files as data: which columns stand on each, in which order, under which heading, filtered by
//! what, and on which rules of law the page rests.

use super::cells::Shown;
use crate::layout::Entry;
use crate::markup::Markup;
use crate::written::{Length, capital};
use register::view::model::Row;

/// How a file is shown.
pub(crate) struct Shows {
    /// The file.
    pub(crate) file: &'static str,
    /// The entry of the navigation under which it stands.
    pub(crate) entry: Entry,
    /// Key of the heading, which says the result: takes `n`, `states` and what `counts` names.
    pub(crate) head: &'static str,
    /// Key of the line under it, with the same arguments.
    pub(crate) deck: &'static str,
    /// Arguments of heading and deck that count rows: each with the rows that it counts.
    pub(crate) counts: &'static [(&'static str, Which)],
    /// The rows whose States the heading counts, each State once.
    pub(crate) of_states: Which,
    /// The words of the column `kind`, in the order in which they are shown, each with the key of its heading
    /// (which takes `n`) and of the note beside it; empty where the page is one list.
    pub(crate) groups: &'static [(&'static str, &'static str, &'static str)],
    /// Whether the rows stand by State: where their days say little, and a State is what is looked for.
    pub(crate) by_state: bool,
    /// The columns; the first is the row's heading.
    pub(crate) columns: &'static [Column],
    /// Key of what is said of how the list was made.
    pub(crate) made: &'static str,
    /// The rules of law on which the page rests.
    pub(crate) rules: &'static [&'static str],
}

/// Which rows are counted.
pub(crate) type Which = fn(&Row) -> bool;

/// A column of a list.
pub(crate) struct Column {
    /// Key of its heading.
    pub(crate) head: &'static str,
    /// What it says of a row: a line, and smaller ones under it.
    pub(crate) says: fn(&Shown) -> Vec<Markup>,
}

const fn column(head: &'static str, says: fn(&Shown) -> Vec<Markup>) -> Column {
    Column { head, says }
}

/// How a file is shown, if a page shows it.
pub(crate) fn shows(file: &str) -> Option<&'static Shows> {
    SHOWS.iter().find(|shows| shows.file == file)
}

fn any(_: &Row) -> bool {
    true
}

fn is_kind(row: &Row, kind: &str) -> bool {
    row.value("kind") == kind
}

fn is_verified(row: &Row, columns: &[&str]) -> bool {
    columns.iter().all(|column| row.cells.get(*column).is_none_or(|cell| cell.verified))
}

/// A line of a cell; none where it is empty.
fn lines(lines: impl IntoIterator<Item = Markup>) -> Vec<Markup> {
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// The pages.
static SHOWS: [Shows; 8] = [
    Shows {
        file: "findings",
        entry: Entry::Findings,
        head: "findings-head",
        deck: "findings-deck",
        counts: &[
            ("found", |row| is_kind(row, "finding")),
            ("informed", |row| is_kind(row, "information communicated")),
            ("none", |row| is_kind(row, "no finding")),
        ],
        of_states: |row| is_kind(row, "finding"),
        groups: &[
            ("finding", "findings-group-finding", "findings-note-finding"),
            ("information communicated", "findings-group-informed", "findings-note-informed"),
            ("no finding", "findings-group-none", "findings-note-none"),
        ],
        by_state: false,
        columns: &[
            column("col-state", |s| lines([s.states()])),
            column("col-decision", |s| {
                lines([
                    s.linked_day("decision_date"),
                    s.number("document_ref"),
                    s.doubt(&["decision_date", "document_ref"]),
                ])
            }),
            column("col-conduct", conduct),
            column("col-referred", referred),
        ],
        made: "findings-made",
        rules: &["art-87-7", "art-87-5", "counting-2"],
    },
    Shows {
        file: "agreements",
        entry: Entry::States,
        head: "agreements-head",
        deck: "agreements-deck",
        counts: &[
            ("signed", |row| is_kind(row, SENTENCES) && row.value("in_force_on").is_empty()),
            ("willing", |row| is_kind(row, "article 103 declaration")),
        ],
        of_states: |row| is_kind(row, SENTENCES) && !row.value("in_force_on").is_empty(),
        groups: &[
            (SENTENCES, "agreements-group-sentences", "agreements-note-sentences"),
            ("sentence enforcement (ad hoc)", "agreements-group-ad-hoc", "agreements-note-ad-hoc"),
            ("article 103 declaration", "agreements-group-103", "agreements-note-103"),
            ("interim release", "agreements-group-interim", "agreements-note-interim"),
            ("release of persons", "agreements-group-release", "agreements-note-release"),
            ("witness relocation", "agreements-group-relocation", "agreements-note-relocation"),
        ],
        by_state: false,
        columns: &[
            column("col-state", |s| {
                if s.row.states.is_empty() {
                    lines([Markup::text(&s.l.w.t("state-confidential"))])
                } else {
                    lines([s.states()])
                }
            }),
            column("col-signed", signed),
            column("col-in-force", in_force),
            column("col-remarks", |s| s.remarks()),
        ],
        made: "agreements-made",
        rules: &["art-103-1", "counting-1"],
    },
    Shows {
        file: "article87",
        entry: Entry::States,
        head: "declarations-head",
        deck: "declarations-deck",
        counts: &[("usable", |row| {
            is_verified(row, &["channel", "languages_accepted"])
                && !(row.value("channel").is_empty() && row.value("languages_accepted").is_empty())
        })],
        of_states: any,
        groups: &[],
        by_state: true,
        columns: &[
            column("col-state", |s| lines([s.states()])),
            column("col-channel", |s| said_or_nothing(s, "channel", |s, value| s.l.w.channels(value))),
            column("col-languages", |s| {
                said_or_nothing(s, "languages_accepted", |s, value| s.l.w.languages(value))
            }),
            column("col-declared", |s| {
                let unusable = !is_verified(s.row, &["channel", "languages_accepted"]);
                let confirm = unusable.then(|| Markup::text(&s.l.w.t("declaration-confirm")));
                lines([s.linked_day("declared_on"), s.doubt(&["declared_on"])].into_iter().chain(confirm))
            }),
            column("col-remarks", |s| s.remarks()),
        ],
        made: "declarations-made",
        rules: &["art-87-1-a", "art-87-2"],
    },
    Shows {
        file: "legislation",
        entry: Entry::States,
        head: "laws-head",
        deck: "laws-deck",
        counts: &[],
        of_states: any,
        groups: &[],
        by_state: true,
        columns: &[
            column("col-state", |s| lines([s.states()])),
            column("col-law", |s| {
                let title = Markup::link(&s.href(), &s.prose("title"));
                let year = s.day("year");
                let year = if year.is_empty() {
                    Markup::text(&s.l.w.t("year-unknown"))
                } else {
                    s.marked(year, &["year"])
                };
                lines([s.marked(title, &["title"]), year])
            }),
            column("col-read", |s| {
                let read = s.marked(s.prose("part9_topics_read"), &["part9_topics_read"]);
                let general = s.row.general.then(|| Markup::text(&s.l.w.t("laws-general")));
                if read.is_empty() {
                    vec![Markup::text(&s.l.w.t("nothing"))]
                } else {
                    std::iter::once(read).chain(general).collect()
                }
            }),
        ],
        made: "laws-made",
        rules: &[],
    },
    Shows {
        file: "referrals",
        entry: Entry::Findings,
        head: "referrals-head",
        deck: "referrals-deck",
        counts: &[
            ("council", |row| is_kind(row, COUNCIL)),
            ("parties", |row| is_kind(row, "State Party")),
        ],
        of_states: any,
        groups: &[
            (COUNCIL, "referrals-group-council", "referrals-note-council"),
            ("State Party", "referrals-group-state", "referrals-note-state"),
        ],
        by_state: false,
        columns: &[
            column("col-situation", |s| {
                lines([s.marked(s.l.w.closed("situation-named", s.row.value("situation")), &["situation"])])
            }),
            column("col-referred-by", |s| lines([s.marked(s.referred_by(), &["referred_by"])])),
            column("col-day", |s| {
                lines([
                    s.linked_day("referred_on"),
                    s.number("document_ref"),
                    s.doubt(&["referred_on", "document_ref"]),
                ])
            }),
            column("col-binds", binds),
        ],
        made: "referrals-made",
        rules: &["art-13-b", "un-charter-25"],
    },
    Shows {
        file: "acceptances",
        entry: Entry::States,
        head: "acceptances-head",
        deck: "acceptances-deck",
        counts: &[("without", |row| !row.value("status").is_empty())],
        of_states: |row| row.value("status").is_empty(),
        groups: &[],
        by_state: false,
        columns: &[
            column("col-state", |s| lines([s.states()])),
            column("col-lodged", |s| lines([s.linked_day("lodged_on"), s.doubt(&["lodged_on"])])),
            column("col-accepts", accepts),
            column("col-effect", |s| {
                let status = s.row.value("status");
                let words = if status.is_empty() {
                    Markup::text(&s.l.w.t("effect-none-against"))
                } else {
                    capital(&s.l.w.closed("effect", status))
                };
                lines([s.marked(words, &["status"])])
            }),
            column("col-remarks", |s| s.remarks()),
        ],
        made: "acceptances-made",
        rules: &["art-12-3"],
    },
    Shows {
        file: "resolutions",
        entry: Entry::Findings,
        head: "resolutions-head",
        deck: "resolutions-deck",
        counts: &[],
        of_states: any,
        groups: &[],
        by_state: false,
        columns: &[
            column("col-session", |s| {
                lines([s.marked(s.l.w.session(s.row.value("asp_session")), &["asp_session"])])
            }),
            column("col-resolution", |s| lines([s.marked(s.number("resolution"), &["resolution"])])),
            column("col-title", |s| lines([s.marked(s.prose("title"), &["title"])])),
            column("col-adopted", |s| lines([s.linked_day("adopted_on"), s.doubt(&["adopted_on"])])),
        ],
        made: "resolutions-made",
        rules: &[],
    },
    Shows {
        file: "pledges",
        entry: Entry::Findings,
        head: "pledges-head",
        deck: "pledges-deck",
        counts: &[],
        of_states: any,
        groups: &[],
        by_state: false,
        columns: &[
            column("col-pledger", |s| lines([s.prose("pledger")])),
            column("col-theme", |s| lines([s.prose("theme")])),
            column("col-pledge", |s| lines([s.marked(s.prose("paraphrase"), &["paraphrase"])])),
            column("col-day", |s| lines([s.linked_day("pledged_on"), s.doubt(&["pledged_on"])])),
        ],
        made: "pledges-made",
        rules: &[],
    },
];

/// The kind of an agreement on the enforcement of sentences.
const SENTENCES: &str = "sentence enforcement";
/// The kind of a referral by the Security Council.
const COUNCIL: &str = "Security Council";

/// What a column says, or that nothing is in this record.
fn said_or_nothing(s: &Shown, column: &str, says: fn(&Shown, &str) -> Markup) -> Vec<Markup> {
    match s.cell(column) {
        Some(cell) => lines([s.marked(says(s, &cell.value), &[column])]),
        None => vec![s.l.w.nothing()],
    }
}

/// What the State did or left undone, whom it is about, in which case.
fn conduct(s: &Shown) -> Vec<Markup> {
    let w = &s.l.w;
    let what = w.closed("concerning", s.row.value("concerning"));
    let what = match s.cell("conduct_date") {
        Some(cell) => w.say("conduct-on", &[("what", what.into()), ("on", w.on(&cell.value).into())]),
        None => what,
    };
    let case = Markup::english(s.row.value("case"), w.lang);
    lines([what, s.persons(), case, s.doubt(&["concerning", "conduct_date", "case"])])
}

/// To whom the matter was referred, when, and what became of that.
fn referred(s: &Shown) -> Vec<Markup> {
    let w = &s.l.w;
    let answer = |column: &str| s.row.value(column);
    let informed = s.row.value("kind") == "information communicated";
    let (to, not): (Vec<_>, Vec<_>) = [("to_assembly", "the-assembly"), ("to_security_council", "the-council")]
        .into_iter()
        .filter(|(column, _)| !answer(column).is_empty())
        .partition(|(column, _)| answer(column) == "yes");
    let names = |bodies: Vec<(&str, &str)>| {
        let bodies: Vec<_> = bodies.into_iter().map(|(_, key)| Markup::text(&w.t(key))).collect();
        w.list(&bodies)
    };
    let (to, not) = (names(to), names(not));
    let mut said = Vec::new();
    if !to.is_empty() {
        let key = if informed { "communicated-to" } else { "referred-to" };
        let words = match s.cell("referred_by_day") {
            Some(cell) => {
                let on = w.on(&format!("by {}", cell.value));
                w.say(
                    "referred-on",
                    &[("referred", w.say(key, &[("whom", to.into())]).into()), ("on", on.into())],
                )
            }
            None => w.say(key, &[("whom", to.into())]),
        };
        said.push(s.marked(words, &["to_assembly", "to_security_council", "referred_by_day"]));
    } else if !not.is_empty() {
        let words = Markup::text(&w.t("referred-to-nobody"));
        said.push(s.marked(words, &["to_assembly", "to_security_council"]));
    }
    let later = [
        ("referral_put_off_on", "referral-put-off"),
        ("referral_reversed_on", "referral-reversed"),
    ];
    for (column, key) in later {
        if let Some(cell) = s.cell(column) {
            said.push(s.marked(w.say(key, &[("on", w.on(&cell.value).into())]), &[column]));
        }
    }
    if said.is_empty() {
        said.push(w.nothing());
    }
    said
}

/// When an agreement was signed, or by when it was known.
fn signed(s: &Shown) -> Vec<Markup> {
    match s.cell("as_at") {
        Some(cell) => {
            let by = s.l.w.when(&format!("by {}", cell.value), Length::Short);
            let link = Markup::link(&s.href(), &by);
            lines([s.marked(link, &["as_at"])])
        }
        None => lines([s.linked_day("signed_on"), s.doubt(&["signed_on"])]),
    }
}

/// Whether an agreement is in force.
fn in_force(s: &Shown) -> Vec<Markup> {
    let w = &s.l.w;
    match (s.cell("in_force_on"), s.cell("signed_on")) {
        (Some(_), _) => lines([s.marked(s.day("in_force_on"), &["in_force_on"])]),
        (None, Some(_)) => vec![Markup::text(&w.t("not-in-force"))],
        (None, None) => vec![w.nothing()],
    }
}

/// Whom a referral binds: a resolution of the Council the State that it names; all others it urges.
fn binds(s: &Shown) -> Vec<Markup> {
    let w = &s.l.w;
    if s.row.value("kind") != COUNCIL {
        return vec![Markup::text(&w.t("binds-nobody"))];
    }
    let mut said = Vec::new();
    if let Some(cell) = s.cell("binds") {
        let state = s.state_of(&cell.value);
        let words = match s.cell("binds_paragraph") {
            Some(paragraph) => w.say(
                "binds-state-paragraph",
                &[("state", state.into()), ("paragraph", paragraph.value.as_str().into())],
            ),
            None => w.say("binds-state", &[("state", state.into())]),
        };
        said.push(s.marked(words, &["binds", "binds_paragraph"]));
    }
    if s.cell("binds_also").is_some() {
        let words = w.say("binds-also", &[("whom", s.prose("binds_also").into())]);
        said.push(s.marked(words, &["binds_also"]));
    }
    said.push(Markup::text(&w.t("binds-urges")));
    said
}

/// From when until when jurisdiction is accepted.
fn accepts(s: &Shown) -> Vec<Markup> {
    let w = &s.l.w;
    let day = |column: &str| w.when(s.row.value(column), Length::Short);
    let words = match (s.cell("accepts_from"), s.cell("accepts_until")) {
        (Some(_), Some(_)) => w.say(
            "interval",
            &[("from", day("accepts_from").into()), ("to", day("accepts_until").into())],
        ),
        (Some(_), None) => w.say("interval-open", &[("from", day("accepts_from").into())]),
        _ => Markup::text(&w.t("nothing")),
    };
    lines([s.marked(words, &["accepts_from", "accepts_until"])])
}
