"""Italian."""

from newsclip.language.lexicons.words import Words, word_set

WORDS = Words(
    function=word_set("""
        il lo la i gli le l un uno una di a da in con su per tra fra del dello della dei degli delle al allo
        alla ai agli alle dal dalla dai dalle nel nello nella nei negli nelle sul sulla sui sulle e ed o ma
        che chi cui dove quando come perché se io tu lui lei noi voi loro mi ti si ci vi ne suo sua suoi sue
        mio mia nostro nostra questo questa questi queste quello quella è sono era erano fu stato stata stati
        essere ha hanno aveva avevano avere sarà saranno può possono deve non più meno molto anche già ancora
        sempre mai tutto tutti tutta tutte altro altra altri altre stesso vari alcuni ogni due tre anno anni
        giorno giorni mese mesi settimana ora ore lunedì martedì mercoledì giovedì venerdì sabato domenica
        ieri oggi domani detto spiegato secondo dopo prima contro durante
    """),
    leans=(
        "egli",
        "lui",
        "lei",
        "essi",
        "loro",
        "quest[oaei](?! (?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|settimana|anno|mese))",
        "quest['’]ultim[oa]",
        "quell[oaei]",
        "ciò",
        "(?:il |i )?suo[i]?",
        "(?:la )?sua",
        "(?:le )?sue",
        "entramb[ie]",
        "per questo",
        "così",
        "lì",
        "anche",
        "il che",
    ),
    connectives=("tuttavia", "però", "inoltre", "intanto", "nel frattempo", "d['’]altra parte", "ma", "e"),
    pleas=(
        "newsletter",
        "abbonati",
        "iscriviti",
        "registrati",
        "leggi (?:anche|di più)",
        "clicca qui",
        "seguici",
        "pubblicità",
        "riproduzione riservata",
        "foto:",
        "scarica (?:la|l['’])",
        "scrivici",
    ),
    mine=("io", "noi", "nostr[oaie]", "mi[oae]", "miei", "mi", "abbiamo"),
    says=(
        "ha (?:detto|dichiarato|spiegato|affermato|annunciato|aggiunto|sottolineato|avvertito|"
        "assicurato|raccontato|precisato)",
        "dice",
        "spiega",
        "afferma",
        "dichiara",
        "aggiunge",
        "sottolinea",
        "secondo",
        "disse",
    ),
    pronouns=("lui", "lei", "egli", "loro"),
    ahead=(
        r"(?:è|sono) (?:\S+ ){0,2}(?:previst[oaie]|in programma|attes[oaie])",
        r"(?:voterà|comincerà|inizierà|aprirà|riaprirà|si terrà|si riunirà|deciderà|avrà luogo|inizieranno)",
        r"(?:prevede|intende) (?:di )?\w+re",
    ),
    state=(
        "(?:le indagini|le ricerche|i lavori|le trattative) (?:proseguono|continuano|sono)",
        "al momento",
        "finora",
        "per ora",
    ),
    past=(r"(?:nel|dal) (?:19|20)\d\d", "\\S{1,30} anni fa", "all['’]epoca"),
)
