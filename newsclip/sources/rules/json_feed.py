"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from newsclip.sources.rules.reading import Item, Reading, plain, reading_of, resolve
from newsclip.sources.rules.seen import Seen


def read_json_feed(body: bytes, *, url: str, now: datetime, seen: Seen) -> Reading:
    """As `read_feed`; invalid items are skipped."""
    try:
        feed = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return Reading("feed_unreadable", detail="broken JSON")
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return Reading("feed_unreadable", detail="JSON, but not a JSON Feed")
    items = [item for item in feed["items"] if isinstance(item, dict)]
    reading = reading_of(map(_item, items), url=url, now=now, seen=seen)
    broken = reading.code == "looked" and len(items) < len(feed["items"])
    return replace(
        reading,
        code="partly_read" if broken else reading.code,
        title=plain(_word(feed, "title"), 300),
        home=resolve(_word(feed, "home_page_url"), "", url),
        language=plain(_word(feed, "language"), 12),
        hub=resolve(_hub(feed), "", url),
        topic=resolve(_word(feed, "feed_url"), "", url),
    )


def _item(item: dict[str, Any]) -> Item:
    identifier = _word(item, "id")
    return Item(
        link=_word(item, "url") or (identifier if identifier.startswith(("http://", "https://")) else ""),
        title=_word(item, "title"),
        published=_word(item, "date_published"),
        updated=_word(item, "date_modified"),
        summary=max((_word(item, name) for name in ("content_text", "content_html", "summary")), key=len),
        language=_word(item, "language"),
    )


def _hub(feed: dict[str, Any]) -> str:
    hubs = feed.get("hubs")
    found = [hub for hub in hubs if isinstance(hub, dict)] if isinstance(hubs, list) else []
    return next((_word(hub, "url") for hub in found if _word(hub, "type").lower() == "websub"), "")


def _word(values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""
