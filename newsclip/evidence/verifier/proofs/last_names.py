"""By which last names people are known in an article, and whom of them a text names."""

import re
from functools import lru_cache

from newsclip.evidence.tokens import UPPER
from newsclip.evidence.verifier.people import people
from newsclip.language import persons
from newsclip.language.tokens import sentences

_CAPITAL = re.compile(rf"[{UPPER}][\w'’-]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
_SENTENCES = 4  # before, in which somebody is named


@lru_cache(maxsize=64)
def full_names(article: str) -> dict[str, str]:
    names = (_SUFFIX.sub("", name) for _, _, name in people(article))
    return {name.split()[-1]: name for name in names if name}


def named(text: str, kind: str, article: str) -> set[str]:
    """The last names of those named in the text who may be "he" or "she", the kind."""
    full = full_names(article)
    words = (_POSSESSIVE.sub("", word) for word in _CAPITAL.findall(text))
    found = {name.split()[-1] for _, _, name in people(text)} | {word for word in words if word in full}
    return {name for name in found if persons.agrees(full.get(name, name), kind, article)}


@lru_cache(maxsize=512)
def last_named(texts: tuple[str, ...], kind: str, article: str) -> str:
    """The last name of the one person whom the last sentence that names anybody names; "" where there are two."""
    lines = [span.of(text) for text in texts for span in sentences(text)]
    for line in reversed(lines[-_SENTENCES:]):
        if persons.speaks_of_another(line):
            return ""
        if names := named(line, kind, article):
            name = names.pop()
            return name.lower() if not names and persons.leads(line, name) else ""
    return ""
