"""What a reader follows, mutes, keeps and is told."""

import json
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips_queries
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.models import Collection, Follow, Mute, Topic
from newsclip.kernel.reasons import Refused
from newsclip.kernel.rows import parse_row_id
from newsclip.options import OPTIONS
from newsclip.sources import actions as sources
from newsclip.stories.models import Story
from newsclip.web.cards.for_reader import for_reader
from newsclip.web.cards.queries import cards
from newsclip.web.context_processors import newest_categories
from newsclip.web.decorators import back_to, for_suspended, go_back, in_place, signed_in, unable
from newsclip.web.muted_publishers import muted_by
from newsclip.web.pages import pagination
from newsclip.web.pages.mute_filter import Unmuted, without_muted
from newsclip.web.read_marks import versions_in
from newsclip.web.topic_names import KINDS, publisher_names, topic_names

_LARGEST_FILE = 1024 * 1024
_NAMED = {Topic.NAME.value, Topic.PERSON.value}
_STORIES = {Topic.STORY.value, Topic.CHAIN.value}  # followed where they are shown
_DAYS = {"day": 1, "week": 7, "month": 30}


@require_POST
@signed_in
def follow(request: HttpRequest, reader: Reader) -> HttpResponse:
    kind, key = _meant(request)
    if "undo" in request.POST:
        actions.unfollow(reader, kind, key)
    else:
        kind = _follow(reader, kind, key)
    if in_place(request):
        look = "plain-button" if request.POST.get("look") == "plain-button" else ""
        back = back_to(request, reverse("web:following")).partition("#")[0]
        page = {"follow_kind": kind, "follow_key": key, "followed": "undo" not in request.POST}
        page["just_followed"] = page["followed"]
        page["followers"] = _followers(key) if kind == Topic.STORY else 0
        return render(request, "web/_follow.html", page | {"look": look, "back": back})
    return go_back(request, reverse("web:following"))


def _follow(reader: Reader, kind: str, key: str) -> str:
    """Follow it, and say as what: who types a name need not know whether members have it, or people in the news.

    Raises Refused.
    """
    now = timezone.now()
    if kind not in _NAMED:
        actions.follow(reader, kind, key, now=now)
        return kind
    for named in (kind, *(_NAMED - {kind})):
        try:
            actions.follow(reader, named, key, now=now)
        except Refused as refused:
            if refused.code != "unknown":
                raise
        else:
            return named
    raise Refused("unknown_name", key)


def _followers(story: str) -> int:
    pk = parse_row_id(story)
    return queries.counts_of([pk])[pk].followers


def _meant(request: HttpRequest) -> tuple[str, str]:
    """What a form names; a category is meant by its name in the reader's language, too. Raises Refused("unknown")."""
    kind, key = request.POST.get("kind", ""), request.POST.get("key", "")
    if kind != Topic.CATEGORY or "undo" in request.POST:
        return kind, key
    said = key.strip().casefold()
    for slug, name in newest_categories().items():
        if said in {slug, name.casefold(), gettext(name).casefold()}:
            return kind, name
    raise Refused("unknown" if said else "empty", key)


def _called(row: Follow, headlines: dict[int, str]) -> str:
    """The headline of a story that is followed, or whose chain is; "" of anything else."""
    return headlines.get(parse_row_id(row.key), "") if row.kind in _STORIES else ""


@signed_in
def following(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Everything that a reader follows and mutes, to be changed."""
    now = timezone.now()
    rows = _without_parts(Follow.objects.filter(reader=reader).order_by("kind", "key"))
    stories = [parse_row_id(row.key) for row in rows if row.kind in _STORIES]
    called = dict(Clip.objects.filter(story__in=stories).values_list("story_id", "headline"))
    muted = _without_parts(Mute.objects.filter(reader=reader).order_by("kind", "key"))
    names = topic_names([*((row.kind, row.key) for row in rows), *((row.kind, row.key) for row in muted)])
    in_browser = muted_by(request)
    page = {
        "silent": in_browser | {row.key for row in muted if row.kind == Topic.SOURCE},
        "browser": sorted(publisher_names(in_browser).values()),
        "follows": [(row, _called(row, called) or names[row.kind, row.key]) for row in rows],
        "mutes": [(row, names[row.kind, row.key]) for row in muted],
        "kinds": [kind for kind in KINDS.items() if kind[0] not in _STORIES],
        "followed_alone": Topic.NAME,
        "usual": Topic.WORD,
        "scopes": Mute.Scope.choices,
        "now": now,
    }
    return render(request, "web/following.html", page)


def _without_parts[Row: (Follow, Mute)](rows: "QuerySet[Row]") -> list[Row]:
    """Without stories that are part of another one, which the reader follows or mutes as well."""
    found = list(rows)
    keys = {parse_row_id(row.key) for row in found if row.kind in _STORIES}
    merged = set(Story.objects.filter(pk__in=keys).exclude(merged_into=None).values_list("pk", flat=True))
    return [row for row in found if row.kind not in _STORIES or parse_row_id(row.key) not in merged]


@signed_in
def listed(request: HttpRequest, reader: Reader) -> HttpResponse:
    """A GET gives a file of all that one follows and mutes; a POST takes such a file in, the good lines of it."""
    if request.method == "POST":
        taken, left = actions.take_in(reader, _rows(request), now=timezone.now())
        messages.success(request, gettext("%(count)d imported.") % {"count": taken})
        for why in left[:10]:
            messages.warning(request, gettext("Left out: %(why)s") % {"why": why})
        return redirect("web:following")
    return _as_file(json.dumps(queries.listed_for(reader), ensure_ascii=False, indent=1), "application/json", "json")


@signed_in
def as_opml(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The publishers that one follows, for another reader."""
    found = sources.opml_of(queries.follows(reader)[Topic.SOURCE], OPTIONS.site_url)
    return _as_file(found, "text/x-opml; charset=utf-8", "opml")


def _as_file(content: str | bytes, kind: str, ending: str) -> HttpResponse:
    named = {"Content-Disposition": f'attachment; filename="following.{ending}"'}
    return HttpResponse(content, content_type=kind, headers=named)


def _rows(request: HttpRequest) -> list[Any]:
    given = request.FILES.get("file")
    if given is None or (given.size or 0) > _LARGEST_FILE:
        raise Refused("not_a_list")
    body = given.read()
    if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return [{"kind": Topic.SOURCE, "key": domain} for domain in sources.domains_in(body, OPTIONS.site_url)]
    try:
        rows = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Refused("not_a_list") from error
    if not isinstance(rows, list):
        raise Refused("not_a_list")
    return rows


@require_POST
@signed_in
def mark_as_read(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Mark all clips of the list that the form stands below, as it showed them; then back there."""
    actions.mark_as_read(reader, versions_in(request.POST.get("clips", "")), now=timezone.now())
    return go_back(request)


@require_POST
@signed_in
@for_suspended(where=lambda request: "undo" in request.POST)
def mute(request: HttpRequest, reader: Reader) -> HttpResponse:
    kind, key = _meant(request)
    if "undo" in request.POST:
        actions.unmute(reader, kind, key)
    else:
        days = _DAYS.get(request.POST.get("for", ""))
        now = timezone.now()
        until = now + timedelta(days=days) if days else None
        actions.mute(reader, kind, key, now=now, scope=request.POST.get("scope") or Mute.Scope.EVERYWHERE, until=until)
    return go_back(request, reverse("web:following"))


@signed_in
@for_suspended()
def notices(request: HttpRequest, reader: Reader) -> HttpResponse:
    """What a reader was told; what was shown as new is new once. A POST marks all as read."""
    if request.method == "POST":
        actions.seen(reader, now=timezone.now())
        return redirect("web:notices")
    page = Paginator(queries.news_for(reader), pagination.PAGE).get_page(request.GET.get("page"))
    answer = render(request, "web/notices.html", {"page": page})
    actions.seen(reader, now=timezone.now(), only=[one.pk for one in page])
    return answer


def collections(request: HttpRequest, name: str) -> HttpResponse:
    owner = get_object_or_404(Reader, username=name, is_active=True)
    own = request.user == owner
    mine = own and not _as_others(request)
    found = queries.collections_of(owner, private=mine).annotate(stories=Count("collected"))
    return render(request, "web/collections.html", {"owner": owner, "own": own, "mine": mine, "collections": found})


def _as_others(request: HttpRequest) -> bool:
    """Whether the owner of a page wants to see what others see there."""
    return request.GET.get("as") == "others"


def collection(request: HttpRequest, name: str, slug: str) -> HttpResponse:
    found = get_object_or_404(Collection.objects.select_related("reader"), reader__username=name, slug=slug)
    own = request.user == found.reader
    mine = own and not _as_others(request)
    if not (found.public or mine):
        raise Http404("There is no such collection.")
    rows = {row.story_id: row for row in found.collected.order_by("-at", "-pk")}
    clips = clips_queries.listed().defer("document").filter(story__in=rows)
    ordered = sorted(clips, key=lambda clip: list(rows).index(clip.story_id))
    left = Unmuted(ordered) if own else without_muted(request, ordered)
    everybodys = cards(left.clips)  # others have neither muted nor saved what its owner has
    seen = everybodys if own and not mine and not unable(request) else for_reader(request, everybodys)
    shown = [(card, rows[card.clip.story_id]) for card in seen]
    page = {"collection": found, "own": own, "mine": mine, "shown": shown, "hidden": left.hidden}
    page |= {"may_change": mine and not unable(request), "missing": len(rows) - len(ordered)}
    return render(request, "web/collection.html", page)


@signed_in
def collect(request: HttpRequest, reader: Reader, story_id: int) -> HttpResponse:
    """Keep a story in a new collection; the page has the tick boxes of the old ones, too."""
    story = get_object_or_404(Story, pk=story_id)
    if request.method == "POST":
        title, public = request.POST.get("title", ""), "public" in request.POST
        kept = actions.make_collection(reader, title, now=timezone.now(), public=public, change=False)
        note = request.POST.get("note", "").strip() or None
        actions.collect(reader, kept, story.pk, now=timezone.now(), note=note)
        messages.success(request, gettext("Kept in “%(title)s”.") % {"title": kept.title})
        return redirect("web:collection", reader.username, kept.slug)
    page = {"story": story, "clip": Clip.objects.filter(story=story).first()}
    return render(request, "web/collect.html", page | {"ticks": queries.collections_with(reader, story.pk)})


@require_POST
@signed_in
def change_collection(request: HttpRequest, reader: Reader, slug: str) -> HttpResponse:
    """Take a story out, change its note or what the collection is, or drop it."""
    found = get_object_or_404(Collection, reader=reader, slug=slug)
    if "take_out" in request.POST:
        actions.take_out(reader, found, parse_row_id(request.POST["take_out"]))
    elif "note_of" in request.POST:
        row = get_object_or_404(found.collected, story=parse_row_id(request.POST["note_of"]))
        actions.collect(reader, found, row.story_id, now=timezone.now(), note=request.POST.get("note", ""))
    elif "drop" in request.POST:
        actions.drop_collection(reader, found)
        return redirect("web:collections", reader.username)
    else:
        about, public = request.POST.get("about", ""), "public" in request.POST
        actions.change_collection(reader, found, about=about, public=public, title=request.POST.get("title", ""))
    return redirect("web:collection", reader.username, found.slug)
