"""Classifies pages that are not articles, by their phrases and by how little text they have."""

from urllib.parse import urlsplit

from newsclip.articles.rules.head import Head, one_line
from newsclip.articles.rules.jsonld import types_of
from newsclip.articles.rules.page_patterns import page_patterns

_SHORTEST = 160  # characters: a wire brief of two sentences
_STUB = 1_200  # a stub holds the first paragraphs at most
# characters: never a notice from the first on; always suspect below the second
_LONGEST_NOTICE, _SHORT_NOTICE = 5_000, 600
_LONGEST_TITLE = 90  # characters; longer ones are headlines, which may speak of robots or cookies
_NEAR = 800  # characters: an appeal farther away belongs to the footer
_SHOWN = 20_000  # characters of a page that are searched for the words of a notice
_TEASER, _TEASER_MEAN = 300, 200  # characters, and bytes: an ideograph says more than a letter
_LIST = 5  # headlines; an article may link to a few others
_HEADLINE, _HEADLINE_WORDS, _MOST_LINKS = 25, 4, 300  # characters, words, links examined
_END = 30  # characters that show where the text ends
_FEW_PICTURES = 6  # an article may show a few
_SLIDES = "[class*=slide] img, [class*=gallery] img, [class*=carousel] img"
_INDEX_TYPES = frozenset(("CollectionPage", "ItemList", "SearchResultsPage"))
_VIDEO_TYPES = frozenset(("VideoObject",))
_GALLERY_TYPES = frozenset(("ImageGallery", "MediaGallery"))


def kind_of(head: Head, text: str) -> str:
    """ "article", or the code of kernel.reasons for what the page is instead. `text` is the body that was found."""
    size = len(text)
    notice = _notice(head, text)
    if notice:
        return notice
    if _is_stub(head, text):
        return "paywall_stub"
    if size < 400 and (_is_of(head, _VIDEO_TYPES, "video") or _is_video(head)):
        return "video_page"
    if size < 600 and _is_gallery(head):
        return "gallery_page"
    if _is_index(head, text):
        return "index_page"
    if not size:
        return "no_article"
    return "article" if size >= _SHORTEST else "too_short"


def _notice(head: Head, text: str) -> str:
    """What a page that does not claim to be an article shows in place of one; "" if it shows no such notice."""
    if len(text) >= _LONGEST_NOTICE or _claims_to_be_article(head):
        return ""
    known = page_patterns()
    said = [*(title for title in (head.title_element, *head.headings[:2]) if len(title) < _LONGEST_TITLE)]
    if len(text) < _SHORT_NOTICE:
        said.append(text)
    for code, words in (("error_page", known.errors), ("robot_check", known.robots)):
        if any(words.search(part) for part in said):
            return code
    if (
        len(text) < _SHORT_NOTICE
        and any(known.login.search(title) for title in said[:3])
        and _asks_for_a_password(head)
    ):
        return "login_page"
    # Pages of short articles have cookie banners too: a banner is a wall only if there is hardly any other text.
    bare = len(text) < _SHORTEST or known.consent.search(text) is not None
    if bare and len(text) < _SHORT_NOTICE and len(known.consent.findall(_shown_text(head))) >= 2:
        return "consent_wall"
    return ""


def _asks_for_a_password(head: Head) -> bool:
    return head.page.css_first("input[type=password],input[type=email],input[autocomplete=username]") is not None


def _claims_to_be_article(head: Head) -> bool:
    return bool(head.article) or head.meta("og:type").lower() == "article"


def _is_stub(head: Head, text: str) -> bool:
    """Short, and either declared as not free (schema.org isAccessibleForFree) or followed by an appeal to pay."""
    if len(text) >= _STUB:
        return False
    if str(head.article.get("isAccessibleForFree", "")).lower() == "false":
        return True
    last = text.rpartition("\n\n")[2]
    if len(last) < _LONGEST_TITLE and page_patterns().paywall.search(last):
        return True
    page_text = _shown_text(head)
    end = page_text.rfind(_end_of(text)) if text else -1
    return page_patterns().paywall.search(page_text, max(end, 0), max(end, 0) + _NEAR) is not None


def _end_of(text: str) -> str:
    return text.rpartition("\n\n")[2][-_END:]


def _shown_text(head: Head) -> str:
    """The text of the whole page, of which the beginning is enough."""
    body = head.page.body
    return body.text(separator=" ")[:_SHOWN] if body is not None else ""


def _is_of(head: Head, types: frozenset[str], og_type: str) -> bool:
    if head.article:
        return False
    return head.meta("og:type").lower().startswith(og_type) or any(
        types & types_of(thing) for thing in head.linked.things
    )


def _is_video(head: Head) -> bool:
    """Whether the page has a video and its title says so."""
    titled = any(page_patterns().videos.search(title) for title in (head.title_element, *head.headings[:1]))
    return titled and not head.article and head.page.css_first("video, [class*=player]") is not None


def _is_gallery(head: Head) -> bool:
    if any(_GALLERY_TYPES & types_of(thing) for thing in head.linked.things):
        return True
    if head.article:
        return False
    titled = any(page_patterns().galleries.search(title) for title in (head.title_element, *head.headings[:1]))
    return len(head.page.css(f"figure, {_SLIDES}" if titled else "figure")) >= _FEW_PICTURES


def _is_index(head: Head, text: str) -> bool:
    """Many links and nothing longer than a teaser, on a page that does not claim to be an article."""
    if head.article or _dated(head) or any(len(line) > _TEASER for line in text.split("\n\n")):
        return False
    if any(_INDEX_TYPES & types_of(thing) for thing in head.linked.things):
        return True
    headed = len(head.page.css("h2 a[href], h3 a[href], h4 a[href], article a[href]"))
    headlines = max(headed, _linked_headlines(head, text)) if text else headed
    home = bool(head.url) and not urlsplit(head.url).path.strip("/")
    return headlines >= _LIST and (home or _told_beside_links(head, text) < _TEASER_MEAN * headlines)


def _told_beside_links(head: Head, text: str) -> int:
    """Bytes of the text without the lines that are one link: headlines of other pages."""
    links = {one_line(link.text()) for link in head.page.css("a[href]")[:_MOST_LINKS]}
    return len("\n\n".join(line for line in text.split("\n\n") if line not in links).encode())


def _linked_headlines(head: Head, text: str) -> int:
    """How many links between the text's lines read as headlines, if the page's heading names only a section."""
    if any(len(heading.split()) >= _HEADLINE_WORDS for heading in head.headings):
        return 0
    before = _shown_text(head).rpartition(_end_of(text))[0]
    links = (link.text(separator=" ").strip() for link in head.page.css("a[href]")[:_MOST_LINKS])
    return sum(len(words) >= _HEADLINE and len(words.split()) >= _HEADLINE_WORDS and words in before for words in links)


def _dated(head: Head) -> bool:
    return (
        bool(head.meta("article:published_time", "datepublished", "date", "pubdate"))
        or head.meta("og:type") == "article"
    )
