"""French."""

from newsclip.language.guards.record import UNSUPPORTED, Guards, listed

GUARDS = Guards(
    negation=listed("""
        ne, n', pas, plus, jamais, rien, personne, aucun, aucune, nul, nulle, nullement, guère, ni, non, sans
        point, manque, manquent, manquait, impossible, faux, fausse, faussement, inexact, refuse, refusent, refusé
        refusait, refuser, refus, nie, nient, niait, nié, nier, dément, démenti, démentent, démentait, rejette
        rejettent, rejeté, conteste, contestent, contesté, échoue, échoué, échouent, échec, empêche, empêché
        empêchent, éviter, évité, interdit, interdite, interdits, annulé, annulée, annulés, retiré, retirée
        acquitté, acquittée, relaxé, au lieu de, plutôt que, sauf, hormis, excepté, à l'exception, à part, loin de
    """),
    condition=listed("""
        si, s'il, s'ils, à condition que, à condition de, à condition qu', à la condition, à condition, à moins que
        à moins de, à moins qu', pourvu que, pourvu qu', sous réserve, sous réserve que, sous condition, au cas où
        en cas de, dans le cas où, dans l'hypothèse, tant que, tant qu', aussi longtemps que, jusqu'à
        jusqu'à ce que, avant que, avant de, dès que, dès lors que, une fois, quand, lorsque, lorsqu', selon que
        dépend, dépendra, en fonction de, seulement, uniquement, exclusivement, ne serait-ce, même si, sinon
        autrement, faute de, à supposer, supposé, pour autant, au moins, au plus, sous peine, parce que, parce qu'
        puisque, puisqu', afin que, afin de, pour que, pendant que, depuis que, alors que, tandis que
    """),
    hedge=listed("""
        failli, peut, peuvent, peut-être, pourrait, pourraient, pouvait, pouvaient, devrait, devraient, doit, doivent
        devait, devaient, serait, seraient, aurait, auraient, ferait, feraient, irait, iraient, viendrait, voudrait
        semblerait, semble, semblent, semblait, paraît, paraissait, apparemment, probablement, probable
        vraisemblablement, vraisemblable, sans doute, possible, possiblement, possibilité, éventuel, éventuelle
        éventuellement, présumé, présumée, présumés, présumées, supposé, supposée, supposés, prétendu, prétendue
        prétendument, soi-disant, suspecté, suspectée, soupçonné, soupçonnée, soupçonnés, soupçons, environ
        presque, quasi, quasiment, près de, à peu près, autour de, quelque, quelques, approximativement, en partie
        partiellement, parfois, prévu, prévue, prévoit, prévoient, projet, projette, envisage, envisagent, envisagé
        tente, tenté, tentent, tentative, espère, espèrent, souhaite, souhaitent, attendu, attendue, incertain
        incertaine, doute, doutes, non confirmé, rumeur, rumeurs, provisoire, provisoirement, estimé, estimée
        hypothétique, fictif, fictive, satire, menace, menacent, voulait, veut, veulent
        humour, opinion, tribune, intox
    """),
    attribution=listed("""
        selon, d'après, suivant, à en croire, au dire de, aux dires de, aux yeux de, de l'avis de, de source
        de sources, pour reprendre les mots, selon les mots, dans les mots, sources, source, dit, disent, disait
        disaient, dire, déclare, déclaré, déclarent, déclarait, déclaration, affirme, affirmé, affirment, affirmait
        assure, assuré, assurent, assurait, prétend, prétendent, prétendait, soutient, soutiennent, soutenait
        soutenu, accuse, accusent, accusé, accusée, accusés, accusait, accusation, accusations, annonce, annoncé
        annoncent, annonçait, indique, indiqué, indiquent, indiquait, explique, expliqué, expliquent, expliquait
        ajoute, ajouté, précise, précisé, précisent, souligne, souligné, soulignent, estime, estiment, estimait
        juge, jugent, jugé, raconte, raconté, racontent, rapporte, rapporté, rapportent, écrit, écrivent, écrivait
        avertit, averti, avertissent, prévient, prévenu, dénonce, dénoncé, dénoncent, reproche, reproché
        reprochent, avoue, avoué, reconnaît, reconnu, reconnaissent, confirme, confirmé, confirment, promet, promis
        promettent, croit, croient, pense, pensent, craint, craignent, révèle, révélé, révèlent, conclut, conclu
        témoigne, témoigné, confie, confié, insiste, insisté, répond, répondu, qualifie, qualifié, appelle
        porte-parole, avis, mis en examen, inculpé, inculpée, poursuivi, allègue, allèguent, allégué, allégation
        allégations, argue, plaide, plaident, plaidé, lance, lancé, rappelle, rappelé, cité, cite
    """),
    contrast=listed("""
        mais, cependant, toutefois, pourtant, néanmoins, malgré, en dépit de, bien que, bien qu', quoique, quoiqu'
        or, alors que, alors qu', tandis que, tandis qu', au contraire, contrairement, en revanche, par contre
        même si, même s', quand bien même, certes, sauf que, sinon, encore que, n'empêche, pour autant
        d'un autre côté, d'autre part, à l'inverse, inversement, nonobstant, contre, ou, ou bien, ou les deux, soit
        avant de, puis, ensuite, ancien, ancienne, ex, autrefois, naguère, jadis, comme si, tout en
    """),
    connective=listed("""
        toutefois, cependant, pourtant, par ailleurs, en outre, de plus, néanmoins, ainsi, enfin, mais, et, or
        aussi, du reste, d'ailleurs, en effet, par conséquent, pendant ce temps, en même temps, de même, également
        donc
    """),
    conjunction=listed("mais, et, or"),
    addition=UNSUPPORTED,
    label=listed("""
        direct, en direct, live, vidéo, video, photo, photos, exclusif, exclu, flash, urgent, alerte, mise à jour
        podcast, info, en images, diaporama, replay, document
    """),
    genre=listed("""
        opinion, opinions, tribune, tribunes, billet, chronique, chroniques, éditorial, édito, commentaire
        courrier, lecteurs, point de vue, satire, humour, dessin, fiction, roman, livres, théâtre, cinéma, film
        critique, critiques, horoscope, archive, archives, publicité, publireportage, sponsorisé, partenaire, quiz
        rumeur, rumeurs, blog, débat, débats, analyse, idées
    """),
    leaning=listed("""
        il, elle, ils, elles, lui, leur, leurs, son, sa, ses, ce, cela, ceci, cette, cet, ces, celui-ci, celle-ci
        tous, ainsi, oui, non, c'est, c'était
    """),
    day=listed("""
        lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, hier, aujourd'hui, lundi soir, mardi soir
        mercredi soir, jeudi soir, vendredi soir, lundi matin, mardi matin, mercredi matin, jeudi matin
        vendredi matin, ce lundi, ce mardi, ce mercredi, ce jeudi, ce vendredi, ce samedi, ce dimanche
        la semaine dernière
    """),
    pronoun=UNSUPPORTED,
    his=listed("""
        m, m., monsieur, président, directeur, roi, avocat
    """),
    her=listed("""
        mme, madame, mlle, présidente, directrice, reine, avocate
    """),
    joint=UNSUPPORTED,
    phrases=False,
)
