"""Plants errors of many kinds in true sentences, one at a time, each in up to three ways.

`invented`: the value stands nowhere in the article; `swapped`: it stands elsewhere in the same article; `turned`: no
value is changed, but what is said is (a "not", a hedge, a cause, an attribution, the order). The article's own names,
figures, units and dates are found in it, so that any article may be planted in; what is invented comes from the others.
Every fourth sentence cites the passage of the next one as well: the swapped value may then stand in what is cited.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from benchmarks.deleting import DELETED, deletions
from benchmarks.planting.kinds import PLANTINGS
from benchmarks.planting.values import Case, Values, values_of, values_of_cited
from newsclip.evidence.document import Sentence, SourceArticle
from newsclip.evidence.edits import Edit
from newsclip.kernel.spans import Span
from newsclip.language.names import find_names
from newsclip.writing.candidates import passage

KINDS = (
    "name", "title", "figure", "unit", "date", "negation", "modality", "speaker", "cause", "order",
    *DELETED, "roles", "merge", "generalisation", "antecedent",
)  # fmt: skip
WAYS = ("invented", "swapped", "turned")
CITES_MORE = 4


@dataclass(frozen=True, slots=True)
class Planted:
    """One true sentence with one error in it."""

    sentence: Sentence
    text: str
    article: SourceArticle
    kind: str
    way: str


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
        edits = (*sentence.edits, str(Edit(opening.group(), name)))
        put_in = replace(sentence, evidence=(*sentence.evidence, there), edits=edits)
        yield Planted(put_in, name + sentence.text[opening.end() :], article, "antecedent", "swapped")
