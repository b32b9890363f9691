"""What the product does with a text from outside, from end to end, by the name of the door it comes in by."""

from collections.abc import Callable, Mapping

from newsclip import wiring
from newsclip.adapters.words import asked
from newsclip.articles.rules import extract
from newsclip.articles.rules.revisions import compare
from newsclip.clips.rules.quotes import find_quotes
from newsclip.clips.rules.tags import tag
from newsclip.clips.rules.verifier.claims import verify_claim
from newsclip.clips.rules.verifier.gate import supported_only
from newsclip.feeds.forms import atom, json_feed
from newsclip.kernel.sanitizing import linked
from newsclip.sources.rules.feeds import read_feed
from newsclip.sources.rules.links import read_links
from newsclip.stories.rules.copies import fingerprint
from newsclip.stories.rules.headings import heading
from newsclip.stories.rules.vectors import counted
from tests.pathological.arguments import NOW, TITLE, URL, assigned_of, channel_of

_LONGEST_COMMENT = 10_000  # as community.rules takes it


def _write(text: str) -> None:
    story = assigned_of(text)
    supported_only(wiring.extractive_writer()(story), story.articles)


def _group(text: str) -> None:
    fingerprint(text[:TITLE], text)
    counted(text[:TITLE], text, "en")
    heading(text[:TITLE], text, "en")


def _feeds(text: str) -> None:
    atom(channel_of(text))
    json_feed(channel_of(text))


def _source(text: str) -> None:
    read_feed(text.encode(), url=URL, now=NOW)
    read_links(text.encode(), url=URL, now=NOW)


DOORS: Mapping[str, Callable[[str], object]] = {
    "extract": lambda text: extract(f"<title>A ferry</title><article><h1>A ferry</h1><p>{text}</article>", URL),
    "compare": lambda text: compare("A ferry", text, "A ferry", text + " More."),
    "group": _group,
    "quotes": find_quotes,
    "tags": lambda text: tag(text[:TITLE], text, embedder=wiring.embedder()),
    "write": _write,
    "verify": lambda text: verify_claim(text, text[:TITLE], embedder=wiring.embedder()),
    "search": asked,
    "comment": lambda text: linked(text[:_LONGEST_COMMENT]),
    "feeds": _feeds,
    "source": _source,
}
