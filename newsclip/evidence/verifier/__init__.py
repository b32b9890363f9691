"""Decides whether a clip rests on the passages it cites: everything that it shows, one by one, with reasons.

`judge_…` reads the passages from the articles, `verify_…` is given their words. A rule (`fault`) returns None where it
finds nothing wrong, else a `Reason`: a code with parameters. Its words stand in newsclip.kernel.reasons.messages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsclip.evidence.document import (
    Articles,
    Document,
    Moment,
    Quote,
    Section,
    Sentence,
    SourceArticle,
    Verdict,
    by_revision,
)
from newsclip.evidence.edits import CLOSE, JUDGED, PROVED, ROLE, read
from newsclip.evidence.origin import Origin, origin_of
from newsclip.evidence.proof_edits import tells_alike
from newsclip.evidence.tokens import tokens
from newsclip.evidence.verifier import (
    antecedents,
    close,
    coreference,
    first_mentions,
    frame,
    headings,
    introductions,
    quotations,
    roles,
    strict,
    subheadings,
    weekday_dates,
)
from newsclip.evidence.verifier.enclosing_sentences import whole_sentences
from newsclip.evidence.verifier.frame import judge_hashtag
from newsclip.evidence.verifier.hard_guards import guard_fault
from newsclip.evidence.verifier.headings import phrase_fault
from newsclip.evidence.verifier.omissions import omission_fault
from newsclip.evidence.verifier.quotations import speaker_fault
from newsclip.evidence.verifier.recorded_edits import edits_fault
from newsclip.evidence.verifier.single_sentence import judge_single
from newsclip.evidence.verifier.values import (
    LOST,
    held,
    judge_claim,
    judge_disagreement,
    judge_slot,
    verdict_of,
    words_of,
)
from newsclip.evidence.visitor import Place, below_heading
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage
from newsclip.language.syntax import NO_PARSER, Parser

__all__ = [
    "Origin",
    "RunningText",
    "edits_fault",
    "guard_fault",
    "judge_apart",
    "judge_claim",
    "judge_disagreement",
    "judge_following",
    "judge_hashtag",
    "judge_heading",
    "judge_headline",
    "judge_moment",
    "judge_quote",
    "judge_sentence",
    "judge_single",
    "judge_slot",
    "omission_fault",
    "phrase_fault",
    "speaker_fault",
    "verify_document",
    "verify_quote",
    "verify_sentence",
    "whole_sentences",
    "words_of",
]


def verify_document(document: Document, articles: Sequence[SourceArticle], parser: Parser = NO_PARSER) -> list[Verdict]:
    """A verdict on everything that the clip shows: headline, summary, glance, sections with their quotations, timeline,
    disagreements; then on its picture, its hashtags, and on its sources, dates and counts together.
    """
    known = by_revision(articles)
    wrong = frame.fault(document, articles)
    text = RunningText(known, parser)
    around = Verdict("sources, dates and address", not wrong, 0.0 if wrong else 1.0, wrong)
    return [
        judge_headline(document.headline, known, parser),
        *(text.judge(sentence) for sentence in document.summary),
        *(judge_slot(slot, known) for slot in document.glance),
        *(verdict for section in document.sections for verdict in _of_section(section, text)),
        *(judge_moment(moment, known, parser) for moment in document.timeline),
        *(judge_disagreement(told, known) for told in document.disagreements),
        *([frame.judge_image(document.image, articles)] if document.image else []),
        *(frame.judge_hashtag(tag, articles) for tag in document.hashtags),
        around,
    ]


def verify_sentence(sentence: Sentence, texts: Sequence[str], origin: Origin, parser: Parser = NO_PARSER) -> Verdict:
    """A verdict on the sentence against the words of its passages, in the order of its evidence."""
    if ROLE in sentence.edits:
        fault = roles.fault(sentence.text, texts)
    else:
        close_to = CLOSE in sentence.edits
        fault = close.fault(sentence, texts, origin) if close_to else strict.fault(sentence, texts, origin, parser)
    return Verdict(sentence.text, not fault, _share(sentence.text, texts) if fault else 1.0, fault, sentence.evidence)


def verify_quote(quote: Quote, texts: Sequence[str], language: str) -> Verdict:
    """Verbatim and whole in one of its passages, within quotation marks; its speaker and role named in one of them."""
    return verdict_of(quote.text, quotations.fault(quote, texts, language), quote.evidence)


def judge_sentence(sentence: Sentence, articles: Articles, parser: Parser = NO_PARSER) -> Verdict:
    """A verdict on the sentence, its passages read from the articles: each must be there and say what it said.

    Without a parser nothing may be left out by syntax.
    """
    texts = held(sentence.evidence, articles)
    if texts is None:
        return verdict_of(sentence.text, LOST, sentence.evidence)
    if ROLE in sentence.edits:
        return verdict_of(sentence.text, Reason("role_outside_heading"), sentence.evidence)
    verdict = verify_sentence(sentence, texts, _origin(sentence.evidence, articles), parser)
    wrong = _named_otherwise(sentence, articles, parser) if verdict.supported else None
    return verdict_of(sentence.text, wrong, sentence.evidence) if wrong else verdict


def _named_otherwise(sentence: Sentence, articles: Articles, parser: Parser) -> Reason | None:
    """Why a name may not take the place of a pronoun or a surname, nor stand beside a role, nor a day before a date;
    None if it may. What was put in is judged in the sentence as it was then: without the roles that came later.
    """
    put_in = [edit for edit in read(sentence.edits) if edit.completes or edit.added or edit.role]
    for edit in (edit for edit in reversed(put_in) if edit.role):
        if wrong := introductions.fault(sentence, edit, articles, parser):
            return wrong
        sentence = replace(sentence, text=sentence.text.replace(edit.new, edit.old, 1))
    rules = ((first_mentions if edit.completes else weekday_dates, edit) for edit in put_in if not edit.role)
    faults = (rule.fault(sentence, edit, articles, parser) for rule, edit in rules)
    return next(filter(None, faults), None) or antecedents.fault(sentence, articles)


def judge_headline(headline: Sentence, articles: Articles, parser: Parser = NO_PARSER) -> Verdict:
    """A verdict on what stands at the top of a clip: nothing is said before it, and it may tell in the present."""
    if PROVED in headline.edits:
        return _judge_proof(headline, "headline", (), articles, parser)
    if JUDGED in headline.edits:
        return _judge_guarded(headline, "headline", (), articles, parser)
    return judge_sentence(headline, articles, parser)


def judge_following(
    sentence: Sentence, before: Sequence[coreference.Said], articles: Articles, parser: Parser = NO_PARSER
) -> Verdict:
    """A verdict on the sentence behind what the clip says `before`, the nearest last."""
    if PROVED in sentence.edits:
        return _judge_proof(sentence, "", before, articles, parser)
    if JUDGED in sentence.edits:
        return _judge_guarded(sentence, "", before, articles, parser)
    verdict = judge_sentence(sentence, articles, parser)
    wrong = coreference.fault(sentence, before, articles) if verdict.supported else None
    return verdict_of(sentence.text, wrong, sentence.evidence) if wrong else verdict


def _judge_proof(
    sentence: Sentence, place: str, before: Sequence[coreference.Said], articles: Articles, parser: Parser
) -> Verdict:
    """A verdict on a sentence that is recorded as proved: the proof is found anew, and its steps are those recorded."""
    if held(sentence.evidence, articles) is None:
        return verdict_of(sentence.text, LOST, sentence.evidence)
    told = [said.text for said in before if isinstance(said, Sentence)]
    found = judge_single(replace(sentence, edits=()), place, told, articles, parser)
    other = found.basis is not None and not (
        sentence.edits[:1] == (PROVED,) and tells_alike(sentence.edits[1:], found.edits)
    )
    return verdict_of(sentence.text, Reason("proof_differs") if other else found.reason, sentence.evidence)


def _judge_guarded(
    sentence: Sentence, place: str, before: Sequence[coreference.Said], articles: Articles, parser: Parser
) -> Verdict:
    """A verdict on a sentence that a language model let pass: no guard finds a fault. Whether it did, frame.py asks."""
    if held(sentence.evidence, articles) is None:
        return verdict_of(sentence.text, LOST, sentence.evidence)
    told = [said.text for said in before if isinstance(said, Sentence)]
    wrong = guard_fault(sentence, place, told, articles, parser)
    return verdict_of(sentence.text, wrong, sentence.evidence)


class RunningText:
    """Summary and sections as they are read on: each sentence is judged behind those that stand before it."""

    def __init__(self, known: Articles, parser: Parser = NO_PARSER) -> None:
        self.known = known
        self.parser = parser
        self._before: list[coreference.Said] = []

    def judge(self, sentence: Sentence) -> Verdict:
        """A verdict on the sentence here; one that stands is what the next follows."""
        verdict = judge_following(sentence, self._before, self.known, self.parser)
        if verdict.supported:
            self.add(sentence)
        return verdict

    def add(self, said: coreference.Said) -> None:
        self._before.append(said)


def judge_apart(sentence: Sentence, articles: Articles, parser: Parser = NO_PARSER) -> Verdict:
    """A verdict on a sentence that follows nothing: a bullet, an entry of the timeline."""
    return RunningText(articles, parser).judge(sentence)


def judge_heading(section: Section, articles: Articles, parser: Parser = NO_PARSER) -> Verdict | None:
    """A verdict on the section's heading; None where it has none, and says that it has none."""
    if section.heading is None:
        return verdict_of(section.type, Reason("role_unknown"), ()) if section.type else None
    texts = held(section.heading.evidence, articles)
    origin = _origin(section.heading.evidence, articles)
    if texts is not None and not section.type and subheadings.heads(section, articles):
        return verdict_of(section.heading.text, None, section.heading.evidence)
    if {PROVED, JUDGED} & set(section.heading.edits) and not section.type:
        return _judge_heading_in_other_words(section, section.heading, articles, parser)
    wrong = LOST if texts is None else headings.fault(section.heading, texts, section, origin, parser)
    return verdict_of(section.heading.text, wrong, section.heading.evidence)


def _judge_heading_in_other_words(section: Section, heading: Sentence, articles: Articles, parser: Parser) -> Verdict:
    """A heading in other words rests on nothing but what the section below it rests on."""
    below = {passage for _, said in below_heading(section) for passage in said.evidence}
    if not below.issuperset(heading.evidence):
        return verdict_of(heading.text, Reason("heading_elsewhere"), heading.evidence)
    judge = _judge_guarded if JUDGED in heading.edits else _judge_proof
    return judge(heading, "heading", (), articles, parser)


def judge_quote(quote: Quote, articles: Articles) -> Verdict:
    """A verdict on the quotation, its passages read from the articles, its speaker found anew in them."""
    texts = held(quote.evidence, articles)
    if texts is None:
        return verdict_of(quote.text, LOST, quote.evidence)
    first = quote.evidence[0]
    wrong = quotations.fault(quote, texts, _origin(quote.evidence, articles).language)
    wrong = wrong or quotations.speaker_fault(quote, articles[first.article, first.revision])
    return verdict_of(quote.text, wrong, quote.evidence)


def judge_moment(moment: Moment, articles: Articles, parser: Parser = NO_PARSER) -> Verdict:
    """A verdict on an entry of the timeline: its sentence, then whether its date follows from that."""
    verdict = judge_apart(moment.sentence, articles, parser)
    return frame.judge_moment(moment, articles) if verdict.supported else verdict


def _of_section(section: Section, text: RunningText) -> Iterator[Verdict]:
    heading = judge_heading(section, text.known, text.parser)
    if heading:
        yield heading
    for place, said in below_heading(section):
        if isinstance(said, Quote):
            verdict = judge_quote(said, text.known)
            if verdict.supported:
                text.add(said)
            yield verdict
        else:
            yield judge_apart(said, text.known, text.parser) if place is Place.BULLET else text.judge(said)


def _origin(evidence: Sequence[Passage], articles: Articles) -> Origin:
    """Of what language and whose the passages are."""
    return origin_of(a for p in evidence if (a := articles.get((p.article, p.revision))))


def _share(text: str, texts: Sequence[str]) -> float:
    """How many of the words stand in the passages at all."""
    wanted = tokens(text)
    held = {token for words in texts for token in tokens(words)}
    return round(sum(token in held for token in wanted) / len(wanted), 4) if wanted else 0.0
