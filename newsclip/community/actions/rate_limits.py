"""Rate limits per day, exact under parallel requests."""

from datetime import UTC, datetime, timedelta

from django.db.models import F, Q

from newsclip.accounts.models import Reader
from newsclip.community.models import Action, Restriction, Spending, Target
from newsclip.community.queries.moderation import is_suspended
from newsclip.community.rules import comment_text
from newsclip.community.rules.trust import limits
from newsclip.db.batches import drop
from newsclip.kernel.reasons import Reason, Refused

KEPT_FOR = timedelta(days=2)
WITHOUT_END = datetime(9999, 1, 1, tzinfo=UTC)
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)


def spend(who: str, what: str, *, limit: int, now: datetime) -> None:
    """Consume one of today's `limit`. Raises Refused("too_fast") if none is left, however many requests run in
    parallel.
    """
    since = now.replace(hour=0, minute=0, second=0, microsecond=0)
    window = {"who": who, "what": what, "since": since}
    left = Spending.objects.filter(**window, used__lt=limit)
    if left.update(used=F("used") + 1):
        return
    Spending.objects.bulk_create([Spending(**window)], ignore_conflicts=True)  # the first of the day
    if not left.update(used=F("used") + 1):
        raise Refused("too_fast", f"{limit} {what.replace('_', ' ')}")


def one_at_a_time(what: str) -> None:
    """Serialize: wait for others doing `what`, and make them wait until the transaction ends."""
    row = {"who": what[:80], "what": "turn", "since": _NO_DAY}
    while not Spending.objects.filter(**row).update(used=F("used") + 1):  # cleanup may delete the row at any moment
        Spending.objects.bulk_create([Spending(**row)], ignore_conflicts=True)


def may_write(reader: Reader, *, now: datetime) -> None:
    """Raises Refused("suspended", "unconfirmed", "unapproved") for read-only accounts."""
    if reader.waits:
        raise Refused("unconfirmed" if reader.waits == Reader.Waits.MAIL else "unapproved")
    if is_suspended(reader, now=now) and reader.suspended_until:
        ends = {"until": f"{reader.suspended_until:%Y-%m-%d %H:%M} UTC"}
        over = Reason("suspended_until", ends) if reader.suspended_until < WITHOUT_END else Reason("suspended_for_good")
        raise Refused("suspended", because=over)


def permit(reader: Reader, what: str, *, now: datetime) -> None:
    """Allow a reader one more `what` (a field of ports.Limits). Raises Refused("suspended", "too_fast")."""
    may_write(reader, now=now)
    consume_own(reader, what, now=now)


def consume_own(reader: Reader, what: str, *, now: datetime) -> None:
    """The same for actions that suspended accounts may take too."""
    spend(f"reader {reader.pk}", what, limit=getattr(limits(reader.date_joined, now), what), now=now)


def permit_link(reader: Reader, domain: str, *, new_here: bool, now: datetime) -> None:
    """Allow a reader to submit a link of this domain. Raises Refused("banned", "newcomer", "suspended", "too_fast")."""
    if banned_in(domain, now=now):
        raise Refused("banned", domain)
    if new_here and not limits(reader.date_joined, now).unseen_domains:
        raise Refused("newcomer", f"Nothing from {domain} is here yet, and only older accounts may bring in new sites.")
    permit(reader, "links", now=now)


def banned_in(text: str, *, now: datetime) -> str:
    """A banned site named in the text, or a part of one; "" if there is none."""
    rows = Restriction.objects.filter(target=Target.DOMAIN, kind=Action.Kind.BAN, key__in=comment_text.sites_in(text))
    return rows.filter(Q(until=None) | Q(until__gt=now)).values_list("key", flat=True).first() or ""


def restricted(target: Target, key: str, kind: str, *, now: datetime) -> bool:
    """Whether a restriction of this kind is in force."""
    found = Restriction.objects.filter(target=target, key=key, kind=kind).first()
    return bool(found and (found.until is None or found.until > now))


def forget_consumed(now: datetime) -> int:
    """Delete a batch of expired windows."""
    return drop(Spending.objects.filter(since__lt=now - KEPT_FOR).order_by("since"))
