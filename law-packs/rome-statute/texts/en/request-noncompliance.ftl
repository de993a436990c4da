# Requests that were not executed: what was decided about them, and to whom it was referred.

# Elements.
law-element-occasion = Occasion
    .hint = What happened, such as a visit of the person.
    .missing = Say what happened, such as a visit of the person.
law-element-finding_kind = What the Chamber did
    .hint = It may find that the State did not comply, or not; or tell others of it without a finding.
    .missing = Say what the Chamber did.
law-choice-finding_kind-finding = found that the State did not comply
law-choice-finding_kind-information-communicated = told others of it, without a finding
law-choice-finding_kind-no-finding = made no finding
law-element-decision = Decision
    .hint = Number of the document.
    .missing = Give the number of the decision.
law-element-referred_to = Referred to
    .hint = The Assembly, or, where it referred the situation, the Security Council.
    .missing = Say to whom it was referred.
law-choice-referred_to-assembly = the Assembly of States Parties
law-choice-referred_to-security-council = the Security Council

# Moves.
law-move-note-occasion = Note an occasion
    .done = Occasion on which it could have been executed
law-move-decide-on-compliance = Record a decision on compliance
    .done = Decision on compliance
    .letter = decided as follows on compliance with its request
law-move-put-off-referral = Record that the referral was put off
    .done = Decision on the referral put off
law-move-refer-non-compliance = Refer the failure to comply
    .done = Failure to comply referred
    .letter = referred the matter of the failure to comply with its request to those named below
law-move-reverse-referral = Record that the referral was reversed
    .done = Referral reversed
    .letter = reversed the decision to refer the matter
