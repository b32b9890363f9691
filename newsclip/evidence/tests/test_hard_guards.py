"""What a language model may not even be asked about: each guard, and beside it what passes."""

from datetime import UTC, datetime

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


SOLD = "Ada Holm, the mayor of Orlo, said on Tuesday that the council may sell 3 old ferries to Velm Lines."
SAID = "“We close the quay,” Ada Holm said. Jan Quist, who runs the port, said he would sue the council."


@pytest.mark.parametrize(
    ("text", "passage", "code"),
    [
        ("A storm shut the bridge for 3 days, the mayor said.", STORM, "figure_not_said"),
        ("The council may sell 20 old ferries to Velm Lines, Holm said.", SOLD, "figure_not_said"),
        ("Holm said on Thursday that the council may sell 3 old ferries.", SOLD, "date_not_said"),
        ("Holm said in May 2019 that the council may sell 3 old ferries.", SOLD, "figure_not_said"),
        ("A storm “wrecked” the bridge, the mayor said.", STORM, "words_not_quoted"),
        ("A storm “damaged two pillars, the mayor said.", STORM, "quotation_open"),
        ("“We close the quay,” Jan Quist said.", SAID.split(". Jan", maxsplit=1)[0] + ".", "speaker_unnamed"),
        ("The council may sell 3 old ferries to Brask Lines, Holm said.", SOLD, "not_named"),
        ("Quist closed the bridge.", "Ada Holm closed the bridge. Jan Quist opened the quay.", "says_instead"),
        ("The council did not close the bridge on Monday, the mayor said.", STORM, "claim_negated"),
        ("The council closed the bridge.", "The council did not close the bridge on Monday.", "claim_negated"),
        ("The mayor said no storm damaged the bridge.", STORM, "claim_negated"),
        ("The council will sell 3 old ferries to Velm Lines, Holm said.", SOLD, "not_said"),
        ("The council must close the bridge, the mayor said.", STORM, "not_said"),
        ("A fire closed the quay.", "A fire reportedly closed the quay on Monday.", "turning_left_out"),
        ("Rain fell because the council closed the bridge.", "The council closed the bridge. Rain fell.", "not_said"),
        ("Rain fell before the council closed the bridge.", "The council closed the bridge. Rain fell.", "not_said"),
        ("A storm shut the bridge on Monday, the mayor said. Other reports are false.", STORM, "several_sentences"),
        ("A storm shut the bridge on Monday, the mayor said; other reports are false.", STORM, "claim_negated"),
        ("The storm came; the council closed the bridge; it rained.", STORM, "several_sentences"),
        ("The council closed all bridges.", "The council closed bridges in Orlo.", "not_said"),
        ("The council closed the bridge after a storm damaged two boats.", STORM, "not_said"),
    ],
)
def test_a_guard_refuses(text: str, passage: str, code: str) -> None:
    found = fault(text, passage)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("The council shut the bridge after a storm hit two of its pillars, the mayor said.", STORM),
        ("Orlo could sell three old ferries, its mayor said.", SOLD.replace("may sell 3", "can sell 3")),
        ("The UN closed the quay.", "The United Nations closed the quay on Monday."),
        ("Ada Holm closed the quay.", "Holm closed the quay on Monday, said the aide to Ada Holm."),
        ("The sale brought 20 million crowns.", "The sale brought in 20mil crowns."),
        ("“We close the quay,” Holm said.", SAID),
        ("The council did not close the quay.", "The council never closed the quay."),
    ],
)
def test_what_guards_see_nothing_wrong_in_passes(text: str, passage: str) -> None:
    assert fault(text, passage) is None


def test_a_date_stands_for_a_weekday_of_the_article() -> None:
    article = SourceArticle(
        "1", 1, "Storm", STORM, "", "Orlo Post", datetime(2026, 3, 4, tzinfo=UTC), "1", language="en"
    )
    cited = (Passage("1", 1, 0, len(STORM), digest_of(STORM)),)
    known = by_revision([article])
    told = "The council shut the bridge on Monday, {}, the mayor said."
    assert guard_fault(Sentence(told.format("2 March"), cited), "summary", (), known, INSTALLED) is None
    assert guard_fault(Sentence(told.format("9 March"), cited), "summary", (), known, INSTALLED) is not None


def test_nothing_passes_without_a_parser_or_a_guarded_language_or_its_passage() -> None:
    text = "A storm shut the bridge on Monday, the mayor said."
    assert fault(text, STORM, parser=NO_PARSER) == Reason("no_parser")
    polish = "Rada miasta zamknęła most w poniedziałek po burzy, która uszkodziła dwa filary, powiedział burmistrz."
    assert fault(polish, polish, language="pl") == Reason("no_parser")
    lost = Sentence(text, (Passage("2", 1, 0, 9, "x"),))
    assert guard_fault(lost, "summary", (), {}, INSTALLED) == Reason("passage_lost")
