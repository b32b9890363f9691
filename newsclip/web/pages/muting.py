"""Which publishers a browser does not show: one page with plain forms, no account and no script needed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext

from newsclip.kernel.reasons import Refused
from newsclip.kernel.redirects import is_own_path
from newsclip.sources.models import Publisher
from newsclip.web.decorators import for_suspended, refusal_response
from newsclip.web.pages.muted_publishers import OWN_WORDS, is_name, keep, muted_by


@for_suspended()  # a cookie keeps it
def muted_sources(request: HttpRequest) -> HttpResponse:
    """GET: what is muted, and `?source=` to be asked for; POST: mutes or unmutes it, then back."""
    muted = muted_by(request)
    if request.method == "POST":
        domain = request.POST.get("source", "")
        if not is_name(domain):
            return refusal_response(request, Refused("unknown"))
        back = redirect(_back(request))
        keep(back, muted - {domain} if "unmute" in request.POST else muted | {domain})
        return back
    asked = request.GET.get("source", "").lower()
    asked = asked if is_name(asked) else ""
    own = {OWN_WORDS: gettext("A language model’s own words")}
    names = own | dict(Publisher.objects.filter(domain__in=[*muted, asked]).values_list("domain", "name"))
    page = {
        "muted": [(domain, names.get(domain, domain)) for domain in sorted(muted)],
        "asked": asked if asked in names and asked not in muted else "",
        "asked_name": names.get(asked, asked),
        "own_words": OWN_WORDS,
        "back": request.GET.get("back", ""),
    }
    answer = render(request, "web/muted.html", page)
    patch_vary_headers(answer, ["Cookie"])
    return answer


def _back(request: HttpRequest) -> str:
    """The page the reader came from, where it is one of ours."""
    back = request.POST.get("back", "")
    return back if is_own_path(back) else reverse("web:muted_sources")
