"""Text for machine-readable documents."""

import re

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit_for_xml(text: str) -> str:
    """Remove the characters that no XML document may hold, not even as references (XML 1.0, section 2.2)."""
    return _NOT_XML.sub("", text)
