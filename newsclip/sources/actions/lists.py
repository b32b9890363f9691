"""Lists of feeds, in and out."""

from datetime import datetime

from newsclip.kernel.addresses import domain_of, normalize
from newsclip.kernel.reasons import Refused
from newsclip.sources.actions.following import follow
from newsclip.sources.models import Source
from newsclip.sources.ports import LookResult
from newsclip.sources.rules.opml import Outline, read_opml, write_opml


def import_opml(opml: bytes, *, now: datetime) -> list[LookResult]:
    """Follow every feed of the list; a line that cannot be followed says why and stops nothing.

    Nothing is asked of the network: the first look tells which of them live. Raises Refused("feed_unreadable").
    """
    return [_follow(outline, now) for outline in read_opml(opml)]


def export_opml() -> str:
    """Everything that is followed, as OPML 2.0."""
    followed = Source.objects.filter(state=Source.State.ACTIVE).exclude(kind=Source.Kind.SUBMISSIONS)
    outlines = (Outline(source.url, source.title, source.home) for source in followed.order_by("pk"))
    return write_opml(outlines, "What Newsclip follows")


def _follow(outline: Outline, now: datetime) -> LookResult:
    try:
        url = normalize(outline.url)
    except Refused as refused:
        return LookResult(0, outline.url[:200], refused.code, refused.detail)
    return follow(url, Source.Kind.FEED, now, title=outline.title, home=_home(outline, url))


def _home(outline: Outline, url: str) -> str:
    """The site that the list names, where it is the feed's own."""
    try:
        home = normalize(outline.home, base=url) if outline.home else ""
    except Refused:
        return ""
    return home if home and domain_of(home) == domain_of(url) else ""
