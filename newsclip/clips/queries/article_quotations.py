"""What the articles of stories quote.

Nothing of it is stored but in the index of search: it is found in the articles as they are now, so what was changed or
taken down leaves no words.
"""

from collections.abc import Callable, Collection, Iterator

from django.db.models import F

from newsclip.articles import queries as articles
from newsclip.articles.ports import ReadArticle
from newsclip.clips.queries.taken_out import taken_out_of
from newsclip.clips.rules.article_quotations import ArticleQuotation, article_quotations
from newsclip.clips.rules.corrections import is_retracted
from newsclip.stories.models import Membership

_MOST_ARTICLES = 24  # of a story
_MOST_READ = 12  # articles of a page of results: each takes some 10 ms


def quoted_in_story(story_id: int) -> list[ArticleQuotation]:
    """What the story's articles quote, the same words of one speaker once."""
    out = taken_out_of([story_id]).get(story_id, frozenset())
    found: dict[tuple[str, str], ArticleQuotation] = {}
    for read in _read([story_id])[story_id]:
        for one in article_quotations(read, out):
            found.setdefault((one.text, one.by), one)
    return list(found.values())


def quoted_in_stories(
    story_ids: Collection[int], worth: Callable[[int, str], bool], without: Collection[str] = ()
) -> Iterator[tuple[int, ArticleQuotation]]:
    """Each of these stories with what its articles quote; `worth`: of which of their texts it is asked, 12 at most.

    `without`: domains of publishers.
    """
    there = _read(story_ids)
    asked = [
        (story, read)
        for story in story_ids
        for read in there.get(story, ())
        if read.domain not in without and worth(story, read.shown)
    ][:_MOST_READ]
    out = taken_out_of({story for story, _ in asked}) if asked else {}
    for story, read in asked:
        yield from ((story, one) for one in article_quotations(read, out.get(story, frozenset())))


def _read(story_ids: Collection[int]) -> dict[int, list[ReadArticle]]:
    """The newest revisions of each story's articles, copies last, less what publishers took back."""
    numbers: dict[int, list[int]] = {story: [] for story in story_ids}
    members = Membership.objects.filter(story__in=story_ids).order_by(F("copy_of").asc(nulls_first=True), "pk")
    for story, article in members.values_list("story", "article"):
        numbers[story] += [article] if len(numbers[story]) < _MOST_ARTICLES else []
    asked = [article for told in numbers.values() for article in told]
    gone = articles.gone(asked)
    newest = articles.newest(one for one in asked if one not in gone)
    there = {pk: read for pk, read in newest.items() if not is_retracted(read.title, read.text)}
    return {story: [there[one] for one in told if one in there] for story, told in numbers.items()}
