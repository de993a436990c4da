# Après la remise : une dérogation à la règle de la spécialité.

# Éléments.
law-element-other_conduct = Autres comportements
    .hint = Les comportements antérieurs à la remise pour lesquels la personne serait aussi poursuivie, détenue ou punie.
    .missing = Indiquez pour quels autres comportements la dérogation est demandée.
law-element-person_views = Avis de la personne
    .hint = Ce que la personne dit de la dérogation, recueilli par la Cour.
    .missing = Joignez l’avis de la personne.
law-element-specialty_views = Avis de la personne sur une violation
    .hint = Ce que la personne dit d’une violation de la règle de la spécialité. L’État n’en est pas informé ici.
    .missing = Joignez ce que dit la personne.

# Actes.
law-move-ask-specialty-waiver = Demander une dérogation à la règle de la spécialité
    .done = Dérogation à la règle de la spécialité demandée
    .letter = prie l’État requis de lui accorder une dérogation aux conditions posées à l’article 101, paragraphe 1, du Statut de Rome pour le comportement décrit ci-après
law-move-record-specialty-views = Consigner l’avis de la personne sur une violation de la règle de la spécialité
    .done = Avis de la personne sur une violation de la règle de la spécialité consigné
law-move-ask-person-views = Demander l’avis de la personne
    .done = Avis de la personne demandé
law-move-give-person-views = Communiquer l’avis de la personne
    .done = Avis de la personne communiqué
    .letter = transmet l’avis de la personne
law-move-grant-specialty-waiver = Renoncer à la spécialité
    .done = Renonciation à la spécialité accordée
law-move-decline-specialty-waiver = Ne pas renoncer à la spécialité
    .done = Renonciation à la spécialité rejetée

# Ce qui est dû.
law-deadline-answer-on-specialty = Répondre sur la dérogation à la règle de la spécialité
    .lapse = Rien ne devient caduc. Sans dérogation, la personne n’est pas poursuivie pour les autres comportements.
    .counting = Aucune règle ne fixe de jour.
law-deadline-views-of-the-person = Communiquer à l’État l’avis de la personne
    .lapse = Rien ne devient caduc. L’État peut l’attendre avant de répondre.
    .counting = Aucune règle ne fixe de jour.
