# What the rules on requests say, in our own words. The instruments are the authority.

law-rule-117-1 =
    The Court sees to it that it is told of the arrest. The person then receives the warrant and the
    provisions of the Statute that matter, in a language that they fully understand and speak.
    .cites = Rules of Procedure and Evidence, rule 117(1)
law-rule-117-3 =
    A challenge to whether the warrant was properly issued is made in writing to the Pre-Trial Chamber.
    .cites = Rules of Procedure and Evidence, rule 117(3)
law-rule-117-4 =
    Told of an application for interim release, the Pre-Trial Chamber gives its recommendations within the
    time that the custodial State sets.
    .cites = Rules of Procedure and Evidence, rule 117(4)
law-rule-117-5 =
    Where the person was given interim release, the Pre-Trial Chamber is told how and when the custodial
    State will report on it.
    .cites = Rules of Procedure and Evidence, rule 117(5)
law-rule-118-2 =
    The Pre-Trial Chamber reviews its ruling on the detention or release of a person at least every 120
    days.
    .cites = Rules of Procedure and Evidence, rule 118(2)
law-rule-176 =
    The Registrar obtains from the Secretary-General of the United Nations, and receives from States, what
    they declared on channels and languages, and gives it out on request.
    .cites = Rules of Procedure and Evidence, rule 176(1) and (3) to (5)
law-rule-176-2 =
    The Registrar transmits the requests of Chambers and receives the answers of States. The Prosecutor
    transmits the Prosecutor’s requests and receives the answers to them.
    .cites = Rules of Procedure and Evidence, rule 176(2)
law-rule-177 =
    A declaration under article 87(1)(a) names the authority that receives requests. A request to an
    intergovernmental organisation goes through the channel that it named.
    .cites = Rules of Procedure and Evidence, rule 177
law-rule-178-2 =
    To a State Party that made no choice of language, a request is made in a working language of the Court
    or comes with a translation into one.
    .cites = Rules of Procedure and Evidence, rule 178(2)
law-rule-179 =
    A State that is not a party and agreed to help may choose a language for requests. Where it made no
    choice, a working language of the Court is used.
    .cites = Rules of Procedure and Evidence, rule 179
law-rule-180 =
    A change of channel or language takes effect when the Court and the State agree, or else 45 days after
    the Court received it. Requests under way are not touched.
    .cites = Rules of Procedure and Evidence, rule 180
law-rule-181 =
    Where a person challenges the surrender by article 89(2) and the ruling on admissibility is still
    pending, the Chamber takes steps to obtain from the requested State all relevant information on the
    challenge.
    .cites = Rules of Procedure and Evidence, rule 181
law-rule-182 =
    In urgent cases a request for transit may go by any medium that leaves a written record. A release
    because no request came in time bars no later arrest.
    .cites = Rules of Procedure and Evidence, rule 182
law-rule-183 =
    After the consultations of article 89(4) the requested State may surrender the person temporarily, on
    terms agreed with the Court. The person is kept in custody at the Court and then returned.
    .cites = Rules of Procedure and Evidence, rule 183
law-rule-184 =
    The requested State tells the Registrar at once when the person is available for surrender. The person
    is surrendered on the day and in the manner agreed. If circumstances prevent it, a new day is agreed.
    .cites = Rules of Procedure and Evidence, rule 184
law-rule-187 =
    A request under article 91 comes, as appropriate, with a translation of the warrant or the judgement,
    and of the provisions of the Statute that matter, into a language that the person fully understands and
    speaks.
    .cites = Rules of Procedure and Evidence, rule 187
law-rule-188 =
    The requested State receives the request for surrender and its documents within 60 days of the
    provisional arrest.
    .cites = Rules of Procedure and Evidence, rule 188
law-rule-188-interim-release =
    No text that was read says that an interim release stops the sixty days of rule 188. Here they go on, so that
    nobody who counted on a pause is late. This is our reading.
    .cites = Rules of Procedure and Evidence, rule 188, and interim release
law-rule-189 =
    Where the person consented to surrender and the requested State proceeds, the Court need not provide the
    documents, unless that State says otherwise.
    .cites = Rules of Procedure and Evidence, rule 189
law-rule-195-1 =
    A requested State that raises article 98 gives the Court the information that it needs to apply that
    article. The third State or sending State concerned may add information.
    .cites = Rules of Procedure and Evidence, rule 195(1)
law-rule-196 = A person who was surrendered may give views on what they see as a breach of specialty.
    .cites = Rules of Procedure and Evidence, rule 196
law-rule-197 =
    Where the Court asks for a waiver of specialty, the State may ask the Court to obtain the person’s views
    and to give them to it.
    .cites = Rules of Procedure and Evidence, rule 197

law-reg-23bis =
    A document that is filed under seal, confidential or ex parte states the factual and legal basis of its
    class. What answers it has the same class.
    .cites = Regulations of the Court, regulation 23 bis
law-reg-23ter =
    An application for a warrant, and anything that mentions or anticipates it, is filed ex parte and kept
    secret until the Chamber orders otherwise.
    .cites = Regulations of the Court, regulation 23 ter
law-reg-31 = A participant is notified of a document on the day on which the Registry sends it.
    .cites = Regulations of the Court, regulation 31
law-reg-32 =
    A State is notified through its representative in the case, or else through its channel under article
    87.
    .cites = Regulations of the Court, regulation 32
law-reg-33 =
    Time limits in proceedings are counted in calendar days, and in full days: neither the day of
    notification nor the day of filing counts. A document is filed on the first working day of the Court
    after the last day, by 16:00 in The Hague.
    .cites = Regulations of the Court, regulation 33
law-reg-33-friday =
    After a notification on a Friday, or on the eve of an official holiday of the Court, time starts on the
    next working day.
    .cites = Regulations of the Court, regulation 33, notification before days of rest
law-reg-108 =
    In a dispute over the legality of a request under article 93, the State may ask the Chamber for a
    ruling, only after the requesting body declared consultations exhausted, and within 15 days of that. The
    application suspends nothing unless the Chamber so orders.
    .cites = Regulations of the Court, regulation 108
law-reg-109 =
    The requesting body may apply for a finding of non-compliance only after the time for a ruling on
    legality lapsed unused, or after the ruling. A State is heard first. The President of the Court makes
    the referral.
    .cites = Regulations of the Court, regulation 109
law-reg-111 = A request for arrest and surrender comes with any ruling on admissibility that matters for it.
    .cites = Regulations of the Court, regulation 111

law-request-practice-1 =
    A request goes to review before it is signed, and is signed by an officer who is entitled to sign. What is
    returned says what is to be changed, and is signed anew.
    .cites = Practice of this register on requests, rule 1
law-request-practice-2 =
    Whoever sends a request names the day on which it leaves and the days that it is on the way, so that it
    can be told whether it arrives in time.
    .cites = Practice of this register on requests, rule 2
law-request-practice-3 = Each attempt to send a request is recorded. A delivery is recorded with its proof.
    .cites = Practice of this register on requests, rule 3
law-request-practice-4 =
    A State is asked to acknowledge a request within ten days of its sending. This is a practice, and no
    duty that a text of the Court lays down.
    .cites = Practice of this register on requests, rule 4
law-request-practice-5 =
    Whoever asks a question may name a day by which an answer is hoped for, and a reference that the answer
    repeats. The day is that of whoever asks, and no time limit of the law.
    .cites = Practice of this register on requests, rule 5
law-request-practice-6 =
    What supplements, modifies, withdraws or takes the place of a request is sent to the State and says why.
    .cites = Practice of this register on requests, rule 6
