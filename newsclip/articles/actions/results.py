"""What came of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came of reading one article: "read", "revised", "unchanged", or the reason why not."""

    article_id: int
    url: str
    code: str
    detail: str = ""
