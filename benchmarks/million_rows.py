"""A site of a million clips, as far as lists look at it: stories, clips, standings, hashtags, made by the database.

What is long and what nobody lists by (documents, articles) is left short or out. Scores, dates and hashtags do not lie
in the order of the rows, so that no list is quick by luck; one hashtag is on a twentieth of all clips, most on a few.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection, models

TAGS_A_CLIP = 3
HASHTAGS = 20_000
CATEGORIES = ("General", "Sports", "Politics", "Business", "Science", "Culture", "Health", "World")
_PRIME = 1_000_003


def fill(clips: int) -> None:
    """Into an empty site whose tables exist."""
    from newsclip.clips.models import Clip
    from newsclip.ranking.models import Standing, TagStanding
    from newsclip.stories.models import Story

    mixed = f"(n % {_PRIME}) * 48271 % {_PRIME}"
    when = minutes_before(f"{mixed} % {clips}")
    hot = f"({mixed}) / 100.0"
    category = "CASE n % 8 " + " ".join(f"WHEN {at} THEN '{name}'" for at, name in enumerate(CATEGORIES)) + " END"
    tables: list[tuple[type[models.Model], dict[str, str], int]] = [
        (Story, {"id": "n", "started_at": when, "last_at": when, "articles": "3", "key": "NULL"}, clips),
        (Clip, {
            "id": "n", "story_id": "n", "slug": "'clip-' || n", "document": "'{}'", "headline": "'Headline ' || n",
            "summary": "'What happened, in one sentence of some length, number ' || n", "category": category,
            "published": when, "updated": when, "language": "'en'", "ranked_version": "1",
        }, clips),
        (Standing, {
            "id": "n", "clip_id": "n", "hot": hot, "rising": f"({mixed}) / 90.0", "total": "(n * 7919) % 1000",
            "category": category, "published": when, "clip_version": "1", "receipt": "'{}'", "counted_at": when,
        }, clips),
    ]  # fmt: skip
    row = f"(n + {TAGS_A_CLIP - 1}) / {TAGS_A_CLIP}"
    far = f"(((n * 40503) % {_PRIME}) * 1.0 / {_PRIME})"
    rare = _whole(f"{far} * {far} * {far} * {HASHTAGS // TAGS_A_CLIP}")
    of_clip = f"({row} % {_PRIME}) * 48271 % {_PRIME}"
    tables.append((TagStanding, {
        "id": "n", "clip_id": row, "key": f"'t' || ({rare} * {TAGS_A_CLIP} + n % {TAGS_A_CLIP})",
        "hot": f"({of_clip}) / 100.0", "published": minutes_before(f"{of_clip} % {clips}"),
    }, TAGS_A_CLIP * clips))  # fmt: skip
    later = without_indexes([table for table, _, _ in tables])
    for table, given, rows in tables:
        insert(table, given, rows)
    with connection.cursor() as cursor:
        for statement in later:
            cursor.execute(statement)
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def big_tags(number: int) -> list[str]:
    """Hashtags that somebody follows: up to three of the largest, others smaller and smaller."""
    return [f"t{at}" for at in (0, 1, 2, *(3 * n * n + n % 3 for n in range(1, number)))][:number]


def minutes_before(minutes: str) -> str:
    if connection.vendor == "postgresql":
        return f"timestamptz '2026-11-24 12:00+00' - ({minutes}) * interval '1 minute'"
    return f"datetime('2026-11-24 12:00:00', -({minutes}) || ' minutes')"


def _whole(number: str) -> str:
    return f"floor({number})::int" if connection.vendor == "postgresql" else f"CAST({number} AS INTEGER)"


def insert(table: type[models.Model], given: dict[str, str], rows: int) -> None:
    """The columns as `given`, the others by the model's defaults."""
    columns, values, parameters = [], [], list[Any]()
    for column in table._meta.concrete_fields:
        columns.append(connection.ops.quote_name(column.column))
        if column.column in given:
            values.append(given[column.column])
        else:
            values.append("%s")
            default = column.get_default()
            kept = default if default is not None or column.null else ""
            parameters.append(column.get_db_prep_save(kept, connection))
    numbers = (
        f"SELECT generate_series(1::bigint, {rows}) AS n"
        if connection.vendor == "postgresql"
        else f"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {rows}) SELECT n FROM c"
    )
    name = connection.ops.quote_name(table._meta.db_table)
    selected = ", ".join(value.replace("%", "%%") if value != "%s" else value for value in values)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {name} ({', '.join(columns)}) SELECT {selected} FROM ({numbers}) AS s", parameters)


def without_indexes(tables: Iterable[type[models.Model]]) -> list[str]:
    """Drop the indexes that are no constraints, and return what makes them again: filling is quicker without them."""
    names = [table._meta.db_table for table in tables]
    asked = (
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND indexname NOT IN"
        " (SELECT conname FROM pg_constraint)"
        if connection.vendor == "postgresql"
        else f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        f" AND tbl_name IN ({', '.join(['%s'] * len(names))})"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked, [names] if connection.vendor == "postgresql" else names)
        found = [(name, made) for name, made in cursor.fetchall() if " UNIQUE " not in made]
        for name, _ in found:
            cursor.execute(f"DROP INDEX {connection.ops.quote_name(name)}")
    return [made for _, made in found]
