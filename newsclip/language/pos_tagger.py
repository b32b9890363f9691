"""Parts of speech of English words: Brill's rule-based tagger as textblob ships it, without the rest of textblob.

Importing textblob brings nltk: 5 s of CPU and 155 MB. Its tagger is one file that needs the standard library alone,
so that file is loaded by its place; it reads its lexicon (94,000 words, MIT) from beside it.
"""

import importlib.util
import re
from functools import cache
from pathlib import Path
from typing import Any

from newsclip.language.tag_context import TagContext
from newsclip.language.tokens import sentences

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d[\d,.]*\d|[^\W_]+(?:['’\-][^\W_]+)*?(?=['’]s\b)|['’]s\b"
    r"|[^\W_]+(?:['’\-.&][^\W_]+)*|[^\w\s]"
)

TAGGED_LANGUAGES = frozenset({"en", ""})  # what names no language is read as English

type Tagged = tuple[str, str, int]  # the word, its Penn Treebank tag, where it starts


def tag_words(text: str) -> list[Tagged]:
    """Every word and mark of the text with its tag, sentence by sentence."""
    tagged: list[Tagged] = []
    for span in sentences(text):
        tokens = [(m.group(), span.start + m.start()) for m in _TOKEN.finditer(span.of(text))]
        tags = _tags([word.replace("’", "'") for word, _ in tokens])
        tagged.extend((word, tag, start) for (word, start), tag in zip(tokens, tags, strict=True))
    return tagged


def is_common_word(word: str) -> bool:
    """Whether English has this word in lower case as something else than a name."""
    tag = _lexicon().get(word.lower())
    return tag is not None and not tag.startswith("NNP")


def tag_of(word: str) -> str | None:
    """The tag that the word in lower case has most often, None where English does not know it."""
    tag = _lexicon().get(word)
    return None if tag is None else str(tag)


def is_adjective(word: str) -> bool:
    """Whether the capitalised word is an adjective ("Norwegian") rather than a name."""
    return str(_lexicon().get(word, "")).startswith("JJ")


def _tags(words: list[str]) -> list[str]:
    lexicon = _lexicon()
    found = _module().find_tags(words, lexicon=lexicon, morphology=_Endings(), context=_context(), language="en")
    return [str(tag) for _, tag in found]


class _Endings:
    """The tagger's rules for the endings of unknown words; signs have none, and a page may hold thousands of them."""

    def apply(self, token: list[str], *beside: Any) -> list[str]:
        is_sign = len(token[0]) == 1 and not token[0].isascii() and not token[0].isalnum()
        return token if is_sign else list(_lexicon().morphology.apply(token, *beside))


@cache
def _folder() -> Path:
    found = importlib.util.find_spec("textblob")
    if found is None or found.origin is None:
        raise RuntimeError("the package textblob is not installed")
    return Path(found.origin).parent


@cache
def _module() -> Any:
    spec = importlib.util.spec_from_file_location("newsclip_textblob_text", _folder() / "_text.py")
    if spec is None or spec.loader is None:
        raise RuntimeError("textblob has no tagger where it is expected")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _context() -> TagContext:
    return TagContext(_lexicon().context)


@cache
def _lexicon() -> Any:
    # Lines rather than paths: textblob's own reader leaves its files open.
    names = {"path": "lexicon", "morphology": "morphology", "context": "context", "entities": "entities"}
    files = {
        name: (_folder() / "en" / f"en-{file}.txt").read_text("utf-8").splitlines() for name, file in names.items()
    }
    return _module().Lexicon(**files, language="en")
