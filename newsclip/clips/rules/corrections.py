"""What became of a clip's sentences when what they rested on changed, and why a clip was written anew.

Reasons hold no words of a publisher: `who` is {article}, and what it wrote is a span of a revision (see `span_of`),
read when the reason is shown. So a reason says no more than may be shown by then.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from typing import Any

from newsclip.evidence.document import Document, SourceArticle
from newsclip.evidence.reason_spans import span_of
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Part, Passage
from newsclip.language.tokens import sentences

_LIKE = 0.6  # sentences this alike are one sentence, changed
_MOST_WORDS, _MOST_SAID = 6, 3  # words of a change, and changes, that a reader takes in at a glance
_COMPARED = 200  # words or signs; three times what a clip's sentence has
_WORD = re.compile(r"[$£€¥]?\w+(?:[.,:'’\-/]\w+)*%?|[^\w\s]")
_RETRACTED = re.compile(
    r"^\W*(?:retract(?:ed|ion)|withdrawn|article (?:retracted|withdrawn|removed))\b|"
    r"^\W*(?:this|the) (?:article|story|report) (?:has been|was|is) (?:retracted|withdrawn|removed|taken down)\b",
    re.IGNORECASE,
)

NO_SCROLLS: Mapping[str, str] = {}

type Words = Mapping[Passage, str]
type Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Changed:
    """One publisher's change, and (what the clip said, what it says now or "") where that differs."""

    article: str
    kind: str
    reason: Reason
    sentences: tuple[tuple[str, str], ...]


def is_retracted(title: str, text: str) -> bool:
    """Whether a publisher says in place of its article that it takes it back."""
    return any(_RETRACTED.match(words) for words in (title, text))


def reasons(
    before: Sequence[str], now: Sequence[str], told: Sequence[Changed], others: Sequence[Reason] = ()
) -> list[Reason]:
    """Why a clip was written anew. `before` and `now` are receipts' inputs; `others`: reasons that lie elsewhere."""
    old, new = _by_article(before), _by_article(now)
    joined = [article for article in new if article not in old]
    left = [article for article in old if article not in new and article not in {one.article for one in told}]
    quiet = [a for a in new if a in old and new[a] != old[a] and a not in {one.article for one in told}]
    found = [one.reason for one in told]
    for article in quiet:
        same = _revision(new[article]) == _revision(old[article])
        found.append(Reason("article_shown_otherwise" if same else "article_changed_elsewhere", _who(article)))
    found += _counted("article_joined", "articles_joined", len(joined))
    found += _counted("article_left", "articles_left", len(left))
    return [*found, *others] or [Reason("writer_changed")]


def _counted(one: str, several: str, count: int) -> list[Reason]:
    if count < 2:
        return [Reason(one)] * count
    return [Reason(several, {"count": count})]


def _who(article: str) -> Json:
    return {"who": {"article": int(article)}}


def corrections(
    before: Document,
    now: Document | None,
    given: Sequence[SourceArticle],
    words: Words,
    taken_back: frozenset[str],
    scrolls: Mapping[str, str] = NO_SCROLLS,
) -> list[Changed]:
    """What of the old clip lost its ground, one entry an article; `now` None where no clip could be written anew.

    `words`: what the old passages said. `taken_back`: articles whose publishers no longer stand by them. `scrolls`: the
    whole texts of live blogs. Their old entries go as new ones come, which takes back nothing that they said.
    """
    here = {article.id: article for article in given}
    found: list[Changed] = []
    for source in before.sources:
        article = here.get(source.article)
        lost = _lost(before, source.article, article, words, scrolls.get(source.article, ""))
        if not lost:
            continue
        kind = "revised" if article else "taken back" if source.article in taken_back else "moved"
        pairs = tuple((text, then) for text in lost if (then := in_its_place(text, now)) != text)
        found.append(Changed(source.article, kind, _reason(source.article, kind, lost, article), pairs))
    return found


def _lost(
    before: Document, source: str, article: SourceArticle | None, words: Words, scroll: str
) -> dict[str, dict[Passage, str]]:
    """Each sentence of the clip with those of its passages in the article that no longer stand there."""
    whole = _plain(f"{article.title}\n{scroll or article.text}") if article else ""
    lost: dict[str, dict[Passage, str]] = {}
    for said in sentences_and_quotations(before):
        for passage in said.evidence:
            held = words.get(passage, "")
            if passage.article != source or (article and held and _plain(held) in whole):
                continue
            if not scroll or _is_put_otherwise(held, f"{article.title if article else ''}\n\n{scroll}"):
                lost.setdefault(said.text, {})[passage] = held
    return lost


def _is_put_otherwise(held: str, scroll: str) -> bool:
    """Whether the live blog still says it, in other words; it is gone with its entry where nothing is like it."""
    words = set(held.lower().split())
    others = (span.of(scroll) for span in sentences(scroll))
    return any(len(words & set(one.lower().split())) >= _LIKE * len(words) and _alike(held, one) for one in others)


def _reason(source: str, kind: str, lost: Mapping[str, Mapping[Passage, str]], article: SourceArticle | None) -> Reason:
    if kind == "taken back":
        return Reason("article_taken_back", _who(source))
    if article is None:
        return Reason("article_moved", _who(source))
    passages = {passage: words for held in lost.values() for passage, words in held.items() if words}
    swaps = [swap for passage, words in passages.items() for swap in _swaps(passage, words, article)]
    # what changed alike in the headline and in the text is told once
    distinct = list(dict(reversed(swaps)).values())[::-1]
    if not distinct:
        return Reason("article_changed", _who(source))
    code = "article_says_much_otherwise" if len(distinct) > _MOST_SAID else "article_says_otherwise"
    return Reason(code, _who(source) | {"changes": [swap.as_json() for swap in distinct[:_MOST_SAID]]})


def _swaps(passage: Passage, held: str, article: SourceArticle) -> list[tuple[str, Reason]]:
    """The runs of words in the passage that became others, and the reason: from `was`, a span of its revision, to
    `now`. A figure is told with the word behind it, which says what it counts.
    """
    known: list[tuple[Part, int, str]] = [("title", 0, article.title)]
    known += [("text", span.start, span.of(article.text)) for span in sentences(article.text)]
    near, (part, start, new) = max(((_alike(held, one[2]), one) for one in known), key=lambda pair: pair[0])
    if near < _LIKE:
        return [(held, Reason("no_longer_says", {"was": span_of(passage, 0, len(held))}))]
    then = Passage(article.id, article.revision, start, start + len(new), "", part)
    old_words, new_words = (list(islice(_WORD.finditer(words), _COMPARED)) for words in (held, new))
    was, became = [m.group() for m in old_words], [m.group() for m in new_words]
    found: list[tuple[str, Reason]] = []
    for what, i, end, k, last in SequenceMatcher(None, was, became, autojunk=False).get_opcodes():
        counted = what == "replace" and _is_counted(was, end, became, last)
        j, m = (end + 1, last + 1) if counted else (end, last)
        said = " ".join([*was[i:j], "→", *became[k:m]])
        old = span_of(passage, old_words[i].start(), old_words[j - 1].end()) if j > i else {}
        now = span_of(then, new_words[k].start(), new_words[m - 1].end()) if m > k else {}
        if what == "replace" and max(j - i, m - k) <= _MOST_WORDS:
            found.append((said, Reason("changed", {"was": old, "now": now})))
        elif what == "delete" and _says_something(was[i:j]):
            found.append((said, Reason("left_out", {"was": old})))
        elif what == "insert" and _says_something(became[k:m]):
            found.append((said, Reason("added", {"now": now})))
    return found or [("", Reason("put_otherwise"))]


def _is_counted(was: Sequence[str], end: int, became: Sequence[str], last: int) -> bool:
    """Whether the runs end in a figure, and the same word follows both."""
    figures = was[end - 1][:1].isdigit() and became[last - 1][:1].isdigit()
    return figures and was[end : end + 1] == became[last : last + 1] != [] and was[end].isalpha()


def in_its_place(text: str, now: Document | None) -> str:
    """What the new clip says in the place of this sentence; "" where it says nothing like it."""
    if now is None:
        return ""
    said = [one.text for one in sentences_and_quotations(now)]
    near, other = max(((_alike(text, other), other) for other in said), default=(0.0, ""))
    return other if near >= _LIKE else ""


def _alike(a: str, b: str) -> float:
    one, other = (text.lower().split(maxsplit=_COMPARED)[:_COMPARED] for text in (a, b))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _LIKE else 0.0


def _says_something(words: Sequence[str]) -> bool:
    return any(character.isalnum() for word in words for character in word)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _by_article(inputs: Sequence[str]) -> dict[str, str]:
    return {given.partition("@")[0]: given for given in inputs}


def _revision(given: str) -> str:
    return given.partition(":")[0]
