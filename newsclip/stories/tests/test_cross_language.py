"""One story in several languages, with an embedder by hand."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.cli.filters.group import Group
from newsclip.stories.rules.shared_numbers import numbers_of, overlap
from newsclip.stories.tests import invented
from newsclip.stories.tests.invented import BRIDGE, BRIDGE_TOLD_AGAIN, NOON, words
from newsclip.stories.tests.invented_titles import CROSSING, OTHERS, TITLES, InventedTitles, told

EN, EN_AGAIN, DE, FR, ES, EN_PEARS, DE_PEARS, FR_PEARS, DE_STRIKE, FR_STRIKE, *_ = TITLES


@pytest.fixture
def index():
    """An index that has read enough in each language to know how its titles sound."""
    made = MemoryStoryIndex(embed=InventedTitles())
    for number, title in enumerate(OTHERS):
        made.place(told(f"warm {number}", title))
    return made


def test_titles_of_one_event_are_one_story_in_all_languages(index):
    placed = [index.place(told(name, title)) for name, title in (("en", EN), ("de", DE), ("fr", FR), ("es", ES))]
    assert [one.story for one in placed] == ["en"] * 4
    assert placed[1].receipt["across"]["nearest"] == "en"
    assert placed[1].receipt["joined"]


def test_two_events_are_two_stories_in_all_languages(index):
    titles = {"en": EN, "pears": EN_PEARS, "de": DE, "birnen": DE_PEARS, "poires": FR_PEARS, "fr": FR}
    placed = {name: index.place(told(name, title)).story for name, title in titles.items()}
    assert placed == {"en": "en", "pears": "pears", "de": "en", "birnen": "pears", "poires": "pears", "fr": "en"}


def test_without_an_embedder_a_story_stays_within_its_language():
    index = MemoryStoryIndex()
    assert [index.place(told(name, title)).story for name, title in (("en", EN), ("de", DE))] == ["en", "de"]


def test_a_title_without_a_vector_stays_within_its_language(index):
    index.place(told("en", EN))
    assert index.place(replace(told("de", DE), title="Ein Titel, den niemand kennt")).story == "de"


def test_a_stream_of_one_language_and_copies_are_not_embedded():
    embed = InventedTitles()
    index = MemoryStoryIndex(embed=embed)
    for name, title in (("one", EN), ("two", EN_PEARS)):
        index.place(told(name, title, BRIDGE[1]))
    assert embed.asked == []
    index.place(told("de", DE))
    assert sorted(embed.asked) == sorted([EN, DE])


def test_a_title_that_was_dropped_is_embedded_and_kept_no_more():
    embed = InventedTitles()
    index = MemoryStoryIndex(embed=embed)
    for name, title in (("one", EN), ("two", EN_PEARS)):
        index.place(told(name, title))
    index.drop("one")
    index.place(told("de", DE))
    assert sorted(embed.asked) == sorted([EN_PEARS, DE])


def test_what_the_words_of_a_language_told_apart_no_title_joins(index):
    """Two English texts that share nothing stay two stories, though a German title tells the same as both."""
    index.place(told("one", EN, words(bridge=160)))
    index.place(told("de", DE))
    assert index.place(told("two", CROSSING, words(orchard=160))).story == "two"


def test_an_event_a_month_later_is_another_story(index):
    index.place(told("en", EN))
    assert index.place(told("de", DE, hours=24 * 30)).story == "de"


def test_an_article_that_joins_its_language_brings_in_the_story_of_another(index):
    """The first title says too little; the second joins it by its words, and the French story by its title."""
    index.place(invented.incoming("en", ("What we know so far", BRIDGE[1])))
    index.place(told("fr", FR))
    placed = index.place(told("again", EN_AGAIN, BRIDGE_TOLD_AGAIN[1]))
    assert [(merge.gone, merge.into) for merge in placed.merges] == [("fr", "en")]
    assert (placed.story, index.place(told("de", DE)).story) == ("en", "en")
    more = (BRIDGE[0], BRIDGE[1] + " Buses follow the detour.")
    assert index.place(invented.incoming("more", more, hours=2)).story == "en"


def test_a_story_that_people_decided_about_is_not_merged(index):
    index.place(invented.incoming("en", ("What we know so far", BRIDGE[1])))
    index.place(told("fr", FR))
    index.settle("fr")
    assert not index.place(told("again", EN_AGAIN, BRIDGE_TOLD_AGAIN[1])).merges


def test_a_rebuilt_index_goes_on_the_same_way(index):
    rebuilt = MemoryStoryIndex(embed=InventedTitles())
    for number, title in enumerate(OTHERS):
        one = told(f"warm {number}", title)
        rebuilt.remember(one, story=index.place(one).story, report=one.id)
    for name, title in (("en", EN), ("de", DE)):
        rebuilt.remember(told(name, title), story=index.place(told(name, title)).story, report=name)
    assert rebuilt.place(told("fr", FR)) == index.place(told("fr", FR))


def test_a_revision_stays_in_the_story_of_its_event_and_leaves_it_for_another(index):
    index.place(told("en", EN))
    index.place(told("pears", EN_PEARS))
    index.place(told("de", DE))
    assert index.revise(told("de", DE, "Der Verkehr ruht.")).story == "en"
    assert index.revise(told("de", DE_PEARS)).story == "pears"


def test_a_story_goes_on_in_other_languages_when_the_article_that_began_it_leaves(index):
    index.place(told("en", EN))
    index.place(told("de", DE))
    assert index.revise(told("en", EN_PEARS)).story == "en+"
    assert index.place(told("fr", FR)).story == "en"


def test_what_was_dropped_or_is_out_of_the_window_is_not_compared(index):
    index.place(told("en", EN))
    index.drop("en")
    assert index.place(told("de", DE)).story == "de"
    index.forget(NOON + timedelta(days=3))
    assert index.place(told("fr", FR, hours=24 * 3)).story == "fr"


def test_a_merge_within_one_language_takes_the_others_along(index):
    """Two beginnings in English, each with a story in another language; a text that fits both joins all."""
    index.place(told("one", EN, words(ferry=2, quay=12)))
    index.remember(told("de", DE), story="one", report="de")
    for number, name in enumerate(("anchor", "buoy", "crane", "dock")):
        one = invented.incoming(f"large{number}", ("", words(ferry=16, **{name: 4})), hours=1)
        index.remember(one, story="large", report=one.id)
    index.remember(told("fr", FR), story="large", report="fr")
    placed = index.place(invented.incoming("both", ("", words(ferry=12, quay=10)), hours=2))
    assert [(merge.gone, merge.into) for merge in placed.merges] == [("one", "large")]
    assert index.place(told("es", ES)).story == "large"
    assert index.revise(told("de", DE, "Der Verkehr ruht.")).story == "large"


def test_the_filter_joins_languages():
    known = OTHERS | {title: TITLES[title] for title in (DE_PEARS, EN, FR_PEARS, DE, FR, EN_PEARS)}
    rows = [{"id": title, "title": title, "text": "", "language": known[title][0]} for title in known]
    group = Group(MemoryStoryIndex(embed=InventedTitles()))
    placed = {row["id"]: group(row)["story"] for row in rows}
    assert [placed[title] for title in (DE_PEARS, FR_PEARS, EN_PEARS)] == [DE_PEARS] * 3
    assert [placed[title] for title in (EN, DE, FR)] == [EN] * 3


def test_numbers_stand_alike_in_all_languages():
    english = numbers_of("Toll of 1,347 in Norvale", "At 5.5 metres, 84 homes are gone since 2026.")
    german = numbers_of("1.347 Tote in Norvale", "Bei 5,5 Metern sind 84 Häuser zerstört.")
    hindi = numbers_of("नोरवेल में १,३४७ मौतें", "")
    other = numbers_of("Zwei Fähren", "Seit 2026 fahren 12 Boote.")
    assert overlap(english, german) > overlap(english, hindi) > overlap(english, other) >= 0
    assert overlap(english, numbers_of("", "")) == 0
