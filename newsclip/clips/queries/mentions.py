"""Names: who bears them, what they said, and which clips are about them.

What is shown is of clips that lists show. What is counted may be of one that went since the worker's last turn: to ask
that of each clip of a name, a database would walk through their documents.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet

from newsclip.clips.models import Clip, Hashtag, Mention
from newsclip.clips.rules.mentions import key_of
from newsclip.stories.models import Story

_OF_A_SEARCH = 200  # names that are looked at
_OF_A_HASHTAG = 3
_OF_A_NAME = 5  # hashtags
_MOST_BEARERS = 50
_MOST_ROLES = 200
_COUNTED = 5000  # the newest quotations: who is quoted most is counted among these


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody or something of this name. `story`: the oldest that tells of it; `quotations`: how many are known."""

    key: str
    story: int
    name: str
    kind: str
    quotations: int
    clips: int
    newest: datetime
    shared: bool = False
    """Whether others bear the name, too, as far as the texts tell."""
    role: str = ""


def to_name() -> "QuerySet[Clip]":
    """Clips whose newest version's names are not known yet."""
    return Clip.objects.filter(named_version__lt=F("version")).select_related("story").order_by("pk")


def listed_mentions() -> "QuerySet[Mention]":
    """Mentions in clips that lists show."""
    merged = Story.objects.filter(pk=OuterRef("clip__story")).exclude(merged_into=None)
    return Mention.objects.filter(~Exists(merged), clip__state=Clip.State.PUBLISHED, clip__hidden=False)


def mentions_of(key: str, bearer: int | None = None) -> "QuerySet[Mention]":
    """Where a name stands, the newest first, with clip, article and publisher; of one of its bearers alone if given."""
    rows = listed_mentions().filter(key=key) if bearer is None else listed_mentions().filter(key=key, bearer=bearer)
    return rows.select_related("clip", "article__publisher").defer("clip__document").order_by("-at", "-pk")


def quoted_by(clip: Clip) -> list[str]:
    """The words of the quotations in this clip that are kept by name."""
    return list(Mention.objects.filter(clip=clip).exclude(text="").values_list("text", flat=True))


def bearer_in(key: str, story: int) -> int | None:
    """The number of the bearer whom this story tells of."""
    return listed_mentions().filter(key=key, clip__story=story).values_list("bearer", flat=True).first()


def bearers_of(keys: Collection[str]) -> list[Bearer]:
    """Those who bear these names, the most quoted first."""
    rows = Mention.objects.filter(key__in=keys).order_by().values("key", "bearer")
    counted = rows.annotate(
        called=Max("name"), sort=Min("kind"), quotations=Count("pk", filter=~Q(text="")),
        clips=Count("clip", distinct=True), newest=Max("at"),
    )  # fmt: skip
    found = list(counted.order_by("-quotations", "-clips", "-newest", "bearer")[: _MOST_BEARERS * len(keys)])
    bearers = Counter(one["key"] for one in found)
    return [
        Bearer(
            one["key"], one["bearer"], one["called"], one["sort"], one["quotations"], one["clips"], one["newest"],
            bearers[one["key"]] > 1,
        )
        for one in found
    ]  # fmt: skip


def named_by(hashtag: str) -> list[Bearer]:
    """Whom and what a hashtag names."""
    keys = Mention.objects.filter(hashtag=hashtag).order_by().values_list("key", flat=True).distinct()
    return bearers_of(list(keys[:_OF_A_HASHTAG]))[:_OF_A_HASHTAG]


def name_of_hashtag(hashtag: str) -> Bearer | None:
    """The one name that a hashtag stands for: all named clips with the hashtag have it, and only one bears it."""
    found = named_by(hashtag)
    if len(found) != 1 or not listed_mentions().filter(key=found[0].key, hashtag=hashtag).exists():
        return None
    named = Exists(Mention.objects.filter(clip=OuterRef("clip"), hashtag=hashtag))
    listed = {"clip__state": Clip.State.PUBLISHED, "clip__hidden": False, "clip__named_version": F("clip__version")}
    return None if Hashtag.objects.filter(~named, key=hashtag, **listed).exists() else found[0]


def hashtags_of_name(key: str) -> list[str]:
    """The hashtags that stand for this name alone."""
    rows = Mention.objects.filter(key=key).exclude(hashtag="").order_by().values_list("hashtag", flat=True)
    return [one for one in rows.distinct()[:_OF_A_NAME] if name_of_hashtag(one)]


def names_in(clip: Clip) -> list[Mention]:
    """The names that a clip has."""
    return list(Mention.objects.filter(clip=clip).order_by("pk"))


def roles_of(keys: Collection[str]) -> list[Mention]:
    """Where these names stand with a role, the newest first."""
    newest = Mention.objects.filter(key__in=keys).exclude(role="").order_by("-at", "-pk")[:_MOST_ROLES]
    rows = listed_mentions().filter(pk__in=list(newest.values_list("pk", flat=True))).order_by("-at", "-pk")
    return list(rows.select_related("clip", "article__publisher").defer("clip__document"))


def people_called(words: str, *, limit: int = 3) -> list[Bearer]:
    """Whom a search for these words may mean: names that are these words, or end in this one; the most quoted first."""
    key = key_of(words)
    if not key:
        return []
    fitting = Q(key=key) if "-" in key else Q(key=key) | Q(last=key)
    keys = Mention.objects.filter(fitting).order_by().values_list("key", flat=True).distinct()[:_OF_A_SEARCH]
    found = bearers_of(list(keys))[:limit]
    roles = {(row.key, row.bearer): row.role for row in reversed(roles_of({one.key for one in found}))} if found else {}
    return [replace(one, role=roles.get((one.key, one.story), "")) for one in found]


def most_quoted(*, since: datetime, limit: int) -> list[Bearer]:
    """Who was quoted in most stories since then."""
    newest = Mention.objects.filter(at__gte=since).exclude(text="").order_by("-at", "-pk")[:_COUNTED]
    rows = newest.values_list("key", "bearer", "name", "kind", "clip_id", "at")
    found = _counted(rows, limit)
    bearers = Mention.objects.filter(key__in=[one.key for one in found]).order_by().values_list("key")
    shared = {key for key, number in bearers.annotate(number=Count("bearer", distinct=True)) if number > 1}
    return [replace(one, shared=one.key in shared) for one in found]


def _counted(rows: "QuerySet[Mention, tuple[str, int, str, str, int, datetime]]", limit: int) -> list[Bearer]:
    found: dict[tuple[str, int], list[tuple[str, str, int, datetime]]] = {}
    for key, bearer, name, kind, clip, at in rows:
        found.setdefault((key, bearer), []).append((name, kind, clip, at))
    counted = [
        Bearer(
            key, bearer, max((one[0] for one in some), key=len), some[0][1], len(some), len({one[2] for one in some}),
            some[0][3],
        )
        for (key, bearer), some in found.items()
    ]  # fmt: skip
    counted.sort(key=lambda one: (one.clips, one.quotations, one.newest), reverse=True)
    return counted[:limit]
