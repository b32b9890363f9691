"""What corrections are called that undo a mistake of the site, not of a publisher."""

from collections.abc import Mapping, Sequence
from typing import Any

WENT_BACK = "An article went back to its own story"  # a merge or a move was undone
PUT_BACK = "A sentence was taken out and put back"


def called_undone(reasons: Sequence[Mapping[str, Any]]) -> str:
    """The words, to be translated, for these stored reasons; "" if they undo nothing."""
    if any("put_back" in reason["params"] for reason in reasons):
        return PUT_BACK
    return WENT_BACK if any(reason["code"] == "article_went_back" for reason in reasons) else ""
