"""Articles of which grouping was unsure that they belong to their story."""

from collections.abc import Collection, Iterable

from newsclip.stories.models import Membership
from newsclip.stories.rules import scoring

_LOOKED_AT = 1000  # articles, the last that joined a story


def in_doubt(story_id: int, articles: Collection[int]) -> bool:
    """Whether grouping was unsure that these articles belong to the rest of their story.

    It was if every article in the part without the story's first one joined with a score too low to merge two stories.
    """
    rows = list(Membership.objects.filter(story=story_id).order_by("pk").values_list("article", "receipt"))
    if not rows:
        return False
    apart = rows[0][0] not in articles
    later = [receipt for article, receipt in rows if (article in articles) == apart]
    return all(not scoring.merges(receipt.get("score", 0.0), scoring.shipped()) for receipt in later)


def doubtful(members: Iterable[Membership]) -> frozenset[int]:
    """Of these articles of a story those that grouping was unsure of: they may tell another event.

    They joined with a score too low to merge two stories; copies go with their originals.
    """
    weights = scoring.shipped()
    joined = [one for one in members if one.copy_of_id is None and one.receipt.get("joined", True)]
    scores = [(one.article_id, one.receipt.get("score")) for one in joined]
    return frozenset(article for article, score in scores if score is not None and not scoring.merges(score, weights))


def least_in_common() -> list[Membership]:
    """Of the last articles that joined a story those that grouping was unsure of, what has least in common first."""
    rows = Membership.objects.filter(story__articles__gt=1).select_related("article__publisher", "story")
    joined = list(rows.order_by("-pk")[:_LOOKED_AT])
    unsure = doubtful(joined)
    return sorted((one for one in joined if one.article_id in unsure), key=lambda one: (one.receipt["score"], -one.pk))
