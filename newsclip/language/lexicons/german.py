"""German."""

from newsclip.language.lexicons.words import Words, word_set

WORDS = Words(
    function=word_set("""
        der die das den dem des ein eine einer einem einen eines kein keine keinen keiner ich du er sie es wir
        ihr ihm ihn ihnen ihre ihrer ihren ihrem sein seine seinen seiner seinem mein dein unser euer sich man
        und oder aber doch denn sondern weil dass ob wenn als wie wo wer was wann warum nach bei mit von vom
        zu zum zur in im ins an am auf aus für über unter vor hinter neben zwischen durch gegen ohne um bis
        seit während wegen trotz ist sind war waren bin bist sei wird werden wurde wurden worden hat haben
        hatte hatten habe kann können konnte soll sollen sollte muss müssen musste will wollen wollte darf
        dürfen möchte nicht nur auch noch schon sehr mehr so dann da hier dort nun jetzt heute gestern morgen
        immer wieder dies diese dieser dieses diesem diesen jene jener alle alles viele einige mehrere beide
        etwa rund ganz sagte sagt erklärte teilte mit jahr jahre jahren tag tage tagen woche monat uhr prozent
        montag dienstag mittwoch donnerstag freitag samstag sonntag laut damit dabei dazu daran darauf davon
        dafür
    """),
    leans=(
        "er",
        "sie",
        "es(?! gibt| ist unklar| bleibt unklar)",
        "ihr(?:e[rnms]?)?",
        "sein(?:e[rnms]?)?",
        "dies(?:e[rsmn]?)?",
        "das(?= (?:ist|war|sei|hat|habe|wird|sind|teilte|sagte))",
        "dabei",
        "dazu",
        "damit",
        "davon",
        "dafür",
        "dagegen",
        "daraufhin",
        "danach",
        "dort",
        "darin",
        "deshalb",
        "deswegen",
        "daher",
        "beide",
        "solche[rnms]?",
        "letztere[rnms]?",
        "ih(?:m|n|nen)",
        "so(?! (?:dass|viele?|wenig)\\b)",
        "zudem",
        "außerdem",
        "ebenso",
        "ähnliches",
        "hinzu kommt",
        "darüber hinaus",
        "stattdessen",
        "davor",
        "(?:[a-zäöüß]+ ){1,3}(?:er|sie|ih(?:m|n|nen))",
    ),
    connectives=("aber", "und", "doch", "denn"),
    pleas=(
        "newsletter",
        "abonnieren(?: sie)?",
        "jetzt anmelden",
        "melden sie sich",
        "lesen sie (?:auch|hier|mehr)",
        "mehr zum thema",
        "hier klicken",
        "klicken sie",
        "folgen sie uns",
        "anzeige",
        "jetzt testen",
        "alle rechte vorbehalten",
        "quelle:",
        "foto:",
        "bild:",
        "symbolbild",
        "archivbild",
        "schreiben sie uns",
        "push-nachrichten",
        "unsere app",
    ),
    mine=("ich", "mich", "mir", "wir", "uns", "unser(?:e[rnms]?)?", "mein(?:e[rnms]?)?"),
    says=(
        "sagte",
        "sagt",
        "erklärte",
        "erklärt",
        "betonte",
        "betont",
        "meinte",
        "meint",
        "berichtete",
        "berichtet",
        "fügte",
        "teilte",
        "kritisierte",
        "forderte",
        "warnte",
        "kündigte",
        "schrieb",
        "äußerte",
        "versicherte",
        "so",
        "laut",
        "zufolge",
        "nach angaben",
    ),
    pronouns=("er", "sie", "es", "der", "die"),
    ahead=(
        r"soll(?:en)? (?:\S+ ){0,8}(?:beginnen|stattfinden|starten|folgen|eröffnet werden|entscheiden|fertig)",
        r"(?:wird|werden) (?:\S+ ){0,6}(?:am \w+tag|im (?:januar|februar|märz|april|mai|juni|juli|august|"
        r"september|oktober|november|dezember|frühjahr|sommer|herbst|winter)|nächste[nrms]?|"
        r"kommende[nrms]?|20\d\d)",
        r"(?:ist|sind) (?:\S+ ){0,4}(?:geplant|vorgesehen|angesetzt)",
    ),
    state=(
        "die (?:suche|ermittlungen|arbeiten|gespräche) (?:dauern|dauert|laufen|läuft|gehen|geht)",
        "bislang",
        "noch unklar",
        "derzeit",
    ),
    past=(r"(?:seit|im jahr|bereits|schon)(?: im jahr)? (?:19|20)\d\d", "vor \\S+ jahren", "damals", "früher"),
)
