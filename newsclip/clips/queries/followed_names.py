"""Names as somebody follows them: "ada-holm", whoever bears it, or "ada-holm@12": whom story 12 tells of."""

from collections.abc import Collection, Iterable

from django.db.models import Max, Q

from newsclip.clips.models import Mention
from newsclip.clips.queries.mentions import listed_mentions
from newsclip.clips.rules.mentions import key_of
from newsclip.kernel.rows import parse_row_id

_OF = "@"
_MOST = 300  # mentions, the newest


def followed_name(key: str, story: int | None = None) -> str:
    """How this is followed; a story that is none is left out."""
    name, _, number = key.partition(_OF)
    number = str(parse_row_id(number) or story or "")
    return f"{key_of(name)}{_OF}{number}" if number else key_of(name)


def parts_of(followed: str) -> tuple[str, int]:
    """The key of the name, and the story; 0 where whoever bears it is meant."""
    key, _, story = followed.partition(_OF)
    return key, parse_row_id(story)


def is_borne(followed: str) -> bool:
    """Whether clips know the name, and the story tells of a bearer of it."""
    key, story = parts_of(followed)
    rows = Mention.objects.filter(key=key)
    return (rows.filter(Q(clip__story=story) | Q(bearer=story)) if story else rows).exists()


def bearers_followed(followed: Collection[str]) -> dict[str, tuple[str, int]]:
    """Of each the key, and the number that its bearer has by now: bearers are found to be one, or not, later on."""
    meant = {one: parts_of(one) for one in followed}
    stories = {story for _, story in meant.values() if story}
    rows = Mention.objects.filter(key__in={key for key, story in meant.values() if story}, clip__story__in=stories)
    now = {(key, story): bearer for key, story, bearer in rows.values_list("key", "clip__story", "bearer")}
    return {one: (key, now.get((key, story), story)) for one, (key, story) in meant.items()}


def mentions_followed(followed: Collection[str]) -> list[Mention]:
    """The newest mentions of these names."""
    if not followed:
        return []
    fitting = Q()
    for key, bearer in bearers_followed(followed).values():
        fitting |= Q(key=key, bearer=bearer) if bearer else Q(key=key)
    newest = Mention.objects.filter(fitting).order_by("-at", "-pk").values_list("pk", flat=True)[:_MOST]
    return list(listed_mentions().filter(pk__in=list(newest)).order_by("-at", "-pk"))


def names_followed(followed: Iterable[str]) -> dict[str, str]:
    """What each of these is called."""
    meant = {one: parts_of(one)[0] for one in followed}
    if not meant:
        return {}
    rows = Mention.objects.filter(key__in=set(meant.values())).order_by().values("key")
    called = dict(rows.annotate(called=Max("name")).values_list("key", "called"))
    return {one: called.get(key, key) for one, key in meant.items()}
