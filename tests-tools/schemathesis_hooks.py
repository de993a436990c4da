"""What a JSON schema cannot say of our parameters, for Schemathesis.

A schema says that a day has the form of a date, but not that it lies between the adoption of the Rome
Statute and today. Days outside are rightly refused, which our own tests check; here each is brought inside,
so that every request that keeps to the schema must be answered.
"""

import datetime

import schemathesis
from hypothesis import strategies

ADOPTION = datetime.date(1998, 7, 17)

# A cursor is taken from the page before; these are made like it.
schemathesis.openapi.format(
    "cursor", strategies.builds("{}_{}".format, strategies.dates(ADOPTION), strategies.sampled_from(["kony", "exercise"]))
)


@schemathesis.hook
def map_query(context, query):
    if not isinstance(query, dict):
        return query
    # A day earlier than today in The Hague, whatever the hour and the zone of this machine.
    span = (datetime.date.today() - ADOPTION).days - 1
    inside = dict(query)
    for name in ("as_at", "known_on"):
        try:
            day = datetime.date.fromisoformat(inside[name])
        except (KeyError, TypeError, ValueError):
            continue
        if day.isoformat() == inside[name]:
            inside[name] = (ADOPTION + datetime.timedelta(days=day.toordinal() % span)).isoformat()
    return inside
