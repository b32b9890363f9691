"""Whether what a model says may be published: never by its word. By its passages, or a proof, or a licensed judge."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from newsclip.evidence.document import Quote, Section, Sentence, SourceArticle, Verdict, by_revision
from newsclip.evidence.edits import JUDGED, PROVED, SHORTENED, Edit
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage
from newsclip.language import quotation_marks
from newsclip.language.pack import is_english
from newsclip.language.syntax import Parser
from newsclip.writing import cleaning
from newsclip.writing.judging.question import CitedPassage, ask_judge, read_ruling
from newsclip.writing.llm.answers import Said
from newsclip.writing.llm.characters import strange_character, unheld_code
from newsclip.writing.llm.conversation import Conversation
from newsclip.writing.llm.left_out import left_out
from newsclip.writing.llm.reader_orders import unheld_order
from newsclip.writing.llm.story import Means, Offered, Story
from newsclip.writing.ports import ClipJudge
from newsclip.writing.prompt_injection import is_instruction

type Before = tuple[Sentence | Quote, ...]
HEADLINE, HEADING, TEXT, FACT = "headline", "heading", "text", "bullet"
_IN_PARENTHESES = re.compile(r"\(([^()]{1,300})\)")


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said, and the sentence that may be published for it; else None, and why not."""

    said: Said
    sentence: Sentence | None
    reason: Reason | None = None

    @property
    def public_reason(self) -> Reason:
        """The reason without the words it names: what was refused is not told after all by telling why."""
        return (self.reason or Reason("no_passage_named")).masked()


class SentenceVerifier:
    """Judges one sentence after the other. `basis`: what is enough, "exact", "edited" or "judged"."""

    def __init__(self, story: Story, means: Means, basis: str, conversation: Conversation) -> None:
        self.story = story
        self.basis = basis
        self.parser = means.parser
        self._court = _Court(means.judge, means.parser, tuple(story.known.values()))
        self._conversation = conversation

    def named(self, said: Said) -> list[Offered]:
        """The passages it names."""
        return self.offered(said.passages)

    def offered(self, numbers: Iterable[int]) -> list[Offered]:
        """The passages of these numbers, those that were never given left out."""
        passages = self.story.passages
        return [passages[number] for number in dict.fromkeys(numbers) if number in passages]

    def judge(self, said: Said, place: str, before: Before) -> Judged:
        """`before`: what the clip says before it, the nearest last."""
        named = self.named(said)
        if not named:
            return Judged(said, None, Reason("no_passage_named"))
        text = " ".join(said.text.split())
        if place == HEADLINE:
            text = text.removesuffix(".")
        if fault := _fault(text, named, place) or _leans(text, named, place, before):
            return Judged(said, None, fault)
        return self._judged(said, Sentence(text, _evidence(named)), place, before)

    def _judged(self, said: Said, bare: Sentence, place: str, before: Before) -> Judged:
        running = place in (TEXT, FACT)
        named = self.named(said)
        language, follows = named[0].reading.language, self.follows(named[0], before)
        printable = _evidence(one for one in named if one.index is not None)
        as_said = replace(bare, evidence=printable or bare.evidence, edits=(SHORTENED,) if running else ())
        verdict = self.stands(as_said, place, before)
        if verdict.supported and printable and (follows or not running or not cleaning.leans(bare.text, language)):
            return Judged(said, self._recorded(as_said, named, place, before) if running else as_said)
        wrong = verdict.reason or Reason("leans_on_another")
        if self.basis == "exact":
            return Judged(said, None, wrong)
        if follows or not running or cleaning.without_connective(bare.text, language)[1] is None:
            basis, edits, reason = _proof(self._court, bare, place, before)
            made = as_said if basis == "exact" else replace(bare, edits=(PROVED, *edits))
            able = basis is not None and (bool(printable) or basis != "exact")
            if able and self.stands(made, place, before).supported:
                return Judged(said, made)
            wrong = reason or wrong
        return self._ruled(said, bare, place, before, wrong)

    def _recorded(self, as_said: Sentence, named: Iterable[Offered], place: str, before: Before) -> Sentence:
        """With the words that it leaves out of its passage, none of a whole one; without, where these do not tell."""
        passages = (one.line.told.text for one in named if one.index is not None)
        for gaps in (gaps for passage in passages if (gaps := left_out(as_said.text, passage)) is not None):
            made = replace(as_said, edits=tuple(str(Edit(words)) for words in gaps))
            if self.stands(made, place, before).supported:
                return made
        return as_said

    def stands(self, sentence: Sentence, place: str, before: Before) -> Verdict:
        """A verdict on the sentence as it is recorded, there."""
        return _verdict(self._court, sentence, place, before)

    def follows(self, one: Offered, before: Before) -> bool:
        """Whether the clip ends with the line that stands before this one in its article."""
        earlier = self.story.material.before(one.index) if one.index is not None else None
        last = next((said for said in reversed(before) if isinstance(said, Sentence)), None)
        return earlier is not None and last is not None and self._rests_on(last, earlier)

    def _rests_on(self, said: Sentence, line: int) -> bool:
        return self.story.material.lines[line].told.evidence[0] in said.evidence

    def judge_heading(self, said: Said, section: Section) -> Judged:
        """A heading over this section; it names passages that the section rests on."""
        named = self.named(said)
        if not named:
            return Judged(said, None, Reason("heading_elsewhere"))
        text = " ".join(said.text.split()).removesuffix(".")
        if fault := _fault(text, named, HEADING):
            return Judged(said, None, fault)
        bare, printable = Sentence(text, _evidence(named)), _evidence(one for one in named if one.index is not None)
        if printable and self.heads(as_said := replace(bare, evidence=printable), section):
            return Judged(said, as_said)
        if self.basis == "exact":
            return Judged(said, None, Reason("heading_states", {"words": text}))
        basis, edits, reason = _proof(self._court, bare, HEADING, ())
        proved = replace(bare, edits=(PROVED, *edits))
        if basis is not None and self.heads(proved, section):
            return Judged(said, proved)
        return self._ruled(said, bare, HEADING, (), reason)

    def _ruled(self, said: Said, bare: Sentence, place: str, before: Before, reason: Reason | None) -> Judged:
        """What the licensed judge says of a sentence without a proof, behind the hard guards."""
        if self.basis != "judged":
            return Judged(said, None, reason)
        if fault := _guard(self._court, bare, place, before):
            return Judged(said, None, fault)
        articles = self.story.known
        cited = [(passage, articles[passage.article, passage.revision]) for passage in bare.evidence]
        texts = [CitedPassage.of(self._court.judge.whole_sentences(*one), one[1]) for one in cited]
        question = ask_judge(bare.text, _inside(place), _texts(place, before), texts)
        ruling = read_ruling(self._conversation.ask(question))
        if ruling == "yes":
            return Judged(said, replace(bare, edits=(JUDGED,)))
        return Judged(said, None, Reason("judge_silent" if ruling == "silent" else "judge_refused"))

    def heads(self, heading: Sentence, section: Section) -> bool:
        verdict = self._court.judge.judge_heading(replace(section, heading=heading), self.story.known, self.parser)
        return verdict is not None and verdict.supported


def _evidence(named: Iterable[Offered]) -> tuple[Passage, ...]:
    return tuple(dict.fromkeys(passage for one in named for passage in one.line.told.evidence))


def _leans(text: str, named: Sequence[Offered], place: str, before: Before) -> Reason | None:
    """Nothing stands before it that it could go on from."""
    first, language = place == FACT or (place == TEXT and not before), named[0].reading.language
    opens = first and cleaning.without_connective(text, language)[1] is not None
    return Reason("leans_on_another") if opens or (first and cleaning.leans_though_first(text, language)) else None


def _fault(text: str, named: Sequence[Offered], place: str) -> Reason | None:
    """What is wrong with it whatever it says."""
    if not quotation_marks.closed(text):
        return Reason("quotation_open")
    printable = " ".join(one.line.told.text for one in named if one.index is not None)
    if strange := strange_character(text, printable):
        return Reason("character_not_held", {"character": strange})
    if word := unheld_code(text, printable):
        return Reason("not_said", {"said": word})
    if _orders(text, named):
        return Reason("gives_an_order")
    language = named[0].reading.language
    fit = cleaning.unfit if place in (TEXT, FACT) else cleaning.unfit_voice
    if unfit := fit(text, language):
        return Reason("unfit", {"fault": Reason(f"unfit_{unfit.replace(' ', '_')}").as_json()})
    return None


_is_instruction = lru_cache(maxsize=2000)(is_instruction)  # asked again with each answer of the model, so kept


def _orders(text: str, named: Sequence[Offered]) -> bool:
    if any(_is_instruction(f"{told.rstrip('.')}.") for told in (text, *_IN_PARENTHESES.findall(text))):
        return True
    english = is_english(named[0].reading.language)
    return english and bool(unheld_order(text, " ".join(one.line.told.text for one in named)))


@dataclass(frozen=True, slots=True)
class _Court:
    """Who judges, and by which articles."""

    judge: ClipJudge
    parser: Parser
    articles: tuple[SourceArticle, ...]


@lru_cache(maxsize=2000)
def _verdict(court: _Court, sentence: Sentence, place: str, before: Before) -> Verdict:
    """A verdict on the sentence. Asked again with each answer of the model, so kept."""
    known = by_revision(court.articles)
    if place == HEADLINE:
        return court.judge.judge_headline(sentence, known, court.parser)
    if place == FACT:
        return court.judge.judge_apart(sentence, known, court.parser)
    return court.judge.judge_following(sentence, before, known, court.parser)


@lru_cache(maxsize=2000)
def _proof(
    court: _Court, sentence: Sentence, place: str, before: Before
) -> tuple[str | None, tuple[str, ...], Reason | None]:
    """Basis, edits and reason, as ClipJudge.judge_single finds them."""
    known = by_revision(court.articles)
    found = court.judge.judge_single(sentence, _inside(place), _texts(place, before), known, court.parser)
    return found.basis, found.edits, found.reason


@lru_cache(maxsize=2000)
def _guard(court: _Court, sentence: Sentence, place: str, before: Before) -> Reason | None:
    known = by_revision(court.articles)
    return court.judge.guard_fault(sentence, _inside(place), _texts(place, before), known, court.parser)


def _inside(place: str) -> str:
    return "" if place in (TEXT, FACT) else place


def _texts(place: str, before: Before) -> list[str]:
    """What the clip says before it; nothing before a fact, which stands by itself."""
    return [] if place == FACT else [one.text for one in before if isinstance(one, Sentence)]
