"""Headings: words that stand in a row in the section they head, and head no other."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import ROLE
from newsclip.evidence.verifier.headings import phrase_fault
from newsclip.evidence.verifier.roles import in_language
from newsclip.language.pos_tagger import Tagged, is_adjective, is_plain, tag_words
from newsclip.language.word_lists import MONTHS, WEEKDAYS
from newsclip.writing.candidates import content_stems
from newsclip.writing.extractive.headline import counts_outdated, is_fit, title_alone
from newsclip.writing.extractive.writer_state import Desk

_LEAST_MERIT = 1.3
_LEAST_LINES = 2
_LONGEST_TITLE = 90  # characters
_NEW = 0.5  # of a title's stems are told nowhere before
_NAMED = 2  # of them stand in the section
_CARRIED = 0.5  # of the section's sentences share a word with its heading
_TURNED = re.compile(
    r"\b(?:no|not|never|without|lack of|non|any)\s+(?:[\w’'\-]+\s+)?$|n['’]t\s+(?:[\w’'\-]+\s+)?$", re.IGNORECASE
)
_SMALL = frozenset(
    {"of", "the", "and", "in", "on", "for", "to", "a", "an", "with", "by", "at", "from", "de", "la", "von"}
)
_TITLES = frozenset({"mr", "mrs", "ms", "mdm", "dr", "ceo", "sens", "reps"})
# a bare person or paper heads nothing: "Justice Quist", "Port Chief Holm", "Orlo Times"
_BARE = re.compile(
    r"(?:\w+ )?(?:Justice|Chief|Princess|Prince|Senator|Mayor|Minister|Judge|Captain) [A-Z]\w+|"
    r"(?:[A-Z]\w+ )+(?:Times|Post|News|Herald|Tribune|Journal|Daily|Gazette)"
)
_DULL = MONTHS | WEEKDAYS | frozenset(
    """year years day days time week month months people thing things way number part lot one two first second last next
    new other same many more most several such own few much good bad statement news report reports people's today mr mrs
    ms dr minute minutes hour hours morning night afternoon evening spokesman spokeswoman spokesperson according person
    man woman men women also then later earlier hundreds thousands dozens millions billions majority lots reason reasons
    shirt top white black red blue green light dark
    per cent percent latest real possible main major key current recent previous upcoming certain big little whole
    better worse larger greater smaller higher lower stronger significant additional further own
    mm cm km kg lb lbs mph kmh degree degrees metre metres meter meters mile miles foot feet inch inches kilometre
    kilometres ton tons tonne tonnes litre litres barrel barrels dollar dollars euro euros pound pounds yen yuan
    kind kinds sort sorts form forms area areas activity activities system systems example examples issue issues
    point points case cases end ends side sides place places percent bit line lines level levels role roles member
    members official officials secretary professor director president minister vibe assistant mind hand hands""".split()  # noqa: SIM905
)  # fmt: skip


def phrase_heading(
    section: Sequence[Sentence], others: Sequence[Sentence], used: Sequence[str], language: str, spread: Counter[str]
) -> Sentence | None:
    """The noun phrase most particular to the section, in title case; None where nothing carries its theme.

    `spread`: in how many lines of the story each stem stands; what only one line says heads no section.
    """
    if language[:2] not in {"en", ""}:
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
            or phrase_fault(phrase, texts, language or "en")
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
    """Whether the section is about it: half of its sentences share its words, two say its last, and none denies it."""
    held = [content_stems(sentence.text, language) for sentence in section]
    last = content_stems(phrase.rsplit(maxsplit=1)[-1], language)
    about = sum(bool(stems & h) for h in held)
    said = sum(last <= h for h in held)
    name = all(word[:1].isupper() or word in _SMALL for word in phrase.split())
    whole = sum(stems <= h for h in held)
    if about < max(2, _CARRIED * len(held)) or (whole if name else said) < 2:
        return False
    return not any(_TURNED.search(s.text[: s.text.find(phrase)]) for s in section if phrase in s.text)


def _weight(stems: frozenset[str], spread: Counter[str]) -> float:
    """How much of the story is about these words, in [0, 1.2]."""
    return sum(min(1.2, 0.4 * math.log(max(1, spread[stem]))) for stem in stems) / len(stems)


def title_heading(desk: Desk, article: int, section: Sequence[Sentence], told: frozenset[str]) -> Sentence | None:
    """The title of the one article that the section tells, where it names what the section adds to `told`.

    None where it says mostly what is told already, or nothing of what stands below it, or counts what is outdated.
    """
    reading = desk.readings[article]
    title = title_alone(reading)
    if len(section) < _LEAST_LINES or not is_fit(reading) or "!" in title.text or counts_outdated(desk, reading):
        return None
    own = content_stems(title.text, desk.language)
    new = own - told
    below = frozenset[str]().union(*(content_stems(sentence.text, desk.language) for sentence in section))
    names = len(new) >= _NEW * len(own) and len(new & below) >= _NAMED
    return title if names and len(title.text) <= _LONGEST_TITLE else None


def role_heading(role: str, section: Sequence[Sentence], language: str) -> Sentence | None:
    """A heading that names a role in the clip's language; the verifier holds every sentence below to its rule.

    None where a sentence does not meet the rule, or the language has none.
    """
    name, rule = in_language(language).get(role, ("", None))
    if rule is None or not all(rule(sentence.text) for sentence in section):
        return None
    return Sentence(name, tuple(dict.fromkeys(p for sentence in section for p in sentence.evidence[:1])), (ROLE,))


def _heading(phrase: str, section: Sequence[Sentence]) -> Sentence:
    holding = [sentence for sentence in section if phrase in sentence.text]
    evidence = tuple(dict.fromkeys(p for sentence in holding for p in sentence.evidence[:1]))
    return Sentence(_title_case(phrase), evidence)


def _title_case(phrase: str) -> str:
    words = phrase.split()
    return " ".join(
        w if (w.lower() in _SMALL and i) or not w[:1].islower() else w[:1].upper() + w[1:] for i, w in enumerate(words)
    )


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
    if words[0] in _DULL or words[-1] in _DULL or not all(w[0].isalpha() for w in words):
        return False
    if run[0][0][0].islower() and run[-1][0][0].isupper():  # "sociology Daniel Goh"
        return False
    if _BARE.fullmatch(" ".join(w for w, _ in run)):
        return False
    if not all(is_plain(w) for w, _ in run if w.lower() not in _SMALL):
        return False
    if any(w.isdigit() or len(w) < 2 or w.endswith("ly") or w in _TITLES for w in words):
        return False
    return _is_noun_run(tags) or _is_joined(words, tags)


def _is_noun_run(tags: list[str]) -> bool:
    return len(tags) <= 4 and tags[-1].startswith("NN") and all(t.startswith(("NN", "JJ")) for t in tags)


def _is_joined(words: list[str], tags: list[str]) -> bool:
    """ "cost of the bridge": nouns, of/for/in, an article perhaps, nouns."""
    at = next((i for i, w in enumerate(words) if w in {"of", "for"}), 0)
    if not at:
        return False
    if words[at - 1] in _DULL or is_adjective(words[at - 1]):
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
