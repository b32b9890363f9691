"""The feed of a name: what its bearer said, and the clips that are about it."""

from dataclasses import replace
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.html import format_html
from django.utils.text import Truncator

from newsclip.clips import queries
from newsclip.clips.models import Mention
from newsclip.feeds.answering import answer
from newsclip.feeds.channel import SIGN_EXPLAINED, Channel, Item, clip_url, signed_headline
from newsclip.kernel.rows import parse_row_id
from newsclip.options import OPTIONS

_SHOWN, _TITLE_WORDS = 30, 14


def name(request: HttpRequest, key: str, form: str) -> HttpResponseBase:
    """`?story=`: of that bearer alone whom this story tells of."""
    known = queries.key_of(key)
    story = parse_row_id(request.GET.get("story", ""))
    bearer = (queries.bearer_in(known, story) or story) if story else None
    rows = list(queries.mentions_of(known, bearer)[:_SHOWN])
    if not rows:
        raise Http404("No clip has this name.")
    called = max((row.name for row in rows), key=len)
    page, asked = f"/name/{quote(known)}", f"?story={bearer}" if bearer else ""
    quoted = {row.clip_id for row in rows if row.text}
    told = [row for row in rows if row.text or row.clip_id not in quoted]
    marks = [f"{row.clip_id}.{row.said}" if row.text else f"{row.clip_id}.{row.clip.version}" for row in told]
    newest = max(max(row.at, row.clip.updated) for row in told)
    channel = Channel(
        f"{called} — {OPTIONS.site_name}", f"{page}{asked}", f"{page}/feed.{form}{asked}", marks, newest,
        lambda: [_said(row) if row.text else _about(row) for row in told],
    )  # fmt: skip
    return answer(request, form, replace(channel, told=False))


def _said(row: Mention) -> Item:
    """The ID is derived from the words, so it stays the same however the clip is written anew."""
    publisher = row.article.publisher if row.article else None
    by = (publisher.name or publisher.domain) if publisher else ""
    url = f"{clip_url(row.clip)}/evidence#q{row.said}"
    said = format_html(
        '<blockquote dir="auto"><p>“{}”</p></blockquote><p>{}</p><p><a href="{}">{}</a></p>',
        row.text, ", ".join(part for part in (row.name, row.role, by) if part), clip_url(row.clip), row.clip.headline,
    )  # fmt: skip
    more = {"_newsclip": {"story": row.clip.story_id, "role": row.role, "quotation": row.text}}
    return Item(
        id=f"{OPTIONS.site_url}/name/{quote(row.key)}#{row.clip.story_id}-{row.said}", url=url,
        title=f"{row.name}: “{Truncator(row.text).words(_TITLE_WORDS)}”", content=said,
        published=row.at, updated=row.at, author=by, language=row.clip.language, more=more,
    )  # fmt: skip


def _about(row: Mention) -> Item:
    clip, url = row.clip, clip_url(row.clip)
    told = format_html('<p dir="auto">{}</p>{}', clip.summary, SIGN_EXPLAINED if clip.headline_judged else "")
    return Item(
        id=url, url=url, title=signed_headline(clip), content=told, published=clip.published, updated=clip.updated,
        summary=clip.summary, tags=[clip.category], language=clip.language,
    )  # fmt: skip
