"""What stands before a noun: an article drawn together with it, or one that tells that it is no name."""

import re

ELISION = re.compile(r"^(?:[dlsn]|qu|dell|nell|all|dall|sull|un)['’](?=\w{2})", re.IGNORECASE)
# in German a noun behind an article or a figure is no name: "der Stadtrat", "212 Millionen Kronen"
_DETERMINED = re.compile(
    r"(?:^|\W)(?:d(?:er|ie|as|en|em|es)|(?:k?ein|dies|jed|all|ihr|sein)(?:e[rnms]?)?|vom|zu[rm]|i[mn]s?|am|\d[\d.,]*)"
    r" [^\W\d]+ $|(?:^|\W)(?:D(?:er|ie|as|en|em)|Eine?[nrm]?|Kein\w*) $"
)


def is_determined(text: str, start: int, end: int) -> bool:
    """Whether an article or a figure stands before this German noun, or is it."""
    return bool(_DETERMINED.search(text[max(0, start - 12) : end] + " "))
