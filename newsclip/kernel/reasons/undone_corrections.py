"""What corrections are called that undo a mistake of the site, not of a publisher."""

from collections.abc import Sequence

from newsclip.kernel.reasons.reason import Reason

WENT_BACK = "An article went back to its own story"  # a merge or a move was undone
PUT_BACK = "A sentence was taken out and put back"


def called_undone(reasons: Sequence[Reason]) -> str:
    """The words, to be translated, for a correction with these reasons; "" if they undo nothing."""
    if any("put_back" in reason.params for reason in reasons):
        return PUT_BACK
    return WENT_BACK if any(reason.code == "article_went_back" for reason in reasons) else ""
