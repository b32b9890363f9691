"""Whether the sentence around an answer of the glance gives that answer, plainly and as a fact.

Two or three words taken out of a sentence lose what it says around them: that somebody claims it, hopes for it, or
tells it of something else. So an answer stands only where nothing of that kind is near. English alone has the words.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Slot, SourceArticle
from newsclip.evidence.tokens import UPPER, tokens
from newsclip.evidence.verifier import datelines
from newsclip.evidence.verifier.happenings import happened, is_doubted
from newsclip.kernel.reasons import Reason
from newsclip.language import quotation_marks
from newsclip.language.bare_weekdays import with_prepositions
from newsclip.language.days import days
from newsclip.language.guards import guards_of
from newsclip.language.pack import verifier_words
from newsclip.language.pattern_parts import any_of, ignoring_case
from newsclip.language.pos_tagger import is_common_word, tag_words
from newsclip.language.quantities import quantities
from newsclip.language.verifier_tables.values import GlanceWords
from newsclip.language.word_lists import (
    BODY_WORDS,
    DATELINE_PLACES,
    GIVEN_NAMES_HER,
    GIVEN_NAMES_HIS,
    PERSON_TITLES,
    PLACE_WORDS,
    WEEKDAYS,
)

_PLACE = rf"[{UPPER}][\w’'\-]*\w(?:,? [{UPPER}][\w’'\-]*\w){{0,4}}"
_ENDS = re.compile(r"\s*(?:[.;,—–]|$)")
_GOES_ON = re.compile(rf",? [{UPPER}\d]|,? (?:and|or) [{UPPER}]")
_PERSON = re.compile(rf"(?:[{UPPER}][\w.\-]* ){{0,3}}[{UPPER}][\w.’'\-]+(?<!['’]s)")
_BODY = re.compile(rf"[{UPPER}][\w.\-]+(?: (?:of |for |and )?[{UPPER}][\w\-]+){{1,6}}")
_ASIDE = re.compile(r" \([A-Z][\w.\-]{1,9}\)")
_NO_PERSONS = BODY_WORDS | PLACE_WORDS | PERSON_TITLES | DATELINE_PLACES
_GIVEN_NAMES = GIVEN_NAMES_HIS | GIVEN_NAMES_HER
_NO_ROLE = frozenset({"WDT", "WP", "WP$", "WRB", "VBN", "VBD", "VBZ", "VBG", "MD"})
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BESIDE = 2  # characters: a comma and a space
_SAYS_MORE = re.compile(r"[^\W\d_]{3,}")
_LEADING = frozenset({"IN", "TO", "VBG", "VBN"})
_LONGEST, _MOST = 150, 3  # characters of an answer; places of one sentence where its words may stand
_LEADS_IN = 2  # words before the comma of "On Monday, …"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of a language's glance, compiled. `where` finds a place with its preposition."""

    reasons: re.Pattern[str]
    deeds: re.Pattern[str]
    where: re.Pattern[str]
    opens: re.Pattern[str]
    subordinate: re.Pattern[str]
    on_a_day: re.Pattern[str]
    aged: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer at `[start, end)` of its article's own words: those of the sentence that stand in no quotation."""

    own: str
    start: int
    end: int
    slot: Slot
    article: SourceArticle
    language: str
    known: _Patterns

    @property
    def before(self) -> str:
        return self.own[: self.start]

    @property
    def behind(self) -> str:
        return self.own[self.end :]


@cache
def patterns_of(language: str) -> _Patterns | None:
    """None where the language has no words for a glance."""
    known = verifier_words(language)
    words: GlanceWords | None = known.glance if known else None
    if words is None:
        return None
    return _Patterns(
        reasons=ignoring_case(rf"(?:{any_of(words.reasons)})\b"),
        deeds=ignoring_case(rf"\b(?:{any_of(words.deeds)}) (?:[\w.’'\-]+ ){{0,8}}$"),
        where=re.compile(rf"\b(?:{any_of(words.places)}) ({_PLACE})"),
        opens=ignoring_case(rf"\s*(?:(?:{any_of(words.openers)}) )?"),
        subordinate=ignoring_case(rf"\b(?:{any_of(words.subordinate)})\b"),
        on_a_day=ignoring_case(rf" (?:{any_of(words.on)}) (?:{any_of(sorted(WEEKDAYS))})(?: \([^()]{{1,20}}\))?"),
        aged=re.compile(rf"(?:{any_of(words.aged)})(?: [a-z\-]+){{1,3}}"),
    )


def fault(slot: Slot, text: str, article: SourceArticle) -> Reason | None:
    """Why the sentences of the passage, which are `text`, do not give this answer; None where they do."""
    language = language_of_article(article)
    rule, known = _RULES.get(slot.question), patterns_of(language[:2])
    if rule is None or known is None or len(slot.value) > _LONGEST:
        return Reason("glance_unread")
    own = _without_dateline(quotation_marks.outside(text), article, language)
    own = with_prepositions(own, language) if slot.question == "when" else own
    found = [_Answer(own, *span, slot, article, language, known) for span in _places(slot.value, own)]
    if not found:
        return Reason("value_not_held", {"value": slot.value})
    return None if any(map(rule, found[:_MOST])) else Reason("glance_not_told", {"value": slot.value})


def _places(value: str, own: str) -> Iterator[tuple[int, int]]:
    pattern = rf"(?<![\w’'\-]){re.escape(value)}(?![\w])" if value.strip() else r"(?!)"
    return (found.span() for found in re.finditer(pattern, own) if not quotation_marks.in_quotation(own, *found.span()))


def _without_dateline(own: str, article: SourceArticle, language: str) -> str:
    """The words with a blank for what the article's dateline says: where it was written is not where it happened."""
    found = re.match(r".{1,80}?(?:(?:[—–:]|--?)\s|\)(?: ?(?:[—–:]|--?)\s| |(?=\w)))", own)
    words = found.group().strip() if found else ""
    is_one = words and datelines.is_dateline(words, language, [article.publisher], [article.text])
    return " " * len(words) + own[len(words) :] if is_one else own


def _is_who(answer: _Answer) -> bool:
    """Whom the sentence begins with and tells something of: a person with the whole role, or the age, or a body."""
    if not answer.known.opens.fullmatch(answer.before) or not _goes_on_with_a_verb(answer):
        return False
    value, comma, role = answer.slot.value.partition(",")
    words = value.split()
    if comma:
        return _is_person(words, answer) and _is_role(role) and answer.behind.startswith(",")
    if answer.known.aged.fullmatch(value):
        return tag_words(value)[-1][1] == "NN" and not is_doubted(value, "en")
    if _BODY.fullmatch(value) and not BODY_WORDS.isdisjoint({words[0].lower(), words[-1].lower()}):
        return True
    return any(
        _is_person(words[n:], answer, titled=_has_title(words[:n])) and (not n or _is_role(" ".join(words[:n])))
        for n in range(len(words))
    )


def _goes_on_with_a_verb(answer: _Answer) -> bool:
    """Whether the next word is a finite verb, behind letters in brackets and a day: "Rep. Holm (R-Velm) on Monday"."""
    end = answer.end
    for between in (_ASIDE, answer.known.on_a_day):
        found = between.match(answer.own, end)
        end = found.end() if found else end
    return _tag_behind(answer, end) in _VERBS


def _tag_behind(answer: _Answer, end: int) -> str:
    """What the next word is, also behind the comma of a role; "" where another mark stands between."""
    near = ((tag, start) for _, tag, start in tag_words(answer.own) if start >= end and tag != ",")
    tag, start = next(near, ("", 0))
    return tag if start <= end + _BESIDE else ""


def _is_person(words: Sequence[str], answer: _Answer, *, titled: bool = False) -> bool:
    """At most four words in capitals. Without a title they are two at least, no words for anything else, and the last
    names somebody alone elsewhere, or the others are names that people have.
    """
    low, last = {word.lower() for word in words}, words[-1]
    if not _PERSON.fullmatch(" ".join(words)) or not low.isdisjoint(_NO_PERSONS):
        return False
    if titled or len(words) == 1:
        return titled
    alone = rf"(?<!{re.escape(words[-2])} )(?<![\w’'\-]){re.escape(last)}(?![\w\-])(?! [{UPPER}])"
    known = low <= {last.lower()} | _GIVEN_NAMES or re.search(alone, answer.article.text) is not None
    begins = words[0].lower() in _GIVEN_NAMES or not is_common_word(words[0])  # not "Shouting Ilse Brandt"
    return known and begins and not is_common_word(last)


def _has_title(role: Sequence[str]) -> bool:
    return not PERSON_TITLES.isdisjoint(word.lower().rstrip(".") for word in role)


def _is_role(words: str) -> bool:
    """Whether the words say what somebody is: no clause, and nothing that is doubted, denied or on a condition."""
    tagged = tag_words(words.strip())
    if not tagged or not _NO_ROLE.isdisjoint(tag for _, tag, _ in tagged) or is_doubted(words, "en"):
        return False
    last, tag, _ = tagged[-1]
    return _has_title(words.split()) or (last.islower() and tag == "NN")


def _is_where(answer: _Answer) -> bool:
    """The one place that the sentence names, in its main clause."""
    placed = list(answer.known.where.finditer(answer.own))
    if [found.span(1) for found in placed] != [(answer.start, answer.end)] or not _is_in_main_clause(answer):
        return False
    if not _is_of_the_verb(answer):
        return False
    others = tokens(answer.before) + tokens(answer.behind)
    somebody = datelines.names_somebody(tokens(answer.slot.value), [answer.own], answer.language)
    return (
        not somebody
        and DATELINE_PLACES.isdisjoint(others)
        and not _GOES_ON.match(answer.behind)
        and not is_doubted(answer.own, answer.language)
    )


def _is_of_the_verb(answer: _Answer) -> bool:
    """Whether a finite verb or the subject has the place, not words that lead in to it: "With two in Orlo,"."""
    tags = [tag for _, tag, start in tag_words(answer.own.strip()) if start < len(answer.before.strip())]
    return not _VERBS.isdisjoint(tags) or (bool(tags) and tags[0] not in _LEADING)


def _is_when(answer: _Answer) -> bool:
    """The one day that the sentence names, which is that of what its main clause tells as done."""
    published = answer.article.published
    if published is None or not _is_in_main_clause(answer):
        return False
    named = days(answer.own, published.date(), answer.language)
    if [(day.start, day.end, day.iso) for day in named] != [(answer.start, answer.end, answer.slot.day)]:
        return False
    said = answer.known.subordinate.search(answer.own, answer.end)  # "said on Monday that the quay will close"
    return happened(answer.own[: said.start() if said else None], published.date(), answer.language)


def _is_how_many(answer: _Answer) -> bool:
    """A whole figure with what it counts, which nobody claims, doubts or expects."""
    near = [one for one in quantities(answer.own) if one.start < answer.end and answer.start < one.end]
    if len(near) != 1 or near[0].start < answer.start or answer.end < near[0].end:
        return False
    beside = answer.own[answer.start : near[0].start] + answer.own[near[0].end : answer.end]
    told = bool(answer.before.strip()) or _goes_on_with_a_verb(answer)
    whole = _tag_behind(answer, answer.end) not in {"NN", "NNS"}
    return told and whole and bool(_SAYS_MORE.search(beside)) and _is_fact(answer)


def _is_why(answer: _Answer) -> bool:
    """A reason to the end of its clause, of what the main clause tells, which nobody only claims."""
    opened = answer.known.reasons.match(answer.slot.value)
    upon = answer.slot.value.lower().startswith("after ") and answer.known.deeds.search(answer.before)
    whole = _ENDS.match(answer.behind) and not re.search(r"[,;:—–]", answer.slot.value)
    return bool((opened or upon) and whole) and _is_in_main_clause(answer) and _is_fact(answer)


def _is_in_main_clause(answer: _Answer) -> bool:
    """Whether no clause opens before it that tells of something else, but one that leads the sentence in.

    Behind words that lead in stands a verb before the answer: none in "The mayor, a nurse in Orlo, left".
    """
    before = answer.before.lstrip()
    opening, comma, rest = before.partition(",")
    leads = comma and (len(opening.split()) <= _LEADS_IN or answer.known.subordinate.match(opening))
    main = rest if leads else before
    if leads and _VERBS.isdisjoint(tag for _, tag, _ in tag_words(rest)):
        return False
    return "," not in main and not answer.known.subordinate.search(main)


def _is_fact(answer: _Answer) -> bool:
    guards = guards_of(answer.language)
    claimed = guards.attribution or frozenset() if guards else frozenset()
    return claimed.isdisjoint(tokens(answer.own)) and not is_doubted(answer.own, answer.language)


_RULES: Mapping[str, Callable[[_Answer], bool]] = {
    "who": _is_who,
    "where": _is_where,
    "when": _is_when,
    "how_many": _is_how_many,
    "why": _is_why,
}
