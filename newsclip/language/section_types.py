"""What a section of a clip does, told from its sentences: a closed list of types, each with a test on one sentence.

The tests see one sentence and ask for what rarely deceives; how often they are right is in docs/why/writer.md. Their
words stand in the packs (`section_types`). A type may carry a NAME: whom every sentence names as speaker.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache

from newsclip.language.names import Name, find_names
from newsclip.language.pack import codes, pack
from newsclip.language.section_tables import Patterns, SectionParts, SectionTest, SectionWords

_QUOTED = re.compile(r"[“\"„«][^”\"“«»]{0,1000}+[”\"“»]")
_QUOTATION = "“”"
_OPEN = re.compile('[?？“”"„«»]')  # a question, or a quotation that another sentence opens or closes
_PART = re.compile(r"<(\w+)>")
_NAME = "⟦[\ue000-\uf8ff]⟧"  # with a character of no script, which no pattern of a pack means
_FIRST_MARK = 0xE000
_PLAIN = str.maketrans("’\u00a0\u202f", "'  ")  # French sets blanks that do not break: "12 000 euros"
_LONGEST = 2_000  # characters of a sentence that are read
TYPES = tuple(field.name for field in fields(SectionWords) if field.name not in {"parts", "no_subheadings"})


@dataclass(frozen=True, slots=True)
class SectionType:
    """`heading`: as it is shown, in the language of the sentences. `name`: whom or what every sentence names."""

    code: str
    heading: str
    name: str | None = None


def fitting(texts: Sequence[str], language: str) -> list[SectionType]:
    """The types whose test every one of these sentences meets, the most telling first."""
    return [found for code in known_types(language) if (found := fitting_type(code, texts, language))]


def fitting_type(code: str, texts: Sequence[str], language: str) -> SectionType | None:
    """This type, where every one of the sentences meets its test; None where one does not, or the language has none."""
    kind = compiled(language[:2] or "en").get(code)
    if kind is None or not texts:
        return None
    met, name = _met(kind, texts, language)
    return SectionType(code, kind.heading.format(name=name or ""), name) if met else None


def meets(code: str, name: str | None, texts: Sequence[str], language: str) -> bool:
    """Whether each of these sentences meets the test of the type, and names `name` where the type names anybody."""
    found = fitting_type(code, texts, language)
    return found is not None and found.name == name


def known_types(language: str) -> tuple[str, ...]:
    """The codes of the types that are told in the language, the most telling first."""
    return tuple(compiled(language[:2] or "en"))


def recognized(heading: str) -> list[tuple[str, str, str | None]]:
    """What types of what languages a heading may name, whatever its capitals: code, language and name."""
    found = []
    for language in sorted(codes()):
        for code, kind in compiled(language).items():
            if match := kind.shown.fullmatch(heading):
                found.append((code, language, match["name"] if kind.named else None))
    return found


@dataclass(frozen=True, slots=True)
class _Kind:
    """A type of one language, compiled."""

    heading: str
    shown: re.Pattern[str]
    signs: tuple[re.Pattern[str], ...]
    also: re.Pattern[str] | None
    never: re.Pattern[str] | None

    @property
    def named(self) -> bool:
        return "{name}" in self.heading


@dataclass(frozen=True, slots=True)
class _Marked:
    """A sentence with a mark for each quotation.

    `text` has one for each name, too; `named` also for each body that a noun alone names; `plain` for neither.
    """

    plain: str
    text: str
    named: str
    names: tuple[Name, ...]
    thing: re.Pattern[str] | None


def _met(kind: _Kind, texts: Sequence[str], language: str) -> tuple[bool, str | None]:
    """Whether the sentences meet the test, and whom all of them name, as fully as one does."""
    name: Name | None = None
    for text in texts:
        marked = _marked(text[:_LONGEST], language[:2] or "en")
        if _OPEN.search(marked.plain.replace(_QUOTATION, "")):
            return False, None
        read = (marked.named,) if kind.named else (marked.text, marked.plain)
        sign = next((found for one in kind.signs for words in read if (found := one.search(words))), None)
        if not sign or (kind.also and not any(map(kind.also.search, read))):
            return False, None
        if kind.never and any(map(kind.never.search, read)):
            return False, None
        if kind.named:
            name = _agreed(name, sign["name"], marked)
            if name is None:
                return False, None
    return True, name.text if name else None


def _agreed(before: Name | None, found: str, marked: _Marked) -> Name | None:
    """The fuller of two names of one person or body; a pronoun is who was named before. None where they differ."""
    if not found.startswith("⟦"):
        thing = bool(marked.thing and marked.thing.fullmatch(found))
        return before if before and (before.kind == "body") == thing else None
    here = marked.names[ord(found[1]) - _FIRST_MARK]
    if before is None:
        return here
    return max(before, here, key=lambda name: len(name.text)) if same_name(before.text, here.text) else None


def same_name(one: str, other: str) -> bool:
    """Whether the shorter is the end of the longer: "Holm" of "Ada Holm", "the board" of "the harbour board"."""
    long, short = sorted((_core(one), _core(other)), key=len, reverse=True)
    return long[len(long) - len(short) :] == short


def _core(name: str) -> list[str]:
    words = name.lower().replace("’", "'").split()
    return words[1:] if len(words) > 1 and words[0] == "the" else words


@lru_cache(maxsize=2_000)
def _marked(text: str, language: str) -> _Marked:
    parts = parts_of(language)
    plain = _QUOTED.sub(_QUOTATION, text.translate(_PLAIN))
    names = [_with_article(name, plain, parts) for name in find_names(plain, language)]
    taken = {place for name in names for place in range(name.start, name.end)}
    bodies = [
        Name(m[0][:1].lower() + m[0][1:], m.start(), m.end(), "body")
        for m in (parts["body"].finditer(plain) if "body" in parts else ())
        if taken.isdisjoint(range(m.start(), m.end()))
    ]
    known = (*names, *bodies)
    return _Marked(plain, _with_marks(plain, known[: len(names)]), _with_marks(plain, known), known, parts.get("thing"))


def _with_marks(text: str, names: Sequence[Name]) -> str:
    pieces, at = [], 0
    for number, name in sorted(enumerate(names), key=lambda one: one[1].start):
        pieces += [text[at : name.start], f"⟦{chr(_FIRST_MARK + number)}⟧"]
        at = name.end
    return "".join([*pieces, text[at:]])


def _with_article(name: Name, text: str, parts: dict[str, re.Pattern[str]]) -> Name:
    """ "the Orlo Board", "l'ONU": said of it, the article stays."""
    before = parts["article"].search(text[max(0, name.start - 10) : name.start]) if "article" in parts else None
    if before is None:
        return name
    return Name(f"{before[0].lower()}{name.text}", name.start - len(before[0]), name.end, name.kind)


@cache
def _words(language: str) -> SectionWords | None:
    return pack(language).section_types


@cache
def parts_of(language: str) -> dict[str, re.Pattern[str]]:
    """What tells names in a language, by part; empty where the pack has no types."""
    words = _words(language)
    given = _given(words.parts) if words else {}
    found = {name: _whole("|".join(one)) for name, one in given.items() if one and name in {"body", "thing"}}
    article = given.get("article", ())
    return found | (
        {"article": re.compile(rf"\b(?:{'|'.join(article)})(?: |(?<='))$", re.IGNORECASE)} if article else {}
    )


@cache
def compiled(language: str) -> dict[str, _Kind]:
    """The types of a language, the most telling first; empty where the pack has none."""
    words = _words(language)
    if words is None:
        return {}
    tests = {code: getattr(words, code) for code in TYPES}
    return {code: _compiled(test, words.parts) for code, test in tests.items() if test}


def _compiled(test: SectionTest, parts: SectionParts) -> _Kind:
    never = (*test.never, *(parts.doubt if test.certain else ()))
    shown = re.escape(test.heading).replace(re.escape("{name}"), "(?P<name>.+)")
    return _Kind(
        test.heading,
        re.compile(shown, re.IGNORECASE),
        tuple(_filled((one,), parts) for one in test.signs)
        if "{name}" in test.heading
        else (_filled(test.signs, parts),),
        _filled(test.also, parts) if test.also else None,
        _filled(never, parts) if never else None,
    )


def _filled(patterns: Patterns, parts: SectionParts) -> re.Pattern[str]:
    speaker = "|".join((_NAME, *parts.person, *parts.thing))
    given = _given(parts) | {"name": (_NAME,), "speaker": (f"(?P<name>{speaker})",)}
    return _whole(_PART.sub(lambda part: f"(?:{'|'.join(given[part[1]])})", "|".join(patterns)))


def _given(parts: SectionParts) -> dict[str, Patterns]:
    return {field.name: getattr(parts, field.name) for field in fields(parts)}


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
