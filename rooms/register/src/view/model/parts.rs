//! What every view is put together from: readings, dates with what is known of them, persons in lists.

use jiff::civil::Date;
use record::audience::Level;
use serde::Serialize;

/// A reading, as every view repeats it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The day in the world.
    pub as_at: Date,
    /// The day as of whose end the record was read.
    pub known_on: Date,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
}

/// What a source says of one field of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceSays {
    /// The entry.
    pub entry: String,
    /// The act: the kind of the entry, e.g. `warrant.issued`.
    pub act: String,
    /// Field of the entry: `effective`, or a name in the body.
    pub field: String,
    /// `read` (the entry's own source was read), `recalled` (it was not), or a citation's `confirms`,
    /// `partly`, `contradicts`, `inferred`.
    pub verdict: String,
    /// The value that the source gives, where it gives another one.
    pub value: Option<String>,
    /// Address or name of the source.
    pub source: String,
}

/// A date with what is known of its truth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DatedFact {
    /// As precise as given (the text form of `record::when::When`).
    pub on: String,
    /// The day that counts (the last possible one); none where that is not known.
    pub counts_on: Option<Date>,
    /// Whether a source that was read gives this value.
    pub verified: bool,
    /// Other values that sources that were read give.
    pub others: Vec<String>,
    /// The entry that records it.
    pub entry: String,
    /// First 12 hexadecimal digits of the entry's leaf hash.
    pub hash: String,
    /// The narrowest level of what it rests on. No part of what is taken along.
    #[serde(skip)]
    pub level: Level,
}

/// One warrant or summons, as far as the reader may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Instrument {
    /// The matter, e.g. `kony-1`.
    pub id: String,
    /// `warrant` or `summons`.
    pub kind: String,
    /// Number of the case, where known.
    pub case: Option<String>,
    /// Issue.
    pub issued: DatedFact,
    /// Publication, where it is effective for the reader.
    pub made_public: Option<DatedFact>,
    /// Under a warrant, surrender to the Court; under a summons, the first appearance.
    pub surrendered: Option<DatedFact>,
    /// End of the proceedings.
    pub ended: Option<DatedFact>,
    /// Why they ended.
    pub end_reason: Option<String>,
}

impl Instrument {
    /// The narrowest level of the acts that are shown of it.
    pub fn level(&self) -> Level {
        let later = [&self.made_public, &self.surrendered, &self.ended].into_iter().flatten();
        later.map(|date| date.level).fold(self.issued.level, Level::max)
    }
}

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonRow {
    /// The pack's key, e.g. `kony`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name of the situation (of the earliest open warrant, else of the earliest instrument).
    pub situation: String,
    /// Number of the situation.
    pub situation_no: String,
    /// Status on the day: a status of the law pack (`outstanding`, `surrendered`, `ended`, `summoned`, `summons-ended`).
    pub status: String,
    /// Day of issue of the earliest warrant still open for this reader.
    pub issued_on: Option<String>,
    /// Day on which that warrant became public.
    pub public_on: Option<String>,
    /// Days outstanding: the day minus the public day, with hindsight minus the day of issue.
    pub days_outstanding: Option<i64>,
    /// All warrants that are open (for other statuses: all instruments).
    pub warrants: Vec<Instrument>,
    /// Why the proceedings ended, for persons whose proceedings did.
    pub end_reason: Option<String>,
    /// Whether every date on which the row rests is verified.
    pub verified: bool,
    /// Source of the entry of issue of the earliest open warrant.
    pub source: String,
    /// What sources say of the dates on which the row rests.
    pub sources: Vec<SourceSays>,
    /// The narrowest level of what it rests on. No part of what is taken along.
    #[serde(skip)]
    pub level: Level,
}

/// A person: key and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonRef {
    /// The pack's key, e.g. `kony`.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A situation: number and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SituationRef {
    /// Number, e.g. `ICC-02/04`.
    pub no: String,
    /// Name.
    pub name: String,
}

/// Further particulars of an act; absent where the entry does not give them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Particulars {
    /// Why the proceedings ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Years of imprisonment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<i64>,
    /// Until when it lasted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// `warrant` or `summons`, where a list tells of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
    /// When what became public was issued, where that was another day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<String>,
}

/// Days from one to before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Interval {
    /// The first day.
    pub from: Date,
    /// The first day no longer; none where it lasts.
    pub until: Option<Date>,
}
