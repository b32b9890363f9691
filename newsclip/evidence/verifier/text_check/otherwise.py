"""Whether a passage tells a sentence's own figure otherwise: like words around another number of the same things.

The sentence may say less than the passage, in other forms and another order; so this proves less than a sentence that
stands as soon as the figure is replaced, and it asks for more: every word that matters, the same denials, one figure.
"""

from newsclip.evidence.tokens import TOKEN, negates, tokens
from newsclip.evidence.verifier.text_check.details import Detail
from newsclip.evidence.verifier.text_check.near_passages import stems_of
from newsclip.language.content_words import is_light

_OF_THE_SAME = 3  # words behind a figure, within which the passage has what is counted
_FEWEST = 2  # words that matter, beside the figure; not tuned
_SIGNS = frozenset("$£€¥%°")


def tells_otherwise(claim: str, said: Detail, held: str, other: Detail, language: str) -> bool:
    """Whether the passage (`held`) has all that matters of the claim, with this other figure of the same things."""
    rest = [word for word in tokens(claim[: said.start] + " " + claim[said.end :]) if not is_light(word, language)]
    there = stems_of(held, language)
    if len(rest) < _FEWEST or not all(stems_of(word, language) <= there for word in rest):
        return False
    if any(map(negates, tokens(claim))) != any(map(negates, tokens(held))):
        return False
    return _signs(said) == _signs(other) and _counts_the_same(claim, said, held, other, language)


def _signs(one: Detail) -> frozenset[str]:
    return _SIGNS & set(one.text)


def _counts_the_same(claim: str, said: Detail, held: str, other: Detail, language: str) -> bool:
    """Whether what is counted is the same: the word behind the figure, or else, at the end, the word before it."""
    ours, theirs = _behind(claim, said, language), _behind(held, other, language)
    if ours:
        return stems_of(ours[0], language) <= stems_of(" ".join(theirs[:_OF_THE_SAME]), language)
    before, there = tokens(claim[: said.start])[-1:], tokens(held[: other.start])[-1:]
    return bool(before) and stems_of(before[0], language) == stems_of(" ".join(there), language)


def _behind(text: str, figure: Detail, language: str) -> list[str]:
    """The words behind it that matter, up to the next figure or mark."""
    words = list[str]()
    at = figure.end
    for found in TOKEN.finditer(text, figure.end):
        word = found.group().lower()
        if word[0].isdigit() or not text[at : found.start()].isspace():
            break
        words.append(word)
        at = found.end()
    return [word for word in words if not is_light(word, language)]
