"""The errors of each kind: the sentence with one error, and how it is wrong."""

import re
from collections.abc import Callable, Iterator

from benchmarks.planting.values import PATTERNS, Case, Edit, other_value, replaced, words_of

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
_GENERAL = {
    "one of the": "the", "some": "all", "many": "all", "most": "all", "several": "all", "often": "always",
    "sometimes": "always", "usually": "always", "partly": "wholly", "a": "every", "an": "every",
}  # fmt: skip
_TIMES = {"after": "before", "before": "after", "until": "since", "since": "until"}


def _values(kind: str) -> Callable[[Case], Iterator[Edit]]:
    def planting(case: Case) -> Iterator[Edit]:
        found = list(PATTERNS[kind].finditer(case.text))
        if found:
            at = case.chance.choice(found)
            for way, new in other_value(case, at.group(), kind):
                yield way, replaced(case.text, *at.span(), new)

    return planting


def _name(case: Case) -> Iterator[Edit]:
    if case.names:
        start, end, kind = case.chance.choice(case.names)
        for way, new in other_value(case, case.text[start:end], kind):
            yield way, replaced(case.text, start, end, new)


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
            yield "turned", replaced(text, *found.span(), new)
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
            yield way, replaced(case.text, *found.span(), new)
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
        for way, new in other_value(case, case.text[start:end], "person"):
            yield way, replaced(case.text, start, end, new)
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
    spans = [(a, b) for a, b, _ in case.names]
    figures = [m.span() for m in PATTERNS["figure"].finditer(case.text)]
    for row in (spans, figures):
        pairs = [
            (a, b)
            for i, a in enumerate(row)
            for b in row[i + 1 :]
            if not words_of(case.text[slice(*a)]) & words_of(case.text[slice(*b)])
        ]
        if pairs:
            (a, b), (c, d) = case.chance.choice(pairs)
            text = case.text
            yield "turned", text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


_DOES = (
    r"(?:told|met|beat|praised|bought|warned|joined|led|followed|asked|thanked|replaced|owns|owned|runs|ran|built|opened|closed|"
    r"won|lost|cut|raised|rejected|approved|blamed|sued|paid|gave|called|sold|left|reached|passed|hit|struck|said|carried)"
)
_SWAPPED = re.compile(
    rf"^(?P<who>[A-Z][\w’' -]{{2,40}}?) (?P<does>{_DOES}) (?P<whom>[\w’' -]{{3,50}}?)"
    r"(?=[,.;]| (?:on|in|at|for|to|after|before|with|by|from|that|and)\b)"
)


def _merge(case: Case) -> Iterator[Edit]:
    """The beginning of the sentence with the end of the next one; who did this, with what another did."""
    if "," in case.text and case.next and "," in case.next:
        yield "turned", case.text.rpartition(",")[0] + "," + case.next.rpartition(",")[2]
    ours, theirs = _SWAPPED.search(case.text), _SWAPPED.search(case.next)
    if ours and theirs and ours["who"] != theirs["who"]:
        yield "turned", ours["who"] + case.next[theirs.end("who") :]


def _generalisation(case: Case) -> Iterator[Edit]:
    yield from _first_of(case, _GENERAL, "turned")


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
    "merge": _merge,
    "generalisation": _generalisation,
}
