"""Signs that force the direction of a text."""

import re

# They disguise text (Trojan Source, CVE-2021-42574); marks and joiners are legitimate.
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


def without_overrides(text: str) -> str:
    """The text without what makes it, or what stands behind it, run the other way."""
    return _OVERRIDES.sub("", text)
