"""Which moderator may decide about whom."""

CLOSING = frozenset({"close", "open"})
RIGHTS = frozenset({"give_mod", "take_mod", "give_staff", "take_staff", "give_all", "take_all"})
IN_FAVOUR = frozenset({"restore", "approve", "dismiss", "unsuspend", "open", "count"})
"""Kinds of actions in favour of the person whom they concern."""


def may_decide(kind: str, *, about_self: bool, about_staff: bool, by_staff: bool, alone: bool) -> bool:
    """Whether a moderator may do this to a person or to their words. `alone`: there is no other moderator.

    Nobody suspends, discounts or closes their own account; only staff may act on staff. Only staff close and open
    accounts and change rights. Decisions about oneself are for other moderators to revert, if there are any.
    """
    if kind in CLOSING:
        return by_staff and not about_self
    if kind in RIGHTS:
        return by_staff
    if kind in {"suspend", "discount"}:
        return not about_self and (by_staff or not about_staff)
    return not about_self or alone or kind not in IN_FAVOUR
