"""Headings that name what a section is about: noun phrases that stand in a row in it."""

import math
from collections import Counter
from collections.abc import Sequence

from newsclip.evidence.document import Sentence
from newsclip.language.pack import english
from newsclip.language.pos_tagger import TAGGED_LANGUAGES, Tagged, is_adjective, is_plain, tag_words
from newsclip.language.word_lists import MONTHS, SOMEBODY, WEEKDAYS
from newsclip.language.writer_tables import ClipWords
from newsclip.writing.candidates import content_stems
from newsclip.writing.clip_patterns import clip_patterns
from newsclip.writing.ports import Judge

_LEAST_MERIT = 1.3
_LEAST_LINES = 2
_CARRIED = 0.5  # of the section's sentences share a word with its heading


def phrase_heading(
    section: Sequence[Sentence],
    others: Sequence[Sentence],
    used: Sequence[str],
    language: str,
    spread: Counter[str],
    judge: Judge,
) -> Sentence | None:
    """The noun phrase most particular to the section, with a capital; None where nothing carries its theme.

    `spread`: in how many lines of the story each stem stands; what only one line says heads no section.
    """
    if language not in TAGGED_LANGUAGES:
        return None
    elsewhere = content_stems(" ".join(s.text for s in others), language)
    taken = [content_stems(text, language) for text in used]
    best: tuple[float, str] | None = None
    texts = [sentence.text for sentence in section if not sentence.edits]
    for phrase in _phrases(section):
        stems = content_stems(phrase, language)
        if (
            not stems
            or min(spread[stem] for stem in stems) < _LEAST_LINES
            or not _carries(phrase, stems, section, language)
            or judge.phrase_fault(phrase, texts, language or "en")
        ):
            continue
        if any(stems <= other or len(stems & other) >= 2 for other in taken):
            continue
        merit = _merit(phrase, stems, section, elsewhere, language) + _weight(stems, spread)
        if best is None or merit > best[0] + 1e-9:
            best = (merit, phrase)
    if best is None or best[0] < _LEAST_MERIT:
        return None
    return _heading(best[1], section)


def _carries(phrase: str, stems: frozenset[str], section: Sequence[Sentence], language: str) -> bool:
    """Whether the section is about it: half of its sentences share its words, two have them all, and none denies it."""
    held = [content_stems(sentence.text, language) for sentence in section]
    about, whole = sum(bool(stems & h) for h in held), sum(stems <= h for h in held)
    if about < max(2, _CARRIED * len(held)) or whole < 2:
        return False
    return not any(clip_patterns().denied.search(s.text[: s.text.find(phrase)]) for s in section if phrase in s.text)


def _weight(stems: frozenset[str], spread: Counter[str]) -> float:
    """How much of the story is about these words, in [0, 1.2]."""
    return sum(min(1.2, 0.4 * math.log(max(1, spread[stem]))) for stem in stems) / len(stems)


def _heading(phrase: str, section: Sequence[Sentence]) -> Sentence:
    holding = [sentence for sentence in section if phrase in sentence.text]
    evidence = tuple(dict.fromkeys(p for sentence in holding for p in sentence.evidence[:1]))
    return Sentence(phrase[:1].upper() + phrase[1:], evidence)


def _phrases(section: Sequence[Sentence]) -> list[str]:
    """Noun runs of two to four words as written, also joined by one preposition ("cost of the bridge")."""
    found: list[str] = []
    for sentence in section:
        if sentence.edits:  # a name put in may stand where its passage has another word
            continue
        tagged = tag_words(sentence.text)
        for start in range(len(tagged)):
            for size in (2, 3, 4, 5):
                run = tagged[start : start + size]
                if (
                    len(run) == size
                    and _is_whole(tagged, start, size)
                    and _is_phrase([(w, t) for w, t, _ in run], start)
                ):
                    first, last = run[0], run[-1]
                    found.append(sentence.text[first[2] : last[2] + len(last[0])])
    return list(dict.fromkeys(found))


def _is_whole(tagged: Sequence[Tagged], start: int, size: int) -> bool:
    """Whether no noun goes on before or behind ("coffee" of "coffee shop"); "fight ends the" ends in a verb."""
    before = tagged[start - 1][1] if start else ""
    behind = tagged[start + size][1] if start + size < len(tagged) else ""
    word = tagged[start + size][0].lower() if behind else ""
    if word in {"and", "&"} and tagged[start + size - 1][0][0].isupper():  # "Ministry of Social and Family Development"
        return False
    ends = not behind.startswith(("NN", "POS", "CD", "DT", "PRP")) and word not in {"'s", "’s"}
    return ends and not before.startswith(("NN", "JJ"))


def _is_phrase(run: list[tuple[str, str]], start: int) -> bool:
    """Whether the run, which begins with this word of its sentence, names a matter: nobody, and nothing by its name."""
    words, tags = [w.lower() for w, _ in run], [t for _, t in run]
    if _is_dull(words[0]) or _is_dull(words[-1]) or not all(w[0].isalpha() for w in words):
        return False
    if words[-1] in SOMEBODY:  # "engineer husband"
        return False
    named = any(w[0].isupper() and not w.isupper() for w, _ in (run if start else run[1:]))
    if named and "IN" not in tags:  # "Orlo campaign"; "cost of the Orlo campaign" says what of it
        return False
    if clip_patterns().bare.fullmatch(" ".join(w for w, _ in run)):
        return False
    if all(w[0].isupper() for w, _ in run if w.lower() not in _words().small):  # a name says whom, and not what of them
        return False
    if not all(is_plain(w) for w, _ in run if w.lower() not in _words().small):
        return False
    if any(w.isdigit() or len(w) < 2 or w.endswith("ly") or w in _words().short_titles for w in words):
        return False
    return _is_noun_run(tags) or _is_joined(words, tags)


def _is_noun_run(tags: list[str]) -> bool:
    return len(tags) <= 4 and tags[-1].startswith("NN") and all(t.startswith(("NN", "JJ")) for t in tags)


def _is_joined(words: list[str], tags: list[str]) -> bool:
    """ "cost of the bridge": nouns, of/for/in, an article perhaps, nouns."""
    at = next((i for i, w in enumerate(words) if w in {"of", "for"}), 0)
    if not at:
        return False
    if _is_dull(words[at - 1]) or is_adjective(words[at - 1]):
        return False
    after = at + 2 if tags[at + 1 : at + 2] == ["DT"] and words[at + 1] == "the" else at + 1
    return after < len(words) and _is_noun_run(tags[:at]) and _is_noun_run(tags[after:])


def _merit(
    phrase: str, stems: frozenset[str], section: Sequence[Sentence], elsewhere: frozenset[str], language: str
) -> float:
    """Frequent in the section, rare outside, early, two or three words long, ending in a plain noun."""
    held = [content_stems(sentence.text, language) for sentence in section]
    often = sum(len(stems & h) / len(stems) for h in held) / len(held)
    rare = sum(stem not in elsewhere for stem in stems) / len(stems)
    first = next(i for i, sentence in enumerate(section) if phrase in sentence.text)
    length = {1: 0.0, 2: 0.3, 3: 0.35}.get(len(stems), 0.15)
    plain = 0.2 if phrase.rpartition(" ")[2][:1].islower() else 0.0
    return often + 0.6 * rare + length + plain - 0.15 * first


def _is_dull(word: str) -> bool:
    return word in _words().dull | MONTHS | WEEKDAYS


def _words() -> ClipWords:
    return english(ClipWords)
