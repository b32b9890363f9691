"""Stories of articles in Chinese and Japanese."""

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.cli.filters.group import Group
from newsclip.stories.rules.terms import terms
from newsclip.writing.tests.unspaced_stories import TOLD

SCHOOLS = {
    "zh": ("林镇小学新校舍启用", "林镇小学周四启用新校舍，四百名学生迁入。校长陈美说，新楼有十六间教室和一座图书馆。"),
    "ja": ("山の小学校に新校舎", "ミナミハマ町の山の小学校で26日、新しい校舎が完成した。児童400人が引っ越した。"),
}


def test_tellings_of_one_event_meet_and_no_others():
    group = Group(MemoryStoryIndex())
    told = [(language, *one) for language in TOLD for one in (*TOLD[language], SCHOOLS[language])]
    rows = [
        group({"id": number, "title": title, "text": text, "published": "2026-11-26"})
        for number, (_, title, text) in enumerate(told)
    ]
    assert [row["story"] for row in rows] == ["0", "0", "2", "3", "3", "5"]
    assert len({row["report"] for row in rows}) == len(rows)


def test_a_copy_that_was_cut_and_set_anew_is_one_report():
    group = Group(MemoryStoryIndex())
    title, text = TOLD["zh"][0]
    first = group({"id": "a", "title": title, "text": text * 2})
    again = group({"id": "b", "title": "米纳港快讯：" + title, "text": "本网讯 " + text + text[:40]})
    assert again["report"] == first["report"] == "a"


def test_a_word_of_hindi_keeps_the_marks_of_its_vowels():
    assert terms("नोरवेल में नौका हड़ताल।", "hi") == ["नोरवेल", "नौका", "हड़ताल"]
