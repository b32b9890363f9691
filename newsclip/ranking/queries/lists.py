from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from math import isfinite

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community.models import Comment, Vote
from newsclip.ranking.models import Standing, TagStanding
from newsclip.ranking.rules.variety import Ranked, Varied, repeats_of, vary
from newsclip.stories.models import Membership

ORDERS = {"hot": "hot", "rising": "rising", "top": "total"}
VARIED = ("hot", "rising")
PERIODS = {"day": timedelta(days=1), "week": timedelta(days=7), "month": timedelta(days=30)}
_LARGEST_ID = 2**63 - 1


def to_count() -> "QuerySet[Clip]":
    """Clips whose standing is missing or behind: a newer version, votes or comments since, or taken out or back in."""
    standing = Standing.objects.filter(clip=OuterRef("pk"))
    current = standing.filter(clip_version=OuterRef("version"))
    voted = Vote.objects.filter(story=OuterRef("clip__story"), weighed_at__gt=OuterRef("counted_at"))
    said = Comment.objects.filter(story=OuterRef("clip__story"), at__gt=OuterRef("counted_at"))
    behind = standing.filter(Exists(voted) | Exists(said) | Q(shown=OuterRef("hidden")))
    return Clip.objects.filter(~Exists(current) | Exists(behind)).order_by("pk")


type Sources = Callable[[Collection[int]], Mapping[int, Collection[str]]]


def sources_of(story_ids: Collection[int]) -> dict[int, set[str]]:
    """The domains that tell each story."""
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
    """Clips by an order of ORDERS, and the mark after which the next page starts ("" where this is the last).

    `before` is a mark given earlier; one that is not is taken as the beginning. `sources` says who tells each story,
    for a page that asks for that anyway. Within a page of `VARIED`, what repeats
    a category or a sole source is moved down a little.
    """
    rows = Standing.objects.filter(shown=True)
    column = ORDERS[order]
    page, mark = _page(rows.filter(published__gte=since) if since else rows, column, limit, before)
    chosen = [row for row, _ in varied(page, column, sources)] if order in VARIED else page
    return [row.clip for row in chosen], mark


def front_page_receipts(*, limit: int = 30) -> list[tuple[Standing, Varied]]:
    """The first page as it is now: each clip's standing, and how often it repeats what is above it."""
    page, _ = _page(Standing.objects.filter(shown=True), "hot", limit, "")
    return varied(page, "hot")


def varied(page: Sequence[Standing], column: str, sources: Sources = sources_of) -> list[tuple[Standing, Varied]]:
    """These standings with the repeat discount, best first; `column` holds the height that counts."""
    told = sources([row.clip.story_id for row in page])
    ranked = [
        Ranked(row.clip_id, getattr(row, column), repeats_of(row.category, told.get(row.clip.story_id, ())))
        for row in page
    ]
    by_id = {row.clip_id: row for row in page}
    return [(by_id[one.id], one) for one in vary(ranked)]


def of_day(begins: datetime, ends: datetime, *, limit: int) -> list[Clip]:
    """What was published from `begins` until before `ends`, most told and voted for first."""
    rows = Standing.objects.filter(shown=True, published__gte=begins, published__lt=ends)
    return clips_in_order(list(rows.order_by("-total", "-clip").values_list("clip_id", flat=True)[:limit]))


def hot_in_category(category: str, *, limit: int = 30, before: str = "") -> tuple[list[Clip], str]:
    page, mark = _page(Standing.objects.filter(shown=True, category=category), "hot", limit, before)
    return [row.clip for row in page], mark


def hot_with_tag(key: str, *, limit: int = 30, before: str = "") -> tuple[list[Clip], str]:
    page, mark = _page(TagStanding.objects.filter(key=key), "hot", limit, before)
    return [row.clip for row in page], mark


def categories() -> list[str]:
    """The categories of clips that lists show, by name; a look into the index for each, never a walk through all."""
    found, last = list[str](), ""
    listed = clips.listed().order_by("category").values_list("category", flat=True)
    while name := listed.filter(category__gt=last).first():
        found.append(last := name)
    return found


def _page[T: (Standing, TagStanding)](rows: "QuerySet[T]", column: str, limit: int, before: str) -> tuple[list[T], str]:
    after = _read_mark(before)
    if after:
        value, clip_id = after
        rows = rows.filter(Q(**{f"{column}__lt": value}) | Q(**{column: value}, clip__lt=clip_id))
    rows = rows.select_related("clip__story").defer("clip__document", "clip__story__key")
    found = list(rows.order_by(f"-{column}", "-clip")[: limit + 1])
    shown = found[:limit]
    mark = f"{getattr(shown[-1], column)!r}_{shown[-1].clip_id}" if len(found) > limit else ""
    return [row for row in shown if clips.is_listed(row.clip)], mark


def clips_in_order(clip_ids: Sequence[int]) -> list[Clip]:
    """Those of these clips that lists show, in this order, without their documents."""
    by_id = clips.listed().defer("document").in_bulk(clip_ids)
    return [by_id[clip_id] for clip_id in clip_ids if clip_id in by_id]


def hottest_with_any_tag(keys: Collection[str], *, limit: int) -> list[int]:
    """The hottest clips with any of these hashtags: the best of each by its index, merged; never a sort of them all."""
    wanted = sorted(set(keys))[:200]
    if not wanted:
        return []
    table = connection.ops.quote_name(TagStanding._meta.db_table)
    one = (
        f"SELECT * FROM (SELECT clip_id, hot FROM {table} WHERE key = %s ORDER BY hot DESC, clip_id DESC LIMIT %s) AS t"  # noqa: S608 -- the name of our own table
    )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([one] * len(wanted)), [part for key in wanted for part in (key, limit)])
        found: dict[int, float] = dict(cursor.fetchall())
    return sorted(found, key=lambda clip_id: (-found[clip_id], -clip_id))[:limit]


def standing(clip: Clip) -> Standing | None:
    return Standing.objects.filter(clip=clip).first()


def standings(clip_ids: Collection[int]) -> dict[int, Standing]:
    return {row.clip_id: row for row in Standing.objects.filter(clip_id__in=clip_ids)}


def _read_mark(mark: str) -> tuple[float, int] | None:
    value, _, clip_id = mark.partition("_")
    try:
        height, number = float(value), int(clip_id)
    except ValueError:
        return None
    return (height, number) if isfinite(height) and number <= _LARGEST_ID else None
