"""What a page is when it is not an article, told from what it says and what little text it has."""

import re
from urllib.parse import urlsplit

from newsclip.articles.rules.head import Head
from newsclip.articles.rules.jsonld import types_of

_SHORTEST = 160  # characters: a wire brief of two sentences
_STUB = 1_200  # a stub holds the first paragraphs at most
_NOTICE, _SHORT_NOTICE = 1_500, 600
_SHOWN = 20_000
_TEASER, _TEASER_MEAN = 300, 200  # characters, and bytes: an ideograph says more than a letter
_LIST = 5
_ERROR = re.compile(
    r"""\b(?:404|410|403|500|502|503)\b.{0,30}(?:error|not[ ]found|gone|forbidden|unavailable)
    | ^(?:error\s+)?(?:404|410|500|503)\b
    | (?:page|article|story)\s+(?:was\s+|could\s+)?not\s+(?:be\s+)?(?:found|available) | page[ ](?:is[ ])?unavailable
    | access[ ]denied | just[ ]a[ ]moment
    | seite[ ](?:wurde[ ])?nicht[ ]gefunden | page[ ](?:introuvable|non[ ]trouvée) | página[ ]no[ ]encontrada""",
    re.IGNORECASE | re.VERBOSE,
)
_CONSENT = re.compile(
    r"""before[ ]you[ ]continue
    | we[ ](?:and[ ]our[ ](?:\d+[ ])?partners[ ])?(?:use|value|store).{0,40}(?:cookies|privacy)
    | accept[ ]all | consent[ ]to[ ](?:the[ ])?(?:use|processing) | manage[ ](?:your[ ])?(?:cookies|consent|privacy)
    | cookie[ ](?:settings|consent|preferences) | privacy[ ](?:choices|settings)
    | zustimmen | einwilligung | alle[ ]akzeptieren | accepter[ ](?:et|tout) | aceptar[ ](?:todo|y)""",
    re.IGNORECASE | re.VERBOSE,
)
_PAYWALL = re.compile(
    r"""(?:subscribe|sign[ ]in|log[ ]in|register|become[ ]a[ ](?:member|subscriber)).{0,60}
        to[ ](?:continue|keep|read|unlock|finish|access)
    | (?:article|story|content|rest[ ]of[ ]this)[ ]is[ ](?:only[ ]|exclusively[ ])?
        (?:for|available[ ]to|reserved[ ]for)[ ](?:our[ ])?(?:subscribers|members)
    | (?:this|the[ ]full)[ ](?:article|story)[ ]is[ ](?:exclusive|premium) | subscribers?[ ]only
    | already[ ]a[ ](?:subscriber|member)\?
    | (?:continue|keep)[ ]reading[ ](?:with|for).{0,30}(?:subscription|trial|£|\$|€)
    | you[ ]have[ ](?:reached|read)[ ]your.{0,30}(?:limit|articles)
    | nur[ ]für[ ]abonnenten | jetzt[ ](?:weiterlesen|abonnieren) | weiterlesen[ ]mit
    | réservé[ ]aux[ ]abonnés | sólo[ ]para[ ]suscriptores""",
    re.IGNORECASE | re.VERBOSE,
)
_INDEX_TYPES = frozenset(("CollectionPage", "ItemList", "SearchResultsPage"))
_VIDEO_TYPES = frozenset(("VideoObject",))
_GALLERY_TYPES = frozenset(("ImageGallery", "MediaGallery"))


def kind_of(head: Head, text: str) -> str:
    """ "article", or the code of kernel.reasons for what the page is instead.

    `text` is the body that was found.
    """
    size = len(text)
    if size < _NOTICE and _says_error(head, text):
        return "error_page"
    if size < _SHORT_NOTICE and not _is_told_article(head) and len(_CONSENT.findall(_shown_text(head))) >= 2:
        return "consent_wall"
    if _is_stub(head, text):
        return "paywall_stub"
    if size < 400 and _is_of(head, _VIDEO_TYPES, "video"):
        return "video_page"
    if size < 600 and _is_gallery(head):
        return "gallery_page"
    if _is_index(head, text):
        return "index_page"
    if not size:
        return "no_article"
    return "article" if size >= _SHORTEST else "too_short"


def _says_error(head: Head, text: str) -> bool:
    titles = (head.title_element, *head.headings[:2])
    if any(_ERROR.search(title) for title in titles):
        return not _is_told_article(head)
    return len(text) < 300 and not _is_told_article(head) and _ERROR.search(text) is not None


def _is_told_article(head: Head) -> bool:
    return bool(head.article) or head.meta("og:type").lower() == "article"


def _is_stub(head: Head, text: str) -> bool:
    """Short, and declared as not free (schema.org isAccessibleForFree) or followed by a plea to pay."""
    if len(text) >= _STUB:
        return False
    if str(head.article.get("isAccessibleForFree", "")).lower() == "false":
        return True
    page_text = _shown_text(head)
    end = page_text.rfind(text[-30:]) if text else -1
    return _PAYWALL.search(page_text, max(end, 0)) is not None


def _shown_text(head: Head) -> str:
    """What the whole page shows, of which the first part is enough."""
    body = head.page.body
    return body.text(separator=" ")[:_SHOWN] if body is not None else ""


def _is_of(head: Head, types: frozenset[str], og_type: str) -> bool:
    if head.article:
        return False
    return head.meta("og:type").lower().startswith(og_type) or any(
        types & types_of(thing) for thing in head.linked.things
    )


def _is_gallery(head: Head) -> bool:
    if any(_GALLERY_TYPES & types_of(thing) for thing in head.linked.things):
        return True
    return not head.article and len(head.page.css("figure")) >= 6


def _is_index(head: Head, text: str) -> bool:
    """Many links and nothing longer than a teaser, on a page that does not claim to be an article."""
    if head.article or _dated(head) or any(len(line) > _TEASER for line in text.split("\n\n")):
        return False
    if any(_INDEX_TYPES & types_of(thing) for thing in head.linked.things):
        return True
    headlines = len(head.page.css("h2 a[href], h3 a[href], h4 a[href], article a[href]"))
    home = bool(head.url) and not urlsplit(head.url).path.strip("/")
    return headlines >= _LIST and (home or len(text.encode()) < _TEASER_MEAN * headlines)


def _dated(head: Head) -> bool:
    return (
        bool(head.meta("article:published_time", "datepublished", "date", "pubdate"))
        or head.meta("og:type") == "article"
    )
