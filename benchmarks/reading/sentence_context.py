"""Where a sentence of a clip stands: what is above it, below it, and before it in its article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.reading.clip_sentences import Article, Said
from benchmarks.reading.need_patterns import NeedPatterns
from newsclip.language.quotation_marks import outside

# what somebody says in single marks: it ends as a sentence or a clause does, and so as no apostrophe does
_IN_SINGLE_MARKS = re.compile(r"(?:(?<=\s)|^)['‘](?=\w)[^\n]{10,600}?[.,!?]['’](?!\w)")
NEAR = 2  # sentences of its article: what stands so near before may be what it leans on


@dataclass(frozen=True, slots=True)
class SentenceContext:
    """A sentence where it stands: what is above it on the clip, and whether its article's last words are there."""

    said: Said
    article: Article
    above: Sequence[Said]
    below: Said | None
    words: NeedPatterns | None
    story: Sequence[Article]

    @property
    def text(self) -> str:
        """The writer's own words, with quotations blank."""
        return _IN_SINGLE_MARKS.sub(lambda found: " " * len(found.group()), outside(self.said.text))

    @property
    def seen(self) -> str:
        return "\n".join(one.text for one in self.above)

    @property
    def before(self) -> str:
        return self.article.text[: self.said.start]

    @property
    def follows(self) -> bool:
        """Whether what stands right before it in the article stands right before it here; subheadings do not count."""
        return self._distance() in (0, 1)

    @property
    def is_near(self) -> bool:
        return self._distance() <= NEAR

    def _distance(self) -> int:
        """How many sentences of its article lie between it and the sentence above it; many where that is another's."""
        told = [one for one in self.above if one.part in ("headline", "summary", "text", "bullet", "quote")]
        last = told[-1] if told else None
        if last is None or last.article != self.article.id or not 0 < last.end <= self.said.end:
            return 99
        between = self.article.place(self.said.start) - self.article.place(last.end - 1)
        return max(0, between)
