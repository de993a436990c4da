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
nav-states = États
nav-findings = Constats
nav-treaties = Traités
nav-compare = Comparer
nav-sources = Sources
nav-about = À propos
find = Chercher un nom
find-hint = Personne, État ou situation ; le début des mots suffit
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
event-situation = · Situation : { $situation }

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
col-status = Statut
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
filter-status = Statut
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
working-counted-note = Sous mandat, sans remise à la Cour ni fin de la procédure.
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
search-deck = Noms de personnes, d’États et de situations tels qu’ils s’écrivent ou que vous les avez entendus, dans toute écriture ; titres, numéros et mots de décisions, de lois et de remarques. Le début des mots suffit.
search-persons = Personnes
search-persons-sound = Personnes dont le nom se prononce de façon semblable
search-sound-note = Leurs noms s’écrivent autrement, dans cette écriture ou une autre, ou vous avez écrit plus que le nom. Assurez-vous qu’il s’agit bien de la personne que vous cherchez.
search-persons-words = Personnes dont le registre le dit
search-sounds = se prononce comme { $form }
search-alike = { $form } : { $why }
search-alike-besides = { $form } : { $why } ; « { $words } » ne figure pas dans le nom
search-said = « { $text } »
search-not-read = C’est plus de mots qu’une recherche n’en lit. N’a pas été lu : « { $text } ».
search-more = Il y a davantage de résultats qu’il n’en est montré ici : précisez.
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
about-error-1 = Dites par le formulaire ce qui est faux et quelle source montre ce qui est juste ; l’inscription se reconnaît à l’empreinte qui figure à côté du fait. Un agent lit le signalement, et rien n’en est publié. Une confirmation ou une correction est une nouvelle inscription avec cette source ; l’ancienne demeure, et les deux restent visibles.
about-data = Données
about-data-1 = Chaque page existe en JSON et en CSV : les liens figurent au pied de la page. L’interface pour les programmes est décrite à l’adresse
about-access-1 = Les pages sont faites pour répondre aux WCAG 2.2, niveau AA : sans scripts, au clavier seul, avec un lecteur d’écran, à 320 pixels et sur papier. Un tableau se trouve derrière chaque graphique, et aucun sens ne repose sur la seule couleur.

## Signaler une erreur

error-title = Signaler une erreur de fait
error-title-again = Non envoyé : signaler une erreur de fait
error-head = Signaler une erreur de fait
error-deck = Quelque chose ici n’est pas tel qu’une source le dit ? Dites quoi, et quelle source. Un agent lit le signalement et corrige le registre si la source le confirme.
error-read-by = Ce que vous écrivez est lu par les agents de qui tient ce registre. Rien n’en est publié. Le signalement est supprimé quatre-vingt-dix jours après avoir été traité.
error-warning = N’écrivez ici rien de confidentiel, ni rien sur l’endroit où une personne pourrait se trouver. Ce formulaire n’est pas une voie pour cela : ce qui est envoyé se trouve en clair sur ce serveur et n’est pas transmis.
error-not-taken = Non envoyé
error-page = Page
error-page-none = Vous ne venez d’aucune page de ce registre. Dites ci-dessous de quelle page il s’agit.
error-optional = (facultatif)
error-entry = Inscription
error-entry-hint = L’identifiant ou l’empreinte de l’inscription, qui figure à côté du fait : des chiffres et les lettres a à f.
error-wrong = Ce qui est faux
error-wrong-hint = Par exemple le jour, le nom ou l’État. Au plus { $most } caractères.
error-right = Ce qui est juste, et quelle source le dit
error-right-hint = Citez le document, son numéro et la page, ou son adresse publique ; si vous ne connaissez pas de source, dites-le. Au plus { $most } caractères.
error-contact = Adresse électronique pour une réponse
error-contact-hint = Ne sert qu’à vous répondre au sujet de ce signalement.
error-send = Envoyer le signalement
error-fault-missing = { $field } : rien n’est écrit ici. Écrivez-le, ou dites que vous ne savez pas.
error-fault-too-long = { $field } : le texte est trop long. Ramenez-le à { $most } caractères au plus.
error-fault-unseen = { $field } : le texte contient quelque chose qui ne se voit pas (un caractère de commande, un signe qui change le sens de l’écriture, ou une deuxième ligne là où il n’en faut qu’une). Tapez cette partie au lieu de la coller.
error-fault-not-an-entry = { $field } : ce n’est ni l’identifiant ni l’empreinte d’une inscription. Copiez de la page au moins ses huit premiers chiffres et lettres, ou laissez le champ vide.
error-fault-not-an-address = { $field } : ce n’est pas une adresse électronique. Écrivez-la comme nom@example.org, ou laissez le champ vide.
error-elsewhere = Le formulaire a été envoyé depuis une page d’un autre site. Vérifiez ce qu’il contient, et envoyez-le d’ici.
error-too-long = Ce qui a été envoyé est plus long qu’un signalement ne peut l’être, et n’a pas été lu. Revenez en arrière dans votre navigateur, où se trouve encore votre texte, et raccourcissez-le.
error-too-slow = Le signalement n’est pas arrivé à temps, et n’a pas été lu. Revenez en arrière dans votre navigateur, où se trouve encore votre texte, et envoyez-le de nouveau.
error-unknown = Il n’y a pas de telle page ni de telle inscription que tous puissent lire ; le signalement n’a donc pas été accepté, et rien n’en est gardé. Laissez l’inscription de côté, ou signalez depuis la page où vous avez lu le fait. Une erreur dans ce qui n’est pas public se dit à l’agent dont cela émane.
error-not-a-form = Ce qui a été envoyé n’est pas écrit comme ce formulaire l’écrit, et n’a pas été lu. Remplissez le formulaire ici, et envoyez-le de nouveau.
error-busy = { $n ->
    [one] Beaucoup de signalements arrivent en ce moment. Rien de ce que vous avez écrit n’est perdu : envoyez-le de nouveau dans { $n } seconde.
   *[other] Beaucoup de signalements arrivent en ce moment. Rien de ce que vous avez écrit n’est perdu : envoyez-le de nouveau dans { $n } secondes.
}
error-full = Aucun autre signalement ne peut être gardé avant qu’un agent ait traité ceux qui s’y trouvent. Rien de ce que vous avez écrit n’est perdu : gardez-en une copie, et envoyez-la un autre jour.
error-failed = Le signalement n’a pas pu être gardé ; le journal du serveur dit pourquoi. Rien de ce que vous avez écrit n’est perdu : envoyez-le de nouveau un peu plus tard.
error-thanks-title = Signalement reçu
error-thanks-head = Merci, le signalement a été reçu
error-thanks-text = Sa référence est { $reference }. Gardez-la, au cas où vous voudriez en reparler.
error-thanks-next = Un agent le lit. Si une source le confirme, le fait est confirmé ou corrigé par une nouvelle inscription avec cette source ; l’ancienne demeure, et les deux restent visibles.
error-thanks-way = Retour à la page

## Rien à montrer

none-outstanding = Aucune personne n’était en suspens ce jour-là.
none-events = Rien n’avait eu lieu à cette date que ce registre connaisse.
none-situations = Choisissez un jour plus tardif pour voir les situations dans lesquelles des personnes étaient visées.
none-persons = Aucune personne n’avait été visée dans cette situation à cette date.
none-counts = Choisissez un jour plus tardif pour voir des décomptes donnés par des institutions.
none-found = Rien dans ce registre n’a un tel nom ni de tels mots, ni ne se prononce ainsi, à cette date. Un jour plus tardif, ou le recul, peut en montrer davantage.

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
wrong-state = « { $given } » n’est le code d’aucun État de ce registre. Écrivez son code ISO 3166-1 alpha-3, par exemple FRA.
wrong-state-near = « { $given } » n’est le code d’aucun État de ce registre. Vouliez-vous dire { $near } ?
wrong-kind-none = kind ne peut pas être « { $given } » : ce fichier n’a de ligne d’aucune nature à cette date.
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

guard-elsewhere-title = Ceci a été envoyé depuis un autre site
guard-elsewhere-text = Rien n’a été fait. Ce qui change quelque chose ici n’est accepté que depuis les pages de ce site. Ouvrez la page ici, et faites-le de là.
guard-packed-title = Ceci n’a pas pu être lu
guard-packed-text = Rien n’a été fait. Ce qui a été envoyé est compressé, et n’est accepté que tel quel (sans l’en-tête Content-Encoding).
guard-too-often-title = Trop de demandes
guard-too-often-text = { $n ->
    [one] Tant de demandes sont venues de vous, ou de votre réseau, que d’autres attendraient. Rechargez cette page dans { $n } seconde.
   *[other] Tant de demandes sont venues de vous, ou de votre réseau, que d’autres attendraient. Rechargez cette page dans { $n } secondes.
}

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
kind-state-named = noms et codes d’un État
kind-state-began = début d’un État
kind-state-renamed = changement de nom d’un État
kind-treaty-signed = signature d’un traité
kind-treaty-joined = instrument par lequel un État s’est lié
kind-treaty-in-force-stated = entrée en vigueur selon une source
kind-treaty-intent-declared = déclaration de ne pas avoir l’intention de devenir partie
kind-treaty-withdrawal-announced = retrait annoncé
kind-treaty-withdrawal-notified = retrait notifié au dépositaire
kind-treaty-withdrawal-effect-stated = prise d’effet d’un retrait selon une source
kind-treaty-withdrawal-rescinded = notification de retrait révoquée
kind-treaty-instrument-withdrawn = instrument repris
kind-treaty-position-unresolved = position inconnue à partir d’un jour
kind-acceptance-lodged = acceptation de la compétence
kind-acceptance-without-effect = acceptation de la compétence sans effet
kind-declaration-made = déclaration sur la voie et les langues
kind-finding-made = constat de non-coopération, ou ce qu’une chambre a fait à la place
kind-finding-referred = renvoi d’un constat
kind-finding-referral-put-off = renvoi d’un constat différé
kind-finding-referral-reversed = renvoi d’un constat infirmé
kind-agreement-made = accord avec la Cour, ou déclaration qui en tient lieu
kind-agreement-in-force = entrée en vigueur d’un accord avec la Cour
kind-referral-made = situation déférée
kind-resolution-adopted = résolution sur la coopération adoptée
kind-pledge-made = engagement
kind-law-enacted = loi sur la coopération
kind-count-stated = décompte d’une institution
kind-pack-edition = édition des données publiques
kind-pack-differs = une édition qui dit autre chose
kind-record-begun = début du registre

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

### États et traités

## États

states-title = États
states-head = { $n ->
    [one] { $n } État : { $parties } parties au Statut de Rome
   *[other] { $n } États : { $parties } parties au Statut de Rome
}{ $unknown ->
    [0] { "" }
    [one] , et un dont la position n’est pas connue
   *[other] , et { $unknown } dont la position n’est pas connue
}
states-unknown = On ne sait pas si { $n ->
    [one] cet État est partie
   *[other] ces États sont parties
} au Statut : { $states }.
states-bound = Tenus de coopérer sans être parties : { $states }.
states-groups = Groupes régionaux
group-of = { $parties } sur { $n }
states-group-note = { $parties } sur { $n } sont parties au Statut de Rome, { $apic } à l’Accord sur les privilèges et immunités.
states-caption = { $group } : la position de chaque État au { $day }
states-side = Un État qui n’existait pas ce jour-là ne figure pas dans la liste.
states-made-1 = La position de chaque État résulte de ses propres actes jusqu’à ce jour, selon les règles de droit de ce jour. Nul ne la saisit.
states-made-2 = Figurent les Membres des Nations Unies, le Saint-Siège, l’État de Palestine et les Îles Cook, sous les noms que les Nations Unies employaient ce jour-là. Les groupes régionaux sont donnés de mémoire, aucune source n’en a été lue.
none-states = Ce registre ne nomme aucun État à cette date. La prochaine édition des données publiques qui y entrera le fera.
col-state = État
col-rome-statute = Statut de Rome
col-apic = Accord sur les privilèges et immunités
no-tie = aucun lien

## Traités

treaty-rome-statute = Statut de Rome
treaty-apic = Accord sur les privilèges et immunités
treaty-title-rome-statute = Parties au Statut de Rome
treaty-title-apic = Parties à l’Accord sur les privilèges et immunités
treaty-lead-rome-statute = { $n ->
    [one] État Partie au Statut de Rome
   *[other] États Parties au Statut de Rome
}{ $unknown ->
    [0] { "" }
    [one] , et un dont la position n’est pas connue
   *[other] , et { $unknown } dont la position n’est pas connue
}
treaty-lead-apic = { $n ->
    [one] partie à l’Accord sur les privilèges et immunités
   *[other] parties à l’Accord sur les privilèges et immunités
}{ $unknown ->
    [0] { "" }
    [one] , et une dont la position n’est pas connue
   *[other] , et { $unknown } dont la position n’est pas connue
}
treaty-unknown = Hors du compte, la position n’étant pas connue : { $states }.
treaty-nav = Traités
treaty-adopted = Adopté le { $adopted }, en vigueur depuis le { $force }.
treaty-adopted-before = Adopté le { $adopted } ; il entre en vigueur le { $force }.
treaty-adopted-open = Adopté le { $adopted } ; trop peu d’États y sont parties pour qu’il entre en vigueur.
treaty-sum-joined = États avaient déposé un instrument
treaty-sum-withdrawn = retraits ayant pris effet à ce jour
treaty-sum-taken-back = instruments retirés avant d’avoir pris effet
treaty-sum-not-yet = pas encore en vigueur à leur égard
treaty-sum-unknown = position inconnue
treaty-sum-parties = parties
treaty-chart = Les parties au fil du temps
treaty-chart-side = Les parties de chaque jour, selon les règles sur l’entrée en vigueur et le retrait.
treaty-chart-title = Nombre de parties au fil du temps, ligne en escalier : { $n } le { $day }
treaty-chart-first = { $day } : les { $n } premiers
treaty-chart-note = Plus pâle après le jour choisi.
treaty-table-caption = Jours où le nombre de parties a changé.
col-parties = Parties
treaty-groups = Par groupe régional
treaty-groups-side = Le contour représente tous les États du groupe, la partie pleine ceux qui sont parties.
treaty-groups-title = Parties par groupe régional
treaty-groups-table = Les barres en tableau
treaty-groups-caption = Parties par groupe régional au { $day }
col-group = Groupe régional
col-states = États
treaty-withdrawing = Retrait notifié : { $n }
treaty-withdrawing-side = Parties jusqu’à ce que le retrait prenne effet.
treaty-unresolved = Position inconnue : { $n }
treaty-unresolved-side = Non comptés, et nommés à côté du chiffre.
treaty-withdrawn = Retirés : { $n }
treaty-withdrawn-side = Ils ne sont plus parties. Ce qu’ils devaient du temps où ils l’étaient demeure.
treaty-taken-back = Instrument retiré : { $n }
treaty-taken-back-side = Avant d’avoir pris effet : ces États ne sont pas devenus parties.
treaty-joined = Instrument déposé, pas encore en vigueur : { $n }
treaty-joined-side = Pas encore parties.
treaty-party = Parties : { $n }
treaty-party-side = Le jour d’entrée en vigueur est calculé selon la règle indiquée. Si une source donne un autre jour, les deux figurent.
treaty-declined = Signataires qui n’entendent pas devenir parties : { $n }
treaty-declined-side = Déclaré au dépositaire.
treaty-signatory = Signataires, non parties : { $n }
treaty-signatory-side = Une signature seule n’oblige pas à coopérer.
treaty-caption = { $head }, au { $day }
col-signed = Signature
col-joined = Dépôt de l’instrument
col-in-force = En vigueur
col-kind = Nature
col-rule = Règle
col-withdrawal = Retrait
treaty-none = Aucun État n’avait fait acte au titre de ce traité à cette date. Les premières signatures y changeront quelque chose.
treaty-made = Comment ceci est obtenu
treaty-made-side = Les règles de droit appliquées, dans nos propres mots.
treaty-made-1 = Compte l’État pour lequel le traité est en vigueur selon ces règles, d’après ses propres actes jusqu’à ce jour (signature, dépôt, retrait, et leur révocation). Chaque acte figure dans le registre ; chaque ligne mène aux siens.
treaty-made-2 = Si une source lue indique un autre jour que celui que donnent les règles, le compte suit les règles et la source figure à côté.
stated-other = une source indique le { $day }
planned = prévu
leaving-announced = Annoncé : { $day }
leaving-notified = Notifié : { $day }
leaving-effect = Effet selon le droit : { $day } ({ $rule })
leaving-rescinded = Notification révoquée : { $day }
leaving-taken-back = Instrument retiré : { $day }
leaving-declined = Déclaré : { $day }
leaving-unresolved = Inconnu depuis : { $day }
treaty-unknown-title = Traité inconnu
treaty-unknown-head = Ce registre ne suit aucun traité de ce nom ; il en suit deux
treaty-before-title = Avant le traité
treaty-before-head = Ce traité n’était pas encore adopté
treaty-before-text = { $treaty } : adopté le { $day }. Au { $asked }, nul ne pouvait y être partie.
treaty-before-way = Afficher le { $day }

## Un État

state-over-none = Aucun lien avec le Statut de Rome
state-deck-both = Partie au Statut de Rome depuis le { $rome } et à l’Accord sur les privilèges et immunités depuis le { $apic }.
state-deck-rome = Partie au Statut de Rome depuis le { $rome }.
state-deck-apic = Partie à l’Accord sur les privilèges et immunités depuis le { $apic }.
state-deck-apic-none = N’est pas partie à l’Accord sur les privilèges et immunités.
state-deck-apic-signatory = A signé l’Accord sur les privilèges et immunités, sans y être partie.
state-deck-withdrawing = A notifié son retrait { $on } : celui-ci doit prendre effet le { $effect }. Jusque-là, l’État est partie.
state-deck-withdrawn = N’est plus partie au Statut de Rome depuis le { $effect }, par un retrait notifié { $on }. L’était depuis le { $since }.
state-deck-signatory = A signé le Statut de Rome { $on }, sans y être partie.
state-deck-declined = A signé le Statut de Rome { $on }, et déclaré { $declared } ne pas avoir l’intention de devenir partie.
state-deck-joined = A déposé son instrument { $on } : le Statut de Rome entre en vigueur à son égard le { $effect }.
state-deck-taken-back = A déposé son instrument { $on } et l’a retiré { $back }, avant qu’il ait pris effet : n’est pas devenu partie au Statut de Rome.
state-deck-unresolved = Depuis le { $since }, ce registre ne sait pas si l’État est partie au Statut de Rome.
state-deck-unresolved-plain = Ce registre ne sait pas si l’État est partie au Statut de Rome.
state-deck-notified = Avait notifié son retrait { $on }.
state-deck-notified-stated = Avait notifié { $on } un retrait qui devait prendre effet { $stated }.
state-deck-apic-unresolved = Ce registre ne sait pas si l’État est partie à l’Accord sur les privilèges et immunités.
state-deck-announced = A annoncé { $on } son intention de se retirer. Une annonce ne fait courir aucun délai : l’État demeure partie.
state-deck-none = Ni partie au Statut de Rome ni signataire.
state-deck-council = Tenu de coopérer par { $document } du Conseil de sécurité.
state-deck-council-plain = Tenu de coopérer par une résolution du Conseil de sécurité.
state-deck-acceptance = Tenu de coopérer par son acceptation de la compétence, déposée { $on }.
state-deck-findings = { $n ->
    [one] Un constat de non-coopération le concerne.
   *[other] { $n } constats de non-coopération le concernent.
}
state-address = Adresser une demande
state-address-side = La voie et les langues sont au choix de l’État (article 87, paragraphes 1 et 2). À lire avant d’écrire.
address-advice = Que faire
advice-declared = Écrire comme déclaré : par cette voie, dans l’une de ces langues.
advice-confirm = Non vérifié. Passer par la voie diplomatique, dans une langue de travail de la Cour (anglais ou français), ou confirmer d’abord auprès de l’autorité.
advice-none = Ce registre ne connaît aucun choix. Passer par la voie diplomatique, dans une langue de travail de la Cour (anglais ou français), ou confirmer d’abord auprès de l’autorité.
address-channel = Voie
address-languages = Langues
address-declared = Déclaration
address-source = Source
address-authority = Autorité centrale
address-authority-none = Non connue : il n’y a pas d’annuaire public
address-basis = À quel titre
address-rules = Ce que dit le Statut de la voie et de la langue
state-survives = Ce qui subsiste après le retrait
state-ties = Liens conventionnels
state-ties-side = { $parties } au Statut de Rome ce jour-là.
state-ties-parties = { $n ->
    [one] { $n } État était partie
   *[other] { $n } États étaient parties
}
state-ties-caption = Position à l’égard de chaque traité au { $day } : { $state }
col-treaty = Traité
state-tie-acts = Actes en vue de se retirer
state-row = ligne du registre
state-laws = Lois sur la coopération
state-laws-side = Ce qui y a été lu, par sujet du chapitre IX. Un sujet non lu peut se trouver dans une loi.
state-law-read = Lu : { $read }
state-law-nothing-read = On ne sait pas ce qu’elle dit
state-topics = Lois par sujet du chapitre IX
state-topics-unread = Sujets non lus
state-topic = { $topic } (article { $article })
state-topics-all-read = Aucun : chaque sujet a été lu dans l’une de ses lois
none-laws = Ce registre ne connaît aucune loi de cet État sur la coopération avec la Cour. Une loi que quelqu’un lira et citera apparaîtra ici.
state-laws-all = Lois de tous les États
state-findings = Constats
state-findings-side = Décisions au titre de l’article 87, paragraphe 7, et leurs suites.
none-findings = À la connaissance de ce registre, aucune chambre n’avait constaté à cette date que cet État n’a pas coopéré. Une décision au titre de l’article 87, paragraphe 7, apparaîtrait ici.
state-findings-all = Constats sur tous les États
state-agreements = Accords
state-agreements-side = Avec la Cour : exécution des peines, mise en liberté, réinstallation ; déclarations au titre de l’article 103.
none-agreements = Ce registre ne connaît aucun accord de cet État avec la Cour. Un accord publié apparaîtrait ici. Les accords sur la protection des témoins ne sont pas publics.
state-agreements-all = Accords de tous les États
state-acts = Actes dans l’État
state-acts-side = Arrestations, remises et autres actes au titre de mandats et de citations où cet État est nommé.
none-acts = Aucune arrestation, remise ni autre acte au titre d’un mandat dans cet État n’est connu de ce registre à cette date.
state-situations = Personnes de ses situations
state-situations-caption = Personnes visées dans la situation { $situation }, celles en suspens d’abord.
none-situations-state = Aucune situation devant la Cour ne porte le nom de cet État, à la connaissance de ce registre à cette date.
state-referrals = Renvois de situations
state-referrals-side = Situations déférées à la Cour par cet État, ou par un acte qui l’oblige.
none-referrals = Aucun renvoi par cet État, ou qui l’oblige, n’est connu de ce registre à cette date.
state-acceptances = Acceptations de la compétence
state-acceptances-side = Déclarations au titre de l’article 12, paragraphe 3.
none-acceptances = Aucune déclaration de cet État au titre de l’article 12, paragraphe 3, n’est connue de ce registre à cette date.
state-state = L’État
state-names = Autres noms
state-group = Groupe régional
state-membership = Nations Unies, aujourd’hui
state-languages = Langues officielles
state-codes = Codes (ISO 3166-1)
state-began = Existe depuis
state-sources = Sources
state-sources-side = Ce qui a été lu pour chaque ligne, et ce qui y diffère.
state-rules = Règles appliquées
state-rules-side = Les règles de droit sur lesquelles reposent ces liens, dans nos propres mots.
state-not-yet-title = Pas encore un État
state-not-yet-head = { $state } : pas encore un État
state-not-yet-text = Cet État existe depuis le { $day }. Rien ne peut en être montré au { $asked }.
state-not-yet-way = Afficher le { $day }
state-unknown-title = État inconnu
state-unknown-head = Aucun État de ce registre ne s’appelle « { $given } »
state-unknown-near = Vouliez-vous dire l’un de ceux-ci ?
state-unknown-text = Écrivez son nom, un nom qu’il a porté, ou son code ISO 3166-1, par exemple FRA.
state-unknown-all = Tous les États

## Vue d’ensemble : liens et chiffres

map-head = Qui est lié
map-side = Chaque État mène à sa fiche. Un point représente un État trop petit pour être dessiné.
map-title = Carte du monde des liens de { $n } États avec la Cour ; les mêmes liens en listes figurent dessous
map-state = { $state } : { $tie }
map-note = Les frontières n’impliquent aucune prise de position. Les zones sans couleur propre ne sont pas au nombre des { $n } États de ce registre ce jour-là.
map-note-apic = { $n ->
    [one] Un État de plus est partie à l’Accord sans être, ou sans qu’on sache s’il est, partie au Statut.
   *[other] { $n } États de plus sont parties à l’Accord sans être, ou sans qu’on sache s’ils sont, parties au Statut.
}
map-lists = La carte sous forme de listes
ties-list = { $tie } ({ $n })
tie-both = partie au Statut et à l’Accord
tie-statute = partie au Statut seul
tie-signed = a signé le Statut ou y a été partie, mais ne l’est pas
tie-none = ni partie ni signataire
tie-unknown = position inconnue
legend-both = { $n ->
    [one] partie au Statut et à l’Accord sur les privilèges et immunités
   *[other] parties au Statut et à l’Accord sur les privilèges et immunités
}
legend-statute = { $n ->
    [one] partie au Statut seul
   *[other] parties au Statut seul
}
legend-signed = ont signé le Statut, ou y ont été parties
legend-none = ni l’un ni l’autre
legend-unknown = { $n ->
    [one] dont la position n’est pas connue
   *[other] dont la position n’est pas connue
}
figs-head = Ce que les États ont fait
figs-side = Chaque chiffre mène à ce sur quoi il repose.
fig-parties = { $n ->
    [one] État Partie
   *[other] États Parties
} au Statut de Rome
fig-unresolved = { $n ->
    [one] et un dont la position n’est pas connue : { $states }
   *[other] et { $n } dont la position n’est pas connue : { $states }
}
fig-apic = { $n ->
    [one] partie à l’Accord
   *[other] parties à l’Accord
} sur les privilèges et immunités
fig-findings = { $n ->
    [one] constat de non-coopération
   *[other] constats de non-coopération
}
fig-sentences = { $n ->
    [one] État ayant un accord sur les peines
   *[other] États ayant un accord sur les peines
} en vigueur
fig-declarations = { $n ->
    [one] État ayant déclaré
   *[other] États ayant déclaré
} une voie ou des langues
fig-laws = { $n ->
    [one] État dont une loi
   *[other] États dont une loi
} sur la coopération est connue

## Recherche : États et lignes

search-states = États
search-near = Rien ne porte ce nom. S’en approchent :
search-rows = Dans le registre
search-row = { $kind } : { $title }
found-rome-statute = Lien avec le Statut de Rome
found-apic = Lien avec l’Accord sur les privilèges et immunités
found-acceptances = Acceptation de la compétence
found-article87 = Déclaration sur la voie et les langues
found-findings = Constat
found-agreements = Accord
found-referrals = Renvoi
found-resolutions = Résolution
found-pledges = Engagement
found-legislation = Loi
found-states = État
found-former-names = Ancien nom

## Comment s’appellent les actes dans les fichiers (en minuscules, comme ci-dessus)

event-file-line = { $states } : { $act }
act-treaty-signed = { $treaty } : signature
act-treaty-joined = { $treaty } : dépôt de l’instrument ({ $by })
act-treaty-withdrawal-announced = { $treaty } : retrait annoncé
act-treaty-withdrawal-notified = { $treaty } : retrait notifié
act-treaty-withdrawal-rescinded = { $treaty } : notification de retrait révoquée
act-treaty-withdrawal-effect-stated = { $treaty } : prise d’effet du retrait
act-treaty-instrument-withdrawn = { $treaty } : instrument retiré avant d’avoir pris effet
act-treaty-position-unresolved = { $treaty } : position inconnue depuis ce jour
act-treaty-intent-declared = { $treaty } : intention déclarée de ne pas devenir partie
act-treaty-in-force-stated = { $treaty } : entrée en vigueur
act-state-began = début d’existence
act-state-renamed = changement de nom
act-acceptance-lodged = acceptation de la compétence de la Cour (article 12, paragraphe 3)
act-acceptance-without-effect = acceptation de la compétence jugée sans effet (article 12, paragraphe 3)
act-declaration-made = déclaration sur la voie et les langues (article 87)
act-finding-referral-put-off = décision sur un renvoi différée
act-finding-referred = renvoi pour non-coopération
act-finding-referral-reversed = renvoi pour non-coopération annulé en appel
act-agreement-made = { $kind } : signature
act-agreement-in-force = { $kind } : entrée en vigueur
act-referral-made-Security-Council = situation déférée par le Conseil de sécurité
act-referral-made-State-Party = situation déférée à la Cour
act-resolution-adopted = résolution adoptée par l’Assemblée
act-pledge-made = engagement pris
act-law-enacted = loi adoptée

## Mots fermés des données : les États et ce qu’ils ont fait

joined-ratification = ratification
joined-acceptance = acceptation
joined-approval = approbation
joined-accession = adhésion
joined-succession = succession
joined-deposit-not-found = dépôt non trouvé
group-African-States = États d’Afrique
group-Asia-Pacific-States = États d’Asie et du Pacifique
group-Eastern-European-States = États d’Europe orientale
group-Latin-American-and-Caribbean-States = États d’Amérique latine et des Caraïbes
group-Western-European-and-other-States = États d’Europe occidentale et autres États
group-none = Dans aucun groupe régional
membership-member = Membre
membership-observer = Observateur
membership-non-member--Rome-Statute-party- = Non-membre
finding-finding = constat de non-coopération
finding-information-communicated = information communiquée, sans constat
finding-no-finding = pas de constat de non-coopération
concerning-Visit = Visite d’une personne sous mandat
concerning-Non-execution-of-warrants = Non-exécution de mandats
concerning-Non-execution-of-warrant = Non-exécution d’un mandat
concerning-Failure-to-surrender-Saif-Al-Islam-Gaddafi = Défaut de remise de Saif Al-Islam Gaddafi
concerning-Failure-to-provide-records-requested-by-the-Prosecutor = Défaut de communication de documents demandés par le Procureur
concerning-Release-after-arrest-instead-of-surrender = Libération après arrestation au lieu de la remise
agreement-sentence-enforcement = accord sur l’exécution des peines
agreement-sentence-enforcement--ad-hoc- = accord ad hoc sur l’exécution des peines
agreement-article-103-declaration = déclaration de disponibilité pour recevoir des condamnés (article 103)
agreement-interim-release = accord sur la mise en liberté provisoire
agreement-release-of-persons = accord sur la mise en liberté
agreement-witness-relocation = accords sur la réinstallation de témoins
channel-diplomatic-channel = voie diplomatique
channel-diplomatic-channel-to-ministry-of-foreign-affairs = voie diplomatique, au ministère des affaires étrangères
channel-diplomatic-channel-to-ministry-of-justice = voie diplomatique, au ministère de la justice
channel-diplomatic-channel-through-the-embassy-in-Brussels = voie diplomatique, par l’ambassade à Bruxelles
channel-diplomatic-channel-through-the-embassy-in-The-Hague = voie diplomatique, par l’ambassade à La Haye
channel-ministry-of-justice = ministère de la justice
channel-ministry-of-justice--department-for-public-international-law- = ministère de la justice, direction du droit international public
channel-ministry-of-justice--office-of-international-legal-assistance-in-criminal-matters- = ministère de la justice, service de l’entraide judiciaire internationale en matière pénale
channel-federal-ministry-of-justice-or-agency-it-designates = ministère fédéral de la justice, ou l’organisme qu’il désigne
channel-central-office-for-cooperation-with-the-Court--federal-office-of-justice = service central chargé de la coopération avec la Cour, office fédéral de la justice
channel-attorney-general-and-department-of-justice = procureur général et ministère de la justice
channel-attorney-general = procureur général (attorney general)
channel-prosecutor-general = procureur général

## Langues des données : BCP 47 et ISO 639-3

language-am = amharique
language-ar = arabe
language-ay = aymara
language-az = azerbaïdjanais
language-az-Cyrl = azerbaïdjanais (cyrillique)
language-be = biélorusse
language-bg = bulgare
language-bi = bichelamar
language-bn = bengali
language-bs = bosniaque
language-bs-Cyrl = bosniaque (cyrillique)
language-ca = catalan
language-cs = tchèque
language-da = danois
language-de = allemand
language-dv = maldivien
language-dz = dzongkha
language-el = grec
language-en = anglais
language-es = espagnol
language-et = estonien
language-fa = persan
language-fi = finnois
language-fil = filipino
language-fj = fidjien
language-fr = français
language-ga = irlandais
language-gil = gilbertin
language-gn = guarani
language-gsw = suisse allemand
language-he = hébreu
language-hi = hindi
language-hif = hindi fidjien
language-ho = hiri motu
language-hr = croate
language-ht = créole haïtien
language-hu = hongrois
language-hy = arménien
language-id = indonésien
language-is = islandais
language-it = italien
language-ja = japonais
language-ka = géorgien
language-kk = kazakh
language-km = khmer
language-ko = coréen
language-ky = kirghize
language-lb = luxembourgeois
language-lo = lao
language-lt = lituanien
language-lv = letton
language-mg = malgache
language-mh = marshallais
language-mi = maori
language-mk = macédonien
language-mn = mongol
language-ms = malais
language-ms-Arab = malais (arabe)
language-mt = maltais
language-my = birman
language-na = nauruan
language-nb = norvégien bokmål
language-nd = ndébélé du Nord
language-ne = népalais
language-nl = néerlandais
language-nn = norvégien nynorsk
language-no = norvégien
language-ny = chichewa
language-pau = paluan
language-pl = polonais
language-ps = pachto
language-pt = portugais
language-qu = quechua
language-rn = kirundi
language-ro = roumain
language-ru = russe
language-rw = kinyarwanda
language-sg = sango
language-si = cingalais
language-sk = slovaque
language-sl = slovène
language-sm = samoan
language-sn = shona
language-so = somali
language-sq = albanais
language-sr = serbe
language-sr-Latn = serbe (latin)
language-ss = swati
language-st = sotho du Sud
language-sv = suédois
language-sw = swahili
language-ta = tamoul
language-tet = tétoum
language-tg = tadjik
language-th = thaï
language-ti = tigrigna
language-tk = turkmène
language-tn = tswana
language-to = tongien
language-tpi = tok pisin
language-tr = turc
language-tvl = tuvalu
language-tzm = amazighe de l’Atlas central
language-uk = ukrainien
language-ur = ourdou
language-uz = ouzbek
language-uz-Cyrl = ouzbek (cyrillique)
language-vi = vietnamien
language-wni = comorien (ndzuwani)
language-wo = wolof
language-yo = yoruba
language-zdj = comorien (ngazidja)
language-zh = chinois
language-sqi = albanais
language-eng = anglais
language-fra = français
language-spa = espagnol
language-deu = allemand
language-ita = italien
language-ell = grec
language-dan = danois
language-est = estonien
language-fin = finnois
language-swe = suédois
language-kat = géorgien
language-hrv = croate
language-jpn = japonais
language-lit = lituanien
language-mkd = macédonien
language-pol = polonais
language-slv = slovène
language-srp = serbe
language-por = portugais

### Fichiers du registre

nav-beside = Dans cette partie
nav-all-states = Tous les États
nav-doubts = Doutes
nav-data = Données
nav-file-findings = Constats
nav-file-agreements = Accords
nav-file-article87 = Déclarations
nav-file-legislation = Lois
nav-file-referrals = Renvois
nav-file-acceptances = Acceptations
nav-file-resolutions = Résolutions
nav-file-pledges = Engagements
foot-doubts = Faits non vérifiés ou contestés
file-proceedings = Personnes, mandats et citations
file-states = États
file-former-names = Anciens noms d’États
file-rome-statute = Statut de Rome
file-apic = Accord sur les privilèges et immunités
file-acceptances = Acceptations de la compétence
file-article87 = Déclarations sur la voie et les langues
file-findings = Constats de non-coopération
file-agreements = Accords avec la Cour
file-referrals = Situations déférées
file-resolutions = Résolutions sur la coopération
file-pledges = Engagements
file-legislation = Lois sur la coopération
file-part = { $title } : { $n } sur { $of }
filter-state = État
filter-all-states = Tous les États
filter-kind = Nature
filter-all-kinds = Toutes
filter-topic = Sujet du chapitre IX
filter-all-topics = Tous les sujets
said-rows = { $n ->
    [0] Rien
    [one] Une ligne
   *[other] Les { $n }
}
said-rows-of = { $n } sur { $of }
said-state = État : { $state }
said-kind = nature : { $kind }
said-topic = sujet : { $topic }
rows-unfiltered = Tout afficher
none-rows = Rien de tel ne figure dans ce registre à ce jour. Un jour ultérieur, ou l’édition suivante des données publiques, peut en montrer.
none-rows-filtered = Rien dans ce registre ne répond à tout cela ce jour-là. Ôtez un filtre, ou choisissez un jour ultérieur.
list-made = Comment ceci est obtenu
list-doubts = Faits de cette liste non vérifiés ou contestés
day-unknown = date inconnue
year-unknown = année inconnue
the-assembly = l’Assemblée des États Parties
the-council = le Conseil de sécurité
session-nth = { $nth } session
languages-one = { $language }
languages-together = { $first } et { $then }
group-other = { $n ->
    [one] { $n } d’une autre nature
   *[other] { $n } d’autres natures
}
group-other-note = Natures auxquelles cette page ne donne pas de place à part.
col-decision = Décision
col-conduct = Objet
col-referred = Suite donnée
col-remarks = Remarques
col-channel = Voie
col-languages = Langues
col-declared = Déclaration
col-law = Loi
col-read = Ce qui y a été lu
col-referred-by = Déférée par
col-binds = Qui elle oblige
col-lodged = Dépôt
col-accepts = Crimes commis
col-effect = Effet
col-session = Session
col-resolution = Résolution
col-title = Titre
col-adopted = Adoption
col-pledger = Qui s’engage
col-theme = Thème
col-pledge = En bref
answer-yes = oui
answer-no = non

## Constats

findings-head = { $found ->
    [0] Aucun constat de non-coopération
    [one] { $found } constat de non-coopération
   *[other] { $found } constats de non-coopération
}{ $states ->
    [0] { "" }
    [one] , visant un État
   *[other] , visant { $states } États
}
findings-deck = { $informed ->
    [0] { "" }
    [one] { $informed } autre décision a informé l’Assemblée ou le Conseil sans faire de constat.
   *[other] { $informed } autres décisions ont informé l’Assemblée ou le Conseil sans faire de constat.
} { $none ->
    [0] { "" }
    [one] { $none } n’a pas retenu de non-coopération.
   *[other] { $none } n’ont pas retenu de non-coopération.
}
findings-group-finding = { $n ->
    [one] { $n } constat
   *[other] { $n } constats
} de non-coopération
findings-note-finding = Une chambre a constaté qu’un État n’avait pas accédé à une demande, contrairement au Statut (article 87, paragraphe 7).
findings-group-informed = { $n ->
    [one] Information communiquée une fois
   *[other] Information communiquée { $n } fois
}
findings-note-informed = Une chambre a fait savoir à l’Assemblée ou au Conseil ce qui s’était passé. Elle n’a rien constaté, et aucun décompte des constats n’en tient compte.
findings-group-none = { $n ->
    [one] { $n } décision sans constat
   *[other] { $n } décisions sans constat
}
findings-note-none = Une chambre a examiné les faits et n’a pas fait de constat. Aucun décompte des constats n’en tient compte.
findings-made = D’après le fichier { $file } des données publiques, une décision par ligne. Une décision est là dès son jour ; ce qui a suivi, comme un renvoi, dès le sien. Seuls les constats sont comptés.
conduct-on = { $what }, { $on }
referred-to = Renvoi : { $whom }
referred-on = { $referred }, { $on }
communicated-to = Information communiquée : { $whom }
referred-to-nobody = Pas de renvoi
referral-put-off = Décision sur le renvoi différée { $on }
referral-reversed = Renvoi annulé en appel { $on }

## Accords

agreements-head = { $states ->
    [0] Aucun État n’a d’accord en vigueur sur l’exécution des peines
    [one] Un État a un accord en vigueur sur l’exécution des peines
   *[other] { $states } États ont un accord en vigueur sur l’exécution des peines
}
agreements-deck = { $signed ->
    [0] { "" }
    [one] { $signed } autre a été signé, sans entrée en vigueur connue.
   *[other] { $signed } autres ont été signés, sans entrée en vigueur connue.
} { $willing ->
    [0] { "" }
    [one] { $willing } État s’est déclaré disposé à recevoir des condamnés, sous conditions.
   *[other] { $willing } États se sont déclarés disposés à recevoir des condamnés, sous conditions.
}
agreements-group-sentences = { $n ->
    [one] { $n } accord
   *[other] { $n } accords
} sur l’exécution des peines
agreements-note-sentences = Un État qui a deux accords compte une fois.
agreements-group-ad-hoc = { $n ->
    [one] { $n } accord
   *[other] { $n } accords
} pour des personnes déterminées
agreements-note-ad-hoc = Conclus pour l’exécution des peines de personnes nommées ; non comptés avec les autres.
agreements-group-103 = { $n ->
    [one] { $n } déclaration
   *[other] { $n } déclarations
} au titre de l’article 103
agreements-note-103 = Disponibilité pour recevoir des condamnés, exprimée en devenant partie. Ce que dit une remarque est tout ce qui a été lu des conditions.
agreements-group-interim = { $n ->
    [one] { $n } accord
   *[other] { $n } accords
} sur la mise en liberté provisoire
agreements-note-interim = Pour accueillir des personnes que la Cour libère avant le jugement.
agreements-group-release = { $n ->
    [one] { $n } accord
   *[other] { $n } accords
} sur la mise en liberté
agreements-note-release = Pour accueillir des personnes que la Cour a acquittées ou qui ont purgé leur peine.
agreements-group-relocation = Réinstallation de témoins
agreements-note-relocation = Quels États ont un tel accord est confidentiel, pour la sécurité des personnes protégées. Aucun décompte par jour n’est public.
agreements-made = D’après le fichier { $file } des données publiques, un accord ou une déclaration par ligne. Un accord compte comme en vigueur dès le jour de son entrée en vigueur, si ce jour est connu.
state-confidential = État non public
not-in-force = Aucune entrée en vigueur connue

## Déclarations

declarations-head = { $states ->
    [0] Aucun choix de voie ou de langues n’est connu
    [one] Le choix de voie ou de langues d’un État est connu
   *[other] Le choix de voie ou de langues de { $states } États est connu
}
declarations-deck = Pour { $usable ->
    [0] aucun d’entre eux
    [one] { $usable } d’entre eux
   *[other] { $usable } d’entre eux
}, une source a été lue pour tout ce qui figure ici. Ne jamais acheminer une demande sur la foi d’une déclaration non vérifiée : passer par la voie diplomatique, dans une langue de travail de la Cour, ou interroger d’abord l’autorité.
declaration-confirm = À confirmer avant tout usage
declarations-made = D’après le fichier { $file } des données publiques, un État par ligne. Si rien n’est dit de la voie ou des langues, rien n’a été lu : l’État peut néanmoins avoir choisi. Les déclarations dont le jour est inconnu figurent ici à toute date.

## Lois

laws-head = { $states ->
    [0] Aucune loi sur la coopération n’est connue
    [one] Une loi sur la coopération est connue pour un État
   *[other] Des lois sur la coopération sont connues pour { $states } États
}
laws-deck = { $n ->
    [one] { $n } loi figure
   *[other] { $n } lois figurent
} dans ce registre. Certaines sont des lois générales sur l’entraide pénale, et d’autres n’ont été lues qu’en partie, comme le disent les mots à côté de chacune.
laws-topics = Qui a une loi à ce sujet
laws-topics-note = Sujets du chapitre IX du Statut, avec le nombre de lois où chacun a été lu. Un sujet non lu peut néanmoins se trouver dans une loi.
laws-articles = art. { $articles }
laws-matrix = États et sujets
laws-matrix-note = Un point plein : le sujet a été lu dans une loi de l’État faite pour la Cour. Un cercle : lu seulement dans une loi générale sur l’entraide pénale. Pas de signe : non lu, et non pas absent.
laws-general-topic = { $topic } (loi générale)
laws-general = Loi générale sur l’entraide pénale, qui n’a pas été faite pour la Cour
laws-made = D’après le fichier { $file } des données publiques, une loi par ligne. Les sujets sont ceux que nomment les mots des rédacteurs ; un membre de phrase qui dit que quelque chose n’a pas été lu n’en nomme aucun. Une loi dont l’année est inconnue figure ici à toute date.

## Situations déférées

referrals-head = { $n ->
    [0] Aucune situation n’a été déférée à la Cour
   *[other] Une situation a été déférée { $n } fois à la Cour
}
referrals-deck = { $council ->
    [0] { "" }
    [one] { $council } fois par le Conseil de sécurité, dont la résolution oblige l’État qu’elle nomme.
   *[other] { $council } fois par le Conseil de sécurité, dont chaque résolution oblige l’État qu’elle nomme.
} { $parties ->
    [0] { "" }
    [one] { $parties } fois par des États Parties.
   *[other] { $parties } fois par des États Parties, seuls ou ensemble.
}
referrals-group-council = { $n } fois par le Conseil de sécurité
referrals-note-council = Article 13, alinéa b). Une telle résolution oblige à coopérer l’État qu’elle nomme, et y invite instamment tous les autres.
referrals-group-state = { $n } fois par des États Parties
referrals-note-state = Articles 13, alinéa a), et 14. N’oblige personne qui ne le soit déjà.
referrals-made = D’après le fichier { $file } des données publiques, un acte par ligne : les États qui défèrent ensemble le même jour n’en font qu’une.
referral-Security-Council = par le Conseil de sécurité
referral-State-Party = par un État Partie
situation-named-Darfur--Sudan = Darfour (Soudan)
situation-named-Libya = Libye
situation-named-Uganda = Ouganda
situation-named-Democratic-Republic-of-the-Congo = République démocratique du Congo
situation-named-Central-African-Republic-I = République centrafricaine I
situation-named-Mali = Mali
situation-named-Registered-vessels-of-Comoros--Greece-and-Cambodia = Navires battant pavillons comorien, grec et cambodgien
situation-named-Central-African-Republic-II = République centrafricaine II
situation-named-Gabon = Gabon
situation-named-State-of-Palestine = État de Palestine
situation-named-Venezuela-I = Venezuela I
situation-named-Venezuela-II = Venezuela II
situation-named-Bolivia = Bolivie
situation-named-Ukraine = Ukraine
situation-named-Lithuania---Belarus = Lituanie / Bélarus
binds-nobody = Personne qui ne le soit déjà
binds-state = Oblige { $state }
binds-state-paragraph = Oblige { $state } (paragraphe { $paragraph })
binds-also = et { $whom }
binds-urges = Invite instamment tous les autres États

## Acceptations

acceptances-head = { $states ->
    [0] Aucune acceptation de la compétence ne produit effet
    [one] Un État a accepté la compétence de la Cour par déclaration
   *[other] { $states } États ont accepté la compétence de la Cour par déclaration
}
acceptances-deck = { $n ->
    [one] { $n } déclaration au titre de l’article 12, paragraphe 3
   *[other] { $n } déclarations au titre de l’article 12, paragraphe 3
}{ $without ->
    [0] .
    [one] , dont une sans effet.
   *[other] , dont { $without } sans effet.
}
acceptances-made = D’après le fichier { $file } des données publiques, une déclaration par ligne, y compris celles sans effet : la raison figure à côté de chacune, à partir du jour où cela a été constaté ; si ce jour n’est pas connu, à partir de celui de la déclaration.
effect-none-against = Produit effet, pour autant qu’on le sache
effect-not-accepted-by-the-Registrar = sans effet : non acceptée par le Greffier
effect-found-ineffective-2012-04-03 = sans effet : jugée inopérante le 3 avril 2012

## Résolutions et engagements

resolutions-head = { $n ->
    [0] Aucune résolution de l’Assemblée sur la coopération
    [one] { $n } résolution de l’Assemblée sur la coopération
   *[other] { $n } résolutions de l’Assemblée sur la coopération
}
resolutions-deck = { $gaps ->
    [0] Adoptées par l’Assemblée des États Parties à ses sessions.
    [one] Adoptées par l’Assemblée des États Parties à ses sessions. Ce registre n’en a aucune pour la session { $sessions }.
   *[other] Adoptées par l’Assemblée des États Parties à ses sessions. Ce registre n’en a aucune pour les sessions { $sessions }.
}
resolutions-made = D’après le fichier { $file } des données publiques, une résolution par ligne.
pledges-head = { $n ->
    [0] Aucun engagement
    [one] { $n } ligne sur les engagements pris à Kampala
   *[other] { $n } lignes sur les engagements pris à Kampala
}
pledges-deck = Ce n’est presque rien de ce qui a été promis : les textes des engagements n’ont pas été trouvés. Ce qui figure ici est dit en bref, non mot à mot.
pledges-made = D’après le fichier { $file } des données publiques, un engagement, ou un total compté par quelqu’un, par ligne. Aucun engagement n’est compté ici.

## Une ligne

row-deck = { $unverified ->
    [0] Une source a été lue pour chacun de ses faits, au nombre de { $n }
    [one] { $unverified } de ses { $n } faits non vérifié
   *[other] { $unverified } de ses { $n } faits non vérifiés
}{ $disputed ->
    [0] .
    [one] ; sur l’un d’eux, une autre source dit autre chose.
   *[other] ; sur { $disputed }, d’autres sources disent autre chose.
}
row-undated = Aucune date n’en est connue : cela peut être postérieur au jour de cette page.
row-about = De quoi il s’agit
row-facts = Faits
row-facts-note = Chacun avec ce qu’en dit chaque source, et l’inscription qui le consigne.
row-counts-on = compte dès le { $day }
row-entry = inscription
title-of-states = { $states } : { $what }
title-referral = Situation déférée : { $situation }
title-law = { $title }
title-resolution = Résolution { $resolution }
title-pledge = Engagement : { $pledger }
cell-alpha2 = code à deux lettres (ISO 3166-1)
cell-iso-numeric = code en chiffres (ISO 3166-1)
cell-name-en = nom en anglais, pour la recherche
cell-name-fr = nom en français, pour la recherche
cell-un-name-en = nom en anglais, selon les Nations Unies
cell-un-name-fr = nom en français, selon les Nations Unies
cell-un-membership = statut auprès des Nations Unies
cell-un-regional-group = groupe régional
cell-official-languages = langues officielles
cell-exists-from = existe depuis
cell-until = a porté ce nom jusqu’au
cell-signed-on = signature
cell-ratified-or-acceded-on = dépôt de l’instrument
cell-kind = nature
cell-entered-into-force-on = entrée en vigueur, selon une source
cell-withdrawal-announced-on = annonce du retrait
cell-withdrawal-notified-on = notification du retrait
cell-withdrawal-stated-effective-on = effet du retrait, selon la notification
cell-withdrawal-effective-on = effet du retrait, selon une source
cell-withdrawal-rescinded-on = notification du retrait révoquée
cell-instrument-withdrawn-on = instrument retiré
cell-position-unresolved-from = position inconnue à partir du
cell-intent-not-to-become-party-on = déclaration de ne pas vouloir devenir partie
cell-deposited-on = dépôt de l’instrument
cell-bound-on = lié, selon une source
cell-lodged-on = dépôt
cell-accepts-from = compétence acceptée à partir du
cell-accepts-until = compétence acceptée jusqu’au
cell-status = effet
cell-channel = voie
cell-languages-accepted = langues acceptées
cell-declared-on = déclaration
cell-decision-date = décision
cell-case = affaire
cell-concerning = objet
cell-conduct-date = faits
cell-document-ref = document
cell-referral-put-off-on = décision sur le renvoi différée
cell-referred-by-day = renvoi au plus tard
cell-to-assembly = à l’Assemblée des États Parties
cell-to-security-council = au Conseil de sécurité
cell-referral-reversed-on = renvoi annulé en appel
cell-in-force-on = entrée en vigueur
cell-count = nombre
cell-as-at = au
cell-referred-by = déférée par
cell-situation = situation
cell-referred-on = déférée
cell-binds = oblige
cell-binds-also = oblige aussi
cell-binds-paragraph = par le paragraphe
cell-asp-session = session de l’Assemblée
cell-resolution = résolution
cell-title = titre
cell-adopted-on = adoption
cell-pledger = qui s’engage
cell-theme = thème
cell-paraphrase = en bref
cell-pledged-on = engagement
cell-year = année
cell-part9-topics-read = sujets du chapitre IX qui ont été lus
cell-effective = jour
cell-name = nom
cell-aliases = autres noms
cell-reason = raison
cell-case-no = affaire
cell-state = État
cell-years = années
cell-what = quoi
cell-about = au sujet de
cell-executed-in = arrestation en

## Comparaison

compare-two = Deux jours
compare-from = Ce qui a changé du
compare-to = au
compare-earlier = Premier jour
compare-title = Ce qui a changé entre deux jours
compare-title-from = Ce qui a changé depuis le { $day }
compare-head = Entre le { $from } et le { $to }
compare-deck-fewer = { $n ->
    [one] Une personne de moins en suspens : de { $before } à { $after }.
   *[other] { $n } personnes de moins en suspens : de { $before } à { $after }.
}
compare-deck-same = Autant de personnes en suspens qu’avant : { $after }.
compare-deck-more = { $n ->
    [one] Une personne de plus en suspens : de { $before } à { $after }.
   *[other] { $n } personnes de plus en suspens : de { $before } à { $after }.
}
compare-hides = Derrière ce chiffre : { $came ->
    [one] { $came } entrée
   *[other] { $came } entrées
} et { $left ->
    [one] { $left } sortie
   *[other] { $left } sorties
}{ $between ->
    [0] .
    [one]  ; une personne de plus est entrée puis sortie dans l’intervalle.
   *[other]  ; { $between } de plus sont entrées puis sorties dans l’intervalle.
}
compare-hides-nothing = Aucune entrée et aucune sortie.
compare-figures = Chiffres
compare-figures-caption = Chiffres aux deux jours
compare-unresolved = { $day } : compté sans { $states }, { $n ->
    [one] dont la position n’est pas connue
   *[other] dont les positions ne sont pas connues
}.
col-figure = Chiffre
col-change = Écart
col-until = Jusqu’au
col-before = Avant
col-after = Après
compared-outstanding = Personnes en suspens
compared-parties = États Parties au Statut de Rome
compared-apic = Parties à l’Accord sur les privilèges et immunités
compared-findings = Constats de non-coopération
compared-sentence-agreements = États ayant un accord en vigueur sur les peines
compared-declarations = États ayant fait une déclaration sur la voie ou les langues
compared-laws = États ayant une loi sur la coopération
compare-came = Entrées
compare-came-note = En suspens au second jour, non au premier.
compare-left = Sorties
compare-left-note = En suspens au premier jour, non au second.
compare-between = Entrées puis sorties
compare-between-note = Visibles à aucun des deux jours.
compare-between-caption = Personnes en suspens seulement entre les deux jours
compare-standings = Liens conventionnels qui ont changé
compare-standings-note = Selon les règles de droit, d’après les actes de chaque État.
compare-events = Jour après jour
compare-events-note = Tout ce qui a eu lieu après le premier jour et jusqu’au second.
compare-none = Entre ces jours, rien n’a eu lieu que ce registre connaisse.
compare-sessions = Depuis une session de l’Assemblée
compare-sessions-note = Jours où l’Assemblée des États Parties a adopté ses résolutions sur la coopération.
compare-no-sessions = Aucune session de l’Assemblée ne figure dans ce registre à ce jour. Choisissez les deux jours ci-dessus.
session-on = { $session } : { $day }
compare-ask-head = Quels deux jours ?
compare-ask-deck = Choisissez ci-dessus le premier jour, ou ci-dessous une session de l’Assemblée. Le second jour est celui de cette page.
compare-usual = Depuis la { $session } : du { $from } au { $to }
compare-wrong-head = Les jours sont dans le mauvais ordre
compare-wrong-order = Le { $from } ne précède pas le { $to }. Choisissez un premier jour antérieur, ou un second jour ultérieur.
compare-same-day = Les deux jours sont le { $from } : rien ne change en un jour. Choisissez un premier jour antérieur.
compare-turn = Les inverser : du { $from } au { $to }
wrong-from-not-a-day = Le premier jour : « { $given } » n’est pas un jour du calendrier. Écrivez le jour, le mois et l’année, par exemple 27 novembre 2013.

## Sources et doutes

sources-title = Sources
sources-head = { $n ->
    [0] Aucune source n’a été lue
    [one] { $n } source a été lue
   *[other] { $n } sources ont été lues
}{ $recalled ->
    [0] { "" }
    [one] , et une ligne repose sur la mémoire
   *[other] , et { $recalled } lignes reposent sur la mémoire
}
sources-deck = Un fait est vérifié quand une source qui l’indique a été lue. Ce dont on s’est seulement souvenu est marqué non vérifié partout où cela figure.
sources-recalled = De mémoire
sources-recalled-note = Personne n’avait de document sous les yeux. La citation d’une source lue peut avoir confirmé depuis un tel fait, champ par champ ; il est alors vérifié.
sources-doubts = Faits non vérifiés ou contestés
sources-read-head = Lues
sources-read-note = Un document ou une page qui a été ouvert et lu ; d’abord ceux dont le plus dépend. Les liens mènent hors de ce registre, et ne disent à personne d’où vous venez.
col-source = Source
col-rows = Lignes qui en dépendent
col-cited = Lignes qui la citent
col-confidence = Degré de certitude
confidence-high = sûr
confidence-medium = assez sûr
confidence-low = peu sûr
none-sources = Rien n’était consigné à ce jour, donc aucune source non plus. Choisissez un jour ultérieur.
doubts-title = Faits non vérifiés ou contestés
doubts-head = { $unverified ->
    [0] Aucune ligne n’a de fait non vérifié
    [one] Une ligne a un fait non vérifié
   *[other] { $unverified } lignes ont un fait non vérifié
}{ $disputed ->
    [0] { "" }
    [one] , et sur une, une autre source dit autre chose
   *[other] , et sur { $disputed }, une autre source dit autre chose
}
doubts-deck = Aucune source lue ne confirme les premiers ; sur les seconds, des sources lues divergent. Si vous connaissez une source, signalez-la : une confirmation est aussi bienvenue qu’une correction.
doubts-files = Par fichier
doubts-files-note = Lignes ayant un tel fait ; pour les personnes, leurs dossiers entiers. Choisissez un fichier pour voir les faits.
doubts-of = { $file } : { $n ->
    [one] { $n } fait en doute
   *[other] { $n } faits en doute
}
doubts-of-disputed = { $file } : { $n ->
    [one] { $n } fait contesté
   *[other] { $n } faits contestés
}
doubts-only-disputed = Seulement ce qui est contesté
doubts-all = Tous les faits en doute
doubts-error = signaler ce que dit une source
col-file = Fichier
col-unverified = Non vérifiés
col-disputed = Contestés
col-whose = De
col-fact = Fait
col-here = Dans ce registre
col-others = Ce que disent les sources
none-doubts = Aucun fait de ce registre n’est en doute à ce jour.
none-doubts-file = Aucun fait de ce fichier n’est en un tel doute à ce jour.

## Données

data-title = Données
data-head = Emporter le registre
data-deck = Tout ce qui figure sur une page existe comme données, du même jour et dans la même lecture.
data-forms = Formes
data-forms-note = La même vue sous chaque forme : aucun chiffre ne diffère de l’une à l’autre.
data-csv = CSV
data-csv-says = Chaque liste en tableau, entière, sans pages. Le lien figure au pied de sa page. UTF-8, avec une ligne de titres.
data-json = JSON
data-json-says = Chaque page comme la vue dont elle est faite, avec chaque date, source et inscription. Le lien figure au pied de sa page.
data-api = Interface pour les programmes
data-api-says = Les mêmes vues à des adresses fixes, décrites en OpenAPI 3.1, avec curseurs et requêtes conditionnelles.
data-proofs = Preuves
data-proofs-says = Chaque inscription a sa propre preuve, un fichier texte qu’un programme d’une page vérifie. Le lien figure à côté du fait.
data-reading = Comment les lire
data-reading-1 = Un jour peut n’être connu que par son mois ou son année ; il compte dès le dernier jour possible. Une case vide signifie inconnu ; un « non », qu’il en a été décidé ainsi.
data-reading-2 = Si un fait est vérifié, et ce qu’en disent d’autres sources, l’accompagne sous chaque forme.

## Accessibilité

accessibility-title = Accessibilité
accessibility-head = Dans quelle mesure chacun peut utiliser ces pages
accessibility-deck = Elles visent les règles pour l’accessibilité des contenus web (WCAG) 2.2, niveau AA. Voici ce qui est atteint, comment cela a été vérifié, et ce qui ne l’est pas.
accessibility-met = Ce qui est atteint
accessibility-met-1 = Tout fonctionne sans scripts, et au clavier seul ; l’élément actif se voit.
accessibility-met-2 = Chaque tableau a des en-têtes et une légende ; replié sur un écran étroit, il garde son sens pour un lecteur d’écran.
accessibility-met-3 = Derrière chaque graphique et chaque carte se trouve un tableau ou une liste qui dit la même chose.
accessibility-met-4 = Aucun sens ne repose sur la seule couleur ; le contraste du texte est d’au moins 4,5 pour 1, en clair et en sombre.
accessibility-met-5 = Les pages se lisent à 320 pixels sans défilement horizontal, avec un texte réglé au double de sa taille, et avec des lettres, des mots et des lignes plus espacés.
accessibility-met-6 = Les pages indiquent leur langue, et marquent ce qui est dans une autre ; les mois sont écrits en lettres.
accessibility-tested = Comment cela a été vérifié
accessibility-tested-1 = Par un programme à chaque changement : chaque sorte de page, la plus courte, la plus longue, vide et avec un fait contesté, dans les deux langues, avec axe-core, en clair et en sombre, à 360 et 1280 pixels ; le défilement horizontal à 320 ; le texte à 200 % ; tout le parcours au clavier ; ce qui s’imprime ; les couleurs imposées. En plus, de temps à autre, chaque État, chaque personne et chaque ligne.
accessibility-tested-2 = En regardant : des images des pages à l’écran, sur papier, et avec les couleurs imposées par le système.
accessibility-limits = Ce qui n’est pas atteint, autant qu’on le sache
accessibility-limits-1 = Aucune personne qui utilise chaque jour un lecteur d’écran, un contacteur ou un agrandissement n’a encore essayé ces pages.
accessibility-limits-2 = Les titres des lois, ce qui y a été lu et les remarques n’existent qu’en anglais. Les pages françaises les marquent comme tels.
accessibility-limits-3 = Les liens des petits États sur la carte sont petits ; les listes qui la suivent mènent aux mêmes pages.
accessibility-limits-4 = Les sources sont liées telles qu’elles sont ; qu’elles soient utilisables par tous ne dépend pas de nous.
accessibility-tell = Nous le dire
accessibility-tell-1 = Si quelque chose vous empêche d’atteindre ce que vous cherchiez, dites sur quelle page et avec quoi vous la lisez. Un agent le lit, et rien n’en est publié.
accessibility-tell-form = Utiliser le formulaire

## Le registre à emporter, et le fil des modifications.

data-archive = Tout le registre
data-archive-says = Le registre entier à cette date en un seul fichier : les tables des données publiques, ce que l’on sait de la véracité de chaque cellule et ce que contient chaque colonne. Le CSV peut être relu ; le Parquet a des types.
data-archive-csv = Archive CSV
data-archive-parquet = Archive Parquet
data-feed = Fil des modifications
data-feed-says = Ce qui est nouveau dans ce registre, au fil des enregistrements, pour les lecteurs de flux (Atom).
foot-changes = Fil des modifications
changes-title = Comity : ce qui est nouveau dans ce registre
changes-title-exercise = Comity, EXERCICE : ce qui est nouveau dans ce registre
changes-subtitle = Actes et corrections dans l’ordre de leur enregistrement.
change-corrected = Corrigé : { $line }
change-taken-back = Retiré : { $line }
change-taken-back-says = Cela ne figure plus dans ce registre.
change-edition = Édition du { $day } des données publiques reprise
change-verified = Une source lue donne cette date.
change-unverified = Aucune source lue ne donne encore cette date.
