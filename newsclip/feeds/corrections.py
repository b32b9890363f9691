"""The feed of corrections."""

from collections.abc import Collection

from django.http import HttpRequest, HttpResponseBase
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, gettext

from newsclip.clips import queries
from newsclip.clips.models import Correction
from newsclip.feeds.answering import answer
from newsclip.feeds.channel import Channel, Item, clip_url
from newsclip.feeds.readers import silent_publishers, whoever_asks
from newsclip.kernel.reasons import in_sentences
from newsclip.options import OPTIONS

_SHOWN = 50


def corrections(request: HttpRequest, form: str) -> HttpResponseBase:
    """The same for everybody; with a token, or for who is signed in, without the words of publishers that they mute."""
    reader = whoever_asks(request)
    muted = silent_publishers(reader) if reader else frozenset[str]()
    found = list(queries.corrections()[:_SHOWN])
    title, path = f"{gettext('Corrections')} — {OPTIONS.site_name}", f"/corrections/feed.{form}"
    language = get_language() or "en"
    newest = found[0].at if found else None
    items = _items(found, muted)
    marks = [language, *(f"{one.id} {one.title} {one.content}" for one in items)]  # an undo changes old words
    private = bool(reader)
    channel = Channel(title, "/corrections", path, marks, newest, lambda: items, private=private, language=language)
    return answer(request, form, channel)


def _items(found: list[Correction], muted: Collection[str]) -> list[Item]:
    rows = queries.unmuted_corrections(found, muted)
    queries.with_unmuted_headlines(rows, muted)
    return [_item(one, said=not muted) for one in rows]


def _item(one: Correction, *, said: bool) -> Item:
    """`said`: with what the clip said before; whose words these were is not kept."""
    sentences = one.sentences if said else []
    return Item(
        id=f"{OPTIONS.site_url}/corrections#correction-{one.pk}",
        url=clip_url(one.clip),
        title=in_sentences(one.told, gettext),
        content=_content(one, sentences),
        published=one.at,
        updated=one.at,
        tags=[one.kind],
        more={"_newsclip": {"clip": one.clip.slug, "version": one.version, "sentences": sentences}},
    )


def _content(one: Correction, sentences: list[dict[str, str]]) -> str:
    pairs = format_html_join(
        "", "<li><del>{}</del> <ins>{}</ins></li>", ((pair["before"], pair["after"]) for pair in sentences)
    )
    listed = format_html("<ul>{}</ul>", pairs) if sentences else ""
    why = in_sentences(one.told, gettext)
    headline = one.clip.headline or gettext("Only publishers that you muted report this")
    return format_html('<p>{}: <a href="{}">{}</a></p>{}', why, clip_url(one.clip), headline, listed)
