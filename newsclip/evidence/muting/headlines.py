"""The headline of a clip that lost its own: of the titles that are left, one that states the news."""

import re
from collections.abc import Iterable, Iterator, Sequence

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Articles, Sentence, SourceArticle
from newsclip.evidence.edits import Edit
from newsclip.evidence.verifier import judge_headline
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.content_words import content_stems
from newsclip.language.guards import guards_of, stands_in
from newsclip.language.quotation_marks import closed
from newsclip.language.titles import shouts, states
from newsclip.language.unspaced import count_words

# The limits and weights are those by which the writer chooses a title (writing.extractive.headline).
_FEWEST, _MOST, _LONG = 6, 14, 90  # words; characters
_VOICES = re.compile(r"!|[\"“]|(?<!\w)['‘]")
_PARTS = re.compile(r"[:;?] | [–—-] ")
_FIGURE = re.compile(r"\d+")
_ASKS = re.compile(r"[?？…]$|\.\.\.$")
_LABEL = re.compile(r"[:|]")
_SITE = re.compile(r"\s{1,9}[|•·»–—-]\s{1,9}([^|•·»–—]{2,40})$")


def best_title(articles: Sequence[SourceArticle], told: Iterable[str], known: Articles) -> Sentence | None:
    """The best of these articles' titles under which to tell these sentences; the first of those that are as good."""
    lines = [*told]
    reporting = [article for article in articles if not _is_view(article)] or articles
    titles = [_title(article, known) for article in reporting if article.title.strip()]
    merits = [_merit(title.text, lines, language_of_article(known[_key(title)])) for title in titles]
    return titles[max(range(len(titles)), key=lambda i: (round(merits[i], 6), -i))] if titles else None


def _is_view(article: SourceArticle) -> bool:
    """Whether its section, or the label before its title, is that of words that report nothing: "Opinion"."""
    guards = guards_of(language_of_article(article))
    labels = (article.section, _LABEL.split(article.title, maxsplit=1)[0])
    return guards is not None and any(stands_in(label, guards.genre) for label in labels)


def _key(title: Sentence) -> tuple[str, int]:
    return title.evidence[0].article, title.evidence[0].revision


def _title(article: SourceArticle, known: Articles) -> Sentence:
    """The article's title, which is evidence for itself, without the name of its site where that may be left out."""
    whole = Passage(article.id, article.revision, 0, len(article.title), digest_of(article.title), "title")
    cut = next((one for one in _cuts(article, whole) if judge_headline(one, known).supported), None)
    return cut or Sentence(article.title.strip(), (whole,))


def _cuts(article: SourceArticle, whole: Passage) -> Iterator[Sentence]:
    title = article.title.strip()
    site = _SITE.search(title)
    if site and site[1].strip().casefold() in {article.publisher.casefold(), article.domain.casefold()}:
        yield Sentence(title[: site.start()], (whole,), (str(Edit(title[site.start() :].strip())),))


def _merit(title: str, told: Sequence[str], language: str) -> float:
    """How good a headline the title is: about what is told, a statement of good length."""
    stems = content_stems(title, language)
    about = [len(stems & content_stems(line, language)) / max(1, len(stems)) for line in told]
    length = 1.0 if _FEWEST <= count_words(title) <= _MOST and len(title) <= _LONG else 0.6
    figures = frozenset(_FIGURE.findall(title)).difference(*(_FIGURE.findall(line) for line in told))
    faults = (
        (2.0, bool(figures)),  # a count that nothing below tells may be an older one
        (1.0, bool(_ASKS.search(title)) or not closed(title)),
        (0.8, not states(title, language)),
        (0.5, shouts(title)),
        (0.3, bool(_VOICES.search(title))),
        (0.2, bool(_PARTS.search(title))),
    )
    return sum(about) / max(1, len(about)) + length - sum(cost for cost, found in faults if found)
