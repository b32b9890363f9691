"""Close support, for a language model's sentences where the operator allows it: whole parts joined, a time moved.

Each part must still be strictly supported by itself, so names, figures and who did what cannot be mixed. Two parts are
joined by a semicolon, or by "and" where nothing in the first one (said, may, not, if) could reach over to the second.
Words that say when may stand at the other end where they pass over one plain clause: "agreed to close it on Monday" is
not "on Monday agreed to close it".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, pairwise

from newsclip.evidence.document import Sentence
from newsclip.evidence.origin import Origin
from newsclip.evidence.tokens import calendar_words, tokens
from newsclip.evidence.verifier import strict
from newsclip.kernel.reasons import Reason
from newsclip.language.guards import guards_of, turning
from newsclip.language.pack import verifier_words
from newsclip.language.word_lists import SPEECH_VERBS

# words of a clause; parts and joints that are tried: bounds the combinations
_FEWEST, _MOST_PARTS, _MOST_JOINTS = 4, 3, 4
_YEAR = re.compile(r"(?:18|19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Times:
    """The language's `MovedTimeWords`: words that say when `first` and `last` in a sentence, and `words` among them.

    `joint` joins two sentences.
    """

    joint: str
    first: re.Pattern[str]
    last: re.Pattern[str]
    words: frozenset[str]
    scopes: frozenset[str]
    leaning: frozenset[str]


@cache
def times_of(language: str) -> Times | None:
    """What may be joined and moved in a language; None where nothing may."""
    guards, words = guards_of(language), verifier_words(language)
    if guards is None or not guards.joint or words is None or words.times is None:
        return None
    time = rf"(?:{'|'.join(words.times.opens)})\b(?: [\w’'.:]+){{0,5}}"
    return Times(
        guards.joint,
        re.compile(rf"({time}), (?=\S)", re.IGNORECASE),
        re.compile(rf",? ({time})$", re.IGNORECASE),
        calendar_words(language) | words.times.units,
        words.times.scopes,
        words.times.leaning.union(guards.pronoun or (), guards.connective or (), guards.conjunction or ()),
    )


def fault(sentence: Sentence, texts: Sequence[str], origin: Origin) -> Reason | None:
    """Why the sentence does not rest on the words of its passages, joined or with its time moved; None where it does.

    Only in a language whose record says what joins two sentences.
    """
    times = times_of(origin.language)
    if times is None:
        return strict.fault(sentence, texts, origin)
    first = _part_fault(sentence, texts, origin, times)
    if not first:
        return None
    for parts in _ways(sentence.text, times, origin.language):
        if not any(_part_fault(replace(sentence, text=part), texts, origin, times) for part in parts):
            return None
    return first


def _ways(text: str, times: Times, language: str) -> Iterator[list[str]]:
    """Each way in which the sentence may have been joined from two or three parts."""
    joints = list(re.finditer(rf"(?P<joint>,? {re.escape(times.joint)} )|; ", text))[:_MOST_JOINTS]
    for number in range(1, _MOST_PARTS):
        for chosen in combinations(joints, number):
            bounds = [(0, 0), *(one.span() for one in chosen), (len(text), len(text))]
            parts = [text[one[1] : other[0]].rstrip(".") + "." for one, other in pairwise(bounds)]
            if _may_be(parts, chosen, times, language):
                yield parts


def _may_be(parts: Sequence[str], joints: Sequence[re.Match[str]], times: Times, language: str) -> bool:
    told = [tokens(part) for part in parts]
    reaches = any(joint["joint"] and turning(part, language) for joint, part in zip(joints, parts, strict=False))
    leans = any(low and low[0] in times.leaning for low in told[1:])
    return not reaches and not leans and all(len(low) >= _FEWEST for low in told)


def _part_fault(sentence: Sentence, texts: Sequence[str], origin: Origin, times: Times) -> Reason | None:
    first = strict.fault(sentence, texts, origin)
    ways = _moved_back(sentence.text, times, origin.language) if first else iter(())
    return None if any(not strict.fault(replace(sentence, text=way), texts, origin) for way in ways) else first


def _moved_back(text: str, times: Times, language: str) -> Iterator[str]:
    """The sentence with its time put to where it may have stood."""
    if (first := times.first.match(text)) and _tells_when(first[1], times, language):
        rest = text[first.end() :].rstrip(".").split(" ")
        for at in range(1, len(rest) + 1):
            if not _is_plain(rest[:at], times, language):
                return
            moved = " ".join([*rest[:at], _small(first[1]), *rest[at:]]) + "."
            yield moved
            yield moved[:1].upper() + moved[1:]
    if (last := times.last.search(text.rstrip("."))) and _tells_when(last[1], times, language):
        rest = text[: last.start()].split(" ")
        if _is_plain(rest, times, language):
            for behind in (text[: last.start()], _small(text[: last.start()])):
                yield f"{last[1]} {behind}."
                yield f"{last[1]}, {behind}."


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _tells_when(words: str, times: Times, language: str) -> bool:
    low = tokens(words)
    return any(token in times.words or _YEAR.fullmatch(token) for token in low) and not turning(words, language)


def _is_plain(words: Sequence[str], times: Times, language: str) -> bool:
    """Whether a time that passes over these words belongs to the same verb before and behind them."""
    text = " ".join(words)
    low = tokens(text)
    return (
        not re.search(r"[,;:()“”\"—–]", text)
        and not turning(text, language)
        and not any(
            w in times.scopes or w in SPEECH_VERBS or w.endswith("ing") or w in times.words or _YEAR.fullmatch(w)
            for w in low
        )
    )
