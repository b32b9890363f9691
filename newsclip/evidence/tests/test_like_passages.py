"""Passages that are much alike cost a proof no more than its comparisons: no two words are compared twice."""

from collections import Counter

import pytest

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence.document import SourceArticle
from newsclip.evidence.verifier.proofs.canonical_forms import proof_words
from newsclip.evidence.verifier.proofs.matching import Matcher
from newsclip.evidence.verifier.proofs.parsed_sentences import parsed_sentences_of, read
from newsclip.evidence.verifier.proofs.references import References, Word
from newsclip.kernel.spans import Passage, digest_of

pytestmark = pytest.mark.slow
PARSER = SpacyParser()
LIKE = [
    f"The council and the port and the union of Orlo told the people of Orlo that the quay of Orlo and the ferry of "
    f"Orlo were open for {days} days."
    for days in range(2, 14)
]
TURNED = (
    "The people of Orlo were told by the union of Orlo and the port and the council that the ferry of Orlo and the "
    "quay of Orlo were open for 7 days."
)


class Counting(Matcher):
    """Counts how often it compares two words."""

    compared: Counter[tuple[int, Word]]

    def tells_alike(self, place: int, word: Word) -> bool:
        self.compared[place, word] += 1
        return super().tells_alike(place, word)


def test_a_dozen_like_passages_are_compared_once_word_by_word() -> None:
    words = proof_words("en")
    assert words is not None
    text = " ".join(LIKE)
    article = SourceArticle("1", 1, "", text, "", "Orlo Post", None, "1", language="en")
    cited = [(Passage("1", 1, text.index(one), text.index(one) + len(one), digest_of(one)), article) for one in LIKE]
    said, held = read(TURNED, words, PARSER, "en"), parsed_sentences_of(cited, words, PARSER, "en")
    assert said is not None
    matcher = Counting(said, held, References(said, held, (), words), "en", headline=False)
    matcher.compared = Counter()
    list(matcher.matches())
    assert len(matcher.compared) > 12
    assert set(matcher.compared.values()) == {1}
