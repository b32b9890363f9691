"""What the rules need to know of German, French, Spanish, Portuguese and Italian; English is where the rules are.

Other languages have no cues: there lead and position decide, and the clip's receipt says so.
"""

import re
from dataclasses import dataclass

from newsclip.language.lexicons import french, german, italian, portuguese, spanish
from newsclip.language.lexicons.words import Words

__all__ = ["Cues", "cues", "function_words", "is_known"]

_WORDS = {
    "de": german.WORDS,
    "fr": french.WORDS,
    "es": spanish.WORDS,
    "pt": portuguese.WORDS,
    "it": italian.WORDS,
}


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns of one language, as `cleaning` and `verifier.roles` use them.

    `leans`: how a sentence opens that needs the one before. `connective`: what ties it to that. `plea`: what the page
    asks its reader. `mine`: the journalist speaks of himself. `says`: somebody is named as saying it. `said_by`: a
    pronoun is. `ahead`: a plan or a date to come. `state`: how things stand. `past`: what was before.
    """

    leans: re.Pattern[str]
    connective: re.Pattern[str]
    plea: re.Pattern[str]
    mine: re.Pattern[str]
    says: re.Pattern[str]
    said_by: re.Pattern[str]
    ahead: re.Pattern[str]
    state: re.Pattern[str]
    past: re.Pattern[str]


def cues(language: str) -> Cues | None:
    """The language's cues; None for English, which needs none of these, and where there are none."""
    return _CUES.get(language[:2])


def is_known(language: str) -> bool:
    """Whether more than lead and position is known of the language."""
    return language[:2] in {"", "en", *_WORDS}


def function_words(language: str) -> frozenset[str]:
    """The words of the language that carry no content; none where they are not known. English has its own."""
    words = _WORDS.get(language[:2])
    return words.function if words else frozenset()


def _compiled(words: Words) -> Cues:
    verbs = "|".join(words.says)
    pronouns = "|".join(words.pronouns)
    return Cues(
        leans=_opening(words.leans),
        connective=re.compile(rf"^(?:{'|'.join(words.connectives)}),?\s+(?=\w{{2}})", re.IGNORECASE),
        plea=_any(words.pleas),
        mine=_any(words.mine),
        says=_any((verbs,)),
        said_by=re.compile(
            rf"[,”“»\"]\s*(?:(?:{verbs})(?:\s+|-(?:t-)?)(?:{pronouns})|(?:{pronouns})\s+(?:{verbs}))\b", re.IGNORECASE
        ),
        ahead=_any(words.ahead),
        state=_any(words.state),
        past=_any(words.past),
    )


def _opening(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"^[«„“\"']?\s*(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


_CUES = {language: _compiled(words) for language, words in _WORDS.items()}
