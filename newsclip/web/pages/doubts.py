"""What doubts came to, for the sentences that they speak of."""

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import queries
from newsclip.community.models import Challenge

_MOST = 50


def doubts_by_sentence(clip: Clip) -> dict[str, Challenge]:
    """Sentence → the newest doubt about it, with its answer in words."""
    found = clips.with_words(queries.challenges_of(clip)[:_MOST])
    return {one.sentence: one for one in reversed(found)}
