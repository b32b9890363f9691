"""What a quotation's speaker is, where not the words beside it but the article's first mentions of the name say so."""

import re
from dataclasses import dataclass
from functools import cache

from newsclip.evidence.document import SourceArticle
from newsclip.kernel.spans import Span
from newsclip.language.pack import english
from newsclip.language.pattern_parts import any_of
from newsclip.language.pos_tagger import TAGGED_LANGUAGES, tag_of
from newsclip.language.text_analysis_tables import QuotationWords
from newsclip.language.word_lists import MONTHS, PERSON_TITLES, RELATIONS, WEEKDAYS
from newsclip.writing.first_mentions import people_in_full
from newsclip.writing.introductions import introductions_of

_MOST_WORDS = 7  # below a quotation; the longest of `quotations.roles`, less the article
_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
_OWNER = re.compile(
    r"^[a-z][\w-]{0,30}(?:['’]s|s['’]) "
)  # "the company's chief executive": whose, the clip may not tell
_MARKS = re.compile(r"[“”\"]|''|``|(?<!\w)['’‘]")
_SENTENCE_ENDS = re.compile(r"[.!?] ")
_CUT_OFF = re.compile(r"(?:^|\s)[A-Z]\w{0,2}$")  # of an abbreviation, before its full stop: "attorney for St"
_WORD = re.compile(r"[\w’'.-]+")
_LEADS = 12  # characters before a role: the word that may lead to it
_DATED = WEEKDAYS | MONTHS


def role_at_first_mention(article: SourceArticle, speaker: str, language: str) -> tuple[str, Span] | None:
    """The role and where it stands with the name: "volcanologist Ada Holm", "Ada Holm, author of When Rivers Rise,".

    None where none of the first mentions of the full name gives one, or two people bear the surname.
    """
    if language[:2] not in TAGGED_LANGUAGES:
        return None
    surname = speaker.rsplit(maxsplit=1)[-1]
    names = {name.text for name in people_in_full(article.text, language)}
    named = [name for name in sorted(names) if name.rsplit(maxsplit=1)[-1] == surname]
    if len(named) != 1 or not named[0].endswith(speaker):
        return None
    read_to = -1
    for span, words, before in introductions_of(article.text, named[0]):
        if before and span.end == read_to:
            continue  # a part of what stands before the name: "President" of "Orlo Rivers President"
        read_to = span.end if before else -1
        if (role := _role(words)) and _is_whole(article.text, span, before=before) and _calls(role, before=before):
            return role, span
    return None


def _role(words: str) -> str:
    """The words without an article, and an owner whom the clip may not tell of; "" where that leaves one word.

    Of what "the centre's president" is one, "president" would not say.
    """
    owned = _ARTICLE.sub("", words, count=1)
    role = _OWNER.sub("", owned, count=1)
    return role if role == owned or " " in role else ""


def _is_whole(text: str, span: Span, *, before: bool) -> bool:
    """Whether the role is no part of a longer one, nor cut off by a full stop."""
    if before:
        return not role_patterns().joined.search(text[max(0, span.start - _LEADS) : span.start])
    return not (text[span.end : span.end + 1] == "." and _CUT_OFF.search(span.of(text)))


def _calls(role: str, *, before: bool) -> bool:
    """Whether it calls somebody something: its head does, the last word before a name, or the one before "of"."""
    words = [word.rstrip(".") for word in _WORD.findall(role)]
    lower = {word.lower() for word in words}
    known = english(QuotationWords)
    if not words or len(words) > _MOST_WORDS or _is_cut(role) or lower & (known.no_roles | _DATED):
        return False
    prepositions = [number for number, word in enumerate(words) if tag_of(word.lower()) == "IN"]
    if prepositions and (before or not prepositions[0]):
        return False
    head = words[prepositions[0] - 1 if prepositions else -1]
    if len(words) == 1 and (lower <= known.part_roles or not (before or lower <= PERSON_TITLES)):
        return False  # "Deputy"; "Ada Holm, a hater"
    plain = head.lower().rpartition("-")[2]
    calling = role_patterns().in_front if before else role_patterns().calling
    return plain not in RELATIONS and (plain in PERSON_TITLES or bool(calling.search(head)))


def _is_cut(role: str) -> bool:
    """Whether it is an abbreviation ("Rep."), of two sentences, or with marks of something quoted."""
    return role.endswith(".") or bool(_SENTENCE_ENDS.search(role) or _MARKS.search(role))


@dataclass(frozen=True, slots=True)
class RolePatterns:
    """`calling`: a word that calls somebody something, as `in_front` of a name does, too.

    `joined`: what leads to a part of something longer.
    """

    in_front: re.Pattern[str]
    calling: re.Pattern[str]
    joined: re.Pattern[str]


@cache
def role_patterns() -> RolePatterns:
    words = english(QuotationWords)
    return RolePatterns(
        in_front=re.compile(rf"^[a-z’'.-]{{2,30}}(?:{any_of((*words.role_ends, *words.role_ends_in_front))})$"),
        calling=re.compile(rf"^[a-z’'.-]{{2,30}}(?:{any_of(words.role_ends)})$"),
        joined=re.compile(rf"(?:(?<!\w)(?:{any_of(words.role_joins)})|,|['’]s?)\s$"),
    )
