"""Whether the sentence around an answer of the glance gives that answer, plainly and as a fact.

Two or three words taken out of a sentence lose what it says around them: that somebody claims it, hopes for it, or
tells it of something else. So an answer stands only where nothing of that kind is near. English alone has the words.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Slot, SourceArticle
from newsclip.evidence.tokens import UPPER, tokens
from newsclip.evidence.verifier import datelines
from newsclip.evidence.verifier.glance.answers import (
    Answer,
    goes_on_with_a_verb,
    is_fact,
    is_in_main_clause,
    patterns_of,
    tag_behind,
)
from newsclip.evidence.verifier.glance.who import is_who
from newsclip.evidence.verifier.happenings import happened, is_doubted
from newsclip.kernel.reasons import Reason
from newsclip.language import quotation_marks
from newsclip.language.days import days
from newsclip.language.pos_tagger import tag_words
from newsclip.language.quantities import quantities
from newsclip.language.syntax import FINITE_TAGS
from newsclip.language.undated_weekdays import with_prepositions
from newsclip.language.word_lists import DATELINE_PLACES

_ENDS = re.compile(r"\s*(?:[.;,—–]|$)")
_GOES_ON = re.compile(rf",? [{UPPER}\d]|,? (?:and|or) [{UPPER}]")
_SAYS_MORE = re.compile(r"[^\W\d_]{3,}")
_LEADING = frozenset({"IN", "TO", "VBG", "VBN"})
_BESIDE_COUNT = 12  # characters before and behind a count that say of what it is a part
_LONGEST, _MOST = 150, 3  # characters of an answer; places of one sentence where its words may stand


def fault(slot: Slot, text: str, article: SourceArticle) -> Reason | None:
    """Why the sentences of the passage, which are `text`, do not give this answer; None where they do."""
    language = language_of_article(article)
    rule, known = _RULES.get(slot.question), patterns_of(language[:2])
    if rule is None or known is None or len(slot.value) > _LONGEST:
        return Reason("glance_unread")
    own = _without_dateline(quotation_marks.outside(text), article, language)
    own = with_prepositions(own, language) if slot.question == "when" else own
    found = [Answer(own, *span, slot, article, language, known) for span in _places(slot.value, own)]
    if not found:
        return Reason("value_not_held", {"value": slot.value})
    return None if any(map(rule, found[:_MOST])) else Reason("glance_not_told", {"value": slot.value})


def _places(value: str, own: str) -> Iterator[tuple[int, int]]:
    pattern = rf"(?<![\w’'\-]){re.escape(value)}(?![\w])" if value.strip() else r"(?!)"
    return (found.span() for found in re.finditer(pattern, own) if not quotation_marks.in_quotation(own, *found.span()))


def _without_dateline(own: str, article: SourceArticle, language: str) -> str:
    """The words with a blank for what the article's dateline says: where it was written is not where it happened."""
    found = re.match(r".{1,80}?(?:(?:[—–:]|--?)\s|\)(?: ?(?:[—–:]|--?)\s| |(?=\w)))", own)
    words = found.group().strip() if found else ""
    is_one = words and datelines.is_dateline(words, language, [article.publisher], [article.text])
    return " " * len(words) + own[len(words) :] if is_one else own


def _is_where(answer: Answer) -> bool:
    """The one place that the sentence names, in its main clause."""
    placed = list(answer.known.where.finditer(answer.own))
    if [found.span(1) for found in placed] != [(answer.start, answer.end)] or not is_in_main_clause(answer):
        return False
    if not _is_of_the_verb(answer):
        return False
    others = tokens(answer.before) + tokens(answer.behind)
    somebody = datelines.names_somebody(tokens(answer.slot.value), [answer.own], answer.language)
    return (
        not somebody
        and DATELINE_PLACES.isdisjoint(others)
        and not _GOES_ON.match(answer.behind)
        and not is_doubted(answer.own, answer.language)
    )


def _is_of_the_verb(answer: Answer) -> bool:
    """Whether a finite verb or the subject has the place, not words that lead in to it: "With two in Orlo,"."""
    tags = [tag for _, tag, start in tag_words(answer.own.strip()) if start < len(answer.before.strip())]
    return not FINITE_TAGS.isdisjoint(tags) or (bool(tags) and tags[0] not in _LEADING)


def _is_when(answer: Answer) -> bool:
    """The one day that the sentence names, which is that of what its main clause tells as done."""
    published = answer.article.published
    if published is None or not is_in_main_clause(answer):
        return False
    named = days(answer.own, published.date(), answer.language)
    if [(day.start, day.end, day.iso) for day in named] != [(answer.start, answer.end, answer.slot.day)]:
        return False
    said = answer.known.subordinate.search(answer.own, answer.end)  # "said on Monday that the quay will close"
    return happened(answer.own[: said.start() if said else None], published.date(), answer.language)


def _is_how_many(answer: Answer) -> bool:
    """A whole figure with what it counts, which nobody claims, doubts or expects, and which is no part of a toll."""
    near = [one for one in quantities(answer.own) if one.start < answer.end and answer.start < one.end]
    if len(near) != 1 or near[0].start < answer.start or answer.end < near[0].end:
        return False
    beside = answer.own[answer.start : near[0].start] + answer.own[near[0].end : answer.end]
    told = bool(answer.before.strip()) or goes_on_with_a_verb(answer)
    whole = tag_behind(answer, answer.end) not in {"NN", "NNS"}
    return told and whole and bool(_SAYS_MORE.search(beside)) and is_fact(answer) and not _is_part(answer)


def _is_part(answer: Answer) -> bool:
    """Whether the sentence counts all who died elsewhere, or the answer's count comes to others: "two more died"."""
    others = answer.known.total.search(answer.before) or answer.known.total.search(answer.behind)
    near = answer.own[max(0, answer.start - _BESIDE_COUNT) : answer.end + _BESIDE_COUNT]
    return bool(others or answer.known.growth.search(near))


def _is_why(answer: Answer) -> bool:
    """A reason to the end of its clause, of what the main clause tells, which nobody only claims."""
    opened = answer.known.reasons.match(answer.slot.value)
    upon = answer.slot.value.lower().startswith("after ") and answer.known.deeds.search(answer.before)
    whole = _ENDS.match(answer.behind) and not re.search(r"[,;:—–]", answer.slot.value)
    return bool((opened or upon) and whole) and is_in_main_clause(answer) and is_fact(answer)


_RULES: Mapping[str, Callable[[Answer], bool]] = {
    "who": is_who,
    "where": _is_where,
    "when": _is_when,
    "how_many": _is_how_many,
    "why": _is_why,
}
