"""Stories fall quiet when nothing comes."""

from datetime import datetime

from newsclip.stories import queries
from newsclip.stories.models import Story
from newsclip.stories.rules.phase import QUIET


def age_phases(now: datetime) -> int:
    """Turn stories quiet that nobody wrote about for two days; how many."""
    silent = queries.live().exclude(phase=Story.Phase.QUIET).filter(last_at__lte=now - QUIET)
    return silent.update(phase=Story.Phase.QUIET)
