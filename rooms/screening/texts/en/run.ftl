# Why a row could not be read.
refused-width = fields: { $found }, and { $expected } in the header
refused-not-text = bytes that are no text in the encoding of the file
refused-quote-open = a quotation mark opens a field and nothing ends it
refused-text-after-quote = text after the quotation mark that ends a field
refused-too-long = longer than { $longest } bytes
refused-header-again = the header again, not a row; columns may have moved
refused-too-many-names = more than { $most } names

# What is not understood in a watch list.
watch-no-name = no name, so nobody is looked for
watch-born-on = “{ $text }” is not understood as a date of birth and counts for nothing
watch-gender = “{ $text }” is not understood as a gender and counts for nothing
watch-kind = “{ $text }” is neither person nor entity; taken for a person
watch-born-on-other = “{ $text }” is another date of birth than an earlier row of the same id has; neither counts
watch-gender-other = “{ $text }” is another gender than an earlier row of the same id has; neither counts
watch-too-many-names = more names under one id than are looked for: { $most }

# How far a run is. Numbers stand after their words, so that no number needs another form of a word.
run-under-way = rows: { $rows }, { $rate } a second; matched: { $matched }; refused: { $refused }
run-left = left: { $left }

# What a run did.
run-read = rows read: { $rows } in { $seconds } s, { $rate } a second ({ $written }; names from { $names })
run-found = rows matched: { $matched }; watched and found: { $persons } of { $watched }; hits written: { $hits }
run-refused = rows refused, and not searched: { $refused }
run-notes = in the watch list, not understood: { $notes }
run-line = line { $line }: { $words }
run-more = and { $more } more
run-all-listed = all of them stand in { $file }
run-list-all = --refused FILE lists all of them
