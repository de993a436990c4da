
# L’effacement d’écritures d’une affaire : demandé par une personne, ordonné ou refusé par une autre.

kind-erasure-requested = effacement demandé
kind-erasure-ordered = effacé par ordre
kind-erasure-declined = effacement refusé

audit-act-erasure-declined = Effacement refusé ou demande reprise

erasure-title = Effacement
erasure-title-of = Affaire { $matter } : effacement
erasure-over = Effacement dans l’affaire { $matter }
erasure-deck = Ce que dit une écriture disparaît pour de bon, par la parole de deux personnes. Qu’elle a existé et quand elle a été inscrite reste, afin que le reste puisse toujours être prouvé.
erasure-back = Retour à l’affaire
erasure-to = Ce qui a été demandé et ordonné, et le formulaire de demande
erasure-section = Effacement
erasure-section-side = Une personne demande, une autre ordonne. Ceux qui pouvaient connaître une écriture apprennent qu’elle a disparu.
erasure-waits = { $who } a demandé le { $day } que { $n ->
    [one] une écriture soit effacée
   *[other] { $n } écritures soient effacées
}. Rien n’a encore disparu.
erasure-waiting = Demandes en attente
erasure-waiting-side = Une seconde personne ordonne ou refuse. Dans les deux cas, elle montre encore une fois qui elle est.
erasure-reason-given = Motif donné : { $reason }
erasure-ground-given = Fondement : { $ground }
erasure-would-go = Ce qui disparaîtrait ({ $audience }) :
erasure-entry = { $kind }, { $day }
erasure-recorded = Inscrit le { $day }
erasure-own = Vous l’avez demandé. Une autre personne l’ordonne.
erasure-at-the-shell = Il a été demandé à la ligne de commande, où un autre agent l’ordonne : nul ne peut dire ici quel compte est le sien.
erasure-not-yours = Votre fonction n’ordonne pas d’effacement dans cette affaire.
erasure-order = L’ordonner
erasure-order-warning = Ce que disent ces écritures disparaît aussitôt, de toutes les pages et de la base de données. Personne ne le ramène.
erasure-order-do = Effacer ces écritures
erasure-decline = La refuser
erasure-decline-do = Refuser
erasure-take-back = La reprendre
erasure-take-back-do = Reprendre
erasure-decline-reason = Pourquoi elles restent
erasure-ask = Demander l’effacement d’écritures
erasure-ask-side = Il vous est demandé de montrer encore une fois qui vous êtes. Une autre personne dont la fonction peut l’ordonner voit la demande sur cette page.
erasure-ask-do = Demander
erasure-ask-none = Il n’y a rien ici dont vous puissiez demander l’effacement.
erasure-public-first = Ce qui est public est d’abord retiré au public. Les copies que des lecteurs ont faites sont les leurs.
erasure-entries = Quelles écritures
erasure-entries-hint = Toutes ouvertes aux mêmes lecteurs. Les corrections, citations et remarques qui se rattachent à l’une disparaissent avec elle, autant que vous les voyez.
erasure-reason = Pourquoi elles doivent disparaître
erasure-reason-hint = Il est gardé pour de bon. N’écrivez pas ce que disent les écritures.
erasure-authority = Fondement : la décision, ou la règle, sur laquelle il repose
erasure-authority-hint = Par son numéro et sa date. Il est gardé aussi.
erasure-beyond = Les sauvegardes antérieures, les fichiers emportés et les pages imprimées le contiennent encore. Qui exploite le registre veille aux sauvegardes.
erasure-gone = Ce qui a été effacé
erasure-gone-side = Du plus récent au plus ancien. À l’adresse de chaque écriture, ceux qui pouvaient la connaître en sont informés.
erasure-ordered = { $who } a ordonné le { $day } que { $n ->
    [one] une écriture soit effacée
   *[other] { $n } écritures soient effacées
}.
erasure-asked-by = Demandé par { $who }.
erasure-gone-entry = Une écriture inscrite le { $day }
erasure-order-entry = L’ordre
erasure-cleared = Les places libres de la base de données et son journal en ont été débarrassés.
erasure-not-cleared = Elle a disparu de toutes les pages, mais des copies peuvent encore se trouver dans des places libres de la base de données et dans son journal. Elles disparaissent à la prochaine ouverture du registre ; qui l’exploite peut y veiller aussitôt.
erasure-declines = Refusé ou repris
erasure-declined = { $who } a refusé le { $day } ce qui était demandé, ou l’a repris.
erasure-request-entry = La demande

erasure-done-ask = L’effacement a été demandé. Une autre personne l’ordonne.
erasure-done-order = Les écritures ont été effacées.
erasure-done-decline = La demande a été refusée ou reprise. Rien n’a été effacé.

erasure-error-none-chosen = Choisissez au moins une écriture.
erasure-error-nothing = Il n’y a rien à effacer : les écritures ne sont pas dans cette affaire, ou ont déjà été effacées.
erasure-error-not-there = L’écriture { $entry } n’est pas dans cette affaire, ou a déjà été effacée.
erasure-error-stays = L’écriture { $entry } reste : ce qui demande un effacement ou y répond, et ce qui est inscrit de personnes, n’est pas effacé.
erasure-error-stays-pack = L’écriture { $entry } vient d’une édition publiée, qui la ramènerait. Faites-la plutôt corriger.
erasure-error-stays-public = L’écriture { $entry } est publique. Retirez-la d’abord au public.
erasure-error-uneven = Ces écritures ne sont pas toutes ouvertes aux mêmes lecteurs, et un seul ordre parlerait de l’une aux lecteurs de l’autre. Demandez celles des mêmes lecteurs à la fois.
erasure-error-goes-with = L’écriture { $entry } se rattache à l’une de celles-ci, doit disparaître avec elle, et n’est pas dans la demande. Refusez la demande et faites-en une nouvelle.
erasure-error-closes-matter = L’écriture { $entry } dit qui peut connaître cette affaire. Seul l’exploitant l’efface, à la ligne de commande, avec tout ce qui est dans l’affaire.
erasure-error-no-request = Il n’y a pas de telle demande. Chargez la page à nouveau.
erasure-error-declined = La demande a été refusée ou reprise. Si les écritures doivent disparaître malgré tout, faites-en une nouvelle.
erasure-error-done = La demande a déjà été exécutée, et les écritures ont disparu.
erasure-error-waits = L’effacement de ces écritures est déjà demandé. Ordonnez cette demande-là, ou refusez-la d’abord.
erasure-error-one-person = Qui l’a demandé, c’est peut-être vous. Un autre compte ordonne ce qu’un compte a demandé ; ce qui a été demandé à la ligne de commande y est ordonné par un autre agent.
erasure-error-no-reason = Dites pourquoi.
erasure-error-long-reason = Le motif dépasse 1 000 caractères. Écrivez-en un plus court.
erasure-error-no-authority = Nommez la décision ou la règle sur laquelle il repose.
erasure-error-long-authority = Le fondement dépasse 200 caractères. Nommez la décision par son numéro et sa date.
erasure-error-signs = Il a été saisi quelque chose qui ne peut pas être inscrit, par exemple un signe que personne ne voit. Saisissez le texte de nouveau.
erasure-error-not-allowed = Vous ne pouvez rien effacer dans cette affaire. Demandez à l’agent dont elle émane.
erasure-error-not-taken = Ce qui a été envoyé ne peut pas être inscrit tel quel, et rien n’a été changé. Chargez la page à nouveau.
