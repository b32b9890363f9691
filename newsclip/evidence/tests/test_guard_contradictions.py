"""What a guard refuses contradicts a passage or stands in none; other words for the same pass."""

from datetime import UTC, datetime

import pytest

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence.document import Sentence, SourceArticle, by_revision
from newsclip.evidence.verifier.hard_guards import guard_fault
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage, digest_of

pytestmark = pytest.mark.slow

INSTALLED = SpacyParser()
PUBLISHED = datetime(2026, 3, 4, tzinfo=UTC)


def fault(text: str, passage: str, *, place: str = "", before: tuple[str, ...] = ()) -> Reason | None:
    article = SourceArticle(
        "1", 1, "Quay", passage, "https://orlo.example/1", "Orlo Post", PUBLISHED, "1", language="en"
    )
    cited = (Passage("1", 1, 0, len(passage), digest_of(passage)),)
    return guard_fault(Sentence(text, cited), place, before, by_revision([article]), INSTALLED)


def code(text: str, passage: str, *, place: str = "", before: tuple[str, ...] = ()) -> str:
    found = fault(text, passage, place=place, before=before)
    return found.code if found else ""


ROAD = "The road is 55 kilometres long and cost 16 million crowns, the council said on Tuesday."


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("The road is 55 miles long, the council said.", ROAD),
        ("The road cost 16 billion crowns, the council said.", ROAD),
        ("The ferry sails every five hours, Ada Holm said.", "The ferry sails every five minutes, Ada Holm said."),
        ("The port pays 900 euros a month.", "The port pays 900 euros a week."),
    ],
)
def test_a_figure_keeps_its_unit(text: str, passage: str) -> None:
    assert code(text, passage) in {"says_instead", "figure_not_said"}


def test_a_figure_keeps_what_it_counts() -> None:
    storm = "The storm damaged two pillars. Some boats sank."
    assert code("The storm damaged two boats.", storm) == "says_instead"
    assert fault("The storm damaged two of the pillars.", storm) is None


def test_a_unit_in_another_spelling_passes() -> None:
    assert fault("The road is 55 km long, the council said.", ROAD) is None
    assert fault("Costs rose by 8%.", "Costs rose by 8 per cent on Tuesday.") is None


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        (
            "The bridge lost three pillars in 2019 and five in 2024.",
            "The bridge lost five pillars in 2019 and three in 2024.",
        ),
        ("Jan, 13, and Mia, 16, saw the storm.", "Jan, 16, and Mia, 13, saw the storm."),
        ("Two sailors rescued three children.", "Three sailors rescued two children."),
    ],
)
def test_figures_do_not_change_places(text: str, passage: str) -> None:
    assert code(text, passage) == "says_instead"


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Forty-three boats sank.", "The storm sank 43 boats."),
        ("The two towns closed their quays.", "Orlo and Velm closed their quays."),
        ("The team won its two games.", "The team won both games."),
        ("The fee is 1.2 million crowns.", "The fee is 1,200,000 crowns."),
    ],
)
def test_a_number_may_be_written_otherwise(text: str, passage: str) -> None:
    assert fault(text, passage) is None


def test_a_figure_keeps_its_magnitude() -> None:
    assert code("The fee is 16 million crowns.", "The fee is 16 crowns.") == "figure_not_said"
    assert code("The fee is 16 crowns.", "The fee is 160 crowns.") == "figure_not_said"


def test_a_number_in_words_that_no_passage_has_is_refused() -> None:
    assert code("Forty-four boats sank.", "The storm sank 43 boats.") == "figure_not_said"
    assert code("The three towns closed their quays.", "Orlo and Velm closed their quays.") == "figure_not_said"


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Last month the storm closed the port.", "Last week the storm closed the port."),
        ("The port opened in December 2012.", "The port, begun in May 2012, opened in December 2013."),
        ("The port closed on January 20.", "The port closed on January 17, and 20 boats left."),
    ],
)
def test_a_day_is_one_of_the_passages(text: str, passage: str) -> None:
    assert code(text, passage) == "date_not_said"


def test_a_short_month_names_the_day_of_a_weekday() -> None:
    assert fault("The port closed on Monday, Mar 2.", "The port closed on Monday.") is None
    assert code("The port closed on Friday, Feb 27.", "The port closed on Monday.") == "date_not_said"


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Governor Ada Holm opened the quay.", "Gov. Ada Holm opened the quay."),
        ("The quay is the longest in the United Coasts.", "The quay is the longest in the UC."),
        ("Lt. Jan Quist closed the quay.", "Lieutenant Jan Quist closed the quay."),
    ],
)
def test_an_office_or_a_name_may_be_spelt_out(text: str, passage: str) -> None:
    assert fault(text, passage) is None


def test_a_form_of_address_makes_nobody_known() -> None:
    article = "Mr Jan Quist opened the quay."
    assert code("Ada Holm opened the quay.", f"{article} Guests came with Mr Holm.") == "not_named"
    assert code("Brask opened the quay.", article) == "not_named"


@pytest.mark.parametrize(
    ("text", "passage", "reason"),
    [
        ("Holm supported the sale.", "Holm opposed the sale.", "says_instead"),
        ("Holm denied taking the money.", "Holm admitted taking the money.", "claim_negated"),
        ("No door was found that fits.", "The crew found a couple of doors that fit.", "claim_negated"),
        ("The contract mentions a fee.", "The contract does not mention a fee.", "claim_negated"),
        ("Holm has a licence.", "Holm does not have a licence.", "claim_negated"),
        ("Holm sold the ferry.", "Holm refused to sell the ferry.", "claim_negated"),
        ("Holm sold the ferry.", "Holm failed to sell the ferry.", "claim_negated"),
        ("Holm refused to sell the ferry.", "Holm agreed to sell the ferry.", "claim_negated"),
    ],
)
def test_what_is_denied_or_said_to_the_contrary_is_refused(text: str, passage: str, reason: str) -> None:
    assert code(text, passage) == reason


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("The council lacked the money to repair the quay.", "The council did not have the money to repair the quay."),
        ("The sale is unlikely to harm the port.", "The sale is not likely to harm the port."),
        ("Neither Holm nor Quist closed the quay.", "Not Holm nor Quist closed the quay."),
    ],
)
def test_a_denial_in_another_word_passes(text: str, passage: str) -> None:
    assert fault(text, passage) is None


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("The port will close, Holm said.", "The port should close, Holm said."),
        ("The port could burn.", "The port burned."),
        ("Holm sold the port.", "Holm may sell the port."),
        ("Holm took the money.", "Rivals claim that Holm took the money."),
        ("Holm is certain that the port reopens.", "Holm hopes that the port reopens."),
        ("Divers found a leak in the pier, Holm said.", "Divers found a possible leak in the pier, Holm said."),
        ("Rivals revealed that Holm takes money.", "Rivals said that Holm takes money."),
    ],
)
def test_a_doubt_stays_and_nothing_becomes_surer(text: str, passage: str) -> None:
    assert code(text, passage) in {"not_said", "turning_left_out"}


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Jan Quist will head the port.", "The council hired Jan Quist to head the port."),
        ("The council should sell the quay, he said.", "He called on the council to sell the quay."),
        ("Holm said that the port would appeal.", "Holm said that the port would launch an appeal."),
        ("The sale could harm the port.", "The sale would harm the port."),
        ("Rivals say that Holm took the money.", "Rivals claim that Holm took the money."),
    ],
)
def test_a_modal_may_tell_what_is_planned_or_told(text: str, passage: str) -> None:
    assert fault(text, passage) is None


def test_a_thing_that_no_article_and_no_sentence_before_has_is_new() -> None:
    told = "The council gave the sailors a boat."
    assert code("The council gave the sailors a boat and a telescope.", told) == "not_said"
    assert fault("The council gave the sailors the vessel.", told) is None
    assert fault("A gift of the council", told, place="heading") is None
    assert fault("The council gave the sailors a sloop.", told, before=("The council bought a sloop.",)) is None


def test_no_other_party_takes_the_place_of_one() -> None:
    told = ("A senator spoke on Monday.",)
    assert code("A senator resigned on Tuesday.", "An aide resigned on Tuesday.", before=told) == "says_instead"
    assert fault("The aide resigned on Tuesday.", "Jan Quist, an aide, resigned on Tuesday.") is None


def test_who_says_so_is_the_one_who_said_it() -> None:
    said = "Jan Quist said that the port is safe. Holm left."
    assert code("Holm said that the port is safe.", said) == "speaker_unnamed"
    assert fault("Quist said that the port is safe.", said) is None
    assert fault("The port is safe, according to Jan Quist.", said) is None


def test_nobody_unknown_speaks_beside_a_quotation() -> None:
    said = "The mayor called the sale “a gift”."
    assert code("The auditor called the sale “a gift”.", said) == "speaker_unnamed"
    assert fault("The mayor called the sale “a gift”.", said) is None


@pytest.mark.parametrize(
    ("text", "passage", "reason"),
    [
        ("The quay closed due to the storm.", "The quay closed. There was a storm.", "not_said"),
        ("Every boat sank.", "The boats sank.", "not_said"),
        ("The crew left before the storm.", "The crew left after the storm.", "says_instead"),
    ],
)
def test_a_cause_an_order_or_an_every_is_not_added(text: str, passage: str, reason: str) -> None:
    assert code(text, passage) == reason


def test_a_cause_an_order_or_an_every_may_be_told_in_another_word() -> None:
    assert fault("The quay closed due to the storm.", "The quay closed because of the storm.") is None
    assert fault("The entire crew left.", "The whole crew left.") is None
    assert fault("The crew left while the storm raged.", "The crew left as the storm raged.") is None


def test_a_passage_may_end_or_begin_within_a_quotation() -> None:
    told = "Holm said: “I’m worried about the quay, the storms to come, the debt. And they sing.”"
    article = SourceArticle("1", 1, "Quay", told, "https://orlo.example/1", "Orlo Post", PUBLISHED, "1", language="en")
    end = told.index(" And")
    cited = (Passage("1", 1, 0, end, digest_of(told[:end])),)
    text = "Holm is worried about “the storms to come”."
    assert guard_fault(Sentence(text, cited), "", (), by_revision([article]), INSTALLED) is None


def test_single_marks_open_a_quotation_of_which_a_part_may_be_quoted() -> None:
    passage = "It said Holm was using the port 'as a weapon in the battle against the fishers of Velm.'"
    assert fault("It said Holm was using the port “as a weapon in the battle”.", passage) is None
    assert code("It said Holm was using the port “as a weapon of war”.", passage) == "words_not_quoted"


@pytest.mark.parametrize(
    ("text", "passage", "reason"),
    [
        (
            "The council will sell the ferry.",
            "If the port closes, the council will sell the ferry.",
            "turning_left_out",
        ),
        ("The council has no plans.", "The council has no immediate plans.", "turning_left_out"),
        (
            "The crew agreed to sail before it looked for leaks.",
            "The crew looked for leaks before it agreed to sail.",
            "says_instead",
        ),
    ],
)
def test_a_condition_an_order_and_the_width_of_a_denial_stay(text: str, passage: str, reason: str) -> None:
    assert code(text, passage) == reason


def test_a_condition_may_open_with_another_word() -> None:
    told = "If the port closes, the council will sell the ferry."
    assert fault("The council will sell the ferry when the port closes.", told) is None
    assert fault("The council has no immediate plans.", "The council has no immediate plans to sell.") is None
