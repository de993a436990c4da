# Sending requests: channels, attempts, proof and the three dates; and what a change of the facts leads to.

law-request-practice-7 = A note of a State that answers nothing yet is kept with the request, as it came.
    .cites = Practice of this register on requests, rule 7
law-request-practice-8 =
    Bag, hand, post, the State’s own portal and a sealed package are formal media. E-mail, fax and messages of
    INTERPOL leave a written record and are used in urgent cases, unless the State itself chose them. An urgent request
    for provisional arrest is confirmed like one for surrender, which article 92(2) itself does not ask for. This is the
    register’s reading of articles 91(1) and 92(2).
    .cites = Practice of this register on requests, rule 8
law-request-practice-9 =
    When a person is surrendered or dies, or a warrant is vacated, amended or replaced, each open request about that
    person is looked at again: whether it is withdrawn, supplemented or replaced.
    .cites = Practice of this register on requests, rule 9
law-request-practice-10 =
    A request names its situation and its case, and bears the number under which the Court filed it, as far as there
    are such: so it is found in the record of the Court. No rule that was read asks for it.
    .cites = Practice of this register on requests, rule 10

# Elements.
law-element-confirm_by = Formal confirmation by
    .hint = The day by which the formal confirmation is to reach the State. No rule sets one. By the channel of an
        arrangement a confirmation is awaited only where this names its day.
law-element-channel_confirmed_by = Who confirmed the channel
    .hint = The office that made sure which channel the State chose, where its declaration was not confirmed. The State reads this with
        the act: name no person who is not to be known to it.
law-element-channel_source = Where that stands
    .hint = The note, letter or call with its date.
law-element-language_confirmed_by = Who confirmed the language
    .hint = The office that made sure which languages the State takes, where its declaration was not confirmed. Of a request it stays
        within the Court; beside an amended warrant the State reads it: name no person who is not to be known to it.
law-element-language_source = Where that stands
    .hint = The note, letter or call with its date.
law-element-receiving_authority = Receiving authority, from the directory
    .hint = Its name, address and last confirmation are written into this act as they stand today.
law-element-recipient_address = Address
    .hint = Where it was sent, as it stood.
law-element-recipient_confirmed_on = Address last confirmed on
    .hint = The day on which somebody last stood for the address.
law-element-receipt_number = Number of the receipt
    .hint = Of the receipt, the report of delivery or the fax.
law-element-bag_number = Number of the sealed bag
    .hint = As it stands on the seal.
law-element-bundle_sha256 = Hash of the file sent
    .hint = SHA-256 of the file with request, note verbale and annexes, where one was made.
law-element-failure = Why it failed
    .hint = What happened, in words.
    .missing = Say why the attempt failed.
law-element-notified_by = How the State was notified
    .hint = By what the State was told.
    .missing = Say how the State was notified.
law-element-received_on = Received on
    .hint = The day on which the State had the request, as the State says.
law-choice-notified_by-note-verbale = note verbale
law-choice-notified_by-hand = by hand
law-choice-notified_by-e-mail = e-mail
law-choice-notified_by-fax = fax
law-choice-notified_by-telephone-with-note = telephone, with a note of the call

# Moves.
law-move-record-failed-attempt = Record an attempt that failed
    .done = An attempt to send it failed
law-move-record-notification = Record the notification
    .done = State notified
law-move-write = Write to the Court
    .done = Note that answers nothing yet

# Findings.
law-finding-channel =
    The State declared another channel. Take the one that it chose, or say who confirmed a change and where that
    stands.
law-finding-channel-unconfirmed =
    No declaration of the State on its channel was confirmed. Take the diplomatic channel, or say who confirmed the
    other one and where that stands.
law-finding-channel-beside =
    INTERPOL or a regional organisation carries a request alone only in urgent cases, to be confirmed afterwards. Say
    that it is urgent, or take the State’s channel.
law-finding-channel-arrangement =
    The State is bound by the Statute: it is asked through its channel under article 87(1), and not by an arrangement.
law-finding-medium =
    This medium leaves a written record and is used in urgent cases, to be confirmed afterwards. Say that it is urgent,
    or take a formal medium.
law-finding-another-state = This is the State that is asked. Name the other State.
law-finding-before-sending = This day lies before the day on which the request was sent. Mend the one that is wrong.

# What is owed.
law-deadline-review = Review the request, and sign it or return it
    .lapse = Nothing lapses. The request does not go out.
    .counting = No day is set: a practice within the Court.
law-deadline-changes = Make the changes, and ask for review again
    .lapse = Nothing lapses. The request does not go out.
    .counting = No day is set: a practice within the Court.
law-deadline-sending = Send the request
    .lapse = Nothing lapses. The State knows nothing of it yet.
    .counting = No day is set: a practice within the Court.
law-deadline-provisional-arrest = Arrest the person provisionally
    .lapse = Nothing lapses: the request stands until the person is arrested or it is withdrawn.
    .counting = At once, and without a day.
law-deadline-surrender-with-consent = Surrender the person, who consented
    .lapse = Nothing lapses: the consent alone is not yet a surrender.
    .counting = As soon as possible after the consent, and without a day.

# What a change of the facts leads to; under `.do` what is to be done.
law-change-person-surrendered = The person was surrendered to the Court
    .do =
        Record the execution if this State surrendered the person; else withdraw the request. Ask for notices and seizures
        that rest on it to be lifted.
law-change-person-died = The person died
    .do = Withdraw the request. Ask for notices and seizures that rest on it to be lifted.
law-change-person-reported-dead = The person was reported dead
    .do = Ask the State what it knows. Withdraw the request when the proceedings have ended.
law-change-warrant-replaced = Another warrant took the place of the one that the request rests on
    .do = Draft a request on the new warrant, and put it in the place of this one.
law-change-proceedings-ended = The proceedings under the warrant ended
    .do =
        Withdraw the request, unless another warrant for the person stands. Ask for notices and seizures that rest on it
        to be lifted, and for the release of the person if they are held for the Court alone.
law-change-case-inadmissible = The case was held inadmissible
    .do = Record the ruling, by which nothing is owed any more, or withdraw the request.
law-change-warrant-amended = The warrant was amended
    .do = Send the amended warrant to the State: the same rules hold for it, specialty among them.
law-change-person-convicted = The person was convicted or sentenced
    .do =
        A request about a convicted person contains the judgement, and the sentence if there is one (article 91(3)).
        Draft it anew, or supplement this one.
law-change-another-warrant = Another warrant was issued for the person
    .do = Supplement the request with it, or draft another one in the place of this one.
law-change-warrant-public = The warrant became public
    .do =
        Send the public version, tell the State that it is public, and look at the level of the request and at notices
        again.
law-change-person-arrested = The person was arrested
    .do =
        If this State arrested the person, record it from its note. Tell the other States that were asked, so that they
        lift what they no longer need.
