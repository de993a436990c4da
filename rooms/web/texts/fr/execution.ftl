# Ce qu’un État fait en interne, dans son propre registre ; transmission des dossiers d’une personne à une autre.

kind-execution-assigned = exécution confiée
kind-execution-reported = compte rendu d’une mission
kind-execution-remarked = remarque en marge des notes
kind-execution-ended = mission terminée
kind-institution-named = institution désignée
foot-kept-by-named = Ce registre est tenu par : { $who }.
execution-title = Exécution
execution-list = Missions
execution-deck = Qui doit faire quoi, les comptes rendus, et les remarques faites en marge des notes officielles. Tout reste dans votre État ; rien n’est envoyé à la Cour.
execution-not-at-home = La répartition du travail et vos remarques internes ont leur place sur le nœud de votre État. Ce registre n’est pas celui de votre État, qui y est un invité : il lit ce qui lui a été transmis et répond.
execution-none = Rien n’est confié que vous puissiez voir.
execution-of-a-request = Une demande
execution-by = pour le
execution-over = terminée
execution-has = Confiée à :
execution-remark = Remarque
execution-remark-side = En marge des notes officielles. L’autorité centrale et l’ambassade la lisent ; ceux qui exécutent ne la lisent pas, à moins qu’elle ne leur soit confiée.
execution-say = Y dire quelque chose
execution-text = Ce qu’il y a à dire
execution-do-report = Rendre compte
execution-do-remark = Ajouter une remarque
execution-do-end = Terminer la mission
execution-give = Confier à quelqu’un
execution-to = À qui
execution-do-give = Confier
execution-new = Nouvelle mission
execution-new-side = Chaque autorité voit la sienne, et ne voit pas qu’il y en a d’autres.
execution-authority = Autorité
execution-task = Ce qui est à faire
execution-task-hint = Tout ce dont l’autorité a besoin : elle ne voit pas la demande elle-même, sauf si celle-ci lui est confiée aussi.
execution-answer-by = Pour le (si un jour est fixé)
execution-do-assign = Confier la mission
execution-said = { $what } : { $who }, { $when }
execution-said-report = Compte rendu
execution-said-remark = Remarque
execution-said-end = Terminée
execution-done-assigned = Mission créée. Confiez-la maintenant à quelqu’un de cette autorité.
execution-done-said = Enregistré.
execution-done-given = Confiée.
execution-not-allowed = Cet acte ne vous revient pas : l’autorité centrale confie les missions, et ceux qui en ont une en rendent compte.
execution-is-over = Cette mission est terminée. Créez-en une autre, ou ajoutez une remarque en marge des notes.
execution-field-authority = Nommez l’autorité.
execution-field-task = Dites ce qui est à faire, en 4 000 caractères au plus.
execution-field-sign = Le texte contient un signe que l’on ne voit pas. Saisissez-le de nouveau au lieu de le copier.
execution-field-text = Écrivez quelque chose, en 4 000 caractères au plus.
execution-field-answer-by = Ce jour est illisible. Écrivez-le comme 2026-04-09, ou laissez vide.
execution-no-request-id = request ne peut être { $given } : l’identifiant d’une demande a 32 chiffres hexadécimaux en minuscules.
request-execution = Missions et remarques
hand-over-title = Transmettre les dossiers d’une personne
hand-over-deck = Tous les dossiers qu’une personne a passent à une autre, en un seul acte. Ce que vous n’en voyez pas lui reste.
hand-over-from = De
hand-over-to = À
hand-over-reason = Pourquoi
hand-over-do = Transmettre
hand-over-nothing = Il n’y a rien à transmettre que vous voyiez.
hand-over-done = { $n ->
    [one] Un dossier a été transmis.
   *[other] { $n } dossiers ont été transmis.
}
hand-over-ended = { $n ->
    [one] Une attribution a pris fin.
   *[other] { $n } attributions ont pris fin.
}

draft-people-title = Qui voit ce projet
draft-people-deck = Hors scellés, votre organe le voit. Sous scellés, vous seul le voyez, et ceux que vous nommez ici.
draft-people-none = Personne n’est nommé.
draft-people-whom = Collègue
draft-people-name = Nommer
draft-people-end = Ne plus nommer
draft-people-not-yours = Qui a commencé le projet nomme ceux qui le voient.
