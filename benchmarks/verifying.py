"""How many planted errors the verifier finds, by kind, and how many true sentences it refuses.

The true sentences are those that the extractive writer takes from the sample articles, as it cites them: whole, trimmed
and with names in place of pronouns. Prints JSON lines; exits 1 where a figure falls short of its target.

    python -m benchmarks.verifying [--close] [--show N]

With --close the sentences are judged as those are that a language model joined or reordered.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

from benchmarks import antecedents, planted_in_proofs
from benchmarks.planting import KINDS, WAYS, Planted, plant
from newsclip.demo.sample_publishers.archive import load
from newsclip.evidence import verifier
from newsclip.evidence.document import Document, Sentence, SourceArticle
from newsclip.evidence.edits import CLOSE
from newsclip.evidence.serialization import clip_id
from newsclip.evidence.verifier import judge_moment, judge_quote, judge_sentence, verify_document
from newsclip.evidence.visitor import quotations, sentences
from newsclip.kernel.reasons import Refused, message
from newsclip.kernel.spans import Span
from newsclip.language.names import find_names
from newsclip.wiring import embedder, parser, writer
from newsclip.writing.candidates import passage, read
from newsclip.writing.extractive.material import ToldSoFar, lay_out
from newsclip.writing.extractive.timeline import moments
from newsclip.writing.ports import Assigned

TARGETS = {"invented": 0.99, "swapped": 0.99, "turned": 0.99}
MOST_REFUSED, FEWEST, LEAST_CAUGHT = 0.01, 1000, 0.99
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@cache
def articles() -> tuple[SourceArticle, ...]:
    """The sample press's articles, each text once."""
    found = [
        SourceArticle(
            id=article.slug, revision=1, title=article.title, text="\n\n".join(article.body), url="",
            publisher=article.publisher, published=article.published, report=article.copy_of or article.slug,
            section=article.section, language="en",
        )
        for article in load(NOW).articles
        if not article.copy_of
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda article: (article.published, article.id)))


def lines() -> list[tuple[Sentence, SourceArticle]]:
    """Every sentence that the writer may publish, as it follows others and as it stands alone."""
    found: dict[tuple[str, str], tuple[Sentence, SourceArticle]] = {}
    for article in articles():
        for line in read([article], "en", verifier)[0].lines:
            for sentence in (line.told, line.alone):
                if sentence:
                    found.setdefault((article.id, sentence.text), (sentence, article))
    return list(found.values())


def clips() -> Iterator[tuple[Document, Sequence[SourceArticle]]]:
    """A clip of every event of the sample press, and of every article by itself."""
    events: dict[str, list[SourceArticle]] = {}
    known = {article.id: article for article in articles()}
    for article in load(NOW).articles:
        if article.slug in known:
            events.setdefault(article.event, []).append(known[article.slug])
    write = writer()
    for story, given in [*events.items(), *((article.id, [article]) for article in articles())]:
        try:
            ordered = tuple(sorted(given, key=lambda a: (a.published, a.id)))
            yield write(Assigned(clip_id(story), story, "", 1, ordered)), ordered
        except Refused:
            continue


def planted(every: int = 1) -> list[Planted]:
    """The planted errors, one in `every` of them."""
    return list(plant(lines(), articles()))[::every]


def caught(one: Planted, *, close: bool = False) -> bool:
    """`close`: judged as a sentence that may have been joined or reordered."""
    said = replace(one.sentence, text=one.text, edits=(*one.sentence.edits, *((CLOSE,) if close else ())))
    return not judge_sentence(said, {(one.article.id, 1): one.article}).supported


def misgiven() -> Iterator[tuple[str, bool]]:
    """For each quotation of the clips each other person of its article as its speaker, and for each dated line the day
    after: what it is, and whether it is refused.
    """
    for document, given in clips():
        known = {(article.id, article.revision): article for article in given}
        for quote in quotations(document):
            article = known[quote.evidence[0].article, quote.evidence[0].revision]
            right = set((quote.speaker or "").split())
            for name in dict.fromkeys(n.text for n in find_names(article.text) if n.kind == "person" and " " in n.text):
                if not right & set(name.split()):
                    at = article.text.find(name)
                    there = passage(article, Span(at, at + len(name)))
                    wrong = replace(quote, speaker=name, role=None, evidence=(*quote.evidence, there))
                    yield "speaker of a quotation", not judge_quote(wrong, known).supported
        material = lay_out(Assigned("c1", "1", "", 1, tuple(given)), document.language, embedder(), verifier)
        for moment in moments(material, ToldSoFar()):  # whatever the text tells
            first = date.fromisoformat(moment.when[:10])
            later = replace(moment, when=(first + timedelta(days=1)).isoformat())
            yield "day of the timeline", not judge_moment(later, known).supported


def judged_true() -> tuple[int, list[str]]:
    """How many true sentences and quotations were judged, and those refused, with the reason."""
    refused: list[str] = []
    count = 0
    for sentence, article in lines():
        verdict = judge_sentence(sentence, {(article.id, 1): article})
        count += 1
        refused.extend([] if verdict.supported else [f"{verdict.text} [{verdict.reason and message(verdict.reason)}]"])
    placed = list(antecedents.honest(articles()))
    count += len(placed)
    refused.extend(["behind its own sentence"] * placed.count(False))
    for document, given in clips():
        verdicts = verify_document(document, given, parser())
        count += len(sentences(document)) + len(quotations(document))
        refused.extend(f"{v.text} [{v.reason and message(v.reason)}]" for v in verdicts if not v.supported)
    return count, refused


def _by_kind(found: Iterable[tuple[str, bool]]) -> dict[str, list[bool]]:
    kinds: dict[str, list[bool]] = {}
    for kind, refused in found:
        kinds.setdefault(kind, []).append(refused)
    return kinds


def _proofs() -> bool:
    """Print which errors a proof bears, by kind; whether it bears few of all."""
    found = planted_in_proofs.caught_by_kind(planted(planted_in_proofs.EVERY), parser())
    for kind, (count, caught) in found.items():
        print(json.dumps({"kind": f"proof, {kind}", "edits": count, "caught": round(caught / count, 4)}))
    count, caught = (sum(column) for column in zip(*found.values(), strict=True))
    share = round(caught / count, 4)
    told = {"edits": count, "caught": share, "target": LEAST_CAUGHT, "met": share >= LEAST_CAUGHT}
    print(json.dumps({"kind": "proof, all", **told}), flush=True)
    return share >= LEAST_CAUGHT


def run(show: int, *, close: bool) -> bool:
    """Print the figures by kind and by way; whether all targets are met."""
    total: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    missed: list[Planted] = []
    for one in planted():
        right = caught(one, close=close)
        missed.extend([] if right else [one])
        for key in ((one.kind, one.way), ("all", one.way)):
            total[key] += 1
            found[key] += right
    fine = sum(total["all", way] for way in WAYS) >= FEWEST
    for kind in (*KINDS, "all"):
        ways = {way: round(found[kind, way] / total[kind, way], 4) for way in WAYS if total[kind, way]}
        met = all(share >= TARGETS[way] for way, share in ways.items())
        fine = fine and met
        edits = sum(total[kind, way] for way in WAYS)
        print(json.dumps({"kind": kind, "edits": edits, **ways, "targets": TARGETS, "met": met}), flush=True)
    for kind, refusals in _by_kind([*misgiven(), *antecedents.planted(articles())]).items():
        met = sum(refusals) >= LEAST_CAUGHT * len(refusals)
        fine = fine and met
        told = {"caught": round(sum(refusals) / len(refusals), 4), "target": LEAST_CAUGHT, "met": met}
        print(json.dumps({"kind": kind, "edits": len(refusals), **told}), flush=True)
    fine = _proofs() and fine
    count, refused = judged_true()
    share = round(len(refused) / count, 4)
    print(json.dumps({"kind": "untouched", "judged": count, "refused": share, "target": MOST_REFUSED}))
    for one in missed[:show]:
        print(f"MISSED {one.kind} {one.way}: {one.text}\n    from {one.sentence.text}", file=sys.stderr)
    for words in refused[:show]:
        print(f"REFUSED {words}", file=sys.stderr)
    return fine and share <= MOST_REFUSED


if __name__ == "__main__":
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("--show", type=int, default=0, help="print so many missed errors and refused sentences")
    asking.add_argument("--close", action="store_true", help="judge as what a language model joined or reordered")
    asked = asking.parse_args()
    sys.exit(0 if run(asked.show, close=asked.close) else 1)
