"""Clips whose sentences have a name, also where they neither quote its bearer nor have it as a hashtag."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsclip import wiring
from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.evidence.document import Claim
from newsclip.evidence.visitor import visit
from newsclip.kernel.reasons import Refused
from newsclip.language.names import find_names

MOST = 30


@dataclass(frozen=True, slots=True)
class NamingClips:
    """`clips`: MOST at most; `person`: whether a sentence tells that it is somebody's name."""

    clips: tuple[Clip, ...] = ()
    person: bool = False


def naming_clips(name: str) -> NamingClips:
    """The clips that search finds for the name, and that say it in a sentence."""
    hits = wiring.search_index().search(f'"{name.replace('"', " ")}"', limit=MOST)
    rows = queries.newest().defer(None).filter(pk__in=[hit.clip_id for hit in hits])
    said = {clip: [text for text in _sentences(clip) if name in text] for clip in rows}
    found = tuple(clip for clip, texts in said.items() if texts)
    return NamingClips(found, any(_is_persons(name, said[clip], clip.language or "en") for clip in found))


def _sentences(clip: Clip) -> Iterator[str]:
    try:
        document = queries.document(clip)
    except Refused:  # an older form
        return
    yield from (said.text for _, said in visit(document) if not isinstance(said, Claim))


def _is_persons(name: str, texts: list[str], language: str) -> bool:
    return any(one.text == name and one.kind == "person" for text in texts for one in find_names(text, language))
