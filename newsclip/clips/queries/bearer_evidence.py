"""What texts tell of who bears a name, for rules.bearers."""

from collections import defaultdict
from collections.abc import Collection

from newsclip.clips.models import Clip, Mention
from newsclip.clips.rules.bearers import Appearance, bearers

_COMPARED = 60  # mentions of the bearer, the newest


def bearer_evidence(key: str, rows: Collection[Mention], others: Collection[Clip] = ()) -> list[Appearance]:
    """The stories of these mentions, with what the texts tell of the bearer of the name; `others` have it in a sentence
    alone, where nothing is told but the names beside it.
    """
    clips = {clip.pk: clip for clip in (*(row.clip for row in rows), *others)}
    roles: dict[int, dict[str, None]] = defaultdict(dict)
    for row in rows:
        if row.role:
            roles[row.clip_id][row.role] = None
    people: dict[int, set[str]] = defaultdict(set)
    things: dict[int, set[str]] = defaultdict(set)
    beside = Mention.objects.filter(clip__in=list(clips)).exclude(key=key)
    for pk, other, kind in beside.values_list("clip_id", "key", "kind"):
        (people if kind == Mention.Kind.PERSON else things)[pk].add(other)
    return [
        Appearance(clip.story_id, tuple(roles[pk]), frozenset(people[pk]), frozenset(things[pk]), clip.language or "en")
        for pk, clip in clips.items()
    ]


def of_bearer(key: str, bearer: int, naming: Collection[Clip]) -> list[Clip]:
    """Those of these clips, which have the name in a sentence, that tell of this bearer as far as their names show."""
    if not naming:
        return []
    newest = Mention.objects.filter(key=key, bearer=bearer).order_by("-at", "-pk").select_related("clip")
    known = list(newest.defer("clip__document")[:_COMPARED])
    stories = {row.clip.story_id for row in known}
    whose = bearers(bearer_evidence(key, known, naming))
    theirs = {whose[story] for story in stories}
    return [clip for clip in naming if whose[clip.story_id] in theirs]
