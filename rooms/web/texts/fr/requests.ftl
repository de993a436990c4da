# Demandes de coopération : ce qui est dû, ce qui s’est passé, la rédaction.

requests-title = Demandes
requests-head-state = Boîte de réception
requests-head-court = Demandes
requests-deck = { $overdue ->
    [0] Rien n’est en retard
   *[other] { $overdue } en retard
}, { $due } à faire.
requests-next = La prochaine échéance est le { $day }.
requests-to-drafts = Projets
requests-overdue = En retard
requests-overdue-side = Les deux parties voient la même ligne.
requests-due = À faire
requests-due-side = Au plus tôt d’abord ; ce à quoi ni règle ni acte n’a donné de jour vient en dernier.
requests-waiting = En attente de l’autre partie
requests-waiting-side-state = Ce que la Cour vous doit.
requests-waiting-side-court = Ce que doit l’État requis, ou personne.
requests-over = Terminées
requests-over-side = Exécutées, retirées, remplacées ou jugées irrecevables.
requests-none-head = Aucune demande
requests-none-state = Aucune demande ne vous a été adressée. Ce que la Cour envoie apparaît ici aussitôt et y reste.
requests-none-court = Il n’y a pas de demande que vous puissiez voir. Une demande commence par un projet et apparaît ici quand elle est soumise à relecture.
requests-col-request = Demande
requests-col-what = Ce qui est dû
requests-col-stands = Stade
requests-col-by = Le
requests-col-days = Jours
requests-nothing-owed = Rien n’est dû
requests-no-day = aucun jour fixé

request-of = { $form } : { $person }
request-over = Demande à { $state } · { $level }
request-stands = Stade de la demande : { $state }.
request-the-court = la Cour
request-next = { $who } : prochaine étape, { $what }, le { $day } au plus tard, { $days ->
    [0] aujourd’hui
    [one] dans { $days } jour
   *[other] dans { $days } jours
}.
request-next-late = { $who } : en retard depuis le { $day }, il y a { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} : { $what }.
request-next-no-day = { $who } : prochaine étape, { $what }. Aucun jour n’est fixé.
request-next-none = Personne ne doit d’étape suivante.
request-next-over = Cette demande est terminée : personne ne doit d’étape suivante.
request-how-counted = Comment ce jour a été calculé
request-hour = À remettre avant 16 heures à La Haye le { $day }, jour ouvré de la Cour.
request-holidays-unknown = Ce registre ne connaît pas les jours fériés officiels de la Cour pour cette période : seuls les samedis et les dimanches sont écartés. Vérifiez le jour.
request-if-it-lapses = Ce qui suit si le délai expire
request-count = { $from } + { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
request-policy = pratique de ce registre, non une règle de droit ; { $rules }
request-owed = Dû
request-owed-side = Ce que chaque partie doit à l’autre, au plus tôt d’abord.
request-col-who = Qui
request-col-what = Quoi
request-col-ground = Fondement
request-do = Ce que vous pouvez faire
request-do-side = Ce que le droit connaît à partir d’ici et que votre rôle permet. Chaque acte est enregistré avec son jour et demeure.
request-paper-number = Numéro de la note
request-paper-dated = Date de la note
request-paper-received = Reçue le
request-effective = Jour de l’acte
request-effective-hint-note = La date de la note, si rien n’est indiqué.
request-effective-hint = Aujourd’hui, si le champ reste vide.
request-ground = Titre auquel l’État est sollicité
request-ground-on = { $ground }, au { $day }
request-ground-situation = On ne sait pas si autre chose le lie : cela dépend de la situation, et cette demande n’en nomme aucune que ce registre connaisse.
request-untied = Dans cet État, une arrestation provisoire attend une demande comme celle-ci, et l’on ne peut dire s’il s’agit de la même personne : { $person }, arrestation du { $day }. Si oui, indiquez { $reference } comme demande d’arrestation provisoire antérieure ; dès lors, il est dit ici si celle-ci arrive à temps.
request-nobody-has = Elle est sous scellés et n’est confiée à personne de l’État ({ $state }) : personne de cet État ne la voit ici. Confiez-la à quelqu’un.
request-sends-sealed = Elle est sous scellés. À l’envoi, elle n’est encore confiée à personne de l’État ({ $state }), et personne de cet État ne la voit ici avant qu’elle ne lui soit confiée. Confiez-la aussitôt après l’envoi.
requests-nobody-has = confiée à personne de l’État
request-findings = À corriger
request-findings-side = Ce qui empêche la demande d’être précise, complète et faite à temps.
request-happened = Ce qui s’est passé
request-happened-side = Le plus récent d’abord. Chaque étape avec le jour où elle a eu lieu et l’instant de son enregistrement.
request-recorded = { $who } · enregistré le { $when }
request-on-paper = · note { $number } du { $dated }, reçue le { $received }
request-inside = · seule la Cour connaît cette étape
request-not-understood = Une étape que cette édition ne comprend pas
request-lacking = Ces étapes ont dû avoir lieu et ne figurent pas dans ce registre :
request-asked = Ce qui est demandé
request-asked-side = Tel qu’enregistré en dernier.
request-answers = Réponses
request-answers-side = Ce que l’État requis peut répondre maintenant.
request-draft = Son projet
request-all = Toutes les demandes
request-matter = Qui peut la connaître et à qui elle est confiée
request-done = Enregistré : { $act }.
request-state-hint = Ses trois lettres. Écrivez son nom pour le trouver dans la liste.
request-choose = Choisir
request-yes = oui
request-no = non
request-finding-missing = Manque
request-finding-vague = Vague
request-finding-needed = Exigé par l’État
request-finding-late = Trop tard
request-finding-contradictory = Contradictoire
request-finding-doubtful = À revoir
request-finding-unreadable = Illisible
request-fact-letters = Lettres d’un autre alphabet : { $value }.
request-fact-given = Indiqué : { $value }.
request-fact-situation = La situation de l’affaire : { $value }.
request-fact-answered = La réponse à « { $element } » est : { $value }.
request-fact-sign = Le signe : { $value }.
request-fact-after = Il suit : { $value }.
request-fact-words = Mots porteurs de sens : { $value }.
request-fact-least-words = Au moins : { $value }.
request-fact-accepted = Accepté : { $value }.
request-fact-says = Il s’agit de : { $value }.
request-fact-source = Source : { $value }.
request-fact-arrives = Elle arriverait le { $value }.
request-fact-first = Dernier jour, si le jour de l’arrestation compte : { $value }.
request-fact-last = Dernier jour, s’il ne compte pas : { $value }.
request-fact-send-by = À envoyer le { $value } au plus tard.
request-fact-need = Exigence : { $value }.
request-to-mend = { $n ->
    [one] Un point est à corriger ; il figure à côté de son champ.
   *[other] { $n } points sont à corriger ; chacun figure à côté de son champ.
}
request-not-allowed = Dans cette demande, cet acte ne vous revient pas.
request-not-now = Stade de la demande à présent : { $state }. À partir de là, le droit ne connaît pas cet acte. Sa page montre ce qui s’est passé et ce qui peut être fait.
request-nothing-asked = Cet acte répond à ce qui a été demandé, et rien n’a été demandé dans cette demande. Sa page montre ce qui s’est passé et ce qui peut être fait.
request-done-already = Cet acte est déjà fait dans cette demande et ne se fait qu’une fois. Ce qui en est dit plus tard se consigne comme une note qui ne répond à rien.
request-nothing-owed = Rien dans cette demande n’attend cet acte : il n’est pas dû, ou il est déjà venu. Sa page montre ce qui est dû et ce qui peut être fait.
request-still-here = Ce que vous avez saisi est toujours ici.
request-raced = Entre-temps, quelqu’un d’autre a fait un acte dans cette demande. Lisez-le, puis envoyez de nouveau le vôtre s’il reste à faire.
request-raced-over = Ce que désigne If-Match n’est plus l’état actuel, et rien n’a été enregistré. Relisez la demande. Si le membre recorded désigne un acte qui est le vôtre, un premier envoi avait été reçu et sa réponse s’est perdue.
request-findings-told = Rien n’a été enregistré. Le membre findings dit pour chaque élément ce qui est à corriger, et selon quelle règle.
request-on-the-page = Une signature est donnée par une personne, jamais par un programme. Le membre page indique où elle la donne.
request-no-form = Les règles ne connaissent pas cette forme de coopération.
request-not-taken = Ceci n’a pas pu être enregistré tel quel. Relisez ce que vous avez écrit ; l’exploitant trouve la raison dans le journal.
request-field-effective = Indiquez le jour précis de l’acte, aujourd’hui au plus tard, et non avant ce qu’il suit.
request-field-number = Indiquez le numéro de la note ou ce qui l’identifie.
request-field-number-sign = Le numéro de la note contient un signe que l’on ne voit pas. Saisissez-le de nouveau au lieu de le copier.
request-field-dated = La date de la note est un jour, aujourd’hui au plus tard. Écrivez-la comme 2026-04-09.
request-field-received = Le jour de réception de la note est aujourd’hui au plus tard, et n’est pas antérieur à la date de la note. Écrivez-le comme 2026-04-09.
request-field-takes-its-place = Ceci ne désigne aucune autre demande envoyée à cet État qui soit ouverte et puisse être mentionnée ici : une demande sous scellés n’est désignée que dans une demande qui l’est aussi. Choisissez l’une de celles qui sont proposées, ou donnez sa cote à la Cour.
request-field-form = La forme et l’État requis d’une demande ne changent pas. Retirez celle-ci et faites-en une autre.
request-field-level = Une demande n’est pas publique avant d’avoir été rendue publique. Choisissez confidentiel ou sous scellés.
request-field-level-changed = Son dossier a un autre niveau. Restreignez d’abord le dossier depuis sa page, puis soumettez le texte à relecture.
request-field-basis = Indiquez pour quel motif elle n’est pas publique : tout document classifié indique le motif de sa classification (norme 23 bis).
request-field-requesting = Indiquez quel organe de la Cour demande.
request-date-none = non communiquée
request-date-sent = Transmise
request-date-notified = Notifiée à l’État
request-date-received = Reçue
request-dates = Trois dates
request-dates-side = Chacune telle qu’elle a été communiquée ; aucune n’est déduite d’une autre.
request-references = Références
request-erased = { $n ->
    [one] Une inscription de cette demande a été effacée sur ordre
   *[other] { $n } inscriptions de cette demande ont été effacées sur ordre
} : ce qui figure ici est établi sans elle. Interrogez qui l’a ordonné avant d’agir.
request-next-inside = Pas encore transmise : personne ne doit rien à l’autre.
request-heading-other = Autres actes
request-to-paper = Enregistrer une note verbale
request-late = Fait auparavant, et signalé tardivement
request-begun = commencé le { $when }, non envoyé
request-answers-given = Données à ce jour
request-answers-none = Aucune à ce jour.
request-answer-given = { $what }, { $when }
request-clock = Jour { $day } sur { $days } depuis le { $from } ({ $since }) ; le dernier jour est le { $last }
request-clock-two = Jour { $day } sur { $days } depuis le { $from } ({ $since }) ; le premier calcul prend fin le { $first }, le second le { $last }
request-clock-today = Aujourd’hui, jour { $day }
request-clock-ends = { $first } ou { $last }
request-kept = Conservé jusqu’au { $until }, pour vous seul. Rien n’a été envoyé.
request-resumed = Ce que vous avez saisi le { $when } est de nouveau ici. Rien n’en a été envoyé.
request-resumed-since = Ce que vous avez saisi le { $when } est de nouveau ici ; rien n’en a été envoyé. Depuis, un acte est intervenu dans cette demande : lisez-le d’abord.
request-kept-quietly = Conservé à {"{"}time{"}"}.
request-lost-quietly = Non conservé à {"{"}time{"}"} : la ligne est coupée, ou vous n’êtes plus connecté. Un nouvel essai suit ; ne quittez pas cette page.
request-refused-quietly = Non conservé à {"{"}time{"}"} : c’est refusé en l’état. Envoyez pour voir pourquoi ; ce que vous avez écrit revient avec la réponse.
request-long-quietly = Non conservé à {"{"}time{"}"} : c’est plus long que permis. Abrégez.
request-gone-quietly = Non conservé à {"{"}time{"}"} : cette page n’existe plus, ou plus pour vous. Copiez ce que vous avez écrit avant de la quitter.
request-failed-quietly = Non conservé à {"{"}time{"}"} : le serveur n’y est pas parvenu. Un nouvel essai suit ; ne quittez pas cette page.
draft-saved-quietly = Enregistré à {"{"}time{"}"}.
draft-moved-quietly = Quelqu’un d’autre a modifié ce projet entre-temps. Ce que vous avez écrit est conservé : enregistrez pour voir les deux versions.
request-keep-too-large = Ce texte est trop long pour être conservé ici. Mettez ce qui est long dans un document et joignez-le.
request-files-kept = Fichiers déjà reçus
request-paper-scan = Numérisation de la note
request-act-latest = Dernier acte : { $what }, { $when }.
request-act-back = Tout ce qui s’est passé
request-act-record = Enregistrer
request-act-check = Vérifier seulement
request-act-keep = Conserver et continuer plus tard
request-act-letter-pdf = Projet de lettre en PDF
request-act-letter-docx = Projet en document Word
request-act-forget = Recommencer
request-act-note = L’acte est enregistré avec sa date et votre nom, et demeure.
request-act-note-state = L’acte est envoyé à la Cour comme celui de votre État, avec sa date et votre nom, et demeure. La répartition du travail et vos remarques internes ont leur place sur le nœud de votre État, non ici.
request-check-well = Rien ne manque. Rien n’a encore été enregistré.
request-no-move = Les règles ne connaissent pas cet acte.

paper-title = Enregistrer une note verbale
paper-find-deck = Ce qui est arrivé sur papier, par la poste, la valise ou télécopie, est enregistré avec ses dates et sa numérisation. D’abord : de quelle demande s’agit-il ?
paper-from = De
paper-any-state = Tout État
paper-about = Référence, numéro d’une note antérieure ou personne
paper-about-hint = Une partie suffit. Ce que vous cherchez ne figure dans aucune adresse ni aucun journal.
paper-found = Demandes transmises
paper-found-side = Choisissez celle dont il s’agit.
paper-found-none = Aucune que vous puissiez voir. Cherchez avec moins de mots.
paper-deck = La note telle que vous l’avez devant vous : sa numérisation, son numéro, sa date, le jour de sa réception et ce qu’elle dit.
paper-other = Elle concerne une autre demande
paper-says = Ce qu’elle dit
paper-says-none = Indiquez ce que dit la note. Si elle ne répond encore à rien, choisissez une note qui ne répond à rien.
paper-on = Continuer
requests-to-paper = Enregistrer une note verbale
requests-to-calendar = Les échéances dans votre calendrier
requests-new = Nouvelles
requests-new-side = Sans accusé de réception.

drafts-title = Projets
drafts-head = Projets
drafts-deck = Un projet est chiffré au bureau de ce registre. Ce n’est pas un fait. Qui agit pour votre organe et peut lire son niveau le voit ; sous scellés, vous seul, et ceux que vous nommez.
drafts-level-hint = Il vaut dès le premier mot, et ne s’abaisse plus pour ce projet.
drafts-new = Un nouveau projet
drafts-new-side = La forme dit ce qu’une demande doit contenir, chaque élément avec sa règle.
drafts-form = Forme de coopération
drafts-begin = Commencer le projet
drafts-yours = Projets que vous pouvez voir
drafts-yours-side = Les vôtres, et ceux de votre organe s’ils ne sont pas sous scellés.
drafts-none = Il n’y en a pas. Un projet dans lequel personne n’a écrit depuis un an est supprimé.
drafts-col-level = Niveau
drafts-col-saved = Enregistré
drafts-in-review = en relecture
draft-over = Projet · enregistré le { $when } · { $number ->
    [one] une version
   *[other] { $number } versions
}
draft-is-in-review = Ce projet est en relecture.
draft-came-back = Il a été soumis à relecture et est devenu cette demande.
draft-to-look-at = { $n ->
    [one] Rien à corriger ; un point à revoir avant de signer
   *[other] Rien à corriger ; { $n } points à revoir avant de signer
}
draft-to-mend = { $n ->
    [one] Un point à corriger avant la signature
   *[other] { $n } points à corriger avant la signature
}
draft-requesting = Organe qui demande
draft-basis = Motif de la classification
draft-save = Enregistrer et vérifier de nouveau
draft-submit = Enregistrer et soumettre à relecture
draft-nothing-sent = Rien n’est envoyé depuis cette page. La même vérification fonctionne hors ligne, sur un fichier : comity check.
audit-act-draft-deleted = Projet supprimé
draft-done-saved = Enregistré.
draft-done-merged = Enregistré. Quelqu’un d’autre avait enregistré entre-temps ; les deux ont été réunis, car vous avez changé des choses différentes.
draft-unsettled = Quelqu’un d’autre a changé la même chose que vous. Les deux versions sont conservées.
draft-choose-do = Choisir
draft-versions = Versions
draft-versions-side = Chaque séance, la plus récente d’abord. Rien de ce qui a été enregistré n’est perdu.
draft-sitting = { $who }, { $when } : { $changed }.
draft-sitting-beside = { $who }, { $when }, à côté d’une autre version : { $changed }.
draft-changed-nothing = rien n’a changé
draft-compare-do = Comparer
draft-compare-title = Versions côte à côte
draft-compare-head = Versions côte à côte
draft-compare-differs = Ce qui diffère
draft-compare-side = Barré : seulement dans la première. Souligné : seulement dans la seconde.
draft-compare-none = Elles disent la même chose.
draft-version = version { $number } de { $who }, { $when }
draft-back = Retour au projet
draft-choose-title = Deux versions se contredisent
draft-choose-head = Deux versions se contredisent
draft-choose-deck = Vous et quelqu’un d’autre avez changé la même chose : { $parts }. Rien n’est perdu ; dites ce qui doit rester.
draft-choose-side = Barré : ce qui vaut maintenant. Souligné : ce qui a été écrit à côté.
draft-choose-both = Réunies
draft-choose-both-side = Avec ce qui a été écrit à côté partout où les deux ont changé la même chose. Modifiez à votre gré et enregistrez.
draft-delete = Supprimer le projet
draft-delete-open = Supprimer ce projet
draft-delete-warning = Il disparaît avec toutes ses versions. Ce qui a été soumis à relecture demeure dans le registre.
draft-delete-do = Supprimer définitivement
draft-all = Tous les projets
draft-no-version = Cette version du projet n’existe pas ; rechargez la page.
draft-in-review = Un projet en relecture ne se supprime pas. Retirez la demande ou attendez qu’elle revienne.
draft-too-large = C’est plus qu’un projet ne peut contenir, 1 Mio de texte. Joignez les longs documents en annexe.
draft-no-colleague = Ce collègue n’existe pas.
request-fact-choices = L’un de : { $value }.
request-fact-days-on-the-way = Jours d’acheminement : { $value }.
request-fact-leaves = Elle partirait le { $value }.
request-fact-id = Désignation : { $value }.

# As the law pack has them on a timeline.
kind-request-acknowledged = accusé de réception donné
kind-request-competing-request-raised = demande concurrente signalée
kind-request-confirmed = confirmée par la voie de l’État
kind-request-consent-given = consentement à la remise donné
kind-request-consultation-opened = consultation ouverte
kind-request-costs-recorded = frais consignés
kind-request-delivered = reçue par l’État
kind-request-documents-received = demande de remise et pièces reçues
kind-request-executed = personne remise : demande exécutée
kind-request-executed-in-part = exécutée en partie
kind-request-immunity-raised = immunité invoquée
kind-request-inquiry-answered = réponse donnée à la Cour
kind-request-inquiry-made = question posée à l’État
kind-request-modified = modifiée
kind-request-ne-bis-in-idem-raised = ne bis in idem invoqué
kind-request-person-arrested = personne arrêtée
kind-request-person-available = personne prête à être remise
kind-request-person-not-found = personne introuvable
kind-request-person-released = personne mise en liberté
kind-request-postponed = sursis convenu
kind-request-postponement-declined = sursis rejeté
kind-request-postponement-proposed = sursis proposé
kind-request-question-answered = réponse donnée à la question
kind-request-refused = refusée
kind-request-release-applied-for = mise en liberté provisoire demandée
kind-request-release-recommended-on = recommandations sur la mise en liberté envoyées
kind-request-resumed = exécution reprise
kind-request-returned = renvoyée pour modification
kind-request-ruling-awaited = exécution en attente de la décision sur la recevabilité
kind-request-sent-again = envoyée de nouveau
kind-request-signed = signée
kind-request-step-reported = mesure signalée
kind-request-submitted = soumise à relecture
kind-request-superseded = remplacée
kind-request-supplemented = complétée
kind-request-surrender-request-sent = demande de remise envoyée
kind-request-temporarily-surrendered = remise à titre temporaire
kind-request-transmitted = transmise
kind-request-warrant-amended = mandat modifié envoyé
kind-request-withdrawn = retirée

# La demande et la note qui l’accompagne, à emporter.
request-take-signed = Le document signé
request-take-request-pdf = Demande en PDF
request-take-request-docx = en document Word
request-take-note-pdf = Note verbale d’accompagnement en PDF
request-take-note-docx = en document Word
request-letter-pdf = Lettre à l’État en PDF
request-letter-docx = en document Word
request-letter-draft-pdf = projet de lettre en PDF
request-letter-draft-docx = en document Word

of-today-head = Cette page est celle d’aujourd’hui
of-today-text = Les demandes sont montrées ici telles qu’elles sont aujourd’hui. Retirez le jour de l’adresse. À un autre jour, les programmes et la ligne de commande les montrent.
draft-need = { $says } · { $law }
