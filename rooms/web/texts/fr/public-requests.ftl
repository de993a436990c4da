# Demandes dont parlent les données publiques.

public-requests-title = Demandes dans les données publiques
public-requests-deck = Les données publiques parlent de { $n ->
        [one] { $n } demande
       *[other] { $n } demandes
    } de remise d’une personne à la Cour, à { $states ->
        [one] { $states } État
       *[other] { $states } États
    } : { $over } { $over ->
        [one] est close
       *[other] sont closes
    }, { $open } ne { $open ->
        [one] l’est
       *[other] le sont
    } pas.
public-requests-open = Non closes
public-requests-over = Closes
public-requests-whole = Toutes
public-requests-all = { $n ->
        [one] { $n } demande
       *[other] { $n } demandes
    }
public-requests-of = { $n } sur { $of }
public-requests-none = Il n’y en a pas.
public-requests-latest = Dernier acte connu
public-requests-made = Chacune découle de ce que disent les données : une décision sur le défaut de coopération d’un État dit qu’il lui a été demandé de remettre la personne, et une remise par un État le dit aussi. Une demande est montrée pour chaque État et chaque personne ; il a pu y en avoir davantage. Ni le jour de son envoi ni son contenu ne figurent dans ce registre, et seuls les actes que disent les données sont montrés. Les remises de personnes qui se sont rendues sont laissées de côté.
public-requests-to-state = Demandes à cet État dans les données publiques
public-requests-of-person = Demandes visant cette personne dans les données publiques
public-requests-inside = Les demandes dont parlent les données publiques ont une liste à part :
public-request-title = { $state } : { $form }
public-request-deck = Destinataire : { $state }. Elle est : { $stands }.
public-request-happened-side = Selon les données publiques, chaque acte avec sa source.
public-request-asked-side = La demande elle-même ne figure pas dans ce registre.
public-request-told-in = D’où cela vient
kind-request-occasion-noted = occasion d’exécuter une demande
kind-request-compliance-decided = décision sur un défaut de coopération à une demande
kind-request-referral-put-off = décision d’en référer reportée
kind-request-non-compliance-referred = défaut de coopération : il en a été référé
kind-request-referral-reversed = décision d’en référer annulée
