"""The journey puts articles of several languages into one story, as the filter does."""

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.articles.models import Article
from newsclip.stories import actions, queries
from newsclip.stories.models import Membership, Story
from newsclip.stories.ports import StoryIndex
from newsclip.stories.tests.invented import NOON, live, read_article, revise
from newsclip.stories.tests.invented_titles import OTHERS, TITLES, InventedTitles

pytestmark = pytest.mark.django_db
EN, EN_AGAIN, DE, FR, ES, EN_PEARS, DE_PEARS, *_ = TITLES
WIRE = "NORVALE (AP) — Flooding on the Quell drove 14,300 people from 2,150 homes, with 317 of them in shelters."
WIRE_DE = "NORVALE (AP) — Hochwasser an der Quell trieb 14.300 Menschen aus 2.150 Häusern, 317 sind in Notunterkünften."
WIRE_FR = "NORVALE (AP) — La crue de la Quell a chassé 14.300 personnes de 2.150 maisons, 317 sont hébergées."


def index() -> StoryIndex:
    """Of a process that begins."""
    return MemoryStoryIndex(embed=InventedTitles())


def read(title: str, text: str = "", *, hours: float = 1, declared: str = "") -> Article:
    language = (TITLES | OTHERS)[title][0]
    return read_article((title, text), hours=hours, language=declared or language)


def place(into: StoryIndex) -> None:
    list(actions.place(index=into, now=NOON, limit=99))


@pytest.fixture
def begun() -> StoryIndex:
    """An index that has read enough in each language to know how its titles sound."""
    for title in OTHERS:
        read(title, hours=0)
    made = index()
    place(made)
    return made


def story_of(article: Article) -> Story:
    return Membership.objects.get(article=article).story


def test_one_event_is_one_story_and_each_article_has_its_language(begun):
    told = [read(title, hours=1 + number) for number, title in enumerate((EN, DE, FR, EN_PEARS, DE_PEARS))]
    place(begun)
    bridge, pears = story_of(told[0]), story_of(told[3])
    assert [story_of(one) for one in told] == [bridge, bridge, bridge, pears, pears]
    assert [one.language for one in queries.members(bridge.pk).members] == ["en", "de", "fr"]


def test_after_a_restart_it_goes_on_the_same_way(begun):
    first, second = read(EN), read(DE, hours=2)
    place(begun)
    third = read(FR, hours=3)
    place(index())
    assert story_of(first) == story_of(second) == story_of(third)


def test_a_language_told_wrongly_by_its_feed_is_told_by_the_words(begun):
    english = read(EN)
    german = (
        "Die Brücke über die Quell ist seit dem Morgen gesperrt, weil in den Trägern ein Riss ist; der Verkehr wird "
        "über die alte Straße am Hafen geleitet, bis die Arbeiten in sechs Wochen zu Ende sind."
    )
    wrong = read(DE, german, hours=2, declared="en")
    place(begun)
    assert Membership.objects.get(article=wrong).language == "de"
    assert story_of(wrong) == story_of(english)


def test_a_translated_wire_report_is_the_same_report_as_its_original(begun):
    english, german = read(EN, WIRE), read(DE, WIRE_DE, hours=2)
    place(begun)
    french = read(FR, WIRE_FR, hours=3)
    place(index())
    story = story_of(english)
    assert (story.articles, story.reports) == (3, 1)
    copies = Membership.objects.filter(article__in=[german, french]).values_list("copy_of", flat=True)
    assert set(copies) == {english.pk}


def test_a_revision_that_tells_another_event_in_another_language_moves_alone(begun):
    english, german = read(EN, WIRE), read(DE, WIRE_DE, hours=2)
    pears = read(EN_PEARS)
    place(begun)
    revise(german, (DE_PEARS, "Nach dem Hagel."), language="de")
    place(begun)
    assert story_of(german) == story_of(pears)
    assert story_of(english).reports == 1
    assert Membership.objects.get(article=german).copy_of is None


def test_without_an_embedder_stories_stay_within_a_language():
    told = [read(title) for title in (EN, DE, FR)]
    place(MemoryStoryIndex())
    assert live().count() == len(told)
