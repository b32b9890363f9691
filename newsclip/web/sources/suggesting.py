"""Readers suggest sources; moderators accept or decline them."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from newsclip.accounts.models import Reader
from newsclip.community import queries as community
from newsclip.community.models import SourceSuggestion
from newsclip.kernel.addresses import domain_of
from newsclip.kernel.reasons import Refused, explain
from newsclip.pipeline import source_suggestions
from newsclip.sources import queries
from newsclip.sources.models import Source
from newsclip.sources.ports import FoundSource
from newsclip.web.context_processors import look_again
from newsclip.web.decorators import in_place, moderating, refusal_response, signed_in
from newsclip.web.sources.adding import chosen, known, remedy, shown
from newsclip.web.sources.suggested import title_of

_LAST = 20


@signed_in
def suggest_source(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Suggest a source; one that is followed already leads to its publisher."""
    now = timezone.now()
    if request.method == "POST":
        url, why = request.POST.get("url", ""), request.POST.get("why", "")
        try:
            made = source_suggestions.suggest(url, reader, now=now, why=why)
        except Refused as refused:
            form = f"{reverse('web:suggest_source')}?{urlencode({'url': url, 'why': why})}"
            return refusal_response(request, refused, form)
        if isinstance(made, Source):
            messages.success(request, gettext("We read this source already."))
            return redirect("web:source", made.publisher.domain)
        return redirect("web:source_suggestion", made.pk)
    page = {
        "url": request.GET.get("url", "")[:2000],
        "why": request.GET.get("why", "")[:500],
        "mine": community.sources_suggested_by(reader)[:_LAST],
    }
    return render(request, "web/source-suggest.html", page)


@signed_in
def source_suggestion(request: HttpRequest, reader: Reader, suggestion_id: int) -> HttpResponse:
    """What became of a suggested source, for whoever suggested it and for moderators, who decide here."""
    given = get_object_or_404(SourceSuggestion.objects.select_related("discovery", "reader"), pk=suggestion_id)
    decides = reader.moderates
    if given.reader != reader and not decides:
        raise Http404("There is no such suggestion.")
    looked, found = given.discovery, queries.found_at(given.discovery)
    waits = given.state == SourceSuggestion.State.WAITING
    page = {
        "given": given,
        "title": title_of(given, found),
        "looking": given.is_looked_at,
        "reason": explain(given.code) if given.code else None,
        "remedy": remedy(given.code),
        "found": shown(found),
        "known": known(looked, found) if decides else [],
        "decides": decides and waits,
        "people": community.suggesters_of([given.url]).get(given.url, ()) if decides else (),
        "publisher": _publisher(given, found),
    }
    answer = render(request, "web/_suggested.html" if in_place(request) else "web/source-suggestion.html", page)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def _publisher(given: SourceSuggestion, found: list[FoundSource]) -> str:
    """The domain whose page shows what is followed, where something is."""
    rows = queries.at_addresses([given.url, *(one.url for one in found)])
    return next((row.publisher.domain for row in rows.values()), "")


@require_POST
@moderating
def decide_source(request: HttpRequest, reader: Reader, suggestion_id: int) -> HttpResponse:
    """A moderator has the chosen ones followed, or says why not."""
    given = get_object_or_404(SourceSuggestion.objects.select_related("discovery"), pk=suggestion_id)
    now = timezone.now()
    if "decline" in request.POST:
        source_suggestions.decline(reader, given, request.POST.get("reason", ""), now=now)
    else:
        if given.discovery is None:
            raise Refused("unknown", domain_of(given.url))
        found = queries.found_at(given.discovery)
        source_suggestions.accept(reader, given, chosen(request, found), now=now)
    look_again()
    messages.success(request, gettext("Done, and written to the public log."))
    return redirect("web:queue")
