"""The finite edition of a day."""

from datetime import datetime, timedelta
from itertools import combinations

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from newsclip.clips.models import Clip
from newsclip.ranking.models import Standing
from newsclip.stories.models import Relation
from newsclip.web.templatetags.newsclip import date_words
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def eve() -> datetime:
    """Noon of the day before; asked anew by each test, as a run may pass midnight."""
    return (timezone.now() - timedelta(days=1)).replace(hour=12)


def of_today(clips: int) -> None:
    for n in range(clips):
        factories.ferry(10 + n, at=timezone.now(), headline=f"The ferry of today {n}", picture=False)


def headings(client, address: str = "/edition/today") -> list[str]:
    page = html.fromstring(client.get(address).content.decode())
    return [one.text_content() for one in page.cssselect(".list-head h1, .edition-day, .brief h3 a")]


def test_while_there_is_nothing_of_today_yesterday_stands_below_its_name(client):
    factories.ferry(at=eve(), headline="The ferry of the eve")
    today = timezone.now().date()
    assert headings(client) == [
        f"Today, {date_words(today)}", f"Yesterday, {date_words(eve().date())}", "The ferry of the eve",
    ]  # fmt: skip
    assert "There is no news yet today. This is yesterday’s." in client.get("/edition/today").content.decode()


def test_what_little_there_is_of_today_stands_above_yesterday(client):
    factories.ferry(at=eve(), headline="The ferry of the eve")
    of_today(2)
    assert [one for one in headings(client) if "ferry" in one][-1] == "The ferry of the eve"
    page = client.get("/edition/today").content.decode()
    assert "There is not much news yet today. Yesterday’s is below." in page
    assert "3 clips, and then you are done." in page


def test_once_there_are_three_clips_of_today_yesterday_is_gone_from_it(client):
    factories.ferry(at=eve(), headline="The ferry of the eve")
    of_today(3)
    page = client.get("/edition/today").content.decode()
    assert "The ferry of today 2" in page
    assert "esterday" not in page
    assert "The ferry of the eve" not in page


def test_a_day_of_many_clips_begins_with_the_three_of_most_independent_reports(client):
    for n, (reports, total) in enumerate([(2, 90), (5, 3), (9, 1), (5, 4), (1, 80), (3, 70)]):
        clip = factories.ferry(10 + n, at=eve(), headline=f"The ferry {n}", picture=False)
        Clip.objects.filter(pk=clip.pk).update(reports=reports)
        Standing.objects.filter(clip=clip).update(total=total)
    page = html.fromstring(client.get(f"/edition/{eve():%Y-%m-%d}").content.decode())
    first, *others = page.cssselect(".edition-part")
    assert first.cssselect("h2")[0].text_content() == "Most reported"
    assert [one.text_content() for one in first.cssselect("h3 a")] == ["The ferry 2", "The ferry 3", "The ferry 1"]
    rest = [link.text_content() for part in others for link in part.cssselect("h3 a")]
    assert rest == ["The ferry 0", "The ferry 4", "The ferry 5"], "each stands there once, by heat"


def test_a_day_at_its_own_address_has_no_other_below_it(client):
    factories.ferry(at=eve(), headline="The ferry of the eve")
    page = client.get(f"/edition/{timezone.now().date()}").content.decode()
    assert "The ferry of the eve" not in page
    assert "There is no news yet today." in page


def test_the_days_beside_an_edition_are_named_by_their_dates(client):
    day = eve().date() - timedelta(days=3)
    earlier, later = day - timedelta(days=1), day + timedelta(days=1)
    page = html.fromstring(client.get(f"/edition/{day}").content.decode())
    links = [(one.get("href"), one.text_content()) for one in page.cssselect(".edition-days a")]
    assert links == [
        (f"/edition/{earlier}", f"← {date_words(earlier)}"),
        (f"/edition/{later}", f"{date_words(later)} →"),
    ]
    assert 'rel="next"' not in client.get(f"/edition/{timezone.now().date()}").content.decode()


def test_from_today_one_goes_to_yesterday_even_where_it_stands_below(client):
    factories.ferry(at=eve())
    page = html.fromstring(client.get("/edition/today").content.decode())
    (link,) = page.cssselect(".edition-days a")
    assert link.get("href") == f"/edition/{eve().date()}"


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
    assert "2 clips, and then you are done." in page.text_content()


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


def test_a_day_without_news_counts_nothing(client):
    page = client.get(f"/edition/{eve().date()}").content.decode()
    assert "There are no clips from that day." in page
    assert "then you are done" not in page
