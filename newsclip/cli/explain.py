"""Why a clip says what it says: each sentence with its passages, its edits and the verifier's current verdict."""

from collections.abc import Iterator

from newsclip import wiring
from newsclip.cli.reproduce import clip_of
from newsclip.clips import queries
from newsclip.evidence.document import Document, Quote, Sentence, SourceReference, Verdict
from newsclip.evidence.verifier import verify_document
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.reasons import Refused, message
from newsclip.kernel.spans import Passage


def explain(name: str, number: int = 0) -> Iterator[str]:
    """Lines for people: about sentence `number` of the clip (1 is the headline), or about all and what was refused.

    `name`: the clip's slug, ID or number. Raises NoSuchClip; IndexError if there is no such sentence.
    """
    clip = clip_of(name)
    told = queries.document(clip)
    said = sentences_and_quotations(told)
    if not 0 <= number <= len(said):
        raise IndexError(number)
    words, sources = queries.passage_words(told), {source.article: source for source in told.sources}
    verdicts = {verdict.text: verdict for verdict in _verdicts(told)}
    for place, one in enumerate(said, 1):
        if number in {0, place}:
            yield f"{place}. {one.text}"
            for passage in one.evidence:
                yield from _from(passage, sources.get(passage.article), words[passage])
            yield from _became(one, verdicts.get(one.text))
    if not number:
        for refused in queries.refusals(told):
            yield f"Not published: {refused.sentence}"
            yield f"    {message(refused.reason)}"


def _verdicts(told: Document) -> list[Verdict]:
    """Empty if the articles are not stored in the cited revisions any more."""
    try:
        return verify_document(told, queries.assigned_again(told).articles, wiring.parser())
    except Refused:
        return []


def _from(passage: Passage, source: SourceReference | None, words: str) -> Iterator[str]:
    where = f"{source.publisher}, {source.url}" if source else f"article {passage.article}"
    yield f"    from {where}"
    yield f"    {passage.part} of revision {passage.revision}, characters {passage.start} to {passage.end}:"
    yield f"    “{words}”" if words else "    (these words are no longer kept)"


def _became(one: Sentence | Quote, verdict: Verdict | None) -> Iterator[str]:
    for edit in one.edits if isinstance(one, Sentence) else ():
        yield f"    edit: {edit}"
    if verdict is None:
        yield "    the verifier cannot judge it again: its articles changed"
    elif verdict.supported:
        yield "    the verifier lets it stand"
    else:
        yield (
            f"    the verifier refuses it now: {message(verdict.reason)}" if verdict.reason else "    it is refused now"
        )
