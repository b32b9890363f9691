"""One part of a clip after the other: what the model says of it, sentence by sentence, or what its passages say."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from newsclip.evidence.document import Block, Bullets, Paragraph, Quote, Refusal, Section, Sentence
from newsclip.kernel.reasons import Reason, message
from newsclip.writing.extractive import headings
from newsclip.writing.llm import prompt
from newsclip.writing.llm.answers import PlannedSection, Prose, Said, joined, read_prose, read_sentence
from newsclip.writing.llm.conversation import Conversation
from newsclip.writing.llm.sentence_verifier import FACT, HEADING, HEADLINE, TEXT, Judged, SentenceVerifier
from newsclip.writing.llm.story import Cluster, Offered, Story
from newsclip.writing.llm.told import Told
from newsclip.writing.ports import Figures, Question
from newsclip.writing.shortening import shorter
from newsclip.writing.shortening.clip import AIM

_REPAIRS = 2  # of a sentence, a headline or a heading
_PARAGRAPH = 3  # sentences, as the extractive writer
_NO_OTHER_WORDS = ("told_before", "no_room", "judge_silent")  # reasons that no other words would help
_TRIED = 6  # passages of a cluster, until one stands


@dataclass(slots=True)
class SectionWriter:
    """Writes the parts of one clip in their order. `answered`: how many of them the model wrote anything for.

    `size`: characters of passages of one question.
    `spare`: what the extractive writer tells, for a part of which nothing else stands. `to_come`: the passages that the
    plan has for later parts. `given`: the passages of the part that is told, for a sentence that names none of any.
    """

    story: Story
    verifier: SentenceVerifier
    conversation: Conversation
    figures: Figures
    told: Told
    size: int
    refused: list[Refusal] = field(default_factory=list)
    answered: int = 0
    spare: tuple[Sentence, ...] = ()
    to_come: frozenset[int] = frozenset()
    given: tuple[int, ...] = ()

    def headline(self, said: Said, clusters: Sequence[int]) -> Sentence | None:
        """The headline, without a full stop, where it stands; the extractive writer's is there otherwise.

        `clusters`: those of the summary, whose passages it may name when it is said again.
        """
        self.given = self._first_passages(clusters)
        return self._repaired(said, HEADLINE, lambda one: self.verifier.judge(_unstopped(one), HEADLINE, ())).sentence

    def summary(self, clusters: Sequence[int]) -> tuple[Sentence, ...]:
        prose = self._prose(clusters, "")
        return tuple(self._text(prose) or self._passages(clusters))

    def section(self, planned: PlannedSection) -> Section | None:
        """The section with its heading, where one may stand over it; None where nothing of it can be told."""
        prose = self._prose(planned.clusters, planned.heading.text if planned.heading else "…")
        text = self._text(prose) or ([] if prose and prose.facts else self._passages(planned.clusters))
        quotes = [quote for number in (prose.quotations if prose else ()) if (quote := self._quote(number))]
        facts = self._all_settled(prose.facts, FACT) if prose else []
        text = text if text or facts else self._passages(planned.clusters)
        parts = [text[at : at + _PARAGRAPH] for at in range(0, len(text), _PARAGRAPH)]
        blocks: list[Block] = [*(Paragraph(tuple(part)) for part in parts), *quotes]
        blocks += [Bullets(tuple(facts))] if facts else []
        return self._headed(planned, Section(None, tuple(blocks))) if blocks else None

    def _prose(self, clusters: Sequence[int], heading: str) -> Prose | None:
        """What the model says of the part, asked for in as many questions as its passages take."""
        found = list[Prose]()
        self.given = self._first_passages(clusters)
        for given in self.story.portions(clusters, self.size):
            before = [*self.told.texts, *(said.text for prose in found for said in prose.sentences)]
            answer = self.conversation.ask(
                prompt.ask_for_section(self.story, given, self.verifier.basis, heading, before)
            )
            prose = read_prose(answer.text) if answer else None
            found += [prose] if prose else []
        self.answered += bool(found)
        return joined(found) if found else None

    def _clusters(self, numbers: Iterable[int]) -> list[Cluster]:
        return [self.story.clusters[number] for number in numbers]

    def _first_passages(self, clusters: Sequence[int]) -> tuple[int, ...]:
        """What one question holds of the clusters, by passage."""
        return tuple(n for cluster in next(self.story.portions(clusters, self.size)) for n in cluster.passages)

    def _text(self, prose: Prose | None) -> list[Sentence]:
        """What the model says that stands."""
        return self._all_settled(prose.sentences, TEXT, prose.facts) if prose else []

    def _passages(self, clusters: Sequence[int]) -> list[Sentence]:
        """What its clusters say themselves, for a part of which the model says nothing that stands."""
        firsts = [cluster.passages[:_TRIED] for cluster in self._clusters(clusters)]
        return [one for numbers in firsts if (one := self._passage(numbers, TEXT))] or self._spare()

    def _spare(self) -> list[Sentence]:
        """A paragraph of what the extractive writer tells, if it can be told here."""
        made: list[Sentence] = []
        for one in self.spare:
            able = len(made) < _PARAGRAPH and self.told.fault(one.text, []) is None
            if able and self.verifier.stands(one, TEXT, self.told.before).supported:
                made.append(self._kept(one, TEXT))
        return made

    def _all_settled(self, rows: Sequence[Said], place: str, behind: Sequence[Said] = ()) -> list[Sentence]:
        """`behind`: what the answer lists below them. What is said of a passage later goes before its own words."""
        rest = [(*rows[at:], *behind) for at in range(1, len(rows) + 1)]
        later = [self.to_come.union(*(said.passages for said in told)) for told in rest]
        return [one for said, told in zip(rows, later, strict=True) if (one := self._settled(said, place, told))]

    def _settled(self, said: Said, place: str, later: frozenset[int]) -> Sentence | None:
        """The sentence as it is published: as said, as said again, or its passage; None where neither stands.

        `later`: passages that the answer tells behind it.
        """
        judged = self._repaired(said, place, lambda one: self._judged(one, place))
        if judged.sentence:
            return self._kept(judged.sentence, place)
        numbers = said.passages if self.verifier.named(said) else judged.said.passages
        passage = self._passage(numbers, place, later)
        self.figures.replaced += passage is not None
        return passage

    def _repaired(self, said: Said, place: str, judge: Callable[[Said], Judged]) -> Judged:
        """What is said as it is judged, or said again with the reason; that of the last time, where none stands."""
        judged = judge(said)
        self._count(judged)
        for _ in range(_REPAIRS if judged.sentence is None else 0):
            if judged.reason and judged.reason.code in _NO_OTHER_WORDS:
                break
            answer = self.conversation.ask(self._again(judged, place))
            if answer is None:
                break
            again = read_sentence(answer.text)
            judged = judge(again) if again else replace(judged, reason=Reason("no_sentence_said"))
            if judged.sentence:
                self.figures.repaired += 1
                break
        return judged

    def _judged(self, said: Said, place: str) -> Judged:
        wrong = self.told.fault(" ".join(said.text.split()), self.verifier.named(said))
        return Judged(said, None, wrong) if wrong else self.verifier.judge(said, place, self.told.before)

    def _again(self, judged: Judged, place: str) -> Question:
        """Tells the model why, with the passages that it named; with those of the part, where it named none."""
        reason = message(judged.reason) if judged.reason else ""
        named = [one.number for one in self.verifier.named(judged.said)]
        above = place in (HEADLINE, HEADING)
        given, before = named or self.given, [] if above else self.told.texts
        row = prompt.Again(judged.said, reason, place if above else "", tuple(given))
        return prompt.ask_again(self.story, row, self.verifier.basis, before)

    def _passage(self, numbers: Sequence[int], place: str, later: frozenset[int] = frozenset()) -> Sentence | None:
        """What one of these passages says itself, shortened where that is long; none of those `later` tells."""
        for one in self.verifier.offered(numbers):
            if one.index is None or one.number in later:
                continue
            follows = place == TEXT and self.verifier.follows(one, self.told.before)
            whole = one.line.told if follows else one.line.alone
            if whole is None or self.told.fault(whole.text, [one], copied=True):
                continue
            for made in (self._shorter(whole, one), whole):
                if made and self.verifier.stands(made, place, self.told.before).supported:
                    return self._kept(made, place)
        return None

    def _shorter(self, whole: Sentence, one: Offered) -> Sentence | None:
        return shorter(whole, one.reading.language, self.verifier.parser, AIM) if self.verifier.parser.mark else None

    def _kept(self, sentence: Sentence, place: str) -> Sentence:
        self.told.add(sentence, reads_on=place == TEXT)
        return sentence

    def _quote(self, number: int) -> Quote | None:
        found = self.story.quotations.get(number)
        if found is None or self.told.fault(found.quote.text, []):
            return None
        self.told.add(found.quote)
        return found.quote

    def _headed(self, planned: PlannedSection, section: Section) -> Section:
        """The section under the model's heading, else the one of its type, else none."""
        below = [said for block in section.blocks for said in _sentences(block)]
        if planned.heading and (heading := self._heading(planned.heading, section, below)):
            return replace(section, heading=heading)
        made = headings.role_heading(planned.type, below, self.story.material.language) if below else None
        typed = replace(section, heading=made, type=planned.type) if made else section
        return typed if made and self.verifier.heads(made, typed) else section

    def _heading(self, said: Said, section: Section, below: Sequence[Sentence]) -> Sentence | None:
        held = {passage for one in below for passage in one.evidence}
        offered = self.verifier.offered(self.given)
        self.given = tuple(one.number for one in offered if held.issuperset(one.line.told.evidence)) or self.given

        def judge(one: Said) -> Judged:
            able = [named.number for named in self.verifier.named(one) if held.issuperset(named.line.told.evidence)]
            return self.verifier.judge_heading(Said(text=one.text, passages=able), section)

        return self._repaired(said, HEADING, judge).sentence

    def _count(self, judged: Judged) -> None:
        self.figures.said += 1
        if judged.sentence is None:
            self.figures.refused += 1
            words = len(judged.said.text.split())
            self.refused.append(Refusal(f"A sentence of {words} words by the language model.", judged.public_reason))


def _unstopped(said: Said) -> Said:
    return said.model_copy(update={"text": said.text.rstrip(". ") or said.text})


def _sentences(block: Block) -> tuple[Sentence, ...]:
    if isinstance(block, Paragraph):
        return block.sentences
    return block.items if isinstance(block, Bullets) else ()
