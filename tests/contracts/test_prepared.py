"""A question that is put into SQL once is answered as the ORM answers it, on SQLite and on PostgreSQL."""

import pytest

from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.db.cached_queries import CachedQuery
from newsclip.web.tests.factories import ferry

pytestmark = pytest.mark.django_db
NOBODY = 10**9


def listed(clip_ids):
    return queries.listed().defer("document").filter(pk__in=clip_ids)


def held(clips):
    return {clip.pk: {name: value for name, value in vars(clip).items() if name != "_state"} for clip in clips}


def test_rows_are_those_that_the_orm_gives_for_any_number_of_ids():
    ids = [ferry(place).pk for place in range(4)]
    prepared = CachedQuery(Clip, listed)
    for asked in (ids, ids[:1], ids[2:], [*ids, NOBODY], {NOBODY}, [ids[0], ids[0]]):
        assert held(prepared.objects(asked)) == held(listed(asked))
    Clip.objects.filter(pk=ids[0]).update(hidden=True)
    assert held(prepared.objects(ids)) == held(listed(ids[1:]))


def test_nothing_is_asked_for_no_rows(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert CachedQuery(Clip, listed).objects([]) == CachedQuery(Clip, listed).rows([]) == []


def test_a_question_that_goes_by_no_ids_is_asked_for_none():
    clip, other = ferry(), ferry(1)
    prepared = CachedQuery(Clip, lambda _: queries.newest()[:1])
    assert prepared.objects() == [other]
    Clip.objects.filter(pk=other.pk).update(hidden=True)
    assert prepared.objects() == [clip]


def test_what_a_question_does_not_load_is_deferred(django_assert_num_queries):
    clip = ferry()
    (found,) = CachedQuery(Clip, listed).objects([clip.pk])
    with django_assert_num_queries(1):
        assert found.document == clip.document


def test_the_sql_is_made_once_for_each_number_of_rows_and_no_answer_is_kept():
    clip, composed = ferry(), []

    def question(clip_ids):
        composed.append(len(clip_ids))
        return Clip.objects.filter(pk__in=clip_ids).values_list("headline", "reports")

    prepared = CachedQuery(Clip, question)
    for reports in (1, 2, 3):
        Clip.objects.update(reports=reports)
        assert prepared.rows([clip.pk]) == [(clip.headline, reports)]
    prepared.rows([clip.pk, NOBODY])
    assert composed == [1, 2]
