"""What a reader does not see, on one page: muted in this browser, without an account, or by the account."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import Mute, Topic
from newsclip.kernel.reasons import Refused
from newsclip.kernel.redirects import is_own_path
from newsclip.web.decorators import for_suspended, refusal_response
from newsclip.web.pages.muted_publishers import OWN_WORDS, is_name, keep, muted_by
from newsclip.web.topic_names import publisher_names, topic_names


@dataclass(frozen=True, slots=True)
class MutedPublisher:
    """A publisher, and where it is muted. `followed`: the account follows it all the same."""

    domain: str
    name: str
    in_browser: bool
    row: Mute | None
    followed: bool


@for_suspended()  # a cookie keeps it
def muted_sources(request: HttpRequest) -> HttpResponse:
    """GET: what is muted, and `?source=` to be asked for; POST: mutes or unmutes it, then back."""
    if request.method == "POST":
        return _change(request)
    asked = request.GET.get("source", "").lower()
    asked = asked if is_name(asked) else ""
    page = _page(request, asked) | {"own_words": OWN_WORDS, "back": request.GET.get("back", "")}
    answer = render(request, "web/muted.html", page)
    patch_vary_headers(answer, ["Cookie"])
    return answer


def _change(request: HttpRequest) -> HttpResponse:
    domain = request.POST.get("source", "")
    if not is_name(domain):
        return refusal_response(request, Refused("unknown"))
    undo, muted = "unmute" in request.POST, muted_by(request)
    if isinstance(request.user, Reader):
        if undo:
            actions.unmute(request.user, Topic.SOURCE, domain)
        elif "unfollow" in request.POST:
            actions.unfollow(request.user, Topic.SOURCE, domain)
    back = redirect(_back(request))
    keep(back, muted - {domain} if undo else muted | {domain})
    return back


def _page(request: HttpRequest, asked: str) -> dict[str, Any]:
    """Publishers are listed once, wherever they are muted; all else is muted by the account alone."""
    in_browser = muted_by(request)
    reader = request.user if isinstance(request.user, Reader) else None
    rows = list(Mute.objects.filter(reader=reader).order_by("kind", "key")) if reader else []
    by_account = {row.key: row for row in rows if row.kind == Topic.SOURCE}
    followed = queries.follows(reader)[Topic.SOURCE] if reader else frozenset[str]()
    domains = sorted(in_browser | set(by_account))
    names = _names([*domains, asked])
    others = [row for row in rows if row.kind != Topic.SOURCE]
    called = topic_names((row.kind, row.key) for row in others)
    return {
        "muted": [
            MutedPublisher(one, names.get(one, one), one in in_browser, by_account.get(one), one in followed)
            for one in domains
        ],
        "others": [(row, called[row.kind, row.key]) for row in others],
        "asked": asked if asked in names and asked not in in_browser else "",
        "asked_name": names.get(asked, asked),
        "asked_followed": asked in followed,
        "now": timezone.now(),
    }


def _names(domains: list[str]) -> dict[str, str]:
    own = {OWN_WORDS: gettext("A language model’s own words")}
    return own | publisher_names(domains)


def _back(request: HttpRequest) -> str:
    """The page the reader came from, where it is one of ours."""
    back = request.POST.get("back", "")
    return back if is_own_path(back) else reverse("web:muted_sources")
