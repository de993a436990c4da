
# Criblage : une liste de personnes recherchées face à un fichier.
nav-screen = Rechercher dans un fichier
screen-title = Rechercher des personnes dans un fichier
screen-title-done = Un fichier examiné
screen-title-again = Un fichier qui n’a pas été examiné
screen-head = Rechercher des personnes dans un fichier
screen-form-deck = Quelles lignes d’un registre foncier, d’un registre des sociétés ou de toute autre liste peuvent concerner une personne que vous recherchez, sous toutes les graphies et écritures, et pourquoi ?
screen-form-text = Les deux fichiers sont examinés en mémoire, puis oubliés : ils ne sont ni conservés, ni journalisés, ni transmis. L’audit retient que vous avez cherché, quand, et dans combien de lignes ; il ne retient aucun nom.
screen-watch = Qui recherchez-vous ?
screen-outstanding = Les personnes visées par un mandat d’arrêt non exécuté, pour autant que vous puissiez les connaître, avec leurs autres noms
screen-watch-file = Ou les personnes de votre propre liste
screen-watch-hint = CSV avec les colonnes id et name et, si vous les avez, aliases (séparés par « ; »), born_on, nationality, gender et kind (person ou entity). Jusqu’à { $most } Mio.
screen-register = Le fichier
screen-register-hint = CSV avec des colonnes quelconques et un en-tête, jusqu’à { $most } Mio. Pour de plus longs, qui exploite ce serveur dispose de la commande comity screen, qui n’a pas de limite et lit aussi Parquet.
screen-columns = Colonnes qui contiennent des noms
screen-columns-hint = Laissez ce champ vide : elles sont reconnues à leurs intitulés, et la réponse dit lesquelles ont été lues. Sinon leurs intitulés, un par ligne ; « prénom+nom » en joint deux.
screen-score = Score minimal
screen-score-hint = De 0 à 1. Vide vaut 0,7, à partir duquel un agent attentif parlerait d’une correspondance probable.
screen-top = Lignes au plus par personne
screen-top-hint = Les plus probables. Vide veut dire toutes.
screen-encoding = Codage du fichier
screen-encoding-hint = Il est reconnu. Indiquez-le si des lettres de la réponse paraissent fausses.
screen-encoding-found = le reconnaître
screen-encoding-western = Windows-1252 (Europe occidentale)
screen-encoding-cyrillic = Windows-1251 (cyrillique)
screen-encoding-arabic = Windows-1256 (arabe)
screen-encoding-hebrew = Windows-1255 (hébreu)
screen-search = Rechercher
screen-again = Rechercher de nouveau

# Ce qui ne va pas.
screen-no-watch = Choisissez une liste des personnes que vous recherchez, ou cochez les personnes visées par un mandat.
screen-both = Une liste a été choisie et les personnes visées par un mandat ont été cochées. Laissez l’une des deux de côté.
screen-several = Plus d’un fichier a été choisi ici, et un seul peut être lu. Choisissez-en un.
screen-no-register = Choisissez le fichier à examiner.
screen-too-long = Cela dépasse { $most } Mio et n’a pas été examiné. Partagez-le, ou demandez à qui exploite ce serveur d’exécuter la commande comity screen, qui n’a pas de limite et lit aussi Parquet.
screen-too-slow = Ce qui a été envoyé n’est pas arrivé à temps et n’a pas été examiné. Envoyez-le de nouveau, ou un fichier plus court.
screen-not-a-form = Ce qui a été envoyé n’est pas écrit comme l’est le formulaire prévu (multipart/form-data), et n’a pas été lu.
screen-busy = Autant de recherches sont en cours que ce serveur en prend à la fois. Rien n’a été lu ; réessayez dans une demi-minute.
screen-busy-own = Une recherche lancée par vous est déjà en cours. Rien n’a été lu ; attendez qu’elle ait pris fin.
screen-wrong-columns = Cela fait plus de vingt colonnes, ou des intitulés plus longs que ceux d’aucun fichier. Donnez les intitulés des colonnes de noms, un par ligne.
screen-wrong-score = Ce n’est pas un nombre de 0 à 1, tel que 0,7.
screen-wrong-top = Ce n’est pas un nombre à partir de 1.
screen-wrong-encoding = Aucun codage ne porte ce nom. Essayez utf-8, utf-16le, windows-1252, windows-1256 ou windows-1251.
screen-too-many-names = La liste compte { $names } noms, et { $most } au plus sont recherchés ici. Partagez-la, ou utilisez la commande comity screen.
screen-nothing-read = Sur { $n } lignes, aucune n’a pu être lue. { $first }. Vérifiez le séparateur et le codage.
screen-too-much-found = Il a été trouvé plus qu’une réponse ne contient. Relevez le score minimal, limitez les lignes par personne, ou utilisez la commande comity screen.
screen-stopped = La recherche a duré plus longtemps qu’on n’attend ici et a été arrêtée. Partagez le fichier, ou utilisez la commande comity screen.
screen-watch-faults = { $n ->
    [one] Une ligne de la liste ne peut pas être lue ; rien n’a donc été examiné, car nul ne doit être omis en silence. { $first }
   *[other] { $n } lignes de la liste ne peuvent pas être lues ; rien n’a donc été examiné, car nul ne doit être omis en silence. La première : { $first }
}
screen-watch-nobody = Nul n’est recherché : la liste ne nomme personne, ou personne n’est visé par un mandat non exécuté pour autant que vous puissiez le savoir.
screen-table-empty = Le fichier est vide. Il lui faut un en-tête, tel que id,name, et une ligne par nom.
screen-table-utf-32 = Le fichier est en UTF-32, qui n’est pas lu ici. Enregistrez-le en UTF-8.
screen-table-header-not-text = L’en-tête contient des octets qui ne sont pas du texte dans ce codage. Indiquez le codage.
screen-table-quote-open = Un guillemet de l’en-tête n’est jamais fermé.
screen-table-no-line-end = La première ligne ne finit pas. Est-ce un tableau avec un en-tête ?
screen-table-carriage-returns = Les lignes finissent par un seul retour chariot. Enregistrez le fichier avec des sauts de ligne.
screen-table-watch-columns = Aucune colonne n’est connue pour contenir des noms ; elle doit s’appeler name. Les colonnes sont : { $columns }
screen-table-no-names = Aucune colonne n’est connue pour contenir des noms. Donnez son intitulé comme colonne contenant des noms. Les colonnes sont : { $columns }
screen-table-no-such-column = Il n’y a pas de colonne « { $name } ». Les colonnes sont : { $columns }
screen-parquet = Ceci est un fichier Parquet, que lit la commande comity screen. Ici il faut du CSV : enregistrez-le ainsi.
screen-table-parquet = Le fichier Parquet est endommagé, chiffré ou comprimé d’une manière qui n’est pas lue. Enregistrez-le en CSV.

# La réponse.
screen-head-none = { $rows ->
    [one] La ligne a été examinée : rien n’a été trouvé
   *[other] { $rows } lignes ont été examinées : rien n’a été trouvé
}
screen-head-some = { $n ->
    [one] 1 ligne sur { $rows } peut concerner une personne que vous recherchez
   *[other] { $n } lignes sur { $rows } peuvent concerner une personne que vous recherchez
}
screen-deck-persons = Recherche des personnes visées par un mandat d’arrêt non exécuté. Un nom seul ne prouve l’identité de personne : comparez ce que l’on sait d’autre avant d’agir.
screen-deck-list = Recherche des personnes de votre liste. Un nom seul ne prouve l’identité de personne : comparez ce que l’on sait d’autre avant d’agir.
screen-likely = Probable
screen-likely-side = Un score d’au moins 0,7 ; par personne recherchée, le plus probable d’abord.
screen-possible = Possible
screen-possible-side = Un score inférieur à 0,7 : regardez de plus près.
screen-col-who = Personne recherchée
screen-col-name = Nom dans le fichier
screen-col-row = Ligne
screen-col-score = Score
screen-col-why = Pourquoi
screen-row = ligne { $row }
screen-done = Ce qui a été fait
screen-done-side = Vérifiez le codage si des lettres paraissent fausses, et les colonnes si des noms manquent.
screen-rows-read = Lignes examinées
screen-rows-matched = Lignes qui peuvent concerner quelqu’un
screen-rows-refused = Lignes qui n’ont pas pu être lues
screen-watched = Trouvées parmi les personnes recherchées
screen-watched-found = { $n } sur { $all }
screen-written-in = Codage
screen-names-from = Noms tirés des colonnes
screen-file-csv = Toutes les correspondances en CSV
screen-file-jsonl = Toutes les correspondances en lignes JSON
screen-left-out = { $n ->
    [one] 1 correspondance n’est pas dans les fichiers, car le nom reconnu n’est pas public : ce qui n’est pas public ne quitte pas le programme d’un clic.
   *[other] { $n } correspondances ne sont pas dans les fichiers, car les noms reconnus ne sont pas publics : ce qui n’est pas public ne quitte pas le programme d’un clic.
}
screen-kept = Rien de l’un ni de l’autre fichier n’est conservé ici. L’audit retient que vous avez cherché, quand, et dans combien de lignes.
screen-refused = Non examinées
screen-refused-side = Ces lignes n’ont pas pu être lues. Tout le reste a été examiné.
screen-notes = Non compris dans votre liste
screen-line = Ligne { $line } : { $why }
screen-more = et { $n } de plus
