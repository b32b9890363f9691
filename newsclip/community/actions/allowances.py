"""Who may still do something today, exact under parallel requests."""

from datetime import datetime, timedelta

from django.db.models import F

from newsclip.accounts.models import Reader
from newsclip.community.models import Action, Restriction, Spending, Target
from newsclip.community.rules.trust import limits
from newsclip.kernel.reasons import Refused

KEPT_FOR = timedelta(days=2)


def spend(who: str, what: str, *, limit: int, now: datetime) -> None:
    """Use one of today's `limit`. Raises Refused("too_fast") where none is left, however many ask at once."""
    since = now.replace(hour=0, minute=0, second=0, microsecond=0)
    window, _ = Spending.objects.get_or_create(who=who, what=what, since=since)
    if not Spending.objects.filter(pk=window.pk, used__lt=limit).update(used=F("used") + 1):
        raise Refused("too_fast", f"{limit} {what}")


def permit(reader: Reader, what: str, *, now: datetime) -> None:
    """Let a reader do one more `what` (a field of ports.Limits). Raises Refused("suspended", "too_fast")."""
    if reader.suspended_until and reader.suspended_until > now:
        raise Refused("suspended", f"until {reader.suspended_until:%Y-%m-%d %H:%M} UTC")
    spend(f"reader {reader.pk}", what, limit=getattr(limits(reader.date_joined, now), what), now=now)


def permit_link(reader: Reader, domain: str, *, new_here: bool, now: datetime) -> None:
    """Let a reader submit a link of this domain. Raises Refused("banned", "newcomer", "suspended", "too_fast")."""
    if restricted(Target.DOMAIN, domain, Action.Kind.BAN, now=now):
        raise Refused("banned", domain)
    if new_here and not limits(reader.date_joined, now).unseen_domains:
        raise Refused("newcomer", f"Nobody submitted anything of {domain} before.")
    permit(reader, "links", now=now)


def restricted(target: Target, key: str, kind: str, *, now: datetime) -> bool:
    """Whether a moderator's action is in force."""
    found = Restriction.objects.filter(target=target, key=key, kind=kind).first()
    return bool(found and (found.until is None or found.until > now))


def forget_spent(now: datetime) -> int:
    """Drop windows that are over."""
    dropped, _ = Spending.objects.filter(since__lt=now - KEPT_FOR).delete()
    return dropped
