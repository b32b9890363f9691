"""What a model says wrongly it is asked for twice more: the text, the headline and the headings."""

import pytest

from newsclip.clips.models import Attempt
from newsclip.evidence.visitor import sentences
from newsclip.writing.llm.conversation import MOST_QUESTIONS
from tests.chat_server import Script, asked_of, material_of, passages_of
from tests.contracts.llm_writer.drafts import assigned, model, plan_of, said, section_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
AHEAD = "On 16 March the council will vote on the future of the ferry."
FALSE = "The bridge fell into the bay"


def repairs(script: Script) -> list:
    return [request for request in script.asked if asked_of(request) == "repair"]


def without_numbers(numbers: list[int]):
    """A section of which the sentence about the vote names these passages."""

    def section(request) -> dict:
        told = section_of(request)
        for one in told["sentences"]:
            if "council will vote" in one["text"]:
                one |= {"text": AHEAD, "passages": numbers}
        return told

    return section


@pytest.mark.parametrize("numbers", [[], [999]])
def test_a_sentence_that_names_no_passage_is_asked_for_again_with_those_of_its_part(writer, numbers):
    def repair(request) -> dict:
        return said(next(one for one in passages_of(request) if "council will vote" in one["text"]), AHEAD)

    script = Script(model(section=without_numbers(numbers), repair=repair))
    document = writer(script)(assigned())
    assert AHEAD in [one.text for one in sentences(document)]
    assert [material_of(request)["refused_because"] for request in repairs(script)] == [
        "It names no passage that was given."
    ]
    attempt = Attempt.objects.get()
    assert (attempt.refused, attempt.repaired, attempt.replaced) == (1, 1, 0)


def test_an_answer_in_prose_is_asked_for_once_more(writer):
    script = Script(model(section=without_numbers([999]), repair=lambda _: "I would rather not."))
    writer(script)(assigned())
    reasons = [material_of(request)["refused_because"] for request in repairs(script)]
    assert reasons == [
        "It names no passage that was given.", "The answer holds no sentence in the form that was asked for."
    ]  # fmt: skip


def test_a_headline_that_is_refused_is_asked_for_again(writer):
    def plan(request) -> dict:
        return plan_of(request, headline={"text": FALSE, "passages": [1]})

    script = Script(model(plan=plan, repair=lambda request: said(passages_of(request)[0])))
    document = writer(script)(assigned())
    assert document.headline.text.startswith("The harbour bridge of Orlo Bay opened on Monday")
    assert [material_of(request)["part"] for request in repairs(script)] == ["headline"]
    assert Attempt.objects.get().repaired == 1


def test_a_heading_that_is_refused_is_asked_for_twice_more(writer):
    answers = iter([{"text": f"{FALSE} again", "passages": [1]}, "No."])

    def plan(request) -> dict:
        planned = plan_of(request)
        planned["sections"][0]["heading"] = {"text": FALSE, "passages": [999]}
        return planned

    script = Script(model(plan=plan, repair=lambda _: next(answers)))
    document = writer(script)(assigned())
    assert [material_of(request)["part"] for request in repairs(script)] == ["heading", "heading"]
    assert FALSE not in [one.text for one in sentences(document)]


def test_all_that_a_model_says_without_passages_costs_no_more_questions_than_a_clip_may(writer):
    """A headline, three headings and five hundred sentences, none of which ever stands."""

    def plan(request) -> dict:
        clusters = [cluster["number"] for cluster in material_of(request)["clusters"]]
        nowhere = {"text": FALSE, "passages": []}
        parts = [{"heading": nowhere, "type": "", "clusters": clusters[at::3]} for at in range(3)]
        return {"headline": nowhere, "summary": clusters[:1], "sections": parts}

    def section(request) -> dict:
        return section_of(request, sentences=[{"text": f"{FALSE} {n} times.", "passages": []} for n in range(500)])

    script = Script(model(plan=plan, section=section, repair=lambda _: {"text": FALSE, "passages": []}))
    document = writer(script)(assigned())
    assert 40 < len(repairs(script)) < len(script.asked) <= MOST_QUESTIONS
    assert FALSE not in " ".join(one.text for one in sentences(document))
