"""What reports in other languages than English count, each beside the toll of `TWELVE`; places and events are ours.

Each row: the question's kind, the value and the sentence.
"""

from newsclip.evidence.tests.counted_abroad_too import (
    FRENCH_REFUSED,
    GERMAN_REFUSED,
    HOSTILE,
    ITALIAN_REFUSED,
    PORTUGUESE_REFUSED,
    SPANISH_REFUSED,
    Row,
)

__all__ = ["CONTRADICTS", "HOSTILE", "OTHERS", "QUESTIONS", "REFUSED", "TITLE", "TWELVE", "Row"]

TITLE: dict[str, str] = {
    "de": "Sturm trifft die Hafenstadt Orlo",
    "es": "Una tormenta golpea el puerto de Orlo",
    "fr": "Une tempête frappe le port d'Orlo",
    "it": "Una tempesta colpisce il porto di Orlo",
    "pt": "Tempestade atinge o porto de Orlo",
}

# the other side: a toll of that storm
TWELVE: dict[str, tuple[str, str]] = {
    "de": ("12", "Bei dem Sturm in Orlo kamen am Montag 12 Menschen ums Leben, wie die Küstenwache mitteilte."),
    "es": ("12", "En la tormenta de Orlo murieron el lunes 12 personas, según dijo la guardia costera."),
    "fr": ("12", "Dans la tempête à Orlo, 12 personnes sont mortes lundi, selon les garde-côtes."),
    "it": ("12", "Nella tempesta a Orlo lunedì sono morte 12 persone, ha detto la guardia costiera."),
    "pt": ("12", "Na tempestade em Orlo morreram na segunda-feira 12 pessoas, disse a guarda costeira."),
}

OTHERS: dict[str, dict[str, tuple[str, str]]] = {
    "de": {
        "injured": ("30", "Bei dem Sturm in Orlo wurden am Montag 30 Menschen verletzt, wie die Klinik mitteilte."),
        "missing": ("neun", "Nach dem Sturm in Orlo werden neun Menschen vermisst, wie die Küstenwache mitteilte."),
    },
    "es": {
        "injured": ("30", "En la tormenta de Orlo resultaron heridas 30 personas el lunes, dijo la clínica."),
        "missing": ("nueve", "Tras la tormenta de Orlo nueve personas están desaparecidas, dijo la guardia costera."),
    },
    "fr": {
        "injured": ("30", "Dans la tempête à Orlo, 30 personnes ont été blessées lundi, selon la clinique."),
        "missing": ("neuf", "Après la tempête à Orlo, neuf personnes sont portées disparues, selon les garde-côtes."),
    },
    "it": {
        "injured": ("30", "Nella tempesta a Orlo 30 persone sono rimaste ferite lunedì, ha detto la clinica."),
        "missing": ("nove", "Per la tempesta a Orlo nove persone risultano disperse, ha detto la guardia costiera."),
    },
    "pt": {
        "injured": ("30", "Na tempestade em Orlo 30 pessoas ficaram feridas na segunda-feira, disse a clínica."),
        "missing": ("nove", "Na tempestade em Orlo nove pessoas estão desaparecidas, disse a guarda costeira."),
    },
}

QUESTIONS: dict[str, dict[str, str]] = {
    "de": {
        "dead": "Wie viele Menschen kamen ums Leben?",
        "injured": "Wie viele Menschen wurden verletzt?",
        "missing": "Wie viele Menschen werden vermisst?",
    },
    "es": {
        "dead": "¿Cuántas personas murieron?",
        "injured": "¿Cuántas personas resultaron heridas?",
        "missing": "¿Cuántas personas están desaparecidas?",
    },
    "fr": {
        "dead": "Combien de personnes sont mortes ?",
        "injured": "Combien de personnes ont été blessées ?",
        "missing": "Combien de personnes sont portées disparues ?",
    },
    "it": {
        "dead": "Quante persone sono morte?",
        "injured": "Quante persone sono rimaste ferite?",
        "missing": "Quante persone sono disperse?",
    },
    "pt": {
        "dead": "Quantas pessoas morreram?",
        "injured": "Quantas pessoas ficaram feridas?",
        "missing": "Quantas pessoas estão desaparecidas?",
    },
}

CONTRADICTS: dict[str, list[Row]] = {
    "de": [
        ("dead", "14", "Bei dem Sturm in Orlo sind 14 Menschen ums Leben gekommen."),
        ("dead", "vierzehn", "In Orlo starben bei dem Sturm nach Angaben der Polizei vierzehn Menschen."),
        ("dead", "14", "Der Sturm forderte in Orlo 14 Todesopfer und beschädigte hundert Häuser."),
        ("dead", "14", "Die Zahl der Toten nach dem Sturm in Orlo ist am Montag auf 14 gestiegen."),
        ("dead", "mindestens 14", "Bei dem Sturm in Orlo wurden mindestens 14 Menschen getötet und 30 verletzt."),
        ("dead", "14", "Nach dem Sturm in Orlo zählt die Stadt 14 Tote und mehr als 30 Verletzte."),
        ("dead", "14", "Bei dem Sturm in Orlo sind 14 Menschen, darunter drei Kinder, ums Leben gekommen."),
        ("injured", "45", "Bei dem Sturm in Orlo wurden 14 Menschen getötet und 45 verletzt."),
        ("missing", "Sechs", "Sechs Menschen werden nach dem Sturm in Orlo noch vermisst."),
    ],
    "es": [
        ("dead", "14", "La tormenta dejó 14 muertos en Orlo."),
        ("dead", "14", "La tormenta mató a 14 personas en Orlo, según la policía."),
        ("dead", "Catorce", "Catorce personas murieron en la tormenta de Orlo."),
        ("dead", "14", "El número de muertos por la tormenta en Orlo subió el lunes a 14."),
        ("dead", "Al menos 14", "Al menos 14 personas, incluidas tres niñas, murieron en la tormenta de Orlo."),
        ("injured", "más de 40", "La tormenta de Orlo dejó 14 muertos y más de 40 heridos."),
        ("missing", "Seis", "Seis personas siguen desaparecidas tras la tormenta en Orlo."),
    ],
    "fr": [
        ("dead", "14", "La tempête a fait 14 morts à Orlo."),
        ("dead", "14", "La tempête a tué 14 personnes à Orlo, selon la préfecture."),
        ("dead", "Quatorze", "Quatorze personnes ont été tuées dans la tempête à Orlo."),
        ("dead", "14", "Le nombre de morts de la tempête à Orlo s'élève à 14."),
        ("dead", "Au moins 14", "Au moins 14 personnes, dont trois enfants, sont mortes dans la tempête à Orlo."),
        ("injured", "plus de 40", "La tempête à Orlo a fait 14 morts et plus de 40 blessés."),
        ("missing", "Six", "Six personnes sont portées disparues après la tempête à Orlo."),
    ],
    "it": [
        ("dead", "14", "La tempesta ha fatto 14 morti a Orlo."),
        ("dead", "14", "La tempesta ha ucciso 14 persone a Orlo, ha detto la polizia."),
        ("dead", "Quattordici", "Quattordici persone sono morte nella tempesta a Orlo."),
        ("dead", "14", "Il numero dei morti della tempesta a Orlo è salito a 14."),
        ("dead", "Almeno 14", "Almeno 14 persone, tra cui tre bambini, sono morte nella tempesta a Orlo."),
        ("injured", "più di 40", "La tempesta a Orlo ha fatto 14 morti e più di 40 feriti."),
        ("missing", "Sei", "Sei persone risultano disperse per la tempesta a Orlo."),
    ],
    "pt": [
        ("dead", "14", "A tempestade deixou 14 mortos em Orlo."),
        ("dead", "14", "A tempestade matou 14 pessoas em Orlo, segundo a polícia."),
        ("dead", "Catorze", "Catorze pessoas morreram na tempestade em Orlo."),
        ("dead", "14", "O número de mortos da tempestade em Orlo subiu para 14."),
        ("dead", "Pelo menos 14", "Pelo menos 14 pessoas, incluindo três crianças, morreram na tempestade em Orlo."),
        ("injured", "mais de 40", "A tempestade em Orlo deixou 14 mortos e mais de 40 feridos."),
        ("missing", "Seis", "Seis pessoas continuam desaparecidas na tempestade em Orlo."),
    ],
}

REFUSED: dict[str, dict[str, list[Row]]] = {
    "de": GERMAN_REFUSED,
    "es": SPANISH_REFUSED,
    "fr": FRENCH_REFUSED,
    "it": ITALIAN_REFUSED,
    "pt": PORTUGUESE_REFUSED,
}
