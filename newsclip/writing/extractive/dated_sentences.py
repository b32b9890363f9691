"""Whether the writer may put a sentence under the day that it names: a finite verb tells it, and nothing takes it back.

The verifier asks the same by rules of its own (`verifier/happenings.py`).
"""

import re
from datetime import date
from itertools import pairwise

from newsclip.language.days import Day, days, reader
from newsclip.language.pos_tagger import tag_words

_PARTS = re.compile(r",\s|[;:–—]")
_LEADS_IN = 2  # words before a day that opens its sentence: "On Monday, …"
_TURNED = {
    "en": """not no never nobody none nothing neither nor without if unless whether allegedly reportedly
        apparently supposedly almost nearly failed fails refused denied denies claimed claims believed
        thought supposed feared accused suspected wanted tried hoped rumoured rumored rumours rumors
        admitted alleged said says told may might could would should""",
    "de": "nicht nie niemand kein keine keinen ohne wenn falls angeblich beinahe soll sollen sollte sei seien wäre",
    "fr": "ne n pas jamais aucun aucune sans si failli nié nie aurait auraient serait seraient prétend",
    "es": "no nunca nadie ningún ninguna sin si casi negó niega habría habrían sería supuestamente",
    "it": "non mai nessuno nessuna senza se quasi negato nega avrebbe avrebbero sarebbe sarebbero",
    "pt": "não nunca ninguém nenhum nenhuma sem se quase negou nega teria teriam seria supostamente",
    "nl": "niet nooit niemand geen zonder als indien bijna zou zouden ontkende vermeend",
}
_SAYING = frozenset({"said", "says", "told"})
_BEFORE_ITS_NOUN = re.compile(r" [a-zäöüß]+(?:te|ene)[rnms]? [A-ZÄÖÜ]")  # "ein am Montag veröffentlichter Bericht"
_OF_ANOTHER = re.compile(
    r"\b(?:by|than|since|until|till|from|like|between|before|for|to|about|of)\s+(?:(?:the|early|late|on)\s+)*$",
    re.IGNORECASE,
)
_OWN = re.compile(r"['’]s?(?!\w)")


def took_place(text: str, published: date, language: str) -> bool:
    """Whether the one day that the sentence names is that of what its own clause tells as done.

    `text`: the journalist's own words; what stands in quotation marks is blank.
    """
    named, by = days(text, published, language), reader(language)
    turned = _TURNED.get(language[:2])
    if turned is None or by is None or len(named) != 1 or named[0].first > published or _OWN.match(text, named[0].end):
        return False
    if _OF_ANOTHER.search(text, 0, named[0].start):
        return False
    clause, at = _around(text, named[0])
    if by.ahead.search(clause) or not by.behind.search(clause):
        return False
    said = re.findall(r"[^\W\d_]+", clause.lower())
    doubts = set(said) & set(turned.split())
    if language[:2] != "en":
        return not doubts and not _BEFORE_ITS_NOUN.match(text, named[0].end)
    return _is_told(clause, at) and not doubts - (_SAYING if _is_said_then(clause, at) else set())


def _around(text: str, day: Day) -> tuple[str, int]:
    """The clause of the day and where the day begins in it; where it only opens the sentence, with the next clause."""
    begin = max((m.end() for m in _PARTS.finditer(text, 0, day.start)), default=0)
    end = _PARTS.search(text, day.end)
    if end and not begin and len(text[: day.start].split()) <= _LEADS_IN and not text[day.end : end.start()].strip():
        end = _PARTS.search(text, end.end())
    return text[begin : end.start() if end else len(text)], day.start - begin


def _is_told(clause: str, at: int) -> bool:
    """Whether no infinitive has the day ("failed to sail on"), and no noun ("a report published on Monday said")."""
    tagged = [(word, tag) for word, tag, start in tag_words(clause) if start < at]
    tags = [tag for _, tag in tagged]
    if any(first == "TO" and second[:2] == "VB" for first, second in pairwise(tags)):
        return False
    if "n't" in clause or "n’t" in clause:
        return False
    led = [tag for word, tag in tagged if word.lower() not in {"on", "last", "early", "late"}]
    after = [tag for _, tag, start in tag_words(clause) if start > at]
    hangs = bool(led) and led[-1] in {"VBN", "VBD", "VBG"} and "VBD" in after
    return not hangs or _is_said_then(clause, at)


def _is_said_then(clause: str, at: int) -> bool:
    """ "The mayor said on Monday": the saying is what happened."""
    return bool(re.search(r"\b(?:said|told(?: \w+){1,2})(?: \w+ly)? (?:on |late |early )*$", clause[:at]))
