"""Which reports a decision answers: only an act on what was reported is an answer."""

from collections.abc import Collection

_ANSWERS = {
    "story": frozenset({"dismiss", "remove", "restore"}),
    "comment": frozenset({"dismiss", "remove", "restore", "approve"}),
    "reader": frozenset({"dismiss", "approve", "warn", "suspend", "discount", "close"}),
}
REGROUPING = {"merge": "same_event", "split": "foreign", "move": "foreign"}
"""What changes the articles of stories, each with the reason of the reports that it answers."""


def answered_reasons(kind: str, target: str, reasons: Collection[str]) -> frozenset[str]:
    """Those of these reasons for a report that a decision of this kind about this target answers."""
    if kind in REGROUPING:
        return frozenset({REGROUPING[kind]}) & frozenset(reasons)
    return frozenset(reasons) if kind in _ANSWERS.get(target, ()) else frozenset()
