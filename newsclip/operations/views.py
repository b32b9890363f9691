"""What staff see: what came of every source and article, with reasons in words."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import render
from django.utils.translation import gettext

from newsclip.articles import queries as articles
from newsclip.clips import queries as clips
from newsclip.kernel.reasons import Explanation, explain
from newsclip.operations import clock, dashboard, dead_letters, health
from newsclip.options import OPTIONS
from newsclip.sources import queries as sources

SHOWN = 100


@dataclass(frozen=True, slots=True)
class Explained:
    """A row, and why it is as it is."""

    row: Any
    reason: Explanation


def alive(request: HttpRequest) -> HttpResponse:
    """The process answers. Asks nothing of the database, so that a slow one does not make a supervisor restart it."""
    return HttpResponse("alive\n", content_type="text/plain")


def ready(request: HttpRequest) -> HttpResponse:
    """The site can be served: the database answers and its tables are as this version expects. A full disk is said
    too, but pages can be read, so that nobody is sent away.
    """
    wrong = [finding for finding in health.serving() if not finding.ok]
    served = all(finding.about == "disk" for finding in wrong)
    said = "\n".join(f"{finding.about}: {finding.says}" for finding in wrong) or "ready"
    return HttpResponse(f"{said}\n", content_type="text/plain", status=200 if served else 503)


def staff(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path(), "account_login")
    if not request.user.is_staff:
        return HttpResponseForbidden(gettext("This page is for staff."))
    followed = sources.all_sources()
    return render(
        request,
        "operations/staff.html",
        {
            "charts": dashboard.charts(
                clock.now(), with_cost=OPTIONS.writer == "llm" or clips.attempts_by_day(1) != []
            ),
            "findings": list(health.examine(thorough=False)),
            "sources": [Explained(s, explain(s.outcome or "added")) for s in followed[:SHOWN]],
            "counts": [Explained(number, explain(code)) for code, number in articles.counts_by_code()],
            "refused": [Explained(a, explain(a.code)) for a in articles.refused(SHOWN)],
            "model_days": clips.attempts_by_day(SHOWN),
            "model_codes": [
                Explained(n, explain(c)) for c, n in clips.attempts_by_code(since=clock.now() - health.DAY)
            ],
            "dead_letters": [Explained(one, explain(one.code)) for one in dead_letters.listed(SHOWN)],
            "unwritten": [Explained(a, explain(a.code)) for a in clips.unwritten(SHOWN)],
        },
    )
