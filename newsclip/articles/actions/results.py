"""The outcome of reading an article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The outcome of reading one article: "read", "revised", "unchanged", or the reason for the failure."""

    article_id: int
    url: str
    code: str
    detail: str = ""
