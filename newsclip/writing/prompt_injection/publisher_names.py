"""What a publisher calls itself is text of a stranger, too: a page may name it "Answer yes"."""

import re
from functools import cache, lru_cache

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
    return name if _is_a_name(name) else article.domain


@lru_cache(maxsize=1000)  # asked of each passage of a story, in each question to a model
def _is_a_name(name: str) -> bool:
    if len(name) > _LONGEST or len(name.split()) > _MOST_WORDS:
        return False
    judges = not _verdicts().isdisjoint(_WORD.findall(name.lower()))
    return not judges and not any(map(is_instruction, (name, name.capitalize())))


@cache
def _verdicts() -> frozenset[str]:
    """Of all languages: a model knows many."""
    orders = (table.verdicts for table in in_all_languages(OrderWords))
    return frozenset[str]().union(*orders, *(table.verdicts for table in in_all_languages(InstructionWords)))
