# The life of a request: states, moves (what a button says; under `.done` what a timeline says), and what is owed.

# States.
law-state-draft = draft
law-state-in-review = in review
law-state-signed = signed
law-state-transmitted = transmitted
law-state-delivered = delivered
law-state-acknowledged = acknowledged
law-state-in-consultation = in consultation
law-state-under-execution = under execution
law-state-postponement-proposed = postponement proposed
law-state-postponed = postponed
law-state-pending-on-admissibility = pending on admissibility
law-state-on-competing-request = pending on a competing request
law-state-on-immunity = pending on immunity
law-state-not-found = person not found
law-state-temporary-surrender = temporary surrender
law-state-executed-in-part = executed in part
law-state-executed = executed
law-state-specialty-waiver-asked = waiver of specialty asked
law-state-refused = refused; the request stands
law-state-inadmissible = ruled inadmissible
law-state-withdrawn = withdrawn
law-state-superseded = superseded

# Moves.
law-move-submit = Ask for review
    .done = Submitted for review
law-move-return = Return for changes
    .done = Returned for changes
law-move-sign = Sign
    .done = Signed
law-move-transmit = Transmit
    .done = Transmitted
law-move-send-again = Send again
    .done = Sent again
law-move-confirm = Record the formal confirmation
    .done = Confirmed through the channel of the State
    .letter = confirms, through this channel, its request, which was sent before by another way
law-move-record-delivery = Record the delivery
    .done = Delivered
law-move-acknowledge = Acknowledge receipt
    .done = Receipt acknowledged
law-move-consult = Consult the Court
    .done = Consultation opened
law-move-answer-question = Answer the question
    .done = Question answered
    .letter = answers what the requested State asked it, as follows
law-move-inquire = Ask the State
    .done = Question put to the State
    .letter = asks the requested State what follows, and would be grateful for an answer
law-move-answer-inquiry = Answer the Court
    .done = The Court’s question answered
law-move-report-step = Report a step
    .done = Step reported
law-move-report-arrest = Report the arrest
    .done = Person arrested
law-move-report-release-application = Report an application for release
    .done = Interim release applied for
law-move-recommend-on-release = Send recommendations on release
    .done = Recommendations on release sent
    .letter = makes the recommendations that follow on the application for release
law-move-report-release = Report the release
    .done = Person released
law-move-report-provisional-release = Report the release
    .done = Person released
law-move-report-availability = Report that the person can be surrendered
    .done = Person available for surrender
law-move-execute = Record the surrender
    .done = Person surrendered: executed
law-move-execute-in-part = Report execution in part
    .done = Executed in part
law-move-refuse = Refuse
    .done = Refused
law-move-propose-postponement = Propose a postponement
    .done = Postponement proposed
law-move-agree-postponement = Agree to the postponement
    .done = Postponement agreed
    .letter = agrees to the postponement of the execution of its request, as follows
law-move-decline-postponement = Decline the postponement
    .done = Postponement declined
    .letter = does not agree to the proposed postponement, and asks that its request be executed
law-move-await-ruling = Await the ruling on admissibility
    .done = Execution awaits the ruling on admissibility
law-move-resume = Resume execution
    .done = Execution resumed
law-move-raise-ne-bis-in-idem = Raise ne bis in idem
    .done = Ne bis in idem raised
law-move-raise-competing-request = Notify a competing request
    .done = Competing request notified
law-move-raise-immunity = Raise immunity
    .done = Immunity raised
law-move-report-not-found = Report that the person was not found
    .done = Person not found
law-move-surrender-temporarily = Surrender temporarily
    .done = Temporarily surrendered
law-move-follow-with-request = Send the request for surrender
    .done = Request for surrender sent
law-move-record-documents-received = Record that the request and its documents were received
    .done = Request for surrender and its documents received
law-move-report-consent = Report consent to surrender
    .done = Consent to surrender given
law-move-supplement = Supplement
    .done = Supplemented
    .letter = supplements its request as follows
law-move-amend-warrant = Send the amended warrant
    .done = Amended warrant sent
    .letter = amended the warrant of arrest on which its request rests, and transmits the amended warrant
law-move-modify = Modify
    .done = Modified
    .letter = modifies its request as follows
law-move-withdraw = Withdraw
    .done = Withdrawn
    .letter = withdraws its request, and asks that notices and measures that rest on it alone be lifted
law-move-supersede = Put another request in its place
    .done = Superseded
    .letter = puts another request, named below, in the place of this one
law-move-record-costs = Record costs
    .done = Costs recorded

# What is owed; under `.lapse` what follows if it lapses, under `.counting` how it is counted.
law-deadline-documents-after-provisional-arrest = Request for surrender and its documents received by the State
    .lapse =
        The person may be released. The request does not lapse, and a later arrest is not barred
        (article 92(3) and (4)).
    .counting =
        Sixty days from the provisional arrest. No rule says whether the day of arrest counts, so both
        counts are made and the earlier one warns. An interim release does not end the count: no text that was
        read says so.
law-deadline-confirmation = Confirm the urgent request through the State’s channel
    .lapse = Nothing lapses. The State may say that it has no request in the form of article 91(1).
    .counting =
        No rule sets a day; it is the one that the sending names. That a request for provisional arrest is
        confirmed too is this register’s reading: article 92(2) does not ask for it. What went by the channel
        of an arrangement owes none under the Statute; the arrangement may ask for one.
law-deadline-confirmation-by-arrangement = Confirm the urgent request by the channel of the arrangement
    .lapse = Nothing lapses by the Statute; what follows is read in the arrangement.
    .counting = By the day that the sending names, where the arrangement asks for a confirmation.
law-deadline-execution = Execute the request
    .lapse = Nothing lapses: the request stands until it is executed or withdrawn.
    .counting = At once, and without a day.
law-deadline-surrender = Surrender the person
    .lapse = Nothing lapses: an arrest alone is not yet a surrender.
    .counting = As soon as possible after the State has ordered the surrender, and without a day.
law-deadline-recommendations-on-release = Recommendations on interim release
    .lapse = The authority of the State may decide without them.
    .counting = Within the time that the State sets.
law-deadline-answer-on-postponement = Answer on the postponement
    .lapse = Nothing lapses: without an agreed time there is no postponement.
    .counting = No rule sets a day.
law-deadline-end-of-postponement = Resume execution at the end of the agreed time
    .lapse = The ground for not executing is gone.
    .counting = The day that was agreed.
law-deadline-return-after-temporary-surrender = Return the person
    .lapse = What was agreed between the Court and the State decides.
    .counting = The day that was agreed.
law-deadline-change-of-channel-or-language = The new channel or language takes effect
    .lapse = From then on requests go by the new choice. Requests under way are not touched.
    .counting =
        Forty-five days from the day on which the Court received it, unless another day is agreed. No
        rule says how they are counted.
law-deadline-ruling-on-legality = Ask for a ruling on legality
    .lapse =
        The State can no longer ask for the ruling, and the requesting body may apply for a finding of
        non-compliance.
    .counting =
        Fifteen days after consultations were declared exhausted, counted by regulation 33 as a filing
        before the Chamber.
law-deadline-acknowledgement = Acknowledge receipt
    .lapse = Nothing follows in law. The register asks again.
    .counting = Ten days from the sending, the day of sending not counted. A practice of this register.
law-deadline-answer-to-question = Answer the State’s question
    .lapse = Nothing lapses. The State may not be able to go on without the answer.
    .counting = The day that the question names, which is no time limit of the law.
law-deadline-answer-to-inquiry = Answer the Court’s question
    .lapse = Nothing lapses. The Court may ask again.
    .counting = The day that the question names, which is no time limit of the law.

# Ways of counting.
law-count-from-its-day = The day itself counts as day 1
law-count-from-the-next-day = The day after is day 1
law-count-regulation-33 = By regulation 33, full days before the Court

# Headings under which pages offer moves.

law-heading-prepare = Prepare
law-heading-send = Send
law-heading-follow-up = Follow up
law-heading-end = End
law-heading-answer = Answer
law-heading-consult = Consult
law-heading-report = Report
law-heading-refuse-or-postpone = Refuse or postpone
