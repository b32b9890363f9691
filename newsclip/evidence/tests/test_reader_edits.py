"""What readers suggest is bounded before it is compared with every sentence of every article."""

import pytest

from newsclip.evidence.document import Amended
from newsclip.evidence.reader_edits import HASHTAGS, HEADLINE, borne
from newsclip.kernel.reasons import Refused
from newsclip.writing.tests.stories import BRIDGE


@pytest.mark.parametrize("kind", [HEADLINE, HASHTAGS])
def test_words_that_are_too_long_are_refused_before_they_are_compared(kind: str) -> None:
    with pytest.raises(Refused, match="301 of 300"):
        borne(Amended(kind, ("a" * 301,), "ada"), [BRIDGE])
