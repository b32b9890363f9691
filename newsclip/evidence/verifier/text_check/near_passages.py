"""Which sentences of the articles are nearest to a claim: by the words that they share, the rare ones counting most."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from typing import cast

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.article_length import within_reach
from newsclip.evidence.document import SourceArticle
from newsclip.evidence.tokens import tokens
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.correction_notes import is_correction_note
from newsclip.language.names import find_names
from newsclip.language.tokens import sentences, stem

_LEAST = 0.25  # of the weight of a claim's words; a bound on the work, not tuned
_NOTE = 300  # characters of a paragraph, that tell a note
_LEADING = 3  # sentences that say whom a pronoun means


class NearPassages:
    """The titles and sentences of some articles."""

    def __init__(self, articles: Sequence[SourceArticle]) -> None:
        self._held = [
            (passage, words, stems_of(words, language_of_article(article)))
            for article in articles
            for passage, words in passages_of(article)
        ]
        self._languages = {language_of_article(article) for article in articles}
        self._articles, self._names = articles, cast("list[frozenset[str]] | None", None)
        self._holding = Counter(one for _, _, held in self._held for one in held)

    def of(self, claim: str, most: int, least: float = _LEAST) -> list[Passage]:
        """The nearest passages, the best first; none that shares less than `least` of its words, by weight."""
        wanted = self._stems(claim)
        whole = sum(map(self._weight, wanted))
        scored = [(self._share(wanted & held, whole), -n, passage) for n, (passage, _, held) in enumerate(self._held)]
        best = sorted((one for one in scored if one[0] >= least), key=lambda one: one[:2], reverse=True)
        return [passage for _, _, passage in best[:most]]

    def speaking_of(self, claim: str, least: float) -> Iterator[str]:
        """The words of all sentences that share at least this much of the claim's."""
        wanted = self._stems(claim)
        whole = sum(map(self._weight, wanted))
        return (words for _, words, held in self._held if self._share(wanted & held, whole) >= least)

    def names(self) -> list[frozenset[str]]:
        """The words of each name in the articles, in lower case."""
        if self._names is None:
            found = (
                name.text
                for a in self._articles
                for name in find_names(a.title + "\n" + a.text, language_of_article(a))
            )
            self._names = [frozenset(tokens(name)) for name in dict.fromkeys(found)]
        return self._names

    def before(self, passage: Passage) -> list[str]:
        """The sentences that lead to it in its article, the nearest last."""
        row = [one for one, _, _ in self._held if (one.article, one.part) == (passage.article, passage.part)]
        at = row.index(passage) if passage in row else 0
        wanted = set(row[max(0, at - _LEADING) : at])
        return [words for one, words, _ in self._held if one in wanted]

    def _stems(self, claim: str) -> frozenset[str]:
        return frozenset[str]().union(*(stems_of(claim, language) for language in self._languages))

    def _share(self, shared: frozenset[str], whole: float) -> float:
        return sum(map(self._weight, shared)) / whole if whole else 0.0

    def _weight(self, one: str) -> float:
        return log((len(self._held) + 2) / (self._holding[one] + 1))


def stems_of(text: str, language: str) -> frozenset[str]:
    return frozenset(stem(word, language or "en") for word in tokens(text))


def passages_of(a: SourceArticle) -> Iterator[tuple[Passage, str]]:
    """The title and the sentences of an article, with their words; not what it notes of its own corrections."""
    if a.title.strip():
        yield Passage(a.id, a.revision, 0, len(a.title), digest_of(a.title), "title"), a.title
    for span in sentences(within_reach(a.text)):
        if is_correction_note(a.text[a.text.rfind("\n", 0, span.start) + 1 :][:_NOTE]):
            continue
        words = span.of(a.text)
        yield Passage(a.id, a.revision, span.start, span.end, digest_of(words)), words
