"""Stories without news become quiet."""

from datetime import datetime

from newsclip.stories.models import Story
from newsclip.stories.rules.phase import QUIET

_AT_ONCE = 500  # rows per turn


def age_phases(now: datetime) -> int:
    """Mark stories as quiet that had no article for two days. Returns how many."""
    # Merged stories too: otherwise they would match the query for ever.
    silent = Story.objects.exclude(phase=Story.Phase.QUIET).filter(last_at__lte=now - QUIET)
    found = list(silent.order_by("last_at").values_list("pk", flat=True)[:_AT_ONCE])
    return silent.filter(pk__in=found).update(phase=Story.Phase.QUIET) if found else 0
