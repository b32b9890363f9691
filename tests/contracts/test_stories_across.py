"""What every StoryIndex with an embedder keeps to, in memory and in tables: stories of several languages."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.adapters.embedded.story_index.title_vectors import TitleVectors
from newsclip.adapters.scaleout.story_index import TableStoryIndex
from newsclip.stories.ports import IncomingArticle, StoryIndex, TitleEmbedder
from newsclip.stories.tests.invented import NOON
from newsclip.stories.tests.invented_titles import OTHERS, TITLES, InventedTitles, told
from tests.contracts.empty_index import empty_tables

pytestmark = pytest.mark.django_db
EN, EN_AGAIN, DE, FR, ES, EN_PEARS, DE_PEARS, *_ = TITLES
WARM = {f"warm {number}": told(f"warm {number}", title) for number, title in enumerate(OTHERS)}

type Make = Callable[[TitleEmbedder], StoryIndex]


@pytest.fixture(params=["memory", "tables"])
def make(request) -> Make:
    """Gives an index of another process: of what was placed before, it knows what its tables keep."""
    if request.param == "tables":
        if connection.vendor != "postgresql":
            pytest.skip("needs PostgreSQL: NEWSCLIP_DATABASE_URL")
        empty_tables()
        return lambda embed: created(TableStoryIndex(embed=embed))
    if connection.vendor != "sqlite":
        pytest.skip("keeps its vectors in SQLite")
    return lambda embed: created(MemoryStoryIndex(embed=embed, kept=TitleVectors(embed.mark)))


def created(index: StoryIndex) -> StoryIndex:
    index.create()
    return index


def placed(index: StoryIndex, **articles: str) -> dict[str, str]:
    return {name: index.place(told(name, title)).story for name, title in articles.items()}


def warm(index: StoryIndex) -> None:
    """It has read enough in each language to know how its titles sound."""
    for one in WARM.values():
        index.place(one)


def refill(index: StoryIndex, *known: IncomingArticle, story: str = "en") -> None:
    """What the journey does where an index holds nothing yet."""
    for one in WARM.values():
        index.remember(one, story=one.id, report=one.id)
    for one in known:
        index.remember(one, story=story, report=one.id)


def test_titles_of_one_event_are_one_story_in_all_languages(make: Make) -> None:
    index = make(InventedTitles())
    warm(index)
    stories = placed(index, en=EN, pears=EN_PEARS, de=DE, birnen=DE_PEARS, fr=FR, es=ES)
    assert stories == {"en": "en", "pears": "pears", "de": "en", "birnen": "pears", "fr": "en", "es": "en"}


def test_another_process_goes_on_the_same_way_and_embeds_no_title_again(make: Make) -> None:
    first = make(InventedTitles())
    warm(first)
    placed(first, en=EN, de=DE)
    embed = InventedTitles()
    other = make(embed)
    refill(other, told("en", EN), told("de", DE))
    assert placed(other, fr=FR) == {"fr": "en"}
    assert embed.asked == [FR]


def test_titles_of_another_model_are_embedded_again_and_that_is_said(
    make: Make, caplog: pytest.LogCaptureFixture
) -> None:
    first = make(InventedTitles("by hand 1"))
    warm(first)
    placed(first, en=EN)
    embed = InventedTitles("by hand 2")
    with caplog.at_level(logging.WARNING):
        other = make(embed)
    assert ["another model" in record.getMessage() for record in caplog.records] == [True]
    refill(other, told("en", EN))
    assert placed(other, de=DE) == {"de": "en"}
    assert {EN, DE} <= set(embed.asked)
    caplog.clear()
    make(embed)
    assert not caplog.records


def test_a_slow_embedder_is_waited_for_five_seconds_and_the_next_article_goes_on(make: Make) -> None:
    seconds = iter(range(0, 9_000, 3))
    embed = InventedTitles()
    index = make(embed)
    slow = type(index)(embed=embed, elapsed=lambda: float(next(seconds)))
    created(slow)
    warm(slow)
    before = len(embed.asked)
    slow.place(told("en", EN))
    assert len(embed.asked) - before <= 3


def test_what_is_taken_down_leaves_neither_title_nor_vector(make: Make) -> None:
    index = make(InventedTitles())
    warm(index)
    placed(index, en=EN, de=DE)
    make(InventedTitles()).unlearn(told("de", DE))
    assert DE not in kept_titles()
    assert EN in kept_titles()


def test_old_titles_are_forgotten(make: Make) -> None:
    index = make(InventedTitles())
    warm(index)
    placed(index, en=EN, de=DE)
    index.forget(NOON + timedelta(days=3))
    assert kept_titles() == []
    assert index.place(told("fr", FR, hours=24 * 3)).story == "fr"


def test_what_was_rolled_back_is_not_compared(make: Make) -> None:
    index = make(InventedTitles())
    if isinstance(index, MemoryStoryIndex):
        pytest.skip("a process without tables of its own remembers it until it is placed again")
    warm(index)
    with transaction.atomic():
        placed(index, en=EN)
        transaction.set_rollback(True)
    assert placed(index, de=DE) == {"de": "de"}


def test_two_processes_take_turns(make: Make) -> None:
    one = make(InventedTitles())
    if isinstance(one, MemoryStoryIndex):
        pytest.skip("on SQLite one process groups; others tell it by events")
    other = make(InventedTitles())
    warm(one)
    assert placed(one, en=EN) | placed(other, de=DE) | placed(one, fr=FR) | placed(other, es=ES) == dict.fromkeys(
        ("en", "de", "fr", "es"), "en"
    )


def test_titles_that_came_while_it_was_off_are_told_where_it_is_on_again(make: Make) -> None:
    off = make(InventedTitles(""))
    warm(off)
    placed(off, en=EN)
    off.synced = 7
    on = make(InventedTitles())
    assert on.synced == 0
    refill(on, told("en", EN))
    assert placed(on, de=DE) == {"de": "en"}


WIRE = "NORVALE (AP) — Flooding on the Quell drove 14,300 people from 2,150 homes, with 317 of them in shelters."
WIRE_DE = "NORVALE (AP) — Hochwasser an der Quell trieb 14.300 Menschen aus 2.150 Häusern, 317 sind in Notunterkünften."
OWN_DE = "Die Behörden in Norvale zählen 14.300 Vertriebene; 88 Straßen sind seit gestern gesperrt, sagte der Landrat."


def test_a_translated_wire_report_is_one_report_and_says_of_what(make: Make) -> None:
    index = make(InventedTitles())
    warm(index)
    index.place(told("en", EN, WIRE))
    index.place(replace(told("own", DE_PEARS, OWN_DE), publisher="Quellbote"))
    copy = index.place(replace(told("de", DE, WIRE_DE), publisher="Hallister Kurier"))
    assert (copy.story, copy.report, copy.receipt["copy_of"]) == ("en", "en", "en")
    assert copy.receipt["copy"] == {"sign": "translation", "alike": 1.0, "tie": "agency", "credit": "AP"}


def test_an_account_of_ones_own_in_another_language_is_a_report_of_its_own(make: Make) -> None:
    index = make(InventedTitles())
    warm(index)
    index.place(told("en", EN, WIRE))
    own = index.place(replace(told("de", DE, OWN_DE), publisher="Quellbote"))
    assert (own.story, own.report) == ("en", "de")


def kept_titles() -> list[str]:
    table = "grouping_title" if connection.vendor == "postgresql" else "grouping_title_vector"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT title FROM {table} ORDER BY title")
        return [title for (title,) in cursor.fetchall()]
