"""Lines inside an article's body that do not belong to it: appeals to subscribe, credits, links to other pages."""

from newsclip.articles.rules.page_patterns import page_patterns
from newsclip.articles.rules.visible_dates import date_in

_LONGEST_PLEA = 260  # characters; a longer paragraph that opens like a plea is taken for prose
_LONGEST_END = 20  # characters of the agency or stock of pictures that ends a credit, and what closes it
_FULL_STOP = (".", ".”", '."')


def is_junk(line: str) -> bool:
    """Whether a short line is page furniture: "Read more: …", "By Jane Roe", "Share this". A whole sentence is
    furniture only if it begs or instructs the reader.
    """
    if len(line) < _LONGEST_PLEA and page_patterns().pleas.match(line):
        return True
    if len(line) >= 120 or (len(line) > 30 and line.endswith(_FULL_STOP)):
        return False
    return page_patterns().furniture.match(line) is not None


def is_byline(line: str) -> bool:
    """Whether a line is a byline, with or without a date: "By Jane Roe | Updated 3 March 2026, 10:15"."""
    return page_patterns().byline.match(line) is not None and date_in(line) is not None


def is_credit(line: str) -> bool:
    """Whether a line is a picture caption or credit, by whom it credits."""
    if len(line) >= 220:
        return False
    known = page_patterns()
    return bool(
        known.credit_start.match(line)
        or known.credit_end.search(line, max(0, len(line) - _LONGEST_END))
        or ("(" in line and known.credit_in_brackets.search(line))
    )


def opens_tail(heading: str) -> bool:
    """Whether this heading starts what follows an article: related stories, comments, the author's profile."""
    return len(heading) < 80 and page_patterns().tails.match(heading) is not None
