"""From the mention beside a quotation to the speaker's name: fullest form, pronouns."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from newsclip.kernel.spans import Span
from newsclip.language.names import Name
from newsclip.language.persons import NOT_PERSONS, agrees, may_be_person
from newsclip.language.pos_tagger import tag_words
from newsclip.language.quotations import grammar, phrases
from newsclip.language.quotations.found import Said, Speaker
from newsclip.language.quotations.roles import is_apposed, role_behind, role_in_front, role_right_before
from newsclip.language.word_lists import (
    GIVEN_NAMES,
    NOUNS_HER,
    NOUNS_HIS,
    PREPOSITIONS,
    RELATIONS,
    SAYS,
    THINGS,
    TITLES_HER,
    TITLES_HIS,
)

_LOOK_BACK = 700  # characters, four or five sentences: further back "he" may be anybody
_TALK = 1000  # characters for which one goes on to be meant without being named
_COURTESY = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|(?:Lt\.? )?(?:Col|Gen|Cmdr)|Lt|Sgt|Capt|Maj|Rev|Insp|Supt|Colonel|"
    r"General|Captain|Major|Sergeant|Lieutenant|Inspector)\.?\s+$"
)
_STYLE = re.compile(r"\b(?:Lady|Lord|Sir|Dame|Sister|Father|Brother|King|Queen|Prince|Princess|Pope|Mother)\s+$")
_HIS = re.compile(rf"\b(?:{TITLES_HIS}|{NOUNS_HIS})\.?\s+$")
_HER = re.compile(rf"\b(?:{TITLES_HER}|{NOUNS_HER})\.?\s+$")
_WIVES, _HUSBANDS = "wife|mother|daughter|sister|widow", "husband|father|son|brother|widower"
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? (?=(\S{1,60}))")
_EDGE = re.compile(r"\b")
_MOST_RELATED = 50  # full names looked for beside "wife" or "son": more than any article names with a title
_COURTESIES = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr."}
_DETERMINED = re.compile(r"(?:the|an?|this|one|another) ", re.IGNORECASE)
_CUT_BODY = re.compile(r" (?:and|of|for) (?:the )?[A-Z]")  # "the Housing | and Development Board"
_BESIDE_PLACE = re.compile(r"[A-Z][\w.’'-]{0,40}+, $")  # "San Orrin, Norvale"
_SPEAKS = re.compile(
    rf"\b([A-Z][\w’'-]{{1,40}}+)(?:, [^,.“”\"]{{2,90}},)? (?:{SAYS})\b|\b(?:{SAYS}) (?:[A-Z]\w+ )?([A-Z][\w’'-]+)\b"
)
_APPOSITION = re.compile(rf",? \(?(?:\d{{1,3}}\b|who\b|(?:an?|the|its|their) (?!(?:\w+ ){{0,3}}(?:{THINGS})\b)\w)")
_OTHERS = re.compile(rf"\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:\w+ )?(?:{'|'.join(sorted(RELATIONS))})\b")
_OWNS = re.compile(r"['’]s? [A-Z]")  # "the Orlo Bank's Holm"
_UNNAMED = re.compile(rf"\b(?:[Tt]he|[Aa]n?) (?:[a-z-]+ ){{1,3}}(?:{SAYS})\b")
_ADDRESS = re.compile(r"\.[a-z]")  # "OrloPost.example"
_GOES_ON = re.compile(r"(?:, [^,.“”\"]{2,90},| \([^)]{1,40}\))?,? (?=[a-z’'])")


class People:
    """The persons that a text names. Only those named outside quotations can be whom a pronoun means."""

    def __init__(self, text: str, names: Sequence[Name], quotes: Sequence[Span]) -> None:
        self._text, self._quotes = text, quotes
        self._related: dict[str, bool] = {}
        self._named = [name for name in names if name.kind in {"person", "other"}]
        self._full: dict[str, dict[str, None]] = {}
        for name in self._named:
            words = name.text.lower().split()
            if may_be_person(name):
                for key in {words[-1], words[0]}:
                    self._full.setdefault(key, {})[name.text] = None
        self._speaking = {word for said in _SPEAKS.finditer(text) for word in said.groups() if word}
        self._after_titles = set(_after_titles(text))
        self._longest: dict[str, tuple[str, bool]] = {}
        self._told = {name.text for name in self._named if self._is_told(name)}
        self._outside = [
            n for n in names if (n.kind != "place" or n.text in self._speaking) and not _inside(n, quotes)
        ]  # fmt: skip

    def speaker(
        self, mention: Span, sentences: Sequence[Span], last: Said | None = None, *, behind_verb: bool = False
    ) -> Speaker | None:
        """Who the mention is, or None where it is a pronoun that no single person before it explains.

        `last` is who spoke last; where nobody else is named since then, a pronoun means that person. Where the mention
        only holds the name of another ("an aide to Ada Quist"), the speaker is the phrase as written.
        """
        words = mention.of(self._text)
        if _ADDRESS.match(self._text, mention.end):
            return None
        if grammar.IS_PRONOUN.fullmatch(words):
            meant = self._of_pronoun(words.lower(), mention.start, sentences, last)
            if meant is None or phrases.speaks_to(self._text, mention.end, meant.name):
                return None
            return replace(meant, role=meant.role or self._roles.get(meant.name))
        inside = [name for name in _between(self._named, mention.start, mention.end) if name.end <= mention.end]
        inside = [name for name in inside if not _OWNS.match(self._text, name.end)] or inside
        persons = [name for name in inside if may_be_person(name)] or inside
        if persons and not self._is_attribute(mention, inside[-1]):
            name = next((one for one in reversed(persons) if one.kind == "person"), persons[-1])
            if not phrases.is_speaker(self._text, mention, Span(name.start, name.end), behind_verb=behind_verb):
                return Speaker(" ".join(words.split())) if _DETERMINED.match(words) else None
            front = role_in_front(self._text[mention.start : name.start])
            printed = self._printed(name)
            return Speaker(printed, front or role_behind(self._text, name.end) or self._roles.get(printed))
        behind = self._behind(mention)
        if behind:
            return Speaker(self._printed(behind), role_in_front(words))
        if _is_cut(words) or _CUT_BODY.match(self._text, mention.end):
            return None
        return Speaker(" ".join(words.split()))

    @cached_property
    def _roles(self) -> dict[str, str]:
        """The role of each person where the text first gives one beside the full name."""
        found: dict[str, str] = {}
        for name in self._named:
            if name.text not in found and " " in name.text and not _inside(name, self._quotes):
                role = role_behind(self._text, name.end) or role_right_before(self._text, name.start)
                if role:
                    found[name.text] = role
        return found

    def _is_attribute(self, mention: Span, name: Name) -> bool:
        """Whether the name only belongs to a phrase: "the Norvalian president", "the Prime Minister"."""
        determined = _DETERMINED.match(mention.of(self._text))
        return bool(determined) and (name.end < mention.end or (" " not in name.text and name.kind != "person"))

    def _behind(self, mention: Span) -> Name | None:
        """The person behind a phrase: "the rector, Ada Quist"."""
        gap = grammar.NAMED_BEHIND.match(self._text, mention.end)
        if not gap or not phrases.may_explain(mention.of(self._text)):
            return None
        named = _between(self._named, gap.end(), gap.end() + 8)
        return next((name for name in named if may_be_person(name) and self._follows(gap.end(), name)), None)

    def _follows(self, place: int, name: Name) -> bool:
        """Whether nothing but a title stands between, and the clause ends or goes on behind the name."""
        between = self._text[place : name.start]
        if not phrases.ends_phrase(self._text, name.end):
            return False
        after = self._text[name.end : name.end + 1]
        return (not between or bool(_COURTESY.match(between))) and after in {",", ".", " "}

    def _is_told(self, name: Name) -> bool:
        """Whether the text tells somehow that this is a person."""
        words = name.text.split()
        if len(words) == 1:
            return name.kind == "person" or bool(_COURTESY.search(self._text[max(0, name.start - 14) : name.start]))
        if not may_be_person(name):
            return False
        first = words[0].lower()
        if name.kind == "person" or first in GIVEN_NAMES or _APPOSITION.match(self._text, name.end):
            return True
        if is_apposed(self._text, name.start):
            return True
        return any(one in self._speaking or one in self._after_titles for one in (words[0], words[-1]))

    def _of_pronoun(self, pronoun: str, place: int, sentences: Sequence[Span], last: Said | None) -> Speaker | None:
        """The person of the nearest sentence before that names one, where it names one only, and as its subject."""
        if pronoun not in {"he", "she"}:
            return None
        near = _between(self._outside, place - _LOOK_BACK, place)
        before = [name for name in near if self._counts(name, sentences)]
        if last and place - last.at.end <= _TALK and not self._another(before, last, place):
            return self._still(pronoun, last)
        if not before or _OTHERS.search(self._text, before[-1].end, place):
            return None
        sentence = _sentence(sentences, before[-1].start)
        if _UNNAMED.search(self._text, sentence.start, place):
            return None
        here = [n for n in before if n.start >= sentence.start and self._agrees(self._fullest(n), pronoun)]
        together = {self._fullest(name) for name in here}
        if len(together) > 1 or not any(self._acts(name, sentence) for name in here):
            return None
        (full,) = together
        return Speaker(self._printed(here[-1])) if full in self._told else None

    def _another(self, before: Sequence[Name], last: Said, place: int) -> bool:
        """Whether somebody else may have been named since `last` was."""
        return any(name.start >= last.at.end and self._fullest(name) != last.name for name in before) or any(
            may_be_person(name) and name.text != last.name for name in _between(self._outside, last.at.end, place)
        )

    def _still(self, pronoun: str, last: Said) -> Speaker | None:
        """Who spoke last, where that is a person and the pronoun may be theirs."""
        mention = last.at.of(self._text).lower()
        other = {"he": "she", "she": "he"}[pronoun]
        surname = " " not in last.name and last.name.istitle() and last.name.lower() not in NOT_PERSONS
        known = last.name in self._told or mention.split()[0] in _COURTESIES or surname
        return Speaker(last.name) if known and mention != other and self._agrees(last.name, pronoun) else None

    def _counts(self, name: Name, sentences: Sequence[Span]) -> bool:
        """Whether the name may be a person's, so that a pronoun may mean it or be unclear by it."""
        if may_be_person(name) and self._text[max(0, name.start - 4) : name.start] in {" is ", "was "}:
            return True
        if self._fullest(name) in self._told or name.kind == "person":
            return True
        if name.text in self._speaking:
            return self._acts(name, _sentence(sentences, name.start))
        if name.kind != "other" or (" " not in name.text and name.text.endswith("s")):
            return False
        return not _BESIDE_PLACE.search(self._text[max(0, name.start - 30) : name.start]) and self._acts(
            name, _sentence(sentences, name.start)
        )

    def _acts(self, name: Name, sentence: Span) -> bool:
        """Whether the name is a subject: a verb follows it, and no preposition or verb stands right before it."""
        lead = self._text[sentence.start : name.start]
        front = tag_words(_COURTESY.sub("", lead)[-60:])
        before, tag = (front[-1][0].lower(), front[-1][1][:2]) if front else ("", "")
        governed = before in PREPOSITIONS and not lead.lower().rstrip().endswith("according to")
        if governed or (tag == "VB" and before not in {"is", "was", "said", "says"}):
            return False
        if _APPOSITION.match(self._text, name.end):
            return True
        gap = _GOES_ON.match(self._text, name.end)
        if not gap:
            return not lead.strip() or self._text[name.end : name.end + 1] == ","
        tagged = tag_words(self._text[gap.end() : gap.end() + 60].split("\n")[0])[:3]
        return bool(tagged) and (tagged[0][1][:2] in {"VB", "MD", "RB", "WP", "PR"} or tagged[0][0] in {"’s", "'s"})

    def _agrees(self, full: str, pronoun: str) -> bool:
        """Whether no title and no given name speaks against "he" or "she"."""
        against = _HER if pronoun == "he" else _HIS
        if " " in full and not agrees(full, pronoun):
            return False
        return not any(against.search(self._text[max(0, start - 16) : start]) for start in self._places.get(full, ()))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each person is named, by the fullest form."""
        found: dict[str, list[int]] = {}
        for name in self._named:
            found.setdefault(self._fullest(name), []).append(name.start)
        return found

    def _printed(self, name: Name) -> str:
        """The fullest form, or the surname with its title as written where the text has no fuller one."""
        front = self._text[max(0, name.start - 14) : name.start]
        style = _STYLE.search(front)
        if style and " " not in name.text:
            return " ".join((style.group() + name.text).split())
        full = self._fullest(name)
        courtesy = _COURTESY.search(front)
        return " ".join((courtesy.group() + full).split()) if courtesy and " " not in full else full

    def _is_of_another(self, name: Name, full: str) -> bool:
        """Whether the title before the name speaks against that full form: "Mr. Holm" is not "his wife, Ada Holm"."""
        front = self._text[max(0, name.start - 16) : name.start]
        pronoun = "he" if _HIS.search(front) else "she" if _HER.search(front) else ""
        if not pronoun or " " not in full:
            return False
        other = _WIVES if pronoun == "he" else _HUSBANDS
        related = rf"\b(?:{other}),? {re.escape(full)}\b|\b{re.escape(full)}, (?:his|her|their) (?:{other})\b"
        if related not in self._related and len(self._related) < _MOST_RELATED:  # each reads the whole text
            self._related[related] = bool(re.search(related, self._text))
        return not agrees(full, pronoun) or self._related.get(related, False)

    def _fullest(self, name: Name) -> str:
        """The longest name in the text with this surname or given name, where all that have it are one person's."""
        if " " in name.text:
            return name.text
        if name.text not in self._longest:
            self._longest[name.text] = self._longest_of(name.text)
        longest, alone = self._longest[name.text]
        return longest if alone and not self._is_of_another(name, longest) else name.text

    def _longest_of(self, part: str) -> tuple[str, bool]:
        """The longest name with this part, and whether all that have it are one person's."""
        key = part.lower()
        forms = list(self._full.get(key, ()))
        by_surname = [form for form in forms if form.lower().split()[-1] == key] or forms
        longest = max(by_surname, key=lambda form: (len(form.split()), form), default=part)
        words = set(longest.lower().split())
        return longest, all(set(form.lower().split()) <= words for form in by_surname)


def _between(names: Sequence[Name], start: int, end: int) -> Sequence[Name]:
    """Those that begin in `[start, end)`, of names in the order of the text."""
    first, after = (bisect_left(names, at, key=lambda name: name.start) for at in (start, end))
    return names[first:after]


def _after_titles(text: str) -> Iterator[str]:
    """The words behind "Mr", "Dr." and their like; of what hyphens and apostrophes join, every beginning, too."""
    for found in _TITLED.finditer(text):
        yield from (found[1][: edge.start()] for edge in _EDGE.finditer(found[1]))


def _is_cut(words: str) -> bool:
    return words.lower().split()[-1] in {"of", "the", "a", "an", "and", "for"}


def _sentence(sentences: Sequence[Span], place: int) -> Span:
    return sentences[max(0, bisect_right(sentences, place, key=lambda span: span.start) - 1)]


def _inside(name: Name, quotes: Sequence[Span]) -> bool:
    place = bisect_right(quotes, name.start, key=lambda quote: quote.start) - 1
    return place >= 0 and name.start < quotes[place].end
