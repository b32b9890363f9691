"""A clip put together from what may be published of a draft: nothing twice, the summary short, no empty heading."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from newsclip.evidence.document import Bullets, Quote, Section, Sentence
from newsclip.writing.candidates import content_stems, same_fact

SUMMARY_WORDS = 60  # as the extractive writer
MOST_WORDS = 320  # somewhat more than the extractive writer: a model joins what that leaves out


@dataclass(slots=True)
class Told:
    """What has been told already, so that nothing is told twice."""

    language: str
    words: int = 0
    facts: list[frozenset[str]] = field(default_factory=list)

    def new[Words: (Sentence, Quote)](self, offered: Iterable[Words]) -> list[Words]:
        """Those that tell something new while there is room; they count as told from now on."""
        return [one for one in offered if self._is_new(one.text)]

    def _is_new(self, text: str) -> bool:
        stems, size = content_stems(text, self.language), len(text.split())
        if self.words + size > MOST_WORDS or any(same_fact(stems, other) or stems == other for other in self.facts):
            return False
        self.words += size
        self.facts.append(stems)
        return True


def summary_of(sentences: list[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """As many of the first sentences as a summary has room for (always one), and the others."""
    words = 0
    for place, sentence in enumerate(sentences):
        words += len(sentence.text.split())
        if place and words > SUMMARY_WORDS:
            return sentences[:place], sentences[place:]
    return sentences, []


def sections_of(parts: Iterable[Section], facts: list[Sentence]) -> tuple[Section, ...]:
    """Sections with something in them; one without a heading goes on with the one before it, as the facts do."""
    made: list[Section] = []
    for part in parts:
        if part.blocks and made and part.heading is None:
            made[-1] = replace(made[-1], blocks=(*made[-1].blocks, *part.blocks))
        elif part.blocks:
            made.append(part if made else replace(part, heading=None))
    if facts:
        last = made.pop() if made else Section(None, ())
        made.append(replace(last, blocks=(*last.blocks, Bullets(tuple(facts)))))
    return tuple(made)
