"""Clips whose sentences name a bearer of a name, also where they neither quote them nor have the name as a hashtag.

Another Ada Holm is another one: of somebody, a clip is kept where the names beside theirs tell that it is the same one,
as for quotations. Places and bodies of one name are not told apart.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.core.cache import caches

from newsclip.clips.models import Clip
from newsclip.clips.ports import SearchIndex
from newsclip.clips.queries.bearer_evidence import of_bearer
from newsclip.clips.queries.followed_names import bearers_followed
from newsclip.clips.queries.listing import listed
from newsclip.clips.queries.mentions import bearers_of
from newsclip.clips.rules.mentions import is_told_apart
from newsclip.evidence import serialization
from newsclip.evidence.document import Claim
from newsclip.evidence.visitor import visit
from newsclip.kernel.reasons import Refused
from newsclip.kernel.spans import digest_of
from newsclip.language import unspaced
from newsclip.language.names import find_names

MOST_NAMING = 30
_NAMES = 30  # of those that a reader follows: each is a search, whose clips are read
_KEPT_SECONDS = 300


@dataclass(frozen=True, slots=True)
class NamingClips:
    """`clips`: MOST_NAMING at most; `said`: the sentences of theirs that have the name, each with its language."""

    name: str = ""
    clips: tuple[Clip, ...] = ()
    said: tuple[tuple[str, str], ...] = ()

    @property
    def is_persons(self) -> bool:
        """Whether one of the sentences tells that it is somebody's name."""
        read = (find_names(text, language) for text, language in self.said)
        return any(one.text == self.name and one.kind == "person" for names in read for one in names)


def naming_clips(
    name: str, key: str, bearer: int, index: SearchIndex, *, apart: bool, since: datetime | None = None
) -> NamingClips:
    """The clips that search finds for the name, and that say it of this bearer in a sentence.

    `apart`: whether bearers of the name are told apart.
    """
    lately = f" after:{since:%Y-%m-%d}" if since else ""
    hits = index.search(f'"{name.replace('"', " ")}"{lately}', limit=MOST_NAMING)
    rows = listed().filter(pk__in=[hit.clip_id for hit in hits]).order_by("-published", "-pk")
    said = {clip: [text for text in _sentences(clip) if has_name(text, name, clip.language)] for clip in rows}
    found = tuple(clip for clip, texts in said.items() if texts)
    found = tuple(of_bearer(key, bearer, found)) if apart else found
    return NamingClips(name, found, tuple((text, clip.language or "en") for clip in found for text in said[clip]))


def naming_followed(followed: Collection[str], index: SearchIndex, *, since: datetime) -> dict[int, set[str]]:
    """Clip → those of these names that its sentences have, as they are called; of clips since that day, as they were
    within the last minutes.

    A name that several bear is left to the mentions, which know whose it is.
    """
    found: dict[int, set[str]] = {}
    for key in sorted({key for key, _ in bearers_followed(followed).values()})[:_NAMES]:
        kept = f"clips.naming:{digest_of(key)}:{since:%Y-%m-%d}"
        name, clips = caches["process"].get_or_set(kept, partial(_naming_of, key, index, since), _KEPT_SECONDS) or (
            "",
            (),
        )
        for pk in clips:
            found.setdefault(pk, set()).add(name)
    return found


def _naming_of(key: str, index: SearchIndex, since: datetime) -> tuple[str, tuple[int, ...]]:
    """What the name is, and the clips that say it; both empty where several bear it."""
    known = bearers_of([key])
    if len(known) != 1:
        return "", ()
    one = known[0]
    found = naming_clips(one.name, key, one.story, index, apart=is_told_apart(one.kind), since=since).clips
    return one.name, tuple(clip.pk for clip in found)


def has_name(text: str, name: str, language: str) -> bool:
    """Whether it stands there as whole words: no "Ann" of "Annual" or "Ann-Marie"."""
    if language[:2] in unspaced.LANGUAGES:
        return name in text
    found = re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", text)
    return any(not (text[one.end() :].startswith("-") and text[one.end() + 1 :][:1].isupper()) for one in found)


def _sentences(clip: Clip) -> Iterator[str]:
    try:
        document = serialization.from_json(clip.document)
    except Refused:  # an older form
        return
    yield from (said.text for _, said in visit(document) if not isinstance(said, Claim))
