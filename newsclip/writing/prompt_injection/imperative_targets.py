"""Whether an imperative concerns a text or somebody, or things alone: "Add the juice of a lemon" orders no text.

Recipes, forms and advice are full of imperatives. Who wants something said names a text, a part of one, or somebody.
"""

import re
from dataclasses import dataclass
from functools import cache

from newsclip.writing.prompt_injection.instruction_words import any_of, instruction_words, text_verbs

_NAME = re.compile(r"(?<=\w)[,;]? [\"'“‘(]?[A-Z]")


@dataclass(frozen=True, slots=True)
class TargetPatterns:
    """`text_word`: a text, a part of one, or what stands for somebody's words. `greets`: orders to say hello."""

    text_word: re.Pattern[str]
    greets: re.Pattern[str]


@cache
def target_patterns() -> TargetPatterns:
    words = instruction_words().imperatives
    return TargetPatterns(
        text_word=re.compile(rf"…|\b(?:{any_of(words.text_words)})\b"),
        greets=re.compile(rf"^\W*(?:{any_of(words.greets)})", re.IGNORECASE),
    )


def is_of_things(verb: str, then: str, told: str) -> bool:
    """Whether the imperative `told`, which begins with this verb and the word `then`, is about things alone.

    What is the reader's own ("your garden") is, whoever is named beside it.
    """
    known, words = target_patterns(), instruction_words().imperatives
    if known.greets.match(told):
        return not _NAME.search(told)
    if then in words.whole or verb in words.judges or (verb in words.of_new_things and then in words.known):
        return False
    if verb in text_verbs() and verb not in words.of_things:
        return False
    clause = re.split("[:;]", told, maxsplit=1)[0]
    named = then not in words.yours or verb in text_verbs()
    return not known.text_word.search(clause) and not (named and _NAME.search(told))


def concerns_a_text(told: str) -> bool:
    """Whether it names a text or a part of one, what a text is to say, or somebody."""
    return bool(target_patterns().text_word.search(told) or _NAME.search(told))
