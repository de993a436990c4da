//! The parameters of the API as data: what is read is what is documented.

use crate::pages::REQUESTS_STAND;
use crate::query::{LONGEST, STATUSES, YEARS, YES_OR_NO};
use register::derive::PROCEEDINGS;
use register::execution::Saying;
use register::files::{self, FILES};
use register::state::{APIC, ROME_STATUTE};
use serde_json::Value;
use std::sync::LazyLock;
use utoipa::openapi::path::{Parameter as Documented, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{KnownFormat, Object, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{Ref, RefOr, Required, Schema};

/// How many rows a page of a list has unless asked for otherwise.
pub(super) const ROWS: usize = 100;
/// How many rows a page of a list has at most.
pub(super) const MOST_ROWS: usize = 500;
/// Any text without control characters (ECMA-262).
const TEXT: &str = r"^[^\x00-\x1f\x7f-\x9f]+$";

/// The languages that can be asked for, by their tags.
pub(super) const LANGUAGES: [&str; 2] = ["en", "fr"];
/// The documents of a request.
const PAPERS: [&str; 4] = ["request.pdf", "request.docx", "note.pdf", "note.docx"];
/// The names of the letter of an act.
const LETTERS: [&str; 2] = ["letter.pdf", "letter.docx"];
/// The treaties that can be asked for.
const TREATIES: [&str; 2] = [ROME_STATUTE, APIC];
/// The files of which facts in doubt can be told.
pub(super) static FILES_IN_DOUBT: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| std::iter::once(PROCEEDINGS).chain(FILES.iter().map(files::File::name)).collect());

/// A parameter of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parameter {
    /// The day in the world.
    AsAt,
    /// The day as of whose end the record is read.
    KnownOn,
    /// Whether what was not disclosed by the day counts.
    Hindsight,
    /// Status in which persons stand.
    Status,
    /// Number of a situation.
    Situation,
    /// Years outstanding.
    Years,
    /// Beginning of a name.
    Name,
    /// Rows of a page.
    Limit,
    /// Cursor.
    After,
    /// What is looked for.
    Q,
    /// Code of a State, by which rows are filtered.
    State,
    /// Word of the column `kind`.
    Kind,
    /// Topic of Part 9.
    Topic,
    /// The earlier of two days.
    From,
    /// File of which facts in doubt are told.
    File,
    /// Whether only disputed facts are told.
    Disputed,
    /// Key of a person, in the path.
    Person,
    /// Number of a situation, in the path.
    SituationSegment,
    /// Code of a State, in the path.
    Code,
    /// Id of a treaty, in the path.
    Treaty,
    /// Name of a file, in the path.
    FileName,
    /// Matter of a row, in the path.
    Matter,
    /// Id of an entry, in the path.
    Entry,
    /// Id of a form of cooperation, in the path.
    Form,
    /// Id of a form, by which requests are filtered.
    FormOf,
    /// Id of the state in which requests stand.
    Stands,
    /// Whether only requests are told in which something is overdue.
    Overdue,
    /// Id of a request, in the path.
    RequestId,
    /// Id of an act, in the path.
    Act,
    /// Id of an entry of a request, in the path.
    EntryOf,
    /// Number of a file of an entry, in the path.
    Number,
    /// Id of a draft, in the path.
    DraftId,
    /// Id of a request, by which assignments are filtered.
    RequestOf,
    /// The matter of an assignment, in the path.
    ExecutionId,
    /// What is said in an assignment, in the path.
    ExecutionAct,
    /// A token of the feed.
    Token,
    /// The language of the feed.
    Lang,
    /// Number of a version of a draft, in the path.
    DraftNumber,
    /// The first of two versions.
    A,
    /// The second of two versions.
    B,
    /// Whether what came back is saved.
    Save,
    /// Name of a document of a request, in the path.
    Paper,
    /// Name of the letter of an act, in the path.
    Letter,
    /// The language of a document.
    DocumentLang,
    /// An account, in the path.
    Account,
    /// Key of a person, by whom requests are filtered.
    PersonOf,
    /// Whether requests that are open or over are told.
    OpenOrOver,
    /// Id of a request of the public record, in the path.
    PublicRequestId,
    /// The matter of an authority, in the path.
    AuthorityId,
    /// What is written of an authority, in the path.
    AuthorityAct,
    /// The matter of a need, in the path.
    NeedId,
    /// What is written of a need, in the path.
    NeedAct,
}

/// The parameters of every reading, before those that an address adds.
pub(super) const READING: [Parameter; 3] = [Parameter::AsAt, Parameter::KnownOn, Parameter::Hindsight];

impl Parameter {
    /// All of them, in the order of the document.
    pub(super) const ALL: [Parameter; 52] = [
        Parameter::AsAt,
        Parameter::KnownOn,
        Parameter::Hindsight,
        Parameter::Status,
        Parameter::Situation,
        Parameter::Years,
        Parameter::Name,
        Parameter::Limit,
        Parameter::After,
        Parameter::Q,
        Parameter::State,
        Parameter::Kind,
        Parameter::Topic,
        Parameter::From,
        Parameter::File,
        Parameter::Disputed,
        Parameter::Person,
        Parameter::SituationSegment,
        Parameter::Code,
        Parameter::Treaty,
        Parameter::FileName,
        Parameter::Matter,
        Parameter::Entry,
        Parameter::Form,
        Parameter::FormOf,
        Parameter::Stands,
        Parameter::Overdue,
        Parameter::RequestId,
        Parameter::Act,
        Parameter::EntryOf,
        Parameter::Number,
        Parameter::DraftId,
        Parameter::RequestOf,
        Parameter::ExecutionId,
        Parameter::ExecutionAct,
        Parameter::Token,
        Parameter::Lang,
        Parameter::DraftNumber,
        Parameter::A,
        Parameter::B,
        Parameter::Save,
        Parameter::Paper,
        Parameter::Letter,
        Parameter::DocumentLang,
        Parameter::Account,
        Parameter::PersonOf,
        Parameter::OpenOrOver,
        Parameter::PublicRequestId,
        Parameter::AuthorityId,
        Parameter::AuthorityAct,
        Parameter::NeedId,
        Parameter::NeedAct,
    ];

    /// Name in the address.
    pub(super) fn name(self) -> &'static str {
        match self {
            Parameter::AsAt => "as_at",
            Parameter::KnownOn => "known_on",
            Parameter::Hindsight => "hindsight",
            Parameter::Status => "status",
            Parameter::Situation => "situation",
            Parameter::Years => "years",
            Parameter::Name | Parameter::FileName => "name",
            Parameter::Limit => "limit",
            Parameter::After => "after",
            Parameter::Q => "q",
            Parameter::State => "state",
            Parameter::Kind => "kind",
            Parameter::Topic => "topic",
            Parameter::From => "from",
            Parameter::File => "file",
            Parameter::Disputed => "disputed",
            Parameter::Person
            | Parameter::PublicRequestId
            | Parameter::Treaty
            | Parameter::Entry
            | Parameter::RequestId
            | Parameter::DraftId
            | Parameter::ExecutionId
            | Parameter::AuthorityId
            | Parameter::NeedId => "id",
            Parameter::Form | Parameter::FormOf => "form",
            Parameter::Stands | Parameter::OpenOrOver => "stands",
            Parameter::Overdue => "overdue",
            Parameter::RequestOf => "request",
            Parameter::Act | Parameter::ExecutionAct | Parameter::AuthorityAct | Parameter::NeedAct => "act",
            Parameter::EntryOf => "entry",
            Parameter::Number | Parameter::DraftNumber => "number",
            Parameter::Token => "token",
            Parameter::Lang | Parameter::DocumentLang => "lang",
            Parameter::A => "a",
            Parameter::B => "b",
            Parameter::Save => "save",
            Parameter::Paper => "document",
            Parameter::Letter => "letter",
            Parameter::Account => "account",
            Parameter::PersonOf => "person",
            Parameter::SituationSegment => "no",
            Parameter::Code => "code",
            Parameter::Matter => "matter",
        }
    }

    /// Whether it is a part of the path and not of the query.
    pub(super) fn in_path(self) -> bool {
        use Parameter::{Act, Code, DraftId, Entry, EntryOf, ExecutionAct, ExecutionId, FileName, Form, Matter, Number, Person};
        use Parameter::{RequestId, SituationSegment, Treaty};
        let of_reads = matches!(self, Person | SituationSegment | Code | Treaty | FileName | Matter | Entry | Form);
        let of_drafts = matches!(self, Parameter::DraftNumber | Parameter::Account);
        let of_requests = matches!(self, Parameter::Paper | Parameter::Letter | Parameter::PublicRequestId);
        let of_states = matches!(
            self,
            Parameter::AuthorityId | Parameter::AuthorityAct | Parameter::NeedId | Parameter::NeedAct
        );
        of_reads
            || of_drafts
            || of_requests
            || of_states
            || matches!(self, RequestId | Act | EntryOf | Number | DraftId | ExecutionId | ExecutionAct)
    }

    /// Name among the components of the document, where `id` and `name` would stand for several things.
    fn component(self) -> &'static str {
        match self {
            Parameter::Person => "person_id",
            Parameter::Entry => "entry_id",
            Parameter::SituationSegment => "situation_no",
            Parameter::Treaty => "treaty_id",
            Parameter::FileName => "file_name",
            Parameter::RequestId => "request_id",
            Parameter::DraftId => "draft_id",
            Parameter::Form => "form_id",
            Parameter::PublicRequestId => "public_request_id",
            Parameter::OpenOrOver => "open_or_over",
            Parameter::DraftNumber => "version_number",
            Parameter::DocumentLang => "document_lang",
            Parameter::PersonOf => "person_key",
            Parameter::ExecutionId => "execution_id",
            Parameter::ExecutionAct => "execution_act",
            Parameter::AuthorityId => "authority_id",
            Parameter::AuthorityAct => "authority_act",
            Parameter::NeedId => "need_id",
            Parameter::NeedAct => "need_act",
            other => other.name(),
        }
    }

    /// In plain words.
    fn description(self) -> String {
        match self {
            Parameter::AsAt => "The day in the world, from 1998-07-17 (adoption of the Rome Statute) to today in The Hague. \
                Without it: today."
                .into(),
            Parameter::KnownOn => "The record as it stood at the end of this day in The Hague; today at the latest. \
                Without it: the newest record."
                .into(),
            Parameter::Hindsight => "1 or true counts all that is now known to have been effective on the day; 0 or false, as without it, \
                only what had also been disclosed by the day."
                .into(),
            Parameter::Status => "The status in which persons stand on the day. Without it: outstanding.".into(),
            Parameter::Situation => "Number of a situation.".into(),
            Parameter::Years => "Only persons outstanding for more than so many years.".into(),
            Parameter::Name => "Only persons with a name (alias, script) of which words begin with the words given; \
                accents and case do not count."
                .into(),
            Parameter::Limit => format!("How many rows at most. Without it: {ROWS}."),
            Parameter::After => {
                "Rows after this cursor, taken unchanged from the member next of the page before, with the same filter.".into()
            }
            Parameter::Q => "Words with which names of persons, situations, States and rows begin; accents and case do not count.".into(),
            Parameter::State => "Only rows about this State, by its ISO 3166-1 alpha-3 code.".into(),
            Parameter::Kind => "Only rows that bear this word in the column kind; the member by_kind has those that there are.".into(),
            Parameter::Topic => "Only laws in which this topic of Part 9 was read, by its id in the law pack, such as surrender; \
                a State's profile has them all in its member topics."
                .into(),
            Parameter::From => "The earlier of the two days, from 1998-07-17 (adoption of the Rome Statute); it lies before as_at.".into(),
            Parameter::File => "The file of which the facts are told; proceedings for persons and the instruments against them. \
                Without it: the counts alone."
                .into(),
            Parameter::Disputed => "1 or true tells only facts to which a source that was read gives another value.".into(),
            Parameter::Person => "Key of the person.".into(),
            Parameter::SituationSegment => "Number of the situation, with - for /.".into(),
            Parameter::Code => "ISO 3166-1 alpha-3 code of the State, in capitals.".into(),
            Parameter::Treaty => "The treaty: the Rome Statute, or the Agreement on the Privileges and Immunities of the Court.".into(),
            Parameter::FileName => "Name of the file.".into(),
            Parameter::Matter => "Id of the row.".into(),
            Parameter::Entry => "Id of the entry.".into(),
            Parameter::Form => "Id of the form of cooperation.".into(),
            Parameter::FormOf => "Only requests of this form, by its id.".into(),
            Parameter::Stands => "Only requests that stand in this state, by its id in the law pack, such as transmitted.".into(),
            Parameter::Overdue => "1 or true tells only requests in which something is overdue.".into(),
            Parameter::RequestId => "Id of the request.".into(),
            Parameter::Act => "Id of the act in the law pack; the member can of a request has those that can be done.".into(),
            Parameter::EntryOf => "Id of the entry of the act.".into(),
            Parameter::Number => "Number of the file in the entry, from 1 on.".into(),
            Parameter::DraftId => "Id of the draft.".into(),
            Parameter::RequestOf => "Only what belongs to this request, by its id.".into(),
            Parameter::ExecutionId => "The matter of the assignment or remark.".into(),
            Parameter::ExecutionAct => {
                "report says what was done, remark what whoever has it is to know besides, end that nothing more is to be done.".into()
            }
            Parameter::Token => "A token of the feed, from the page of one's account.".into(),
            Parameter::Lang => "The language of the feed. Without it: English.".into(),
            Parameter::DraftNumber => "Number of the version, from 1 on.".into(),
            Parameter::A => "Number of the first of two versions.".into(),
            Parameter::B => "Number of the second of two versions.".into(),
            Parameter::Save => "1 or true saves what came back; without it, it is only read.".into(),
            Parameter::Paper => {
                "Which document, and in which form: the request itself or the note verbale that covers it, as PDF or for Word.".into()
            }
            Parameter::Letter => "In which form: as PDF or for Word.".into(),
            Parameter::DocumentLang => "The language in which it is written. Without it: the one that Accept-Language prefers.".into(),
            Parameter::Account => "Account of the colleague.".into(),
            Parameter::PersonOf => "Only requests about this person, by key.".into(),
            Parameter::OpenOrOver => "Only requests that are open, or that are over.".into(),
            Parameter::PublicRequestId => "Id of the request.".into(),
            Parameter::AuthorityId => "The matter of the authority.".into(),
            Parameter::AuthorityAct => {
                "change states another version from a day on, correct what was written wrongly, confirm that it is still so, end that it is \
                    no longer there."
                    .into()
            }
            Parameter::NeedId => "The matter of the need.".into(),
            Parameter::NeedAct => {
                "change states another version from a day on, correct what was written wrongly, end that it is not needed any more.".into()
            }
        }
    }

    fn example(self) -> Value {
        match self {
            Parameter::AsAt => "2013-10-02".into(),
            Parameter::KnownOn => "2026-11-25".into(),
            Parameter::Hindsight => "1".into(),
            Parameter::Status => "outstanding".into(),
            Parameter::Situation => "ICC-02/04".into(),
            Parameter::Years => 5.into(),
            Parameter::Name | Parameter::Q => "kony".into(),
            Parameter::Limit => 20.into(),
            Parameter::After => "2005-10-13_kony".into(),
            Parameter::Person => "kony".into(),
            Parameter::State | Parameter::Code => "FIN".into(),
            Parameter::Kind => "sentence enforcement".into(),
            Parameter::Topic => "surrender".into(),
            Parameter::From => "2011-12-20".into(),
            Parameter::File => "agreements".into(),
            Parameter::Disputed => "1".into(),
            Parameter::SituationSegment => "ICC-02-04".into(),
            Parameter::Treaty => ROME_STATUTE.into(),
            Parameter::FileName => "agreements".into(),
            Parameter::Matter => "agreement-fin-sentences".into(),
            Parameter::Entry | Parameter::EntryOf | Parameter::RequestId | Parameter::DraftId => "00000000000000000000000000000000".into(),
            Parameter::Form | Parameter::FormOf => "arrest-and-surrender".into(),
            Parameter::Stands => "transmitted".into(),
            Parameter::Overdue => "1".into(),
            Parameter::Act => "acknowledge".into(),
            Parameter::RequestOf => "00000000000000000000000000000000".into(),
            Parameter::ExecutionId => "execution-00000000000000000000000000000000".into(),
            Parameter::ExecutionAct => "report".into(),
            Parameter::Number => 1.into(),
            Parameter::Token => "comity_".into(),
            Parameter::Lang | Parameter::DocumentLang => "fr".into(),
            Parameter::DraftNumber | Parameter::A => 1.into(),
            Parameter::B => 2.into(),
            Parameter::Save => "1".into(),
            Parameter::Paper => "request.pdf".into(),
            Parameter::Letter => "letter.pdf".into(),
            Parameter::Account | Parameter::PublicRequestId => "00000000000000000000000000000000".into(),
            Parameter::PersonOf => "albashir".into(),
            Parameter::OpenOrOver => "open".into(),
            Parameter::AuthorityId => "authority-00000000000000000000000000000000".into(),
            Parameter::AuthorityAct => "confirm".into(),
            Parameter::NeedId => "need-00000000000000000000000000000000".into(),
            Parameter::NeedAct => "end".into(),
        }
    }

    fn schema(self) -> Object {
        let text = || ObjectBuilder::new().schema_type(Type::String);
        let words = |words: &[&'static str]| text().enum_values(Some(words.to_vec()));
        let whole = || {
            ObjectBuilder::new()
                .schema_type(Type::Integer)
                .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int32)))
        };
        let day = || text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)));
        let free = || text().min_length(Some(1)).max_length(Some(LONGEST)).pattern(Some(TEXT));
        let schema = match self {
            Parameter::AsAt | Parameter::KnownOn | Parameter::From => day(),
            Parameter::Hindsight | Parameter::Disputed | Parameter::Overdue => words(&YES_OR_NO),
            Parameter::Status => words(&STATUSES),
            Parameter::Situation => text().max_length(Some(40)).pattern(Some(r"^[A-Za-z0-9()-]+/[A-Za-z0-9()]+$")),
            Parameter::Years => whole().enum_values(Some(YEARS.iter().filter_map(|years| years.parse::<i64>().ok()))),
            Parameter::Limit => whole().minimum(Some(1)).maximum(Some(MOST_ROWS)),
            Parameter::Name | Parameter::Q | Parameter::PersonOf => free(),
            Parameter::After => text().format(Some(SchemaFormat::Custom("cursor".into()))),
            Parameter::Person => text().pattern(Some("^[A-Za-z0-9_-]+$")),
            Parameter::State => text()
                .format(Some(SchemaFormat::Custom("state".into())))
                .pattern(Some("^[A-Z]{3}$")),
            Parameter::Kind => text().format(Some(SchemaFormat::Custom("kind".into()))),
            Parameter::Topic => text().format(Some(SchemaFormat::Custom("topic".into()))).pattern(Some("^[a-z]+$")),
            Parameter::File => words(&FILES_IN_DOUBT),
            Parameter::Code => text().pattern(Some("^[A-Z]{3}$")),
            Parameter::Treaty => words(&TREATIES),
            Parameter::Lang | Parameter::DocumentLang => words(&LANGUAGES),
            Parameter::Save => words(&YES_OR_NO),
            Parameter::Paper => words(&PAPERS),
            Parameter::Letter => words(&LETTERS),
            Parameter::OpenOrOver => words(&REQUESTS_STAND),
            Parameter::FileName => words(&FILES.iter().map(files::File::name).collect::<Vec<_>>()),
            Parameter::Matter => text().max_length(Some(100)).pattern(Some("^[a-z0-9.-]+$")),
            Parameter::SituationSegment => text().max_length(Some(40)).pattern(Some(r"^[A-Za-z0-9()-]+-[A-Za-z0-9()]+$")),
            Parameter::Entry | Parameter::EntryOf | Parameter::RequestId | Parameter::DraftId => text().pattern(Some("^[0-9a-f]{32}$")),
            Parameter::Form | Parameter::FormOf | Parameter::Stands | Parameter::Act => {
                text().max_length(Some(LONGEST)).pattern(Some("^[a-z0-9-]+$"))
            }
            Parameter::RequestOf | Parameter::Account | Parameter::PublicRequestId => text().pattern(Some("^[0-9a-f]{32}$")),
            Parameter::ExecutionId => text().pattern(Some("^execution-[0-9a-f]{32}$")),
            Parameter::ExecutionAct => words(&Saying::ALL.map(Saying::word)),
            Parameter::AuthorityId => text().pattern(Some("^authority-[0-9a-f]{32}$")),
            Parameter::AuthorityAct => words(&["change", "correct", "confirm", "end"]),
            Parameter::NeedId => text().pattern(Some("^need-[0-9a-f]{32}$")),
            Parameter::NeedAct => words(&["change", "correct", "end"]),
            Parameter::Number | Parameter::DraftNumber | Parameter::A | Parameter::B => whole().minimum(Some(1)),
            Parameter::Token => text().max_length(Some(LONGEST)).pattern(Some("^comity_[A-Za-z0-9_-]+$")),
        };
        schema.build()
    }

    /// What an operation says of it: a reference to the one description.
    pub(super) fn reference(self) -> Ref {
        Ref::new(format!("#/components/parameters/{}", self.component()))
    }

    /// The one description, under its name.
    pub(super) fn documented(self) -> (&'static str, Documented) {
        let needed = self.in_path()
            || matches!(
                self,
                Parameter::Q | Parameter::From | Parameter::Token | Parameter::A | Parameter::B
            );
        let documented = ParameterBuilder::new()
            .name(self.name())
            .parameter_in(if self.in_path() { ParameterIn::Path } else { ParameterIn::Query })
            .required(if needed { Required::True } else { Required::False })
            .description(Some(self.description()))
            .schema(Some(RefOr::T(Schema::Object(self.schema()))))
            .example(Some(self.example()))
            .build();
        (self.component(), documented)
    }
}
