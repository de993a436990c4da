# What programs are told, and whoever asks for data: why it is not given.

problem-explained =
    { $title }

    Status { $status }. { $help }
problem-kind-parameters = A parameter is wrong
problem-help-parameters = Each parameter is known, given once, and has a value of its form. The member errors names every parameter that is wrong and says how to mend it; where a day after today was asked for, the member today is the latest that can be.
problem-kind-filter = A filter, a cursor or a pair of days is wrong
problem-help-filter = The member detail says which, and what there is. The earlier of two days stands in from. A cursor is taken unchanged from the member next of the page before, with the same filter.
problem-kind-no-such-address = Nothing lies at this address
problem-help-no-such-address = All addresses of the API stand in /api/v1/openapi.json.
problem-kind-not-found = Not found
problem-help-not-found = There is nothing of this name for you, as at the day and as known on the day that you asked for. Whether it never was, is not yet, or is not public is not said.
problem-kind-unknown-name = Nothing is called so
problem-help-unknown-name = No State, treaty or file has this name. The member detail says what was meant, what is nearest, or what there is. States are asked for by their ISO 3166-1 alpha-3 code in capitals.
problem-kind-not-yet = It did not exist yet
problem-help-not-yet = The State began to exist, or the treaty was adopted, after the day that you asked for. The member exists_from is the first day to ask for.
problem-kind-before-the-record = The record had not begun
problem-help-before-the-record = known_on lies before the first entry, so nothing was known. The member record_begins is the first day to ask for.
problem-kind-method = The address takes other methods
problem-help-method = The header Allow names those that it takes. What is public is read with GET, or HEAD for the head alone.
problem-kind-no-token = A token is needed
problem-help-no-token = What is not public is opened by a token in the header Authorization: Bearer. There is none, or it is not one of this server, is over, was revoked, or its account has lost the role: which of these is not said. Make one on the page of your account.
problem-kind-read-only = The token is for reading alone
problem-help-read-only = Make another token whose scope is to read and act.
problem-kind-not-allowed = This is not yours to do
problem-help-not-allowed = The role in which the token acts does not give it, or it is the other side’s act.
problem-kind-on-the-page = Somebody must show who they are
problem-help-on-the-page = A signature is given by a person, never by a program. The member page is where they give it.
problem-kind-body = The body cannot be read
problem-help-body = It is one JSON object (RFC 8259) without members that are not known here, none twice. The member pointer says where it is wrong.
problem-kind-too-long = The body is too long
problem-help-too-long = The member most says how many bytes are read here. Put long papers into files.
problem-kind-too-slow = The body did not arrive in time
problem-help-too-slow = Send it again. JSON arrives within 15 seconds; of a file 64 KiB arrive each minute, and all of it within an hour.
problem-kind-media-type = The body is sent as something else
problem-help-media-type = Say what it is in the header Content-Type: application/json for JSON, the type of a file for a file.
problem-kind-findings = There is something to mend
problem-help-findings = Nothing was recorded. The member findings says of each element what is missing, vague, needed by the State, late or unreadable, and by which rule.
problem-kind-member = A member is wrong
problem-help-member = Nothing was recorded. The member errors names it and says how to mend it.
problem-kind-not-now = It cannot be done now
problem-help-not-now = The member detail says where it stands and what can be done.
problem-kind-raced = Something was done meanwhile
problem-help-raced = What If-Match names is not what stands now, and nothing was recorded. Read it again. Where the member recorded names an act that is your own, an earlier try was taken and its answer was lost.
problem-kind-already-here = The request is here already
problem-help-already-here = Nothing was recorded. The member request is its id in this record: an earlier try may have been taken, or a colleague received it.
problem-kind-no-version = Say over which version
problem-help-no-version = Send the ETag of what you read in the header If-Match, so that nobody acts over what they have not seen.
problem-kind-contradicted = Somebody else changed the same
problem-help-contradicted = Nothing is lost: what you sent is kept as the version in the member beside, and the version in current stands. Read what stands, and save what is to stand over it with settles set to the number in beside.
problem-kind-not-taken = It was not recorded
problem-help-not-taken = The member detail says why.
problem-kind-elsewhere = The request does not come from here
problem-help-elsewhere = What may change something is taken from pages of this site alone, as browsers say in Sec-Fetch-Site or Origin, or from a program that brings no cookie.
problem-kind-packed = The body is packed
problem-help-packed = Bodies are read as they are: leave the header Content-Encoding out.
problem-kind-too-often = Too many requests
problem-help-too-often = So many requests came from you, or from your network, that others would wait. The header Retry-After says after how many seconds to ask again.
problem-kind-busy = Too much of this is under way
problem-help-busy = So many searches of this kind are under way that the server takes no more. The header Retry-After says after how many seconds to ask again.
problem-kind-not-yet-proved = The entry is not proved yet
problem-help-not-yet-proved = Entries are gathered into the public log at fixed marks. The entry was recorded after the last one; ask again at the instant in the member available_from.
problem-kind-address-too-long = The address is too long
problem-help-address-too-long = At most 8000 bytes of an address are read.
problem-kind-failed = The server failed
problem-help-failed = The record could not be read. Try again; if it stays so, tell whoever runs this server, whose log says why.
problem-kind-disk-full = The disk of the server is full
problem-help-disk-full = Nothing is lost. Tell whoever runs this server to free space where the data folder lies.

# Parameters of addresses.
problem-parameter-unknown = there is no parameter "{ $name }" here; leave it out, or use one of: { $known }
problem-parameter-unknown-none = there is no parameter "{ $name }" here; leave it out: this address takes none
problem-parameter-repeated = { $name } is given more than once; give it once
problem-parameter-encoding = { $name } cannot be read: write it in UTF-8, percent-encoded, without control characters
problem-parameter-too-long = { $name } is too long: at most { $most } characters are read
problem-parameter-missing = { $name } is needed
problem-parameter-empty = { $name } has no value; give one or leave it out
problem-parameter-not-one-of = { $name } cannot be "{ $given }"; it is one of: { $allowed }
problem-parameter-not-a-number = { $name } cannot be "{ $given }"; it is a whole number from { $least } to { $most }
problem-parameter-not-a-situation = { $name } cannot be "{ $given }"; write the number of a situation, for example ICC-02/04
problem-parameter-not-a-day = { $name } is not a day of the calendar: "{ $given }"; write it as year-month-day, for example 2013-10-02
problem-parameter-before-the-statute = { $name } { $given } is before { $first }, the day on which the Rome Statute was adopted; ask for that day or a later one
problem-parameter-after-today = as_at { $given } is after today; the latest day that can be asked for is { $today }
problem-parameter-known-after-today = known_on { $given } is after today; leave it out, or ask for { $today } or an earlier day

# Filters, cursors and days.
problem-filter-names = more than { $most } persons have such a name; write more of the name
problem-filter-years = years { $given } cannot be asked for; choose a smaller whole number from 1 on
problem-filter-cursor = after is not a cursor of this list; take it from next of the page before, with the same filter, or leave it out to begin anew
problem-filter-days = from { $from } does not lie before as_at { $as_at }; turn the two days round, or choose others
problem-filter-state = "{ $given }" is not the code of a State in this record; write its ISO 3166-1 alpha-3 code, such as FRA
problem-filter-state-near = "{ $given }" is not the code of a State in this record; did you mean { $near }?
problem-filter-state-code = state cannot be "{ $given }"; write its ISO 3166-1 alpha-3 code in capitals, such as FIN
problem-filter-kind = no row bears the kind "{ $given }"; on the day there are { $known }
problem-filter-kind-none = no row bears the kind "{ $given }"; this file has none on the day
problem-filter-topic = topic "{ $given }" is not a topic of Part 9 that the law pack names; write one of { $known }
problem-filter-file = file "{ $given }" is not one of this register; write one of { $known }

# Names.
problem-name-state-means = "{ $given }" is not the code of a State; it means { $meant }: ask for /api/v1/states/{ $meant }
problem-name-treaty = treaty "{ $given }" is not one that this register follows; write { $known }
problem-name-file = "{ $given }" is not a file of this register; ask for one of { $known }
problem-name-form = "{ $given }" is no form of cooperation; ask for one of { $known }
problem-not-yet-state = { $state } began to exist on { $day }; ask for that day or a later one
problem-not-yet-treaty = the treaty { $treaty } was adopted on { $day }; ask for that day or a later one
problem-record-begins = this record begins on { $day }; as known before that day it is empty

# Bodies.
problem-body-unknown = there is no member "{ $name }" here; there are: { $known }
problem-body-needed = the member "{ $name }" is needed
problem-body-not-a-text = { $name } is not a text; write it so
problem-body-not-a-list = { $name } is not a list of texts; write it so
problem-body-not-a-number = { $name } is not a whole number from 0 on; write it so
problem-body-not-an-object = { $name } is not an object; write it so
problem-body-request = the member "request" is needed: the form and its elements
problem-body-no-form = the request does not say which form of cooperation it is; give the member "form", such as "arrest-and-surrender"
problem-body-element = { $name } holds what is no text, number, day, yes or no, or list of texts; write it between quotation marks
problem-json = line { $line }, character { $column }: { $fault }
problem-json-not-utf8 = this byte is not UTF-8; save the text as UTF-8
problem-json-ended = the text ends where { $expected } should stand; complete it
problem-json-unexpected = "{ $found }" stands where { $expected } should; put that in its place
problem-json-more = more text follows after the value; keep one value only
problem-json-twice = the member "{ $name }" stands twice in one object; keep one of them
problem-json-too-deep = arrays and objects stand more than { $most } deep in each other; make it flatter
problem-json-control = the control character U+{ $code } stands bare in a text; escape it or take it out
problem-json-escape = this is no escape of JSON; use one of \" \\ \/ \b \f \n \r \t or \u with four hexadecimal digits
problem-json-surrogate = this escape is half of a surrogate pair; write both halves or the character itself
problem-json-too-large = this number is larger than JSON readers can hold; make it smaller
problem-json-no-object = the text holds no object; put it in braces
problem-json-expects-a-value = a value
problem-json-expects-a-comma-or-a-closing-bracket = a comma or a closing bracket
problem-json-expects-the-name-of-a-member-in-quotation-marks = the name of a member in quotation marks
problem-json-expects-a-colon = a colon
problem-json-expects-a-comma-or-a-closing-brace = a comma or a closing brace
problem-json-expects-a-closing-quotation-mark = a closing quotation mark
problem-json-expects-an-escape = an escape
problem-json-expects-a-number = a number
problem-json-expects-a-digit = a digit

# Drafts and files.
problem-draft-level = a draft that says no level lies under seal, which this token does not reach; write its level into the request, or bring a token that reaches what is under seal
problem-draft-organ = in this form one of these asks: { $organs }
problem-draft-form = "{ $given }" is no form of cooperation; GET /api/v1/forms has them
problem-draft-form-changed = the form of a draft does not change; begin another one
problem-draft-in-review = the draft stands in review as a request; have it returned for changes first
problem-draft-files = { $most } files were attached to this draft already; put several documents into one file, or begin another draft
problem-draft-colleague = name a colleague by their account, and not more than { $most } of them
problem-draft-key = give a key of 16 to 128 visible letters, digits or signs, drawn by chance for this draft alone, such as a UUID
problem-draft-key-taken = another draft was begun under this key; draw a new one for each draft
problem-file-name = name the file in this header: { $example }
