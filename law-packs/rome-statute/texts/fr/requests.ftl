# Ce que contiennent les demandes et ce que l’on y constate. Noms, sous `.hint` comment remplir, sous `.missing` que faire.

# Formulaires.
law-form-arrest-and-surrender = Demande d’arrestation et de remise
    .asks = d’arrêter la personne désignée ci-après et de la remettre à la Cour
law-form-provisional-arrest = Demande d’arrestation provisoire
    .asks = d’arrêter provisoirement la personne désignée ci-après, en attendant que la demande de remise et ses pièces soient présentées

# Titres auxquels une demande est adressée à un État.
law-ground-party = État Partie
law-ground-acceptance = État qui a accepté la compétence de la Cour
law-ground-council = État lié par une résolution du Conseil de sécurité
law-ground-withdrawn = ancien État Partie, pour ce qui avait commencé avant que son retrait ne prenne effet
law-ground-any-state = État auquel une demande peut être adressée, et que le Statut ne lie pas

# Éléments.
law-element-requested_state = État requis
    .hint = La voie et la langue suivent de sa déclaration.
    .missing = Indiquez l’État auquel la demande s’adresse. Tout le reste en dépend.
law-element-requesting_body = Chambre requérante
    .hint = La Chambre dont le Greffier transmet la demande.
    .missing = Indiquez la Chambre qui fait la demande : le Greffier la transmet en son nom.
law-element-situation = Situation
    .hint = Par son numéro, tel que ICC-00/00. Laissez ouvert s’il n’y en a pas.
law-element-case = Affaire
    .hint = Par son numéro, tel que ICC-00/00-00/00. Laissez ouvert s’il n’y en a pas.
law-element-court_number = Cote de la demande à la Cour
    .hint = La cote sous laquelle elle est versée au dossier, telle que ICC-00/00-00/00-00. Elle figure sur les documents.
law-element-person = Nom de la personne
    .hint = Tel qu’il figure dans le mandat ou le jugement.
    .missing = Donnez le nom tel qu’il figure dans le mandat ou le jugement.
law-element-convicted = La personne a déjà été reconnue coupable
    .hint = Oui s’il existe un jugement établissant sa culpabilité.
    .missing = Répondez oui ou non : le contenu de la demande en dépend.
law-element-sentenced = Une peine a été prononcée
    .hint = Oui si une peine a été prononcée.
    .missing = Répondez oui ou non : si une peine a été prononcée, elle accompagne la demande.
law-element-description = Signalement qui identifie la personne
    .hint =
        Tout ce qui distingue cette personne d’une autre. Les éléments d’identification ont leurs
        propres champs ci-dessous.
    .missing = Décrivez la personne de manière que les autorités de l’État puissent la distinguer d’autres.
law-element-birth_date = Date de naissance
    .hint = Aussi précise que connue, par exemple 1970-05-12, 1970-05, 1970 ou about 1970 (vers 1970).
law-element-birth_place = Lieu de naissance
    .hint = Lieu et État.
law-element-nationality = Nationalité
    .hint = Chaque nationalité connue.
law-element-identity_documents = Documents d’identité
    .hint = Type, numéro et État de délivrance de chacun.
law-element-distinguishing_marks = Signes particuliers
    .hint = Cicatrices, taille, tout ce qui se voit.
law-element-photograph = Photographie
    .hint = Une ou plusieurs, avec leur date si elle est connue.
law-element-probable_location = Lieu où la personne se trouve probablement
    .hint = Aussi précis que connu.
    .missing = Dites où la personne se trouve probablement : sans cela, l’État ne sait où chercher.
law-element-location_known_from = Comment ce lieu est connu
    .hint = La source et sa date. Omettez ce qui mettrait une source en danger.
law-element-warrant = Copie du mandat
    .hint = Le mandat d’arrêt, intégral ou expurgé.
    .missing = Joignez une copie du mandat d’arrêt.
law-element-judgment = Copie du jugement
    .hint = Le jugement établissant la culpabilité.
    .missing = Joignez une copie du jugement : la demande vise une personne reconnue coupable.
law-element-same_person = Ce qui montre que la personne est celle du jugement
    .hint = Ce qui atteste que la personne recherchée est celle qui a été reconnue coupable.
    .missing = Dites ce qui atteste que la personne recherchée est celle visée par le jugement.
law-element-sentence = Copie de la condamnation
    .hint = La décision qui prononce la peine.
    .missing = Joignez une copie de la condamnation.
law-element-time_served = Temps accompli et temps restant à accomplir
    .hint = À quelle date.
    .missing = Indiquez la part de la peine qui a été accomplie et celle qui reste à accomplir.
law-element-crimes = Crimes
    .hint = Tels que le mandat ou le jugement les qualifie, avec leurs articles.
    .missing = Indiquez les crimes pour lesquels l’arrestation est demandée.
law-element-facts = Faits
    .hint = Ce que la personne aurait fait, en bref.
    .missing = Exposez brièvement les faits qui constitueraient les crimes.
law-element-facts_when = Date des faits
    .hint = Si possible, par exemple 2012-03, ou en toutes lettres.
law-element-facts_where = Lieu des faits
    .hint = Si possible.
law-element-existing_title = Ce qui existe
    .hint = La demande d’arrestation provisoire affirme l’existence d’un mandat ou d’un jugement.
    .missing = Indiquez s’il existe un mandat d’arrêt ou un jugement établissant sa culpabilité.
law-element-title_reference = Sa date et son numéro
    .hint = Date et numéro du mandat ou du jugement.
law-element-surrender_request = La demande de remise
    .hint = Elle suivra, ou part en même temps.
    .missing = Indiquez qu’une demande de remise suivra.
law-element-national_requirements = Ce qu’exige la procédure de remise de l’État
    .hint =
        Les pièces ou déclarations que sa législation exige, chacune en regard de l’exigence. Elles ne
        doivent pas être plus lourdes que pour l’extradition.
law-element-language = Langues de la demande et de ses pièces
    .hint = Chaque langue dans laquelle l’ensemble existe : l’original et chaque traduction.
    .missing = Indiquez les langues de la demande et de ses pièces.
law-element-person_understands = Ce que la personne comprend
    .hint = Une langue que la personne comprend et parle parfaitement.
    .missing = Indiquez si la personne comprend la langue du mandat ou du jugement.
law-element-translation_for_person = Traduction pour la personne
    .hint = Du mandat ou du jugement et des dispositions pertinentes du Statut.
    .missing = Joignez une traduction dans une langue que la personne comprend et parle parfaitement.
law-element-admissibility_ruled = Il existe une décision pertinente sur la recevabilité
    .hint = Oui si la Cour a statué sur la recevabilité de cette affaire.
    .missing = Répondez oui ou non : une décision accompagne la demande.
law-element-admissibility_ruling = Décision sur la recevabilité
    .hint = La décision, ou sa version publique.
    .missing = Joignez la décision sur la recevabilité.
law-element-specialty = Mention de la spécialité
    .hint = Ce que l’État devrait savoir de la règle de la spécialité.
law-element-level = Classification
    .hint = Qui peut avoir connaissance de la demande.
    .missing = Choisissez une classification : la réponse la reprend.
law-element-level_basis = Fondement de la classification
    .hint = Les faits et la règle ou l’ordonnance sur lesquels elle repose.
    .missing = Indiquez le fondement de la classification.
law-element-protective_measures = Mesures de protection
    .hint =
        Comment les renseignements doivent être traités pour la sécurité des victimes, des témoins et de
        leurs familles.
law-element-earlier_request = Demande antérieure d’arrestation provisoire
    .hint = Sa référence, si la présente demande y fait suite.
law-element-urgent = Urgent
    .hint = Oui si elle part par un autre moyen écrit que la voie de l’État, et sera confirmée par cette voie.
    .missing = Répondez oui ou non : une demande urgente est confirmée par la voie de l’État.
law-element-urgency = Motifs de l’urgence
    .hint = Ce qui serait perdu si l’on attendait.
    .missing = Dites pourquoi il y a urgence.
law-element-medium = Moyen
    .hint = Par lequel elle part. Chacun laisse une trace écrite.
    .missing = Indiquez le moyen d’envoi.
law-element-leaves_on = Jour du départ
    .hint = Le jour où elle quitte la Cour.
law-element-days_on_the_way = Jours d’acheminement
    .hint = Du départ à la réception, selon les derniers envois.
law-element-remarks = Remarques
    .hint = À l’intention de la personne qui relit.
law-element-signature_form = Forme de la signature
    .hint = Dans ce registre, ou sur papier avec une numérisation.
    .missing = Indiquez la forme de la signature.
law-element-signed_paper = Document signé
    .hint = Une numérisation de la demande signée.
    .missing = Joignez une numérisation du document signé.
law-element-channel = Voie
    .hint = La voie choisie par l’État, ou la voie diplomatique.
    .missing = Indiquez la voie de transmission.
law-element-confirming_channel = Voie de la confirmation
    .hint = INTERPOL seule ne confirme pas une demande.
    .missing = Indiquez la voie de la confirmation.
law-element-recipient = Destinataire
    .hint = Autorité ou personne.
    .missing = Dites à qui elle devait parvenir : autorité ou personne.
law-element-proof = Preuve
    .hint = Récépissé, cachet, avis de remise.
    .missing = Joignez ce qui le prouve : un récépissé, un cachet, un avis de remise.
law-element-reference = Référence de ce message
    .hint = Le numéro que reprend la réponse.
law-element-answers = Référence à laquelle ceci répond
    .hint = Le numéro de la question.
law-element-authority = Autorité d’exécution
    .hint = Qui l’exécutera, si cela est connu.
law-element-consultation_ground = Objet de la consultation
    .hint = La difficulté qui peut gêner ou empêcher l’exécution.
    .missing = Indiquez l’objet de la consultation.
law-element-question = Question
    .hint = Ce à quoi il faut répondre.
    .missing = Écrivez la question.
law-element-answer_by = Répondre au plus tard le
    .hint = Un jour que vous fixez. Ce n’est pas un délai prévu par la loi.
law-element-answer = Réponse
    .hint = Telle que l’autre partie doit la lire.
    .missing = Écrivez la réponse.
law-element-attached = Pièces
    .hint = Dans leur langue et sous leur forme originales.
law-element-step = Mesure prise
    .hint = Ce qui a été fait.
    .missing = Dites ce qui a été fait.
law-element-place = Lieu
    .hint = Où cela s’est passé ou se passera.
    .missing = Indiquez le lieu.
law-element-documents_still_needed = Les pièces restent nécessaires
    .hint = Oui si l’État veut la demande de remise et ses pièces bien que la personne ait consenti.
law-element-judicial_authority = Autorité judiciaire
    .hint = L’autorité à laquelle la personne est ou a été déférée.
    .missing = Indiquez l’autorité judiciaire.
law-element-release_ground = Motif de la mise en liberté
    .hint = Le fondement de la mise en liberté.
    .missing = Indiquez pourquoi la personne a été mise en liberté.
law-element-conditions = Conditions
    .hint = Ce qui y a été attaché.
    .missing = Indiquez les conditions qui garantissent la remise.
law-element-recommendations = Recommandations
    .hint = Celles de la Chambre préliminaire.
    .missing = Écrivez les recommandations de la Chambre.
law-element-reasons = Motifs
    .hint = Dans des termes auxquels l’autre partie peut donner suite.
    .missing = Donnez les motifs.
law-element-period = Durée demandée
    .hint = Combien de temps, et pourquoi moins ne suffit pas.
    .missing = Indiquez la durée.
law-element-until = Jusqu’au
    .hint = Le dernier jour de la période.
    .missing = Indiquez le jour où elle prend fin.
law-element-challenge = Exception d’irrecevabilité
    .hint = Sa date et sa référence devant la Cour.
    .missing = Indiquez l’exception pendante.
law-element-proceedings = Procédure nationale
    .hint = Juridiction ou parquet, objet, stade.
    .missing = Indiquez de quelle procédure il s’agit.
law-element-requesting_state = État qui demande l’extradition
    .hint = L’État dont émane l’autre demande.
    .missing = Indiquez l’État qui demande l’extradition.
law-element-same_conduct = Pour le même comportement
    .hint = Oui si l’autre demande porte sur le comportement visé par la demande de la Cour.
    .missing = Répondez oui ou non : des règles différentes s’appliquent.
law-element-obligation_to_extradite = Il existe une obligation internationale d’extrader
    .hint = Oui si un traité avec cet État est en vigueur.
law-element-immunity_ground = Ce qui est invoqué
    .hint = Une immunité, ou un accord avec un État d’envoi.
    .missing = Indiquez ce qui est invoqué.
law-element-third_state = État tiers ou État d’envoi
    .hint = L’État dont la renonciation ou le consentement est en cause.
    .missing = Indiquez l’État dont la renonciation ou le consentement est en cause.
law-element-information = Renseignements pour la Cour
    .hint = Ce dont la Cour a besoin pour appliquer l’article 98.
    .missing = Donnez les renseignements dont la Cour a besoin pour appliquer l’article 98.
law-element-terms = Conditions convenues
    .hint = Détention, présence, renvoi.
    .missing = Indiquez les conditions convenues.
law-element-return_by = Renvoi au plus tard le
    .hint = Le jour convenu pour le renvoi, s’il y en a un.
law-element-not_found_reason = Pourquoi elle ne peut être exécutée
    .hint = Personne introuvable, ou autre que celle du mandat.
    .missing = Indiquez pourquoi elle ne peut être exécutée.
law-element-efforts = Efforts accomplis
    .hint = Ce qui a été fait pour trouver ou identifier la personne.
    .missing = Dites ce qui a été fait pour trouver ou identifier la personne.
law-element-done_so_far = Ce qui a été fait
    .hint = Dans la mesure où elle a été exécutée.
    .missing = Dites ce qui a été exécuté.
law-element-remaining = Ce qui reste
    .hint = Ce qui est encore à exécuter.
    .missing = Dites ce qui reste à exécuter.
law-element-refusal_ground = Motif de refus
    .hint = Le Statut ne connaît, pour refuser la remise, que les motifs qu’il prévoit lui-même.
    .missing = Indiquez le motif du refus.
law-element-cost_kind = Nature des frais
    .hint = Elle détermine qui les supporte.
    .missing = Indiquez la nature des frais.
law-element-amount = Montant
    .hint = Avec sa monnaie.
    .missing = Indiquez le montant avec sa monnaie.
law-element-changes = Modifications et ajouts
    .hint = Ce qui est différent ou nouveau, en bref.
    .missing = Dites ce qui change.
law-element-takes_its_place = Ce qui la remplace
    .hint = Sa cote à la Cour, ou son identifiant, comme proposé ici : une demande ouverte, envoyée au même État.
    .missing = Indiquez la demande qui la remplace.

# Mots à choisir.
law-choice-requesting_body-pre-trial-chamber = Chambre préliminaire
law-choice-requesting_body-trial-chamber = Chambre de première instance
law-choice-requesting_body-appeals-chamber = Chambre d’appel
law-choice-existing_title-warrant = un mandat d’arrêt
law-choice-existing_title-judgment = un jugement établissant sa culpabilité
law-choice-surrender_request-will-follow = une demande de remise suivra
law-choice-surrender_request-sent-together = la demande de remise part en même temps
law-choice-person_understands-language-of-the-documents = la langue des pièces
law-choice-person_understands-another-language = une autre langue
law-choice-person_understands-not-known = on l’ignore
law-choice-level-confidential = confidentiel
law-choice-level-under-seal = sous scellés
law-choice-medium-bag = valise diplomatique
law-choice-medium-hand = remise en main propre
law-choice-medium-post = poste ou messagerie
law-choice-medium-e-mail = courrier électronique
law-choice-medium-sealed-package = paquet scellé
law-choice-medium-portal = portail de l’État
law-choice-medium-fax = télécopie
law-choice-medium-interpol-message = message par INTERPOL
law-choice-signature_form-in-this-register = signée dans ce registre
law-choice-signature_form-on-paper = signée sur papier
law-choice-channel-diplomatic = voie diplomatique
law-choice-channel-chosen = voie choisie par l’État
law-choice-channel-interpol = INTERPOL
law-choice-channel-regional-organisation = organisation régionale
law-choice-channel-arrangement = voie prévue par un arrangement avec l’État
law-choice-confirming_channel-diplomatic = voie diplomatique
law-choice-confirming_channel-chosen = voie choisie par l’État
law-choice-confirming_channel-arrangement = voie d’un arrangement avec l’État
law-choice-consultation_ground-information-not-sufficient = les informations ne suffisent pas
law-choice-consultation_ground-treaty-obligation = une obligation conventionnelle existante envers un autre État
law-choice-consultation_ground-proceedings-at-home = des poursuites ou une peine sur place pour un autre crime
law-choice-consultation_ground-needs-of-its-law = ce qu’exige sa législation
law-choice-consultation_ground-other = une autre difficulté
law-choice-release_ground-interim = mise en liberté provisoire
law-choice-release_ground-documents-not-received = la demande et ses pièces n’ont pas été reçues dans le délai
law-choice-release_ground-other = un autre motif
law-choice-immunity_ground-immunity = immunité d’un État, d’un diplomate ou de biens d’un État tiers
law-choice-immunity_ground-agreement = un accord exigeant le consentement d’un État d’envoi
law-choice-not_found_reason-not-located = la personne n’a pas été trouvée
law-choice-not_found_reason-not-the-person = ce n’est manifestement pas la personne visée par le mandat
law-choice-refusal_ground-inadmissible = l’affaire est irrecevable
law-choice-refusal_ground-competing-request = une demande concurrente a priorité
law-choice-refusal_ground-immunity = une immunité qui n’a pas été levée
law-choice-refusal_ground-agreement = un accord, sans le consentement de l’État d’envoi
law-choice-refusal_ground-not-bound = l’État n’est pas tenu de coopérer
law-choice-refusal_ground-not-of-the-statute = un motif que le Statut ne prévoit pas
law-choice-cost_kind-ordinary = frais ordinaires d’exécution : l’État
law-choice-cost_kind-translation = traduction, interprétation, transcription : la Cour
law-choice-cost_kind-transport = transport de la personne remise : la Cour
law-choice-cost_kind-extraordinary = frais extraordinaires, après consultations : la Cour
law-choice-cost_kind-to-be-settled = autres frais : reste à convenir qui les supporte

# Ce qui est constaté, et que faire.
law-finding-group-identifiers =
    Rien ici ne distingue cette personne d’une autre. Donnez au moins un élément d’identification : date ou
    lieu de naissance, nationalité, document, signes particuliers ou photographie.
law-finding-vague =
    Cela ne dit rien sur quoi l’on puisse agir. Écrivez ce qui est connu, ou laissez le champ vide.
law-finding-short = C’est trop court pour que l’on puisse agir. Précisez.
law-finding-unknown-need =
    Le droit de l’État n’exige rien sous ce mot, pour autant que celui qui vérifie puisse le savoir. Vérifiez que le mot
    est celui de l’État.
law-finding-case-situation = Dans ce registre, l’affaire relève d’une autre situation. Corrigez l’affaire ou la situation.
law-finding-not-asked = Une autre réponse dit que ceci n’est pas demandé. Corrigez cette réponse, ou retirez ceci.
law-finding-several = Une seule réponse est demandée, et plusieurs ont été données. Gardez-en une.
law-finding-unknown-element = Rien de tel n’est demandé dans ce formulaire. Corrigez le nom, ou retirez-le.
law-finding-not-a-day = Ce n’est pas une date. Écrivez-la sous la forme année-mois-jour, par exemple 2026-04-14.
law-finding-day-to-come = Ce jour est encore à venir. Écrivez un jour passé.
law-finding-day-gone = Ce jour est passé. Écrivez un jour à venir.
law-finding-not-yes-or-no = Répondez oui ou non.
law-finding-not-a-number = Ce n’est pas un nombre. Écrivez-le en chiffres, sans espaces ni signes.
law-finding-not-a-language =
    Ce n’est pas le code d’une langue. Écrivez les trois lettres de la norme ISO 639-3, par exemple fra.
law-finding-not-a-state = Ce n’est pas le code d’un État. Écrivez ses trois lettres, par exemple FRA.
law-finding-not-a-choice = Ce n’est pas l’un des mots proposés. Choisissez-en un.
law-finding-not-a-line = Ce champ tient en une ligne. Mettez le texte sur une ligne.
law-finding-sign = Ceci contient un signe que l’on ne peut ni voir ni lire, et aucun signe de ce genre n’est consigné. Retirez-le.
law-finding-mixed-scripts =
    Un mot de ce nom mêle des lettres de deux alphabets qui se ressemblent. Une recherche du nom peut le manquer. Retapez le mot dans un
    seul alphabet ; s’il s’écrit ainsi, laissez-le.
law-finding-file = Ceci désigne un fichier qui n’a pas été envoyé, ou qui a attendu plus d’un jour. Envoyez de nouveau ce fichier.
law-finding-language =
    L’État accepte d’autres langues que celles-ci. Joignez une traduction et indiquez-en la langue ici.
law-finding-working-language =
    Aucune déclaration de l’État n’est confirmée ; il faut donc une langue de travail de la Cour. Joignez
    une traduction, ou faites confirmer la déclaration.
law-finding-translation =
    Ce document n’est dans aucune langue que l’État accepte, et aucune traduction ne l’accompagne. Joignez une
    traduction sous le même titre.
law-finding-state-need =
    La législation de l’État l’exige pour sa procédure de remise. Joignez-le, ou demandez à l’État s’il y
    tient.
law-finding-late =
    Elle arriverait après le dernier jour. Faites-la partir plus tôt, ou par une voie plus rapide.
law-finding-late-by-every-way =
    Même en partant aujourd’hui, elle arriverait après le dernier jour. Remettez-la à l’ambassade à La Haye,
    ou prenez une voie plus rapide.
law-finding-late-already =
    Le dernier jour est passé. La personne peut être mise en liberté ; la demande ne devient pas caduque, et
    une arrestation ultérieure n’est pas exclue. Envoyez-la aussitôt, et demandez à l’État si la personne
    est détenue.
