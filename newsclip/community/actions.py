from datetime import datetime

from newsclip.accounts.models import Reader
from newsclip.community.models import Vote


def vote(reader: Reader, story_id: int, *, now: datetime) -> None:
    """Voting twice is voting once."""
    Vote.objects.get_or_create(reader=reader, story_id=story_id, defaults={"at": now})


def take_back(reader: Reader, story_id: int) -> None:
    """Taking back what was not given changes nothing."""
    Vote.objects.filter(reader=reader, story_id=story_id).delete()
