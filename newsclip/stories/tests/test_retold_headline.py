"""Two headlines on one event may share no word; what the one says is then in the other's text."""

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.stories.rules.headings import heading
from newsclip.stories.rules.retold_headline import retold
from newsclip.stories.rules.vectors import Vector, Vocabulary
from newsclip.stories.tests.invented import incoming

FILLER = "It will cost two million crowns a year, the treasurer said, and neighbours wait for the first bill. "
DINNERS = (
    "Free dinners for every child in Dunmarsh",
    "The council of Dunmarsh decided on free dinners for every child. Marjorie Tench cooks the beetroot at Bobbin "
    "Lane, where the trial began. " + FILLER * 8,
)
COOK = (
    "The cook who made beetroot a treat",
    "Marjorie Tench has got children to like beetroot. After her trial at Bobbin Lane the town of Dunmarsh will give "
    "free dinners to every child. " + "She laughed and stirred the soup, and nobody in the kitchen minded. " * 12,
)
CLOSED = (
    "Orrin bridge closed after crack is found",
    "In Kelmouth the harbour bridge was closed after a crack was found in a hanger on the Orrin side. "
    + "Drivers take the long road round the bay until it has been tested. " * 14,
)
CLOSED_ELSEWHERE = (
    "Dunmarsh bridge closed after crack is found",
    "On Sunday the footbridge in Dunmarsh was closed after a diver had found a crack in its pier. "
    + "Weavers walk the whole way by the mill and are late for the morning shift. " * 14,
)
BLOTTER = (
    "Police",
    "Police in Dunmarsh were called to a broken window at the bakery on Mill Street. Officer Hanno Prell took the "
    "report on Tuesday. A ladder was stolen from a shed and found in a ditch. "
    + "A ladder, a bicycle and a purse with all its coins were found, and dents in two cars were looked at. "
    * 6,
)
TAVERN = (
    "Fight behind tavern, dog returned",
    "Police parted two men who fought behind the tavern in Dunmarsh on Friday. A dog that had run off was brought back "
    "by a neighbour. Officer Hanno Prell wrote both down. "
    + "A bench by the pond, a bicycle without a bell and a purse with all its coins were looked at. "
    * 7,
)
_BURNED = "A warehouse in Newbridge, {}, burned on Sunday night. "
KENT = (
    "Newbridge warehouse fire drives out families",
    _BURNED.format("Kent")
    + "Six families were driven out when sofas and beds went up in flames. "
    + "Smoke hung over the hop fields, and the parish opened its hall. " * 12,
)
OHIO = (
    "Firefighters hurt in Newbridge warehouse fire",
    _BURNED.format("Ohio")
    + "Two firefighters were hurt when the roof fell. "
    + "Tractors were stored there beside seed corn, and the county sends an inspector. " * 12,
)
ROUNDUP = (
    "Newbridge warehouse fire: families and firefighters",
    "Warehouse fires in towns called Newbridge hurt firefighters and drove out families on Sunday night. Sofas and "
    "beds burned, and tractors with seed corn. Smoke hung over the hop fields, and the county sends an inspector. "
    + "The parish opened its hall beside the place where tractors were stored. "
    * 10,
)


def vectors(*told: tuple[str, str]) -> list[Vector]:
    vocabulary = Vocabulary()
    return [vocabulary.vector(title, text, heading(title, text, "en")) for title, text in told]


def test_an_article_that_tells_what_the_others_headline_says_counts_for_one_event():
    dinners, cook = vectors(DINNERS, COOK)
    assert retold(dinners, cook) > 0.4
    assert retold(dinners, cook) == retold(cook, dinners)


def test_an_article_that_tells_nothing_of_either_headline_counts_against_it():
    dinners, closed = vectors(DINNERS, CLOSED)
    assert retold(dinners, closed) == pytest.approx(-0.38)


def test_a_headline_whose_names_the_other_has_nowhere_counts_for_nothing():
    closed, elsewhere = vectors(CLOSED, CLOSED_ELSEWHERE)
    assert retold(closed, elsewhere) == 0.0


def test_a_text_that_is_too_short_says_nothing():
    dinners, brief = vectors(DINNERS, ("Free dinners for every child in Dunmarsh", "The council of Dunmarsh decided."))
    assert retold(dinners, brief) is None
    assert retold(brief, dinners) is None


@pytest.mark.parametrize("headline", ["Police", "Dunmarsh police"])
def test_a_headline_of_one_or_two_terms_is_too_short_to_count(headline):
    blotter, tavern, again = vectors((headline, BLOTTER[1]), TAVERN, (headline, BLOTTER[1]))
    assert retold(blotter, again) is None
    assert retold(blotter, tavern) < 0


def test_a_column_of_reports_is_no_story_with_reports_of_another_day():
    index = MemoryStoryIndex()
    index.place(incoming("blotter", BLOTTER))
    assert index.place(incoming("tavern", TAVERN, hours=120)).story == "tavern"


def test_the_receipt_of_a_join_names_it():
    index = MemoryStoryIndex()
    index.place(incoming("dinners", DINNERS))
    placed = index.place(incoming("cook", COOK))
    assert placed.story == "dinners"
    assert placed.receipt["parts"]["retold"] > 1


def test_headlines_count_for_no_merge_of_stories_in_two_towns_of_one_name():
    index = MemoryStoryIndex()
    index.place(incoming("kent", KENT))
    index.place(incoming("ohio", OHIO, hours=16))
    placed = index.place(incoming("roundup", ROUNDUP, hours=16))
    assert placed.merges == []
    assert {placed.story, *(one["story"] for one in placed.receipt["related"])} == {"kent", "ohio"}
