"""What people split and merged comes out as rows that grouping is tried and scored on."""

import json

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.cli.filters.group import make
from newsclip.cli.tune import labels
from newsclip.stories import actions
from newsclip.stories.models import Membership, Story
from newsclip.stories.tests.invented import BRIDGE, BRIDGE_TOLD_AGAIN, BRUECKE, NOON, ORCHARD, events_of, read_article

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def placed():
    articles = [read_article(told, hours=hours) for hours, told in enumerate((ORCHARD, BRIDGE, BRIDGE_TOLD_AGAIN))]
    read_article(BRUECKE, hours=9, language="de")
    assert len(list(actions.place(index=MemoryStoryIndex(), now=NOON, limit=10))) == 4
    return articles


def printed(capsys):
    labels()
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def stories(rows):
    return [row["gold"]["story"] for row in rows]


def test_decisions_that_stand_become_rows_in_the_order_of_time(placed, capsys):
    orchard, bridge, again = placed
    story = Membership.objects.get(article=bridge).story
    actions.split([again.pk], story, now=NOON, by="ines")
    rows = printed(capsys)
    assert [row["id"] for row in rows] == [str(bridge.pk), str(again.pk)]
    assert len(set(stories(rows))) == 2
    assert rows[0]["text"] == BRIDGE[1]
    actions.merge(Membership.objects.get(article=orchard).story, story, now=NOON, by="ines")
    rows = printed(capsys)
    assert [row["id"] for row in rows] == [str(one.pk) for one in placed]
    assert stories(rows)[0] == stories(rows)[1] != stories(rows)[2]


def test_what_was_taken_back_labels_nothing_but_what_stands(placed, capsys):
    _, bridge, again = placed
    story = Membership.objects.get(article=bridge).story
    actions.split([again.pk], story, now=NOON, by="ines")
    actions.undo(events_of(story.pk)[-1], now=NOON, by="ines")
    assert len(set(stories(printed(capsys)))) == 1
    assert Story.objects.get(pk=story.pk).articles == 2


def test_the_group_filter_takes_the_rows_as_they_are(placed, capsys):
    _, bridge, again = placed
    actions.split([again.pk], Membership.objects.get(article=bridge).story, now=NOON, by="ines")
    group = make()
    answers = [group(row)["story"] for row in printed(capsys)]
    assert answers == [str(bridge.pk)] * 2
