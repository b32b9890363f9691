"""Changes to stories that moderators are asked about: which two may tell one event, which article another one."""

from dataclasses import dataclass

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.ranking import queries as ranking
from newsclip.stories import queries as stories
from newsclip.stories.models import Membership

_MOST = 10  # of each
_LOOKED_AT = 100  # clips, the latest


@dataclass(frozen=True, slots=True)
class LikelyMerge:
    """Two clips that may be of one event: `one` would go into `other`; `shared`: what both tell of."""

    one: Clip
    other: Clip
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LikelySplit:
    """An article that may tell another event than the clip of its story."""

    member: Membership
    clip: Clip


def likely_merges() -> list[LikelyMerge]:
    """The likeliest first, without those that a moderator kept apart or made two of one."""
    pairs = ranking.close_pairs(list(clips.newest().select_related("story")[:_LOOKED_AT]))
    asked = {clip.story_id for one, other, _ in pairs for clip in (one, other)}
    apart = community.kept_apart(asked) | stories.parted_by_hand(asked)
    found = [
        LikelyMerge(min(one, other, key=_weight), max(one, other, key=_weight), shared)
        for one, other, shared in pairs
        if frozenset((one.story_id, other.story_id)) not in apart
    ]
    return found[:_MOST]


def _weight(clip: Clip) -> tuple[int, int]:
    """Smaller and later stories go into larger and earlier ones."""
    return clip.story.articles, -clip.story_id


def likely_splits() -> list[LikelySplit]:
    """What has least in common with its story first, without what a moderator kept or put there, or names the clip."""
    members = stories.least_in_common()
    asked = {one.story_id for one in members}
    kept = community.kept_in(asked) | stories.placed_by_hand(asked)
    open_ = [one for one in members if (one.story_id, one.article_id) not in kept]
    shown = clips.newest().filter(story__in={one.story_id for one in open_})
    by_story = {clip.story_id: clip for clip in shown}
    found = [LikelySplit(one, by_story[one.story_id]) for one in open_ if one.story_id in by_story]
    return [one for one in found if str(one.member.article) != one.clip.headline][:_MOST]
