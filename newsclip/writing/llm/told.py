"""What a clip says so far, and whether a sentence may come next, by the checks of the extractive writer's text."""

from dataclasses import dataclass, field, replace

from newsclip.evidence.document import Quote, Sentence
from newsclip.kernel.reasons import Reason
from newsclip.language.content_words import content_stems, same_fact
from newsclip.language.short_names import is_mark
from newsclip.writing import cleaning
from newsclip.writing.extractive.definite_nouns import known_nouns
from newsclip.writing.llm.story import Offered, Story
from newsclip.writing.page_kinds import VIEWS

_FEW = 4  # words of content, of which each tells something: "The firm denies the charge"
MOST_WORDS = 320  # somewhat more than the extractive writer: a model joins what that leaves out


@dataclass(slots=True)
class Told:
    """The clip so far: `said` in its order, the headline's words besides; words of summary, text, facts, quotations."""

    story: Story
    headline: str = ""
    said: list[Sentence | Quote] = field(default_factory=list)
    words: int = 0
    facts: list[frozenset[str]] = field(default_factory=list)

    @property
    def before(self) -> tuple[Sentence | Quote, ...]:
        return tuple(self.said)

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.said if isinstance(one, Sentence)]

    def fault(self, text: str, named: list[Offered], *, copied: bool = False) -> Reason | None:
        """Why these words may not come next: told already, no room, somebody's view, what nobody brought in.

        `copied`: a publisher's words, torn from theirs, which may call "the driver" whom only these brought in.
        """
        language = self.story.material.language
        if self._is_told(content_stems(text, language)):
            return Reason("told_before")
        if self.words + len(text.split()) > MOST_WORDS:
            return Reason("no_room")
        views = {one.reading.kind for one in named} <= VIEWS and named and self.story.material.kind() == "news"
        if views and not cleaning.attributed(text, language):
            return Reason("unfit", {"fault": Reason("unfit_opinion").as_json()})
        return self._unmet(text, named, copied=copied)

    def _is_told(self, stems: frozenset[str]) -> bool:
        """Whether a sentence tells the same, and this one at most a word more: no figure, nor one of four words."""
        if any(stems == other for other in self.facts):
            return True
        news = [stems - other for other in self.facts if same_fact(stems, other)]
        return any(not new or (len(new) == 1 and len(stems) > _FEW and not any(map(str.isdigit, new))) for new in news)

    def _unmet(self, text: str, named: list[Offered], *, copied: bool) -> Reason | None:
        """A short name, or a thing called "the" so-and-so, that its article brought in before and the clip did not."""
        if not named or named[0].index is None:
            return None
        before = " ".join([self.headline, *self._all_texts()])
        short = self.story.short_names[named[0].line.article]
        known = content_stems(before, self.story.material.language) | short.brought_in(before) | self.story.known_names
        unmet = [
            term
            for term in self._terms(text, named[0], named[0].index)
            if (copied or is_mark(term))
            and term not in known
            and not self.story.needs.full.get(term, frozenset()) & known
        ]
        return Reason("not_brought_in", {"word": unmet[0].lstrip("=")}) if unmet else None

    def _terms(self, text: str, one: Offered, index: int) -> list[str]:
        """What the text needs where the passage stands, as far as the clip can meet it."""
        line = replace(one.line, told=replace(one.line.told, text=text))
        things = known_nouns(line, one.reading, self.story.material.language)
        short = self.story.short_names[one.line.article].used(cleaning.outside_quotes(text))
        return sorted((things | short) & self.story.needs.terms[index].keys())

    def _all_texts(self) -> list[str]:
        return [f"{one.text} {one.speaker or ''}" if isinstance(one, Quote) else one.text for one in self.said]

    def add(self, said: Sentence | Quote, *, reads_on: bool = True) -> None:
        """`reads_on`: whether the next sentence follows it; a listed fact is followed by nothing."""
        self.words += len(said.text.split())
        self.facts.append(content_stems(said.text, self.story.material.language))
        if reads_on:
            self.said.append(said)
