"""What must hold of a sentence in words of its own before a language model may be asked whether it is borne.

Nothing here proves it. Each guard looks at one kind of thing that a model may get wrong and a rule can see, and refuses
what contradicts the passages or stands in none: names, figures and their units, days, denial, doubt, who says so,
quotation marks, another language, a cause, an order or an "all" that is added, words that change places, things that
none told of. Most of an editor's sentences pass, and a third of their wrong versions (docs/why/verifier.md): what
passes may be wrong.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsclip.evidence.document import Articles, Sentence, SourceArticle
from newsclip.evidence.origin import Origin, origin_of
from newsclip.evidence.verifier.enclosing_sentences import whole_sentences
from newsclip.evidence.verifier.hard_guards import (
    added_words,
    bounds,
    certainty,
    changes,
    contraries,
    dates,
    denial,
    exchanged,
    figures,
    guilt,
    languages,
    names,
    narrowing,
    new_words,
    plans,
    quantities,
    quotations,
    scope,
    unattributed,
    units,
)
from newsclip.evidence.verifier.hard_guards.readings import Compared, Read
from newsclip.evidence.verifier.proofs.parsed_sentences import parsed_sentences_of, read
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage
from newsclip.language.guards import guards_of
from newsclip.language.pack import verifier_words
from newsclip.language.quotation_marks import outside
from newsclip.language.syntax import LONGEST, NO_PARSER, Parser
from newsclip.language.tokens import sentences

type Cited = Sequence[tuple[Passage, SourceArticle]]

_JOINTS = frozenset(";\u037e\uff1b")  # join two statements
_MOST_STATEMENTS = 2
_GUARDS = (
    languages.fault,
    quotations.speaker_fault,
    names.fault,
    dates.fault,
    figures.fault,
    units.fault,
    bounds.fault,
    changes.fault,
    quantities.fault,
    denial.fault,
    contraries.fault,
    certainty.fault,
    unattributed.fault,
    plans.fault,
    guilt.fault,
    added_words.fault,
    exchanged.fault,
    scope.fault,
    narrowing.fault,
    new_words.fault,
)


def guard_fault(
    sentence: Sentence, place: str, before: Sequence[str], articles: Articles, parser: Parser = NO_PARSER
) -> Reason | None:
    """Why no judge may be asked about the sentence; None where one may. Decides nothing else: None is no proof.

    `place`: "heading", "headline", or where else in a clip it is; `before`: what the clip says before it, the nearest
    last. Its passages must be there and be whole; without a parser, or the words of its language, nothing passes.
    """
    cited = _in_order(_cited(sentence, articles))
    if len(cited) < len(sentence.evidence):
        return Reason("passage_lost")
    statements = _statements(sentence.text)
    if len(statements) > _MOST_STATEMENTS:
        return Reason("several_sentences")
    told = list(before)
    for statement in statements if len(statements) > 1 else ():
        if wrong := _fault(statement, place, told, cited, parser):
            return wrong
        told.append(statement)
    return _fault(sentence.text, place, before, cited, parser)


def _statements(text: str) -> list[str]:
    """What ";" joins: each is looked at by itself, as a true one could carry a lie, and then the whole."""
    plain = outside(text)
    ends = [place for place, character in enumerate(plain) if character in _JOINTS]
    return [text[a:b].strip() for a, b in zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True)]


def _fault(text: str, place: str, before: Sequence[str], cited: Cited, parser: Parser) -> Reason | None:
    texts = [whole_sentences(*one) for one in cited]
    if _is_several(text, cited):  # a true sentence could carry a lie that nothing here looks at
        return Reason("several_sentences")
    if wrong := quotations.marks_fault(text, texts):
        return wrong
    compared = _compared(text, texts, cited, origin_of(article for _, article in cited), parser)
    if compared is None:
        return Reason("no_parser")
    compared = replace(compared, before=tuple(before), place=place)
    return next((wrong for guard in _GUARDS if (wrong := guard(compared))), None)


def _is_several(text: str, cited: Cited) -> bool:
    """Whether the text is more than one statement: one that ends in an office goes on ("Lt. Ada Holm")."""
    known = verifier_words(origin_of(article for _, article in cited).language) if cited else None
    rows = known.guarded.offices if known and known.guarded else ()
    offices = {short for full, short in rows if " " not in full}  # "PM" has no full stop of its own, "Lt." has
    ends = [span.of(text).rstrip().removesuffix(".").rpartition(" ")[2].lower() for span in sentences(text)]
    return any(word not in offices for word in ends[:-1])


def _cited(sentence: Sentence, articles: Articles) -> Iterator[tuple[Passage, SourceArticle]]:
    for passage in sentence.evidence:
        article = articles.get((passage.article, passage.revision))
        if article is not None:
            yield passage, article


def _in_order(cited: Iterable[tuple[Passage, SourceArticle]]) -> list[tuple[Passage, SourceArticle]]:
    """Those of each article as they stand there, its title first, in whatever order they are named."""
    found: dict[str, list[tuple[Passage, SourceArticle]]] = {}
    for passage, article in cited:
        found.setdefault(article.id, []).append((passage, article))
    return [one for of in found.values() for one in sorted(of, key=lambda one: (one[0].part != "title", one[0].start))]


def _compared(text: str, texts: Sequence[str], cited: Cited, origin: Origin, parser: Parser) -> Compared | None:
    """What the guards look at; None where the language, the parser or the length does not allow it."""
    known = verifier_words(origin.language)
    if known is None or guards_of(origin.language) is None:
        return None
    words, guarded, qualifiers = known.proofs, known.guarded, known.qualifiers
    if words is None or guarded is None or qualifiers is None:
        return None
    if not parser.mark or len(text) > LONGEST:
        return None
    said = read(text, words, parser, origin.language)
    held = parsed_sentences_of(cited, words, parser, origin.language)
    if said is None or not held:
        return None
    articles = {article.id: article for _, article in cited}.values()
    return Compared(
        text,
        Read(said, words),
        tuple(Read(one, words) for one in held),
        tuple(texts),
        "\n".join(f"{article.title}\n{article.text}" for article in articles),
        tuple(article.published for article in articles if article.published),
        origin.language,
        words,
        guarded,
        qualifiers,
    )
