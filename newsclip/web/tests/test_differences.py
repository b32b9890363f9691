"""The line that says where reports differ: nobody is quoted with a value that they never gave."""

from dataclasses import replace

import pytest

from newsclip.evidence.coverage import Coverage, Teller
from newsclip.evidence.differences import Difference
from newsclip.evidence.document import Disagreement, Document, Sentence
from newsclip.evidence.fact_finder import CoveredFact, Telling
from newsclip.evidence.tests.documents import a_document
from newsclip.kernel.spans import Passage
from newsclip.web.pages.differences import Side, Update, differences, updates_on_clip

COLLISION = "Two trams collided in Chancery Square in Dunmarsh, and eleven people were injured."
CRACKS = "The council of Orlo closed the bridge on Thursday after 14 cracks were found in its piers."
PEOPLE = Difference("people", "eleven people", "nine people")
FIGURE = Difference("figure", "14", "11")


def sides(said: str, post: str, herald: str, difference: Difference) -> list[tuple[str, tuple[str, ...]]]:
    """The line of a sentence that these words of Post and Herald tell, and Radio otherwise."""
    passage = Passage("1", 1, 0, 9, "")
    tellings = (
        Telling(0, passage, post, "cited"),
        Telling(1, passage, herald, "same"),
        Telling(2, passage, f"It was {difference.told}.", "near", difference),
    )
    tellers = tuple(Teller(name, f"{name.lower()}.example", ()) for name in ("Post", "Herald", "Radio"))
    told = Coverage(tellers, (CoveredFact((Sentence(said, (passage,)),), tellings),))
    found = [one for one in differences(told, a_document()) if any("Radio" in side.publishers for side in one.sides)]
    return [(side.value, side.publishers) for one in found for side in one.sides]


@pytest.mark.parametrize(
    ("said", "herald", "difference"),
    [
        (COLLISION, "Trams collide in Chancery Square", PEOPLE),
        (COLLISION, "Two trams collided in Chancery Square, and 11 people were injured.", PEOPLE),
        (COLLISION, "Two trams collided in Chancery Square, and at least eleven people were injured.", PEOPLE),
        (CRACKS, "Council of Orlo closes bridge after cracks found in piers", FIGURE),
        (CRACKS, "Council of Orlo closes bridge for 14 days after cracks found in piers", FIGURE),
        (CRACKS, "Council of Orlo closes bridge after 3.14 metres of cracks found in piers", FIGURE),
    ],
)  # fmt: skip
def test_who_never_wrote_the_value_is_not_quoted_with_it(said: str, herald: str, difference: Difference) -> None:
    line = [(difference.said, ("Post",)), (difference.told, ("Radio",))]
    assert sides(said, said, herald, difference) == line
    assert sides(said, herald, herald, difference) == []


@pytest.mark.parametrize(
    ("said", "herald", "difference"),
    [
        (COLLISION, "Eleven people were injured when two trams collided in Chancery Square.", PEOPLE),
        (CRACKS, "The bridge in Orlo is closed: 14 cracks were found in its piers.", FIGURE),
    ],
)  # fmt: skip
def test_who_wrote_it_in_another_sentence_is(said: str, herald: str, difference: Difference) -> None:
    assert sides(said, said, herald, difference)[0] == (difference.said, ("Post", "Herald"))


@pytest.mark.parametrize(
    ("update", "number", "now", "before"),
    [
        ("earlier", "nine people", Side("eleven people", ("Post",)), Side("nine people", ("Radio",))),
        ("later", "twelve people", Side("twelve people", ("Radio",)), Side("eleven people", ("Post",))),
    ],
)
def test_a_number_that_grew_is_told_with_what_was_said_before(update, number: str, now: Side, before: Side) -> None:
    told, document = told_anew(COLLISION, Difference("people", "eleven people", number, update))
    assert updates_on_clip(told, document) == (Update((now,), (before,)),)
    assert differences(told, document)[1:] == ()


def test_whose_words_lack_the_older_number_is_not_quoted_with_it() -> None:
    told, document = told_anew("Trams collide in Chancery Square", replace(PEOPLE, update="earlier"))
    assert updates_on_clip(told, document) == ()
    told, document = told_anew("Trams collide in Chancery Square", replace(PEOPLE, update="later"))
    assert updates_on_clip(told, document) == (
        Update((Side("nine people", ("Radio",)),), (Side("eleven people", ()),)),
    )


@pytest.mark.parametrize(("about", "shown"), [("killed", 2), ("cost", 1)])
def test_values_of_another_question_are_another_difference(about: str, shown: int) -> None:
    document = a_document()
    [first] = document.disagreements
    nine, eleven = first.claims
    second = Disagreement(about, (nine, replace(eleven, value="14")))
    told = Coverage((), ())
    assert len(differences(told, replace(document, disagreements=(first, second)))) == shown


@pytest.mark.parametrize(("cost", "shown"), [("9 million", 1), ("9 million crowns", 1), ("90 million crowns", 2)])
def test_a_value_that_was_cut_is_not_told_again_beside_the_whole_one(cost: str, shown: int) -> None:
    document = a_document()
    passage = Passage("1", 1, 0, 9, "")
    own, other = Telling(0, passage, "It cost 9 million.", "cited"), Telling(1, passage, "It cost 12 million.", "near")
    difference = Difference("figure", "9 million", "12 million")
    tellers = (Teller("The Orlo Post", "post.example", ()), Teller("Radio", "radio.example", ()))
    fact = CoveredFact((Sentence("It cost 9 million.", (passage,)),), (own, replace(other, difference=difference)))
    nine, eleven = document.disagreements[0].claims
    sides = (replace(nine, value=cost), replace(eleven, evidence=(replace(passage, article="2"),)))
    cost_of = Disagreement("How much?", sides)
    radio = replace(document.sources[0], article="2", publisher="Radio")
    document = replace(document, disagreements=(cost_of,), sources=(*document.sources, radio))
    assert len(differences(Coverage(tellers, (fact,)), document)) == shown


def test_what_no_clip_page_has_counted_has_no_latest_number() -> None:
    assert updates_on_clip(None, a_document()) == ()


def told_anew(post: str, difference: Difference) -> tuple[Coverage, Document]:
    """The coverage of a summary that the Post tells in these words, and Radio at another time."""
    passage = Passage("1", 1, 0, 9, "")
    sentence = Sentence(COLLISION, (passage,))
    tellings = (
        Telling(0, passage, post, "cited"),
        Telling(1, passage, f"It was {difference.told}.", "near", difference),
    )
    tellers = tuple(Teller(name, f"{name.lower()}.example", ()) for name in ("Post", "Radio"))
    told = Coverage(tellers, (CoveredFact((sentence,), tellings),))
    return told, replace(a_document(), summary=(sentence,))
