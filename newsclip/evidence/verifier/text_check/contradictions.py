"""Whether one word alone parts a sentence from a passage: put the passage's there, and it stands. Of a figure it is
enough that the passage has all that matters of the sentence (`tells_otherwise`).

That the passage tells otherwise is not enough: no sentence that speaks of the same may have the word, and the two may
not be names or figures for one thing. A sentence that these leave in doubt is not found, and not contradicted.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Articles, SourceArticle
from newsclip.evidence.ports import CheckedSentence, Differing
from newsclip.evidence.tokens import TOKEN, negates, tokens
from newsclip.evidence.verifier.enclosing_sentences import whole_sentences
from newsclip.evidence.verifier.text_check.details import Detail, details_of, holds
from newsclip.evidence.verifier.text_check.near_passages import NearPassages, stems_of
from newsclip.evidence.verifier.text_check.other_figures import may_be_both, tells_otherwise
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.guards import guards_of

_MOST_TRIED = 4  # words of a passage that could stand for one of the claim
_SAME_MATTER = 0.4  # of the weight of its other words; not tuned
_CONTEXT = 800  # characters before a passage, that say whom it speaks of

type Stands = Callable[[str, Passage, Articles], bool]
type Found = tuple[Differing, str, int, str]  # kind, the claim's words, where they begin in it, the passage's words


def contradicted(
    claim: str, near: Sequence[Passage], passages: NearPassages, articles: Articles, stands: Stands
) -> CheckedSentence | None:
    """The word of the claim that a passage has otherwise; None where no word alone parts the two."""
    for passage in near:
        article = articles[passage.article, passage.revision]
        for differs, said, at, held in (
            *_detail(claim, passage, article, passages, articles, stands),
            *_negation(claim, passage, article, articles, stands),
        ):
            return CheckedSentence(claim, "contradicted", (passage,), differs=differs, said=said, held=held, said_at=at)
    return None


def _detail(
    claim: str, passage: Passage, article: SourceArticle, passages: NearPassages, articles: Articles, stands: Stands
) -> Iterator[Found]:
    language, held = language_of_article(article), whole_sentences(passage, article)
    absent = [one for one in details_of(claim, language) if not holds(held, one, language)]
    if len(absent) != 1:
        return
    said = absent[0]
    others = [one for one in details_of(held, language) if one.kind == said.kind and not holds(claim, one, language)]
    differing = [one for one in others if said.differs_from(one)]
    if said.kind == "figure":
        differing = [one for one in differing if not may_be_both(claim, said, held, one, differing, language)]
    for other in differing[:_MOST_TRIED]:
        instead = claim[: said.start] + other.text + claim[said.end :]
        if stands(instead, passage, articles) and not _told_elsewhere(claim, said, other, passages, language):
            yield said.kind, said.text, said.start, other.text
            return
    alike = [one for one in differing if said.kind == "figure" and tells_otherwise(claim, said, held, one, language)]
    if len(alike) == 1 and not _told_elsewhere(claim, said, alike[0], passages, language):
        yield said.kind, said.text, said.start, alike[0].text


def _told_elsewhere(claim: str, said: Detail, other: Detail, passages: NearPassages, language: str) -> bool:
    """Whether a sentence about the same has the claim's word, or one names both as one. A figure that may mean either
    ("at least nine" beside nine and eleven) speaks for neither.
    """
    rest = claim[: said.start] + claim[said.end :]
    if any(
        holds(words, said, language) and not (said.kind == "figure" and holds(words, other, language))
        for words in passages.speaking_of(rest, _SAME_MATTER)
    ):
        return True
    if said.kind != "name":
        return False
    ours, theirs = set(tokens(said.text)), set(tokens(other.text))
    return any(name & (ours - theirs) and name & (theirs - ours) for name in passages.names())


def _negation(
    claim: str, passage: Passage, article: SourceArticle, articles: Articles, stands: Stands
) -> Iterator[Found]:
    language, held = language_of_article(article), whole_sentences(passage, article)
    if _narrows(held, claim, language):
        return
    for rest, said, at in _without_negation(claim):
        if (told := _same_word(said, held, language)) and stands(rest, passage, articles):
            yield "negation", said, at, told.group()
            return
    for rest, denied, _ in _without_negation(held):
        told = _same_word(denied, claim, language)
        if told and stands(claim, *_alone(rest, passage, article, articles)):
            yield "negation", told.group(), told.start(), denied
            return


def _narrows(held: str, claim: str, language: str) -> bool:
    """Whether the passage has a condition or contrast that the claim leaves out: "not until Friday", "not only"."""
    guards = guards_of(language)
    if guards is None:
        return True
    kept = (guards.condition or frozenset()) | (guards.contrast or frozenset())
    return not kept.isdisjoint(set(tokens(held)) - set(tokens(claim)))


def _without_negation(text: str) -> Iterator[tuple[str, str, int]]:
    """The text without each of its words that deny; that word with the one behind it, and where it begins."""
    found = list(TOKEN.finditer(text))
    for at, match in enumerate(found):
        word = match.group().replace("’", "'")
        if not negates(word.lower()) or at + 1 >= len(found):
            continue
        short = word.lower().endswith("n't")
        kept, end = (text[match.start() : match.end() - 3], match.end()) if short else ("", found[at + 1].start())
        rest = text[: match.start()] + kept + text[end:]
        yield rest[:1].upper() + rest[1:], text[match.start() : found[at + 1].end()], match.start()


def _same_word(denied: str, other: str, language: str) -> re.Match[str] | None:
    """The word of the other text that is what is denied, where it has one."""
    wanted = stems_of(TOKEN.findall(denied)[-1], language)
    return next((word for word in TOKEN.finditer(other) if stems_of(word.group(), language) <= wanted), None)


def _alone(
    words: str, passage: Passage, article: SourceArticle, articles: Articles
) -> tuple[Passage, dict[tuple[str, int], SourceArticle]]:
    """The article as if the passage said these words, and they its end."""
    before = article.text[max(0, passage.start - _CONTEXT) : passage.start] if passage.part == "text" else ""
    told = replace(article, text=before + words)
    here = Passage(passage.article, passage.revision, len(before), len(before + words), digest_of(words))
    return here, {**articles, (article.id, article.revision): told}
