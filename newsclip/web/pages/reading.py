"""The front page and the clip."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext_lazy

from newsclip.accounts.models import Reader
from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.evidence.document import Document
from newsclip.evidence.other_counts import counts_people
from newsclip.kernel.canonical import canonical
from newsclip.kernel.reasons import in_sentences
from newsclip.kernel.rows import parse_row_id
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking
from newsclip.ranking.models import Trend
from newsclip.web.caching.list_cache import for_all
from newsclip.web.caching.shared_pages import render_shared
from newsclip.web.cards.close_cards import Close, gathered
from newsclip.web.cards.for_reader import are_own, clips_for_reader, for_reader, own_buttons
from newsclip.web.cards.queries import Card, Tellers, cards, kept_pictures
from newsclip.web.pages import pagination
from newsclip.web.pages.beside import chain_and_related
from newsclip.web.pages.clip_address import clip_at, elsewhere, short_address, standing_clip
from newsclip.web.pages.clip_document import ReadyClip, Texts, ready, texts_of
from newsclip.web.pages.clip_voices import voices
from newsclip.web.pages.coverage_table import others_of
from newsclip.web.pages.differences import differences_on_clip, updates_on_clip
from newsclip.web.pages.doubts import doubts_by_sentence
from newsclip.web.pages.embedding import embed_code, oembed_url
from newsclip.web.pages.json_ld import json_ld
from newsclip.web.pages.mute_filter import without_muted
from newsclip.web.pages.name_cards import names_of
from newsclip.web.pages.quotation_anchors import quotations_within
from newsclip.web.pages.saving import kept
from newsclip.web.pages.share_links import share_links
from newsclip.web.pages.since import since
from newsclip.web.pages.standfirst import standfirst
from newsclip.web.pages.stories import ballot
from newsclip.web.pages.story_facts import unknown_on
from newsclip.web.pages.unmuted_clip import UnmutedClip, show_without, unmuted_clip
from newsclip.web.pages.version_authors import history

_MORE, _TRENDING, _PINNED = 3, 8, 3
ORDERS = {
    "hot": gettext_lazy("Hot"),
    "rising": gettext_lazy("Rising"),
    "new": gettext_lazy("New"),
    "top": gettext_lazy("Top"),
}


@dataclass(frozen=True, slots=True)
class Pinned:
    """A clip that a moderator pinned above the front page, who did, and why."""

    clip: Clip
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the front page's clips, before anybody's mutes; `close`: which of them are of one matter."""

    cards: list[Card]
    close: Close
    pinned: tuple[Pinned, ...]
    older: str
    trending: list[Trend]


def front(request: HttpRequest) -> HttpResponse:
    """The front page: what is hot, or another order that the reader chose."""
    mark, order = request.GET.get("before", ""), request.GET.get("order", "hot")
    period = request.GET.get("for", "week") if order == "top" else ""
    asked = (order, period, mark)
    listed = for_all(("listed", *asked), lambda: _listed(*asked))
    clips = dict.fromkeys([card.clip for card in listed.cards] + [one.clip for one in listed.pinned])
    shown = without_muted(request, list(clips))
    kept = set(shown.clips)
    own = for_reader(request, [card for card in listed.cards if card.clip in kept])
    pins = clips_for_reader(request, [one.clip for one in listed.pinned if one.clip in kept])
    own_pins = tuple(replace(one, clip=pins[one.clip.pk]) for one in listed.pinned if one.clip.pk in pins)
    said = [one.clip.headline for one in listed.pinned] != [one.clip.headline for one in own_pins]
    if shown.hidden or said or _has_tools(request, listed) or are_own(listed.cards, own):
        left = replace(listed, cards=own, pinned=own_pins)
        main = _main(left, *asked, more={"hidden": shown.hidden, "user": request.user})
        return render(request, "web/front.html", {"main": main})
    # the template calls it, where the page is not kept
    page = {"main": partial(_main, listed, *asked)}
    return render_shared(request, "web/front.html", page, asked, own_buttons(listed.cards, own))


def _listed(order: str, period: str, mark: str) -> Listed:
    tellers = Tellers()
    clips, older = _ordered(order, period, mark, tellers)
    pinned = _pinned() if order == "hot" and not mark else ()
    above = {one.clip for one in pinned}  # once on the page is enough
    clips = [clip for clip in clips if clip not in above]
    trending = ranking.trending(limit=_TRENDING) if not mark else []
    return Listed(cards(clips, tellers), ranking.close_among(clips), pinned, older, trending)


def _has_tools(request: HttpRequest, listed: Listed) -> bool:
    """Whether the pins show how to end them, or an empty page how to add the first source."""
    if not isinstance(request.user, Reader):
        return False
    return (bool(listed.pinned) and request.user.moderates) or (not listed.cards and request.user.is_staff)


def _pinned() -> tuple[Pinned, ...]:
    pins = community.pinned(limit=_PINNED, now=timezone.now())
    actions = {parse_row_id(pin.key): pin.action for pin in pins}
    found = queries.newest().filter(story__in=actions) if actions else ()
    by_story = {clip.story_id: clip for clip in found}
    return tuple(
        Pinned(by_story[story], action.name, action.reason) for story, action in actions.items() if story in by_story
    )


def _main(listed: Listed, order: str, period: str, mark: str, more: dict[str, Any] | None = None) -> SafeString:
    page = {
        "cards": gathered(listed.cards, listed.close),
        "pinned": listed.pinned,
        "older": listed.older,
        "trending": listed.trending,
        "first": not mark and order == "hot",
        "order": order if order in ORDERS else "hot",
        "orders": ORDERS,
        "period": period,
        "periods": ranking.PERIODS,
        "asked": f"order={order}&for={period}&" if period else f"order={order}&" if order in ORDERS else "",
    }
    return SafeString(render_to_string("web/_front.html", page | (more or {})))


def _ordered(order: str, period: str, mark: str, tellers: Tellers) -> tuple[list[Clip], str]:
    if order == "new":
        return pagination.page_of(queries.newest(), mark)
    since = timezone.now() - ranking.PERIODS[period] if period in ranking.PERIODS else None
    chosen = order if order in ranking.ORDERS else "hot"
    return ranking.front_page(limit=pagination.PAGE, before=mark, order=chosen, since=since, sources=tellers.domains)


def clip(request: HttpRequest, slug: str) -> HttpResponse:
    shown = _shown(request, "web:clip", slug)
    if isinstance(shown, HttpResponse):
        return shown
    heard = shown.heard
    without = {"muted": heard.names, "lost": shown.lost, "own_words_hidden": heard.own_words_hidden}
    return render(request, "web/clip.html", _clip_page(request, shown) | without)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A clip as it may be shown to this reader: without what lost its ground, and what they mute."""

    clip: Clip
    document: Document
    texts: Texts
    heard: UnmutedClip
    lost: int


def _shown(request: HttpRequest, view: str, slug: str) -> _Shown | HttpResponse:
    """The clip, or what stands in its place."""
    standing = standing_clip(request, view, slug)
    if isinstance(standing, HttpResponse):
        return standing
    found, stands = standing
    heard = unmuted_clip(request, stands.document)
    if heard.document is None:
        left = [source for source in stands.document.sources if source.domain not in heard.domains]
        told = {"names": list(heard.names), "own_words_hidden": heard.own_words_hidden, "left": left}
        return render(request, "web/all-muted.html", told)
    texts = stands.texts
    if heard.names or heard.document is not stands.document:
        show_without(found, heard.document)
        texts = texts_of(heard.document)
    return _Shown(found, heard.document, texts, heard, stands.lost)


def _follows(request: HttpRequest, story_id: int) -> bool:
    return isinstance(request.user, Reader) and str(story_id) in community.follows(request.user)["story"]


def _clip_page(request: HttpRequest, shown: _Shown) -> dict[str, Any]:
    clip = shown.clip
    reading = ready(shown.document, shown.texts)
    picture = kept_pictures([clip.image]).get(clip.image) if clip.image else None
    beside = queries.by_category(clip.category).exclude(pk=clip.pk)
    more = without_muted(request, pagination.page_of(beside, size=2 * _MORE)[0]).clips[:_MORE]
    corrections = queries.corrections_of(clip, shown.heard.domains)
    url = f"{OPTIONS.site_url}/c/{clip.slug}"
    links = share_links(url, clip.headline, [f"#{tag.name}" for tag in clip.tags.all()])
    corrected = {pair["after"] for one in corrections if one.version == clip.version for pair in one.sentences}
    said = voices(request, clip, reading)
    marked = corrected.union(said["challenged"], said.get("doubted", ()))
    return {
        "clip": clip,
        "ready": reading,
        "document": shown.document,
        "refusals": queries.refusals(shown.document),
        "category_slug": slugify(clip.category),
        "picture": picture,
        "more": for_reader(request, cards(more)),
        "short_address": short_address(clip),
        "oembed_url": oembed_url(url),
        "embed_code": embed_code(clip, reading.claims[0])[0],
        "share_first": links[:4],
        "share_more": links[4:],
        "json_ld": json_ld(clip, reading, picture),
        "versions": history(clip),
        "names": names_of(clip, shown.heard.domains),
        "position": _position(clip),
        **chain_and_related(request, clip),
        "corrections": corrections,
        "silent": bool(shown.heard.domains),
        "corrected": corrected,
        "since": since(request, clip, shown.document, reading),
        "dimmed": _dimmed(request, shown),
        "asked_alone": "alone" in request.GET,
        **_differences(shown, reading),
        "unknown": unknown_on(clip, shown.heard.domains),
        "told_elsewhere": shown.heard.told_elsewhere(clip),
        **said,
        **standfirst(reading, marked, said.get("spoken", ())),
        "follows_story": _follows(request, clip.story_id),
        **kept(request.user, clip.story_id),
        **ballot(request.user, clip.story_id),
    }


def _dimmed(request: HttpRequest, shown: _Shown) -> dict[str, str]:
    """What only one of several publishers tells, and which, where the reader asked to see that."""
    told = shown.heard.coverage(shown.clip) if "alone" in request.GET else None
    return told.told_alone if told else {}


def _differences(shown: _Shown, reading: ReadyClip) -> dict[str, Any]:
    """Where its reports differ, and what grew; who tells the summary is looked for only where that counts people."""
    document = shown.document
    counts = document.reports > 1 and any(counts_people(one.text, document.language) for one in document.summary)
    told = shown.heard.coverage(shown.clip) if counts else None
    return {"differences": differences_on_clip(told, reading), "grown": updates_on_clip(told, document)}


def _position(clip: Clip) -> ranking.Position | None:
    """Where the clip stands on the front page, and why."""
    now = timezone.now()
    first = for_all(("positions",), lambda: {one.clip.pk: one for one in ranking.front_page_now(now)})
    return first.get(clip.pk) or ranking.position(clip, now)


def document(request: HttpRequest, slug: str) -> HttpResponse:
    """The stored document, byte for byte what its digest was taken over, and the digest."""
    found = clip_at(slug)
    answer = elsewhere(request, "web:document", slug, found)
    if answer is None:
        answer = HttpResponse(canonical(found.document), content_type="application/json")
    elif answer.status_code == 410:
        why = [in_sentences(correction.told) for correction in queries.corrections_of(found)]
        gone = {"id": found.document["id"], "slug": slug, "state": found.state, "code": found.code, "reasons": why}
        answer = JsonResponse(gone, status=410)
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def evidence(request: HttpRequest, slug: str) -> HttpResponse:
    shown = _shown(request, "web:evidence", slug)
    if isinstance(shown, HttpResponse):
        return shown
    found = shown.clip
    reading = ready(shown.document, shown.texts)
    told = shown.heard.coverage(found)
    page = {
        "clip": found,
        "ready": reading,
        "muted": shown.heard.names,
        "own_words_hidden": shown.heard.own_words_hidden,
        "refusals": queries.refusals(shown.document),
        "others": others_of(told, reading) if told else {},
        "told_elsewhere": shown.heard.told_elsewhere(found),
        "doubts": doubts_by_sentence(found),
        "doubted": community.doubted_by(request.user, found) if isinstance(request.user, Reader) else (),
        "within": quotations_within(found, reading.claims),
    }
    return render(request, "web/evidence.html", page)
