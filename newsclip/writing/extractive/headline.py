"""The headline: the best that a publisher gave, neutral and complete, or the beginning of the lead."""

import re
from collections.abc import Sequence
from dataclasses import replace

from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import Edit
from newsclip.evidence.origin import origin_of
from newsclip.language.content_words import content_stems
from newsclip.language.pack import is_english
from newsclip.language.quotation_marks import closed
from newsclip.language.titles import shouts, states, without_stop
from newsclip.language.unspaced import count_words
from newsclip.writing.candidates import Line, Reading
from newsclip.writing.clip_patterns import clip_patterns
from newsclip.writing.extractive.lead_up import is_turned_from, leads_up
from newsclip.writing.extractive.material import Material
from newsclip.writing.extractive.titles import cleaned, counts_outdated, is_fit, is_weak, title_alone
from newsclip.writing.page_kinds import VIEWS
from newsclip.writing.sentence_patterns import sentence_patterns

LONG = 90  # characters of a headline that is read at a glance
_TOO_LONG = 150  # characters: of a first sentence that loses to a title which says little
# Half or double of these four changes no headline of the stories in docs/why/writer.md, "How much the limits matter".
_FEWEST, _MOST = 6, 14  # words
_NEW = 0.4  # the newest title tells what came of the others
_PAIR = 2  # articles: what one of them tells alone is half of the story
_COMPLETE = 0.3  # the article that tells most of the story; what it changed: docs/why/writer.md, "Headline"
_ENDED = 0.4  # of what a first line counts where a later report tells the end. Set by judgement.
_NEAR, _LATEST = 2, 5  # lines behind an article's first, and behind a caption or two
_YEAR = re.compile(r"\b20\d\d\b")
_FEWEST_REPEATS, _REPEATED = 3, 0.2  # lines, and their share, that have a stem of what the story is about
_LEADS_UP, _TURNED = 0.55, 0.5  # of what a sentence counts that leads up to the news, that the next sentence turns from
_SHORT_FORM = re.compile(r"(?<![\w.])[A-Z]{2,5}(?![\w.])")
_CUT = re.compile(r",(?= )")
_VOICES = re.compile(r"!|[\"“]|(?<!\w)['‘]")
_PARTS = re.compile(r"[:;?] | [–—-] ")
_OPENS = re.compile(r"[\"“'‘]")


def headline(material: Material) -> tuple[Sentence, int]:
    """The headline with the line that supports it, and the number of the reading it comes from.

    At most LONG characters where a publisher's title or a clause of the lead has no more. Where one page is news, the
    title of a view ("We try the new ferry") is none; where a report tells the end, neither is one of those before it.
    """
    told = [i for i, reading in enumerate(material.readings) if material.kind() in (reading.kind, *VIEWS)]
    told = [i for i in told if not material.before_end[i]]
    titled = None
    if fit := [i for i in told if is_fit(material, material.readings[i])]:
        titled = _of_the_best_title(material, fit)
        if states(titled[0].text, material.readings[titled[1]].language):
            return titled
    lead = _lead(material)
    made = _from_lead(material, lead)
    if titled:  # without a verb: a short sentence says more
        says = len(made.text) <= LONG and states(made.text, material.readings[lead.article].language)
        return (made, lead.article) if says else titled
    weak = [i for i in told if is_weak(material, material.readings[i])]
    if weak and len(made.text) > _TOO_LONG:
        return _of_the_best_title(material, weak)
    return made, lead.article


def _of_the_best_title(material: Material, able: Sequence[int]) -> tuple[Sentence, int]:
    best = max(able, key=lambda i: (round(_merit(material, i), 6), -i))
    return title_supported(material, material.readings[best]), best


def title_supported(material: Material, reading: Reading) -> Sentence:
    """The article's title as a headline, with the line that supports it."""
    own = title_alone(material, reading)
    support = _support(reading, content_stems(own.text, material.language))
    return replace(own, evidence=(*own.evidence, *(support.told.evidence if support else ())))


def _merit(material: Material, i: int) -> float:
    """How good a headline the title is: about what the other articles tell, new, a statement of good length.

    Its own article says the same in any case, though it tells only of rowers whom a flood called. Of two articles each
    counts.
    """
    reading, new = material.readings[i], material.newness
    title = cleaned(material, reading.article)[0]
    stems = content_stems(title, material.language)
    many = len(material.readings) > _PAIR
    leads = [line.stems for k, other in enumerate(material.readings) if k != i or not many for line in other.lines[:3]]
    about = sum(len(stems & lead) / max(1, len(stems)) for lead in leads) / max(1, len(leads))
    length = 1.0 if _FEWEST <= count_words(title) <= _MOST and len(title) <= LONG else 0.6
    announces = bool(clip_patterns().to_come.search(title)) and not _is_ahead(material, title)
    overtaken = announces and (new[i] < max(new) or _is_done(material, title))
    faults = (
        (0.5, shouts(title)),
        (0.3, bool(_VOICES.search(title))),
        (0.2, bool(_PARTS.search(title))),
        (0.8, bool(clip_patterns().of_site.search(title))),
        (0.8, not states(title, reading.language)),
        (0.4, overtaken),
        (0.3, _has_unknown_short_form(material, title)),
        (0.5, counts_outdated(material, reading)),
    )
    whole = _COMPLETE * material.completeness.get(i, 0.0) if many else 0.0
    return about + length + whole + _NEW * new[i] - sum(cost for cost, found in faults if found)


def _has_unknown_short_form(material: Material, title: str) -> bool:
    """Whether it has a short form that no article uses in its text, with or without dots: "EX-GF"."""
    found = set() if shouts(title) else set(_SHORT_FORM.findall(title))
    texts = (reading.article.text.replace(".", "") for reading in material.readings) if found else ()
    return bool(found.difference(*(_SHORT_FORM.findall(text) for text in texts)))


def _is_ahead(material: Material, title: str) -> bool:
    """Whether it names a year after the latest article: "to open in 2028" is no older news than what came later."""
    times = [reading.article.published for reading in material.readings]
    newest = max((time.year for time in times if time), default=9999)
    return any(int(year) > newest for year in _YEAR.findall(title))


def _is_done(material: Material, title: str) -> bool:
    """Whether another title tells as done what this one announces: "Man charged" for "Man to be charged"."""
    to_come = clip_patterns().to_come
    found = to_come.search(title)
    verb = title[found.end() :].lower().split()[:1] if found else []
    others = (cleaned(material, reading.article)[0].lower() for reading in material.readings)
    return bool(verb) and any(verb[0] in other.split() for other in others if not to_come.search(other))


def _support(reading: Reading, stems: frozenset[str]) -> Line | None:
    """The line of the same article that shares most with the title."""
    if not reading.lines:
        return None
    return max(reading.lines, key=lambda line: (len(line.stems & stems), -line.place))


def _lead(material: Material) -> Line:
    """The line at the top of an article that tells most of what all tell, the first of its article before others."""
    first: dict[int, int] = {}
    for line in material.lines:
        if line.alone and not line.caption:
            first.setdefault(line.article, line.place)
    merit: dict[int, float] = {}
    for i, line in enumerate(material.lines):
        behind = line.place - first.get(line.article, line.place)
        near = behind <= _NEAR and line.place <= _LATEST
        if near and material.opens(i) and line.apart and not line.caption:
            early = 1 / (1 + 0.5 * behind + 0.1 * line.place)
            fresh = 1 + _NEW * material.newness[line.article]
            plain = (0.7 if _OPENS.match(line.told.text) else 1) * (1.1 if len(line.told.text) <= LONG else 1)
            plain *= _ENDED if material.before_end[line.article] else 1
            plain *= _TURNED if is_turned_from(material, i) else _LEADS_UP if _leads_up(material, line) else 1
            merit[i] = early * fresh * float(material.alike[i].mean()) * plain
    alone = [i for i in range(len(material.lines)) if material.opens(i)] or [0]
    return material.lines[max(merit, key=lambda i: (round(merit[i], 6), -i)) if merit else alone[0]]


def _leads_up(material: Material, line: Line) -> bool:
    """Whether it only leads up to the news, or goes on from what is missing ("But she should have left")."""
    language = material.readings[line.article].language
    leans = is_english(language) and sentence_patterns().opens_leaning.match((line.alone or line.told).text)
    return bool(leans) or leads_up(line.told.text, language)


def _repeated(material: Material, lead: Line) -> frozenset[str]:
    """The stems of a line that a good share of the others have: what the story is about."""
    others = [line.stems for line in material.lines if line is not lead]
    least = max(_FEWEST_REPEATS, _REPEATED * len(others))
    return frozenset(stem for stem in lead.stems if sum(stem in other for other in others) >= least)


def _from_lead(material: Material, lead: Line) -> Sentence:
    """The lead, less what may be left out of a headline; with who says so, and on what condition."""
    sentence = lead.alone or lead.told
    if len(sentence.text) > LONG:
        repeated = _repeated(material, lead)
        if made := material.shorten_headline(sentence, material.language, LONG, repeated):
            return _fuller(material, sentence, made, repeated)
    text, origin = sentence.text, origin_of([material.readings[lead.article].article])
    cuts = [cut.start() for cut in _CUT.finditer(text) if 5 <= len(text[: cut.start()].split()) <= 16]
    for cut in sorted(cuts, reverse=True):
        if not material.judge.omission_fault(text[:cut], text[cut:], "", origin) and closed(text[:cut]):
            return Sentence(text[:cut], sentence.evidence, (*sentence.edits, str(Edit(text[cut:].strip()))))
    return Sentence(without_stop(text), sentence.evidence, sentence.edits)


def _fuller(material: Material, sentence: Sentence, made: Sentence, repeated: frozenset[str]) -> Sentence:
    """The shortened sentence, or a longer one where it lost what the story is about: "was pulled aside at security"."""
    if repeated <= content_stems(made.text, material.language):
        return made
    if len(sentence.text) <= _TOO_LONG:
        return Sentence(without_stop(sentence.text), sentence.evidence, sentence.edits)
    longer = material.shorten_headline(sentence, material.language, _TOO_LONG, repeated)
    return longer if longer and repeated <= content_stems(longer.text, material.language) else made
