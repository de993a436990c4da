
# Contacts: a list of those who are to be met.
nav-contacts = Check contacts
contacts-link = Whom are you going to meet? Check a list of contacts.
contacts-title = Check a list of contacts
contacts-title-checked = Contacts checked
contacts-title-again = A list of contacts that was not checked
contacts-head = Check a list of contacts
contacts-form-deck = Is anybody whom you are going to meet under an outstanding warrant of arrest or a summons? Paste the list; the answer says whom the rules keep from the table, and what to do.
contacts-form-text-may-keep = The list is looked through under every spelling and script and then forgotten, unless you tick that it is to be kept: it is not logged and sent to nobody. Nothing about whom you asked for stands in the address.
contacts-form-text = The list is looked through under every spelling and script and then forgotten: it is not kept, not logged and sent to nobody. Nothing about whom you asked for stands in the address.
contacts-list = The list
contacts-list-hint = A person a line, as you have it: with numbers, titles, offices and bodies. Up to { $most } persons.
contacts-file = Or a file
contacts-file-hint = CSV, a calendar (.ics), cards (.vcf) or text, up to 1 MiB. Give the list above or the file, not both.
contacts-day = Day of the contact
contacts-day-hint = A day to come is answered as things stand today.
contacts-for = For whom do you ask?
contacts-for-un = An official of the United Nations
contacts-for-state = A State Party
contacts-for-other = Somebody else
contacts-persons = Check against
contacts-persons-sought = persons under an outstanding warrant or a summons
contacts-persons-all = everybody who was ever named in a warrant or a summons
contacts-check = Check the list
contacts-again = Check another list, or this one again

# What is wrong.
contacts-not-a-day = This is not a day of the calendar. Give day, month and year.
contacts-before-the-statute = { $given } is before { $first }, the day on which the Rome Statute was adopted.
contacts-both = A list was typed and a file chosen. Leave one of them out.
contacts-too-slow = The list did not arrive in time and was not read. Send it again.
contacts-not-a-form = What was sent is not written as this form writes it, and was not read. Send the list with this form.
contacts-failed = The list could not be checked, since the record could not be read. Try again later; nothing of the list was kept.

# The answer.
contacts-head-none = { $all ->
    [one] The one contact was checked: nothing was found
   *[other] All { $all } contacts were checked: nothing was found
}
contacts-head-possible = { $n ->
    [one] 1 contact of { $all } is possibly somebody whom the Court seeks
   *[other] { $n } contacts of { $all } are possibly persons whom the Court seeks
}
contacts-head-likely = { $n ->
    [one] 1 contact of { $all } is likely in the register
   *[other] { $n } contacts of { $all } are likely in the register
}
contacts-head-warrant = { $n ->
    [one] 1 contact of { $all } is likely under an outstanding warrant
   *[other] { $n } contacts of { $all } are likely under an outstanding warrant
}
contacts-against-sought = persons under an outstanding warrant or a summons
contacts-against-all = everybody who was named in a warrant or a summons
contacts-deck = Checked against { $against }, as at { $day }. A name alone proves nobody’s identity: compare what else is known before you act.
contacts-deck-ahead = Checked for { $on } against { $against }, as they are today, { $day }: check again on the day. A name alone proves nobody’s identity: compare what else is known before you act.
contacts-outcome-warrant = Line { $line }: likely under an outstanding warrant
contacts-outcome-summons = Line { $line }: likely under a summons
contacts-outcome-not-sought = Line { $line }: likely somebody who is not sought any more
contacts-outcome-possible = Line { $line }: possible, look closer
contacts-likely = Likely { $person }
contacts-possibly = Possibly { $person }
contacts-warrant = warrant of { $day }
contacts-summons = summons of { $day }
contacts-why = Likeness { $score } with “{ $under }”: { $why }
contacts-rule = What holds
contacts-do = What to do
contacts-notices = Notices beforehand
contacts-rests-on = Rules on which this rests
contacts-no-rule = No rule is known here for you, this status and this day. That does not mean that nothing is to be minded: ask your legal adviser.
contacts-notices-withheld = No notice is drafted: what you may know of this person is not all public, and a notice would tell it to whoever reads it. Check the list without signing in for the notices that rest on what is public, and ask the Chamber before anything else is told.
contacts-draft = Draft of the notice to { $to }
contacts-alternatives = Others of the same body in the list, of whom nothing was found: { $names }.
contacts-cut = A name on this line is longer than is looked at; check its parts by themselves.
contacts-free = Nothing found
contacts-free-side = That does not mean that there is nothing: names differ, and what is under seal is shown only to those who may know it.
contacts-unread = Not checked
contacts-receipt = Receipt
contacts-receipt-side = It shows that the check was made, without the list. Keep it with your papers.
contacts-receipt-at = Checked at
contacts-receipt-for = For the day
contacts-receipt-lines = Lines
contacts-receipt-contacts = Contacts
contacts-receipt-sha256 = SHA-256 of the list
contacts-receipt-checkpoint = Checkpoint of the record
contacts-receipt-edition = Edition of the public record
contacts-receipt-law = Edition of the rules
contacts-not-kept = Nothing of this check is kept here.
contacts-audited = The audit holds that you made this check, when, and of how many contacts; it holds no name.
contacts-keep = Keep this check with its list, for your institution alone
contacts-keep-hint = It becomes a confidential matter of your institution, which reads it, takes it along and has it erased as any other. Nobody else learns that it is there. What was found is not kept.
contacts-kept = This check is kept with its list, for your institution alone: { $matter }
contacts-keep-not-allowed = A check is kept by somebody signed in who may open matters for their State or their organ of the Court. Nothing was kept.
contacts-keep-failed = The list was checked, but could not be kept. Check it again in a little while.
kind-contact-checked = check of contacts
