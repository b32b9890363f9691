"""Lists without what a reader mutes, and without stories that only publishers muted in this browser tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.community.models import Mute, Topic
from newsclip.community.ports import Muted
from newsclip.ranking import queries as ranking
from newsclip.stories.models import Membership
from newsclip.web.pages.muted_publishers import muted_by


@dataclass(frozen=True, slots=True)
class Unmuted:
    """What is shown, and for each clip that is not, the mute that hides it ("word ferry")."""

    clips: list[Clip]
    hidden: tuple[str, ...] = ()


def without_muted(request: HttpRequest, clips: Sequence[Clip], *, where: str = "lists") -> Unmuted:
    """`where`: "lists" or "search". Costs strangers, and readers without mutes, next to nothing."""
    silenced = _silenced(clips, muted_by(request))
    clips = [clip for clip in clips if not silenced[clip.pk]]
    silent = tuple(why for why in silenced.values() if why)
    left, hidden = ranking.unmuted(clips, mutes_of(request), now=timezone.now(), where=where)
    return Unmuted(left, (*silent, *hidden))


def mutes_of(request: HttpRequest) -> tuple[Muted, ...]:
    """What a reader who is signed in mutes."""
    return community.mutes(request.user, now=timezone.now()) if isinstance(request.user, Reader) else ()


def silent_publishers(request: HttpRequest) -> frozenset[str]:
    """Domains of publishers whose words a reader never sees: muted in this browser, or everywhere by the account."""
    account = {one.key for one in mutes_of(request) if one.kind == Topic.SOURCE and one.scope == Mute.Scope.EVERYWHERE}
    return muted_by(request) | account


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
