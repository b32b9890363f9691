"""A summary for a clip that lost its own: from its text, what an article begins with, or what the text does."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from newsclip.evidence.document import Articles, Document, Paragraph, Section, Sentence
from newsclip.evidence.verifier import coreference, judge_heading
from newsclip.evidence.visitor import Transformer, map_sentences
from newsclip.language.unspaced import count_words

# as the writer's (writing.extractive.summary)
_WORDS, _ENOUGH, _MOST = 60, 25, 3  # words at most; words that are enough; sentences


def with_summary(document: Document, articles: Articles) -> Document | None:
    """The document, or one with a summary of its text's sentences where it has none, and these nowhere else.

    The first sentence of an article was written to stand at the top. Without one, what the text begins with moves up:
    everything stands behind what it stood behind.
    """
    raised = () if document.summary else _raised(document, articles)
    if not raised:
        return document
    rest = map_sentences(document, _Below(raised, articles))
    return replace(rest, summary=raised) if rest else None


def _raised(document: Document, articles: Articles) -> tuple[Sentence, ...]:
    runs = [b.sentences for section in document.sections for b in section.blocks if isinstance(b, Paragraph)]
    leads = (run[k:] for run in runs for k, sentence in enumerate(run) if opens(sentence, articles))
    return _fitting(next(leads, runs[0] if runs else ()))


def opens(sentence: Sentence, articles: Articles) -> bool:
    """Whether its article begins with it."""
    first = sentence.evidence[0]
    article = articles.get((first.article, first.revision))
    return article is not None and first.part == "text" and not article.text[: first.start].strip()


def _fitting(run: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The first sentences of the run, of one article, up to what a summary may have."""
    one = [*takewhile(lambda sentence: sentence.evidence[0].article == run[0].evidence[0].article, run[:_MOST])]
    words = [sum(count_words(sentence.text) for sentence in one[: k + 1]) for k in range(len(one))]
    return tuple(s for k, s in enumerate(one) if not k or (words[k - 1] < _ENOUGH and words[k] <= _WORDS))


class _Below(Transformer):
    """What is left below a summary that was raised from the text: no sentence whose "he" would mean another now."""

    def __init__(self, raised: tuple[Sentence, ...], articles: Articles) -> None:
        self._raised = raised
        self._articles = articles
        self._above = [*raised]

    def text(self, run: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(sentence for sentence in run if sentence not in self._raised and self._stands(sentence))

    def _stands(self, sentence: Sentence) -> bool:
        stands = not coreference.fault(sentence, self._above, self._articles)
        self._above.extend([sentence] if stands else [])
        return stands

    def heading(self, heading: Sentence, before: Section, now: Section) -> Sentence | None:
        verdict = judge_heading(now, self._articles) if now != before else None
        return heading if verdict is None or verdict.supported else None
