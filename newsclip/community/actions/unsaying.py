from collections.abc import Collection

from django.db.models import Q

from newsclip.clips.models import Clip, Correction
from newsclip.community.models import Challenge, Comment, Delivery, Notice

_GONE = "…"


def unsay(clip: Clip, texts: Collection[str], *, publisher: str) -> None:
    """What people were told of a clip, without sentences that may be shown no more, and this publisher's quotations.

    Comments and doubts stay, and no longer show the sentence that they are about; notices that say it go, and so does
    what programs were not told yet. What was delivered is out of reach.
    """
    for said in Comment.objects.filter(story=clip.story_id, anchor__isnull=False).only("anchor"):
        if (said.anchor or {}).get("text") in texts:
            Comment.objects.filter(pk=said.pk).update(anchor=None)
    Challenge.objects.filter(clip=clip, sentence__in=texts).update(sentence=_GONE)
    told = Notice.objects.filter(story=clip.story_id).filter(Q(kind="fact") | Q(kind="correction"))
    gone = [row.pk for row in told if row.given.get("text") in texts or (publisher in row.words and "“" in row.words)]
    corrections = Correction.objects.filter(clip=clip).values_list("pk", flat=True)
    keys = [f"notice {pk}" for pk in gone] + [f"correction {pk}" for pk in corrections]
    Delivery.objects.filter(key__in=keys, done_at=None).delete()
    Notice.objects.filter(pk__in=gone).delete()
