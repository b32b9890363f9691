"""How clips are ordered, in figures; and an order of one's own, without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy

from newsclip.ranking import queries as ranking
from newsclip.web.cards.for_reader import for_reader
from newsclip.web.cards.queries import cards
from newsclip.web.pages import pagination
from newsclip.web.pages.mute_filter import without_muted
from newsclip.web.pages.reading import ORDERS

_HISTORY = 60
_SLIDERS = {
    "hot": gettext_lazy("widely reported or discussed"),
    "fresh": gettext_lazy("new"),
    "reports": gettext_lazy("independent reports"),
}
_LARGEST = 4


def about(request: HttpRequest) -> HttpResponse:
    """The whole of it: weights in force, half-lives, and how the weights came about."""
    return render(
        request, "web/about-ranking.html", {"rules": ranking.in_words(), "history": ranking.weights(_HISTORY)}
    )


def now(request: HttpRequest) -> HttpResponse:
    """The front page as it is now, in one of its orders: the place of every clip, with the parts that sum to it."""
    at, asked, period = timezone.now(), request.GET.get("order", ""), request.GET.get("for", "")
    order = asked if asked in ranking.ORDERS else "hot"
    since = at - ranking.PERIODS[period] if period in ranking.PERIODS else None
    page = {
        "positions": ranking.front_page_now(at, order, since),
        "order": order,
        "orders": {name: words for name, words in ORDERS.items() if name in ranking.ORDERS},
        "period": period,
        "periods": ranking.PERIODS,
    }
    return render(request, "web/ranking-now.html", page)


def your_order(request: HttpRequest) -> HttpResponse:
    """Clips of the week by weights that the visitor sets; the address holds them, nothing is stored."""
    set_to = {name: _number(request.GET.get(name, "")) for name in _SLIDERS}
    chosen = ranking.by_weights(set_to, now=timezone.now(), limit=pagination.PAGE)
    shown = without_muted(request, [one.clip for one in chosen])
    by_clip = {one.clip.pk: one for one in chosen}
    page = {
        "sliders": [(name, words, set_to[name]) for name, words in _SLIDERS.items()],
        "largest": _LARGEST,
        "hidden": shown.hidden,
        "shown": [(card, by_clip[card.clip.pk]) for card in for_reader(request, cards(shown.clips))],
    }
    return render(request, "web/your-order.html", page)


def _number(text: str) -> float:
    """From 0 to _LARGEST; 1 for what is no number."""
    try:
        value = float(text[:6])
    except ValueError:
        return 1.0
    return max(0.0, min(value, float(_LARGEST))) if value == value else 1.0  # noqa: PLR0124 -- not a number
