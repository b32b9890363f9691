"""Headlines and hashtags that readers wanted, as long as the publishers' words bear them, and what was taken out."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from newsclip.evidence import muting, visitor
from newsclip.evidence.document import Amended, Document, Refusal, Sentence, SourceArticle, by_revision
from newsclip.evidence.edits import PROVED
from newsclip.evidence.reason_spans import referring
from newsclip.evidence.serialization import seal
from newsclip.evidence.slugs import is_slug_of, slug_of
from newsclip.evidence.verifier import frame, judge_headline, judge_sentence
from newsclip.evidence.verifier.single_sentence import judge_single
from newsclip.kernel.reasons import PUT_BACK, Reason, Refused
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.syntax import NO_PARSER, Parser
from newsclip.language.titles import without_stop
from newsclip.language.tokens import sentences

HEADLINE, HASHTAGS, SENTENCE = "headline", "hashtags", "sentence"
_GIVEN = {HEADLINE: "headline_by_readers", HASHTAGS: "hashtags_by_readers", SENTENCE: "sentence_taken_out"}
_TAKEN_BACK = {HEADLINE: "headline_taken_back", HASHTAGS: "hashtags_taken_back"}

# characters; each sentence of each article is compared with them, and no reader can send more
_LONGEST = 300
_TO_PROVE = 6  # the passages that are nearest to it: a proof takes a parse of each


def borne(
    amended: Amended,
    articles: Sequence[SourceArticle],
    document: Document | None = None,
    parser: Parser = NO_PARSER,
) -> tuple[str, ...]:
    """The words as they would be published. `document`: the clip as it is, whose own sentences may head it, too.

    Raises Refused("not_supported") with the verifier's reason, and "too_long".
    """
    if amended.kind == SENTENCE:
        return amended.words
    if amended.kind == HEADLINE:
        told = visitor.sentences(document) if document else ()
        return (headline(amended.words[0], articles, told, parser).text,)
    for words in amended.words:
        _bounded(words)
    tags = tuple(dict.fromkeys(_hashtag(words) for words in amended.words))
    wrong = next((v.reason for tag in tags if not (v := frame.judge_hashtag(tag, articles)).supported), None)
    if wrong:
        raise Refused("not_supported", because=wrong)
    return tags


def headline(
    text: str, articles: Sequence[SourceArticle], told: Iterable[Sentence] = (), parser: Parser = NO_PARSER
) -> Sentence:
    """The headline on the title or the sentence that bears it, else with the passages and edits of one that the clip
    tells (`told`), else proved from one in other words. Raises Refused("not_supported", "too_long").
    """
    _bounded(text)
    text = without_stop(" ".join(text.split()))
    known = by_revision(articles)
    near: list[tuple[float, Reason, Passage]] = []
    for passage in _passages(articles):
        verdict = judge_sentence(Sentence(text, (passage,)), known)
        if verdict.reason is None:
            return Sentence(text, (passage,))
        near.append((verdict.score, verdict.reason, passage))
    same = (replace(one, text=text) for one in told if without_stop(one.text) == text and one.basis != "judged")
    for sentence in same:
        if judge_headline(sentence, known).supported:
            return sentence
    near.sort(key=lambda one: -one[0])
    for _, _, passage in near[:_TO_PROVE]:
        found = judge_single(Sentence(text, (passage,)), "headline", [], known, parser)
        if found.basis is not None:
            return Sentence(text, (passage,), (PROVED, *found.edits))
    raise Refused("not_supported", because=near[0][1] if near else Reason("no_article"))


def amend(
    document: Document, wanted: Sequence[Amended], articles: Sequence[SourceArticle], parser: Parser = NO_PARSER
) -> Document:
    """The document as readers wanted it, the wish in its receipt; one that nothing bears any more is refused there.

    The last headline and the last hashtags count, and all that was taken out. Raises Refused("too_thin") where that
    leaves no clip.
    """
    if not wanted:
        return document
    document = _without_what_was_taken_out(document, wanted, articles)
    refused: list[Refusal] = []
    newest = {one.kind: one for one in wanted if one.kind != SENTENCE}
    for amended in newest.values():
        try:
            document = _applied(document, amended, articles, parser)
        except Refused as reason:
            words, because = " ".join(amended.words), reason.because or Reason("no_article")
            refused.append(Refusal(words, referring(because, words, (), articles)))
    receipt = replace(document.receipt, amendments=tuple(wanted), refused=(*document.receipt.refused, *refused))
    return seal(replace(document, receipt=receipt))


def _without_what_was_taken_out(
    document: Document, wanted: Sequence[Amended], articles: Sequence[SourceArticle]
) -> Document:
    digests = {digest for one in wanted if one.kind == SENTENCE for digest in one.words}
    left = muting.without_passages(document, digests, articles) if digests else document
    if left is None:
        raise Refused("too_thin", "Without what a moderator took out nothing is left.")
    return left


def reasons(before: Document, now: Document, put_back: Collection[str] = ()) -> list[Reason]:
    """Which wishes of readers the new version follows, or follows no more.

    `put_back`: what had brought about that sentences were taken out (Amended.by), where a moderator undid it. It is
    told where the clip rests on those words again.
    """
    old, new = before.receipt.amendments, now.receipt.amendments
    given = [Reason(_GIVEN[one.kind]) for one in new if one not in old]
    gone = _TAKEN_BACK.keys() & {one.kind for one in old if one not in new} - {one.kind for one in new}
    told = given + [Reason(_TAKEN_BACK[kind]) for kind in sorted(gone)]
    free = {digest for one in old if one.kind == SENTENCE and one.by in put_back for digest in one.words}
    again = any(passage.digest in free for one in visitor.sentences_and_quotations(now) for passage in one.evidence)
    return [*told, PUT_BACK] if again else told


def _applied(document: Document, amended: Amended, articles: Sequence[SourceArticle], parser: Parser) -> Document:
    if amended.kind == HASHTAGS:
        return replace(document, hashtags=borne(amended, articles))
    given = headline(amended.words[0], articles, visitor.sentences(document), parser)
    moved = document.version == 1 and not is_slug_of(document.slug, given.text, document.language)
    return replace(document, headline=given, slug=slug_of(given.text, document.language) if moved else document.slug)


def _bounded(words: str) -> None:
    if len(words) > _LONGEST:
        raise Refused("too_long", f"{len(words):,} of {_LONGEST:,} characters")


def _passages(articles: Sequence[SourceArticle]) -> Iterator[Passage]:
    """Every title, then every sentence."""
    for a in articles:
        if a.title.strip():
            yield Passage(a.id, a.revision, 0, len(a.title), digest_of(a.title), "title")
    for a in articles:
        for span in sentences(a.text):
            yield Passage(a.id, a.revision, span.start, span.end, digest_of(span.of(a.text)))


def _hashtag(words: str) -> str:
    """ "Orlo bay" as "#OrloBay"; what is one word stays as it is written."""
    return "#" + "".join(word[:1].upper() + word[1:] for word in words.replace("#", " ").split())
