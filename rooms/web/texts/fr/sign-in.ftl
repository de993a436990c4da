
# La connexion et son propre compte.

inside-signed-in = Connecté en tant que { $name }
inside-no-role = aucun rôle choisi
inside-account = Mon compte
inside-matters = Affaires
inside-people = Personnes
inside-audit = Audit
inside-sign-in = Se connecter
inside-sign-out = Se déconnecter
inside-nav = Pour les personnes connectées
inside-oops = Cela n’a pas été fait

sign-in-title = Se connecter
sign-in-head = Se connecter
sign-in-deck = Pour les personnes qui travaillent avec ce registre. Il n’y a pas de mot de passe.
sign-in-oops = Vous n’êtes pas connecté
sign-in-by-passkey = Avec une clé d’accès
sign-in-passkey-note = Votre appareil ou votre clé de sécurité demande votre empreinte, votre visage ou son code. Vous n’avez pas de nom à saisir.
sign-in-passkey = Se connecter avec une clé d’accès
sign-in-by-provider = Avec le service de connexion de votre organisation
sign-in-by-certificate = Avec un certificat
sign-in-certificate-note = Votre navigateur a demandé quel certificat présenter à l’ouverture de ce site. Pour en choisir un autre, fermez le navigateur et rouvrez-le.
sign-in-certificate = Se connecter avec le certificat de ce navigateur
sign-in-demonstration = En tant que personne de l’exercice
sign-in-demonstration-note = Ceci est une démonstration. Quiconque se trouve devant cette machine se connecte d’une pression sous n’importe lequel de ces noms.
sign-in-none = Personne ne peut se connecter à cette adresse. Les clés d’accès sont liées au nom d’un site : demandez à ceux qui exploitent ce serveur sous quel nom il est accessible.
sign-in-help = Si vous ne pouvez pas vous connecter
sign-in-help-lost = Si vous avez perdu votre appareil ou votre clé de sécurité, demandez à ceux qui administrent les comptes de votre organisation de rétablir votre accès. Deux d’entre eux décident, et une demi-journée plus tard vous recevez un lien.
sign-in-help-none = Si vous n’avez pas de compte, ils peuvent vous inviter. Tout ce qui est public est ouvert à tous sans compte.
sign-in-refused = Cela n’a pas fonctionné. Recommencez ; en cas de nouvel échec, adressez-vous à ceux qui administrent les comptes de votre organisation.
sign-in-desk = Personne ne peut être connecté pour le moment. Réessayez dans quelques minutes.

provider-clock = L’horloge du service de connexion de votre organisation et celle de ce serveur ne concordent pas. Demandez à ceux qui les exploitent de régler l’horloge, ou utilisez une clé d’accès.
provider-unreachable = Le service de connexion de votre organisation ne répond pas. Réessayez dans quelques minutes, ou utilisez une clé d’accès.

on-title = On continue
on-head = Vous êtes conduit plus loin
on-link = Continuer, si cela ne se fait pas tout seul

passkey-name = Comment vous l’appelez
passkey-name-hint = Pour savoir plus tard laquelle retirer : « ordinateur du bureau », « clé bleue ».
passkey-first = Première clé d’accès
passkey-script = Une clé d’accès ne fonctionne qu’avec JavaScript. Activez-le pour ce site, ou utilisez un autre moyen s’il en est proposé un ici.
passkey-refused = Le navigateur n’a donné aucune clé d’accès : elle n’a pas été confirmée, ou cela a pris trop de temps. Recommencez.
passkey-already = Cet appareil ou cette clé de sécurité a déjà une clé d’accès à vous pour ce site. Utilisez-en un autre.
passkey-none = Ce navigateur ne connaît pas les clés d’accès. Utilisez-en un plus récent, ou un autre moyen s’il en est proposé un ici.
passkey-over = Cette page est trop ancienne, ou sa session est terminée. Rechargez-la et recommencez.
passkey-changed = Ce que montre cette page a changé entre-temps. Rechargez-la et regardez avant de recommencer.
passkey-unreached = Le serveur n’a pas répondu comme il le devrait. Vérifiez votre connexion et recommencez.

certificate-name = Certificat
certificate-none = Votre navigateur n’a présenté aucun certificat. Fermez-le, rouvrez-le et choisissez-en un.

join-title = Invitation
join-head = Invitation pour { $name }
join-deck = Vous êtes invité en tant que : { $post }.
join-again-deck = Deux personnes ont convenu que votre accès est rétabli.
join-what = Le bouton ci-dessous fonctionne une seule fois. Ensuite, vous créez une clé d’accès sur cet appareil ou sur une clé de sécurité, dans l’heure : soyez devant l’appareil avec lequel vous travaillerez.
join-not-you = Si vous n’êtes pas cette personne, quittez cette page et n’appuyez sur rien. Prévenez la personne qui vous a envoyé le lien.
join-already = Dans ce navigateur, { $name } est connecté. La personne qui continue est connectée à sa place.
join-press = Accepter l’invitation

joining-title = Votre première clé d’accès
joining-head = Encore une étape, { $name }
joining-deck = Désormais, vous vous connectez avec ce que vous créez ici. Vous avez une heure.
joining-by-passkey = Créer une clé d’accès
joining-passkey-note = Votre appareil ou votre clé de sécurité demande votre empreinte, votre visage ou son code. Ce qui y est gardé n’en sort jamais et ne sert que sur ce site. Ajoutez-en bientôt une deuxième, sur un autre appareil : en perdre une ne vous fermera alors aucune porte.
join-passkey = Créer une clé d’accès

join-none-title = Ce lien ne fonctionne pas
join-none-head = Ce lien ne fonctionne pas
join-none-deck = Un lien fonctionne une seule fois et pendant 24 heures, dans le navigateur où l’on a appuyé sur son bouton. Celui-ci a été utilisé, est trop ancien, ou n’a pas été copié en entier.
join-none-signed = Si vous l’avez utilisé vous-même, vous avez déjà un compte.
join-none-again = Sinon, demandez-en un autre à la personne qui vous l’a envoyé. Prévenez-la si quelqu’un d’autre a pu l’utiliser.

role-title = Choisir un rôle
role-head = Dans quel rôle agissez-vous ?
role-deck = Vous en avez plusieurs. Ce que vous voyez et pouvez faire découle de celui que vous choisissez ; vous pouvez en changer à tout moment.
role-legend = Rôle
role-choose = Agir dans ce rôle
role-none = Vous n’avez aucun rôle pour le moment. Adressez-vous à ceux qui administrent les comptes de votre organisation.
role-not-chosen = Choisissez l’un de vos rôles.
role-not-held = Vous n’avez plus ce rôle. Choisissez-en un autre, ou adressez-vous à ceux qui administrent les comptes de votre organisation.

verify-title = Montrez à nouveau qui vous êtes
verify-head = Montrez à nouveau qui vous êtes
verify-deck = Ce que vous allez faire ne se défait pas aisément : il ne suffit pas qu’un écran soit resté ouvert. Cela vaut pour cinq minutes.
verify-kept = Ce que vous avez saisi est gardé et sera envoyé aussitôt après.
verify-passkey = Continuer avec ma clé d’accès
verify-certificate = Continuer avec le certificat de ce navigateur
verify-demonstration = Continuer
verify-provider = Continuer auprès de { $name }
verify-provider-then = Le service de connexion de votre organisation s’ouvre dans un nouvel onglet. Une fois passé par là, revenez à cette page.
verify-send = Envoyer ce que j’ai saisi
verify-none = Le moyen avec lequel votre session a commencé n’est plus proposé ici. Déconnectez-vous, puis connectez-vous autrement.

kept-title = Ce que vous avez saisi est gardé
kept-head = Ce que vous avez saisi est gardé
kept-over = Ce n’est pas envoyé : vous n’êtes pas connecté, ou votre session est terminée.
kept-sign-in = Se connecter, dans un nouvel onglet
kept-then = Revenez ensuite à cette page et continuez. On vous le demandera encore une fois avant tout envoi.
kept-go-on = Je me suis connecté ; continuer
kept-other = Vous êtes connecté en tant que { $name }.
kept-other-send = Ce n’est pas encore envoyé. Ce sera envoyé en votre nom quand vous appuierez sur le bouton. Si quelqu’un d’autre l’a saisi, fermez cette page.
kept-send = Envoyer en mon nom

account-title = Mon compte
account-deck = Vos rôles, avec quoi vous vous connectez, et où vous êtes connecté.
account-reason = Pourquoi
account-posts = Mes rôles
account-posts-note = Vous agissez dans un seul à la fois.
account-post-current = vous agissez dans celui-ci
account-post-change = Agir dans un autre rôle
account-may = Ce que ce rôle permet
account-may-all = Ce que permet chaque rôle
account-credentials = Avec quoi je me connecte
account-credentials-note = Une clé d’accès se trouve sur un appareil, ou sur plusieurs des vôtres qui la partagent. Gardez-en deux qui ne dépendent pas l’une de l’autre.
account-credential-current = cette session a commencé avec elle
account-credential-one = C’est le seul moyen. Ajoutez-en un deuxième, afin que sa perte ne vous ferme pas la porte.
account-revoke = Retirer
account-revoke-note = Cela cesse aussitôt de fonctionner, et toutes vos sessions se terminent, celle-ci comprise.
account-revoke-do = Retirer { $name }
account-add = En ajouter une autre
account-add-verify = Pour cela, vous devez avoir montré récemment qui vous êtes.
account-add-passkey = Ajouter une clé d’accès
account-add-provider = Ajouter mon compte auprès de { $name }
account-add-certificate = Ajouter le certificat de ce navigateur
credential-passkey = clé d’accès
credential-certificate = certificat
credential-provider = compte auprès de { $name }
credential-provider-gone = compte auprès d’un service de connexion qui n’est plus utilisé ici
account-sessions = Où je suis connecté
account-sessions-note = Une session se termine après une demi-heure sans usage, et en tout cas après douze heures. Elle est liée à ce avec quoi elle a commencé, non à un lieu.
account-session-current = celle-ci
account-session-when = connexion { $since }, dernier usage { $used }
account-session-end = Terminer
account-session-end-others = Terminer toutes les autres
browser-firefox = Firefox
browser-edge = Edge
browser-chrome = Chrome ou Chromium
browser-safari = Safari
browser-other = Un autre navigateur
account-recovery = Quelqu’un rétablit l’accès à votre compte
account-recovery-asked = Cela a été demandé { $asked }, comme si vous aviez perdu ce avec quoi vous vous connectez. Si vous ne l’avez pas demandé, arrêtez-le maintenant.
account-recovery-reason = Raison donnée : { $reason }
account-recovery-approvals = { $n ->
    [0] Personne ne l’a encore approuvé ; il faut deux personnes.
    [one] Une personne sur deux l’a approuvé.
   *[other] Deux personnes l’ont approuvé.
}
account-recovery-ready = Vous pouvez l’arrêter ; à partir du moment suivant, un lien peut être créé par lequel quelqu’un entre à votre place : { $until }.
account-recovery-note = Une fois ce lien utilisé, plus rien de ce avec quoi vous vous connectez aujourd’hui ne fonctionne.
account-recovery-stop = L’arrêter
account-delegations = Délégations
account-delegations-held = Reçues
account-delegations-given = Données
account-delegation-from = de { $name }, jusqu’au { $until }
account-delegation-to = à { $name }, jusqu’au { $until }

people-error-not-allowed = Votre rôle ne vous le permet pas. Adressez-vous à ceux qui administrent les comptes de votre organisation.
people-error-not-fresh = Montrez à nouveau qui vous êtes, puis continuez.
people-error-no-such-account = Il n’y a pas de tel compte. Prenez-le dans la liste des personnes.
people-error-no-such-matter = Il n’y a pas de telle affaire. Prenez son nom sur sa page.
people-error-no-such-request = Il n’y a pas de telle demande, ou elle est close.
people-error-closed = Le compte est clos définitivement. Une personne qui revient est invitée à nouveau.
people-error-not-open = Le compte n’est pas encore ouvert : son titulaire n’a pas utilisé l’invitation. Envoyez un autre lien.
people-error-open = Le compte est déjà ouvert. Son titulaire se connecte, ou demande un rétablissement.
people-error-no-such-post = Cette organisation n’a pas de tel rôle. Choisissez-en un autre.
people-error-case-missing = Une équipe est admise pour son affaire. Dites laquelle, par son numéro.
people-error-no-case = Une affaire se donne par son numéro, tel que ICC-02/04-01/05, et pour une équipe seulement.
people-error-case-stands = Cette équipe a été admise pour une autre affaire et y reste. Admettez une autre équipe, sous un nom court qui lui est propre.
people-error-of-another-case = Ceci relève d’une autre affaire de la Cour que celle de leur équipe.
people-error-held-already = Cette personne a déjà ce rôle.
people-error-not-held = Ce n’est pas attribué, ou plus maintenant. Rechargez la page pour voir ce qui l’est.
people-error-last-credential = C’est le dernier moyen par lequel vous pouvez vous connecter. Ajoutez-en d’abord un autre.
people-error-name-missing = Écrivez un nom.
people-error-name-too-long = Le nom dépasse 100 caractères. Écrivez-en un plus court.
people-error-name-unseen = Le nom contient un signe qui ne se voit pas. Saisissez-le à nouveau au lieu de le copier.
people-error-alike = Quelqu’un de cette organisation porte un nom semblable : { $names }. S’il s’agit de deux personnes, confirmez que vous en désignez une autre.
people-error-no-reason = Dites pourquoi.
people-error-long-reason = Le motif dépasse 1 000 caractères. Écrivez-en un plus court.
people-error-text = Un texte contient un signe qui ne peut figurer au registre. Saisissez-le à nouveau au lieu de le copier.
people-error-until = La fin doit se situer après maintenant, et au plus tard dans { $days ->
    [one] un jour
   *[other] { $days } jours
}.
people-error-not-let-in = Cette affaire n’est pas ouverte à son rôle. Ouvrez-la d’abord à son organe, à son État, à son organisation ou à son équipe.
people-error-not-at-the-shell = Une seconde personne du même organe ou du même État l’accorde, sur la page de l’accès d’urgence.
people-error-not-accepted = Cela n’a pas fonctionné. Recommencez ; en cas de nouvel échec, adressez-vous à ceux qui administrent les comptes de votre organisation.
people-error-recovery-over = Ce rétablissement est clos. S’il reste nécessaire, demandez-en un autre.
people-error-recovery-too-old = Ce rétablissement a été demandé il y a plus de sept jours. Demandez-en un autre.
people-error-recovery-own = Personne n’approuve le rétablissement de son propre compte. Demandez à deux autres personnes qui administrent des comptes.
people-error-recovery-twice = Vous l’avez déjà approuvé. Une deuxième personne doit le faire.
people-error-recovery-approved = Deux personnes l’ont déjà approuvé.
people-error-recovery-not-of-the-organisation = Cela revient à ceux qui administrent les comptes de la propre organisation de la personne. L’institution intervient lorsqu’ils sont moins de deux.
people-error-recovery-not-approved = Deux personnes doivent d’abord l’approuver.
people-error-recovery-approver = Qui a approuvé cette demande ne reçoit pas le lien. Une troisième personne le remet.
people-error-recovery-under-way = Un rétablissement de ce compte est en cours. Approuvez-le, ou arrêtez-le d’abord.
people-error-recovery-waiting = Le titulaire du compte peut s’y opposer jusqu’à ce moment : { $until }. Le lien peut être créé ensuite.
people-error-store = Cela n’a pas pu être enregistré, et rien n’a été modifié. Réessayez dans quelques minutes.
