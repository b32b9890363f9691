"""What machines are told about a clip's page: JSON-LD in the words of schema.org."""

import json
from typing import Any

from django.utils.safestring import SafeString

from newsclip.articles.models import Picture
from newsclip.clips.models import Clip
from newsclip.options import OPTIONS
from newsclip.web.pages.clip_document import ReadyClip, Source

_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def json_ld(clip: Clip, ready: ReadyClip, picture: Picture | None) -> SafeString:
    """The clip as a NewsArticle based on (`isBasedOn`) the articles it rests on. Never claims their authorship."""
    url = f"{OPTIONS.site_url}/c/{clip.slug}"
    site = {"@type": "Organization", "name": OPTIONS.site_name, "url": f"{OPTIONS.site_url}/"}
    body: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "headline": clip.headline,
        "description": clip.summary,
        "datePublished": clip.published.isoformat(),
        "dateModified": clip.updated.isoformat(),
        "articleSection": clip.category,
        "keywords": [tag.name for tag in clip.tags.all()],
        "author": site,
        "publisher": site,
        "isAccessibleForFree": True,
        "isBasedOn": [source.url for source in ready.sources],
        "citation": [_citation(source) for source in ready.sources],
    }
    if clip.language:
        body["inLanguage"] = clip.language
    if picture:
        body["image"] = [f"{OPTIONS.site_url}/media/{picture.name}"]
    return data_block(body)


def data_block(body: dict[str, Any]) -> SafeString:
    """JSON that may stand inside a script element: nothing in it can end the element."""
    return SafeString(json.dumps(body, ensure_ascii=False).translate(_ESCAPES))


def _citation(source: Source) -> dict[str, Any]:
    citation = {
        "@type": "NewsArticle",
        "headline": source.title,
        "url": source.url,
        "publisher": {"@type": "Organization", "name": source.publisher},
    }
    if source.published:
        citation["datePublished"] = source.published.isoformat()
    return citation
