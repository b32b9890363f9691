"""What news is about: a vocabulary of themes, one file a language (`packs/themes/<code>.toml` says what it holds)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsclip.language.tokens import stem

type Stems = tuple[str, ...]

FOLDER = Path(__file__).parent / "packs" / "themes"
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Theme:
    """`tag`: the hashtag without "#". `topic`: number and name of the concept of IPTC's Media Topics it falls under.

    `triggers`: the stems of what a text says where it is about this. `hashtag`: whether it is no vague one.
    """

    tag: str
    category: str
    topic: str
    triggers: frozenset[Stems]
    hashtag: bool


@cache
def themes(language: str) -> dict[str, Theme]:
    """The themes of a language (ISO 639-1, "" is English) by their tags; none where it has no vocabulary."""
    code = language[:2] or "en"
    file = FOLDER / f"{code}.toml"
    if not code.isalpha() or not file.is_file():
        return {}
    return {
        tag: Theme(tag, category, told["topic"], frozenset(stems(words, code) for words in told["words"]), named)
        for category, rows in tomllib.loads(file.read_text(encoding="utf-8")).items()
        for tag, told in rows.items()
        for named in [told.get("hashtag", True)]
    }


def stems(text: str, language: str) -> Stems:
    """The stems of all words, those with a hyphen or an apostrophe in parts."""
    return tuple(stem(word, language[:2] or "en") for word in _WORD.findall(text))
