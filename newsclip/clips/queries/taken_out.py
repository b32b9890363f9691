"""What moderators took out of the articles of stories, and put back."""

from collections.abc import Iterable, Mapping

from django.db.models import OuterRef, Subquery

from newsclip.clips.models import Amendment, Clip
from newsclip.clips.queries.cited_articles import source_articles
from newsclip.evidence import muting, serialization
from newsclip.evidence.document import Amended
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.stories.models import Membership


def taken_out_of(story_ids: Iterable[int]) -> Mapping[int, frozenset[str]]:
    """The digests of the passages that no clip of these stories may say, where there are any: one question."""
    story = Membership.objects.filter(article=OuterRef("article")).values("story")
    rows = Amendment.objects.filter(kind=Amendment.Kind.SENTENCE, undone_at=None).annotate(here=Subquery(story))
    found: dict[int, frozenset[str]] = {}
    for here, digests in rows.filter(here__in=set(story_ids)).values_list("here", "words"):
        found[here] = found.get(here, frozenset()).union(digests)
    return found


def goes_with(clip: Clip, sentence: str) -> tuple[str, ...]:
    """What else the clip would no longer say without this sentence: what rests on the same words, or depends on it."""
    document = serialization.from_json(clip.document)
    everything = sentences_and_quotations(document)
    digests = {passage.digest for one in everything if one.text == sentence for passage in one.evidence}
    left = muting.without_passages(document, digests, source_articles(document))
    stays = {one.text for one in sentences_and_quotations(left)} if left else {one.text for one in everything}
    return tuple(dict.fromkeys(one.text for one in everything if one.text not in stays | {sentence}))


def put_back_of(before: Iterable[Amended], now: Iterable[Amended]) -> frozenset[str]:
    """By what sentences had been taken out that a moderator put back: what left with its article is still kept."""
    kept = {one.by for one in now}
    gone = {one.by for one in before if one.kind == Amendment.Kind.SENTENCE and one.by not in kept}
    rows = Amendment.objects.filter(kind=Amendment.Kind.SENTENCE, by__in=gone, undone_at=None) if gone else ()
    return frozenset(gone.difference(one.by for one in rows))
