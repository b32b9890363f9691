"""Whether a sentence plainly says who: a person with role or age, or a body."""

import re
from collections.abc import Sequence

from newsclip.evidence.tokens import UPPER
from newsclip.evidence.verifier.glance.answers import Answer, goes_on_with_a_verb
from newsclip.evidence.verifier.happenings import is_doubted
from newsclip.language.pos_tagger import is_common_word, tag_words
from newsclip.language.word_lists import BODY_WORDS, DATELINE_PLACES, GIVEN_NAMES, PERSON_TITLES, PLACE_WORDS

_PERSON = re.compile(rf"(?:[{UPPER}][\w.\-]* ){{0,3}}[{UPPER}][\w.’'\-]+(?<!['’]s)")
_BODY = re.compile(rf"[{UPPER}][\w.\-]+(?: (?:of |for |and )?[{UPPER}][\w\-]+){{1,6}}")
_NO_PERSONS = BODY_WORDS | PLACE_WORDS | PERSON_TITLES | DATELINE_PLACES
_NO_ROLE = frozenset({"WDT", "WP", "WP$", "WRB", "VBN", "VBD", "VBZ", "VBG", "MD"})


def is_who(answer: Answer) -> bool:
    """Whom the sentence begins with and tells something of: a person with the whole role, or the age, or a body."""
    if not answer.known.opens.fullmatch(answer.before) or not goes_on_with_a_verb(answer):
        return False
    value, comma, role = answer.slot.value.partition(",")
    words = value.split()
    if comma:
        return _is_person(words, answer) and _is_role(role) and answer.behind.startswith(",")
    if answer.known.aged.fullmatch(value):
        return tag_words(value)[-1][1] == "NN" and not is_doubted(value, "en")
    if _BODY.fullmatch(value) and not BODY_WORDS.isdisjoint({words[0].lower(), words[-1].lower()}):
        return True
    return any(
        _is_person(words[n:], answer, titled=_has_title(words[:n])) and (not n or _is_role(" ".join(words[:n])))
        for n in range(len(words))
    )


def _is_person(words: Sequence[str], answer: Answer, *, titled: bool = False) -> bool:
    """At most four words in capitals. Without a title they are two at least, no words for anything else, and the last
    names somebody alone elsewhere, or the others are names that people have.
    """
    low, last = {word.lower() for word in words}, words[-1]
    if not _PERSON.fullmatch(" ".join(words)) or not low.isdisjoint(_NO_PERSONS):
        return False
    if titled or len(words) == 1:
        return titled
    alone = rf"(?<!{re.escape(words[-2])} )(?<![\w’'\-]){re.escape(last)}(?![\w\-])(?! [{UPPER}])"
    known = low <= {last.lower()} | GIVEN_NAMES or re.search(alone, answer.article.text) is not None
    begins = words[0].lower() in GIVEN_NAMES or not is_common_word(words[0])  # not "Shouting Ilse Brandt"
    return known and begins and not is_common_word(last)


def _has_title(role: Sequence[str]) -> bool:
    return not PERSON_TITLES.isdisjoint(word.lower().rstrip(".") for word in role)


def _is_role(words: str) -> bool:
    """Whether the words say what somebody is: no clause, and nothing that is doubted, denied or on a condition."""
    tagged = tag_words(words.strip())
    if not tagged or not _NO_ROLE.isdisjoint(tag for _, tag, _ in tagged) or is_doubted(words, "en"):
        return False
    last, tag, _ = tagged[-1]
    return _has_title(words.split()) or (last.islower() and tag == "NN")
