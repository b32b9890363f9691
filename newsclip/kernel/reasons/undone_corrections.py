"""What corrections are called that undo a mistake of the site, not of a publisher, or that a moderator decided."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newsclip.kernel.reasons.reason import Reason

WENT_BACK = "An article went back to its own story"  # a merge or a move was undone
PUT_BACK = "A sentence was taken out and put back"
TAKEN_OUT = "A moderator took out a sentence"
MOVED = "A moderator moved an article to another story"

_OF_MODERATORS = {"article_went_back": WENT_BACK, "article_moved_by_moderator": MOVED, "sentence_taken_out": TAKEN_OUT}


def called_undone(reasons: Sequence[Reason]) -> str:
    """The words, to be translated, for a correction with these reasons; "" if they undo nothing."""
    if any("put_back" in reason.params for reason in reasons):
        return PUT_BACK
    return next((_OF_MODERATORS[reason.code] for reason in reasons if reason.code in _OF_MODERATORS), "")


def is_of_moderator(stored: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a moderator changed the clip, and no publisher its article; a sentence put back is told as such."""
    return any(one.get("code") in _OF_MODERATORS for one in stored)


def is_taken_out(stored: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a moderator took a sentence out, though the check found nothing wrong with it."""
    return any(one.get("code") == "sentence_taken_out" for one in stored)


def is_still_out(stored: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a moderator took a sentence out that nobody put back."""
    return is_taken_out(stored) and not any("put_back" in one.get("params", {}) for one in stored)
