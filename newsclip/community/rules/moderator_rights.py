"""Who may decide about whom."""

CLOSING = frozenset({"close", "open"})
RIGHTS = frozenset({"give_mod", "take_mod", "give_staff", "take_staff", "give_all", "take_all"})
IN_FAVOUR = frozenset({"restore", "approve", "dismiss", "unsuspend", "open", "count"})
"""Kinds of actions that are good for the person whom they concern."""


def may_decide(kind: str, *, about_self: bool, about_staff: bool, by_staff: bool, alone: bool) -> bool:
    """Whether a moderator may do this to a person, or to what the person wrote. `alone`: nobody else moderates.

    Nobody suspends or discounts themselves or closes their own account; none but staff do so to staff. Accounts are
    closed and opened, and rights given and taken, by staff alone.
    What others decided about oneself is for others to take back, where there are others.
    """
    if kind in CLOSING:
        return by_staff and not about_self
    if kind in RIGHTS:
        return by_staff
    if kind in {"suspend", "discount"}:
        return not about_self and (by_staff or not about_staff)
    return not about_self or alone or kind not in IN_FAVOUR
