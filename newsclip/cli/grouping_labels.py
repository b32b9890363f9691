"""Manual merges and splits as labelled rows for evaluating the grouping."""

from collections.abc import Iterator
from itertools import batched
from typing import Any

from django.db.models.functions import Coalesce

from newsclip.articles import queries as articles
from newsclip.articles.ports import ReadArticle
from newsclip.stories import queries as stories
from newsclip.stories.models import Membership

_BATCH = 250


def rows() -> Iterator[dict[str, Any]]:
    """Every article of a decision still in force, in the order of time, with its current story.

    A row is input for `newsclip group` plus "gold": {"story"}, the expected answer.
    """
    told = {pk for one in stories.decisions() if not one.undone for pk in (*one.articles, *one.others)}
    when = (Coalesce("article__published", "article__found_at"), "article")
    held = Membership.objects.filter(article__in=told).order_by(*when).values_list("article_id", "story_id")
    for some in batched(held, _BATCH):
        found = articles.newest(pk for pk, _ in some)
        yield from (_row(found[pk], story) for pk, story in some if pk in found)


def _row(article: ReadArticle, story: int) -> dict[str, Any]:
    return {
        "id": str(article.id),
        "title": article.title,
        "text": article.text,
        "published": article.published and article.published.isoformat(),
        "language": article.language,
        "publisher": article.publisher,
        "owner": article.owner,
        "gold": {"story": str(story)},
    }
