"""What staff see: what came of every source and article, with reasons in words."""

from dataclasses import dataclass
from typing import Any

from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpRequest, HttpResponse
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


@staff_member_required(login_url="account_login")
def dashboard(request: HttpRequest) -> HttpResponse:
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
