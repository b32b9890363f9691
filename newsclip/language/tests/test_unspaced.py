"""Chinese and Japanese."""

import pytest

from newsclip.language import unspaced
from newsclip.language.tokens import language_of, sentences, words


@pytest.mark.parametrize(
    "parts",
    [
        ["渡轮周四搁浅。", "乘客全部获救！", "原因是什么？", "调查仍在进行。"],
        ["港でフェリーが座礁した。", "船長は「霧が出た。何も見えなかった。」と話した。", "原因は調査中だ。"],
        ["船长说：“我们看不见。大雾来了。”", "公司停航至周一（节日除外。）。"],
    ],
)
def test_sentences_end_at_full_stops_outside_marks(parts):
    text = "".join(parts)
    assert [span.of(text) for span in sentences(text)] == parts


def test_two_characters_that_stand_together_are_a_word():
    assert words("渡轮Gull-2号搁浅, 212人") == ["渡轮", "Gull-2", "号搁", "搁浅", "212", "人"]
    assert words("Ça va: l'été 2031") == ["Ça", "va", "l'été", "2031"]


def test_words_are_counted_as_a_reader_would():
    assert unspaced.count_words("The ferry’s bow — gone.") == 5
    assert unspaced.count_words("渡轮周四在港外搁浅，212人获救。") == 7


@pytest.mark.parametrize(
    ("text", "language"),
    [("渡轮搁浅", "zh"), ("フェリー座礁", "ja"), ("港で座礁", "ja"), ("Ferry 渡 aground", ""), ("Паром", ""), ("", "")],
)
def test_the_script_tells_the_language_at_once(text, language):
    assert unspaced.language(text) == language_of(text) == language


def test_what_comes_again_is_a_word_unless_it_is_a_piece_of_a_longer_one():
    text = "执政党失去多数，执政党认输。投票率上升，投票率创新高。"
    assert [span.of(text) for span in unspaced.repeated(text)] == ["执政党", "执政党", "投票率", "投票率"]
    assert unspaced.repeated("一二三四五六七八九十" * 400)[:1] == []


def test_what_is_set_between_marks_or_in_katakana_is_a_name():
    text = "渡轮“海鸥号”离港，《米纳晨报》说“好”。フェリー「かもめ」"
    assert [span.of(text) for span in unspaced.names(text)] == ["海鸥号", "米纳晨报", "フェリー", "かもめ"]
