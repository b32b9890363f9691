"""Plants errors in true sentences, one at a time, of many kinds, each in up to three ways.

`invented`: the value stands nowhere in the article; `swapped`: it stands elsewhere in the same article; `turned`: no
value is changed, but what is said is (a "not", a hedge, a cause, an attribution, the order). The article's own names,
figures, units and dates are found in it, so that any article may be planted in; what is invented comes from the others.
Every fourth sentence cites the passage of the next one as well: the swapped value may then stand in what is cited.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from benchmarks.deleting import DELETED, deletions
from newsclip.clips.ports import Sentence, SourceArticle
from newsclip.clips.rules.edits import Edit as Recorded
from newsclip.clips.rules.material import passage
from newsclip.clips.rules.names import find_names
from newsclip.kernel.spans import Span

KINDS = (
    "name", "title", "figure", "unit", "date", "negation", "modality", "speaker", "cause", "order",
    *DELETED, "roles", "antecedent",
)  # fmt: skip
WAYS = ("invented", "swapped", "turned")
CITES_MORE = 4

_TITLES = (
    "mayor|minister|president|chief executive|chairman|chairwoman|chair|director|captain|professor|doctor|spokesman|"
    "spokeswoman|secretary|engineer|coach|judge|inspector|superintendent|governor|head teacher|farmer|nurse|historian|"
    "curator|commissioner|ambassador|sergeant|skipper|keeper|librarian|archaeologist|economist|treasurer|conductor|"
    "foreman|rector|headmistress|prime minister|trade minister|transport minister|harbour master|deputy mayor"
)
_UNITS = (
    "crowns|euros|dollars|marks|per cent|percentage points|metres|kilometres|centimetres|millimetres|tonnes|kilos|"
    "litres|hectares|degrees|seconds|minutes|hours|days|weeks|months|years|million|billion|thousand|hundred|votes|seats|"
    "passengers|pupils|people|households|points|goals"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_PATTERNS = {
    "title": re.compile(rf"\b(?:{_TITLES})\b", re.IGNORECASE),
    "figure": re.compile(
        r"(?<![\w.,])\d{1,3}(?:,\d{3})+|(?<![\w.,])\d+(?:\.\d+)?(?![\w,]*\d)|"
        r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty)\b"
    ),
    "unit": re.compile(rf"\b(?:{_UNITS})\b"),
    "date": re.compile(rf"\b\d{{1,2}} (?:{_MONTHS})(?: (?:19|20)\d\d)?|\b(?:{_DAYS}|{_MONTHS})\b|\b(?:19|20)\d\d\b"),
}
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|should|did|does)\b(?! not\b)")
_NEGATION = re.compile(r"\b(not|never|no longer|no) ")
_OPPOSITES = (
    "rose fell", "increased decreased", "gained lost", "won lost", "opened closed", "accepted rejected", "more fewer",
    "higher lower", "largest smallest", "first last", "approved refused", "began ended", "above below",
    "agreed declined", "bought sold", "arrived left", "reopened shut", "older younger", "north south", "east west",
)  # fmt: skip
_FIRM = {
    "may": "will", "might": "will", "could": "will", "would": "will", "can": "must", "should": "will",
    "is expected to": "will", "are expected to": "will", "expects to": "will", "expect to": "will", "plans to": "will",
    "wants to": "will", "hopes to": "will", "is likely to": "will", "will": "may", "is": "may be", "are": "may be",
}  # fmt: skip
_HEDGES = re.compile(
    r"\b(?:about|almost|nearly|at least|at most|more than|less than|fewer than|up to|only|around|roughly|some|partly) "
    r"|, it is thought|\bprobably |\bperhaps |\bapparently |\bpossibly ",
)
_SPEAKS = re.compile(r"\b(?:said|says|added|told|warned|argued|remarked|explained|wrote|promised|admitted|recalled)\b")
_SHE = re.compile(r"\b(?:he|she) (?=(?:said|says|added|told|warned|remarked)\b)|(?<=said )(?:he|she)\b")
_ATTRIBUTED = re.compile(
    r",[”’\"']? (?:[\w’' -]+ said|said [\w’', -]+|[\w’' -]+ told [\w’' -]+)\.$|^[A-Z][\w’' -]+ said that "
)
_CAUSES = {
    "because of": "despite", "because": "although", "due to": "despite", "despite": "because of", "so that": "although",
    "although": "because", "since": "although", "but": "because", "and": "because", "after": "because of",
}  # fmt: skip
_OPENING = re.compile(
    r"^(?:On|In|At|By|Since|Until|After|Before|From|For|If|Unless|Although|While|Under|Without) [^,]{3,60}, "
)
_CONDITION = re.compile(r",? (?:if|unless|until|provided|although|but|despite|except|without|before) [^,;]+(?=\.$)")
_MARKS = re.compile(r"[“”\"]|(?<!\w)[‘']|[’'](?!\w)")
_TIMES = {"after": "before", "before": "after", "until": "since", "since": "until"}


@dataclass(frozen=True, slots=True)
class Planted:
    """One true sentence with one error in it."""

    sentence: Sentence
    text: str
    article: SourceArticle
    kind: str
    way: str


@dataclass(frozen=True, slots=True)
class Values:
    """What stands in an article, by kind of value; people's names apart from the others."""

    of: dict[str, tuple[str, ...]]

    def without(self, other: "Values") -> "Values":
        return Values({k: tuple(v for v in found if v not in other.of[k]) for k, found in self.of.items()})


@dataclass(frozen=True, slots=True)
class Case:
    """A true sentence; the values of its own article, and of the others that are not in it."""

    text: str
    names: tuple[tuple[int, int, str], ...]
    own: Values
    other: Values
    neighbours: tuple[str, ...]
    next: str
    chance: Random


type Edit = tuple[str, str]  # the way, the text


def values_of(articles: Iterable[SourceArticle]) -> Values:
    found: dict[str, dict[str, None]] = {kind: {} for kind in (*_PATTERNS, "person", "thing")}
    for article in articles:
        for kind, pattern in _PATTERNS.items():
            found[kind].update(dict.fromkeys(m.group() for m in pattern.finditer(article.text)))
        for name in find_names(article.text):
            found["person" if name.kind == "person" else "thing"][name.text] = None
    return Values({kind: tuple(values) for kind, values in found.items()})


def plant(
    told: Sequence[tuple[Sentence, SourceArticle]], articles: Sequence[SourceArticle], seed: int = 7
) -> Iterator[Planted]:
    """Errors of every kind and way that each sentence has room for."""
    chance = Random(seed)
    everything = values_of(articles)
    own = {article.id: values_of([article]) for article in articles}
    for place, (sentence, article) in enumerate(told):
        rest = [s for s, a in told if a is article and s.evidence != sentence.evidence]
        after = [s for s, a in told[place + 1 :] if a is article and s.evidence != sentence.evidence][:1]
        cited = replace(sentence, evidence=(*sentence.evidence, *after[0].evidence)) if after else sentence
        case = Case(
            sentence.text,
            tuple((n.start, n.end, "person" if n.kind == "person" else "thing") for n in find_names(sentence.text)),
            values_of_cited(after, article) if after and place % CITES_MORE == 0 else own[article.id],
            everything.without(own[article.id]),
            tuple(s.text for s in rest),
            after[0].text if after else "",
            chance,
        )
        yield from _wrong_antecedents(sentence, article, own[article.id], chance)
        for kind, text in deletions(sentence.text, chance):
            yield Planted(sentence, text, article, kind, "turned")
        for kind, planting in PLANTINGS.items():
            for way, edited in planting(case):
                if edited != sentence.text:
                    yield Planted(cited if place % CITES_MORE == 0 else sentence, edited, article, kind, way)


def _wrong_antecedents(sentence: Sentence, article: SourceArticle, values: Values, chance: Random) -> Iterator[Planted]:
    """Somebody else's name for a pronoun that opens the sentence: one that the article gives, but not close before."""
    opening = re.match(r"(?:He|She)\b(?!['’])", sentence.text)
    first = sentence.evidence[0]
    before = article.text[max(0, first.start - 1500) : first.start]
    others = [name for name in values.of["person"] if " " in name and name.rsplit(maxsplit=1)[-1] not in before]
    for name in chance.sample(others, min(4, len(others))) if opening else ():
        at = article.text.find(name)
        there = passage(article, Span(at, at + len(name)))
        edits = (*sentence.edits, str(Recorded(opening.group(), name)))
        put_in = replace(sentence, evidence=(*sentence.evidence, there), edits=edits)
        yield Planted(put_in, name + sentence.text[opening.end() :], article, "antecedent", "swapped")


def values_of_cited(sentences: Sequence[Sentence], article: SourceArticle) -> Values:
    """The values of these sentences' passages."""
    cited = " ".join(p.span.of(article.text) for sentence in sentences for p in sentence.evidence)
    return values_of([replace(article, text=cited)])


def _other_value(case: Case, old: str, kind: str) -> Iterator[tuple[str, str]]:
    """A value of the same kind from the same article, and one from elsewhere; neither in the sentence already."""
    for way, pool in (("swapped", case.own), ("invented", case.other)):
        fit = [v for v in pool.of[kind] if not _words(v) & _words(old) and v.lower() not in case.text.lower()]
        if fit:
            yield way, case.chance.choice(fit)


def _words(text: str) -> set[str]:
    return set(text.lower().split())


def _replaced(text: str, start: int, end: int, new: str) -> str:
    old = text[start:end]
    return text[:start] + (new[:1].upper() + new[1:] if old[:1].isupper() else new) + text[end:]


def _values(kind: str) -> Callable[[Case], Iterator[Edit]]:
    def planting(case: Case) -> Iterator[Edit]:
        found = list(_PATTERNS[kind].finditer(case.text))
        if found:
            at = case.chance.choice(found)
            for way, new in _other_value(case, at.group(), kind):
                yield way, _replaced(case.text, *at.span(), new)

    return planting


def _name(case: Case) -> Iterator[Edit]:
    if case.names:
        start, end, kind = case.chance.choice(case.names)
        for way, new in _other_value(case, case.text[start:end], kind):
            yield way, _replaced(case.text, start, end, new)


def _negation(case: Case) -> Iterator[Edit]:
    text = case.text
    denied = _NEGATION.search(text)
    if denied:
        yield "turned", text[: denied.start()] + text[denied.end() :]
    auxiliary = list(_AUXILIARY.finditer(text))
    if auxiliary:
        at = case.chance.choice(auxiliary).end()
        yield "turned", text[:at] + " not" + text[at:]
    pairs = [(a, b) for pair in _OPPOSITES for a, b in (pair.split(), pair.split()[::-1])]
    for old, new in pairs:
        found = re.search(rf"\b{old}\b", text)
        if found:
            yield "turned", _replaced(text, *found.span(), new)
            break


def _modality(case: Case) -> Iterator[Edit]:
    hedge = _HEDGES.search(case.text)
    if hedge:
        yield "turned", case.text[: hedge.start()] + case.text[hedge.end() :]
    condition = _CONDITION.search(case.text)
    if condition:
        yield "turned", case.text[: condition.start()] + case.text[condition.end() :]
    yield from _first_of(case, _FIRM, "turned")


def _date(case: Case) -> Iterator[Edit]:
    yield from _values("date")(case)
    opening = _OPENING.search(case.text)
    if opening:
        rest = case.text[opening.end() :]
        yield "turned", rest[:1].upper() + rest[1:]


def _first_of(case: Case, table: dict[str, str], way: str) -> Iterator[Edit]:
    """The first of the table's words that the sentence holds, replaced."""
    for old, new in table.items():
        found = re.search(rf"\b{old}\b", case.text)
        if found:
            yield way, _replaced(case.text, *found.span(), new)
            return


def _speaker(case: Case) -> Iterator[Edit]:
    verb = _SPEAKS.search(case.text)
    if not verb:
        return
    people = [n for n in case.names if n[2] == "person"]
    she = _SHE.search(case.text)
    if people:
        start, end, _ = min(people, key=lambda n: min(abs(n[0] - verb.end()), abs(verb.start() - n[1])))
    elif she:
        start, end = she.start(), she.start() + len(she.group().rstrip())
    if people or she:
        for way, new in _other_value(case, case.text[start:end], "person"):
            yield way, _replaced(case.text, start, end, new)
    unmarked = _MARKS.sub("", case.text)
    if unmarked != case.text and verb:
        yield "turned", unmarked
    unframed = re.sub(r", ((?:[\w’'-]+ ){0,3}(?:said|says)(?: [\w’'-]+){0,3}), ", r" \1 ", case.text)
    yield "turned", unframed
    attributed = _ATTRIBUTED.search(case.text)
    if attributed:
        rest = case.text[: attributed.start()] + case.text[attributed.end() :]
        yield "turned", rest[:1].upper() + rest[1:].rstrip(",") + ("" if rest.endswith(".") else ".")


def _cause(case: Case) -> Iterator[Edit]:
    yield from _first_of(case, _CAUSES, "turned")
    if case.neighbours and case.text.endswith("."):
        reason = case.chance.choice(case.neighbours)
        yield "swapped", f"{case.text[:-1]} because {reason[:1].lower()}{reason[1:]}"


def _order(case: Case) -> Iterator[Edit]:
    yield from _first_of(case, _TIMES, "turned")
    yield from _spliced(case)
    spans = [(a, b) for a, b, _ in case.names]
    figures = [m.span() for m in _PATTERNS["figure"].finditer(case.text)]
    for row in (spans, figures):
        pairs = [
            (a, b)
            for i, a in enumerate(row)
            for b in row[i + 1 :]
            if not _words(case.text[slice(*a)]) & _words(case.text[slice(*b)])
        ]
        if pairs:
            (a, b), (c, d) = case.chance.choice(pairs)
            text = case.text
            yield "turned", text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def _spliced(case: Case) -> Iterator[Edit]:
    """The beginning of the sentence with the end of the next one."""
    if "," in case.text and case.next and "," in case.next:
        yield "turned", case.text.rpartition(",")[0] + "," + case.next.rpartition(",")[2]


_DOES = (
    r"(?:told|met|beat|praised|bought|warned|joined|led|followed|asked|thanked|replaced|owns|owned|runs|ran|built|opened|closed|"
    r"won|lost|cut|raised|rejected|approved|blamed|sued|paid|gave|called|sold|left|reached|passed|hit|struck|said|carried)"
)
_SWAPPED = re.compile(
    rf"^(?P<who>[A-Z][\w’' -]{{2,40}}?) (?P<does>{_DOES}) (?P<whom>[\w’' -]{{3,50}}?)"
    r"(?=[,.;]| (?:on|in|at|for|to|after|before|with|by|from|that|and)\b)"
)


def _roles(case: Case) -> Iterator[Edit]:
    """Who did it and to whom, each in the other's place."""
    if found := _SWAPPED.search(case.text):
        whom, who = found["whom"], found["who"]
        yield (
            "turned",
            f"{whom[:1].upper()}{whom[1:]} {found['does']} {who[:1].lower()}{who[1:]}{case.text[found.end() :]}",
        )


PLANTINGS: dict[str, Callable[[Case], Iterator[Edit]]] = {
    "name": _name,
    "title": _values("title"),
    "figure": _values("figure"),
    "unit": _values("unit"),
    "date": _date,
    "negation": _negation,
    "modality": _modality,
    "speaker": _speaker,
    "cause": _cause,
    "order": _order,
    "roles": _roles,
}
