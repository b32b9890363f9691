"""What each decision of a moderator does, and what the person whom it concerns sees of it: in words."""

from dataclasses import dataclass
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from newsclip.community import queries
from newsclip.community.models import Target

_UNTOLD = ("close", "agree", "dismiss", "reopen")
_ENDING = ("pin", "lock", "remove", "suspend", "ban", "hold")  # what may end by itself
_WORDS = {  # where the name of the deed is none
    "give_mod": "make a moderator",
    "unsuspend": "end the suspension",
    "take_mod": "remove as a moderator",
    "agree": "agree with the reports",
    "dismiss": "dismiss the reports",
    "reopen": "reopen the reports",
    "close": "close the account",
    "open": "open the account again",
    "give_staff": "make one of the staff",
    "take_staff": "end as one of the staff",
    "give_all": "give all rights",
    "take_all": "take back all rights",
}
_MEANS = {
    "pin": gettext_lazy("It is pinned above the front page, with your name and reason."),
    "unpin": gettext_lazy("It is no longer pinned above the front page."),
    "lock": gettext_lazy("Nobody can comment on it any more."),
    "unlock": gettext_lazy("It can be discussed again."),
    "remove": gettext_lazy(
        "It disappears from all lists; its page says that it was removed, and links to the public log."
    ),
    "restore": gettext_lazy("It is shown again."),
    "agree": gettext_lazy(
        "The reports are closed as right, and whoever reported it reads why. The clip itself stays as it is: if "
        "something can be changed, change it first."
    ),
    "dismiss": gettext_lazy("It stays as it is; the reports about it are closed."),
    "reopen": gettext_lazy("The reports that were dismissed last wait in the review queue again."),
    "warn": gettext_lazy("Nothing changes for the account."),
    "suspend": gettext_lazy(
        "The person can read, appeal and remove what is their own, and change nothing else: not write, vote, save or "
        "follow."
    ),
    "unsuspend": gettext_lazy("The person can take part again."),
    "discount": gettext_lazy(
        "Nothing that this account did or does counts any more: its votes, comments, readings and reports weigh "
        "nothing. Suggestions that readers carried out because it agreed are undone."
    ),
    "count": gettext_lazy("What this account did counts again; suggestions that were undone stay undone."),
    "ban": gettext_lazy("Links to it are refused, and words that name it wait here."),
    "unban": gettext_lazy("Links to it are taken again."),
    "hold": gettext_lazy("It does not trend until it is approved."),
    "approve": gettext_lazy("It may trend."),
    "give_mod": gettext_lazy(
        "They see the review queue and can decide everything that stands in it. They cannot make others moderators."
    ),
    "close": gettext_lazy("The person is signed out everywhere and can no longer sign in. What they wrote stays."),
    "open": gettext_lazy("The person can sign in again."),
    "give_staff": gettext_lazy("They see the pages of the staff: health, sources and members; and they moderate."),
    "take_staff": gettext_lazy("The pages of the staff are closed to them."),
    "give_all": gettext_lazy("They also appoint staff and decide about them, and see mail addresses and the tables."),
    "take_all": gettext_lazy("The person keeps what else was given, such as the rights of the staff."),
    "take_mod": gettext_lazy("The person can no longer decide about others; what they decided stays."),
}
_MEANS_FOR: dict[tuple[str, str], Any] = {
    (Target.COMMENT, "remove"): gettext_lazy(
        "Its words are hidden. In their place stands that a moderator removed it, and why."
    ),
    (Target.COMMENT, "approve"): gettext_lazy("It was held; everybody can read it from now on."),
    (Target.READER, "approve"): gettext_lazy("The account can write and vote from now on."),
    (Target.READER, "dismiss"): gettext_lazy("Nothing happens to the account; the reports about it are closed."),
}
_KEPT = gettext_lazy(
    "What is challenged stays, and all reports about it are closed; whoever challenged or reported it reads your "
    "reason."
)
_TOLD = {
    Target.COMMENT: gettext_lazy("Its author is told, with your name and reason."),
    Target.READER: gettext_lazy("The person is told, with your name and reason."),
}
_APPEALS = {
    Target.COMMENT: gettext_lazy("Its author is told, with your name and reason, and can appeal."),
    Target.READER: gettext_lazy("The person is told, with your name and reason, and can appeal."),
}


@dataclass(frozen=True, slots=True)
class Effect:
    """`words`: the deed's name, to be translated as what one does; `means`: what happens; `ends`: it may by itself."""

    deed: str
    words: str
    means: Any
    ends: bool


def effect(kind: str, deed: str, *, doubted: bool = False) -> Effect:
    """What this deed does to a target of this kind, and what its author or the person gets to see.

    `doubted`: a sentence of it is; who dismisses the reports keeps that, too.
    """
    if doubted and deed == "dismiss":
        return Effect(deed, "keep the clip as it is", _KEPT, ends=False)
    means = _MEANS_FOR.get((kind, deed)) or _MEANS[deed]
    told = None if deed in _UNTOLD else (_TOLD if _is_without_appeal(deed) else _APPEALS).get(Target(kind))
    said = format_lazy("{} {}", means, told) if told else means
    return Effect(deed, _WORDS.get(deed, deed), said, ends=may_end(deed))


def _is_without_appeal(deed: str) -> bool:
    return queries.is_without_appeal(deed) or deed.startswith("give_")


def may_end(deed: str) -> bool:
    """Whether a moderator may say for how long."""
    return deed in _ENDING
