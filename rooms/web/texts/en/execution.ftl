# What a State does among itself, on its own record; handing over a desk.

kind-execution-assigned = execution assigned
kind-execution-reported = report on an assignment
kind-execution-remarked = remark beside the letters
kind-execution-ended = assignment ended
kind-institution-named = institution named
foot-kept-by-named = This record is kept by: { $who }.
execution-title = Execution
execution-list = Assignments
execution-deck = Who is to do what, what they report, and what is remarked beside the formal letters. All of it stays in your State; nothing of it is sent to the Court.
execution-not-at-home = Who works on a request and what is remarked among yourselves belongs on your State’s own node. This record is not your State’s: here your State is a guest, which reads what was sent to it and answers.
execution-none = Nothing is assigned that you may see.
execution-of-a-request = A request
execution-by = by
execution-over = ended
execution-has = With:
execution-remark = Remark
execution-remark-side = Beside the formal letters. The central authority and the embassy read it; whoever executes does not, unless it is given to them.
execution-say = Say something in it
execution-text = What there is to say
execution-do-report = Report
execution-do-remark = Remark
execution-do-end = End the assignment
execution-give = Give it to somebody
execution-to = To whom
execution-do-give = Give
execution-new = A new assignment
execution-new-side = Each authority sees its own, and not that there are others.
execution-authority = Authority
execution-task = What is to be done
execution-task-hint = All that the authority needs: it does not see the request itself unless that is given to it too.
execution-answer-by = By (if a day is set)
execution-do-assign = Assign
execution-said = { $what }: { $who }, { $when }
execution-said-report = Report
execution-said-remark = Remark
execution-said-end = Ended
execution-done-assigned = Assigned. Now give it to somebody of that authority.
execution-done-said = Recorded.
execution-done-given = Given.
execution-not-allowed = This is not yours to do: the central authority assigns, and whoever has an assignment reports in it.
execution-is-over = This assignment has ended. Make another, or remark beside the letters.
execution-field-authority = Name the authority.
execution-field-task = Say what is to be done, in at most 4,000 characters.
execution-field-sign = The text holds a sign that cannot be seen. Type it anew instead of copying it.
execution-field-text = Write something, in at most 4,000 characters.
execution-field-answer-by = The day cannot be read. Give it like 2026-04-09, or leave it empty.
execution-no-request-id = request cannot be { $given }: the id of a request has 32 hexadecimal digits in small letters.
request-execution = Assignments and remarks
hand-over-title = Hand over a desk
hand-over-deck = All matters that somebody has go to somebody else, in one act. What you do not see of theirs stays with them.
hand-over-from = From
hand-over-to = To
hand-over-reason = Why
hand-over-do = Hand over
hand-over-nothing = There is nothing to hand over that you see.
hand-over-done = { $n ->
    [one] One matter was handed over.
   *[other] { $n } matters were handed over.
}
hand-over-ended = { $n ->
    [one] One assignment ended.
   *[other] { $n } assignments ended.
}

draft-people-title = Who sees this draft
draft-people-deck = Below seal your organ sees it. Under seal you alone see it, and those whom you name here.
draft-people-none = Nobody is named.
draft-people-whom = Colleague
draft-people-name = Name them
draft-people-end = Name them no longer
draft-people-not-yours = Whoever began the draft names those who see it.
