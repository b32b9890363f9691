"""The themes that an article is about: those whose words it says again and again."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from newsclip.language.category_words import words_told
from newsclip.language.themes import Stems, stems, themes
from newsclip.language.tokens import sentences
from newsclip.writing.tags.articles import Tagged

_TITLE = 3.0  # sentences that a title weighs
_OPENING, _OPENING_WEIGHT = 3, 2.0
_MOST = 3  # leaves room for names
_ENOUGH, _PART = 4.0, 0.5  # the weight that a theme has in each article, and of the first theme's
_LESSER = 3.0  # the weight in each article of one for a story with few tags
_READ = 40  # sentences; what an article is about stands in these


@dataclass(slots=True)
class Told:
    """What an article tells of each theme: `weights`, the number of its `sentences`, and whether `titled`.

    `vague`: those that are no hashtags. `categories`: the weights of each category's sentences, counted once however
    many of its themes they tell.
    """

    weights: Counter[str] = field(default_factory=Counter)
    sentences: Counter[str] = field(default_factory=Counter)
    titled: set[str] = field(default_factory=set)
    vague: set[str] = field(default_factory=set)
    categories: Counter[str] = field(default_factory=Counter)

    @property
    def proved(self) -> set[str]:
        """The themes of two sentences, or of the title and a sentence."""
        return {tag for tag, times in self.sentences.items() if times + (tag in self.titled) > 1}


def told_themes(article: Tagged) -> Told:
    """The themes of title and text; what a sentence without one tells of a category by its words (see `_ByWords`)."""
    language, told, by_words = article.language[:2] or "en", Told(), _ByWords()
    known = themes(language)
    spans = sentences(article.text)[:_READ]
    for place, words in enumerate([article.title, *(span.of(article.text) for span in spans)]):
        weight = _TITLE if not place else _OPENING_WEIGHT if place <= _OPENING else 1.0
        found = mentioned(stems(words, language), language) if known else set[str]()
        told.vague |= {tag for tag in found if not known[tag].hashtag}
        for tag in found:
            told.weights[tag] += weight  # type: ignore[assignment]
            told.sentences[tag] += place > 0
        if not place:
            told.titled |= found
        for category, times in Counter(known[tag].category for tag in found).items():
            told.categories[category] += _weighed(weight, times)  # type: ignore[assignment]
        if not found:
            by_words.add(words_told(words, language), weight)
    told.categories += by_words.weights(set(told.categories))
    return told


def _weighed(weight: float, times: int) -> float:
    return weight * (1 + 0.5 * min(2, times - 1))


class _ByWords:
    """What sentences without a theme tell of each category by its words."""

    def __init__(self) -> None:
        self._weights = Counter[str]()
        self._words = defaultdict[str, set[str]](set)

    def add(self, told: Mapping[str, set[str]], weight: float) -> None:
        for category, words in told.items():
            self._words[category] |= words
            self._weights[category] += _weighed(weight, len(words))  # type: ignore[assignment]

    def weights(self, proved: set[str]) -> Counter[str]:
        """Those of two words or more, or `proved` by a theme: one word again and again may have another meaning."""
        return Counter({name: w for name, w in self._weights.items() if name in proved or len(self._words[name]) > 1})


def main_themes(articles: Sequence[Told], clip: Told | None = None) -> list[str]:
    """The tags of up to three themes that most of the articles tell again and again, the most told first.

    Each stands in two sentences of one of them, or in its title and a sentence, as the verifier asks for. Of their
    `clip`, too: what it says in one sentence, it says in passing.
    """
    weights, ranked = _shared(articles)
    ranked = [tag for tag in ranked if clip is None or tag in clip.proved | clip.titled]
    enough = max(_ENOUGH * len(articles), _PART * weights[ranked[0]]) if ranked else 0.0
    return [tag for tag in ranked if weights[tag] >= enough][:_MOST]


def lesser_themes(articles: Sequence[Told], clip: Told) -> list[str]:
    """The tags of themes that most of the articles tell, and their clip at least once: for a story with few tags."""
    weights, ranked = _shared(articles)
    return [tag for tag in ranked if weights[tag] >= _LESSER * len(articles) and clip.weights[tag]]


def _shared(articles: Sequence[Told]) -> tuple[Counter[str], list[str]]:
    """The weights of all themes, and the tags that half of the articles tell and one proves, the most told first."""
    weights = sum((told.weights for told in articles), Counter[str]())
    proved = set[str]().union(*(told.proved for told in articles))
    shared = {tag for tag in weights if 2 * sum(tag in told.weights for told in articles) >= len(articles)}
    vague = {tag for told in articles for tag in told.vague}
    return weights, sorted((proved & shared) - vague, key=lambda tag: (-weights[tag], tag))


def mentioned(words: Sequence[str], language: str) -> set[str]:
    """The tags of the themes with a trigger among these stems."""
    opened, found = _by_first(language), set[str]()
    for place, word in enumerate(words):
        for rest, tags in opened.get(word, ()):
            if tuple(words[place + 1 : place + 1 + len(rest)]) == rest:
                found |= tags
    return found


@cache
def _by_first(language: str) -> dict[str, list[tuple[Stems, frozenset[str]]]]:
    """The triggers by their first stem: what follows it, and whose trigger it is."""
    tags: dict[Stems, set[str]] = {}
    for theme in themes(language).values():
        for trigger in theme.triggers:
            tags.setdefault(trigger, set()).add(theme.tag)
    opened: dict[str, list[tuple[Stems, frozenset[str]]]] = {}
    for trigger, of in tags.items():
        opened.setdefault(trigger[0], []).append((trigger[1:], frozenset(of)))
    return opened
