"""What language models answered, and what came of it."""

from dataclasses import asdict
from datetime import datetime
from decimal import Decimal

from newsclip.clips.models import Answer, Attempt
from newsclip.kernel import canonical
from newsclip.writing.ports import Answered, Figures


def keep_answer(request: str, model: str, text: str, *, cut: bool, at: datetime) -> Answered:
    """Keep an answer; where another process was first with this question, its answer counts."""
    text = text.replace("\x00", "")  # PostgreSQL keeps none
    fresh = {"digest": canonical.digest([text, cut]), "model": model[:200], "text": text, "cut": cut, "at": at}
    kept, _ = Answer.objects.get_or_create(request=request, defaults=fresh)
    return Answered(kept.text, kept.cut, kept.digest)


def keep_attempt(
    story_id: int, model: str, figures: Figures, *, outcome: tuple[str, str], cost: Decimal, at: datetime
) -> None:
    """`outcome`: code and detail; `cost` in the currency of the prices."""
    Attempt.objects.create(
        story_id=story_id,
        model=model[:200],
        at=at,
        code=outcome[0],
        detail=outcome[1][:500],
        cost=cost,
        **asdict(figures),
    )
