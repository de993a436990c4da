# Ce que disent les règles sur les demandes, dans nos propres mots. Les instruments font foi.

law-art-58-5 =
    Sur la base du mandat, la Cour peut demander l’arrestation provisoire de la personne, ou son arrestation et sa
    remise, selon le chapitre IX.
    .cites = Statut de Rome, article 58, paragraphe 5
law-art-58-6 =
    Le Procureur peut demander à la Chambre préliminaire de modifier le mandat en requalifiant les crimes ou
    en en ajoutant. La Chambre le fait s’il y a des motifs raisonnables de croire que la personne a commis
    les crimes requalifiés ou nouveaux.
    .cites = Statut de Rome, article 58, paragraphe 6
law-art-59-2 =
    La personne arrêtée est aussitôt déférée à l’autorité judiciaire compétente de l’État. Celle-ci vérifie,
    selon la législation de cet État, que le mandat vise bien la personne, que l’arrestation a suivi la
    procédure régulière et que les droits de la personne ont été respectés.
    .cites = Statut de Rome, article 59, paragraphe 2
law-art-59-3 =
    La personne arrêtée a le droit de demander à l’autorité compétente de l’État sa mise en liberté provisoire en
    attendant la remise.
    .cites = Statut de Rome, article 59, paragraphe 3
law-art-59-4 =
    Saisie d’une demande de mise en liberté provisoire, l’autorité compétente de l’État apprécie la gravité
    des crimes allégués, et examine si des circonstances urgentes et exceptionnelles la justifient et si des
    garanties permettent à l’État de s’acquitter de son obligation de remise. Elle n’examine pas si le
    mandat a été régulièrement délivré.
    .cites = Statut de Rome, article 59, paragraphe 4
law-art-59-5 =
    La Chambre préliminaire est avisée de toute demande de mise en liberté provisoire et fait des recommandations à
    l’autorité de l’État, qui les prend pleinement en considération avant de décider.
    .cites = Statut de Rome, article 59, paragraphe 5
law-art-59-6 = Si la liberté provisoire est accordée, la Chambre préliminaire peut demander des rapports périodiques.
    .cites = Statut de Rome, article 59, paragraphe 6
law-art-87-1-b =
    S’il y a lieu, les demandes peuvent aussi passer par l’Organisation internationale de police criminelle
    ou par une organisation régionale compétente. Cela ne remplace pas la voie prévue à l’alinéa a).
    .cites = Statut de Rome, article 87, paragraphe 1, alinéa b)
law-art-87-3 =
    L’État requis respecte le caractère confidentiel de la demande et des pièces qui la justifient, sauf
    dans la mesure où leur divulgation est nécessaire à son exécution.
    .cites = Statut de Rome, article 87, paragraphe 3
law-art-87-4 =
    La Cour peut prendre des mesures pour la sécurité et le bien-être des victimes, des témoins éventuels et
    de leurs familles, et demander que les renseignements soient communiqués et traités de façon à les
    protéger.
    .cites = Statut de Rome, article 87, paragraphe 4
law-art-87-6 =
    La Cour peut demander à toute organisation intergouvernementale des renseignements ou des documents, et
    d’autres formes de coopération convenues avec elle et conformes à sa compétence.
    .cites = Statut de Rome, article 87, paragraphe 6
law-art-88 =
    Les États Parties veillent à ce que leur législation prévoie des procédures pour toutes les formes de
    coopération du chapitre IX.
    .cites = Statut de Rome, article 88
law-art-89-2 =
    Si la personne conteste la remise devant une juridiction nationale parce qu’elle a déjà été jugée,
    l’État requis consulte aussitôt la Cour pour savoir s’il a été statué sur la recevabilité. Si l’affaire
    est recevable, il donne suite à la demande. Si une décision est pendante, il peut différer l’exécution
    jusqu’à ce que la Cour ait statué.
    .cites = Statut de Rome, article 89, paragraphe 2
law-art-89-3 =
    Un État Partie autorise le transport à travers son territoire d’une personne transférée à la Cour, à
    moins que cela n’entrave ou ne retarde la remise. La demande de transit donne le signalement de la
    personne, expose brièvement les faits et leur qualification, et contient le mandat. Elle n’est pas
    requise pour un vol sans atterrissage prévu.
    .cites = Statut de Rome, article 89, paragraphe 3
law-art-89-4 =
    Si la personne est poursuivie ou exécute une peine dans l’État requis pour un autre crime, cet État,
    après avoir décidé d’accéder à la demande, consulte la Cour.
    .cites = Statut de Rome, article 89, paragraphe 4
law-art-90-1 =
    Un État Partie qui reçoit la demande de la Cour, et d’un autre État une demande d’extradition de la même
    personne pour le même comportement, en avise la Cour et l’État requérant.
    .cites = Statut de Rome, article 90, paragraphe 1
law-art-90-2 =
    Si l’État requérant est un État Partie, la demande de la Cour a priorité dès que celle-ci a jugé
    l’affaire recevable, en tenant compte de l’enquête ou des poursuites menées dans cet État.
    .cites = Statut de Rome, article 90, paragraphe 2
law-art-90-3 =
    Jusqu’à cette décision, l’État requis peut instruire la demande d’extradition, mais n’extrade pas avant
    que la Cour n’ait statué. La Cour statue selon une procédure accélérée.
    .cites = Statut de Rome, article 90, paragraphe 3
law-art-90-4 =
    Si l’État requérant n’est pas un État Partie, et que l’État requis n’est pas tenu par une obligation
    internationale d’extrader, la demande de la Cour a priorité si celle-ci a jugé l’affaire recevable.
    .cites = Statut de Rome, article 90, paragraphe 4
law-art-90-5 =
    Tant qu’une telle affaire n’a pas été jugée recevable, l’État requis peut instruire la demande
    d’extradition comme il l’entend.
    .cites = Statut de Rome, article 90, paragraphe 5
law-art-90-6 =
    Si l’État requis est tenu par une obligation internationale d’extrader vers un État non partie, il
    décide de remettre ou d’extrader. Il tient compte de l’ordre des demandes, des intérêts de l’État
    requérant, comme le lieu du crime et la nationalité des victimes et de la personne, et de la possibilité
    d’une remise ultérieure entre cet État et la Cour.
    .cites = Statut de Rome, article 90, paragraphe 6
law-art-90-7 =
    Si l’autre État demande la personne pour un comportement différent, la demande de la Cour a priorité si
    l’État requis n’est pas tenu par une obligation internationale d’extrader. S’il l’est, il décide selon
    les mêmes considérations, en tenant spécialement compte de la nature et de la gravité relatives des
    comportements.
    .cites = Statut de Rome, article 90, paragraphe 7
law-art-90-8 =
    Si la Cour a jugé l’affaire irrecevable et que l’extradition vers l’État requérant est ensuite refusée,
    l’État requis en avise la Cour.
    .cites = Statut de Rome, article 90, paragraphe 8
law-art-91-3 =
    Pour une personne déjà reconnue coupable, la demande contient ce que nomment les alinéas de ce paragraphe, ou en
    est accompagnée.
    .cites = Statut de Rome, article 91, paragraphe 3
law-art-91-3-a = Une copie de tout mandat d’arrêt visant la personne.
    .cites = Statut de Rome, article 91, paragraphe 3, alinéa a)
law-art-91-3-b = Une copie du jugement.
    .cites = Statut de Rome, article 91, paragraphe 3, alinéa b)
law-art-91-3-c = Des renseignements attestant que la personne recherchée est bien celle visée par le jugement.
    .cites = Statut de Rome, article 91, paragraphe 3, alinéa c)
law-art-91-3-d =
    Si la personne a été condamnée à une peine : une copie de la condamnation et, s’il s’agit
    d’emprisonnement, l’indication du temps accompli et du temps restant à accomplir.
    .cites = Statut de Rome, article 91, paragraphe 3, alinéa d)
law-art-91-4 =
    À la demande de la Cour, un État Partie la consulte, en général ou sur une question donnée, sur ce que
    sa législation peut exiger selon le paragraphe 2, alinéa c), et l’en informe.
    .cites = Statut de Rome, article 91, paragraphe 4
law-art-92-1 =
    En cas d’urgence, la Cour peut demander l’arrestation provisoire de la personne en attendant que soient
    présentées la demande de remise et ses pièces.
    .cites = Statut de Rome, article 92, paragraphe 1
law-art-92-2 =
    La demande d’arrestation provisoire est faite par tout moyen laissant une trace écrite, et contient ce
    que nomment les alinéas de ce paragraphe.
    .cites = Statut de Rome, article 92, paragraphe 2
law-art-92-2-a = Un signalement qui suffit à identifier la personne, et le lieu où elle se trouve probablement.
    .cites = Statut de Rome, article 92, paragraphe 2, alinéa a)
law-art-92-2-b =
    L’exposé succinct des crimes et des faits qui les constitueraient, avec la date et le lieu si possible.
    .cites = Statut de Rome, article 92, paragraphe 2, alinéa b)
law-art-92-2-c =
    Une déclaration affirmant l’existence d’un mandat d’arrêt ou d’un jugement établissant la culpabilité de
    la personne.
    .cites = Statut de Rome, article 92, paragraphe 2, alinéa c)
law-art-92-2-d = Une déclaration indiquant qu’une demande de remise suivra.
    .cites = Statut de Rome, article 92, paragraphe 2, alinéa d)
law-art-92-3 =
    La personne arrêtée à titre provisoire peut être mise en liberté si l’État requis n’a pas reçu la
    demande de remise et ses pièces dans le délai prévu par le Règlement de procédure et de preuve. Dans ce
    délai, elle peut consentir à sa remise, si la législation de cet État le permet ; elle est alors remise
    aussitôt que possible.
    .cites = Statut de Rome, article 92, paragraphe 3
law-art-92-4 =
    Une mise en liberté selon le paragraphe 3 n’empêche ni l’arrestation ni la remise ultérieures, une fois
    la demande et ses pièces présentées.
    .cites = Statut de Rome, article 92, paragraphe 4
law-art-94-1 =
    Si l’exécution immédiate gênait une enquête ou des poursuites en cours dans une affaire différente,
    l’État requis peut y surseoir pendant un temps convenu avec la Cour, et pas plus longtemps que cette
    affaire ne l’exige. Il examine d’abord s’il peut aider aussitôt, moyennant certaines conditions.
    .cites = Statut de Rome, article 94, paragraphe 1
law-art-94-2 =
    S’il est sursis à l’exécution selon le paragraphe 1, le Procureur peut demander des mesures de
    préservation des preuves.
    .cites = Statut de Rome, article 94, paragraphe 2
law-art-95 =
    Tant que la Cour examine une exception d’irrecevabilité, l’État requis peut surseoir à l’exécution d’une
    demande jusqu’à ce que la Cour ait statué, à moins que la Cour n’ait expressément décidé que le
    Procureur peut continuer à recueillir des preuves.
    .cites = Statut de Rome, article 95
law-art-97 =
    Un État Partie qui constate des difficultés pouvant gêner ou empêcher l’exécution d’une demande consulte
    la Cour sans tarder afin de régler la question.
    .cites = Statut de Rome, article 97
law-art-97-a = Par exemple, les informations ne suffisent pas pour donner suite à la demande.
    .cites = Statut de Rome, article 97, alinéa a)
law-art-97-b =
    Par exemple, la personne reste introuvable malgré tous les efforts, ou n’est manifestement pas celle que
    vise le mandat.
    .cites = Statut de Rome, article 97, alinéa b)
law-art-97-c = Par exemple, l’exécution violerait une obligation conventionnelle existante envers un autre État.
    .cites = Statut de Rome, article 97, alinéa c)
law-art-98-1 =
    La Cour ne poursuit pas l’exécution d’une demande qui contraindrait l’État à agir contre ses obligations
    en droit international relatives à l’immunité d’un État, d’un diplomate ou de biens d’un État tiers, à
    moins que cet État tiers ne lève l’immunité. Selon la lecture de la Cour, une immunité personnelle, y compris
    celle d’un chef d’État, ne lui est pas opposable et n’a pas à être levée (Chambre préliminaire II, 24 octobre
    2024, Mongolie). La Chambre d’appel l’avait jugé le 6 mai 2019 (Jordanie) ; cet arrêt est cité de mémoire.
    .cites = Statut de Rome, article 98, paragraphe 1
law-art-98-2 =
    La Cour ne poursuit pas l’exécution d’une demande de remise qui contraindrait l’État à agir contre un
    accord international selon lequel le consentement de l’État d’envoi est nécessaire, à moins que cet État
    n’y consente.
    .cites = Statut de Rome, article 98, paragraphe 2
law-art-99-1 =
    Les demandes sont exécutées selon la procédure prévue par la législation de l’État requis et, à moins
    que cette législation ne l’interdise, de la manière précisée dans la demande.
    .cites = Statut de Rome, article 99, paragraphe 1
law-art-99-2 = En cas de demande urgente, la Cour peut demander que la réponse soit envoyée d’urgence.
    .cites = Statut de Rome, article 99, paragraphe 2
law-art-99-3 = Les réponses de l’État requis sont communiquées dans leur langue et sous leur forme originales.
    .cites = Statut de Rome, article 99, paragraphe 3
law-art-99-4 =
    Lorsque cela est nécessaire à une demande qui peut être exécutée sans mesure de contrainte, le Procureur
    peut l’exécuter directement sur le territoire d’un État, après les consultations que prévoit ce
    paragraphe.
    .cites = Statut de Rome, article 99, paragraphe 4
law-art-99-5 =
    Ce qui protège la sécurité nationale selon l’article 72 s’applique aussi à l’exécution des demandes.
    .cites = Statut de Rome, article 99, paragraphe 5
law-art-100-1 =
    Les frais ordinaires d’exécution sur son territoire sont à la charge de l’État requis, à l’exception de
    ceux que nomment les alinéas de ce paragraphe, à la charge de la Cour.
    .cites = Statut de Rome, article 100, paragraphe 1
law-art-100-1-a =
    Le voyage et la protection des témoins et des experts, et le transfèrement de personnes détenues.
    .cites = Statut de Rome, article 100, paragraphe 1, alinéa a)
law-art-100-1-b = La traduction, l’interprétation et la transcription.
    .cites = Statut de Rome, article 100, paragraphe 1, alinéa b)
law-art-100-1-c = Le déplacement et le séjour des juges ainsi que des responsables et du personnel de la Cour.
    .cites = Statut de Rome, article 100, paragraphe 1, alinéa c)
law-art-100-1-d = Les expertises et rapports demandés par la Cour.
    .cites = Statut de Rome, article 100, paragraphe 1, alinéa d)
law-art-100-1-e = Le transport d’une personne que l’État remet à la Cour.
    .cites = Statut de Rome, article 100, paragraphe 1, alinéa e)
law-art-100-1-f = Les frais extraordinaires, après consultations.
    .cites = Statut de Rome, article 100, paragraphe 1, alinéa f)
law-art-100-2 =
    Pour les demandes des États Parties à la Cour, il en va de même en sens inverse : la Cour prend à sa
    charge les frais ordinaires.
    .cites = Statut de Rome, article 100, paragraphe 2
law-art-101-1 =
    La personne remise n’est ni poursuivie, ni punie, ni détenue pour un comportement antérieur à la remise,
    autre que celui qui est à la base des crimes pour lesquels elle a été remise.
    .cites = Statut de Rome, article 101, paragraphe 1
law-art-101-2 =
    La Cour peut demander à l’État qui a remis la personne une dérogation, avec au besoin les renseignements
    de l’article 91. Les États Parties peuvent l’accorder et devraient s’efforcer de le faire.
    .cites = Statut de Rome, article 101, paragraphe 2
