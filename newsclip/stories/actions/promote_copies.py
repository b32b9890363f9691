"""When the original of a report leaves a story, the first copy that stays becomes the original."""

from collections.abc import Collection

from newsclip.stories.models import Membership, Story


def orphans(story: Story, leaving: Collection[int]) -> list[Membership]:
    """The copies that stay in a story when their originals, `leaving`, leave it."""
    staying = Membership.objects.filter(story=story, copy_of__in=leaving).exclude(article__in=leaving)
    return list(staying.order_by("pk"))


def inherit(left_behind: Collection[Membership]) -> list[int]:
    """Make the first copy of each report its original. Returns the articles that are originals now."""
    heirs: dict[int, int] = {}
    for member in left_behind:
        heir = heirs.setdefault(member.report, member.article_id)
        member.copy_of_id = None if heir == member.article_id else heir
    Membership.objects.bulk_update(left_behind, ["copy_of"])
    return list(heirs.values())
