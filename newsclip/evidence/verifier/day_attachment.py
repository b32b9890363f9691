"""Whether a day may belong to another deed of its clause than the one that is told.

"The council voted to close the quay on Monday" says when it voted or when it closes; "The bridge closed on Monday
burned" says when it closed. Where either is possible, the day is nobody's.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from newsclip.language.days import reader
from newsclip.language.pack import verifier_words
from newsclip.language.pack_tables import DayWords
from newsclip.language.pos_tagger import tag_words
from newsclip.language.verifier_tables.events import DeedWords, VerbWords


@dataclass(frozen=True, slots=True)
class Attachment:
    """A language's expressions: what stands right before the day of another deed; with `Verbs` where a tagger knows it.

    `determined`: what makes the day a part of what a determiner opens.
    """

    set_before: re.Pattern[str]
    determined: re.Pattern[str] | None
    verbs: "Verbs | None"


@dataclass(frozen=True, slots=True)
class Verbs:
    """What tells another deed around a day: a verb that goes on behind it, a gerund or a clause of a noun before it."""

    words: VerbWords
    goes_on: re.Pattern[str]
    gerund: re.Pattern[str]
    noun_clause: re.Pattern[str]


def may_be_anothers(before: str, behind: str, language: str) -> bool:
    """Whether the day between these words of its clause may be that of another deed than the clause's verb tells."""
    by, known = reader(language), attachment_of(language[:2])
    if by is None or known is None:
        return True
    if known.set_before.search(before) or (known.determined and known.determined.search(before)):
        return True
    told, verbs = by.behind.search(before), known.verbs
    since = before[told.end() :] if told and verbs else before
    if told and (_is_done_later(before[told.end() :], by.words, verbs) or _tells_more(since, by.words, verbs)):
        return True
    if verbs and verbs.goes_on.match(behind) and (told or any(tag == "VBN" for _, tag, _ in tag_words(before))):
        return True
    if known.determined:  # the rest of the verb stands behind the day: "wurde | am Montag | gesperrt"
        return False
    if not by.behind.match(behind.lstrip()):
        return False
    # the subject before the day does something itself: "the bridge closed | on Monday | burned"
    return bool(told or verbs.noun_clause.search(before)) if verbs else len(before.split()) > 2


def _is_done_later(text: str, words: DayWords, verbs: Verbs | None) -> bool:
    """Whether an infinitive or "after closing" stands between the verb and the day."""
    if verbs is None:
        return bool(words.infinitive and re.search(rf"(?<!\w)(?:{'|'.join(words.infinitive)})(?!\w)", text))
    tags = [tag for _, tag, _ in tag_words(text)]
    return bool(verbs.gerund.search(text)) or any(a == "TO" and b == "VB" for a, b in pairwise(tags))


def _tells_more(text: str, words: DayWords, verbs: Verbs | None) -> bool:
    """Whether a clause or a participle of a noun stands before the day: "met the man who fled", "a book written"."""
    if re.search(rf"(?<!\w)(?:{'|'.join(words.relative)})(?!\w)", text):
        return True
    if verbs is None:
        return False
    near = [(word.lower(), tag) for word, tag, _ in tag_words(text) if word.lower() not in verbs.words.day][-2:]
    return (
        len(near) > 1
        and near[1][1] in {"VBN", "VBD"}
        and not (near[0][0] in verbs.words.auxiliaries or near[0][0].endswith("ly") or near[0][1] in {",", "CC"})
    )


@cache
def attachment_of(language: str) -> Attachment | None:
    """None where too little is known of a language to attach a day."""
    by, known = reader(language), verifier_words(language)
    if by is None or known is None:
        return None
    determined = "|".join(known.deeds.determiners or ())
    return Attachment(
        _set_before(by.words, known.deeds, known.verbs),
        re.compile(rf"\b(?:{determined}) (?:(?:{'|'.join(by.words.on)}) )?$", re.IGNORECASE) if determined else None,
        _compiled(known.verbs) if known.verbs else None,
    )


def _set_before(words: DayWords, deeds: DeedWords, verbs: VerbWords | None) -> re.Pattern[str]:
    """What stands right before the day of what is planned, and verbs with what they move to another day."""
    on, events, articles = "|".join(words.on), "|".join(words.events), "|".join(deeds.articles)
    purpose = rf"\b(?:{'|'.join(words.purpose)}) (?:{articles}) (?:[\w’'-]+ ){{1,3}}(?:(?:{on}) )?$"
    moves = rf"\b(?:{'|'.join(words.moves)}) (?:[\w’'-]+ ){{1,8}}(?:(?:{on}) )?$"
    coming = rf"\b(?:{'|'.join(words.announces)}) (?:[\w’'-]+ ){{1,6}}?(?:{events}) (?:(?:{on}) )?$"
    heard = rf"|\b(?:{'|'.join(verbs.heard)}) (?:[\w’'-]+ ){{1,12}}$" if verbs else ""
    return re.compile(rf"{purpose}|{moves}|{coming}{heard}", re.IGNORECASE)


def _compiled(words: VerbWords) -> Verbs:
    joins, goes_on = "|".join(words.joins), "|".join(words.goes_on)
    return Verbs(
        words,
        # a verb of its own behind the day, with nothing that joins another clause
        re.compile(rf"(?:(?!\b(?:{joins})\b)[^,;]){{0,200}}?\b(?:{goes_on})\b"),
        re.compile(rf"\b(?:{'|'.join(words.gerunds)})\b"),
        re.compile(rf"\b(?:{'|'.join(words.noun_clauses)})\b", re.IGNORECASE),
    )
