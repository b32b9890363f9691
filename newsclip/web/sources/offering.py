"""Staff's page of the catalogue: public sources that the operator's file offers."""

from collections import defaultdict
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext

from newsclip.accounts.models import Reader
from newsclip.kernel.addresses import domain_of
from newsclip.kernel.reasons import Refused, explain
from newsclip.pipeline import offered_sources, source_log
from newsclip.pipeline.ports import AS_IT_SHOULD_BE
from newsclip.sources import queries
from newsclip.sources.models import Source
from newsclip.sources.ports import CatalogueEntry
from newsclip.web.decorators import for_staff
from newsclip.web.locale_names import countries, country_name
from newsclip.web.pages import pagination
from newsclip.web.sources.source_words import KINDS

_LONGEST_CHOICE = 40


@for_staff
def show_catalogue(request: HttpRequest, reader: Reader) -> HttpResponse:
    """What the catalogue offers, by country and category; a POST follows one entry of it."""
    known = offered_sources.offered()
    if request.method == "POST":
        return _follow(request, reader, known.entries)
    country, category = (request.GET.get(name, "")[:_LONGEST_CHOICE] for name in ("country", "category"))
    page = Paginator(queries.choose(known.entries, country, category), pagination.PAGE).get_page(
        request.GET.get("page")
    )
    rows = queries.at_addresses([one.url for one in page])
    others: dict[str, list[Source]] = defaultdict(list)
    for row in queries.of_domains(domain_of(one.url) for one in page):
        if row.state == Source.State.ACTIVE:
            others[row.publisher.domain].append(row)
    shown = {
        "page": page,
        "entries": [(one, KINDS[one.kind], rows.get(one.url), others[domain_of(one.url)]) for one in page],
        "countries": _named({one.country for one in known.entries}),
        "categories_offered": sorted({name for one in known.entries for name in one.categories}),
        "country": country,
        "category": category,
        "problems": [(wrong, explain(wrong.code)) for wrong in known.problems[: pagination.PAGE]],
    }
    return render(request, "web/source-catalogue.html", shown)


def _named(codes: set[str]) -> list[tuple[str, str]]:
    """The countries among these by name, as a form offers them."""
    known = [one for one in countries() if one[0] in codes]
    return known + sorted((code, code) for code in codes - dict(known).keys() if country_name(code))


def _follow(request: HttpRequest, reader: Reader, entries: tuple[CatalogueEntry, ...]) -> HttpResponse:
    wanted = request.POST.get("choose", "")
    found = [one for one in entries if one.url == wanted]
    if not found:
        raise Refused("nothing_chosen")
    results = source_log.follow_listed(reader, found, now=timezone.now())
    for result in results:
        if result.code not in AS_IT_SHOULD_BE:
            raise Refused(result.code, result.detail)
    name = found[0].title or found[0].publisher or wanted
    said = gettext("%(name)s is added. Its articles arrive within minutes.") % {"name": name}
    there = reverse("web:source_health", args=[results[0].source_id])
    messages.success(request, format_html('{} <a href="{}">{}</a>', said, there, gettext("Look at it")))
    kept = {key: request.POST.get(key, "")[:_LONGEST_CHOICE] for key in ("country", "category")}
    return redirect(f"{reverse('web:offered_sources')}?{urlencode(kept)}")
