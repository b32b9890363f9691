"""Single quotation marks and apostrophes are told apart, and with them where somebody's words begin and end."""

import pytest

from newsclip.language.quotation_marks import closed, in_quotation
from newsclip.language.single_marks import may_open
from newsclip.language.tokens import sentences
from tests.cpu_time import MOST_GROWTH, growth


@pytest.mark.parametrize(
    "text",
    [
        "Quist said: 'The pier is old.'",
        "Quist called it 'old' and ‘ugly’.",
        "The players' bus left at 9 o'clock.",
        "The '90s were loud, rock 'n' roll wasn't.",
        "The film ‘The Boys’ is loud.",
        "Quist said: 'The workers' club isn't theirs.'",
        "Swimmers call the tide '100%' safe.",
        "The 'old pier ' has to go.",
        "They sell '...and more' of it.",
        "'What a day...' said Quist.",
        "경남 오를로의 '부두장터'에서 만났다.",
        "``The pier,'' said Quist, ``is old.''",
        "It has a 4'' hose.",
    ],
)
def test_an_apostrophe_opens_nothing_and_what_is_closed_is_closed(text: str) -> None:
    assert closed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Quist said: 'The pier is old.",
        "Quist said: ‘The pier is old.",
        "Quist said: 'The workers' club is old.",
        "Quist said: 'The pier is old. 'It has to go.'",
        "It has to go,' said Quist.",
        "It has to go.’",
    ],
)
def test_a_mark_without_its_partner_is_seen(text: str) -> None:
    assert not closed(text)


def inside(line: str) -> list[str]:
    """The sentences that stand in the middle of a quotation."""
    return [span.of(line) for span in sentences(line) if in_quotation(line, span.start, span.end)]


@pytest.mark.parametrize(
    "line",
    [
        "Quist said: 'It is old. It leaks. It has to go.' The council agreed.",
        "Quist said: ‘It is old. It leaks. It has to go.’ The council agreed.",
        "Quist said: 'It is old. It leaks. 'It has to go.' The council agreed.",
        "Quist said: 'The clerks' pier is old. It leaks. It has to go.' The council agreed.",
        "Quist said: 'It is old. It leaks. Holm added: 'It has to go.' The council agreed.",
        "Quist said: ‘It is old. It leaks.\n\n‘It has to go.’\n\nThe council agreed.",
        'Quist said: "It is old. It leaks. "It has to go." The council agreed.',
        "Quist said: “It is old. It leaks.\n\n“It has to go.”\n\nThe council agreed.",
        "Quist said: “It is old.\n\nIt leaks.\n\nIt has to go.”\n\nThe council agreed.",
        "Quist said: “It is old. It leaks.\n\nThe council agreed.",
        "Quist said: «It is old. It leaks. It has to go.» The council agreed.",
    ],
)  # fmt: skip
def test_the_middle_of_a_quotation_is_found_by_what_opens_and_what_follows(line: str) -> None:
    assert "It leaks." in inside(line)
    assert "The council agreed." not in inside(line)


@pytest.mark.parametrize(
    "line",
    [
        "Quist called it 'old'. It leaks. 'It has to go,' she said.",
        "The film 'The Boys' is loud. It leaks. 'It has to go,' she said.",
        "The '90s pier is old. It leaks. 'It has to go,' she said.",
        "Quist said 'It is old. It leaks. The 'Petrel' sank.",
        "Quist said: 'It is old. It leaks.\n\nThe council's 'yes' came late.",
        'A 4" hose burst. It leaks. "It has to go," she said.',
        "« Il est vieux », dit Quist. It leaks. « Il doit partir », dit Quist.",
        "Quist said “It is old. It leaks. The “Petrel” sank.",
        "Quist said: “It is old.\n\nIt leaks.\n\nThe “Petrel” sank.",
    ],
)
def test_what_stands_between_two_quotations_is_nobodys(line: str) -> None:
    assert "It leaks." not in inside(line)


def test_a_sentence_with_marks_of_its_own_behind_one_left_open_is_not_inside() -> None:
    line = "Quist said: 'It is old. Holm said: 'It leaks.' Brandt said: 'It has to go.'"
    assert inside(line) == []


@pytest.mark.parametrize(
    "line", ["Quist said: 'It is old. It leaks,' and left.", 'Quist said: "It is old. It leaks," and left.']
)
def test_a_sentence_in_which_the_quotation_ends_is_inside(line: str) -> None:
    at = line.index("It leaks")
    assert in_quotation(line, at, len(line))


@pytest.mark.parametrize("text", ["Quist called it 'old'.", "Quist called it ‘old’.", "'Old', said Quist.", "Get 'em."])
def test_a_mark_before_a_word_may_open_a_quotation(text: str) -> None:
    assert may_open(text)


@pytest.mark.parametrize("text", ["Quist's pier isn’t old.", "The players’ bus left.", "It is 5' long.", ""])
def test_a_mark_inside_or_behind_a_word_opens_none(text: str) -> None:
    assert not may_open(text)


@pytest.mark.parametrize("piece", ["b' ", "b s' ", "'A b' ", " 'a s' c ", "'A s' b.' "])
def test_marks_are_told_apart_in_time_that_grows_with_the_text(piece: str) -> None:
    assert growth(lambda many: closed(piece * (many // len(piece))), 20_000, 40_000) <= MOST_GROWTH
