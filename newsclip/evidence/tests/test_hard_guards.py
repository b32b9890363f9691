"""What a language model may not even be asked about: each guard, and beside it what passes."""

import pytest

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence.document import Sentence, SourceArticle, by_revision
from newsclip.evidence.verifier.hard_guards import guard_fault
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.syntax import NO_PARSER, Parser

pytestmark = pytest.mark.slow

INSTALLED = SpacyParser()
STORM = "The council closed the bridge on Monday after a storm damaged two pillars, the mayor said."


def fault(
    text: str, passage: str, *, place: str = "summary", parser: Parser | None = None, language: str = "en"
) -> Reason | None:
    article = SourceArticle(
        "1", 1, "Storm", passage, "https://orlo.example/1", "Orlo Post", None, "1", language=language
    )
    cited = Passage("1", 1, 0, len(passage), digest_of(passage))
    return guard_fault(Sentence(text, (cited,)), place, (), by_revision([article]), parser or INSTALLED)


def test_other_words_pass() -> None:
    assert fault("A storm shut the bridge on Monday, the mayor said.", STORM) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A storm shut the bridge for 3 days, the mayor said.", "figure_not_said"),
        ("A storm “wrecked” the bridge, the mayor said.", "words_not_quoted"),
        ("A storm “damaged two pillars, the mayor said.", "quotation_open"),
    ],
)
def test_a_guard_refuses(text: str, code: str) -> None:
    found = fault(text, STORM)
    assert found is not None
    assert found.code == code


def test_nothing_passes_without_a_parser_or_a_guarded_language_or_its_passage() -> None:
    text = "A storm shut the bridge on Monday, the mayor said."
    assert fault(text, STORM, parser=NO_PARSER) == Reason("no_parser")
    polish = "Rada miasta zamknęła most w poniedziałek po burzy, która uszkodziła dwa filary, powiedział burmistrz."
    assert fault(polish, polish, language="pl") == Reason("no_parser")
    lost = Sentence(text, (Passage("2", 1, 0, 9, "x"),))
    assert guard_fault(lost, "summary", (), {}, INSTALLED) == Reason("passage_lost")
