"""One sentence of a clip by itself: whether its passages bear it, on what basis, and by which edits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from newsclip.evidence.document import Articles, Sentence
from newsclip.evidence.origin import Origin, origin_of
from newsclip.evidence.verifier import coreference, phrase_fault, strict
from newsclip.evidence.verifier.enclosing_sentences import whole_sentences
from newsclip.evidence.verifier.hard_guards import guard_fault
from newsclip.evidence.verifier.proofs import proof_of
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage
from newsclip.language.syntax import NO_PARSER, Parser

type Basis = Literal["exact", "edited"]

_HEADING = "heading"
_NOWHERE = Passage("", 0, 0, 0, "")
# reasons that name the words at fault; a search for a proof names where it ended
_TELLING = frozenset(
    {"says_instead", "figure_instead", "date_instead", "not_said", "figure_not_said", "date_not_said"}
) | {"antecedent_other"}


@dataclass(frozen=True, slots=True)
class Finding:
    """`basis` None and a `reason` where the sentence does not stand; `edits` lead from its passages to it."""

    basis: Basis | None
    edits: tuple[str, ...] = ()
    reason: Reason | None = None


def judge_single(
    sentence: Sentence, place: str, before: Sequence[str], articles: Articles, parser: Parser = NO_PARSER
) -> Finding:
    """Whether the sentence stands on the passages that it cites. `place`: "heading", or where else in a clip it is.

    `before`: what the clip says before it, the nearest last, for what its pronouns mean. Every passage must be there.
    """
    cited = [(passage, articles[passage.article, passage.revision]) for passage in sentence.evidence]
    texts = [whole_sentences(passage, article) for passage, article in cited]
    origin = origin_of(article for _, article in cited)
    wrong = _unless_exact(sentence, place, texts, origin, parser)
    wrong = wrong or coreference.fault(sentence, [Sentence(text, (_NOWHERE,)) for text in before], articles)
    if wrong is None:
        return Finding("exact")
    proof = proof_of(sentence.text, place, before, cited, origin, parser)
    if isinstance(proof, Reason):
        return Finding(
            None, (), wrong if (wrong.code in _TELLING and place != _HEADING) or proof.code == "no_parser" else proof
        )
    if against := guard_fault(sentence, place, before, articles, parser):  # a second look, by rules of their own
        return Finding(None, (), against)
    return Finding("edited", proof)


def _unless_exact(sentence: Sentence, place: str, texts: list[str], origin: Origin, parser: Parser) -> Reason | None:
    """Why it is not in its publisher's words, less what may go by its shape; None where it is."""
    wrong = strict.fault(sentence, texts, origin, parser)
    if wrong and place == _HEADING and phrase_fault(sentence.text, texts, origin.language) is None:
        return None
    return wrong
