"""What a guard once refused and may pass, each beside lies that look like it."""

import pytest

from newsclip.evidence.tests.test_guard_contradictions import code, fault
from newsclip.evidence.tests.test_guard_same_in_other_words import judged

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "lies", "passage"),
    [
        (  # who has a son is a father, or a mother
            "A boat belonged to father and son.",
            (
                "A boat belonged to mother and son.",
                "A boat belonged to father and daughter.",
                "A boat belonged to a father in Orlo.",
            ),
            "A boat in Orlo belonged to Mr Holm and his son Jan.",
        ),
        (
            "The plan of wife and husband failed.",
            ("The plan of sister and husband failed.", "The plan of uncle and husband failed."),
            "The plan of Ada Holm and her husband failed.",
        ),
        (
            "His father sold the boat.",
            ("A son sold the boat.",),  # it was the father who did
            "His father sold the boat.",
        ),
        (  # what creates something causes it
            "The port closed for a week, causing long queues in Orlo.",
            ("The port closed for a week, causing a storm in Orlo.", "The storm caused the port to close for a week."),
            "The port closed for a week, creating queues in Orlo after a storm.",
        ),
        (
            "The leak triggered a panic.",
            ("The mayor triggered the leak.", "The panic led to the leak."),
            "The leak sparked a panic. The mayor created a fund.",
        ),
        (  # what is gone by now has gone since
            "The letter, sent in May and since lost, named two boats.",
            ("The letter, sent in May and lost since the storm, named two boats.",),
            "The letter, now lost, was sent in May and named two boats. The storm came.",
        ),
        (
            "The ferry has since been repaired and sails in May.",
            ("The ferry has since been sold and sails in May.", "The ferry was repaired and since sold, in May."),
            "The ferry, which is now repaired, sails in May. The mill was sold.",
        ),
        (  # behind "said Holm" the port goes on, and not Holm
            "Brask Lines is in debt, said Dr. Ada Holm, and cannot pay its crew.",
            (
                "The port is in debt, said Brask Lines, and Ada Holm cannot pay its crew.",
                "Ada Holm is in debt, said Brask Lines, and cannot pay its crew.",
            ),
            "Brask Lines cannot pay its crew and is in debt, Dr. Ada Holm said.",
        ),
    ],
)
def test_the_true_one_passes_and_no_lie_does(text: str, lies: tuple[str, ...], passage: str) -> None:
    assert fault(text, passage) is None
    assert [lie for lie in lies if code(lie, passage) is None] == []


def test_a_quotation_in_single_marks_may_open_with_a_capital() -> None:
    passage = "The mayor closed the port, saying 'a line has been crossed' and 'there is one rule for all'."
    assert fault("“A line has been crossed,” the mayor said.", passage) is None
    assert code("“A Line Has been crossed,” the mayor said.", passage) == "words_not_quoted"
    assert code("“The line has been crossed,” the mayor said.", passage) == "words_not_quoted"


def test_passages_are_read_in_the_order_of_their_article() -> None:
    first, second = "Holm denies the charge.", "The 48-year-old Frenchman attacked officers in May."
    article = f"{first} {second} Jan Reyl saw it."
    assert judged("Holm attacked officers in May.", article, second, first) is None
    assert judged("Holm attacked officers in May.", article, first, second) is None
    assert judged("Jan Reyl attacked officers in May.", article, second, "Jan Reyl saw it.")
    assert judged("Holm attacked officers in May.", f"{second} {first}", first, second)
