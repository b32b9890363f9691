"""A text that somebody brings (a post, a chatbot's answer), sentence by sentence beside stored articles.

A sentence is borne out where the verifier would let a clip say it on a passage. It is contradicted where it stands as
soon as one figure, name, date or negation is the passage's, and where a passage with all that matters of it has another
figure. Else it is not found, which does not make it false; the nearest passage is told.
"""

from collections.abc import Callable, Sequence
from itertools import takewhile

from newsclip.evidence.document import Articles, Sentence, SourceArticle, by_revision
from newsclip.evidence.ports import MOST_SENTENCES, CheckedSentence, CheckedText
from newsclip.evidence.tokens import tokens
from newsclip.evidence.verifier import coreference, judge_sentence, words_of
from newsclip.evidence.verifier.single_sentence import Finding, judge_single
from newsclip.evidence.verifier.text_check.claims import claims_of
from newsclip.evidence.verifier.text_check.contradictions import contradicted
from newsclip.evidence.verifier.text_check.near_passages import NearPassages
from newsclip.evidence.verifier.text_check.nearest import nearest_of
from newsclip.kernel.spans import Passage
from newsclip.language.syntax import NO_PARSER, Parser

_LOOKED_AT, _PROVED = 6, 3  # passages of a sentence: compared word for word, and by proofs
_WORTH_SHOWING = 0.5  # of the weight of a sentence's words: what shares less is seldom about the same; not tuned
_BEFORE = 3  # sentences that say whom a pronoun means
_NOWHERE = Passage("", 0, 0, 0, "")


def check_text(
    text: str,
    articles: Sequence[SourceArticle],
    parser: Parser = NO_PARSER,
    is_late: Callable[[], bool] = lambda: False,
) -> CheckedText:
    """What the articles say to each sentence of the text: to the first MOST_SENTENCES, and until `is_late`."""
    check, claims = _Check(articles, parser), claims_of(text)
    in_time = takewhile(lambda _: not is_late(), claims[:MOST_SENTENCES])
    told = tuple(map(check.judged, in_time))
    return CheckedText(told, len(claims) - len(told))


class _Check:
    def __init__(self, articles: Sequence[SourceArticle], parser: Parser) -> None:
        self._known: Articles = by_revision(articles)
        self._parser = parser
        self._near = NearPassages(articles)
        self._told: list[Sentence] = []  # what the text says so far, on what bears it

    def judged(self, claim: str) -> CheckedSentence:
        """The answer for the next sentence of the text."""
        near = self._near.of(claim, _LOOKED_AT)
        found = self._borne(claim, near)
        if found is None:
            found = contradicted(claim, near[:_PROVED], self._near, self._known, self._stands)
        borne = found.passages if found and found.outcome == "borne_out" else (_NOWHERE,)
        self._told.append(Sentence(claim, borne))
        return found or self._not_found(claim)

    def _not_found(self, claim: str) -> CheckedSentence:
        near = self._near.of(claim, _LOOKED_AT, _WORTH_SHOWING)
        nearest = nearest_of(claim, near, self._known, lambda words: self._near.of(words, _LOOKED_AT))
        return CheckedSentence(claim, "not_found", nearest=nearest)

    def _borne(self, claim: str, near: Sequence[Passage]) -> CheckedSentence | None:
        for passage in near:
            said = Sentence(claim, (passage,))
            if self._is_exact(said, self._known) or self._is_copied_alone(said):
                return CheckedSentence(claim, "borne_out", (passage,), "exact")
        for passages in [*((one,) for one in near[:_PROVED]), tuple(near[:2])]:
            found = self._judged(claim, passages, self._known) if passages else None
            if found and found.basis:
                return CheckedSentence(claim, "borne_out", passages, found.basis, found.edits)
        return None

    def _is_exact(self, said: Sentence, articles: Articles) -> bool:
        if not judge_sentence(said, articles, self._parser).supported:
            return False
        return coreference.fault(said, self._told, articles) is None

    def _is_copied_alone(self, said: Sentence) -> bool:
        """Whether the text begins with a whole sentence of an article: its "it" means what it means there."""
        words = words_of(said.evidence[0], self._known) or ""
        same = not self._told and tokens(words) == tokens(said.text)
        return same and judge_sentence(said, self._known, self._parser).supported

    def _judged(self, claim: str, passages: tuple[Passage, ...], articles: Articles) -> Finding:
        """On these passages. The "he" of a text that names nobody before is taken for whom the article means."""
        before = [one.text for one in self._told[-_BEFORE:]] or self._near.before(passages[0])
        return judge_single(Sentence(claim, passages), "text", before, articles, self._parser)

    def _stands(self, claim: str, passage: Passage, articles: Articles) -> bool:
        exact = self._is_exact(Sentence(claim, (passage,)), articles)
        return exact or self._judged(claim, (passage,), articles).basis is not None
