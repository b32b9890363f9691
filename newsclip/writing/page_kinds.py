"""What kind of page an article is: news, somebody's view, a live page, or nothing to report at all."""

import re
from typing import Literal

Kind = Literal["news", "opinion", "review", "live", "deal", "service"]

NO_NEWS: frozenset[Kind] = frozenset({"deal", "service"})
VIEWS: frozenset[Kind] = frozenset({"opinion", "review", "live"})

_OPINION = re.compile(
    r"\b(?:opinions?|editorials?|columns?|columnists?|op-?ed|commentary|letters|meinung|kommentare?|tribunes?|"
    r"éditos?|opinión|"
    r"opinião|opinioni|editoriali)\b",
    re.IGNORECASE,
)
_OPINION_LABEL = re.compile(
    r"^(?:opinion|editorial|column|op-?ed|commentary|letters?(?: to [\w ]+)?|readers['’]? (?:letters|views|respond)|"
    r"forum|kommentar|meinung|tribune|édito|"
    r"opinión|"
    r"opinião)"
    r"\s*[:|–—-]",
    re.IGNORECASE,
)
_REVIEW = re.compile(
    r"\b(?:film|movie|book|album|tv|theatre|theater|game|restaurant|gig|concert|music) reviews?\b|"
    r"\breview\s*(?:[:–—-]|$)|"
    r"^review\s*[:|–—-]|★|\b[1-5](?:\.5)?/5 stars?\b",
    re.IGNORECASE,
)
_LIVE = re.compile(
    r"^live\b\s*[:|–—-]|\blive (?:updates?|blog|score)\b|\blive\s*[:|–—-]|\bas it happened\b|\bliveticker\b|"
    r"\ben direct\b|"
    r"\ben (?:directo|vivo)\b|\bao vivo\b|\bin diretta\b",
    re.IGNORECASE,
)
_DEAL = re.compile(
    r"\b(?:best (?:\w+ ){0,3}deals?|deals? (?:of the day|under [$£€]\d+)|\d{1,2}% off|save (?:up to )?[$£€]\d+|"
    r"coupons?|promo "
    r"codes?|discount codes?|(?:black friday|prime day|cyber monday) (?:\w+ )?(?:deals?|sales?|offers?)|gift guides?|"
    r"buying guides?|best (?:\w+ ){1,4}(?:to buy|of 20\d\d|you can buy)|lowest price (?:ever|yet))\b",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"\b(?:horoscopes?|crosswords?|sudoku|wordle|(?:news|weekly|pub) quiz|quiz of the week|recipes?:|today['’]s hints|"
    r"tv listings)\b",
    re.IGNORECASE,
)
_PATHS: tuple[tuple[Kind, str], ...] = (
    (
        "opinion",
        r"opinions?|editorials?|columns?|columnists|op-?ed|commentary|commentisfree|letters|meinung|kommentare?",
    ),
    ("review", r"reviews?"),
    ("live", r"live|liveblog|live-news|liveticker"),
    ("deal", r"deals|coupons|vouchers"),
    ("service", r"horoscopes?|crosswords?|puzzles|quizzes|recipes"),
)
_FOLDERS = [(kind, re.compile(rf"/(?:{names})/", re.IGNORECASE)) for kind, names in _PATHS]


def kind_of(title: str, section: str, url: str) -> Kind:
    """The page's kind by its title's label, its section and its address; "news" where nothing speaks against it."""
    titled: tuple[tuple[Kind, bool], ...] = (
        ("deal", bool(_DEAL.search(title))),
        ("service", bool(_SERVICE.search(title))),
        ("opinion", bool(_OPINION.search(section) or _OPINION_LABEL.match(title))),
        ("review", bool(_REVIEW.search(title) or re.search(r"\breviews?\b", section, re.IGNORECASE))),
        ("live", bool(_LIVE.search(title))),
    )
    told = [kind for kind, fits in titled if fits] + [kind for kind, folder in _FOLDERS if folder.search(url)]
    return told[0] if told else "news"
