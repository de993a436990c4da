# Demandes qui n’ont pas été exécutées : ce qui a été décidé à leur sujet, et à qui il en a été référé.

# Éléments.
law-element-occasion = Occasion
    .hint = Ce qui s’est passé, par exemple un séjour de la personne.
    .missing = Indiquez ce qui s’est passé, par exemple un séjour de la personne.
law-element-finding_kind = Ce que la Chambre a fait
    .hint = Elle peut constater que l’État n’a pas coopéré, ou non ; ou en informer d’autres sans constat.
    .missing = Indiquez ce que la Chambre a fait.
law-choice-finding_kind-finding = a constaté que l’État n’a pas coopéré
law-choice-finding_kind-information-communicated = en a informé d’autres, sans constat
law-choice-finding_kind-no-finding = n’a pas fait de constat
law-element-decision = Décision
    .hint = Cote du document.
    .missing = Indiquez la cote de la décision.
law-element-referred_to = Il en est référé à
    .hint = L’Assemblée ou, s’il a déféré la situation, le Conseil de sécurité.
    .missing = Indiquez à qui il en est référé.
law-choice-referred_to-assembly = l’Assemblée des États Parties
law-choice-referred_to-security-council = le Conseil de sécurité

# Actes.
law-move-note-occasion = Noter une occasion
    .done = Occasion de l’exécuter
law-move-decide-on-compliance = Consigner une décision sur un défaut de coopération
    .done = Décision sur un défaut de coopération
    .letter = s’est prononcée comme suit sur l’exécution de sa demande
law-move-put-off-referral = Consigner le report de la décision d’en référer
    .done = Décision d’en référer reportée
law-move-refer-non-compliance = En référer à l’Assemblée ou au Conseil de sécurité
    .done = Défaut de coopération : il en a été référé
    .letter = a porté le défaut d’exécution de sa demande à l’attention de l’organe désigné ci-après
law-move-reverse-referral = Consigner l’annulation de la décision d’en référer
    .done = Décision d’en référer annulée
    .letter = a annulé la décision d’en référer
