"""The changes that readers suggest, as moderators decide on them."""

from typing import TYPE_CHECKING

from newsclip.community.models import Suggestion, Target
from newsclip.web.moderation import targets
from newsclip.web.pages import pagination

if TYPE_CHECKING:
    from django.db.models import QuerySet


def suggested_changes(ideas: "QuerySet[Suggestion]") -> list[tuple[Suggestion, str, str]]:
    """A page of these, each with what its story is called, and the other story that it would be merged with."""
    return [
        (
            one,
            targets.heading(Target.STORY, str(one.story_id)),
            targets.heading(Target.STORY, str(other)) if other else "",
        )
        for one in ideas[: pagination.PAGE]
        for other in [one.wanted.get("story")]
    ]
