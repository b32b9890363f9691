"""The first page after signing up, which asks what to follow; it can be skipped, and come back to."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.models import Topic
from newsclip.kernel.reasons import Refused
from newsclip.ranking import queries as ranking
from newsclip.sources.models import Publisher
from newsclip.web.context_processors import newest_categories
from newsclip.web.decorators import UNPROCESSABLE, back_to, for_suspended, signed_in, unable
from newsclip.web.pages.clip_document import as_stored

_OFFERED = 12  # of a kind: what one looks over at a glance
_MOST = 100  # follows in one form
_BETWEEN = ":"
_TITLES: Mapping[str, Promise] = {
    Topic.CATEGORY: gettext_lazy("Categories"),
    Topic.HASHTAG: gettext_lazy("Trending hashtags"),
    Topic.SOURCE: gettext_lazy("Publishers"),
}


def _only_waits(request: HttpRequest) -> bool:
    """A new account that waits for its mail or a moderator may, too: what it follows moves its own page alone."""
    reader = request.user
    return isinstance(reader, Reader) and bool(reader.waits) and not queries.is_suspended(reader, now=timezone.now())


@signed_in
@for_suspended(where=_only_waits)
def welcome(request: HttpRequest, reader: Reader) -> HttpResponse:
    """GET: what there is to follow; POST: follows what is ticked, then leads to where the reader came from."""
    onward = back_to(request, reverse("web:for_you"))
    chosen = set(request.POST.getlist("follow")[:_MOST])
    if chosen:
        for kind, key in sorted(_named(one) for one in chosen):
            actions.follow(reader, kind, key, now=timezone.now())
        count = sum(len(keys) for keys in queries.follows(reader).values())
        told = ngettext(
            "You follow %(count)d thing now; “For you” shows what is new of it.",
            "You follow %(count)d things now; “For you” shows what is new of them.",
            count,
        )
        messages.success(request, told % {"count": count})
        return redirect(onward)
    followed, nothing = queries.follows(reader), request.method == "POST"
    page = {
        "offers": [(kind, _TITLES[kind], rows) for kind, rows in _offers(followed) if rows],
        "followed": sum(len(keys) for keys in followed.values()),
        "may_follow": _only_waits(request) or not unable(request),
        "nothing": nothing,
        "onward": onward,
        "back": back_to(request, ""),
        "challenge": _challenge_at(back_to(request, "")),
    }
    return render(request, "web/welcome.html", page, status=UNPROCESSABLE if nothing else HTTPStatus.OK)


def _challenge_at(back: str) -> str:
    """The sentence that is about to be challenged on the page of this address; "" for any other page."""
    there = urlsplit(back)
    try:
        page = resolve(there.path)
    except Resolver404:
        return ""
    clip = Clip.objects.filter(slug=page.kwargs.get("slug", "")).first() if page.url_name == "challenge" else None
    if not clip or not clips.is_listed(clip):
        return ""
    key = parse_qs(there.query).get("sentence", [""])[0]
    return next((claim.text for claim in as_stored(clip).claims if claim.key == key), "")


def _named(chosen: str) -> tuple[str, str]:
    """The kind and the key of what is ticked. Raises Refused("unknown")."""
    kind, _, key = chosen.partition(_BETWEEN)
    if kind not in _TITLES or (kind == Topic.CATEGORY and key not in newest_categories().values()):
        raise Refused("unknown", chosen[:_MOST])
    return kind, key


def _offers(followed: Mapping[str, Collection[str]]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Of each kind what is in the news now and not followed yet: what a form sends, and its name."""
    found = {
        Topic.CATEGORY: [(name, gettext(name)) for name in newest_categories().values()],
        Topic.HASHTAG: [(one.key, f"#{one.name}") for one in ranking.trending(limit=2 * _OFFERED)],
        Topic.SOURCE: _publishers(),
    }
    for kind, rows in found.items():
        left = [(f"{kind}{_BETWEEN}{key}", name) for key, name in rows if key not in followed[kind]]
        yield kind, left[:_OFFERED] if kind != Topic.CATEGORY else left


def _publishers() -> list[tuple[str, str]]:
    """Domain and name of those that tell most of the front page."""
    page, _ = ranking.front_page()
    told = ranking.sources_of([clip.story_id for clip in page])
    often = Counter(domain for domains in told.values() for domain in sorted(domains))
    domains = [domain for domain, _ in often.most_common(2 * _OFFERED)]
    names = dict(Publisher.objects.filter(domain__in=domains).values_list("domain", "name"))
    return [(domain, names.get(domain, domain)) for domain in domains]
