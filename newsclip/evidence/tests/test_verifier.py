"""The verifier: what rests on a passage passes, what was planted does not."""

from dataclasses import replace

import pytest

from newsclip.evidence.document import Claim, Disagreement, Paragraph, Quote, Section, Sentence
from newsclip.evidence.edits import ROLE, Edit
from newsclip.evidence.verifier import (
    Origin,
    judge_claim,
    judge_heading,
    verify_document,
    verify_quote,
    verify_sentence,
)
from newsclip.evidence.verifier.claims import verify_claim
from newsclip.evidence.verifier.gate import supported_only
from newsclip.evidence.visitor import sentences
from newsclip.kernel.reasons import Reason, Refused, message
from newsclip.kernel.spans import Passage, digest_of
from newsclip.writing.tests.stories import BRIDGE, CROWD, clip_of

TOLL = "Mayor Ilse Brandt said the council would not raise the 12 crown toll before 16 March, although costs may rise."
ENGLISH = Origin("en")
HERE = Passage("1", 1, 0, len(TOLL), digest_of(TOLL))


def judged(text: str, *edits: str, source: str = TOLL) -> tuple[bool, str]:
    verdict = verify_sentence(Sentence(text, (HERE,), edits), [source], ENGLISH)
    return verdict.supported, message(verdict.reason) if verdict.reason else ""


def headed(text: str, *edits: str, said: str = TOLL, source: str = TOLL) -> str:
    """Why this may not head a section that says `said`, whose passage says `source`."""
    here = (Passage("1", 1, 0, len(source), digest_of(source)),)
    section = Section(Sentence(text, here, edits), (Paragraph((Sentence(said, here),)),))
    verdict = judge_heading(section, {("1", 1): replace(BRIDGE, text=source)})
    return "none" if verdict is None else message(verdict.reason) if verdict.reason else ""


def test_the_publishers_own_sentence_is_supported() -> None:
    assert judged(TOLL) == (True, "")


@pytest.mark.parametrize(
    ("said", "instead", "named"),
    [
        ("Brandt", "Holm", "It says “Holm”, but the passage says “Brandt”."),
        ("Mayor", "Minister", "It says “Minister”, but the passage says “Mayor”."),
        ("12", "11", "It gives the figure “11”, but the passage says “12”."),
        ("crown", "euro", "It says “euro”, but the passage says “crown”."),
        ("March", "April", "It gives the date “April”, but the passage says “March”."),
        ("not raise", "raise", "“not” was left out"),
        ("may rise", "rise", "“may” was left out"),
        ("would not", "never would", "It says “never”, which the passage does not say."),
        ("although", "because", "It says “because”, but the passage says “although”."),
        ("Mayor Ilse Brandt said the council", "The council", "was left out"),
    ],
)
def test_a_planted_error_is_refused_with_its_reason(said: str, instead: str, named: str) -> None:
    supported, reason = judged(TOLL.replace(said, instead))
    assert not supported
    assert named in reason


def test_words_in_another_order_are_refused() -> None:
    supported, reason = judged("Tomas Reyl warned Ilse Brandt.", source="Ilse Brandt warned Tomas Reyl.")
    assert not supported
    assert "the same words in another order" in reason


def test_words_may_not_be_taken_from_the_middle_of_a_clause() -> None:
    supported, reason = judged("Brandt opened the bridge.", source="Brandt met the engineers who opened the bridge.")
    assert (supported, reason) == (False, "Words were left out in the middle of a clause.")


def test_a_recorded_edit_is_undone_before_judging() -> None:
    he = "However, he opened the bridge."
    text, edits = "Tomas Reyl opened the bridge.", (str(Edit("However,")), str(Edit("he", "Tomas Reyl")))
    sentence = Sentence(text, (HERE, HERE), edits)
    assert verify_sentence(sentence, [he, "Tomas Reyl"], ENGLISH).supported
    assert not verify_sentence(sentence, [he, "Ilse Brandt"], ENGLISH).supported


def test_only_words_that_tie_may_be_left_out_in_front() -> None:
    assert judged("The toll rises.", str(Edit("And so,")), source="And so, the toll rises.")[0]
    assert not judged("Toll rises.", str(Edit("No")), source="No toll rises.")[0]
    assert not judged("The toll rises.", str(Edit("On Monday,")), source="On Monday, the toll rises.")[0]


def test_two_passages_are_not_run_together() -> None:
    first, second = "Brandt opened the bridge, an aide said.", "The ferry, built in 1961, stopped."
    evidence = tuple(Passage("1", 1, 0, len(text), digest_of(text)) for text in (first, second))

    def supported(text: str) -> bool:
        return verify_sentence(Sentence(text, evidence), [first, second], ENGLISH).supported

    assert supported(f"{first} {second}")
    assert not supported("Brandt opened the bridge, built in 1961, stopped.")
    assert not supported("Brandt opened the bridge, an aide said the ferry, built in 1961, stopped.")


def test_no_passage_that_leans_on_the_sentence_before_it_follows_another_passage() -> None:
    passages = ["Jan Holm came.", "He resigned."]
    verdict = verify_sentence(Sentence("Jan Holm came. He resigned.", (HERE, HERE)), passages, ENGLISH)
    assert verdict.reason == Reason("sentences_run_together")


def test_the_marks_of_speech_count() -> None:
    said = "“The bridge is safe,” said Brandt."
    assert judged(said, source=said)[0]
    assert not judged("The bridge is safe, said Brandt.", source=said)[0]
    assert not judged("Holm said Brandt lied.", source="Holm, said Brandt, lied.")[0]
    assert not judged("Did Brandt lie?", source="Did Brandt lie.")[0]


def test_an_edit_may_not_hide_a_negation() -> None:
    assert not judged("Brandt opened it.", str(Edit("not")), source="Brandt not opened it.")[0]


@pytest.mark.parametrize("text", ["Brandt said, “It is done.", 'Brandt said "no.', "Say “One “two”.", "Say one” two."])
def test_a_quotation_mark_must_have_its_partner(text: str) -> None:
    assert judged(text, source=text) == (False, "A quotation mark is not closed.")


def test_a_heading_stands_in_its_passage_in_a_row() -> None:
    assert headed("Crown Toll") == ""
    assert headed("Council Toll") == "No passage of the section holds “Council Toll” in a row."
    assert headed("No Toll", source="There is no toll on the bridge.").startswith("A heading may not hold “no”")


def test_a_role_heading_holds_for_every_sentence_below() -> None:
    heading = Sentence("What Comes Next", (HERE,), (ROLE,))
    assert verify_sentence(heading, ["The council will vote in May."], ENGLISH).supported
    assert not verify_sentence(heading, ["The council voted in May."], ENGLISH).supported


def test_a_quotation_is_verbatim_and_its_speaker_named() -> None:
    said = "“It is done,” said Ilse Brandt."
    assert verify_quote(Quote("It is done", "Ilse Brandt", (HERE,)), [said], "en").supported
    assert not verify_quote(Quote("It was done", "Ilse Brandt", (HERE,)), [said], "en").supported
    assert not verify_quote(Quote("It is done", "Tomas Reyl", (HERE,)), [said], "en").supported


def test_a_passage_that_changed_supports_nothing() -> None:
    document = clip_of(BRIDGE)
    verdicts = verify_document(document, [replace(BRIDGE, text="Nothing is as it was.")])
    assert not any(v.supported for v in verdicts if v.passages and v.text != document.headline.text)


def test_every_sentence_of_a_clip_is_judged() -> None:
    document = clip_of(BRIDGE, CROWD)
    verdicts = verify_document(document, [BRIDGE, CROWD])
    assert {v.text for v in verdicts} >= {sentence.text for sentence in sentences(document)}
    assert all(v.supported and v.score == 1 for v in verdicts)


def test_the_gate_lists_what_it_refuses() -> None:
    document = clip_of(BRIDGE)
    wrong = Sentence("The bridge was closed on Monday.", document.summary[0].evidence)
    gated = supported_only(replace(document, summary=(*document.summary, wrong)), [BRIDGE])
    assert wrong.text not in [sentence.text for sentence in gated.summary]
    assert [refusal.sentence for refusal in gated.receipt.refused] == [wrong.text]


def test_a_headline_without_support_stops_the_clip() -> None:
    document = clip_of(BRIDGE)
    wrong = replace(document, headline=Sentence("Bridge falls down", document.headline.evidence))
    with pytest.raises(Refused) as refused:
        supported_only(wrong, [BRIDGE])
    assert refused.value.code == "not_supported"


CLAIM = "The bridge cost 212 million crowns, Mayor Ilse Brandt said."


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (CLAIM.replace("212", "312"), "The source does not give the figure 312."),
        (CLAIM.replace("Ilse Brandt", "Greta Holm"), "The source does not name “Greta”."),
        (CLAIM.replace("cost", "did not cost"), "One of claim and source says “not” where the other does not."),
        (
            "The bridge of Orlo Bay cost 212 million crowns, Tomas Reyl said in March.",
            "The source does not say this of “Tomas”.",
        ),
        (
            "60 jobs would be gained when the last ferry stops in June.",
            "It says “gained” where the source says the contrary.",
        ),
        ("A cat slept behind several green boxes.", "Too little of the claim stands together in the source."),
        ("", "There are no words to check."),
    ],
)
def test_a_free_claim_is_held_against_the_source(claim: str, reason: str) -> None:
    refused, true = (verify_claim(BRIDGE.text, one) for one in (claim, CLAIM))
    assert (refused.supported, true.supported, refused.score) == (False, True, 0)
    assert refused.reason
    assert message(refused.reason) == reason


def test_a_claim_on_nothing_is_not_supported() -> None:
    assert not verify_claim("", CLAIM).supported


def test_a_claim_that_is_too_long_is_refused_before_it_is_read() -> None:
    with pytest.raises(Refused, match="2,001 of 2,000"):
        verify_claim(BRIDGE.text, "a" * 2_001)


COURT = "The court acquitted Mara Holm on Monday. The lower court had convicted her in May."


@pytest.mark.parametrize("edit", ["replaced: acquitted → convicted", "replaced: Monday → May", "replaced: her → lower"])
def test_only_a_name_may_take_the_place_of_a_pronoun(edit: str) -> None:
    text = COURT.replace("acquitted", "convicted").split(". ")[0] + "."
    assert judged(text, edit, source=COURT)[0] is False


def test_narration_is_nobodys_quotation() -> None:
    words = "The mayor, Ilse Brandt, opened the new bridge on Monday. “It will last,” she said."
    evidence = (Passage("1", 1, 0, len(words), digest_of(words)),)
    assert verify_quote(Quote("It will last,", "Ilse Brandt", evidence), [words], "en").supported
    told = verify_quote(Quote("opened the new bridge on Monday", "Ilse Brandt", evidence), [words], "en")
    assert told.reason == Reason("not_speech")


def test_a_quotation_without_words_or_evidence_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="needs words and evidence"):
        Quote("", "Ilse Brandt", (HERE,))
    with pytest.raises(ValueError, match="needs words and evidence"):
        Quote("It will last", "Ilse Brandt", ())


def test_an_invented_disagreement_is_not_published() -> None:
    invented = Disagreement("the toll", (Claim("12", (HERE,)), Claim("99", (HERE,))))
    passed = supported_only(replace(clip_of(BRIDGE), disagreements=(invented,)), [BRIDGE])
    assert passed.disagreements == ()


@pytest.mark.parametrize("others", [(), (HERE, replace(HERE, digest="0" * 16))])
def test_a_value_rests_on_passages_that_are_all_there(others: tuple[Passage, ...]) -> None:
    known = {("1", 1): replace(BRIDGE, text=TOLL)}
    assert judge_claim(Claim("12", (HERE,)), known).supported
    assert judge_claim(Claim("12", others), known).reason == Reason("passage_lost")
