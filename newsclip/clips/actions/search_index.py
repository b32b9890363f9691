"""What search knows of clips."""

from collections.abc import Iterable

from newsclip.clips.models import Clip
from newsclip.clips.ports import Fields, SearchIndex, VectorIndex
from newsclip.clips.queries import is_listed
from newsclip.evidence.document import Bullets, Document, Paragraph
from newsclip.evidence.serialization import from_json


def index(clips: Iterable[Clip], *, index: SearchIndex, vectors: VectorIndex) -> int:
    """Let search know the newest version of these clips, and forget those that no list shows; how many."""
    done = 0
    for clip in clips:
        if is_listed(clip):
            document = from_json(clip.document)
            fields = Fields(clip.category, [source.domain for source in document.sources], clip.published)
            index.put(clip.pk, headline=clip.headline, body=_body(document), tags=_tags(clip), fields=fields)
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


def _body(document: Document) -> str:
    """All that the clip says, for search."""
    said = [sentence.text for sentence in document.summary]
    for section in document.sections:
        said.extend([section.heading.text] if section.heading else [])
        for block in section.blocks:
            if isinstance(block, Paragraph):
                said.extend(sentence.text for sentence in block.sentences)
            elif isinstance(block, Bullets):
                said.extend(item.text for item in block.items)
            else:
                said.append(block.text)
    return " ".join(said)


def _tags(clip: Clip) -> str:
    return " ".join(clip.tags.values_list("name", flat=True))
