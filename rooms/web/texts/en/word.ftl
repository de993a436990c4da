
# A draft in Word.
draft-word-link = Take the draft along for Word, and bring it back
draft-word-title = The draft in Word
draft-word-head = The draft in Word
draft-word-deck = Take the draft along as a document, change it in Word or LibreOffice, and bring it back. Before anything is saved you see what changed.
draft-word-oops = Nothing was taken over; the draft is as it was
draft-word-none = Choose the document that you changed.
draft-word-another = This document was made of another draft. Bring it back on the page of that one.
draft-word-changed = What changed
draft-word-changed-side = Struck out: only in the version that was taken along. Underlined: only in the document.
draft-word-made-of = The document was made of version { $number }.
draft-word-nothing = The document says the same as that version.
draft-word-said = To be known
draft-word-mend = To mend
draft-word-mend-side = What the law and the requested State still need, if it is saved so.
draft-word-save = Save as a version of the draft
draft-word-save-note = Nothing is lost: the versions before it stay, and where somebody else changed the same meanwhile you are asked which is to stand. The document itself is forgotten.
draft-word-take = Take it along
draft-word-take-side = The version that stands, each thing in a field of its own.
draft-word-take-en = In English (DOCX)
draft-word-take-fr = In French (DOCX)
draft-word-bring = Bring it back
draft-word-bring-side = Nothing is saved before you have seen what changed.
draft-word-file = The document that you changed
draft-word-file-hint = DOCX, at most 16 MiB, without a password.
draft-word-read = Read it and show what changed
draft-word-moved = Somebody saved version { $now } since version { $base } was taken along. What both changed is brought together; where both changed the same, you are asked.
draft-word-refused-empty = The file is empty. Choose the one that was meant.
draft-word-refused-too-long = The file is longer than 16 MiB. Take pictures and annexes out of it.
draft-word-refused-old-word = This is a document of Word before 2007 (.doc). Save it as .docx.
draft-word-refused-protected = The document is under a password. Save it without one.
draft-word-refused-pdf = This is a PDF. Bring the document that was taken along for Word.
draft-word-refused-rich-text = This is rich text (.rtf). Save the document as .docx.
draft-word-refused-open-document = This is OpenDocument (.odt). Save the document as .docx.
draft-word-refused-other = This is no Word document. Choose the one that was meant.
draft-word-refused-damaged = The file is damaged. Open it in Word, save it under a new name as .docx, and try again.
draft-word-refused-too-large = The file holds more than any request needs, or unpacks to far more than it is. Copy your text into a document that you take along anew.
draft-word-refused-entities = The file declares XML entities, which no word processor does. It is not read.
draft-word-refused-not-ours = The file does not say of which draft it is: it was not made here, or the program that saved it took that out. Take the document along anew, copy your text into its fields, and save it with Word or LibreOffice.
draft-word-refused-mark = What the file says of its draft cannot be read. Take the document along anew, and copy your text into its fields.
draft-word-field-gone = The field “{ $field }” is gone with its heading. Undo that in Word, or take the document along anew.
draft-word-field-twice = The field “{ $field }” stands in the document more than once. Leave one of them.
draft-word-field-nested = The field “{ $field }” stands within the field “{ $within }”. Move it out of it.
draft-word-said-tracked = { $n ->
    [one] One tracked change was read as if it were accepted.
   *[other] { $n } tracked changes were read as if they were accepted.
}
draft-word-said-comments = { $n ->
    [one] One comment was not read; it stays in the document alone.
   *[other] { $n } comments were not read; they stay in the document alone.
}
draft-word-said-controls = The program that saved the document took its fields away. What stands under each heading was read.
draft-word-said-beside = Text beside the field “{ $field }” was read as part of it.
draft-word-said-empty-gone = The field “{ $field }”, which was empty, was taken out of the document. It stays empty.
draft-word-said-typography = “{ $field }”: signs that word processors set by themselves (quotation marks, dashes, soft hyphens, tabs, spaces that do not break) were read as plain ones.
draft-word-said-hidden = Hidden text stands in the field “{ $field }”. It was read like other text.
draft-word-said-struck = Text that is struck through stands in the field “{ $field }”. It was read like other text: take out what is not to stand.
draft-word-said-repeated = The program that saved the document wrote the text of the field “{ $field }” several times over. It was read once: look whether it is whole.
draft-word-said-table = A table stands in the field “{ $field }”. Its cells were read as paragraphs.
draft-word-said-prompt = The field “{ $field }” shows a prompt, “{ $text }”, and was read as empty.
draft-word-said-lost-picture = A picture or drawing in the field “{ $field }” was not read. Attach it as an annex.
draft-word-said-lost-footnote = A footnote in the field “{ $field }” was not read. Write it into the text.
draft-word-said-lost-symbol = A sign out of a font of signs in the field “{ $field }” was not read. Write it in letters.
draft-word-said-lost-numbering = Numbers or bullets that the word processor sets by itself in the field “{ $field }” were not read. Write them as text where they matter.
draft-word-said-lost-other = Something that is no text in the field “{ $field }” was not read.
draft-word-said-outside = Outside the fields, and not taken over: “{ $text }”
draft-word-said-more-outside = { $n ->
    [one] One more paragraph outside the fields was not taken over.
   *[other] { $n } more paragraphs outside the fields were not taken over.
}
