# Jetons par lesquels des programmes agissent pour un compte.
tokens-title = Accès pour les programmes
tokens-deck = Un jeton permet à un programme de lire et d’agir en votre nom, dans un rôle. Il ne signe jamais, ne change rien aux personnes, et ne fait rien que vous ne pourriez faire.
tokens-deck-of = Un jeton permet à un programme de lire et d’agir pour ce compte, dans un rôle. Il ne signe jamais, ne change rien aux personnes, et ne fait rien que le compte ne pourrait faire.
tokens-account = Laisser un programme lire ou agir pour moi
tokens-made = Le jeton
tokens-once = Il n’est montré que cette fois. Donnez-le au programme, et à personne d’autre.
tokens-header = Le programme l’envoie avec chaque requête, dans cet en-tête :
tokens-feed = Un programme de calendrier s’abonne à cette adresse. Quiconque l’a lit le flux :
tokens-there = Jetons
tokens-none = Il n’y en a pas.
tokens-sealed-mark = aussi ce qui est sous scellés
tokens-until = valable jusqu’au { $until }
tokens-over = échu depuis le { $until }
tokens-used = utilisé la dernière fois le { $day }
tokens-unused = pas encore utilisé
tokens-revoke = Révoquer { $name }
tokens-make = Créer un jeton
tokens-make-note = Il agit en tant que { $post }.
tokens-name = Pour quel programme
tokens-scope = Ce qu’il peut faire
tokens-scope-read = Lire
tokens-scope-read-hint = les demandes, projets et documents que le compte peut voir
tokens-scope-act = Lire et agir
tokens-scope-act-hint = aussi rédiger, répondre et rendre compte ; jamais signer
tokens-scope-feed = Lire le calendrier des échéances
tokens-scope-feed-hint = rien sous scellés ; de ce qui est confidentiel, seulement qu’une échéance arrive
tokens-no-scope = Dites ce que le jeton permet : lire, lire et agir, ou lire le calendrier des échéances.
tokens-days-legend = Combien de temps il vaut
tokens-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
tokens-sealed = Il atteint aussi ce qui est sous scellés, autant que moi
tokens-sealed-of = Il atteint aussi ce qui est sous scellés, autant que le compte
tokens-make-do = Créer le jeton
tokens-back = Retour au compte

programs-title = Ajouter un programme
programs-deck = Un programme qui travaille seul, tel que le système d’un ministère, a son propre compte : personne ne s’y connecte, il agit par des jetons, et ce qu’il fait figure sous son nom et sous aucun autre.
programs-name-hint = Tel que les collègues le connaissent ; il figure à côté de tout ce qu’il fait.
programs-role-hint = Il peut ce que peut ce rôle, sauf signer et changer quoi que ce soit aux personnes.
programs-do = Ajouter
programs-then = Ensuite, vous créez son jeton. Les dossiers dont il a besoin lui sont confiés comme à quiconque.
programs-is = Nature
programs-is-note = Le compte d’un programme : personne ne s’y connecte, et il agit par des jetons.

people-error-service = C’est le compte d’un programme, auquel personne ne se connecte. Créez un jeton pour lui, ou fermez-le.
people-error-no-service = Chacun crée ses propres jetons, sur la page de son compte.
people-error-program-there = Il y a déjà un programme de ce nom dans ce rôle. Créez un jeton pour celui-là, ou donnez un autre nom à celui-ci.
people-error-too-many-tokens = Le compte a autant de jetons qu’il peut y en avoir. Révoquez-en un qui ne sert plus.
audit-act-token-issued = Jeton créé
audit-act-token-revoked = Jeton révoqué
audit-act-token-used = Un programme a agi par un jeton, première fois ce jour-là

feed-owed-court = { $what }, à la charge de la Cour ({ $state })
feed-owed-state = { $what }, à la charge de l’État ({ $state })
feed-due = Une échéance est à respecter
feed-exercise = EXERCICE : { $what }
