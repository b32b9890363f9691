"""What search knows of clips."""

from collections.abc import Iterable
from functools import cache

from django.conf import settings
from django.utils import translation

from newsclip.clips.models import Clip
from newsclip.clips.ports import Fields, SearchIndex, VectorIndex
from newsclip.clips.queries import is_listed, quoted_in_story
from newsclip.evidence.document import Document
from newsclip.evidence.serialization import from_json
from newsclip.evidence.visitor import TEXT, Place, quotations, texts


def index(clips: Iterable[Clip], *, index: SearchIndex, vectors: VectorIndex) -> int:
    """Let search know the newest version of these clips, and forget those that no list shows; how many."""
    done = 0
    for clip in clips:
        if is_listed(clip):
            document = from_json(clip.document)
            index.put(
                clip.pk,
                headline=clip.headline,
                body="\n".join([*texts(document, TEXT | {Place.HEADING}), *(one.title for one in document.sources)]),
                tags=_tags(clip),
                speakers=_speakers(document),
                quoted="\n".join(f"{one.by}\n{one.text}" for one in quoted_in_story(clip.story_id)),
                fields=_fields(clip, document),
            )
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
    """The next turn tells search anew of the story's clip, and of its names: lists may show it by now, or no more."""
    Clip.objects.filter(story=story_id).update(indexed_version=0, named_version=0)


def _tags(clip: Clip) -> str:
    return " ".join(clip.tags.values_list("name", flat=True))


def _speakers(document: Document) -> str:
    """Who is quoted, and as what: each once, as in "Orlo Breen, harbour master"."""
    named = (", ".join(filter(None, (one.speaker, one.role))) for one in quotations(document))
    return "\n".join(dict.fromkeys(filter(None, named)))


def _fields(clip: Clip, document: Document) -> Fields:
    domains = [source.domain for source in document.sources]
    return Fields(clip.category, domains, clip.published, _names(clip.category))


@cache
def _names(category: str) -> tuple[str, ...]:
    """What the site's readers call it, each in their language: a filter may name it so."""
    names = []
    for code, _ in settings.LANGUAGES:
        with translation.override(code):
            names.append(translation.gettext(category) if category else "")
    return tuple(names)
