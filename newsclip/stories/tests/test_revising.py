"""An article whose words changed."""

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.sources.models import Publisher
from newsclip.stories import actions, queries
from newsclip.stories.models import Membership, Story
from newsclip.stories.tests.invented import (
    BRIDGE,
    BRIDGE_TOLD_AGAIN,
    NOON,
    ORCHARD,
    events_of,
    read_article,
    revise,
    words,
)

pytestmark = pytest.mark.django_db
ORCHARD_TOLD_AGAIN = (
    "Hail takes the pears of Hallisted",
    "After a hailstorm of minutes the pear growers of Hallisted stand before bare orchards above Lake Ansel. Nets had "
    "been taken in, said Petra Oyelaran, who chairs the growers' cooperative. Insurers look at forty farms; the "
    "ministry promised loans without interest, the cooperative asks for the fund for bad harvests.",
)


@pytest.fixture
def index():
    return MemoryStoryIndex()


def place(index):
    return [result.code for result in actions.place(index=index, now=NOON, limit=50)]


def story_of(article):
    return Membership.objects.get(article=article).story_id


def test_a_revision_that_tells_another_event_moves_to_its_story(index):
    bridge, mistaken, orchard = read_article(BRIDGE), read_article(BRIDGE_TOLD_AGAIN, hours=1), read_article(ORCHARD)
    place(index)
    before = story_of(bridge)
    assert story_of(mistaken) == before
    revise(mistaken, ORCHARD_TOLD_AGAIN)
    assert place(index) == ["moved"]
    assert (story_of(mistaken), story_of(bridge)) == (story_of(orchard), before)
    assert events_of(before)[-1].kind == "moved"
    assert Story.objects.get(pk=before).articles == 1


def test_a_story_whose_only_article_moves_away_leads_on(index):
    orchard, alone = read_article(ORCHARD), read_article(BRIDGE, hours=1)
    place(index)
    before = story_of(alone)
    revise(alone, ORCHARD_TOLD_AGAIN)
    place(index)
    assert queries.story(before).pk == story_of(orchard) == story_of(alone)


def test_a_story_goes_on_without_the_article_that_began_it(index):
    first, second = read_article(BRIDGE), read_article(BRIDGE_TOLD_AGAIN, hours=1)
    place(index)
    before = story_of(second)
    revise(first, ORCHARD)
    assert place(index) == ["moved"]
    assert story_of(second) == before != story_of(first)


def test_a_live_blog_that_grows_all_day_stays_in_its_story(index):
    read_article(BRIDGE)
    blog = read_article(BRIDGE_TOLD_AGAIN, hours=1)
    place(index)
    text = BRIDGE_TOLD_AGAIN[1]
    for hour in range(12):
        text += (
            f" At {hour} o'clock the ferries of Velmora carried passengers past the closed bridge, {hour}00 of them."
        )
        revise(blog, (BRIDGE_TOLD_AGAIN[0], text))
        assert place(index) == ["revised"]
    assert Story.objects.get().articles == 2


@pytest.mark.parametrize(("ferry", "pear", "stays"), [(12, 15, True), (6, 15, False)])
def test_a_revision_stays_where_it_fits_though_it_fits_better_elsewhere(index, ferry, pear, stays):
    told = [read_article(("", words(**held))) for held in ({"ferry": 20}, {"pear": 20}, {"ferry": 18, "quay": 2})]
    place(index)
    before = story_of(told[0])
    assert [story_of(one) == before for one in told] == [True, False, True]
    revise(told[2], ("", words(ferry=ferry, pear=pear)))
    place(index)
    assert story_of(told[2]) == (before if stays else story_of(told[1]))


def test_what_people_put_somewhere_stays_there(index):
    read_article(BRIDGE)
    again, orchard = read_article(BRIDGE_TOLD_AGAIN, hours=1), read_article(ORCHARD)
    place(index)
    actions.merge(Story.objects.get(pk=story_of(orchard)), Story.objects.get(pk=story_of(again)), now=NOON, by="ines")
    revise(orchard, (ORCHARD[0], ORCHARD[1] + " Bees were spared."))
    assert place(index) == ["revised"]
    assert story_of(orchard) == story_of(again)


def test_a_copy_that_is_rewritten_is_a_report_of_its_own(index):
    read_article(BRIDGE)
    copy = read_article((BRIDGE[0], BRIDGE[1] + " (AP)"), hours=1)
    place(index)
    assert Story.objects.get().reports == 1
    revise(copy, BRIDGE_TOLD_AGAIN)
    place(index)
    assert Story.objects.get().reports == 2


def test_a_publisher_that_changes_its_credit_line_stays_in_its_report_and_tells_anew_who_was_first(index):
    """First it names nobody, then the paper that it took the text from, then nobody again."""
    lantern, mail = read_article(BRIDGE), read_article(BRIDGE)
    mail.publisher = Publisher.objects.create(domain="mail.localhost", name="Bay Mail")
    mail.save()
    place(index)
    found = [first_of(mail)]
    for credit in ("First published by The Velmora Lantern.", ""):
        revise(mail, (BRIDGE[0], f"{BRIDGE[1]}\n\n{credit}".rstrip()))
        place(index)
        found.append(first_of(mail))
    assert found == [(None, "same_day"), (lantern.pk, "credit"), (None, "same_day")]
    story = Story.objects.get()
    assert (story.articles, story.reports) == (2, 1)


def first_of(article):
    found = queries.beginning_of(Membership.objects.filter(story=story_of(article)))
    return found.first, found.why
