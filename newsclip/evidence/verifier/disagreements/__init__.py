"""Whether two reports tell one thing differently, by rules of the judge's own. What is unsure is refused.

Each value must stand beside what it counts or answers, as a fact; the sides must speak of one matter and exclude each
other (docs/why/disagreements.md). Of other languages than English it knows counts of people alone (`casualties`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Claim, Disagreement, Quote, SourceArticle
from newsclip.evidence.tokens import tokens
from newsclip.evidence.verifier import quotations
from newsclip.evidence.verifier.disagreements import casualties
from newsclip.evidence.verifier.disagreements.answers import Answer, answer
from newsclip.evidence.verifier.disagreements.distinct_facts import apart
from newsclip.evidence.verifier.disagreements.factuality import is_denied, is_doubted
from newsclip.evidence.verifier.disagreements.topics import Matter, matter_of
from newsclip.evidence.verifier.disagreements.value_mentions import lines, stems
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage
from newsclip.language.pack import verifier_words
from newsclip.language.quotations import find_quotes

# writers tell six at most of a clip; a side of more passages or a matter of more sides is no writer's
_MOST = 20
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage with its words and the article they stand in."""

    passage: Passage
    words: str
    article: SourceArticle


type Given = tuple[Answer, SourceArticle]
type Side = tuple[Claim, list[Cited]]


def fault(told: Disagreement, sides: Sequence[Side]) -> Reason | None:
    """Why the sides do not disagree about this; None where they do."""
    cited = [one for _, held in sides for one in held]
    if len({claim.value.lower() for claim in told.claims}) < 2:
        return Reason("one_value")
    if len({one.article.id for one in cited}) < 2 or len({one.article.publisher for one in cited}) < 2:
        return Reason("one_article")
    if language := _counting_language(told, cited):
        return _of_people(told, sides, language)
    matter = matter_of(told.about)
    if matter.kind != "speaker" and (unknown := _unknown(matter, cited)):
        return Reason("matter_not_held", {"word": unknown})
    if len(cited) > _MOST or not matter.kind or not all(_is_read(one.article) for one in cited):
        return Reason("disagreement_unread")
    return _of_speakers(told, sides) if matter.kind == "speaker" else _of_values(sides, matter)


def _counting_language(told: Disagreement, cited: Sequence[Cited]) -> str:
    """The one language of the articles, where the question is one of those that it has for counts of people."""
    (language, *others) = {language_of_article(one.article) for one in cited}
    able = not others and len(cited) <= _MOST and casualties.is_known(told.about, language)
    return language if able else ""


def _of_people(told: Disagreement, sides: Sequence[Side], language: str) -> Reason | None:
    def read(claim: Claim, one: Cited) -> casualties.Counted | None:
        return casualties.read(claim.value, one.words, one.article, told.about, language)

    def pair(a: casualties.Counted, b: casualties.Counted) -> Reason | None:
        return casualties.pair_fault(a, b, told.about, language)

    return _opposed_sides(sides, read, pair)


def _is_read(article: SourceArticle) -> bool:
    """Whether such matters are known in the language of the article."""
    known = verifier_words(language_of_article(article))
    return known is not None and known.matters is not None


def _unknown(matter: Matter, cited: Sequence[Cited]) -> str:
    """The first word of the matter that no passage holds."""
    held = {token for one in cited for token in tokens(one.words)}
    return next((word for word in matter.words if word not in held), "")


def _of_values(sides: Sequence[Side], matter: Matter) -> Reason | None:
    def read(claim: Claim, one: Cited) -> Given | None:
        said = _answer(claim, one, matter)
        return (said, one.article) if said else None

    return _opposed_sides(sides, read, lambda a, b: _pair(a, b, matter))


def _opposed_sides[T](
    sides: Sequence[Side], read: Callable[[Claim, Cited], T | None], pair: Callable[[T, T], Reason | None]
) -> Reason | None:
    """Why not every side, as it is read, contradicts one other."""
    answers: list[tuple[Claim, list[T]]] = []
    for claim, cited in sides:
        found = [said for one in cited if (said := read(claim, one))]
        if len(found) < len(cited):
            return Reason("value_of_another", {"value": claim.value})
        answers.append((claim, found))
    opposed: set[Claim] = set()
    wrong = None
    for (claim, one), (against, other) in combinations(answers, 2):
        reason = _opposed([[pair(a, b) for b in other] for a in one])
        if reason and reason.code == "one_value":
            return reason
        wrong = wrong or reason
        opposed |= set() if reason else {claim, against}
    return None if len(opposed) == len(sides) else wrong


def _opposed(reasons: Sequence[Sequence[Reason | None]]) -> Reason | None:
    """Why not every passage of either side contradicts one of the other's, and none agrees with one.

    `reasons`: a row for each passage of the first side, with why it does not contradict each of the other's.
    """
    agreeing = next((r for row in reasons for r in row if r and r.code == "one_value"), None)
    if agreeing or (all(not all(row) for row in reasons) and all(not all(row) for row in zip(*reasons, strict=True))):
        return agreeing
    return next(r for row in reasons for r in row if r)


def _pair(one: Given, other: Given, matter: Matter) -> Reason | None:
    (a, article), (b, against) = one, other
    if a.agrees(b):
        return Reason("one_value")
    if article.publisher == against.publisher:
        return Reason("one_article")
    return Reason("sides_apart") if apart(a, b, (article, against), matter) else None


def _answer(claim: Claim, cited: Cited, matter: Matter) -> Answer | None:
    """What the value says of the matter in this passage, as a fact; None where nothing, or more than one thing."""
    published = cited.article.published
    found = list(lines(claim.value, cited.words, published.date() if published else None))
    if len(found) != 1 or is_denied(found[0]) or is_doubted(found[0]):
        return None
    words = stems(list(matter.words))
    if words and matter.kind not in {"toll", "age"} and not words & stems([*found[0].before, *found[0].after]):
        return None
    return answer(found[0], matter)


def _of_speakers(told: Disagreement, sides: Sequence[Side]) -> Reason | None:
    """Each side's passages give one quotation, which begins alike, to its own speaker beyond doubt."""
    start = told.about.partition("“")[2].rstrip("…”? ")
    if len(start.split()) < _FEWEST_WORDS:
        return Reason("matter_not_held", {"word": start or told.about})
    named = [{*tokens(claim.value)} for claim, _ in sides]
    if any(a & b for a, b in combinations(named, 2)):
        return Reason("one_value")
    return next((wrong for claim, cited in sides for one in cited if (wrong := _speaker(claim, one, start))), None)


def _speaker(claim: Claim, cited: Cited, start: str) -> Reason | None:
    begins = tokens(start)
    for quote in find_quotes(cited.article.text):
        inside = cited.passage.start <= quote.start and quote.end <= cited.passage.end
        if inside and tokens(quote.text)[: len(begins)] == begins:
            return quotations.speaker_fault(Quote(quote.text, claim.value, (cited.passage,)), cited.article)
    return Reason("value_of_another", {"value": claim.value})
