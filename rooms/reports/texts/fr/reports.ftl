# Mots des rapports : leur contenu, et les mots fermés du registre qu’ils citent.

# Titres.
report-title-cooperation = Rapport sur la coopération
report-title-state = { $state } : état de la coopération
report-title-bilateral = { $state } : notes pour un entretien
report-title-non-cooperation = Rapport sur la non-coopération
report-title-pledges = Engagements et accords
report-title-treaty-status = État des traités
report-title-person = { $name } : dossier de procédure

# Sous le titre et sur chaque page.
report-head-kept-by = Registre de
report-head-as-at = Au
report-head-reading = Lecture
report-head-known-on = Registre lu le
report-head-since = Changements depuis le
report-head-edition = Données publiques
report-head-text = Sections propres
report-text-draft = en cours de rédaction : ce n’est pas un rapport publié
report-head-level = Classification
report-kept-by-court = Cour pénale internationale
report-kept-by-state = l’État { $state }
report-reading-public = tel que public ce jour-là
report-reading-hindsight = avec le recul : ce qui n’était pas encore public ce jour-là est compté
report-edition = édition du { $edition }, à peu près complète jusqu’au { $until }
report-level-public = public
report-level-restricted = diffusion restreinte
report-level-confidential = confidentiel
report-level-under-seal = sous scellés
report-exercise = EXERCICE – document non réel
report-contents = Table des matières
report-notes = Notes
report-empty = –
report-trace = Les chiffres et ce sur quoi ils reposent
report-trace-says = Chaque chiffre de ce rapport, avec la question qui l’a donné et les écritures du registre sur lesquelles il repose. Avec ce fichier et un registre, « comity report trace » pose de nouveau les mêmes questions.
report-trace-number = Nº
report-trace-query = Question
report-trace-value = Réponse
report-trace-entries = Écritures
report-note =
    Chiffre { $number }, question « { $query } », repose sur { $n ->
        [one] l’écriture
       *[other] { $n } écritures, dont
    } { $entries }{ $more ->
        [0] .
       *[other] {"\u00A0"}; toutes figurent dans la trace.
    }
report-note-none = Chiffre { $number }, question « { $query } » : aucune écriture de ce registre n’y répond davantage.

# Dates qui ne sont pas un seul jour.
report-date-unknown = inconnue

# Introduction.
report-introduction = Introduction
report-cooperation-intro = Ce rapport expose la coopération des États avec la Cour au { $day }, telle que le registre la connaît. Il est composé à partir des écritures du registre ; aucun chiffre n’y a été saisi à la main.

# Personnes en suspens.
report-outstanding = Mandats et demandes de remise en suspens
report-outstanding-lead =
    Au { $day }, des mandats ou demandes de remise visant { $n } { $n-is ->
        [one] personne
       *[other] personnes
    } étaient en suspens : { $warrants } { $warrants-is ->
        [one] mandat
       *[other] mandats
    } dans { $situations } { $situations-is ->
        [one] situation
       *[other] situations
    }.
report-outstanding-sum =
    Sur { $named } { $named-is ->
        [one] personne visée
       *[other] personnes visées
    } jusque-là par un mandat, { $surrendered } { $surrendered-is ->
        [one] a été remise
       *[other] ont été remises
    } à la Cour, et pour { $ended } la procédure a pris fin autrement ; il en reste { $n }.
report-outstanding-stated = { $who } en a compté { $n } le même jour.
report-age-0 = moins de 1 an
report-age-1 = de 1 an à moins de 5
report-age-5 = de 5 ans à moins de 10
report-age-10 = 10 ans et plus
report-plot-situations = Barres : personnes en suspens dans chaque situation au { $day }.
report-plot-ages = Barres : personnes en suspens au { $day }, selon la durée.
report-plot-outstanding = Ligne en escalier : nombre de personnes en suspens chaque jour jusqu’au { $day }.

# Changements.
report-changes = Ce qui a changé
report-changes-persons =
    Depuis le { $since }, { $came } { $came-is ->
        [one] personne est devenue
       *[other] personnes sont devenues
    } en suspens, et { $left } ne { $left-is ->
        [one] l’est
       *[other] le sont
    } plus.
report-changes-standings = Les États dont la position à l’égard d’un traité n’est plus celle du { $since } sont énumérés ci-dessous, s’il y en a.
report-figure-outstanding = personnes en suspens
report-figure-named = personnes visées par un mandat
report-figure-surrendered = personnes remises
report-figure-parties = parties au Statut de Rome
report-figure-apic = parties à l’Accord sur les privilèges et immunités
report-figure-findings = constats de non-coopération
report-figure-sentence-agreements = États ayant un accord sur l’exécution des peines en vigueur
report-figure-declarations = États ayant fait une déclaration sur la voie ou les langues
report-figure-laws = États dont une loi sur la coopération est connue
report-figure-requests = demandes dont le lecteur peut avoir connaissance

# Durées.
report-times = Durée jusqu’à la remise
report-times-lead =
    { $n } { $n-is ->
        [one] personne a été remise
       *[other] personnes ont été remises
    } à la Cour. De la délivrance du premier mandat à la remise, la moitié des remises ont pris { $median } { $median-is ->
        [one] jour
       *[other] jours
    } ou moins.

# Demandes.
report-requests = Demandes de coopération
report-requests-lead =
    Le registre connaît { $n } { $n-is ->
        [one] demande
       *[other] demandes
    } : { $open } en cours, { $over } closes. Pour celles que seules les données publiques attestent, la date d’envoi n’est pas connue.
report-requests-state =
    Le registre connaît { $n } { $n-is ->
        [one] demande adressée
       *[other] demandes adressées
    } à l’État suivant : { $state }. En cours : { $open } ; closes : { $over }.
report-plot-requests = Barres : demandes au { $day }, par forme et selon l’état.
report-requests-times =
    Des demandes closes dont le registre connaît la date d’envoi, la moitié l’ont été en { $median } { $median-is ->
        [one] jour
       *[other] jours
    } ou moins à compter de l’envoi.
report-plot-requests-times = Barres : jours de l’envoi à la clôture des demandes, médiane de chaque forme et issue, au { $day }.
report-side-state = l’État
report-side-court = la Cour

# Traités.
report-treaties = État des traités
report-states = Les États un par un
report-plot-ties = Carte du monde : liens de chaque État avec la Cour au { $day }, en nuances d’une couleur, du plus étroit (foncé) au plus lâche.
report-tie-both = parties au Statut et à l’Accord sur les privilèges et immunités
report-tie-statute = parties au seul Statut
report-tie-signed = ont signé le Statut, ou y ont été parties
report-tie-none = ni l’un ni l’autre
report-tie-unknown = position inconnue
report-treaty-lead =
    Au { $day }, { $n } { $n-is ->
        [one] État était partie
       *[other] États étaient parties
    } au traité suivant : { $treaty }.
report-treaty-unresolved =
    { $n-is ->
        [one] N’est pas compté
       *[other] Ne sont pas comptés
    } { $n } { $n-is ->
        [one] État
       *[other] États
    } dont la position n’est pas connue : { $states }.
report-plot-groups = Barres : parties au traité « { $treaty } » dans chaque groupe régional au { $day }.
report-plot-parties = Ligne en escalier : nombre de parties au traité « { $treaty } » chaque jour jusqu’au { $day }.

# Accords, lois, déclarations.
report-agreements = Accords et déclarations sur l’exécution et la mise en liberté
report-agreements-lead =
    { $states } { $states-is ->
        [one] État a
       *[other] États ont
    } un accord sur l’exécution des peines en vigueur. Le registre compte { $n } { $n-is ->
        [one] accord ou déclaration
       *[other] accords et déclarations
    } de toute nature.
report-agreements-state = Accords et déclarations au registre ({ $state }) : { $n }.
report-plot-agreements = Barres : accords et déclarations au { $day }, par nature.
report-laws = Lois sur la coopération
report-laws-lead =
    Une loi sur la coopération est connue pour { $states } { $states-is ->
        [one] État
       *[other] États
    } ; le registre compte { $n } { $n-is ->
        [one] loi
       *[other] lois
    }.
report-laws-state = Lois au registre ({ $state }) : { $n }.
report-declarations-lead =
    { $states } { $states-is ->
        [one] État a
       *[other] États ont
    } déclaré par quelle voie ou dans quelles langues les demandes doivent parvenir.
report-plot-topics = Barres : lois au { $day } dans lesquelles chaque sujet du chapitre IX a été lu.

# Constats.
report-findings = Constats de non-coopération
report-findings-lead =
    Les chambres ont fait { $n } { $n-is ->
        [one] constat
       *[other] constats
    } de non-coopération, communiqué des informations { $informed } fois et n’ont rien constaté { $none } fois.
report-findings-state = Décisions au titre de l’article 87, paragraphe 7, au registre ({ $state }) : { $n }.
report-finding-finding = constat de non-coopération
report-finding-information-communicated = informations communiquées
report-finding-no-finding = aucun constat
report-followed = Les suites
report-followed-lead = Pour chaque décision : à qui elle a été renvoyée, et si le renvoi a été différé ou annulé, pour autant que le registre le sache.
report-answer-yes = oui
report-answer-no = non

# Assemblée.
report-resolutions = Décisions de l’Assemblée
report-resolutions-lead =
    Depuis le { $since }, l’Assemblée a adopté { $n } { $n-is ->
        [one] résolution
       *[other] résolutions
    } sur la coopération dont le registre a connaissance.
report-resolutions-all =
    Le registre connaît { $n } { $n-is ->
        [one] résolution
       *[other] résolutions
    } de l’Assemblée sur la coopération.

# Engagements.
report-pledges = Engagements
report-pledges-lead =
    Le registre connaît { $n } { $n-is ->
        [one] engagement
       *[other] engagements
    } ; ce qui a été promis au-delà n’y figure pas.

# Un État.
report-ties = Liens avec la Cour
report-ties-lead = Position à l’égard des traités au { $day } : { $state }.
report-bound-council = { $state } : lié par une résolution du Conseil de sécurité.
report-bound-acceptance = { $state } : a accepté la compétence de la Cour (article 12, paragraphe 3).
report-address-declared = { $state } : les demandes vont par la voie et dans les langues déclarées.
report-address-confirm = { $state } : la déclaration sur la voie et les langues n’est pas vérifiée ; les demandes vont par la voie diplomatique et dans une langue de travail, ou un agent la confirme d’abord.
report-address-none = { $state } : aucune déclaration sur la voie et les langues n’est connue ; les demandes vont par la voie diplomatique et dans une langue de travail.

# Un entretien.
report-to-ask = Ce qu’il faut demander
report-to-ask-requests = Demandes en cours ({ $state }) : { $n }.
report-to-ask-party = { $state } : pas partie au Statut de Rome.
report-to-ask-apic = { $state } : pas partie à l’Accord sur les privilèges et immunités.
report-to-ask-agreement = { $state } : aucun accord avec la Cour au registre.
report-to-ask-law = { $state } : aucune loi sur la coopération connue du registre.
report-to-ask-address = { $state } : la voie et les langues des demandes sont à confirmer.
report-to-thank-for = Ce dont il faut remercier
report-to-thank-for-requests = Demandes exécutées dont le lecteur peut avoir connaissance ({ $state }) : { $n }.
report-contacts = Contacts à éviter
report-contacts-lead = Les contacts avec des personnes sous mandat sont à limiter au strict nécessaire. Un mandat n’est pas une déclaration de culpabilité.
report-contacts-none = Aucune personne d’une situation de cet État n’est en suspens.

# Une personne.
report-person = Procédure
report-person-outcome = { $name } : { $outcomes }.
report-person-stands = Au { $day }, { $name } : { $status } (situation : { $situation }). Un mandat n’est pas une déclaration de culpabilité.
report-person-days =
    En suspens depuis { $n } { $n-is ->
        [one] jour
       *[other] jours
    }.
report-person-names = Autres noms : { $names }.
report-act-ended = fin de la procédure ({ $reason })
report-act-warrant-issued = mandat d’arrêt délivré
report-act-summons-issued = citation à comparaître délivrée
report-act-instrument-made-public = rendu public
report-act-warrant-executed = arrestation en exécution d’un mandat
report-act-person-surrendered = remise à la Cour
report-act-person-appeared = comparution devant la Cour
report-act-proceedings-ended = fin de la procédure
report-act-proceedings-milestone = étape de la procédure

# Comment il a été fait.
report-how = Comment ce rapport a été fait
report-how-warrant = Un mandat d’arrêt n’est pas une déclaration de culpabilité. Sauf indication contraire, ce sont les personnes qui sont comptées, et non les mandats ; une remise compte à partir de son jour inclus.
report-how-made = Ce qui n’avait pas été révélé au lecteur ce jour-là n’est pas compté, sauf si la lecture dit autre chose. Ce que ce registre n’a pas est omis sans être estimé.
report-how-trace = Chaque chiffre porte la question qui l’a donné et les écritures sur lesquelles il repose ; les notes en citent les premières, et la trace contenue dans ce fichier les a toutes.

# Tableaux.
report-table-situations = Personnes en suspens par situation
report-table-persons = Personnes en suspens, de la plus longue durée à la plus courte
report-table-ages = Personnes en suspens selon la durée
report-table-outstanding-over-time = Personnes en suspens au fil du temps
report-table-ended = Procédures terminées autrement, par motif
report-table-came = Personnes devenues en suspens
report-table-left = Personnes qui ne sont plus en suspens
report-table-figures = Les chiffres aux deux dates
report-table-times = Jours du premier mandat à la remise
report-table-requests-by-outcome = Demandes par forme et selon l’état
report-table-requests-times = Jours jusqu’à la clôture des demandes, par forme et issue
report-table-map-of-ties = États selon leurs liens avec la Cour
report-table-requests-by-state = Demandes par État
report-table-requests = Demandes que les données publiques attestent
report-table-owed = Ce qui reste dû
report-table-rome-statute-groups = Parties au Statut de Rome par groupe régional
report-table-apic-groups = Parties à l’Accord sur les privilèges et immunités par groupe régional
report-table-rome-statute-standings = États selon leur position à l’égard du Statut de Rome
report-table-apic-standings = États selon leur position à l’égard de l’Accord sur les privilèges et immunités
report-table-rome-statute-over-time = Parties au Statut de Rome au fil du temps
report-table-apic-over-time = Parties à l’Accord sur les privilèges et immunités au fil du temps
report-table-rome-statute-states = Statut de Rome : les États
report-table-apic-states = Accord sur les privilèges et immunités : les États
report-table-standings-changed = États dont la position a changé
report-table-ties = Position à l’égard des traités
report-table-agreements-by-kind = Accords et déclarations par nature
report-table-agreements = Accords et déclarations
report-table-topics = Lois selon les sujets du chapitre IX qui y ont été lus
report-table-laws = Lois
report-table-findings = Décisions au titre de l’article 87, paragraphe 7
report-table-followed = Les suites de chaque décision
report-table-resolutions = Résolutions
report-table-pledges = Engagements
report-table-contacts = Personnes en suspens dans les situations de l’État
report-table-acts = Actes dans l’ordre des jours

# Têtes de colonnes.
report-col-act = Acte
report-col-adopted = Adoptée le
report-col-after = Au jour dit
report-col-age = En suspens depuis
report-col-agreements = Accords
report-col-before = Avant
report-col-case = Affaire
report-col-concerning = Objet
report-col-count = Nombre
report-col-day = Jour
report-col-days = Jours en suspens
report-col-days-to-surrender = Jours jusqu’à la remise
report-col-median-days = Médiane, en jours
report-col-tie = Lien
report-col-decided = Décidé le
report-col-decision = Décision
report-col-document = Document
report-col-due = Dû le
report-col-earlier = Au jour antérieur
report-col-figure = Chiffre
report-col-form = Forme
report-col-group = Groupe régional
report-col-in-force = En vigueur depuis le
report-col-issued = Mandat délivré le
report-col-kind = Nature
report-col-latest = Dernier acte le
report-col-laws = Lois
report-col-number = Numéro
report-col-on = Le
report-col-on-the-day = Au jour dit
report-col-open = En cours
report-col-over = Closes
report-col-owed = Dû
report-col-owed-by = Par
report-col-parties = Parties
report-col-person = Personne
report-col-persons = Personnes
report-col-persons-concerned = Personnes concernées
report-col-pledge = Engagement, en nos termes
report-col-pledged = Pris le
report-col-pledger = Par
report-col-public = Rendu public le
report-col-put-off = Renvoi différé le
report-col-reason = Motif
report-col-referred-by = Renvoyé au plus tard le
report-col-requests = Demandes
report-col-resolution = Résolution
report-col-reversed = Renvoi annulé le
report-col-session = Session
report-col-signed = Signé le
report-col-situation = Situation
report-col-standing = Position
report-col-stands = État
report-col-state = État
report-col-states = États
report-col-theme = Thème
report-col-title = Titre
report-col-to-assembly = À l’Assemblée
report-col-to-council = Au Conseil de sécurité
report-col-topic = Sujet
report-col-topics = Sujets du chapitre IX qui y ont été lus
report-col-treaty = Traité
report-col-under = Sous
report-col-withdrawal = Prise d’effet du retrait
report-col-year = Année

# Mots fermés du registre.
report-status-outstanding = en suspens
report-status-surrendered = remise à la Cour
report-status-ended = procédure terminée
report-status-summoned = sous citation à comparaître
report-status-summons-ended = procédure sur citation à comparaître terminée
report-reason-died = décès
report-reason-acquitted = acquittement
report-reason-charges-not-confirmed = charges non confirmées
report-reason-charges-withdrawn = charges retirées
report-reason-vacated = annulation
report-reason-served = peine purgée
report-reason-inadmissible = affaire irrecevable
report-reason-replaced-by-warrant = citation remplacée par un mandat d’arrêt
report-milestone-acquitted = acquittement
report-milestone-acquitted-on-appeal = acquittement en appel
report-milestone-admissible = affaire jugée recevable
report-milestone-appeal-decided = arrêt rendu en appel
report-milestone-arrested = arrestation
report-milestone-case-severed = disjonction de l’affaire
report-milestone-charges-confirmed = charges confirmées
report-milestone-charges-withdrawn = charges retirées
report-milestone-closing-arguments = conclusions finales
report-milestone-confirmation-hearing = audience de confirmation des charges
report-milestone-confirmation-hearing-in-absentia = audience de confirmation des charges en l’absence de la personne
report-milestone-convicted = déclaration de culpabilité
report-milestone-gave-himself-up = reddition volontaire
report-milestone-held = détention
report-milestone-held-on-another-matter = détention dans une autre affaire
report-milestone-inadmissible = affaire déclarée irrecevable
report-milestone-moved-to-serve-sentence = transfert pour l’exécution de la peine
report-milestone-notice-of-withdrawal-of-charges = notification du retrait des charges
report-milestone-released = remise en liberté
report-milestone-reported-killed = mort violente signalée
report-milestone-sentence-reduced = réduction de peine
report-milestone-sentenced = prononcé de la peine
report-milestone-sentenced-anew = nouvelle peine prononcée
report-milestone-trial-opened = ouverture du procès
report-milestone-warrant-amended = mandat modifié
report-milestone-warrant-replaced = mandat remplacé
report-institution-assembly-of-states-parties = L’Assemblée des États Parties
report-institution-court-the-court-today = La Cour (The Court Today)
report-institution-court-report-to-the-united-nations-a-69-321 = La Cour (rapport aux Nations Unies, A/69/321)
report-institution-coalition-for-the-international-criminal-court = La Coalition pour la Cour pénale internationale
report-group-african-states = États d’Afrique
report-group-asia-pacific-states = États d’Asie et du Pacifique
report-group-eastern-european-states = États d’Europe orientale
report-group-latin-american-and-caribbean-states = États d’Amérique latine et des Caraïbes
report-group-western-european-and-other-states = États d’Europe occidentale et autres États
report-group-none = Dans aucun groupe régional
report-agreement-sentence-enforcement = accord sur l’exécution des peines
report-agreement-sentence-enforcement-ad-hoc = accord ad hoc sur l’exécution des peines
report-agreement-article-103-declaration = déclaration de disponibilité pour recevoir des condamnés (article 103)
report-agreement-interim-release = accord sur la mise en liberté provisoire
report-agreement-release-of-persons = accord sur la mise en liberté
report-agreement-witness-relocation = accords sur la réinstallation de témoins
