"""The exam of judges: whole, half of it wrong, from the sample press; and no judge passes it without reading."""

import json
from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from newsclip.demo.sample_publishers import archive
from newsclip.kernel.reasons import Refused
from newsclip.writing.judging.exam import DAY, KINDS, items, result_of, shuffled, sit
from newsclip.writing.judging.licence import ExamResult
from newsclip.writing.ports import Answered, LanguageModel, Question

YES, NO, MAYBE = ('{"differs": null, "supported": "yes"}', '{"differs": "x", "supported": "no"}', "Maybe.")


def model(answer: Callable[[dict], str]) -> LanguageModel:
    """One that answers by what it is asked."""
    return lambda question: Answered(answer(json.loads(question.messages[1].content)), cut=False, digest="")


def outcome(answer: Callable[[dict], str]) -> ExamResult:
    return result_of(list(sit(items(), model(answer))))


def test_there_are_enough_items_half_of_them_wrong_in_all_kinds() -> None:
    kinds = Counter(item.wrong for item in items())
    assert len(items()) >= 300
    assert kinds[""] * 2 == len(items())
    assert kinds.keys() - {""} == KINDS
    assert min(kinds.values()) >= 10


def test_no_item_and_no_sentence_stands_twice() -> None:
    assert len({item.id for item in items()}) == len({item.sentence for item in items()}) == len(items())


def test_each_passage_stands_word_for_word_in_its_article() -> None:
    articles = {article.slug: article for article in archive.load(DAY).articles}
    for item in items():
        article = articles[item.article]
        assert item.published == article.published.date().isoformat(), item.id
        for passage in item.passages:
            assert any(passage in paragraph for paragraph in article.body), (item.id, passage)


def test_every_item_has_passages_and_says_more_than_they_do_word_for_word() -> None:
    for item in items():
        assert item.passages, item.id
        assert item.sentence not in " ".join(item.passages), item.id


def test_no_question_tells_its_answer() -> None:
    for item in items():
        told = json.loads(item.question.messages[1].content)
        assert told.keys() == {"passages", "before", "place", "sentence"}
        assert item.id not in item.question.messages[1].content
        assert item.question.messages[0] == items()[0].question.messages[0]


def test_the_order_is_another_each_time_and_holds_every_item() -> None:
    assert shuffled(Random(1)) != shuffled(Random(2))  # noqa: S311 an order, no secret
    assert sorted(shuffled(Random(1)), key=lambda item: item.id) == sorted(items(), key=lambda item: item.id)  # noqa: S311


def test_a_judge_that_tells_them_apart_passes() -> None:
    true = {item.sentence for item in items() if not item.wrong}
    assert outcome(lambda asked: YES if asked["sentence"] in true else NO).passed


@pytest.mark.parametrize("answer", [YES, NO, MAYBE, "", f"{YES}\n{NO}"])
def test_a_judge_that_always_says_the_same_does_not_pass(answer: str) -> None:
    assert not outcome(lambda _: answer).passed


def test_a_judge_that_says_yes_to_two_wrong_ones_does_not_pass() -> None:
    true = {item.sentence for item in items() if not item.wrong}
    wrong = [item.sentence for item in items() if item.wrong]
    assert outcome(lambda asked: YES if asked["sentence"] in {*true, *wrong[:1]} else NO).passed
    assert not outcome(lambda asked: YES if asked["sentence"] in {*true, *wrong[:2]} else NO).passed


def test_an_exam_that_was_cut_off_is_not_passed() -> None:
    true = {item.sentence for item in items() if not item.wrong}
    marked = list(sit(items()[:-1], model(lambda asked: YES if asked["sentence"] in true else NO)))
    assert not result_of(marked).whole
    assert not result_of(marked).passed
    assert not result_of([*marked, marked[0]]).whole


class Late:
    """Answers too late, but for every so many questions."""

    def __init__(self, every: int) -> None:
        self.asked, self._every = 0, every

    def __call__(self, question: Question) -> Answered:
        self.asked += 1
        if self.asked % self._every:
            raise Refused("timeout")
        return Answered(YES, cut=False, digest="")


def test_a_late_answer_is_no_yes() -> None:
    assert [one.ruling for one in sit(items()[:4], Late(2))] == ["silent", "yes", "silent", "yes"]


def test_a_judge_that_is_always_late_is_asked_five_times() -> None:
    late = Late(1_000)
    with pytest.raises(Refused) as raised:
        list(sit(items(), late))
    assert raised.value.code == "timeout"
    assert late.asked == 5


def test_a_server_that_is_away_ends_the_exam_at_once() -> None:
    def away(question: Question) -> Answered:
        raise Refused("connection_failed")

    with pytest.raises(Refused) as raised:
        list(sit(items(), away))
    assert raised.value.code == "connection_failed"
