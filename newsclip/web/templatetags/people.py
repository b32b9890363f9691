from django import template
from django.utils.safestring import SafeString, mark_safe

from newsclip.kernel import sanitizing
from newsclip.ranking.queries import Chosen

register = template.Library()

_FACTORS = {
    "hot": "told, voted for and talked about",
    "fresh": "new",
    "reports": "independent reports",
    "followed": "what you follow",
    "category": "the category, which you read",
    "topics": "topics that you read",
    "repeat": "much like what you just read",
    "read": "you read it",
    "variety": "more of the same above it",
}

_SIGNALS = {
    "told": "it was told for the first time",
    "report": "one more independent report told it",
    "vote": "a reader voted for it",
    "comment": "one more reader discussed it",
    "read": "one more reader who is signed in opened it",
}


@register.filter
def linked(text: str) -> SafeString:
    """A person's plain words, cleaned, with their addresses as links."""
    return mark_safe(sanitizing.linked(text))  # noqa: S308 -- the one sanitiser made it


@register.filter
def signed(number: int) -> str:
    return f"{number:+d}".replace("-", "−")


@register.filter
def signed_points(points: float) -> str:
    return f"{points:+.2f}".replace("-", "−")


@register.filter
def factor(name: str) -> str:
    return _FACTORS.get(name, name)


@register.filter
def signal(kind: str) -> str:
    return _SIGNALS[kind]


@register.filter
def because(chosen: Chosen) -> str:
    """The first reason for a clip's place, in words; true by the removal test of its parts."""
    if chosen.chance < 1:
        return "Shown to find out whether you like it"
    followed = chosen.placed.because
    best = max(chosen.placed.parts.items(), key=lambda part: part[1], default=("", 0.0))
    if followed and chosen.placed.parts.get("followed", 0.0) > 0:
        return f"Because you follow {followed[0]}"
    if best[0] == "reports":
        return f"Told by {chosen.candidate.reports} independent reports"
    return f"Why here: {_FACTORS.get(best[0], 'it is new')}"


@register.filter
def distinct(words: list[str]) -> list[str]:
    """Each once, in the order in which they came."""
    return list(dict.fromkeys(words))
