"""Lists without what a reader mutes, and without stories that only muted publishers tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from newsclip.clips.models import Clip
from newsclip.ranking import queries as ranking
from newsclip.stories.models import Membership
from newsclip.web.muted_publishers import mutes_of, silent_publishers


@dataclass(frozen=True, slots=True)
class Unmuted:
    """What is shown, and for each clip that is not, the mute that hides it ("word ferry")."""

    clips: list[Clip]
    hidden: tuple[str, ...] = ()


def without_muted(request: HttpRequest, clips: Sequence[Clip], *, where: str = "lists") -> Unmuted:
    """`where`: "lists" or "search". Costs strangers, and readers without mutes, next to nothing."""
    silenced = _silenced(clips, silent_publishers(request))
    clips = [clip for clip in clips if not silenced[clip.pk]]
    silent = tuple(why for why in silenced.values() if why)
    left, hidden = ranking.unmuted(clips, mutes_of(request), now=timezone.now(), where=where)
    return Unmuted(left, (*silent, *hidden))


def _silenced(clips: Sequence[Clip], domains: frozenset[str]) -> dict[int, str]:
    """For each clip "", or the mutes that leave nobody who tells its story: "source ledger.example"."""
    if not domains:
        return dict.fromkeys((clip.pk for clip in clips), "")
    told = Membership.objects.filter(story__in=[clip.story_id for clip in clips])
    tellers: dict[int, set[str]] = {}
    for story_id, domain in told.values_list("story_id", "article__publisher__domain"):
        tellers.setdefault(story_id, set()).add(domain)
    by_clip = {clip.pk: tellers.get(clip.story_id, set()) for clip in clips}
    return {
        pk: ", ".join(f"source {domain}" for domain in sorted(them)) if them and them <= domains else ""
        for pk, them in by_clip.items()
    }
