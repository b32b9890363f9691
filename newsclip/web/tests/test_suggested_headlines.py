"""A headline that readers suggest, and what they are told where no source says it."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Ferry aground off Marrow Point; all 987 aboard are safe", "No source says “987”."),
        (
            "Ferry aground off Marrow Point; all 1998 aboard are safe",
            "No title and no sentence of the sources says it in these words.",
        ),
    ],
)
def test_only_words_that_no_source_has_are_said_to_be_in_none(signed_in, clip, headline, told):
    page = signed_in.post(f"/s/{clip.story_id}/suggest", {"kind": "headline", "headline": headline}).content.decode()
    assert told in page
    assert ("No source says “" in page) == ("“" in told)
