# Ce que disent les règles de ce jeu, dans nos propres mots. Les instruments font foi.
# Chaque règle a son texte et, sous `.cites`, sa référence.

law-art-12-3 =
    Un État qui n’est pas partie peut accepter la compétence de la Cour à l’égard du crime en cause, par
    une déclaration déposée auprès du Greffier. Il coopère alors avec la Cour sans retard et sans
    exception, selon le chapitre IX du Statut.
    .cites = Statut de Rome, article 12, paragraphe 3
law-art-13-b =
    La Cour peut exercer sa compétence lorsque le Conseil de sécurité, agissant en vertu du chapitre VII
    de la Charte des Nations Unies, défère une situation au Procureur.
    .cites = Statut de Rome, article 13, alinéa b)
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
law-art-87-2 =
    Les demandes et les pièces qui les justifient sont rédigées dans une langue officielle de l’État
    requis ou dans une langue de travail de la Cour, ou accompagnées d’une traduction dans l’une de
    celles-ci, selon le choix fait par l’État en devenant partie. Il peut changer ce choix selon le
    Règlement de procédure et de preuve.
    .cites = Statut de Rome, article 87, paragraphe 2
law-art-87-5 =
    La Cour peut inviter un État qui n’est pas partie à prêter son assistance au titre du chapitre IX,
    par un arrangement, un accord ou sur toute autre base appropriée. Si un État qui a conclu un
    arrangement ou un accord ne l’honore pas, la Cour peut en informer l’Assemblée des États Parties
    ou, lorsque le Conseil de sécurité l’a saisie, le Conseil de sécurité.
    .cites = Statut de Rome, article 87, paragraphe 5
law-art-87-7 =
    Lorsqu’un État Partie ne donne pas suite à une demande, contrairement au Statut, et empêche ainsi la
    Cour d’exercer ses fonctions et ses pouvoirs, la Cour peut en prendre acte et en référer à
    l’Assemblée des États Parties ou, lorsque le Conseil de sécurité l’a saisie, au Conseil de sécurité.
    .cites = Statut de Rome, article 87, paragraphe 7
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

law-art-103-1 =
    La peine d’emprisonnement est exécutée dans un État que la Cour désigne sur la liste des États qui se
    sont déclarés disposés à recevoir des condamnés. Un État peut assortir son acceptation de conditions
    agréées par la Cour. L’État désigné fait savoir promptement s’il accepte.
    .cites = Statut de Rome, article 103, paragraphe 1

law-art-125-1 = Le Statut a été ouvert à la signature de tous les États du 17 juillet 1998 au 31 décembre 2000.
    .cites = Statut de Rome, article 125, paragraphe 1
law-art-125-2 =
    Les États signataires deviennent parties par ratification, acceptation ou approbation. L’instrument
    est déposé auprès du Secrétaire général de l’Organisation des Nations Unies.
    .cites = Statut de Rome, article 125, paragraphe 2
law-art-125-3 =
    Tous les États peuvent adhérer au Statut. L’instrument est déposé auprès du Secrétaire général de
    l’Organisation des Nations Unies.
    .cites = Statut de Rome, article 125, paragraphe 3
law-art-126-1 =
    Le Statut est entré en vigueur le premier jour du mois suivant le soixantième jour après le dépôt du
    soixantième instrument : le 1er juillet 2002, pour tous les États devenus parties jusqu’à ce dépôt.
    .cites = Statut de Rome, article 126, paragraphe 1
law-art-126-2 =
    Pour l’État qui devient partie plus tard, le Statut entre en vigueur le premier jour du mois suivant
    le soixantième jour après le dépôt de son instrument.
    .cites = Statut de Rome, article 126, paragraphe 2
law-art-127-1 =
    Un État Partie peut se retirer par notification écrite adressée au Secrétaire général de
    l’Organisation des Nations Unies. Le retrait prend effet un an après la réception de la
    notification, à moins que celle-ci n’indique un jour plus tardif.
    .cites = Statut de Rome, article 127, paragraphe 1
law-art-127-2 =
    L’État qui se retire reste tenu de ce qu’il devait en tant que partie, sommes d’argent comprises. Son
    devoir de coopérer subsiste dans les enquêtes et procédures commencées avant que le retrait ne
    prenne effet, et la Cour poursuit l’examen de toute affaire dont elle était alors saisie.
    .cites = Statut de Rome, article 127, paragraphe 2

law-apic-34-1 = L’Accord a été ouvert à la signature de tous les États du 10 septembre 2002 au 30 juin 2004.
    .cites = Accord sur les privilèges et immunités, article 34, paragraphe 1
law-apic-34-2 =
    Les États signataires deviennent parties par ratification, acceptation ou approbation. L’instrument
    est déposé auprès du Secrétaire général de l’Organisation des Nations Unies.
    .cites = Accord sur les privilèges et immunités, article 34, paragraphe 2
law-apic-34-3 =
    Tous les États peuvent adhérer à l’Accord. L’instrument est déposé auprès du Secrétaire général de
    l’Organisation des Nations Unies.
    .cites = Accord sur les privilèges et immunités, article 34, paragraphe 3
law-apic-35-1 =
    L’Accord est entré en vigueur trente jours après le dépôt du dixième instrument : le 22 juillet 2004,
    pour tous les États devenus parties jusqu’à ce dépôt.
    .cites = Accord sur les privilèges et immunités, article 35, paragraphe 1
law-apic-35-2 =
    Pour l’État qui devient partie plus tard, l’Accord entre en vigueur le trentième jour suivant le
    dépôt de son instrument.
    .cites = Accord sur les privilèges et immunités, article 35, paragraphe 2
law-apic-37-1 =
    Un État Partie peut dénoncer l’Accord par notification écrite adressée au Secrétaire général de
    l’Organisation des Nations Unies. La dénonciation prend effet un an après la réception de la
    notification, à moins que celle-ci n’indique un jour plus tardif.
    .cites = Accord sur les privilèges et immunités, article 37, paragraphe 1
law-apic-37-2 =
    La dénonciation laisse intact ce que l’État devrait selon le droit international indépendamment de
    l’Accord.
    .cites = Accord sur les privilèges et immunités, article 37, paragraphe 2

law-un-charter-25 =
    Les Membres de l’Organisation des Nations Unies conviennent d’accepter les décisions du Conseil de
    sécurité et de les appliquer.
    .cites = Charte des Nations Unies, article 25

law-vclt-18 =
    Un État qui a signé un traité sous réserve de ratification ne fait rien qui priverait le traité de
    son objet et de son but, tant qu’il n’a pas manifesté son intention de ne pas devenir partie. Il en
    va de même de l’État qui a exprimé son consentement, jusqu’à l’entrée en vigueur du traité, si
    celle-ci n’est pas indûment retardée.
    .cites = Convention de Vienne sur le droit des traités, article 18
law-vclt-68 = La notification par laquelle un État sortirait d’un traité peut être révoquée tant qu’elle n’a pas pris effet.
    .cites = Convention de Vienne sur le droit des traités, article 68

law-treaty-acts-1 =
    L’État qui succède à un traité est lié à partir du jour indiqué pour sa succession, par exemple celui
    de son indépendance ; à défaut, à partir du dépôt de son instrument. Les délais prévus pour les
    autres instruments ne s’appliquent pas.
    .cites = Lecture par ce registre des actes relatifs aux traités, règle 1
law-treaty-acts-2 =
    L’État qui retire son instrument avant que le traité ne soit entré en vigueur à son égard n’est pas
    devenu partie. Il peut adhérer de nouveau.
    .cites = Lecture par ce registre des actes relatifs aux traités, règle 2
law-treaty-acts-3 =
    Lorsque ce registre ne sait pas, à partir d’un jour donné, si un État est partie, il compte sans cet
    État et le nomme à côté du chiffre.
    .cites = Lecture par ce registre des actes relatifs aux traités, règle 3
law-treaty-acts-4 =
    L’annonce d’un retrait est un acte politique. Seule une notification écrite au dépositaire fait
    courir l’année après laquelle un retrait prend effet.
    .cites = Lecture par ce registre des actes relatifs aux traités, règle 4

law-icc-asp-12-res-3-2 =
    L’Assemblée des États Parties compte les personnes visées par des mandats d’arrêt ou des demandes
    de remise non exécutés à un jour donné. Ce registre compte de la même manière chaque jour depuis
    l’entrée en vigueur du Statut : une personne visée par un mandat, qui n’a pas été remise à la Cour
    et dont la procédure n’a pas pris fin. Une personne compte une fois, quel que soit le nombre de
    mandats ; une citation à comparaître ne compte pas ; une arrestation dans un État n’y met pas fin.
    .cites = ICC-ASP/12/Res.3, paragraphe 2

law-counting-1 = Un acte compte à partir de son jour, ce jour compris.
    .cites = Façon de compter de ce registre, règle 1
law-counting-2 = Lorsque le jour d’un acte n’est connu qu’en partie, par exemple un mois ou un jour avant lequel il a eu lieu, le dernier jour possible compte.
    .cites = Façon de compter de ce registre, règle 2

# Noms des statuts.
law-status-outstanding = mandat ou demande de remise non exécuté
law-status-surrendered = personne remise à la Cour
law-status-ended = procédure terminée
law-status-summoned = personne citée à comparaître
law-status-summons-ended = personne citée à comparaître, procédure terminée

# Noms des traités.
law-treaty-rome-statute = Statut de Rome de la Cour pénale internationale
    .short = Statut de Rome
law-treaty-apic = Accord sur les privilèges et immunités de la Cour pénale internationale
    .short = Accord sur les privilèges et immunités

# Noms des positions : ce qu’un État est au regard d’un traité.
law-standing-rome-statute-signatory = signataire
law-standing-rome-statute-declined = signataire qui n’entend pas devenir partie
law-standing-rome-statute-joined = instrument déposé, pas encore en vigueur pour l’État
law-standing-rome-statute-party = État Partie
law-standing-rome-statute-withdrawing = État Partie, retrait notifié
law-standing-rome-statute-withdrawn = ancien État Partie
law-standing-rome-statute-taken-back = instrument retiré avant d’avoir pris effet
law-standing-rome-statute-unresolved = position inconnue
law-standing-apic-signatory = signataire
law-standing-apic-declined = signataire qui n’entend pas devenir partie
law-standing-apic-joined = instrument déposé, pas encore en vigueur pour l’État
law-standing-apic-party = partie à l’Accord
law-standing-apic-withdrawing = partie à l’Accord, dénonciation notifiée
law-standing-apic-withdrawn = ancienne partie à l’Accord
law-standing-apic-taken-back = instrument retiré avant d’avoir pris effet
law-standing-apic-unresolved = position inconnue

# Ce qui lie un État par ailleurs.
law-obligation-council = lié par une résolution du Conseil de sécurité
law-obligation-acceptance = lié par son acceptation de la compétence

# Sujets de la coopération avec la Cour.
law-topic-immunity = immunités et qualité officielle
law-topic-release = mise en liberté provisoire
law-topic-justice = atteintes à l’administration de la justice
law-topic-security = sécurité nationale
law-topic-channel = voie de transmission et autorité compétente
law-topic-languages = langues
law-topic-confidentiality = confidentialité
law-topic-surrender = arrestation et remise
law-topic-transit = transit
law-topic-competing = demandes concurrentes
law-topic-contents = contenu des demandes
law-topic-provisional = arrestation provisoire
law-topic-assistance = autres formes de coopération et preuves
law-topic-postponement = sursis à exécution
law-topic-consultations = consultations
law-topic-enforcement = exécution des peines
law-topic-fines = amendes, confiscation et réparations
