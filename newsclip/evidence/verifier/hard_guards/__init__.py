"""What must hold of a sentence in words of its own before a language model may be asked whether it is borne.

Nothing here proves it. Each guard looks at one kind of thing that a model may get wrong and a rule can see: names,
figures, days, denial, doubt, who says so, quotation marks. What they let pass is still likely to be wrong.
"""

from collections.abc import Sequence

from newsclip.evidence.document import Articles, Sentence
from newsclip.evidence.origin import origin_of
from newsclip.evidence.tokens import names_number, tokens
from newsclip.evidence.verifier.enclosing_sentences import whole_sentences
from newsclip.evidence.verifier.proofs import match_guards
from newsclip.kernel.reasons import Reason
from newsclip.language import quotation_marks
from newsclip.language.guards import guards_of
from newsclip.language.syntax import LONGEST, NO_PARSER, Parser

_LOST = Reason("passage_lost")


def guard_fault(
    sentence: Sentence, place: str, before: Sequence[str], articles: Articles, parser: Parser = NO_PARSER
) -> Reason | None:
    """Why no judge may be asked about the sentence; None where one may. Decides nothing else: None is no proof.

    `place`: "heading", "headline", or where else in a clip it is; `before`: what the clip says before it, the nearest
    last. Its passages must be there and be whole; without a parser, or guards in its language, nothing passes.
    """
    cited = [(passage, articles.get((passage.article, passage.revision))) for passage in sentence.evidence]
    known = [(passage, article) for passage, article in cited if article is not None]
    if len(known) < len(cited):
        return _LOST
    origin = origin_of(article for _, article in known)
    if guards_of(origin.language) is None or not parser.mark or len(sentence.text) > LONGEST:
        return Reason("no_parser")
    texts = [whole_sentences(*one) for one in known]
    return _marks_fault(sentence.text, texts) or _figures_fault(sentence.text, texts)


def _marks_fault(text: str, texts: Sequence[str]) -> Reason | None:
    if not quotation_marks.closed(text):
        return Reason("quotation_open")
    lost = match_guards.misquoted(text, texts)
    return Reason("words_not_quoted", {"words": lost}) if lost else None


def _figures_fault(text: str, texts: Sequence[str]) -> Reason | None:
    held = {token for one in texts for token in tokens(one)}
    lost = next((token for token in tokens(text) if names_number(token) and token not in held), None)
    return Reason("figure_not_said", {"said": lost}) if lost else None
