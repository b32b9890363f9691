"""The gate before publication: what does not rest on its passages gives way to them, or is left out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from newsclip.clips.ports import (
    Block,
    Bullets,
    Document,
    Paragraph,
    Quote,
    Refusal,
    Section,
    Sentence,
    SourceArticle,
    Verdict,
)
from newsclip.clips.rules.document import seal
from newsclip.clips.rules.verifier import judge_claim, judge_quote, judge_sentence, words_of
from newsclip.kernel.reasons import Refused

type Keep = Callable[[Sentence], Sentence | None]


def supported_only(document: Document, articles: Sequence[SourceArticle]) -> Document:
    """The document with nothing in it that the verifier refuses, each refusal in its receipt, sealed anew.

    Raises Refused("not_supported") where the headline or the whole summary falls.
    """
    known = {(article.id, article.revision): article for article in articles}
    refused: list[Refusal] = []

    def keep(sentence: Sentence) -> Sentence | None:
        verdict = judge_sentence(sentence, known)
        if verdict.supported:
            return sentence
        refused.append(_refusal(verdict))
        words = words_of(sentence.evidence[0], known)
        if words is None or not sentence.text.rstrip().endswith((".", "!", "”", '"')):
            return None
        passage = Sentence(" ".join(words.split()), sentence.evidence[:1])
        return passage if judge_sentence(passage, known).supported else None

    def quotable(quote: Quote) -> bool:
        verdict = judge_quote(quote, known)
        refused.extend([] if verdict.supported else [_refusal(verdict)])
        return verdict.supported

    headline, summary = keep(document.headline), _kept(document.summary, keep)
    if headline is None or not summary:
        raise Refused("not_supported", refused[0].reason)
    sections = [_section(section, keep, quotable) for section in document.sections]
    moments = [replace(m, sentence=s) for m in document.timeline if (s := keep(m.sentence))]
    told = [d for d in document.disagreements if all(judge_claim(claim, known).supported for claim in d.claims)]
    return seal(
        replace(
            document,
            disagreements=tuple(told),
            headline=headline,
            summary=summary,
            sections=tuple(section for section in sections if section),
            timeline=tuple(moments),
            receipt=replace(document.receipt, refused=(*document.receipt.refused, *refused)),
        )
    )


def _refusal(verdict: Verdict) -> Refusal:
    return Refusal(verdict.text, verdict.reason)


def _kept(sentences: Iterable[Sentence], keep: Keep) -> tuple[Sentence, ...]:
    return tuple(kept for sentence in sentences if (kept := keep(sentence)))


def _section(section: Section, keep: Keep, quotable: Callable[[Quote], bool]) -> Section | None:
    blocks = [block for given in section.blocks if (block := _block(given, keep, quotable))]
    if not blocks:
        return None
    return Section(keep(section.heading) if section.heading else None, tuple(blocks), section.role)


def _block(block: Block, keep: Keep, quotable: Callable[[Quote], bool]) -> Block | None:
    if isinstance(block, Quote):
        return block if quotable(block) else None
    if isinstance(block, Bullets):
        items = _kept(block.items, keep)
        return Bullets(items) if items else None
    sentences = _kept(block.sentences, keep)
    return Paragraph(sentences) if sentences else None
