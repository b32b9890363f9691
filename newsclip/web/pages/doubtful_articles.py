"""Articles that may tell another event than their story does, as far as no moderator said that they belong there."""

from collections.abc import Sequence

from newsclip.community import queries as community
from newsclip.stories import queries as stories
from newsclip.stories.models import Membership


def still_doubtful(members: Sequence[Membership]) -> frozenset[int]:
    """The articles among these that grouping was unsure of and that no moderator kept or put there."""
    found = stories.doubtful(members)
    asked = {one.story_id for one in members if one.article_id in found}
    kept = community.kept_in(asked) | stories.placed_by_hand(asked)
    return found - {article for _, article in kept}
