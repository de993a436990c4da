# Contacts with persons whom the Court seeks: the rules, what holds for whom, and what to do.

law-a-67-828-general =
    As a general rule, officials of the United Nations hold no meetings with a person who is the subject of a warrant of
    arrest of the Court. They make no courtesy calls and attend no ceremonies or receptions with that person. What is
    strictly required for an essential task under a mandate of the United Nations is left open.
    .cites = Guidance of the Secretary-General, A/67/828 - S/2013/210, general rule
law-a-67-828-others-first =
    Where contact is needed for an essential task, officials first try to deal with persons of the same body who are not
    the subject of a warrant. Contact with the person comes only if that fails, and no further than needed.
    .cites = Guidance of the Secretary-General, A/67/828 - S/2013/210, others first
law-a-67-828-notice =
    Before such a contact, the Legal Counsel of the United Nations is told; through the Legal Counsel the Prosecutor and the
    President of the Assembly of States Parties are informed.
    .cites = Guidance of the Secretary-General, A/67/828 - S/2013/210, notice
law-a-67-828-summons =
    Contacts with a person who is under a summons to appear and cooperates with the Court are not restricted on that ground.
    .cites = Guidance of the Secretary-General, A/67/828 - S/2013/210, summonses
law-asp-contacts =
    The Assembly urges States Parties to avoid contacts with persons subject to an outstanding warrant of arrest that are
    not essential and undermine the objectives of the Statute.
    .cites = Resolutions of the Assembly of States Parties on cooperation, contacts
law-arrest-guidelines =
    Contacts with persons subject to a warrant of arrest that are not essential are to be avoided; where contact is
    necessary, it is first sought with persons who are not subject to a warrant.
    .cites = Guidelines of the Office of the Prosecutor on arrest, as recalled in ICC-ASP/12/Res.3, preamble

law-contact-un-outstanding = As a general rule, no meeting, no courtesy call, no ceremony or reception with this person.
    .do =
        Do not meet the person unless it is strictly required for a mandated essential task. First try others of the same
        body who are not under a warrant. If that fails, keep the contact to what is needed, write down who, when, at which
        level, why it is essential and what was tried before, and send the notices beforehand through the Legal Counsel.
law-contact-un-summoned = A summons by itself restricts no contact while the person complies with the Court.
    .do = Go ahead, but look again shortly before: a warrant may take the place of a summons.
law-contact-state-outstanding = Contacts that are not essential and undermine the objectives of the Statute are to be avoided.
    .do =
        Ask whether the contact is essential, and whether somebody else of the same body can take part. If the person is or
        will be in your territory, the duty to arrest comes first: tell your central authority at once.
law-contact-state-summoned = A summons asks nobody to arrest or avoid the person.
    .do = Go ahead, but look again shortly before: a warrant may take the place of a summons.
law-contact-other-outstanding = No rule of this pack binds you; the guidelines on arrest ask everybody to avoid contacts that are not essential.
    .do = Ask whether the contact is essential, and whether somebody else of the same body can take part.
law-contact-other-summoned = A summons asks nobody to arrest or avoid the person.
    .do = Go ahead, but look again shortly before: a warrant may take the place of a summons.

law-addressee-prosecutor = the Prosecutor of the International Criminal Court
law-addressee-assembly-president = the President of the Assembly of States Parties
law-addressee-un-legal-counsel = the Legal Counsel of the United Nations
