from django.db.models import Count, QuerySet

from newsclip.clips.models import Clip
from newsclip.community.models import Challenge, Suggestion


def suggestions_of(story_id: int) -> "QuerySet[Suggestion]":
    """What was suggested for a story, the newest first, with `agree`: how many support it."""
    rows = Suggestion.objects.filter(story_id=story_id).annotate(agree=Count("supports"))
    return rows.order_by("-at", "-pk")


def challenges_of(clip: Clip) -> "QuerySet[Challenge]":
    return Challenge.objects.filter(clip=clip).order_by("-at", "-pk")
