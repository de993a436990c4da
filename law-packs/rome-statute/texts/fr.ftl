# Ce que disent les règles de ce jeu, dans nos propres mots. Les instruments font foi.
# Chaque règle a son texte et, sous `.cites`, sa référence.

law-art-58-1 =
    Une fois l’enquête ouverte, la Chambre préliminaire délivre, à la demande du Procureur, un mandat
    d’arrêt lorsqu’il y a des motifs raisonnables de croire que la personne a commis un crime relevant
    de la compétence de la Cour et que son arrestation apparaît nécessaire.
    .cites = Statut de Rome, article 58, paragraphe 1
law-art-58-4 = Le mandat d’arrêt reste en vigueur tant que la Cour n’en a pas décidé autrement. Il ne s’éteint pas avec le temps.
    .cites = Statut de Rome, article 58, paragraphe 4
law-art-58-7 =
    Au lieu d’un mandat, la Chambre préliminaire peut délivrer une citation à comparaître, si celle-ci
    suffit à garantir que la personne se présentera. Elle peut l’assortir de conditions restrictives
    de liberté, mais non de la détention ; la citation est signifiée à la personne. Aucune remise
    n’est demandée.
    .cites = Statut de Rome, article 58, paragraphe 7
law-art-59-1 =
    L’État Partie qui a reçu une demande d’arrestation et de remise, ou d’arrestation provisoire, prend
    aussitôt des mesures pour faire arrêter la personne, selon sa législation et le chapitre IX du
    Statut.
    .cites = Statut de Rome, article 59, paragraphe 1
law-art-59-7 =
    Dès que l’État de détention a ordonné la remise, la personne est livrée à la Cour aussitôt que
    possible. L’arrestation à elle seule n’est pas encore la remise.
    .cites = Statut de Rome, article 59, paragraphe 7
law-art-61-10 = Le mandat cesse d’avoir effet pour les charges qui n’ont pas été confirmées ou que le Procureur a retirées.
    .cites = Statut de Rome, article 61, paragraphe 10
law-art-66-1 = Toute personne est présumée innocente jusqu’à ce que sa culpabilité ait été établie devant la Cour. Un mandat n’est pas une déclaration de culpabilité.
    .cites = Statut de Rome, article 66, paragraphe 1
law-art-86 = Les États Parties coopèrent pleinement avec la Cour dans ses enquêtes et ses poursuites, comme le Statut le prévoit.
    .cites = Statut de Rome, article 86
law-art-87-1-a =
    La Cour peut demander aux États Parties de coopérer. Ses demandes passent par la voie diplomatique,
    ou par une autre voie appropriée que l’État a choisie en devenant partie.
    .cites = Statut de Rome, article 87, paragraphe 1, alinéa a)
law-art-89-1 =
    La Cour peut adresser une demande d’arrestation et de remise, avec les pièces de l’article 91, à
    tout État sur le territoire duquel la personne est susceptible de se trouver. Les États Parties y
    donnent suite selon le Statut et la procédure de leur législation.
    .cites = Statut de Rome, article 89, paragraphe 1
law-art-91-1 =
    Une demande d’arrestation et de remise est faite par écrit. En cas d’urgence, tout moyen qui laisse
    une trace écrite convient ; elle est ensuite confirmée par la voie prévue à l’article 87,
    paragraphe 1, alinéa a).
    .cites = Statut de Rome, article 91, paragraphe 1
law-art-91-2 = Pour une personne visée par un mandat d’arrêt, la demande contient ce que nomment les alinéas de ce paragraphe, ou en est accompagnée.
    .cites = Statut de Rome, article 91, paragraphe 2
law-art-91-2-a = Un signalement qui suffit à identifier la personne, et le lieu où elle se trouve probablement.
    .cites = Statut de Rome, article 91, paragraphe 2, alinéa a)
law-art-91-2-b = Une copie du mandat d’arrêt.
    .cites = Statut de Rome, article 91, paragraphe 2, alinéa b)
law-art-91-2-c =
    Les documents, déclarations ou renseignements dont l’État requis a besoin pour sa procédure de
    remise. Ces exigences ne doivent pas être plus lourdes que pour l’extradition vers d’autres États
    et devraient, si possible, l’être moins.
    .cites = Statut de Rome, article 91, paragraphe 2, alinéa c)

law-icc-asp-12-res-3-2 =
    L’Assemblée des États Parties compte les personnes visées par des mandats d’arrêt ou des demandes
    de remise non exécutés à un jour donné. Ce registre compte de la même manière chaque jour depuis
    l’entrée en vigueur du Statut : une personne visée par un mandat, qui n’a pas été remise à la Cour
    et dont les procédures n’ont pas pris fin. Une personne compte une fois, quel que soit le nombre de
    mandats ; une citation à comparaître ne compte pas ; une arrestation dans un État n’y met pas fin.
    .cites = ICC-ASP/12/Res.3, paragraphe 2

law-counting-1 = Un acte compte à partir de son jour, ce jour compris.
    .cites = Façon de compter de ce registre, règle 1
law-counting-2 = Lorsque le jour d’un acte n’est connu qu’en partie, par exemple un mois ou un jour avant lequel il a eu lieu, le dernier jour possible compte.
    .cites = Façon de compter de ce registre, règle 2

# Noms des statuts.
law-status-outstanding = mandat ou demande de remise non exécuté
law-status-surrendered = personne remise à la Cour
law-status-ended = procédures terminées
law-status-summoned = personne citée à comparaître
law-status-summons-ended = personne citée à comparaître, procédure terminée
