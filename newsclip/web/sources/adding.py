"""Staff's pages that add sources: by address, and as lists."""

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext, ngettext

from newsclip.accounts.models import Reader
from newsclip.kernel.addresses import domain_of, with_scheme
from newsclip.kernel.reasons import Refused, explain
from newsclip.pipeline import source_log
from newsclip.sources import actions, queries
from newsclip.sources.models import Discovery
from newsclip.sources.ports import FoundSource
from newsclip.web.decorators import for_staff, in_place
from newsclip.web.sources.source_words import KINDS, STATES

LARGEST_LIST = 1024 * 1024
MOST_LISTED = 500  # each costs a few queries, and somebody waits for the page


@for_staff
def add_source(request: HttpRequest, reader: Reader) -> HttpResponse:
    """An address; the worker looks what is there, so that no page waits for another host."""
    if request.method == "POST":
        looked = actions.look_for_sources(with_scheme(request.POST.get("url", "")), now=timezone.now())
        return redirect("web:found_sources", looked.pk)
    return render(request, "web/source-add.html", {"url": request.GET.get("url", "")[:2000]})


@for_staff
def found_sources(request: HttpRequest, reader: Reader, discovery_id: int) -> HttpResponse:
    """What was found at an address, to choose from; the page looks again by itself until there is an answer."""
    looked = get_object_or_404(Discovery, pk=discovery_id)
    found = queries.found_at(looked)
    if request.method == "POST":
        return _follow(request, reader, chosen(request, found))
    rows = shown(found)
    page = {
        "looked": looked,
        "reason": explain(looked.code) if looked.code else None,
        "remedy": remedy(looked.code),
        "found": rows,
        "known": known(looked, found),
        "open": any(not row["followed"] for row in rows),
    }
    answer = render(request, "web/_found.html" if in_place(request) else "web/source-found.html", page)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def shown(found: list[FoundSource]) -> list[dict[str, Any]]:
    """Each with its kind in words, and its row where it is followed already or was removed."""
    rows = {row.url: row for row in queries.all_sources().filter(url__in=[one.url for one in found])}
    followed = queries.at_addresses(rows)
    return [
        {"source": one, "kind": KINDS[one.kind], "row": rows.get(one.url), "followed": one.url in followed}
        for one in found
    ]


def known(looked: Discovery | None, found: list[FoundSource]) -> list[dict[str, Any]]:
    """What is or was followed of the publishers of this address, besides what was found at it."""
    urls = [one.url for one in found]
    domains = set()
    for url in (*urls, looked.url if looked else ""):
        with suppress(Refused):  # what was found there need be no address
            domains.add(domain_of(url))
    rows = [row for row in queries.of_domains(domains) if row.url not in urls]
    return [{"row": row, "kind": KINDS[row.kind], "state": STATES[row.state]} for row in rows]


def remedy(code: str) -> str:
    """What to do where nothing can be followed: what is not followed is not tried again."""
    return explain(code).remedy_once if code else ""


def chosen(request: HttpRequest, found: list[FoundSource]) -> list[FoundSource]:
    """Those that were ticked. Raises Refused("nothing_chosen")."""
    urls = set(request.POST.getlist("choose"))
    ticked = [one for one in found if one.url in urls]
    if not ticked:
        raise Refused("nothing_chosen")
    return ticked


def _follow(request: HttpRequest, reader: Reader, ticked: list[FoundSource]) -> HttpResponse:
    results = source_log.follow(reader, ticked, now=timezone.now())
    said = ngettext(
        "%(count)d source is added. Its articles arrive within minutes.",
        "%(count)d sources are added. Their articles arrive within minutes.",
        len(results),
    )
    messages.success(request, said % {"count": len(results)})
    return redirect("web:source_health", results[0].source_id) if len(results) == 1 else redirect("web:sources")


@for_staff
def import_sources(request: HttpRequest, reader: Reader) -> HttpResponse:
    """A list from another feed reader: says of each entry whether it is followed now, or why not."""
    if request.method != "POST":
        return render(request, "web/source-import.html", {"most": MOST_LISTED})
    given = request.FILES.get("file")
    if given is None or (given.size or 0) > LARGEST_LIST:
        raise Refused("not_opml", gettext("Choose a file of at most 1 MiB."))
    results = source_log.import_opml(reader, given.read(), now=timezone.now(), most=MOST_LISTED)
    rows = [(result, explain(result.code)) for result in results if result.url]
    page = {
        "rows": rows,
        "added": sum(result.code == "added" for result, _ in rows),
        "already": sum(result.code == "already_followed" for result, _ in rows),
        "whole": all(result.url for result in results),
        "most": MOST_LISTED,
    }
    return render(request, "web/source-import.html", page)


@for_staff
def export_sources(request: HttpRequest, reader: Reader) -> HttpResponse:
    """What is followed, as OPML."""
    named = {"Content-Disposition": 'attachment; filename="sources.opml"'}
    return HttpResponse(actions.export_opml(), content_type="text/x-opml; charset=utf-8", headers=named)
