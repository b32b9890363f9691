import copy
from dataclasses import replace
from datetime import timedelta

import pytest

from newsclip.articles.models import Revision
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip, ClipVersion
from newsclip.community import actions, queries
from newsclip.community.rules.news import changes, worth_telling
from newsclip.community.tests.conftest import NOW
from newsclip.evidence.document import Paragraph, Receipt, Section, Sentence
from newsclip.evidence.tests.documents import a_document
from newsclip.kernel.spans import Passage, digest_of
from newsclip.stories.models import Membership
from newsclip.web.tests import factories


def document(*sentences, summary=(), reports=1, articles=("1",)):
    evidence = tuple(Passage(article, 1, 0, 2, "aa") for article in articles)
    said = Paragraph(tuple(Sentence(text, evidence) for text in sentences))
    return replace(
        a_document(),
        headline=Sentence("Ferry aground", evidence),
        summary=tuple(Sentence(text, evidence) for text in summary),
        sections=(Section(None, (said,)),),
        reports=reports,
        receipt=Receipt(),
    )


def test_a_new_supported_fact_is_worth_telling():
    before, after = document("All are safe."), document("All are safe.", "Tugs came.", articles=("1", "2"))
    assert worth_telling(before, after, []) == [("fact", "New: %(text)s", {"text": "Tugs came."})]


def test_other_words_for_what_was_known_are_not():
    assert worth_telling(document("All are safe."), document("Everybody is safe."), []) == []


def test_what_stood_in_the_summary_is_no_news_in_a_section():
    before = document("All are safe.", summary=["Tugs came."])
    after = document("All are safe.", "Tugs came.", articles=("1", "2"))
    assert worth_telling(before, after, []) == []


def test_a_correction_comes_first_and_alone():
    before, after = document("Nine are hurt."), document("Eleven are hurt.", reports=2, articles=("1", "2"))
    told = worth_telling(before, after, [7])
    assert told == [("correction", "Corrected: %(reason)s", {"correction": 7})]


def test_one_more_independent_report_is_told_by_its_number():
    before, after = document("All are safe."), document("All are safe.", reports=3, articles=("1", "2"))
    _, sentence, given = worth_telling(before, after, [])[0]
    assert sentence % given == "2 more independent reports: Ferry aground"


def test_what_is_new_what_changed_and_what_is_gone_are_told_apart():
    before = document("The ferry carried 212 people at noon.", "Fog was thick.", "The harbour is closed.")
    after = document("The ferry carried 209 people at noon.", "Tugs came.", "The harbour is closed.")
    found = changes(before, after)
    assert found.new == ("Tugs came.",)
    assert found.changed == {"The ferry carried 209 people at noon.": "The ferry carried 212 people at noon."}
    assert found.gone == ("Fog was thick.",)
    assert changes(after, after) == changes(before, before)


def test_a_sentence_takes_the_place_of_one_at_most():
    before = document("Two of the five boats came back at dawn.")
    after = document("Two of the five boats came back at noon.", "Two of the six boats came back at noon.")
    found = changes(before, after)
    assert (len(found.changed), len(found.new), found.gone) == (1, 1, ())


@pytest.mark.django_db
def test_followers_are_told_once_and_a_reader_sees_what_is_new_since(mara, nils):
    clip = factories.ferry(at=NOW - timedelta(hours=1))
    actions.follow(mara, "story", str(clip.story_id), now=NOW)
    list(actions.announce(queries.to_announce(), now=NOW))
    assert actions.remember_reading(mara, clip, now=NOW) is None
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


@pytest.mark.django_db
def test_a_version_of_an_older_form_is_compared_with_nothing(mara):
    clip = factories.ferry(at=NOW - timedelta(hours=1))
    actions.follow(mara, "story", str(clip.story_id), now=NOW)
    list(actions.announce(queries.to_announce(), now=NOW))
    ClipVersion.objects.update(document={"headline": "Ferry aground", "sections": []})
    Clip.objects.update(version=2)
    assert [told for _, told in actions.announce(queries.to_announce(), now=NOW)] == [0]
    assert clips.earlier_version(clip, 1).document is None


@pytest.mark.django_db
def test_only_what_the_articles_did_not_say_before_is_a_new_fact(mara):
    """A clip that is written anew may tell what it had left out; that is no news of the event."""
    clip = factories.ferry(at=NOW - timedelta(hours=1))
    first, second = Membership.objects.filter(story=clip.story).order_by("pk").values_list("article", flat=True)[:2]
    before = clip.document | {"receipt": clip.document["receipt"] | {"inputs": [f"{first}@1:a", f"{second}@1:b"]}}
    ClipVersion.objects.update(document=before)
    actions.follow(mara, "story", str(clip.story_id), now=NOW)
    list(actions.announce(queries.to_announce(), now=NOW))
    new, old = "Tugs came at noon.", "The operator, Strait Line, said the Sabine had left Kelling at 06.20."
    text = Revision.objects.get(article=first).text
    Revision.objects.create(article_id=first, number=2, at=NOW, title="", text=f"{text} {new}", digest="")
    start = len(text) + 1
    added = cited(first, 2, start, start + len(new), new), cited_again(second, old)
    after = copy.deepcopy(before)
    after["sections"][0]["blocks"][0]["sentences"] += added
    Clip.objects.update(document=after, version=2)
    list(actions.announce(queries.to_announce(), now=NOW))
    assert [row.words for row in queries.news_for(mara)] == [f"New: {new}"]


def cited(article, revision, start, end, text):
    passage = {"article": str(article), "revision": revision, "start": start, "end": end, "digest": digest_of(text)}
    return {"text": text, "evidence": [passage]}


def cited_again(article, text):
    start = Revision.objects.get(article=article, number=1).text.index(text)
    return cited(article, 1, start, start + len(text), text)
