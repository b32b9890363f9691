import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.kernel.reasons import Refused
from newsclip.operations.filters.group import Group, make
from newsclip.stories.tests.invented import BRIDGE, BRIDGE_TOLD_AGAIN, ORCHARD


def test_rows_get_the_story_they_tell_and_their_report():
    group = Group(MemoryStoryIndex())
    rows = [{"id": n, "title": told[0], "text": told[1]} for n, told in enumerate((BRIDGE, ORCHARD, BRIDGE_TOLD_AGAIN))]
    assert [group(row) for row in rows] == [
        {"story": "0", "report": "0"},
        {"story": "1", "report": "1"},
        {"story": "0", "report": "2"},
    ]


@pytest.mark.parametrize("published", ["2026-03-02", "2026-03-02T10:00:00", "2026-03-02T10:00:00+01:00", "", None])
def test_a_day_a_moment_or_nothing_is_a_date(published):
    assert Group(MemoryStoryIndex())({"id": "1", "title": "Hail", "published": published})["story"] == "1"


@pytest.mark.parametrize(
    "row", [{"id": 1}, {"id": 1, "title": 5}, {"id": 1, "title": "Hail", "published": "2026-13-01"}]
)
def test_a_row_that_cannot_be_read_is_named_as_such(row):
    with pytest.raises(Refused) as refused:
        Group(MemoryStoryIndex())(row)
    assert refused.value.code == "bad_row"


def test_another_text_under_a_known_id_is_another_article():
    group = Group(MemoryStoryIndex())
    rows = [{"id": "empty", "title": told[0], "text": told[1]} for told in (BRIDGE, ORCHARD, BRIDGE)]
    assert [group(row)["story"] for row in rows] == ["empty", "empty~2", "empty"]


def test_a_filter_knows_nothing_of_what_another_was_given():
    for told in (BRIDGE, ORCHARD):
        assert make()({"id": "1", "title": told[0], "text": told[1]})["story"] == "1"
        assert make()({"id": "2", "title": told[0], "text": told[1]})["story"] == "2"


def test_one_wrong_clock_does_not_make_it_forget():
    group = Group(MemoryStoryIndex())
    for n in range(499):
        group({"id": n, "title": f"alpha{n} beta{n} gamma{n}", "published": "2026-03-02"})
    group({"id": "late", "title": "From the future", "published": "2099-03-02"})
    group({"id": "bridge", "title": BRIDGE[0], "text": BRIDGE[1], "published": "2026-03-02"})
    row = {"id": "again", "title": BRIDGE_TOLD_AGAIN[0], "text": BRIDGE_TOLD_AGAIN[1], "published": "2026-03-03"}
    assert group(row)["story"] == "bridge"
