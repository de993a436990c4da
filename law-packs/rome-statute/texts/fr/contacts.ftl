# Contacts avec des personnes que la Cour recherche : les règles, ce qui vaut pour qui, et ce qu’il faut faire.

law-a-67-828-general =
    En règle générale, les fonctionnaires des Nations Unies ne rencontrent pas une personne visée par un mandat d’arrêt de
    la Cour. Ils ne lui rendent pas de visite de courtoisie et n’assistent avec elle à aucune cérémonie ni réception. Reste
    possible ce qui est strictement nécessaire à une tâche essentielle prévue par un mandat des Nations Unies.
    .cites = Directives du Secrétaire général, A/67/828 - S/2013/210, règle générale
law-a-67-828-others-first =
    Lorsqu’un contact est nécessaire à une tâche essentielle, les fonctionnaires s’adressent d’abord à des personnes du même
    organe qui ne sont visées par aucun mandat. Le contact avec la personne ne vient qu’en cas d’échec, et dans la seule
    mesure nécessaire.
    .cites = Directives du Secrétaire général, A/67/828 - S/2013/210, d’autres d’abord
law-a-67-828-notice =
    Avant un tel contact, le Conseiller juridique des Nations Unies est averti ; par son intermédiaire, le Procureur et le
    Président de l’Assemblée des États Parties sont informés.
    .cites = Directives du Secrétaire général, A/67/828 - S/2013/210, avis
law-a-67-828-summons =
    Les contacts avec une personne citée à comparaître et qui coopère avec la Cour ne sont pas restreints pour ce motif.
    .cites = Directives du Secrétaire général, A/67/828 - S/2013/210, citations à comparaître
law-asp-contacts =
    L’Assemblée invite instamment les États Parties à éviter avec les personnes visées par un mandat d’arrêt non exécuté les
    contacts qui ne sont pas essentiels et qui nuisent aux objectifs du Statut.
    .cites = Résolutions de l’Assemblée des États Parties sur la coopération, contacts
law-arrest-guidelines =
    Les contacts non essentiels avec des personnes visées par un mandat d’arrêt sont à éviter ; si un contact est nécessaire,
    il est d’abord cherché auprès de personnes qui ne sont visées par aucun mandat.
    .cites = Lignes directrices du Bureau du Procureur sur l’arrestation, rappelées dans ICC-ASP/12/Res.3, préambule

law-contact-un-outstanding = En règle générale, ni rencontre, ni visite de courtoisie, ni cérémonie ou réception avec cette personne.
    .do =
        Ne rencontrez pas la personne, sauf si c’est strictement nécessaire à une tâche essentielle prévue par un mandat.
        Essayez d’abord d’autres personnes du même organe qui ne sont visées par aucun mandat. En cas d’échec, limitez le
        contact au nécessaire, notez qui, quand, à quel niveau, pourquoi il est essentiel et ce qui a été tenté, et envoyez
        les avis au préalable par l’intermédiaire du Conseiller juridique.
law-contact-un-summoned = Une citation à comparaître ne restreint à elle seule aucun contact tant que la personne se conforme à la Cour.
    .do = Le contact est possible, mais vérifiez de nouveau peu avant : un mandat peut remplacer une citation.
law-contact-state-outstanding = Les contacts qui ne sont pas essentiels et nuisent aux objectifs du Statut sont à éviter.
    .do =
        Demandez-vous si le contact est essentiel et si quelqu’un d’autre du même organe peut y prendre part. Si la personne
        est ou sera sur votre territoire, le devoir d’arrestation l’emporte : avertissez aussitôt votre autorité centrale.
law-contact-state-summoned = Une citation à comparaître ne demande à personne d’arrêter ou d’éviter la personne.
    .do = Le contact est possible, mais vérifiez de nouveau peu avant : un mandat peut remplacer une citation.
law-contact-other-outstanding = Aucune règle de ce recueil ne vous lie ; les lignes directrices sur l’arrestation demandent à tous d’éviter les contacts non essentiels.
    .do = Demandez-vous si le contact est essentiel et si quelqu’un d’autre du même organe peut y prendre part.
law-contact-other-summoned = Une citation à comparaître ne demande à personne d’arrêter ou d’éviter la personne.
    .do = Le contact est possible, mais vérifiez de nouveau peu avant : un mandat peut remplacer une citation.

law-addressee-prosecutor = le Procureur de la Cour pénale internationale
law-addressee-assembly-president = le Président de l’Assemblée des États Parties
law-addressee-un-legal-counsel = le Conseiller juridique des Nations Unies
