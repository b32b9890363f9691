"""Wrong sentences in a judge's daily work, in the form of the question before which they come.

A judge that could tell a canary by its form would be careful with canaries alone.
"""

import json
import re
from datetime import UTC, datetime
from functools import cache
from random import Random

from newsclip.evidence.tokens import TOKEN
from newsclip.language.pack import pack
from newsclip.writing.judging.exam import Item, items
from newsclip.writing.judging.question import CitedPassage, ask_judge
from newsclip.writing.ports import Question

_BEFORE = 2  # sentences at most, as in a question of daily work
_YEAR = re.compile(r"(?:19|20)\d\d")


def canary(chance: Random) -> Item:
    """A wrong item of the exam that names no month and no year: it may be asked as if published on any day."""
    return chance.choice(_able())


def like(question: Question, item: Item, chance: Random) -> Question:
    """The item asked like this question of daily work: for the same place, its passages by the same publishers and of
    the same days, behind as many sentences.
    """
    asked = json.loads(question.messages[-1].content)
    given = asked["passages"]
    cited = [_cited(words, given[number % len(given)]) for number, words in enumerate(item.passages)]
    before = chance.sample(_beside(item), len(asked["before"]))
    return ask_judge(item.sentence, asked["place"], before, cited)


def _cited(words: str, given: dict[str, str | None]) -> CitedPassage:
    published = given["published"]
    day = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
    return CitedPassage(words, given["publisher"] or "", day)


@cache
def _able() -> tuple[Item, ...]:
    return tuple(item for item in items() if item.wrong and _is_of_any_day(item) and len(_beside(item)) >= _BEFORE)


def _is_of_any_day(item: Item) -> bool:
    days = pack("en").days
    months = {name for names in days.months for name in names} if days else set[str]()
    words = TOKEN.findall(" ".join((item.sentence, *item.passages)))
    return not any(_YEAR.fullmatch(word) or (word[0].isupper() and word.lower() in months) for word in words)


def _beside(item: Item) -> list[str]:
    """What a clip could say before it: true sentences on other passages of its article."""
    others = (one for one in items() if one.article == item.article and not one.wrong)
    return sorted({one.sentence for one in others if one.passages != item.passages})
