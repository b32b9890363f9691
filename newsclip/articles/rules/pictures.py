"""The lead picture: address, alternative text and credit."""

from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborNode

from newsclip.articles.rules.head import Head, one_line
from newsclip.articles.rules.jsonld import text_of
from newsclip.articles.rules.page_patterns import page_patterns

_CREDIT_ELEMENTS = (
    '[class*="credit" i],[class*="copyright" i],[itemprop="copyrightHolder"],[itemprop="creditText"],cite,small'
)
_MOST_FIGURES = 30  # bounds the work; the lead picture is among the first
_WIDE = 300  # pixels


def read_picture(head: Head) -> tuple[str, str, str]:
    """`(address, alt, credit)` of the lead picture; empty strings if unknown."""
    told = head.linked.resolve(head.article.get("image"))
    address = head.meta("og:image:secure_url", "og:image", "og:image:url") or _address_in(told)
    address = address or head.meta("twitter:image", "twitter:image:src") or _linked_image(head) or _first_shown(head)
    address = absolute(head.url, address)
    if not address:
        return "", "", ""
    element = _shown(head, address)
    alt = one_line((element.attributes.get("alt") or "") if element is not None else "")
    alt = alt or one_line(head.meta("og:image:alt", "twitter:image:alt"))
    credit = _credit_told(told) or (_credit_beside(element) if element is not None else "")
    return address, alt[:1000], credit[:300]


def absolute(base: str, address: str) -> str:
    """The http(s) address of this reference, resolved against its page; "" if invalid."""
    if not address.strip():
        return ""
    try:
        joined = urljoin(base, address.strip())
        return joined if urlsplit(joined).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def _address_in(told: object) -> str:
    if isinstance(told, dict):
        return text_of(told.get("url")) or text_of(told.get("contentUrl")) or text_of(told.get("@id"))
    return text_of(told)


def _linked_image(head: Head) -> str:
    link = head.page.css_first('link[rel="image_src"]')
    return (link.attributes.get("href") or "") if link is not None else ""


def _first_shown(head: Head) -> str:
    """The first picture in a figure; small ones are portraits and icons."""
    for element in head.page.css("figure img")[:_MOST_FIGURES]:
        width = element.attributes.get("width") or ""
        if not width.isdigit() or int(width) >= _WIDE:
            return element.attributes.get("src") or ""
    return ""


def _credit_told(told: object) -> str:
    """The credit in JSON-LD: creditText, else the copyright notice, else the creator."""
    if not isinstance(told, dict):
        return ""
    return next(
        (one_line(text_of(told[key])) for key in ("creditText", "copyrightNotice", "creator") if told.get(key)), ""
    )


def _shown(head: Head, address: str) -> LexborNode | None:
    """The picture's element in the page: the one with its file name, else the first in a figure."""
    file = urlsplit(address).path.rsplit("/", 1)[-1]
    first = None
    for element in head.page.css("figure img, picture img, article img, main img")[:_MOST_FIGURES]:
        attributes = element.attributes
        if file and any(file in (attributes.get(key) or "") for key in ("src", "data-src", "srcset")):
            return element
        if first is None and _figure(element) is not None:
            first = element
    return first


def _figure(element: LexborNode) -> LexborNode | None:
    node = element.parent
    for _ in range(6):
        if node is None or node.tag == "figure":
            return node
        node = node.parent
    return None


def _credit_beside(element: LexborNode) -> str:
    figure = _figure(element)
    if figure is None:
        return ""
    named = figure.css_first(_CREDIT_ELEMENTS)
    if named is not None:
        return page_patterns().credit_label.sub("", one_line(named.text()).strip("()[] "))
    caption = figure.css_first("figcaption")
    return _credit_in(one_line(caption.text())) if caption is not None else ""


def _credit_in(caption: str) -> str:
    """Whom a caption credits: after a credit word, or the whole caption if it is too short to say anything else."""
    words = page_patterns().credit_words.search(caption)
    if words:
        return next(part.strip(" .") for part in words.groups() if part)
    short = len(caption) < 60 and not caption.endswith(".")
    return caption if short and (" / " in caption or len(caption.split()) <= 2) else ""
