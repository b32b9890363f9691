"""Plain links that share a clip elsewhere: no script of anybody, and nobody is asked before the reader chooses.

Each address and its parameters are those the network documents, or, where it documents none, those in common use.
Values are percent-encoded whole (RFC 3986), spaces as %20: some of these readers take "+" for a plus.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext

_X_LIMIT = 280
_X_URL = 23
_X_LIGHT = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
_BLUESKY_LIMIT = 300
# code points of a title, ten for each that a reader sees; finding flags takes the square of their number
_LONGEST = 10 * _BLUESKY_LIMIT
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ShareLink:
    """`name` is what the reader sees; `url` may be put into an href as it is."""

    name: str
    url: str


def share_links(url: str, title: str, hashtags: Sequence[str] = ()) -> list[ShareLink]:
    """WhatsApp, X, Facebook and LinkedIn, then the others. `hashtags` carry their "#"; `url` is ASCII."""
    title = title[:_LONGEST]
    tags = [tag.removeprefix("#") for tag in hashtags]
    address, words = _encode(url), _encode(title)
    return [
        ShareLink("WhatsApp", f"https://wa.me/?text={_encode(f'{title} {url}')}"),
        ShareLink("X", _x(url, title, tags)),
        ShareLink("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={address}"),
        ShareLink("LinkedIn", f"https://www.linkedin.com/sharing/share-offsite/?url={address}"),
        ShareLink("Bluesky", f"https://bsky.app/intent/compose?text={_encode(_for_bluesky(url, title))}"),
        ShareLink("Threads", f"https://www.threads.com/intent/post?text={words}&url={address}"),
        ShareLink("Reddit", f"https://www.reddit.com/submit?url={address}&title={words}"),
        ShareLink("Telegram", f"https://t.me/share/url?url={address}&text={words}"),
        ShareLink(gettext("Email"), f"mailto:?subject={words}&body={_encode(f'{title}\r\n\r\n{url}')}"),
    ]


def instance_link(network: str, instance: str, url: str, title: str) -> str:
    """The sharing page of this reader's own server: `network` is "mastodon" or "lemmy".

    Raises ValueError where `instance` is no host name.
    """
    host = instance.strip().removeprefix("https://").rstrip("/").rpartition("@")[2]
    if not _HOST.fullmatch(host):
        raise ValueError(instance)
    if network == "mastodon":
        return f"https://{host.lower()}/share?text={_encode(f'{title} {url}')}"
    return f"https://{host.lower()}/create_post?url={_encode(url)}&title={_encode(title)}"


def _encode(value: str) -> str:
    return quote(value, safe="")


def _x(url: str, title: str, tags: Sequence[str]) -> str:
    room = _X_LIMIT - _X_URL - 1 - sum(_x_weight(f" #{tag}") for tag in tags)
    link = f"https://x.com/intent/tweet?text={_encode(_cut(title, room, _x_weight))}&url={_encode(url)}"
    return f"{link}&hashtags={_encode(','.join(tags))}" if tags else link


def _x_weight(text: str) -> int:
    """How X counts: most letters 1, other scripts and emoji 2 (twitter-text, configuration v3)."""
    return sum(1 if any(low <= ord(c) <= high for low, high in _X_LIGHT) else 2 for c in text)


def _characters(text: str) -> list[str]:
    """As a reader sees them (grapheme clusters, UAX 29)."""
    import regex  # noqa: PLC0415 11 MB for the few titles that are cut

    return regex.findall(r"\X", text)


def _graphemes(text: str) -> int:
    return len(_characters(text))


def _for_bluesky(url: str, title: str) -> str:
    if len(title) + 1 + len(url) <= _BLUESKY_LIMIT:  # and no reader sees more
        return f"{title} {url}"
    return f"{_cut(title, _BLUESKY_LIMIT - len(url) - 1, _graphemes)} {url}"


def _cut(title: str, room: int, weight: Callable[[str], int]) -> str:
    """The title, or as many of its characters as a reader sees (never half of one) with "…" fit into `room`."""
    if weight(title) <= room:
        return title
    left = room - weight("…")
    kept = []
    for character in _characters(title):
        left -= weight(character)
        if left < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"
