"""Redact what readers were told about a clip when its words may not be shown any more; found by IDs and by words."""

from collections.abc import Callable, Iterable

from django.db.models import QuerySet

from newsclip.clips.models import Clip, Correction
from newsclip.community.models import Action, Challenge, Comment, Delivery, Notice, Suggestion, Target
from newsclip.stories import queries as stories

_GONE = "…"
_OF_THE_CLIP = ("fact", "report", "correction", "name", "chain", "suggestion", "decision")


def redact(clip: Clip, is_gone: Callable[[str], bool]) -> None:
    """`is_gone` says whether a sentence, headline or hashtag must disappear.

    Comments, challenges and suggestions stay without the words they were about. What a reader typed stays theirs, even
    a quotation: moderators decide. Notices that repeat the words are deleted, as are pending deliveries; what was
    delivered is out of reach.
    """
    for said in Comment.objects.filter(story=clip.story_id, anchor__isnull=False).only("anchor"):
        if is_gone((said.anchor or {}).get("text", "")):
            Comment.objects.filter(pk=said.pk).update(anchor=None)
    for doubt in Challenge.objects.filter(clip=clip):
        doubt.sentence = _GONE if is_gone(doubt.sentence) else doubt.sentence
        doubt.save(update_fields=["sentence"])
    for idea in Suggestion.objects.filter(story=clip.story_id):
        idea.wanted = {name: _without(value, is_gone) for name, value in idea.wanted.items()}
        idea.save(update_fields=["wanted"])
    _redact_log(clip, is_gone)
    _redact_notices(clip, is_gone)


def _redact_log(clip: Clip, is_gone: Callable[[str], bool]) -> None:
    """Of a headline or hashtags that were changed the log keeps only that they were."""
    keys = [str(pk) for pk in stories.parts(clip.story_id)]
    for done in Action.objects.filter(target=Target.STORY, key__in=keys, detail__what__isnull=False):
        kept = {name: [_GONE if is_gone(one) else one for one in done.detail.get(name, ())] for name in ("old", "new")}
        Action.objects.filter(pk=done.pk).update(detail={**done.detail, **kept})


def _redact_notices(clip: Clip, is_gone: Callable[[str], bool]) -> None:
    told = Notice.objects.filter(story=clip.story_id, kind__in=_OF_THE_CLIP)
    gone = [row.pk for row in told if not row.sentence or any(map(is_gone, _parts(row)))]
    _empty(Delivery.objects.filter(key__startswith=f"clip {clip.pk} v"))
    _empty(_of("correction", Correction.objects.filter(clip=clip).values_list("pk", flat=True)))
    _empty(_of("notice", gone))
    Notice.objects.filter(pk__in=gone).delete()


def _parts(told: Notice) -> list[str]:
    """The words that it repeats from the clip; a correction is only referenced.

    The name in others is that of whoever decided something.
    """
    names = ("text", "headline", "name") if told.kind == "name" else ("text", "headline")
    return [told.given[name] for name in names if name in told.given]


def _of(kind: str, numbers: Iterable[int]) -> "QuerySet[Delivery]":
    return Delivery.objects.filter(key__in=[f"{kind} {pk}" for pk in numbers])


def _empty(told: "QuerySet[Delivery]") -> None:
    """Delete pending deliveries; delivered ones keep only the fact of their delivery."""
    told.filter(done_at=None).delete()
    told.update(body={})


def _without(value: object, is_gone: Callable[[str], bool]) -> object:
    if isinstance(value, list):
        return [one for one in value if not (isinstance(one, str) and is_gone(one))]
    return _GONE if isinstance(value, str) and is_gone(value) else value
