# What follows a change of the facts.

requests-changes = { $n ->
    [one] One request is to be looked at again
   *[other] { $n } requests are to be looked at again
}: something changed since
request-changes-title = What changed
request-changes-head = What changed for open requests
request-changes-deck = A person was surrendered or died, or a warrant was amended, ended or became public. These requests are open, and nothing was done in them since.
request-changes-list = To be looked at again
request-changes-side = Latest change first. What is to be done rests on the rules named; nobody is made to do it.
request-changes-none-head = Nothing to look at again
request-changes-none = No change that you may know of concerns an open request, or what it leads to was done.
request-changes-col-what = What happened
request-changes-col-do = What to do
request-changes-relay = The request was sent through another way too on { $day } ({ $channel }): ask there that notices be lifted.
request-changes-notices = A letter of withdrawal asks the State to lift what rests on the request alone. Notices themselves, such as those of INTERPOL, and their numbers are not in this record: it tells only through what a request was sent. Ask those who asked for them.
request-changes-redraft = Draft another request with its text
request-changes-because = { $what }, { $day }.

# Sending.

request-authority-confirmed = { $name }, confirmed on { $day }
request-authority-old = { $name }, last confirmed on { $day }: more than six months ago, ask before you send
request-authority-never = { $name }, never confirmed: ask before you send
request-authority-none = No authority of this State that receives requests stands in the directory
request-bundle = All to be sent, as one file
request-field-receiving-authority = The requested State has no such authority that receives requests. Choose one of the list.
request-field-before-sending = This day lies before the day on which the request was sent. Mend the day of the act.
request-field-dated-before-sending = The note is older than the sending of the request. Mend its date, or record it elsewhere.
request-field-before-its-time = This day lies before an act that it follows: nobody is surrendered or released before the arrest. Mend the day, or correct that of the arrest.
request-field-noted-already = This note was recorded already: the act, the number and the date are the same. See what happened, or mend the number.
request-field-told-later = The act is dated before the day that it tells of. Mend the one day or the other.
request-field-told-before = The note was received before this happened. Mend the one day or the other.
request-field-bundle = The hash of the file sent is 64 digits and letters from a to f. Copy it from the name of the file.
request-fact-declared = Declared: { $value }.
request-fact-sent = It was sent on { $value }.

# As the law pack has them on a timeline.
kind-request-attempt-failed = attempt to send it failed
kind-request-notified = State notified
kind-request-note-received = note that answers nothing yet
bundle-large-head = These files are too large for one bundle
bundle-large-text = The documents of this request have more than 256 MiB together. Take them one by one from the page of the request, and send them so.
