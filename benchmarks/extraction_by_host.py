"""What each rule of extraction gives on sites that it was not made for: F1 with the rule against F1 without it.

    python -m benchmarks.extraction_by_host [RULE…] [--values] [--names | --patterns] [--folds N]

The pages of all sets with a text are parted by registrable domain into folds. Of each rule, every fold is left out
once: the other folds choose between the rule as it is and the rule switched off (`--values`: and other values), and
`left_out` is what their choice gives on the fold that did not choose, against the rule switched off. Prints JSON lines.
`gain` is F1 over all pages with the rule less F1 without it, `folds` and `sets` the same by fold and by set, `better`
and `worse` count sites, `others` are the gains of other values over the present one. `verdict`: "keep" if the rule
gains in two folds or more, and in none loses more than in the best one; "rare" if it gains in one and loses in none;
"drop" if it gains in none; else "doubtful". `--names`: each name of elements, instead of each rule; `--patterns`: each
pattern of the words of pages (`newsclip/language/pages`) that lines of the text are held against.
"""

import argparse
import gzip
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import inf
from typing import Any

from benchmarks.extraction import SHARED, agreement, mean
from newsclip.articles.rules import extract_text
from newsclip.articles.rules.boilerplate_lines import is_byline, is_credit, is_junk
from newsclip.articles.rules.element_names import NameWords
from newsclip.articles.rules.page_patterns import page_patterns
from newsclip.articles.rules.text_rules import RULES, TextRules
from newsclip.kernel.addresses import domain_of

SETS = ("pages-aeb", "pages-news80", "pages-news258", "pages-wcxb-dev")
_NAMED = re.compile(rb"""(?:class|id)\s{0,9}=\s{0,9}["']?([^"'>]{1,2000})""", re.IGNORECASE)
_HUMP, _APART = re.compile(r"(?<=[a-z])(?=[A-Z])"), re.compile(r"[\s_-]+")
NEVER = re.compile("(?!)")
# Those that no rule of the text asks for are of metadata and of kinds of pages.
PATTERNS = (
    "pleas", "furniture", "tails", "byline", "credit_start", "credit_end", "credit_in_brackets", "about", "profiles",
    "bodies", "live",
)  # fmt: skip
NOTHING = 0.00002  # of F1: less is none
type Variants = Mapping[str, tuple[Any, ...]]
OFF: Variants = {  # the first value switches the rule off, the others are tried beside it
    "slug_words": (10**6,),
    "unnamed_most": (inf, 0.35, 0.55),
    "firm_most": (inf, 0.8),
    "firm_likely_most": (inf, 0.5),
    "second_look": (-1.0, 0.2, 0.4),
    "sentence": (10**6, 60, 100),
    "short_sentence": (10**6, 15, 40),
    "marked_body": (inf, 0.15, 0.5),
    "clutter": (0.0, 0.3, 0.9),
    "label_clutter": (0.0, 0.15, 0.6),
    "named_body": (0.0, 0.3),
    "deeper": (0.0, 1.0),
    "one_article": (inf, 0.4, 0.6),
    "several_articles": (inf, 0.5, 0.8),
    "tail": (inf, 0.7, 0.9),
    "tail_chars": (-1, 800, 2_500),
    "teaser": (-1, 250, 500),
    "teasers": (-1.0, 0.25, 0.5),
    "away_titles": (0.0,),
    "link_list": (inf, 0.5, 0.6, 0.8),
    "away_list": (1.0, 0.3, 0.7),
    "link_box": (inf, 0.3, 0.7),
    "mostly_link": (inf, 0.6, 0.7, 0.9),
    "short_link": (0, 100, 250),
    "repeated_title": (0, 200),
    "tail_from": (1.0, 0.85, 0.95),
    "last_label": (0, 40, 80),
    "first_label": (0, 40, 80),
    "linked_text": (0, 1_500),
    "other_reader": (-1.0, 0.3),
    "profiles": (0, 1, 3),
}


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page, the text that people marked in it, and the site, fold and set that it is of."""

    raw: bytes
    url: str
    gold: str
    site: str
    fold: int
    of: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """The text, precision and recall of every page, in the order of the pages."""

    texts: Sequence[str]
    scores: Sequence[tuple[float, float]]

    def f1(self, of: Sequence[int]) -> float:
        """Of these pages, as the comparison with other extractors counts it."""
        precision, recall = (mean([self.scores[n][part] for n in of]) for part in (0, 1))
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def saved_pages(folds: int) -> list[SavedPage]:
    """The pages of all sets that have a text."""
    found = []
    for name in SETS:
        for line in (SHARED / name / "rows.jsonl").read_text(encoding="utf-8").strip().split("\n"):
            row = json.loads(line)
            if row["gold"].get("text"):
                raw, url = gzip.decompress((SHARED / name / row["path"]).read_bytes()), row.get("url") or ""
                site = domain_of(url) if url else row["id"]
                found.append(SavedPage(raw, url, row["gold"]["text"], site, fold_of(site, folds), name))
    return found


def fold_of(site: str, folds: int) -> int:
    """All pages of a site are in one fold, and stay there when other sites come."""
    return int.from_bytes(hashlib.sha256(site.encode()).digest()[:8]) % folds


def read_all(
    pages: Sequence[SavedPage], rules: TextRules, before: Read | None = None, touched: Collection[int] | None = None
) -> Read:
    """Every page by these rules; those that they do not touch, by their place, as `before`."""
    texts, scores = [], []
    for place, page in enumerate(pages):
        known = before.texts[place] if before else None
        if known is None or touched is None or place in touched:
            text = extract_text(page.raw, page.url, rules=rules)
        else:
            text = known
        texts.append(text)
        scores.append(before.scores[place] if before and text == known else agreement(page.gold, text))
    return Read(texts, scores)


def judged(pages: Sequence[SavedPage], now: Read, off: Read, others: Mapping[str, Read]) -> dict[str, Any]:
    """What a rule gives: `now` with it, `off` without it, `others` by other values."""
    parts = by_fold(pages)
    every = range(len(pages))
    folds = [now.f1(part) - off.f1(part) for part in parts]
    better, worse = sites(pages, now, off)
    return {
        "gain": round(now.f1(every) - off.f1(every), 5),
        "folds": [round(fold, 5) for fold in folds],
        "sets": {name: round(now.f1(part) - off.f1(part), 5) for name, part in by_set(pages).items()},
        "left_out": round(mean([left_out(parts, n, [now, off, *others.values()], off) for n in range(len(parts))]), 5),
        "better": better,
        "worse": worse,
        "others": {value: round(read.f1(every) - now.f1(every), 5) for value, read in others.items()},
        "verdict": verdict(folds),
    }


def by_fold(pages: Sequence[SavedPage]) -> list[list[int]]:
    """The pages of each fold, by their place."""
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        parts[page.fold].append(number)
    return [parts[fold] for fold in sorted(parts)]


def by_set(pages: Sequence[SavedPage]) -> dict[str, list[int]]:
    """The pages of each set, by their place."""
    return {
        name: [number for number, page in enumerate(pages) if page.of == name]
        for name in dict.fromkeys(page.of for page in pages)
    }


def left_out(parts: Sequence[Sequence[int]], number: int, choices: Sequence[Read], off: Read) -> float:
    """What the choice of all other folds gives on this one, against the rule switched off."""
    others = [n for place, part in enumerate(parts) if place != number for n in part]
    chosen = max(choices, key=lambda read: read.f1(others))
    return chosen.f1(parts[number]) - off.f1(parts[number])


def sites(pages: Sequence[SavedPage], now: Read, off: Read) -> tuple[int, int]:
    """How many sites the rule makes better and worse."""
    changes: defaultdict[str, float] = defaultdict(float)
    for number, page in enumerate(pages):
        changes[page.site] += now.f1([number]) - off.f1([number])
    return sum(change > NOTHING for change in changes.values()), sum(change < -NOTHING for change in changes.values())


def verdict(folds: Sequence[float]) -> str:
    """What the gains of the folds say."""
    gains, losses = sum(fold > NOTHING for fold in folds), sum(fold < -NOTHING for fold in folds)
    if not gains:
        return "drop"
    if gains == 1:
        return "doubtful" if losses else "rare"
    return "keep" if sum(folds) > 0 and -min(folds) <= max(folds) else "doubtful"


def rules_of(wanted: Sequence[str]) -> Iterator[tuple[str, TextRules, dict[str, TextRules]]]:
    """Each rule's name, the rules without it, and with its other values."""
    for name, (off, *values) in OFF.items():
        if not wanted or name in wanted:
            yield name, replace(RULES, **{name: off}), {str(value): replace(RULES, **{name: value}) for value in values}
    for foreign in (is_credit, is_junk, is_byline):
        if not wanted or foreign.__name__ in wanted:
            yield foreign.__name__, replace(RULES, foreign=tuple(one for one in RULES.foreign if one != foreign)), {}
    for field in ("skipped_roles", "skipped_properties", "links_are_content"):
        for value in sorted(getattr(RULES, field)):
            if not wanted or field in wanted:
                yield f"{field}: {value}", replace(RULES, **{field: getattr(RULES, field) - {value}}), {}


def names_of(wanted: Sequence[str]) -> Iterator[tuple[str, TextRules, str]]:
    """Each name of elements beside the body, the rules without it, and what a page must hold for it to count."""
    for field in ("beside", "in_paragraph", "never_body"):
        known: NameWords = getattr(RULES.names, field)
        for word in known.words:
            if not wanted or word in wanted:
                left = NameWords(" ".join(one for one in known.words if one != word))
                names = replace(RULES.names, **{field: left})
                yield f"{field}: {word}", replace(RULES, names=names), word.rstrip("*").partition("+")[0]


def names_in(page: SavedPage) -> frozenset[str]:
    """The words of all classes and ids of this page."""
    told = " ".join(one.decode("utf-8", "replace") for one in _NAMED.findall(page.raw))
    return frozenset(_APART.split(_HUMP.sub("-", told).lower()))


@contextmanager
def without_pattern(name: str) -> Iterator[None]:
    """This pattern of pages finds nothing meanwhile."""
    known = page_patterns()
    pattern = getattr(known, name)
    object.__setattr__(known, name, NEVER)
    try:
        yield
    finally:
        object.__setattr__(known, name, pattern)


def tell(name: str, found: Mapping[str, Any]) -> None:
    print(json.dumps({"rule": name, **found}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rules", nargs="*")
    parser.add_argument("--values", action="store_true")
    parser.add_argument("--names", action="store_true")
    parser.add_argument("--patterns", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    asked = parser.parse_args()
    pages = saved_pages(asked.folds)
    now = read_all(pages, RULES)
    parts = by_fold(pages)
    counts = {"pages": len(pages), "sites": len({page.site for page in pages}), "folds": [len(part) for part in parts]}
    print(json.dumps(counts | {"f1": [round(now.f1(part), 4) for part in parts]}), flush=True)
    if asked.names:
        held = [names_in(page) for page in pages]
        for name, without, part in names_of(asked.rules):
            touched = {place for place, words in enumerate(held) if any(one.startswith(part) for one in words)}
            tell(name, judged(pages, now, read_all(pages, without, now, touched), {}))
        return
    if asked.patterns:
        for name in [one for one in PATTERNS if not asked.rules or one in asked.rules]:
            with without_pattern(name):
                off = read_all(pages, RULES)
            tell(name, judged(pages, now, off, {}))
        return
    for name, without, others in rules_of(asked.rules):
        read = {value: read_all(pages, rules, now) for value, rules in others.items() if asked.values}
        tell(name, judged(pages, now, read_all(pages, without, now), read))


if __name__ == "__main__":
    main()
