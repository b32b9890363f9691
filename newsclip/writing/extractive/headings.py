"""Headings: words that stand in a row in the section they head, and head no other."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import LOWERED, ROLE
from newsclip.language.pack import english
from newsclip.language.pos_tagger import TAGGED_LANGUAGES, Tagged, is_adjective, is_plain, tag_words
from newsclip.language.section_types import SectionType, fitting, fitting_type, same_name
from newsclip.language.word_lists import MONTHS, WEEKDAYS
from newsclip.language.writer_tables import ClipWords
from newsclip.writing import cleaning
from newsclip.writing.candidates import content_stems, passage
from newsclip.writing.clip_patterns import clip_patterns
from newsclip.writing.extractive.material import Material
from newsclip.writing.extractive.titles import counts_outdated, is_fit, title_alone
from newsclip.writing.ports import Judge

_LEAST_MERIT = 1.3
_LEAST_LINES = 2
_LONGEST_TITLE = 90  # characters
_NEW = 0.5  # of a title's stems are told nowhere before
_LONGEST_CLAUSE, _CLAUSE_OF = 60, 220  # characters of a clause that heads, and of the sentence that it is out of
_NAMED = 2  # of them stand in the section
_CARRIED = 0.5  # of the section's sentences share a word with its heading


@dataclass(frozen=True, slots=True)
class Headed:
    """A section's heading, and the type of section that it names, "" where it names none."""

    heading: Sentence
    type: str = ""


def heading(
    material: Material,
    run: Sequence[int],
    below: Sequence[Sentence],
    used: Sequence[str],
    summary: Sequence[Sentence],
    speakers: Sequence[str | None] = (),
) -> Headed | None:
    """The heading that says most of a run of lines of one article; None where none fits or it stands already.

    `speakers`: of the quotations among the lines. A heading that names one heads nobody else's words.
    """
    own = subheading(material, run)
    if own and own.text not in used and len(below) >= _LEAST_LINES:
        return Headed(own)
    for kind in _fitting([said.text for said in below], material.language):
        theirs = kind.name is None or all(speaker and same_name(kind.name, speaker) for speaker in speakers)
        if theirs and kind.heading not in used:
            return Headed(_of_type(kind, below), kind.code)
    told = content_stems(" ".join([*used, *(said.text for said in summary)]), material.language)
    title = title_heading(material, material.lines[run[0]].article, below, told)
    if title and title.text not in used:
        return Headed(title)
    if clause := clause_heading(material, below, told):
        return Headed(clause)
    spread = Counter(stem for line in material.lines for stem in line.stems)
    phrase = phrase_heading(below, summary, used, material.language, spread, material.judge)
    return Headed(phrase) if phrase else None


def subheading(material: Material, run: Sequence[int]) -> Sentence | None:
    """Its publisher's own subheading, where all of these lines stand below it in the article, before the next."""
    reading = material.readings[material.lines[run[0]].article]
    known = [span for span in reading.subheadings if span.end <= material.lines[run[0]].span.start]
    if not known:
        return None
    above = known[-1]
    behind = [span.start for span in reading.subheadings if span.start > above.start]
    if any(material.lines[i].span.end > min(behind, default=len(reading.article.text)) for i in run):
        return None
    words = above.of(reading.article.text)
    calm = words.capitalize() if words.isupper() else words
    edits = (LOWERED,) if calm != words else ()
    return Sentence(calm, (passage(reading.article, above),), edits)


def fits(material: Material, rows: Sequence[int]) -> bool:
    """Whether a subheading stands above all of these lines, or a type of section can be told of them."""
    return bool(subheading(material, rows) or _fitting([material.lines[i].told.text for i in rows], material.language))


def _fitting(texts: Sequence[str], language: str) -> list[SectionType]:
    return [kind for kind in fitting(texts, language) if kind.code != "facts_and_figures"]


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


def title_heading(
    material: Material, article: int, section: Sequence[Sentence], told: frozenset[str]
) -> Sentence | None:
    """The title of the one article that the section tells, where it names what the section adds to `told`.

    None where it says mostly what is told already, or nothing of what stands below it, or counts what is outdated.
    """
    reading = material.readings[article]
    title = title_alone(material, reading)
    if (
        len(section) < _LEAST_LINES
        or not is_fit(material, reading)
        or "!" in title.text
        or clip_patterns().of_site.search(title.text)
        or counts_outdated(material, reading)
    ):
        return None
    own = content_stems(title.text, material.language)
    new = own - told
    below = frozenset[str]().union(*(content_stems(sentence.text, material.language) for sentence in section))
    names = len(new) >= _NEW * len(own) and len(new & below) >= _NAMED
    return title if names and len(title.text) <= _LONGEST_TITLE else None


def clause_heading(material: Material, section: Sequence[Sentence], told: frozenset[str]) -> Sentence | None:
    """What one of the sentences says happened, as a clause: the one that has most in common with the others.

    None where most of it is told already, or it is not the first and hardly has to do with the others.
    """
    if len(section) < _LEAST_LINES:
        return None
    stems = [content_stems(sentence.text, material.language) for sentence in section]
    found: list[tuple[int, int, Sentence]] = []
    for i, sentence in enumerate(section):
        if not _may_be_shortened(sentence):
            continue
        made = material.shorten_headline(sentence, material.language, _LONGEST_CLAUSE)
        if made is None or len(made.text) > _LONGEST_CLAUSE or cleaning.leans(made.text, material.language):
            continue
        own = content_stems(made.text, material.language)
        others = frozenset[str]().union(*(held for j, held in enumerate(stems) if j != i))
        if len(own - told) >= _NEW * len(own) and (not i or len(own & others) >= _NAMED):
            found.append((len(own & others), -i, made))
    return max(found, key=lambda one: one[:2])[2] if found else None


def _may_be_shortened(sentence: Sentence) -> bool:
    quoted = any(mark in sentence.text for mark in '"“”')
    return not quoted and _LONGEST_CLAUSE < len(sentence.text) <= _CLAUSE_OF


def role_heading(role: str, section: Sequence[Sentence], language: str) -> Sentence | None:
    """A heading that names a role in the clip's language; the verifier holds every sentence below to its rule.

    None where a sentence does not meet the rule, or the language has none.
    """
    found = fitting_type(role, [sentence.text for sentence in section], language)
    return _of_type(found, section) if found else None


def _of_type(kind: SectionType, section: Sequence[Sentence]) -> Sentence:
    return Sentence(kind.heading, tuple(dict.fromkeys(p for said in section for p in said.evidence[:1])), (ROLE,))


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
                if len(run) == size and _is_whole(tagged, start, size) and _is_phrase([(w, t) for w, t, _ in run]):
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


def _is_phrase(run: list[tuple[str, str]]) -> bool:
    words, tags = [w.lower() for w, _ in run], [t for _, t in run]
    if _is_dull(words[0]) or _is_dull(words[-1]) or not all(w[0].isalpha() for w in words):
        return False
    if run[0][0][0].islower() and run[-1][0][0].isupper():  # "sociology Daniel Goh"
        return False
    if clip_patterns().bare.fullmatch(" ".join(w for w, _ in run)):
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
