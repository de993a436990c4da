
# Emporter une affaire : la page où on le demande, et les mots du fichier.

matter-take = L’emporter
matter-take-side = En un seul fichier, à lire, à imprimer et à prouver ailleurs. Il est consigné que vous l’avez fait, et à quelle fin.
matter-take-do = Emporter l’affaire
matter-opened-taken = { $who } l’a emportée : { $purpose }
matter-opened-taken-plain = { $who } l’a emportée

export-title = Emporter une affaire
export-head = Emporter l’affaire
export-deck = Un seul fichier avec ce que vous pouvez en emporter, telle qu’elle est maintenant.
export-file = Ce que contient le fichier
export-file-side = Un ZIP : une page à lire et à imprimer, les écritures telles qu’elles ont été inscrites, et une preuve de chacune de celles qui figurent déjà au journal.
export-level = Mention
export-whom = Pour qui
export-as-at = Au
export-entries = Écritures
export-left = { $n ->
    [one] Une écriture que vous pouvez lire n’y figure pas, car votre fonction, ou l’urgence dans laquelle vous la lisez, ne vous permet pas de l’emporter.
   *[other] { $n } écritures que vous pouvez lire n’y figurent pas, car votre fonction, ou l’urgence dans laquelle vous les lisez, ne vous permet pas de les emporter.
}
export-names = Les noms de personnes qui figurent dans une autre affaire n’y sont pas ; leurs clés en tiennent lieu.
export-attachments = Les pièces jointes y sont nommées avec leurs empreintes ; leurs octets n’y sont pas.
export-take = À quelle fin
export-take-side = Conservé dans l’audit avec votre nom. Ceux qui peuvent voir qui a ouvert l’affaire le voient aussi.
export-warning = Ce qui est emporté est hors d’atteinte : il n’est ni restreint, ni ouvert, ni effacé avec l’affaire. Vous le gardez comme son niveau le demande.
export-purpose = À quelle fin vous l’emportez
export-choose = Choisissez
export-do = Emporter
export-fresh = Il vous est demandé de montrer encore une fois qui vous êtes, sauf si vous l’avez fait dans les dernières minutes ; puis le fichier vient.
export-no-purpose = Choisissez à quelle fin vous emportez l’affaire.
export-back = Retour à l’affaire

purpose-for-proceedings = pour une audience, une écriture ou un délibéré
purpose-for-execution = pour exécuter ce qu’elle demande
purpose-for-transmission = pour la remettre à quelqu’un qui peut l’avoir
purpose-for-own-file = pour le dossier de sa propre institution
purpose-for-other = à une autre fin

taken-for = Emportée le { $at } pour { $whom }.
taken-operator = { $name }, l’exploitant, à la ligne de commande
taken-purpose = Fin : { $purpose }.
taken-keep-public = Elle est publique.
taken-keep-restricted = Restreint : elle est destinée à ceux qui sont nommés avec chaque écriture, et n’est pas publiée.
taken-keep-confidential = Confidentiel : gardez-la sous clé, et ne la montrez qu’à ceux qui sont nommés avec chaque écriture, pour autant que leur travail l’exige.
taken-keep-under-seal = Sous scellés : l’existence même de l’affaire est secrète. Gardez-la sous clé à l’écart des autres dossiers, n’en faites aucune copie dont vous n’ayez besoin, ne la montrez à personne à qui l’affaire n’est pas attribuée, et détruisez-la lorsqu’elle a servi.
taken-about = Ce dont il s’agit
taken-persons = Personnes
taken-states = États
taken-numbers = Situations et affaires devant la Cour
taken-from = De qui elle émane
taken-entries = Écritures
taken-source = Source : { $source }
taken-attachments = Pièces jointes, dont les octets ne sont pas dans ce fichier :
taken-attachment = { $name }, { $type }, { $bytes } octets, SHA-256 { $hash }
taken-corrects = Corrige l’écriture { $entry } : { $reason }
taken-retracts = Retire l’écriture { $entry } : { $reason }
taken-entry = Écriture { $entry }
taken-proof = Sa preuve est dans le fichier proofs/{ $entry }.txt.
taken-proof-from = Elle peut être prouvée à partir du { $at }.

taken-readme = COMITY : UNE AFFAIRE EMPORTÉE
taken-readme-exercise = EXERCICE : à ne jamais compter ni classer avec des données réelles.
taken-readme-matter = Affaire : { $matter }
taken-readme-level = Niveau : { $level }
taken-readme-as-at = Au : { $at }
taken-readme-whom = Pour : { $whom }
taken-readme-basis = Fondement sur lequel elle n’est pas publique : { $basis }
taken-readme-holds = Ce qu’elle contient
taken-readme-own = Ce que la personne nommée ci-dessus peut connaître de l’affaire et emporter, à cet instant, et rien d’autre. Un niveau ou un lecteur est celui de cet instant.
taken-readme-attachments = Les pièces jointes sont nommées avec type, longueur et SHA-256 ; leurs octets ne sont pas dans ce fichier.
taken-readme-page = l’affaire à lire et à imprimer
taken-readme-entries = ses écritures telles qu’elles ont été inscrites : JSON canonique (RFC 8785), une par ligne
taken-readme-proofs = la preuve de chaque écriture qui figurait alors au journal public
taken-readme-keep = Comment la garder
taken-readme-check = Comment vérifier une preuve
taken-readme-check-1 = Chaque fichier de proofs/ prouve à lui seul que son écriture figurait au registre, telle quelle, lorsque le point de contrôle qu’il contient a été signé. Il ne dit rien d’autres écritures. Il ne prouve ni que ce que dit une écriture est vrai, ni qu’elle n’a pas été corrigée depuis.
taken-readme-check-2 = Le membre « entry » est la ligne d’entries.jsonl. Vérifiez-la selon les cinq étapes du format du registre (docs/record-format.md, section 7, dans les sources de Comity), par le programme d’une page qui s’y trouve ou par un programme de votre main. Prenez la clé de vérification auprès de l’institution qui tient le registre, et non dans la preuve.
