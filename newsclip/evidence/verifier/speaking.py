"""Who says a quotation, by rules of the verifier's own: the frame beside it, its subject, nobody else.

Nothing is taken from the rules that find speakers for the writer. Where two people are possible, it is none of them.
"""

import re
from functools import lru_cache

from newsclip.evidence.verifier import foreign_subjects, subjects
from newsclip.evidence.verifier.hearsay import is_hearsay, is_not_said, is_played
from newsclip.evidence.verifier.namesakes import NO_GENERATION, RELATIVES, has_namesake, is_relative, is_spoken_to
from newsclip.evidence.verifier.people import people
from newsclip.kernel.spans import Span
from newsclip.language import persons
from newsclip.language.guards import guards_of
from newsclip.language.pack import english
from newsclip.language.pack_tables import Guards
from newsclip.language.tokens import sentences
from newsclip.language.verifier_tables.speech import PageWords, SpeakingWords
from newsclip.language.word_lists import GIVEN_NAMES_ONLY_HER, GIVEN_NAMES_ONLY_HIS, SPEECH_VERBS

_PAGES, _SPEAKING = english(PageWords), english(SpeakingWords)
_WINDOW, _BETWEEN, _LOOK_BACK = 260, 160, 900  # characters: a frame, one between two quotations, whom a pronoun means
_OPENING, _CLOSING = "“„«\"‘'‚”»‹›", "”»\"’'“«›‹"
_CLOSES = re.compile(rf"[,.!?…]*\s?[{_CLOSING}]+\s?,?")
_SHORTENED = "".join(rf"(?<!\b{word.capitalize()})" for word in sorted(_PAGES.shortened))
_SENTENCE_END = re.compile(rf"(?<!\b[A-Z]){_SHORTENED}[.!?](?=\s|$)")
_ABBREVIATED = re.compile(rf"\b({'|'.join(sorted(word.capitalize() for word in _PAGES.abbreviated))})\.")
_SPEECH = sorted(SPEECH_VERBS, key=lambda verb: (-len(verb), verb))
_VERB = re.compile(rf"\b(?:{'|'.join(_SPEECH)})\b")
# whom these have behind them is spoken to or about
_OF_ANOTHER = re.compile(rf"(?:{'|'.join(_SPEAKING.of_another)})\b")
_PASSIVE = re.compile(rf"\b(?:{'|'.join(_SPEAKING.passive)})\s+(?:\w+ly\s+)?$")
_ADVERBS = rf"(?:(?:{'|'.join((*_SPEAKING.adverbs, *_SPEAKING.more_adverbs))})\s+){{0,4}}"
_AT_VERB = re.compile(rf"\s*{_ADVERBS}$")
# "(D-Orlo)", "(42)": not "(through Jan Holm)"
_ASIDE = rf"\((?:[A-Z\d][^()]{{0,40}}|{'|'.join(_SPEAKING.asides)})\)"
_OF_A_PLACE = r"\s+(?:of|from|with|at|in)\s(?:(?!\b(?:and|or|who|whom|whose|that|which)\b|['’]s?\b)[^,“”\"\n()]){2,60}"
_EXPLAINED = r",\s(?!(?:whose|and|or|but)\b)[^“”\"\n]{2,120},"
_APPOSITION = re.compile(rf"(?:\s*{_ASIDE})?(?P<said>{_EXPLAINED}|{_OF_A_PLACE})?\s*,?\s*")
_NAMES_ANOTHER = re.compile(r"(?:,|\band) +[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)+,$")
# who says what is quoted, where the sentence has a verb of saying more: "Ilse Brandt said the mayor called it “…”"
_ALSO_SAYS = re.compile(
    rf"(?<![\w’'-])[’'-]*+(?P<who>[\w’'-]++)\s+(?:(?:{'|'.join(_SPEAKING.adverbs)})\s+){{0,3}}"
    rf"(?:{'|'.join(_SPEAKING.also)})\b"
)
_HIS, _HER = (
    rf"(?:{'|'.join(title.capitalize() for title in titles)})\.?" for titles in (_SPEAKING.his, _SPEAKING.her)
)
_PRONOUN = re.compile(r"\b([Hh]e|[Ss]he)\b")
_THAT = re.compile(r"\bthat\b|\bwho\b|\bwhich\b|\bwhile\b|\bbecause\b")
_CLAUSE_END = re.compile(r"[,.;:!?\n“”„«»\"()]")


def gives(text: str, start: int, end: int, speaker: str, language: str) -> bool:
    """Whether the text gives the quotation at `[start, end)`, without its marks, to this speaker and nobody else."""
    guards = guards_of(language)
    if guards is None:
        return False
    frames = list(_frames(text, start, end))
    if not guards.phrases:
        return any(_names_alone(text, frame.of(text), speaker, guards, language) for frame, behind in frames if behind)
    return any(_is_subject(text, frame, speaker, behind=behind) for frame, behind in frames)


def is_speech(text: str, start: int, end: int, language: str) -> bool:
    """Whether the words beside the quotation at `[start, end)` say that somebody, whoever it is, says it."""
    guards = guards_of(language)
    if guards is None:
        return False
    frames = [frame.of(text) for frame, _ in _frames(text, start, end)]
    if not guards.phrases:
        return any(foreign_subjects.has_verb(frame, language) for frame in frames)
    return any(not _OF_ANOTHER.match(verb.group()) for frame in frames for verb in _VERB.finditer(frame))


def _frames(text: str, start: int, end: int, steps: int = 4) -> list[tuple[Span, bool]]:
    """Where the words beside the quotation stand, and whether behind it.

    One without any goes on from the quotation before it, over no more than that one's frame.
    """
    line = Span(text.rfind("\n", 0, start) + 1, _or_end(text.find("\n", end), text))
    behind, before = _behind(text, end, line), _before(text, start, line)
    found = [(frame, at) for frame, at in ((behind, True), (before, False)) if frame and _has_words(frame.of(text))]
    if found or not steps:
        return found
    last = _last_quotation(text, start, line)
    return _frames(text, *last, steps - 1) if last else []


def _has_words(words: str) -> bool:
    return any(character.isalpha() for character in words)


def _or_end(place: int, text: str) -> int:
    return place if place >= 0 else len(text)


def _behind(text: str, end: int, line: Span) -> Span | None:
    """What goes on behind the quotation in its sentence."""
    closes = _CLOSES.match(text, end, line.end)
    if not closes:
        return None
    start = closes.end()
    stop = min((at for mark in _OPENING if (at := text.find(mark, start + 1, line.end)) > 0 and text[at - 1].isspace()),
               default=line.end)  # fmt: skip
    ends = _SENTENCE_END.search(text, start, min(stop, start + _WINDOW))
    frame = Span(start, ends.start() if ends else min(stop, start + _WINDOW))
    words = frame.of(text).strip()
    ended = "." in text[max(0, end - 1) : closes.end()] and "," not in closes.group()
    asks = text[end - 1 : closes.end()].strip(_CLOSING + " ")[-1:] in {"?", "!"}
    opens_anew = words[:1].isupper() and (ended or (asks and not re.fullmatch(r"[^,]{0,60}", words)))
    return None if opens_anew or not words else frame


def _before(text: str, start: int, line: Span) -> Span | None:
    """What leads to the quotation in its sentence."""
    mark = start - 1 if text[start - 1 : start] in _OPENING else start
    while mark > line.start and text[mark - 1].isspace():
        mark -= 1
    left = max(line.start, mark - 2 * _WINDOW)
    closed = max((text.rfind(sign, left, mark) for sign in '”»"'), default=-1)
    begun = max([left, closed + 1, *(m.end() for m in _SENTENCE_END.finditer(text, left, max(left, mark - 1)))])
    words = text[begun:mark].strip()
    return None if not words or words[-1] in ".!?" else Span(begun, mark)


def _last_quotation(text: str, start: int, line: Span) -> tuple[int, int] | None:
    """The quotation that this one goes on from: within its line, or open at the end of the line before."""
    ahead = text[line.start : start].rstrip(_OPENING + " ")
    if ahead:
        closed = max(ahead.rfind(sign) for sign in '”»"')
        opened = max(ahead.rfind(sign, 0, max(0, closed)) for sign in '“«„"')
        if closed < 0 or opened < 0 or len(ahead) - closed > _BETWEEN:
            return None
        framed = _has_words(ahead[closed:])
        if framed and _behind(text, line.start + closed, line) is None:
            return None
        return line.start + opened + 1, line.start + closed
    before = text[: max(0, line.start - 1)].rstrip()
    opened = before.rfind("“", before.rfind("\n") + 1)
    still_open = opened >= 0 and "”" not in before[opened:]
    return (opened + 1, len(before)) if still_open else None


def _is_subject(text: str, frame: Span, speaker: str, *, behind: bool) -> bool:
    """Whether the speaker is the subject of the frame's verb of saying, or its source ("according to")."""
    words = frame.of(text)
    if behind:
        words = words[: m.start()] if (m := _THAT.search(words, 12)) else words
    for verb in _VERB.finditer(words):
        ahead, rest = words[: verb.start()], words[verb.end() :]
        if _PASSIVE.search(ahead) or is_not_said(verb.group(), ahead, _adverbs(ahead), rest):
            continue
        who = _PRONOUN.search(ahead[-24:])
        if who and _AT_VERB.fullmatch(ahead[-24:][who.end() :]):
            return _means(text, frame.start, who[1].lower(), speaker) and not is_spoken_to(rest, speaker)
        if _named_last(text, ahead, speaker) and (behind or not _another_says(text, rest, speaker)):
            return True
        if not ahead.strip(" ,—–-") and not _OF_ANOTHER.match(verb.group()):
            who = _PRONOUN.match(rest.lstrip())
            return _means(text, frame.start, who[1].lower(), speaker) if who else _named_first(text, rest, speaker)
    source = re.search(r"[Aa]ccording to ", words)
    return bool(source) and _named_first(text, words[source.end() if source else 0 :], speaker)


def _adverbs(ahead: str) -> str:
    """The adverbs and auxiliaries right before a verb."""
    found = re.search(rf"(?<!\S){_ADVERBS}$", ahead)
    return found.group() if found else ""


def _another_says(text: str, rest: str, speaker: str) -> bool:
    """Whether somebody else says or is told what follows: "… said the mayor called it", "… said she was told"."""
    for found in _ALSO_SAYS.finditer(rest):
        who = found["who"].lower()
        if who in {"he", "she"} and _agrees(text, speaker, who):
            continue
        if who not in _SPEAKING.joins:
            return True
    return False


def _named_last(text: str, ahead: str, speaker: str) -> bool:
    """Whether the speaker is named right before the verb, with nothing but an apposition between."""
    for name in _mentions(ahead, speaker):
        between = re.fullmatch(_APPOSITION.pattern + _ADVERBS, ahead[name.end() :])
        if not between or _NAMES_ANOTHER.search(between["said"] or ""):
            continue
        lead = ahead[: name.start()]
        joined = re.search(r"\b(?:and|or)\s+(?:[\w.’'-]+\s+){0,3}$", lead)
        explains = ahead[name.end() : name.end() + 1] == ","
        if not joined and subjects.opens_clause(lead, explains=explains):
            return _may_be(text, lead, name.group(), speaker)
    return False


def _named_first(text: str, rest: str, speaker: str) -> bool:
    """Whether the speaker is who is named behind the verb, behind a calling or an article at most."""
    named = next(iter(_mentions(rest, speaker)), None)
    if named is None:
        return False
    lead = rest[: named.start()]
    if re.match(
        r"[^.“”\"]{0,80}\b(?:and|or) (?:[\w’'-]+ ){0,2}[A-Z][\w’'-]+(?: [A-Z]|\s*[.“”\"])", rest[named.end() :]
    ):
        return False
    return subjects.is_whole(lead, rest[named.end() :]) and _may_be(text, lead, named.group(), speaker)


def _mentions(words: str, speaker: str) -> list[re.Match[str]]:
    """Where the speaker is named: in full, or by the last word of the name; a phrase ("a spokesman") in full alone."""
    last = speaker.rsplit(maxsplit=1)[-1]
    forms = dict.fromkeys((speaker, last) if speaker[:1].isupper() else (speaker,))
    found = re.compile("|".join(rf"(?<![\w-]){re.escape(form)}(?![\w-]){NO_GENERATION}" for form in forms)).finditer(
        words
    )
    return sorted(found, key=lambda m: -m.end())[::-1]


def _may_be(text: str, lead: str, mention: str, speaker: str) -> bool:
    """Whether this mention can only be the speaker's: by its title, and as nobody else in the text has the name."""
    last = speaker.rsplit(maxsplit=1)[-1]
    if has_namesake(text, lead, speaker, whole=mention == speaker):
        return False
    if mention == speaker:
        return True
    named = [name.split() for _, _, name in people(text)]
    if any(len(name) > 1 and name[-1] == last and not set(name) & set(speaker.split()) - {last} for name in named):
        return False
    for titles, pronoun in ((_HIS, "he"), (_HER, "she")):
        titled = re.search(rf"\b{titles}\s+$", lead)
        if titled and (is_relative(text, pronoun) or not _agrees(text, speaker, pronoun)):
            return False
    return True


def _agrees(text: str, speaker: str, pronoun: str) -> bool:
    """Whether neither given name nor title nor "his wife" speaks against calling the speaker "he" or "she"."""
    first = speaker.split(maxsplit=1)[0].lower()
    last = re.escape(speaker.rsplit(maxsplit=1)[-1])
    against = GIVEN_NAMES_ONLY_HER if pronoun == "he" else GIVEN_NAMES_ONLY_HIS
    titles = _HER if pronoun == "he" else _HIS
    other = RELATIVES["she" if pronoun == "he" else "he"]
    relation = (
        rf"\b(?:{other}),? (?:\w+ )?{re.escape(speaker)}\b|\b{re.escape(speaker)}, (?:his|her|their) (?:{other})\b"
    )
    return first not in against and not re.search(rf"\b{titles}\s+(?:[\w.]+ )?{last}\b|{relation}", text)


def _means(text: str, before: int, pronoun: str, speaker: str) -> bool:
    """Whether the pronoun can mean the speaker alone: the last sentence before that names anybody names nobody else."""
    if not _agrees(text, speaker, pronoun):
        return False
    floor = max(0, before - _LOOK_BACK)
    before_it = [n for n in people(text) if floor <= n[0] and n[1] <= before]
    if not before_it:
        return False
    spans = [s for s in _sentences(text) if s.start < before_it[-1][1] and s.end > before_it[-1][0]]
    start = spans[0].start if spans else floor
    named = {name.split()[-1] for at, _, name in before_it if at >= start}
    since = text[start:before]
    return named == {speaker.rsplit(maxsplit=1)[-1]} and not persons.speaks_of_another(since)


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[Span, ...]:
    return tuple(sentences(text))


def _names_alone(text: str, frame: str, speaker: str, guards: Guards, language: str) -> bool:
    """In other languages: the clause behind the quotation says so, names the speaker, and nobody else.

    Not as whose lawyer or spokeswoman somebody speaks, nor by a title of the other gender.
    """
    words = _ABBREVIATED.sub(r"\1 ", frame.lstrip(" ,.—–-"))
    clause = words[: m.start()] if (m := _CLAUSE_END.search(words)) else words
    if is_hearsay(words[len(clause) + 1 :], language):
        return False
    named = next(iter(_mentions(clause, speaker)), None)
    if named is None or _others(clause, named, text):
        return False
    if is_played(clause, language) or not foreign_subjects.says(clause, named.start(), named.end(), language):
        return False
    ahead = clause[: named.start()].lower().split()
    titles = set(ahead) & (guards.his or frozenset()), set(ahead) & (guards.her or frozenset())
    first = speaker.split(maxsplit=1)[0].lower()
    return not (titles[0] and first in GIVEN_NAMES_ONLY_HER) and not (titles[1] and first in GIVEN_NAMES_ONLY_HIS)


def _others(clause: str, named: re.Match[str], text: str) -> bool:
    """Whether somebody else is named in full in the clause."""
    rest = clause[: named.start()] + " " * len(named.group()) + clause[named.end() :]
    return any(name in rest for _, _, name in people(text) if " " in name and name != named.group())
