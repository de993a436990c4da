# Requests that the public record tells of.

public-requests-title = Requests in the public record
public-requests-deck = The public record tells of { $n ->
        [one] one request
       *[other] { $n } requests
    } for the surrender of a person to the Court, to { $states ->
        [one] one State
       *[other] { $states } States
    }: { $over } { $over ->
        [one] is
       *[other] are
    } over, and { $open } { $open ->
        [one] is
       *[other] are
    } not.
public-requests-open = Not over
public-requests-over = Over
public-requests-whole = All of them
public-requests-all = { $n ->
        [one] 1 request
       *[other] { $n } requests
    }
public-requests-of = { $n } of { $of }
public-requests-none = There is none.
public-requests-latest = What is known last
public-requests-made = Each follows from what the record tells: a decision on a State’s compliance tells that it was asked to surrender the person, and so does a surrender out of a State. One request is shown for each State and person; there may have been more. When it was sent and what stood in it is not in this record, and no step is shown that no row tells. Surrenders of persons who gave themselves up are left out.
public-requests-to-state = Requests to this State in the public record
public-requests-of-person = Requests for this person in the public record
public-requests-inside = Requests that the public record tells of have a list of their own:
public-request-title = { $state }: { $form }
public-request-deck = To { $state }. It stands as: { $stands }.
public-request-happened-side = As the public record tells it, each act with its source.
public-request-asked-side = The request itself is not in this record.
public-request-told-in = What tells it
kind-request-occasion-noted = occasion on which a request could have been executed
kind-request-compliance-decided = decision on compliance with a request
kind-request-referral-put-off = decision on the referral put off
kind-request-non-compliance-referred = failure to comply with a request referred
kind-request-referral-reversed = referral reversed
