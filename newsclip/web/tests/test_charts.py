"""Pictures of the news: what they show, in words too; small, without scripts, the same bytes for the same numbers."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.stories.models import Membership
from newsclip.web.charts import series, svg
from newsclip.web.pages import charts
from newsclip.web.tests import factories

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_a_story_grows_with_each_article_and_with_each_report_once():
    told = [(NOON + timedelta(hours=hours), report) for hours, report in ((3, 2), (0, 1), (1, 1), (2, 2))]
    assert [(one.articles, one.reports) for one in series.growth(told)] == [(1, 1), (2, 1), (3, 2), (4, 2)]


def test_a_story_of_thousands_keeps_its_beginning_and_its_end():
    points = series.growth((NOON + timedelta(minutes=n), n % 7) for n in range(5000))
    assert (points[0].articles, points[-1].articles, points[-1].reports) == (1, 5000, 7)
    assert len(points) < 50


def test_a_month_has_thirty_days_also_those_without_news():
    days = series.by_day({date(2026, 11, 24): 2, date(2026, 10, 1): 9}, today=date(2026, 11, 24))
    assert (len(days), days[0][0], days[-1]) == (30, date(2026, 10, 26), (date(2026, 11, 24), 2))
    assert sum(number for _, number in days) == 2


CHARTS = {
    "lines": lambda name: svg.lines([(name, [(0, 1), (60, 5)]), ("other", [(0, 1), (60, 2)])], [(0, "1 May")]),
    "columns": lambda name: svg.columns([0, 3, 1] * 10, {0: name}),
    "bars": lambda name: svg.bars([(name, 9), ("other", 1)]),
}


@pytest.mark.parametrize("kind", CHARTS)
@pytest.mark.parametrize(
    "name", ["Harbour Times", "<script>alert(1)</script>&", "x" * 200, "مرفأ", "👩‍👩‍👧‍👦" * 20, ""]
)
def test_a_chart_is_small_holds_no_script_and_is_the_same_for_the_same_numbers(kind, name):
    drawn = CHARTS[kind](name)
    root = etree.fromstring(drawn)
    assert not root.xpath("//*[local-name()='script']")
    assert b"http://pygal" not in drawn
    assert len(drawn) < 16_000
    assert CHARTS[kind](name) == drawn


def test_the_first_bar_is_on_top_and_the_longest():
    root = etree.fromstring(svg.bars([("Harbour Times", 9), ("Northern Ledger", 1)]))
    widths = [
        float(one.get("width")) for one in root.xpath("//*[local-name()='rect' and contains(@class, 'reactive')]")
    ]
    names = [one.text for one in root.xpath("//*[local-name()='text']") if one.text in {"Harbour Times", "9"}]
    assert max(widths) > 5 * min(widths)
    assert {"Harbour Times", "9"} <= set(names)


@pytest.fixture
def clip(db) -> Clip:
    caches["process"].clear()
    return factories.ferry()


def spread(clip: Clip) -> None:
    """Its articles came an hour apart."""
    for hours, row in enumerate(Membership.objects.filter(story=clip.story).select_related("article")):
        row.article.published = clip.published + timedelta(hours=hours, minutes=1)
        row.article.save()


def test_a_story_page_shows_how_it_grew_and_says_it_in_words(client, clip):
    spread(clip)
    html = client.get(f"/s/{clip.story_id}").content.decode()
    assert f'src="/s/{clip.story_id}/growth.svg"' in html
    assert "it grew to 3 articles and 3 independent reports" in html
    drawn = client.get(f"/s/{clip.story_id}/growth.svg")
    assert drawn["Content-Type"] == "image/svg+xml"
    assert b">12:01<" in drawn.content  # hours, as all came on one day
    policy = {"default-src 'none'", "sandbox", "style-src 'unsafe-inline'"}  # no script, nothing from elsewhere
    assert set(drawn["Content-Security-Policy"].split("; ")) == policy


def test_what_came_within_an_hour_is_not_drawn(client, clip):
    assert "growth.svg" not in client.get(f"/s/{clip.story_id}").content.decode()
    assert client.get(f"/s/{clip.story_id}/growth.svg").status_code == 404
    assert client.get("/s/999999/growth.svg").status_code == 404


def test_the_bars_say_how_many_facts_each_tells_without_whom_the_reader_mutes(client, clip):
    html = client.get(f"/s/{clip.story_id}").content.decode()
    assert f'src="/s/{clip.story_id}/tellers.svg"' in html
    assert "What the clip says, by publisher, as bars: Marrow Harbour Times" in html
    assert b"Northern Ledger" in client.get(f"/s/{clip.story_id}/tellers.svg").content
    client.post("/muted", {"source": "ledger.example", "back": "/"})
    assert b"Northern Ledger" not in client.get(f"/s/{clip.story_id}/tellers.svg").content


def test_whoever_has_no_bar_is_named(clip):
    covered = clips.coverage_of(clip.story, clips.document(clip), frozenset())
    by_one = [fact for fact in covered.facts if len(fact.told_by) == 1][:1]
    kept = replace(covered, facts=tuple(by_one))
    ((told, number),) = charts.told_by(kept)
    assert (number, {told, *charts.without_facts(kept)}) == (1, {one.publisher for one in covered.tellers})
    assert charts.without_facts(covered) == []


def test_a_withdrawn_clip_has_no_bars(client, clip):
    Clip.objects.update(state=Clip.State.WITHDRAWN)
    assert client.get(f"/s/{clip.story_id}/tellers.svg").status_code == 404


@pytest.mark.parametrize("place", ["/tag/sabine", "/category/general"])
def test_a_topic_shows_its_last_thirty_days(client, clip, place):
    now = timezone.now()
    for number, back in enumerate((0, 1, 1), start=1):
        factories.ferry(number, at=now - timedelta(days=back))
    Clip.objects.filter(pk=clip.pk).update(published=now - timedelta(days=40))
    html = client.get(place).content.decode()
    assert f'src="{place}/month.svg"' in html
    assert "3 clips in the last 30 days" in html
    assert client.get(f"{place}/month.svg").status_code == 200


@pytest.mark.parametrize("place", ["/tag/sabine", "/category/general", "/category/nothing", "/tag/nothing"])
def test_a_topic_of_which_little_was_told_is_not_drawn(client, clip, place):
    assert "month.svg" not in client.get(place).content.decode()
    assert client.get(f"{place}/month.svg").status_code == 404


def test_the_picture_of_a_new_category_is_there_with_its_page(client, clip):
    Clip.objects.update(category="World")
    client.get("/")  # pages' heads know the categories of now for a while
    for number in range(3):
        factories.ferry(number + 1, at=timezone.now())
    assert 'src="/category/general/month.svg"' in client.get("/category/general").content.decode()
    assert client.get("/category/general/month.svg").status_code == 200


def test_made_up_hashtags_take_no_room_from_what_is_kept(client, clip):
    assert client.get("/tag/nothing/month.svg").status_code == 404
    assert [key for key in caches["process"]._cache if "month" in key] == []
    assert client.get("/tag/Sabine/month.svg")["Location"] == "/tag/sabine/month.svg"


def test_days_are_counted_by_the_database(clip):
    for number in range(1, 6):
        factories.ferry(number, at=NOON + timedelta(hours=number))
    with CaptureQueriesContext(connection) as asked:
        counts = clips.published_by_day(clips.newest(), since=NOON - timedelta(days=1))
    assert counts == {date(2026, 11, 24): 6}
    assert len(asked) == 1
