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
