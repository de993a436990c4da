"""What a JSON schema cannot say of our parameters, for Schemathesis.

A schema says that a day has the form of a date, but not that it lies between the adoption of the Rome
Statute and today, nor that the earlier of two days comes first; that a State is three letters, but not which
there are. What is outside is rightly refused, which our own tests check; here each is brought inside, so that
every request that keeps to the schema must be answered.
"""

import csv
import datetime
import pathlib

import schemathesis
from hypothesis import strategies

ADOPTION = datetime.date(1998, 7, 17)
RECORD = pathlib.Path(__file__).resolve().parent.parent / "data" / "public-record"
# The topics of Part 9 that the law pack names.
TOPICS = ["channel", "languages", "surrender", "competing", "contents", "assistance", "enforcement"]
# Files of which the column kind holds closed words: every one can be asked for on every day.
KINDS = {
    "rome_statute": ["ratification", "acceptance", "approval", "accession", "succession"],
    "apic": ["ratification", "acceptance", "approval", "accession", "succession"],
    "findings": ["finding", "information communicated", "no finding"],
    "referrals": ["Security Council", "State Party"],
}


def column(file, name):
    """The texts of a column of the public record, in order."""
    with open(RECORD / file, encoding="utf-8", newline="") as lines:
        return [row[name] for row in csv.DictReader(lines)]


STATES = column("states.csv", "alpha3")

schemathesis.openapi.format("state", strategies.sampled_from(STATES))
schemathesis.openapi.format("topic", strategies.sampled_from(TOPICS))
schemathesis.openapi.format("kind", strategies.sampled_from(sorted({word for words in KINDS.values() for word in words})))
# A cursor is taken from the page before; these are made like it.
schemathesis.openapi.format(
    "cursor",
    strategies.builds(
        "{}_{}".format, strategies.dates(ADOPTION), strategies.sampled_from(["kony", "exercise", "agreement-fin-sentences"])
    ),
)


@schemathesis.serializer("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
def word_document(context, value):
    """A draft that comes back from Word: bytes, of which almost none are a document."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogateescape")


def day(text):
    """The day that a text is, if it is one in the one form that is read."""
    try:
        read = datetime.date.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return read if read.isoformat() == text else None


def span():
    """Days from the adoption to a day earlier than today in The Hague, whatever the hour and the zone here."""
    return (datetime.date.today() - ADOPTION).days - 1


@schemathesis.hook
def map_query(context, query):
    if not isinstance(query, dict):
        return query
    inside = dict(query)
    for name in ("as_at", "known_on"):
        read = day(inside.get(name))
        if read:
            inside[name] = (ADOPTION + datetime.timedelta(days=read.toordinal() % span())).isoformat()
    # The earlier day: at least a day before the later one, which has room for it.
    earlier = day(inside.get("from"))
    if earlier:
        later = day(inside.get("as_at"))
        if later == ADOPTION:
            later += datetime.timedelta(days=1)
            inside["as_at"] = later.isoformat()
        room = (later - ADOPTION).days if later else span()
        inside["from"] = (ADOPTION + datetime.timedelta(days=earlier.toordinal() % room)).isoformat()
    return inside


@schemathesis.hook
def map_case(context, case):
    """A word of the column kind is one of the file that is asked for, which no schema can say; of another file
    it is left out."""
    query, path = case.query, case.path_parameters
    if not isinstance(query, dict) or not isinstance(path, dict) or "kind" not in query:
        return case
    words = KINDS.get(path.get("name"))
    known = {word for words in KINDS.values() for word in words} | {"sentence enforcement"}
    if query["kind"] in known and query["kind"] not in (words or []):
        if words:
            query["kind"] = words[0]
        else:
            del query["kind"]
    return case
