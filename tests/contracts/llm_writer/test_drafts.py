"""The LLM writer against a model that lies, invents, obeys nobody and says too much or too little."""

import json

import pytest

from newsclip import wiring
from newsclip.clips.models import Answer, Attempt
from newsclip.evidence.serialization import sealed, to_json
from newsclip.evidence.verifier import verify_document
from newsclip.evidence.visitor import quotations, sentences
from newsclip.kernel.reasons import Refused
from newsclip.writing.tests.stories import BRIDGE
from tests.chat_server import Script, completion, passages_of
from tests.contracts.llm_writer.drafts import assigned, draft_of, extractive, honest, said

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]


def test_a_clip_that_keeps_to_its_passages_is_published_under_the_models_name(writer):
    task = assigned()
    document = writer(Script(honest))(task)
    assert (document.writer.name, document.writer.settings["model"]) == ("llm", "tiny")
    assert sealed(document)
    assert all(verdict.supported for verdict in verify_document(document, task.articles, wiring.parser()))
    assert len(document.receipt.answers) == 1
    assert Attempt.objects.get().code == "written"


def test_category_hashtags_picture_and_sources_are_never_the_models_business(writer):
    task = assigned()
    script = Script(lambda request: completion(
        draft_of(passages_of(request), category="breaking", importance=100, pin=True, hashtags=["#Win"])))  # fmt: skip
    document, base = writer(script)(task), extractive(task)
    for name in ("category", "hashtags", "image", "sources", "timeline", "published", "reports"):
        assert getattr(document, name) == getattr(base, name), name


def test_quotations_are_copied_by_place_in_whole_sentences_with_their_speaker(writer):
    document = writer(Script(honest))(assigned())
    quotes = quotations(document)
    assert quotes
    assert all(quote.text in BRIDGE.text for quote in quotes)


def test_what_is_refused_is_asked_for_once_more_with_the_reason_and_then_gives_way_to_its_passage(writer):
    def turned(request):
        passages = passages_of(request)
        draft = draft_of(passages)
        draft["summary"][0]["text"] = "The harbour bridge of Orlo Bay collapsed on Monday."
        return completion(draft)

    script = Script(turned, completion({"sentences": [{"number": 1, "text": "It fell.", "passages": [1]}]}))
    document = writer(script)(assigned())
    repair = script.asked[1]["messages"][-1]["content"]
    assert "collapsed" in repair
    assert document.writer.name == "llm"
    assert not any("collapsed" in sentence.text for sentence in sentences(document))
    attempt = Attempt.objects.get()
    assert (attempt.refused, attempt.repaired, attempt.replaced) == (1, 0, 1)


def test_what_is_said_again_rightly_is_published(writer):
    def turned(request):
        draft = draft_of(passages_of(request))
        draft["summary"][0]["text"] = "The harbour bridge of Orlo Bay collapsed on Monday."
        return completion(draft)

    def mended(request):
        rows = json.loads(request["messages"][-1]["content"].partition("\n\n")[2].split("\n\nAnswer")[0])
        sentences = [{"number": r["number"], **said(r["passages"][0])} for r in rows]
        return completion({"sentences": sentences})

    writer(Script(turned, mended))(assigned())
    assert Attempt.objects.get().repaired == 1


def test_refused_words_are_told_to_nobody(writer):
    def slander(request):
        draft = draft_of(passages_of(request))
        draft["facts"] = [{"text": "Jonas Wetzler of Rival Corp was arrested for fraud.", "passages": [1]}]
        return completion(draft)

    document = writer(Script(slander, completion({"sentences": []})))(assigned())
    assert document.receipt.refused
    assert "wetzler" not in json.dumps(to_json(document)).lower()


def test_a_model_that_invents_everything_writes_no_clip(writer):
    def invents(request):
        lies = [{"text": f"The moon fell on Orlo Bay {n} times.", "passages": [1]} for n in range(8)]
        return completion(draft_of(passages_of(request), summary=lies[:2], sections=[], facts=lies[2:]))

    task = assigned()
    assert writer(Script(invents))(task) == extractive(task)
    assert Attempt.objects.get().code == "too_little_left"


def lies(passages):
    """A true headline; nothing else stands, though each sentence has a passage that could take its place."""
    false = [said(one, f"The moon fell on Orlo Bay {n} times.") for n, one in enumerate(passages[:6])]
    return draft_of(passages, summary=false[:2], sections=[], facts=false[2:])


def says_one_thing(passages):
    return draft_of(passages, summary=draft_of(passages)["summary"][:1], sections=[], facts=[])


@pytest.mark.parametrize("draft", [lies, says_one_thing])
def test_a_model_whose_words_do_not_stand_or_are_few_writes_no_clip(writer, draft):
    task = assigned()
    assert writer(Script(lambda request: completion(draft(passages_of(request)))))(task) == extractive(task)
    assert Attempt.objects.get().code == "too_little_left"


@pytest.mark.parametrize("around", ["Here you are:\n```json\n{}\n```\nEnjoy!", "<think>{{ hm }}</think>\n{}"])
def test_json_is_found_in_prose_in_a_fence_and_behind_loud_thinking(writer, around):
    def wrapped(request):
        draft = json.dumps(draft_of(passages_of(request)))
        return completion(around.replace("{}", draft, 1) if "```" in around else around.replace("\n{}", "\n" + draft))

    assert writer(Script(wrapped))(assigned()).writer.name == "llm"


def test_a_models_clip_is_derived_anew_from_its_kept_answers_without_the_network(writer, server):
    task = assigned()
    document = writer(Script(honest))(task)
    asked = len(server.requests)
    assert wiring.writer_again(document)(task) == document
    assert len(server.requests) == asked
    Answer.objects.all().delete()
    with pytest.raises(Refused) as refused:
        wiring.writer_again(document)(task)
    assert refused.value.code == "answer_lost"


def test_passages_that_were_never_given_bear_nothing(writer):
    def elsewhere(request):
        passages = passages_of(request)
        strangers = [{**said(p), "passages": [999]} for p in passages[:4]]
        return completion(draft_of(passages, summary=strangers[:2], sections=[], facts=strangers[2:]))

    task = assigned()
    assert writer(Script(elsewhere))(task) == extractive(task)


def test_sentences_are_joined_only_where_the_operator_lets_them_be(writer):
    def joined(request):
        passages = passages_of(request)
        if not passages:
            return completion({"sentences": []})
        plain = [p for p in passages if "said" not in p["text"] and "“" not in p["text"]][-2:]
        draft = draft_of(passages)
        text = "; ".join(p["text"].rstrip(".") for p in plain) + "."
        draft["summary"] = [{"text": text, "passages": [p["number"] for p in plain]}]
        return completion(draft)

    task = assigned()
    close = writer(Script(joined), closeness="close")(task)
    assert close.writer.settings["closeness"] == "close"
    assert "; " in close.summary[0].text
    assert all(verdict.supported for verdict in verify_document(close, task.articles, wiring.parser()))
    assert wiring.writer_again(close)(task) == close
    strict = writer(Script(joined))(assigned())
    assert "; " not in strict.summary[0].text


def test_a_model_that_would_get_no_passage_is_asked_nothing(writer):
    script, task = Script(honest), assigned()
    assert writer(script, size=10)(task) == extractive(task)
    assert Attempt.objects.get().code == "too_thin"
    assert script.asked == []
