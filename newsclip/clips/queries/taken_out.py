"""What moderators took out of the articles of stories."""

from collections.abc import Iterable, Mapping

from django.db.models import OuterRef, Subquery

from newsclip.clips.models import Amendment
from newsclip.stories.models import Membership


def taken_out_of(story_ids: Iterable[int]) -> Mapping[int, frozenset[str]]:
    """The digests of the passages that no clip of these stories may say, where there are any: one question."""
    story = Membership.objects.filter(article=OuterRef("article")).values("story")
    rows = Amendment.objects.filter(kind=Amendment.Kind.SENTENCE, undone_at=None).annotate(here=Subquery(story))
    found: dict[int, frozenset[str]] = {}
    for here, digests in rows.filter(here__in=set(story_ids)).values_list("here", "words"):
        found[here] = found.get(here, frozenset()).union(digests)
    return found
