# Vérification de contacts : ce que la ligne de commande imprime, pourquoi une ligne ou une liste n’a pas été lue, et les avis en projet.

# Pourquoi une liste n’a pas été lue.
contact-list-empty = La liste est vide. Donnez un nom par ligne, un tableau avec en-tête, un calendrier ou des cartes.
contact-list-too-long = La liste dépasse { $most } Kio. Vérifiez-la en plusieurs parties.
contact-list-too-many = La liste compte plus de { $most } personnes. Vérifiez-la en plusieurs parties.
contact-list-pdf = C’est un PDF. Copiez-en les noms et collez-les.
contact-list-office = C’est un document ou un classeur bureautique, ou une archive. Copiez-en les noms, ou enregistrez-le en CSV.
contact-list-picture = C’est une image. Saisissez les noms, un par ligne.
contact-list-parquet = C’est un tableau au format Parquet. Enregistrez-le en CSV.
contact-list-other = Ce n’est pas un texte. Copiez-en les noms et collez-les, ou enregistrez-le en CSV.
contact-list-nobody = Le calendrier ne nomme personne : il n’a ni participant ni organisateur. Les titres de ses événements ne sont pas pris pour des noms ; collez les noms, un par ligne.
contact-list-nothing = Aucune ligne de la liste n’a pu être lue. { $first }

# Pourquoi une ligne n’a pas été lue.
contact-line = Ligne { $line } : { $why }
contact-line-not-text = elle contient des octets qui ne sont pas du texte dans l’encodage de la liste ; enregistrez la liste en UTF-8
contact-line-no-letter = elle ne contient aucune lettre
contact-line-one-letter = une seule lettre n’est pas un nom
contact-line-no-name = elle ne porte aucun nom
contact-line-broken = elle n’est pas écrite comme une ligne de calendrier ou de carte
contact-line-old-card = carte d’une ancienne édition ; enregistrez-la en vCard 3.0 ou 4.0

# Ce que la ligne de commande imprime.
contact-exercise = EXERCICE : ne jamais prendre pour des personnes réelles
contact-head-today = { $contacts } au regard des { $against }, au { $day }
contact-head-ahead = { $contacts } pour le { $on } au regard des { $against }, tels qu’ils sont aujourd’hui, { $day }. Vérifiez de nouveau le jour venu.
contact-contacts = { $n ->
    [one] { $n } contact vérifié
   *[other] { $n } contacts vérifiés
}
contact-against-sought = personnes visées par un mandat d’arrêt non exécuté ou une citation à comparaître
contact-against-all = personnes nommées un jour dans un mandat ou une citation
contact-read-as-text = Lu comme texte, une personne par ligne ({ $encoding }).
contact-read-as-table = Lu comme tableau, noms tirés de { $columns } ({ $encoding }) ; sa première ligne est son en-tête.
contact-read-as-calendar = Lu comme calendrier, participants et organisateurs ({ $encoding }).
contact-read-as-cards = Lu comme cartes ({ $encoding }).
contact-outcome-warrant = MANDAT
contact-outcome-summons = citation
contact-outcome-not-sought = n’est plus recherché
contact-outcome-possible = possible
contact-outcome-none = rien trouvé
contact-none-lines = { $n ->
    [one] Pour { $n } contact, rien n’a été trouvé.
   *[other] Pour { $n } contacts, rien n’a été trouvé.
}
contact-none-warning = Que rien n’ait été trouvé ne veut pas dire qu’il n’y a rien : les noms varient, et ce qui est sous scellés n’est pas montré.
contact-hit = { $name } ({ $status }), { $score } : { $why }
contact-maybe = Un nom seul ne prouve l’identité de personne : comparez ce qui est connu par ailleurs avant d’agir.
contact-warrant = { $kind ->
    [summons] citation du { $day }
   *[warrant] mandat du { $day }
}
contact-case = { $instrument }, { $case }
contact-rule = Règle : { $rule } ({ $cites })
contact-rule-none = Règle : aucune n’est connue pour vous, ce statut et ce jour. Cela ne veut pas dire qu’il n’y a rien à observer : consultez votre conseiller juridique.
contact-rule-recalled = non vérifié : rappelé sans son texte
contact-do = Que faire : { $do }
contact-notice-due = Avis préalable : { $to }.
contact-notice-due-through = Avis préalable : { $to }, par l’intermédiaire de : { $through }.
contact-alternatives = Autres membres du même organe dans la liste : { $names }
contact-cut = Un nom de cette ligne est plus long que ce qui est examiné ; vérifiez-en les parties séparément.
contact-unread = { $n ->
    [one] { $n } ligne n’a pas été vérifiée :
   *[other] { $n } lignes n’ont pas été vérifiées :
}
contact-receipt = Récépissé : vérifié à { $at } ({ $lines } lignes, { $contacts } contacts) au regard du registre, point de contrôle { $checkpoint }, édition { $edition }, recueil de règles du { $law }.
contact-receipt-sha256 = SHA-256 de la liste : { $sha256 }
contact-no-edition = aucune
contact-guilt = Un mandat ou une citation n’est pas un constat de culpabilité.

# Avis en projet.
contact-notice-title = Avis de contact avec une personne visée par un mandat d’arrêt
contact-notice-draft = PROJET
contact-notice-exercise = EXERCICE – document non réel
contact-notice-from = De
contact-notice-to = À
contact-notice-through = Par l’intermédiaire de
contact-notice-date = Date
contact-notice-about = Personne
contact-notice-blank-sender = [qui informe : nom, fonction, organe]
contact-notice-blank-date = [jour de l’envoi]
contact-notice-informs = Le présent avis informe { $to } qu’un contact avec { $name } est prévu pour le { $day }.
contact-notice-status = D’après le registre, au { $day }, { $name } fait l’objet de : { $warrants }.
contact-notice-essential = Pourquoi le contact est strictement nécessaire à une tâche essentielle : [mandat, tâche, raison de l’urgence]
contact-notice-tried = Ce qui a été tenté auparavant avec des personnes du même organe qui ne sont visées par aucun mandat : [qui, quand, avec quel résultat]
contact-notice-others = Sur la liste des personnes à rencontrer figurent aussi, du même organe : { $names }.
contact-notice-level = Lieu, forme et niveau du contact, et participants : [lieu, rencontre ou appel, plus haut responsable, participants]
contact-notices-withheld = Aucun avis n’est préparé : ce que vous pouvez savoir de cette personne n’est pas entièrement public, et un avis l’apprendrait à qui le lit. Vérifiez la liste sans vous connecter pour les avis qui reposent sur ce qui est public, et demandez à la Chambre avant de communiquer quoi que ce soit d’autre.
contact-notice-extent = Le contact se limite à ce que cette tâche exige. Il ne s’agit ni d’une visite de courtoisie ni d’une cérémonie.
contact-notice-rests = Le présent avis est donné en application de : { $cites }.
contact-notice-recalled = La règle a été rappelée sans son texte ; lisez-la avant l’envoi.
