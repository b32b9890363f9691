"""Who told a story first, and how often a publisher did: by one rule. Read only."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from django.db.models import Count, F, QuerySet, Window
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import RowNumber

from newsclip.articles import queries as articles
from newsclip.language.agency_credits import EDGE
from newsclip.stories.models import Membership
from newsclip.stories.ports import Beginning, PublisherTellings
from newsclip.stories.rules.first_telling import beginning
from newsclip.stories.rules.publisher_credits import Telling

_MOST_IN_ONE = 1_000  # articles of a story that are compared: a third of a second for twice as many, at first
_MOST_COUNTED = 2_000  # articles, of all stories of a publisher
_SOURCE = KeyTextTransform("source", KeyTextTransform("copy", "receipt"))
_ANY_TIME_FIRST = (F("article__published").asc(nulls_first=True), "article__found_at", "pk")


class _Told(NamedTuple):
    """A telling, with what of its story and publisher is counted."""

    story: int
    reports: int
    publisher: int
    at: datetime
    telling: Telling


def beginning_of(members: "QuerySet[Membership]") -> Beginning:
    """Who told first among these articles of one story; of very many, those that can have come first count."""
    return beginning([one.telling for one in _told(members.order_by(*_ANY_TIME_FIRST)[:_MOST_IN_ONE])])


def tellings_among(members: "QuerySet[Membership]") -> list[Telling]:
    """These articles of one story, with whom they credit."""
    return [one.telling for one in _told(members)]


def tellings_of(publisher_id: int, since: datetime) -> PublisherTellings:
    """What this publisher told in stories since then, beside others: as their pages say who told them and who copied.

    Of very many stories the newest are looked at for who was first and who copied.
    """
    mine = Membership.objects.filter(article__publisher=publisher_id, at__gte=since)
    together = mine.filter(story__articles__gt=1).order_by("-story").values_list("story", "story__articles").distinct()
    looked_at, articles_in_all = list[int](), 0
    for story, number in together[: _MOST_COUNTED + 1]:
        articles_in_all += min(number, _MOST_IN_ONE)
        if articles_in_all > _MOST_COUNTED and looked_at:
            break
        looked_at.append(story)
    turn = Window(RowNumber(), partition_by="story", order_by=_ANY_TIME_FIRST)
    rows = Membership.objects.filter(story__in=looked_at).annotate(turn=turn).filter(turn__lte=_MOST_IN_ONE)
    first = copies = copied = 0
    for _, told in groupby(_told(rows.order_by("story", "turn")), key=lambda one: one.story):
        one = _counted(list(told), publisher_id, since)
        first, copies, copied = first + one.first, copies + one.copies, copied + one.copied
    number = mine.aggregate(number=Count("story", distinct=True))["number"]
    return PublisherTellings(number, first, copies, copied, more=articles_in_all > _MOST_COUNTED)


def _counted(told: list[_Told], publisher: int, since: datetime) -> PublisherTellings:
    """What one story says of the publisher."""
    found, whose = beginning([one.telling for one in told]), {one.telling.article: one.publisher for one in told}
    several = told[0].reports > 1 and len(set(whose.values())) > 1
    copies = [
        (one.publisher, whose[lead])
        for one in told
        if one.at >= since and (lead := found.leads[one.telling.report]) is not None and whose[lead] != one.publisher
    ]
    return PublisherTellings(
        stories=1,
        first=int(several and found.first is not None and whose[found.first] == publisher),
        copies=sum(by == publisher for by, _ in copies),
        copied=sum(of == publisher for _, of in copies),
    )


def _told(members: "QuerySet[Membership]") -> Iterator[_Told]:
    rows = members.select_related("story", "article__publisher").defer("receipt").annotate(source=_SOURCE)
    known = list(rows)
    ends = articles.ends((row.article_id for row in known), EDGE)
    for row in known:
        article, (authors, head, tail) = row.article, ends.get(row.article_id, ([], "", ""))
        authors = [*authors, *filter(None, [row.source])]  # whose report it was found to be, named in the text alone
        publisher = article.publisher.name or article.publisher.domain
        told = Telling(
            row.article_id, row.report, publisher, article.published, article.found_at, tuple(authors), head, tail
        )
        yield _Told(row.story_id, row.story.reports, article.publisher_id, row.at, told)
