"""The messages of each kind of subscription."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import batched

from django.utils.translation import gettext

from newsclip.accounts.queries import reader_language
from newsclip.clips import queries as clips
from newsclip.clips.models import ClipVersion, Correction
from newsclip.community import queries
from newsclip.community.models import Notice, Subscription
from newsclip.community.ports import SubscriptionMessage
from newsclip.kernel.reasons import in_sentences
from newsclip.options import OPTIONS
from newsclip.push.topics import changed, versions_since

_MOST = 500
_MOST_TOPICS = 100
_FORMS = ("atom", "json", "rss")


def news_for(to: Subscription, *, now: datetime) -> Iterator[SubscriptionMessage]:
    """What is new since the last search, oldest first; nothing from before the subscription."""
    since = max(to.made_at, to.seen_at - queries.OVERLAP)
    if to.kind == Subscription.Kind.HUB:
        yield from _topics(to.seen_at, now)
        return
    if Subscription.Event.CLIP in to.events:
        yield from map(_clip, _versions(since))
    if Subscription.Event.CORRECTION in to.events:
        corrections = clips.corrections().filter(at__gt=since).order_by("at", "pk")[:_MOST]
        yield from map(_correction, clips.unmuted_corrections(corrections, ()))
    if Subscription.Event.NOTICE in to.events and to.reader:
        with reader_language(to.reader):
            told = [_notice(row, now) for row in queries.notices_since(to.reader, since)[:_MOST]]
        yield from told


def _versions(since: datetime) -> list[ClipVersion]:
    return clips.with_words(versions_since(since)[:_MOST])


def _clip(row: ClipVersion) -> SubscriptionMessage:
    clip = row.clip
    kind = "clip.published" if row.version == 1 else "clip.updated"
    page = f"{OPTIONS.site_url}/c/{clip.slug}"
    data = {
        "slug": clip.slug, "version": row.version, "headline": row.document["headline"]["text"], "story": clip.story_id,
        "category": row.document["category"], "hashtags": row.document["hashtags"], "page": page,
        "document": f"{page}.json", "reason": in_sentences(row.told),
        "reasons": row.reasons,
    }  # fmt: skip
    return SubscriptionMessage(f"clip {clip.pk} v{row.version}", row.at, _body(kind, row.at, data))


def _correction(row: Correction) -> SubscriptionMessage:
    page = f"{OPTIONS.site_url}/c/{row.clip.slug}"
    data = {
        "slug": row.clip.slug, "version": row.version, "kind": row.kind, "reason": in_sentences(row.told),
        "reasons": row.reasons, "page": page,
    }  # fmt: skip
    return SubscriptionMessage(
        f"correction {row.pk}", row.at, _body("correction", row.at, data | {"sentences": row.sentences})
    )


def _notice(row: Notice, now: datetime) -> SubscriptionMessage:
    page = OPTIONS.site_url + queries.page_of(row)
    data = {"kind": row.kind, "words": queries.in_words(row, gettext, now=now), "story": row.story_id, "page": page}
    return SubscriptionMessage(f"notice {row.pk}", row.at, _body("notice", row.at, data))


def _body(kind: str, at: datetime, data: Mapping[str, object]) -> dict[str, object]:
    """In the format of Standard Webhooks."""
    return {"type": kind, "timestamp": at.isoformat(), "data": data}


def _topics(since: datetime, now: datetime) -> Iterator[SubscriptionMessage]:
    """Messages to the hub that name every changed feed, some in each."""
    topics = [f"{OPTIONS.site_url}/{place}feed.{form}" for place in changed(since, now) for form in _FORMS]
    for number, some in enumerate(batched(topics, _MOST_TOPICS, strict=False)):
        yield SubscriptionMessage(f"feeds {now.isoformat()} {number}", now, {"topics": list(some)})
