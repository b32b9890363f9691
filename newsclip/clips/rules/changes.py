"""What became of a clip's sentences when what they rested on changed, and why a clip was written anew, in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from newsclip.clips.ports import Document, SourceArticle
from newsclip.clips.rules.document import said_in
from newsclip.kernel.language import sentences
from newsclip.kernel.spans import Passage

COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LIKE = 0.6  # sentences this alike are one sentence, changed
_MOST_WORDS, _MOST_SAID = 6, 3
_WORD = re.compile(r"[$£€¥]?\w+(?:[.,:'’\-/]\w+)*%?|[^\w\s]")
_FIGURE = re.compile(r"[$£€¥]?\d[\d.,:]*%?")
_RETRACTED = re.compile(
    r"^\W*(?:retract(?:ed|ion)|withdrawn|article (?:retracted|withdrawn|removed))\b|"
    r"^\W*(?:this|the) (?:article|story|report) (?:has been|was|is) (?:retracted|withdrawn|removed|taken down)\b",
    re.IGNORECASE,
)

type Words = Mapping[Passage, str]


@dataclass(frozen=True, slots=True)
class Changed:
    """One publisher's change in words, and (what the clip said, what it says now or "") where that differs."""

    article: str
    kind: str
    reason: str
    sentences: tuple[tuple[str, str], ...]


def is_retracted(title: str, text: str) -> bool:
    """Whether a publisher says in place of its article that it takes it back."""
    return any(_RETRACTED.match(words) for words in (title, text))


def reason(
    before: Sequence[str],
    now: Sequence[str],
    publishers: Mapping[str, str],
    told: Sequence[Changed],
    others: Sequence[str] = (),
) -> str:
    """ "Two more articles joined." `before` and `now` are receipts' inputs; `publishers` names those of articles.

    `others`: reasons that lie elsewhere, in words.
    """
    old, new = _by_article(before), _by_article(now)
    joined = [article for article in new if article not in old]
    left = [article for article in old if article not in new and article not in {one.article for one in told}]
    quiet = [a for a in new if a in old and new[a] != old[a] and a not in {one.article for one in told}]
    said = [one.reason for one in told]
    for article in quiet:
        publisher, same = publishers.get(article) or "A publisher", _revision(new[article]) == _revision(old[article])
        part = f"Another part of {publisher}'s article may be shown."
        said.append(part if same else f"{publisher} changed other parts of its article.")
    if joined:
        said.append(f"{_count(len(joined)).capitalize()} more article{'s' * (len(joined) > 1)} joined.")
    if left:
        said.append(f"{_count(len(left)).capitalize()} article{'s' * (len(left) > 1)} left the story.")
    said += others
    return " ".join(said) or "The writer works differently now."


def corrections(
    before: Document, now: Document | None, given: Sequence[SourceArticle], words: Words, taken_back: frozenset[str]
) -> list[Changed]:
    """What of the old clip lost its ground, one entry an article; `now` None where no clip could be written anew.

    `words`: what the old passages said. `taken_back`: articles whose publishers no longer stand by them.
    """
    here = {article.id: article for article in given}
    found: list[Changed] = []
    for source in before.sources:
        article = here.get(source.article)
        lost = _lost(before, source.article, article, words)
        if not lost:
            continue
        publisher = source.publisher or source.domain or "A publisher"
        kind = "revised" if article else "taken back" if source.article in taken_back else "moved"
        pairs = tuple((text, then) for text in lost if (then := in_its_place(text, now)) != text)
        found.append(Changed(source.article, kind, _in_words(publisher, kind, lost, article), pairs))
    return found


def _lost(before: Document, source: str, article: SourceArticle | None, words: Words) -> dict[str, list[str]]:
    """Each sentence of the clip with those of its passages in the article that no longer stand there."""
    whole = _plain(f"{article.title}\n{article.text}") if article else ""
    lost: dict[str, list[str]] = {}
    for said in said_in(before):
        for passage in said.evidence:
            held = words.get(passage, "")
            if passage.article == source and not (article and held and _plain(held) in whole):
                lost.setdefault(said.text, []).append(held)
    return lost


def _in_words(publisher: str, kind: str, lost: Mapping[str, Sequence[str]], article: SourceArticle | None) -> str:
    if kind == "taken back":
        return f"{publisher} took its article back."
    if article is None:
        return f"An article of {publisher} was found to tell another story."
    passages = dict.fromkeys(held for helds in lost.values() for held in helds if held)
    known = [span.of(article.text) for span in sentences(article.text)]
    swaps: dict[str, None] = {}
    for held in passages:
        swaps |= dict.fromkeys(_swaps(held, [article.title, *known]))
    if not swaps:
        return f"{publisher} changed its article."
    shown = list(swaps)[:_MOST_SAID]
    more = " and more" if len(swaps) > _MOST_SAID else ""
    return f"{publisher} {', '.join(shown[:-1])}{' and ' * (len(shown) > 1)}{shown[-1]}{more}."


def _swaps(held: str, known: Sequence[str]) -> list[str]:
    """ "changed 9 to 11", for each run of words in the passage that became another."""
    near, new = max(((_alike(held, other), other) for other in known), default=(0.0, ""))
    if near < _LIKE:
        return [f"no longer says “{_cut(held)}”"]
    old_words, new_words = _WORD.findall(held), _WORD.findall(new)
    said = []
    for what, i, j, k, m in SequenceMatcher(None, old_words, new_words, autojunk=False).get_opcodes():
        was, became = " ".join(old_words[i:j]), " ".join(new_words[k:m])
        if what == "replace" and max(j - i, m - k) <= _MOST_WORDS:
            said.append(f"changed {_marked(was)} to {_marked(became)}")
        elif what == "delete" and _says_something(was):
            said.append(f"left out {_marked(was)}")
        elif what == "insert" and _says_something(became):
            said.append(f"added {_marked(became)}")
    return said or ["put a sentence otherwise"]


def in_its_place(text: str, now: Document | None) -> str:
    """What the new clip says in the place of this sentence; "" where it says nothing like it."""
    if now is None:
        return ""
    said = [one.text for one in said_in(now)]
    near, other = max(((_alike(text, other), other) for other in said), default=(0.0, ""))
    return other if near >= _LIKE else ""


def _alike(a: str, b: str) -> float:
    matcher = SequenceMatcher(None, a.lower().split(), b.lower().split(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _LIKE else 0.0


def _marked(words: str) -> str:
    """Figures stand by themselves; words in quotation marks."""
    return words if _FIGURE.fullmatch(words) else f"“{_cut(words)}”"


def _says_something(words: str) -> bool:
    return any(character.isalnum() for character in words)


def _cut(words: str, most: int = 90) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[:most].rpartition(" ")[0] + " …"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _by_article(inputs: Sequence[str]) -> dict[str, str]:
    return {given.partition("@")[0]: given for given in inputs}


def _revision(given: str) -> str:
    return given.partition(":")[0]


def _count(number: int) -> str:
    return COUNTS[number] if number < len(COUNTS) else str(number)
