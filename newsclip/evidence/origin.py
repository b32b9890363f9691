"""Where passages are from: what a rule has to know of the articles that it reads words of."""

from collections.abc import Iterable
from dataclasses import dataclass

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import SourceArticle


@dataclass(frozen=True, slots=True)
class Origin:
    """Where passages are from: their language (ISO 639-1, "" where not sure), their publishers' names and domains.

    `texts`: the articles whole, which tell whether a dateline names a place or a person.
    """

    language: str
    publishers: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def origin_of(articles: Iterable[SourceArticle]) -> Origin:
    """Where these articles' passages are from; no language where they are not all of one."""
    cited = list(articles)
    languages = {language_of_article(article) for article in cited}
    publishers = dict.fromkeys(name for article in cited for name in (article.publisher, article.domain) if name)
    return Origin(languages.pop() if len(languages) == 1 else "", tuple(publishers), tuple(a.text for a in cited))
