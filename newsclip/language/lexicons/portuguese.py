"""Portuguese."""

from newsclip.language.lexicons.words import Words, word_set

WORDS = Words(
    function=word_set("""
        o a os as um uma uns umas de do da dos das em no na nos nas ao aos à às por pelo pela pelos pelas para
        com sem sobre entre até desde contra segundo durante após e ou mas que quem qual onde quando como
        porque se eu tu ele ela você nós eles elas me te lhe lhes seu sua seus suas meu minha nosso nossa este
        esta estes estas esse essa esses essas aquele isto isso é são era eram foi foram ser está estão estava
        estar tem têm tinha há havia será serão pode podem deve não sim mais menos muito também já ainda
        sempre nunca todo todos toda todas outro outra outros outras mesmo vários alguns cada dois três ano
        anos dia dias mês meses semana hora horas segunda terça quarta quinta sexta sábado domingo feira ontem
        hoje amanhã disse afirmou explicou
    """),
    leans=(
        "ele",
        "ela",
        "eles",
        "elas",
        "est[ea]s?(?! (?:segunda|terça|quarta|quinta|sexta|sábado|domingo|semana|ano|mês))",
        "ess[ea]s?",
        "isso",
        "isto",
        "(?:os? )?seus?",
        "(?:as? )?suas?",
        "ambos",
        "ambas",
        "por isso",
        "assim",
        "lá",
        "também",
        "o que",
    ),
    connectives=(
        "no entanto",
        "porém",
        "contudo",
        "entretanto",
        "além disso",
        "por outro lado",
        "enquanto isso",
        "mas",
        "e",
    ),
    pleas=(
        "newsletter",
        "assine",
        "inscreva-se",
        "leia (?:também|mais)",
        "clique aqui",
        "siga-nos",
        "siga o",
        "publicidade",
        "todos os direitos reservados",
        "foto:",
        "crédito:",
        "baixe (?:o|nosso)",
        "receba (?:as|nossas)",
        "subscreva",
    ),
    mine=("eu", "nós", "noss[oa]s?", "meus?", "minhas?", "me"),
    says=(
        "disse",
        "diz",
        "afirmou",
        "afirma",
        "explicou",
        "explica",
        "declarou",
        "anunciou",
        "garantiu",
        "informou",
        "acrescentou",
        "ressaltou",
        "destacou",
        "alertou",
        "criticou",
        "segundo",
        "contou",
        "relatou",
    ),
    pronouns=("ele", "ela", "eles", "elas"),
    ahead=(
        r"(?:está|estão) (?:\S+ ){0,2}(?:previst[oa]s?|marcad[oa]s?|programad[oa]s?)",
        r"(?:votará|começará|abrirá|reabrirá|ocorrerá|acontecerá|decidirá|terá lugar|vai (?:votar|"
        r"começar|abrir|decidir|ocorrer)|começarão)",
        r"(?:prevê|planeja|pretende) \w+[aei]r",
    ),
    state=(
        "(?:a investigação|as buscas|as obras|as negociações) (?:continuam?|seguem?|est(?:á|ão)|prosseguem?)",
        "até (?:o momento|agora)",
        "por enquanto",
    ),
    past=(r"(?:em|desde) (?:19|20)\d\d", "há \\S+ anos", "na época"),
)
