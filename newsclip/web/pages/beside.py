"""What stands beside a clip: the chain that its story is in, and related clips."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest

from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.ranking import queries as ranking
from newsclip.web.caching.list_cache import for_all
from newsclip.web.cards.for_reader import clips_for_reader
from newsclip.web.pages.mute_filter import without_muted
from newsclip.web.pages.related_groups import related_groups

_MOST_RELATED = 3


def chain_shown(request: HttpRequest, story_id: int) -> dict[str, Any]:
    """The chain without what the reader mutes, and whether they follow it."""
    found = for_all(("chain", story_id), lambda: clips.chain_clips(story_id))
    left = without_muted(request, found.clips).clips if found else []
    chain = found.only(clips_for_reader(request, left).values()) if found else found
    follows = bool(chain) and isinstance(request.user, Reader) and community.follows_chain(request.user, story_id)
    return {"chain": chain, "follows_chain": follows}


def _related(clip: Clip) -> list[ranking.Related]:
    return ranking.related(clip.story_id, 2 * _MOST_RELATED, vectors=wiring.vector_index())


def chain_and_related(request: HttpRequest, clip: Clip) -> dict[str, Any]:
    """For a clip's page: the chain, and related clips that are not in it, without what the reader mutes."""
    shown = chain_shown(request, clip.story_id)
    known = {one.pk for one in shown["chain"].clips}
    related = for_all(("related", clip.pk), lambda: _related(clip))
    left = [one for one in without_muted(request, [one.clip for one in related]).clips if one.pk not in known]
    near = {one.clip.pk for one in related if one.shared}  # linked both ways, so all of them
    most = max(_MOST_RELATED, sum(one.pk in near for one in left))
    told = clips_for_reader(request, left[:most])
    beside = [replace(one, clip=told[one.clip.pk]) for one in related if one.clip.pk in told]
    return shown | {"related": related_groups(beside)}
