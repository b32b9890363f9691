"""The numbers that rows are called by in addresses, forms and keys."""

import re

_NUMBER = re.compile(r"[1-9][0-9]{0,17}")  # all such numbers fit into 63 bits


def row_number(text: str) -> int:
    """The number of a row; 0, which no row has, where the text is no number as we write it ("", "007", "٣").

    Written in one way alone it makes one key: what is followed or flagged once is not so again by another.
    """
    return int(text) if _NUMBER.fullmatch(text) else 0
