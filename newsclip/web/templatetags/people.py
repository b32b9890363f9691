from collections.abc import Mapping
from urllib.parse import urlsplit

from django import template
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_noop

from newsclip.clips.queries import parts_of
from newsclip.community import queries
from newsclip.community.models import Notice, Topic
from newsclip.kernel import sanitizing
from newsclip.ranking.models import StoryTrend, Trend
from newsclip.ranking.queries import PersonalPlace
from newsclip.stories.models import Membership, Story
from newsclip.web.taken_out_reasons import with_why_taken_out
from newsclip.web.templatetags.newsclip import date_words, number
from newsclip.web.topic_names import KINDS, names_of_mutes
from newsclip.web.word_diff import word_diff

register = template.Library()
register.filter(with_why_taken_out)
_FEWEST_TOLD = 0.05  # 0.0 on a usual day says less than words do

_FACTORS = {
    "hot": gettext_noop("widely reported or discussed"),
    "fresh": gettext_noop("new"),
    "reports": gettext_noop("independent reports"),
    "followed": gettext_noop("what you follow"),
    "category": gettext_noop("a category you read"),
    "topics": gettext_noop("topics that you read"),
    "repeat": gettext_noop("much like what you just read"),
    "read": gettext_noop("you have already read it"),
    "variety": gettext_noop("similar clips are ranked above it"),
}

_SIGNALS = {
    "told": gettext_noop("it was first reported"),
    "report": gettext_noop("another independent report"),
    "vote": gettext_noop("a reader voted for it"),
    "comment": gettext_noop("one more reader discussed it"),
    "read": gettext_noop("one more signed-in reader opened it"),
}

# The same, of all that happened so far.
_PARTS = {
    "told": gettext_noop("first report"),
    "report": gettext_noop("independent reports"),
    "vote": gettext_noop("votes"),
    "comment": gettext_noop("readers who discuss it"),
    "read": gettext_noop("readers who opened it"),
    "floor": gettext_noop("limit on votes against"),
    "variety": gettext_noop("similar clips are ranked above it"),
}


@register.filter
def linked(text: str) -> SafeString:
    """A person's plain words, cleaned, with their addresses as links."""
    return mark_safe(sanitizing.linked(text))  # noqa: S308 -- the one sanitiser made it


@register.filter
def made_clean(html: str) -> SafeString:
    """HTML of queries.html_of, which the one sanitiser made."""
    return mark_safe(html)  # noqa: S308 -- see above


@register.filter
def notice(told: Notice) -> str:
    """What a notice says, in the language of the page."""
    return queries.in_words(told, gettext, now=timezone.now(), day=date_words)


@register.filter
def signed(number: int) -> str:
    return f"{number:+d}".replace("-", "−")


@register.filter
def signed_points(points: float) -> str:
    rounded = round(points, 2)  # number_format cuts off
    sign = "−" if rounded < 0 else "+"
    return f"{sign}{number_format(abs(rounded), 2)}"


@register.filter
def adding_up(parts: Mapping[str, float], whole: float) -> list[tuple[str, float]]:
    """The parts in hundredths that add up to the whole in hundredths: those that rounding moved most give way."""
    shown = {name: round(100 * points) for name, points in parts.items()}
    rest = round(100 * whole) - sum(shown.values())
    step = 1 if rest > 0 else -1
    off = sorted(parts, key=lambda name: step * (shown[name] - 100 * parts[name]))
    for name in off[: abs(rest)]:
        shown[name] += step
    return [(name, hundredths / 100) for name, hundredths in shown.items()]


@register.filter
def page_of(told: Notice) -> str:
    """The page that a notice leads to; "" where that is the list of notices itself."""
    page = queries.page_of(told)
    return "" if page == reverse("web:notices") else page


@register.filter
def factor(name: str) -> str:
    return gettext(_FACTORS.get(name, name))


@register.filter
def part(name: str) -> str:
    return gettext(_PARTS[name])


@register.filter
def signal(kind: str) -> str:
    return gettext(_SIGNALS[kind])


@register.filter
def word_by_word(pair: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What changed of a sentence (`before`, `after`); () where it is another one."""
    return word_diff(pair["before"], pair["after"])


@register.filter
def because(chosen: PersonalPlace, names: Mapping[str, str]) -> str:
    """The first reason for a clip's place, in words; true by the removal test: of what is followed, or of its parts.

    `names`: what is followed, by the name that people know it by (topic_names.names_of_reasons).
    """
    if chosen.chance < 1:
        return gettext("Shown to see whether you like it")
    followed = chosen.placed.because
    best = max(chosen.placed.parts.items(), key=lambda part: part[1], default=("", 0.0))
    if followed and chosen.placed.only_mentions:
        return gettext("You follow %(what)s: mentioned in this clip") % {"what": names.get(followed[0], followed[0])}
    if followed:
        return gettext("Because you follow %(what)s") % {"what": names.get(followed[0], followed[0])}
    if best[0] == "reports":
        return gettext("Covered by %(reports)d independent reports") % {"reports": chosen.candidate.reports}
    return gettext("Why here: %(reason)s") % {"reason": gettext(_FACTORS.get(best[0], _FACTORS["fresh"]))}


@register.filter
def is_for_readers(address: str | None) -> bool:
    """Whether the page at this address is for those who are signed in alone."""
    try:
        return bool(getattr(resolve(urlsplit(address or "").path).func, "for_readers", False))
    except (Resolver404, ValueError):
        return False


@register.filter
def kind_of_topic(kind: str) -> str:
    """What kind of thing one follows or mutes."""
    return str(KINDS[Topic(kind)])


@register.filter
def name_page(followed: str) -> str:
    """The address of a name that somebody follows; "" where it is none."""
    key, story = parts_of(followed)
    try:
        return reverse("web:name", args=[key]) + (f"?story={story}" if story else "")
    except NoReverseMatch:
        return ""


@register.filter
def surprise(trend: Trend | StoryTrend) -> str:
    """Who spoke of it in the last 24 hours, and how many on a usual day."""
    sources = trend.voices if isinstance(trend, Trend) else trend.sources
    who = number(sources, "publisher")
    if trend.accounts:
        who = gettext("%(publishers)s and %(readers)s") % {
            "publishers": who,
            "readers": number(trend.accounts, "reader"),
        }
    usual = number_format(trend.usual, 1) if trend.usual >= _FEWEST_TOLD else ""
    if not usual:
        return gettext("%(who)s in the last 24 hours, hardly any before") % {"who": who}
    return gettext("%(who)s in the last 24 hours, %(usual)s on a usual day") % {"who": who, "usual": usual}


@register.filter
def muted_names(whys: list[str]) -> list[str]:
    """Why clips are hidden, each once, with the names of what is muted."""
    return names_of_mutes(whys)


@register.filter
def without_clip(story: Story) -> str:
    """What a story is called that has no clip: the title of its first article, if that has one."""
    rows = Membership.objects.filter(story=story).exclude(article__entry_title="").order_by("pk")
    return rows.values_list("article__entry_title", flat=True).first() or gettext("A story without a clip yet")
