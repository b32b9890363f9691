"""What guards once took for contradictions, and is none; beside it, the lie that is like it."""

import pytest

from newsclip.evidence.tests.test_guard_contradictions import code, fault

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "lie", "passage"),
    [
        (
            "The port closed in May; the quay has stayed open.",
            "The port closed in May; the quay has been sold to Brask Lines.",
            "In May the port closed. The quay has stayed open.",
        ),
        (
            "The port closed in May; the mill is unsafe, Holm says.",
            "The port closed in May; the mill is unsafe.",
            "In May the port closed. The mill is unsafe, Ada Holm said.",
        ),
        ("Six people sailed.", "Seven people sailed.", "Ada Holm and five others sailed."),
        ("Six people sailed.", "Four people sailed.", "Ada Holm and five other people sailed."),
        ("The ferry sails in December.", "The ferry sails in early December.", "The ferry sails in mid-December."),
        (
            "The council will repair the mill.",
            "The council will sell the quay.",
            "The council will not sell the quay, and will repair the mill.",
        ),
        ("The mill dismissed a worker.", "The mill did not let a worker go.", "The mill let a worker go."),
        ("Holm did not know of the sale.", "Holm knew of the sale.", "Holm did not hear of the sale."),
        (
            "If the council sold the port, the crew would have to leave.",
            "The council sold the port, and the crew had to leave.",
            "The council could sell the port, which would require the crew to leave.",
        ),
        (
            "The council has not sold the ferry.",
            "The council has no plans.",
            "The council has not sold the old ferry and has no new plans.",
        ),
        (
            "The mill opens two yards.",
            "The mill leads in boats.",
            "The mill opens two yards as it aims to lead in boats.",
        ),
        (
            "The other charge concerns a boat.",
            "Holm took a boat.",
            "Ada Holm was charged with theft. Holm is also accused of having taken a boat.",
        ),
        (
            "The remains have yet to be confirmed as Holm's.",
            "The remains have been confirmed as Holm's.",
            "A test is pending to confirm that the remains are Holm's.",
        ),
        ("Millions of people need help.", "Billions of people need help.", "An estimated 16 million people need help."),
    ],
)
def test_what_is_no_contradiction_passes(text: str, lie: str, passage: str) -> None:
    assert fault(text, passage) is None
    assert code(lie, passage)


def test_a_verb_is_no_month() -> None:
    assert fault("What the port may cost", "The port could cost 12 crowns.", place="heading") is None
    assert code("The port opens in May.", "The port opens soon.") == "date_not_said"


def test_a_claim_beside_a_quotation_keeps_its_source() -> None:
    held = "According to the boy, teachers would hit pupils or lock them in a “dark room”."
    assert code("Teachers would hit pupils or lock them in a “dark room”.", held) == "turning_left_out"
    assert fault("Teachers, the boy says, would hit pupils or lock them in a “dark room”.", held) is None


def test_a_pronoun_before_names_no_source() -> None:
    held = "She said that the council broke the law."
    assert code("The council broke the law.", held, before=("She had come from Orlo.",)) == "turning_left_out"
