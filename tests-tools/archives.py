#!/usr/bin/env python3
"""The register to take along, read by programs that are not ours.

Archives of several days are opened with Python's zipfile; each Parquet table must say in DuckDB what its CSV
says; `datapackage.json` must name the columns that are there; `comity import` must take the tables in again. The
feed of changes is held to RFC 4287, and icalendar must read the calendar. Needs duckdb and icalendar; the binary is
$COMITY_BINARY or target/debug/comity.
"""

import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import xml.etree.ElementTree as ElementTree
import zipfile

import duckdb
import icalendar

BINARY = os.path.abspath(os.environ.get("COMITY_BINARY", "target/debug/comity"))
# Today; a day on which much was different; one on which most tables are empty; with hindsight.
READINGS = [[], ["--as-at", "2013-10-02"], ["--as-at", "1998-07-17"], ["--as-at", "2013-10-02", "--hindsight"]]
ATOM = "{http://www.w3.org/2005/Atom}"


def comity(folder, *arguments):
    command = [BINARY, "--data", os.path.join(folder, "data"), *arguments]
    subprocess.run(command, check=True, capture_output=True)


def taken(folder, name, form, reading):
    """An archive, unpacked; its members' bytes by their names."""
    path = os.path.join(folder, f"{name}-{form}.zip")
    comity(folder, "archive", "--out", path, "--format", form, *reading)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None, path
        archive.extractall(os.path.join(folder, f"{name}-{form}"))
        return {member: archive.read(member) for member in archive.namelist()}


def rows_of(text):
    assert text.startswith(b"\xef\xbb\xbf"), "spreadsheets need the mark"
    heading, *rows = csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""))
    return heading, rows


def shown(value):
    """A value of a Parquet table as its CSV has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def check_tables(folder, name, reading):
    as_csv = taken(folder, name, "csv", reading)
    as_parquet = taken(folder, name, "parquet", reading)
    package = json.loads(as_csv["datapackage.json"])
    described = {resource["path"]: resource for resource in package["resources"]}
    tables = [member for member in as_csv if member.startswith("register/") or member == "facts.csv"]
    assert sorted(tables) == sorted(described), "each table is described, and no other"
    filled = 0
    for member in tables:
        heading, rows = rows_of(as_csv[member])
        fields = described[member]["schema"]["fields"]
        assert [field["name"] for field in fields] == heading, member
        assert all(field["description"] and field["description_fr"] for field in fields), member
        path = os.path.join(folder, f"{name}-parquet", member.replace(".csv", ".parquet"))
        table = duckdb.read_parquet(path)
        names, types = table.columns, dict(zip(table.columns, table.types))
        theirs = [[shown(value) for value in row] for row in table.fetchall()]
        ours = [names.index(column) for column in heading]
        assert [[row[place] for place in ours] for row in theirs] == rows, member
        for column in (column for column in names if column not in heading):
            assert column.endswith("_last") and str(types[column]) == "DATE", (member, column)
            days, last = names.index(column.removesuffix("_last")), names.index(column)
            for row in theirs:
                assert row[last].startswith(row[days].removeprefix("by ").removeprefix("about ")), (member, row)
        filled += len(rows)
    assert any(member.endswith(".parquet") for member in as_parquet)
    return filled


def check_feed(address, lang):
    with urllib.request.urlopen(f"{address}/{lang}/changes.atom") as answer:
        assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
        feed = ElementTree.fromstring(answer.read())
    assert feed.tag == f"{ATOM}feed"
    instant = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
    entries = feed.findall(f"{ATOM}entry")
    assert entries, "the edition that was taken in is told"
    for element in [feed, *entries]:
        for name in ["id", "title", "updated"]:
            found = element.findall(f"{ATOM}{name}")
            assert len(found) == 1 and found[0].text.strip(), (element.tag, name)
        assert instant.fullmatch(element.find(f"{ATOM}updated").text)
        assert element.find(f"{ATOM}id").text.startswith("urn:uuid:")
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    assert [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"] == [f"/{lang}/changes.atom"]
    ids = [element.find(f"{ATOM}id").text for element in [feed, *entries]]
    assert len(set(ids)) == len(ids), "no two entries have one id"
    for link in feed.iter(f"{ATOM}link"):
        urllib.request.urlopen(address + link.get("href")).close()


def check_calendar(address, lang):
    with urllib.request.urlopen(f"{address}/{lang}/calendar.ics") as answer:
        assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
        text, tag = answer.read(), answer.headers["etag"]
    assert all(len(line) <= 75 for line in text.split(b"\r\n")), "lines are folded"
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar["version"] == "2.0" and calendar["prodid"] and not calendar.errors
    events = calendar.walk("VEVENT")
    assert not any(event.errors for event in events), "no property that cannot be read"
    days = {str(event["summary"]): event.decoded("dtstart").isoformat() for event in events}
    assert len({str(event["uid"]) for event in events}) == len(events) == len(days), "each day once"
    assert "2009-11-26" in days.values() and "2002-07-01" in days.values(), sorted(days.values())[:9]
    asked = urllib.request.Request(f"{address}/{lang}/calendar.ics", headers={"If-None-Match": tag})
    try:
        urllib.request.urlopen(asked).close()
        raise AssertionError("a calendar that did not change is sent again")
    except urllib.error.HTTPError as error:
        assert error.code == 304, error


def main():
    with tempfile.TemporaryDirectory() as folder:
        filled = [check_tables(folder, f"day{number}", reading) for number, reading in enumerate(READINGS)]
        assert filled[2] < filled[1] < filled[3] < filled[0], filled
        tables = os.path.join(folder, "day0-csv", "register")
        again = subprocess.run(
            [BINARY, "--data", os.path.join(folder, "data"), "import", tables, "--format", "json"],
            check=True, capture_output=True,
        )
        report = json.loads(again.stdout)
        assert report["added"] == report["corrected"] == report["retracted"] == 0 < report["unchanged"], report
        command = [BINARY, "--data", os.path.join(folder, "data"), "serve", "--listen", "127.0.0.1:0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
            try:
                address = server.stdout.readline().split()[-1].rstrip("/")
                for lang in ["en", "fr"]:
                    check_feed(address, lang)
                    check_calendar(address, lang)
            finally:
                server.terminate()
    print("archives of", len(READINGS), "readings and both feeds are as they say")


if __name__ == "__main__":
    sys.exit(main())
