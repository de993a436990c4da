
# Taking a matter along: the page on which it is asked for, and the words of the file.

matter-take = Take it along
matter-take-side = As one file, to be read, printed and proved elsewhere. That you did is written down, and for what.
matter-take-do = Take the matter along
matter-opened-taken = { $who } took it along: { $purpose }
matter-opened-taken-plain = { $who } took it along

export-title = Take a matter along
export-head = Take the matter along
export-deck = One file with what you may take along of it, as it is now.
export-file = What the file holds
export-file-side = A ZIP: a page to be read and printed, the entries as they were recorded, and a proof of each that stands in the log by now.
export-level = Marked
export-whom = For whom
export-as-at = As at
export-entries = Entries
export-left = { $n ->
    [one] One entry that you may read is not in it, since your role, or the emergency in which you read it, does not let you take it along.
   *[other] { $n } entries that you may read are not in it, since your role, or the emergency in which you read them, does not let you take them along.
}
export-names = Names of persons that stand in another matter are not in it; these stand under their keys.
export-attachments = Attachments are named in it with their hashes; their bytes are not in it.
export-take = For what
export-take-side = Kept in the audit with your name. Those who may see who opened the matter see it too.
export-warning = What is taken along is out of reach: it is not closed, opened or erased with the matter. You keep it as its level asks.
export-purpose = For what you take it along
export-choose = Choose
export-do = Take along
export-fresh = You are asked to show once more who you are, unless you did so in the last minutes; then the file comes.
export-no-purpose = Choose for what you take the matter along.
export-back = Back to the matter

purpose-for-proceedings = for a hearing, a filing or deliberations
purpose-for-execution = to execute what it asks
purpose-for-transmission = to hand it to somebody who may have it
purpose-for-own-file = for the file of one’s own institution
purpose-for-other = for another purpose

taken-for = Taken along on { $at } for { $whom }.
taken-operator = { $name }, the operator, at the shell
taken-purpose = Purpose: { $purpose }.
taken-keep-public = It is public.
taken-keep-restricted = Restricted: it is for those who are named with each entry, and is not published.
taken-keep-confidential = Confidential: keep it locked away, and show it only to those who are named with each entry, as far as their work needs it.
taken-keep-under-seal = Under seal: that there is such a matter is itself secret. Keep it locked away from other files, make no copy that you do not need, show it to nobody to whom the matter is not assigned, and destroy it when it has served.
taken-about = What it is about
taken-persons = Persons
taken-states = States
taken-numbers = Situations and cases
taken-from = From whom it comes
taken-entries = Entries
taken-source = Source: { $source }
taken-attachments = Attachments, whose bytes are not in this file:
taken-attachment = { $name }, { $type }, { $bytes } bytes, SHA-256 { $hash }
taken-corrects = Corrects entry { $entry }: { $reason }
taken-retracts = Takes entry { $entry } back: { $reason }
taken-entry = Entry { $entry }
taken-proof = Its proof is in the file proofs/{ $entry }.txt.
taken-proof-from = It can be proved from { $at } on.

taken-readme = COMITY: A MATTER TAKEN ALONG
taken-readme-exercise = EXERCISE: never to be counted or filed with real matter.
taken-readme-matter = Matter: { $matter }
taken-readme-level = Level: { $level }
taken-readme-as-at = As at: { $at }
taken-readme-whom = For: { $whom }
taken-readme-basis = Ground on which it is not public: { $basis }
taken-readme-holds = What it holds
taken-readme-own = What the person named above may know of the matter and take along, as at that instant, and nothing else. A level or a reader is that of the instant.
taken-readme-attachments = Attachments are named with type, length and SHA-256; their bytes are not in this file.
taken-readme-page = the matter to be read and printed
taken-readme-entries = its entries as they were recorded: canonical JSON (RFC 8785), one a line
taken-readme-proofs = the proof of each entry that stood in the public log then
taken-readme-keep = How to keep it
taken-readme-check = How to check a proof
taken-readme-check-1 = Each file in proofs/ proves by itself that its entry stood in the record, as it is, when the checkpoint in it was signed. It tells nothing of other entries. It does not prove that what an entry says is true, nor that it was not corrected later.
taken-readme-check-2 = The member “entry” is the line of entries.jsonl. Check it in the five steps of the record’s format (docs/record-format.md, section 7, in the source of Comity), by the program of one page that lies there or one of your own. Take the verifier key from the institution that keeps the record, not from the proof.
