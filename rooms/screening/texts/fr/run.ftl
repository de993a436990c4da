# Pourquoi une ligne n’a pas pu être lue.
refused-width = champs : { $found }, et { $expected } dans l’en-tête
refused-not-text = des octets qui ne sont pas du texte dans l’encodage du fichier
refused-quote-open = un guillemet ouvre un champ que rien ne ferme
refused-text-after-quote = du texte après le guillemet qui ferme un champ
refused-too-long = plus long que { $longest } octets
refused-header-again = de nouveau l’en-tête, et non une ligne de données ; des colonnes ont pu changer de place
refused-too-many-names = plus de { $most } noms

# Ce qui n’est pas compris dans une liste de personnes recherchées.
watch-no-name = pas de nom, donc personne n’est recherché
watch-born-on = « { $text } » n’est pas compris comme date de naissance et ne compte pas
watch-gender = « { $text } » n’est pas compris comme genre et ne compte pas
watch-kind = « { $text } » n’est ni une personne ni une entité (person, entity) ; pris pour une personne
watch-born-on-other = « { $text } » est une autre date de naissance que celle d’une ligne précédente du même identifiant ; aucune ne compte
watch-gender-other = « { $text } » est un autre genre que celui d’une ligne précédente du même identifiant ; aucun ne compte
watch-too-many-names = plus de noms sous un identifiant qu’on n’en recherche : { $most }

# Où en est la recherche. Les nombres suivent les mots, pour qu’aucun nombre n’en change la forme.
run-under-way = lignes : { $rows }, { $rate } par seconde ; retenues : { $matched } ; refusées : { $refused }
run-left = reste : { $left }

# Ce que la recherche a donné.
run-read = lignes lues : { $rows } en { $seconds } s, { $rate } par seconde ({ $written } ; noms pris de : { $names })
run-found = lignes retenues : { $matched } ; recherchés et trouvés : { $persons } sur { $watched } ; résultats écrits : { $hits }
run-refused = lignes refusées, où rien n’a été cherché : { $refused }
run-notes = dans la liste des recherchés, non compris : { $notes }
run-line = ligne { $line } : { $words }
run-more = et { $more } autres
run-all-listed = toutes se trouvent dans { $file }
run-list-all = --refused FICHIER les énumère toutes
