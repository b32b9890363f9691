"""A page for each name that clips quote, or have as a hashtag; and who is quoted most lately."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from newsclip import wiring
from newsclip.clips import queries
from newsclip.clips.models import Mention
from newsclip.clips.queries import Bearer, NamingClips
from newsclip.kernel.rows import parse_row_id
from newsclip.options import OPTIONS
from newsclip.web.caching.list_cache import for_all
from newsclip.web.cards.for_reader import for_reader
from newsclip.web.cards.more_from import more_from
from newsclip.web.cards.queries import Card, cards
from newsclip.web.muted_publishers import muted_by, mutes_of
from newsclip.web.pages import pagination
from newsclip.web.pages.follow_buttons import name_follow_button, name_of_hashtag
from newsclip.web.pages.json_ld import data_block
from newsclip.web.pages.mute_filter import without_muted

_LOOKED_AT = 200  # the newest mentions: forms, roles and clips are read off them
_ROLES, _FORMS, _CARDS, _GROUPS, _OF_A_GROUP = 8, 6, 6, 20, 3
_NEW, _LATELY, _MOST_QUOTED = timedelta(days=1), timedelta(days=7), 60
_SORTS = {"person": "Person", "place": "Place", "body": "Organization", "other": "Thing"}


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the newest mentions tell of a name: in full, how else it is written, and roles, each with where it stands.

    `bearer`: whose it is, where that is told.
    """

    name: str
    kind: str
    forms: tuple[str, ...]
    roles: tuple[Mention, ...]
    quotations: tuple[Mention, ...]
    about: tuple[Mention, ...]
    bearer: Bearer | None = None


@dataclass(frozen=True, slots=True)
class _Heard:
    """Mentions without what the reader mutes, and the mutes that hide others."""

    rows: list[Mention]
    hidden: tuple[str, ...]


def name(request: HttpRequest, key: str) -> HttpResponse:
    """The page of a name; `?story=`: of that bearer whom this story tells of."""
    plain = queries.key_of(key)
    known = for_all(("bearers", plain), lambda: queries.bearers_of([plain]))
    if not known:
        raise Http404("No clip has this name.")
    if key != known[0].key:
        story = parse_row_id(request.GET.get("story", ""))
        asked_for = {"story": story} if story else None
        return redirect(reverse("web:name", args=[known[0].key], query=asked_for), permanent=True)
    asked = _asked(request, key, known)
    rows = list(queries.mentions_of(key, asked.story if asked else None)[:_LOOKED_AT])
    if not rows:
        raise Http404("No list shows a clip that has this name.")
    heard = _heard(request, rows)
    page = _page(request, key, known, asked) if asked else _groups(known, heard.rows)
    portrait = _portrait(heard.rows, known)
    naming = _naming(request, portrait, asked)
    if portrait.kind == "other" and naming.is_persons:
        portrait = replace(portrait, kind="person")
    told = {
        "key": key,
        "lately": timezone.now() - _NEW,
        "portrait": portrait,
        "feed": f"/name/{key}",
        "hidden": heard.hidden,
        "asked_for": asked,
        "naming": len(naming.clips) if len(naming.clips) < queries.MOST_NAMING else 0,
    }
    shown = _cards(request, portrait, naming) if asked else []
    about = {
        "cards": shown,
        "all_of": _all_of(portrait, shown),
        "more_from": more_from(shown),
        "json_ld": _json_ld(key, portrait),
    }
    return render(request, "web/name.html", told | about | page)


def _asked(request: HttpRequest, key: str, known: Sequence[Bearer]) -> Bearer | None:
    """Whose page it is: of the only one, or of the one that the address names; None where there are others."""
    if len(known) == 1:
        return known[0]
    story = parse_row_id(request.GET.get("story", ""))
    numbers = {story, queries.bearer_in(key, story) if story else None}
    return next((one for one in known if one.story in numbers), None)


def _page(request: HttpRequest, key: str, known: Sequence[Bearer], asked: Bearer) -> dict[str, Any]:
    rows = queries.mentions_of(key, asked.story).exclude(text="")
    found, older = pagination.page_of(rows, request.GET.get("before", ""), by="at")
    shown = _heard(request, found).rows
    place = f"story={asked.story}" if asked.shared else ""
    page = {
        "quotations": shown, "older": older, "asked": f"{place}&" if place else "", "others": len(known) - 1,
        "alone": f"?{place}" if place else "",
    }  # fmt: skip
    return page | name_follow_button(request, asked)


def _groups(known: Sequence[Bearer], rows: Sequence[Mention]) -> dict[str, Any]:
    by_bearer: dict[int, list[Mention]] = {}
    for row in rows:
        by_bearer.setdefault(row.bearer, []).append(row)
    groups = [_portrait(by_bearer[one.story], [one]) for one in known if one.story in by_bearer]
    return {"groups": groups[:_GROUPS], "others": 0, "most_of_a_group": _OF_A_GROUP, "alone": ""}


def _heard(request: HttpRequest, rows: Sequence[Mention]) -> _Heard:
    """Without publishers that are muted, and clips that mutes hide."""
    silent = muted_by(request) | {mute.key for mute in mutes_of(request) if mute.kind == "source"}
    left = [row for row in rows if _publisher(row) not in silent]
    clips = {row.clip_id: row.clip for row in left}
    shown = without_muted(request, list(clips.values()))
    kept = {clip.pk for clip in shown.clips}
    by = sorted({(row.clip_id, f"source {_publisher(row)}") for row in rows if _publisher(row) in silent})
    return _Heard([row for row in left if row.clip_id in kept], (*(why for _, why in by), *shown.hidden))


def _publisher(row: Mention) -> str:
    return row.article.publisher.domain if row.article else ""


def _portrait(rows: Sequence[Mention], known: Sequence[Bearer]) -> Portrait:
    forms = dict.fromkeys(row.name for row in rows)
    name = max(forms, key=len, default=known[0].name)
    roles = {row.role.casefold(): row for row in reversed(rows) if row.role}
    about = {row.clip_id: row for row in rows if row.hashtag}
    return Portrait(
        name, rows[0].kind if rows else known[0].kind,
        tuple(form for form in forms if form != name)[:_FORMS],
        tuple(sorted(roles.values(), key=lambda row: (row.at, row.pk), reverse=True))[:_ROLES],
        tuple(row for row in rows if row.text), tuple(about.values()),
        known[0] if len(known) == 1 else None,
    )  # fmt: skip


def _naming(request: HttpRequest, portrait: Portrait, asked: Bearer | None) -> NamingClips:
    """The clips that have the name anywhere, with those that are known by it; none where others share the name."""
    if asked is None or asked.shared:
        return NamingClips()
    apart = queries.is_told_apart(portrait.kind)
    asked_for = ("naming", asked.key, asked.story, portrait.name, apart)
    found = for_all(asked_for, lambda: _named_in(portrait.name, asked, apart=apart))
    known = {row.clip for row in (*portrait.about, *portrait.quotations)}
    shown = without_muted(request, [clip for clip in found.clips if clip not in known]).clips
    return replace(found, clips=(*known, *shown))


def _named_in(name: str, asked: Bearer, *, apart: bool) -> NamingClips:
    return queries.naming_clips(name, asked.key, asked.story, wiring.search_index(), apart=apart)


def _cards(request: HttpRequest, portrait: Portrait, naming: NamingClips) -> list[Card]:
    """Of the clips that are about it or name it, the newest first; many where nothing else is to be shown."""
    most = _CARDS if portrait.quotations else pagination.PAGE
    quoting = {row.clip for row in portrait.quotations} - {row.clip for row in portrait.about}
    named = {row.clip for row in portrait.about} | set(naming.clips) - quoting
    newest = sorted(named, key=lambda clip: (clip.published, clip.pk), reverse=True)
    return for_reader(request, cards(newest[:most]))


def _all_of(portrait: Portrait, shown: Sequence[Card]) -> dict[str, Any] | None:
    """The hashtag whose list shows more than these cards; `same`: whether it stands for this name."""
    if not portrait.about:
        return None
    hashtag = portrait.about[0].hashtag
    same = name_of_hashtag(hashtag) is not None
    left = {row.clip_id for row in portrait.about} - {card.clip.pk for card in shown}
    return {"hashtag": hashtag, "same": same} if left or not same else None


def _json_ld(key: str, portrait: Portrait) -> str:
    """What machines are told, in the words of schema.org."""
    body: dict[str, Any] = {"@context": "https://schema.org", "@type": _SORTS[portrait.kind], "name": portrait.name}
    body["url"] = f"{OPTIONS.site_url}/name/{key}"
    if portrait.forms:
        body["alternateName"] = list(portrait.forms)
    if portrait.roles and portrait.kind == "person" and portrait.bearer:
        body["jobTitle"] = [row.role for row in portrait.roles]
    return data_block(body)


def people(request: HttpRequest) -> HttpResponse:
    """Who was quoted in most stories of the last seven days."""
    since = timezone.now() - _LATELY
    found = for_all(("most quoted",), lambda: queries.most_quoted(since=since, limit=_MOST_QUOTED))
    return render(request, "web/people.html", {"quoted": found})
