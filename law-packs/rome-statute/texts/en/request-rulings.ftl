# What the Court decides where something stands in the way of surrender.

# Elements.
law-element-immunity_outcome = What came of it
    .hint = Whether a waiver or a consent was obtained, or the Court decided that none is needed.
    .missing = Say what came of it.
law-choice-immunity_outcome-waived = the immunity was waived
law-choice-immunity_outcome-consent-given = the sending State gave its consent
law-choice-immunity_outcome-none-needed = neither is needed, as the Court decided

# Moves.
law-move-rule-admissible = Record the ruling: admissible
    .done = The Court held the case admissible
    .letter = held the case admissible
law-move-rule-inadmissible = Record the ruling: inadmissible
    .done = The Court held the case inadmissible
    .letter = held the case inadmissible, so that nothing is asked under its request as long as that ruling stands
law-move-report-extradition-refused = Report that extradition was refused
    .done = Extradition to the other State refused
law-move-settle-immunity = Record that no immunity stands in the way
    .done = No immunity stands in the way any more
    .letter = holds that no immunity and no agreement stands in the way of its request any more
law-move-record-no-waiver = Record that no waiver was obtained
    .done = Waiver or consent not obtained
    .letter = did not obtain the waiver or the consent of the State that is named below
law-move-return-person = Record the return of the person
    .done = Person returned to the State
    .letter = returns the person who was temporarily surrendered

# What is owed.
law-deadline-answer-on-ne-bis-in-idem = Say whether there is a ruling on admissibility
    .lapse = Nothing lapses. The State does not know whether it may wait.
    .counting = The State consults at once; no rule sets a day for the answer.
law-deadline-ruling-on-admissibility = Rule on admissibility
    .lapse = Nothing lapses. The State may wait until the Court has ruled.
    .counting = No rule sets a day.
law-deadline-ruling-on-competing-request = Rule on admissibility, for the sake of the competing request
    .lapse = Nothing lapses. Until the Court has ruled, the State does not extradite (article 90(3)).
    .counting = On an expedited basis, and without a day.
law-deadline-decision-on-immunity = Obtain the waiver or the consent, or decide that none is needed
    .lapse = Nothing lapses. Where one is needed, the Court does not go on without it (article 98).
    .counting = No rule sets a day.

# A change.
law-change-case-admissible = The case was held admissible
    .do = Record the ruling in the request, and tell the State: it goes on where it had waited for it.
