# Ce que la Cour décide quand quelque chose s’oppose à la remise.

# Éléments.
law-element-immunity_outcome = Ce qu’il en est advenu
    .hint = Si la levée ou le consentement a été obtenu, ou si la Cour a décidé qu’il n’en fallait pas.
    .missing = Indiquez ce qu’il en est advenu.
law-choice-immunity_outcome-waived = l’immunité a été levée
law-choice-immunity_outcome-consent-given = l’État d’envoi a donné son consentement
law-choice-immunity_outcome-none-needed = ni l’une ni l’autre n’est nécessaire, selon la décision de la Cour

# Actes.
law-move-rule-admissible = Consigner la décision : affaire recevable
    .done = La Cour a jugé l’affaire recevable
    .letter = a jugé l’affaire recevable
law-move-rule-inadmissible = Consigner la décision : affaire irrecevable
    .done = La Cour a jugé l’affaire irrecevable
    .letter = a jugé l’affaire irrecevable, de sorte que rien n’est demandé au titre de sa demande tant que cette décision subsiste
law-move-report-extradition-refused = Signaler que l’extradition a été refusée
    .done = Extradition vers l’autre État refusée
law-move-settle-immunity = Consigner qu’aucune immunité ne s’oppose
    .done = Aucune immunité ne s’oppose plus
    .letter = considère qu’aucune immunité ni aucun accord ne s’oppose plus à sa demande
law-move-record-no-waiver = Consigner que la levée n’a pas été obtenue
    .done = Levée ou consentement non obtenu
    .letter = n’a pas obtenu la levée ou le consentement de l’État désigné ci-dessous
law-move-return-person = Consigner le renvoi de la personne
    .done = Personne renvoyée à l’État
    .letter = renvoie la personne remise à titre temporaire

# Ce qui est dû.
law-deadline-answer-on-ne-bis-in-idem = Dire s’il existe une décision sur la recevabilité
    .lapse = Rien ne devient caduc. L’État ne sait pas s’il peut attendre.
    .counting = L’État consulte aussitôt ; aucune règle ne fixe de jour pour la réponse.
law-deadline-ruling-on-admissibility = Statuer sur la recevabilité
    .lapse = Rien ne devient caduc. L’État peut attendre que la Cour ait statué.
    .counting = Aucune règle ne fixe de jour.
law-deadline-ruling-on-competing-request = Statuer sur la recevabilité en raison de la demande concurrente
    .lapse = Rien ne devient caduc. Tant que la Cour n’a pas statué, l’État n’extrade pas (article 90, paragraphe 3).
    .counting = Selon une procédure accélérée, sans jour fixé.
law-deadline-decision-on-immunity = Obtenir la levée ou le consentement, ou décider qu’il n’en faut pas
    .lapse = Rien ne devient caduc. Là où il en faut, la Cour ne poursuit pas sans (article 98).
    .counting = Aucune règle ne fixe de jour.

# Un changement.
law-change-case-admissible = L’affaire a été jugée recevable
    .do = Consignez la décision dans la demande et informez-en l’État : il poursuit s’il l’attendait.
