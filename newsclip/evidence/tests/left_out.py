"""What the verifier says of a sentence of which words were left out."""

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import Omission
from newsclip.evidence.omission import without
from newsclip.evidence.origin import Origin
from newsclip.evidence.verifier import verify_sentence
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.syntax import Parser

PARSER = SpacyParser()
ORLO = Origin("en", ("The Orlo Times",))


def judged(line: str, *kinds: str, parser: Parser = PARSER) -> list[str | None]:
    """For each kind the code of what is said against the sentence without what stands in brackets; None where none."""
    source = line.replace("[", "").replace("]", "")
    lost = line[line.index("[") + 1 : line.index("]")]
    words = lost.strip(" ,").removeprefix("(").removesuffix(")")
    here = Passage("1", 1, 0, len(source), digest_of(source))
    text = without(source, words) or line[: line.index("[")] + line[line.index("]") + 1 :]
    found = (
        verify_sentence(Sentence(text, (here,), (str(Omission(kind, words)),)), [source], ORLO, parser)
        for kind in kinds
    )
    return [verdict.reason.code if verdict.reason else None for verdict in found]
