"""What a language model answered, and what its attempts came to and cost."""

from collections import Counter, defaultdict
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import TruncDate

from newsclip.clips.models import Answer, Attempt
from newsclip.writing.ports import Answered


def answer_to(request: str) -> Answered | None:
    """What a language model answered to this very question before."""
    return _answered(Answer.objects.filter(request=request).first())


def answer(digest: str) -> Answered | None:
    """The kept answer that receipts call by this digest."""
    return _answered(Answer.objects.filter(digest=digest).first())


def _answered(row: Answer | None) -> Answered | None:
    return Answered(row.text, row.cut, row.digest) if row else None


def spent(*, since: datetime) -> tuple[int, Decimal]:
    """Tokens, in and out together, and money that language models cost since then."""
    found = Attempt.objects.filter(at__gte=since).aggregate(
        tokens=Sum(F("tokens_in") + F("tokens_out")), cost=Sum("cost")
    )
    return found["tokens"] or 0, found["cost"] or Decimal(0)


def attempts_by_day(days: int) -> list[dict[str, Any]]:
    """What language models did, a row a day and model, the latest first: attempts, `written` and what they cost.

    `bases`: how many sentences of the clips stand on each basis; `kinds`: how many have an edit of each kind, the most
    frequent first.
    """
    rows = Attempt.objects.annotate(day=TruncDate("at")).values("day", "model")
    counted = rows.annotate(
        attempts=Count("pk"), written=Count("pk", filter=Q(code="written")), said=Sum("said"), refused=Sum("refused"),
        repaired=Sum("repaired"), replaced=Sum("replaced"), tokens_in=Sum("tokens_in"), tokens_out=Sum("tokens_out"),
        cost=Sum("cost"),
    )  # fmt: skip
    found = [dict(row) for row in counted.order_by("-day", "model")[:days]]
    first: Any = found[-1]["day"] if found else None
    bases, kinds = defaultdict[object, Counter[str]](Counter), defaultdict[object, Counter[str]](Counter)
    for one in rows.filter(day__gte=first).values("day", "model", "bases", "kinds") if found else ():
        bases[one["day"], one["model"]].update(one["bases"])
        kinds[one["day"], one["model"]].update(one["kinds"])
    for row in found:
        key = row["day"], row["model"]
        row |= {"bases": dict(bases[key].most_common()), "kinds": dict(kinds[key].most_common())}
    return found


def attempts_by_code(*, since: datetime) -> list[tuple[str, int]]:
    """What came of attempts with a language model since then, the most frequent first."""
    rows = Attempt.objects.filter(at__gte=since).values_list("code")
    return list(rows.annotate(number=Count("pk")).order_by("-number", "code"))
