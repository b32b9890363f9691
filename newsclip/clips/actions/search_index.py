"""What search knows of clips."""

from collections.abc import Iterable

from newsclip.clips.models import Clip
from newsclip.clips.ports import Fields, SearchIndex, VectorIndex
from newsclip.clips.queries import is_listed
from newsclip.evidence.serialization import from_json
from newsclip.evidence.visitor import TEXT, Place, texts


def index(clips: Iterable[Clip], *, index: SearchIndex, vectors: VectorIndex) -> int:
    """Let search know the newest version of these clips, and forget those that no list shows; how many."""
    done = 0
    for clip in clips:
        if is_listed(clip):
            document = from_json(clip.document)
            fields = Fields(clip.category, [source.domain for source in document.sources], clip.published)
            body = " ".join(texts(document, TEXT | {Place.HEADING}))
            index.put(clip.pk, headline=clip.headline, body=body, tags=_tags(clip), fields=fields)
            vectors.put(clip.pk, f"{clip.headline}. {clip.summary}")
        else:
            index.drop(clip.pk)
            vectors.drop(clip.pk)
        same = Clip.objects.filter(pk=clip.pk, state=clip.state, hidden=clip.hidden)
        # One that was taken out, or merged, since it was looked at is told again.
        same.filter(story__merged_into=clip.story.merged_into_id).update(indexed_version=clip.version)
        done += 1
    return done


def index_again(story_id: int) -> None:
    """The next turn tells search anew of the story's clip: lists may show it by now, or no more."""
    Clip.objects.filter(story=story_id).update(indexed_version=0)


def _tags(clip: Clip) -> str:
    return " ".join(clip.tags.values_list("name", flat=True))
