"""A publisher's title: whether it tells the news, and its words, calm and without what its site puts around it."""

import re

from newsclip.evidence.document import Sentence, SourceArticle
from newsclip.evidence.edits import LOWERED, Edit
from newsclip.evidence.origin import origin_of
from newsclip.evidence.tokens import tokens
from newsclip.kernel.spans import Span
from newsclip.language.content_words import content_stems
from newsclip.language.cues import cues, is_known
from newsclip.language.pack import is_english
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.quotation_marks import closed
from newsclip.language.titles import is_quotation, shouts, states
from newsclip.language.tokens import sentences
from newsclip.language.unspaced import count_words
from newsclip.language.withdrawn_words import takes_back
from newsclip.writing import cleaning
from newsclip.writing.candidates import Reading, passage
from newsclip.writing.cleaning import attributed, ends, leans, without_button, without_dateline
from newsclip.writing.clip_patterns import clip_patterns
from newsclip.writing.extractive import casualty_counts, growing_counts
from newsclip.writing.extractive.lead_up import leads_up
from newsclip.writing.extractive.material import Material
from newsclip.writing.sentence_patterns import sentence_patterns

_LONGEST = 200  # characters
_LOUD = 4  # letters: shorter words in capitals are abbreviations
# words of a title that may lack a verb; lines at an article's top; stems of the title that these have
# half or double of each changes one clip at most of those in docs/why/writer.md, "How much the limits matter"
_BARE, _TOP, _SHARED = 5, 8, 2
_BEGINNING, _MOSTLY = 3, 0.6  # lines of each article, and how much of a title they have
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$")
_UNOPENED = re.compile(r"^[^'‘]*\w['’](?=[:,])")  # "Gift turned sour': …", whose first mark was lost
_PART = re.compile(r"\s?[:–—?!|/]\s| - ")
_WORD_STOP = re.compile(r"[^\W\d_]{5}\.$")
_TOPIC = 4  # words of a title in front of a question or a lure, at most, where nothing tells verbs
_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:['’][A-Z]+)?\b")


def is_fit(material: Material, reading: Reading) -> bool:
    """Whether the article's title is a plain statement about what the article tells, whole and not too long."""
    title = cleaned(material, reading.article)[0]
    able = _is_whole(title, reading) and not _lures(title, reading.language) and not _leads_up(title, reading)
    able = able and not _exclaims(title, reading) and not takes_back(reading.withdrawn, title, reading.language)
    return able and (_is_of_the_text(title, reading) or _is_of_the_story(title, material))


def is_weak(material: Material, reading: Reading) -> bool:
    """Whether the title states something that the article's top hardly speaks of: better than a poor first sentence."""
    title = cleaned(material, reading.article)[0]
    able = _is_whole(title, reading) and not _leads_up(title, reading) and not _exclaims(title, reading)
    able = able and not takes_back(reading.withdrawn, title, reading.language)
    return able and states(title, reading.language) and bool(_shared(title, reading))


def _leads_up(title: str, reading: Reading) -> bool:
    """Whether the page begins with it, for want of a title, and it leads up to the news or leans on what is missing."""
    if not (title.endswith(".") and reading.article.text.lstrip().startswith(title)):
        return False
    leans = is_english(reading.language) and sentence_patterns().opens_leaning.match(title)
    return bool(leans) or leads_up(title, reading.language)


def counts_outdated(material: Material, reading: Reading) -> bool:
    """Whether the title counts injured, dead or things of which a later article has another number."""
    latest, title = casualty_counts.newest(material.readings), cleaned(material, reading.article)[0]
    told = casualty_counts.tolls(title, reading.language)
    return growing_counts.counts(title, material.outgrown) or any(
        count != latest.get(kind, (0, count))[1] for kind, count in told.items()
    )


def title_alone(material: Material, reading: Reading) -> Sentence:
    """The article's title, calm and without what its site puts around it."""
    title, span = cleaned(material, reading.article)
    whole = reading.article.title
    edits = [str(Edit(cut)) for cut in (whole[: span.start].strip(), whole[span.end :].strip()) if cut]
    lowered = _lowered(title, " ".join((reading.article.text, *(name.text for name in reading.names))))
    if lowered != title:
        title = lowered
        edits.append(LOWERED)
    evidence = (passage(reading.article, Span(0, len(whole)), title=True),)
    return Sentence(" ".join(_without_stop(title).split()), evidence, tuple(edits))


def _without_stop(title: str) -> str:
    """Less the full stop of one sentence; that of "the U.S." stays, and so do those of two."""
    one = title.count(".") == 1 or (len(sentences(title)) == 1 and _WORD_STOP.search(title))
    return title.rstrip(" .") if one else title


def cleaned(material: Material, article: SourceArticle) -> tuple[str, Span]:
    """The title without "LIVE:" in front and "| Site" behind, as far as either may be left out, and where it stands."""
    title = article.title
    inner = _inner(article)
    cuts = [Edit(cut) for cut in (title[: inner.start].strip(), title[inner.end :].strip()) if cut]
    if material.judge.edits_fault(cuts, [title], origin_of([article])):
        inner = Span(len(title) - len(title.lstrip()), len(title.rstrip()))
    return inner.of(title), inner


def _inner(article: SourceArticle) -> Span:
    title = article.title
    start = len(title) - len(title.lstrip())
    front = clip_patterns().label.match(title[start:])
    start += front.end() if front else 0
    for without in (without_button, without_dateline):
        cut = without(title[start:])[1]
        start = title.index(cut.old, start) + len(cut.old) if cut else start
        start += len(title[start:]) - len(title[start:].lstrip())
    start += len(title[start:]) - len(title[start:].lstrip())
    end = len(title.rstrip())
    while tail := clip_patterns().tail.search(title[start:end]):
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


def _is_cut(title: str, article: SourceArticle) -> bool:
    """Whether it is the beginning of the article's first sentence, which goes on, perhaps behind "U.S."."""
    text, whole = article.text.strip(), article.title.strip()
    if _has_capitals(whole) and not _has_capitals(text.removeprefix(whole)[: len(whole)]):
        return False
    behind = text.removeprefix(whole).removeprefix(".")  # what read the page may have set a full stop behind its title
    if not text.startswith(whole) or behind[:1] in {"", "\n"}:
        return False
    return not ends(title) or bool(_INITIALS.search(title)) or sentences(text)[0].end > len(whole) + 1


def _has_capitals(title: str) -> bool:
    """Whether its words are set in capitals, as in titles alone."""
    long = [word for word in title.split() if len(word) > _LOUD]
    return len(long) > 1 and all(word[0].isupper() for word in long)


def _is_of_the_text(title: str, reading: Reading) -> bool:
    """Whether it is about what the article's first lines tell; a few words without a verb must all stand in one.

    "LISTEN TO ARTICLE", "Brewery Name" and a day stand over many an article. Where no words are known, any may be.
    """
    if not is_known(reading.language):
        return True
    own, top = content_stems(title, reading.language), _top(title, reading)
    if count_words(title) <= _BARE and not states(title, reading.language):
        return any(own <= line for line in top)
    return not top or len(_shared(title, reading)) >= min(_SHARED, len(own))


def _is_of_the_story(title: str, material: Material) -> bool:
    """Whether it is about what the articles begin with, though its own does not say so in these words."""
    stems = content_stems(title, material.language)
    tops = frozenset[str]().union(*(line.stems for reading in material.readings for line in reading.lines[:_BEGINNING]))
    return len(material.readings) > 1 and len(stems & tops) >= max(_SHARED + 1, _MOSTLY * len(stems))


def _exclaims(title: str, reading: Reading) -> bool:
    """Whether it cries out what no line at the article's top has half the words of, or leans: "That's one way!"."""
    if not title.endswith("!") or not is_known(reading.language):
        return False
    if leans(title, reading.language):
        return True
    own = content_stems(title, reading.language)
    return not any(2 * len(own & line) >= len(own) for line in _top(title, reading))


def _shared(title: str, reading: Reading) -> frozenset[str]:
    """The stems that the title shares with the article's first lines."""
    return content_stems(title, reading.language) & frozenset[str]().union(*_top(title, reading))


def _top(title: str, reading: Reading) -> list[frozenset[str]]:
    return [line.stems for line in reading.lines[:_TOP] if not line.told.text.startswith(title)]


def _is_whole(title: str, reading: Reading) -> bool:
    """Whether it is a plain statement, not cut off: no question, bait, caption or quotation, no mark left open."""
    if (
        title.rstrip().endswith("?")
        or sentence_patterns().caption.search(title)
        or sentence_patterns().plea.search(title)
        or clip_patterns().bait.search(title)
        or not closed(title)
        or _UNOPENED.search(title)
        or is_quotation(title)
        or _is_saying(title, reading)
        or title.count("(") != title.count(")")
    ):
        return False
    return count_words(title) >= 3 and len(title) <= _LONGEST and not _is_cut(title, reading.article)


def _is_saying(title: str, reading: Reading) -> bool:
    """Whether the page's first sentence stands for a title, and is a quotation with who said it."""
    whole = reading.article.title.rstrip()
    return (
        whole.endswith(".")
        and title[:1] in '“"'
        and cleaning.is_quotation(title)
        and attributed(title, reading.language)
    )


def _lures(title: str, language: str) -> bool:
    """Whether it hides its news, be it behind a topic: "Storms: how to prepare"."""
    known = cues(language)
    lure = known.lures if known else clip_patterns().bait_opener
    front, *parts = [part.strip() for part in _PART.split(title)]
    if known and lure.search(front):
        return True
    is_topic = bool(front) and not states(front, language) if is_english(language) else count_words(front) <= _TOPIC
    return is_topic and any(lure.search(part) for part in parts)


def _lowered(title: str, text: str) -> str:
    """The title without shouted words: as the text writes them, else in lower case; abbreviations stay."""
    shouted = shouts(title)

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
