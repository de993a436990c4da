
# Erasing entries of a matter: asked for by one person, ordered or declined by another.

kind-erasure-requested = erasure asked for
kind-erasure-ordered = erased by order
kind-erasure-declined = erasure declined

audit-act-erasure-declined = Erasure declined or taken back

erasure-title = Erasure
erasure-title-of = Matter { $matter }: erasure
erasure-over = Erasure in matter { $matter }
erasure-deck = What an entry says goes for good, by the word of two persons. That it was there and when it was recorded stays, so that the rest can still be proven.
erasure-back = Back to the matter
erasure-to = What was asked for and ordered, and the form to ask
erasure-section = Erasure
erasure-section-side = One person asks, another orders. Those who could know an entry are told that it is gone.
erasure-waits = { $who } asked on { $day } that { $n ->
    [one] one entry
   *[other] { $n } entries
} be erased. Nothing has gone yet.
erasure-waiting = Requests that wait
erasure-waiting-side = A second person orders or declines. Either shows once more who they are.
erasure-reason-given = Reason given: { $reason }
erasure-ground-given = Ground: { $ground }
erasure-would-go = What would go ({ $audience }):
erasure-entry = { $kind }, { $day }
erasure-recorded = Recorded { $day }
erasure-own = You asked for it. Another person orders it.
erasure-at-the-shell = It was asked for at the shell, and another officer orders it there: nobody can tell here whose account is theirs.
erasure-not-yours = Your role does not order erasure in this matter.
erasure-order = Order it
erasure-order-warning = What these entries say is gone at once, from every page and from the database. Nobody brings it back.
erasure-order-do = Erase these entries
erasure-decline = Decline it
erasure-decline-do = Decline
erasure-take-back = Take it back
erasure-take-back-do = Take back
erasure-decline-reason = Why they stay
erasure-ask = Ask that entries be erased
erasure-ask-side = You are asked to show once more who you are. Another person of a role that may order it sees the request on this page.
erasure-ask-do = Ask for it
erasure-ask-none = There is nothing here whose erasure you may ask for.
erasure-public-first = What is public is withdrawn from the public first. Copies that readers made are theirs.
erasure-entries = Which entries
erasure-entries-hint = All that are open to the same readers. Corrections, citations and remarks that belong to one go with it, as far as you see them.
erasure-reason = Why they are to go
erasure-reason-hint = It is kept for good. Do not write what the entries say.
erasure-authority = Ground: the decision, or the rule, on which it rests
erasure-authority-hint = By its number and date. It is kept too.
erasure-beyond = Backups of before, files that were taken along and printed pages still hold it. Whoever runs the record sees to the backups.
erasure-gone = What was erased
erasure-gone-side = The newest first. Under the address of each entry those who could know it are told.
erasure-ordered = { $who } ordered on { $day } that { $n ->
    [one] one entry
   *[other] { $n } entries
} be erased.
erasure-asked-by = Asked for by { $who }.
erasure-gone-entry = An entry recorded { $day }
erasure-order-entry = The order
erasure-cleared = The free places of the database and its log were cleared of it.
erasure-not-cleared = It is gone from every page, but copies may still stand in free places of the database and in its log. They go when the record is opened next; whoever runs it can see to it at once.
erasure-declines = Declined or taken back
erasure-declined = { $who } declined on { $day } what was asked for, or took it back.
erasure-request-entry = The request

erasure-done-ask = The erasure was asked for. Another person orders it.
erasure-done-order = The entries were erased.
erasure-done-decline = The request was declined or taken back. Nothing was erased.

erasure-error-none-chosen = Choose at least one entry.
erasure-error-nothing = There is nothing to erase: the entries are not in this matter, or were erased already.
erasure-error-not-there = Entry { $entry } is not in this matter, or was erased already.
erasure-error-stays = Entry { $entry } stays: what asks for an erasure or answers it, and what is recorded of people, is not erased.
erasure-error-stays-pack = Entry { $entry } comes from a published edition, which would bring it again. Have it corrected instead.
erasure-error-stays-public = Entry { $entry } is public. Withdraw it from the public first.
erasure-error-uneven = These entries are not all open to the same readers, and one order would tell those of the one of the other. Ask for those of one audience at a time.
erasure-error-goes-with = Entry { $entry } belongs to one of these entries, has to go with it, and is not in the request. Decline the request and ask anew.
erasure-error-closes-matter = Entry { $entry } says who may know this matter. The operator alone erases it, at the shell, with all that is in the matter.
erasure-error-no-request = There is no such request. Load the page again.
erasure-error-declined = The request was declined or taken back. If the entries are to go after all, ask anew.
erasure-error-done = The request was carried out already, and the entries are gone.
erasure-error-waits = The erasure of these entries is asked for already. Order that request, or decline it first.
erasure-error-one-person = Whoever asked may be you. Another account orders what an account asked for; what was asked for at the shell is ordered there by another officer.
erasure-error-no-reason = Say why.
erasure-error-long-reason = The reason is longer than 1,000 characters. Write a shorter one.
erasure-error-no-authority = Name the decision or the rule on which it rests.
erasure-error-long-authority = The ground is longer than 200 characters. Name the decision by its number and date.
erasure-error-signs = Something was typed that cannot be recorded, such as a sign that nobody sees. Type the text anew.
erasure-error-not-allowed = You may not erase anything in this matter. Ask the officer from whom it comes.
erasure-error-not-taken = What was sent cannot be recorded as it is, and nothing was changed. Load the page again.
