"""French."""

from newsclip.language.lexicons.words import Words, word_set

WORDS = Words(
    function=word_set("""
        le la les l un une des du de d au aux ce cet cette ces mon ma mes ton son sa ses notre nos votre leur
        leurs je tu il elle on nous vous ils elles me te se lui y en qui que quoi dont où quand comment
        pourquoi et ou mais donc or ni car si comme parce puisque lorsque pour par avec sans sous sur dans
        chez entre vers depuis pendant avant après contre selon est sont était étaient été être a ont avait
        avaient avoir sera seront fait faire peut peuvent doit ne pas plus moins très aussi encore déjà
        toujours jamais bien tout tous toute toutes même autre autres plusieurs quelques chaque deux trois an
        ans année années jour jours mois semaine heure heures lundi mardi mercredi jeudi vendredi samedi
        dimanche hier demain dit déclaré annoncé expliqué c s n qu j m
    """),
    leans=(
        "il(?! y a| faut| est (?:possible|probable|prévu))",
        "elle",
        "ils",
        "elles",
        "ce(?:la|tte|t|s|lui-ci|ci)?",
        "c['’]est",
        "son",
        "sa",
        "ses",
        "leurs?",
        "celui-ci",
        "celle-ci",
        "ceux-ci",
        "ces derni(?:ers|ères)",
        "l['’]intéressée?",
        "en effet",
        "ainsi",
        "c['’]est pourquoi",
        "les deux",
        "y",
        "on",
    ),
    connectives=(
        "toutefois",
        "cependant",
        "par ailleurs",
        "en outre",
        "de plus",
        "néanmoins",
        "pourtant",
        "mais",
        "et",
        "or",
    ),
    pleas=(
        "newsletter",
        "abonnez-vous",
        "abonnés?(?= \\W|$)",
        "inscrivez-vous",
        "lire aussi",
        "(?:publié|mis à jour|modifié) le \\d",
        "lisez aussi",
        "à lire",
        "cliquez ici",
        "suivez-nous",
        "publicité",
        "tous droits réservés",
        "crédit photo",
        "photo :",
        "téléchargez",
        "notre application",
        "écrivez-nous",
    ),
    mine=("je", "j['’]ai", "nous", "notre", "nos", "mon", "mes", "moi"),
    says=(
        "a (?:dit|déclaré|annoncé|expliqué|affirmé|indiqué|ajouté|précisé|souligné|estimé|assuré|averti|"
        "confié|rappelé)",
        "dit",
        "déclare",
        "explique",
        "affirme",
        "indique",
        "ajoute",
        "précise",
        "souligne",
        "estime",
        "assure",
        "selon",
        "raconte",
    ),
    pronouns=("il", "elle", "on", "ils", "elles"),
    ahead=(
        r"(?:doit|doivent|devrait|devraient) (?:\S+ ){0,4}(?:commencer|débuter|avoir lieu|se tenir|"
        r"ouvrir|se prononcer|être)",
        r"(?:est|sont) (?:\S+ ){0,2}(?:prévue?s?|attendue?s?|programmée?s?)",
        r"(?:votera|commencera|débutera|ouvrira|rouvrira|aura lieu|se tiendra|décidera|se réunira|"
        r"commenceront|rouvriront)",
    ),
    state=(
        "(?:l['’]enquête|les recherches|les travaux|les discussions) (?:se poursui(?:t|vent)|"
        "continu(?:e|ent)|est|sont)",
        "pour l['’]instant",
        "à ce stade",
        "en cours",
    ),
    past=(r"(?:en|depuis) (?:19|20)\d\d", "il y a \\S+ ans", "à l['’]époque", "autrefois"),
)
