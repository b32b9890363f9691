"""A clip's document without the publishers that a reader mutes: the same for the clip, its evidence and its story."""

from dataclasses import dataclass

from django.http import HttpRequest

from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.community.models import OWN_WORDS
from newsclip.evidence.card_text import card_text
from newsclip.evidence.coverage import Coverage
from newsclip.evidence.document import Document
from newsclip.web.muted_publishers import silent_publishers
from newsclip.web.pages.clip_document import judged_sentences


@dataclass(frozen=True, slots=True)
class UnmutedClip:
    """`document`: None where too little is left without `names`, the publishers that this reader mutes.

    `own_words_hidden`: sentences in a language model's own words that they would not see.
    """

    document: Document | None
    domains: frozenset[str]
    names: tuple[str, ...]
    own_words_hidden: int

    def coverage(self, clip: Clip) -> Coverage | None:
        """Which publishers, without the muted ones, tell what is left."""
        return queries.coverage_of(clip.story, self.document, self.domains) if self.document else None

    def told_elsewhere(self, clip: Clip) -> list[queries.QuotedElsewhere]:
        """What publishers that are not muted tell in other languages, and what of it is not left here."""
        return queries.quoted_elsewhere(self.document, queries.told_elsewhere(clip, self.domains))


def unmuted_clip(request: HttpRequest, whole: Document) -> UnmutedClip:
    """What this reader hears of it."""
    muted = silent_publishers(request)
    silent = dict.fromkeys(source.publisher for source in whole.sources if source.domain in muted)
    document = queries.without(whole, muted)
    hidden = judged_sentences(document) if document and OWN_WORDS in muted else 0
    if document and hidden:
        document = queries.without_judged(document)
    return UnmutedClip(document, muted, tuple(silent), hidden)


def show_without(clip: Clip, told: Document) -> None:
    """Let the clip, as it is shown, say what is left without the reader's muted publishers."""
    clip.headline, clip.reports = told.headline.text, told.reports
    clip.headline_judged, clip.summary = told.headline.basis == "judged", card_text(told)
    clip.image = told.image.url if told.image else ""
