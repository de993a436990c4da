
# The directory of authorities: whom to address in a State.

kind-authority-named = authority named
kind-authority-confirmed = authority confirmed
kind-authority-ended = authority ended
authority-entry-corrected = entry corrected

kind-need-stated = need of a law stated
kind-need-ended = need of a law ended

needs-title = What the laws of States need of a request for surrender
needs-deck = Documents, statements and information that a request brings for the surrender process of that State (article 91(2)(c)). The check of a request asks for each.
needs-col-what = What is needed
needs-col-law = Where the law says so
needs-col-from = From

authorities-nav = Authorities
authorities-title = Authorities of States
authorities-deck = Whom to address, by which channel, in which languages. It is open to the State and to the organs of the Court that send requests, and stands in no file that can be taken along.
authorities-all-states = All States
authorities-only-due = Due for confirmation only
authorities-said = { $n ->
    [one] { $n } authority,
   *[other] { $n } authorities,
} { $due ->
    [0] none of them due for confirmation
    [one] { $due } of them due for confirmation
   *[other] { $due } of them due for confirmation
}
authorities-enter = Enter an authority
authorities-none = There is none that you may see. Until one is entered, a request goes by the diplomatic channel.
authorities-col-name = Authority
authorities-col-way = Channel and languages
authorities-col-stands = Last confirmed
authorities-planned = Begins { $day }
authorities-over = No longer there

authority-confirmed = Confirmed on { $on }.
authority-due = Confirmed on { $on }, due for confirmation since { $due }.
authority-unconfirmed = Not confirmed by this day.
authority-ask-state = Ask the people of { $state } who wrote it here: its central authority or its focal point.
authority-ask-letter = Ask the authority itself, by its channel: an officer wrote it from a letter.
authority-all-topics = All of Part 9
authority-channel-with = { $channel }: { $details }

authority-facts = What is recorded
authority-facts-side = As it is today. What is not known is left out.
authority-to-change = Something changed: enter another version
authority-correct-which = Correct a mistake in the version “{ $name }” from { $day }
authority-ended-on = Not there any more from
authority-confirm = Confirm
authority-confirm-side = Everything is asked about again after six months. If something is no longer right, enter another version instead.
authority-confirm-do = It is still right
authority-history = History
authority-history-side = Everything that was recorded of it, newest first. Nothing is overwritten.
authority-matter = Who may know it, and closing it further
authority-from-letter = { $source }, entered by { $who }
authority-from-state = Entered by { $who } itself
authority-end = It is no longer there
authority-end-side = Its entries stay, and are shown for the days before.
authority-end-open = Record that it has ended
authority-end-reason = Why, if there is more to say
authority-end-do = Record its end

authority-new = Enter an authority
authority-new-deck = Each authority is entered by itself: the central authority, the embassy, whoever executes.
authority-change = Another version of an authority
authority-change-deck = For what changed in the world. State all of it as it is from that day on; the version before is shown for the days before.
authority-correct = Correct a version of an authority
authority-correct-deck = For what was written wrongly. State all of it as it should have been written; the mistake stays in the history.
authority-warning = Name offices rather than persons, as far as they can be reached so: what is written here stays in the record.
authority-save = Record it

authority-group-who = The authority
authority-group-does = What it does
authority-group-reach = How it is reached
authority-group-reach-side = An address, a telephone number or an e-mail address is needed.
authority-group-requests = How it takes requests
authority-group-days = From when
authority-group-source = Where it was read

authority-field-state = State
authority-field-name = Name in its own language
authority-field-name-en = Name in English
authority-field-name-fr = Name in French
authority-field-role = Sort of authority
authority-field-does = Requests
authority-field-topic = For what
authority-field-address = Postal address
authority-field-telephone = Telephone
authority-field-email = E-mail
authority-field-hours = Hours
authority-field-zone = Time zone
authority-field-urgent = In urgent cases, at any hour
authority-field-language = Languages of requests
authority-field-channel = Channel
authority-field-channel-details = More about the channel
authority-field-key = Key for sealed packages
authority-field-from = From
authority-field-until = Until
authority-field-on = First day on which it is no longer there
authority-field-letter = Letter or call
authority-field-dated = Day of the letter or call
authority-field-reason = What was wrong

authority-hint-state = The ISO 3166-1 code with three letters, such as FRA.
authority-hint-name = One of the three names is needed.
authority-hint-topic = None: for all of Part 9.
authority-hint-telephone = With the code of the country, such as +31 70 000 0000.
authority-hint-hours = Such as: Monday to Friday, 9:00 to 17:00.
authority-hint-zone = The name of the zone, such as Europe/Amsterdam. Needed with hours.
authority-hint-urgent = An office and a number that is answered.
authority-hint-language = The codes of ISO 639-3 with three letters, with commas between them: fra, eng.
authority-hint-channel = The State’s choice under article 87(1). Needed of an authority that receives requests.
authority-hint-channel-details = Such as: through the embassy in Brussels.
authority-hint-key = As text, as the authority gave it.
authority-hint-from = A day (2026-11-26), a month (2026-11) or a year (2026). It may lie ahead.
authority-hint-until = Its last day, if one is set already.
authority-hint-letter = What it is, from whom, and where it is kept: “Note verbale 12/2026 of the embassy”.

authority-role-central-authority = central authority
authority-role-embassy = embassy or mission
authority-role-executing-authority = executing authority
authority-role-focal-point = focal point
authority-role-working-group = working group
authority-does-receives = receives
authority-does-executes = executes
authority-channel-diplomatic = diplomatic channel
authority-channel-direct = to the authority directly
authority-channel-interpol = INTERPOL
authority-channel-regional-organisation = regional organisation

authority-done-named = The authority is recorded.
authority-done-changed = The version is recorded.
authority-done-corrected = The correction is recorded.
authority-done-confirmed = The confirmation is recorded.
authority-done-ended = The end is recorded.
authority-not-allowed = You may not write this. An authority is entered by its State or by an officer of the Court from a letter, and a version is corrected by those from whom it comes: enter another version instead, or ask them.
authority-changed = Somebody recorded another version while you wrote. Nothing of yours was recorded, and all of it is still here: open the authority in another window, compare, and enter it again.
authority-ended-already = This authority is not in force today, or its end is recorded already. To bring it back, enter another version from the day on which it is there again.
authority-not-taken = The record did not take this. Type the texts anew, without copying them from elsewhere.

authority-fault-missing = { $field }: enter something.
authority-fault-too-long = { $field }: not more than { $most } characters.
authority-fault-unseen = { $field }: it holds a sign that is not seen. Type it anew instead of copying it.
authority-fault-not-of = { $field }: “{ $given }” is not one of the choices.
authority-fault-not-a-state = { $field }: this record has no such State. { $n ->
    [0] Enter a code with three letters, such as FRA.
   *[other] Near it: { $near }.
}
authority-fault-not-an-address = { $field }: “{ $given }” is not an e-mail address. It looks like registry@example.org.
authority-fault-not-a-number = { $field }: “{ $given }” is not a telephone number with the code of its country. It looks like +31 70 000 0000.
authority-fault-no-zone = { $field }: there is no time zone “{ $given }”. Enter a name such as Europe/Amsterdam.
authority-fault-not-a-language = { $field }: “{ $given }” is not a code of ISO 639-3. It has three letters: fra for French.
authority-fault-not-a-date = { $field }: “{ $given }” is not a date. Enter a day (2026-11-26), a month (2026-11) or a year (2026).
authority-fault-not-a-day = { $field }: “{ $given }” is not a day of the calendar. Enter it as 2026-11-26.
authority-fault-after-today = { $field }: { $day } lies after today. Check the year.
authority-fault-reversed = { $field }: it would end before it begins.
authority-fault-before-it-began = { $field }: { $day } lies before the day on which it begins.
authority-fault-recalled = { $field }: name the letter that was read; a memory is not one.

state-authorities = Authorities
state-authorities-side = Restricted: open to the State and to organs of the Court. The public does not see this part.
state-authorities-none = None is entered in this record.

need-new = State what a law needs
need-new-deck = A document, a statement or a piece of information that a request for surrender must bring for the process of that State.
need-in-force = Requests to this State are checked for it.
need-planned = It begins { $day }.
need-over = Not needed from { $day } on.
need-versions = What the law needs
need-versions-side = The version that begins last stands first; the one that holds today is bold.
need-element = A request brings it under
need-to-correct = Correct this version
need-state = State it
need-state-side = What is written here stays in the record. The State and the organs of the Court that send requests see it.
need-state-do = Record it
need-change = The law changed
need-change-side = State all of it as it is from that day on; the version before is shown for the days before.
need-change-do = Record the version
need-correct = Correct a version
need-correct-side = For what was written wrongly. State all of it as it should have been written; the mistake stays in the history.
need-correct-do = Record the correction
need-end = It is not needed any more
need-end-side = What was recorded stays, and is shown for the days before.
need-end-do = Record its end

need-field-state = State
need-field-need = Word for it
need-field-says = What is needed
need-field-law = Where the law says so
need-field-from = From
need-field-on = First day on which it is not needed
need-field-reason = Reason
need-field-source = Letter or law in which it was read

need-hint-state = The ISO 3166-1 code with three letters, such as FRA.
need-hint-need = Small letters, digits and hyphens, such as certified-facts: a request names it by this word.
need-hint-says = On one line, as the officer who drafts a request is to read it.
need-hint-law = The act and its section.
need-hint-from = A day (2026-11-26), a month (2026-11) or a year (2026). It may lie ahead.
need-hint-source = What it is, from whom, and where it is kept: “Note verbale 12/2026 of the embassy”.

need-done-stated = The need is recorded.
need-done-changed = The version is recorded.
need-done-corrected = The correction is recorded.
need-done-ended = The end is recorded.
need-not-allowed = You may not write this. What the law of a State needs is stated by that State or by an officer of the Court, and a version is corrected by those from whom it comes.
need-changed = Somebody recorded another version while you wrote. Nothing of yours was recorded, and all of it is still here: open the need in another window, compare, and enter it again.
need-ended-already = Its end is recorded already. To bring it back, enter another version from the day on which it is needed again.
need-not-taken = The record did not take this. Type the texts anew, without copying them from elsewhere.

need-fault-missing = { $field }: enter something.
need-fault-too-long = { $field }: not more than { $most } characters.
need-fault-one-line = { $field }: write it on one line, and type it anew instead of copying it.
need-fault-not-a-word = { $field }: small letters, digits and hyphens, { $most } at most, like certified-facts.
need-fault-taken = { $field }: the State has a need of this word already. Change that one, or take another word.
need-fault-not-a-state = { $field }: this record has no such State. Enter its code with three letters, such as FRA.
need-fault-not-a-date = { $field }: enter a day (2026-11-26), a month (2026-11) or a year (2026).
need-fault-not-a-day = { $field }: enter a day as 2026-11-26.
need-fault-before-it-began = { $field }: it lies before the day on which the version that stands begins. Enter a later day, or correct that version.
need-fault-recalled = { $field }: name the letter or the law that was read; a memory is not one.
