"""Who waits to write goes before a worker that writes again and again."""

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper

from newsclip.db import sqlite_write_queue
from newsclip.db.sqlite_write_queue import PATIENCE, Turns


class Time:
    def __init__(self):
        self.now, self.after_a_pause = 0.0, lambda: None

    def clock(self):
        return self.now

    def pause(self, seconds):
        self.now += seconds
        self.after_a_pause()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "turns"


def test_where_nobody_waits_nobody_gives_way(file):
    time = Time()
    Turns(file).give_way(time.clock, time.pause)
    assert time.now == 0


def test_a_worker_gives_way_until_nobody_waits(file):
    time, reader = Time(), Turns(file)
    with reader.waiting():
        pass  # that is over
    waits = reader.waiting()
    waits.__enter__()
    time.after_a_pause = lambda: time.now > PATIENCE / 4 and waits.__exit__(None, None, None)
    Turns(file).give_way(time.clock, time.pause)
    assert PATIENCE / 4 < time.now < PATIENCE / 2


def test_however_many_wait_a_worker_gives_way_for_a_moment_alone(file):
    time = Time()
    with Turns(file).waiting(), Turns(file).waiting():
        Turns(file).give_way(time.clock, time.pause)
    assert PATIENCE <= time.now < 2 * PATIENCE


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has one turn for all")
def test_what_begins_to_write_says_that_it_waits_and_what_reads_does_not(file, tmp_path):
    turns, waited = Turns(file), []
    wrapped = []
    sqlite_write_queue.say_when_waiting(file, around=wrapped.append)

    def execute(sql, params, many, context):
        time = Time()
        turns.give_way(time.clock, time.pause)
        waited.append(time.now > 0)

    other = DatabaseWrapper(connection.settings_dict | {"NAME": str(tmp_path / "other.sqlite3")}, "other")
    for sql in ("SELECT 1", "BEGIN IMMEDIATE", "UPDATE t SET a = 1"):
        wrapped[0](execute, sql, (), False, {"connection": other})
    other.in_atomic_block = True
    wrapped[0](execute, "UPDATE t SET a = 1", (), False, {"connection": other})
    assert waited == [False, True, True, False]
