"""Another language than the passages', and words that have nothing to do with them: no judge is asked."""

import pytest

from newsclip.evidence.tests.test_hard_guards import STORM, fault

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("place", ["summary", "heading", "headline"])
@pytest.mark.parametrize(
    "text",
    [
        "奥洛关闭码头。",
        "Совет закрыл мост",
        "der rat schließt nach dem sturm die brücke",
        "le maire ferme un pont après une tempête",
    ],
)
def test_another_language_is_refused(text: str, place: str) -> None:
    found = fault(text, STORM, place=place)
    assert found is not None
    assert found.code == "other_language"


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("A storm shut the café's bridge, the mayor said.", STORM.replace("the bridge", "the bridge of the café")),
        ("The council shut the bridge to Østby.", "The council closed the bridge to Østby on Monday."),
        ("The sign “der Hafen” fell.", "The sign “der Hafen” fell on Monday."),
        ("The de facto mayor shut the bridge.", "The de facto mayor of Orlo closed the bridge."),
        ("EU closed the bridge.", "The European Union closed the bridge on Monday."),
        ("The sign “港” fell.", "The sign “港” fell on Monday."),
    ],
)
def test_words_of_another_language_that_the_passages_have_pass(text: str, passage: str) -> None:
    assert fault(text, passage) is None


def test_a_heading_may_use_words_of_its_own_but_not_say_that_something_else_is_so() -> None:
    assert fault("What comes next", STORM, place="heading") is None
    found = fault("Most plans are cheap", STORM, place="heading")
    assert found is not None
    assert found.code == "little_in_common"


def test_a_sentence_that_shares_little_with_its_passages_is_refused_whatever_it_says() -> None:
    found = fault("Most plans for saving money need some time and care.", STORM)
    assert found is not None
    assert found.code == "little_in_common"
