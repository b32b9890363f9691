"""Close support, for a language model's sentences where the operator allows it: whole parts joined, a time moved.

Each part must still be strictly supported by itself, so names, figures and who did what cannot be mixed. Two parts are
joined by a semicolon, or by "and" where nothing in the first one (said, may, not, if) could reach over to the second.
Words that say when may stand at the other end where they pass over one plain clause: "agreed to close it on Monday" is
not "on Monday agreed to close it".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from newsclip.clips.ports import Sentence
from newsclip.clips.rules.verifier import strict
from newsclip.clips.rules.verifier.tokens import DAYS_AND_MONTHS, PRONOUNS, guards, ties, tokens
from newsclip.clips.rules.words import SPEECH_VERBS
from newsclip.kernel.reasons import Reason

_JOINT = re.compile(r"(?P<and>,? and )|; ")
_FEWEST, _MOST_PARTS, _MOST_JOINTS = 4, 3, 4
_LEANING = PRONOUNS | frozenset("this that these those such there here i we you".split())  # noqa: SIM905
_TIME_WORDS = DAYS_AND_MONTHS | frozenset("week month year morning afternoon evening night noon midnight".split())  # noqa: SIM905
_TIME = r"(?:on|in|at|by|since|during|last|next|this|early|late|yesterday|today|tomorrow)\b(?: [\w’'.:]+){0,5}"
_FIRST, _LAST = re.compile(rf"({_TIME}), (?=\S)", re.IGNORECASE), re.compile(rf",? ({_TIME})$", re.IGNORECASE)
_YEAR = re.compile(r"(?:18|19|20)\d\d")
# behind these begins what the time may belong to alone
_SCOPES = frozenset(
    """to that who whom whose which when where while because after before since until as and or but for with if than
    announced planned called scheduled set ordered demanded banned promised agreed decided voted approved urged invited
    postponed cancelled canceled wanted due""".split()  # noqa: SIM905
)


def fault(sentence: Sentence, texts: Sequence[str]) -> Reason | None:
    """Why its passages do not bear the sentence, joined or with its time moved; None where they do."""
    first = _part_fault(sentence, texts)
    if not first:
        return None
    for parts in _ways(sentence.text):
        if not any(_part_fault(replace(sentence, text=part), texts) for part in parts):
            return None
    return first


def _ways(text: str) -> Iterator[list[str]]:
    """Each way in which the sentence may have been joined from two or three parts."""
    joints = list(_JOINT.finditer(text))[:_MOST_JOINTS]
    for number in range(1, _MOST_PARTS):
        for chosen in combinations(joints, number):
            bounds = [(0, 0), *(joint.span() for joint in chosen), (len(text), len(text))]
            parts = [text[one[1] : other[0]].rstrip(".") + "." for one, other in pairwise(bounds)]
            if _may_be(parts, chosen):
                yield parts


def _may_be(parts: Sequence[str], joints: Sequence[re.Match[str]]) -> bool:
    told = [tokens(part) for part in parts]
    reaches = any(joint["and"] and any(map(guards, low)) for joint, low in zip(joints, told, strict=False))
    leans = any(low and (low[0] in _LEANING or ties(low[:1])) for low in told[1:])
    return not reaches and not leans and all(len(low) >= _FEWEST for low in told)


def _part_fault(sentence: Sentence, texts: Sequence[str]) -> Reason | None:
    first = strict.fault(sentence, texts)
    if not first or any(not strict.fault(replace(sentence, text=way), texts) for way in _moved_back(sentence.text)):
        return None
    return first


def _moved_back(text: str) -> Iterator[str]:
    """The sentence with its time put to where it may have stood."""
    if (first := _FIRST.match(text)) and _tells_when(first[1]):
        rest = text[first.end() :].rstrip(".").split(" ")
        for at in range(1, len(rest) + 1):
            if not _is_plain(rest[:at]):
                return
            yield " ".join([*rest[:at], first[1].lower(), *rest[at:]]) + "."
    if (last := _LAST.search(text.rstrip("."))) and _tells_when(last[1]):
        rest = text[: last.start()].split(" ")
        if _is_plain(rest):
            yield f"{last[1]} {' '.join(rest)}."
            yield f"{last[1]}, {' '.join(rest)}."


def _tells_when(words: str) -> bool:
    low = tokens(words)
    return any(token in _TIME_WORDS or _YEAR.fullmatch(token) for token in low) and not any(map(guards, low))


def _is_plain(words: Sequence[str]) -> bool:
    """Whether a time that passes over these words belongs to the same verb before and behind them."""
    text = " ".join(words)
    low = tokens(text)
    return not re.search(r"[,;:()“”\"—–]", text) and not any(
        guards(w) or w in _SCOPES or w in SPEECH_VERBS or w.endswith("ing") or w in _TIME_WORDS or _YEAR.fullmatch(w)
        for w in low
    )
