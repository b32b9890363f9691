"""Row IDs in addresses, forms and keys."""

import re

_NUMBER = re.compile(r"[1-9][0-9]{0,17}")  # all such numbers fit into 63 bits


def parse_row_id(text: str) -> int:
    """Parse a row ID; 0, which no row has, unless the text is exactly as we print it ("", "007" and "٣" are not).

    One spelling per row makes one key: a second spelling could follow or flag the same thing twice.
    """
    return int(text) if _NUMBER.fullmatch(text) else 0
