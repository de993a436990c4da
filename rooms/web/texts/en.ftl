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
nav-about = About
find = Find a name
find-hint = A person or a situation, in any spelling or script
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
event-situation = Situation: { $situation }

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
search-deck = Names of persons and situations, in every spelling and script that this record has. Beginnings of words are enough.
search-persons = Persons
search-more = More persons bear such a name than are shown here: write more of it.
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
about-error-1 = Tell whoever keeps this record the address of the page, the entry (its hash stands beside the fact) and a source that shows what is right. A confirmation or a correction is recorded as a new entry with that source; the old one stays, and both can be seen.
about-data = Data
about-data-1 = Every page can be had as JSON and as CSV: the links stand in the foot. The interface for programs is described at
about-access-1 = Pages are made to meet WCAG 2.2, level AA: they work without scripts, with the keyboard alone, with a screen reader, at 320 pixels and on paper. Charts have a table behind them, and no meaning rests on colour alone.

## Nothing to show

none-outstanding = Nobody was outstanding on this day.
none-events = Nothing had happened by this day that this record knows of.
none-situations = Choose a later day to see the situations in which somebody was named.
none-persons = Nobody had been named in this situation by this day.
none-counts = Choose a later day to see counts that institutions gave.
none-found = No person or situation in this record has a name that begins so, as at this day. A later day, or hindsight, may show more.

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
kind-count-stated = count of an institution
kind-pack-edition = edition of the public record
kind-pack-differs = an edition that says something else
kind-record-begun = beginning of the record

## States, by the names that the United Nations uses

state-BEL = Belgium
state-CAF = Central African Republic
state-CIV = Côte d’Ivoire
state-COD = Democratic Republic of the Congo
state-DEU = Germany
state-FRA = France
state-GBR = United Kingdom of Great Britain and Northern Ireland
state-ITA = Italy
state-KEN = Kenya
state-LBY = Libya
state-MLI = Mali
state-NER = Niger
state-NLD = Netherlands (Kingdom of the)
state-NOR = Norway
state-PHL = Philippines
state-RWA = Rwanda
state-TCD = Chad

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
