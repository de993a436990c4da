# Ce que disent les règles sur les demandes, dans nos propres mots. Les instruments font foi.

law-rule-117-1 =
    La Cour veille à être informée de l’arrestation. La personne reçoit alors le mandat et les dispositions
    pertinentes du Statut, dans une langue qu’elle comprend et parle parfaitement.
    .cites = Règlement de procédure et de preuve, règle 117, paragraphe 1
law-rule-117-3 =
    La contestation de la régularité de la délivrance du mandat est adressée par écrit à la Chambre
    préliminaire.
    .cites = Règlement de procédure et de preuve, règle 117, paragraphe 3
law-rule-117-4 =
    Avisée d’une demande de mise en liberté provisoire, la Chambre préliminaire fait ses recommandations
    dans le délai que fixe l’État de détention.
    .cites = Règlement de procédure et de preuve, règle 117, paragraphe 4
law-rule-117-5 =
    Si la personne est mise en liberté provisoire, la Chambre préliminaire est informée de la façon dont
    l’État de détention lui en rendra compte et à quel moment.
    .cites = Règlement de procédure et de preuve, règle 117, paragraphe 5
law-rule-118-2 =
    La Chambre préliminaire réexamine sa décision sur la détention ou la mise en liberté au moins tous les
    120 jours.
    .cites = Règlement de procédure et de preuve, règle 118, paragraphe 2
law-rule-176 =
    Le Greffier obtient du Secrétaire général de l’Organisation des Nations Unies, et reçoit des États, ce
    qu’ils ont déclaré sur les voies et les langues, et le communique sur demande.
    .cites = Règlement de procédure et de preuve, règle 176, paragraphes 1 et 3 à 5
law-rule-176-2 =
    Le Greffier transmet les demandes des Chambres et reçoit les réponses des États. Le Procureur transmet
    ses demandes et reçoit les réponses à celles-ci.
    .cites = Règlement de procédure et de preuve, règle 176, paragraphe 2
law-rule-177 =
    La déclaration selon l’article 87, paragraphe 1, alinéa a), désigne l’autorité qui reçoit les demandes.
    Une demande à une organisation intergouvernementale passe par la voie que celle-ci a indiquée.
    .cites = Règlement de procédure et de preuve, règle 177
law-rule-178-2 =
    À un État Partie qui n’a pas choisi de langue, la demande est faite dans une langue de travail de la
    Cour ou accompagnée d’une traduction dans l’une d’elles.
    .cites = Règlement de procédure et de preuve, règle 178, paragraphe 2
law-rule-179 =
    Un État qui n’est pas partie et a accepté de prêter son assistance peut choisir une langue pour les
    demandes. S’il n’en a pas choisi, une langue de travail de la Cour est employée.
    .cites = Règlement de procédure et de preuve, règle 179
law-rule-180 =
    Un changement de voie ou de langue prend effet au moment convenu entre la Cour et l’État ou, à défaut,
    45 jours après que la Cour l’a reçu. Les demandes en cours n’en sont pas affectées.
    .cites = Règlement de procédure et de preuve, règle 180
law-rule-181 =
    Lorsqu’une personne conteste la remise selon l’article 89, paragraphe 2, et que la décision sur la
    recevabilité est encore pendante, la Chambre prend des dispositions pour obtenir de l’État requis tous
    les renseignements utiles sur cette contestation.
    .cites = Règlement de procédure et de preuve, règle 181
law-rule-182 =
    En cas d’urgence, la demande de transit peut être faite par tout moyen laissant une trace écrite. La
    mise en liberté faute de demande dans le délai n’empêche aucune arrestation ultérieure.
    .cites = Règlement de procédure et de preuve, règle 182
law-rule-183 =
    Après les consultations prévues à l’article 89, paragraphe 4, l’État requis peut remettre la personne à
    titre temporaire, aux conditions convenues avec la Cour. Elle est maintenue en détention à la Cour, puis
    renvoyée.
    .cites = Règlement de procédure et de preuve, règle 183
law-rule-184 =
    L’État requis avise immédiatement le Greffier lorsque la personne peut être remise. La remise a lieu au
    jour et de la manière convenus. Si les circonstances l’empêchent, un nouveau jour est convenu.
    .cites = Règlement de procédure et de preuve, règle 184
law-rule-187 =
    La demande prévue à l’article 91 est accompagnée, selon qu’il convient, d’une traduction du mandat ou du
    jugement, et des dispositions pertinentes du Statut, dans une langue que la personne comprend et parle
    parfaitement.
    .cites = Règlement de procédure et de preuve, règle 187
law-rule-188 =
    L’État requis reçoit la demande de remise et ses pièces dans les 60 jours de l’arrestation provisoire.
    .cites = Règlement de procédure et de preuve, règle 188
law-rule-188-interim-release =
    Aucun texte lu ne dit qu’une mise en liberté provisoire arrête les soixante jours de la règle 188. Ici ils
    continuent de courir, pour que personne ne soit en retard en comptant sur une pause. C’est notre lecture.
    .cites = Règlement de procédure et de preuve, règle 188, et mise en liberté provisoire
law-rule-189 =
    Lorsque la personne a consenti à sa remise et que l’État requis y procède, la Cour n’est pas tenue de
    fournir les pièces, à moins que cet État n’indique le contraire.
    .cites = Règlement de procédure et de preuve, règle 189
law-rule-195-1 =
    L’État requis qui soulève l’article 98 fournit à la Cour les renseignements dont elle a besoin pour
    appliquer cet article. L’État tiers ou l’État d’envoi concerné peut en ajouter.
    .cites = Règlement de procédure et de preuve, règle 195, paragraphe 1
law-rule-196 =
    La personne remise peut donner son avis sur ce qu’elle tient pour une violation de la règle de la
    spécialité.
    .cites = Règlement de procédure et de preuve, règle 196
law-rule-197 =
    Lorsque la Cour demande une dérogation à la règle de la spécialité, l’État peut lui demander de
    recueillir l’avis de la personne et de le lui communiquer.
    .cites = Règlement de procédure et de preuve, règle 197

law-reg-23bis =
    Un document déposé sous scellés, à titre confidentiel ou ex parte indique le fondement factuel et
    juridique de sa classification. Ce qui y répond reçoit la même classification.
    .cites = Règlement de la Cour, norme 23 bis
law-reg-23ter =
    La requête aux fins de délivrance d’un mandat, et tout ce qui en fait mention ou l’annonce, est déposé
    ex parte et tenu secret tant que la Chambre n’en décide pas autrement.
    .cites = Règlement de la Cour, norme 23 ter
law-reg-31 = Un document est notifié le jour où le Greffe l’envoie.
    .cites = Règlement de la Cour, norme 31
law-reg-32 =
    La notification à un État se fait à son représentant dans l’affaire ou, à défaut, par sa voie selon
    l’article 87.
    .cites = Règlement de la Cour, norme 32
law-reg-33 =
    Les délais de procédure se comptent en jours calendaires et entiers : ni le jour de la notification ni
    celui du dépôt ne comptent. Un document est déposé le premier jour ouvrable de la Cour après le dernier
    jour, à 16 heures à La Haye au plus tard.
    .cites = Règlement de la Cour, norme 33
law-reg-33-friday =
    Après une notification un vendredi, ou la veille d’un jour férié de la Cour, le délai commence le jour
    ouvrable suivant.
    .cites = Règlement de la Cour, norme 33, notification avant des jours chômés
law-reg-108 =
    En cas de différend sur la légalité d’une demande selon l’article 93, l’État peut demander à la Chambre
    de se prononcer, seulement après que l’organe requérant a déclaré les consultations épuisées, et dans
    les 15 jours. La requête n’a pas d’effet suspensif, sauf décision contraire.
    .cites = Règlement de la Cour, norme 108
law-reg-109 =
    L’organe requérant ne peut demander la constatation d’un défaut de coopération qu’une fois écoulé sans être utilisé
    le délai pour contester la légalité, ou après la décision. L’État est d’abord entendu. C’est le
    Président de la Cour qui en réfère.
    .cites = Règlement de la Cour, norme 109
law-reg-111 =
    La demande d’arrestation et de remise est accompagnée de toute décision pertinente sur la recevabilité.
    .cites = Règlement de la Cour, norme 111

law-request-practice-1 =
    Une demande est relue avant d’être signée, et signée par un responsable habilité. Ce qui est renvoyé dit ce
    qui est à modifier, et est signé de nouveau.
    .cites = Pratique de ce registre pour les demandes, règle 1
law-request-practice-2 =
    L’expéditeur indique le jour du départ et le nombre de jours d’acheminement, afin que l’on puisse dire
    si la demande arrive à temps.
    .cites = Pratique de ce registre pour les demandes, règle 2
law-request-practice-3 = Chaque envoi d’une demande est consigné. La remise de l’envoi l’est avec sa preuve.
    .cites = Pratique de ce registre pour les demandes, règle 3
law-request-practice-4 =
    L’État est prié d’accuser réception dans les dix jours de l’envoi. C’est une pratique, et non une
    obligation prévue par un texte de la Cour.
    .cites = Pratique de ce registre pour les demandes, règle 4
law-request-practice-5 =
    L’auteur d’une question peut indiquer un jour pour la réponse et une référence que la réponse reprend.
    Ce jour est celui que fixe son auteur, et non un délai prévu par la loi.
    .cites = Pratique de ce registre pour les demandes, règle 5
law-request-practice-6 =
    Ce qui complète, modifie, retire ou remplace une demande est adressé à l’État et en donne la raison.
    .cites = Pratique de ce registre pour les demandes, règle 6
