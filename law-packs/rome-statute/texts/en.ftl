# What the rules of this pack say, in our own words. The instruments are the authority.
# Each rule has its text, and its citation under `.cites`.

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
