"""Whether what a model says may be published: never by its word, always by the passages it names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsclip.evidence.document import Quote, Section, Sentence, SourceArticle, by_revision
from newsclip.evidence.edits import CLOSE, SHORTENED, read
from newsclip.kernel.reasons import Reason
from newsclip.language import quotation_marks
from newsclip.writing import cleaning
from newsclip.writing.llm.answers import Excerpt, Said
from newsclip.writing.llm.passages import Numbered
from newsclip.writing.llm.quotations import quotation
from newsclip.writing.ports import Judge

_MARKS = re.compile(r"[“”„«»‹›\"]")
_PLAIN_MARKS = frozenset(" .,;:'’-–—()%")


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


class DraftVerifier:
    """The passages that were given out, and the articles they are judged by.

    `close`: parts may be joined, and times moved (evidence.verifier.close).
    """

    def __init__(
        self, passages: Mapping[int, Numbered], articles: Sequence[SourceArticle], judge: Judge, *, close: bool = False
    ) -> None:
        self.close = close
        self._passages = passages
        self._judge = judge
        self._known = by_revision(articles)

    def named(self, said: Said) -> list[Numbered]:
        """The passages it names, those that were never given left out."""
        return [self._passages[number] for number in dict.fromkeys(said.passages) if number in self._passages]

    def judge(self, said: Said, *, whole: bool = True) -> Judged:
        """`whole`: it must be a sentence that can stand alone; a headline need not be."""
        named = self.named(said)
        if not named:
            return Judged(said, None, Reason("no_passage_named"))
        text = " ".join(said.text.split())
        plain = quotation_marks.plain(text)
        copied = next((one for one in named if quotation_marks.plain(one.line.told.text) == plain), None)
        if copied:
            line = copied.line.alone or (None if whole else copied.line.told)
            return Judged(said, line, None if line else Reason("leans_on_another"))
        fault = self._fault(text, named, whole=whole)
        if fault:
            return Judged(said, None, fault)
        evidence = dict.fromkeys(passage for one in named for passage in one.line.told.evidence)
        sentence = Sentence(text, tuple(evidence), (SHORTENED,) if whole else ())
        verdict = self._judge.judge_sentence(sentence, self._known)
        if self.close and whole and not verdict.supported:
            dropped = (str(edit) for one in named for edit in read(one.line.told.edits) if not edit.new)
            sentence = replace(sentence, edits=(CLOSE, *dict.fromkeys(dropped)))
            verdict = self._judge.judge_sentence(sentence, self._known)
        return Judged(said, sentence if verdict.supported else None, verdict.reason)

    def heading(self, said: Said, section: Section) -> Sentence | None:
        """The heading, where it stands in its passage and fits what the section says."""
        named = self.named(said)
        text = " ".join(said.text.split())
        if not named or self._fault(text, named, whole=False):
            return None
        sentence = Sentence(text, tuple(passage for one in named for passage in one.line.told.evidence))
        verdict = self._judge.judge_heading(replace(section, heading=sentence), self._known)
        return sentence if verdict and verdict.supported else None

    def passage_for(self, said: Said) -> Sentence | None:
        """What its first passage says itself, where that can stand alone."""
        return next((one.line.alone for one in self.named(said)), None)

    def quote(self, excerpt: Excerpt) -> Quote | None:
        numbered = self._passages.get(excerpt.passage)
        found = quotation(excerpt, numbered) if numbered else None
        return found if found and self._judge.judge_quote(found, self._known).supported else None

    def _fault(self, text: str, named: Sequence[Numbered], *, whole: bool) -> Reason | None:
        if _MARKS.search(text):
            return Reason("quotation_written")
        held = {character for one in named for character in one.line.told.text}
        strange = next((c for c in text if not c.isalnum() and c not in _PLAIN_MARKS and c not in held), "")
        if strange:
            return Reason("character_not_held", {"character": strange})
        language = named[0].reading.language
        if whole and (unfit := cleaning.unfit(text, language)):
            return Reason("unfit", {"fault": Reason(f"unfit_{unfit.replace(' ', '_')}").as_json()})
        if whole and cleaning.leans(text, language):
            return Reason("leans_on_another")
        return None
