"""Clips whose sentences name a bearer of a name, also where they neither quote them nor have the name as a hashtag.

Another Ada Holm is another one: of somebody, a clip is kept where the names beside theirs tell that it is the same one,
as for quotations. Places and bodies of one name are not told apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsclip import wiring
from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.evidence.document import Claim
from newsclip.evidence.visitor import visit
from newsclip.kernel.reasons import Refused
from newsclip.language import unspaced
from newsclip.language.names import find_names

MOST = 30


@dataclass(frozen=True, slots=True)
class NamingClips:
    """`clips`: MOST at most; `person`: whether a sentence tells that it is somebody's name."""

    clips: tuple[Clip, ...] = ()
    person: bool = False


def naming_clips(name: str, key: str, bearer: int, *, apart: bool) -> NamingClips:
    """The clips that search finds for the name, and that say it of this bearer in a sentence.

    `apart`: whether bearers of the name are told apart.
    """
    hits = wiring.search_index().search(f'"{name.replace('"', " ")}"', limit=MOST)
    rows = queries.newest().defer(None).filter(pk__in=[hit.clip_id for hit in hits])
    said = {clip: [text for text in _sentences(clip) if has_name(text, name, clip.language)] for clip in rows}
    found = tuple(clip for clip, texts in said.items() if texts)
    found = tuple(queries.of_bearer(key, bearer, found)) if apart else found
    return NamingClips(found, any(_is_persons(name, said[clip], clip.language or "en") for clip in found))


def has_name(text: str, name: str, language: str) -> bool:
    """Whether it stands there as whole words: no "Ann" of "Annual" or "Ann-Marie"."""
    if language[:2] in unspaced.LANGUAGES:
        return name in text
    found = re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", text)
    return any(not (text[one.end() :].startswith("-") and text[one.end() + 1 :][:1].isupper()) for one in found)


def _sentences(clip: Clip) -> Iterator[str]:
    try:
        document = queries.document(clip)
    except Refused:  # an older form
        return
    yield from (said.text for _, said in visit(document) if not isinstance(said, Claim))


def _is_persons(name: str, texts: list[str], language: str) -> bool:
    return any(one.text == name and one.kind == "person" for text in texts for one in find_names(text, language))
