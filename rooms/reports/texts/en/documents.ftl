# Words of documents: requests for cooperation and the notes verbales that cover them. What a form and its elements are called
# stands in the law pack.

document-from = International Criminal Court, Registry
document-to = Requested State: { $state }
document-no-state = (not named yet)
document-label-from = From
document-label-to = To
document-label-date = Date
document-label-reference = Reference
document-label-level = Classification
document-not-signed = not signed yet
document-not-classified = not classified yet
document-exercise = EXERCISE – not a real document
document-page = {"Page "}
document-page-of = {" of "}
document-empty = Not given.
document-untranslated = translation owed
document-unprintable = Signs in square brackets that begin with U+ stand for characters that no font of this program has, by their numbers in Unicode.
document-text-sha256 = SHA-256 of the text of the request
document-yes = yes
document-no = no
document-and = and
document-or = or

# Languages that the requested State accepts.
document-owed = A translation of this document is owed: the requested State accepts { $languages }.
document-annex-owed = translation owed: { $languages }

document-annexes = Annexes
document-annex-number = No.
document-annex-title = Title
document-annex-language = Language
document-annex-sha256 = SHA-256 of the file
document-annex-on-paper = on paper

document-copy = Copy for reading: this is not the document that was signed. That is the file with SHA-256 { $sha256 }.
document-copy-of-paper = Copy for reading: this is not the document that was signed. That is the paper of which the scan is with the request.
document-request-opening =
    The Registrar of the International Criminal Court transmits this request to the requested State ({ $state }) under
    article 87 of the Rome Statute.
document-court = The International Criminal Court
document-court-body = The International Criminal Court ({ $body })
document-request-asks = { $court } requests that State { $asks } ({ $cites }).
document-request-asks-any = { $court } requests that State to give the cooperation that is described below.
document-request-ground =
    Ground on which the requested State is asked, on the day of this request: { $ground } ({ $cites }).
document-request-closing =
    The requested State is asked to acknowledge this request, and to consult the Court without delay under article 97
    of the Statute where it identifies a problem that may impede or prevent its execution.
document-dated = Dated this { $day }, at The Hague, The Netherlands
document-dated-open = Not dated yet. At The Hague, The Netherlands
document-signature = For the Registry of the International Criminal Court

document-note-title = Note verbale
document-note-opening =
    The Registry of the International Criminal Court presents its compliments to the competent authorities of the
    requested State ({ $state }).
document-note-transmits =
    It has the honour to transmit, with the annexes listed below, a { $form } under reference { $reference }.
document-note-level =
    The request and its annexes are { $level }. They are to be made known to those alone whom their execution needs
    (article 87, paragraph 3, of the Rome Statute).
document-note-receipt =
    The Registry would be grateful for a confirmation of receipt that repeats the reference.
document-note-closing =
    The Registry of the International Criminal Court avails itself of this opportunity to renew to the competent
    authorities of the requested State ({ $state }) the assurances of its highest consideration.

# Notes by which the Court tells the State of what it did in a request since. What it does stands in the law pack.
document-label-channel = Channel
document-letter-draft = DRAFT – not recorded and not sent
document-letter-not-dated = not recorded yet
document-letter-refers =
    It has the honour to refer to the { $form } of the Court under reference { $reference }.
document-letter-refers-sent =
    It has the honour to refer to the { $form } of the Court under reference { $reference }, sent on { $day }.
document-letter-tells = It informs them that the Court { $tells }.
document-letter-tells-by = It informs them that the Court { $tells } ({ $cites }).
document-letter-level-alone =
    This note is { $level }. It is to be made known to those alone whom the execution of the request needs (article 87,
    paragraph 3, of the Rome Statute).
document-letter-level =
    This note and what goes with it are { $level }. They are to be made known to those alone whom the execution of the
    request needs (article 87, paragraph 3, of the Rome Statute).

# Documents that are changed in Word and brought back.
document-word-prompt = [To be filled in]
document-word-hint =
    Write in the fields. What is written elsewhere does not come back into the draft; comments do not either. Tracked
    changes come back as if they were accepted.

# Dates as exact as they are known.
document-when-day = { $when }
document-when-in = { $when }
document-when-about = about { $when }
document-when-from = not before { $when }
document-when-by = by { $when }

# Months and languages.
document-month-1 = January
document-month-2 = February
document-month-3 = March
document-month-4 = April
document-month-5 = May
document-month-6 = June
document-month-7 = July
document-month-8 = August
document-month-9 = September
document-month-10 = October
document-month-11 = November
document-month-12 = December
document-language-ach = Acholi
document-language-amh = Amharic
document-language-ara = Arabic
document-language-aze = Azerbaijani
document-language-bel = Belarusian
document-language-ben = Bengali
document-language-bos = Bosnian
document-language-bul = Bulgarian
document-language-cat = Catalan
document-language-ces = Czech
document-language-cnr = Montenegrin
document-language-dan = Danish
document-language-deu = German
document-language-dzo = Dzongkha
document-language-ell = Greek
document-language-eng = English
document-language-est = Estonian
document-language-fas = Persian
document-language-fin = Finnish
document-language-fra = French
document-language-fur = Fur
document-language-gle = Irish
document-language-gsw = Swiss German
document-language-hat = Haitian Creole
document-language-heb = Hebrew
document-language-hin = Hindi
document-language-hrv = Croatian
document-language-hun = Hungarian
document-language-hye = Armenian
document-language-ind = Indonesian
document-language-isl = Icelandic
document-language-ita = Italian
document-language-jpn = Japanese
document-language-kat = Georgian
document-language-kaz = Kazakh
document-language-khm = Khmer
document-language-kin = Kinyarwanda
document-language-kir = Kyrgyz
document-language-kor = Korean
document-language-lao = Lao
document-language-lav = Latvian
document-language-lin = Lingala
document-language-lit = Lithuanian
document-language-ltz = Luxembourgish
document-language-mas = Maasai
document-language-mkd = Macedonian
document-language-mlt = Maltese
document-language-mon = Mongolian
document-language-msa = Malay
document-language-mya = Burmese
document-language-nep = Nepali
document-language-nld = Dutch
document-language-nor = Norwegian
document-language-pol = Polish
document-language-por = Portuguese
document-language-prs = Dari
document-language-pus = Pashto
document-language-ron = Romanian
document-language-rus = Russian
document-language-sag = Sango
document-language-slk = Slovak
document-language-slv = Slovenian
document-language-som = Somali
document-language-spa = Spanish
document-language-sqi = Albanian
document-language-srp = Serbian
document-language-swa = Swahili
document-language-swe = Swedish
document-language-tet = Tetum
document-language-tgk = Tajik
document-language-tgl = Filipino
document-language-tha = Thai
document-language-tir = Tigrinya
document-language-tur = Turkish
document-language-ukr = Ukrainian
document-language-urd = Urdu
document-language-uzb = Uzbek
document-language-vie = Vietnamese
document-language-zag = Zaghawa
document-language-zho = Chinese
