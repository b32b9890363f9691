"""Spanish."""

from newsclip.language.lexicons.words import Words, word_set

WORDS = Words(
    function=word_set("""
        el la los las lo un una unos unas de del a al y e o u pero sino que quien cual cuyo donde cuando como
        porque si en con sin por para sobre entre hasta desde hacia según contra durante tras ante bajo yo tú
        él ella usted nosotros ellos ellas me te se nos le les su sus mi mis nuestro nuestra este esta estos
        estas ese esa esos esas aquel esto eso es son era eran fue fueron ser está están estaba estar ha han
        había habían haber hay será serán tiene tienen puede pueden debe no sí más menos muy también ya aún
        todavía siempre nunca todo todos toda todas otro otra otros otras mismo misma varios algunos cada dos
        tres año años día días mes meses semana hora horas lunes martes miércoles jueves viernes sábado
        domingo ayer hoy mañana dijo afirmó señaló explicó
    """),
    leans=(
        "él",
        "ella",
        "ellos",
        "ellas",
        "est[aeo]s?(?! (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|semana|año|mes))",
        "es[aeo]s?",
        "su",
        "sus",
        "ambos",
        "ambas",
        "dichos?",
        "dichas?",
        "por eso",
        "por ello",
        "así",
        "allí",
        "además de (?:esto|eso|ello)",
        "también",
        "lo que",
        "éste",
        "ésta",
    ),
    connectives=("sin embargo", "no obstante", "además", "por otra parte", "mientras tanto", "asimismo", "pero", "y"),
    pleas=(
        "newsletter",
        "boletín",
        "suscríbe(?:te|se)",
        "suscríbase",
        "regístr(?:ate|ese)",
        "lea (?:también|más)",
        "lee (?:también|más)",
        "haz clic",
        "haga clic",
        "síguenos",
        "publicidad",
        "todos los derechos reservados",
        "foto:",
        "crédito:",
        "descarga(?:r)? (?:la|nuestra)",
        "escríbenos",
    ),
    mine=("yo", "nosotros", "nosotras", "nos", "nuestr[oa]s?", "mi", "mis", "me"),
    says=(
        "dijo",
        "dice",
        "afirmó",
        "afirma",
        "señaló",
        "señala",
        "explicó",
        "explica",
        "declaró",
        "anunció",
        "aseguró",
        "indicó",
        "añadió",
        "agregó",
        "subrayó",
        "advirtió",
        "criticó",
        "según",
        "manifestó",
        "sostuvo",
    ),
    pronouns=("él", "ella", "ellos", "ellas"),
    ahead=(
        r"(?:está|están) (?:\S+ ){0,2}(?:previst[oa]s?|programad[oa]s?)",
        r"(?:votará|comenzará|empezará|abrirá|reabrirá|se celebrará|se reunirá|decidirá|tendrá lugar|"
        r"comenzarán|empezarán)",
        r"(?:prevé|planea|tiene previsto) \w+[aei]r",
    ),
    state=(
        "(?:la investigación|la búsqueda|las obras|las conversaciones) (?:sigue|siguen|continúa|continúan|está|están)",
        "hasta (?:el momento|ahora)",
        "por ahora",
        "sigue sin",
    ),
    past=(r"(?:en|desde) (?:19|20)\d\d", "hace \\S+ años", "en aquel(?:la)? (?:entonces|época)"),
)
