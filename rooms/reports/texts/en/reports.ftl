# Words of reports: what stands in them, and the closed words of the record that they name.

# Titles.
report-title-cooperation = Report on cooperation
report-title-state = { $state }: statement of account on cooperation
report-title-bilateral = { $state }: notes for a meeting
report-title-non-cooperation = Report on non-cooperation
report-title-pledges = Pledges and agreements
report-title-treaty-status = Status of the treaties
report-title-person = { $name }: file of proceedings

# What stands under the title and on every page.
report-head-kept-by = Record of
report-head-as-at = As at
report-head-reading = Reading
report-head-known-on = Record read on
report-head-since = Changes since
report-head-edition = Public record
report-head-text = Sections of its own
report-text-draft = being written: this is not an issued report
report-head-level = Classification
report-kept-by-court = International Criminal Court
report-kept-by-state = State { $state }
report-reading-public = as public on that day
report-reading-hindsight = with hindsight: what was not yet public on that day is counted
report-edition = edition of { $edition }, roughly complete until { $until }
report-level-public = public
report-level-restricted = restricted
report-level-confidential = confidential
report-level-under-seal = under seal
report-exercise = EXERCISE – not a real document
report-contents = Contents
report-notes = Notes
report-empty = –
report-trace = Figures and what they rest on
report-trace-says = Each figure of this report by the question that gave it and the entries of the record on which it rests. With this file and a record, “comity report trace” asks the same questions again.
report-trace-number = No.
report-trace-query = Question
report-trace-value = Answer
report-trace-entries = Entries
report-note =
    Figure { $number }, question “{ $query }”, rests on { $n ->
        [one] the entry
       *[other] { $n } entries, among them
    } { $entries }{ $more ->
        [0] .
       *[other] ; all of them stand in the trace.
    }
report-note-none = Figure { $number }, question “{ $query }”: no entry of this record answers it with more.

# Dates that are no one day.
report-date-unknown = not known

# Introduction.
report-introduction = Introduction
report-cooperation-intro = This report states the cooperation of States with the Court as at { $day }, as the record has it. It was put together from the entries of the record; no figure in it was typed in.

# Persons outstanding.
report-outstanding = Outstanding warrants and surrender requests
report-outstanding-lead =
    As at { $day }, warrants or surrender requests against { $n } { $n-is ->
        [one] person
       *[other] persons
    } were outstanding: { $warrants } { $warrants-is ->
        [one] warrant
       *[other] warrants
    } in { $situations } { $situations-is ->
        [one] situation
       *[other] situations
    }.
report-outstanding-sum =
    Of { $named } { $named-is ->
        [one] person
       *[other] persons
    } named in a warrant by then, { $surrendered } { $surrendered-is ->
        [one] was
       *[other] were
    } surrendered to the Court, and against { $ended } the proceedings ended otherwise; { $n } { $n-is ->
        [one] remains
       *[other] remain
    }.
report-outstanding-stated = { $who } counted { $n } on the same day.
report-age-0 = less than 1 year
report-age-1 = 1 year to less than 5
report-age-5 = 5 years to less than 10
report-age-10 = 10 years and more
report-plot-situations = Bars: persons outstanding in each situation as at { $day }.
report-plot-ages = Bars: persons outstanding as at { $day }, by how long they have been so.
report-plot-outstanding = Line in steps: how many persons were outstanding on each day up to { $day }.

# Changes.
report-changes = What changed
report-changes-persons =
    Since { $since }, { $came } { $came-is ->
        [one] person has
       *[other] persons have
    } come to be outstanding, and { $left } { $left-is ->
        [one] is
       *[other] are
    } no longer so.
report-changes-standings = States whose standing towards a treaty is another one than on { $since } are listed below, where there are any.
report-figure-outstanding = persons outstanding
report-figure-named = persons named in a warrant
report-figure-surrendered = persons surrendered
report-figure-parties = parties to the Rome Statute
report-figure-apic = parties to the Agreement on Privileges and Immunities
report-figure-findings = findings of non-compliance
report-figure-sentence-agreements = States with an agreement on the enforcement of sentences in force
report-figure-declarations = States with a declaration on channel or languages
report-figure-laws = States of which a law on cooperation is known
report-figure-requests = requests of which the reader may know

# Times.
report-times = Time to surrender
report-times-lead =
    { $n } { $n-is ->
        [one] person was
       *[other] persons were
    } surrendered to the Court. From the issue of the first warrant to the surrender, half of the surrenders took { $median } { $median-is ->
        [one] day
       *[other] days
    } or less.

# Requests.
report-requests = Requests for cooperation
report-requests-lead =
    The record tells of { $n } { $n-is ->
        [one] request
       *[other] requests
    }: { $open } open, { $over } over. Of requests of which the public record alone tells, it is not known when they were sent.
report-requests-state =
    The record tells of { $n } { $n-is ->
        [one] request
       *[other] requests
    } to { $state }: { $open } open, { $over } over.
report-plot-requests = Bars: requests as at { $day }, by form and by how they stand.
report-requests-times =
    Of the requests that are over, and of which the record tells when they were sent, half were over { $median } { $median-is ->
        [one] day
       *[other] days
    } after the sending or sooner.
report-plot-requests-times = Bars: days from the sending until requests were over, the median of each form and outcome, as at { $day }.
report-side-state = the State
report-side-court = the Court

# Treaties.
report-treaties = Status of the treaties
report-states = States one by one
report-plot-ties = Map of the world: how each State is bound to the Court as at { $day }, in shades of one colour, the closest darkest.
report-tie-both = parties to the Statute and to the Agreement on Privileges and Immunities
report-tie-statute = parties to the Statute alone
report-tie-signed = signed the Statute, or were bound by it once
report-tie-none = neither
report-tie-unknown = position not known
report-treaty-lead =
    As at { $day }, { $n } { $n-is ->
        [one] State was
       *[other] States were
    } party to the { $treaty }.
report-treaty-unresolved =
    Not counted { $n-is ->
        [one] is
       *[other] are
    } { $n } { $n-is ->
        [one] State
       *[other] States
    } whose position is not known: { $states }.
report-plot-groups = Bars: parties to the { $treaty } in each regional group as at { $day }.
report-plot-parties = Line in steps: how many States were party to the { $treaty } on each day up to { $day }.

# Agreements, laws, declarations.
report-agreements = Agreements and declarations on enforcement and release
report-agreements-lead =
    { $states } { $states-is ->
        [one] State has
       *[other] States have
    } an agreement on the enforcement of sentences in force. Of agreements and declarations of every kind the record has { $n }.
report-agreements-state =
    The record has { $n } { $n-is ->
        [one] agreement or declaration
       *[other] agreements and declarations
    } of { $state }.
report-plot-agreements = Bars: agreements and declarations as at { $day }, by kind.
report-laws = Laws on cooperation
report-laws-lead =
    Of { $states } { $states-is ->
        [one] State
       *[other] States
    } a law on cooperation is known; the record has { $n } { $n-is ->
        [one] law
       *[other] laws
    }.
report-laws-state =
    The record has { $n } { $n-is ->
        [one] law
       *[other] laws
    } of { $state }.
report-declarations-lead =
    { $states } { $states-is ->
        [one] State has
       *[other] States have
    } declared by which channel or in which languages requests are to come.
report-plot-topics = Bars: laws as at { $day } in which each topic of Part 9 was read.

# Findings.
report-findings = Findings of non-compliance
report-findings-lead =
    The chambers made { $n } { $n-is ->
        [one] finding
       *[other] findings
    } of non-compliance, communicated information { $informed } { $informed-is ->
        [one] time
       *[other] times
    }, and found none { $none } { $none-is ->
        [one] time
       *[other] times
    }.
report-findings-state =
    The record has { $n } { $n-is ->
        [one] decision
       *[other] decisions
    } under article 87(7) concerning { $state }.
report-finding-finding = finding of non-compliance
report-finding-information-communicated = information communicated
report-finding-no-finding = no finding
report-followed = What followed
report-followed-lead = For each decision: to whom it was referred, and whether the referral was put off or reversed, as far as the record knows.
report-answer-yes = yes
report-answer-no = no

# Assembly.
report-resolutions = Decisions of the Assembly
report-resolutions-lead =
    Since { $since } the Assembly adopted { $n } { $n-is ->
        [one] resolution
       *[other] resolutions
    } on cooperation of which the record knows.
report-resolutions-all =
    The record knows of { $n } { $n-is ->
        [one] resolution
       *[other] resolutions
    } of the Assembly on cooperation.

# Pledges.
report-pledges = Pledges
report-pledges-lead =
    The record knows of { $n } { $n-is ->
        [one] pledge
       *[other] pledges
    }; what was pledged beyond these is not in it.

# One State.
report-ties = Ties with the Court
report-ties-lead = Where { $state } stands towards the treaties as at { $day }.
report-bound-council = { $state } is bound by a resolution of the Security Council.
report-bound-acceptance = { $state } has accepted the jurisdiction of the Court (article 12(3)).
report-address-declared = Requests to { $state } go by the channel and in the languages that it declared.
report-address-confirm = The declaration of { $state } on channel and languages is not verified: requests go by the diplomatic channel and in a working language, or an officer confirms it first.
report-address-none = No declaration of { $state } on channel and languages is known: requests go by the diplomatic channel and in a working language.

# A meeting.
report-to-ask = What to ask for
report-to-ask-requests =
    { $n } { $n-is ->
        [one] request
       *[other] requests
    } to { $state } { $n-is ->
        [one] is
       *[other] are
    } open.
report-to-ask-party = { $state } is not party to the Rome Statute.
report-to-ask-apic = { $state } is not party to the Agreement on Privileges and Immunities.
report-to-ask-agreement = The record has no agreement of { $state } with the Court.
report-to-ask-law = The record knows of no law of { $state } on cooperation.
report-to-ask-address = Channel and languages for requests to { $state } want confirming.
report-to-thank-for = What to thank for
report-to-thank-for-requests =
    { $state } executed { $n } { $n-is ->
        [one] request
       *[other] requests
    } of which the reader may know.
report-contacts = Contacts not to have
report-contacts-lead = Contacts with persons under a warrant are to be limited to what is strictly required. A warrant is not a finding of guilt.
report-contacts-none = No person of a situation of this State is outstanding.

# One person.
report-person = Proceedings
report-person-outcome = { $name }: { $outcomes }.
report-person-stands = As at { $day }, { $name } was: { $status } (situation: { $situation }). A warrant is not a finding of guilt.
report-person-days =
    Outstanding for { $n } { $n-is ->
        [one] day
       *[other] days
    }.
report-person-names = Also known as: { $names }.
report-act-ended = proceedings ended ({ $reason })
report-act-warrant-issued = warrant of arrest issued
report-act-summons-issued = summons to appear issued
report-act-instrument-made-public = made public
report-act-warrant-executed = arrest in execution of a warrant
report-act-person-surrendered = surrender to the Court
report-act-person-appeared = appearance before the Court
report-act-proceedings-ended = end of proceedings
report-act-proceedings-milestone = step in proceedings

# How it was made.
report-how = How this report was made
report-how-warrant = A warrant of arrest is not a finding of guilt. Persons are counted, and not warrants, unless something else is said; a surrender counts from and including its day.
report-how-made = What had not been disclosed to the reader on the day is not counted, unless the reading says otherwise. What this record does not have is left out without being estimated.
report-how-trace = Each figure carries the question that gave it and the entries on which it rests; footnotes name the first of them, and the trace in this file has all.

# Tables.
report-table-situations = Persons outstanding by situation
report-table-persons = Persons outstanding, longest first
report-table-ages = Persons outstanding by how long they have been so
report-table-outstanding-over-time = Persons outstanding over time
report-table-ended = Proceedings that ended otherwise, by reason
report-table-came = Persons who came to be outstanding
report-table-left = Persons who are no longer outstanding
report-table-figures = Figures on both days
report-table-times = Days from the first warrant to the surrender
report-table-requests-by-outcome = Requests by form and by how they stand
report-table-requests-times = Days until requests were over, by form and outcome
report-table-map-of-ties = States by their ties to the Court
report-table-requests-by-state = Requests by State
report-table-requests = Requests that the public record tells of
report-table-owed = What is still owed
report-table-rome-statute-groups = Parties to the Rome Statute by regional group
report-table-apic-groups = Parties to the Agreement on Privileges and Immunities by regional group
report-table-rome-statute-standings = States by standing towards the Rome Statute
report-table-apic-standings = States by standing towards the Agreement on Privileges and Immunities
report-table-rome-statute-over-time = Parties to the Rome Statute over time
report-table-apic-over-time = Parties to the Agreement on Privileges and Immunities over time
report-table-rome-statute-states = Rome Statute: States
report-table-apic-states = Agreement on Privileges and Immunities: States
report-table-standings-changed = States whose standing changed
report-table-ties = Standing towards the treaties
report-table-agreements-by-kind = Agreements and declarations by kind
report-table-agreements = Agreements and declarations
report-table-topics = Laws by the topics of Part 9 that were read in them
report-table-laws = Laws
report-table-findings = Decisions under article 87(7)
report-table-followed = What followed each decision
report-table-resolutions = Resolutions
report-table-pledges = Pledges
report-table-contacts = Persons outstanding in situations of the State
report-table-acts = Acts in the order of their days

# Heads of columns.
report-col-act = Act
report-col-adopted = Adopted on
report-col-after = On the day
report-col-age = Outstanding for
report-col-agreements = Agreements
report-col-before = Before
report-col-case = Case
report-col-concerning = Concerning
report-col-count = Count
report-col-day = Day
report-col-days = Days outstanding
report-col-days-to-surrender = Days to surrender
report-col-median-days = Median, days
report-col-tie = Tie
report-col-decided = Decided on
report-col-decision = Decision
report-col-document = Document
report-col-due = Due on
report-col-earlier = On the earlier day
report-col-figure = Figure
report-col-form = Form
report-col-group = Regional group
report-col-in-force = In force from
report-col-issued = Warrant issued
report-col-kind = Kind
report-col-latest = Last act on
report-col-laws = Laws
report-col-number = Number
report-col-on = On
report-col-on-the-day = On the day
report-col-open = Open
report-col-over = Over
report-col-owed = Owed
report-col-owed-by = By
report-col-parties = Parties
report-col-person = Person
report-col-persons = Persons
report-col-persons-concerned = Persons concerned
report-col-pledge = Pledge, in our words
report-col-pledged = Pledged on
report-col-pledger = By
report-col-public = Made public
report-col-put-off = Referral put off on
report-col-reason = Reason
report-col-referred-by = Referred by
report-col-requests = Requests
report-col-resolution = Resolution
report-col-reversed = Referral reversed on
report-col-session = Session
report-col-signed = Signed on
report-col-situation = Situation
report-col-standing = Standing
report-col-stands = Stands
report-col-state = State
report-col-states = States
report-col-theme = Theme
report-col-title = Title
report-col-to-assembly = To the Assembly
report-col-to-council = To the Security Council
report-col-topic = Topic
report-col-topics = Topics of Part 9 read in it
report-col-treaty = Treaty
report-col-under = Under
report-col-withdrawal = Withdrawal takes effect
report-col-year = Year

# Closed words of the record.
report-status-outstanding = outstanding
report-status-surrendered = surrendered to the Court
report-status-ended = proceedings ended
report-status-summoned = under a summons
report-status-summons-ended = proceedings under a summons ended
report-reason-died = the person died
report-reason-acquitted = acquitted
report-reason-charges-not-confirmed = charges not confirmed
report-reason-charges-withdrawn = charges withdrawn
report-reason-vacated = vacated
report-reason-served = sentence served
report-reason-inadmissible = case inadmissible
report-reason-replaced-by-warrant = summons replaced by a warrant
report-milestone-acquitted = acquitted
report-milestone-acquitted-on-appeal = acquitted on appeal
report-milestone-admissible = case found admissible
report-milestone-appeal-decided = appeal decided
report-milestone-arrested = arrested
report-milestone-case-severed = case severed
report-milestone-charges-confirmed = charges confirmed
report-milestone-charges-withdrawn = charges withdrawn
report-milestone-closing-arguments = closing arguments
report-milestone-confirmation-hearing = hearing on the confirmation of charges
report-milestone-confirmation-hearing-in-absentia = hearing on the confirmation of charges in the absence of the person
report-milestone-convicted = convicted
report-milestone-gave-himself-up = gave himself up
report-milestone-held = held
report-milestone-held-on-another-matter = held on another matter
report-milestone-inadmissible = case declared inadmissible
report-milestone-moved-to-serve-sentence = moved to serve the sentence
report-milestone-notice-of-withdrawal-of-charges = notice of withdrawal of charges
report-milestone-released = released
report-milestone-reported-killed = reported killed
report-milestone-sentence-reduced = sentence reduced
report-milestone-sentenced = sentenced
report-milestone-sentenced-anew = sentenced anew
report-milestone-trial-opened = trial opened
report-milestone-warrant-amended = warrant amended
report-milestone-warrant-replaced = warrant replaced
report-institution-assembly-of-states-parties = The Assembly of States Parties
report-institution-court-the-court-today = The Court (The Court Today)
report-institution-court-report-to-the-united-nations-a-69-321 = The Court (report to the United Nations, A/69/321)
report-institution-coalition-for-the-international-criminal-court = The Coalition for the International Criminal Court
report-group-african-states = African States
report-group-asia-pacific-states = Asia-Pacific States
report-group-eastern-european-states = Eastern European States
report-group-latin-american-and-caribbean-states = Latin American and Caribbean States
report-group-western-european-and-other-states = Western European and other States
report-group-none = In no regional group
report-agreement-sentence-enforcement = agreement on the enforcement of sentences
report-agreement-sentence-enforcement-ad-hoc = ad hoc agreement on the enforcement of sentences
report-agreement-article-103-declaration = declaration of willingness to accept sentenced persons (article 103)
report-agreement-interim-release = agreement on interim release
report-agreement-release-of-persons = agreement on the release of persons
report-agreement-witness-relocation = agreements on the relocation of witnesses
