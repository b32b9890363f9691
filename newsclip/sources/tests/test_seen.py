from dataclasses import replace

from newsclip.sources.rules.reading import Item
from newsclip.sources.rules.seen import Seen, find_changed

ITEMS = [Item(f"/{n}", title=f"T{n}", published="p", updated="u", summary="s") for n in range(5)]
BEFORE = find_changed(ITEMS, Seen()).seen


def fresh(items, before=BEFORE):
    return {item.link: changed for item, changed in find_changed(items, before).fresh}


def test_all_is_new_to_who_has_seen_nothing():
    assert fresh(ITEMS, Seen()) == dict.fromkeys(["/0", "/1", "/2", "/3", "/4"])


def test_nothing_is_fresh_the_second_time_in_whatever_order():
    assert fresh(reversed(ITEMS)) == {}
    assert fresh(ITEMS, Seen.from_bytes(BEFORE.to_bytes())) == {}


def test_a_changed_entry_is_believed_where_most_others_are_as_they_were():
    assert fresh([replace(ITEMS[0], title="New"), *ITEMS[1:]]) == {"/0": True}
    assert fresh([replace(ITEMS[0], updated="later"), *ITEMS[1:]]) == {"/0": True}


def test_one_entry_that_has_other_words_is_believed_whatever_became_of_the_rest():
    alone = find_changed(ITEMS[:1], Seen()).seen
    assert fresh([replace(ITEMS[0], summary="They reached the shore.")], alone) == {"/0": True}
    restamped = [replace(item, updated="later") for item in ITEMS[1:]]
    assert fresh([replace(ITEMS[0], summary="They reached the shore."), *restamped]) == {"/0": True}
    assert fresh([replace(ITEMS[0], updated="later")], alone) == {}


def test_entries_that_all_got_another_stamp_are_the_same():
    assert fresh([replace(item, updated="later") for item in ITEMS]) == {}


def test_entries_that_all_got_another_text_are_read_but_not_believed():
    assert set(fresh([replace(item, summary="7 comments") for item in ITEMS]).values()) == {False}


def test_what_a_hub_sends_in_part_does_not_make_forget_the_rest():
    part = find_changed([Item("/new")], BEFORE).seen.joined(BEFORE, 5)
    assert fresh(ITEMS[:4], part) == {}
    assert len(part.marks) == 5
