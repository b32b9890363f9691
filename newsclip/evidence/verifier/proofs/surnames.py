"""Whether a last name is of one person in the articles: not where they call one "Ada Holm" and another "Mr Holm"."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from newsclip.evidence.tokens import UPPER
from newsclip.evidence.verifier.namesakes import RELATIVES
from newsclip.evidence.verifier.people import people
from newsclip.evidence.verifier.proofs.shared_surnames import initials, names_of_others
from newsclip.evidence.verifier.proofs.titles_of_names import sex_of
from newsclip.language.word_lists import GIVEN_NAMES_ONLY_HER, GIVEN_NAMES_ONLY_HIS

_NAMES = rf"(?:[{UPPER}][\w.’'-]{{0,30}} ){{0,2}}"
_RELATIVE = re.compile(rf"(?:{'|'.join(RELATIVES.values())})")
_MOST_MENTIONS = 200
_LONGEST_NAME = 60  # letters; to look for a longer word would read the articles anew at each of theirs


def sex_by(part: str) -> str:
    """ "he" of "Mr" and "Jan", "she" of "Mrs" and "Ada"; "" where the title or given name does not say."""
    low = part.lower()
    given = "he" if low in GIVEN_NAMES_ONLY_HIS else "she" if low in GIVEN_NAMES_ONLY_HER else ""
    return sex_of(part) or given


def are_many(last: str, articles: Sequence[str], also: Iterable[str] = ()) -> bool:
    """Whether the articles give this last name to more than one, or may do so.

    Two given names do, a title of a man beside one of a woman or beside her given name, "her brother Holm", "the Holm
    brothers" and an initial of none of the given names.
    `also`: titles and given names that a sentence gives it.
    """
    given, titles = _given_and_titles(last, tuple(articles))
    sexes = {*map(sex_by, (*given, *also)), *map(sex_of, titles)} - {""}
    if len(given) > 1 or len(sexes) > 1 or any(_RELATIVE.fullmatch(title.lower()) for title in titles):
        return True
    low, known = last.lower(), {name[0].lower() for name in given}
    first = {initial for article in articles for name, initial in initials(article) if name == low}
    return any(low in names_of_others(article) for article in articles) or len(first | known) > 1


def says_which(last: str, parts: Collection[str], articles: Sequence[str]) -> bool:
    """Whether the words before a last name, in lower case, hold a given name that the articles have with it.

    A title says nothing of that: two of them may be "Mr Holm".
    """
    given, _ = _given_and_titles(last, tuple(articles))
    return any(one in parts and not sex_of(one) for one in map(str.lower, given))


@lru_cache(maxsize=512)
def _given_and_titles(last: str, articles: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The given names that the articles have with a last name, and the words before it or before its given name."""
    if len(last) > _LONGEST_NAME:
        return frozenset(), frozenset()
    before = re.compile(rf"(?<![\w-])(?=([\w-]{{1,30}})\.? {_NAMES}(?i:{re.escape(last)})(?!\w))")
    ends = f" {last.lower()}"
    given = (name.split()[0] for text in articles for _, _, name in people(text) if name.lower().endswith(ends))
    found = (one for text in articles for one in before.findall(text)[:_MOST_MENTIONS])
    return frozenset(given), frozenset(found)
