"""Spelling suggestions: each word is stored under its first letters less one, a long word also less two.

Any two words that are so many edits apart share such a key: some dozen key lookups instead of a scan of all words
(symmetric deletes of a prefix, as in Wolf Garbe's SymSpell, 2012). The same table on both databases, filled from all
that clips say.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache, partial
from itertools import batched, product, takewhile
from operator import eq

from django.db import connection, connections, router

from newsclip.clips.models import Clip
from newsclip.language.search_query import replaced
from newsclip.language.tokens import stem
from newsclip.language.word_frequency import news_frequencies

SHORTEST, LONGEST = 4, 24  # letters of words that are corrected
LONG = 8  # letters of a word in which two may be wrong
MOST_KEYS = 4000  # bounds one statement
_PREFIX = 7  # letters that keys are made of; with more there are more keys of a word, with fewer more words of a key
_SHORTEST_BESIDE, _MOST_BESIDE = 3, 8  # letters of a word that others tell; searches for one
_MOST_TOGETHER = 16  # searches for several words that tell each other: four of each of two, two of each of three
_NOTHING = float("-inf")  # the score of a question that finds nothing
_MOST_NEAR = 1000  # words of a question's keys that are looked at
_EARLY, _OFTEN = 2000, 3  # clips whose every word is learnt; then how many clips must hold one, if no headline does
_FILLER, _IN_MANY = 5, 0.3  # letters of a word that carries no content; the share of articles that hold it
_INSERT = "INSERT INTO clip_spelling (key, word) VALUES {} ON CONFLICT DO NOTHING"


def keys(word: str, *, wrong: int) -> set[str]:
    """The first letters of the word, and what is left without any one of them, or any two where two may be wrong."""
    last = {word[:_PREFIX]}
    found = set(last)
    for _ in range(wrong):
        last = {one[:place] + one[place + 1 :] for one in last for place in range(len(one))}
        found |= last
    return found


def may_be_wrong(word: str) -> int:
    """How many letters of a word may be wrong."""
    return 2 if len(word) >= LONG else 1


def edits(one: str, other: str) -> int:
    """The optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours."""
    before, last, row = list[int](), list[int](), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = last, row, [i]
        for j, theirs in enumerate(other, 1):
            row.append(min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != theirs)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == theirs:
                row[j] = min(row[j], before[j - 2] + 1)
    return row[-1]


def learn(words: Iterable[str], *, worth: Callable[[str], bool] = bool) -> None:
    """Add words of clips, of new ones those that are `worth` it; known ones cost one lookup."""
    fit = {word for word in words if SHORTEST <= len(word) <= LONGEST and not _is_filler(word)}
    new = sorted(word for word in fit - _known(fit) if worth(word))
    pairs = [(key, word) for word in new for key in sorted({word} | keys(word, wrong=may_be_wrong(word)))]
    with connection.cursor() as cursor:
        for part in batched(pairs, MOST_KEYS):
            cursor.execute(_INSERT.format(", ".join(["(%s, %s)"] * len(part))), [x for pair in part for x in pair])


def learn_of_text(words: Iterable[str], clip_id: int, *, clips: Callable[[str], int]) -> None:
    """Add words of a clip's text. On a large site one that only few clips hold is hardly meant, and often misspelt."""
    early = clip_id <= _EARLY
    learn(words, worth=lambda word: early or clips(word) >= _OFTEN)


@lru_cache(20_000)
def _is_filler(word: str) -> bool:
    """Whether nearly every article has this short word ("been"): who misspells a name does not mean it."""
    known = news_frequencies()
    return len(word) <= _FILLER and known.counts.get(stem(word), 0) > _IN_MANY * known.documents


def _known(words: Collection[str]) -> set[str]:
    found = set[str]()
    with connection.cursor() as cursor:
        for part in batched(sorted(words), MOST_KEYS):
            cursor.execute(
                f"SELECT word FROM clip_spelling WHERE key IN ({_places(part)}) AND key = word",  # noqa: S608 only places
                part,
            )
            found |= {word for (word,) in cursor.fetchall()}
    return found


def unlearn(words: Iterable[str], *, clips: Callable[[str], int]) -> None:
    """Stop suggesting words that no clip contains any more."""
    known = _known({word for word in words if SHORTEST <= len(word) <= LONGEST})
    gone = sorted(word for word in known if not clips(word))
    with connection.cursor() as cursor:
        for part in batched(gone, MOST_KEYS):
            cursor.execute(f"DELETE FROM clip_spelling WHERE word IN ({_places(part)})", part)  # noqa: S608 only places


def corrected(words: str, *, clips: Callable[[str], int], score: Callable[[str], float]) -> str:
    """The question with each word that no clip holds replaced by the nearest known one.

    Where one word of several is wrong, the others tell which was meant, be it one more letter away: that with which the
    question finds its best clip, by the `score` of that. Where several are wrong, and the nearest of each find nothing
    together, they tell it of each other.
    """
    asked = list[str]()

    def near(word: str) -> str:
        asked.append(word)
        return meant(word, clips=clips)

    nearest = replaced(words, near)
    unknown = [word for word in asked if not clips(word)]
    if not unknown or len(asked) == 1 or (len(unknown) > 1 and score(nearest) > _NOTHING):
        return nearest
    found = [_beside(word)[: int(_MOST_TOGETHER ** (1 / len(unknown)))] or [word] for word in unknown]
    others = (replaced(words, partial(_put, dict(zip(unknown, right, strict=True)))) for right in product(*found))
    return max(dict.fromkeys((nearest, *others)), key=score)


def _put(right: Mapping[str, str], word: str) -> str:
    return right.get(word, word)


def _beside(word: str) -> list[str]:
    """What may have been meant where other words tell it: the nearest first, then those that begin alike."""
    asked = word.lower()
    if not _SHORTEST_BESIDE <= len(asked) <= LONGEST:
        return []
    near = _near(asked, 1, apart=2 if len(asked) > SHORTEST else 1)
    near.sort(key=lambda one: (one[0], -_same_at_start(asked, one[1])))
    return [found for _, found in near[:_MOST_BESIDE]]


def _same_at_start(one: str, other: str) -> int:
    return sum(takewhile(bool, map(eq, one, other)))


def meant(word: str, *, clips: Callable[[str], int]) -> str:
    """The nearest known word that clips contain, the most frequent by `clips` among equals; the word itself if there is
    none.
    """
    asked = word.lower()
    if not SHORTEST <= len(asked) <= LONGEST or clips(asked):
        return word
    for wrong in range(1, may_be_wrong(asked + "xx") + 1):  # what is typed may lack two letters
        near = _near(asked, wrong, apart=wrong)
        nearest = [found for distance, found in near if distance == near[0][0]][:5]
        best = max(nearest, key=clips, default="")
        if best and clips(best):
            return best
    return word


def _near(asked: str, wrong: int, *, apart: int) -> list[tuple[int, str]]:
    """Known words that are the same without so many letters of each, and so many edits apart at most, nearest first."""
    wanted = sorted(keys(asked, wrong=wrong))
    with connections[router.db_for_read(Clip)].cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT word FROM clip_spelling WHERE key IN ({_places(wanted)})"  # noqa: S608 only places
            " AND length(word) BETWEEN %s AND %s LIMIT %s",
            [*wanted, len(asked) - wrong, len(asked) + wrong, _MOST_NEAR],
        )
        words = [word for (word,) in cursor.fetchall() if wrong <= may_be_wrong(word)]
    letters = set(asked)
    near = ((edits(asked, word), word) for word in words if len(letters.symmetric_difference(word)) <= 2 * apart)
    return sorted((distance, word) for distance, word in near if distance <= apart)


def _places(values: Iterable[str]) -> str:
    return ", ".join("%s" for _ in values)
