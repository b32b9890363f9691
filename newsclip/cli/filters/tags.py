"""newsclip tags: hashtags, key phrases and category of a text."""

from collections.abc import Callable
from typing import Any

from newsclip.kernel.reasons import Refused
from newsclip.language import unspaced
from newsclip.wiring import embedder, taxonomy
from newsclip.writing.tags import tag


def make() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The filter: `{title?, text, language?, section?, url?}` gives hashtags, key phrases and categories."""
    vectors, categories = embedder(), taxonomy()

    def topics(row: dict[str, Any]) -> dict[str, Any]:
        text, title = row.get("text"), row.get("title") or ""
        if not isinstance(text, str) or not isinstance(title, str):
            raise Refused("bad_row", "text is missing")
        language, section, url = (str(row.get(name) or "") for name in ("language", "section", "url"))
        told = tag(
            title,
            text,
            embedder=vectors,
            language=language or unspaced.language(f"{title}\n{text}") or "en",
            section=section,
            url=url,
            taxonomy=categories,
        )
        return {
            "hashtags": list(told.hashtags),
            "keyphrases": list(told.keyphrases),
            "category": told.category,
            "categories": [{"name": name, "score": round(score, 4)} for name, score in told.categories],
        }

    return topics
