
# Screening: a watch list against a register.
nav-screen = Search a register
screen-title = Search a register for persons
screen-title-done = A register searched
screen-title-again = A register that was not searched
screen-head = Search a register for persons
screen-form-deck = Which rows of a land register, a company register or any other list may concern somebody whom you look for, under every spelling and script, and why?
screen-form-text = Both files are searched in memory and then forgotten: they are not kept, not logged and sent to nobody. The audit holds that you searched, when, and how many rows; it holds no name.
screen-watch = Whom do you look for?
screen-outstanding = Persons under an outstanding warrant, as far as you may know of them, with what else they are known as
screen-watch-file = Or those on a list of your own
screen-watch-hint = CSV with the columns id and name, and if you have them aliases (separated by “;”), born_on, nationality, gender and kind (person or entity). Up to { $most } MiB.
screen-register = The register
screen-register-hint = CSV with any columns and a header, up to { $most } MiB. For longer ones whoever runs this server has the command comity screen, which has no limit and reads Parquet too.
screen-columns = Columns that hold names
screen-columns-hint = Leave this empty: they are found by their headings, and the answer says which were read. Else their headings, one a line; “first+last” joins two.
screen-score = Least score
screen-score-hint = From 0 to 1. Empty means 0.7, from which on a careful officer would call it a likely match.
screen-top = Most rows for each person
screen-top-hint = The likeliest. Empty means all.
screen-encoding = Encoding of the register
screen-encoding-hint = It is found out. Tell it where letters in the answer look wrong.
screen-encoding-found = find it out
screen-encoding-western = Windows-1252 (Western Europe)
screen-encoding-cyrillic = Windows-1251 (Cyrillic)
screen-encoding-arabic = Windows-1256 (Arabic)
screen-encoding-hebrew = Windows-1255 (Hebrew)
screen-search = Search
screen-again = Search again

# What is wrong.
screen-no-watch = Choose a list of those whom you look for, or tick the persons under a warrant.
screen-both = A list was chosen and the persons under a warrant ticked. Leave one of them out.
screen-several = More than one file was chosen here, of which only one can be read. Choose one.
screen-no-register = Choose the register that is to be searched.
screen-too-long = This is longer than { $most } MiB, and was not searched. Part it, or ask whoever runs this server to run the command comity screen, which has no limit and reads Parquet too.
screen-too-slow = What was sent did not arrive in time and was not searched. Send it again, or a shorter one.
screen-not-a-form = What was sent is not written as the form for this is (multipart/form-data), and was not read.
screen-busy = As many searches are under way as this server takes at once. Nothing was read; try again in half a minute.
screen-busy-own = You have a search under way already. Nothing was read; wait until it has ended.
screen-wrong-columns = These are more columns than twenty, or longer headings than any register has. Give the headings that hold names, one a line.
screen-wrong-score = This is no number from 0 to 1, such as 0.7.
screen-wrong-top = This is no number from 1 on.
screen-wrong-encoding = No encoding is called so. Try utf-8, utf-16le, windows-1252, windows-1256 or windows-1251.
screen-too-many-names = The list has { $names } names, and at most { $most } are looked for here. Part it, or use the command comity screen.
screen-nothing-read = Of { $n } rows not one could be read. { $first }. Look at the delimiter and the encoding.
screen-too-much-found = More was found than one answer holds. Raise the least score, give the most rows for each person, or use the command comity screen.
screen-stopped = The search took longer than is waited for here, and was ended. Part the register, or use the command comity screen.
screen-watch-faults = { $n ->
    [one] One row of the list cannot be read, so nothing was searched, as nobody may be left out silently. { $first }
   *[other] { $n } rows of the list cannot be read, so nothing was searched, as nobody may be left out silently. The first: { $first }
}
screen-watch-nobody = Nobody is looked for: the list names nobody, or no person is under an outstanding warrant as far as you may know.
screen-table-empty = The file is empty. It needs a header, such as id,name, and a row for each name.
screen-table-utf-32 = The file is in UTF-32, which is not read here. Save it as UTF-8.
screen-table-header-not-text = The header holds bytes that are no text in the encoding. Tell the encoding.
screen-table-quote-open = A quotation mark in the header is never closed.
screen-table-no-line-end = The first line does not end. Is it a table with a header?
screen-table-carriage-returns = Lines end with a carriage return alone. Save the file with line feeds.
screen-table-watch-columns = No column is known to hold names; it must be called name. The columns are: { $columns }
screen-table-no-names = No column is known to hold names. Give its heading as a column that holds names. The columns are: { $columns }
screen-table-no-such-column = There is no column “{ $name }”. The columns are: { $columns }
screen-parquet = This is a Parquet file, which the command comity screen reads. Here it must be CSV: save it so.
screen-table-parquet = The Parquet file is damaged, encrypted or packed in a way that is not read. Save it as CSV.

# The answer.
screen-head-none = { $rows ->
    [one] The one row was searched: nothing was found
   *[other] { $rows } rows were searched: nothing was found
}
screen-head-some = { $n ->
    [one] 1 row of { $rows } may concern somebody whom you look for
   *[other] { $n } rows of { $rows } may concern somebody whom you look for
}
screen-deck-persons = Searched for persons under an outstanding warrant. A name alone proves nobody’s identity: compare what else is known before you act.
screen-deck-list = Searched for those on your list. A name alone proves nobody’s identity: compare what else is known before you act.
screen-likely = Likely
screen-likely-side = A score of 0.7 or more; by those whom you look for, the likelier first.
screen-possible = Possible
screen-possible-side = A score below 0.7: look closer.
screen-col-who = Looked for
screen-col-name = Name in the register
screen-col-row = Row
screen-col-score = Score
screen-col-why = Why
screen-row = row { $row }
screen-done = What was done
screen-done-side = Look at the encoding where letters look wrong, and at the columns where names are missing.
screen-rows-read = Rows searched
screen-rows-matched = Rows that may concern somebody
screen-rows-refused = Rows that could not be read
screen-watched = Found of those looked for
screen-watched-found = { $n } of { $all }
screen-written-in = Encoding
screen-names-from = Names from the columns
screen-file-csv = All hits as CSV
screen-file-jsonl = All hits as JSON lines
screen-left-out = { $n ->
    [one] 1 hit is not in the files, since the name that matched is not public: what is not public does not leave the program by a click.
   *[other] { $n } hits are not in the files, since the names that matched are not public: what is not public does not leave the program by a click.
}
screen-kept = Nothing of either file is kept here. The audit holds that you searched, when, and how many rows.
screen-refused = Not searched
screen-refused-side = These rows could not be read. Everything else was searched.
screen-notes = Not understood in your list
screen-line = Line { $line }: { $why }
screen-more = and { $n } more
