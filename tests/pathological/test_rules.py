"""No rule that reads text takes more than time linear in it, whatever the text: rules are found by walking modules."""

from contextlib import suppress
from functools import partial
from types import SimpleNamespace

import pytest

from newsclip.kernel.reasons import Refused
from tests.pathological.arguments import CannotBuild, arguments
from tests.pathological.doors import DOORS, opened
from tests.pathological.driving import endless, growing, others, share
from tests.pathological.entry_points import call, entry_points, kept_readings, rules
from tests.pathological.shapes import SHAPES

pytestmark = [pytest.mark.slow, pytest.mark.once]

ORDINARY = "The ferry left Kelmouth at noon on Monday with forty people, said Ada Holm. “It was full,” she said.\n\n"
# Not driven, and why.
EXCUSED = {
    "accounts.rules.": "hashes a code at a cost that is meant and does not grow",
    "adapters.spell_suggest.": "words of 24 letters at most; asks the database",
    "articles.rules.page_patterns.": "asks for names of fields of the product's own files",
    "language.page_words.": "asks for names of fields of the product's own files",
    "evidence.verifier.hard_guards.added_words.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.certainty.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.dates.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.denial.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.exchanged.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.languages.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.new_words.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.scope.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.units.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.bounds.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.changes.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.contraries.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.figure_contexts.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.guilt.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.narrowing.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.plans.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.quantities.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.unattributed.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.figures.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.names.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.nations.": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.hard_guards.quotations.speaker_fault": "asks for readings as `guard_fault` makes them, driven",
    "evidence.verifier.hard_guards.readings.spans_of": "asks for readings as `guard_fault` makes them, which is driven",
    "evidence.verifier.proofs.attachments.fault": "asks for a match that `proof_of` found, which is driven",
    "evidence.verifier.proofs.chain.": "asks for a match that `proof_of` found, which is driven",
    "evidence.verifier.proofs.match_guards.fault": "asks for a match that `proof_of` found, which is driven",
    "evidence.verifier.proofs.narrower_phrases.fault": "asks for a match that `proof_of` found, which is driven",
    "evidence.verifier.proofs.paired_phrases.fault": "asks for a match that `proof_of` found, which is driven",
    "evidence.verifier.proofs.other_mentions.fault": "asks for a match that `proof_of` found, which is driven",
    "evidence.verifier.proofs.match_guards.joined_alike": "asks for a match that `proof_of` found, which is driven",
    "evidence.verifier.proofs.headings.": "asks for readings as `proof_of` makes them, which is driven",
    "evidence.verifier.proofs.definite_nouns.": "asks for readings as `proof_of` makes them, which is driven",
    "evidence.verifier.proofs.nominals.": "asks for tokens and relations as `proof_of` makes them, which is driven",
    "evidence.verifier.proofs.frames.": "asks for a match that `proof_of` found, which is driven",
    "evidence.verifier.text_check.contradictions.": "asks for passages that `check_text` found, which is driven",
    "evidence.muting.other_tellings.": "asks for what a clip says, and looks for it in at most a hundred articles",
    "kernel.environment.": "what the operator sets, not what others write",
    "writing.judging.canaries.like": "asks for a question as `ask_judge` makes it, which is driven",
    "writing.judging.exam.sit": "asks a language model; each answer is read by `read_ruling`, which is driven",
    "writing.extractive.": "parts of `write`, which is driven as a whole: their indices are of a story's own lines",
    "writing.llm.": "asks a language model; what it answers is bounded by tokens",
    "writing.prompt_injection.instruction_words.any_of": "words of the packs",
    "writing.selection.": "figures of at most thirty articles' lines",
    "writing.tags.hashtags.choose": "asks for phrases as `tag` makes them, which is driven",
    "writing.tags.taxonomy.taxonomy_from": "a file of the operator",
    "community.rules.anchors.": "asks for sentences of a clip's document, which `write` made",
    "community.rules.news.": "asks for a clip's document, which `write` made",
    "kernel.fetching.fetch_with_idle": "asks for addresses, bounded where they are read",
    "kernel.web_push.encrypted": "asks for a browser's key; what it encrypts is of a bounded length",
    "ranking.rules.heat.": "figures",
    "language.pattern_parts.": "words of the packs",
    "sources.rules.seen.find_changed": "asks for a feed's entries, a thousand at most",
    "stories.rules.background.": "a file of the product",
    "stories.rules.headings.marks": "asks for the terms of a vector, bounded in number",
    "stories.rules.outgrown_story.is_named": "asks for the terms of a vector, bounded in number, and of a headline",
    "stories.rules.scoring.": "figures and codes",
    "stories.rules.vectors.marked": "asks for the terms of a vector, bounded in number",
}
FOUND = rules()
RULES = {name: rule for name, rule in FOUND.items() if not name.startswith(tuple(EXCUSED))}
# Every so-manieth shape, others for each rule, so that all are driven; `make sweep` drives each rule with all of them.
FEW, MANY, AT_LENGTH, AT_DOORS = 24, 12, 192, 128


@pytest.mark.parametrize(("number", "name"), list(enumerate(sorted(RULES))))
def test_twice_the_text_takes_a_rule_twice_as_long(number, name):
    assert growing(partial(call, RULES[name]), share(number, FEW)) == []


@pytest.mark.integration
@pytest.mark.parametrize(("number", "name"), list(enumerate(sorted(RULES))))
def test_so_it_does_with_many_shapes(number, name):
    assert growing(partial(call, RULES[name]), others(number, MANY, but=FEW)) == []


@pytest.mark.integration
@pytest.mark.parametrize(("number", "name"), list(enumerate(sorted(RULES))))
def test_no_long_text_holds_a_rule(number, name):
    assert endless(partial(call, RULES[name]), share(number, AT_LENGTH)) == []


@pytest.mark.integration
@pytest.mark.parametrize(("number", "name"), list(enumerate(DOORS)))
def test_no_long_text_holds_a_door(number, name):
    assert endless(lambda text: partial(opened, name, text), share(number, AT_DOORS)) == []


@pytest.mark.parametrize("name", sorted(RULES))
def test_each_rule_is_really_driven(name):
    with suppress(Refused, ValueError):
        RULES[name](**arguments(RULES[name], ORDINARY))


def test_a_new_rule_is_driven_without_anybody_adding_it():
    def pairs(words: str) -> int:
        return sum(one == other for one in words[::5] for other in words[::5])

    def asks_for_more(words: str, of: SimpleNamespace) -> str:
        return words

    module = SimpleNamespace(__name__="newsclip.a.rules", pairs=pairs, asks_for_more=asks_for_more)
    pairs.__module__ = asks_for_more.__module__ = module.__name__
    found = dict(entry_points(module))  # type: ignore[arg-type]
    noticed = (growing(partial(call, found["a.rules.pairs"]), ["capitals"]) for _ in range(3))
    assert ["capitals"] in noticed  # a machine that is held up in the smaller run sees less growth than there is
    with pytest.raises(CannotBuild):
        arguments(found["a.rules.asks_for_more"], ORDINARY)


def test_each_run_of_a_rule_reads_its_text_anew():
    work, told = call(RULES["evidence.verifier.judge_quote"], ORDINARY), []
    for _ in range(2):
        work()
        told.append([readings.cache_info() for readings in kept_readings()])
    assert told[0] == told[1]
    assert any(one.misses for one in told[0])


def test_what_would_not_end_on_a_long_text_is_noticed():
    def counts(steps: int) -> None:
        for _ in range(steps):
            pass

    assert endless(lambda text: partial(counts, len(text) ** 2 // 400), ["capitals"]) == ["capitals"]
    assert endless(lambda text: partial(counts, len(text)), ["capitals"]) == []


def test_each_shape_is_driven_at_each_length():
    for of in (FEW, MANY, AT_LENGTH):
        assert {shape for number in range(len(RULES)) for shape in share(number, of)} == set(SHAPES)


def test_no_shape_is_driven_twice_unless_all_are(monkeypatch):
    for number in range(len(RULES)):
        few, rest = share(number, FEW), others(number, MANY, but=FEW)
        assert sorted(few + rest) == sorted(share(number, MANY))
    monkeypatch.setenv("NEWSCLIP_SWEEP", "1")
    assert others(0, MANY, but=FEW) == list(SHAPES)


def test_there_are_many_rules_and_shapes_and_no_excuse_for_what_is_gone():
    assert len(RULES) > 300
    assert len(SHAPES) >= 150
    assert [excuse for excuse in EXCUSED if not any(name.startswith(excuse) for name in FOUND)] == []
