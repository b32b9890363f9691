"""The staff page: the state of every source and article, with explanations."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from newsclip import clock
from newsclip.articles import queries as articles
from newsclip.clips import queries as clips
from newsclip.health import dashboard, dead_letters, doctor, readiness
from newsclip.health.check_names import name_of
from newsclip.health.findings import Finding
from newsclip.kernel.reasons import Explanation, explain
from newsclip.options import OPTIONS
from newsclip.sources import queries as sources

SHOWN = 100


@dataclass(frozen=True, slots=True)
class Explained:
    """A row, and the explanation of its state; `since`: when it last was well, where it is not."""

    row: Any
    reason: Explanation
    since: datetime | None = None


def alive(request: HttpRequest) -> HttpResponse:
    """Liveness: the process answers. Makes no query, so that a slow database does not cause restarts."""
    return HttpResponse("alive\n", content_type="text/plain")


def ready(request: HttpRequest) -> HttpResponse:
    """Readiness: the database answers, is undamaged where pages read it, and has this version's schema. A full disk, a
    stalled worker and a store of pictures that is away are reported with status 200, because pages still work.
    """
    return _told(list(readiness.serving()), unless={"disk", "worker", "pictures"})


def working(request: HttpRequest) -> HttpResponse:
    """New clips arrive: all of `ready`, a worker's heartbeat, nothing that waits too long, and disk space."""
    return _told(list(readiness.serving()), unless=frozenset())


def _told(findings: Sequence[Finding], *, unless: Collection[str]) -> HttpResponse:
    """503 if a check failed, unless it is one of these, which are only reported."""
    wrong = [finding for finding in findings if not finding.ok]
    well = all(finding.about in unless for finding in wrong)
    said = "\n".join(f"{finding.about}: {finding.says}" for finding in wrong) or "ready"
    return HttpResponse(f"{said}\n", content_type="text/plain", status=200 if well else 503)


def staff(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path(), "account_login")
    if not request.user.is_staff:
        raise PermissionDenied
    findings = list(doctor.examine(thorough=False))
    followed = list(sources.looked_after().order_by("-failures", "publisher__name", "pk")[:SHOWN])
    worked = sources.last_worked([one.pk for one in followed if one.failures])
    return render(
        request,
        "health/staff.html",
        {
            "charts": dashboard.charts(
                clock.now(), with_cost=OPTIONS.writer == "llm" or clips.attempts_by_day(1) != []
            ),
            "sees_tables": request.user.is_superuser or bool(request.user.get_all_permissions()),
            "wrong": [(name_of(one.about), one) for one in findings if not one.ok],
            "well": [(name_of(one.about), one) for one in findings if one.ok],
            "sources": [Explained(s, explain(s.outcome or "added"), worked.get(s.pk)) for s in followed],
            "counts": [Explained(number, explain(code)) for code, number in articles.counts_by_code()],
            "refused": [Explained(a, explain(a.code)) for a in articles.refused(SHOWN)],
            "model_days": clips.attempts_by_day(SHOWN),
            "model_codes": [
                Explained(n, explain(c)) for c, n in clips.attempts_by_code(since=clock.now() - doctor.DAY)
            ],
            "dead_letters": [Explained(one, explain(one.code)) for one in dead_letters.listed(SHOWN)],
            "unwritten": [Explained(a, explain(a.code)) for a in clips.unwritten(SHOWN)],
        },
    )
