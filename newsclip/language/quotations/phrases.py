"""Whether a name in the phrase beside a quotation is who speaks, or only belongs to the one who does. English.

"harbour master Ada Quist" is Ada Quist; "the lawyer defending Ada Quist" and "an aide to Ada Quist" are not.
"""

import re

from newsclip.kernel.spans import Span
from newsclip.language.pos_tagger import is_common_word, tag_of, tag_words
from newsclip.language.word_lists import BODY_WORDS, MONTHS, OFFICES, PERSON_TITLES, PLACE_WORDS, WEEKDAYS

_OF_A_CALLING = frozenset({"DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "CD", "POS", "."})
_OFFICE = re.compile(
    r"(?:^|\s)(?P<office>[A-Z]\w+)\s(?:for|of)\s(?:(?:the|and|[A-Z][\w\-]+),?\s)*(?P<last>[A-Z][\w\-]+)\s$"
)
_NO_OFFICES = frozenset({"spokesman", "spokeswoman", "representative", "speaker"})
_NEXT = re.compile(r"[ \u00a0]+([^\W_][\w’'-]*)")
_ALSO = re.compile(r"[^.“”\"]{0,80}\b(?:and|or) (?:[\w’'-]+ ){0,2}[A-Z][\w’'-]+(?: [A-Z]|\s*[.“”\"])")
_NAMES_ONLY = re.compile(r"(?:^|[.!?”\"\n]\s*)(?P<first>[A-Z][\w’'-]+)\s(?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’'-]+,\s$")
_BEFORE_IT = re.compile(r"(?:^|.*\s)([\w’'-]+)\s$", re.DOTALL)
# what a subject may stand behind without being governed by it
_LEADS = frozenset("and but that as because while when where what which though although if so then later yet".split())  # noqa: SIM905
_LEADS_ON = 40  # characters before a phrase that tell whether it goes on from there
_TO_WHOM = re.compile(
    r" (?:[a-z]{1,20}ly )?[a-z]{1,20} (?:to )?(?P<names>[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,3})"
)


def is_speaker(text: str, mention: Span, name: Span, *, behind_verb: bool) -> bool:
    """Whether all of the phrase is the name and its calling. `behind_verb`: the phrase follows its verb of saying."""
    beyond = text[name.end : mention.end].split()
    if not calls(text[mention.start : name.start]) or {"and", "or"} & set(beyond):
        return False
    if behind_verb:
        return ends_phrase(text, name.end) and not _ALSO.match(text, name.end)
    return not is_governed(text, mention.start)


def calls(front: str) -> bool:
    """Whether the words before a name say no more than what somebody is called."""
    office = _OFFICE.search(front)
    if office and office["office"].lower() in OFFICES - _NO_OFFICES:
        return office["last"].lower() not in PERSON_TITLES | OFFICES and calls(front[: office.start()])
    tagged = tag_words(front)
    for place, (word, tag, _) in enumerate(tagged):
        adjective = place <= 1 and place + 1 < len(tagged) and (not place or tagged[0][1] in {"DT", "PRP$"})
        noun = tag in _OF_A_CALLING or tag_of(word) in _OF_A_CALLING or "-" in word or word[0].isupper()
        if _ties(word) or not (noun or adjective):
            return False
        if not adjective and word.endswith("ing") and tag_of(word) != "NN":
            return False
    return not tagged or tagged[-1][1] != "NNS" or tagged[-1][0][0].isupper()


def _ties(word: str) -> bool:
    """Whether a preposition, a conjunction or a relative, by the lexicon: beside names the tagger may be mistaken."""
    return tag_of(word.lower()) in {"IN", "TO", "CC", "WP", "WDT", "WP$", "WRB", "MD"}


def ends_phrase(text: str, end: int) -> bool:
    """Whether no noun and no verb follows, to which the name would belong: "Ada Quist | spokesman", "| hired"."""
    following = _NEXT.match(text, end)
    if following is None:
        return True
    word = following[1]
    if word[0].isupper():
        return word.lower() in WEEKDAYS | MONTHS or word in {"Jr", "Sr"} or word.isupper()
    tag = tag_words(text[following.start() : following.end() + 40].split("\n", maxsplit=1)[0].strip())[0][1]
    return tag[:2] not in {"NN", "VB", "MD", "JJ", "CC"} or word in {
        "last",
        "earlier",
        "early",
        "late",
        "yesterday",
        "today",
    }


def is_governed(text: str, start: int) -> bool:
    """Whether a word before the phrase makes it another's, or another name joins it: "critics of |", "Ben Otter, |"."""
    before = text[max(0, start - _LEADS_ON) : start]
    names = _NAMES_ONLY.search(text[max(0, start - 2 * _LEADS_ON) : start])
    if names and not _ties(names["first"]) and not is_common_word(names["first"]):
        return True
    word = _BEFORE_IT.match(before.split("\n")[-1])
    if word is None or word[1].lower() in _LEADS:
        return False
    tag = tag_words(before.split("\n")[-1])[-1][1]
    return _ties(word[1]) or tag in {"IN", "VBG", "VBN"}


def may_explain(words: str) -> bool:
    """Whether a name behind the phrase can only be that one's: "the rector, Ada Quist", not "a son of the mayor, …"."""
    tagged = tag_words(words)
    last = tagged[-1][0]
    if not any(_ties(word) or tag in {"VBG", "VBN"} or word.endswith("ing") for word, tag, _ in tagged):
        return True
    if last in {"of", "them", "us"}:  # "one of them, Ada Quist"
        return tagged[0][0].lower() == "one"
    return (last[0].isupper() and last.lower() not in PERSON_TITLES) or last.lower() in BODY_WORDS | PLACE_WORDS


def speaks_to(text: str, place: int, name: str) -> bool:
    """Whether the verb behind this place has somebody of this name behind it: "he told Ada", who is not Ada."""
    behind = _TO_WHOM.match(text, place)
    return behind is not None and not set(behind["names"].split()).isdisjoint(name.split())
