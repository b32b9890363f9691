"""What becomes of an editor's clips as the answers of a language model: how many of their sentences stand as said.

    python -m benchmarks.model_clips [--limit N] [--show N] [--mode MODE …]

A scripted model answers with the clips of the set `editor-clips`: their plan, then their sentences. Modes: `exact` and
`edited`, the bases that need no judge; `judged` with a judge who knows the key; `obliging`, where the model says the
subtly wrong versions of the set `rewrites-editor` and the judge says yes to everything. Prints a JSON line a mode and
half of the stories (even or odd MD5 of the id), and exits 1 where a target is missed.
"""

import argparse
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newsclip import wiring
from newsclip.evidence import verifier
from newsclip.evidence.document import Document, SourceArticle, WriterMark
from newsclip.evidence.serialization import clip_id
from newsclip.evidence.verifier import verify_document
from newsclip.evidence.verifier.gate import supported_only
from newsclip.evidence.verifier.text_check.near_passages import stems_of
from newsclip.evidence.visitor import sentences
from newsclip.kernel import canonical
from newsclip.kernel.reasons import Refused
from newsclip.writing.llm import VERSION
from newsclip.writing.llm.drafting import draft
from newsclip.writing.llm.story import Means, Story, story_of
from newsclip.writing.ports import Answered, Assigned, Drafted, Question

SHARED = Path(os.environ.get("NEWSCLIP_SHARED", Path(__file__).parents[2] / "shared"))
MODES = ("exact", "edited", "judged", "obliging")
SIZE = 9000  # characters of passages a question: the default
STANDS = {"edited": 0.40, "judged": 0.92}  # least share of the editor's sentences
WRONG = 0.35  # most of the wrong versions that a judge who says yes to everything lets pass
NO_ANSWER = "{}"
MOST_PASSAGES = 3  # of a sentence

type Row = Mapping[str, Any]


def rows(name: str) -> list[Row]:
    path = SHARED / "data" / name
    if not path.is_dir():
        sys.exit(f"NO SET {name} at {path}: nothing was measured")
    return [json.loads(line) for line in next(path.glob("*.jsonl")).read_text(encoding="utf-8").splitlines()]


def assigned_of(row: Row) -> Assigned:
    def article(place: int, one: Row) -> SourceArticle:
        published = datetime.fromisoformat(one["published"]).replace(tzinfo=UTC) if one["published"] else None
        publisher, url = one["publisher"] or f"Paper {place}", one["url"] or f"https://paper{place}.example/1"
        return SourceArticle(one["id"], 1, one["title"] or "", one["text"], url, publisher, published, one["id"])

    told = sorted((article(k, one) for k, one in enumerate(row["articles"], 1)), key=lambda a: str(a.published))
    return Assigned(clip_id(row["id"]), row["id"], "", 1, tuple(told))


@dataclass
class Editor:
    """A model that answers with an editor's clip. `instead`: by id, what it says for a sentence of it."""

    row: Row
    story: Story
    instead: Mapping[str, str]
    yes: frozenset[str]
    asked: Counter[str] = field(default_factory=Counter)
    characters: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        clip = self.row["clip"]
        parts = [list(clip["summary"]), *([*s["sentences"], *s["bullets"]] for s in clip["sections"])]
        groups = one_each([self.clusters(part) for part in parts])
        self.told = [(place, group) for place, group in enumerate(groups) if group]
        self.headline = clip["headline"]
        self.offered = [self.headline]
        for place, _ in self.told:
            section = clip["sections"][place - 1] if place else None
            self.offered += [section["heading"]] if section and section["heading"] else []
            self.offered += parts[place]

    def clusters(self, said: Iterable[Row]) -> list[int]:
        numbers = [number for one in said for number in self.passages(one)]
        found = [c.number for n in numbers for c in self.story.clusters.values() if n in c.passages]
        return list(dict.fromkeys(found))

    def passages(self, said: Row) -> list[int]:
        """The numbers of three passages that have words of its evidence: of more, those that have most of its words."""
        found = [
            number
            for one in said["evidence"]
            for number, offered in self.story.passages.items()
            if offered.reading.article.id == one["article"]
            and offered.line.span.start < one["end"]
            and one["start"] < offered.line.span.end
        ]
        return self.nearest(said["text"], list(dict.fromkeys(found)))

    def nearest(self, text: str, numbers: list[int]) -> list[int]:
        """As many of these passages as an answer may name, each the one that adds most words of the text."""
        held = {number: stems_of(self.story.passages[number].line.told.text, "en") for number in numbers}
        left, found = stems_of(text, "en"), list[int]()
        while held and len(found) < MOST_PASSAGES:
            found.append(max(held, key=lambda number: len(left & held[number])))
            left -= held.pop(found[-1])
        return found

    def said(self, one: Row) -> Row:
        return {"text": self.instead.get(one["id"], one["text"]), "passages": self.passages(one)}

    def __call__(self, question: Question) -> str:
        self.asked[question.name] += 1
        if question.name == "plan":
            return json.dumps(self.plan())
        if question.name == "section":
            return json.dumps(self.section(self.told[self.asked["section"] - 1][0]))
        if question.name == "judge":
            return json.dumps({"differs": None, "supported": "yes" if self.rules(question) else "no"})
        return NO_ANSWER

    def rules(self, question: Question) -> bool:
        sentence = json.loads(question.messages[-1].content)["sentence"]
        return not self.yes or sentence.rstrip(".") in self.yes

    def plan(self) -> Row:
        sections = [
            {"heading": self.said(heading) if (heading := self.row["clip"]["sections"][place - 1]["heading"]) else None,
             "type": "", "clusters": group}
            for place, group in self.told if place
        ]  # fmt: skip
        summary = [group for place, group in self.told if not place]
        return {"headline": self.said(self.headline), "summary": summary[0] if summary else [], "sections": sections}

    def section(self, place: int) -> Row:
        clip = self.row["clip"]
        part = clip["sections"][place - 1] if place else {"sentences": clip["summary"], "bullets": []}
        return {
            "sentences": [self.said(one) for one in part["sentences"]],
            "facts": [self.said(one) for one in part["bullets"]],
            "quotations": [],
        }


def one_each(groups: Sequence[Sequence[int]]) -> list[list[int]]:
    """The groups with each number in one of them, and in each group one as far as that can be."""
    owner: dict[int, int] = {}

    def place(group: int, seen: set[int]) -> bool:
        for number in groups[group]:
            if number not in seen:
                seen.add(number)
                if number not in owner or place(owner[number], seen):
                    owner[number] = group
                    return True
        return False

    for group in range(len(groups)):
        place(group, set())
    for group, numbers in enumerate(groups):
        for number in numbers:
            owner.setdefault(number, group)
    return [[number for number in numbers if owner[number] == group] for group, numbers in enumerate(groups)]


def written(assigned: Assigned, base: Document, editor: Editor, mark: WriterMark, means: Means) -> Drafted:
    answers: list[Answered] = []
    while True:
        drafted = draft(assigned, base, mark, answers, means=means)
        if drafted.question is None:
            return drafted
        text = editor(drafted.question)
        editor.characters["in"] += sum(len(message.content) for message in drafted.question.messages)
        editor.characters["out"] += len(text)
        answers.append(Answered(text, cut=False, digest=canonical.digest([len(answers), text])))


@dataclass
class Score:
    """`stands`: of the `offered` sentences those that are published word for word; `wrong`: of the wrong versions."""

    clips: int = 0
    of_model: int = 0
    offered: int = 0
    stands: int = 0
    wrong: int = 0
    wrong_offered: int = 0
    unsupported: int = 0
    questions: Counter[str] = field(default_factory=Counter)
    characters: Counter[str] = field(default_factory=Counter)
    figures: Counter[str] = field(default_factory=Counter)
    bases: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, editor: Editor, drafted: Drafted, document: Document | None, assigned: Assigned) -> None:
        self.clips += 1
        self.questions.update(editor.asked)
        self.characters.update(editor.characters)
        self.figures.update(
            {name: getattr(drafted.figures, name) for name in ("said", "refused", "repaired", "replaced")}
        )
        self.bases.update(drafted.figures.bases)
        self.kinds.update(drafted.figures.kinds)
        told = {one.text.rstrip(".") for one in sentences(document)} if document else set()
        self.of_model += document is not None
        for one in editor.offered:
            text = " ".join(editor.instead.get(one["id"], one["text"]).split()).rstrip(".")
            self.offered += 1
            self.stands += text in told
            if one["id"] in editor.instead:
                self.wrong_offered += 1
                self.wrong += text in told
        if document:
            self.reasons.update(refused.reason.code for refused in document.receipt.refused)
            verdicts = verify_document(document, assigned.articles, wiring.parser())
            self.unsupported += sum(not verdict.supported for verdict in verdicts)
        else:
            self.reasons[(drafted.refused or ("not_supported",))[0]] += 1

    def row(self) -> Iterator[tuple[str, object]]:
        yield "clips", f"{self.of_model} of {self.clips}"
        yield "stands", f"{self.stands} of {self.offered}"
        yield "share", round(self.stands / max(1, self.offered), 4)
        if self.wrong_offered:
            yield "wrong", f"{self.wrong} of {self.wrong_offered}"
        yield "unsupported", self.unsupported
        for name in ("questions", "characters", "figures", "bases", "kinds"):
            yield name, dict(getattr(self, name).most_common())
        yield "reasons", dict(self.reasons.most_common(12))


def measured(
    mode: str, given: Sequence[Row], instead: Mapping[str, str], yes: frozenset[str], show: int
) -> list[Score]:
    means, extractive = Means(verifier, wiring.embedder(), wiring.parser()), wiring.extractive_writer()
    basis = mode if mode in ("exact", "edited") else "judged"
    mark = WriterMark("llm", VERSION, {"model": "editor", "passages": SIZE, "basis": basis})
    halves = [Score(), Score()]
    for row in given:
        assigned = assigned_of(row)
        base = extractive(assigned)
        editor = Editor(row, story_of(assigned, base.language, means), instead, yes)
        drafted = written(assigned, base, editor, mark, means)
        document = None
        if drafted.document:
            try:
                document = supported_only(drafted.document, assigned.articles, means.parser)
            except Refused as refused:
                print(json.dumps({"story": row["id"], "gate": refused.code, "detail": refused.detail}))
        halves[int(hashlib.md5(row["id"].encode()).hexdigest(), 16) % 2].add(editor, drafted, document, assigned)
        if show and document:
            show -= 1
            shown(editor, document)
    return halves


def shown(editor: Editor, document: Document) -> None:
    told = {one.text.rstrip(".") for one in sentences(document)}
    for one in editor.offered:
        text = editor.instead.get(one["id"], one["text"])
        print("  " + ("+ " if text.rstrip(".") in told else "- ") + text)
    for refused in document.receipt.refused:
        print("    ", refused.reason.code, refused.reason.params, refused.sentence)
    for one in sentences(document):
        print("    >", one.basis, one.text)


def main() -> None:
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("--limit", type=int, help="stories")
    asking.add_argument("--show", type=int, default=0, help="stories whose sentences are printed")
    asking.add_argument("--mode", nargs="+", choices=MODES, default=MODES)
    asked = asking.parse_args()
    given = rows("editor-clips")[: asked.limit]
    versions = rows("rewrites-editor")
    wrong = {row["gold"]["of"]: row["sentence"]["text"] for row in versions if not row["gold"]["supported"]}
    yes = frozenset(row["sentence"]["text"].rstrip(".") for row in versions if row["gold"]["supported"])
    missed = False
    for mode in asked.mode:
        obliging = mode == "obliging"
        halves = measured(mode, given, wrong if obliging else {}, frozenset() if obliging else yes, asked.show)
        for half, score in zip(("even", "odd"), halves, strict=True):
            print(json.dumps({"mode": mode, "half": half, **dict(score.row())}))
        share = sum(s.stands for s in halves) / max(1, sum(s.offered for s in halves))
        passed = sum(s.wrong for s in halves) / max(1, sum(s.wrong_offered for s in halves))
        published = sum(s.of_model for s in halves)
        missed |= published < len(given) or (mode in STANDS and share < STANDS[mode])
        missed |= (obliging and passed > WRONG) or any(s.unsupported for s in halves)
    sys.exit(missed)


if __name__ == "__main__":
    main()
