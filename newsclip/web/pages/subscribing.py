"""Programs and browsers that are told by themselves."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import Subscription
from newsclip.kernel.rows import parse_row_id
from newsclip.web.decorators import drops, for_suspended, go_back, signed_in


@signed_in
@for_suspended(where=drops)
def webhooks(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Addresses of programs; the secret of a new one is shown once."""
    told = ""
    if request.method == "POST":
        if drops(request):
            actions.unsubscribe(reader, parse_row_id(request.POST["drop"]))
            return redirect("web:webhooks")
        events = request.POST.getlist("events")
        told = actions.add_webhook(reader, request.POST.get("url", ""), events, now=timezone.now())
    page = {
        "told": told,
        "webhooks": queries.subscriptions_of(reader, Subscription.Kind.WEBHOOK),
        "events": Subscription.Event.choices,
        "new_until": queries.newcomer_until(reader, now=timezone.now()),
    }
    return render(request, "web/webhooks.html", page)


@require_POST
@signed_in
@for_suspended(where=drops)
def browser(request: HttpRequest, reader: Reader) -> HttpResponse:
    """A browser asks to be told (its script sends what its push service gave), or all of them not any more."""
    if drops(request):
        for row in queries.subscriptions_of(reader, Subscription.Kind.PUSH):
            actions.unsubscribe(reader, row.pk)
    else:
        keys = {name: request.POST.get(name, "") for name in ("p256dh", "auth")}
        actions.add_browser(reader, request.POST.get("endpoint", ""), keys, now=timezone.now())
    return go_back(request, "/settings")
