# After the surrender: a waiver of specialty.

# Elements.
law-element-other_conduct = Other conduct
    .hint = The conduct before the surrender for which the person is to be tried, detained or punished besides.
    .missing = Say for which other conduct the waiver is asked.
law-element-person_views = Views of the person
    .hint = What the person says of the waiver, as it was obtained by the Court.
    .missing = Attach the views of the person.
law-element-specialty_views = Views of the person on a breach
    .hint = What the person says of a breach of specialty. The State is not told of it here.
    .missing = Attach what the person says.

# Moves.
law-move-ask-specialty-waiver = Ask for a waiver of specialty
    .done = Waiver of specialty asked for
    .letter = asks the requested State to waive the requirements of article 101(1) of the Rome Statute for the conduct that follows
law-move-record-specialty-views = Record the views of the person on a breach of specialty
    .done = Views of the person on a breach of specialty recorded
law-move-ask-person-views = Ask for the views of the person
    .done = Views of the person asked for
law-move-give-person-views = Give the views of the person
    .done = Views of the person given
    .letter = transmits the views of the person
law-move-grant-specialty-waiver = Waive specialty
    .done = Specialty waived
law-move-decline-specialty-waiver = Decline to waive specialty
    .done = Waiver of specialty declined

# What is owed.
law-deadline-answer-on-specialty = Answer on the waiver of specialty
    .lapse = Nothing lapses. Without the waiver the person is not tried for the other conduct.
    .counting = No rule sets a day.
law-deadline-views-of-the-person = Give the State the views of the person
    .lapse = Nothing lapses. The State may wait for them before it answers.
    .counting = No rule sets a day.
