"""The LLM writer against a model that lies, invents, obeys nobody and says too much or too little."""

import json

import pytest

from newsclip import wiring
from newsclip.clips.models import Answer, Attempt
from newsclip.evidence.serialization import sealed, to_json
from newsclip.evidence.verifier import verify_document
from newsclip.evidence.visitor import quotations, sentences
from newsclip.kernel.reasons import Refused
from newsclip.writing.llm.conversation import MOST_QUESTIONS
from newsclip.writing.tests.stories import BRIDGE, CROWD
from tests.chat_server import Script, asked_of, material_of, passages_of
from tests.contracts.llm_writer.drafts import (
    assigned,
    extractive,
    honest,
    model,
    plan_of,
    said,
    saying,
    section_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
COLLAPSED = "The harbour bridge of Orlo Bay collapsed on Monday."
OPENS, VOTES = "opened on Monday", "council will vote"
BURNED = "The council will burn the ferry on 16 March."
AHEAD = "On 16 March the council will vote on the future of the ferry."


def kinds(script: Script) -> list[str]:
    return [asked_of(request) for request in script.asked]


def texts(document) -> list[str]:
    return [one.text for one in sentences(document)]


def supported(document, task) -> bool:
    return all(verdict.supported for verdict in verify_document(document, task.articles, wiring.parser()))


def test_a_clip_is_planned_and_told_part_by_part_under_the_models_name(writer):
    task, script = assigned(), Script(honest)
    document = writer(script)(task)
    assert (document.writer.name, document.writer.settings["model"]) == ("llm", "tiny")
    assert kinds(script) == ["plan", "section", "section"]
    assert sealed(document)
    assert supported(document, task)
    assert not document.headline.text.endswith("."), "it was judged as it is printed"
    assert len(document.receipt.answers) == 3
    assert Attempt.objects.get().code == "written"


def test_category_hashtags_picture_and_sources_are_never_the_models_business(writer):
    task = assigned()
    more = {"category": "breaking", "importance": 100, "pin": True, "hashtags": ["#Win"]}
    document = writer(Script(model(plan=lambda request: plan_of(request, **more))))(task)
    base = extractive(task)
    for name in ("category", "hashtags", "image", "sources", "timeline", "published", "reports"):
        assert getattr(document, name) == getattr(base, name), name


def test_quotations_are_printed_by_their_number_with_their_speaker(writer):
    document = writer(Script(honest))(assigned())
    quotes = quotations(document)
    assert quotes
    assert all(quote.text in BRIDGE.text and quote.speaker for quote in quotes)


def test_the_model_gets_every_line_of_the_story_with_days_people_and_titles(writer):
    script = Script(honest)
    writer(script)(assigned(BRIDGE, CROWD))
    material = material_of(script.asked[0])
    told = " ".join(passage["text"] for passage in passages_of(script.asked[0]))
    assert all(words in told for words in ("212 million", "sea bed", "closed the quay", "harbour museum"))
    assert next(iter(passages_of(script.asked[0])))["days"] == ["2026-03-02"]
    assert {"name": "Ilse Brandt", "role": "Mayor"} in material["people"] or "Ilse Brandt" in str(material["people"])
    assert material["titles"] == [BRIDGE.title, CROWD.title]
    assert any(len(cluster["passages"]) == 2 for cluster in material["clusters"]), "what two publishers tell is one"


def test_a_long_story_is_given_in_as_many_questions_as_it_takes_and_is_told_whole(writer):
    script = Script(model(plan=lambda request: plan_of(request, summary=[
        cluster["number"] for cluster in material_of(request)["clusters"]][:1])))  # fmt: skip
    document = writer(script, size=400)(assigned(BRIDGE, CROWD))
    plans = [request for request in script.asked if asked_of(request) == "plan"]
    assert len(plans) > 3
    assert "the plan so far" in plans[1]["messages"][-1]["content"]
    given = [passage["number"] for request in plans for passage in passages_of(request)]
    assert len(given) == len(set(given))
    assert document.writer.name == "llm"


def test_a_sentence_in_other_words_is_published_where_it_is_proved(writer):
    task, script = assigned(), Script(saying(AHEAD, VOTES))
    document = writer(script)(task)
    assert [one.basis for one in sentences(document) if one.text == AHEAD] == ["edited"]
    assert supported(document, task)
    attempt = Attempt.objects.get()
    assert (attempt.refused, attempt.repaired) == (0, 0)


def test_with_basis_exact_other_words_give_way_to_the_passage(writer):
    task = assigned()
    document = writer(Script(saying(AHEAD, VOTES)), basis="exact")(task)
    assert document.writer.settings["basis"] == "exact"
    assert AHEAD not in texts(document)
    assert document.writer.name == "llm"
    assert wiring.writer_again(document)(task) == document


def test_what_is_refused_is_asked_for_twice_with_the_reason_and_then_gives_way_to_its_passage(writer):
    script = Script(saying(COLLAPSED, OPENS, repair=lambda _: {"text": "It fell into the bay.", "passages": [1]}))
    document = writer(script)(assigned())
    repairs = [request["messages"][-1]["content"] for request in script.asked if asked_of(request) == "repair"]
    assert len(repairs) == 2
    assert "collapsed" in repairs[0]
    assert "fell into" in repairs[1]
    assert document.writer.name == "llm"
    assert "The harbour bridge of Orlo Bay opened on Monday" in document.summary[0].text
    assert not any(word in text for text in texts(document) for word in ("collapsed", "fell into"))
    attempt = Attempt.objects.get()
    assert (attempt.refused, attempt.repaired, attempt.replaced) == (1, 0, 1)


def test_what_is_said_again_rightly_is_published(writer):
    script = Script(saying(BURNED, VOTES, repair=lambda request: said(passages_of(request)[0], AHEAD)))
    assert AHEAD in texts(writer(script)(assigned()))
    attempt = Attempt.objects.get()
    assert (attempt.refused, attempt.repaired, attempt.replaced) == (1, 1, 0)


def test_the_next_part_is_told_what_the_clip_says_before_it(writer):
    script = Script(honest)
    document = writer(script)(assigned())
    assert material_of(script.asked[1])["before"] == []
    assert material_of(script.asked[2])["before"] == [one.text for one in document.summary][-2:]


def test_refused_words_are_told_to_nobody(writer):
    slander = {"text": "Jonas Wetzler of Rival Corp was arrested for fraud.", "passages": [1]}
    script = Script(model(section=lambda request: section_of(request, facts=[slander])))
    document = writer(script)(assigned())
    assert document.receipt.refused
    assert "wetzler" not in json.dumps(to_json(document)).lower()


def lies(request) -> dict:
    false = [said(one, f"The moon fell on Orlo Bay {n} times.") for n, one in enumerate(passages_of(request))]
    return section_of(request, sentences=false)


def test_where_nothing_that_a_model_says_stands_its_passages_are_published(writer):
    task = assigned()
    document = writer(Script(model(section=lies)))(task)
    assert not any("moon" in text for text in texts(document))
    assert all(one.basis == "exact" or "shortened" not in one.edits for one in sentences(document))
    assert supported(document, task)
    attempt = Attempt.objects.get()
    assert attempt.refused == attempt.said - 1, "all but the headline"


def test_a_part_without_an_answer_is_told_by_its_passages(writer):
    def half(request) -> object:
        return "I would rather not." if material_of(request)["heading"] else section_of(request)

    document = writer(Script(model(section=half)))(assigned())
    assert document.writer.name == "llm"
    assert document.sections
    assert supported(document, assigned())


def test_a_model_that_answers_a_plan_and_nothing_more_writes_no_clip(writer):
    task = assigned()
    assert writer(Script(model(section=lambda _: "…")))(task) == extractive(task)
    assert Attempt.objects.get().code == "too_little_left"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (lambda plan: plan | {"summary": plan["summary"] * 3}, "plan_repeats"),
        (lambda plan: plan | {"summary": [*plan["summary"], 999, -1]}, "plan_unknown"),
        (lambda plan: plan | {"summary": plan["sections"][0]["clusters"][-1:]}, "plan_buries_news"),
    ],
)
def test_a_plan_is_put_right_and_its_fault_is_named(writer, changed, code):
    task = assigned()
    document = writer(Script(model(plan=lambda request: changed(plan_of(request)))))(task)
    assert document.writer.name == "llm"
    assert code in [refused.reason.code for refused in document.receipt.refused]
    assert "opened on Monday" in document.summary[0].text
    assert len(texts(document)) == len(set(texts(document)))


def test_a_plan_that_buries_the_news_is_asked_for_again_with_the_reason(writer):
    def late(request) -> dict:
        good = plan_of(request)
        again = "was refused" in request["messages"][-1]["content"]
        return good if again else good | {"summary": good["summary"][::-1]}

    script = Script(model(plan=late))
    document = writer(script)(assigned())
    assert kinds(script)[:3] == ["plan", "plan", "section"]
    assert "It does not begin with the news." in script.asked[1]["messages"][-1]["content"]
    assert "plan_buries_news" in [refused.reason.code for refused in document.receipt.refused]
    assert "opened on Monday" in document.summary[0].text


def test_a_plan_that_stays_without_the_news_in_front_is_asked_for_twice_more_and_put_right(writer):
    orders = iter([(1, 0), (2, 0, 1), (2, 1, 0)])

    def late(request) -> dict:
        numbers = [cluster["number"] for cluster in material_of(request)["clusters"]]
        return plan_of(request, summary=[numbers[at] for at in next(orders)])

    script = Script(model(plan=late))
    document = writer(script)(assigned())
    assert kinds(script).count("plan") == 3
    assert "opened on Monday" in document.summary[0].text


@pytest.mark.parametrize(
    "plan", [{"summary": [], "sections": []}, {"summary": [999], "sections": [{"clusters": [-5]}]}]
)
def test_a_plan_of_nothing_is_no_draft(writer, plan):
    task = assigned()
    assert writer(Script(model(plan=lambda _: plan)))(task) == extractive(task)
    assert Attempt.objects.get().code == "bad_draft"


@pytest.mark.parametrize("around", ["Here you are:\n```json\n{}\n```\nEnjoy!", "<think>{{ hm }}</think>\n{}"])
def test_json_is_found_in_prose_in_a_fence_and_behind_loud_thinking(writer, around):
    def wrapped(tell):
        return lambda request: around.replace("\n{}", "\n" + json.dumps(tell(request)), 1)

    assert writer(Script(model(wrapped(plan_of), wrapped(section_of))))(assigned()).writer.name == "llm"


def test_a_models_clip_is_derived_anew_from_its_kept_answers_without_the_network(writer, server):
    task = assigned()
    document = writer(Script(saying(AHEAD, VOTES)))(task)
    asked = len(server.requests)
    assert wiring.writer_again(document)(task) == document
    assert len(server.requests) == asked
    Answer.objects.all().delete()
    with pytest.raises(Refused) as refused:
        wiring.writer_again(document)(task)
    assert refused.value.code == "answer_lost"


def test_passages_that_were_never_given_bear_nothing(writer):
    def elsewhere(request) -> dict:
        return section_of(request, sentences=[{**said(p), "passages": [999]} for p in passages_of(request)])

    task, script = assigned(), Script(model(section=elsewhere))
    document = writer(script)(task)
    assert kinds(script).count("repair") == 2 * Attempt.objects.get().refused
    assert {refused.reason.code for refused in document.receipt.refused} == {"no_passage_named"}
    assert supported(document, task)


def test_a_model_that_answers_in_another_language_publishes_none_of_its_words(writer):
    german = "Die Hafenbrücke von Orlo Bay wurde am Montag nach neun Jahren eröffnet."
    task = assigned()
    document = writer(Script(saying(german, OPENS)))(task)
    assert german not in texts(document)
    assert supported(document, task)


def test_five_thousand_sentences_are_bounded(writer):
    def endless(request) -> dict:
        return section_of(
            request, sentences=[said(passages_of(request)[0], f"It fell {n} times.") for n in range(5000)]
        )

    script, task = Script(model(section=endless)), assigned()
    document = writer(script)(task)
    assert len(script.asked) <= MOST_QUESTIONS
    assert Attempt.objects.get().said < 40
    assert supported(document, task)


def test_what_is_told_already_is_not_told_again(writer):
    def twice(request) -> dict:
        told = section_of(request)
        return told | {"sentences": told["sentences"] * 2, "facts": told["sentences"]}

    document = writer(Script(model(section=twice)))(assigned())
    assert len(texts(document)) == len(set(texts(document)))
    assert "told_before" in [refused.reason.code for refused in document.receipt.refused]
