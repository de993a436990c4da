# Ce qu’entraîne un changement des faits.

requests-changes = { $n ->
    [one] Une demande est à revoir
   *[other] { $n } demandes sont à revoir
} : quelque chose a changé depuis
request-changes-title = Ce qui a changé
request-changes-head = Ce qui a changé pour les demandes en cours
request-changes-deck = Une personne a été remise ou est décédée, ou un mandat a été modifié, a pris fin ou a été rendu public. Ces demandes sont en cours, et rien n’y a été fait depuis.
request-changes-list = À revoir
request-changes-side = Le changement le plus récent d’abord. Ce qu’il y a à faire repose sur les règles citées ; nul n’y est contraint.
request-changes-none-head = Rien à revoir
request-changes-none = Aucun changement que vous puissiez connaître ne touche une demande en cours, ou ce qu’il entraîne a été fait.
request-changes-col-what = Ce qui s’est passé
request-changes-col-do = Ce qu’il y a à faire
request-changes-relay = La demande a aussi été envoyée par une autre voie le { $day } ({ $channel }) : demandez-y la levée des notices.
request-changes-notices = La lettre de retrait prie l’État de lever ce qui ne repose que sur la demande. Les notices elles-mêmes, comme celles d’INTERPOL, et leurs numéros ne figurent pas dans ce registre : il dit seulement par où une demande a été envoyée. Voyez avec ceux qui les ont demandées.
request-changes-redraft = Rédiger une autre demande avec son texte
request-changes-because = { $what }, { $day }.

# Envoi.

request-authority-confirmed = { $name }, confirmée le { $day }
request-authority-old = { $name }, confirmée pour la dernière fois le { $day } : il y a plus de six mois, vérifiez avant d’envoyer
request-authority-never = { $name }, jamais confirmée : vérifiez avant d’envoyer
request-authority-none = Aucune autorité de cet État qui reçoive des demandes ne figure dans l’annuaire
request-bundle = Tout ce qui est à envoyer, en un fichier
request-field-receiving-authority = L’État requis n’a pas de telle autorité qui reçoive des demandes. Choisissez-en une dans la liste.
request-field-before-sending = Ce jour précède celui où la demande a été envoyée. Corrigez le jour de l’acte.
request-field-dated-before-sending = La note est antérieure à l’envoi de la demande. Corrigez sa date, ou consignez-la ailleurs.
request-field-before-its-time = Ce jour précède un acte qu’il suit : nul n’est remis ni libéré avant l’arrestation. Corrigez le jour, ou celui de l’arrestation.
request-field-noted-already = Cette note a déjà été enregistrée : l’acte, le numéro et la date sont les mêmes. Voyez ce qui s’est passé, ou corrigez le numéro.
request-field-told-later = L’acte est daté d’avant le jour dont il fait état. Corrigez l’un des deux jours.
request-field-told-before = La note a été reçue avant que cela n’arrive. Corrigez l’un des deux jours.
request-field-bundle = L’empreinte du fichier envoyé compte 64 chiffres et lettres de a à f. Copiez-la du nom du fichier.
request-fact-declared = Déclaré : { $value }.
request-fact-sent = Elle a été envoyée le { $value }.

# Tels que les règles les donnent dans une chronologie.
kind-request-attempt-failed = tentative d’envoi échouée
kind-request-notified = État notifié
kind-request-note-received = note qui ne répond encore à rien
bundle-large-head = Ces fichiers sont trop volumineux pour un seul envoi
bundle-large-text = Les documents de cette demande dépassent ensemble 256 Mio. Prenez-les un à un sur la page de la demande, et envoyez-les ainsi.
