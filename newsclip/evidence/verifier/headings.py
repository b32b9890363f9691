"""Whether a heading rests on the section that it heads."""

from collections.abc import Sequence
from itertools import pairwise

from newsclip.evidence.document import Quote, Section, Sentence
from newsclip.evidence.edits import ROLE
from newsclip.evidence.origin import Origin
from newsclip.evidence.tokens import tokens
from newsclip.evidence.verifier import roles, strict
from newsclip.evidence.verifier.alignment import words_of_text
from newsclip.evidence.visitor import below_heading, passages
from newsclip.kernel.reasons import Reason
from newsclip.language import quotation_marks
from newsclip.language.guards import guards_of, turning
from newsclip.language.pack import english
from newsclip.language.pack_tables import Guards
from newsclip.language.pos_tagger import tag_words
from newsclip.language.syntax import NO_PARSER, Parser
from newsclip.language.verifier_tables.values import PhraseWords

_PHRASES = english(PhraseWords)
_LONGEST = 6  # words; the longer a phrase the more it states
_NEAR, _BESIDE = 5, 3  # words beside a heading that can deny what it names, or leave it to somebody to say so
_ASSERTING = ("VBD", "VBZ", "VBP", "MD")


def fault(
    heading: Sentence, texts: list[str], section: Section, origin: Origin, parser: Parser = NO_PARSER
) -> Reason | None:
    """Why the heading may not head the section; None where it may. `texts`: the words of its passages."""
    below = [said for _, said in below_heading(section)]
    if ROLE in heading.edits:
        speakers = [said.speaker for said in below if isinstance(said, Quote)]
        told = [said.text for said in below if isinstance(said, Sentence)]
        return roles.fault(heading.text, told, speakers, section.type)
    if section.type:
        return Reason("role_unknown")
    titled = {passage.article for passage in heading.evidence if passage.part == "title"}
    if titled:
        return _of_another(titled, below) or strict.fault(heading, texts, origin)
    if not set(passages(below)).intersection(heading.evidence):
        return Reason("heading_elsewhere")
    if len(tokens(heading.text)) > _LONGEST or heading.edits:
        return strict.fault(heading, texts, origin, parser)
    wrong = phrase_fault(heading.text, texts, origin.language)
    return wrong if wrong and strict.fault(heading, texts, origin) else None


def _of_another(titled: set[str], below: list[Sentence | Quote]) -> Reason | None:
    """A publisher's title heads what that article tells, and nothing else."""
    others = any(titled.isdisjoint(passage.article for passage in said.evidence) for said in below)
    return Reason("title_elsewhere") if others or not below else None


def phrase_fault(text: str, texts: Sequence[str], language: str) -> Reason | None:
    """Why these are not a few words that stand in a row in a passage and state nothing by themselves."""
    wanted = tuple(tokens(text))
    rows = [(held, start) for held in texts for start in _rows(held, wanted)]
    guards = guards_of(language)
    if not rows:
        return Reason("heading_not_held", {"words": text})
    if word := turning(text, language):
        return Reason("heading_turning", {"word": word})
    if not (guards and guards.phrases and any(_names_only(held, start, len(wanted)) for held, start in rows)):
        return Reason("heading_states", {"words": text})
    if all(_is_doubted(held, start, len(wanted), guards) for held, start in rows):
        return Reason("heading_states", {"words": text})
    return None


def _rows(text: str, wanted: tuple[str, ...]) -> list[int]:
    held = words_of_text(text).low
    if not wanted:
        return []
    return [i for i in range(len(held) - len(wanted) + 1) if held[i : i + len(wanted)] == wanted]


def _names_only(text: str, start: int, size: int) -> bool:
    spans = words_of_text(text).spans[start : start + size]
    tags = {at: tag for _, tag, at in tag_words(text)}
    held = [tags.get(at, "") for at, _ in spans]
    named = [text[at].isupper() for at, _ in spans]
    called = any(name and a.startswith("NN") and b == "DT" for name, (a, b) in zip(named, pairwise(held), strict=False))
    return not called and not any(tag.startswith(_ASSERTING) for tag in held)


def _is_doubted(text: str, start: int, size: int, guards: Guards) -> bool:
    """Whether what stands beside the words says that there may be no such thing: "no evidence of fraud".

    A name stands for whom or what it names, whatever is said of it. What is quoted is not the journalist's to name.
    """
    words = words_of_text(text)
    if all(text[words.spans[i][0]].isupper() or words.low[i] in _PHRASES.small for i in range(start, start + size)):
        return False
    if quotation_marks.enclosed(text, words.spans[start][0], words.spans[start + size - 1][1]):
        return True
    first, last = max(0, start - _NEAR), min(len(words.low), start + size + _NEAR)
    begin = max((i for i in range(first, start + 1) if words.opens[i]), default=first)
    end = next((i for i in range(start + size, last) if words.opens[i]), last)
    before, behind = words.low[begin:start], words.low[start + size : end]
    denials, claims = guards.negation or frozenset(), (guards.attribution or frozenset()) - _PHRASES.says
    doubts = (denials | (guards.hedge or frozenset()) | _PHRASES.in_case) - _PHRASES.to_come
    firm = denials - _PHRASES.negated
    return (
        # "would not raise the toll": there is one
        any(word in firm or _PHRASES.definite.isdisjoint(before[i:]) for i, word in enumerate(before) if word in doubts)
        or not claims.isdisjoint(before[-_BESIDE:])
        or not denials.isdisjoint(behind)
    )
