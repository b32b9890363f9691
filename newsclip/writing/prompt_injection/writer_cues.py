"""Words in English to whoever condenses a page: of their answer, of the duties of a summary, by a machine's name."""

import re
from dataclasses import dataclass
from functools import cache

from newsclip.writing.prompt_injection.instruction_words import any_of, instruction_words

_ENOUGH_KINDS = 3  # kinds of words together: each of them alone stands in honest news


@dataclass(frozen=True, slots=True)
class WriterPatterns:
    """`texts` is the kind of words that is always there; for the rest see `InstructionWords`."""

    to_a_writer: re.Pattern[str]
    texts: re.Pattern[str]
    kinds: tuple[re.Pattern[str], ...]
    author: re.Pattern[str]
    strict: re.Pattern[str]


@cache
def writer_patterns() -> WriterPatterns:
    words = instruction_words()
    kinds = {
        name: re.compile(rf"\b(?:{any_of(alternatives)})\b", re.IGNORECASE)
        for name, alternatives in words.kinds.items()
    }
    return WriterPatterns(
        to_a_writer=re.compile(any_of(words.to_a_writer), re.IGNORECASE),
        texts=kinds["texts"],
        kinds=tuple(kinds.values()),
        author=re.compile(rf"^\W*(?:{any_of(words.author)})"),
        strict=re.compile(rf"\b(?:{any_of(words.strict)})\b", re.IGNORECASE),
    )


def is_addressed_to_writer(text: str) -> bool:
    known = writer_patterns()
    if known.to_a_writer.search(text):
        return True
    if known.author.match(text) and not known.strict.search(text):
        return False
    return bool(known.texts.search(text)) and sum(bool(kind.search(text)) for kind in known.kinds) >= _ENOUGH_KINDS
