"""A value means the same in both databases, however each of them writes it."""

import pytest
from django.apps import apps

from newsclip.database_move import columns
from newsclip.database_move.columns import FOR_POSTGRESQL, FROM_COPY, FROM_SQLITE, TO_COMPARE, Kind, changer
from newsclip.database_move.tables import all_tables, batches, kind_of


@pytest.mark.parametrize(
    ("kind", "in_sqlite", "in_postgresql"),
    [
        (Kind.BOOL, 1, "t"),
        (Kind.BOOL, 0, "f"),
        (Kind.TIME, "2026-11-24 12:00:00", "2026-11-24 12:00:00+00"),
        (Kind.TIME, "2026-11-24 12:00:00.500000", "2026-11-24 12:00:00.5+00"),
        (Kind.TIME, "2026-11-24 12:00:00.000000", "2026-11-24 12:00:00+00"),
        (Kind.TIME, "2026-11-24T13:00:00+01:00", "2026-11-24 12:00:00+00"),
        (Kind.DAY, "2026-11-24", "2026-11-24"),
        (Kind.DECIMAL, 0.0012, "0.001200"),
        (Kind.DECIMAL, 3, "3.000000"),
        (Kind.REAL, 0.1, "0.1"),
        (Kind.REAL, 1e-07, "1e-07"),
        (Kind.WHOLE, 7, "7"),
        (Kind.BYTES, b"\x00ferry", "\\x006665727279"),
        (Kind.JSON, '{"b": 1.50, "a": [1e2, "\\u00e9"]}', '{"a": [100, "é"], "b": 1.50}'),
        (Kind.TEXT, "a\0b", "a\ufffdb"),
        (Kind.JSON, '["a\\u0000b", "\\ud800", "\\\\u0000"]', '["a\ufffdb", "\ufffd", "\\\\u0000"]'),
        (Kind.TEXT, None, None),
    ],
)
def test_both_are_the_same(kind, in_sqlite, in_postgresql):
    here = changer((kind,), FROM_SQLITE, FOR_POSTGRESQL, TO_COMPARE)((in_sqlite,))
    assert here == changer((kind,), FROM_COPY, TO_COMPARE)((in_postgresql,))


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (Kind.JSON, '{"a": 1}', '{"a": "1"}'),
        (Kind.TIME, "2026-11-24 12:00:00", "2026-11-24 12:00:01"),
        (Kind.TEXT, "a", "A"),
    ],
)
def test_what_differs_is_not_the_same(kind, one, other):
    change = changer((kind,), FROM_SQLITE, FOR_POSTGRESQL, TO_COMPARE)
    assert change((one,)) != change((other,))


def test_what_postgresql_holds_as_it_is_stays_as_it_was_written():
    assert columns.storable_json('{"b":  1, "a": "é"}') == '{"b":  1, "a": "é"}'
    assert columns.storable("ferry") == "ferry"


def test_every_column_of_every_table_can_be_moved():
    assert [kind_of(field) for model in apps.get_models() for field in model._meta.local_concrete_fields]


def test_every_table_of_the_product_is_moved_with_its_key_first():
    found = {table.name: table for table in all_tables()}
    assert {"clips_clip", "community_vote", "accounts_reader", "accounts_reader_groups", "django_session"} <= set(found)
    assert (found["django_session"].key, found["django_session"].is_numbered) == ("session_key", False)
    assert (found["clips_clip"].key, found["clips_clip"].is_numbered) == ("id", True)


def test_memory_holds_few_rows_and_few_long_ones():
    rows = [(number, "x" * 10) for number in range(10)]
    assert [len(batch) for batch in batches(iter(rows), most=4)] == [4, 4, 2]
    assert [len(batch) for batch in batches(iter(rows), size=30)] == [3, 3, 3, 1]
