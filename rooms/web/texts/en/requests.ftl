# Requests for cooperation: what is owed, what happened, drafting.

requests-title = Requests
requests-head-state = Inbox
requests-head-court = Requests
requests-deck = { $overdue ->
    [0] Nothing is overdue
   *[other] { $overdue } overdue
}, { $due } owed.
requests-next = The next is due on { $day }.
requests-to-drafts = Drafts
requests-overdue = Overdue
requests-overdue-side = Both sides see the same line.
requests-due = Owed
requests-due-side = Soonest first; what no rule and no act gave a day comes last.
requests-waiting = Waiting for the other side
requests-waiting-side-state = What the Court owes you.
requests-waiting-side-court = What the requested State owes, or nobody.
requests-over = Over
requests-over-side = Executed, withdrawn, replaced or ruled inadmissible.
requests-none-head = No requests
requests-none-state = No request was sent to you. What the Court sends appears here at once, and stays.
requests-none-court = There is no request that you may see. One begins as a draft, and appears here when it goes to review.
requests-col-request = Request
requests-col-what = What is owed
requests-col-stands = Stands
requests-col-by = By
requests-col-days = Days
requests-nothing-owed = Nothing is owed
requests-no-day = no day set

request-of = { $form }: { $person }
request-over = Request to { $state } · { $level }
request-stands = It stands as: { $state }.
request-the-court = the Court
request-next = { $who } owes the next step: { $what }, by { $day }, { $days ->
    [0] today
    [one] in { $days } day
   *[other] in { $days } days
}.
request-next-late = { $who } owes this since { $day }, { $days ->
    [one] { $days } day
   *[other] { $days } days
} ago: { $what }.
request-next-no-day = { $who } owes the next step: { $what }. No day is set for it.
request-next-none = Nobody owes a next step.
request-next-over = This request is over: nobody owes a next step.
request-how-counted = How this day was made
request-hour = Due by 16:00 in The Hague on { $day }, a working day of the Court.
request-holidays-unknown = This register does not know the Court’s official holidays of those days: only Saturdays and Sundays are left out. Check the day.
request-if-it-lapses = What follows if it lapses
request-count = { $from } + { $days ->
    [one] { $days } day
   *[other] { $days } days
}
request-policy = policy of this register, no rule of law; { $rules }
request-owed = Owed
request-owed-side = What each side owes the other, soonest first.
request-col-who = Who
request-col-what = What
request-col-ground = Ground
request-do = What you can do
request-do-side = What the law knows from here, and your role may do. Each act is recorded with its day, and stays.
request-paper-number = Number of the note
request-paper-dated = Date of the note
request-paper-received = Received on
request-effective = Day on which it happened
request-effective-hint-note = The date of the note, if left empty.
request-effective-hint = Today, if left empty.
request-ground = Ground on which the State is asked
request-ground-on = { $ground }, on { $day }
request-ground-situation = Whether something else binds it is not known: that depends on the situation, and this request names none that this register knows.
request-untied = In that State a provisional arrest waits for a request like this one, and it cannot be told whether it is of the same person: { $person }, arrested on { $day }. If it is, give { $reference } as the earlier request for provisional arrest; from then on it is said here whether this one comes in time.
request-nobody-has = It is under seal, and nobody of { $state } has it: nobody of that State sees it here. Assign it to somebody.
request-sends-sealed = It is under seal. When it is sent nobody of { $state } has it yet, and nobody of that State sees it here until it is assigned to them. Assign it right after sending.
requests-nobody-has = nobody of the State has it
request-findings = To mend
request-findings-side = What stands in the way of a request that is specific, complete and timely.
request-happened = What happened
request-happened-side = Latest first. Each step with the day on which it happened and the instant at which it was recorded.
request-recorded = { $who } · recorded { $when }
request-on-paper = · note { $number } of { $dated }, received { $received }
request-inside = · only the Court knows of this step
request-not-understood = A step that this edition does not understand
request-lacking = These steps must have happened, and are not in this record:
request-asked = What is asked
request-asked-side = As it was recorded last.
request-answers = Answers
request-answers-side = What the requested State may answer now.
request-draft = Its draft
request-all = All requests
request-matter = Who may know it, and who has it
request-done = Recorded: { $act }.
request-state-hint = Its three letters. Type its name to find it in the list.
request-choose = Choose
request-yes = yes
request-no = no
request-finding-missing = Missing
request-finding-vague = Vague
request-finding-needed = Needed by the State
request-finding-late = Late
request-finding-contradictory = Contradicts
request-finding-doubtful = Look again
request-finding-unreadable = Cannot be read
request-fact-letters = Letters of another alphabet: { $value }.
request-fact-given = Given: { $value }.
request-fact-situation = The situation of the case: { $value }.
request-fact-answered = The answer to “{ $element }” is: { $value }.
request-fact-sign = The sign: { $value }.
request-fact-after = It stands behind: { $value }.
request-fact-words = Words that say something: { $value }.
request-fact-least-words = At least: { $value }.
request-fact-accepted = Accepted: { $value }.
request-fact-says = It is: { $value }.
request-fact-source = Source: { $value }.
request-fact-arrives = It would arrive on { $value }.
request-fact-first = The last day, if the day of arrest counts: { $value }.
request-fact-last = The last day, if it does not: { $value }.
request-fact-send-by = Send it by { $value }.
request-fact-need = Need: { $value }.
request-to-mend = { $n ->
    [one] One thing is to mend; it stands beside its field.
   *[other] { $n } things are to mend; each stands beside its field.
}
request-not-allowed = This act is not yours to do in this request.
request-not-now = By now the request stands as: { $state }. From there the law knows no such act. Its page shows what happened and what can be done.
request-nothing-asked = This answers what was asked, and nothing was asked in this request. Its page shows what happened and what can be done.
request-done-already = This was done in the request already, and is done once. What is told of it later is recorded as a note that answers nothing.
request-nothing-owed = Nothing in this request awaits this: it is not owed, or came already. Its page shows what is owed and what can be done.
request-still-here = What you typed is still here.
request-raced = Somebody else did something in this request meanwhile. Read what they did, and send this again if it is still to be done.
request-raced-over = What If-Match names is not what stands now, and nothing was recorded. Read the request again. Where the member recorded names an act that is your own, an earlier try was taken and its answer was lost.
request-findings-told = Nothing was recorded. The member findings says of each element what is to mend, and by which rule.
request-on-the-page = A signature is given by a person, never by a program. The member page says where they give it.
request-no-form = The law pack has no such form of cooperation.
request-not-taken = This could not be recorded as it was written. Look over what you typed; the operator finds the reason in the log.
request-field-effective = Give the one day on which it happened, today at the latest, and not before what it follows.
request-field-number = Give the number of the note, or what identifies it.
request-field-number-sign = The number of the note holds a sign that cannot be seen. Type it anew instead of copying it.
request-field-dated = The date of the note is a day, today at the latest. Give it like 2026-04-09.
request-field-received = The day on which the note was received is today at the latest, and not before the date of the note. Give it like 2026-04-09.
request-field-takes-its-place = This names no other open request to this State that was sent and may be told of here: one under seal is named in no request that is not. Choose one of those that are offered, or give its number at the Court.
request-field-form = Form and requested State of a request do not change. Withdraw this one and make another.
request-field-level = A request is not public before it was made so. Choose confidential or under seal.
request-field-level-changed = Its matter has another level. Close the matter further first, from its page; then send the text to review.
request-field-basis = Say on which ground it is not public: every classified filing states the ground of its class (regulation 23bis).
request-field-requesting = Say which organ of the Court asks.
request-date-none = not told
request-date-sent = Sent
request-date-notified = State notified
request-date-received = Received
request-dates = Three dates
request-dates-side = Each as it was told; none is worked out from another.
request-references = References
request-erased = { $n ->
    [one] One entry of this request was erased by order
   *[other] { $n } entries of this request were erased by order
}: what stands here is worked out without it. Ask whoever ordered it before you act.
request-next-inside = Not sent yet: nobody owes the other anything.
request-heading-other = Other acts
request-to-paper = Record a note verbale
request-late = Done before, and told late
request-begun = begun on { $when }, not sent
request-answers-given = Given so far
request-answers-none = Nothing yet.
request-answer-given = { $what }, { $when }
request-clock = Day { $day } of { $days } since { $from } ({ $since }); the last day is { $last }
request-clock-two = Day { $day } of { $days } since { $from } ({ $since }); the earlier count ends on { $first }, the later on { $last }
request-clock-today = Today, day { $day }
request-clock-ends = { $first } or { $last }
request-kept = Kept until { $until }, for you alone. Nothing was sent.
request-resumed = What you typed on { $when } is here again. Nothing of it was sent.
request-resumed-since = What you typed on { $when } is here again; nothing of it was sent. Since then something was done in this request: read it first.
request-kept-quietly = Kept at {"{"}time{"}"}.
request-lost-quietly = Not kept at {"{"}time{"}"}: the line is down, or you are signed out. It is tried again; do not leave this page.
request-refused-quietly = Not kept at {"{"}time{"}"}: it is refused as it stands. Press the button to see why; what you typed comes back with it.
request-long-quietly = Not kept at {"{"}time{"}"}: it is longer than may be. Shorten it.
request-gone-quietly = Not kept at {"{"}time{"}"}: this page is not there any more, or not for you. Copy what you typed before you leave it.
request-failed-quietly = Not kept at {"{"}time{"}"}: the server did not manage to. It is tried again; do not leave this page.
draft-saved-quietly = Saved at {"{"}time{"}"}.
draft-moved-quietly = Somebody else changed this draft meanwhile. What you typed is safe: press Save to see both.
request-keep-too-large = This is too long to be kept here. Put what is long into a document and attach that.
request-files-kept = Files that came already
request-paper-scan = Scan of the note
request-act-latest = Latest step: { $what }, { $when }.
request-act-back = All that happened
request-act-record = Record
request-act-check = Check only
request-act-keep = Save and go on later
request-act-letter-pdf = Draft of the letter as PDF
request-act-letter-docx = Draft as a Word document
request-act-forget = Begin anew
request-act-note = It is recorded with its day and your name, and stays.
request-act-note-state = It is sent to the Court as your State’s, with its day and your name, and stays. Who works on it and what you remark among yourselves belongs on your State’s own node, not here.
request-check-well = Nothing is missing. Nothing was recorded yet.
request-no-move = The law pack has no such act.

paper-title = Record a note verbale
paper-find-deck = What came on paper, by post, bag or fax, is recorded with its dates and its scan. First: about which request is it?
paper-from = From
paper-any-state = Any State
paper-about = Reference, number of an earlier note, or person
paper-about-hint = Part of it is enough. What you look for stands in no address and in no log.
paper-found = Requests that were sent
paper-found-side = Choose the one that the note is about.
paper-found-none = None that you may see. Look again with less.
paper-deck = The note as it lies before you: its scan, its number, its date, the day on which it was received, and what it says.
paper-other = It is about another request
paper-says = What it says
paper-says-none = Say what the note says. If it answers nothing yet, choose that it is a note that answers nothing.
paper-on = Go on
requests-to-paper = Record a note verbale
requests-to-calendar = Deadlines in your calendar
requests-new = New
requests-new-side = Not acknowledged yet.

drafts-title = Drafts
drafts-head = Drafts
drafts-deck = A draft lies encrypted at the desk of this record. It is no fact. Whoever acts for your organ and may read its level sees it; under seal you alone do, and whom you name.
drafts-level-hint = It holds from the first word on, and never falls for this draft.
drafts-new = A new draft
drafts-new-side = The form says what a request must contain, each thing with its rule.
drafts-form = Form of cooperation
drafts-begin = Begin the draft
drafts-yours = Drafts that you may see
drafts-yours-side = Your own, and those of your organ below seal.
drafts-none = There are none. A draft that nobody wrote in for a year is deleted.
drafts-col-level = Level
drafts-col-saved = Saved
drafts-in-review = in review
draft-over = Draft · saved { $when } · { $number ->
    [one] one version
   *[other] { $number } versions
}
draft-is-in-review = This draft is in review.
draft-came-back = It went to review as this request.
draft-to-look-at = { $n ->
    [one] Nothing to mend; one thing to look at again before this is signed
   *[other] Nothing to mend; { $n } things to look at again before this is signed
}
draft-to-mend = { $n ->
    [one] One thing to mend before this can be signed
   *[other] { $n } things to mend before this can be signed
}
draft-requesting = Organ that asks
draft-basis = Ground of its class
draft-save = Save and check again
draft-submit = Save and ask for review
draft-nothing-sent = Nothing is sent from this page. The same check runs without a line, on a file: comity check.
audit-act-draft-deleted = Draft deleted
draft-done-saved = Saved.
draft-done-merged = Saved. Somebody else had saved meanwhile; both were brought together, since you changed different things.
draft-unsettled = Somebody else changed the same thing as you. Both versions are kept.
draft-choose-do = Choose
draft-versions = Versions
draft-versions-side = Each sitting, latest first. Nothing that was saved is lost.
draft-sitting = { $who }, { $when }: { $changed }.
draft-sitting-beside = { $who }, { $when }, beside another version: { $changed }.
draft-changed-nothing = nothing changed
draft-compare-do = Compare
draft-compare-title = Versions side by side
draft-compare-head = Versions side by side
draft-compare-differs = What differs
draft-compare-side = Struck out: only in the first. Underlined: only in the second.
draft-compare-none = They say the same.
draft-version = version { $number } by { $who }, { $when }
draft-back = Back to the draft
draft-choose-title = Two versions contradict each other
draft-choose-head = Two versions contradict each other
draft-choose-deck = You and somebody else changed the same: { $parts }. Nothing is lost; say what is to stand.
draft-choose-side = Struck out: what stands now. Underlined: what was typed beside it.
draft-choose-both = Brought together
draft-choose-both-side = With what was typed beside wherever both changed the same. Change it as you like, and save.
draft-delete = Delete the draft
draft-delete-open = Delete this draft
draft-delete-warning = It goes with all its versions. What went to review stays in the record.
draft-delete-do = Delete it for good
draft-all = All drafts
draft-no-version = There is no such version of this draft; load the page again.
draft-in-review = A draft in review is not deleted. Withdraw the request, or wait until it comes back.
draft-too-large = This is more than a draft may hold, 1 MiB of text. Put long papers into attachments.
draft-no-colleague = There is no such colleague.
request-fact-choices = One of: { $value }.
request-fact-days-on-the-way = Days on the way: { $value }.
request-fact-leaves = It would leave on { $value }.
request-fact-id = It is called { $value }.

# As the law pack has them on a timeline.
kind-request-acknowledged = receipt acknowledged
kind-request-competing-request-raised = competing request notified
kind-request-confirmed = confirmed through the channel of the State
kind-request-consent-given = consent to surrender given
kind-request-consultation-opened = consultation opened
kind-request-costs-recorded = costs recorded
kind-request-delivered = delivered
kind-request-documents-received = request for surrender and its documents received
kind-request-executed = person surrendered: executed
kind-request-executed-in-part = executed in part
kind-request-immunity-raised = immunity raised
kind-request-inquiry-answered = the Court’s question answered
kind-request-inquiry-made = question put to the State
kind-request-modified = modified
kind-request-ne-bis-in-idem-raised = ne bis in idem raised
kind-request-person-arrested = person arrested
kind-request-person-available = person available for surrender
kind-request-person-not-found = person not found
kind-request-person-released = person released
kind-request-postponed = postponement agreed
kind-request-postponement-declined = postponement declined
kind-request-postponement-proposed = postponement proposed
kind-request-question-answered = question answered
kind-request-refused = refused
kind-request-release-applied-for = interim release applied for
kind-request-release-recommended-on = recommendations on release sent
kind-request-resumed = execution resumed
kind-request-returned = returned for changes
kind-request-ruling-awaited = execution awaits the ruling on admissibility
kind-request-sent-again = sent again
kind-request-signed = signed
kind-request-step-reported = step reported
kind-request-submitted = submitted for review
kind-request-superseded = superseded
kind-request-supplemented = supplemented
kind-request-surrender-request-sent = request for surrender sent
kind-request-temporarily-surrendered = temporarily surrendered
kind-request-transmitted = transmitted
kind-request-warrant-amended = amended warrant sent
kind-request-withdrawn = withdrawn

# The request and its covering note, to take along.
request-take-signed = The document that was signed
request-take-request-pdf = Request as PDF
request-take-request-docx = as a Word document
request-take-note-pdf = Covering note verbale as PDF
request-take-note-docx = as a Word document
request-letter-pdf = Letter to the State as PDF
request-letter-docx = as a Word document
request-letter-draft-pdf = draft of the letter as PDF
request-letter-draft-docx = as a Word document

of-today-head = This page is of today
of-today-text = Requests are shown here as they stand today. Take the day out of the address. As at another day programs and the command line show them.
draft-need = { $says } · { $law }
