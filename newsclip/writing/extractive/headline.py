"""The headline: the best that a publisher gave, neutral and complete, or the beginning of the lead."""

import re
from dataclasses import replace

from newsclip.evidence.document import Sentence, SourceArticle
from newsclip.evidence.edits import LOWERED, Edit
from newsclip.evidence.origin import Origin, origin_of
from newsclip.evidence.verifier import omissions, trims
from newsclip.evidence.verifier.tokens import tokens
from newsclip.kernel.spans import Span
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.quotation_marks import closed
from newsclip.language.unspaced import count_words
from newsclip.writing.candidates import Line, Reading, content_stems, passage
from newsclip.writing.extractive import casualty_counts
from newsclip.writing.extractive.writer_state import Desk

_LONGEST = 200  # characters
_LOUD = 4  # letters: shorter words in capitals are abbreviations
_FRONT = re.compile(
    r"^(?:(?:live(?: updates?| blog)?|breaking(?: news)?|exclusive|watch|video|listen|photos?|in pictures|pictures|"
    r"gallery|updated?|explainer|just in|developing|report|news|podcast)\s*[:|–—\-]\s+|\[[^\]]{1,20}\]\s*)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s{1,9}(?:[|•·»]|[–—\-])\s{1,9}([^|•·»–—]{2,40})$|\s{0,9}[\[(](?:video|photos?|pictures|updated?|watch|live)[\])]$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:['’][A-Z]+)?\b")
_BAIT = re.compile(
    r"^(?:here(?:'|’)?s|this is|these|why|how|what|who|when|where|meet|see|watch|inside|(?:the )?(?:top )?\d+ (?:\w+ )?"
    r"(?:things|ways|reasons|facts|tips|signs|best|times|of the))\b|\b(?:you|your|you'll|won't believe|shocking|"
    r"stunning|incredible|unbelievable|must-see|jaw-dropping|"
    r"mind-blowing|heartbreaking|epic|insane|slams|blasts|destroys|goes viral|what happen(?:s|ed) next|find out|"
    r"everything we "
    r"know|need to know|this is why|and it(?:'|’)s)\b|…$|\.\.\.$",
    re.IGNORECASE,
)
_CUT = re.compile(r",(?= )")


def headline(desk: Desk) -> tuple[Sentence, int]:
    """The headline with the line that supports it, and the number of the reading it comes from.

    At most _LONGEST characters where a publisher's title or a clause of the lead has no more.
    """
    titled = [(i, reading) for i, reading in enumerate(desk.readings) if _cleaned(reading.article)[0]]
    lead = _lead(desk)
    if titled:
        best, reading = max(titled, key=lambda pair: (round(_merit(desk, pair[1]), 6), -pair[0]))
        if _is_fit(_cleaned(reading.article)[0]):
            return title_supported(desk, reading), best
    return _from_lead(lead, origin_of([desk.readings[lead.article].article])), lead.article


def is_fit(reading: Reading) -> bool:
    """Whether the article's title is a plain statement, whole and not too long."""
    return _is_fit(_cleaned(reading.article)[0])


def counts_outdated(desk: Desk, reading: Reading) -> bool:
    """Whether the title counts injured or dead of whom a later article has another number."""
    latest = casualty_counts.newest(desk.readings)
    told = casualty_counts.tolls(_cleaned(reading.article)[0])
    return any(count != latest.get(kind, (0, count))[1] for kind, count in told.items())


def title_supported(desk: Desk, reading: Reading) -> Sentence:
    """The article's title as a headline, with the line that supports it."""
    own = title_alone(reading)
    support = _support(desk, reading, content_stems(own.text, desk.language))
    return replace(own, evidence=(*own.evidence, *(support.told.evidence if support else ())))


def title_alone(reading: Reading) -> Sentence:
    """The article's title, calm and without what its site puts around it."""
    title, span = _cleaned(reading.article)
    whole = reading.article.title
    edits = [str(Edit(cut)) for cut in (whole[: span.start].strip(), whole[span.end :].strip()) if cut]
    lowered = _lowered(title, " ".join((reading.article.text, *(name.text for name in reading.names))))
    if lowered != title:
        title = lowered
        edits.append(LOWERED)
    evidence = (passage(reading.article, Span(0, len(whole)), title=True),)
    return Sentence(title.rstrip(" .") if title.count(".") == 1 else title, evidence, tuple(edits))


def _cleaned(article: SourceArticle) -> tuple[str, Span]:
    """The title without "LIVE:" in front and "| Site" behind, as far as either may be left out, and where it stands."""
    title = article.title
    inner = _inner(article)
    cuts = [Edit(cut) for cut in (title[: inner.start].strip(), title[inner.end :].strip()) if cut]
    if trims.fault(cuts, [title], origin_of([article])):
        inner = Span(len(title) - len(title.lstrip()), len(title.rstrip()))
    return inner.of(title), inner


def _inner(article: SourceArticle) -> Span:
    title = article.title
    start = len(title) - len(title.lstrip())
    front = _FRONT.match(title[start:])
    start += front.end() if front else 0
    end = len(title.rstrip())
    while tail := _TAIL.search(title[start:end]):
        if tail.group(1) and not _is_site(tail, article):
            break
        end = start + tail.start()
    return Span(start, end)


def _is_site(tail: re.Match[str], article: SourceArticle) -> bool:
    """Whether the tail is the publisher's name and not the second half of the sentence."""
    words = (tail.group(1) or "").split()
    named = {word for word in tokens(f"{article.publisher} {article.domain.replace('.', ' ')}") if len(word) > 3}
    bar = tail.group().strip()[0] in "|•·»"
    titled = len(words) <= 3 and all(word[0].isupper() for word in words)
    return bar or titled or not named.isdisjoint(tokens(" ".join(words)))


def _is_fit(title: str) -> bool:
    if title.rstrip().endswith("?") or _BAIT.search(title) or not closed(title):
        return False
    return count_words(title) >= 3 and len(title) <= _LONGEST


def _shouts(title: str) -> bool:
    letters = [c for c in title if c.isalpha()]
    return sum(c.isupper() for c in letters) > len(letters) * 0.6


def _lowered(title: str, text: str) -> str:
    """The title without shouted words: as the text writes them, else in lower case; abbreviations stay."""
    shouted = _shouts(title)

    def calm(found: re.Match[str]) -> str:
        word = found.group()
        if len(word) < _LOUD and not shouted:
            return word
        if re.search(rf"\b{re.escape(word)}\b", text) or not (shouted or is_common_word(word)):
            return word
        capital = word.capitalize()
        named = not is_common_word(word) and re.search(rf"\b{re.escape(capital)}\b", text)
        return capital if named or not found.start() else word.lower()

    return _CAPITALS.sub(calm, title)


def _merit(desk: Desk, reading: Reading) -> float:
    """How good a headline it is: fit, of good length, and about what all of the articles tell."""
    title = _cleaned(reading.article)[0]
    stems = content_stems(title, desk.language)
    leads = [line.stems for other in desk.readings for line in other.lines[:3]]
    about = sum(len(stems & lead) / max(1, len(stems)) for lead in leads) / max(1, len(leads))
    length = 1.0 if 6 <= count_words(title) <= 14 else 0.6
    penalty = 0.5 * _shouts(title) + 0.3 * any(mark in title for mark in "\"“'‘!") + 2.0 * (not _is_fit(title))
    return about + length - penalty - 0.5 * counts_outdated(desk, reading)


def _support(desk: Desk, reading: Reading, stems: frozenset[str]) -> Line | None:
    """The line of the same article that shares most with the title."""
    if not reading.lines:
        return None
    return max(reading.lines, key=lambda line: (len(line.stems & stems), -line.place))


def _lead(desk: Desk) -> Line:
    alone = [line for line in desk.lines if line.alone] or desk.lines
    return max(alone, key=lambda line: (float(desk.prior[desk.lines.index(line)]), -line.article))


def _from_lead(lead: Line, origin: Origin) -> Sentence:
    """The lead, less an end that only adds; with who says so, and on what condition."""
    sentence = lead.alone or lead.told
    text = sentence.text
    cuts = [cut.start() for cut in _CUT.finditer(text) if 5 <= len(text[: cut.start()].split()) <= 16]
    for cut in sorted(cuts, reverse=True):
        if not omissions.fault(text[:cut], text[cut:], "", origin) and closed(text[:cut]):
            return Sentence(text[:cut], sentence.evidence, (*sentence.edits, str(Edit(text[cut:].strip()))))
    return Sentence(text.rstrip("."), sentence.evidence, sentence.edits)
