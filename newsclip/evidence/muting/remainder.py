"""What is left of a clip, place by place, when some of its passages go."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from newsclip.evidence.document import (
    Articles,
    Disagreement,
    Document,
    Moment,
    Quote,
    Section,
    Sentence,
    Slot,
    SourceArticle,
    SourceReference,
    Verdict,
    by_revision,
)
from newsclip.evidence.edits import JUDGED
from newsclip.evidence.muting import headlines, introductions
from newsclip.evidence.muting.other_tellings import other_tellings
from newsclip.evidence.muting.raised_summary import opens
from newsclip.evidence.verifier import (
    coreference,
    judge_heading,
    judge_quote,
    judge_sentence,
    words_of,
)
from newsclip.evidence.visitor import Statement, Transformer, sentences_and_quotations, texts
from newsclip.kernel.spans import Passage

type Said = Sentence | Quote

_BETWEEN = 2  # characters between two sentences, at most: a blank line


class Remainder(Transformer):
    """What is left of a clip of the passages that are kept, and of these `sources`.

    A sentence stays on those of its passages that bear it; where it `moves`, on another source's that has its words.
    Below the first that goes, each must still be understood: whom "he" means, who Holm is, what "the caller" is.
    """

    def __init__(
        self,
        document: Document,
        keeps: Callable[[Passage], bool],
        articles: Sequence[SourceArticle],
        sources: Sequence[SourceReference],
        *,
        moves: bool = False,
    ) -> None:
        self.sources = sources
        self._moves = moves
        self.known = by_revision(articles)
        self._document = document
        self._keeps = keeps
        self._was: list[Said] = []
        self._above: list[Said] = []
        self._headlines: tuple[list[Said], list[Said]] = ([], [])
        self._changed = False
        self._parted: Said | None = None

    @cached_property
    def articles(self) -> list[SourceArticle]:
        """The revisions of the sources that are left, in the sources' order."""
        order = {source.article: number for number, source in enumerate(self.sources)}
        return sorted((a for a in self.known.values() if a.id in order), key=lambda article: order[article.id])

    @cached_property
    def _others(self) -> list[SourceArticle]:
        """The articles that are left, first those that say word for word most of what goes."""
        going = [said.text for said in sentences_and_quotations(self._document) if not self._holds(said)]
        alike = {article.id: sum(text in article.text for text in going) for article in self.articles}
        return sorted(self.articles, key=lambda article: -alike[article.id])

    def headline(self, headline: Sentence) -> Sentence | None:
        kept = self.sentence(headline) or self._title()
        self._headlines = ([headline], [kept] if kept else [])
        self._changed = kept is not headline
        return kept

    def _title(self) -> Sentence | None:
        told = [said.text for said in sentences_and_quotations(self._document) if self._holds(said)]
        return headlines.best_title(self.articles, told or texts(self._document), self.known)

    def sentence(self, sentence: Sentence) -> Sentence | None:
        return self._on_what_is_left(sentence, judge_sentence)

    def text(self, run: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(kept for sentence in run if (kept := self._read_on(sentence)))

    def _read_on(self, sentence: Sentence) -> Sentence | None:
        """The sentence, where it is understood behind what is left above it."""
        kept = self.sentence(sentence)
        self._changed = self._changed or kept is not sentence
        if kept and self._changed and not self._is_understood(sentence, kept):
            kept = None
        self._note(sentence, kept)
        return kept

    def _is_understood(self, was: Sentence, kept: Sentence) -> bool:
        """Whether it reads well here; what another article's words say twice need not be said again."""
        if self._parted and _goes_on(self._parted, was) and not opens(kept, self.known):
            return False
        if kept is not was and any(kept.text == said.text for said in self._above):
            return False
        return not (coreference.fault(kept, self._above, self.known) or self._lost(kept))

    def _lost(self, sentence: Sentence) -> frozenset[str]:
        """What the sentence takes for known, and nothing above it tells any more, the headline included."""
        was, now = self._headlines
        return introductions.lost(sentence, [*was, *self._was], [*now, *self._above], self.known)

    def _note(self, was: Said, kept: Said | None) -> None:
        """Remember what stood here, and what does now."""
        self._was.append(was)
        self._changed = self._changed or kept is not was
        self._parted = None if kept else was
        self._above.extend([kept] if kept else [])

    def bullets(self, items: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(kept for item in items if (kept := self._apart(item)))

    def moment(self, moment: Moment) -> Moment | None:
        kept = self._apart(moment.sentence)
        return replace(moment, sentence=kept) if kept else None

    def _apart(self, sentence: Sentence) -> Sentence | None:
        """What stands in a list: it follows nothing, but may speak of what the text brought in."""
        kept = self.sentence(sentence)
        return None if kept and self._changed and self._lost(kept) else kept

    def slot(self, slot: Slot) -> Slot | None:
        return slot if self._holds(slot) else None

    def quote(self, quote: Quote) -> Quote | None:
        kept = self._on_what_is_left(quote, judge_quote)
        self._note(quote, kept)
        return kept

    def heading(self, heading: Sentence, before: Section, now: Section) -> Sentence | None:
        if not self._holds(heading):
            return None
        verdict = judge_heading(now, self.known) if now != before else None
        return heading if verdict is None or verdict.supported else None

    def disagreement(self, disagreement: Disagreement) -> Disagreement | None:
        return disagreement if all(map(self._holds, disagreement.claims)) else None

    def _holds(self, said: Statement) -> bool:
        return all(map(self._keeps, said.evidence))

    def _on_what_is_left[S: (Sentence, Quote)](self, said: S, judge: Callable[[S, Articles], Verdict]) -> S | None:
        """What is said, on the passages that are left or on another article's; None where these do not bear it."""
        if self._holds(said):
            return said
        others = tuple(filter(self._keeps, said.evidence))
        kept = replace(said, evidence=others) if others else None
        if kept and judge(kept, self.known).supported:
            return kept
        first = said.evidence[0]
        own = self.known.get((first.article, first.revision))
        if not self._moves or own is None:  # of an article that was taken down not even a reprint's words stay
            return None
        words = (words_of(first, self.known) or "") if _rests_on_one(said) else ""
        articles = [other for other in self._others if _are_of_one_day(other, own)]
        return next((o for o in other_tellings(said, words, articles) if judge(o, self.known).supported), None)


def _are_of_one_day(one: SourceArticle, other: SourceArticle) -> bool:
    """Whether "on Monday" means the same day in both."""
    days = {article.published.date() if article.published else None for article in (one, other)}
    return len(days) == 1


def _rests_on_one(said: Statement) -> bool:
    """Whether it has one passage; a headline's title stands for itself."""
    return len(said.evidence) == 1 or said.evidence[0].part == "title"


def _goes_on(before: Said, sentence: Sentence) -> bool:
    """Whether the sentence stood right behind this one in its article, too."""
    last, first = before.evidence[0], sentence.evidence[0]
    same = (last.article, last.revision, last.part) == (first.article, first.revision, first.part)
    return same and 0 <= first.start - last.end <= _BETWEEN


class Unjudged(Remainder):
    """What is left of a clip without the sentences that a language model let pass."""

    def sentence(self, sentence: Sentence) -> Sentence | None:
        return None if JUDGED in sentence.edits else super().sentence(sentence)

    def heading(self, heading: Sentence, before: Section, now: Section) -> Sentence | None:
        return None if JUDGED in heading.edits else super().heading(heading, before, now)
