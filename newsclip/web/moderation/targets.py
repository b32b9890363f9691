"""What moderation calls something, and the page where it is."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.community import queries
from newsclip.community.models import Action, Target
from newsclip.kernel.rows import parse_row_id


def label(kind: str, key: str) -> str:
    """What something is called, in the language that is spoken now."""
    named = queries.called(kind, key)
    return gettext(named.words) % named.given


def heading(kind: str, key: str) -> str:
    """The same as a heading; people write their names as they like."""
    return label(kind, key) if kind == Target.READER else capfirst(label(kind, key))


def heading_of_story(headline: str) -> str:
    """The heading of a story by the headline that it once had."""
    named = queries.story_called(headline)
    return capfirst(gettext(named.words) % named.given)


def address(kind: str, key: str) -> str:
    """The page where something is; the log, if it has none."""
    people = [parse_row_id(key)] if kind == Target.READER else []
    return _address(kind, key, _names(people)) or reverse("web:moderation")


def read_at(kind: str, key: str) -> str:
    """Where people read it: of a story, its clip."""
    clip = clips.of_story(parse_row_id(key)) if kind == Target.STORY else None
    return reverse("web:clip", args=[clip.slug]) if clip else address(kind, key)


def set_addresses(done: Iterable[Action]) -> None:
    """Each action of a page of the log leads to what it is about, where that has a page."""
    found = list(done)
    people = [parse_row_id(one.key) for one in found if one.target == Target.READER]
    names = _names(people)
    for one in found:
        one.address = _address(one.target, one.key, names)
        one.links = _both(one) if one.gone and one.titles else ""


def _both(one: Action) -> SafeString:
    """Each of the two stories with a link to its own page; that of a merged one leads on to the other."""
    linked = {
        key: format_html('<a href="{}" dir="auto">{}</a>', _address(one.target, key, {}), title)
        for key, title in one.titles.items()
    }
    return format_html(
        one.joined.replace("%(gone)s", "{gone}").replace("%(kept)s", "{kept}"),
        gone=linked[one.gone],
        kept=linked[one.key],
    )


def _names(people: list[int]) -> dict[int, str]:
    """Of those whose accounts are open: closed ones have no page. Nobody takes no query."""
    return dict(Reader.objects.filter(pk__in=people, is_active=True).values_list("pk", "username"))


def _address(kind: str, key: str, names: dict[int, str]) -> str:
    number = parse_row_id(key)
    if kind == Target.STORY and number:
        return reverse("web:story", args=[number])
    if kind == Target.COMMENT and number:
        return reverse("web:permalink", args=[number])
    if kind == Target.READER and number in names:
        return reverse("web:person", args=[names[number]])
    return reverse("web:tag", args=[key]) if kind == Target.HASHTAG and "/" not in key else ""
