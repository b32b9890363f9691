"""The page of one's own: what one follows, and what else may interest."""

from random import SystemRandom

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.db.availability import if_there_is_room
from newsclip.ranking import actions as ranking_actions
from newsclip.ranking import queries as ranking
from newsclip.web.cards.for_reader import for_reader
from newsclip.web.cards.queries import cards
from newsclip.web.decorators import for_suspended, signed_in
from newsclip.web.pages import pagination
from newsclip.web.topic_names import names_of_reasons

_MOST_FOLLOWED = 100  # clips of what one follows


@signed_in
def for_you(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The reader's own page: its order, and why each clip is where it is."""
    now = timezone.now()
    chosen = ranking.for_you(
        reader, now=now, chance=SystemRandom(), limit=pagination.PAGE, followed=_MOST_FOLLOWED,
        index=wiring.search_index(),
    )  # fmt: skip
    if chosen:
        with if_there_is_room():
            ranking_actions.remember_slate(reader, ranking.as_slate(reader, chosen, now=now), now=now)
    shown = zip(for_reader(request, cards([one.clip for one in chosen])), chosen, strict=True)
    page = {"shown": list(shown), "learns": ranking.learns(reader), "names": names_of_reasons(chosen)}
    page["hidden"] = chosen.hidden
    return render(request, "web/for-you.html", page)


@require_POST
@signed_in
@for_suspended(where=lambda request: "on" not in request.POST)
def switch_learning(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Whether one's own page goes by what one reads."""
    ranking_actions.switch_learning(reader, on="on" in request.POST, now=timezone.now())
    return redirect("web:for_you")
