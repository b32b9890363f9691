"""What a reader does not see, on one page: muted by the account, or in this browser by those who have none."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import OWN_WORDS, Mute, Topic
from newsclip.kernel.reasons import Refused
from newsclip.kernel.redirects import is_own_path
from newsclip.web.decorators import for_suspended, refusal_response, unable
from newsclip.web.muted_publishers import is_name, keep, muted_by
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
    muted = muted_by(request)
    try:
        by_browser = _change_account(request, domain)
    except Refused as refused:
        return refusal_response(request, refused)
    back = redirect(_back(request))
    keep(back, muted | {domain} if by_browser else muted - {domain})
    return back


def _change_account(request: HttpRequest, domain: str) -> bool:
    """Mute or unmute it for the account. Whether the browser has to remember it: of strangers, and of those who may
    not write. Raises Refused("too_many").
    """
    reader = request.user
    undo = "unmute" in request.POST
    if not isinstance(reader, Reader):
        return not undo
    if undo:
        actions.unmute(reader, Topic.SOURCE, domain)
        return False
    if "unfollow" in request.POST:
        actions.unfollow(reader, Topic.SOURCE, domain)
    if unable(request):
        return True
    try:
        actions.mute(reader, Topic.SOURCE, domain, now=timezone.now())
    except Refused as refused:
        if refused.code != "unknown":  # a host of one word, in a house of its own
            raise
        return True
    return False


def _page(request: HttpRequest, asked: str) -> dict[str, Any]:
    """Publishers are listed once, wherever they are muted; all else is muted by the account alone."""
    in_browser = muted_by(request)
    reader = request.user if isinstance(request.user, Reader) else None
    rows = list(Mute.objects.filter(reader=reader).order_by("kind", "key")) if reader else []
    by_account = {row.key: row for row in rows if row.kind == Topic.SOURCE}
    followed = queries.follows(reader)[Topic.SOURCE] if reader else frozenset[str]()
    domains = sorted(in_browser | set(by_account))
    names = publisher_names([*domains, asked])
    others = [row for row in rows if row.kind != Topic.SOURCE]
    called = topic_names((row.kind, row.key) for row in others)
    return {
        "muted": [
            MutedPublisher(one, names.get(one, one), one in in_browser, by_account.get(one), one in followed)
            for one in domains
        ],
        "others": [(row, called[row.kind, row.key]) for row in others],
        "asked": asked if asked in names and asked not in domains else "",
        "asked_name": names.get(asked, asked),
        "asked_followed": asked in followed,
        "now": timezone.now(),
    }


def _back(request: HttpRequest) -> str:
    """The page the reader came from, where it is one of ours."""
    back = request.POST.get("back", "")
    return back if is_own_path(back) else reverse("web:muted_sources")
