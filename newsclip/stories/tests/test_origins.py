"""Where a text says that it is from, and how much less likeness makes it a copy then."""

import pytest

from newsclip.stories.rules import near_duplicates
from newsclip.stories.rules.origins import credit, origin, tie
from newsclip.stories.tests.invented import BRIDGE


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("VELMORA (AP) — Engineers closed", "AP"),
        ("Engineers closed the bridge. — Reuters", "Reuters"),
        ("Engineers closed the bridge.\nAP", "AP"),
        ("Velmora (dpa/AFP) - Die Brücke ist zu", "dpa"),
        ("The bridge is closed, the Associated Press reports.", "AP"),
        ("The vote is due. With agency material.", "agency"),
        ("The vote is due. (Agencies)", "agency"),
        ("Die Brücke ist zu. (mit Material von dpa)", "dpa"),
        ("The pupils sat the AP exams with ease", ""),
        ("By us.", ""),
    ],
)
def test_the_agency_that_a_text_names_is_found(text, agency):
    assert credit(text) == agency


ORIGINS = {
    "agency": (origin("VELMORA (AP) — Shut."), origin("Shut. With agency material.")),
    "first": (
        origin("Shut. This article was first published by the Velmora Lantern."),
        origin("Shut.", "Velmora Lantern"),
    ),
    "owner": (origin("Shut.", "Lantern", "Upland Press"), origin("Shut.", "Post", "Upland Press")),
    "": (origin("VELMORA (AP) — Shut.", "Lantern"), origin("VELMORA (AFP) — Shut.", "Post")),
}


@pytest.mark.parametrize("tied", ORIGINS)
def test_two_texts_are_tied_by_agency_first_publisher_or_owner(tied):
    one, other = ORIGINS[tied]
    assert tie(one, other) == tie(other, one) == tied


def test_publishers_that_are_not_known_tie_nothing():
    assert tie(origin("Shut."), origin("Shut.")) == ""


def test_a_rewrite_within_one_group_is_a_copy_where_the_same_between_strangers_is_none():
    text = BRIDGE[1]
    words = text.split()
    rewritten = " ".join(word[::-1] if place % 6 == 0 else word for place, word in enumerate(words))
    strangers = (
        near_duplicates.fingerprint("", text, "Lantern", "A"),
        near_duplicates.fingerprint("", rewritten, "Post", "B"),
    )
    sisters = (
        near_duplicates.fingerprint("", text, "Lantern", "A"),
        near_duplicates.fingerprint("", rewritten, "Post", "A"),
    )
    assert near_duplicates.ALIKE_IF_TIED <= near_duplicates.likeness(*sisters) < near_duplicates.ALIKE
    assert (near_duplicates.is_copy(*strangers), near_duplicates.is_copy(*sisters)) == (False, True)
    assert near_duplicates.explained(*sisters)["tie"] == "owner"
