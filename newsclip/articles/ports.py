"""Records that leave this stage, and the ports it needs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from newsclip.kernel.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Extracted:
    """What an extractor reads from one page. `text` is the body: paragraphs joined by one blank line.

    `kind` is "article", "live_blog", or the code (see kernel.reasons) of what the page is instead, such as
    "paywall_stub". `entries`: how each of a live blog's dated entries begins in `text`, the newest first. `agencies`:
    those that the page credits beside its authors.
    """

    title: str
    text: str
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""
    language: str = ""
    site: str = ""
    section: str = ""
    canonical: str = ""
    kind: str = "article"
    entries: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


class PageReader(Protocol):
    """Reads one untrusted page: `newsclip.articles.rules.extract`, or the same under resource limits."""

    def __call__(self, body: bytes, url: str, /, *, content_type: str, asked: datetime) -> Extracted:
        """Raises Refused("unreadable_page"), or one of kernel.reasons.OVER_LIMITS if it exceeds a limit."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """The newest revision of an article, for the stages below."""

    id: int
    revision: int
    url: str
    publisher_id: int
    publisher: str
    domain: str
    owner: str
    title: str
    text: str
    published: datetime | None
    found_at: datetime
    language: str
    section: str
    image: str
    image_alt: str
    image_credit: str
    shown: str
    """The beginning of the text that its publisher allows to be shown; the whole text if there is no limit. Of a live
    blog no more than its newest entries.
    """
    scroll: str = ""
    """Of a live blog all that may be shown of its text, with the old entries."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture that is safe to show: WebP, bounded, without metadata. Width and height in pixels.

    `name` is derived from the content, so that a name never stands for two pictures.
    """

    name: str
    content: bytes
    width: int
    height: int


# Re-encodes an untrusted picture within limits of memory and time. Raises Refused("picture_unreadable").
type PictureEncoder = Callable[[bytes], Encoded]


class PictureStore(Protocol):
    """Holds pictures by name, in a folder or a bucket.

    Where it is away, `put`, `read`, `forget` and `missing` raise Refused("store_away"): another try may succeed.
    """

    @property
    def place(self) -> str:
        """What an operator calls it."""

    @property
    def answers(self) -> bool:
        """False if the last request of this process, within a minute, got no answer; asks nothing."""

    def put(self, name: str, content: bytes) -> None:
        """Store it whole. Names follow from the content, so that it does not matter if there is one already."""

    def read(self, name: str) -> bytes | None:
        """The picture of this name, None if there is none."""

    def forget(self, name: str) -> None:
        """Delete the picture of this name, if there is one."""

    def missing(self, names: Iterable[str]) -> list[str]:
        """Those of these names that it does not hold."""

    def trouble(self) -> Trouble | None:
        """Why pictures could not be put, read and deleted now; tries it, and leaves nothing behind."""


@dataclass(frozen=True, slots=True)
class NotedCorrection:
    """What a publisher says in an article that it corrected there. `at`: when that was read."""

    title: str
    url: str
    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PublisherArticles:
    """How many articles of a publisher were read and refused; of the read ones, how many their publisher changed or
    took away afterwards. `reasons`: codes of why they were refused, the most frequent first; `last`: when its newest
    one was published.
    """

    read: int
    refused: int
    changed: int
    gone: int
    last: datetime | None
    reasons: tuple[tuple[str, int], ...] = ()
