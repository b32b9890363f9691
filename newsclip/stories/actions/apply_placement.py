"""Turn the index's decisions into rows: stories found or started, merged, split, related; articles moved."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from newsclip.articles.ports import ReadArticle
from newsclip.stories import queries
from newsclip.stories.actions.agency_reports import RETOLD_COPY
from newsclip.stories.actions.manual import merge, split
from newsclip.stories.actions.sync_index import incoming
from newsclip.stories.models import Membership, Relation, Story
from newsclip.stories.ports import Merge, Move, Placement, Split
from newsclip.stories.rules.languages import language


def apply_merges(merges: Iterable[Merge], now: datetime) -> None:
    """Merge stories that turned out to be one. Nothing happens if people have merged them already."""
    for found in merges:
        gone, into = (queries.story(Story.objects.get(key=key).pk) for key in (found.gone, found.into))
        if gone != into:
            merge(gone, into, now=now, receipt=found.receipt)


def move_and_split(placement: Placement, now: datetime) -> None:
    """Move articles to stories that they fit better, and split a story that turned out to be two events.

    Copies go with their originals, translations stay. Nothing happens if people have moved the articles, so that none
    or all of a story would leave.
    """
    for found in placement.moves:
        story, into = (queries.story(Story.objects.get(key=key).pk) for key in (found.story, found.into))
        if story != into and (leaving := _leaving(story, [found.id])):
            why = {name: value for name, value in found.receipt.items() if name != "shared"}  # with the story it joins
            apart = split(leaving, story, now=now, note=Split(found.story, "", [found.id], why))
            merge(apart, into, now=now, receipt=found.receipt)
            _explain(found)
    if placement.split:
        story = queries.story(Story.objects.get(key=placement.split.story).pk)
        if leaving := _leaving(story, placement.split.ids):
            split(leaving, story, now=now, note=placement.split)


def _explain(found: Move) -> None:
    """Store why a moved article is where it is now."""
    member = Membership.objects.get(article=int(found.id))
    kept = {name: value for name, value in member.receipt.items() if name != "copy" or member.copy_of_id}
    of = str(member.copy_of_id) if member.copy_of_id else None
    member.receipt = kept | dict(found.receipt) | {"joined": True, "copy_of": of}
    member.save(update_fields=["receipt"])


def _leaving(story: Story, names: Iterable[str]) -> list[int]:
    """These articles of a story and their copies; none if all of the story would leave."""
    members = Membership.objects.filter(story=story)
    ids = [int(one) for one in names]
    copies = members.filter(Q(article__in=ids) | Q(copy_of__in=ids)).exclude(~Q(article__in=ids), RETOLD_COPY)
    languages = set(members.filter(article__in=ids).values_list("language", flat=True))
    if "" not in languages:
        copies = copies.filter(language__in=languages | {""})
    leaving = list(copies.values_list("article_id", flat=True))
    return leaving if len(leaving) < members.count() else []


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
