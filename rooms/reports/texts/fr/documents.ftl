# Mots des documents : demandes de coopération et notes verbales qui les accompagnent. Le nom d’une forme et de ses éléments
# figure dans le recueil de droit.

document-from = Cour pénale internationale, Greffe
document-to = État requis : { $state }
document-no-state = (pas encore désigné)
document-label-from = De
document-label-to = À
document-label-date = Date
document-label-reference = Référence
document-label-level = Classification
document-not-signed = pas encore signé
document-not-classified = pas encore classifié
document-exercise = EXERCICE – document non réel
document-page = {"Page "}
document-page-of = {" sur "}
document-empty = Non indiqué.
document-untranslated = traduction due
document-unprintable = Les signes entre crochets qui commencent par U+ tiennent lieu de caractères qu’aucune police de ce programme ne contient, désignés par leur numéro dans Unicode.
document-text-sha256 = SHA-256 du texte de la demande
document-yes = oui
document-no = non
document-and = et
document-or = ou

# Langues que l’État requis accepte.
document-owed = Une traduction de ce document est due : langues acceptées par l’État requis : { $languages }.
document-annex-owed = traduction due : { $languages }

document-annexes = Annexes
document-annex-number = N°
document-annex-title = Titre
document-annex-language = Langue
document-annex-sha256 = SHA-256 du fichier
document-annex-on-paper = sur papier

document-copy = Copie pour lecture : ce n’est pas le document signé. Celui-ci est le fichier dont l’empreinte SHA-256 est { $sha256 }.
document-copy-of-paper = Copie pour lecture : ce n’est pas le document signé. Celui-ci est le papier dont la numérisation accompagne la demande.
document-request-opening =
    Le Greffier de la Cour pénale internationale transmet la présente demande à l’État requis ({ $state }) en vertu de
    l’article 87 du Statut de Rome.
document-court = La Cour pénale internationale
document-court-body = La Cour pénale internationale ({ $body })
document-request-asks = { $court } demande à cet État { $asks } ({ $cites }).
document-request-asks-any = { $court } demande à cet État d’apporter la coopération décrite ci-après.
document-request-ground =
    Titre auquel la présente demande est adressée à l’État requis, au jour de la demande : { $ground } ({ $cites }).
document-request-closing =
    L’État requis est prié d’accuser réception de la présente demande et de consulter la Cour sans tarder, en vertu de
    l’article 97 du Statut, s’il constate une difficulté qui pourrait en gêner ou en empêcher l’exécution.
document-dated = Fait le { $day }, à La Haye (Pays-Bas)
document-dated-open = Pas encore daté. À La Haye (Pays-Bas)
document-signature = Pour le Greffe de la Cour pénale internationale

document-note-title = Note verbale
document-note-opening =
    Le Greffe de la Cour pénale internationale présente ses compliments aux autorités compétentes de l’État requis
    ({ $state }).
document-note-transmits =
    Il a l’honneur de transmettre, avec les annexes énumérées ci-dessous, une { $form } sous la référence { $reference }.
document-note-level =
    La demande et ses annexes portent la classification suivante : { $level }. Elles ne doivent être connues que de ceux
    dont leur exécution a besoin (article 87, paragraphe 3, du Statut de Rome).
document-note-receipt =
    Le Greffe saurait gré d’un accusé de réception qui rappelle la référence.
document-note-closing =
    Le Greffe de la Cour pénale internationale saisit cette occasion pour renouveler aux autorités compétentes de l’État
    requis ({ $state }) les assurances de sa très haute considération.

# Notes par lesquelles la Cour fait savoir à l’État ce qu’elle a fait depuis dans une demande. Ce qu’elle fait figure dans le
# recueil de droit.
document-label-channel = Voie
document-letter-draft = PROJET – ni consigné ni envoyé
document-letter-not-dated = pas encore consigné
document-letter-refers =
    Il a l’honneur de se référer à la { $form } de la Cour, sous la référence { $reference }.
document-letter-refers-sent =
    Il a l’honneur de se référer à la { $form } de la Cour, sous la référence { $reference }, envoyée le { $day }.
document-letter-tells = Il porte à leur connaissance que la Cour { $tells }.
document-letter-tells-by = Il porte à leur connaissance que la Cour { $tells } ({ $cites }).
document-letter-level-alone =
    La présente note porte la classification suivante : { $level }. Elle ne doit être connue que de ceux dont
    l’exécution de la demande a besoin (article 87, paragraphe 3, du Statut de Rome).
document-letter-level =
    La présente note et ce qui l’accompagne portent la classification suivante : { $level }. Ils ne doivent être
    connus que de ceux dont l’exécution de la demande a besoin (article 87, paragraphe 3, du Statut de Rome).

# Documents modifiés dans Word puis rapportés.
document-word-prompt = [À remplir]
document-word-hint =
    Écrire dans les champs. Ce qui est écrit ailleurs ne revient pas dans le projet, ni les commentaires. Les
    modifications suivies reviennent comme si elles étaient acceptées.

# Dates aussi exactes qu’on les connaît.
document-when-day = le { $when }
document-when-in = en { $when }
document-when-about = vers { $when }
document-when-from = pas avant { $when }
document-when-by = au plus tard { $when }

# Mois et langues.
document-month-1 = janvier
document-month-2 = février
document-month-3 = mars
document-month-4 = avril
document-month-5 = mai
document-month-6 = juin
document-month-7 = juillet
document-month-8 = août
document-month-9 = septembre
document-month-10 = octobre
document-month-11 = novembre
document-month-12 = décembre
document-language-ach = acholi
document-language-amh = amharique
document-language-ara = arabe
document-language-aze = azéri
document-language-bel = biélorusse
document-language-ben = bengali
document-language-bos = bosnien
document-language-bul = bulgare
document-language-cat = catalan
document-language-ces = tchèque
document-language-cnr = monténégrin
document-language-dan = danois
document-language-deu = allemand
document-language-dzo = dzongkha
document-language-ell = grec
document-language-eng = anglais
document-language-est = estonien
document-language-fas = persan
document-language-fin = finnois
document-language-fra = français
document-language-fur = four
document-language-gle = irlandais
document-language-gsw = suisse allemand
document-language-hat = créole haïtien
document-language-heb = hébreu
document-language-hin = hindi
document-language-hrv = croate
document-language-hun = hongrois
document-language-hye = arménien
document-language-ind = indonésien
document-language-isl = islandais
document-language-ita = italien
document-language-jpn = japonais
document-language-kat = géorgien
document-language-kaz = kazakh
document-language-khm = khmer
document-language-kin = kinyarwanda
document-language-kir = kirghize
document-language-kor = coréen
document-language-lao = lao
document-language-lav = letton
document-language-lin = lingala
document-language-lit = lituanien
document-language-ltz = luxembourgeois
document-language-mas = maasaï
document-language-mkd = macédonien
document-language-mlt = maltais
document-language-mon = mongol
document-language-msa = malais
document-language-mya = birman
document-language-nep = népalais
document-language-nld = néerlandais
document-language-nor = norvégien
document-language-pol = polonais
document-language-por = portugais
document-language-prs = dari
document-language-pus = pachto
document-language-ron = roumain
document-language-rus = russe
document-language-sag = sango
document-language-slk = slovaque
document-language-slv = slovène
document-language-som = somali
document-language-spa = espagnol
document-language-sqi = albanais
document-language-srp = serbe
document-language-swa = swahili
document-language-swe = suédois
document-language-tet = tétoum
document-language-tgk = tadjik
document-language-tgl = filipino
document-language-tha = thaï
document-language-tir = tigrigna
document-language-tur = turc
document-language-ukr = ukrainien
document-language-urd = ourdou
document-language-uzb = ouzbek
document-language-vie = vietnamien
document-language-zag = zaghawa
document-language-zho = chinois
