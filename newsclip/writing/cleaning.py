"""What must not be published as news, and what may be cut from the front of a sentence that is."""

import re
from collections.abc import Sequence
from itertools import pairwise

from newsclip.evidence.edits import Edit
from newsclip.language.cues import cues, unspaced_cues
from newsclip.language.nouns import capital_nouns
from newsclip.language.pack import english, pack
from newsclip.language.pack_tables import PronounWords
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.quotation_marks import closed
from newsclip.language.unspaced import LANGUAGES, count_words
from newsclip.language.word_lists import DATELINE_PLACES, REGION_CODES, REGIONS
from newsclip.writing.sentence_patterns import abbreviated, sentence_patterns, tells_voices

_LONGEST_LABEL = 3  # words
_SHORTEST, _LONGEST, _MOST_CHARACTERS = 5, 60, 2000  # words; sixty words of thirty letters are no sentence
_BEHIND_OPENING = re.compile(r"^[A-Z][a-z]{0,8} (?P<second>[a-z]{2,5})\b[^,.“”\"]{1,60}, (?P<subject>[A-Z][\w-]+)")
_TAIL = 80  # characters: more marks than end a sentence, and more letters than an abbreviation has
_ENDS = re.compile(r"(?<!\.\.)[.!。।] ?['\"”’“»«)\]）」』]*$|[.!?…。।！？]['\"”’“»«」』]$")
_LABEL = re.compile(r"^(?!.{0,40}[“\"])[A-Z][^.,:]{2,40}: [A-Z]")
_SLOGAN = re.compile(
    r"^(?P<loud>[A-Z]{2,12}) [–—-] (?!(?P=loud)\b)(?i:(?P=loud))\b"
)  # "ADD – Add the harbour's number."
# up to 1,000 characters, as no sentence holds more: a mark that nothing closes is not looked for to the end of a text
_QUOTED = re.compile(
    r"``(?:(?!``|'').){0,1000}+''|“[^”]{0,1000}+”|\"[^\"]{0,1000}+\"|(?<!\S)»(?=\S)[^«]{0,1000}+«|«[^»]{0,1000}+»|„[^“”]{0,1000}+[“”]|"
    r"「[^」]{0,1000}+」|『[^』]{0,1000}+』|(?<![\w])['‘](?:[^'’\n]|(?<=\w)[’'](?=\w)){13,1000}+(?<=[.,!?])[’'](?!\w)"
)
_CAPITAL = r"A-Z\u00C0-\u00DE"  # of Latin letters
_AGENCY = r"\( ?[A-Z][A-Za-z0-9 ./&]{1,40}\) ?"  # or a day: "KUALA LUMPUR (Jan 21): "
_DASH = r"[—–\-]{1,2} ?"
_DATELINE = re.compile(
    rf"^(?:(?:{_AGENCY})?(?:[{_CAPITAL}][{_CAPITAL}.'’\-]++[ ,/]++){{1,5}}(?:[A-Z][a-z]++\.?,? ){{0,3}}"
    rf"(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}},? (?:\d{{4}},? )?)?"
    rf"(?:{_AGENCY})?{_DASH}(?:{_AGENCY}{_DASH})?|"
    rf"(?:[{_CAPITAL}]{{2,20}} ){{0,2}}[{_CAPITAL}]{{4,20}}(?:[—–]|-(?=[{_CAPITAL}][a-z]))|"
    rf"(?:[{_CAPITAL}][{_CAPITAL}.'’\-]{{2,}}+[ /]?){{1,4}}(?:, (?:[A-Z][\w.'’\-]++ ?){{1,3}})? ?:(?: |(?<= :))|"
    rf"\d{{1,2}}(?:st|nd|rd|th)? [A-Z][a-z]{{2,8}} \d{{4}} {_DASH}(?:{_AGENCY})?|"
    rf"[{_CAPITAL}][\w-]++(?:/[{_CAPITAL}][\w-]++ |"
    rf"(?: [{_CAPITAL}][\w-]++)?, \d{{1,2}}\. ?\d{{1,2}}\. ?(?:\d{{2,4}})? ?|"
    rf"(?: [{_CAPITAL}][\w-]++){{0,2}}, (?P<region>(?:[A-Z][a-z]{{0,4}}\.){{1,2}}|[A-Z]{{2}}) ?)[—–] |"
    rf"(?:[A-Z][\w.'’\-]++,? ){{0,4}}(?:\[[A-Z][\w .]++\],? )?"
    rf"(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:, \d{{4}})?,? )?{_AGENCY}"
    rf"(?:{_DASH}|: )?|\d{{1,2}}[:.]\d\d (?:{_DASH})?)(?=[{_CAPITAL}“\"'‘„«])"
)
_SHORT_TITLE = 2  # words: a text may well begin with as few
_SPACES, _GOES_ON = re.compile(r"\s+"), re.compile(rf"[.:]?\s{{1,20}}(?=[{_CAPITAL}“\"‘„«])")
_MARKER = re.compile(r"(?:\d{1,2}[.)]|[B-H]\.(?=\s+(?:The|An?|If|In|All|Any)\s)|[-–—•▪●*>])\s+(?=[A-Z“\"‘])")
_BRACKETED = re.compile(r"\[(?=\w[^\[\]\n]{20,600}[.!?]\s[^\[\]\n]{1,600}\](?:\n|$))")
_ITEM = re.compile(
    rf"(?<![\w.,-])\d{{1,2}}(?=\.(?:\s{{1,4}}[{_CAPITAL}“\"]|$))"
)  # "2. Sri and Gopi Hanne: 13 million 3."
_NEXT_ITEM = re.compile(r"[)\]] \d{1,2}\.$")
_FEWEST_ITEMS = 3
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
_BESIDE_QUOTATION = 4  # words beside a quotation: fewer tell at most who speaks
_ASKS = re.compile(r"[?？](?!,)")  # "Which?, the consumer group" asks nothing
_LOUD = 2  # one shouted word may be a name ("NASA")


def unfit(text: str, language: str = "en") -> str:
    """Why this sentence must not be published: "caption", "plea", "question" …; "" where nothing speaks against it."""
    if len(text) > _MOST_CHARACTERS or not _SHORTEST <= count_words(text) <= _LONGEST:
        return "length"
    known, outside = sentence_patterns(), outside_quotes(text)
    faults = {
        "fragment": not ends(text),
        "unclosed": not closed(text) or text.count("‘") > text.count("’") or not _pairs(text),
        "plea": bool(known.plea.search(text)),
        "caption": "|" in text or bool(known.caption.search(text)),
        "bare quotation": is_quotation(text) and not attributed(outside, language),
        "label": _is_labelled(text, language),
        "list": _is_list(text),
        "aside": text[:1] in "([" and text.rstrip(" .")[-1:] in ")]",
        "question": bool(_ASKS.search(outside)),
        "first person": "!" in outside or "！" in outside,
        "shouting": _shouts(text),
    }
    return next((fault for fault, found in faults.items() if found), "") or _unfit_voice(text, outside, language)


def _pairs(text: str) -> bool:
    """Whether as many brackets close as open."""
    return text.count("(") == text.count(")") and text.count("[") == text.count("]")


def unfit_voice(text: str, language: str) -> str:
    """Whether in a heading its writer speaks, or the page: "first person", "plea" …; "" where nobody does."""
    return _unfit_voice(text, outside_quotes(text), language)


def _is_labelled(text: str, language: str) -> bool:
    """Whether a label leads it: "Photo: ", "TELL – Tell"; "ORLO – Orlo's mayor" has a place in front.

    Where nouns have capitals, a sentence may go on behind a colon with one.
    """
    found = _LABEL.match(text)
    if (slogan := _SLOGAN.match(text)) and is_common_word(slogan["loud"]):
        return True
    return found is not None and not (capital_nouns(language) and count_words(found.group()) > _LONGEST_LABEL + 1)


def _is_list(text: str) -> bool:
    """Whether three or more items of a numbered list stand in a row, or the next one's number behind brackets."""
    numbers = [int(found) for found in _ITEM.findall(text)]
    in_a_row = len(numbers) >= _FEWEST_ITEMS and any(after == before + 1 for before, after in pairwise(numbers))
    return in_a_row or bool(_NEXT_ITEM.search(text[-_TAIL:]))


def _unfit_voice(text: str, outside: str, language: str) -> str:
    """Whether it is the writer who speaks, or the page, by the words of the language."""
    known = cues(language)
    if known:
        return "plea" if known.plea.search(text) else "first person" if known.mine.search(outside) else ""
    if language[:2] in LANGUAGES:
        return "first person" if unspaced_cues().speaks.search(outside) else ""
    if not tells_voices(language):
        return ""
    voice = sentence_patterns()
    faults = {"opinion": voice.opinion, "first person": voice.first_person, "announcement": voice.announces}
    return next((fault for fault, pattern in faults.items() if pattern.search(outside)), "")


def _shouts(text: str) -> bool:
    """Whether more than names and abbreviations is in capitals."""
    loud = [word for word in _CAPITALS.findall(text) if is_common_word(word)]
    return len(loud) >= _LOUD or sum(character.isupper() for character in text) > len(text) / 3


def ends(text: str) -> bool:
    """Whether the text ends as a sentence does, and in no abbreviation that a name or a day follows ("Jan.")."""
    tail = text[-_TAIL:]
    return bool(_ENDS.search(tail)) and not abbreviated().search(tail)


def outside_quotes(text: str) -> str:
    """The journalist's own words: what stands outside quotation marks."""
    return _QUOTED.sub(" ", text)


def has_quotation(text: str) -> bool:
    return any(mark in text for mark in '"“”')


def is_quotation(text: str) -> bool:
    """Whether the sentence holds a quotation and at most who says it: “We shall meet again,” Brandt said."""
    return count_words(outside_quotes(text)) < _BESIDE_QUOTATION


def before_sentence(text: str, start: int, title: str, language: str) -> int:
    """Where the sentence at `start` begins, behind what a list or the page sets before it: "2. ", "• ", its title.

    Also behind the bracket that opens a paragraph of several sentences.
    """
    at = start or _behind_title(text, title.split())
    at += bool(_BRACKETED.match(text, at))
    marker = _MARKER.match(text, at) if tells_voices(language) else None
    return marker.end() if marker else at


def _behind_title(text: str, title: Sequence[str]) -> int:
    """Where the text goes on behind its title, with which it begins, word for word; 0 where it does not.

    With a full stop, it is no title but the first sentence, for want of one.
    """
    at = 0
    for number, word in enumerate(title):
        space = _SPACES.match(text, at) if number else None
        at = space.end() if space else at
        if (number and not space) or not text.startswith(word, at):
            return 0
        at += len(word)
    found = _GOES_ON.match(text, at) if len(title) > _SHORT_TITLE and not title[-1].endswith(".") else None
    return found.end() if found else 0


def without_dateline(text: str) -> tuple[str, Edit | None]:
    """ "HARBOURTON (AP) — The bridge opened" without the place and agency, and the edit that says so.

    "09:14 Polls are open" without the time that a live page sets before each line.
    """
    found = _DATELINE.match(text)
    if found and found["region"] and not _is_in_region(found.group().partition(",")[0], found["region"]):
        return text, None
    return _without(_DATELINE, text)


def _is_in_region(town: str, region: str) -> bool:
    """Whether a state or province is shortened behind a place: "Tarnsund, Ill.", "New York, NY".

    A person may bear a code without full stops ("Ada Holm, MD"), so it counts behind known places alone.
    """
    return region.lower() in REGIONS or (region.lower() in REGION_CODES and town.lower() in DATELINE_PLACES)


def without_button(text: str) -> tuple[str, Edit | None]:
    """ "CLOSE The bridge opened" without what a button above the text says, in capitals."""
    return _without(sentence_patterns().button, text)


def without_connective(text: str, language: str = "en") -> tuple[str, Edit | None]:
    """ "However, the vote" as "The vote": a word that ties to a sentence that is not there."""
    return (text, None) if cues(language) else _without(sentence_patterns().connective, text)


def attributed(text: str, language: str = "en") -> bool:
    """Whether somebody is named as saying it."""
    known = cues(language)
    return bool((known.says if known else sentence_patterns().says).search(text))


def without_asides(text: str) -> tuple[str, tuple[Edit, ...]]:
    """The sentence without what the page, not the journalist, put into it: "opens new tab", "(PKI.TO)"."""
    aside = sentence_patterns().aside
    edits = tuple(Edit(found.group().strip()) for found in aside.finditer(text))
    return aside.sub("", text), edits


def without_also(text: str) -> tuple[str, Edit | None]:
    """ "Brandt also met" as "Brandt met": the word ties to a sentence that may not be there."""
    found = sentence_patterns().also.match(text)
    if not found or found["also"] in found[1].lower():
        return text, None
    return found[1] + text[found.end() :], Edit(found["also"])


def adds(text: str) -> bool:
    """Whether an English sentence tells something besides another one ("Tern has also seen cases")."""
    return bool(sentence_patterns().adds.search(outside_quotes(text)))


def tells_of_one(text: str) -> bool:
    """Whether an English sentence opens with one or some of what another told: "A second tug", "Two were towed"."""
    return bool(sentence_patterns().one_of_several.match(outside_quotes(text)))


def leans(text: str, language: str = "en") -> bool:
    """Whether the sentence can only be understood after the one before it."""
    known = cues(language)
    if known:
        leaning = known.leans.match(text) or known.connective.match(text) or known.said_by.search(text)
        own = outside_quotes(text)
        return bool(leaning) or bool(known.reported.search(own) and not known.framed.search(own))
    if language[:2] in LANGUAGES:
        return bool(unspaced_cues().leans.match(text))
    english = sentence_patterns()
    if english.stands_alone.match(text):
        return False
    return bool(
        (english.opens_leaning.match(text) and not _names_behind(text))
        or english.leans_inside.search(outside_quotes(text))
        or english.said_by.search(text)
    )


def is_said_by_unnamed(text: str) -> bool:
    """Whether somebody says it whom an English sentence only calls "he", or "the report"."""
    return bool(sentence_patterns().said_by.search(text))


def _names_behind(text: str) -> bool:
    """Whether whom the opening's pronoun means is named as the subject behind it: "At his trial, Holm said"."""
    known, found = english(PronounWords), _BEHIND_OPENING.match(text)
    if not found:
        return False
    persons = known.persons | known.others
    return (
        found["second"].lower() in persons
        and found["subject"].lower() not in persons
        and not is_common_word(found["subject"])
    )


def leans_though_first(text: str, language: str = "en") -> bool:
    """Whether an article's first sentence, which is written to stand alone, cannot: it opens with a pronoun.

    That of "As she seeks a fifth term, Ada Holm" is explained behind it.
    """
    known = pack(language or "en").pronouns
    if known is None:
        return leans(text, language)
    first, second, *_ = [*text.lower().replace("’", "'").split(" ", 2), "", ""]
    first = first.partition("'")[0].strip('“"‘„«,')
    if first in (known.may_be_empty or ()) and second in (known.empty or ()):
        return False  # "es war", "il faut"
    return first in known.persons | known.others and leans(text, language)


def _without(pattern: re.Pattern[str], text: str) -> tuple[str, Edit | None]:
    found = pattern.match(text)
    if not found or not found.end() or len(text) - found.end() < 20:
        return text, None
    rest = text[found.end() :]
    return rest[0].upper() + rest[1:], Edit(found.group().strip())
