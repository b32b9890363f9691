"""A revised article stays in its story while it fits there, else it is placed again."""

from datetime import datetime

from newsclip.articles.ports import ReadArticle
from newsclip.stories.actions.agency_reports import unite
from newsclip.stories.actions.apply_placement import apply_merges, move_and_split, original_of, relate, story_of
from newsclip.stories.actions.manual import merge
from newsclip.stories.actions.promote_copies import inherit, orphans
from newsclip.stories.actions.story_totals import changed, reports
from newsclip.stories.actions.sync_index import incoming, remember
from newsclip.stories.models import KEPT_APART, Membership, Story, StoryEvent
from newsclip.stories.ports import Placement, StoryIndex
from newsclip.stories.rules.languages import language


def revise(member: Membership, article: ReadArticle, index: StoryIndex, now: datetime) -> tuple[StoryEvent, str]:
    """Process an article's new revision: "moved" if its new words belong to another story, else "revised".

    An article that people placed by hand stays, and one of a story that they kept apart.
    """
    member.revision, member.language = article.revision, language(incoming(article))
    if _put_by_hand(member.story):
        return _stayed(member, article, now)
    placement = index.revise(incoming(article))
    apply_merges(placement.merges, now)
    member.story.refresh_from_db()
    story, begun = story_of(article, placement)
    member.receipt = dict(placement.receipt)
    relate(story, placement)
    if story == (member.story.merged_into or member.story):
        _numbered(member, story, placement)
        event, code = _stayed(member, article, now)
    else:
        heirs = inherit(orphans(member.story, [article.id]))
        event, code = _moved(member, story, placement, now, begun=begun, heirs=heirs), "moved"
        remember(index, heirs)
    move_and_split(placement, now)
    return event, code


def _put_by_hand(story: Story) -> bool:
    decided = StoryEvent.objects.filter(story=story, kind__in=["split", "merged", KEPT_APART])
    return any("receipt" not in event.detail for event in decided)


def _stayed(member: Membership, article: ReadArticle, now: datetime) -> tuple[StoryEvent, str]:
    member.save()
    detail = {"articles": [article.id], "revision": article.revision}
    return changed(member.story, "revised", detail, now), "revised"


def _moved(
    member: Membership, story: Story, placement: Placement, now: datetime, *, begun: bool, heirs: list[int]
) -> StoryEvent:
    left, ids = member.story, [member.article_id]
    if left.articles == 1:
        merge(left, story, now=now, receipt=placement.receipt)
        member.refresh_from_db(fields=["story", "report"])
    _numbered(member, story, placement)
    member.save()
    if left.articles > 1:
        detail = {"articles": ids, "into": story.pk, "revision": member.revision, "heirs": heirs}
        changed(left, "moved", detail, now)
    return changed(story, "started" if begun else "joined", {"articles": ids, "from": left.pk}, now)


def _numbered(member: Membership, story: Story, placement: Placement) -> None:
    """Set story and report for the new words; an article that was and is its own report keeps its number."""
    original, own = original_of(placement, story), member.copy_of_id is None and member.story_id == story.pk
    member.copy_of_id = original.article_id if original else None
    if original or not own:
        member.report = original.report if original else reports(story) + 1
    member.story = story
    unite(member)
