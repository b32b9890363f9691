"""Whether a day may belong to another deed of its clause than the one that is told.

"The council voted to close the quay on Monday" says when it voted or when it closes; "The bridge closed on Monday
burned" says when it closed. Where either is possible, the day is nobody's.
"""

import re
from functools import cache
from itertools import pairwise

from newsclip.language.days import reader
from newsclip.language.pack_tables import DayWords
from newsclip.language.pos_tagger import tag_words

_ARTICLES = r"(?:an?|the|ein\w*|de[nrms]|das|une?|le|la|les|un|una|el|o|a|um|uma|il|lo|een|de|het)"
# a verb of its own behind the day, with nothing that joins another clause
_GOES_ON = re.compile(
    r"(?:(?!\b(?:and|but|or|who|which|that|when|after|as|because|before|while|where|since|if|said|says)\b)[^,;]){0,200}?"
    r"\b(?:was|were|had|died|fell|fled|sank)\b"
)
_AUXILIARIES = frozenset(
    "was were is are be been being had has have got and or but also then not he she it they who which that".split()  # noqa: SIM905
)
_GERUND = re.compile(
    r"\b(?:after|before|about|without|of|from|since|for|by) (?:\w+ly )?(?!(?:during|evening|morning)\b)\w+ing\b"
)
_NOUN_CLAUSE = re.compile(r"\b(?:how|why|who|which|that|whose|whom)\b", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:der|die|das|den|dem|des|eine?[rnms]?|de|het|een) (?:(?:am|op) )?$", re.IGNORECASE)


def may_be_anothers(before: str, behind: str, language: str) -> bool:
    """Whether the day between these words of its clause may be that of another deed than the clause's verb tells."""
    code, by = language[:2], reader(language)
    if by is None:
        return True
    if _is_set_before(by.words, code).search(before) or (code in {"de", "nl"} and _DETERMINER.search(before)):
        return True
    told = by.behind.search(before)
    since = before[told.end() :] if told and code == "en" else before
    if told and (_is_done_later(before[told.end() :], by.words, code) or _tells_more(since, by.words, code)):
        return True
    if code == "en" and _GOES_ON.match(behind) and (told or any(tag == "VBN" for _, tag, _ in tag_words(before))):
        return True
    if code in {"de", "nl"}:  # the rest of the verb stands behind the day: "wurde | am Montag | gesperrt"
        return False
    if not by.behind.match(behind.lstrip()):
        return False
    # the subject before the day does something itself: "the bridge closed | on Monday | burned"
    return bool(told or _NOUN_CLAUSE.search(before)) if code == "en" else len(before.split()) > 2


def _is_done_later(text: str, words: DayWords, code: str) -> bool:
    """Whether an infinitive or "after closing" stands between the verb and the day."""
    if code != "en":
        return bool(words.infinitive and re.search(rf"(?<!\w)(?:{'|'.join(words.infinitive)})(?!\w)", text))
    tags = [tag for _, tag, _ in tag_words(text)]
    return bool(_GERUND.search(text)) or any(a == "TO" and b == "VB" for a, b in pairwise(tags))


def _tells_more(text: str, words: DayWords, code: str) -> bool:
    """Whether a clause or a participle of a noun stands before the day: "met the man who fled", "a book written"."""
    if re.search(rf"(?<!\w)(?:{'|'.join(words.relative)})(?!\w)", text):
        return True
    if code != "en":
        return False
    near = [(word.lower(), tag) for word, tag, _ in tag_words(text) if word.lower() not in {"on", "the", "last"}][-2:]
    return (
        len(near) > 1
        and near[1][1] in {"VBN", "VBD"}
        and not (near[0][0] in _AUXILIARIES or near[0][0].endswith("ly") or near[0][1] in {",", "CC"})
    )


@cache
def _is_set_before(words: DayWords, code: str) -> re.Pattern[str]:
    """What stands right before the day of what is planned, and verbs with what they move to another day."""
    on, events = "|".join(words.on), "|".join(words.events)
    purpose = rf"\b(?:{'|'.join(words.purpose)}) {_ARTICLES} (?:[\w’'-]+ ){{1,3}}(?:(?:{on}) )?$"
    moves = rf"\b(?:{'|'.join(words.moves)}) (?:[\w’'-]+ ){{1,8}}(?:(?:{on}) )?$"
    coming = rf"\b(?:{'|'.join(words.announces)}) (?:[\w’'-]+ ){{1,6}}?(?:{events}) (?:(?:{on}) )?$"
    heard = r"|\b(?:how|why) (?:[\w’'-]+ ){1,12}$" if code == "en" else ""
    return re.compile(rf"{purpose}|{moves}|{coming}{heard}", re.IGNORECASE)
