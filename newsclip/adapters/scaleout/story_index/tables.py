"""The index's own tables: they can be rebuilt from memberships and revisions."""

from typing import Any

from django.db import connection

CREATE = """
CREATE TABLE IF NOT EXISTS grouping_state (id smallint PRIMARY KEY, synced bigint NOT NULL);
CREATE TABLE IF NOT EXISTS grouping_language (language varchar(12) PRIMARY KEY, texts double precision NOT NULL);
CREATE TABLE IF NOT EXISTS grouping_term (
    id serial PRIMARY KEY, language varchar(12) NOT NULL, term text NOT NULL,
    count real NOT NULL, posted integer NOT NULL DEFAULT 0, UNIQUE (language, term));
CREATE TABLE IF NOT EXISTS grouping_place (
    id varchar(60) PRIMARY KEY, language varchar(12) NOT NULL, story varchar(60) NOT NULL,
    report varchar(60) NOT NULL, seen double precision NOT NULL);
CREATE INDEX IF NOT EXISTS grouping_place_seen ON grouping_place (seen);
CREATE TABLE IF NOT EXISTS grouping_story (
    language varchar(12) NOT NULL, key varchar(60) NOT NULL, numbers bytea NOT NULL, weights bytea NOT NULL,
    length double precision NOT NULL, first double precision, last double precision, articles integer NOT NULL,
    PRIMARY KEY (language, key));
CREATE TABLE IF NOT EXISTS grouping_settled (story varchar(60) PRIMARY KEY);
CREATE TABLE IF NOT EXISTS grouping_article (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, language varchar(12) NOT NULL,
    id varchar(60) NOT NULL UNIQUE, report varchar(60) NOT NULL, story varchar(60) NOT NULL,
    day double precision, seen double precision NOT NULL, numbers bytea NOT NULL, weights bytea NOT NULL,
    whole bigint NOT NULL, opening bigint NOT NULL, minima bytea, grams integer NOT NULL, credit smallint NOT NULL);
ALTER TABLE grouping_article ADD COLUMN IF NOT EXISTS marks bytea;
ALTER TABLE grouping_article ADD COLUMN IF NOT EXISTS origin bytea;
ALTER TABLE grouping_article ADD COLUMN IF NOT EXISTS places bytea;
ALTER TABLE grouping_article ADD COLUMN IF NOT EXISTS regions bytea;
ALTER TABLE grouping_state ADD COLUMN IF NOT EXISTS mark text NOT NULL DEFAULT '';
ALTER TABLE grouping_state ADD COLUMN IF NOT EXISTS titles text NOT NULL DEFAULT '';
CREATE TABLE IF NOT EXISTS grouping_title (
    id varchar(60) PRIMARY KEY, language varchar(12) NOT NULL, title text NOT NULL, day double precision,
    seen double precision NOT NULL, numbers bytea NOT NULL, origin bytea NOT NULL, mark text NOT NULL, vector bytea);
CREATE INDEX IF NOT EXISTS grouping_title_seen ON grouping_title (seen);
CREATE INDEX IF NOT EXISTS grouping_article_whole ON grouping_article (language, whole);
CREATE INDEX IF NOT EXISTS grouping_article_opening ON grouping_article (language, opening);
CREATE INDEX IF NOT EXISTS grouping_article_story ON grouping_article (language, story);
CREATE TABLE IF NOT EXISTS grouping_posting (
    term integer NOT NULL, article bigint NOT NULL REFERENCES grouping_article ON DELETE CASCADE, weight real NOT NULL,
    PRIMARY KEY (term, article));
CREATE INDEX IF NOT EXISTS grouping_posting_article ON grouping_posting (article);
"""


def create() -> None:
    with connection.cursor() as cursor:
        cursor.execute(CREATE)


def ask(statement: str, *given: Any) -> list[tuple[Any, ...]]:
    """The rows of a query; [] for a statement without rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return list(cursor.fetchall()) if cursor.description else []
