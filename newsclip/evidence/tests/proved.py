"""What a proof of a sentence says, from passages that are given as texts."""

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence.document import Sentence, SourceArticle
from newsclip.evidence.origin import Origin
from newsclip.evidence.verifier.hard_guards import guard_fault
from newsclip.evidence.verifier.proofs import proof_of
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.syntax import Parser

PARSER = SpacyParser()


def proof(
    text: str, *passages: str, before: tuple[str, ...] = (), place: str = "paragraph", parser: Parser = PARSER
) -> tuple[str, ...] | Reason:
    """The edits that lead from the passages, sentences of one article in this order; or why none do."""
    whole = " ".join(passages)
    article = SourceArticle("1", 1, "", whole, "", "The Orlo Times", None, "1", language="en")
    cited, at = [], 0
    for words in passages:
        start = whole.index(words, at)
        at = start + len(words)
        cited.append((Passage("1", 1, start, at, digest_of(words)), article))
    found = proof_of(text, place, before, cited, Origin("en", ("The Orlo Times",), (whole,)), parser)
    sentence = Sentence(text, tuple(passage for passage, _ in cited))
    return (
        found
        if isinstance(found, Reason)
        else guard_fault(sentence, place, before, {("1", 1): article}, parser) or found
    )


def stands(text: str, *passages: str, before: tuple[str, ...] = (), place: str = "paragraph") -> bool:
    return not isinstance(proof(text, *passages, before=before, place=place), Reason)
