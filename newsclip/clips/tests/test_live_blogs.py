"""The clip of a live blog tells how things stand now, and no entry that makes way for newer ones is a correction."""

import pytest

from newsclip.articles.models import Article, Revision
from newsclip.articles.rules.newest_entries import places_of
from newsclip.clips import queries
from newsclip.clips.models import Clip, Correction
from newsclip.clips.tests.test_actions import NOW, a_story, changed, write_all
from newsclip.evidence.visitor import sentences_and_quotations

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TITLE = "Ferry aground off Marrow Point"
STATE = [
    "The ferry Sabine ran aground off Marrow Point on Monday evening with 212 people aboard, the coastguard said.",
    "Lifeboats brought the first 40 passengers of the ferry Sabine ashore at Hollin, the harbour master said.",
    "Fog cut visibility off Marrow Point to below 200 metres, the coastguard in Hollin said on Monday.",
    "Two passengers of the Sabine were treated for bruises at the harbour clinic of Hollin, a doctor said.",
    "The coastguard closed the strait off Marrow Point to all ships until Tuesday noon, its office said.",
    "Divers looked at the hull of the Sabine and found a crack nine metres long, the coastguard said.",
    "Tugs from Velmar will try to pull the ferry Sabine off the sandbank on Tuesday, its owner said.",
    "The minister of transport in Velmar asked for a report on the ferry Sabine, her office said.",
    "The school of Hollin took in 90 passengers of the ferry Sabine for the night, its head said.",
    "All 212 people from the ferry Sabine are ashore and safe, the coastguard in Hollin said late on Monday.",
    "The captain of the ferry Sabine was questioned by the police of Hollin, a police officer said.",
    "The tugs pulled the ferry Sabine off the sandbank at noon, the coastguard in Hollin said on Tuesday.",
]


def entries(count):
    """The newest first."""
    return [f"Entry {number}\n\n{STATE[number]}" for number in range(count)][::-1]


def text_of(count, shown=99):
    return "\n\n".join(entries(count)[:shown])


def grown(article, text, title=TITLE):
    article.revisions += 1
    article.save()
    Revision.objects.create(
        article=article, number=article.revisions, at=NOW, title=title, text=text, published=NOW, language="en",
        entries=places_of([f"Entry {number}" for number in range(20, -1, -1)], text),
    )  # fmt: skip


@pytest.fixture
def blog():
    """A live blog of three entries, and its clip."""
    story = a_story(TITLE, text_of(3))
    Revision.objects.update(entries=places_of(["Entry 2", "Entry 1", "Entry 0"], text_of(3)))
    write_all()
    return story


def now_told(story, text, title=TITLE):
    grown(Article.objects.get(), text, title)
    changed(story)
    write_all()
    return queries.document(Clip.objects.get())


def said(document):
    return " ".join(one.text for one in sentences_and_quotations(document))


@pytest.mark.parametrize("title", [TITLE, f"{TITLE}: live"])
def test_the_clip_begins_with_one_of_the_newest_entries_and_tells_none_of_the_old_ones(blog, title):
    Revision.objects.update(title=title)
    told = now_told(blog, text_of(12), title)
    assert told.summary[0].text in STATE[-3:]
    assert not [old for old in STATE[:4] if old in said(told)]


def test_a_live_blog_that_grows_makes_no_correction_of_what_its_clip_says_no_more(blog):
    before = queries.document(Clip.objects.get())
    assert "ran aground" in said(before)
    now_told(blog, text_of(12))
    assert not Correction.objects.exists()


def test_neither_does_one_whose_old_entries_leave_the_page(blog):
    now_told(blog, text_of(12, shown=6))
    assert not Correction.objects.exists()


def test_an_entry_that_is_put_otherwise_is_corrected(blog):
    now_told(blog, text_of(3).replace("212 people aboard", "216 people aboard"))
    [correction] = Correction.objects.all()
    assert correction.kind == "revised"
    assert "212" in correction.sentences[0]["before"]


def test_an_article_that_no_longer_says_it_is_corrected(blog):
    article = Article.objects.get()
    grown(article, STATE[2])
    Revision.objects.update(entries=None)
    changed(blog)
    write_all()
    assert Correction.objects.exists()


def test_evidence_points_into_the_whole_revision_and_the_clip_can_be_written_again(blog):
    now_told(blog, text_of(12))
    clip = Clip.objects.get()
    assert queries.standing(clip) == []
    assert queries.assigned_again(queries.document(clip)).articles[0].revision == 2
