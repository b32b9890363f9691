"""What the class and id names of an element tell about it: the ones that publishers share."""

import re
from dataclasses import dataclass
from functools import lru_cache

_BESIDES = """
    comments? disqus livefyre related recirc\\w* recommend\\w* outbrain taboola trending popular
    most[_-]?(?:read|viewed|popular) sidebar side-bar rail widget newsletters? subscri\\w+ signup sign-up promo\\w*
    sponsor\\w* advert\\w* ads? adbox ad-?unit banner share\\w* sharing social\\w* breadcrumbs? byline
    author-?(?:bio|box|info)? bio dateline timestamp date meta metadata post-?meta entry-meta tags? tag-?list topics?
    keywords nav\\w* menu\\w* footer\\w* foot pagination pager cookie\\w* consent gdpr modal popup overlay paywall
    print-?only visually-?hidden sr-only screen-reader\\w* hidden caption\\w* credit photo-?credit gallery slideshow
    carousel video-?(?:caption|title|player) player copyright disclaimer read-?more readmore
    more-?(?:from|on|stories|news) see-?also also-?read teaser\\w* cta donat\\w* poll quiz jump-?links? skip\\w* toolbar
    tools utility reactions? rating\\w* votes? login register search\\w* infobox factbox correction-link next-?prev
    prev-?next navigation up-?next next-?up pullquote pull-quote interstitial feedback onetrust[\\w-]* optanon\\w*
    truste didomi\\w* qc-cmp\\w* ccpa reg(?:istration)?-?(?:wall|gate|form) bookmark\\w* app-?promo follow\\w*
"""
_BESIDES_IN_PARAGRAPH = """
    caption\\w* credit byline author date\\w* meta timestamp copyright disclaimer ads? advert\\w* tags? social\\w*
    share\\w*    newsletter\\w* related\\w* read-?more hidden promo\\w*
"""
_NEVER_BODY = """
    foot\\w* side-?bar\\w* rail nav\\w* menu\\w* cookie\\w* consent related recirc\\w* recommend\\w* outbrain taboola
    trending most[_-]?\\w+ popular newsletters? share\\w* social\\w* modal breadcrumbs? pagination pager read-?more
    more-?(?:from|on|stories|news) teaser\\w* carousel gallery login widget
"""


def _whole_words(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(words.split())})(?:$|[\s_-])", re.IGNORECASE)


_BESIDES_RE = _whole_words(_BESIDES)
_BESIDES_IN_PARAGRAPH_RE = _whole_words(_BESIDES_IN_PARAGRAPH)
_NEVER_BODY_RE = _whole_words(_NEVER_BODY)
_BODY_RE = re.compile(
    r"article-?_?body|articlebody|story-?_?body|entry-?content|post-?content|article-?_?(?:content|text)|body-?copy"
    r"|story-?_?(?:content|text)|post-?body|main-?content|content-?body|article__",
    re.IGNORECASE,
)
_LAYOUT_RE = re.compile(r"\b(?:with|no|has|one|two|hide|not?)[-_]sidebars?[\w-]*|elementor[\w-]*", re.IGNORECASE)
_COMMENTS_RE = re.compile(r"comment|disqus|livefyre|respond|reply|replies|forum|discussion|thread", re.IGNORECASE)
_CHROME_RE = re.compile(r"foot|cookie|consent|gdpr|modal", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hints:
    """What an element's names say: beside the body, or the body itself; and how sure they are.

    `firm`: such an element is hardly ever the body, however much text it holds. `comments`, `chrome`: never is.
    """

    beside: bool
    body: bool
    firm: bool
    comments: bool
    chrome: bool


@lru_cache(maxsize=20_000)
def hints(names: str, *, in_paragraph: bool) -> Hints:
    """`names` is the class and the id. In a paragraph or list item fewer names count: "date" there may be prose."""
    if "sidebar" in names or "elementor" in names:
        names = _LAYOUT_RE.sub("", names)
    beside = bool((_BESIDES_IN_PARAGRAPH_RE if in_paragraph else _BESIDES_RE).search(names))
    return Hints(
        beside=beside,
        body=bool(_BODY_RE.search(names)),
        firm=beside and bool(_NEVER_BODY_RE.search(names)),
        comments=bool(_COMMENTS_RE.search(names)),
        chrome=bool(_CHROME_RE.search(names)),
    )


NO_HINTS = Hints(beside=False, body=False, firm=False, comments=False, chrome=False)
