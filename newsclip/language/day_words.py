"""The words by which a language names days: pure data, one record a language.

Words of one language are others in another ("hier" is here in German, yesterday in French): each in its own only.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DayWords:
    """Words in lower case. Months and weekdays begin with January and Monday; other names of one are parted by "|".

    `shifts`, `weeks`: how many days or weeks off. `on` stands before a weekday that a verb places, `back` and `forth`
    beside one that is past or to come. `ahead` and `behind` are patterns of verbs that tell what is to come, or past.
    `every` makes it a habit. `between` may stand in a date ("4 de mayo"), `in_` before a month. `elsewhere` stands
    before the day of something else (since, until, by, than); `events` are nouns whose own day may be meant where one
    of `of` stands before them ("about the storm on").
    """

    months: str
    weekdays: str
    shifts: dict[str, int]
    weeks: dict[str, int]
    on: str
    back: str
    forth: str
    ahead: str
    behind: str
    every: str
    between: str
    in_: str
    elsewhere: str
    events: str
    of: str


DAY_WORDS = {
    "en": DayWords(
        months="january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep "
        "october|oct november|nov december|dec",
        weekdays="monday tuesday wednesday thursday friday saturday sunday",
        shifts={"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2,
                "the day after tomorrow": 2},
        weeks={"last week": -1, "next week": 1},
        on="on",
        back="last|past",
        forth="next|this coming",
        ahead=r"will|would|shall|hopes? to|aims? to|intends? to|going to|to be|due|until|scheduled|expected"
        r"|plan(?:s|ned)? to"
        r"|set (?:to|for)|is to|are to|begins?|starts?|opens?",
        behind=r"was|were|had|said|told|began|ran|fell|rose|won|lost|met|took|came|went|found|left|made|held"
        r"|saw|gave|broke|hit"
        r"|struck|sank|shut|closed|died|put|set|cut|drew|flew|fled|led|read|sent|spoke|stood|swept|threw|wrote"
        r"|(?!(?:need|feed|seed|speed|indeed|exceed|breed|shed|expected|scheduled|planned)\b)[a-z]{2,}ed",
        every="every|each|usually|always|normally|most",
        between="of",
        in_="in",
        elsewhere=r"since|until|till|by|before|after|following|ahead of|prior to|from|than|compared (?:with|to)"
        r"|like|as|between"
        r"|about|of|than on|as on|for|to",
        events=r"attacks?|bombings?|shootings?|killings?|murders?|deaths?|crash(?:es)?|collapse|fires?|blaze"
        r"|storms?|explosions?"
        r"|earthquakes?|quakes?|floods?|invasion|war|conflict|massacre|accident|incident|drop|fall|rise|funeral"
        r"|elections?"
        r"|votes?|meetings?|strikes?|protests?|match|game|talks|summit|vote|hearing|launch|opening|closure|speech"
        r"|robber(?:y|ies)|raids?|stabbings?|assaults?|thefts?|burglar(?:y|ies)|riots?|march(?:es)?|rall(?:y|ies)"
        r"|concerts?|feasts?",
        of="after|of|from|to|for|over|about|with|by|before|than|since|recalled|remembered|marked|mourned"
        "|condemned|discussed"
        "|commemorated|likened|honou?red|praised",
    ),
    "de": DayWords(
        months="januar|jänner|jan februar|feb märz|mär april|apr mai juni juli august|aug september"
        "|sept oktober|okt november|nov "
        "dezember|dez",
        weekdays="montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
        shifts={"gestern": -1, "vorgestern": -2, "übermorgen": 2},
        weeks={"letzte woche": -1, "vergangene woche": -1, "nächste woche": 1, "kommende woche": 1},
        on="am",
        back="letzten|vergangenen",
        forth="kommenden|nächsten",
        ahead=r"wird|werden|soll|sollen|sollte|sollten|will|wollen|geplant|vorgesehen|angesetzt",
        behind=r"wurden?|war|waren|hatten?|hat|haben|ist|sind|sagten?|[a-zäöüß]{2,}te[n]?|kam|kamen|ging|gingen"
        r"|fiel|fielen|stieg"
        r"|sank|sanken|traf|trafen|gab|gaben|nahm|nahmen|fand|fanden|begann|schloss|brach|starb|starben|verlor"
        r"|gewann|trat|stieß|stießen|schlug|zog|zogen|hielt|rief|lief|brannte|schrieb|sprach|stürzte",
        every="jeden|jeder|jedes|immer|gewöhnlich|meist",
        between="",
        in_="im",
        elsewhere=r"seit(?: dem)?|bis(?: zum)?|vor(?: dem)?|ab(?: dem)?|nach(?: dem)?|vom|von|als(?: am)?"
        r"|wie(?: am)?|zum|für"
        r"|gegenüber(?: dem)?|im vergleich zum|zwischen|über",
        events=r"anschlags?|angriffs?|absturz(?:es)?|einsturz(?:es)?|brand(?:es)?|feuers?|sturms?|explosion"
        r"|erdbebens?|flut"
        r"|unfalls?|wahl|abstimmung|sitzung|streiks?|spiels?|treffens?|gipfels?|anhörung",
        of="nach|von|zu|zur|zum|über|bei|beim|mit|vor|seit|der|des|als",
    ),
    "fr": DayWords(
        months="janvier|janv février|févr mars avril|avr mai juin juillet|juil août septembre|sept octobre"
        "|oct novembre|nov "
        "décembre|déc",
        weekdays="lundi mardi mercredi jeudi vendredi samedi dimanche",
        shifts={"hier": -1, "avant-hier": -2, "demain": 1, "après-demain": 2},
        weeks={"la semaine dernière": -1, "la semaine prochaine": 1},
        on="le|ce",
        back="dernier|passé",
        forth="prochain",
        ahead=r"sera|seront|aura|auront|doit|doivent|devrait|devraient|prévue?s?|va|vont|\w+(?:era|eront|ira"
        r"|iront|tiendra)",
        behind=r"(?:a|ont|est|sont|avait|avaient|était|étaient|s'est|se sont|fut"
        r"|furent)(?: \w+)?(?: \w+)? \w+(?:é|ée|és|ées|i|is|it|ie|u|ue|us"
        r"|ues|ert|erte|mort|morte|fait|mis)|\w+èrent|fut|furent",
        every="chaque|tous les|toujours|habituellement",
        between="",
        in_="en",
        elsewhere=r"depuis(?: le)?|jusqu'(?:à|au)|jusqu’(?:à|au)|avant(?: le)?|après(?: le)?|d'ici(?: à| au)?"
        r"|d’ici(?: à| au)?"
        r"|dès(?: le)?|que(?: le)?|par rapport à|comme(?: le)?|pour(?: le)?|de|du|entre|à partir (?:de|du)|au",
        events=r"attentats?|attaques?|accident|incendie|tempête|explosion|séisme|inondations?|élections?|vote"
        r"|réunion|grève"
        r"|match|sommet|audience|manifestation",
        of="après|de|du|des|sur|avec|par|avant|depuis|l'|l’|la|le",
    ),
    "es": DayWords(
        months="enero|ene febrero|feb marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre"
        "|sept octubre|oct "
        "noviembre|nov diciembre|dic",
        weekdays="lunes martes miércoles jueves viernes sábado domingo",
        shifts={"ayer": -1, "anteayer": -2, "mañana por la mañana": 1, "pasado mañana": 2},
        weeks={"la semana pasada": -1, "la próxima semana": 1},
        on="el|este",
        back="el pasado|pasado",
        forth="el próximo|próximo|que viene",
        ahead=r"será|serán|habrá|debe|deben|deberá|previst[oa]s?|va a|van a|\w+(?:ará|arán|erá|erán|irá|irán)",
        behind=r"fue|fueron|era|estuvo|hubo|hizo|dijo|tuvo|vino|murió|murieron|ha|han|había|habían|\w+(?:ó|aron"
        r"|ieron)",
        every="cada|todos los|siempre|habitualmente",
        between="de|del",
        in_="en",
        elsewhere=r"desde(?: el)?|hasta(?: el)?|antes del?|después del?|a partir del?|que(?: el)?|como(?: el)?"
        r"|para(?: el)?|entre(?: el)?"
        r"|del|de|frente al?|comparado con(?: el)?",
        events=r"ataques?|atentados?|accidente|incendio|tormenta|explosión|terremoto|inundación|elecciones"
        r"|votación|reunión"
        r"|huelga|partido|cumbre|audiencia|protesta",
        of="tras|del?|sobre|con|por|antes|desde|la|el",
    ),
    "pt": DayWords(
        months="janeiro|jan fevereiro|fev março abril|abr maio junho|jun julho|jul agosto|ago setembro"
        "|set outubro|out "
        "novembro|nov dezembro|dez",
        weekdays="segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        shifts={"ontem": -1, "anteontem": -2, "amanhã": 1},
        weeks={"a semana passada": -1, "na semana passada": -1, "a próxima semana": 1},
        on="na|no|nesta|neste",
        back="passada|passado",
        forth="próxima|próximo",
        ahead=r"será|serão|haverá|deve|devem|deverá|previst[oa]s?|vai|vão|\w+(?:ará|arão|erá|erão|irá|irão)",
        behind=r"foi|foram|era|houve|fez|disse|teve|veio|morreu|morreram|\w+(?:ou|aram|eu|eram|iu|iram)",
        every="cada|todas as|todos os|sempre",
        between="de",
        in_="em",
        elsewhere=r"desde(?: a| o)?|até(?: a| o)?|antes d[ae]|depois d[ao]|a partir d[ae]|que(?: na| no)?|como"
        r"|para(?: a| o)?|entre|d[aoe]",
        events=r"ataques?|atentados?|acidente|incêndio|tempestade|explosão|terremoto|enchente|eleições|votação"
        r"|reunião|greve"
        r"|jogo|cúpula|audiência|protesto",
        of="após|d[aeo]|sobre|com|por|antes|desde|a|o",
    ),
    "it": DayWords(
        months="gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto"
        "|ago settembre|set "
        "ottobre|ott novembre|nov dicembre|dic",
        weekdays="lunedì martedì mercoledì giovedì venerdì sabato domenica",
        shifts={"ieri": -1, "domani": 1, "dopodomani": 2},
        weeks={"la settimana scorsa": -1, "la prossima settimana": 1},
        on="il",
        back="scorso",
        forth="prossimo",
        ahead=r"sarà|saranno|avrà|deve|devono|dovrà|previst[oaie]|\w+(?:erà|eranno|irà|iranno|terrà)",
        behind=r"(?:ha|hanno|è|sono|era|erano|aveva|avevano)(?: \w+)? \w+(?:ato|ata|ati|ate|uto|uta|uti|ute|ito"
        r"|ita|iti|ite|so|sa|to|ta)",
        every="ogni|tutti i|sempre",
        between="",
        in_="nel|a",
        elsewhere=r"da|dal|fino a|entro|prima di|dopo|di|che|come|per|tra|rispetto a",
        events=r"attacco|attacchi|attentato|incidente|incendio|tempesta|esplosione|terremoto|alluvione|elezioni"
        r"|voto|riunione"
        r"|sciopero|partita|vertice|udienza|protesta",
        of="dopo|del|della|dell'|dell’|su|con|per|prima|da",
    ),
    "nl": DayWords(
        months="januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september"
        "|sept oktober|okt "
        "november|nov december|dec",
        weekdays="maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        shifts={"gisteren": -1, "eergisteren": -2, "overmorgen": 2},
        weeks={"vorige week": -1, "volgende week": 1},
        on="op",
        back="afgelopen|vorige",
        forth="komende|volgende",
        ahead=r"zal|zullen|wordt|worden|moet|moeten|gepland|gaat|gaan",
        behind=r"werd|werden|was|waren|had|hadden|is|zijn|heeft|hebben|zei|kwam|ging|nam|gaf|sloot|viel|stierf"
        r"|[a-z]{2,}(?:de|te|den|ten)",
        every="elke|iedere|altijd",
        between="",
        in_="in",
        elsewhere=r"sinds|tot|voor|vanaf|na|van|dan(?: op)?|zoals(?: op)?|tussen|over",
        events=r"aanslag|aanval|ongeluk|brand|storm|explosie|aardbeving|overstroming|verkiezingen|stemming"
        r"|vergadering|staking"
        r"|wedstrijd|top|hoorzitting|protest",
        of="na|van|over|met|bij|voor|sinds|de|het",
    ),
}  # fmt: skip
