"""Cards without the publishers that a reader mutes: neither named nor counted, and without their words, as the clip."""

from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import replace
from typing import NamedTuple

from django.utils.translation import gettext

from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.evidence.card_text import card_text
from newsclip.evidence.document import Document
from newsclip.stories.models import Membership
from newsclip.web.cards.html import PublisherName
from newsclip.web.cards.queries import Card, Copy, each_name_once, kept_pictures


class _Telling(NamedTuple):
    name: str
    domain: str
    report: int


def unmuted(shown: Sequence[Card], domains: Collection[str]) -> list[Card]:
    """What is left of these cards without these publishers. Costs two queries where somebody is muted, and a few more
    for each clip of which a muted publisher's words stand on the card.
    """
    told = _tellings([card.clip.story_id for card in shown]) if domains else {}
    left = {story: [one for one in them if one.domain not in domains] for story, them in told.items()}
    fewer = {story for story, them in left.items() if 0 < len(them) < len(told[story])}
    documents = _documents([card.clip.pk for card in shown if card.clip.story_id in fewer])
    return [
        _without(card, left[card.clip.story_id], documents.get(card.clip.pk), domains)
        if card.clip.story_id in fewer
        else card
        for card in shown
    ]


def _tellings(story_ids: Collection[int]) -> dict[int, list[_Telling]]:
    """Who tells each story, the first to tell it first."""
    rows = Membership.objects.filter(story__in=story_ids).order_by("article__published", "pk")
    told: dict[int, list[_Telling]] = {}
    columns = ("story_id", "article__publisher__name", "article__publisher__domain", "report")
    for story, name, domain, report in rows.values_list(*columns):
        told.setdefault(story, []).append(_Telling(name, domain, report))
    return told


def _documents(clip_ids: Collection[int]) -> dict[int, Document]:
    return {clip.pk: queries.document(clip) for clip in Clip.objects.filter(pk__in=clip_ids)} if clip_ids else {}


def _without(card: Card, left: Sequence[_Telling], whole: Document | None, domains: Collection[str]) -> Card:
    clip = copy(card.clip)  # that of the list is everybody's
    clip.reports = len({one.report for one in left})
    names = each_name_once([PublisherName(one.name, one.domain) for one in left])
    picture = card.picture
    if whole and clip.disagreements:
        told = queries.without(whole, domains)
        clip.disagreements = len(told.disagreements) if told else 0
    if whole and _rests_on(whole, domains):
        picture = _retell(clip, whole, domains, picture)
    # the newest article may be theirs
    return replace(card, clip=clip, publishers=names, articles=len(left), picture=picture, developed=False)


def _rests_on(whole: Document, domains: Collection[str]) -> bool:
    """Whether what a card shows, or its picture, is from one of their articles."""
    theirs = {source.article: source.publisher for source in whole.sources if source.domain in domains}
    if whole.image and whole.image.publisher in theirs.values():
        return True
    return any(passage.article in theirs for one in (whole.headline, *whole.summary) for passage in one.evidence)


def _retell(clip: Clip, whole: Document, domains: Collection[str], picture: Copy | None) -> Copy | None:
    """Let the clip say what the others say; where that is too little for a clip, the title of the first of them."""
    told = queries.without(whole, domains)
    if told is None:
        titles = (source.title for source in whole.sources if source.domain not in domains)
        clip.headline = next(titles, gettext("Only publishers that you muted report this"))
        clip.headline_judged, clip.summary = False, ""
        return None
    clip.headline, clip.headline_judged = told.headline.text, told.headline.basis == "judged"
    clip.summary = card_text(told)
    if told.image is None or told.image.url == clip.image:
        return picture if told.image else None
    kept = kept_pictures([told.image.url]).get(told.image.url)
    return Copy(kept.name, kept.width, kept.height) if kept else None
