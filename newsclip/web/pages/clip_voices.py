"""What a clip's page shows of what people say about it."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.community.models import Target
from newsclip.web.muted_publishers import mutes_of
from newsclip.web.pages.clip_document import ReadyClip, sentences_of


def voices(request: HttpRequest, clip: Clip, reading: ReadyClip) -> dict[str, Any]:
    """The numbers of the story, the best comments, for each number of a sentence the comments that speak of it, and
    the sentences whose challenge a moderator has yet to read.

    Where nobody said anything, whether somebody may.
    """
    mutes = mutes_of(request)
    waiting, _ = community.heard(community.doubts_to_decide(clip), mutes)
    counts = community.counts_of([clip.story_id])[clip.story_id]
    told: dict[str, Any] = {"counts": counts, "votes": counts.votes, "comments": counts.comments}
    told["challenged"] = {one.sentence for one in waiting}
    if isinstance(request.user, Reader):
        told["flagged"] = community.flagged_by(request.user, Target.STORY, [str(clip.story_id)])
        told["doubted"] = community.doubted_by(request.user, clip)
    if not counts.comments:
        return told | {"closed": community.is_locked(clip.story_id, now=timezone.now())}
    return told | {
        "voices": community.best_comments(clip.story_id, mutes),
        "spoken": community.comments_by_sentence(clip.story_id, sentences_of(reading), mutes),
    }
