"""In what language an article is written: writer and verifier must read it alike."""

from functools import lru_cache

from newsclip.clips.ports import SourceArticle
from newsclip.kernel.language import language_of

_PART, _LEAST = 1000, 120  # characters; set by hand: of less text py3langid is often mistaken


def language_of_article(article: SourceArticle) -> str:
    """The ISO 639-1 code that the article was given, else the one that its words tell; "" where they are too few."""
    return article.language[:2].lower() or _told(f"{article.title}\n{article.text}"[:2000])


def sure_language(article: SourceArticle) -> str:
    """The article's language where what it was given and what its beginning and its end tell agree; "" elsewhere."""
    text = f"{article.title}\n{article.text}"
    parts = (text[:_PART], text[-_PART:]) if len(text) > 2 * _PART else (text[: 2 * _PART],)
    named = {_told(part) for part in parts if len(part) >= _LEAST} | {article.language[:2].lower()} - {""}
    return named.pop() if len(named) == 1 else ""


@lru_cache(maxsize=256)
def _told(text: str) -> str:
    return language_of(text)
