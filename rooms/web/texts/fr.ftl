### Textes des pages en français. Pas de HTML ici : ce qui est balisé arrive comme argument.

## En-tête et navigation

subtitle = Registre de la coopération avec la Cour pénale internationale
skip = Aller au contenu
languages = Langues
nav-main = Principal
nav-overview = Vue d’ensemble
nav-warrants = Mandats
nav-situations = Situations
nav-counts = Décomptes
nav-about = À propos
find = Chercher un nom
find-hint = Personne ou situation, quelle que soit l’orthographe ou l’écriture
find-do = Chercher
exercise-short = Exercice
exercise-band = Exercice : ce n’est pas le registre réel, et rien n’y est compté avec lui.
title-as-at = { $title } au { $day }

## La phrase de la date

asat = Le registre au
day = Jour
month = Mois
year = Année
reading = Lecture
reading-public = tel que public ce jour-là
reading-hindsight = avec le recul
show = Afficher
today = Aujourd’hui
known-summary = Tel que ce registre le connaissait le { $day }
known-begins = Le registre commence le { $day }.
step-last = Le nombre a changé le { $day }
step-before = La veille
step-next = Changement suivant le { $day }
step-before-surrender = À la veille de la remise
step-before-end = Au dernier jour d’attente
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avril
month-short-5 = mai
month-short-6 = juin
month-short-7 = juill.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.

## Pied de page

foot-record = Ce registre
foot-kept-by = Aucune institution ne tient encore ce registre.
foot-edition = Édition du { $day } des données publiques.
foot-complete-until = Complet jusque vers le { $day } ; au-delà, en partie seulement.
foot-checkpoint = Point de contrôle du { $day }, { $hash }.
foot-check = Vérifier soi-même
foot-cite-label = Citer cette page :
foot-cite = Comity, { $title }, au { $day } { $reading }, connu le { $known }, point de contrôle { $hash }.
foot-cite-unread = Comity, { $title }, au { $day } { $reading }, connu le { $known }.
foot-fixed = Adresse de cette page avec les deux dates
foot-page = Cette page
foot-error = Signaler une erreur de fait
foot-working = Comment le chiffre est obtenu
foot-counts = Nos décomptes à côté de ceux des institutions
foot-accessibility = Accessibilité
foot-names = Frontières et noms
foot-names-text = Les noms et appellations employés n’impliquent aucune prise de position quant au statut juridique des pays, territoires, villes ou zones, ni de leurs autorités. Les États portent le nom qu’emploient les Nations Unies.

## Marques de doute

mark-unverified = non vérifié
mark-other-source = autre source : { $values }
key-none = Sans marque : une source a été lue.
key-unverified = { $mark } : de mémoire, aucune source lue ne le confirme.
key-other-label = autre source
key-other = { $mark } : une source lue donne ce jour-là à la place.
source-recalled = de mémoire
sources-read = Lu : { $sources }
sources-partly = Concorde en partie, sans le jour ou la personne : { $sources }
sources-inferred = Déduit, non dit : { $sources }
sources-unverified = { $mark } : aucune source lue ne le confirme

## Ce que dit toute liste de noms

not-guilt = Un mandat n’est pas une déclaration de culpabilité : toute personne est présumée innocente jusqu’à ce que sa culpabilité ait été établie devant la Cour (article 66).
not-guilt-short = Un mandat n’est pas une déclaration de culpabilité.
nothing = Rien dans ce registre

## Vue d’ensemble

overview-title = Le registre
lead = { $n ->
    [one] personne visée par un mandat d’arrêt ou une demande de remise non exécutés
   *[other] personnes visées par des mandats d’arrêt ou des demandes de remise non exécutés
}
sum-caption = Comment ce chiffre est obtenu
sum-named = { $words } alors public
sum-named-hindsight = { $words }, public ou non
sum-named-words = { $n ->
    [one] personne visée par un mandat
   *[other] personnes visées par un mandat
}
sum-surrendered = { $words } à la Cour
sum-surrendered-words = remises
sum-ended = { $words }
sum-ended-words = procédures terminées
sum-outstanding = en suspens, au titre de { $warrants ->
    [one] { $warrants } mandat
   *[other] { $warrants } mandats
}
institution-counted = { $who } : { $n } le même jour ; { $verdict }.
institution-agrees-words = les décomptes concordent
institution-differs-words = les décomptes diffèrent
institution-open-words = voir les deux
other-hindsight-figure = Avec le recul { $n }
other-hindsight-more = { $figure } : { $n ->
    [one] une personne de plus était alors visée par un mandat qui n’était pas encore public
   *[other] { $n } personnes de plus étaient alors visées par des mandats qui n’étaient pas encore publics
}.
other-hindsight-fewer = { $figure } : { $n } de moins, car des actes qui n’étaient pas encore publics sont alors comptés.
other-hindsight-same = { $figure } aussi : tout acte qui compte était alors public.
other-public-figure = Tel que public ce jour-là : { $n }
other-public = { $figure }.
chart-head = Chaque jour depuis 2005
chart-side = Personnes en suspens. Une personne compte une fois, quel que soit le nombre de mandats ; une citation à comparaître ne compte pas.
chart-title = Personnes en suspens, ligne en escalier dans le temps : { $n } le { $day }
chart-chosen = { $day } : { $n }
chart-institution = { $day } : { $n }, { $who }
chart-institutions = décomptes donnés par des institutions
chart-first-step = { $day } : les { $n } premiers
chart-largest-step = { $day } : { $n } de plus
chart-note = Plus pâle après le jour choisi. La bande grise est ce qu’un lecteur de ce jour ne pouvait pas savoir : les mandats délivrés mais pas encore publics.
chart-note-until = En pointillé après le { $day }, date jusqu’à laquelle le registre est complet.
chart-note-dots = Les points creux sont des décomptes donnés par des institutions.
chart-table = Le graphique sous forme de tableau
chart-table-caption = Jours où le nombre a changé.
by-situation = { $n ->
    [0] Aucune situation
    [1] La personne, par situation
   *[other] Les { $n }, par situation
}
by-situation-note = { $years ->
    [0] Moins d’un an s’était écoulé
    [one] Un an s’était écoulé
   *[other] { $years } ans s’étaient écoulés
} depuis que le plus ancien de ces mandats est devenu public.
by-situation-note-hindsight = { $years ->
    [0] Moins d’un an s’était écoulé
    [one] Un an s’était écoulé
   *[other] { $years } ans s’étaient écoulés
} depuis la délivrance du plus ancien de ces mandats.
by-situation-caption = Personnes en suspens le { $day }, par situation
more-persons = { $n } de plus
events-head = Derniers événements
events-side = Tels que le public les connaissait ce jour-là.
events-side-hindsight = Publics ou non ce jour-là.
event-line = { $person } : { $act }
event-issued = { $act }, délivré le { $day }
event-situation = Situation : { $situation }

## Tableaux

col-person = Personne
col-persons = Personnes
col-names = Noms
col-situation = Situation
col-case = Affaire
col-number = Numéro
col-issued = Délivré
col-public = Rendu public
col-days = Jours en suspens
col-days-short = Jours
col-status = État
col-oldest = Le plus ancien, public depuis
col-oldest-issued = Le plus ancien, délivré
col-from = À partir du
col-as-public = Tel que public
col-hindsight = Avec le recul
col-outstanding = En suspens
col-named = Visées
col-act = Acte
col-day = Jour
col-entry = Inscription et preuve
col-counted = Ce qui est compté
col-said-by = Par qui
col-their-figure = Leur chiffre
col-ours = Ce registre
col-verdict = Comparaison
warrants-n = { $n ->
    [one] { $n } mandat
   *[other] { $n } mandats
}
summonses-n = { $n ->
    [one] { $n } citation à comparaître
   *[other] { $n } citations à comparaître
}
days-n = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
row-outcome = Fin de la procédure : { $reasons }

## Mandats

warrants-head = Mandats
warrants-deck = { $n ->
    [one] { $n } personne était en suspens le { $day }, sur { $named } visées jusque-là par un mandat public.
   *[other] { $n } personnes étaient en suspens le { $day }, sur { $named } visées jusque-là par un mandat public.
}
warrants-deck-hindsight = { $n ->
    [one] { $n } personne était en suspens le { $day }, sur { $named } visées jusque-là par un mandat, public ou non.
   *[other] { $n } personnes étaient en suspens le { $day }, sur { $named } visées jusque-là par un mandat, public ou non.
}
warrants-caption = Les jours sont comptés depuis celui où le premier mandat en cours est devenu public. La barre les compare au plus long délai, { $days } jours.
warrants-caption-hindsight = Les jours sont comptés depuis la délivrance du premier mandat en cours. La barre les compare au plus long délai, { $days } jours.
warrants-caption-status = Jours de délivrance et de publication de chaque mandat ou citation visant la personne.
filters = Filtres
filter-situation = Situation
filter-all-situations = Toutes les situations
filter-status = État
filter-years = En suspens depuis
filter-any-time = Toute durée
filter-over-years = { $years ->
    [one] Plus de { $years } an
   *[other] Plus de { $years } ans
}
filter-name = Le nom commence par
filter-do = Filtrer
filter-clear = Toutes les personnes en suspens
choice = { $words } ({ $n })
said-n = { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}
said-n-status = { $persons } { $status }
said-situation = situation : { $situation }
said-years = { $years ->
    [one] depuis plus de { $years } an
   *[other] depuis plus de { $years } ans
}
said-name = nom commençant par « { $name } »
said-order = la plus longue attente d’abord
part-first = Les { $n } premières.
part-further = { $n } d’entre elles.
part-last = Les { $n } dernières.
pages-nav = Pages de la liste
pages-first = Première page
pages-next = Page suivante
none-filtered = Personne dans ce registre ne répond à ce filtre ce jour-là.

## Personne

person-over = { $situation } · situation { $no }
person-over-case = { $situation } · affaire { $case }
person-outcome = { $act } { $on }
person-outstanding = En suspens depuis { $n ->
    [one] { $n } jour
   *[other] { $n } jours
} : sous mandat public depuis le { $day }, sans remise à la Cour.
person-outstanding-hindsight = En suspens depuis { $n ->
    [one] { $n } jour
   *[other] { $n } jours
} : sous mandat depuis le { $day }, sans remise à la Cour.
person-surrendered = Remise à la Cour { $on }.
person-surrendered-after = Remise à la Cour { $on }, après { $n ->
    [one] { $n } jour
   *[other] { $n } jours
} sous mandat public.
person-surrendered-after-hindsight = Remise à la Cour { $on }, après { $n ->
    [one] { $n } jour
   *[other] { $n } jours
} sous mandat.
person-ended = fin de la procédure { $on } : { $reason }
person-case = Affaire { $case } : { $outcomes }
person-summoned = Sous citation à comparaître, laquelle ne compte pas comme demande en suspens.
person-proceedings = Procédure
person-proceedings-side = Chaque acte porte le jour où il a eu lieu, le jour où ce registre l’a appris, et sa propre inscription.
line-remark = Remarque : { $remark }
line-recorded = Inscrit le { $day }
line-entry = inscription { $hash }
person-person = La personne
person-name = Nom
person-aliases = Autres noms
person-instruments = Actes de la Cour
person-cases = Affaire
person-outstanding-days = En suspens
person-never-outstanding = Aucun jour jusqu’à celui-ci
person-remarks = Remarques
interval = du { $from } au { $to }
interval-open = depuis le { $from }
person-sources = Sources
person-sources-side = Ce qui a été lu pour chaque jour, et ce qui y est dit d’autre.
person-rests = Ce qui en dépend
person-rests-side = Si l’un de ces faits est corrigé, ces chiffres changent.
rests-count = Personnes en suspens
rests-day = { $count }, le { $from }
rests-days = { $count }, chaque jour du { $from } au { $to }
rests-open = { $count }, chaque jour depuis le { $from }
person-proof = Preuve
person-proof-side = Chacun peut vérifier que ces actes ont été inscrits et n’ont pas été modifiés.
proof-checkpoint = Point de contrôle du { $day }
proof-how = Comment vérifier une preuve
proof-each = La preuve de chaque acte
proof-entry = l’inscription telle que faite
proof-file = preuve

## Situations

situations-head = Situations
situations-deck = { $n ->
    [0] Aucune personne n’avait été visée par un mandat ou une citation publics au { $day }.
    [one] Au { $day }, des personnes avaient été visées dans { $n } situation ; dans { $open } d’entre elles, une personne au moins était en suspens.
   *[other] Au { $day }, des personnes avaient été visées dans { $n } situations ; dans { $open } d’entre elles, une personne au moins était en suspens.
}
situation-over = Situation
situation-deck = { $n ->
    [one] { $n } personne était en suspens le { $day }, sur { $named } visées jusque-là par un mandat.
   *[other] { $n } personnes étaient en suspens le { $day }, sur { $named } visées jusque-là par un mandat.
}
situation-sum = Le chiffre
situation-chart = Chaque jour
situation-persons = Personnes
situation-caption = Personnes visées dans cette situation au { $day }, celles en suspens d’abord.

## Comment le chiffre est obtenu

working-title = Comment le chiffre est obtenu
working-head = { $n ->
    [one] { $n } personne en suspens
   *[other] { $n } personnes en suspens
}
working-deck = Toutes les personnes comptées ou décomptées le { $day }, pour autant que ce fût alors public, avec les inscriptions sur lesquelles repose le chiffre.
working-deck-hindsight = Toutes les personnes comptées ou décomptées le { $day }, avec tout ce qu’on en sait maintenant, et les inscriptions sur lesquelles repose le chiffre.
working-sum = La somme
working-rules = Les règles
working-rules-side = Ce qui fait qu’une personne compte, selon le recueil de règles.
working-counted = Comptées : { $n }
working-counted-note = Sous mandat, ni remises à la Cour, ni procédure terminée.
working-surrendered = Remises : { $n }
working-surrendered-note = Visées par un mandat, et remises à la Cour.
working-ended = Procédures terminées : { $n }
working-ended-note = Visées par un mandat, et la procédure s’est terminée autrement.
working-hindsight = Ajoutées par le recul : { $n }
working-hindsight-note = Sous un mandat ce jour-là, qui n’était pas encore public.

## Décomptes

counts-title = Décomptes des institutions
counts-head = Nos décomptes à côté de ceux des institutions
counts-deck = { $n ->
    [0] Aucun décompte n’avait alors été donné.
   *[other] Sur { $n } décomptes donnés par des institutions, { $compared } peuvent être comparés : { $agree } concordent avec ce registre à la personne près.
}
counts-side = Chacun est comparé au jour et sur la base qui sont les siens, avec ce qui est maintenant inscrit comme public ce jour-là. Accords et écarts sont montrés.
counts-agree = Les décomptes concordent
counts-fewer = { $n } de moins dans ce registre
counts-more = { $n } de plus dans ce registre
counts-by-basis = { $n } { $basis }
counts-basis-open = La base du décompte n’est pas dite
counts-entry = inscription
counts-not-computed = Ce registre ne le calcule pas

## Recherche

search-title = Recherche de « { $q } »
search-head = { $n ->
    [0] Rien trouvé pour « { $q } »
    [one] { $n } résultat pour « { $q } »
   *[other] { $n } résultats pour « { $q } »
}
search-deck = Noms de personnes et de situations, dans toutes les orthographes et écritures que ce registre connaît. Le début des mots suffit.
search-persons = Personnes
search-more = Davantage de personnes portent un tel nom qu’il n’en est montré ici : précisez-le.
search-situations = Situations
search-form = trouvé sous la forme { $form }
search-ended = fin de la procédure : { $reason }

## Inscription

entry-title = Inscription { $hash }
entry-head = Inscription
entry-over = Inscription { $hash }
entry-text = Telle qu’inscrite
entry-text-side = L’inscription telle qu’elle est dans le registre, membre par membre. Rien ne peut en être changé ; une correction est une nouvelle inscription.
entry-canonical = Le texte canonique, dont l’empreinte est prise
entry-not-understood = Ce programme ne comprend pas ce type d’inscription. Elle est gardée, exportée et prouvée comme les autres.
entry-later = Ce qui a suivi
entry-corrected-by = Corrigée par
entry-about-it = À son sujet
entry-hash = Empreinte de la feuille (SHA-256)
entry-proof = Preuve

## À propos

about-title = À propos
about-head = À propos de ce registre
about-deck = Ce que les États et la Cour pénale internationale font en matière de coopération, sous forme d’inscriptions datées dans un registre auquel on ne peut qu’ajouter. Une page est ce qu’un lecteur peut en voir, à une date.
about-readings = Deux lectures d’un jour
about-readings-1 = Tel que public ce jour-là : ce qui avait eu lieu et était public au plus tard ce jour. C’est ce qu’un lecteur de ce jour pouvait compter, et ce que les institutions ont compté.
about-readings-2 = Avec le recul : tout ce dont on sait maintenant que cela avait eu lieu au plus tard ce jour. Un mandat sous scellés compte dès sa délivrance.
about-readings-3 = Tel que ce registre le connaissait : le registre tel qu’il était à la fin d’un jour. Un fait inscrit ou corrigé plus tard n’y est pas encore.
about-counted = Ce qui est compté
about-counted-1 = Est en suspens la personne visée par un mandat d’arrêt, qui n’a pas été remise à la Cour et dont la procédure n’est pas terminée. Une arrestation dans un État n’y met pas fin : la demande de remise reste ouverte. Une personne compte une fois, quel que soit le nombre de mandats ; une citation à comparaître ne compte pas.
about-counted-2 = Un acte compte à partir de son jour inclus. Quand seul un mois ou une année est connu, il compte à partir du dernier jour possible.
about-marks = Marques de doute
about-marks-1 = Le silence signifie qu’une source a été lue. Seul le doute porte une marque, en petits mots gris.
about-check = Vérifier soi-même
about-check-1 = Chaque inscription a l’empreinte de ses propres octets. À heures fixes, les empreintes sont réunies dans un journal public (RFC 6962), dont l’état est signé sous forme de point de contrôle. Une preuve mène d’une inscription à un point de contrôle, et montre qu’elle a été faite alors et n’a pas changé depuis.
about-check-2 = Une preuve est un fichier texte qu’un programme d’une page peut vérifier : SHA-256 le long de deux chemins, et une signature Ed25519 par cette clef.
about-key = Clef de vérification
about-check-3 = Le journal dit combien de temps a passé, jamais combien d’événements ont eu lieu.
about-error = Signaler une erreur de fait
about-error-1 = Indiquez à qui tient ce registre l’adresse de la page, l’inscription (son empreinte figure à côté du fait) et une source qui montre ce qui est juste. Une confirmation ou une correction est une nouvelle inscription avec cette source ; l’ancienne demeure, et les deux restent visibles.
about-data = Données
about-data-1 = Chaque page existe en JSON et en CSV : les liens figurent au pied de la page. L’interface pour les programmes est décrite à l’adresse
about-access-1 = Les pages sont faites pour répondre aux WCAG 2.2, niveau AA : sans scripts, au clavier seul, avec un lecteur d’écran, à 320 pixels et sur papier. Un tableau se trouve derrière chaque graphique, et aucun sens ne repose sur la seule couleur.

## Rien à montrer

none-outstanding = Aucune personne n’était en suspens ce jour-là.
none-events = Rien n’avait eu lieu à cette date que ce registre connaisse.
none-situations = Choisissez un jour plus tardif pour voir les situations dans lesquelles des personnes étaient visées.
none-persons = Aucune personne n’avait été visée dans cette situation à cette date.
none-counts = Choisissez un jour plus tardif pour voir des décomptes donnés par des institutions.
none-found = Aucune personne ni situation de ce registre n’a de nom qui commence ainsi, à cette date. Un jour plus tardif, ou le recul, peut en montrer davantage.

## Ce qui ne va pas

wrong-title = À corriger
wrong-head = { $n ->
    [one] Un point à corriger
   *[other] { $n } points à corriger
}
wrong-today = Afficher aujourd’hui, le { $day }
wrong-not-a-day = Le registre au : « { $given } » n’est pas un jour du calendrier. Écrivez le jour, le mois et l’année, par exemple 2 octobre 2013.
wrong-known-not-a-day = Tel que ce registre le connaissait le : « { $given } » n’est pas un jour du calendrier. Écrivez le jour, le mois et l’année, par exemple 2 octobre 2013.
wrong-before-the-statute = Le registre au : le { $given } précède le { $first }, jour de l’adoption du Statut de Rome. Choisissez ce jour ou un jour plus tardif.
wrong-after-today = Le registre au : le { $given } est après aujourd’hui. Le dernier jour possible est le { $today }.
wrong-known-after-today = Tel que ce registre le connaissait le : le { $given } est après aujourd’hui. Choisissez le { $today } ou un jour antérieur.
wrong-not-one-of = { $field } ne peut pas être « { $given } ». Valeurs possibles : { $allowed }.
wrong-not-a-situation = « { $given } » n’est pas le numéro d’une situation. Écrivez-le comme ICC-02/04.
missing-title = Rien ici
missing-head = Il n’y a rien ici
missing-text = Rien ne se trouve à cette adresse pour vous au { $day }. Il n’est pas dit si cela n’a jamais été, n’est pas encore ou n’est pas public.
missing-way = Aller à la vue d’ensemble
before-title = Avant le début du registre
before-head = Le registre n’avait pas commencé
before-text = Ce registre commence le { $day }. Tel que connu le { $known }, il est vide.
before-way = Afficher tel que connu aujourd’hui
failed-title = La page n’a pas pu être faite
failed-head = La page n’a pas pu être faite
failed-text = Le registre n’a pas pu être lu. Rien n’est perdu. Réessayez ; si cela persiste, dites-le à qui tient ce serveur, dont le journal dit pourquoi.

## Comment les actes s’appellent (en minuscules ; la page met la majuscule en début de ligne)

instrument-warrant = { $ordinal ->
    [0] mandat d’arrêt
    [1] premier mandat
    [2] deuxième mandat
    [3] troisième mandat
   *[other] mandat nº { $ordinal }
}
instrument-summons = { $ordinal ->
    [0] citation à comparaître
    [1] première citation
    [2] deuxième citation
    [3] troisième citation
   *[other] citation nº { $ordinal }
}
act-warrant-issued = { $instrument } délivré
act-summons-issued = { $instrument } délivrée
act-warrant-made-public = { $instrument } rendu public
act-summons-made-public = { $instrument } rendue publique
act-warrant-executed = arrestation en exécution du { $instrument }
act-person-surrendered = remise à la Cour
act-person-appeared = comparution devant la Cour
act-ended = fin de la procédure ({ $reason })
act-ended-under = fin de la procédure, { $instrument } ({ $reason })
act-ended-by = { $act }, fin de la procédure
act-ended-with = { $act }, { $ended }
act-until = { $act }, jusqu’au { $day }
milestone-sentenced-years = { $years ->
    [one] condamnation à { $years } an
   *[other] condamnation à { $years } ans
}
milestone-with-years = { $years ->
    [one] { $act } : { $years } an
   *[other] { $act } : { $years } ans
}

## Mots fermés des données : états

status-outstanding = en suspens
status-surrendered = remise à la Cour
status-ended = procédure terminée
status-summoned = sous citation à comparaître
status-summons-ended = procédure sur citation à comparaître terminée
status-all = toutes
said-outstanding = en suspens
said-surrendered = remises à la Cour
said-ended = dont la procédure est terminée

## Mots fermés des données : fins de procédure

reason-died = décès
reason-acquitted = acquittement
reason-charges-not-confirmed = charges non confirmées
reason-charges-withdrawn = charges retirées
reason-vacated = annulation
reason-served = peine purgée
reason-inadmissible = affaire irrecevable
reason-replaced-by-warrant = citation remplacée par un mandat d’arrêt
reason-not-said = motif non dit
ended-by-died = { $n } décès
ended-by-acquitted = { $n ->
    [one] { $n } acquittement
   *[other] { $n } acquittements
}
ended-by-charges-not-confirmed = charges non confirmées contre { $n }
ended-by-charges-withdrawn = charges retirées contre { $n }
ended-by-vacated = annulation pour { $n }
ended-by-served = peine purgée par { $n }
ended-by-inadmissible = affaire irrecevable pour { $n }
ended-by-replaced-by-warrant = citation remplacée par un mandat pour { $n }

## Mots fermés des données : étapes

milestone-acquitted = acquittement
milestone-acquitted-on-appeal = acquittement en appel
milestone-admissible = affaire jugée recevable
milestone-appeal-decided = arrêt rendu en appel
milestone-arrested = arrestation
milestone-case-severed = disjonction de l’affaire
milestone-charges-confirmed = charges confirmées
milestone-charges-withdrawn = charges retirées
milestone-closing-arguments = conclusions finales
milestone-confirmation-hearing = audience de confirmation des charges
milestone-confirmation-hearing-in-absentia = audience de confirmation des charges en l’absence de la personne
milestone-convicted = déclaration de culpabilité
milestone-gave-himself-up = reddition volontaire
milestone-held = détention
milestone-held-on-another-matter = détention dans une autre affaire
milestone-inadmissible = affaire déclarée irrecevable
milestone-moved-to-serve-sentence = transfert pour l’exécution de la peine
milestone-notice-of-withdrawal-of-charges = notification du retrait des charges
milestone-released = remise en liberté
milestone-reported-killed = mort violente signalée
milestone-sentence-reduced = réduction de peine
milestone-sentenced = prononcé de la peine
milestone-sentenced-anew = nouvelle peine prononcée
milestone-trial-opened = ouverture du procès
milestone-warrant-amended = mandat modifié
milestone-warrant-replaced = mandat remplacé

## Mots fermés des données : ce qui est compté, sur quelle base, par qui

counted-outstanding = Personnes en suspens
counted-warrants-issued = Mandats délivrés
counted-persons-under-a-public-warrant-since-2002 = Personnes sous mandat public depuis 2002
counted-of-these-implemented = Dont exécutés
counted-of-these-withdrawn-after-death = Dont retirés après décès
counted-summonses-since-2002 = Citations à comparaître depuis 2002
basis-persons = personnes
basis-instruments = actes
basis-not-said = base non dite
institution-Assembly-of-States-Parties = L’Assemblée des États Parties
institution-Court--The-Court-Today = La Cour (The Court Today)
institution-Court--report-to-the-United-Nations-A-69-321 = La Cour (rapport aux Nations Unies, A/69/321)
institution-Coalition-for-the-International-Criminal-Court = La Coalition pour la Cour pénale internationale

## Mots fermés des données : types d’inscriptions

kind-person-named = noms d’une personne
kind-warrant-issued = mandat d’arrêt délivré
kind-summons-issued = citation à comparaître délivrée
kind-instrument-made-public = mandat ou citation rendus publics
kind-warrant-executed = arrestation en exécution d’un mandat
kind-person-surrendered = remise à la Cour
kind-person-appeared = comparution devant la Cour
kind-proceedings-ended = fin de la procédure
kind-proceedings-milestone = étape de la procédure
kind-remark-added = remarque
kind-citation-added = ce que dit une source
kind-count-stated = décompte d’une institution
kind-pack-edition = édition des données publiques
kind-pack-differs = une édition qui dit autre chose
kind-record-begun = début du registre

## États, par les noms qu’emploient les Nations Unies

state-BEL = Belgique
state-CAF = République centrafricaine
state-CIV = Côte d’Ivoire
state-COD = République démocratique du Congo
state-DEU = Allemagne
state-FRA = France
state-GBR = Royaume-Uni de Grande-Bretagne et d’Irlande du Nord
state-ITA = Italie
state-KEN = Kenya
state-LBY = Libye
state-MLI = Mali
state-NER = Niger
state-NLD = Pays-Bas (Royaume des)
state-NOR = Norvège
state-PHL = Philippines
state-RWA = Rwanda
state-TCD = Tchad

## Situations, par les noms qu’emploie la Cour

situation-ICC-01-04 = République démocratique du Congo
situation-ICC-01-05 = République centrafricaine I
situation-ICC-01-09 = Kenya
situation-ICC-01-11 = Libye
situation-ICC-01-12 = Mali
situation-ICC-01-14 = République centrafricaine II
situation-ICC-01-15 = Géorgie
situation-ICC-01-18 = État de Palestine
situation-ICC-01-21 = Philippines
situation-ICC-01-22 = Ukraine
situation-ICC-02-04 = Ouganda
situation-ICC-02-05 = Darfour (Soudan)
situation-ICC-02-11 = Côte d’Ivoire
situation-ICC-02-17 = Afghanistan
