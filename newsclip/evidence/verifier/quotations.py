"""Whether a quotation is what somebody said, whole, and whether that somebody is the one it is given to."""

import re
from collections.abc import Sequence

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Quote, SourceArticle
from newsclip.evidence.tokens import UPPER
from newsclip.evidence.verifier import speaking
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Span
from newsclip.language import quotation_marks
from newsclip.language.guards import turning
from newsclip.language.pack import ENGLISH
from newsclip.language.pos_tagger import TAGGED_LANGUAGES
from newsclip.language.word_lists import FUNCTION_WORDS, PARTICLES, SPEECH_VERBS, SURELY_SAYS

_LONGEST = 2_000  # characters of a pull quote, which has fifty words or so; each of its words is a pattern
_NAME_OF = re.compile(r"(?<!\w)[A-Z][\w’'-]{0,30} (?:of|for) (?:the )?$")
_LONGEST_NAME_OF = 48  # characters: "Accountants of the "
_ELISION = re.compile(r"\s{0,20}(?:\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\))\s*")
_BEGINS = re.compile(r"(?:^|[\"“„«‹‘'‚`]|[.!?…][\"”’']*\s)\s*$")
_ENDS = re.compile(r"^\s?[,.!?…;]*\s*(?:[\"”“»›’']|$)|^[.!?…]|^\s*[—–-]+\s*[\"”’']")

_PART = rf"{PARTICLES}|[{UPPER}][\w.’'\-]*"  # of a name, or a title
_OWNERS = ("'s", "’s", "s'", "s’")

_ASKS = re.compile(r"\s?[.!…]{0,5}\?")  # without its mark a question states something


def fault(quote: Quote, texts: Sequence[str], language: str) -> Reason | None:
    """Why the passages do not hold the quotation as speech; None where they do."""
    holding = [text for text in texts if _held(quote.text, text, language)]
    if not holding:
        return Reason("quotation_not_held")
    if not any(quotation_marks.said(_ELISION.split(quote.text)[0], text) for text in holding):
        return Reason("not_speech")
    if not any(_whole(quote.text, text, language) for text in holding):
        return Reason("quotation_cut")
    everything = quotation_marks.plain(" ".join(texts)).lower()
    for said in (quote.speaker, quote.role):
        if said and quotation_marks.plain(said).lower() not in everything:
            return Reason("not_named", {"name": said})
    return None


def speaker_fault(quote: Quote, article: SourceArticle) -> Reason | None:
    """Why this article does not give the quotation to its speaker, by the verifier's own rules."""
    found = _quotation(quote, article.text)
    if found is None:
        return Reason("not_speech")
    language = language_of_article(article)
    if not quote.speaker and not speaking.is_speech(article.text, found.start, found.end, language):
        return Reason("not_speech")
    if quote.speaker and not speaking.gives(article.text, found.start, found.end, quote.speaker, language):
        return Reason("speaker_unnamed", {"said": quote.speaker})
    if quote.role and not (quote.speaker and _calls(article.text, quote.speaker, quote.role, language)):
        return Reason("role_differs", {"role": quote.role})
    return None


def _quotation(quote: Quote, text: str) -> Span | None:
    """Where the quotation that these words are of begins and ends, without its marks; None where they are no speech."""
    if len(quote.text) > _LONGEST:
        return None
    words = r"\s+".join(map(re.escape, _ELISION.split(quote.text)[0].split()))
    for found in re.finditer(words, text) if words else ():
        if found.start() < quote.evidence[0].end and quote.evidence[0].start < found.end():
            break
    else:
        return None
    line = text.rfind("\n", 0, found.start()) + 1
    inside = quotation_marks.inside(text[line : (end if (end := text.find("\n", found.end())) >= 0 else len(text))])
    start, end = found.start() - line, found.end() - line
    if not inside[start]:  # single marks are not followed
        return Span(*found.span()) if text[: found.start()].rstrip()[-1:] in {"'", "‘", "‚", "‹", "›"} else None
    while start and inside[start - 1]:
        start -= 1
    while end < len(inside) and inside[end]:
        end += 1
    return Span(line + start + (text[line + start] in quotation_marks.OPENING), line + end)


def _calls(text: str, speaker: str, role: str, language: str) -> bool:
    """Whether the text gives the role, and no more than it, right before the name or right behind it."""
    last = re.escape(speaker.rsplit(maxsplit=1)[-1])
    called = r"\s+".join(map(re.escape, role.split()))
    front = rf"(?<![\w.’'\-])(?P<left>(?:[\w.’'\-]+[^\S\n]+)?)(?P<role>{called}),?\s+(?:(?:{_PART})\s+){{0,4}}{last}\b"
    behind = rf"\b{last}\b,\s+(?:\d{{1,3}},\s+)?(?P<left>(?:[\w.&’'\-]+\s+){{0,3}})(?P<role>{called})\b"
    found = (match for pattern in (front, behind) for match in re.finditer(pattern, text))
    free = (one for one in found if not _ends_a_name(text, one.start("role")))
    return any(language[:2] not in TAGGED_LANGUAGES or not _belongs(one["left"].split()) for one in free)


def _ends_a_name(text: str, start: int) -> bool:
    """Whether the role begins with the end of a longer name: "Velland’s economist" in "Bank of Velland’s economist"."""
    return text[start].isupper() and bool(_NAME_OF.search(text[max(0, start - _LONGEST_NAME_OF) : start]))


def _belongs(left: Sequence[str]) -> bool:
    """Whether English words before a role are a part of it: "former", or a name that says of whom.

    An owner is none, nor is "said".
    """
    rest = left[next((n + 1 for n, word in reversed([*enumerate(left)]) if word.endswith(_OWNERS)), 0) :]
    may_turn = [word for word in rest if word not in SURELY_SAYS]
    return any(word not in FUNCTION_WORDS | SPEECH_VERBS or turning(word, ENGLISH) for word in may_turn)


def _held(words: str, text: str, language: str) -> bool:
    """Whether the text holds the words; the pieces between elisions in their order, with nothing turning left out."""
    return bool(_places(words, text, language))


def _places(words: str, text: str, language: str) -> list[tuple[int, int]]:
    plain = quotation_marks.plain(text)
    found: list[tuple[int, int]] = []
    at = 0
    for piece in filter(None, (quotation_marks.plain(p) for p in _ELISION.split(words))):
        start = plain.find(piece, at)
        if start < 0 or (found and turning(plain[at:start], language)):
            return []
        at = start + len(piece)
        found.append((start, at))
    return found


def _whole(words: str, text: str, language: str) -> bool:
    """Whether it begins where a saying or one of its sentences begins, and ends where one ends."""
    places = _places(words, text, language)
    plain = quotation_marks.plain(text)
    start, end = places[0][0], places[-1][1]
    ends = plain[end - 1 : end] in ".!?…" or (_ENDS.match(plain[end:]) and not _ASKS.match(plain[end:]))
    return bool(_BEGINS.search(plain[:start]) and ends)
