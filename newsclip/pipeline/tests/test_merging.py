"""What people said of stories and know of them, when these are merged, and when that is taken back."""

from itertools import permutations

import pytest

from newsclip.clips.models import Clip
from newsclip.clips.tests.test_actions import NOW, a_story, add_article, write_all
from newsclip.community import actions as community
from newsclip.community import queries as community_queries
from newsclip.community.models import Comment
from newsclip.community.tests.conftest import person
from newsclip.pipeline.contributions import follow_merges
from newsclip.stories import actions as stories
from newsclip.stories import queries as stories_queries
from newsclip.stories.models import Story, StoryEvent
from newsclip.writing.tests.stories import BRIDGE, CROWD, MONDAY, SHORT_BRIDGE, article

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

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

CRACK = article(
    3,
    "Divers find crack in new Orlo Bay bridge",
    "Divers found a crack in the third pillar of the harbour bridge in Orlo Bay on Monday evening.\n\n"
    "The bridge was closed to lorries at once, and engineers will look at the pillar on Tuesday.\n\n"
    "“It is as long as my arm, and I have never seen one like it,” said Jonne Varga, who leads the divers.",
)


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
        for story in Story.objects.filter(merged_into=None):
            self.say(story.pk)

    def take_back(self, story, into):
        event = StoryEvent.objects.get(story=self.stories[story], detail__into=self.stories[into].pk)
        stories.undo(event, now=NOW, by="ines")

    def all_is_where_its_story_is(self):
        follow_merges(now=NOW)
        there = dict(Comment.objects.values_list("pk", "story"))
        return there == {said: stories_queries.story(story).pk for said, story in self.whose.items()}


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


def written_and_announced():
    write_all()
    list(community.announce(community_queries.to_announce(), now=NOW))


def followed(*told):
    """Two stories of one event with a clip each, and somebody who follows the one or the other."""
    pair = [a_story(one.title, one.text) for one in told]
    readers = person("nils"), person("mara")
    for reader, story in zip(readers, pair, strict=True):
        community.follow(reader, "story", str(story.pk), now=NOW)
    written_and_announced()
    return *pair, readers


def test_what_either_of_two_stories_had_told_is_no_news_when_they_become_one():
    kept, merged, readers = followed(SHORT_BRIDGE, CROWD)
    stories.merge(merged, kept, now=NOW)
    follow_merges(now=NOW)
    written_and_announced()
    assert "Police closed the quay" in str(Clip.objects.get(story=kept).document)
    assert [list(community_queries.news_for(reader)) for reader in readers] == [[], []]


def test_what_neither_of_two_stories_that_became_one_had_told_is_news_to_the_followers_of_both():
    kept, merged, readers = followed(CRACK, CROWD)
    add_article(kept, BRIDGE.title, BRIDGE.text, MONDAY)
    stories.merge(merged, kept, now=NOW)
    follow_merges(now=NOW)
    written_and_announced()
    headline = Clip.objects.get(story=kept).headline
    for reader in readers:
        facts, reports = (community_queries.news_for(reader).filter(kind=kind) for kind in ("fact", "report"))
        assert [one.words for one in reports] == [f"One more independent report: {headline}"]
        assert facts
        assert not [one for one in facts if one.words.removeprefix("New: ") in CRACK.text + CROWD.text]
