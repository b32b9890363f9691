"""What was said of a story is where that story is: whatever it was merged into, however that is taken back."""

from itertools import permutations

import pytest

from newsclip.clips.tests.stories import BRIDGE, CROWD
from newsclip.clips.tests.test_actions import NOW, a_story
from newsclip.community import actions as community
from newsclip.community.models import Comment
from newsclip.community.tests.conftest import person
from newsclip.pipeline.contributions import go_along
from newsclip.stories import actions as stories
from newsclip.stories import queries as gathered
from newsclip.stories.models import StoryEvent

pytestmark = pytest.mark.django_db

SHAPES = (
    ((0, 1), (1, 2), (2, 3)),  # each into the next
    ((0, 3), (1, 3), (2, 3)),  # all into one
    ((0, 1), (2, 3), (1, 3)),  # two pairs
)


def possible(back):
    """What a story was merged into after it had taken in another is taken back first."""
    within = [(outer, inner) for outer in back for inner in back if outer[0] == inner[1]]
    return all(back.index(outer) < back.index(inner) for outer, inner in within)


BACK = [(merges, back) for merges in SHAPES for back in permutations(merges) if possible(back)]


class Town:
    """Four stories with a comment each; `whose`: comment → the story that it, or what it answers, was said on."""

    def __init__(self):
        self.stories = [a_story(f"{number} {BRIDGE.title}", CROWD.text) for number in range(4)]
        self.reader, self.whose = person("mara", days=900), {}
        for story in self.stories:
            self.say(story.pk)

    def say(self, story_id, parent=None):
        words = f"Words {len(self.whose)}."
        said = community.comment(self.reader, story_id, words, now=NOW, parent=parent)
        self.whose[said.pk] = self.whose[parent.pk] if parent else story_id

    def merge(self, story, into):
        stories.merge(self.stories[story], self.stories[into], now=NOW)

    def talk(self):
        """What answers nobody is answered, and something is said of each story as it is now."""
        for said in list(Comment.objects.filter(parent=None).order_by("pk")):
            self.say(said.story_id, said)
        for story in gathered.live():
            self.say(story.pk)

    def take_back(self, story, into):
        event = StoryEvent.objects.get(story=self.stories[story], detail__into=self.stories[into].pk)
        stories.undo(event, now=NOW, by="ines")

    def all_is_where_its_story_is(self):
        go_along(now=NOW)
        there = dict(Comment.objects.values_list("pk", "story"))
        return there == {said: gathered.story(story).pk for said, story in self.whose.items()}


@pytest.mark.parametrize(("merges", "back"), BACK)
@pytest.mark.parametrize("each", [True, False], ids=["gone along each time", "all at once"])
def test_each_comment_comes_back_to_its_story_in_every_order(merges, back, each):
    town = Town()
    for story, into in merges:
        town.merge(story, into)
        if each:
            assert town.all_is_where_its_story_is()
            town.talk()
    assert town.all_is_where_its_story_is()
    for story, into in back:
        town.take_back(story, into)
        assert not each or town.all_is_where_its_story_is()
    assert town.all_is_where_its_story_is()
    assert {said.story_id for said in Comment.objects.all()} == {story.pk for story in town.stories}
    assert not Comment.objects.exclude(said_on=None).exists()


def test_a_story_that_comes_back_and_is_merged_elsewhere_at_once_takes_its_comments_there():
    town = Town()
    town.merge(0, 1)
    assert town.all_is_where_its_story_is()
    town.take_back(0, 1)
    town.merge(0, 2)
    assert town.all_is_where_its_story_is()
