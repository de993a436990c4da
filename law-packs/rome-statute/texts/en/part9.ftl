# What the rules on requests say, in our own words. The instruments are the authority.

law-art-58-5 =
    On the basis of the warrant the Court may ask for the provisional arrest of the person, or for the arrest and
    surrender, under Part 9.
    .cites = Rome Statute, article 58(5)
law-art-58-6 =
    The Prosecutor may ask the Pre-Trial Chamber to amend the warrant by modifying or adding crimes. The
    Chamber does so where there are reasonable grounds to believe that the person committed the modified or
    additional crimes.
    .cites = Rome Statute, article 58(6)
law-art-59-2 =
    A person who was arrested is brought promptly before the competent judicial authority of the State. It
    determines, by the law of that State, that the warrant applies to the person, that the arrest followed
    the proper process and that the person’s rights were respected.
    .cites = Rome Statute, article 59(2)
law-art-59-3 =
    The person who was arrested has the right to apply to the competent authority of the State for interim release
    until the surrender.
    .cites = Rome Statute, article 59(3)
law-art-59-4 =
    On an application for interim release, the competent authority of the State weighs the gravity of the
    alleged crimes, and considers whether there are urgent and exceptional circumstances that justify it and
    safeguards that the State can fulfil its duty to surrender. It does not consider whether the warrant was
    properly issued.
    .cites = Rome Statute, article 59(4)
law-art-59-5 =
    The Pre-Trial Chamber is notified of an application for interim release and makes recommendations to the
    authority of the State, which gives them full consideration before it decides.
    .cites = Rome Statute, article 59(5)
law-art-59-6 = Where interim release is granted, the Pre-Trial Chamber may ask for periodic reports on it.
    .cites = Rome Statute, article 59(6)
law-art-87-1-b =
    Where appropriate, requests may also go through the International Criminal Police Organization or any
    appropriate regional organisation. This does not replace the channel of letter (a).
    .cites = Rome Statute, article 87(1)(b)
law-art-87-3 =
    The requested State keeps a request and the documents that support it confidential, except as far as
    disclosure is necessary to execute it.
    .cites = Rome Statute, article 87(3)
law-art-87-4 =
    The Court may take measures for the safety and well-being of victims, potential witnesses and their
    families, and may ask that information be given out and handled in a way that protects them.
    .cites = Rome Statute, article 87(4)
law-art-87-6 =
    The Court may ask any intergovernmental organisation for information or documents, and for other forms
    of cooperation that are agreed with it and within its competence.
    .cites = Rome Statute, article 87(6)
law-art-88 =
    States Parties see to it that their national law has procedures for all forms of cooperation under Part
    9.
    .cites = Rome Statute, article 88
law-art-89-2 =
    Where the person challenges the surrender before a national court because they were tried already, the
    requested State consults the Court at once to learn whether there was a ruling on admissibility. If the
    case is admissible, it proceeds with the request. If a ruling is pending, it may postpone the execution
    until the Court decides.
    .cites = Rome Statute, article 89(2)
law-art-89-3 =
    A State Party allows a person who is being surrendered to be brought through its territory, unless this
    would impede or delay the surrender. The request for transit describes the person, states the facts and
    their legal characterisation in brief, and comes with the warrant. None is needed for a flight on which
    no landing is planned.
    .cites = Rome Statute, article 89(3)
law-art-89-4 =
    Where the person is being prosecuted or serves a sentence in the requested State for another crime, that
    State, having decided to grant the request, consults the Court.
    .cites = Rome Statute, article 89(4)
law-art-90-1 =
    A State Party that receives the Court’s request, and a request from another State to extradite the same
    person for the same conduct, notifies the Court and the requesting State.
    .cites = Rome Statute, article 90(1)
law-art-90-2 =
    Where the requesting State is a State Party, the Court’s request has priority once the Court has held
    the case admissible, taking into account the investigation or prosecution in that State.
    .cites = Rome Statute, article 90(2)
law-art-90-3 =
    Until that ruling the requested State may go on with the extradition request, but does not extradite
    before the Court has ruled. The Court rules on an expedited basis.
    .cites = Rome Statute, article 90(3)
law-art-90-4 =
    Where the requesting State is not a State Party, and the requested State has no international obligation
    to extradite, the Court’s request has priority if the Court has held the case admissible.
    .cites = Rome Statute, article 90(4)
law-art-90-5 =
    As long as such a case has not been held admissible, the requested State may deal with the extradition
    request at its discretion.
    .cites = Rome Statute, article 90(5)
law-art-90-6 =
    Where the requested State has an international obligation to extradite to a State that is not a State
    Party, it decides whether to surrender or to extradite. It weighs the dates of the requests, the
    interests of the requesting State, such as the place of the crime and the nationality of the victims and
    of the person, and whether that State and the Court may later agree on a surrender.
    .cites = Rome Statute, article 90(6)
law-art-90-7 =
    Where the other State asks for the person for other conduct, the Court’s request has priority if the
    requested State has no international obligation to extradite. If it has one, it decides by the same
    considerations, with special weight to the relative nature and gravity of the conduct.
    .cites = Rome Statute, article 90(7)
law-art-90-8 =
    Where the Court held a case inadmissible and extradition to the requesting State is refused afterwards,
    the requested State notifies the Court.
    .cites = Rome Statute, article 90(8)
law-art-91-3 =
    For a person who was convicted already, the request contains, or is supported by, what the letters of
    this paragraph name.
    .cites = Rome Statute, article 91(3)
law-art-91-3-a = A copy of any warrant of arrest for the person.
    .cites = Rome Statute, article 91(3)(a)
law-art-91-3-b = A copy of the judgement of conviction.
    .cites = Rome Statute, article 91(3)(b)
law-art-91-3-c = Information that shows that the person sought is the one in the judgement.
    .cites = Rome Statute, article 91(3)(c)
law-art-91-3-d =
    If the person was sentenced: a copy of the sentence and, for imprisonment, a statement of the time
    served and the time remaining.
    .cites = Rome Statute, article 91(3)(d)
law-art-91-4 =
    On the Court’s request a State Party consults it, in general or on a matter, about what its national law
    may need under paragraph 2(c), and advises it of this.
    .cites = Rome Statute, article 91(4)
law-art-92-1 =
    In urgent cases the Court may ask for the provisional arrest of the person until the request for
    surrender and its documents are presented.
    .cites = Rome Statute, article 92(1)
law-art-92-2 =
    A request for provisional arrest goes by any medium that leaves a written record, and contains what the
    letters of this paragraph name.
    .cites = Rome Statute, article 92(2)
law-art-92-2-a = A description that is enough to identify the person, and where the person probably is.
    .cites = Rome Statute, article 92(2)(a)
law-art-92-2-b =
    A concise statement of the crimes and of the facts said to constitute them, with date and place where
    possible.
    .cites = Rome Statute, article 92(2)(b)
law-art-92-2-c = A statement that a warrant of arrest or a judgement of conviction exists.
    .cites = Rome Statute, article 92(2)(c)
law-art-92-2-d = A statement that a request for surrender will follow.
    .cites = Rome Statute, article 92(2)(d)
law-art-92-3 =
    A person under provisional arrest may be released if the requested State has not received the request
    for surrender and its documents within the time of the Rules. In that time the person may consent to
    surrender, if the law of that State permits it, and is then surrendered as soon as possible.
    .cites = Rome Statute, article 92(3)
law-art-92-4 =
    A release under paragraph 3 does not bar a later arrest and surrender, once the request and its
    documents are delivered.
    .cites = Rome Statute, article 92(4)
law-art-94-1 =
    Where immediate execution would interfere with an ongoing investigation or prosecution of a different
    case, the requested State may postpone it for a time agreed with the Court, and no longer than that case
    needs. First it considers whether it can help at once under conditions.
    .cites = Rome Statute, article 94(1)
law-art-94-2 =
    Where execution is postponed under paragraph 1, the Prosecutor may ask for measures to preserve
    evidence.
    .cites = Rome Statute, article 94(2)
law-art-95 =
    While the Court considers a challenge to admissibility, the requested State may postpone the execution
    of a request until the Court has ruled, unless the Court specifically ordered that the Prosecutor may go
    on collecting evidence.
    .cites = Rome Statute, article 95
law-art-97 =
    A State Party that finds problems that may impede or prevent the execution of a request consults the
    Court without delay to resolve the matter.
    .cites = Rome Statute, article 97
law-art-97-a = Such as that the information is not sufficient to execute the request.
    .cites = Rome Statute, article 97(a)
law-art-97-b =
    Such as that the person cannot be located despite best efforts, or is clearly not the one named in the
    warrant.
    .cites = Rome Statute, article 97(b)
law-art-97-c = Such as that execution would breach an existing treaty obligation towards another State.
    .cites = Rome Statute, article 97(c)
law-art-98-1 =
    The Court does not go on with a request that would make the State act against its obligations under
    international law on the immunity of a State, of a diplomat or of property of a third State, unless that
    third State waives the immunity. As the Court reads it, a personal immunity, that of a Head of State too,
    cannot be raised before it and needs no waiver: Pre-Trial Chamber II, 24 October 2024 (Mongolia); before it
    the Appeals Chamber, 6 May 2019 (Jordan), which was recalled and not read for this register.
    .cites = Rome Statute, article 98(1)
law-art-98-2 =
    The Court does not go on with a request for surrender that would make the State act against an
    international agreement by which the consent of a sending State is needed, unless that State gives its
    consent.
    .cites = Rome Statute, article 98(2)
law-art-99-1 =
    Requests are executed by the procedure of the law of the requested State and, unless that law prohibits
    it, in the manner that the request specifies.
    .cites = Rome Statute, article 99(1)
law-art-99-2 = For an urgent request, the Court may ask that the answer be sent urgently.
    .cites = Rome Statute, article 99(2)
law-art-99-3 = Answers of the requested State come in their original language and form.
    .cites = Rome Statute, article 99(3)
law-art-99-4 =
    Where it is needed for a request that can be executed without compulsion, the Prosecutor may execute it
    directly on the territory of a State, after consultations as this paragraph orders them.
    .cites = Rome Statute, article 99(4)
law-art-99-5 = What protects national security under article 72 applies to the execution of requests too.
    .cites = Rome Statute, article 99(5)
law-art-100-1 =
    The requested State bears the ordinary costs of execution in its territory, except those that the
    letters of this paragraph name, which the Court bears.
    .cites = Rome Statute, article 100(1)
law-art-100-1-a = Travel and security of witnesses and experts, and transfers of persons in custody.
    .cites = Rome Statute, article 100(1)(a)
law-art-100-1-b = Translation, interpretation and transcription.
    .cites = Rome Statute, article 100(1)(b)
law-art-100-1-c = Travel and subsistence of the judges and of the officials and staff of the Court.
    .cites = Rome Statute, article 100(1)(c)
law-art-100-1-d = Expert opinions or reports that the Court asked for.
    .cites = Rome Statute, article 100(1)(d)
law-art-100-1-e = Transport of a person whom the State surrenders to the Court.
    .cites = Rome Statute, article 100(1)(e)
law-art-100-1-f = Extraordinary costs, after consultations.
    .cites = Rome Statute, article 100(1)(f)
law-art-100-2 =
    For requests from States Parties to the Court the same holds the other way round: the Court bears the
    ordinary costs.
    .cites = Rome Statute, article 100(2)
law-art-101-1 =
    A person who was surrendered is not proceeded against, punished or detained for conduct before the
    surrender, other than that which is the basis of the crimes for which they were surrendered.
    .cites = Rome Statute, article 101(1)
law-art-101-2 =
    The Court may ask the State that surrendered the person to waive this, with the further information of
    article 91 if needed. States Parties may give the waiver and should endeavour to do so.
    .cites = Rome Statute, article 101(2)
