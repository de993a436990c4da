
# Un projet dans Word.
draft-word-link = Emporter le projet pour Word, et le rapporter
draft-word-title = Le projet dans Word
draft-word-head = Le projet dans Word
draft-word-deck = Emportez le projet sous forme de document, modifiez-le dans Word ou LibreOffice, puis rapportez-le. Avant tout enregistrement, vous voyez ce qui a changé.
draft-word-oops = Rien n’a été repris ; le projet est resté tel quel
draft-word-none = Choisissez le document que vous avez modifié.
draft-word-another = Ce document a été fait à partir d’un autre projet. Rapportez-le sur la page de celui-ci.
draft-word-changed = Ce qui a changé
draft-word-changed-side = Barré : seulement dans la version emportée. Souligné : seulement dans le document.
draft-word-made-of = Le document a été fait à partir de la version { $number }.
draft-word-nothing = Le document dit la même chose que cette version.
draft-word-said = À savoir
draft-word-mend = À corriger
draft-word-mend-side = Ce dont le droit et l’État requis ont encore besoin, si le texte est enregistré ainsi.
draft-word-save = Enregistrer comme version du projet
draft-word-save-note = Rien n’est perdu : les versions précédentes demeurent, et si quelqu’un d’autre a modifié la même chose entre-temps, il vous est demandé ce qui doit valoir. Le document lui-même est oublié.
draft-word-take = L’emporter
draft-word-take-side = La version qui vaut, chaque élément dans un champ.
draft-word-take-en = En anglais (DOCX)
draft-word-take-fr = En français (DOCX)
draft-word-bring = Le rapporter
draft-word-bring-side = Rien n’est enregistré avant que vous n’ayez vu ce qui a changé.
draft-word-file = Le document que vous avez modifié
draft-word-file-hint = DOCX, 16 Mio au plus, sans mot de passe.
draft-word-read = Le lire et montrer ce qui a changé
draft-word-moved = Quelqu’un a enregistré la version { $now } depuis que la version { $base } a été emportée. Ce que chacun a modifié est réuni ; si les deux ont modifié la même chose, la question vous est posée.
draft-word-refused-empty = Le fichier est vide. Choisissez le bon.
draft-word-refused-too-long = Le fichier dépasse 16 Mio. Retirez-en les images et les annexes.
draft-word-refused-old-word = C’est un document de Word d’avant 2007 (.doc). Enregistrez-le en .docx.
draft-word-refused-protected = Le document est protégé par un mot de passe. Enregistrez-le sans mot de passe.
draft-word-refused-pdf = C’est un PDF. Rapportez le document emporté pour Word.
draft-word-refused-rich-text = C’est du texte enrichi (.rtf). Enregistrez le document en .docx.
draft-word-refused-open-document = C’est un OpenDocument (.odt). Enregistrez le document en .docx.
draft-word-refused-other = Ce n’est pas un document Word. Choisissez le bon.
draft-word-refused-damaged = Le fichier est endommagé. Ouvrez-le dans Word, enregistrez-le sous un nouveau nom en .docx, et recommencez.
draft-word-refused-too-large = Le fichier contient plus que n’exige une demande, ou se décompresse en bien plus que sa taille. Copiez votre texte dans un document emporté de nouveau.
draft-word-refused-entities = Le fichier déclare des entités XML, ce que ne fait aucun traitement de texte. Il n’est pas lu.
draft-word-refused-not-ours = Le fichier ne dit pas de quel projet il provient : il n’a pas été fait ici, ou le programme qui l’a enregistré a retiré cette indication. Emportez de nouveau le document, copiez votre texte dans ses champs, et enregistrez-le avec Word ou LibreOffice.
draft-word-refused-mark = Ce que le fichier dit de son projet ne peut être lu. Emportez de nouveau le document, et copiez votre texte dans ses champs.
draft-word-field-gone = Le champ « { $field } » a disparu avec son titre. Annulez cela dans Word, ou emportez de nouveau le document.
draft-word-field-twice = Le champ « { $field } » figure plusieurs fois dans le document. N’en laissez qu’un.
draft-word-field-nested = Le champ « { $field } » se trouve dans le champ « { $within } ». Sortez-le de celui-ci.
draft-word-said-tracked = { $n ->
    [one] Une modification suivie a été lue comme si elle était acceptée.
   *[other] { $n } modifications suivies ont été lues comme si elles étaient acceptées.
}
draft-word-said-comments = { $n ->
    [one] Un commentaire n’a pas été lu ; il ne reste que dans le document.
   *[other] { $n } commentaires n’ont pas été lus ; ils ne restent que dans le document.
}
draft-word-said-controls = Le programme qui a enregistré le document en a retiré les champs. Ce qui se trouve sous chaque titre a été lu.
draft-word-said-beside = Du texte à côté du champ « { $field } » a été lu comme en faisant partie.
draft-word-said-empty-gone = Le champ « { $field } », qui était vide, a été retiré du document. Il reste vide.
draft-word-said-typography = « { $field } » : des signes que les traitements de texte posent d’eux-mêmes (guillemets, tirets, traits d’union conditionnels, tabulations, espaces insécables) ont été lus comme des signes simples.
draft-word-said-hidden = Du texte masqué se trouve dans le champ « { $field } ». Il a été lu comme le reste.
draft-word-said-struck = Du texte barré se trouve dans le champ « { $field } ». Il a été lu comme le reste : retirez ce qui ne doit pas rester.
draft-word-said-repeated = Le programme qui a enregistré le document a écrit plusieurs fois le texte du champ « { $field } ». Il a été lu une seule fois : vérifiez qu’il est entier.
draft-word-said-table = Un tableau se trouve dans le champ « { $field } ». Ses cellules ont été lues comme des paragraphes.
draft-word-said-prompt = Le champ « { $field } » affiche une invite, « { $text } », et a été lu comme vide.
draft-word-said-lost-picture = Une image ou un dessin du champ « { $field } » n’a pas été lu. Joignez-le en annexe.
draft-word-said-lost-footnote = Une note de bas de page du champ « { $field } » n’a pas été lue. Écrivez-la dans le texte.
draft-word-said-lost-symbol = Un signe d’une police de symboles du champ « { $field } » n’a pas été lu. Écrivez-le en lettres.
draft-word-said-lost-numbering = Les numéros ou les puces que le traitement de texte pose de lui-même dans le champ « { $field } » n’ont pas été lus. Écrivez-les comme du texte là où ils comptent.
draft-word-said-lost-other = Quelque chose qui n’est pas du texte dans le champ « { $field } » n’a pas été lu.
draft-word-said-outside = Hors des champs, et non repris : « { $text } »
draft-word-said-more-outside = { $n ->
    [one] Un autre paragraphe hors des champs n’a pas été repris.
   *[other] { $n } autres paragraphes hors des champs n’ont pas été repris.
}
