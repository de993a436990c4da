### Texts of the pages in English. No HTML here: what is marked up comes in as an argument.

## Head and navigation

subtitle = Register of cooperation with the International Criminal Court
skip = Skip to the content
languages = Languages
nav-main = Main
nav-overview = Overview
nav-warrants = Warrants
nav-situations = Situations
nav-counts = Counts
nav-states = States
nav-findings = Findings
nav-treaties = Treaties
nav-compare = Compare
nav-sources = Sources
nav-about = About
find = Find a name
find-hint = A person, a State or a situation; the beginnings of words are enough
find-do = Find
exercise-short = Exercise
exercise-band = Exercise: not the real record, and never counted with it.
title-as-at = { $title } as at { $day }

## The date sentence

asat = The record as at
day = Day
month = Month
year = Year
reading = Reading
reading-public = as public then
reading-hindsight = with hindsight
show = Show
today = Today
known-summary = As this register knew it on { $day }
known-begins = The record begins on { $day }.
step-last = Count changed { $day }
step-before = The day before
step-next = Next change { $day }
step-before-surrender = As at the day before the surrender
step-before-end = As at the last day outstanding
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = June
month-short-7 = July
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

## Foot

foot-record = This record
foot-kept-by = No institution keeps this record yet.
foot-edition = Edition of { $day } of the public record.
foot-complete-until = Complete until about { $day }; what happened later, only in part.
foot-checkpoint = Checkpoint of { $day }, { $hash }.
foot-check = Check it yourself
foot-cite-label = Cite this page:
foot-cite = Comity, { $title }, as at { $day } { $reading }, known on { $known }, checkpoint { $hash }.
foot-cite-unread = Comity, { $title }, as at { $day } { $reading }, known on { $known }.
foot-fixed = Address of this page with both days
foot-page = This page
foot-error = Report an error in a fact
foot-working = How the figure was made
foot-counts = Our counts beside those of institutions
foot-accessibility = Accessibility
foot-names = On boundaries and names
foot-names-text = The names shown and the designations used imply no opinion on the legal status of any country, territory, city or area, or of its authorities. States bear the name that the United Nations uses.

## Marks of doubt

mark-unverified = unverified
mark-other-source = another source: { $values }
key-none = No mark: a source was read.
key-unverified = { $mark }: recalled, no source read confirms it.
key-other-label = another source
key-other = { $mark }: one that was read gives that day instead.
source-recalled = from memory
sources-read = Read: { $sources }
sources-partly = Agrees in part, without the day or the person: { $sources }
sources-inferred = Derived from it, not said: { $sources }
sources-unverified = { $mark }: no source read confirms it

## What every list of names says

not-guilt = A warrant is not a finding of guilt: everyone is presumed innocent until proved guilty before the Court (article 66).
not-guilt-short = A warrant is not a finding of guilt.
nothing = Nothing in this record

## Overview

overview-title = The record
lead = { $n ->
    [one] person with an outstanding warrant or surrender request
   *[other] persons with outstanding warrants or surrender requests
}
sum-caption = How this figure was made
sum-named = { $words } that was public by then
sum-named-hindsight = { $words } by then, public or not
sum-named-words = { $n ->
    [one] person named in a warrant
   *[other] persons named in a warrant
}
sum-surrendered = { $words } to the Court
sum-surrendered-words = surrendered
sum-ended = { $words }
sum-ended-words = proceedings ended
sum-outstanding = outstanding, under { $warrants ->
    [one] { $warrants } warrant
   *[other] { $warrants } warrants
}
institution-counted = { $who } counted { $n } on the same day: { $verdict }.
institution-agrees-words = the counts agree
institution-differs-words = the counts differ
institution-open-words = see both
other-hindsight-figure = With hindsight { $n }
other-hindsight-more = { $figure }: { $n ->
    [one] one more was then named in a warrant that was not yet public
   *[other] { $n } more were then named in warrants that were not yet public
}.
other-hindsight-fewer = { $figure }: { $n } fewer, since acts that were not yet public then are counted.
other-hindsight-same = { $figure } too: every act that counts was public then.
other-public-figure = As public then { $n }
other-public = { $figure }.
chart-head = Every day since 2005
chart-side = Persons outstanding. A person counts once, however many warrants; a summons does not count.
chart-title = Persons outstanding, a step line over time: { $n } on { $day }
chart-chosen = { $day }: { $n }
chart-institution = { $day }: { $n }, { $who }
chart-institutions = counts that institutions gave
chart-first-step = { $day }: the first { $n }
chart-largest-step = { $day }: { $n } more
chart-note = Paler after the chosen day. The grey band is what a reader of the day could not know: warrants issued but not yet public.
chart-note-until = Dotted after { $day }, until when the record is complete.
chart-note-dots = Hollow dots are counts that institutions gave.
chart-table = The chart as a table
chart-table-caption = Days on which the count changed.
by-situation = { $n ->
    [0] No situation
    [1] The one, by situation
   *[other] The { $n }, by situation
}
by-situation-note = { $years ->
    [0] Less than a year had passed
    [one] One year had passed
   *[other] { $years } years had passed
} since the oldest of these warrants became public.
by-situation-note-hindsight = { $years ->
    [0] Less than a year had passed
    [one] One year had passed
   *[other] { $years } years had passed
} since the oldest of these warrants was issued.
by-situation-caption = Persons outstanding on { $day }, by situation
more-persons = { $n } more
events-head = Latest events
events-side = As known to the public on that day.
events-side-hindsight = Whether public on that day or not.
event-line = { $person }: { $act }
event-issued = { $act }, issued { $day }
event-situation = · Situation: { $situation }

## Tables

col-person = Person
col-persons = Persons
col-names = Names
col-situation = Situation
col-case = Case
col-number = Number
col-issued = Issued
col-public = Made public
col-days = Days outstanding
col-days-short = Days
col-status = Status
col-oldest = Oldest public since
col-oldest-issued = Oldest issued
col-from = From
col-as-public = As public then
col-hindsight = With hindsight
col-outstanding = Outstanding
col-named = Named
col-act = Act
col-day = Day
col-entry = Entry and proof
col-counted = What was counted
col-said-by = By whom
col-their-figure = Their figure
col-ours = This record
col-verdict = Compared
warrants-n = { $n ->
    [one] { $n } warrant
   *[other] { $n } warrants
}
summonses-n = { $n ->
    [one] { $n } summons
   *[other] { $n } summonses
}
days-n = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
row-outcome = Proceedings ended: { $reasons }

## Warrants

warrants-head = Warrants
warrants-deck = { $n ->
    [one] { $n } person was outstanding on { $day }, of { $named } ever named in a public warrant by then.
   *[other] { $n } persons were outstanding on { $day }, of { $named } ever named in a public warrant by then.
}
warrants-deck-hindsight = { $n ->
    [one] { $n } person was outstanding on { $day }, of { $named } ever named in a warrant by then, public or not.
   *[other] { $n } persons were outstanding on { $day }, of { $named } ever named in a warrant by then, public or not.
}
warrants-caption = Days are counted from the day on which the first open warrant became public. The bar compares them with the longest, { $days } days.
warrants-caption-hindsight = Days are counted from the day on which the first open warrant was issued. The bar compares them with the longest, { $days } days.
warrants-caption-status = Days of issue and of publication of every warrant or summons of the person.
filters = Filters
filter-situation = Situation
filter-all-situations = All situations
filter-status = Status
filter-years = Outstanding for
filter-any-time = Any time
filter-over-years = { $years ->
    [one] Over { $years } year
   *[other] Over { $years } years
}
filter-name = Name begins with
filter-do = Filter
filter-clear = All persons outstanding
choice = { $words } ({ $n })
said-n = { $n ->
    [one] { $n } person
   *[other] { $n } persons
}
said-n-status = { $persons } { $status }
said-situation = situation: { $situation }
said-years = { $years ->
    [one] for over { $years } year
   *[other] for over { $years } years
}
said-name = name beginning with “{ $name }”
said-order = longest first
part-first = The first { $n }.
part-further = { $n } of them.
part-last = The last { $n }.
pages-nav = Pages of the list
pages-first = First page
pages-next = Next page
none-filtered = Nobody in this record matches this filter on this day.

## Person

person-over = { $situation } · situation { $no }
person-over-case = { $situation } · case { $case }
person-outcome = { $act } { $on }
person-outstanding = Outstanding for { $n ->
    [one] { $n } day
   *[other] { $n } days
}: under a public warrant since { $day }, not surrendered to the Court.
person-outstanding-hindsight = Outstanding for { $n ->
    [one] { $n } day
   *[other] { $n } days
}: under a warrant since { $day }, not surrendered to the Court.
person-surrendered = Surrendered to the Court { $on }.
person-surrendered-after = Surrendered to the Court { $on }, after { $n ->
    [one] { $n } day
   *[other] { $n } days
} under a public warrant.
person-surrendered-after-hindsight = Surrendered to the Court { $on }, after { $n ->
    [one] { $n } day
   *[other] { $n } days
} under a warrant.
person-ended = proceedings ended { $on }: { $reason }
person-case = Case { $case }: { $outcomes }
person-summoned = Under a summons to appear, which does not count as outstanding.
person-proceedings = Proceedings
person-proceedings-side = Each act has the day on which it happened, the day on which this register learned it, and an entry of its own.
line-remark = Remark: { $remark }
line-recorded = Recorded { $day }
line-entry = entry { $hash }
person-person = The person
person-name = Name
person-aliases = Also known as
person-instruments = Instruments
person-cases = Case
person-outstanding-days = Outstanding
person-never-outstanding = On no day up to this one
person-remarks = Remarks
interval = { $from } to { $to }
interval-open = since { $from }
person-sources = Sources
person-sources-side = What was read for each day, and what it says where it differs.
person-rests = What rests on it
person-rests-side = If one of these facts is corrected, these figures change.
rests-count = Persons outstanding
rests-day = { $count }, on { $from }
rests-days = { $count }, every day from { $from } to { $to }
rests-open = { $count }, every day since { $from }
person-proof = Proof
person-proof-side = Anybody can check that these acts were recorded and have not been changed.
proof-checkpoint = Checkpoint of { $day }
proof-how = How to check a proof
proof-each = The proof of each act
proof-entry = the entry as recorded
proof-file = proof

## Situations

situations-head = Situations
situations-deck = { $n ->
    [0] No person had been named in a public warrant or summons by { $day }.
    [one] By { $day } persons had been named in { $n } situation; in { $open } of them somebody was outstanding.
   *[other] By { $day } persons had been named in { $n } situations; in { $open } of them somebody was outstanding.
}
situation-over = Situation
situation-deck = { $n ->
    [one] { $n } person was outstanding on { $day }, of { $named } named in a warrant by then.
   *[other] { $n } persons were outstanding on { $day }, of { $named } named in a warrant by then.
}
situation-sum = The figure
situation-chart = Every day
situation-persons = Persons
situation-caption = Persons named in this situation by { $day }, those outstanding first.

## How the figure was made

working-title = How the figure was made
working-head = { $n ->
    [one] { $n } person outstanding
   *[other] { $n } persons outstanding
}
working-deck = Everybody counted in or out on { $day }, as far as it was public then, with the entries on which the count rests.
working-deck-hindsight = Everybody counted in or out on { $day }, with all that is now known of it, and the entries on which the count rests.
working-sum = The sum
working-rules = The rules
working-rules-side = What makes a person count, as the law pack has it.
working-counted = Counted: { $n }
working-counted-note = Under a warrant, not surrendered, not ended.
working-surrendered = Surrendered: { $n }
working-surrendered-note = Named in a warrant, and surrendered to the Court.
working-ended = Ended: { $n }
working-ended-note = Named in a warrant, and the proceedings ended otherwise.
working-hindsight = Added by hindsight: { $n }
working-hindsight-note = Under a warrant on that day which was not yet public.

## Counts

counts-title = Counts of institutions
counts-head = Our counts beside those of institutions
counts-deck = { $n ->
    [0] No count had been given by then.
   *[other] Of { $n } counts that institutions gave, { $compared } can be compared: { $agree } agree with this record to the person.
}
counts-side = Each is compared on its own day and counting basis, with what is now recorded as public on that day. Agreement and difference are both shown.
counts-agree = The counts agree
counts-fewer = { $n } fewer in this record
counts-more = { $n } more in this record
counts-by-basis = { $n } { $basis }
counts-basis-open = The counting basis is not said
counts-entry = entry
counts-not-computed = This record does not compute it

## Search

search-title = Search for “{ $q }”
search-head = { $n ->
    [0] Nothing found for “{ $q }”
   *[other] { $n } found for “{ $q }”
}
search-deck = Names of persons, States and situations as they are written or as you heard them, in any script; titles, numbers and words of decisions, laws and remarks. Beginnings of words are enough.
search-persons = Persons
search-persons-sound = Persons whose name sounds like it
search-sound-note = Their names are written otherwise, in this or another script, or you wrote more than the name. Make sure that it is the person you mean.
search-persons-words = Persons of whom the record says it
search-sounds = sounds like { $form }
search-alike = { $form }: { $why }
search-alike-besides = { $form }: { $why }; “{ $words }” is not in the name
search-said = “{ $text }”
search-not-read = That has more words than a search reads. Not read was: “{ $text }”.
search-more = More was found than is shown here: write more of it.
search-situations = Situations
search-form = found as { $form }
search-ended = proceedings ended: { $reason }

## Entry

entry-title = Entry { $hash }
entry-head = Entry
entry-over = Entry { $hash }
entry-text = As recorded
entry-text-side = The entry as it stands in the record, member by member. Nothing of it can be changed; a correction is a new entry.
entry-canonical = The canonical text, which was hashed
entry-not-understood = This program does not understand this kind of entry. It is kept, exported and proved all the same.
entry-later = What came later
entry-corrected-by = Corrected by
entry-about-it = About it
entry-hash = Leaf hash (SHA-256)
entry-proof = Proof

## About

about-title = About
about-head = About this register
about-deck = What States and the International Criminal Court do about cooperation, as dated entries in a record to which one can only add. A page is what one reader may see of it, as at one day.
about-readings = Two readings of a day
about-readings-1 = As public then: what had happened by the day and was public by the day. It is what a reader of that day could count, and what institutions did count.
about-readings-2 = With hindsight: all that is now known to have happened by the day. A warrant under seal counts from its issue.
about-readings-3 = As this register knew it: the record as it stood at the end of a day. A fact that was recorded or corrected later is not there yet.
about-counted = What is counted
about-counted-1 = A person is outstanding who is named in a warrant of arrest, was not surrendered to the Court, and whose proceedings have not ended. An arrest in a State does not end it: the request for surrender is still open. A person counts once, however many warrants; a summons does not count.
about-counted-2 = An act counts from and including its day. Where only a month or a year is known, it counts from the last possible day.
about-marks = Marks of doubt
about-marks-1 = Silence means that a source was read. Only doubt carries a mark, in small grey words.
about-check = Check it yourself
about-check-1 = Every entry has a hash of its own bytes. At fixed times the hashes are gathered into a public log (RFC 6962), whose state is signed as a checkpoint. A proof leads from one entry to a checkpoint, and shows that the entry was recorded then and has not changed since.
about-check-2 = A proof is a text file that a program of a page can check: SHA-256 along two paths, and one Ed25519 signature by this key.
about-key = Verifier key
about-check-3 = The log tells how much time has passed, never how much happened.
about-error = Report an error in a fact
about-error-1 = Say by the form what is wrong and which source shows what is right; the entry is known by the hash that stands beside the fact. An officer reads it, and nothing of it is published. A confirmation or a correction is recorded as a new entry with that source; the old one stays, and both can be seen.
about-data = Data
about-data-1 = Every page can be had as JSON and as CSV: the links stand in the foot. The interface for programs is described at
about-access-1 = Pages are made to meet WCAG 2.2, level AA: they work without scripts, with the keyboard alone, with a screen reader, at 320 pixels and on paper. Charts have a table behind them, and no meaning rests on colour alone.

## Reporting an error

error-title = Report an error in a fact
error-title-again = Not sent: report an error in a fact
error-head = Report an error in a fact
error-deck = Is something here not as a source says it? Say what, and which source. An officer reads it, and corrects the record where the source bears it out.
error-read-by = What you write is read by the officers of whoever keeps this register. Nothing of it is published. It is deleted ninety days after it was dealt with.
error-warning = Write nothing confidential here, and nothing about where a person may be. This form is no channel for that: what is sent lies unencrypted on this server, and is not passed on.
error-not-taken = Not sent
error-page = Page
error-page-none = You came here from no page of this register. Say below which page you mean.
error-optional = (optional)
error-entry = Entry
error-entry-hint = The id or the hash of the entry, as it stands beside the fact: digits and letters a to f.
error-wrong = What is wrong
error-wrong-hint = For example the day, the name or the State. At most { $most } characters.
error-right = What is right, and which source says so
error-right-hint = Name the document, its number and page, or its public address; if you know no source, say so. At most { $most } characters.
error-contact = E-mail address for an answer
error-contact-hint = Used only to answer you about this report.
error-send = Send the report
error-fault-missing = { $field }: nothing is written here. Write it, or say that you do not know.
error-fault-too-long = { $field }: this is too long. Shorten it to { $most } characters at most.
error-fault-unseen = { $field }: it holds something that cannot be seen (a control character, a sign that changes the direction of writing, or a second line where one fits). Type that part instead of pasting it.
error-fault-not-an-entry = { $field }: this is not the id or the hash of an entry. Copy at least its first eight digits and letters from the page, or leave the field empty.
error-fault-not-an-address = { $field }: this is not an e-mail address. Write it like name@example.org, or leave the field empty.
error-elsewhere = The form was sent from a page of another site. Check what stands in it, and send it from here.
error-too-long = What was sent is longer than a report may be, and was not read. Go back in your browser, where your text still is, and shorten it.
error-too-slow = The report did not arrive in time, and was not read. Go back in your browser, where your text still is, and send it again.
error-unknown = There is no such page or entry for everybody to read, so the report was not taken and nothing of it is kept. Leave the entry out, or report from the page where you read the fact. An error in what is not public is told to the officer from whom it comes.
error-not-a-form = What was sent is not written as this form writes it, and was not read. Fill in the form here, and send it again.
error-busy = { $n ->
    [one] Many reports are coming in just now. Nothing that you wrote is lost: send it again in one second.
   *[other] Many reports are coming in just now. Nothing that you wrote is lost: send it again in { $n } seconds.
}
error-full = No more reports can be kept until an officer has dealt with those that lie here. Nothing that you wrote is lost: keep a copy, and send it on another day.
error-failed = The report could not be kept; the log of the server says why. Nothing that you wrote is lost: send it again in a while.
error-thanks-title = Report received
error-thanks-head = Thank you, the report was received
error-thanks-text = Its reference is { $reference }. Keep it, should you want to ask about it.
error-thanks-next = An officer reads it. Where a source bears it out, the fact is confirmed or corrected by a new entry with that source; the old one stays, and both can be seen.
error-thanks-way = Back to the page

## Nothing to show

none-outstanding = Nobody was outstanding on this day.
none-events = Nothing had happened by this day that this record knows of.
none-situations = Choose a later day to see the situations in which somebody was named.
none-persons = Nobody had been named in this situation by this day.
none-counts = Choose a later day to see counts that institutions gave.
none-found = Nothing in this record has such a name or such words, or sounds so, as at this day. A later day, or hindsight, may show more.

## What is wrong

wrong-title = Something to mend
wrong-head = { $n ->
    [one] One thing to mend
   *[other] { $n } things to mend
}
wrong-today = Show today, { $day }
wrong-not-a-day = The record as at: “{ $given }” is not a day of the calendar. Write day, month and year, for example 2 October 2013.
wrong-known-not-a-day = As this register knew it on: “{ $given }” is not a day of the calendar. Write day, month and year, for example 2 October 2013.
wrong-before-the-statute = The record as at: { $given } is before { $first }, the day on which the Rome Statute was adopted. Choose that day or a later one.
wrong-after-today = The record as at: { $given } is after today. The latest day is { $today }.
wrong-known-after-today = As this register knew it on: { $given } is after today. Choose { $today } or an earlier day.
wrong-not-one-of = { $field } cannot be “{ $given }”. It is one of: { $allowed }.
wrong-state = “{ $given }” is not the code of a State in this record. Write its ISO 3166-1 alpha-3 code, such as FRA.
wrong-state-near = “{ $given }” is not the code of a State in this record. Did you mean { $near }?
wrong-kind-none = kind cannot be “{ $given }”: this file has no rows of any kind on the day.
wrong-not-a-situation = “{ $given }” is not the number of a situation. Write it like ICC-02/04.
missing-title = Nothing here
missing-head = There is nothing here
missing-text = Nothing lies at this address for you as at { $day }. Whether it never was, is not yet or is not public is not said.
missing-way = Go to the overview
before-title = Before the record began
before-head = The record had not begun
before-text = This record begins on { $day }. As known on { $known } it is empty.
before-way = Show it as known today
failed-title = The page could not be made
failed-head = The page could not be made
failed-text = The record could not be read. Nothing is lost. Try again; if it stays so, tell whoever runs this server, whose log says why.

guard-elsewhere-title = This was sent from another site
guard-elsewhere-text = Nothing was done. What changes something here is taken from the pages of this site alone. Open the page here, and do it from there.
guard-packed-title = This could not be read
guard-packed-text = Nothing was done. What was sent is packed, and is taken only as it is (without the header Content-Encoding).
guard-too-often-title = Too many requests
guard-too-often-text = { $n ->
    [one] So many requests came from you, or from your network, that others would wait. Load this page again in one second.
   *[other] So many requests came from you, or from your network, that others would wait. Load this page again in { $n } seconds.
}

## What acts are called (they begin with a small letter; the page makes it a capital where a line begins)

instrument-warrant = { $ordinal ->
    [0] warrant of arrest
    [1] first warrant
    [2] second warrant
    [3] third warrant
   *[other] warrant no. { $ordinal }
}
instrument-summons = { $ordinal ->
    [0] summons to appear
    [1] first summons
    [2] second summons
    [3] third summons
   *[other] summons no. { $ordinal }
}
act-warrant-issued = { $instrument } issued
act-summons-issued = { $instrument } issued
act-warrant-made-public = { $instrument } made public
act-summons-made-public = { $instrument } made public
act-warrant-executed = arrested in execution of the { $instrument }
act-person-surrendered = surrendered to the Court
act-person-appeared = appeared before the Court
act-ended = proceedings ended ({ $reason })
act-ended-under = proceedings under the { $instrument } ended ({ $reason })
act-ended-by = { $act }, proceedings ended
act-ended-with = { $act }, { $ended }
act-until = { $act }, until { $day }
milestone-sentenced-years = { $years ->
    [one] sentenced to { $years } year
   *[other] sentenced to { $years } years
}
milestone-with-years = { $years ->
    [one] { $act }: { $years } year
   *[other] { $act }: { $years } years
}

## Closed words of the data: statuses

status-outstanding = outstanding
status-surrendered = surrendered to the Court
status-ended = proceedings ended
status-summoned = under a summons
status-summons-ended = proceedings under a summons ended
status-all = all
said-outstanding = outstanding
said-surrendered = surrendered to the Court
said-ended = whose proceedings ended

## Closed words of the data: why proceedings ended

reason-died = the person died
reason-acquitted = acquitted
reason-charges-not-confirmed = charges not confirmed
reason-charges-withdrawn = charges withdrawn
reason-vacated = vacated
reason-served = sentence served
reason-inadmissible = case inadmissible
reason-replaced-by-warrant = summons replaced by a warrant
reason-not-said = reason not said
ended-by-died = { $n } died
ended-by-acquitted = { $n } acquitted
ended-by-charges-not-confirmed = charges not confirmed against { $n }
ended-by-charges-withdrawn = charges withdrawn against { $n }
ended-by-vacated = vacated for { $n }
ended-by-served = sentence served by { $n }
ended-by-inadmissible = case inadmissible for { $n }
ended-by-replaced-by-warrant = summons replaced by a warrant for { $n }

## Closed words of the data: milestones

milestone-acquitted = acquitted
milestone-acquitted-on-appeal = acquitted on appeal
milestone-admissible = case found admissible
milestone-appeal-decided = appeal decided
milestone-arrested = arrested
milestone-case-severed = case severed
milestone-charges-confirmed = charges confirmed
milestone-charges-withdrawn = charges withdrawn
milestone-closing-arguments = closing arguments
milestone-confirmation-hearing = hearing on the confirmation of charges
milestone-confirmation-hearing-in-absentia = hearing on the confirmation of charges in the absence of the person
milestone-convicted = convicted
milestone-gave-himself-up = gave himself up
milestone-held = held
milestone-held-on-another-matter = held on another matter
milestone-inadmissible = case declared inadmissible
milestone-moved-to-serve-sentence = moved to serve the sentence
milestone-notice-of-withdrawal-of-charges = notice of withdrawal of charges
milestone-released = released
milestone-reported-killed = reported killed
milestone-sentence-reduced = sentence reduced
milestone-sentenced = sentenced
milestone-sentenced-anew = sentenced anew
milestone-trial-opened = trial opened
milestone-warrant-amended = warrant amended
milestone-warrant-replaced = warrant replaced

## Closed words of the data: what was counted, on which basis, by whom

counted-outstanding = Persons outstanding
counted-warrants-issued = Warrants issued
counted-persons-under-a-public-warrant-since-2002 = Persons under a public warrant since 2002
counted-of-these-implemented = Of these, implemented
counted-of-these-withdrawn-after-death = Of these, withdrawn after death
counted-summonses-since-2002 = Summonses since 2002
basis-persons = persons
basis-instruments = instruments
basis-not-said = basis not said
institution-Assembly-of-States-Parties = The Assembly of States Parties
institution-Court--The-Court-Today = The Court (The Court Today)
institution-Court--report-to-the-United-Nations-A-69-321 = The Court (report to the United Nations, A/69/321)
institution-Coalition-for-the-International-Criminal-Court = The Coalition for the International Criminal Court

## Closed words of the data: kinds of entries

kind-person-named = names of a person
kind-warrant-issued = warrant of arrest issued
kind-summons-issued = summons to appear issued
kind-instrument-made-public = warrant or summons made public
kind-warrant-executed = arrest in execution of a warrant
kind-person-surrendered = surrender to the Court
kind-person-appeared = appearance before the Court
kind-proceedings-ended = end of proceedings
kind-proceedings-milestone = step in proceedings
kind-remark-added = remark
kind-citation-added = what a source says
kind-state-named = names and codes of a State
kind-state-began = beginning of a State
kind-state-renamed = change of a State’s name
kind-treaty-signed = signature of a treaty
kind-treaty-joined = instrument by which a State became bound
kind-treaty-in-force-stated = entry into force as a source states it
kind-treaty-intent-declared = declaration of not intending to become a party
kind-treaty-withdrawal-announced = withdrawal announced
kind-treaty-withdrawal-notified = withdrawal notified to the depositary
kind-treaty-withdrawal-effect-stated = effect of a withdrawal as a source states it
kind-treaty-withdrawal-rescinded = notice of withdrawal rescinded
kind-treaty-instrument-withdrawn = instrument taken back
kind-treaty-position-unresolved = position not known from a day on
kind-acceptance-lodged = acceptance of jurisdiction
kind-acceptance-without-effect = acceptance of jurisdiction without effect
kind-declaration-made = declaration on channel and languages
kind-finding-made = finding of non-compliance, or what a chamber did instead
kind-finding-referred = finding referred
kind-finding-referral-put-off = referral of a finding put off
kind-finding-referral-reversed = referral of a finding reversed
kind-agreement-made = agreement with the Court, or declaration in its place
kind-agreement-in-force = entry into force of an agreement with the Court
kind-referral-made = referral of a situation
kind-resolution-adopted = resolution on cooperation adopted
kind-pledge-made = pledge
kind-law-enacted = law on cooperation
kind-count-stated = count of an institution
kind-pack-edition = edition of the public record
kind-pack-differs = an edition that says something else
kind-record-begun = beginning of the record

## States, by the names that the United Nations uses


## Situations, by the names that the Court uses

situation-ICC-01-04 = Democratic Republic of the Congo
situation-ICC-01-05 = Central African Republic I
situation-ICC-01-09 = Kenya
situation-ICC-01-11 = Libya
situation-ICC-01-12 = Mali
situation-ICC-01-14 = Central African Republic II
situation-ICC-01-15 = Georgia
situation-ICC-01-18 = State of Palestine
situation-ICC-01-21 = Philippines
situation-ICC-01-22 = Ukraine
situation-ICC-02-04 = Uganda
situation-ICC-02-05 = Darfur, Sudan
situation-ICC-02-11 = Côte d’Ivoire
situation-ICC-02-17 = Afghanistan

### States and treaties

## States

states-title = States
states-head = { $n ->
    [one] { $n } State: { $parties } parties to the Rome Statute
   *[other] { $n } States: { $parties } parties to the Rome Statute
}{ $unknown ->
    [0] { "" }
    [one] , and one whose position is not known
   *[other] , and { $unknown } whose position is not known
}
states-unknown = Not known: whether { $states } { $n ->
    [one] is a party
   *[other] are parties
} to the Statute.
states-bound = Bound to cooperate though no party: { $states }.
states-groups = Regional groups
group-of = { $parties } of { $n }
states-group-note = { $parties } of { $n } are parties to the Rome Statute, { $apic } to the Agreement on Privileges and Immunities.
states-caption = { $group }: where each State stands on { $day }
states-side = A State that did not exist on the day is not in the list.
states-made-1 = Each State stands where its own acts have brought it by the day, under the rules of law of that day. Nobody types a standing in.
states-made-2 = Listed are the Members of the United Nations, the Holy See, the State of Palestine and the Cook Islands, under the names that the United Nations used on the day. The regional groups were recalled, not read from a source.
none-states = This record names no State as at this day. The next edition of the public record that is taken in will.
col-state = State
col-rome-statute = Rome Statute
col-apic = Agreement on Privileges and Immunities
no-tie = no tie

## Treaties

treaty-rome-statute = Rome Statute
treaty-apic = Agreement on Privileges and Immunities
treaty-title-rome-statute = Parties to the Rome Statute
treaty-title-apic = Parties to the Agreement on Privileges and Immunities
treaty-lead-rome-statute = { $n ->
    [one] State Party to the Rome Statute
   *[other] States Parties to the Rome Statute
}{ $unknown ->
    [0] { "" }
    [one] , and one whose position is not known
   *[other] , and { $unknown } whose position is not known
}
treaty-lead-apic = { $n ->
    [one] party to the Agreement on Privileges and Immunities
   *[other] parties to the Agreement on Privileges and Immunities
}{ $unknown ->
    [0] { "" }
    [one] , and one whose position is not known
   *[other] , and { $unknown } whose position is not known
}
treaty-unknown = Left out of the count, as the position is not known: { $states }.
treaty-nav = Treaties
treaty-adopted = Adopted { $adopted }, in force since { $force }.
treaty-adopted-before = Adopted { $adopted }; it enters into force on { $force }.
treaty-adopted-open = Adopted { $adopted }; not enough States have joined it yet for it to enter into force.
treaty-sum-joined = States had joined
treaty-sum-withdrawn = withdrew, with effect by this day
treaty-sum-taken-back = took the instrument back before it had effect
treaty-sum-not-yet = not yet in force for them
treaty-sum-unknown = position not known
treaty-sum-parties = parties
treaty-chart = Parties over time
treaty-chart-side = Parties on each day, by the rules on entry into force and on withdrawal.
treaty-chart-title = Number of parties over time, a step line: { $n } on { $day }
treaty-chart-first = { $day }: the first { $n }
treaty-chart-note = Paler after the chosen day.
treaty-table-caption = Days on which the number of parties changed.
col-parties = Parties
treaty-groups = By regional group
treaty-groups-side = The outline is all States of the group, the filled part those that are parties.
treaty-groups-title = Parties by regional group
treaty-groups-table = The bars as a table
treaty-groups-caption = Parties by regional group on { $day }
col-group = Regional group
col-states = States
treaty-withdrawing = Notice of withdrawal given: { $n }
treaty-withdrawing-side = Parties until the withdrawal takes effect.
treaty-unresolved = Position not known: { $n }
treaty-unresolved-side = Not counted, and named beside the count.
treaty-withdrawn = Withdrew: { $n }
treaty-withdrawn-side = No longer parties. What they came to owe while they were goes on.
treaty-taken-back = Instrument taken back: { $n }
treaty-taken-back-side = Before it had effect: these States did not become parties.
treaty-joined = Instrument deposited, not yet in force: { $n }
treaty-joined-side = Not yet parties.
treaty-party = Parties: { $n }
treaty-party-side = The day of entry into force is computed by the rule beside it. Where a source gives another day, both stand there.
treaty-declined = Signed, and do not intend to become parties: { $n }
treaty-declined-side = Declared to the depositary.
treaty-signatory = Signed, not parties: { $n }
treaty-signatory-side = A signature alone does not bind to cooperate.
treaty-caption = { $head }, on { $day }
col-signed = Signed
col-joined = Instrument deposited
col-in-force = In force
col-kind = Kind
col-rule = Rule
col-withdrawal = Withdrawal
treaty-none = No State stood towards this treaty in any way on this day. The first signatures change that.
treaty-made = How this was made
treaty-made-side = The rules of law that were applied, in our own words.
treaty-made-1 = Counted is a State for which the treaty is in force by these rules, out of its own acts up to the day (signature, deposit, withdrawal, and their taking back). The acts stand in the record one by one; each row leads to its own.
treaty-made-2 = Where a source that was read states another day than the rules give, the count follows the rules and the source stands beside.
stated-other = a source states { $day }
planned = planned
leaving-announced = Announced { $day }
leaving-notified = Notified { $day }
leaving-effect = Effect by law { $day } ({ $rule })
leaving-rescinded = Notice taken back { $day }
leaving-taken-back = Instrument taken back { $day }
leaving-declined = Declared { $day }
leaving-unresolved = Not known from { $day }
treaty-unknown-title = No such treaty
treaty-unknown-head = This register does not follow a treaty of that name; it follows two
treaty-before-title = Before the treaty
treaty-before-head = This treaty was not adopted yet
treaty-before-text = The { $treaty } was adopted on { $day }. As at { $asked } nobody could be a party to it.
treaty-before-way = Show { $day }

## A State

state-over-none = No tie to the Rome Statute
state-deck-both = Bound by the Rome Statute since { $rome } and by the Agreement on Privileges and Immunities since { $apic }.
state-deck-rome = Bound by the Rome Statute since { $rome }.
state-deck-apic = Bound by the Agreement on Privileges and Immunities since { $apic }.
state-deck-apic-none = Not a party to the Agreement on Privileges and Immunities.
state-deck-apic-signatory = Signed the Agreement on Privileges and Immunities, and is not a party to it.
state-deck-withdrawing = Notified its withdrawal { $on }: it is planned to take effect on { $effect }. Until then the State is a party.
state-deck-withdrawn = No longer a party to the Rome Statute since { $effect }, by a withdrawal notified { $on }. It had been bound since { $since }.
state-deck-signatory = Signed the Rome Statute { $on }, and is not a party.
state-deck-declined = Signed the Rome Statute { $on }, and declared { $declared } that it does not intend to become a party.
state-deck-joined = Deposited its instrument { $on }: the Rome Statute enters into force for it on { $effect }.
state-deck-taken-back = Deposited its instrument { $on } and took it back { $back }, before it had effect: it did not become a party to the Rome Statute.
state-deck-unresolved = Since { $since } this record does not know whether it is a party to the Rome Statute.
state-deck-unresolved-plain = This record does not know whether it is a party to the Rome Statute.
state-deck-notified = It had notified { $on } that it would withdraw.
state-deck-notified-stated = It had notified { $on } a withdrawal that was to take effect { $stated }.
state-deck-apic-unresolved = This record does not know whether it is a party to the Agreement on Privileges and Immunities.
state-deck-announced = It announced { $on } that it would withdraw. An announcement starts no term: the State remains a party.
state-deck-none = Neither party to the Rome Statute nor signatory.
state-deck-council = Bound to cooperate by { $document } of the Security Council.
state-deck-council-plain = Bound to cooperate by a resolution of the Security Council.
state-deck-acceptance = Bound to cooperate by its acceptance of jurisdiction, lodged { $on }.
state-deck-findings = { $n ->
    [one] One finding of non-compliance concerns it.
   *[other] { $n } findings of non-compliance concern it.
}
state-address = How to address it
state-address-side = Channel and languages are the State’s own choice (article 87(1) and (2)). Read this before writing.
address-advice = What to do
advice-declared = Write as declared: by this channel, in one of these languages.
advice-confirm = Not verified. Use the diplomatic channel and a working language of the Court (English or French), or confirm with the authority first.
advice-none = This record knows of no choice. Use the diplomatic channel and a working language of the Court (English or French), or confirm with the authority first.
address-channel = Channel
address-languages = Languages
address-declared = Declared
address-source = Source
address-authority = Central authority
address-authority-none = Not known: there is no public directory
address-basis = On which basis
address-rules = What the Statute says of channel and language
state-survives = What survives the withdrawal
state-ties = Ties by treaty
state-ties-side = { $parties } to the Rome Statute on the day.
state-ties-parties = { $n ->
    [one] { $n } State was party
   *[other] { $n } States were parties
}
state-ties-caption = Where { $state } stands towards each treaty on { $day }
col-treaty = Treaty
state-tie-acts = What it did about leaving
state-row = row in the record
state-laws = Laws on cooperation
state-laws-side = What was read in them, by topic of Part 9. A topic that was not read may still be in a law.
state-law-read = Read: { $read }
state-law-nothing-read = It is not known what it says
state-topics = Laws by topic of Part 9
state-topics-unread = Topics not read
state-topic = { $topic } (article { $article })
state-topics-all-read = None: each topic was read in one of its laws
none-laws = This record knows of no law of this State on cooperation with the Court. A law that somebody reads and cites would appear here.
state-laws-all = Laws of all States
state-findings = Findings
state-findings-side = Decisions under article 87(7), and what followed.
none-findings = No Chamber has found, as far as this record knows by this day, that this State failed to cooperate. A decision under article 87(7) would appear here.
state-findings-all = Findings on all States
state-agreements = Agreements
state-agreements-side = With the Court: enforcement of sentences, release, relocation; declarations under article 103.
none-agreements = This record knows of no agreement of this State with the Court. An agreement that is published would appear here. Agreements on the protection of witnesses are not public.
state-agreements-all = Agreements of all States
state-acts = Acts in the State
state-acts-side = Arrests, surrenders and other acts under warrants and summonses that name this State.
none-acts = No arrest, surrender or other act under a warrant in this State is known to this record by this day.
state-situations = Persons of its situations
state-situations-caption = Persons named in the situation { $situation }, those outstanding first.
none-situations-state = No situation before the Court bears the name of this State, as far as this record knows by this day.
state-referrals = Referrals
state-referrals-side = Of situations to the Court, by this State or binding it.
none-referrals = No referral by this State, or binding it, is known to this record by this day.
state-acceptances = Acceptances of jurisdiction
state-acceptances-side = Declarations under article 12(3).
none-acceptances = No declaration under article 12(3) by this State is known to this record by this day.
state-state = The State
state-names = Other names
state-group = Regional group
state-membership = United Nations, today
state-languages = Official languages
state-codes = Codes (ISO 3166-1)
state-began = Exists since
state-sources = Sources
state-sources-side = What was read for each row, and what it says where it differs.
state-rules = Rules applied
state-rules-side = The rules of law on which these ties rest, in our own words.
state-not-yet-title = Not yet a State
state-not-yet-head = { $state } did not exist yet
state-not-yet-text = It has existed since { $day }. Nothing of it can be shown as at { $asked }.
state-not-yet-way = Show { $day }
state-unknown-title = No such State
state-unknown-head = No State of this record is called “{ $given }”
state-unknown-near = Did you mean one of these?
state-unknown-text = Write its name, a name that it bore, or its ISO 3166-1 code, such as FRA.
state-unknown-all = All States

## Overview: ties and figures

map-head = Who is bound
map-side = Each State leads to its profile. A dot stands for a State that is too small to draw.
map-title = World map of the ties of { $n } States to the Court; the same as lists stands below it
map-state = { $state }: { $tie }
map-note = Boundaries imply no opinion. Areas without a colour of their own are not among the { $n } States of this register on this day.
map-note-apic = { $n ->
    [one] One more State is party to the Agreement and not, or not known to be, party to the Statute.
   *[other] { $n } more States are party to the Agreement and not, or not known to be, party to the Statute.
}
map-lists = The map as lists
ties-list = { $tie } ({ $n })
tie-both = party to the Statute and to the Agreement
tie-statute = party to the Statute alone
tie-signed = signed the Statute or was bound by it once, not a party
tie-none = neither party nor signatory
tie-unknown = position not known
legend-both = { $n ->
    [one] party to the Statute and to the Agreement on Privileges and Immunities
   *[other] parties to the Statute and to the Agreement on Privileges and Immunities
}
legend-statute = { $n ->
    [one] party to the Statute alone
   *[other] parties to the Statute alone
}
legend-signed = signed the Statute, or were bound by it once
legend-none = neither
legend-unknown = { $n ->
    [one] whose position is not known
   *[other] whose position is not known
}
figs-head = What States have done
figs-side = Each figure leads to what it rests on.
fig-parties = { $n ->
    [one] State Party
   *[other] States Parties
} to the Rome Statute
fig-unresolved = { $n ->
    [one] and one whose position is not known: { $states }
   *[other] and { $n } whose position is not known: { $states }
}
fig-apic = { $n ->
    [one] party to the Agreement
   *[other] parties to the Agreement
} on Privileges and Immunities
fig-findings = { $n ->
    [one] finding of non-compliance
   *[other] findings of non-compliance
}
fig-sentences = { $n ->
    [one] State with an agreement on sentences
   *[other] States with agreements on sentences
} in force
fig-declarations = { $n ->
    [one] State with a declaration
   *[other] States with declarations
} on channel or languages
fig-laws = { $n ->
    [one] State of which a law
   *[other] States of which laws
} on cooperation { $n ->
    [one] is known
   *[other] are known
}

## Search: States and rows

search-states = States
search-near = Nothing bears this name. Near it are:
search-rows = In the record
search-row = { $kind }: { $title }
found-rome-statute = Tie to the Rome Statute
found-apic = Tie to the Agreement on Privileges and Immunities
found-acceptances = Acceptance of jurisdiction
found-article87 = Declaration on channel and languages
found-findings = Finding
found-agreements = Agreement
found-referrals = Referral
found-resolutions = Resolution
found-pledges = Pledge
found-legislation = Law
found-states = State
found-former-names = Former name

## What acts in files are called (they begin with a small letter, as above)

event-file-line = { $states }: { $act }
act-treaty-signed = { $treaty } signed
act-treaty-joined = { $treaty }: { $by } deposited
act-treaty-withdrawal-announced = { $treaty }: withdrawal announced
act-treaty-withdrawal-notified = { $treaty }: withdrawal notified
act-treaty-withdrawal-rescinded = { $treaty }: notice of withdrawal taken back
act-treaty-withdrawal-effect-stated = { $treaty }: withdrawal in effect
act-treaty-instrument-withdrawn = { $treaty }: instrument taken back before it had effect
act-treaty-position-unresolved = { $treaty }: position not known from this day
act-treaty-intent-declared = { $treaty }: declared that it does not intend to become a party
act-treaty-in-force-stated = { $treaty } in force
act-state-began = came into existence
act-state-renamed = took another name
act-acceptance-lodged = jurisdiction of the Court accepted (article 12(3))
act-acceptance-without-effect = acceptance of jurisdiction found to be without effect (article 12(3))
act-declaration-made = channel and languages declared (article 87)
act-finding-referral-put-off = decision on a referral put off
act-finding-referred = non-compliance referred
act-finding-referral-reversed = referral of non-compliance reversed on appeal
act-agreement-made = { $kind }: signed
act-agreement-in-force = { $kind }: in force
act-referral-made-Security-Council = situation referred by the Security Council
act-referral-made-State-Party = situation referred to the Court
act-resolution-adopted = resolution adopted by the Assembly
act-pledge-made = pledge made
act-law-enacted = law enacted

## Closed words of the data: States and what they did

joined-ratification = ratification
joined-acceptance = acceptance
joined-approval = approval
joined-accession = accession
joined-succession = succession
joined-deposit-not-found = deposit not found
group-African-States = African States
group-Asia-Pacific-States = Asia-Pacific States
group-Eastern-European-States = Eastern European States
group-Latin-American-and-Caribbean-States = Latin American and Caribbean States
group-Western-European-and-other-States = Western European and other States
group-none = In no regional group
membership-member = Member
membership-observer = Observer
membership-non-member--Rome-Statute-party- = Not a Member
finding-finding = finding of non-compliance
finding-information-communicated = information communicated, no finding
finding-no-finding = no finding of non-compliance
concerning-Visit = Visit of a person under a warrant
concerning-Non-execution-of-warrants = Non-execution of warrants
concerning-Non-execution-of-warrant = Non-execution of a warrant
concerning-Failure-to-surrender-Saif-Al-Islam-Gaddafi = Failure to surrender Saif Al-Islam Gaddafi
concerning-Failure-to-provide-records-requested-by-the-Prosecutor = Failure to provide records requested by the Prosecutor
concerning-Release-after-arrest-instead-of-surrender = Release after arrest instead of surrender
agreement-sentence-enforcement = agreement on the enforcement of sentences
agreement-sentence-enforcement--ad-hoc- = ad hoc agreement on the enforcement of sentences
agreement-article-103-declaration = declaration of willingness to accept sentenced persons (article 103)
agreement-interim-release = agreement on interim release
agreement-release-of-persons = agreement on the release of persons
agreement-witness-relocation = agreements on the relocation of witnesses
channel-diplomatic-channel = diplomatic channel
channel-diplomatic-channel-to-ministry-of-foreign-affairs = diplomatic channel, to the ministry of foreign affairs
channel-diplomatic-channel-to-ministry-of-justice = diplomatic channel, to the ministry of justice
channel-diplomatic-channel-through-the-embassy-in-Brussels = diplomatic channel, through the embassy in Brussels
channel-diplomatic-channel-through-the-embassy-in-The-Hague = diplomatic channel, through the embassy in The Hague
channel-ministry-of-justice = ministry of justice
channel-ministry-of-justice--department-for-public-international-law- = ministry of justice, department for public international law
channel-ministry-of-justice--office-of-international-legal-assistance-in-criminal-matters- = ministry of justice, office of international legal assistance in criminal matters
channel-federal-ministry-of-justice-or-agency-it-designates = federal ministry of justice, or the agency that it designates
channel-central-office-for-cooperation-with-the-Court--federal-office-of-justice = central office for cooperation with the Court, federal office of justice
channel-attorney-general-and-department-of-justice = attorney general and department of justice
channel-attorney-general = attorney general
channel-prosecutor-general = prosecutor general

## Languages of the data: BCP 47 and ISO 639-3

language-am = Amharic
language-ar = Arabic
language-ay = Aymara
language-az = Azerbaijani
language-az-Cyrl = Azerbaijani (Cyrillic)
language-be = Belarusian
language-bg = Bulgarian
language-bi = Bislama
language-bn = Bengali
language-bs = Bosnian
language-bs-Cyrl = Bosnian (Cyrillic)
language-ca = Catalan
language-cs = Czech
language-da = Danish
language-de = German
language-dv = Divehi
language-dz = Dzongkha
language-el = Greek
language-en = English
language-es = Spanish
language-et = Estonian
language-fa = Persian
language-fi = Finnish
language-fil = Filipino
language-fj = Fijian
language-fr = French
language-ga = Irish
language-gil = Gilbertese
language-gn = Guarani
language-gsw = Swiss German
language-he = Hebrew
language-hi = Hindi
language-hif = Fiji Hindi
language-ho = Hiri Motu
language-hr = Croatian
language-ht = Haitian Creole
language-hu = Hungarian
language-hy = Armenian
language-id = Indonesian
language-is = Icelandic
language-it = Italian
language-ja = Japanese
language-ka = Georgian
language-kk = Kazakh
language-km = Khmer
language-ko = Korean
language-ky = Kyrgyz
language-lb = Luxembourgish
language-lo = Lao
language-lt = Lithuanian
language-lv = Latvian
language-mg = Malagasy
language-mh = Marshallese
language-mi = Māori
language-mk = Macedonian
language-mn = Mongolian
language-ms = Malay
language-ms-Arab = Malay (Arabic)
language-mt = Maltese
language-my = Burmese
language-na = Nauruan
language-nb = Norwegian Bokmål
language-nd = North Ndebele
language-ne = Nepali
language-nl = Dutch
language-nn = Norwegian Nynorsk
language-no = Norwegian
language-ny = Chichewa
language-pau = Palauan
language-pl = Polish
language-ps = Pashto
language-pt = Portuguese
language-qu = Quechua
language-rn = Kirundi
language-ro = Romanian
language-ru = Russian
language-rw = Kinyarwanda
language-sg = Sango
language-si = Sinhala
language-sk = Slovak
language-sl = Slovenian
language-sm = Samoan
language-sn = Shona
language-so = Somali
language-sq = Albanian
language-sr = Serbian
language-sr-Latn = Serbian (Latin)
language-ss = Swati
language-st = Southern Sotho
language-sv = Swedish
language-sw = Swahili
language-ta = Tamil
language-tet = Tetum
language-tg = Tajik
language-th = Thai
language-ti = Tigrinya
language-tk = Turkmen
language-tn = Tswana
language-to = Tongan
language-tpi = Tok Pisin
language-tr = Turkish
language-tvl = Tuvalu
language-tzm = Central Atlas Tamazight
language-uk = Ukrainian
language-ur = Urdu
language-uz = Uzbek
language-uz-Cyrl = Uzbek (Cyrillic)
language-vi = Vietnamese
language-wni = Comorian (Nzwani)
language-wo = Wolof
language-yo = Yoruba
language-zdj = Comorian (Ngazidja)
language-zh = Chinese
language-sqi = Albanian
language-eng = English
language-fra = French
language-spa = Spanish
language-deu = German
language-ita = Italian
language-ell = Greek
language-dan = Danish
language-est = Estonian
language-fin = Finnish
language-swe = Swedish
language-kat = Georgian
language-hrv = Croatian
language-jpn = Japanese
language-lit = Lithuanian
language-mkd = Macedonian
language-pol = Polish
language-slv = Slovenian
language-srp = Serbian
language-por = Portuguese

### Files of the register

nav-beside = In this part
nav-all-states = All States
nav-doubts = Doubts
nav-data = Data
nav-file-findings = Findings
nav-file-agreements = Agreements
nav-file-article87 = Declarations
nav-file-legislation = Laws
nav-file-referrals = Referrals
nav-file-acceptances = Acceptances
nav-file-resolutions = Resolutions
nav-file-pledges = Pledges
foot-doubts = Unverified and disputed facts
file-proceedings = Persons, warrants and summonses
file-states = States
file-former-names = Former names of States
file-rome-statute = Rome Statute
file-apic = Agreement on Privileges and Immunities
file-acceptances = Acceptances of jurisdiction
file-article87 = Declarations on channel and languages
file-findings = Findings of non-compliance
file-agreements = Agreements with the Court
file-referrals = Referrals of situations
file-resolutions = Resolutions on cooperation
file-pledges = Pledges
file-legislation = Laws on cooperation
file-part = { $title }: { $n } of { $of }
filter-state = State
filter-all-states = All States
filter-kind = Kind
filter-all-kinds = All kinds
filter-topic = Topic of Part 9
filter-all-topics = All topics
said-rows = { $n ->
    [0] Nothing
    [one] One row
   *[other] All { $n }
}
said-rows-of = { $n } of { $of }
said-state = State: { $state }
said-kind = kind: { $kind }
said-topic = topic: { $topic }
rows-unfiltered = Show all of them
none-rows = Nothing of this kind is in this record as at this day. A later day, or the next edition of the public record, may show some.
none-rows-filtered = Nothing in this record matches all of this on this day. Leave out a filter, or choose a later day.
list-made = How this was made
list-doubts = Facts of this list that are unverified or disputed
day-unknown = day not known
year-unknown = year not known
the-assembly = the Assembly of States Parties
the-council = the Security Council
session-nth = { $nth } session
languages-one = { $language }
languages-together = { $first } with { $then }
group-other = { $n ->
    [one] { $n } of another kind
   *[other] { $n } of other kinds
}
group-other-note = Kinds for which this page has no place of their own.
col-decision = Decision
col-conduct = What it is about
col-referred = To whom it went
col-remarks = Remarks
col-channel = Channel
col-languages = Languages
col-declared = Declared
col-law = Law
col-read = What was read in it
col-referred-by = Referred by
col-binds = Whom it binds
col-lodged = Lodged
col-accepts = Crimes committed
col-effect = Effect
col-session = Session
col-resolution = Resolution
col-title = Title
col-adopted = Adopted
col-pledger = Who pledged
col-theme = Theme
col-pledge = In short
answer-yes = yes
answer-no = no

## Findings

findings-head = { $found ->
    [0] No finding of non-compliance
    [one] { $found } finding of non-compliance
   *[other] { $found } findings of non-compliance
}{ $states ->
    [0] { "" }
    [one] , by one State
   *[other] , by { $states } States
}
findings-deck = { $informed ->
    [0] { "" }
    [one] { $informed } more decision informed the Assembly or the Council without making a finding.
   *[other] { $informed } more decisions informed the Assembly or the Council without making a finding.
} { $none ->
    [0] { "" }
    [one] { $none } found no non-compliance.
   *[other] { $none } found no non-compliance.
}
findings-group-finding = { $n ->
    [one] { $n } finding
   *[other] { $n } findings
} of non-compliance
findings-note-finding = A Chamber found that a State did not comply with a request, contrary to the Statute (article 87(7)).
findings-group-informed = { $n ->
    [one] Information communicated once
   *[other] Information communicated { $n } times
}
findings-note-informed = A Chamber told the Assembly or the Council what had happened. It found nothing, and no count of findings includes it.
findings-group-none = { $n ->
    [one] { $n } decision without a finding
   *[other] { $n } decisions without a finding
}
findings-note-none = A Chamber looked at the matter and made no finding. No count of findings includes it.
findings-made = Out of the file { $file } of the public record, one decision a row. A decision is there from its day on; what was done later, such as a referral, from its own day on. Counted are findings alone.
conduct-on = { $what }, { $on }
referred-to = Referred to { $whom }
referred-on = { $referred }, { $on }
communicated-to = Communicated to { $whom }
referred-to-nobody = Referred to nobody
referral-put-off = Decision on the referral put off { $on }
referral-reversed = Referral reversed on appeal { $on }

## Agreements

agreements-head = { $states ->
    [0] No State has an agreement on the enforcement of sentences in force
    [one] One State has an agreement on the enforcement of sentences in force
   *[other] { $states } States have an agreement on the enforcement of sentences in force
}
agreements-deck = { $signed ->
    [0] { "" }
    [one] { $signed } more was signed, and no entry into force is known.
   *[other] { $signed } more were signed, and no entry into force is known.
} { $willing ->
    [0] { "" }
    [one] { $willing } State declared that it is willing to accept sentenced persons under conditions.
   *[other] { $willing } States declared that they are willing to accept sentenced persons under conditions.
}
agreements-group-sentences = { $n ->
    [one] { $n } agreement
   *[other] { $n } agreements
} on the enforcement of sentences
agreements-note-sentences = A State with two agreements counts once.
agreements-group-ad-hoc = { $n ->
    [one] { $n } agreement
   *[other] { $n } agreements
} for single persons
agreements-note-ad-hoc = Made for the sentences of named persons; not counted with the others.
agreements-group-103 = { $n ->
    [one] { $n } declaration
   *[other] { $n } declarations
} under article 103
agreements-note-103 = Willingness to accept sentenced persons, made on joining. What a remark says is all that was read of the conditions.
agreements-group-interim = { $n ->
    [one] { $n } agreement
   *[other] { $n } agreements
} on interim release
agreements-note-interim = To receive persons whom the Court releases before judgment.
agreements-group-release = { $n ->
    [one] { $n } agreement
   *[other] { $n } agreements
} on release
agreements-note-release = To receive persons whom the Court has acquitted or who have served their sentence.
agreements-group-relocation = Relocation of witnesses
agreements-note-relocation = Which States have such an agreement is confidential, for the safety of those protected. No count by day is public.
agreements-made = Out of the file { $file } of the public record, one agreement or declaration a row. An agreement counts as in force from the day of its entry into force, where a day is known.
state-confidential = State not public
not-in-force = No entry into force known

## Declarations

declarations-head = { $states ->
    [0] No State is known to have chosen channel or languages
    [one] One State is known to have chosen channel or languages
   *[other] { $states } States are known to have chosen channel or languages
}
declarations-deck = For { $usable ->
    [0] none of them
    [one] { $usable } of them
   *[other] { $usable } of them
} a source was read for all that stands here. Never route a request on an unverified declaration: use the diplomatic channel and a working language of the Court, or ask the authority first.
declaration-confirm = Confirm before any use
declarations-made = Out of the file { $file } of the public record, one State a row. Where nothing is said of channel or languages, nothing was read: the State may have chosen all the same. Declarations of which the day is not known stand here on every day.

## Laws

laws-head = { $states ->
    [0] No State is known to have a law on cooperation
    [one] One State is known to have a law on cooperation
   *[other] { $states } States are known to have a law on cooperation
}
laws-deck = { $n ->
    [one] { $n } law is
   *[other] { $n } laws are
} in this record. Some are general law on cooperation in criminal matters, and some were read only in part, as the words beside each say.
laws-topics = Who has a law on it
laws-topics-note = Topics of Part 9 of the Statute, with the number of laws in which each was read. A topic that was not read may still be in a law.
laws-articles = art. { $articles }
laws-matrix = States and topics
laws-matrix-note = A full dot: the topic was read in a law of the State made for the Court. A circle: read in its general law on cooperation in criminal matters alone. No mark: not read, not absent.
laws-general-topic = { $topic } (general law)
laws-general = General law on cooperation in criminal matters, not made for the Court
laws-made = Out of the file { $file } of the public record, one law a row. The topics are those that the words of the editors name; a clause that says that something was not read names none. A law whose year is not known stands here on every day.

## Referrals

referrals-head = { $n ->
    [0] No situation was referred to the Court
    [one] { $n } referral of a situation to the Court
   *[other] { $n } referrals of situations to the Court
}
referrals-deck = { $council ->
    [0] { "" }
    [one] { $council } by the Security Council, whose resolution binds the State that it names.
   *[other] { $council } by the Security Council, whose resolutions each bind the State that they name.
} { $parties ->
    [0] { "" }
    [one] { $parties } by States Parties.
   *[other] { $parties } by States Parties, alone or together.
}
referrals-group-council = { $n ->
    [one] { $n } referral
   *[other] { $n } referrals
} by the Security Council
referrals-note-council = Article 13(b). Such a resolution obliges the State that it names to cooperate, and urges all others.
referrals-group-state = { $n ->
    [one] { $n } referral
   *[other] { $n } referrals
} by States Parties
referrals-note-state = Articles 13(a) and 14. Such a referral binds nobody who is not bound already.
referrals-made = Out of the file { $file } of the public record, one referral a row: States that refer together on one day stand in one.
referral-Security-Council = by the Security Council
referral-State-Party = by a State Party
situation-named-Darfur--Sudan = Darfur, Sudan
situation-named-Libya = Libya
situation-named-Uganda = Uganda
situation-named-Democratic-Republic-of-the-Congo = Democratic Republic of the Congo
situation-named-Central-African-Republic-I = Central African Republic I
situation-named-Mali = Mali
situation-named-Registered-vessels-of-Comoros--Greece-and-Cambodia = Registered vessels of Comoros, Greece and Cambodia
situation-named-Central-African-Republic-II = Central African Republic II
situation-named-Gabon = Gabon
situation-named-State-of-Palestine = State of Palestine
situation-named-Venezuela-I = Venezuela I
situation-named-Venezuela-II = Venezuela II
situation-named-Bolivia = Bolivia
situation-named-Ukraine = Ukraine
situation-named-Lithuania---Belarus = Lithuania / Belarus
binds-nobody = Nobody who is not bound already
binds-state = Binds { $state }
binds-state-paragraph = Binds { $state } (paragraph { $paragraph })
binds-also = and { $whom }
binds-urges = Urges all other States

## Acceptances

acceptances-head = { $states ->
    [0] No acceptance of jurisdiction with effect
    [one] One State accepted the jurisdiction of the Court by declaration
   *[other] { $states } States accepted the jurisdiction of the Court by declaration
}
acceptances-deck = { $n ->
    [one] { $n } declaration under article 12(3)
   *[other] { $n } declarations under article 12(3)
}{ $without ->
    [0] .
    [one] , one of them without effect.
   *[other] , { $without } of them without effect.
}
acceptances-made = Out of the file { $file } of the public record, one declaration a row, those without effect too: why they have none stands beside each, from the day on which that was found; where no day is known, from the day of the declaration.
effect-none-against = In effect, as far as known
effect-not-accepted-by-the-Registrar = without effect: not accepted by the Registrar
effect-found-ineffective-2012-04-03 = without effect: found ineffective on 3 April 2012

## Resolutions and pledges

resolutions-head = { $n ->
    [0] No resolution of the Assembly on cooperation
    [one] { $n } resolution of the Assembly on cooperation
   *[other] { $n } resolutions of the Assembly on cooperation
}
resolutions-deck = { $gaps ->
    [0] Adopted by the Assembly of States Parties at its sessions.
    [one] Adopted by the Assembly of States Parties at its sessions. None is in this record for session { $sessions }.
   *[other] Adopted by the Assembly of States Parties at its sessions. None is in this record for sessions { $sessions }.
}
resolutions-made = Out of the file { $file } of the public record, one resolution a row.
pledges-head = { $n ->
    [0] No pledge
    [one] { $n } row on pledges made at Kampala
   *[other] { $n } rows on pledges made at Kampala
}
pledges-deck = This is nearly nothing of what was pledged: the texts of the pledges were not found. What stands here is told in short, not word by word.
pledges-made = Out of the file { $file } of the public record, one pledge, or one total that somebody counted, a row. No pledge is counted here.

## A row

row-deck = { $unverified ->
    [0] A source was read for each of its facts, { $n } in number
   *[other] { $unverified } of its { $n } facts unverified
}{ $disputed ->
    [0] .
    [one] ; another source says otherwise of one.
   *[other] ; other sources say otherwise of { $disputed }.
}
row-undated = No day of it is known: it may have come later than the day of this page.
row-about = What it is about
row-facts = Facts
row-facts-note = Each with what every source says of it, and the entry that records it.
row-counts-on = counts from { $day }
row-entry = entry
title-of-states = { $states }: { $what }
title-referral = Referral of { $situation }
title-law = { $title }
title-resolution = Resolution { $resolution }
title-pledge = Pledge of { $pledger }
cell-alpha2 = code of two letters (ISO 3166-1)
cell-iso-numeric = code in digits (ISO 3166-1)
cell-name-en = name in English, for search
cell-name-fr = name in French, for search
cell-un-name-en = name in English, as the United Nations use it
cell-un-name-fr = name in French, as the United Nations use it
cell-un-membership = standing in the United Nations
cell-un-regional-group = regional group
cell-official-languages = official languages
cell-exists-from = exists since
cell-until = bore the name until
cell-signed-on = signed
cell-ratified-or-acceded-on = instrument deposited
cell-kind = kind
cell-entered-into-force-on = entry into force, as a source states it
cell-withdrawal-announced-on = withdrawal announced
cell-withdrawal-notified-on = withdrawal notified
cell-withdrawal-stated-effective-on = effect of the withdrawal, as the notice states it
cell-withdrawal-effective-on = effect of the withdrawal, as a source states it
cell-withdrawal-rescinded-on = notice of withdrawal taken back
cell-instrument-withdrawn-on = instrument taken back
cell-position-unresolved-from = position not known from
cell-intent-not-to-become-party-on = declared that it does not intend to become a party
cell-deposited-on = instrument deposited
cell-bound-on = bound, as a source states it
cell-lodged-on = lodged
cell-accepts-from = accepts jurisdiction from
cell-accepts-until = accepts jurisdiction until
cell-status = effect
cell-channel = channel
cell-languages-accepted = languages accepted
cell-declared-on = declared
cell-decision-date = decision
cell-case = case
cell-concerning = what it is about
cell-conduct-date = conduct
cell-document-ref = document
cell-referral-put-off-on = decision on the referral put off
cell-referred-by-day = referred by
cell-to-assembly = to the Assembly of States Parties
cell-to-security-council = to the Security Council
cell-referral-reversed-on = referral reversed on appeal
cell-in-force-on = in force
cell-count = number
cell-as-at = as at
cell-referred-by = referred by
cell-situation = situation
cell-referred-on = referred
cell-binds = binds
cell-binds-also = binds also
cell-binds-paragraph = by paragraph
cell-asp-session = session of the Assembly
cell-resolution = resolution
cell-title = title
cell-adopted-on = adopted
cell-pledger = who pledged
cell-theme = theme
cell-paraphrase = in short
cell-pledged-on = pledged
cell-year = year
cell-part9-topics-read = topics of Part 9 that were read
cell-effective = day
cell-name = name
cell-aliases = other names
cell-reason = reason
cell-case-no = case
cell-state = State
cell-years = years
cell-what = what
cell-about = about
cell-executed-in = arrested in

## Comparison

compare-two = Two days
compare-from = What changed from
compare-to = to
compare-earlier = Earlier day
compare-title = What changed between two days
compare-title-from = What changed since { $day }
compare-head = Between { $from } and { $to }
compare-deck-fewer = { $n ->
    [one] One person fewer outstanding: { $before } became { $after }.
   *[other] { $n } persons fewer outstanding: { $before } became { $after }.
}
compare-deck-same = As many persons outstanding as before: { $after }.
compare-deck-more = { $n ->
    [one] One person more outstanding: { $before } became { $after }.
   *[other] { $n } persons more outstanding: { $before } became { $after }.
}
compare-hides = Behind it stand { $came } who came and { $left } who left{ $between ->
    [0] .
    [one] ; one more came and left between.
   *[other] ; { $between } more came and left between.
}
compare-hides-nothing = Nobody came and nobody left.
compare-figures = Figures
compare-figures-caption = Figures at both days
compare-unresolved = { $day }: counted without { $states }, whose { $n ->
    [one] position is
   *[other] positions are
} not known.
col-figure = Figure
col-change = Change
col-until = Until
col-before = Before
col-after = After
compared-outstanding = Persons outstanding
compared-parties = States Parties to the Rome Statute
compared-apic = Parties to the Agreement on Privileges and Immunities
compared-findings = Findings of non-compliance
compared-sentence-agreements = States with an agreement on sentences in force
compared-declarations = States with a declaration on channel or languages
compared-laws = States with a law on cooperation
compare-came = Came
compare-came-note = Outstanding at the later day, not at the earlier.
compare-left = Left
compare-left-note = Outstanding at the earlier day, not at the later.
compare-between = Came and left between
compare-between-note = Seen at neither day.
compare-between-caption = Persons outstanding only between the two days
compare-standings = Ties by treaty that changed
compare-standings-note = By the rules of law, out of the acts of each State.
compare-events = Day by day
compare-events-note = All that happened after the earlier day and up to the later.
compare-none = Nothing happened between these days that this record knows of.
compare-sessions = From a session of the Assembly
compare-sessions-note = Days on which the Assembly of States Parties adopted its resolutions on cooperation.
compare-no-sessions = No session of the Assembly is in this record as at this day. Choose the two days above.
session-on = { $session }: { $day }
compare-ask-head = Which two days?
compare-ask-deck = Choose the earlier day above, or a session of the Assembly below. The later day is that of this page.
compare-usual = Since the { $session }: from { $from } to { $to }
compare-wrong-head = The days stand in the wrong order
compare-wrong-order = { $from } does not lie before { $to }. Choose an earlier day to begin with, or a later one to end with.
compare-same-day = Both days are { $from }: nothing changes within a day. Choose an earlier day to begin with.
compare-turn = Turn them round: from { $from } to { $to }
wrong-from-not-a-day = The earlier day: “{ $given }” is not a day of the calendar. Write day, month and year, for example 27 November 2013.

## Sources and doubts

sources-title = Sources
sources-head = { $n ->
    [0] No source was read
    [one] { $n } source was read
   *[other] { $n } sources were read
}{ $recalled ->
    [0] { "" }
    [one] , and one row rests on memory
   *[other] , and { $recalled } rows rest on memory
}
sources-deck = A fact is verified when a source that gives it was read. What was only recalled is marked unverified wherever it stands.
sources-recalled = From memory
sources-recalled-note = Nobody had a document open. A citation of a source that was read may confirm such a fact since, field by field; it is then verified.
sources-doubts = Facts that are unverified or disputed
sources-read-head = Read
sources-read-note = A document or page that was opened and read, those on which most rests first. Links lead away from this register, and tell nobody where you come from.
col-source = Source
col-rows = Rows that rest on it
col-cited = Rows that cite it
col-confidence = How sure
confidence-high = sure
confidence-medium = fairly sure
confidence-low = not sure
none-sources = Nothing was recorded by this day, so there is no source either. Choose a later day.
doubts-title = Unverified and disputed facts
doubts-head = { $unverified ->
    [0] No row has an unverified fact
    [one] One row has an unverified fact
   *[other] { $unverified } rows have an unverified fact
}{ $disputed ->
    [0] { "" }
    [one] , and of one another source says otherwise
   *[other] , and of { $disputed } another source says otherwise
}
doubts-deck = No source that was read confirms the first; of the second, sources that were read differ. If you know a source, report it: a confirmation is as welcome as a correction.
doubts-files = By file
doubts-files-note = Rows with such a fact; of persons, their whole files. Choose a file to see the facts.
doubts-of = { $file }: { $n ->
    [one] { $n } fact in doubt
   *[other] { $n } facts in doubt
}
doubts-of-disputed = { $file }: { $n ->
    [one] { $n } fact disputed
   *[other] { $n } facts disputed
}
doubts-only-disputed = Only what is disputed
doubts-all = All facts in doubt
doubts-error = report what a source says
col-file = File
col-unverified = Unverified
col-disputed = Disputed
col-whose = Of
col-fact = Fact
col-here = In this record
col-others = What sources say
none-doubts = No fact that is in this record as at this day is in doubt.
none-doubts-file = No fact of this file is in such doubt as at this day.

## Data

data-title = Data
data-head = Take the register along
data-deck = Whatever stands on a page can be had as data, of the same day and in the same reading.
data-forms = Forms
data-forms-note = The same view in each form: no figure differs between them.
data-csv = CSV
data-csv-says = Each list as a table, whole, without pages. The link stands in the foot of its page. UTF-8, with a line of headings.
data-json = JSON
data-json-says = Each page as the view out of which it is made, with every date, source and entry. The link stands in the foot of its page.
data-api = Interface for programs
data-api-says = The same views at fixed addresses, described in OpenAPI 3.1, with cursors and conditional requests.
data-proofs = Proofs
data-proofs-says = Each entry has a proof of its own, a text file that a program of a page checks. The link stands beside the fact.
data-reading = How to read it
data-reading-1 = A day may be known only as a month or a year; it counts from the last possible day. An empty cell means not known; a “no” means decided not.
data-reading-2 = Whether a fact is verified, and what other sources say, goes with it in every form.

## Accessibility

accessibility-title = Accessibility
accessibility-head = How far everybody can use these pages
accessibility-deck = They aim at the Web Content Accessibility Guidelines 2.2, level AA. Here is what is met, how it was tested, and what is not.
accessibility-met = What is met
accessibility-met-1 = Everything works without scripts, and with the keyboard alone; what has the focus is seen.
accessibility-met-2 = Every table has headings and a caption; where a table is stacked on a narrow screen it keeps its meaning for a screen reader.
accessibility-met-3 = Behind every chart and map stands a table or a list that says the same.
accessibility-met-4 = No meaning rests on colour alone; text has a contrast of at least 4.5 to 1, light and dark.
accessibility-met-5 = Pages read at 320 pixels without scrolling sideways, with text set to twice its size, and with wider spacing of letters, words and lines.
accessibility-met-6 = Pages say their language, and mark what stands in another; months are written in words.
accessibility-tested = How it was tested
accessibility-tested-1 = By a program on every change: each kind of page at its shortest, longest, empty and with a disputed fact, in both languages, with axe-core, light and dark, at 360 and 1280 pixels; sideways scrolling at 320; text at 200 %; the whole way through by keyboard; what is printed; forced colours. Over and above that, from time to time, every State, person and row.
accessibility-tested-2 = By looking: at pictures of the pages on a screen, on paper, and with the colours that the system forces.
accessibility-limits = What is not met, as far as known
accessibility-limits-1 = No person who uses a screen reader, a switch or magnification every day has tested these pages yet.
accessibility-limits-2 = Titles of laws, what was read in them, and remarks stand in English only. They are marked as English on French pages.
accessibility-limits-3 = The links of small States on the map are small; the lists beneath it lead to the same pages.
accessibility-limits-4 = Sources are linked as they are; whether they can be used by everybody is not in our hands.
accessibility-tell = Tell us
accessibility-tell-1 = If something keeps you from what you came for, say on which page and with what you read it. An officer reads it, and nothing of it is published.
accessibility-tell-form = Use the form

## The register to take along, and the feed of changes.

data-archive = The whole register
data-archive-says = All of it as at this day in one file: the tables of the public record, what is known of the truth of each cell, and what each column holds. CSV can be read in again; Parquet has types.
data-archive-csv = Archive of CSV
data-archive-parquet = Archive of Parquet
data-feed = Feed of changes
data-feed-says = What is new in this record, as it is recorded, for readers of feeds (Atom).
foot-changes = Feed of changes
changes-title = Comity: what is new in this record
changes-title-exercise = Comity, EXERCISE: what is new in this record
changes-subtitle = Acts and corrections in the order in which they were recorded.
change-corrected = Corrected: { $line }
change-taken-back = Taken back: { $line }
change-taken-back-says = It no longer stands in this record.
change-edition = Edition of { $day } of the public record taken in
change-verified = A source that was read gives this date.
change-unverified = No source that was read gives this date yet.
