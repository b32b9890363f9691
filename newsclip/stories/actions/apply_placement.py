"""Turn the index's decisions into rows: stories found or started, merged, split, related."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from newsclip.articles.ports import ReadArticle
from newsclip.stories import queries
from newsclip.stories.actions.agency_reports import RETOLD_COPY
from newsclip.stories.actions.manual import merge, split
from newsclip.stories.actions.sync_index import incoming
from newsclip.stories.models import Membership, Relation, Story
from newsclip.stories.ports import Merge, Placement, Split
from newsclip.stories.rules.languages import language


def apply_merges(merges: Iterable[Merge], now: datetime) -> None:
    """Merge stories that turned out to be one. Nothing happens if people have merged them already."""
    for found in merges:
        gone, into = (queries.story(Story.objects.get(key=key).pk) for key in (found.gone, found.into))
        if gone != into:
            merge(gone, into, now=now, receipt=found.receipt)


def apply_split(found: Split | None, now: datetime) -> None:
    """Split a story that turned out to be two events; copies go with their originals, translations stay.

    Nothing happens if people have moved its articles, so that none or all of them would leave.
    """
    if found is None:
        return
    story = queries.story(Story.objects.get(key=found.story).pk)
    members = Membership.objects.filter(story=story)
    ids = [int(one) for one in found.ids]
    copies = members.filter(Q(article__in=ids) | Q(copy_of__in=ids)).exclude(~Q(article__in=ids), RETOLD_COPY)
    languages = set(members.filter(article__in=ids).values_list("language", flat=True))
    if "" not in languages:
        copies = copies.filter(language__in=languages | {""})
    leaving = list(copies.values_list("article_id", flat=True))
    if 0 < len(leaving) < members.count():
        split(leaving, story, now=now, note=found)


def story_of(article: ReadArticle, placement: Placement) -> tuple[Story, bool]:
    """The story that an article was placed in, and whether the article starts it."""
    story = Story.objects.filter(key=placement.story).first()
    if story:
        return queries.story(story.pk), False
    at, spoken = when(article), language(incoming(article))
    return Story.objects.create(key=placement.story, started_at=at, last_at=at, language=spoken), True


def original_of(placement: Placement, story: Story) -> Membership | None:
    """The member whose report this article repeats. An original that staff moved elsewhere does not count."""
    if placement.report == placement.id:
        return None
    return Membership.objects.filter(article=int(placement.report), story=story).first()


def relate(story: Story, placement: Placement) -> None:
    """Link stories that share the article's subject but not its event; the best score is stored."""
    for found in placement.receipt.get("related", ()):
        other = Story.objects.filter(key=found["story"]).first()
        if other is None or (other := queries.story(other.pk)) == story:
            continue
        first, second = sorted((story, other), key=lambda one: one.pk)
        relation, _ = Relation.objects.get_or_create(story=first, other=second, defaults={"score": found["score"]})
        if found["score"] > relation.score:
            relation.score = found["score"]
            relation.save(update_fields=["score"])


def when(article: ReadArticle) -> datetime:
    return article.published or article.found_at
