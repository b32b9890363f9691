"""Which of a story's articles are read for its clip and its page, where there are very many: no report goes unheard."""

from collections.abc import Sequence

from newsclip.evidence.document import SourceArticle
from newsclip.stories.ports import Member

MOST = 100  # articles: bounds the time of one clip; the first of every report come before copies


def select_members(members: Sequence[Member], most: int = MOST) -> list[Member]:
    """Up to `most` of them, in their order: the first of every report before anybody's copy, then copies in turn."""
    told: dict[int, int] = {}
    turns = []
    for place, member in enumerate(members):
        told[member.report] = told.get(member.report, 0) + 1
        turns.append((told[member.report], place))
    return [members[place] for place in sorted(place for _, place in sorted(turns)[:most])]


def one_each(articles: Sequence[SourceArticle], most: int) -> list[SourceArticle]:
    """The first telling of each of the first `most` reports."""
    first: dict[str, SourceArticle] = {}
    for article in articles:
        first.setdefault(article.report, article)
    return list(first.values())[:most]
