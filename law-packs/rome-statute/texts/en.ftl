# What the rules of this pack say, in our own words. The instruments are the authority.
# Each rule has its text, and its citation under `.cites`.

law-art-12-3 =
    A State that is not a party may accept the Court’s jurisdiction over the crime in question by a
    declaration lodged with the Registrar. It then cooperates with the Court without delay or
    exception, under Part 9 of the Statute.
    .cites = Rome Statute, article 12(3)
law-art-13-b =
    The Court may exercise its jurisdiction where the Security Council, acting under Chapter VII of the
    Charter of the United Nations, refers a situation to the Prosecutor.
    .cites = Rome Statute, article 13(b)
law-art-58-1 =
    After an investigation has begun, the Pre-Trial Chamber issues a warrant of arrest, on the
    Prosecutor’s application, where there are reasonable grounds to believe that the person committed
    a crime within the Court’s jurisdiction and the arrest appears necessary.
    .cites = Rome Statute, article 58(1)
law-art-58-4 = A warrant of arrest stays in effect until the Court orders otherwise. It does not lapse with time.
    .cites = Rome Statute, article 58(4)
law-art-58-7 =
    Instead of a warrant, the Pre-Trial Chamber may issue a summons to appear, where that is enough to
    make sure that the person comes. It may set conditions that restrict liberty, but not detention,
    and the summons is served on the person. Nobody’s surrender is asked for.
    .cites = Rome Statute, article 58(7)
law-art-59-1 =
    A State Party that has received a request for arrest and surrender, or for provisional arrest,
    takes steps at once to arrest the person, under its law and Part 9 of the Statute.
    .cites = Rome Statute, article 59(1)
law-art-59-7 =
    Once the State that holds the person has ordered the surrender, the person is delivered to the
    Court as soon as possible. An arrest alone is not yet a surrender.
    .cites = Rome Statute, article 59(7)
law-art-61-10 = A warrant ceases to have effect for charges that were not confirmed or that the Prosecutor withdrew.
    .cites = Rome Statute, article 61(10)
law-art-66-1 = Everyone is presumed innocent until proved guilty before the Court. A warrant is not a finding of guilt.
    .cites = Rome Statute, article 66(1)
law-art-86 = States Parties cooperate fully with the Court in its investigations and prosecutions, as the Statute provides.
    .cites = Rome Statute, article 86
law-art-87-1-a =
    The Court may ask States Parties to cooperate. Its requests go through the diplomatic channel, or
    through another appropriate channel that the State chose when it became a party.
    .cites = Rome Statute, article 87(1)(a)
law-art-87-2 =
    Requests and the documents that support them are in an official language of the requested State or
    in a working language of the Court, or come with a translation into one of these, as the State
    chose when it became a party. It may change its choice under the Rules of Procedure and Evidence.
    .cites = Rome Statute, article 87(2)
law-art-87-5 =
    The Court may invite a State that is not a party to help under Part 9, by an arrangement, an
    agreement or on another appropriate basis. Where a State that made an arrangement or agreement does
    not honour it, the Court may inform the Assembly of States Parties or, where the Security Council
    referred the matter, the Security Council.
    .cites = Rome Statute, article 87(5)
law-art-87-7 =
    Where a State Party does not comply with a request, contrary to the Statute, and so keeps the Court
    from exercising its functions and powers, the Court may make a finding of this and refer the matter
    to the Assembly of States Parties or, where the Security Council referred it to the Court, to the
    Security Council.
    .cites = Rome Statute, article 87(7)
law-art-89-1 =
    The Court may send a request for arrest and surrender, with the documents of article 91, to any
    State on whose territory the person may be. States Parties comply with it under the Statute and
    the procedure of their own law.
    .cites = Rome Statute, article 89(1)
law-art-91-1 =
    A request for arrest and surrender is made in writing. In urgent cases any medium will do that
    leaves a written record; it is then confirmed through the State’s channel under article 87(1)(a).
    .cites = Rome Statute, article 91(1)
law-art-91-2 = For a person under a warrant of arrest, the request contains, or is supported by, what the letters of this paragraph name.
    .cites = Rome Statute, article 91(2)
law-art-91-2-a = A description that is enough to identify the person, and where the person probably is.
    .cites = Rome Statute, article 91(2)(a)
law-art-91-2-b = A copy of the warrant of arrest.
    .cites = Rome Statute, article 91(2)(b)
law-art-91-2-c =
    The documents, statements or information that the requested State needs for its surrender
    procedure. These needs may not be more burdensome than for extradition to other States, and should
    if possible be less so.
    .cites = Rome Statute, article 91(2)(c)

law-art-103-1 =
    A sentence of imprisonment is served in a State that the Court designates from a list of States that
    have said they are willing to accept sentenced persons. A State may attach conditions, as agreed by
    the Court. A State that is designated says promptly whether it accepts.
    .cites = Rome Statute, article 103(1)

law-art-125-1 = The Statute was open for signature by all States from 17 July 1998 until 31 December 2000.
    .cites = Rome Statute, article 125(1)
law-art-125-2 =
    Signatory States become parties by ratification, acceptance or approval. The instrument is deposited
    with the Secretary-General of the United Nations.
    .cites = Rome Statute, article 125(2)
law-art-125-3 =
    All States may accede to the Statute. The instrument is deposited with the Secretary-General of the
    United Nations.
    .cites = Rome Statute, article 125(3)
law-art-126-1 =
    The Statute entered into force on the first day of the month after the sixtieth day following the
    deposit of the sixtieth instrument: on 1 July 2002, for all States that had joined by that deposit.
    .cites = Rome Statute, article 126(1)
law-art-126-2 =
    For a State that joins later, the Statute enters into force on the first day of the month after the
    sixtieth day following the deposit of its instrument.
    .cites = Rome Statute, article 126(2)
law-art-127-1 =
    A State Party may withdraw by written notification to the Secretary-General of the United Nations.
    The withdrawal takes effect one year after the notification was received, unless the notification
    names a later day.
    .cites = Rome Statute, article 127(1)
law-art-127-2 =
    A State that withdraws stays bound by what it came to owe while it was a party, money included. Its
    duty to cooperate goes on in investigations and proceedings that had begun before the withdrawal
    took effect, and the Court goes on with every matter that it had under consideration by then.
    .cites = Rome Statute, article 127(2)

law-apic-34-1 = The Agreement was open for signature by all States from 10 September 2002 until 30 June 2004.
    .cites = Agreement on Privileges and Immunities, article 34(1)
law-apic-34-2 =
    Signatory States become parties by ratification, acceptance or approval. The instrument is deposited
    with the Secretary-General of the United Nations.
    .cites = Agreement on Privileges and Immunities, article 34(2)
law-apic-34-3 =
    All States may accede to the Agreement. The instrument is deposited with the Secretary-General of
    the United Nations.
    .cites = Agreement on Privileges and Immunities, article 34(3)
law-apic-35-1 =
    The Agreement entered into force thirty days after the deposit of the tenth instrument: on 22 July
    2004, for all States that had joined by that deposit.
    .cites = Agreement on Privileges and Immunities, article 35(1)
law-apic-35-2 =
    For a State that joins later, the Agreement enters into force on the thirtieth day following the
    deposit of its instrument.
    .cites = Agreement on Privileges and Immunities, article 35(2)
law-apic-37-1 =
    A State Party may denounce the Agreement by written notification to the Secretary-General of the
    United Nations. The denunciation takes effect one year after the notification was received, unless
    the notification names a later day.
    .cites = Agreement on Privileges and Immunities, article 37(1)
law-apic-37-2 =
    A denunciation leaves untouched what the State would owe under international law without the
    Agreement.
    .cites = Agreement on Privileges and Immunities, article 37(2)

law-un-charter-25 =
    The Members of the United Nations agree to accept the decisions of the Security Council and to carry
    them out.
    .cites = Charter of the United Nations, article 25

law-vclt-18 =
    A State that has signed a treaty subject to ratification does nothing that would defeat the treaty’s
    object and purpose, until it has made clear that it does not intend to become a party. The same
    holds for a State that has joined, until the treaty enters into force, if this is not unduly delayed.
    .cites = Vienna Convention on the Law of Treaties, article 18
law-vclt-68 = A notification by which a State would leave a treaty may be revoked at any time before it takes effect.
    .cites = Vienna Convention on the Law of Treaties, article 68

law-treaty-acts-1 =
    A State that succeeds to a treaty is bound from the day that is stated for its succession, such as
    that of its independence; where none is stated, from the deposit of its instrument. The terms for
    other instruments do not apply.
    .cites = This register’s reading of acts under treaties, rule 1
law-treaty-acts-2 =
    A State that takes its instrument back before the treaty has entered into force for it has not
    become a party. It may join again.
    .cites = This register’s reading of acts under treaties, rule 2
law-treaty-acts-3 =
    Where this register does not know from a day on whether a State is a party, it counts without that
    State and names it beside the count.
    .cites = This register’s reading of acts under treaties, rule 3
law-treaty-acts-4 =
    An announcement that a State will withdraw is a political act. Only a written notification to the
    depositary starts the year after which a withdrawal takes effect.
    .cites = This register’s reading of acts under treaties, rule 4

law-icc-asp-12-res-3-2 =
    The Assembly of States Parties counts the persons against whom warrants of arrest or surrender
    requests were outstanding on a day. This register counts every day since the Statute entered into
    force in the same way: a person under a warrant who has not been surrendered to the Court, and
    whose proceedings have not ended. A person counts once, however many warrants there are; a summons
    does not count; an arrest in a State does not end it.
    .cites = ICC-ASP/12/Res.3, paragraph 2

law-counting-1 = An act counts from and including its day.
    .cites = This register’s way of counting, rule 1
law-counting-2 = Where the day of an act is known only in part, such as a month or a day by which it had happened, the last possible day counts.
    .cites = This register’s way of counting, rule 2

# Names of the statuses.
law-status-outstanding = outstanding
law-status-surrendered = surrendered to the Court
law-status-ended = proceedings ended
law-status-summoned = summoned to appear
law-status-summons-ended = summoned to appear, proceedings ended

# Names of the treaties.
law-treaty-rome-statute = Rome Statute of the International Criminal Court
    .short = Rome Statute
law-treaty-apic = Agreement on the Privileges and Immunities of the International Criminal Court
    .short = Agreement on Privileges and Immunities

# Names of the standings: what a State is under a treaty.
law-standing-rome-statute-signatory = signatory
law-standing-rome-statute-declined = signatory that does not intend to become a party
law-standing-rome-statute-joined = instrument deposited, not yet in force for the State
law-standing-rome-statute-party = State Party
law-standing-rome-statute-withdrawing = State Party, notice of withdrawal given
law-standing-rome-statute-withdrawn = former State Party
law-standing-rome-statute-taken-back = instrument taken back before it took effect
law-standing-rome-statute-unresolved = position not known
law-standing-apic-signatory = signatory
law-standing-apic-declined = signatory that does not intend to become a party
law-standing-apic-joined = instrument deposited, not yet in force for the State
law-standing-apic-party = party to the Agreement
law-standing-apic-withdrawing = party to the Agreement, notice of denunciation given
law-standing-apic-withdrawn = former party to the Agreement
law-standing-apic-taken-back = instrument taken back before it took effect
law-standing-apic-unresolved = position not known

# What else binds a State.
law-obligation-council = bound by a resolution of the Security Council
law-obligation-acceptance = bound by its acceptance of jurisdiction

# Topics of cooperation with the Court.
law-topic-immunity = immunities and official capacity
law-topic-release = interim release
law-topic-justice = offences against the administration of justice
law-topic-security = national security
law-topic-channel = channel and competent authority
law-topic-languages = languages
law-topic-confidentiality = confidentiality
law-topic-surrender = arrest and surrender
law-topic-transit = transit
law-topic-competing = competing requests
law-topic-contents = contents of requests
law-topic-provisional = provisional arrest
law-topic-assistance = other assistance and evidence
law-topic-postponement = postponement
law-topic-consultations = consultations
law-topic-enforcement = enforcement of sentences
law-topic-fines = fines, forfeiture and reparations
