"""Pull quotes: whole, closed quotations by a speaker who is known by name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from newsclip.evidence.document import Quote, SourceArticle
from newsclip.kernel.spans import Span
from newsclip.language import persons
from newsclip.language.content_words import content_stems, same_fact
from newsclip.language.pos_tagger import TAGGED_LANGUAGES, tag_words
from newsclip.language.quotation_marks import plain
from newsclip.language.quotations import FoundQuote, sentences_around
from newsclip.language.syntax import FINITE_TAGS
from newsclip.language.tokens import sentences, words
from newsclip.language.word_lists import RELATIVES
from newsclip.writing import cleaning
from newsclip.writing.candidates import Reading, passage
from newsclip.writing.clip_patterns import clip_patterns
from newsclip.writing.extractive.material import Material, ToldSoFar
from newsclip.writing.extractive.needs import Needs
from newsclip.writing.extractive.speaker_roles import role_at_first_mention
from newsclip.writing.ports import Judge

# What half or double of a limit gives: docs/why/writer.md, "How much the limits matter".
_FEWEST_WORDS, _MOST_WORDS = 8, 45
_FAR, _FARTHEST, _ABOUT = 2, 5, 2  # lines between a quotation and what stands before it; stems that both have
_WITH_ROLE, _ONE_NAME = 0.15, 0.35  # as much as seven and fifteen words more or less than a good quotation has
_QUOTED_BY_ALL, _SHARED = 0.3, 0.6  # what other publishers print, too, and how much of it they must
_SPELT = 5  # letters that two spellings of a surname begin with
_RELATIVE = re.compile(rf"(?<=\s)(?:{RELATIVES})\b", re.IGNORECASE)
_MARKS_AND_SPACE = "“„\"'‘«» \n\t"
_BESIDE = 100  # characters before a name in which its role stands
_ENDS_BEHIND = re.compile(r"\s?[”“»«\"’']?\s?[.,]")  # ends the saying: «We go», she said


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A quotation to print, the article it is from, where in it, and the line of the clip that it stands behind."""

    quote: Quote
    article: int
    start: int
    behind: int = -1

    @property
    def goes_on(self) -> bool:
        """Whether it means what stands right before it: "But that is not all"."""
        return _opens_onward(self.quote.text)


def candidates(material: Material) -> list[PullQuote]:
    """All that may be printed by themselves, in reading order."""
    return [pulled for article in range(len(material.readings)) for pulled in _candidates(material, article)]


def best_first(material: Material, found: Iterable[PullQuote]) -> list[PullQuote]:
    """By what they are worth alone, whatever the clip tells."""
    return sorted(found, key=lambda p: (-_merit(material, p), p.article, p.start))


def held(material: Material, pulled: PullQuote) -> list[int]:
    """The lines that hold the quotation or a part of it."""
    end = pulled.start + len(pulled.quote.text)
    return [
        i
        for i, line in enumerate(material.lines)
        if line.article == pulled.article and line.span.start < end and pulled.start < line.span.end
    ]


def pull(material: Material, needs: Needs, told: ToldSoFar, *, most: int) -> list[PullQuote]:
    """Up to `most` quotations, each speaker's best first, no saying twice. In reading order.

    Somebody of whom the clip tells nothing else speaks only where nobody else does.

    Each stands behind a line that gives its context: the nearest before it in its article, not far off.
    """
    found = [
        replace(pulled, behind=line)
        for article in range(len(material.readings))
        for pulled in _candidates(material, article)
        if (line := _context(material, needs, told, pulled)) is not None
    ]
    chosen: list[PullQuote] = []
    for pulled in sorted(
        found, key=lambda p: (_is_stranger(material, told, p), -_merit(material, p), p.article, p.start)
    ):
        if len(chosen) == most:
            break
        article = material.readings[pulled.article].article
        quote = given(pulled.quote, article, material.judge) if _is_new(material, told, pulled, chosen) else None
        known = quote and not (chosen and _is_stranger(material, told, replace(pulled, quote=quote)))
        chosen.extend([replace(pulled, quote=quote)] if quote and known else [])
    return sorted(chosen, key=lambda p: (p.article, p.start))


def behind_introductions(material: Material, pulled: Sequence[PullQuote], told: Sequence[int]) -> list[PullQuote]:
    """The quotations, each behind the first line that names its speaker where no earlier one does.

    Told "managing director Irene Olin said" below Olin's words, readers first ask who Olin is. One with a role tells it
    itself, and one that goes on from its line stays there. `told`: lines in the order of the clip.
    """
    return [one if one.goes_on or one.quote.role else _behind_introduction(material, one, told) for one in pulled]


def _behind_introduction(material: Material, pulled: PullQuote, told: Sequence[int]) -> PullQuote:
    surname = _surname(pulled)
    naming = [at for at, i in enumerate(told) if surname and surname in words(material.lines[i].told.text)]
    if not naming or pulled.behind not in told[: naming[0]]:
        return pulled
    return replace(pulled, behind=told[naming[0]])


def given(quote: Quote, article: SourceArticle, judge: Judge) -> Quote | None:
    """The quotation, if the article gives it to its speaker; without a role that it does not give."""
    wrong = judge.speaker_fault(quote, article)
    if wrong and wrong.code == "role_differs":
        return replace(quote, role=None)
    return None if wrong else quote


def _context(material: Material, needs: Needs, told: ToldSoFar, pulled: PullQuote) -> int | None:
    """The nearest told line before it in its article: at most _FAR sentences off, or about the same things.

    What "This is not" means, the sentence right before it tells.
    """
    lines = material.lines
    before = [i for i in told.lines if lines[i].article == pulled.article and lines[i].span.start < pulled.start]
    if not before:
        return None
    nearest = max(before, key=lambda i: lines[i].place)
    after = [i for i, line in enumerate(lines) if line.article == pulled.article and line.span.start < pulled.start]
    far = len(after) - 1 - after.index(nearest)
    if far > 1 and _points_back(pulled.quote.text, material.readings[pulled.article].language):
        return None
    text = material.readings[pulled.article].article.text
    if pulled.goes_on and not _is_right_behind(text[lines[nearest].span.end : pulled.start]):
        return None
    about = needs.stems[nearest] & content_stems(pulled.quote.text, material.language)
    return nearest if far <= _FAR or (far <= _FARTHEST and len(about) >= _ABOUT) else None


def _opens_onward(text: str) -> bool:
    """Whether it opens so; "It is late" may mean nothing before."""
    return bool(clip_patterns().goes_on.match(text)) and not clip_patterns().may_be_empty.match(text)


def _is_right_behind(between: str) -> bool:
    """Whether no sentence stands between a line and a quotation, but what leads to it: "Holm said:"."""
    lead = between.strip(_MARKS_AND_SPACE)
    return not lead or (len(sentences(lead)) == 1 and not cleaning.ends(lead))


def _candidates(material: Material, index: int) -> list[PullQuote]:
    reading = material.readings[index]
    text = reading.article.text
    places = {name.text for name in reading.names if name.kind == "place"}
    good = [found for found in reading.quotes if _is_good(found, text) and found.speaker not in places]
    good = [found for found in good if _is_whole(found.text, reading.language)]
    return [PullQuote(_quote(reading, found), index, found.start) for found in good]


def _is_good(found: FoundQuote, text: str) -> bool:
    if not (found.reliable and found.closed and found.speaker and found.speaker_start is not None):
        return False
    if clip_patterns().vague_speaker.match(found.speaker) or "\n" in found.text:
        return False
    if clip_patterns().courtesy.search(found.text):
        return False
    return _is_sentence(found, text) and _FEWEST_WORDS <= len(found.text.split()) <= _MOST_WORDS


def _is_sentence(found: FoundQuote, text: str) -> bool:
    """Whether it is a saying and not a few words that the journalist borrowed."""
    return found.text[:1].isupper() and (
        found.text.rstrip()[-1:] in ".,!?…" or bool(_ENDS_BEHIND.match(text, found.end))
    )


def _is_whole(text: str, language: str) -> bool:
    """Whether its first sentence says that something happens, and not only "The speed at which our boats move"."""
    if language[:2] not in TAGGED_LANGUAGES:
        return True
    first = next(iter(sentences(text))).of(text)
    tags = [tag for _, tag, _ in tag_words(first)]
    finite = sum(tag in FINITE_TAGS for tag in tags)
    return finite > len(_RELATIVE.findall(first)) or (tags[0].startswith("VB") and not finite)


def _points_back(text: str, language: str) -> bool:
    return bool(clip_patterns().goes_on.match(text)) or cleaning.leans(text, language)


def _quote(reading: Reading, found: FoundQuote) -> Quote:
    """The quotation, with the sentence it stands in and where its speaker and role are named."""
    article = reading.article
    evidence = [passage(article, Span(found.start, found.end))]
    around = sentences_around(article.text, found)
    evidence.append(passage(article, around))
    role = found.role if found.role and not _is_adverbial(found.role) else None
    for said in (found.speaker, role):
        if said and said.lower() not in around.of(article.text).lower():
            beside = article.text.find(found.speaker or "") - _BESIDE
            at = article.text.lower().find(said.lower(), max(0, beside))
            if at >= 0:
                evidence.append(passage(article, Span(at, at + len(said))))
    if not role and found.speaker and (first := role_at_first_mention(article, found.speaker, reading.language)):
        role, introduced = first
        evidence.append(passage(article, introduced))
    text = found.text.rstrip()
    return Quote(text[:-1] if text.endswith(",") else text, found.speaker, tuple(evidence), role)


def _is_adverbial(role: str) -> bool:
    """Whether it says how often or since when somebody is something: "often a key vote", and not what the person is."""
    tags = tag_words(role)
    return bool(tags) and tags[0][1] == "RB"


def _merit(material: Material, pulled: PullQuote) -> float:
    """Quotations that are neither curt nor long, early in their article, printed by other publishers, do not go on from
    another, and whose speaker readers are told something of: a role, or at least more than a first name.
    """
    quote = pulled.quote
    size = len(quote.text.split())
    leaning = 0.25 if clip_patterns().goes_on.match(quote.text) else 0.0
    told = _WITH_ROLE if quote.role else 0.0 if " " in (quote.speaker or "") else -_ONE_NAME
    known = _QUOTED_BY_ALL * _printed_elsewhere(material, pulled)
    return 1.0 - abs(size - 22) / 44 - min(0.5, pulled.start / 12_000) - leaning + told + known


def _printed_elsewhere(material: Material, pulled: PullQuote) -> float:
    """The share of the other articles whose quotations hold most of its words."""
    stems = content_stems(pulled.quote.text, material.language)
    others = [reading for k, reading in enumerate(material.readings) if k != pulled.article]
    if not others or not stems:
        return 0.0
    said = [[content_stems(quote.text, material.language) for quote in reading.quotes] for reading in others]
    return sum(any(len(stems & one) >= _SHARED * len(stems) for one in quotes) for quotes in said) / len(others)


def _is_stranger(material: Material, told: ToldSoFar, pulled: PullQuote) -> bool:
    """Whether neither a role nor anything else on the clip says who the speaker is. A body says so by its name.

    Roles are found in languages with a tagger.
    """
    speaker, reading = pulled.quote.speaker or "", material.readings[pulled.article]
    if pulled.quote.role or reading.language[:2] not in TAGGED_LANGUAGES:
        return False
    people = persons.words_of_people(reading.names, reading.article.text)
    named = (_surname(pulled) in material.lines[i].told.text for i in told.lines)
    return not people.isdisjoint(speaker.split()) and not any(named)


def _surname(pulled: PullQuote) -> str:
    return (pulled.quote.speaker or "").rsplit(maxsplit=1)[-1]


def _is_one_name(a: str, b: str) -> bool:
    """Whether two publishers may spell one surname so: "Brandtsky", "Brandtskyy"."""
    return a == b or (min(len(a), len(b)) >= _SPELT and (a.startswith(b) or b.startswith(a)))


def _is_new(material: Material, told: ToldSoFar, pulled: PullQuote, chosen: list[PullQuote]) -> bool:
    stems = content_stems(pulled.quote.text, material.language)
    said = [content_stems(other.quote.text, material.language) for other in chosen] + list(told.stems)
    by_speaker = any(_is_one_name(_surname(other), _surname(pulled)) for other in chosen)
    again = any(plain(other.quote.text) == plain(pulled.quote.text) for other in chosen)
    again = again or any(line in told.lines for line in held(material, pulled))
    return not by_speaker and not again and not any(same_fact(stems, other) for other in said)
