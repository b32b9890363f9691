"""The words of `need_words.toml` as patterns, by language."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_NEVER = "(?!)"
_FILE = Path(__file__).with_name("need_words.toml")


@dataclass(frozen=True, slots=True)
class NeedPatterns:
    """`definite` finds "the cellar" that nothing behind it explains, `demonstrative` "this cellar": group `noun`."""

    definite: re.Pattern[str]
    demonstrative: re.Pattern[str]
    determiner: re.Pattern[str]
    indefinite: str
    additive: re.Pattern[str]
    replies: re.Pattern[str]
    announces: re.Pattern[str]
    pronoun: re.Pattern[str]
    person: re.Pattern[str]
    familiar: re.Pattern[str]
    opener: re.Pattern[str]
    now: re.Pattern[str]
    law: re.Pattern[str]
    explains: re.Pattern[str]
    short: frozenset[str]


@cache
def need_patterns(language: str) -> NeedPatterns | None:
    """None for a language whose words nobody has written down."""
    told = tomllib.loads(_FILE.read_text(encoding="utf-8")).get(language[:2])
    if told is None:
        return None
    capital = language[:2] == "de"
    noun = r"(?P<noun>(?-i:[A-ZÄÖÜ])[\w-]{3,}(?<!-))" if capital else r"(?P<noun>[^\W\d_][\w-]{3,}(?<!-))"
    between = r"(?:(?-i:[a-zäöüß])[\wäöüß-]+ ){0,2}?" if capital else ""
    return NeedPatterns(
        definite=_any(rf"(?<!\w)(?P<det>{told['definite']})(?: |(?<=[’'])){between}{noun}"),
        demonstrative=_any(rf"(?<!\w)(?P<det>{told['demonstrative']}) {between}{noun}"),
        determiner=_any(rf"^(?:{told['definite']})$"),
        indefinite=told["indefinite"],
        additive=_any(*told["additive"]),
        replies=_any(*told["replies"]),
        announces=_any(*told["announces"]),
        pronoun=_any(rf"^(?:{told['pronouns']})\b"),
        person=_any(rf"^(?:{told['persons']})\b"),
        familiar=_any(rf"^{told['familiar']}$"),
        now=_any(told.get("now", _NEVER)),
        law=_any(told.get("law", _NEVER)),
        opener=_any(rf"^(?:{told['openers']})\b,? "),
        explains=_any(rf"^,? (?:{told['explains']})", r"^(?: \w+)?, (?-i:[A-ZÀ-Ý][a-zà-ÿ])", '^ ?[“„"«:]', "^-"),
        short=frozenset(told["short"]),
    )


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)
