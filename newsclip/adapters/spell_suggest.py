"""Spelling suggestions: each word is stored under its variants with one letter deleted.

Words that share such a key are at most two edits apart, and any two one edit apart share one: a dozen key lookups
instead of a scan of all words (symmetric deletes, as in Wolf Garbe's SymSpell, 2012). The same table on both databases,
filled from headlines and hashtags.
"""

from collections.abc import Callable, Iterable

from django.db import connection, connections, router

from newsclip.clips.models import Clip

SHORTEST, LONGEST = 4, 24  # letters of words that are corrected
MOST_KEYS = 4000  # bounds one statement
_INSERT = "INSERT INTO clip_spelling (key, word) VALUES {} ON CONFLICT DO NOTHING"


def keys(word: str) -> set[str]:
    """The word, and the word without each of its letters."""
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


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


def learn(words: Iterable[str]) -> None:
    """Add words of clips; known ones cost one lookup."""
    fit = sorted({word for word in words if SHORTEST <= len(word) <= LONGEST})
    if not fit:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT word FROM clip_spelling WHERE key IN ({_places(fit)}) AND key = word",  # noqa: S608 only places
            fit,
        )
        new = sorted(set(fit) - {word for (word,) in cursor.fetchall()})
        pairs = [(key, word) for word in new for key in sorted(keys(word))]
        for start in range(0, len(pairs), MOST_KEYS):
            part = pairs[start : start + MOST_KEYS]
            cursor.execute(_INSERT.format(", ".join(["(%s, %s)"] * len(part))), [x for pair in part for x in pair])


def unlearn(words: Iterable[str], *, clips: Callable[[str], int]) -> None:
    """Stop suggesting words that no clip contains any more."""
    gone = sorted(word for word in set(words) if SHORTEST <= len(word) <= LONGEST and not clips(word))
    if gone:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM clip_spelling WHERE word IN ({_places(gone)})", gone)  # noqa: S608 only places


def meant(word: str, *, clips: Callable[[str], int]) -> str:
    """The nearest known word that clips contain, the most frequent by `clips` among equals; the word itself if there is
    none.
    """
    asked = word.lower()
    if not SHORTEST <= len(asked) <= LONGEST or clips(asked):
        return word
    wanted = sorted(keys(asked))
    with connections[router.db_for_read(Clip)].cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT word FROM clip_spelling WHERE key IN ({_places(wanted)})", wanted)  # noqa: S608
        near = sorted((edits(asked, found), found) for (found,) in cursor.fetchall())
    if not near:
        return word
    nearest = [found for distance, found in near if distance == near[0][0]][:5]
    best = max(nearest, key=clips)
    return best if clips(best) else word


def _places(values: Iterable[str]) -> str:
    return ", ".join("%s" for _ in values)
