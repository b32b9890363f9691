"""Cards tell when the newest article of a story came out, beside when the first did."""

from datetime import timedelta

import pytest
from django.utils import timezone
from lxml.html import fromstring

from newsclip.stories.models import Membership
from newsclip.web.cards.queries import cards
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def meta(first: timedelta, newest: timedelta, *, copied: bool = False) -> str:
    """The line of times of a clip whose first and newest articles came out so long ago."""
    now = timezone.now()
    clip = factories.ferry(at=now - first)
    clip.updated = now - newest
    if copied:
        members = list(Membership.objects.filter(story=clip.story).order_by("pk"))
        Membership.objects.filter(pk=members[-1].pk).update(copy_of=members[0].article_id)
    (card,) = cards([clip])
    line = fromstring(card.html()).cssselect(".card-meta")[0]
    assert all(one.get("title").endswith(" UTC") for one in line.cssselect("time"))
    return " ".join(line.text_content().split())


def test_a_story_that_went_on_says_when_beside_when_it_began():
    assert meta(5 * HOUR + MINUTE, 20 * MINUTE).startswith("5 h ago·updated 20 min ago·")


def test_that_of_an_older_day_does_so_too():
    assert "·updated 2 h ago·" in meta(70 * HOUR, 2 * HOUR + MINUTE)


@pytest.mark.parametrize(
    ("first", "newest"),
    [
        (5 * HOUR, 5 * HOUR),
        (40 * MINUTE, 20 * MINUTE),  # both of one moment's news
        (2 * HOUR + 50 * MINUTE, 2 * HOUR + 10 * MINUTE),  # "2 h ago" both
        (70 * HOUR, 13 * HOUR),  # no news of today
    ],
)
def test_what_tells_a_reader_nothing_new_is_not_said(first, newest):
    assert "updated" not in meta(first, newest)


def test_a_copy_of_a_report_is_no_development():
    assert "updated" not in meta(5 * HOUR, 20 * MINUTE, copied=True)
