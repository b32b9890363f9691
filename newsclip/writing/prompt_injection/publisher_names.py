"""What a publisher calls itself is text of a stranger, too: a page may name it "Answer yes"."""

from newsclip.evidence.document import SourceArticle
from newsclip.writing.prompt_injection import is_instruction
from newsclip.writing.prompt_injection.folding import as_read

_MOST_WORDS, _LONGEST = 6, 60  # words and letters: a name that has more is a text


def publisher_for_a_model(article: SourceArticle) -> str:
    """The publisher's name as a reader sees it; its domain where the name is long or orders anything."""
    name = as_read(article.publisher)
    plain = len(name) <= _LONGEST and len(name.split()) <= _MOST_WORDS
    return name if plain and not any(map(is_instruction, (name, name.capitalize()))) else article.domain
