"""HTML shared by all templates: paragraphs, pictures, bylines, links."""

import json
from collections.abc import Iterable
from html import escape
from typing import Any

from newsclip.demo.sample_publishers.archive import Article


def prose(parts: Iterable[str]) -> str:
    """Paragraphs as `<p>`, "## " as a heading between them, consecutive "- " lines as one list."""
    html: list[str] = []
    for part in parts:
        if part.startswith("## "):
            html.append(f"<h2>{escape(part[3:])}</h2>")
        elif part.startswith("- "):
            items = "".join(f"<li>{escape(item)}</li>" for item in part[2:].split(" - "))
            html.append(f"<ul>{items}</ul>")
        else:
            html.append(f"<p>{escape(part, quote=False)}</p>")
    return "\n".join(html)


def breaks(parts: Iterable[str]) -> str:
    """Paragraphs as in early HTML: text and two line breaks."""
    return "<br><br>\n".join(escape(part.removeprefix("## "), quote=False) for part in parts)


def live(parts: Iterable[str]) -> str:
    """A live blog: "[14:05] Heading" starts an entry that includes the paragraphs below it."""
    html: list[str] = []
    opened = False
    for part in parts:
        if part.startswith("["):
            clock, heading = part[1:].split("] ", 1)
            html.append("</section>" if opened else "")
            html.append(f'<section class="entry"><h3><time>{clock}</time> {escape(heading)}</h3>')
            opened = True
        else:
            html.append(f"<p>{escape(part, quote=False)}</p>")
    return "\n".join([*html, "</section>" if opened else ""])


def figure(article: Article) -> str:
    """The lead picture with its credit; "" if there is none."""
    if not article.image:
        return ""
    return (
        f'<figure class="lead"><img src="{picture(article.image)}" width="1200" height="675" '
        f'alt="{escape(article.image_alt)}"><figcaption>{escape(article.image_credit)}</figcaption></figure>'
    )


def gallery(article: Article) -> str:
    """One picture for each paragraph, with the paragraph as its caption."""
    return "\n".join(
        f'<figure class="slide"><img src="{picture(f"{article.image}-{number}")}" width="1200" height="675" '
        f'alt="{escape(caption)}"><figcaption>{number} of {len(article.body)}: {escape(caption)}</figcaption></figure>'
        for number, caption in enumerate(article.body, 1)
    )


def player(article: Article) -> str:
    """A video's still picture with a play button, and its one line of text."""
    return (
        f'<div class="player" data-length="2:14"><img src="{picture(article.image)}" width="1200" height="675" '
        f'alt="{escape(article.image_alt)}"><button type="button" aria-label="Play">&#9654;</button></div>'
        f"<p>{escape(article.summary)}</p>"
    )


def picture(name: str) -> str:
    return f"/pictures/{name}.webp"


def byline(authors: tuple[str, ...]) -> str:
    """`A`, `A and B`, `A, B and C`; "" if the article has no author."""
    return " and ".join(filter(None, [", ".join(authors[:-1]), *authors[-1:]]))


def links(pairs: Iterable[tuple[str, str]]) -> str:
    """`(address, title)` as list items."""
    return "".join(f'<li><a href="{escape(address)}">{escape(title)}</a></li>' for address, title in pairs)


def json_ld(value: dict[str, Any]) -> str:
    """A script element with structured data; a "<" inside cannot close it."""
    text = json.dumps(value, ensure_ascii=False, indent=1).replace("<", "\\u003c")
    return f'<script type="application/ld+json">\n{text}\n</script>'


def meta(**names: str) -> str:
    """`<meta property>` for Open Graph and article names ("og_title" is og:title)."""
    return "\n".join(
        f'<meta property="{escape(name.replace("_", ":", 1))}" content="{escape(content)}">'
        for name, content in names.items()
        if content
    )
