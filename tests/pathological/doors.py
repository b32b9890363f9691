"""What the product does with a text from outside, from end to end, by the name of the door it comes in by."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from newsclip import wiring
from newsclip.articles.rules import extract
from newsclip.articles.rules.revisions import compare
from newsclip.evidence.ports import LONGEST_TEXT
from newsclip.evidence.verifier.claims import verify_claim
from newsclip.evidence.verifier.gate import supported_only
from newsclip.evidence.verifier.text_check import check_text
from newsclip.feeds.forms import atom, json_feed
from newsclip.kernel.sanitizing import linked
from newsclip.language.quotations import find_quotes
from newsclip.language.search_query import parse_query
from newsclip.sources.rules.feeds import read_feed
from newsclip.sources.rules.links import read_links
from newsclip.stories.rules.headings import heading
from newsclip.stories.rules.near_duplicates import fingerprint
from newsclip.stories.rules.vectors import counted
from newsclip.writing.tags import tag
from tests.pathological.arguments import NOW, TITLE, URL, assigned_of, channel_of

_LONGEST_COMMENT = 10_000  # as community.rules takes it


# a story that is written, before what nobody writes: of that alone the writer finds too little, and begins nothing
_STORY = (
    "The ferry to Orlo left Kelmouth at noon on Monday with forty people on board. It ran aground in fog near the "
    "lighthouse two hours later. “We heard a bang and everything stopped,” said Ada Holm, who was on deck. Fishing "
    "boats from the village took all passengers ashore before dark. Nobody was hurt, the harbour office said on "
    "Tuesday. The ferry line has stopped its service until divers have looked at the hull. Its three other ships were "
    "built in the same yard in 1998. The harbour master, Ilse Brandt, has asked for a report by Friday.\n\n"
)


def _write(text: str) -> None:
    story = assigned_of(_STORY + text)
    supported_only(wiring.extractive_writer()(story), story.articles, wiring.parser())


def _group(text: str) -> None:
    fingerprint(text[:TITLE], text)
    counted(text[:TITLE], text, "en")
    heading(text[:TITLE], text, "en")


def _feeds(text: str) -> None:
    atom(channel_of(text))
    json_feed(channel_of(text))


DOORS: Mapping[str, Callable[[str], object]] = {
    "extract": lambda text: extract(f"<title>A ferry</title><article><h1>A ferry</h1><p>{text}</article>", URL),
    "compare": lambda text: compare("A ferry", text, "A ferry", text + " More."),
    "group": _group,
    "quotes": find_quotes,
    "tags": lambda text: tag(text[:TITLE], text, embedder=wiring.embedder()),
    "write": _write,
    "verify": lambda text: verify_claim(text, text[:TITLE]),
    "check": lambda text: check_text(text[:LONGEST_TEXT], assigned_of(_STORY + text).articles, wiring.parser()),
    "search": parse_query,
    "comment": lambda text: linked(text[:_LONGEST_COMMENT]),
    "feeds": _feeds,
    "source": lambda text: read_feed(text.encode(), url=URL, now=NOW),
    "links": lambda text: read_links(text.encode(), url=URL, now=NOW),
}


def opened(name: str, text: str) -> None:
    """The text at a door; a refusal ends it, too."""
    with suppress(Exception):
        DOORS[name](text)
