"""What search knows of clips."""

from collections.abc import Iterable

from newsclip.clips.models import Clip
from newsclip.clips.ports import Bullets, Document, Fields, Paragraph, SearchIndex, VectorIndex
from newsclip.clips.queries import is_listed
from newsclip.clips.rules.document import from_json


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
        Clip.objects.filter(pk=clip.pk).update(indexed_version=clip.version if is_listed(clip) else 0)
        done += 1
    return done


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
