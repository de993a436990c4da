# L’envoi des demandes : voies, tentatives, preuves et les trois dates ; et ce qu’entraîne un changement des faits.

law-request-practice-7 = Une note de l’État qui ne répond encore à rien est gardée avec la demande, telle qu’elle est venue.
    .cites = Pratique de ce registre pour les demandes, règle 7
law-request-practice-8 =
    La valise, la remise en main propre, la poste, le portail de l’État et un paquet scellé sont des moyens formels. Le
    courriel, la télécopie et les messages d’INTERPOL laissent une trace écrite et servent en cas d’urgence, à moins que
    l’État ne les ait lui-même choisis. Une demande urgente d’arrestation provisoire est confirmée comme une demande de
    remise, ce que l’article 92, paragraphe 2, n’exige pas lui-même. C’est la lecture que fait ce registre des articles 91,
    paragraphe 1, et 92, paragraphe 2.
    .cites = Pratique de ce registre pour les demandes, règle 8
law-request-practice-9 =
    Lorsqu’une personne est remise ou meurt, ou qu’un mandat est annulé, modifié ou remplacé, chaque demande en cours
    qui la concerne est revue : faut-il la retirer, la compléter ou la remplacer.
    .cites = Pratique de ce registre pour les demandes, règle 9
law-request-practice-10 =
    Une demande nomme sa situation et son affaire, et porte la cote sous laquelle la Cour l’a versée au dossier,
    pour autant qu’il y en ait : on la retrouve ainsi dans le dossier de la Cour. Aucune règle lue ne l’exige.
    .cites = Pratique de ce registre pour les demandes, règle 10

# Éléments.
law-element-confirm_by = Confirmation formelle au plus tard le
    .hint = Le jour où la confirmation formelle doit être parvenue à l’État. Aucune règle n’en fixe. Par la voie
        d’un arrangement, une confirmation n’est attendue que si ce jour est indiqué.
law-element-channel_confirmed_by = Qui a confirmé la voie
    .hint = Le service qui s’est assuré de la voie choisie par l’État, si sa déclaration n’est pas confirmée. L’État lit ceci avec
        l’acte : ne nommez personne qu’il ne doit pas connaître.
law-element-channel_source = Où cela figure
    .hint = La note, la lettre ou l’appel, avec sa date.
law-element-language_confirmed_by = Qui a confirmé la langue
    .hint = Le service qui s’est assuré des langues de l’État, si sa déclaration n’est pas confirmée. D’une demande, cela reste au
        sein de la Cour ; avec un mandat modifié, l’État le lit : ne nommez personne qu’il ne doit pas connaître.
law-element-language_source = Où cela figure
    .hint = La note, la lettre ou l’appel, avec sa date.
law-element-receiving_authority = Autorité destinataire, selon l’annuaire
    .hint = Son nom, son adresse et sa dernière confirmation sont inscrits dans cet acte tels qu’ils sont aujourd’hui.
law-element-recipient_address = Adresse
    .hint = Où elle a été envoyée, telle qu’elle était.
law-element-recipient_confirmed_on = Adresse confirmée pour la dernière fois le
    .hint = Le jour où quelqu’un a répondu de l’adresse pour la dernière fois.
law-element-receipt_number = Numéro du récépissé
    .hint = Du récépissé, de l’avis de remise ou de la télécopie.
law-element-bag_number = Numéro de la valise scellée
    .hint = Tel qu’il figure sur le scellé.
law-element-bundle_sha256 = Empreinte du fichier envoyé
    .hint = SHA-256 du fichier avec la demande, la note verbale et les pièces, s’il en a été fait un.
law-element-failure = Pourquoi l’envoi a échoué
    .hint = Ce qui s’est passé, en mots.
    .missing = Dites pourquoi la tentative a échoué.
law-element-notified_by = Moyen de la notification
    .hint = Par quoi l’État en a été avisé.
    .missing = Dites comment l’État a été notifié.
law-element-received_on = Reçue le
    .hint = Le jour où l’État a eu la demande, selon l’État.
law-choice-notified_by-note-verbale = note verbale
law-choice-notified_by-hand = en main propre
law-choice-notified_by-e-mail = courriel
law-choice-notified_by-fax = télécopie
law-choice-notified_by-telephone-with-note = téléphone, avec une note de l’appel

# Actes.
law-move-record-failed-attempt = Consigner une tentative qui a échoué
    .done = Une tentative d’envoi a échoué
law-move-record-notification = Consigner la notification
    .done = État notifié
law-move-write = Écrire à la Cour
    .done = Note qui ne répond encore à rien

# Constatations.
law-finding-channel =
    L’État a déclaré une autre voie. Prenez celle qu’il a choisie, ou dites qui a confirmé un changement et où cela
    figure.
law-finding-channel-unconfirmed =
    Aucune déclaration de l’État sur sa voie n’est confirmée. Prenez la voie diplomatique, ou dites qui a confirmé
    l’autre et où cela figure.
law-finding-channel-beside =
    INTERPOL ou une organisation régionale ne transmet seule une demande qu’en cas d’urgence, à confirmer ensuite. Dites
    qu’elle est urgente, ou prenez la voie de l’État.
law-finding-channel-arrangement =
    L’État est lié par le Statut : il est saisi par sa voie selon l’article 87, paragraphe 1, et non par un arrangement.
law-finding-medium =
    Ce moyen laisse une trace écrite et sert en cas d’urgence, à confirmer ensuite. Dites que la demande est urgente, ou
    prenez un moyen formel.
law-finding-another-state = C’est l’État requis. Indiquez l’autre État.
law-finding-before-sending = Ce jour précède celui où la demande a été envoyée. Corrigez celui des deux qui est faux.

# Ce qui est dû.
law-deadline-review = Relire la demande, et la signer ou la renvoyer
    .lapse = Rien ne devient caduc. La demande ne part pas.
    .counting = Aucun jour n’est fixé : une pratique au sein de la Cour.
law-deadline-changes = Apporter les modifications, et soumettre de nouveau à relecture
    .lapse = Rien ne devient caduc. La demande ne part pas.
    .counting = Aucun jour n’est fixé : une pratique au sein de la Cour.
law-deadline-sending = Envoyer la demande
    .lapse = Rien ne devient caduc. L’État n’en sait encore rien.
    .counting = Aucun jour n’est fixé : une pratique au sein de la Cour.
law-deadline-provisional-arrest = Arrêter la personne à titre provisoire
    .lapse = Rien ne devient caduc : la demande subsiste tant que la personne n’est pas arrêtée et que la demande n’est pas retirée.
    .counting = Aussitôt, sans jour fixé.
law-deadline-surrender-with-consent = Remettre la personne, qui y a consenti
    .lapse = Rien ne devient caduc : le consentement à lui seul n’est pas encore la remise.
    .counting = Aussitôt que possible après le consentement, sans jour fixé.

# Ce qu’entraîne un changement des faits ; sous `.do`, ce qu’il y a à faire.
law-change-person-surrendered = La personne a été remise à la Cour
    .do =
        Consignez l’exécution si c’est cet État qui l’a remise ; sinon, retirez la demande. Demandez la levée des avis et
        des saisies qui reposent sur elle.
law-change-person-died = La personne est décédée
    .do = Retirez la demande. Demandez la levée des avis et des saisies qui reposent sur elle.
law-change-person-reported-dead = Le décès de la personne a été signalé
    .do = Demandez à l’État ce qu’il en sait. Retirez la demande une fois la procédure close.
law-change-warrant-replaced = Un autre mandat a remplacé celui sur lequel repose la demande
    .do = Rédigez une demande fondée sur le nouveau mandat, et mettez-la à la place de celle-ci.
law-change-proceedings-ended = La procédure ouverte par le mandat est close
    .do =
        Retirez la demande, à moins qu’un autre mandat ne vise la personne. Demandez la levée des avis et des saisies qui
        reposent sur elle, et la mise en liberté de la personne si elle n’est détenue que pour la Cour.
law-change-case-inadmissible = L’affaire a été jugée irrecevable
    .do = Consignez la décision, par laquelle rien n’est plus dû, ou retirez la demande.
law-change-warrant-amended = Le mandat a été modifié
    .do = Envoyez à l’État le mandat modifié : les mêmes règles s’y appliquent, dont la spécialité.
law-change-person-convicted = La personne a été reconnue coupable
    .do =
        Une demande visant une personne reconnue coupable contient le jugement, et la condamnation s’il y en a une
        (article 91, paragraphe 3). Rédigez-la à nouveau, ou complétez celle-ci.
law-change-another-warrant = Un autre mandat a été délivré contre la personne
    .do = Complétez la demande par ce mandat, ou rédigez-en une autre à la place de celle-ci.
law-change-warrant-public = Le mandat a été rendu public
    .do =
        Envoyez la version publique, dites à l’État que le mandat est public, et revoyez le niveau de la demande et les
        avis.
law-change-person-arrested = La personne a été arrêtée
    .do =
        Si c’est cet État qui l’a arrêtée, consignez-le d’après sa note. Avisez les autres États saisis, afin qu’ils lèvent
        ce qui ne sert plus.
