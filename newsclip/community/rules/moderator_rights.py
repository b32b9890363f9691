"""Which moderator may decide about whom."""

CLOSING = frozenset({"close", "open"})
RIGHTS = frozenset({"give_mod", "take_mod", "give_staff", "take_staff", "give_all", "take_all"})
APPOINTING = frozenset({"give_staff", "take_staff", "give_all", "take_all"})
IN_FAVOUR = frozenset({"restore", "approve", "dismiss", "unsuspend", "open", "count"})
"""Kinds of actions in favour of the person whom they concern."""
WITHOUT_APPEAL = IN_FAVOUR | {"reopen"}
"""What nobody appeals against: it is in their favour, or lets a moderator look again and decides nothing."""
_AGAINST_ACCOUNT = CLOSING | RIGHTS | {"suspend", "discount"}


def needs_all_rights(kind: str, *, about_all: bool) -> bool:
    """Whether it takes all rights: to appoint staff, or to act on the account of who has them (`about_all`)."""
    return kind in APPOINTING or (about_all and kind in _AGAINST_ACCOUNT)


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
