"""The staff page draws how the work goes."""

import re
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import timezone
from django.utils.translation import override
from lxml import html

from newsclip import clock
from newsclip.accounts.models import Reader
from newsclip.articles.models import Article
from newsclip.clips.models import Attempt, ClipVersion
from newsclip.health import check_names, dashboard, stats
from newsclip.kernel.reasons import explain
from newsclip.sources.models import Look, Publisher, Source
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
            code="not_html" if number else "robots", found_at=now, looked_at=now if number else now - timedelta(days=1),
        )  # fmt: skip
    Attempt.objects.create(story=Story.objects.first(), model="tiny", at=now, code="written", cost=Decimal("1.5"))
    return clip


def shown(with_cost: bool = True) -> dict[str, dashboard.Chart]:
    with override("en"):
        return {chart.id: chart for chart in dashboard.charts(clock.now(), with_cost=with_cost)}


def test_the_pictures_say_what_is_in_the_tables(work):
    found = shown()
    assert found["health-of-sources"].sums == "1 of 3 looks at sources failed in 14 days."
    assert found["health-of-sources"].rows[-1].said == ("3", "1")
    assert [(row.label, row.said) for row in found["refusals"].rows] == [
        (explain("not_html").sentence, ("2",)),
        (explain("robots").sentence, ("1",)),
    ]
    assert found["refusals"].sums == "3 pages were refused so far, 2 of them today."
    assert found["backlog"].sums.startswith("Most wait at sources: 3")
    assert found["time-to-clip"].sums.startswith(
        "Half of the latest 1 clips came within 2.0 hours, nine of ten within 2.0 hours."
    )
    assert found["cost"].sums.startswith("1.50 in 14 days")
    assert "cost" not in shown(with_cost=False)


def test_each_bar_is_labelled_with_its_own_length(work):
    for chart in shown().values():
        for row in chart.rows:
            assert float(row.said[0].replace(",", "")) == pytest.approx(row.value, abs=0.005), chart.id


def test_looks_are_drawn_where_none_failed(work):
    Look.objects.filter(code="timeout").delete()
    assert shown()["health-of-sources"].most == 2


def test_with_nothing_in_the_tables_they_say_so_and_draw_nothing():
    found = shown()
    assert not any(chart.most for chart in found.values())
    assert found["backlog"].sums == "Nothing waits."
    assert found["time-to-clip"].sums == "No clip yet."


def test_the_longest_bar_is_the_greatest_number(work):
    refusals = shown()["refusals"]
    assert (refusals.most, [row.value for row in refusals.rows]) == (2, [2, 1])


def test_the_page_holds_each_chart_as_a_table_that_the_browser_draws_with_no_style_of_its_own(work, client):
    client.force_login(Reader.objects.create_user("ada", is_staff=True))
    page = html.document_fromstring(client.get("/staff/").content)
    drawn = page.xpath("//figure[@class='chart']")
    assert len(drawn) == 5
    for chart in drawn:
        bars = chart.xpath(".//meter")
        assert bars
        assert all(0 <= float(bar.get("value")) <= float(bar.get("max")) for bar in bars)
        assert not chart.xpath(".//@style | .//script")


def test_a_sum_of_money_is_a_number_for_the_browser_in_every_language(work, client):
    client.force_login(Reader.objects.create_user("ada", is_staff=True))
    page = client.get("/staff/", headers={"accept-language": "de"}).content.decode()
    assert '<meter max="1.5" value="1.5">' in page


def test_a_clip_is_put_into_the_first_bucket_that_it_fits(work):
    assert stats.by_bucket([0, 300, 301, 7200, 10**6]) == [
        (5, 2), (15, 1), (30, 0), (60, 0), (180, 1), (720, 0), (None, 1),
    ]  # fmt: skip


def test_the_staff_page_is_told_in_the_language_of_its_reader(work, client):
    client.force_login(Reader.objects.create_user("ada", is_staff=True))
    with override("en"):
        page = client.get("/staff/", headers={"accept-language": "de"}).content.decode()
    assert "Von der Veröffentlichung zum Clip" in page


def test_the_staff_page_is_for_staff_alone(client):
    assert client.get("/staff/")["Location"].startswith("/accounts/login/")
    client.force_login(Reader.objects.create_user("mara"))
    assert client.get("/staff/").status_code == 403


def test_the_staff_page_says_first_what_is_wrong_and_what_to_do_by_names_in_the_readers_language(client):
    client.force_login(Reader.objects.create_user("ada", is_staff=True))
    page = client.get("/staff/", headers={"accept-language": "de"}).content.decode()
    wrong, _, well = page.partition('<details class="about">')
    assert "Was tun:" in wrong
    assert "Wo die Daten liegen" in well
    assert "works on" not in page


def test_every_check_of_the_site_has_a_name_for_people():
    written = "".join(path.read_text() for path in Path(check_names.__file__).parent.glob("*.py"))
    abouts = set(re.findall(r'\b(?:good|bad)\(\s*"([a-z ]+)"', written))
    assert len(abouts) > 20
    assert abouts <= set(check_names.NAMES)


def test_a_source_that_fails_stands_first_with_since_when(client):
    now = timezone.now()
    for name, failures in (("alright", 0), ("broken", 3)):
        publisher = Publisher.objects.create(domain=f"{name}.example", name=name)
        source = Source.objects.create(
            url=f"https://{name}.example/feed", title=f"The {name} one", publisher=publisher, kind="feed",
            added_at=now, due_at=now, failures=failures, outcome="timeout" if failures else "unchanged",
        )  # fmt: skip
        source.looks.create(at=now - timedelta(hours=5), code="looked")
        source.looks.create(at=now - timedelta(hours=1), code=source.outcome)
    client.force_login(Reader.objects.create_user("ada", is_staff=True))
    page = re.sub(r"</?time[^>]*>", "", client.get("/staff/").content.decode())
    assert page.index("The broken one") < page.index("The alright one")
    assert "failed 3 times in a row" in page
    assert "It last worked 5 h ago." in page
    assert page.count("It last worked") == 1


def test_each_page_that_was_refused_says_when_the_newest_first(work, client):
    client.force_login(Reader.objects.create_user("ada", is_staff=True))
    page = html.document_fromstring(client.get("/staff/").content)
    rows = page.xpath("//h3[.='Refused, newest first']/following-sibling::ul[1]/li")
    assert [row.text_content().strip()[:9] for row in rows] == ["just now:", "just now:", "yesterday"]
    assert all(re.search(r"\d\d:\d\d UTC", row.xpath("./time/@title")[0]) for row in rows)
