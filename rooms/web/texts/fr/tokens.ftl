# Jetons par lesquels des programmes agissent pour un compte.
tokens-title = Accès pour les programmes
tokens-deck = Un jeton permet à un programme de lire et d’agir en votre nom, dans un rôle. Il ne signe jamais, ne change rien aux personnes, et ne fait rien que vous ne pourriez faire.
tokens-account = Laisser un programme lire ou agir pour moi
tokens-made = Le jeton
tokens-once = Il n’est montré que cette fois. Donnez-le au programme, et à personne d’autre.
tokens-header = Le programme l’envoie avec chaque demande, dans cet en-tête :
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
tokens-scope-read-hint = les demandes, projets et documents que vous pouvez voir
tokens-scope-act = Lire et agir
tokens-scope-act-hint = aussi rédiger, répondre et rendre compte ; jamais signer
tokens-scope-feed = Lire le calendrier des échéances
tokens-scope-feed-hint = rien sous scellés ; de ce qui est confidentiel, seulement qu’une échéance arrive
tokens-days-legend = Combien de temps il vaut
tokens-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
tokens-sealed = Il atteint aussi ce qui est sous scellés, autant que moi
tokens-make-do = Créer le jeton
tokens-back = Retour au compte

people-error-service = C’est le compte d’un programme, auquel personne ne se connecte. Créez un jeton pour lui, ou fermez-le.
people-error-no-service = Chacun crée ses propres jetons, sur la page de son compte.
people-error-too-many-tokens = Le compte a autant de jetons qu’il peut y en avoir. Révoquez-en un qui ne sert plus.
audit-act-token-issued = Jeton créé
audit-act-token-revoked = Jeton révoqué
audit-act-token-used = Un programme a agi par un jeton, première fois ce jour-là
