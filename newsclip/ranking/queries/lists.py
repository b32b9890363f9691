import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from math import isfinite
from typing import Any

from django.db import connection
from django.db.models import F, Q, QuerySet

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.db.cached_queries import CachedQuery
from newsclip.ranking.models import Standing, TagStanding
from newsclip.ranking.rules.variety import Ranked, Varied, repeats_of, vary
from newsclip.stories.models import Membership

ORDERS = {"hot": "hot", "rising": "rising", "top": "total"}
VARIED = ("hot", "rising")
PERIODS = {"day": timedelta(days=1), "week": timedelta(days=7), "month": timedelta(days=30)}
_FIRST_OF_A_TAG = 12
_MOST_TAGS_OF_A_CLIP = 6
_OF_EACH = """
SELECT wanted.key, t.clip_id, t.hot FROM unnest(%s::text[]) AS wanted (key) CROSS JOIN LATERAL (
    SELECT clip_id, hot FROM ranking_tagstanding
    WHERE key = wanted.key ORDER BY hot DESC, clip_id DESC LIMIT %s + 1
) AS t ORDER BY t.hot DESC, t.clip_id DESC LIMIT %s"""
# SQLite has no LATERAL: first find the n-th score in the index, then select down to it. No score is below -1e9.
_OF_EACH_SQLITE = """
SELECT wanted.value, t.clip_id, t.hot FROM json_each(%s) AS wanted CROSS JOIN ranking_tagstanding AS t
WHERE t.key = wanted.value AND t.hot >= coalesce(
    (SELECT hot FROM ranking_tagstanding WHERE key = wanted.value ORDER BY hot DESC LIMIT 1 OFFSET %s), -1e9
) ORDER BY t.hot DESC, t.clip_id DESC LIMIT %s"""
_LARGEST_ID = 2**63 - 1
_LISTED = CachedQuery(Clip, lambda clip_ids: clips.listed().defer("document").filter(pk__in=clip_ids))


def to_count(*, limit: int) -> list[Clip]:
    """Clips to rank again: those with a newer version, newest first; then those with new activity.

    Each is one lookup in an index of such rows.
    """
    newer = Clip.objects.filter(ranked_version__lt=F("version")).order_by("-pk")
    found = list(newer.defer("document")[:limit])
    said = list(community.uncounted(limit=limit))
    found += Clip.objects.filter(story__in=said).exclude(pk__in=[one.pk for one in found]).defer("document")
    return found[:limit]


type Sources = Callable[[Collection[int]], Mapping[int, Collection[str]]]


def sources_of(story_ids: Collection[int]) -> dict[int, set[str]]:
    """The domains that report each story."""
    found: dict[int, set[str]] = {}
    told = Membership.objects.filter(story_id__in=story_ids)
    for story, domain in told.values_list("story_id", "article__publisher__domain"):
        found.setdefault(story, set()).add(domain)
    return found


def front_page(
    *,
    limit: int = 30,
    before: str = "",
    order: str = "hot",
    since: datetime | None = None,
    sources: Sources = sources_of,
) -> tuple[list[Clip], str]:
    """Clips by an order of ORDERS, and the cursor of the next page ("" if this is the last).

    `before` is a cursor returned earlier; an invalid one means the first page. `sources` returns the sources of each
    story, for pages that need them anyway. Within a page of `VARIED`, clips that repeat a category or a sole source are
    demoted a little.
    """
    rows = Standing.objects.filter(shown=True)
    page, mark = _page(rows.filter(published__gte=since) if since else rows, ORDERS[order], limit, before)
    if order not in VARIED:
        return [clip for clip, _ in page], mark
    return [clip for clip, _ in varied(page, sources)], mark


def front_page_receipts(
    *, limit: int = 30, order: str = "hot", since: datetime | None = None
) -> list[tuple[Clip, Standing, Varied]]:
    """The first page of an order: each clip, its standing, and how often it repeats what is above it."""
    shown = Standing.objects.filter(shown=True)
    page, _ = _page(shown.filter(published__gte=since) if since else shown, ORDERS[order], limit, "")
    rows = standings([clip.pk for clip, _ in page])
    placed = varied(page) if order in VARIED else [(clip, Varied(clip.pk, 0)) for clip, _ in page]
    return [(clip, rows[clip.pk], one) for clip, one in placed if clip.pk in rows]


def varied(page: Sequence[tuple[Clip, float]], sources: Sources = sources_of) -> list[tuple[Clip, Varied]]:
    """These clips by score, after the repeat discount, best first."""
    told = sources([clip.story_id for clip, _ in page])
    ranked = [Ranked(clip.pk, height, repeats_of(clip.category, told.get(clip.story_id, ()))) for clip, height in page]
    by_id = {clip.pk: clip for clip, _ in page}
    return [(by_id[one.id], one) for one in vary(ranked)]


def of_day(day: date, *, limit: int) -> list[Clip]:
    """Clips published on this day in UTC, the most reported and upvoted first."""
    begins = datetime.combine(day, time(), tzinfo=UTC)
    rows = Standing.objects.filter(shown=True, published__gte=begins, published__lt=begins + timedelta(days=1))
    return clips_in_order(list(rows.order_by("-total", "-clip").values_list("clip_id", flat=True)[:limit]))


def oldest_day() -> date | None:
    """The day in UTC of the oldest listed clip."""
    rows = Standing.objects.filter(shown=True, published__isnull=False).order_by("published")
    first = rows.values_list("published", flat=True).first()
    return first.astimezone(UTC).date() if first else None


def hot_in_category(category: str, *, limit: int = 30, before: str = "") -> tuple[list[Clip], str]:
    page, mark = _page(Standing.objects.filter(shown=True, category=category), "hot", limit, before)
    return [clip for clip, _ in page], mark


def hot_with_tag(key: str, *, limit: int = 30, before: str = "") -> tuple[list[Clip], str]:
    page, mark = _page(TagStanding.objects.filter(key=key), "hot", limit, before)
    return [clip for clip, _ in page], mark


def newest_with_tag(key: str, *, limit: int = 30, before: str = "") -> tuple[list[Clip], str]:
    """The listed clips with this hashtag, latest first, and the cursor of the next page."""
    rows = TagStanding.objects.filter(key=key, published__isnull=False)
    page, mark = _page(rows, "published", limit, before)
    return [clip for clip, _ in page], mark


def categories() -> list[str]:
    """The categories of listed clips, by name; one index lookup for each, no scan."""
    found, last = list[str](), ""
    listed = clips.listed().order_by("category").values_list("category", flat=True)
    while name := listed.filter(category__gt=last).first():
        found.append(last := name)
    return found


def _page(
    rows: "QuerySet[Standing] | QuerySet[TagStanding]", column: str, limit: int, before: str
) -> tuple[list[tuple[Clip, Any]], str]:
    """Listed clips by `column`, highest first: a range scan of one index, then a lookup per clip."""
    after = _read_mark(before, column)
    if after:
        value, clip_id = after
        # The first condition is the index range; with only the second, the scan would start at the top.
        rows = rows.filter(**{f"{column}__lte": value}).filter(Q(**{f"{column}__lt": value}) | Q(clip__lt=clip_id))
    found = list(rows.order_by(f"-{column}", "-clip").values_list("clip_id", column)[: limit + 1])
    shown = dict(found[:limit])
    mark = "_".join([_written(found[limit - 1][1]), str(found[limit - 1][0])]) if len(found) > limit else ""
    return [(clip, shown[clip.pk]) for clip in clips_in_order(list(shown))], mark


def clips_in_order(clip_ids: Sequence[int]) -> list[Clip]:
    """Those of these clips that are listed, in this order, without their documents."""
    by_id = {clip.pk: clip for clip in _LISTED.objects(clip_ids)}
    return [by_id[clip_id] for clip_id in clip_ids if clip_id in by_id]


def hottest_with_any_tag(keys: Collection[str], *, limit: int) -> list[int]:
    """The hottest clips with any of these hashtags, merged from the top of each; no sort of everything.

    First a few per hashtag; then more of those hashtags whose results were all used, since they may have more.
    """
    waiting, found = sorted(set(keys)), dict[int, float]()
    some = min(limit, max(_FIRST_OF_A_TAG, 10 * limit // max(1, len(waiting))))
    while waiting:
        rows = _hottest_of_each(waiting, some, limit)
        found.update((clip_id, hot) for _, clip_id, hot in rows)
        best = set(_hottest(found, limit))
        given = Counter(key for key, clip_id, _ in rows if clip_id in best)
        waiting = [key for key, number in given.items() if number >= some < limit]
        some = limit
    return _hottest(found, limit)


def _hottest(found: Mapping[int, float], limit: int) -> list[int]:
    return sorted(found, key=lambda clip_id: (-found[clip_id], -clip_id))[:limit]


def _hottest_of_each(keys: Sequence[str], some: int, limit: int) -> list[tuple[str, int, float]]:
    """(hashtag, clip, hot) of the hottest of each hashtag, down to the `limit`th clip overall, in order.

    There may be more clips with the last one's score.
    """
    asked, wanted = (_OF_EACH_SQLITE, json.dumps(keys)) if connection.vendor == "sqlite" else (_OF_EACH, list(keys))
    rows: list[tuple[str, int, float]] = []
    for rows_a_clip in (2, _MOST_TAGS_OF_A_CLIP):  # most clips have one or two of the followed hashtags
        with connection.cursor() as cursor:
            cursor.execute(asked, [wanted, some - 1, rows_a_clip * limit])
            rows = cursor.fetchall()
        if len(rows) < rows_a_clip * limit or len({clip_id for _, clip_id, _ in rows}) >= limit:
            break
    return rows


def standings(clip_ids: Collection[int]) -> dict[int, Standing]:
    return {row.clip_id: row for row in Standing.objects.filter(clip_id__in=clip_ids)}


def _written(value: float | datetime) -> str:
    return value.isoformat() if isinstance(value, datetime) else repr(value)


def _read_mark(mark: str, column: str) -> tuple[float | datetime, int] | None:
    """Decode a cursor; None if it is invalid."""
    value, _, clip_id = mark.partition("_")
    try:
        number = int(clip_id)
        place = datetime.fromisoformat(value).astimezone(UTC) if column == "published" else float(value)
    except (ValueError, OverflowError):  # year 1 east of Greenwich underflows the calendar
        return None
    known = isinstance(place, datetime) or isfinite(place)
    return (place, number) if known and 0 < number <= _LARGEST_ID else None
