"""Chinese and Japanese, which set no spaces between words: how their texts are cut, counted and told."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from newsclip.kernel.spans import Span
from newsclip.language.pack import in_all_languages
from newsclip.language.text_analysis_tables import UnspacedWords

LANGUAGES = frozenset({"ja", "zh"})
_KANA = "\u3041-\u3096\u30a1-\u30fa\u30fc\uff66-\uff9f"
_RUN = re.compile(rf"[{_KANA}々\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_IS_JAPANESE = re.compile(rf"[{_KANA}]")
_LETTER = re.compile(r"[^\W\d_]")
_A_WORD = 2  # characters, that tell about as much as a word of English
_SIGN = re.compile(r"[「『（“]|[。！？]*[」』）”]|[。！？]+")
# what is set between marks, or written in katakana, is the name of something: 《晨报》, “海鸥号”, フェリー
_NAME = re.compile(r"(?<=[「『《“])[^「」『』《》“”、，。！？\s]{3,8}(?=[」』》”])|[ァ-ヺー]{4,12}(?:・[ァ-ヺー]+)*")
_LONGEST, _LOOKED_AT = 4, 8  # characters of a word; of a string that it may be a piece of
_GOES_ON = frozenset("、，。")


def language(text: str) -> str:
    """ "ja" or "zh" where most of the letters are of these scripts; "" elsewhere."""
    if not is_in(text):
        return ""
    if sum(map(len, _RUN.findall(text))) < len(_LETTER.findall(text)) / 2:
        return ""
    return "ja" if _IS_JAPANESE.search(text) else "zh"


def is_in(text: str) -> bool:
    """Whether the text holds a character of these scripts."""
    return not text.isascii() and bool(_RUN.search(text))


def in_pairs(word: str) -> list[str]:
    """The word itself; of a run of these scripts each two characters that stand together.

    Search engines cut it so: J.-Y. Nie et al., On the use of words and n-grams for Chinese information retrieval, 2000.
    """
    if not is_in(word):
        return [word]
    found, at = list[str](), 0
    for run in _RUN.finditer(word):
        found += [word[at : run.start()]] if at < run.start() else []
        found += [a + b for a, b in pairwise(run.group())] or [run.group()]
        at = run.end()
    return [*found, word[at:]] if at < len(word) else found


def cut(words: Iterable[str]) -> list[str]:
    """The words, each `in_pairs`."""
    return [piece for word in words for piece in in_pairs(word)]


def apart(text: str) -> str:
    """The text with spaces between the characters of these scripts, so that words are phrases of characters."""
    return _RUN.sub(lambda run: f" {' '.join(run.group())} ", text) if is_in(text) else text


def names(text: str) -> list[Span]:
    """What is named by its marks or its script; other names are not told from words."""
    return [Span(*found.span()) for found in _NAME.finditer(text)]


def repeated(text: str) -> list[Span]:
    """Strings of two to four Chinese characters that come twice or more, wherever they do, none part of a longer one.

    Words that no list holds come again in a text: L.-F. Chien, PAT-tree-based keyword extraction for Chinese, 1997.
    """
    places = defaultdict[str, list[int]](list)
    for run in _chinese().finditer(text):
        for start in range(run.start(), run.end()):
            for end in range(start + 2, min(run.end(), start + _LOOKED_AT) + 1):
                places[text[start:end]].append(start)
    again = {words: at for words, at in places.items() if len(at) > 1}
    pieces = {
        piece
        for words, at in again.items()
        for piece in (words[1:], words[:-1])
        if len(again.get(piece, ())) == len(at)
    }
    return sorted(
        Span(start, start + len(words))
        for words in again.keys() - pieces
        if len(words) <= _LONGEST
        for start in again[words]
    )


@cache
def _chinese() -> re.Pattern[str]:
    """Runs of characters without those that only tie words together."""
    ties = "".join(sorted(one for known in in_all_languages(UnspacedWords) for one in known.ties or ()))
    return re.compile(rf"(?:(?![{re.escape(ties)}])[\u4e00-\u9fff])+")


@cache
def _going_on() -> frozenset[str]:
    return _GOES_ON.union(*(known.goes_on or () for known in in_all_languages(UnspacedWords)))


def count_words(text: str) -> int:
    """How many words a reader would count; half as many as there are characters of these scripts."""
    if not is_in(text):
        return len(text.split())
    others = sum(any(map(str.isalnum, word)) for word in _RUN.sub(" ", text).split())
    return sum(map(len, _RUN.findall(text))) // _A_WORD + others


def sentence_starts(line: str) -> set[int]:
    """Where a sentence begins behind another one's full stop, outside of marks and brackets."""
    starts, depth = set[int](), 0
    for sign in _SIGN.finditer(line) if is_in(line) else ():
        last, ends = sign.group()[-1], sign.group()[0] in "。！？"
        if last in "「『（“":
            depth += 1
        elif last in "」』）”":
            depth = max(0, depth - 1)
            ends &= line[sign.end() : sign.end() + 1] not in _going_on()
        if ends and not depth and sign.end() < len(line):
            starts.add(sign.end())
    return starts
