"""Topics of an article or a story: hashtags, key phrases, category."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsclip.evidence.article_length import within_reach
from newsclip.language.names import find_names
from newsclip.language.vectors import Embedder
from newsclip.writing.tags import hashtags
from newsclip.writing.tags.articles import Article, ClipText, Tagged
from newsclip.writing.tags.categories import (
    HAPPENINGS,
    WHERE,
    Categorised,
    categorise,
    general_if_unsure,
    with_finer,
    without_unsaid,
)
from newsclip.writing.tags.clip_topics import lesser_names, told_names, told_phrases, told_words
from newsclip.writing.tags.find_concepts import find_concepts
from newsclip.writing.tags.hashtags import Topics
from newsclip.writing.tags.keyphrases import Phrase, mixed, rank, telling_words
from newsclip.writing.tags.taxonomy import TAXONOMY, Category, taxonomy_from
from newsclip.writing.tags.themes import Told, lesser_themes, main_themes, told_themes

__all__ = ["TAXONOMY", "Category", "ClipText", "Tags", "tag", "tag_story", "taxonomy_from"]


@dataclass(frozen=True, slots=True)
class Tags:
    """`hashtags`: up to six, with "#". `keyphrases`: up to ten, best first. `categories`: scores that add up to 1.

    `by` says what decided the category ("section", "address", "model", "themes", "none"), `reasons` the terms that
    spoke for it.
    """

    hashtags: tuple[str, ...]
    keyphrases: tuple[str, ...]
    category: str
    categories: tuple[tuple[str, float], ...]
    by: str = ""
    reasons: tuple[str, ...] = ()


def tag(  # noqa: PLR0913
    title: str,
    text: str,
    *,
    embedder: Embedder,
    language: str = "en",
    section: str = "",
    url: str = "",
    taxonomy: tuple[Category, ...] = TAXONOMY,
) -> Tags:
    """The topics of one article."""
    return tag_story([Article(title, text, section, url, language)], embedder=embedder, taxonomy=taxonomy)


def tag_story(
    articles: Sequence[Tagged],
    *,
    embedder: Embedder,
    taxonomy: tuple[Category, ...] = TAXONOMY,
    told: ClipText | None = None,
) -> Tags:
    """The topics of several articles together: what more of them name and are about counts more.

    `told`: what a clip says of them. A hashtag is of a theme that it tells and of what its headline or summary names,
    or two sentences below: there a reader looks for it. Headline and summary come first.
    """
    articles = [Article(a.title, within_reach(a.text), a.section, a.url, a.language) for a in articles]
    ranked = [rank(a.text, embedder, a.language or "en", a.title) for a in articles]
    phrases = _merged(ranked)
    named = [(a.language, a.title, a.text, find_names(a.text or a.title, a.language or "en")) for a in articles]
    language = (articles[0].language or "en")[:2] if articles else "en"
    themed = [told_themes(article) for article in articles]
    in_clip = told_themes(told.as_article(language)) if told else None
    about = main_themes(themed, in_clip)
    topics = Topics(find_concepts(named, told.headline if told else ""), phrases, themes=about)
    if told:
        words = told_words(ranked, told, language, about)
        topics = Topics(
            told_names(topics.names, told),
            told_phrases(phrases, ranked, told),
            words,
            about,
            topics.names,
            lesser_themes(themed, in_clip) if in_clip else (),
            lesser_names(topics.names, told),
        )
    decided = [
        categorise(article, embedder=embedder, taxonomy=taxonomy, weights=themes.categories)
        for article, themes in zip(articles, themed, strict=True)
    ]
    scores = _averaged(decided, themed, in_clip)
    best = scores[0][0] if scores else "General"
    deciding = next((one for one in decided if one.category == best), None)
    return Tags(
        hashtags=hashtags.choose(topics, language, " ".join(a.title for a in articles)),
        keyphrases=mixed(phrases, telling_words("\n".join(article.text for article in articles), language)),
        category=best,
        categories=scores,
        by=deciding.by if deciding else "themes" if articles else "",
        reasons=deciding.reasons if deciding else (),
    )


def _merged(ranked: Sequence[Sequence[Phrase]]) -> list[Phrase]:
    """One order of several articles' phrases: by the sum of their scores."""
    if len(ranked) == 1:
        return list(ranked[0])
    best: dict[tuple[str, ...], Phrase] = {}
    totals: Counter[tuple[str, ...]] = Counter()
    for phrases in ranked:
        for phrase in phrases:
            best.setdefault(phrase.stems, phrase)
            totals[phrase.stems] += phrase.score  # type: ignore[assignment]
    return [best[stems] for stems in sorted(totals, key=lambda stems: (-totals[stems], stems))]


def _averaged(
    decided: Sequence[Categorised], themed: Sequence[Told], in_clip: Told | None
) -> tuple[tuple[str, float], ...]:
    """The mean scores, best first; themes may name a finer category where no publisher named one."""
    totals: dict[str, float] = {}
    weights: dict[str, float] = {}
    for one, themes in zip(decided, themed, strict=True):
        for name, score in one.scores:
            totals[name] = totals.get(name, 0.0) + score / len(decided)
        for name, weight in themes.categories.items():
            weights[name] = weights.get(name, 0.0) + weight / len(decided)
    told = in_clip.categories if in_clip else None
    voted = [one.category for one in decided if one.by in {"section", "address"}]
    if not voted:
        totals = without_unsaid(with_finer(totals, weights, told), weights)
        totals = general_if_unsure(totals, weights)
    elif set(voted) == {WHERE}:
        totals = with_finer(totals, weights, told, HAPPENINGS)
    return tuple(sorted(totals.items(), key=lambda pair: (-pair[1], pair[0])))
