"""A text that somebody brings: what articles bear of it, what one word of them contradicts, and what is not found."""

import pytest

from newsclip.adapters.embedded.spacy_parser import SpacyParser, is_installed
from newsclip.evidence.document import SourceArticle
from newsclip.evidence.ports import MOST_SENTENCES
from newsclip.evidence.verifier.text_check import check_text
from newsclip.evidence.verifier.text_check.claims import claims_of
from newsclip.evidence.verifier.text_check.details import details_of
from newsclip.language.content_words import is_light
from newsclip.language.syntax import NO_PARSER

PARSER = SpacyParser() if is_installed() else NO_PARSER
QUAY = (
    "The Orlo council opened the new quay on Friday, 6 March. Ada Holm, the harbour master, led 40 guests across it. "
    "She said the quay had cost 12 million crowns.\n\n"
    "The ferry to Velm did not sail that day. It will not sail until the summer, its owner Reyl Lines said. "
    "Some 300 people watched from the shore."
)


def article(text, number="1", title="Orlo opens its new quay", language="en"):
    return SourceArticle(
        id=number, revision=1, title=title, text=text, url="", publisher="Orlo Post", published=None, report=number,
        language=language,
    )  # fmt: skip


def told(text, *articles):
    found = check_text(text, articles or [article(QUAY)], PARSER).sentences
    return [(one.outcome, one.said, one.held) for one in found]


def test_a_publishers_own_sentence_is_borne_out_with_its_passage():
    words = "Ada Holm, the harbour master, led 40 guests across it."
    (found,) = check_text(words, [article(QUAY)], PARSER).sentences
    (passage,) = found.passages
    assert (found.outcome, found.basis) == ("borne_out", "exact")
    assert passage.span.of(QUAY) == words


@pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")
def test_other_words_are_borne_out_where_allowed_edits_lead_to_them():
    (found,) = check_text("The new quay was opened by the Orlo council on Friday.", [article(QUAY)], PARSER).sentences
    assert (found.outcome, found.basis) == ("borne_out", "edited")
    assert found.edits


@pytest.mark.parametrize(
    ("text", "said", "held"),
    [
        ("Ada Holm, the harbour master, led 60 guests across it.", "60", "40"),
        ("Ilse Brandt, the harbour master, led 40 guests across it.", "Ilse Brandt", "Ada Holm"),
        ("The Orlo council opened the new quay on Sunday, 6 March.", "Sunday, 6 March", "Friday, 6 March"),
        ("The ferry to Quist did not sail that day.", "Quist", "Velm"),
    ],
)
def test_one_figure_name_or_date_that_is_another_is_told_with_both_words(text, said, held):
    assert told(text) == [("contradicted", said, held)]


@pytest.mark.parametrize(
    ("held", "text", "before"),
    [
        ("Orlo had 12 boats, of which 7 sank.", "Orlo had 12 boats, of which 2 sank.", "Orlo had 12 boats, of which "),
        ("Orlo sailors sailed but did not row.", "Orlo sailors sailed but did row.", "Orlo sailors sailed but did "),
    ],
)
def test_the_word_meant_is_told_and_not_its_like_earlier_in_the_sentence(held, text, before):
    (found,) = check_text(text, [article(held)], PARSER).sentences
    assert found.outcome == "contradicted"
    assert text[: found.said_at] == before
    assert text[found.said_at :].startswith(found.said)


def test_a_denial_that_is_left_out_or_put_in_is_told():
    assert told("The ferry to Velm did sail that day.") == [("contradicted", "sail", "not sail")]
    assert told(
        "The Orlo council has not opened the new quay.", article("The Orlo council has opened the new quay.")
    ) == [("contradicted", "not opened", "opened")]


@pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")
def test_a_denial_that_a_parser_reads_over_is_not_borne_out():
    held = (
        "If wax from a hive is put into a seal mould, which is then grown into an early candle, the wax cells from "
        "that candle would provide a virtual match."
    )
    assert told(held.replace("is then", "is not then"), article(held))[0][0] == "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm, the harbour master, led 60 guests across the bridge.",  # two things differ
        "The bridge to Velm was painted blue.",
        "The ferry will sail in the summer.",  # not until the summer
        "About 290 people watched from the shore.",  # may be the same
        "Ada Holm, the mayor, led guests home.",
    ],
)
def test_what_differs_in_more_than_a_word_or_may_be_the_same_is_not_found(text):
    assert told(text) == [("not_found", "", "")]


def test_a_word_that_another_sentence_about_the_same_has_contradicts_nothing():
    other = article("Ilse Brandt led 40 guests across the quay, too, as harbour master.", "2", "Two masters")
    assert told("Ilse Brandt, the harbour master, led 40 guests across it.", article(QUAY), other) == [
        ("not_found", "", "")
    ]


def test_two_names_of_one_person_contradict_nothing():
    named = article("Ada Holm of Orlo opened the quay.\n\nHolm thanked the builders.", title="Quay")
    assert told("Ada thanked the builders.", named) == [("not_found", "", "")]


def test_he_is_whom_the_text_named_before():
    two = article("Jan Reyl left.\n\nHe will be back in May.\n\nOmar Quist came.", title="Two men")
    assert told("Jan Reyl left. He will be back in May.", two)[1][0] == "borne_out"
    assert told("Omar Quist came. He will be back in May.", two)[1][0] == "not_found"


def test_a_figure_of_another_language_is_compared_by_its_digits():
    german = article(
        "Der Rat von Orlo hat am Freitag den neuen Kai eröffnet, der 12 Millionen Kronen gekostet hat.", title="Kai",
        language="de",
    )  # fmt: skip
    text = "Der Rat von Orlo hat am Freitag den neuen Kai eröffnet, der 15 Millionen Kronen gekostet hat."
    assert told(text, german) == [("contradicted", "15", "12")]


@pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")
def test_it_is_nobody_who_has_a_name():
    named = article("Ada Holm opened the new quay. Holm led 40 guests across the quay.")
    found = check_text("Ada Holm opened the new quay. It led 40 guests across the quay.", [named], PARSER).sentences
    assert [one.outcome for one in found] == ["borne_out", "not_found"]


TRAMS = (
    "Eleven people were hurt, one of them seriously, when two trams met at low speed in Orlo’s Chancery Square on "
    "Sunday, closing the junction. They stand there still."
)


def nearest(text, held=TRAMS):
    (found,) = check_text(text, [article(held, title="")], PARSER).sentences
    assert found.outcome == "not_found"
    return found.nearest


def test_words_left_out_that_no_rule_allows_are_told_apart_from_words_that_are_not_there():
    near = nearest("Eleven people were hurt when two trams met in Chancery Square on Sunday.")
    assert (near.order, near.absent) == ("apart", ())
    assert near.passage.span.of(TRAMS).startswith("Eleven people were hurt, one of them seriously")


def test_the_words_that_the_nearest_passage_lacks_are_told_with_their_places():
    text = "Twelve people were badly hurt when two old trams met in Chancery Square."
    near = nearest(text)
    assert near.order == ""
    assert [text[start:end] for start, end in near.absent] == ["Twelve", "badly", "old"]


def test_a_not_that_the_passage_lacks_is_told():
    text = "One of them not seriously hurt when two trams met."
    assert [text[start:end] for start, end in nearest(text).absent] == ["not"]


def test_light_words_that_the_passage_lacks_are_told_only_between_others():
    text = "Eleven people were hurt, and the two trams met at low speed in Chancery Square beside a school for girls."
    near = nearest(text)
    assert [text[start:end] for start, end in near.absent] == ["beside a school for girls"]


def test_small_words_that_tell_who_when_or_whether_are_told():
    text = "Eleven people will be hurt when we met two trams."
    assert [text[start:end] for start, end in nearest(text).absent] == ["will be", "we"]


def test_it_is_told_whether_the_passage_has_each_word():
    assert nearest("Seriously hurt people closed the junction on Sunday.").complete
    assert not nearest("Seriously hurt people and trams closed the junction on Sunday.").complete


def test_words_that_turn_a_sentence_are_never_light():
    for word in ("not", "no", "without", "may", "if", "against", "before", "only", "by", "for", "he", "was"):
        assert not is_light(word, "en"), word
    assert is_light("The", "en")
    assert not is_light("nicht", "de")
    assert not is_light("the", "xx")


def test_words_of_a_passage_in_another_order_or_form_are_neither_absent_nor_in_its_order():
    near = nearest("Seriously hurt people closed the junction on Sunday.")
    assert (near.order, near.absent) == ("", ())


def test_words_that_stand_together_are_not_said_to_have_others_between_them():
    assert nearest("They stand there").order == "together"


def test_a_passage_with_all_words_in_their_order_comes_before_one_with_more_rare_words():
    other = article("Chancery Square, Orlo: trams met people, they were hurt.", "2", title="")
    text = "Eleven people were hurt when two trams met on Sunday."
    (found,) = check_text(text, [other, article(TRAMS, title="")], PARSER).sentences
    assert (found.nearest.passage.article, found.nearest.order) == ("1", "apart")


def test_what_shares_too_little_with_everything_has_no_nearest_passage():
    assert nearest("A retired postman painted Velm’s lighthouse blue.") is None


def test_marks_of_lists_and_emphasis_are_no_part_of_a_sentence():
    assert claims_of("## The quay\n- **Ada Holm** led it. [2]\n1. It opened.\n\nOk") == [
        "The quay", "Ada Holm led it.", "It opened."
    ]  # fmt: skip


def test_no_more_sentences_are_judged_than_a_text_may_have_and_the_rest_is_counted():
    told = check_text("It was so. " * (MOST_SENTENCES + 9), [article(QUAY)])
    assert (len(told.sentences), told.left_out) == (MOST_SENTENCES, 9)
    assert check_text("It was so. " * MOST_SENTENCES, [article(QUAY)]).left_out == 0


def test_when_time_is_up_the_sentences_that_are_left_are_not_looked_at():
    late = iter([False, False, True])
    told = check_text("It was so. " * 5, [article(QUAY)], is_late=lambda: next(late))
    assert (len(told.sentences), told.left_out) == (2, 3)


def test_without_articles_nothing_is_found():
    found = check_text("The quay opened on Friday.", ()).sentences
    assert [one.outcome for one in found] == ["not_found"]


def test_a_day_of_the_month_is_a_date_and_a_lone_number_a_figure():
    found = [(one.kind, one.text) for one in details_of("On 6 March 2026 some 6 of them may leave Orlo.", "en")]
    assert found == [("date", "6 March 2026"), ("figure", "some 6"), ("name", "Orlo")]
