"""What tells a sentence's part in its text, of each language from its pack; of English the rules know more themselves.

Other languages have no cues: there lead and position decide, and the clip's receipt says so.
"""

import re
from dataclasses import dataclass
from functools import cache

from newsclip.language.pack import in_all_languages, is_english, pack
from newsclip.language.pack_tables import CueWords, Patterns
from newsclip.language.text_analysis_tables import UnspacedWords

_NOTHING = ("(?!)",)


@dataclass(frozen=True, slots=True)
class Cues:
    """The patterns of one language's `CueWords`. `said_by`: a pronoun is told as saying it.

    `reported` and `framed` match nothing in a language whose verbs do not tell what is somebody's words.
    """

    leans: re.Pattern[str]
    connective: re.Pattern[str]
    plea: re.Pattern[str]
    mine: re.Pattern[str]
    says: re.Pattern[str]
    said_by: re.Pattern[str]
    reported: re.Pattern[str]
    framed: re.Pattern[str]
    lures: re.Pattern[str]


def cues(language: str) -> Cues | None:
    """The language's cues; None for English, which needs none of these, and where there are none."""
    return _cues(language[:2])


@cache
def _cues(language: str) -> Cues | None:
    known = pack(language).cues
    return _compiled(known) if known else None


def is_known(language: str) -> bool:
    """Whether more than lead and position is known of the language."""
    return is_english(language) or cues(language) is not None


def function_words(language: str) -> frozenset[str]:
    """The words of a language with cues that carry no content; none of others. English has its own."""
    known = pack(language)
    return known.words.function if known.cues and known.words else frozenset()


@dataclass(frozen=True, slots=True)
class UnspacedCues:
    """`leans`: how a sentence opens that hangs on the one before. `speaks`: its writer does, or the page."""

    leans: re.Pattern[str]
    speaks: re.Pattern[str]


@cache
def unspaced_cues() -> UnspacedCues:
    """Those of all languages without spaces: a text of one may quote another."""
    tables = list(in_all_languages(UnspacedWords))
    return UnspacedCues(
        re.compile("|".join(one for table in tables for one in table.leans)),
        re.compile("|".join(one for table in tables for one in table.speaks)),
    )


def _compiled(words: CueWords) -> Cues:
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
        reported=_any(words.reported or _NOTHING),
        framed=_any(words.framed or _NOTHING),
        lures=_opening(words.lures),
    )


def _opening(words: Patterns) -> re.Pattern[str]:
    return re.compile(rf"^[«„“\"']?\s*(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def _any(words: Patterns) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
