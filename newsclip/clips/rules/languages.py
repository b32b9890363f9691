"""In what language an article is written: writer and verifier must read it alike."""

from functools import lru_cache

from newsclip.clips.ports import SourceArticle
from newsclip.kernel.language import language_of


def language_of_article(article: SourceArticle) -> str:
    """The ISO 639-1 code that the article was given, else the one that its words tell; "" where they are too few."""
    return article.language[:2].lower() or _told(f"{article.title}\n{article.text}"[:2000])


@lru_cache(maxsize=256)
def _told(text: str) -> str:
    return language_of(text)
