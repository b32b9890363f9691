"""Lists without what a reader mutes, for those who are signed in."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.ranking import queries as ranking


@dataclass(frozen=True, slots=True)
class Unmuted:
    """What is shown, and for each clip that is not, the mute that hides it ("word ferry")."""

    clips: list[Clip]
    hidden: tuple[str, ...] = ()


def without_muted(request: HttpRequest, clips: Sequence[Clip], *, where: str = "lists") -> Unmuted:
    """`where`: "lists" or "search". Costs strangers, and readers without mutes, next to nothing."""
    now = timezone.now()
    mutes = community.mutes(request.user, now=now) if isinstance(request.user, Reader) else ()
    if not mutes:
        return Unmuted(list(clips))
    known = ranking.candidates([clip.pk for clip in clips], now=now)
    judged = [(clip, ranking.hidden(clip, known[clip.pk], mutes, where)) for clip in clips if clip.pk in known]
    return Unmuted([clip for clip, why in judged if not why], tuple(why for _, why in judged if why))
