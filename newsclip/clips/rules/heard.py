"""Which of a story's articles are read for its clip and its page, where there are very many: no report goes unheard."""

from collections.abc import Sequence

from newsclip.clips.ports import SourceArticle
from newsclip.stories.ports import Member

MOST = 100
LONGEST = 50_000  # characters; the longest of 16,978 articles of ten sets of real news has 41,439


def heard(members: Sequence[Member], most: int = MOST) -> list[Member]:
    """Up to `most` of them, in their order: the first of every report before anybody's copy, then copies in turn."""
    told: dict[int, int] = {}
    turns = []
    for place, member in enumerate(members):
        told[member.report] = told.get(member.report, 0) + 1
        turns.append((told[member.report], place))
    return [members[place] for place in sorted(place for _, place in sorted(turns)[:most])]


def within_reach(text: str) -> str:
    """The text up to the last paragraph that ends within LONGEST characters: what stands behind it, no clip tells.

    A page may hold four times as much, which costs seconds of reading for each writing of its story.
    """
    if len(text) <= LONGEST:
        return text
    return text[: text.rfind("\n", 0, LONGEST) + 1 or LONGEST].rstrip()


def one_each(articles: Sequence[SourceArticle], most: int) -> list[SourceArticle]:
    """The first telling of each of the first `most` reports."""
    first: dict[str, SourceArticle] = {}
    for article in articles:
        first.setdefault(article.report, article)
    return list(first.values())[:most]
