"""The finite edition of a day."""

from datetime import datetime, timedelta
from itertools import combinations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from newsclip.stories.models import Relation
from newsclip.web.pages.edition import edition_page, is_worth_a_page
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def eve() -> datetime:
    """Noon of the day before; asked anew by each test, as a run may pass midnight."""
    return (timezone.now() - timedelta(days=1)).replace(hour=12)


def test_while_there_is_nothing_of_today_its_edition_is_that_of_the_day_before(client):
    factories.ferry(at=eve(), headline="The ferry of the eve")
    assert "The ferry of the eve" in client.get("/edition/today").content.decode()


@pytest.mark.parametrize(
    ("hour", "clips", "before", "is_worth"),
    [(4, 1, 3, False), (4, 3, 3, True), (4, 1, 1, True), (4, 0, 0, True), (12, 1, 3, True), (12, 0, 3, False)],
)
def test_one_clip_of_the_small_hours_is_no_edition(hour, clips, before, is_worth):
    assert is_worth_a_page(eve().replace(hour=hour), clips, before) is is_worth


def test_who_sees_the_day_before_is_told_what_there_is_of_today(rf):
    day = eve().date()
    request = rf.get("/edition/today")
    request.user = AnonymousUser()
    page = edition_page(request, day, canonical=False, so_far=2).content.decode()
    assert f'<a rel="next" href="/edition/{timezone.now().date()}">Today so far: 2 clips</a>' in page


def test_an_earlier_day_leads_to_the_day_before_and_the_day_after_it(client):
    day = eve().date() - timedelta(days=3)
    page = client.get(f"/edition/{day}").content.decode()
    assert f'<a rel="prev" href="/edition/{day - timedelta(days=1)}">The day before</a>' in page
    assert f'<a rel="next" href="/edition/{day + timedelta(days=1)}">The day after</a>' in page
    assert "The day after" not in client.get(f"/edition/{timezone.now().date()}").content.decode()


def test_once_there_is_something_of_today_the_day_before_is_gone_from_it(client):
    factories.ferry(at=eve(), headline="The ferry of the eve")
    factories.ferry(1, at=timezone.now(), headline="The ferry of today")
    page = client.get("/edition/today").content.decode()
    assert "The ferry of today" in page
    assert "The ferry of the eve" not in page


def test_an_edition_can_be_voted_on_and_discussed(client, signed_in):
    clip = factories.ferry(at=eve())
    page = signed_in.get(f"/edition/{eve().date()}").content.decode()
    assert f'formaction="/s/{clip.story_id}/vote"' in page
    assert f'id="title-{clip.story_id}"' in page
    assert '<form id="card-form" method="post"' in page
    assert f'href="/s/{clip.story_id}/discussion"' in page


def test_of_clips_of_one_matter_the_first_stands_with_the_others_under_it(client):
    made = [factories.ferry(n, at=eve(), headline=f"Ferry clip {n}", picture=False) for n in range(3)]
    factories.one_matter(*made[:2])
    page = html.fromstring(client.get(f"/edition/{eve().date()}").content.decode())
    briefs = [[link.text for link in one.cssselect("h3 a, p a[dir]")] for one in page.cssselect("article.brief")]
    assert sorted(map(sorted, briefs)) == [["Ferry clip 0", "Ferry clip 1"], ["Ferry clip 2"]]
    assert "3 clips, and then you are done." in page.text_content()


def test_an_edition_of_many_near_clips_takes_no_more_questions_than_one_of_two(client):
    def questions(number: int, day: timedelta) -> int:
        made = [factories.ferry(10 * day.days + n, at=eve() - day, picture=False) for n in range(number)]
        for one, other in combinations(made, 2):
            Relation.objects.create(story=one.story, other=other.story, score=-0.6)
        caches["process"].clear()
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/edition/{eve().date() - day}").status_code == 200
        return len(asked)

    questions(1, timedelta(days=1))  # what is counted once in some minutes is known by now
    assert questions(5, timedelta(days=3)) <= questions(2, timedelta(days=2))


def test_each_brief_names_who_tells_it(client):
    factories.ferry(at=eve())
    page = html.fromstring(client.get(f"/edition/{eve().date()}").content.decode())
    (tellers,) = page.cssselect(".brief .card-tellers")
    assert tellers.text_content() == "Marrow Harbour Times, Northern Ledger, Radio Kelling"


def test_where_yesterday_stands_for_today_the_page_says_why(client):
    factories.ferry(at=eve())
    assert "There is no news of today yet." in client.get("/edition/today").content.decode()
    assert "There is no news of today yet." not in client.get(f"/edition/{eve().date()}").content.decode()


def test_a_day_without_news_counts_nothing(client):
    page = client.get(f"/edition/{eve().date()}").content.decode()
    assert "Nothing was clipped that day." in page
    assert "then you are done" not in page
