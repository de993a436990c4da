//! The directory of authorities, and what the laws of States need of requests.

use super::{Day, EntryId, StateRef};
use register::authorities::{AuthorityWords, Field};
use register::view::model::{Authority, AuthorityView, Need, NeedView, Stage};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Authorities of States.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AuthorityList {
    /// Those that whoever asks may see, by State.
    pub authorities: Vec<AuthorityLine>,
}

/// An authority of a State.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AuthorityLine {
    /// Its matter.
    pub authority: String,
    /// Its State.
    pub state: StateRef,
    /// `in-force`, `planned` or `over`.
    pub stage: String,
    /// The entry of the version that is shown.
    pub entry: EntryId,
    /// What is recorded of it.
    #[serde(flatten)]
    pub words: AuthorityVersion,
    /// The day on which somebody last stood for it.
    #[schema(required = true)]
    pub confirmed_on: Option<Day>,
    /// The day since which it is due to be asked about again.
    #[schema(required = true)]
    pub due_since: Option<Day>,
}

/// What is recorded of an authority: one version, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuthorityVersion {
    /// Its name in its own language.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// Its name in French.
    pub name_fr: String,
    /// What it is.
    pub role: String,
    /// What it does: `receives`, `executes`.
    pub does: Vec<String>,
    /// The topics of Part 9 for which it is there; empty for all.
    pub topics: Vec<String>,
    /// Its address.
    pub address: String,
    /// Its telephone.
    pub telephone: String,
    /// Its e-mail address.
    pub email: String,
    /// Its hours.
    pub hours: String,
    /// Its time zone (IANA).
    pub zone: String,
    /// How it is reached when it is urgent.
    pub urgent: String,
    /// The languages that it reads (ISO 639-3).
    pub languages: Vec<String>,
    /// The channel by which it is reached.
    pub channel: String,
    /// More about the channel.
    pub channel_details: String,
    /// The key to which packages for it are sealed.
    pub key: String,
    /// From when it is so.
    pub from: String,
    /// Its last day; empty where none is set.
    pub until: String,
}

/// A version of an authority that whoever asks may correct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AuthorityToCorrect {
    /// Its entry, for `If-Match`.
    pub entry: EntryId,
    /// What it says.
    pub version: AuthorityVersion,
}

/// One authority, and what whoever asks may write of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AuthorityDocument {
    /// As it is.
    pub authority: AuthorityLine,
    /// What was recorded of it last, which the ETag names.
    pub last: EntryId,
    /// Whether whoever asks may add a version, a confirmation or its end.
    pub may_add: bool,
    /// Those that they may correct.
    pub to_correct: Vec<AuthorityToCorrect>,
}

/// An authority that is entered, or a version of one. Where whoever sends it acts for the Court, `letter` and `dated` say out of what
/// it is written; a State needs none for what it writes itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(examples(json!({
    "state": "FRA", "name_en": "Exercise central authority", "role": "central-authority", "does": ["receives"],
    "email": "registry@example.org", "languages": ["fra"], "channel": "diplomatic", "from": "2026-01-01",
    "letter": "Exercise note verbale 12/2026", "dated": "2026-01-05"
})))]
pub struct AuthorityBody {
    /// Its State (ISO 3166-1 alpha-3); of one that is entered alone.
    #[schema(pattern = "^[A-Z]{3}$")]
    pub state: Option<String>,
    /// Its name in its own language. One of the three names is needed.
    pub name: Option<String>,
    /// Its name in English.
    pub name_en: Option<String>,
    /// Its name in French.
    pub name_fr: Option<String>,
    /// `central-authority`, `embassy`, `executing-authority`, `focal-point` or `working-group`.
    pub role: Option<String>,
    /// `receives`, `executes`.
    pub does: Option<Vec<String>>,
    /// Topics of Part 9, by their ids in the law pack; none for all.
    pub topics: Option<Vec<String>>,
    /// Postal address. One of address, telephone and e-mail is needed.
    pub address: Option<String>,
    /// Telephone, with the code of the country.
    pub telephone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// When somebody is there, in words; they need a zone.
    pub hours: Option<String>,
    /// The name of its time zone (IANA).
    pub zone: Option<String>,
    /// Who is reached at any hour, and how.
    pub urgent: Option<String>,
    /// Languages in which it takes requests (ISO 639-3).
    pub languages: Option<Vec<String>>,
    /// `diplomatic`, `direct`, `interpol` or `regional-organisation`; needed of one that receives.
    pub channel: Option<String>,
    /// More about the channel.
    pub channel_details: Option<String>,
    /// The key to which packages for it are sealed.
    pub key: Option<String>,
    /// From when it is so: a day, a month or a year.
    pub from: Option<String>,
    /// Its last day, in the same form.
    pub until: Option<String>,
    /// The letter, call or note: what it is, and where it is kept.
    pub letter: Option<String>,
    /// Its day.
    pub dated: Option<String>,
}

/// What is sent with an act: of `change` and `correct` the version whole, as for one that is entered, and with `correct` also
/// `reason`; of `end` the day and the reason; of `confirm` the letter alone, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(examples(json!({"letter": "Exercise note verbale 40/2026", "dated": "2026-07-01"})))]
pub struct DirectoryActBody {
    /// The first day on which it is no longer so; of `end`.
    pub on: Option<String>,
    /// What was wrong, of `correct`; why, of `end`.
    pub reason: Option<String>,
    /// The members of a version.
    #[serde(flatten)]
    #[schema(additional_properties)]
    pub version: std::collections::BTreeMap<String, serde_json::Value>,
}

/// What the laws of States need of requests for surrender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NeedList {
    /// Those that hold on the day and that whoever asks may see, by State.
    pub needs: Vec<NeedLine>,
}

/// What the law of a State needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NeedLine {
    /// Its matter.
    #[schema(pattern = "^need-[0-9a-f]{32}$")]
    pub id: String,
    /// Its State.
    pub state: StateRef,
    /// What holds.
    #[serde(flatten)]
    pub version: NeedVersion,
}

/// A version of a need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NeedVersion {
    /// Its entry.
    pub entry: EntryId,
    /// The word for it: a request meets it under `national_requirements.` and this word.
    #[schema(examples("certified-facts"))]
    pub need: String,
    /// What is needed.
    pub says: String,
    /// Where the law of the State says so.
    pub law: String,
    /// From when.
    pub from: String,
    /// The letter or law out of which it was written; null of what the State wrote itself.
    #[schema(required = true)]
    pub source: Option<String>,
}

/// One need with its versions, and what whoever asks may write of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NeedDocument {
    /// Its matter.
    #[schema(pattern = "^need-[0-9a-f]{32}$")]
    pub id: String,
    /// Its State.
    pub state: StateRef,
    /// Its versions, the one that begins last first.
    pub versions: Vec<NeedVersion>,
    /// The entry of the version that holds on the day; null where none does.
    #[schema(required = true)]
    pub holds: Option<EntryId>,
    /// The first day on which it is not needed any more.
    #[schema(required = true)]
    pub ended: Option<Day>,
    /// Whether whoever asks may add a version or its end.
    pub may_add: bool,
    /// The entries of the versions that they may correct.
    pub to_correct: Vec<EntryId>,
}

/// A need that is stated. Where whoever sends it acts for the Court, `source` says in which letter or law it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(examples(json!({
    "state": "FRA", "need": "certified-facts", "says": "Exercise: a statement of the facts, certified by a judge",
    "law": "Exercise Extradition Act, section 7", "from": "2024-01-01", "source": "Exercise note verbale 12/2026"
})))]
pub struct NeedBody {
    /// Its State (ISO 3166-1 alpha-3).
    #[schema(pattern = "^[A-Z]{3}$")]
    pub state: String,
    /// A word for it: small letters, digits and hyphens.
    pub need: Option<String>,
    /// What is needed.
    pub says: Option<String>,
    /// Where the law of the State says so.
    pub law: Option<String>,
    /// From when: a day, a month or a year.
    pub from: Option<String>,
    /// The letter or law.
    pub source: Option<String>,
}

/// What was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordedInDirectory {
    /// The authority or the need, by its matter.
    pub matter: String,
    /// Its entry.
    pub entry: EntryId,
}

fn state(state: &register::directory::StateRef) -> StateRef {
    StateRef {
        code: state.code.clone(),
        name_en: state.name_en.clone(),
        name_fr: state.name_fr.clone(),
    }
}

/// The member of a body in which a field of an authority stands.
pub(crate) fn authority_member(field: Field) -> &'static str {
    match field {
        Field::NameEn => "name_en",
        Field::NameFr => "name_fr",
        Field::Topics => "topics",
        Field::Languages => "languages",
        Field::ChannelDetails => "channel_details",
        field => field.word(),
    }
}

impl AuthorityLine {
    /// An authority that somebody sees.
    pub fn of(authority: &Authority) -> AuthorityLine {
        AuthorityLine {
            authority: authority.id.clone(),
            state: state(&authority.state),
            stage: match authority.stage {
                Stage::InForce => "in-force",
                Stage::Planned => "planned",
                Stage::Over => "over",
            }
            .to_owned(),
            entry: EntryId(authority.entry.clone()),
            words: AuthorityVersion::of(&authority.words),
            confirmed_on: authority.confirmed_on.map(Day),
            due_since: authority.due_since.map(Day),
        }
    }
}

impl AuthorityVersion {
    fn of(words: &AuthorityWords) -> AuthorityVersion {
        let words = words.clone();
        AuthorityVersion {
            name: words.name,
            name_en: words.name_en,
            name_fr: words.name_fr,
            role: words.role,
            does: words.does,
            topics: words.topics,
            address: words.address,
            telephone: words.telephone,
            email: words.email,
            hours: words.hours,
            zone: words.zone,
            urgent: words.urgent,
            languages: words.languages,
            channel: words.channel,
            channel_details: words.channel_details,
            key: words.key,
            from: words.from,
            until: words.until,
        }
    }
}

impl AuthorityDocument {
    /// An authority that somebody sees, with what they may do.
    pub fn of(view: &AuthorityView) -> AuthorityDocument {
        let to_correct = view.to_correct.iter().map(|(entry, words)| AuthorityToCorrect {
            entry: EntryId(entry.clone()),
            version: AuthorityVersion::of(words),
        });
        AuthorityDocument {
            authority: AuthorityLine::of(&view.authority),
            last: EntryId(view.last.clone()),
            may_add: view.may_add,
            to_correct: to_correct.collect(),
        }
    }
}

impl NeedLine {
    /// A need that somebody sees.
    pub fn of(need: &Need) -> NeedLine {
        NeedLine {
            id: need.id.clone(),
            state: state(&need.state),
            version: NeedVersion {
                entry: EntryId(need.entry.clone()),
                need: need.need.clone(),
                says: need.says.clone(),
                law: need.law.clone(),
                from: need.from.clone(),
                source: need.source.clone(),
            },
        }
    }
}

impl NeedDocument {
    /// A need that somebody sees, with what they may do.
    pub fn of(view: &NeedView) -> NeedDocument {
        let entry = |version: &register::view::model::NeedVersion| EntryId(version.entry.clone());
        let version = |version: &register::view::model::NeedVersion| NeedVersion {
            entry: entry(version),
            need: version.need.clone(),
            says: version.says.clone(),
            law: version.law.clone(),
            from: version.from.clone(),
            source: version.source.clone(),
        };
        NeedDocument {
            id: view.id.clone(),
            state: state(&view.state),
            versions: view.versions.iter().map(version).collect(),
            holds: view.versions.iter().find(|version| version.holds).map(entry),
            ended: view.ended.map(Day),
            may_add: view.may_add,
            to_correct: view.versions.iter().filter(|version| version.may_correct).map(entry).collect(),
        }
    }
}
