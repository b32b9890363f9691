"""A language model that gave no answer is asked again later, though its story did not change."""

from datetime import datetime, timedelta
from typing import Any

from newsclip.clips.models import Assignment, Attempt

# the same question has its kept answer: asking again would change nothing
_FINAL = frozenset({"written", "bad_draft", "answer_cut", "too_little_left", "too_thin"})
_FIRST, _LONGEST = timedelta(minutes=5), timedelta(hours=6)
_MOST = 8  # failures; then a person has to look


def again(assignment: Assignment, version: int, now: datetime) -> dict[str, Any]:
    """Of the assignment, `failures` and `retry_at` after this attempt: from 5 minutes to 6 hours, eight times at most.

    `version`: the story's; with a new one the count begins anew.
    """
    last = Attempt.objects.filter(story=assignment.story_id).order_by("-pk").first()
    if last is None or last.at != now or last.code in _FINAL:
        return {"failures": 0, "retry_at": None}
    failures = assignment.failures + 1 if assignment.story_version == version else 1
    wait = min(_FIRST * 2 ** (failures - 1), _LONGEST)
    return {"failures": failures, "retry_at": now + wait if failures <= _MOST else None}
