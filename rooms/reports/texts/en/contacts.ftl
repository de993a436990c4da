# The check of contacts: what the shell prints, why a line or a list was not read, and notices as drafts.

# Why a list was not read.
contact-list-empty = The list is empty. Give a name a line, a table with a header, a calendar or cards.
contact-list-too-long = The list has more than { $most } KiB. Check it in parts.
contact-list-too-many = The list has more than { $most } persons. Check it in parts.
contact-list-pdf = This is a PDF. Copy the names out of it and paste them.
contact-list-office = This is a document or workbook of an office program, or an archive. Copy the names out of it, or save it as CSV.
contact-list-picture = This is a picture. Type the names, one a line.
contact-list-parquet = This is a table in Parquet. Save it as CSV.
contact-list-other = This is no text. Copy the names out of it and paste them, or save it as CSV.
contact-list-nobody = The calendar names nobody: it has no attendee and no organizer. What its events are called is not taken for names; paste the names, one a line.
contact-list-nothing = Not one line of the list could be read. { $first }

# Why a line was not read.
contact-line = Line { $line }: { $why }
contact-line-not-text = it has bytes that are no text in what the list is written in; save the list as UTF-8
contact-line-no-letter = there is no letter in it
contact-line-one-letter = one letter is no name
contact-line-no-name = it has no name
contact-line-broken = it is written as no line of a calendar or card is
contact-line-old-card = a card of an old edition; save it as vCard 3.0 or 4.0

# What the shell prints.
contact-exercise = EXERCISE: never to be taken for real persons
contact-head-today = { $contacts } checked against { $against }, as at { $day }
contact-head-ahead = { $contacts } checked for { $on } against { $against }, as they are today, { $day }. Check again on the day.
contact-contacts = { $n ->
    [one] 1 contact
   *[other] { $n } contacts
}
contact-against-sought = persons under an outstanding warrant or a summons
contact-against-all = all persons who were named in a warrant or a summons
contact-read-as-text = Read as text, one person a line ({ $encoding }).
contact-read-as-table = Read as a table, names from { $columns } ({ $encoding }); its first line is its header.
contact-read-as-calendar = Read as a calendar, attendees and organizers ({ $encoding }).
contact-read-as-cards = Read as cards ({ $encoding }).
contact-outcome-warrant = WARRANT
contact-outcome-summons = summons
contact-outcome-not-sought = not sought any more
contact-outcome-possible = possible
contact-outcome-none = nothing found
contact-none-lines = { $n ->
    [one] Of 1 contact nothing was found.
   *[other] Of { $n } contacts nothing was found.
}
contact-none-warning = That nothing was found does not mean that there is nothing: names differ, and what is sealed is not shown.
contact-hit = { $name } ({ $status }), { $score }: { $why }
contact-maybe = A name alone proves nobody’s identity: compare what else is known before you act.
contact-warrant = { $kind ->
    [summons] summons of { $day }
   *[warrant] warrant of { $day }
}
contact-case = { $instrument }, { $case }
contact-rule = Rule: { $rule } ({ $cites })
contact-rule-none = Rule: none is known for you, this status and this day. That does not mean that nothing is to be minded: ask your legal adviser.
contact-rule-recalled = unverified: recalled without its text
contact-do = What to do: { $do }
contact-notice-due = Notice beforehand to { $to }.
contact-notice-due-through = Notice beforehand to { $to }, through { $through }.
contact-alternatives = Others of the same body in the list: { $names }
contact-cut = A name on this line is longer than is looked at; check its parts by themselves.
contact-unread = { $n ->
    [one] 1 line was not checked:
   *[other] { $n } lines were not checked:
}
contact-receipt = Receipt: checked at { $at } ({ $lines } lines, { $contacts } contacts) against the record with checkpoint { $checkpoint }, edition { $edition }, law pack of { $law }.
contact-receipt-sha256 = SHA-256 of the list: { $sha256 }
contact-no-edition = none
contact-guilt = A warrant or a summons is not a finding of guilt.

# Notices as drafts.
contact-notice-title = Notice of a contact with a person subject to a warrant of arrest
contact-notice-draft = DRAFT
contact-notice-exercise = EXERCISE – not a real document
contact-notice-from = From
contact-notice-to = To
contact-notice-through = Through
contact-notice-date = Date
contact-notice-about = Person
contact-notice-blank-sender = [who informs: name, office, body]
contact-notice-blank-date = [day on which this is sent]
contact-notice-informs = This informs { $to } that a contact with { $name } is planned for { $day }.
contact-notice-status = According to the register, as at { $day }, { $name } is the subject of: { $warrants }.
contact-notice-essential = Why the contact is strictly required for an essential task: [mandate, task, why it cannot wait]
contact-notice-tried = What was tried before with persons of the same body who are not subject to a warrant: [whom, when, with what result]
contact-notice-others = On the list of those to be met, others of the same body are: { $names }.
contact-notice-level = Place, way and level of the contact, and who takes part: [place, meeting or call, highest official, participants]
contact-notices-withheld = No notice is drafted: what you may know of this person is not all public, and a notice would tell it to whoever reads it. Check the list without signing in for the notices that rest on what is public, and ask the Chamber before anything else is told.
contact-notice-extent = The contact is kept to what is needed for this task. It is no courtesy call and no ceremony.
contact-notice-rests = This notice is given under: { $cites }.
contact-notice-recalled = The rule was recalled without its text; read it before this is sent.
