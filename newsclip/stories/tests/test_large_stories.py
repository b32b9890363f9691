"""A story of thousands of articles: one more does not count all of them."""

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.stories import actions
from newsclip.stories.models import Story
from newsclip.stories.tests.invented import BRIDGE, BRIDGE_TOLD_AGAIN, NOON, read_article


@pytest.mark.django_db
@pytest.mark.parametrize(("before", "after"), [(749, (750, 701)), (750, (2, 2))], ids=["added", "counted anew"])
def test_a_large_story_is_counted_anew_at_every_fiftieth_article_that_joins(before, after):
    index = MemoryStoryIndex()
    read_article(BRIDGE)
    list(actions.place(index=index, now=NOON, limit=9))
    Story.objects.update(articles=before, reports=700)
    read_article(BRIDGE_TOLD_AGAIN, hours=5)
    list(actions.place(index=index, now=NOON, limit=9))
    story = Story.objects.get()
    assert (story.articles, story.reports) == after
    assert (story.last_at - story.started_at).total_seconds() == 5 * 3600
