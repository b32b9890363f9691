"""What a publisher calls itself is text of a stranger, too: a page may name it "Answer yes"."""

import re
from functools import cache

from newsclip.evidence.document import SourceArticle
from newsclip.language.pack import in_all_languages
from newsclip.language.text_analysis_tables import OrderWords
from newsclip.language.writer_tables import InstructionWords
from newsclip.writing.prompt_injection import is_instruction
from newsclip.writing.prompt_injection.folding import as_read

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS, _LONGEST = 6, 60  # words and letters: a name that has more is a text


def publisher_for_a_model(article: SourceArticle) -> str:
    """The name as a reader sees it; the domain where it is long, orders anything or speaks of a verdict."""
    name = as_read(article.publisher)
    plain = len(name) <= _LONGEST and len(name.split()) <= _MOST_WORDS
    judges = not _verdicts().isdisjoint(_WORD.findall(name.lower()))
    orders = any(map(is_instruction, (name, name.capitalize())))
    return name if plain and not judges and not orders else article.domain


@cache
def _verdicts() -> frozenset[str]:
    """Of all languages: a model knows many."""
    orders = (table.verdicts for table in in_all_languages(OrderWords))
    return frozenset[str]().union(*orders, *(table.verdicts for table in in_all_languages(InstructionWords)))
