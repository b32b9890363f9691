"""A sentence in a few words, for a headline: the news without what may go around it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import DEFINING, PREDICATE, Omission
from newsclip.evidence.edits import read as read_edits
from newsclip.evidence.omission import rest_of
from newsclip.language.content_words import content_stems
from newsclip.language.syntax import Parse, Parser
from newsclip.language.titles import without_stop
from newsclip.writing.shortening import is_whole
from newsclip.writing.shortening.constituents import deletable_constituents
from newsclip.writing.shortening.deletable import is_deletable
from newsclip.writing.shortening.headline_constituents import continuations, ending_constituents

_MOST_STEPS, _MOST_TRIED = 4, 12
# of the characters: in what is shorter the news is gone, and of two deeds the second may be the news
_LEAST, _LEAST_OF_TWO = 0.5, 0.65


@dataclass(frozen=True, slots=True)
class SyntacticHeadlineShortener:
    """A HeadlineShortener (writing.ports) by syntax. `stands`: whether the verifier would let a sentence pass."""

    parser: Parser
    stands: Callable[[Sentence], bool]

    def __call__(
        self, sentence: Sentence, language: str, longest: int, repeated: frozenset[str] = frozenset()
    ) -> Sentence | None:
        if not self.parser.mark or any(edit.new for edit in read_edits(sentence.edits)):
            return None
        made = sentence
        for _ in range(_MOST_STEPS):
            if len(made.text.rstrip(".")) <= longest:
                break
            step = next(self._steps(made, language, longest, repeated), None)
            if step is None:
                break
            made = step
        return None if made is sentence else replace(made, text=without_stop(made.text))

    def _steps(self, sentence: Sentence, language: str, longest: int, repeated: frozenset[str]) -> Iterator[Sentence]:
        """What the sentence may become by one omission: one that is enough before others, then one that loses little
        of what is repeated, then the smallest that is enough, else the largest. None loses more than half of it: the
        news would be gone ("has spoken of her distress").
        """
        parse = self.parser(sentence.text, language)
        if parse is None or len(parse.roots) != 1:
            return
        too_much = len(sentence.text.rstrip(".")) - longest
        able = [edit for edit in _proposed(parse, language) if is_deletable(parse, edit, language)]
        lost = {edit: len(_lost(sentence.text, edit, language) & repeated) for edit in able}
        all_told = len(content_stems(sentence.text, language) & repeated)
        able = [e for e in able if not (lost[e] and _completes(parse, e)) and 2 * lost[e] <= all_told]
        able.sort(key=lambda edit: (len(edit.words) < too_much, lost[edit], abs(len(edit.words) - too_much)))
        for edit in able[:_MOST_TRIED]:
            text = rest_of(sentence.text, edit)
            least = longest * (_LEAST_OF_TWO if edit.kind == PREDICATE else _LEAST)
            if text and len(text) >= least and self._is_clause(text, parse, edit, language):
                made = replace(sentence, text=text, edits=(*sentence.edits, str(edit)))
                if self.stands(made):
                    yield made

    def _is_clause(self, text: str, parse: Parse, edit: Omission, language: str) -> bool:
        left = self.parser(text, language)
        return left is not None and is_whole(left, parse, edit)


def _proposed(parse: Parse, language: str) -> Iterator[Omission]:
    yield from ending_constituents(parse, language)
    yield from deletable_constituents(parse, language)
    yield from continuations(parse)


def _completes(parse: Parse, edit: Omission) -> bool:
    """Whether it says which one, or what for: what is told may be no news without what the story is about."""
    at = parse.text.find(edit.words)
    opens = next((token.tag for token in parse.tokens if token.start >= at), "")
    return edit.kind == DEFINING or opens == "TO"


def _lost(text: str, edit: Omission, language: str) -> frozenset[str]:
    """The stems that stand nowhere else in the text."""
    return content_stems(edit.words, language) - content_stems(text.replace(edit.words, " "), language)
