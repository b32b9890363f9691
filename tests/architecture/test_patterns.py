"""Words of others stand in no pattern but escaped (ASVS 5.0, 1.2.9)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASKS = {"compile", "search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split"}
# Names of what the source itself holds, by their files; in four of them the words are escaped a line above.
FIXED = {
    "rules/mutes.py": {"end"},
    "server/log_redaction.py": {"form"},
    "db/errors.py": {"form"},
    "writing/novelty.py": {"words"},
    "writing/page_kinds.py": {"before", "words", "behind", "any_of", "patterns"},
    "writing/pronouns.py": {"capitals", "subjects", "says", "others", "somebody", "forms", "epithets"},
    "writing/sentence_patterns.py": {"words", "auxiliaries", "also", "buttons", "leans", "ties", "any_of"},
    "writing/clip_patterns.py": {"any_of", "words"},
    "extractive/dated_sentences.py": {"any_of", "words", "english", "DayWords"},
    "extractive/casualty_counts.py": {"pattern"},
    "extractive/speaker_roles.py": {"any_of", "words"},
    "extractive/stale_lines.py": {"any_of", "some"},
    "writing/unknowns.py": {"alternatives"},
    "language/tokens.py": {
        "titles",
        "two",
        "words",
        "known",
        "named",
        "ordinals",
        "any_of",
        "short",
        "nouns",
        "perhaps",
        "openers",
        "table",
        "one",
    },
    "rules/origins.py": {"before", "by", "unnamed", "first", "articles"},
    "language/agency_credits.py": {
        *(
            "by",
            "sources",
            "ands",
            "behind",
            "article",
            "between",
            "signed",
            "named",
            "rest",
            "person",
            "first",
            "source",
        ),
    },
    "rules/headings.py": {"month"},
    "rules/town_regions.py": {"before", "inside", "short"},
    "language/pattern_parts.py": {"pattern"},
    "language/places.py": {"_any_of", "behind", "pattern"},
    "language/nouns.py": {"words", "before", "opening", "elisions", "any_of", "with_capital"},
    "language/section_types.py": {"pattern", "shown", "article"},
    "language/subheadings.py": {"words"},
    "language/cues.py": {"words", "verbs", "pronouns", "tables", "table", "one"},
    "rules/page_patterns.py": {
        "written",
        "alternatives",
        "months",
        "by",
        "ands",
        "of",
        "year",
        "ordinals",
        "at",
        "pictures",
        "sources",
    },
    "rules/relative_dates.py": {"words", "alternatives", "days", "starts", "spaced", "close", "_or", "_units", "map"},
    "disagreements/casualties.py": {"adjectives", "before", "noun"},
    "disagreements/contexts.py": {"words"},
    "disagreements/counted_people.py": {"words", "whole", "elided", "_one_of"},
    "writing/casualties.py": {"words", "some", "joined"},
    "language/whole_numbers.py": {"known", "any_of", "word", "number", "joins", "least", "most", "spelled", "digits"},
    "disagreements/others.py": {"alternatives"},
    "disagreements/value_patterns.py": {"_any_of", "words", "age"},
    "disagreements/answers.py": {"month"},
    "language/persons.py": {"titled", "subjects", "says"},
    "quotations/people.py": {"titled", "related"},
    "language/guards.py": {"forms"},
    "verifier/omissions.py": {"closed", "bare"},
    "verifier/quotations.py": {"words", "pattern"},
    "verifier/foreign_subjects.py": {"known", "lead", "any_of"},
    "verifier/day_attachment.py": {
        *("words", "on", "events", "purpose", "moves", "coming", "heard", "determined", "by", "joins", "goes_on")
    },
    "verifier/close.py": {"time"},
    "verifier/datelines.py": {"before", "says", "titles"},
    "verifier/hearsay.py": {"dreamt", "forged"},
    "glance/__init__.py": {"pattern"},
    "glance/answers.py": {"any_of", "words"},
    "glance/who.py": {"alone"},
    "extractive/glance.py": {"any_of", "words"},
    "proofs/parsed_sentences.py": {"any_of"},
    "proofs/spelled_numbers.py": {"first", "short", "more", "money", "named", "joined", "parts"},
    "hard_guards/dates.py": {"any_of", "nearest", "spans", "calendar", "parts", "wholes"},
    "verifier/namesakes.py": {"last", "relatives"},
    "verifier/enclosing_sentences.py": {"words"},
    "verifier/speaking.py": {"relation", "titles", "last", "word"},
    "language/days.py": {"words", "any_of", "ordinals", "counts"},
    "language/quantities.py": {"any_of"},
    "verifier/happenings.py": {
        *("of", "events", "elsewhere", "noun", "told", "on", "past", "forms", "beside", "claimed"),
        *("deeds", "counts", "verbs"),
    },
    "prompt_injection/__init__.py": {"any_of", "instruction_words"},
    "prompt_injection/writer_cues.py": {"any_of", "words", "alternatives"},
    "prompt_injection/imperatives.py": {"any_of"},
    "prompt_injection/imperative_targets.py": {"any_of", "words"},
    "prompt_injection/retelling.py": {"any_of", "shape"},
    "prompt_injection/other_languages.py": {"shapes"},
}
NOT_OURS = ("tests", "sample_publishers")


@pytest.mark.slow
def test_what_stands_in_a_pattern_is_of_the_source_or_escaped():
    sources = [path for path in (ROOT / "newsclip").rglob("*.py") if not set(NOT_OURS) & set(path.parts)]
    found = [finding for path in sources for finding in unescaped(f"{path.parent.name}/{path.name}", path.read_text())]
    assert found == []


def test_a_word_that_is_not_escaped_is_noticed():
    for written in ('re.search(rf"\\b{word}\\b", text)', "re.compile(word)", 're.sub("a" + word, "", text)',
                    're.search("%s" % word, text)', 're.search("|".join(words), text)'):  # fmt: skip
        assert list(unescaped("a.py", written)), written
    for written in ('re.search(rf"{re.escape(word)}{_END}{_ANY.pattern}", text)', 're.compile("|".join(_WORDS))',
                    're.compile("|".join(map(re.escape, words)))', "re.compile(_FORM)"):  # fmt: skip
        assert not list(unescaped("a.py", written)), written


def unescaped(name: str, source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {f"re.{ask}" for ask in ASKS} and node.args:
            bad = [ast.unparse(part) for part in _parts(node.args[0]) if not _safe(part, FIXED.get(name, set()))]
            if bad:
                yield f"{name}:{node.lineno}: {', '.join(bad)}"


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """What a pattern is put together of, its fixed words left out."""
    match node:
        case ast.Constant():
            return
        case ast.JoinedStr(values):
            for value in values:
                if isinstance(value, ast.FormattedValue):
                    yield from _parts(value.value)
        case ast.BinOp(left, _, right):
            yield from _parts(left)
            yield from _parts(right)
        case ast.Call(ast.Attribute(_, "join"), [joined]):
            yield from _parts(joined)
        case _:
            yield node


def _safe(node: ast.expr, known: set[str]) -> bool:
    written = ast.unparse(node)
    names = [one.id for one in ast.walk(node) if isinstance(one, ast.Name)]
    fixed = all(one.lstrip("_").isupper() or one in known | {"sorted", "len", "set"} for one in names)
    return fixed or "re.escape" in written
