"""One HTTP status for each refusal."""

import pytest

from newsclip.kernel.reasons import http_status


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("signed_out", 401), ("not_yours", 403), ("taken_out", 403), ("muted", 403), ("unknown", 404),
        ("too_late", 409), ("already_gone", 410), ("too_fast", 429), ("empty", 422), ("too_long", 422),
    ],
)  # fmt: skip
def test_a_refusal_has_the_status_that_says_what_to_do(code, status):
    assert http_status(code) == status
