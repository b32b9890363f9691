from datetime import timedelta

import pytest

from newsclip.clips.models import ClipVersion
from newsclip.community import actions, queries
from newsclip.community.rules.news import worth_telling
from newsclip.community.tests.conftest import NOW
from newsclip.web.tests import factories


def document(*sentences, reports=1, articles=("1",)):
    evidence = [{"article": article, "revision": 1, "digest": "aa"} for article in articles]
    said = [{"text": text, "evidence": evidence} for text in sentences]
    return {
        "headline": {"text": "Ferry aground"},
        "reports": reports,
        "sections": [{"heading": None, "blocks": [{"kind": "paragraph", "sentences": said}]}],
    }


def test_a_new_supported_fact_is_worth_telling():
    before, after = document("All are safe."), document("All are safe.", "Tugs came.", articles=("1", "2"))
    assert worth_telling(before, after, []) == [("fact", "New: Tugs came.")]


def test_other_words_for_what_was_known_are_not():
    assert worth_telling(document("All are safe."), document("Everybody is safe."), []) == []


def test_a_correction_comes_first_and_alone():
    before, after = document("Nine are hurt."), document("Eleven are hurt.", reports=2, articles=("1", "2"))
    told = worth_telling(before, after, ["The Ledger changed 9 to 11."])
    assert told == [("correction", "Corrected: The Ledger changed 9 to 11.")]


def test_one_more_independent_report_is_told_by_its_number():
    before, after = document("All are safe."), document("All are safe.", reports=3, articles=("1", "2"))
    assert worth_telling(before, after, [])[0] == ("report", "2 more independent reports: Ferry aground")


@pytest.mark.django_db
def test_followers_are_told_once_and_a_reader_sees_what_is_new_since(mara, nils):
    clip = factories.ferry(at=NOW - timedelta(hours=1))
    actions.follow(mara, "story", str(clip.story_id), now=NOW)
    list(actions.announce(queries.to_announce(), now=NOW))
    assert actions.remember_reading(mara, clip, now=NOW) == 0
    clip.refresh_from_db()
    changed = dict(clip.document, reports=clip.document["reports"] + 1)
    ClipVersion.objects.get_or_create(
        clip=clip, version=1, defaults={"document": clip.document, "digest": "", "at": NOW}
    )
    clip.document, clip.version = changed, 2
    clip.save()
    list(actions.announce(queries.to_announce(), now=NOW))
    list(actions.announce(queries.to_announce(), now=NOW))
    assert [row.kind for row in queries.news_for(mara)] == ["report"]
    assert list(queries.news_for(nils)) == []
