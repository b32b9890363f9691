"""The staff page draws how the work goes."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.translation import override
from lxml import etree

from newsclip import clock
from newsclip.accounts.models import Reader
from newsclip.articles.models import Article
from newsclip.clips.models import Attempt, ClipVersion
from newsclip.health import charts, dashboard, stats
from newsclip.health.charts import Number
from newsclip.sources.models import Look, Source
from newsclip.stories.models import Story
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def work():
    """A day of work: looks that went well and failed, refusals, a clip after two hours, money spent."""
    now = clock.now()
    clip = factories.ferry(at=now - timedelta(hours=3))
    ClipVersion.objects.update(at=now - timedelta(hours=1))
    source = Source.objects.first()
    Source.objects.update(due_at=now - timedelta(minutes=1))
    Look.objects.bulk_create(Look(source=source, at=now, code=code) for code in ("looked", "unchanged", "timeout"))
    Look.objects.create(source=source, at=now - timedelta(days=40), code="timeout")
    for number in range(3):
        Article.objects.create(
            url=f"https://ledger.example/<{number}>", source=source, publisher=source.publisher, state="refused",
            code="not_html" if number else "robots", found_at=now,
        )  # fmt: skip
    Attempt.objects.create(story=Story.objects.first(), model="tiny", at=now, code="written", cost=Decimal("1.5"))
    return clip


def shown(with_cost: bool = True) -> dict[str, charts.Chart]:
    with override("en"):
        return {chart.id: chart for chart in dashboard.charts(clock.now(), with_cost=with_cost)}


def test_the_pictures_say_what_is_in_the_tables(work):
    found = shown()
    assert found["health-of-sources"].sums == "1 of 3 looks at sources failed in 14 days."
    assert found["health-of-sources"].numbers[-1].said == "1"
    assert found["health-of-sources"].rows[-1][1] == ["2", "1"]
    assert found["refusals"].rows == [("not_html", ["2"]), ("robots", ["1"])]
    assert found["backlog"].sums.startswith("Most wait at sources: 3")
    assert (
        found["time-to-clip"].sums == "Half of the latest 1 clips came within 2.0 hours, nine of ten within 2.0 hours."
    )
    assert [(n.label, n.said) for n in found["refusals"].numbers] == [("not_html", "2"), ("robots", "1")]
    assert found["cost"].sums.startswith("1.50 in 14 days")
    assert "cost" not in shown(with_cost=False)


def test_with_nothing_in_the_tables_they_say_so_and_draw_nothing():
    found = shown()
    assert all(chart.empty for chart in found.values())
    assert found["backlog"].sums == "Nothing waits."
    assert found["time-to-clip"].sums == "No clip yet."


def test_bars_are_as_long_as_their_numbers_and_stay_within_the_picture():
    numbers = [
        Number("a", (("bad", 1), ("good", 3)), "4"),
        Number("b", (("good", 2),), "2"),
        Number("c", (("good", 0),)),
    ]
    lying, standing = charts.horizontal_bars("x", "X", "", numbers), charts.column_chart("x", "X", "", numbers)
    assert [box.width for box in lying.boxes] == [85, 255, 170, 0]
    assert lying.boxes[1].x == lying.boxes[0].x + lying.boxes[0].width
    assert standing.boxes[2].height * 2 == standing.boxes[0].height + standing.boxes[1].height
    for chart in (lying, standing):
        for box in chart.boxes:
            assert 0 <= box.x <= box.x + box.width <= chart.width
            assert 0 <= box.y <= box.y + box.height <= chart.height


def test_the_page_holds_each_picture_as_svg_with_words_and_numbers_and_no_style_of_its_own(work, client):
    client.force_login(Reader.objects.create_user("ada", is_staff=True))
    page = client.get("/staff/").content.decode()
    drawn = re.findall(r"<svg viewBox.*?</svg>", page, re.DOTALL)
    pictures = [etree.fromstring(one) for one in drawn if 'role="img"' in one]
    assert len(pictures) == 5
    for picture in pictures:
        assert picture.get("aria-label")
        assert picture.xpath("//rect")
        assert not picture.xpath("//@style | //script")
    assert page.count("In numbers") == 5


def test_a_clip_is_put_into_the_first_bucket_that_it_fits(work):
    assert stats.by_bucket([0, 300, 301, 7200, 10**6]) == [
        (5, 2), (15, 1), (30, 0), (60, 0), (180, 1), (720, 0), (None, 1),
    ]  # fmt: skip


def test_the_staff_page_is_told_in_the_language_of_its_reader(work, client):
    client.force_login(Reader.objects.create_user("ada", is_staff=True))
    with override("en"):
        page = client.get("/staff/", headers={"accept-language": "de"}).content.decode()
    assert "Wie die Arbeit läuft" in page
    assert "Von der Veröffentlichung zum Clip" in page
    assert "In numbers" not in page


def test_the_staff_page_is_for_staff_alone(client):
    assert client.get("/staff/")["Location"].startswith("/accounts/login/")
    client.force_login(Reader.objects.create_user("mara"))
    assert client.get("/staff/").status_code == 403
