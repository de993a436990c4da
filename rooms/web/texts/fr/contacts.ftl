
# Contacts : la liste des personnes à rencontrer.
nav-contacts = Vérifier des contacts
contacts-link = Qui allez-vous rencontrer ? Vérifiez une liste de contacts.
contacts-title = Vérifier une liste de contacts
contacts-title-checked = Contacts vérifiés
contacts-title-again = Une liste de contacts qui n’a pas été vérifiée
contacts-head = Vérifier une liste de contacts
contacts-form-deck = Une personne que vous allez rencontrer est-elle visée par un mandat d’arrêt non exécuté ou une citation à comparaître ? Collez la liste ; la réponse dit qui les règles tiennent à l’écart de la table, et que faire.
contacts-form-text-may-keep = La liste est examinée sous toutes les graphies et écritures, puis oubliée, à moins que vous ne cochiez qu’elle est à conserver : elle n’est ni journalisée, ni transmise. Rien de ce que vous demandez ne figure dans l’adresse.
contacts-form-text = La liste est examinée sous toutes les graphies et écritures, puis oubliée : elle n’est ni conservée, ni journalisée, ni transmise. Rien de ce que vous demandez ne figure dans l’adresse.
contacts-list = La liste
contacts-list-hint = Une personne par ligne, telle que vous l’avez : avec numéros, titres, fonctions et organes. Jusqu’à { $most } personnes.
contacts-file = Ou un fichier
contacts-file-hint = CSV, calendrier (.ics), cartes (.vcf) ou texte, jusqu’à 1 Mio. Donnez la liste ci-dessus ou le fichier, pas les deux.
contacts-day = Jour du contact
contacts-day-hint = Pour un jour à venir, la réponse vaut en l’état d’aujourd’hui.
contacts-for = Pour qui demandez-vous ?
contacts-for-un = Un fonctionnaire des Nations Unies
contacts-for-state = Un État Partie
contacts-for-other = Quelqu’un d’autre
contacts-persons = Vérifier au regard
contacts-persons-sought = des personnes visées par un mandat d’arrêt non exécuté ou une citation
contacts-persons-all = de toutes les personnes un jour nommées dans un mandat ou une citation
contacts-check = Vérifier la liste
contacts-again = Vérifier une autre liste, ou celle-ci de nouveau

# Ce qui ne va pas.
contacts-not-a-day = Ce n’est pas un jour du calendrier. Donnez le jour, le mois et l’année.
contacts-before-the-statute = Le { $given } précède le { $first }, jour de l’adoption du Statut de Rome.
contacts-both = Une liste a été saisie et un fichier choisi. Laissez l’un des deux de côté.
contacts-too-slow = La liste n’est pas arrivée à temps et n’a pas été lue. Envoyez-la de nouveau.
contacts-not-a-form = Ce qui a été envoyé n’est pas écrit comme ce formulaire l’écrit, et n’a pas été lu. Envoyez la liste avec ce formulaire.
contacts-failed = La liste n’a pas pu être vérifiée, car le registre n’a pas pu être lu. Réessayez plus tard ; rien de la liste n’a été conservé.

# La réponse.
contacts-head-none = { $all ->
    [one] Le contact a été vérifié : rien n’a été trouvé
   *[other] Les { $all } contacts ont été vérifiés : rien n’a été trouvé
}
contacts-head-possible = { $n ->
    [one] { $n } contact sur { $all } est peut-être une personne recherchée par la Cour
   *[other] { $n } contacts sur { $all } sont peut-être des personnes recherchées par la Cour
}
contacts-head-likely = { $n ->
    [one] { $n } contact sur { $all } figure probablement dans le registre
   *[other] { $n } contacts sur { $all } figurent probablement dans le registre
}
contacts-head-warrant = { $n ->
    [one] { $n } contact sur { $all } est probablement visé par un mandat d’arrêt non exécuté
   *[other] { $n } contacts sur { $all } sont probablement visés par un mandat d’arrêt non exécuté
}
contacts-against-sought = des personnes visées par un mandat d’arrêt non exécuté ou une citation
contacts-against-all = de toutes les personnes nommées dans un mandat ou une citation
contacts-deck = Vérifié au regard { $against }, au { $day }. Un nom seul ne prouve l’identité de personne : comparez ce qui est connu par ailleurs avant d’agir.
contacts-deck-ahead = Vérifié pour le { $on } au regard { $against }, en l’état d’aujourd’hui, { $day } : vérifiez de nouveau le jour venu. Un nom seul ne prouve l’identité de personne : comparez ce qui est connu par ailleurs avant d’agir.
contacts-outcome-warrant = Ligne { $line } : probablement visé par un mandat d’arrêt non exécuté
contacts-outcome-summons = Ligne { $line } : probablement visé par une citation à comparaître
contacts-outcome-not-sought = Ligne { $line } : probablement une personne qui n’est plus recherchée
contacts-outcome-possible = Ligne { $line } : possible, à examiner de plus près
contacts-likely = Probablement { $person }
contacts-possibly = Peut-être { $person }
contacts-warrant = mandat du { $day }
contacts-summons = citation du { $day }
contacts-why = Ressemblance { $score } avec « { $under } » : { $why }
contacts-rule = Ce qui vaut
contacts-do = Que faire
contacts-notices = Avis préalables
contacts-rests-on = Règles sur lesquelles cela repose
contacts-no-rule = Aucune règle n’est connue ici pour vous, ce statut et ce jour. Cela ne veut pas dire qu’il n’y a rien à observer : consultez votre conseiller juridique.
contacts-notices-withheld = Aucun avis n’est préparé : ce que vous pouvez savoir de cette personne n’est pas entièrement public, et un avis l’apprendrait à qui le lit. Vérifiez la liste sans vous connecter pour les avis qui reposent sur ce qui est public, et demandez à la Chambre avant de communiquer quoi que ce soit d’autre.
contacts-draft = Projet d’avis : { $to }
contacts-alternatives = Autres membres du même organe dans la liste, pour lesquels rien n’a été trouvé : { $names }.
contacts-cut = Un nom de cette ligne est plus long que ce qui est examiné ; vérifiez-en les parties séparément.
contacts-free = Rien trouvé
contacts-free-side = Cela ne veut pas dire qu’il n’y a rien : les noms varient, et ce qui est sous scellés n’est montré qu’à ceux qui peuvent le connaître.
contacts-unread = Non vérifié
contacts-receipt = Récépissé
contacts-receipt-side = Il montre que la vérification a été faite, sans la liste. Gardez-le avec vos papiers.
contacts-receipt-at = Vérifié à
contacts-receipt-for = Pour le jour
contacts-receipt-lines = Lignes
contacts-receipt-contacts = Contacts vérifiés
contacts-receipt-sha256 = SHA-256 de la liste
contacts-receipt-checkpoint = Point de contrôle du registre
contacts-receipt-edition = Édition du registre public
contacts-receipt-law = Édition des règles
contacts-not-kept = Rien de cette vérification n’est conservé ici.
contacts-audited = Le journal d’audit retient que vous avez fait cette vérification, quand, et de combien de contacts ; il ne retient aucun nom.
contacts-keep = Conserver cette vérification avec sa liste, pour votre seule institution
contacts-keep-hint = Elle devient un dossier confidentiel de votre institution, qui le lit, l’emporte et le fait effacer comme tout autre. Nul autre n’apprend qu’il existe. Ce qui a été trouvé n’est pas conservé.
contacts-kept = Cette vérification est conservée avec sa liste, pour votre seule institution : { $matter }
contacts-keep-not-allowed = Une vérification est conservée par une personne connectée qui peut ouvrir des dossiers pour son État ou son organe de la Cour. Rien n’a été conservé.
contacts-keep-failed = La liste a été vérifiée, mais n’a pas pu être conservée. Vérifiez-la de nouveau dans un moment.
kind-contact-checked = vérification de contacts
