from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from newsclip.accounts.models import Reader
from newsclip.community.actions.moderating import act
from newsclip.community.actions.noticing import notice
from newsclip.community.models import Action, SourceSuggestion, Target
from newsclip.community.ports import News, Order
from newsclip.community.rules import comment_text, notices
from newsclip.kernel.addresses import domain_of, host_of
from newsclip.kernel.reasons import Refused
from newsclip.sources.models import Discovery

_State = SourceSuggestion.State


def suggest_source(reader: Reader, looked: Discovery, *, now: datetime, why: str = "") -> SourceSuggestion:
    """Suggest that what is at this address be followed. What a moderator declined stays so; where nothing could be
    followed there, it is looked at anew.
    """
    said = comment_text.line(why, longest=500) if why.strip() else ""
    given = {"discovery": looked, "why": said, "at": now}
    made, new = SourceSuggestion.objects.get_or_create(reader=reader, url=looked.url, defaults=given)
    if not new and made.code:
        again = {"discovery": looked, "at": now, "state": _State.WAITING, "code": "", "decided_at": None}
        SourceSuggestion.objects.filter(pk=made.pk).exclude(code="").update(**again)
        made.refresh_from_db()
    return made


@transaction.atomic
def close_source_suggestions(looked: Discovery, code: str, *, now: datetime) -> int:
    """Nothing new can be followed at this address: say why to those who suggested it. Returns how many."""
    rows = list(_waiting(looked.url).filter(discovery=looked))
    SourceSuggestion.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=_State.DECLINED, code=code, decided_at=now
    )
    words = notices.SOURCE_KNOWN if code == "already_followed" else notices.SOURCE_EMPTY
    for row in rows:
        _tell(row, words, {"host": host_of(row.url)}, now)
    return len(rows)


@transaction.atomic
def decide_source(moderator: Reader, url: str, *, accepted: bool, reason: str, now: datetime, name: str = "") -> None:
    """Accept or decline a suggested source, for everybody who suggested it; logged publicly.

    `name`: what is followed now is called so. Raises Refused("not_allowed", "already_gone", "empty", "suspended").
    """
    rows = list(_waiting(url).select_related("reader").select_for_update(of=("self",)))
    if not rows:
        raise Refused("already_gone")
    kind = Action.Kind.ADD_SOURCE if accepted else Action.Kind.NO_SOURCE
    done = act(moderator, Order(kind, Target.DOMAIN, domain_of(url), reason), now=now)
    state = _State.ACCEPTED if accepted else _State.DECLINED
    given = {"state": state, "reason": done.reason, "decided_at": now, "decided_by": moderator}
    SourceSuggestion.objects.filter(pk__in=[row.pk for row in rows]).update(**given)
    words = notices.SOURCE_ACCEPTED if accepted else notices.SOURCE_DECLINED
    parts = {"name": name or host_of(url)} if accepted else {"host": host_of(url), "reason": done.reason}
    for row in rows:
        _tell(row, words, parts, now)


def _waiting(url: str) -> "QuerySet[SourceSuggestion]":
    return SourceSuggestion.objects.filter(url=url, state=_State.WAITING).order_by("pk")


def _tell(row: SourceSuggestion, words: str, given: dict[str, str], now: datetime) -> None:
    if row.reader:
        key = f"source {row.pk} {now:%Y%m%d%H%M}"
        notice(row.reader, News("source", words, key, given=given), now=now)
