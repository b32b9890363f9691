"""Titles of invented events in several languages, and an embedder by hand that knows them."""

import numpy as np

from newsclip.stories.ports import IncomingArticle
from newsclip.stories.tests.invented import incoming

BRIDGE, ORCHARD, STRIKE, ELECTION, FLOOD = range(5)
TITLES = {
    "The Ostrava Lane bridge in Velmora closed": ("en", BRIDGE),
    "Cracked girders shut Velmora's busiest bridge for six weeks": ("en", BRIDGE),
    "Brücke am Salzkai in Velmora bleibt gesperrt": ("de", BRIDGE),
    "Le pont d'Ostrava Lane fermé à Velmora": ("fr", BRIDGE),
    "Cerrado el puente de Ostrava Lane en Velmora": ("es", BRIDGE),
    "Pear growers of Hallisted count their losses after hail": ("en", ORCHARD),
    "Obstbauern in Hallisted zählen ihre Verluste": ("de", ORCHARD),
    "Les producteurs de poires de Hallisted comptent leurs pertes": ("fr", ORCHARD),
    "Streik der Fährleute in Norvale": ("de", STRIKE),
    "Grève des bateliers à Norvale": ("fr", STRIKE),
    "Ada Holm wins the vote in Orlo": ("en", ELECTION),
    "Ada Holm gewinnt die Wahl in Orlo": ("de", ELECTION),
    "Hochwasser an der Quell": ("de", FLOOD),
    "Crue de la Quell": ("fr", FLOOD),
}
LANGUAGES = ("en", "de", "fr", "es")
_OTHER = 8  # titles of other events that a stream holds in each language
OTHERS = {f"{spoken} {n}": (spoken, 8 + _OTHER * at + n) for at, spoken in enumerate(LANGUAGES) for n in range(_OTHER)}
CROSSING = "No way across the Quell before summer"  # tells of the bridge in other words
_KNOWN = TITLES | OTHERS | {CROSSING: ("en", BRIDGE)}


class InventedTitles:
    """A stories.ports.TitleEmbedder by hand: what a title tells, beside its language and what all titles share."""

    def __init__(self, mark: str = "by hand 1") -> None:
        self.mark = mark
        self.asked: list[str] = []

    def __call__(self, title: str) -> bytes:
        self.asked.append(title)
        if title not in _KNOWN:
            return b""
        language, event = _KNOWN[title]
        vector = np.zeros(48)
        vector[event] = 1
        vector[40 + LANGUAGES.index(language)] = 1
        vector[47] = 2
        return (vector / np.linalg.norm(vector)).astype("<f2").tobytes()


def told(name: str, title: str, text: str = "", hours: float | None = 1) -> IncomingArticle:
    """An article with this title, in its language."""
    return incoming(name, (title, text), hours=hours, language=_KNOWN[title][0])
