"""Which reports a decision answers: only an act on what was reported is an answer."""

from collections.abc import Collection
from dataclasses import replace

from newsclip.community.ports import Order

AGREE = "agree"
"""What a moderator does who thinks a report of a story right though nothing of it can be changed now.

Tables have it as a dismissal whose detail says so: what closes the reports, and can be taken back, is the same.
"""
_ANSWERS = {
    "story": frozenset({"dismiss", "remove", "restore"}),
    "comment": frozenset({"dismiss", "remove", "restore", "approve"}),
    "reader": frozenset({"dismiss", "approve", "warn", "suspend", "discount", "close"}),
}
REGROUPING = {"merge": "same_event", "split": "foreign", "move": "foreign"}
"""What changes the articles of stories, each with the reason of the reports that it answers."""


def as_stored(order: Order) -> Order:
    """The order in the kinds that tables know."""
    if order.kind != AGREE or order.target != "story":
        return order
    return replace(order, kind="dismiss", detail={**order.detail, "agrees": True})


def answered_reasons(kind: str, target: str, reasons: Collection[str]) -> frozenset[str]:
    """Those of these reasons for a report that a decision of this kind about this target answers."""
    if kind in REGROUPING:
        return frozenset({REGROUPING[kind]}) & frozenset(reasons)
    return frozenset(reasons) if kind in _ANSWERS.get(target, ()) else frozenset()
