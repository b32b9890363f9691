"""Extraction rules for single publishers: one small class per file, beside a saved page and its expected result.

See docs/how-to/add-a-publisher.md. Files in this folder are found automatically.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from urllib.parse import urlsplit

from newsclip.articles.publishers.publisher import Publisher

__all__ = ["Publisher", "publisher_at", "publishers"]

_ANY = Publisher()
_MOST_LABELS = 127  # of a host name (RFC 1035: 255 bytes, two for each label at least)


def publisher_at(url: str) -> Publisher:
    """The rules for this address, by its domain or a parent domain; else a plain Publisher."""
    try:
        labels = (urlsplit(url).hostname or "").split(".")[-_MOST_LABELS:]
    except ValueError:
        return _ANY
    known = publishers()
    return next((known[name] for n in range(len(labels)) if (name := ".".join(labels[n:])) in known), _ANY)


@cache
def publishers() -> dict[str, Publisher]:
    """Every publisher that has a file, by domain. Raises as `by_domain` does."""
    return by_domain(_kinds())


def by_domain(kinds: Iterable[type[Publisher]]) -> dict[str, Publisher]:
    """Raises ValueError if two of them claim one domain."""
    found: dict[str, Publisher] = {}
    for kind in kinds:
        for domain in kind.domains:
            if domain in found:
                raise ValueError(f"{domain} has two files: {type(found[domain]).__module__} and {kind.__module__}")
            found[domain] = kind()
    return found


def _kinds() -> Iterator[type[Publisher]]:
    for file in iter_modules(__path__):
        for kind in vars(import_module(f"{__name__}.{file.name}")).values():
            if isinstance(kind, type) and issubclass(kind, Publisher) and kind is not Publisher:
                yield kind
