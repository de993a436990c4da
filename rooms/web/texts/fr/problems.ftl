# Ce qui est dit aux programmes, et à qui demande des données : pourquoi elles ne sont pas données.

problem-explained =
    { $title }

    Statut { $status }. { $help }
problem-kind-parameters = Un paramètre est erroné
problem-help-parameters = Chaque paramètre est connu, donné une fois, et sa valeur a la forme voulue. Le membre errors nomme chaque paramètre erroné et dit comment le corriger ; si un jour après aujourd’hui était demandé, le membre today est le dernier possible.
problem-kind-filter = Un filtre, un curseur ou une paire de jours est erroné
problem-help-filter = Le membre detail dit lequel, et ce qui existe. Le premier des deux jours est dans from. Un curseur est repris tel quel du membre next de la page précédente, avec le même filtre.
problem-kind-no-such-address = Il n’y a rien à cette adresse
problem-help-no-such-address = Toutes les adresses de l’API figurent dans /api/v1/openapi.json.
problem-kind-not-found = Introuvable
problem-help-not-found = Il n’y a rien de ce nom pour vous, à la date et dans l’état du registre que vous avez demandés. Que cela n’ait jamais existé, n’existe pas encore ou ne soit pas public n’est pas dit.
problem-kind-unknown-name = Rien ne porte ce nom
problem-help-unknown-name = Aucun État, traité ou fichier ne porte ce nom. Le membre detail dit ce qui était visé, ce qui est le plus proche, ou ce qui existe. Un État se demande par son code ISO 3166-1 alpha-3 en majuscules.
problem-kind-not-yet = Cela n’existait pas encore
problem-help-not-yet = L’État a commencé d’exister, ou le traité a été adopté, après le jour demandé. Le membre exists_from est le premier jour possible.
problem-kind-before-the-record = Le registre n’avait pas commencé
problem-help-before-the-record = known_on précède la première écriture : rien n’était connu. Le membre record_begins est le premier jour possible.
problem-kind-method = L’adresse prend d’autres méthodes
problem-help-method = L’en-tête Allow nomme celles qu’elle prend. Ce qui est public se lit avec GET, ou HEAD pour l’en-tête seul.
problem-kind-no-token = Il faut un jeton
problem-help-no-token = Ce qui n’est pas public s’ouvre par un jeton dans l’en-tête Authorization: Bearer. Il n’y en a pas, ou il n’est pas de ce serveur, est expiré, a été révoqué, ou son compte a perdu le rôle : lequel de ces cas n’est pas dit. Faites-en un sur la page de votre compte.
problem-kind-read-only = Le jeton ne sert qu’à lire
problem-help-read-only = Faites un autre jeton, qui permet de lire et d’agir.
problem-kind-not-allowed = Cela ne vous revient pas
problem-help-not-allowed = Le rôle dans lequel le jeton agit ne le permet pas, ou l’acte revient à l’autre partie.
problem-kind-on-the-page = Quelqu’un doit montrer qui il est
problem-help-on-the-page = Une signature est donnée par une personne, jamais par un programme. Le membre page dit où elle la donne.
problem-kind-body = Le corps ne peut être lu
problem-help-body = C’est un objet JSON (RFC 8259) sans membre inconnu ici, et aucun membre n’y figure deux fois. Le membre pointer dit où est la faute.
problem-kind-too-long = Le corps est trop long
problem-help-too-long = Le membre most dit combien d’octets sont lus ici. Mettez les longs écrits dans des fichiers.
problem-kind-too-slow = Le corps n’est pas arrivé à temps
problem-help-too-slow = Envoyez-le de nouveau. Du JSON arrive en 15 secondes ; d’un fichier, 64 Kio arrivent chaque minute, et le tout en une heure.
problem-kind-media-type = Le corps est envoyé sous un autre type
problem-help-media-type = Dites ce que c’est dans l’en-tête Content-Type : application/json pour du JSON, le type d’un fichier pour un fichier.
problem-kind-findings = Il y a quelque chose à corriger
problem-help-findings = Rien n’a été inscrit. Le membre findings dit de chaque élément ce qui manque, est vague, est requis par l’État, est tardif ou illisible, et selon quelle règle.
problem-kind-member = Un membre est erroné
problem-help-member = Rien n’a été inscrit. Le membre errors le nomme et dit comment le corriger.
problem-kind-not-now = Cela ne peut se faire maintenant
problem-help-not-now = Le membre detail dit où l’on en est et ce qui peut être fait.
problem-kind-raced = Quelque chose a été fait entre-temps
problem-help-raced = Ce que nomme If-Match n’est pas ce qui vaut maintenant, et rien n’a été inscrit. Relisez. Si le membre recorded nomme un acte qui est le vôtre, un premier essai avait été pris et sa réponse perdue.
problem-kind-already-here = La demande est déjà ici
problem-help-already-here = Rien n’a été enregistré. Le membre request est son identifiant dans ce registre : un essai antérieur peut avoir abouti, ou un collègue l’a reçue.
problem-kind-no-version = Dites sur quelle version
problem-help-no-version = Envoyez dans l’en-tête If-Match l’ETag de ce que vous avez lu, afin que personne n’agisse sur ce qu’il n’a pas vu.
problem-kind-contradicted = Quelqu’un d’autre a modifié la même chose
problem-help-contradicted = Rien n’est perdu : ce que vous avez envoyé est gardé comme la version du membre beside, et la version de current vaut. Lisez ce qui vaut, et enregistrez par-dessus ce qui doit valoir, avec dans settles le numéro de beside.
problem-kind-not-taken = Cela n’a pas été inscrit
problem-help-not-taken = Le membre detail dit pourquoi.
problem-kind-elsewhere = La demande ne vient pas d’ici
problem-help-elsewhere = Ce qui peut modifier quelque chose n’est pris que de pages de ce site, comme les navigateurs le disent dans Sec-Fetch-Site ou Origin, ou d’un programme qui n’apporte aucun cookie.
problem-kind-packed = Le corps est comprimé
problem-help-packed = Les corps sont lus tels quels : omettez l’en-tête Content-Encoding.
problem-kind-too-often = Trop de demandes
problem-help-too-often = Tant de demandes sont venues de vous, ou de votre réseau, que d’autres attendraient. L’en-tête Retry-After dit après combien de secondes demander de nouveau.
problem-kind-busy = Trop de ces travaux sont en cours
problem-help-busy = Tant de recherches de ce genre sont en cours que le serveur n’en prend pas davantage. L’en-tête Retry-After dit après combien de secondes demander de nouveau.
problem-kind-not-yet-proved = L’écriture n’est pas encore prouvée
problem-help-not-yet-proved = Les écritures sont réunies dans le journal public à des moments fixes. Celle-ci a été inscrite après le dernier ; demandez de nouveau à l’instant du membre available_from.
problem-kind-address-too-long = L’adresse est trop longue
problem-help-address-too-long = D’une adresse, 8000 octets au plus sont lus.
problem-kind-failed = Le serveur a failli
problem-help-failed = Le registre n’a pu être lu. Essayez de nouveau ; si cela dure, dites-le à qui tient ce serveur, dont le journal dit pourquoi.
problem-kind-disk-full = Le disque du serveur est plein
problem-help-disk-full = Rien n’est perdu. Dites à qui tient ce serveur de faire de la place là où se trouve le dossier des données.

# Paramètres des adresses.
problem-parameter-unknown = il n’y a pas de paramètre « { $name } » ici ; omettez-le, ou choisissez parmi : { $known }
problem-parameter-unknown-none = il n’y a pas de paramètre « { $name } » ici ; omettez-le : cette adresse n’en prend aucun
problem-parameter-repeated = { $name } est donné plus d’une fois ; donnez-le une fois
problem-parameter-encoding = { $name } ne peut être lu : écrivez-le en UTF-8, encodé par pourcents, sans caractères de commande
problem-parameter-too-long = { $name } est trop long : { $most } caractères au plus sont lus
problem-parameter-missing = { $name } est nécessaire
problem-parameter-empty = { $name } n’a pas de valeur ; donnez-en une, ou omettez-le
problem-parameter-not-one-of = { $name } ne peut être « { $given } » ; c’est l’un de : { $allowed }
problem-parameter-not-a-number = { $name } ne peut être « { $given } » ; c’est un nombre entier de { $least } à { $most }
problem-parameter-not-a-situation = { $name } ne peut être « { $given } » ; écrivez le numéro d’une situation, par exemple ICC-02/04
problem-parameter-not-a-day = { $name } n’est pas un jour du calendrier : « { $given } » ; écrivez-le année-mois-jour, par exemple 2013-10-02
problem-parameter-before-the-statute = { $name } { $given } précède le { $first }, jour de l’adoption du Statut de Rome ; demandez ce jour ou un jour plus tardif
problem-parameter-after-today = as_at { $given } est après aujourd’hui ; le dernier jour possible est le { $today }
problem-parameter-known-after-today = known_on { $given } est après aujourd’hui ; omettez-le, ou demandez le { $today } ou un jour antérieur

# Filtres, curseurs et jours.
problem-filter-names = plus de { $most } personnes portent un tel nom ; écrivez-en davantage
problem-filter-years = years { $given } ne peut être demandé ; choisissez un nombre entier plus petit, à partir de 1
problem-filter-cursor = after n’est pas un curseur de cette liste ; prenez-le dans next de la page précédente, avec le même filtre, ou omettez-le pour recommencer
problem-filter-days = from { $from } ne précède pas as_at { $as_at } ; inversez les deux jours, ou choisissez-en d’autres
problem-filter-state = « { $given } » n’est le code d’aucun État de ce registre ; écrivez son code ISO 3166-1 alpha-3, par exemple FRA
problem-filter-state-near = « { $given } » n’est le code d’aucun État de ce registre ; vouliez-vous dire { $near } ?
problem-filter-state-code = state ne peut être « { $given } » ; écrivez son code ISO 3166-1 alpha-3 en majuscules, par exemple FIN
problem-filter-kind = aucune ligne ne porte la nature « { $given } » ; à cette date il y a { $known }
problem-filter-kind-none = aucune ligne ne porte la nature « { $given } » ; à cette date ce fichier n’en a aucune
problem-filter-topic = le sujet « { $given } » n’est pas un sujet du chapitre IX nommé par le recueil de règles ; écrivez l’un de { $known }
problem-filter-file = le fichier « { $given } » n’est pas de ce registre ; écrivez l’un de { $known }

# Noms.
problem-name-state-means = « { $given } » n’est pas le code d’un État ; il désigne { $meant } : demandez /api/v1/states/{ $meant }
problem-name-treaty = le traité « { $given } » n’est pas suivi par ce registre ; écrivez { $known }
problem-name-file = « { $given } » n’est pas un fichier de ce registre ; demandez l’un de { $known }
problem-name-form = « { $given } » n’est pas une forme de coopération ; demandez l’une de { $known }
problem-not-yet-state = { $state } a commencé d’exister le { $day } ; demandez ce jour ou un jour plus tardif
problem-not-yet-treaty = le traité { $treaty } a été adopté le { $day } ; demandez ce jour ou un jour plus tardif
problem-record-begins = ce registre commence le { $day } ; tel qu’il était connu avant ce jour, il est vide

# Corps.
problem-body-unknown = il n’y a pas de membre « { $name } » ici ; il y a : { $known }
problem-body-needed = le membre « { $name } » est nécessaire
problem-body-not-a-text = { $name } n’est pas un texte ; écrivez-le ainsi
problem-body-not-a-list = { $name } n’est pas une liste de textes ; écrivez-le ainsi
problem-body-not-a-number = { $name } n’est pas un nombre entier à partir de 0 ; écrivez-le ainsi
problem-body-not-an-object = { $name } n’est pas un objet ; écrivez-le ainsi
problem-body-request = le membre « request » est nécessaire : la forme et ses éléments
problem-body-no-form = la demande ne dit pas de quelle forme de coopération elle est ; donnez le membre « form », par exemple « arrest-and-surrender »
problem-body-element = { $name } contient ce qui n’est ni texte, ni nombre, ni jour, ni oui ou non, ni liste de textes ; écrivez-le entre guillemets
problem-json = ligne { $line }, caractère { $column } : { $fault }
problem-json-not-utf8 = cet octet n’est pas de l’UTF-8 ; enregistrez le texte en UTF-8
problem-json-ended = le texte finit là où devrait se trouver { $expected } ; complétez-le
problem-json-unexpected = « { $found } » se trouve là où devrait se trouver { $expected } ; mettez-le à sa place
problem-json-more = du texte suit encore la valeur ; ne gardez qu’une valeur
problem-json-twice = le membre « { $name } » figure deux fois dans un objet ; n’en gardez qu’un
problem-json-too-deep = tableaux et objets sont imbriqués sur plus de { $most } niveaux ; aplatissez-les
problem-json-control = le caractère de commande U+{ $code } figure tel quel dans un texte ; échappez-le ou retirez-le
problem-json-escape = ce n’est pas un échappement de JSON ; employez l’un de \" \\ \/ \b \f \n \r \t ou \u avec quatre chiffres hexadécimaux
problem-json-surrogate = cet échappement est la moitié d’une paire de substitution ; écrivez les deux moitiés ou le caractère lui-même
problem-json-too-large = ce nombre dépasse ce que retiennent les lecteurs de JSON ; réduisez-le
problem-json-no-object = le texte ne contient pas d’objet ; mettez-le entre accolades
problem-json-expects-a-value = une valeur
problem-json-expects-a-comma-or-a-closing-bracket = une virgule ou un crochet fermant
problem-json-expects-the-name-of-a-member-in-quotation-marks = le nom d’un membre entre guillemets
problem-json-expects-a-colon = un deux-points
problem-json-expects-a-comma-or-a-closing-brace = une virgule ou une accolade fermante
problem-json-expects-a-closing-quotation-mark = un guillemet fermant
problem-json-expects-an-escape = un échappement
problem-json-expects-a-number = un nombre
problem-json-expects-a-digit = un chiffre

# Projets et fichiers.
problem-draft-level = un projet qui ne dit pas son niveau est sous scellés, que ce jeton n’atteint pas ; écrivez son niveau dans la demande, ou apportez un jeton qui atteint ce qui est sous scellés
problem-draft-organ = dans ce formulaire, c’est l’un de ceux-ci qui demande : { $organs }
problem-draft-form = « { $given } » n’est pas une forme de coopération ; GET /api/v1/forms les donne
problem-draft-form-changed = la forme d’un projet ne change pas ; commencez-en un autre
problem-draft-in-review = le projet est en relecture comme demande ; faites-le d’abord renvoyer pour modification
problem-draft-files = { $most } fichiers ont déjà été joints à ce projet ; réunissez plusieurs documents en un fichier, ou commencez un autre projet
problem-draft-colleague = nommez un collègue par son compte, et pas plus de { $most }
problem-draft-key = donnez une clé de 16 à 128 lettres, chiffres ou signes visibles, tirée au hasard pour ce seul projet, par exemple un UUID
problem-draft-key-taken = un autre projet a été commencé sous cette clé ; tirez-en une nouvelle pour chaque projet
problem-file-name = nommez le fichier dans cet en-tête : { $example }
