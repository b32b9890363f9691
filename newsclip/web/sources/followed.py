"""Staff's pages about sources: what is followed, how it goes, and what to change about it."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from newsclip.accounts.models import Reader
from newsclip.articles import queries as articles
from newsclip.kernel.reasons import Refused, explain
from newsclip.options import OPTIONS
from newsclip.pipeline import source_log
from newsclip.sources import actions, queries
from newsclip.sources.models import Source
from newsclip.web.decorators import for_staff
from newsclip.web.locale_names import countries_with
from newsclip.web.pages import pagination
from newsclip.web.sources.source_words import KINDS, STATES
from newsclip.web.sources.suggested import suggested_sources, unreadable_suggestions

DAYS = 7
_LONGEST_WORDS = 100
_LONGEST_NUMBER = 6


@for_staff
def sources(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Everything that is followed, and how it goes."""
    state = request.GET.get("state", "")
    state = state if state in STATES else ""
    words = request.GET.get("words", "").replace("\0", "").strip()[:_LONGEST_WORDS]  # PostgreSQL takes no NUL
    listed = queries.listed(state, words)
    listed = listed if state else listed.exclude(state=Source.State.REMOVED)
    page = Paginator(listed, pagination.PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    since = timezone.now() - timedelta(days=DAYS)
    ids = [row.pk for row in rows]
    new, refused, newest = (
        queries.new_entries(rows, since), articles.refused_by_source(ids, since), articles.newest_by_source(ids),
    )  # fmt: skip
    counts = queries.count_by_state()
    counts[""] = sum(counts.values()) - counts[queries.FAILING] - counts.get(Source.State.REMOVED, 0)
    shown = {
        "page": page,
        "rows": [
            (row, KINDS[row.kind], _outcome(row), new.get(row.pk, 0), refused.get(row.pk, 0), newest.get(row.pk))
            for row in rows
        ],
        "states": [(name, label, counts.get(name, 0)) for name, label in STATES.items()],
        "state": state,
        "sought": words,
        "days": DAYS,
        "always": ("", queries.FAILING),
        "suggested": [] if state or words or page.number > 1 else suggested_sources(request.GET.get("suggested")),
        "unreadable": [] if state or words or page.number > 1 else unreadable_suggestions(),
    }
    return render(request, "web/sources.html", shown)


def _outcome(source: Source) -> Any:
    """The reason of the last poll; None before the first."""
    return explain(source.outcome) if source.outcome else None


@for_staff
def source_health(request: HttpRequest, reader: Reader, source_id: int) -> HttpResponse:
    """One source: its last polls, what it holds, and every article of it that was refused."""
    source = get_object_or_404(queries.all_sources(), pk=source_id)
    refused = Paginator(articles.refused_of(source.pk), pagination.PAGE).get_page(request.GET.get("page"))
    limits = OPTIONS.polling.of_source(source.least_interval, source.most_interval)
    page = {
        "source": source,
        "kind": KINDS[source.kind],
        "state": STATES[source.state],
        "outcome": _outcome(source),
        "polls": [(poll, explain(poll.code)) for poll in queries.last_polls(source)],
        "hub": queries.subscriptions().get(source.pk, ""),
        "minutes": {
            "now": _in_minutes(limits.bound(source.interval)),
            "least": _in_minutes(source.least_interval),
            "most": _in_minutes(source.most_interval),
            "least_of_all": _in_minutes(OPTIONS.polling.least),
            "most_of_all": _in_minutes(OPTIONS.polling.most),
        },
        "countries": countries_with(source.publisher.country),
        "page": refused,
        "refused": [(article, explain(article.code)) for article in refused],
    }
    return render(request, "web/source-health.html", page)


def _in_minutes(seconds: int | None) -> int | None:
    return None if seconds is None else max(1, round(seconds / 60))


@require_POST
@for_staff
def change_source(request: HttpRequest, reader: Reader, source_id: int) -> HttpResponse:
    """Pause a source or go on with it, or change what it and its publisher are called."""
    source = get_object_or_404(queries.all_sources(), pk=source_id)
    now = timezone.now()
    if "pause" in request.POST:
        source_log.pause(reader, source, now=now)
        messages.success(request, gettext("Paused. Everything is kept; nothing new is read from it."))
    elif "resume" in request.POST:
        source_log.resume(reader, source, now=now)
        messages.success(request, gettext("It is read again; new articles are fetched within minutes."))
    elif "look" in request.POST:
        actions.look_now(source, now=now)
        messages.success(request, gettext("It is looked at now; what is new stands here within a minute."))
    elif "interval" in request.POST:
        least, most = (_seconds(request.POST.get(name, "")) for name in ("least", "most"))
        actions.limit_polls(source, least=least, most=most, now=now)
        messages.success(request, gettext("Saved."))
    else:
        given = {name: request.POST.get(name, "") for name in ("name", "owner", "country")}
        actions.describe(source.publisher, **given)
        actions.rename(source, request.POST.get("title", ""))
        messages.success(request, gettext("Saved."))
    return redirect("web:source_health", source.pk)


def _seconds(minutes: str) -> int | None:
    """The seconds of so many minutes, as a form gives them; None where nothing is given. Raises Refused."""
    given = minutes.strip()
    if given and not (given.isascii() and given.isdecimal() and len(given) <= _LONGEST_NUMBER):
        raise Refused("bad_interval")
    return int(given) * 60 if given else None


@for_staff
def remove_source(request: HttpRequest, reader: Reader, source_id: int) -> HttpResponse:
    """Stop following a source, after a look at what that means."""
    source = get_object_or_404(queries.all_sources(), pk=source_id)
    if request.method == "POST":
        source_log.end(reader, source, now=timezone.now())
        messages.success(request, gettext("%(name)s is no longer read.") % {"name": source})
        return redirect("web:sources")
    return render(request, "web/source-remove.html", {"source": source})
