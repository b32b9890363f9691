"""The feed of corrections."""

from django.http import HttpRequest, HttpResponseBase
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, gettext

from newsclip.clips import queries
from newsclip.clips.models import Correction
from newsclip.feeds.answering import answer
from newsclip.feeds.channel import Channel, Item, clip_url
from newsclip.kernel.reasons import in_sentences
from newsclip.options import OPTIONS

_SHOWN = 50


def corrections(request: HttpRequest, form: str) -> HttpResponseBase:
    found = queries.with_words(queries.corrections()[:_SHOWN])
    title, path = f"{gettext('Corrections')} — {OPTIONS.site_name}", f"/corrections/feed.{form}"
    language = get_language() or "en"
    newest = found[0].at if found else None
    marks = [language, *(str(one.pk) for one in found)]
    channel = Channel(title, "/corrections", path, marks, newest, lambda: list(map(_item, found)), language=language)
    return answer(request, form, channel)


def _item(one: Correction) -> Item:
    about = {"clip": one.clip.slug, "version": one.version, "sentences": one.sentences}
    return Item(
        id=f"{OPTIONS.site_url}/corrections#correction-{one.pk}",
        url=clip_url(one.clip),
        title=in_sentences(one.told, gettext),
        content=_content(one),
        published=one.at,
        updated=one.at,
        tags=[one.kind],
        more={"_newsclip": about},
    )


def _content(one: Correction) -> str:
    pairs = format_html_join(
        "", "<li><del>{}</del> <ins>{}</ins></li>", ((pair["before"], pair["after"]) for pair in one.sentences)
    )
    listed = format_html("<ul>{}</ul>", pairs) if one.sentences else ""
    why = in_sentences(one.told, gettext)
    return format_html('<p>{}: <a href="{}">{}</a></p>{}', why, clip_url(one.clip), one.clip.headline, listed)
