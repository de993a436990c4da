
# Le répertoire des autorités : à qui s’adresser dans un État.

kind-authority-named = autorité désignée
kind-authority-confirmed = autorité confirmée
kind-authority-ended = fin d’une autorité
authority-entry-corrected = inscription rectifiée

kind-need-stated = exigence d’une loi indiquée
kind-need-ended = fin d’une exigence d’une loi

needs-title = Ce que les lois des États exigent d’une demande de remise
needs-deck = Documents, déclarations et renseignements qu’une demande apporte pour la procédure de remise de cet État (article 91-2-c). L’examen d’une demande réclame chacun d’eux.
needs-col-what = Ce qui est exigé
needs-col-law = Où la loi le dit
needs-col-from = À partir de

authorities-nav = Autorités
authorities-title = Autorités des États
authorities-deck = À qui s’adresser, par quelle voie, dans quelles langues. Ouvert à l’État et aux organes de la Cour qui adressent des demandes ; ne figure dans aucun fichier à emporter.
authorities-all-states = Tous les États
authorities-only-due = Seulement celles à confirmer
authorities-said = { $n ->
    [one] { $n } autorité,
   *[other] { $n } autorités,
} { $due ->
    [0] aucune à confirmer
    [one] dont { $due } à confirmer
   *[other] dont { $due } à confirmer
}
authorities-enter = Inscrire une autorité
authorities-none = Il n’y en a aucune que vous puissiez voir. Tant qu’aucune n’est inscrite, une demande passe par la voie diplomatique.
authorities-col-name = Autorité
authorities-col-way = Voie et langues
authorities-col-stands = Dernière confirmation
authorities-planned = Commence { $day }
authorities-over = N’existe plus

authority-confirmed = Confirmée le { $on }.
authority-due = Confirmée le { $on }, à confirmer depuis le { $due }.
authority-unconfirmed = Pas encore confirmée à cette date.
authority-ask-state = S’adresser aux personnes de l’État qui l’ont inscrite ici ({ $state }) : son autorité centrale ou son point focal.
authority-ask-letter = S’adresser à l’autorité elle-même, par sa voie : un fonctionnaire l’a inscrite d’après une lettre.
authority-all-topics = Tout le chapitre IX
authority-channel-with = { $channel } : { $details }

authority-facts = Ce qui est inscrit
authority-facts-side = Tel qu’aujourd’hui. Ce qui n’est pas connu ne figure pas.
authority-to-change = Quelque chose a changé : inscrire une autre version
authority-correct-which = Rectifier une erreur dans la version « { $name } » du { $day }
authority-ended-on = N’existe plus à partir du
authority-confirm = Confirmer
authority-confirm-side = Tout est redemandé après six mois. Si quelque chose n’est plus exact, inscrivez plutôt une autre version.
authority-confirm-do = C’est toujours exact
authority-history = Historique
authority-history-side = Tout ce qui en a été inscrit, le plus récent d’abord. Rien n’est effacé.
authority-matter = Qui peut en avoir connaissance, et comment la fermer davantage
authority-from-letter = { $source }, inscrit par { $who }
authority-from-state = Inscrit par { $who } même
authority-end = Elle n’existe plus
authority-end-side = Ses inscriptions demeurent et s’affichent pour les jours d’avant.
authority-end-open = Inscrire qu’elle a pris fin
authority-end-reason = Pourquoi, s’il y a plus à dire
authority-end-do = Inscrire sa fin

authority-new = Inscrire une autorité
authority-new-deck = Chaque autorité s’inscrit séparément : l’autorité centrale, l’ambassade, celle qui exécute.
authority-change = Une autre version d’une autorité
authority-change-deck = Pour ce qui a changé dans les faits. Indiquez tout tel que c’est à partir de ce jour ; la version précédente reste affichée pour les jours d’avant.
authority-correct = Rectifier une version d’une autorité
authority-correct-deck = Pour ce qui a été mal écrit. Indiquez tout tel que cela aurait dû être écrit ; l’erreur reste dans l’historique.
authority-warning = Nommez des services plutôt que des personnes, si on peut les joindre ainsi : ce qui est écrit ici reste dans le registre.
authority-save = Inscrire

authority-group-who = L’autorité
authority-group-does = Ce qu’elle fait
authority-group-reach = Comment la joindre
authority-group-reach-side = Il faut une adresse postale, un numéro de téléphone ou une adresse électronique.
authority-group-requests = Comment elle reçoit les demandes
authority-group-days = Depuis quand
authority-group-source = Où cela a été lu

authority-field-state = État
authority-field-name = Nom dans sa langue
authority-field-name-en = Nom en anglais
authority-field-name-fr = Nom en français
authority-field-role = Genre d’autorité
authority-field-does = Demandes
authority-field-topic = Pour quoi
authority-field-address = Adresse postale
authority-field-telephone = Téléphone
authority-field-email = Adresse électronique
authority-field-hours = Heures
authority-field-zone = Fuseau horaire
authority-field-urgent = En cas d’urgence, à toute heure
authority-field-language = Langues des demandes
authority-field-channel = Voie
authority-field-channel-details = Précisions sur la voie
authority-field-key = Clé pour les plis scellés
authority-field-from = À partir de
authority-field-until = Jusqu’à
authority-field-on = Premier jour où elle n’existe plus
authority-field-letter = Lettre ou appel
authority-field-dated = Jour de la lettre ou de l’appel
authority-field-reason = Ce qui était faux

authority-hint-state = Le code ISO 3166-1 à trois lettres, comme FRA.
authority-hint-name = Il faut un des trois noms.
authority-hint-topic = Aucun : pour tout le chapitre IX.
authority-hint-telephone = Avec l’indicatif du pays, comme +31 70 000 0000.
authority-hint-hours = Par exemple : du lundi au vendredi, de 9 h à 17 h.
authority-hint-zone = Le nom du fuseau, comme Europe/Amsterdam. Nécessaire avec des heures.
authority-hint-urgent = Un service et un numéro auquel on répond.
authority-hint-language = Les codes ISO 639-3 à trois lettres, séparés par des virgules : fra, eng.
authority-hint-channel = Le choix de l’État selon l’article 87-1. Nécessaire pour une autorité qui reçoit des demandes.
authority-hint-channel-details = Par exemple : par l’ambassade à Bruxelles.
authority-hint-key = En texte, telle que l’autorité l’a donnée.
authority-hint-from = Un jour (2026-11-26), un mois (2026-11) ou une année (2026). Ce peut être à venir.
authority-hint-until = Son dernier jour, s’il est déjà fixé.
authority-hint-letter = Ce que c’est, de qui, et où on la garde : « Note verbale 12/2026 de l’ambassade ».

authority-role-central-authority = autorité centrale
authority-role-embassy = ambassade ou mission
authority-role-executing-authority = autorité d’exécution
authority-role-focal-point = point focal
authority-role-working-group = groupe de travail
authority-does-receives = reçoit
authority-does-executes = exécute
authority-channel-diplomatic = voie diplomatique
authority-channel-direct = directement à l’autorité
authority-channel-interpol = INTERPOL
authority-channel-regional-organisation = organisation régionale

authority-done-named = L’autorité est inscrite.
authority-done-changed = La version est inscrite.
authority-done-corrected = La rectification est inscrite.
authority-done-confirmed = La confirmation est inscrite.
authority-done-ended = La fin est inscrite.
authority-not-allowed = Vous ne pouvez pas écrire cela. Une autorité est inscrite par son État, ou par un fonctionnaire de la Cour d’après une lettre, et une version est rectifiée par ceux dont elle vient : inscrivez plutôt une autre version, ou demandez-leur.
authority-changed = Quelqu’un a inscrit une autre version pendant que vous écriviez. Rien de ce que vous avez écrit n’est inscrit, et tout est encore ici : ouvrez l’autorité dans une autre fenêtre, comparez, et inscrivez de nouveau.
authority-ended-already = Cette autorité n’est pas en place aujourd’hui, ou sa fin est déjà inscrite. Pour la rétablir, inscrivez une autre version à partir du jour où elle existe de nouveau.
authority-not-taken = Le registre n’a pas pris cela. Saisissez les textes à nouveau, sans les copier d’ailleurs.

authority-fault-missing = { $field } : indiquez quelque chose.
authority-fault-too-long = { $field } : pas plus de { $most } caractères.
authority-fault-unseen = { $field } : contient un signe qui ne se voit pas. Saisissez-le au lieu de le copier.
authority-fault-not-of = { $field } : « { $given } » n’est pas un des choix.
authority-fault-not-a-state = { $field } : ce registre n’a pas cet État. { $n ->
    [0] Indiquez un code à trois lettres, comme FRA.
   *[other] Proches : { $near }.
}
authority-fault-not-an-address = { $field } : « { $given } » n’est pas une adresse électronique. Elle a la forme registry@example.org.
authority-fault-not-a-number = { $field } : « { $given } » n’est pas un numéro de téléphone avec l’indicatif de son pays. Il a la forme +31 70 000 0000.
authority-fault-no-zone = { $field } : il n’y a pas de fuseau horaire « { $given } ». Indiquez un nom comme Europe/Amsterdam.
authority-fault-not-a-language = { $field } : « { $given } » n’est pas un code ISO 639-3. Il a trois lettres : fra pour le français.
authority-fault-not-a-date = { $field } : « { $given } » n’est pas une date. Indiquez un jour (2026-11-26), un mois (2026-11) ou une année (2026).
authority-fault-not-a-day = { $field } : « { $given } » n’est pas un jour du calendrier. Écrivez-le 2026-11-26.
authority-fault-after-today = { $field } : le { $day } est après aujourd’hui. Vérifiez l’année.
authority-fault-reversed = { $field } : la fin précéderait le début.
authority-fault-before-it-began = { $field } : le { $day } précède le jour où elle commence.
authority-fault-recalled = { $field } : nommez la lettre qui a été lue ; un souvenir n’en est pas une.

state-authorities = Autorités
state-authorities-side = Restreint : ouvert à l’État et à des organes de la Cour. Le public ne voit pas cette partie.
state-authorities-none = Aucune n’est inscrite dans ce registre.

need-new = Indiquer ce qu’une loi exige
need-new-deck = Une pièce, une déclaration ou un renseignement qu’une demande de remise doit apporter pour la procédure de cet État.
need-in-force = Les demandes adressées à cet État sont vérifiées sur ce point.
need-planned = Cela commence { $day }.
need-over = N’est plus exigé à partir du { $day }.
need-versions = Ce que la loi exige
need-versions-side = La version qui commence en dernier vient d’abord ; celle qui vaut aujourd’hui est en gras.
need-element = Une demande l’apporte sous
need-to-correct = Rectifier cette version
need-state = L’indiquer
need-state-side = Ce qui est écrit ici reste dans le registre. L’État et les organes de la Cour qui adressent des demandes le voient.
need-state-do = Inscrire
need-change = La loi a changé
need-change-side = Indiquez tout tel que c’est à partir de ce jour ; la version précédente reste affichée pour les jours d’avant.
need-change-do = Inscrire la version
need-correct = Rectifier une version
need-correct-side = Pour ce qui a été mal écrit. Indiquez tout tel que cela aurait dû être écrit ; l’erreur reste dans l’historique.
need-correct-do = Inscrire la rectification
need-end = Ce n’est plus exigé
need-end-side = Ce qui a été inscrit demeure et s’affiche pour les jours d’avant.
need-end-do = Inscrire sa fin

need-field-state = État
need-field-need = Mot qui le désigne
need-field-says = Ce qui est exigé
need-field-law = Où la loi le dit
need-field-from = À partir de
need-field-on = Premier jour où ce n’est plus exigé
need-field-reason = Motif
need-field-source = Lettre ou loi où cela a été lu

need-hint-state = Le code ISO 3166-1 à trois lettres, comme FRA.
need-hint-need = Minuscules, chiffres et traits d’union, comme certified-facts : une demande le désigne par ce mot.
need-hint-says = Sur une ligne, tel que le lira qui rédige une demande.
need-hint-law = La loi et son article.
need-hint-from = Un jour (2026-11-26), un mois (2026-11) ou une année (2026). Ce peut être à venir.
need-hint-source = Ce que c’est, de qui, et où on la garde : « Note verbale 12/2026 de l’ambassade ».

need-done-stated = L’exigence est inscrite.
need-done-changed = La version est inscrite.
need-done-corrected = La rectification est inscrite.
need-done-ended = La fin est inscrite.
need-not-allowed = Vous ne pouvez pas écrire cela. Ce qu’exige la loi d’un État est indiqué par cet État ou par un agent de la Cour, et une version est rectifiée par ceux dont elle vient.
need-changed = Quelqu’un a inscrit une autre version pendant que vous écriviez. Rien de ce que vous avez écrit n’est inscrit, et tout est encore ici : ouvrez l’exigence dans une autre fenêtre, comparez, et inscrivez de nouveau.
need-ended-already = Sa fin est déjà inscrite. Pour la rétablir, inscrivez une autre version à partir du jour où c’est de nouveau exigé.
need-not-taken = Le registre n’a pas pris cela. Saisissez les textes à nouveau, sans les copier d’ailleurs.

need-fault-missing = { $field } : indiquez quelque chose.
need-fault-too-long = { $field } : pas plus de { $most } caractères.
need-fault-one-line = { $field } : écrivez sur une ligne, en saisissant de nouveau au lieu de copier.
need-fault-not-a-word = { $field } : minuscules, chiffres et traits d’union, { $most } au plus, comme certified-facts.
need-fault-taken = { $field } : l’État a déjà une exigence désignée par ce mot. Changez celle-là, ou prenez un autre mot.
need-fault-not-a-state = { $field } : ce registre ne connaît pas cet État. Indiquez son code à trois lettres, comme FRA.
need-fault-not-a-date = { $field } : indiquez un jour (2026-11-26), un mois (2026-11) ou une année (2026).
need-fault-not-a-day = { $field } : indiquez un jour comme 2026-11-26.
need-fault-before-it-began = { $field } : c’est avant le jour où commence la version qui est inscrite. Indiquez un jour postérieur, ou rectifiez cette version.
need-fault-recalled = { $field } : nommez la lettre ou la loi qui a été lue ; un souvenir n’en est pas une.
