"""What staff see: what came of every source and article, with reasons in words."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import render

from newsclip.articles import queries as articles
from newsclip.clips import queries as clips
from newsclip.kernel.reasons import Reason, explain
from newsclip.operations import health
from newsclip.sources import queries as sources

SHOWN = 100


@dataclass(frozen=True, slots=True)
class Explained:
    """A row, and why it is as it is."""

    row: Any
    reason: Reason


def dashboard(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path(), "account_login")
    if not request.user.is_staff:
        return HttpResponseForbidden("This page is for staff.")
    followed = sources.all_sources()
    return render(
        request,
        "operations/staff.html",
        {
            "findings": list(health.examine()),
            "sources": [Explained(s, explain(s.outcome or "added")) for s in followed[:SHOWN]],
            "counts": [Explained(number, explain(code)) for code, number in articles.counts_by_code()],
            "refused": [Explained(a, explain(a.code)) for a in articles.refused(SHOWN)],
            "unwritten": [Explained(a, explain(a.code)) for a in clips.unwritten(SHOWN)],
        },
    )
