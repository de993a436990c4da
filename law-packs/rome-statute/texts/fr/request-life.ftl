# La vie d’une demande : états, actes (ce que dit un bouton ; sous `.done`, ce que dit la chronologie) et ce qui est dû.

# États.
law-state-draft = projet
law-state-in-review = en relecture
law-state-signed = signée
law-state-transmitted = transmise
law-state-delivered = reçue
law-state-acknowledged = réception accusée
law-state-in-consultation = en consultation
law-state-under-execution = en cours d’exécution
law-state-postponement-proposed = sursis proposé
law-state-postponed = sursis à exécution
law-state-pending-on-admissibility = en attente d’une décision sur la recevabilité
law-state-on-competing-request = en attente au sujet d’une demande concurrente
law-state-on-immunity = en attente au sujet d’une immunité
law-state-not-found = personne introuvable
law-state-temporary-surrender = remise temporaire
law-state-executed-in-part = exécutée en partie
law-state-executed = exécutée
law-state-specialty-waiver-asked = dérogation à la règle de la spécialité demandée
law-state-refused = refusée ; la demande subsiste
law-state-inadmissible = jugée irrecevable
law-state-withdrawn = retirée
law-state-superseded = remplacée

# Actes.
law-move-submit = Soumettre à relecture
    .done = Soumise à relecture
law-move-return = Renvoyer pour modification
    .done = Renvoyée pour modification
law-move-sign = Signer
    .done = Signée
law-move-transmit = Transmettre
    .done = Transmise
law-move-send-again = Envoyer de nouveau
    .done = Envoyée de nouveau
law-move-confirm = Consigner la confirmation formelle
    .done = Confirmée par la voie de l’État
    .letter = confirme, par la présente voie, sa demande, envoyée auparavant par une autre
law-move-record-delivery = Consigner la réception
    .done = Reçue par l’État
law-move-acknowledge = Accuser réception
    .done = Accusé de réception donné
law-move-consult = Consulter la Cour
    .done = Consultation ouverte
law-move-answer-question = Répondre à la question
    .done = Réponse donnée à la question
    .letter = répond comme suit à ce que l’État requis lui a demandé
law-move-inquire = Interroger l’État
    .done = Question posée à l’État
    .letter = pose à l’État requis la question qui suit et lui saurait gré d’une réponse
law-move-answer-inquiry = Répondre à la Cour
    .done = Réponse donnée à la Cour
law-move-report-step = Signaler une mesure
    .done = Mesure signalée
law-move-report-arrest = Signaler l’arrestation
    .done = Personne arrêtée
law-move-report-release-application = Signaler une demande de mise en liberté
    .done = Mise en liberté provisoire demandée
law-move-recommend-on-release = Envoyer des recommandations sur la mise en liberté
    .done = Recommandations sur la mise en liberté envoyées
    .letter = formule les recommandations qui suivent sur la demande de mise en liberté
law-move-report-release = Signaler la mise en liberté
    .done = Personne mise en liberté
law-move-report-provisional-release = Signaler la mise en liberté
    .done = Personne mise en liberté
law-move-report-availability = Signaler que la personne peut être remise
    .done = Personne prête à être remise
law-move-execute = Consigner la remise
    .done = Personne remise : demande exécutée
law-move-execute-in-part = Signaler une exécution partielle
    .done = Exécutée en partie
law-move-refuse = Refuser
    .done = Refusée
law-move-propose-postponement = Proposer un sursis
    .done = Sursis proposé
law-move-agree-postponement = Accepter le sursis
    .done = Sursis convenu
    .letter = accepte le sursis à l’exécution de sa demande, comme suit
law-move-decline-postponement = Rejeter le sursis
    .done = Sursis rejeté
    .letter = n’accepte pas le sursis proposé et prie l’État requis d’exécuter sa demande
law-move-await-ruling = Attendre la décision sur la recevabilité
    .done = Exécution en attente de la décision sur la recevabilité
law-move-resume = Reprendre l’exécution
    .done = Exécution reprise
law-move-raise-ne-bis-in-idem = Invoquer ne bis in idem
    .done = Ne bis in idem invoqué
law-move-raise-competing-request = Signaler une demande concurrente
    .done = Demande concurrente signalée
law-move-raise-immunity = Invoquer une immunité
    .done = Immunité invoquée
law-move-report-not-found = Signaler que la personne est introuvable
    .done = Personne introuvable
law-move-surrender-temporarily = Remettre à titre temporaire
    .done = Remise à titre temporaire
law-move-follow-with-request = Envoyer la demande de remise
    .done = Demande de remise envoyée
law-move-record-documents-received = Consigner la réception de la demande et de ses pièces
    .done = Demande de remise et pièces reçues
law-move-report-consent = Signaler le consentement à la remise
    .done = Consentement à la remise donné
law-move-supplement = Compléter
    .done = Complétée
    .letter = complète sa demande comme suit
law-move-amend-warrant = Envoyer le mandat modifié
    .done = Mandat modifié envoyé
    .letter = a modifié le mandat d’arrêt sur lequel repose sa demande et transmet le mandat modifié
law-move-modify = Modifier
    .done = Modifiée
    .letter = modifie sa demande comme suit
law-move-withdraw = Retirer
    .done = Retirée
    .letter = retire sa demande et prie l’État requis de lever les notices et les mesures qui ne reposent que sur elle
law-move-supersede = Remplacer par une autre demande
    .done = Remplacée
    .letter = remplace la présente demande par celle qui est désignée ci-dessous
law-move-record-costs = Consigner des frais
    .done = Frais consignés

# Ce qui est dû ; sous `.lapse`, ce qui suit l’échéance, sous `.counting`, comment on compte.
law-deadline-documents-after-provisional-arrest = Demande de remise et pièces reçues par l’État
    .lapse =
        La personne peut être mise en liberté. La demande ne devient pas caduque, et une arrestation
        ultérieure n’est pas exclue (article 92, paragraphes 3 et 4).
    .counting =
        Soixante jours à compter de l’arrestation provisoire. Aucune règle ne dit si le jour de
        l’arrestation compte ; les deux comptes sont donc faits et le plus court avertit. Une mise en
        liberté provisoire n’arrête pas le compte : aucun texte lu ne le dit.
law-deadline-confirmation = Confirmer la demande urgente par la voie de l’État
    .lapse =
        Rien ne devient caduc. L’État peut dire qu’il n’a pas de demande dans la forme de l’article 91,
        paragraphe 1.
    .counting =
        Aucune règle ne fixe de jour ; c’est celui qu’indique l’envoi. Qu’une demande d’arrestation provisoire
        soit elle aussi confirmée est la lecture de ce registre : l’article 92, paragraphe 2, ne l’exige pas. Ce qui
        est parti par la voie d’un arrangement n’a pas à être confirmé selon le Statut ; l’arrangement peut l’exiger.
law-deadline-confirmation-by-arrangement = Confirmer la demande urgente par la voie de l’arrangement
    .lapse = Rien ne devient caduc selon le Statut ; la suite se lit dans l’arrangement.
    .counting = Au jour qu’indique l’envoi, si l’arrangement exige une confirmation.
law-deadline-execution = Exécuter la demande
    .lapse = Rien ne devient caduc : la demande subsiste tant qu’elle n’est ni exécutée ni retirée.
    .counting = Aussitôt, sans jour fixé.
law-deadline-surrender = Remettre la personne
    .lapse = Rien ne devient caduc : l’arrestation à elle seule n’est pas encore la remise.
    .counting = Aussitôt que possible après que l’État a ordonné la remise, sans jour fixé.
law-deadline-recommendations-on-release = Recommandations sur la mise en liberté provisoire
    .lapse = L’autorité de l’État peut décider sans elles.
    .counting = Dans le délai que fixe l’État.
law-deadline-answer-on-postponement = Réponse sur le sursis
    .lapse = Rien ne devient caduc : sans durée convenue, il n’y a pas de sursis.
    .counting = Aucune règle ne fixe de jour.
law-deadline-end-of-postponement = Reprendre l’exécution à la fin de la durée convenue
    .lapse = Le motif de ne pas exécuter a disparu.
    .counting = Le jour convenu.
law-deadline-return-after-temporary-surrender = Renvoyer la personne
    .lapse = Ce qui a été convenu entre la Cour et l’État décide.
    .counting = Le jour convenu.
law-deadline-change-of-channel-or-language = Le nouveau choix de voie ou de langue prend effet
    .lapse = Dès lors, les demandes suivent le nouveau choix. Les demandes en cours n’en sont pas affectées.
    .counting =
        Quarante-cinq jours après que la Cour l’a reçu, sauf accord sur un autre jour. Aucune règle ne
        dit comment ils se comptent.
law-deadline-ruling-on-legality = Demander une décision sur la légalité
    .lapse =
        L’État ne peut plus demander la décision, et l’organe requérant peut demander la constatation
        d’un défaut de coopération.
    .counting =
        Quinze jours après que les consultations ont été déclarées épuisées, comptés selon la norme 33
        comme un dépôt devant la Chambre.
law-deadline-acknowledgement = Accuser réception
    .lapse = Rien ne s’ensuit en droit. Le registre redemande.
    .counting = Dix jours après l’envoi, sans compter le jour de l’envoi. Une pratique de ce registre.
law-deadline-answer-to-question = Répondre à la question de l’État
    .lapse = Rien ne devient caduc. L’État ne peut peut-être pas continuer sans la réponse.
    .counting = Le jour que fixe la question, qui n’est pas un délai prévu par la loi.
law-deadline-answer-to-inquiry = Répondre à la question de la Cour
    .lapse = Rien ne devient caduc. La Cour peut redemander.
    .counting = Le jour que fixe la question, qui n’est pas un délai prévu par la loi.

# Façons de compter.
law-count-from-its-day = Le jour même compte comme jour 1
law-count-from-the-next-day = Le lendemain est le jour 1
law-count-regulation-33 = Selon la norme 33, jours entiers devant la Cour

# Intitulés sous lesquels les pages proposent les démarches.

law-heading-prepare = Préparer
law-heading-send = Transmettre
law-heading-follow-up = Suivre
law-heading-end = Mettre fin
law-heading-answer = Répondre
law-heading-consult = Consulter
law-heading-report = Rendre compte
law-heading-refuse-or-postpone = Refuser ou différer
