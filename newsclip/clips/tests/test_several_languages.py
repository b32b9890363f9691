"""A story of several languages has a clip in one of them."""

from datetime import timedelta

import pytest

from newsclip.articles.models import Article, Revision
from newsclip.clips import actions, queries
from newsclip.clips.models import Clip, Correction
from newsclip.clips.tests.test_actions import NOW, Extractive, a_story, add_article, changed
from newsclip.db.leases import claim
from newsclip.kernel.reasons import Refused
from newsclip.stories.models import Membership, Story
from newsclip.writing.tests.foreign_stories import FRENCH, GERMAN, TITLES
from newsclip.writing.tests.stories import CROWD, MONDAY

pytestmark = pytest.mark.django_db
THIN = "Die Brücke."


def told_in(language: str, text: str, story: Story, *, hours: int = 1, declared: str = "") -> Article:
    """Another article of the story, in a language; its feed may declare another."""
    row = add_article(story, TITLES.get(language, ("",))[0], text, MONDAY + timedelta(hours=hours))
    Revision.objects.filter(article=row).update(language=declared or language)
    Membership.objects.filter(article=row).update(language=language)
    Story.objects.filter(pk=story.pk).update(articles=story.articles + 1)
    return row


def write(*readers: str) -> list[actions.WriteResult]:
    claimed = claim(actions.assign(queries.to_write(NOW, limit=50), limit=50), now=NOW, limit=50)
    return list(actions.write(claimed, writer=Extractive(), now=NOW, readers=readers))  # type: ignore[arg-type]


def cited(clip: Clip) -> set[str]:
    return {source.article for source in queries.document(clip).sources}


def test_the_clip_holds_the_articles_of_one_language_alone() -> None:
    story = a_story()
    add_article(story, CROWD.title, CROWD.text, MONDAY)
    german, french = told_in("de", GERMAN, story), told_in("fr", FRENCH, story)
    write()
    clip = Clip.objects.get()
    assert (clip.language, clip.reports) == ("en", 2)
    assert cited(clip).isdisjoint({str(german.pk), str(french.pk)})


def test_it_is_in_the_language_that_the_readers_of_the_site_read() -> None:
    story = a_story()
    german = told_in("de", GERMAN, story)
    write("it", "de", "en")
    clip = Clip.objects.get()
    assert (clip.language, cited(clip)) == ("de", {str(german.pk)})


def test_a_language_told_wrongly_by_its_feed_changes_nothing() -> None:
    story = a_story()
    german = told_in("de", GERMAN, story, declared="en")
    write()
    assert str(german.pk) not in cited(Clip.objects.get())


def test_where_the_first_language_is_too_thin_for_a_clip_it_is_written_in_the_next() -> None:
    story = a_story()
    told_in("de", THIN, story)
    [result] = write("de")
    assert (result.code, Clip.objects.get().language) == ("written", "en")


def test_a_clip_that_goes_on_in_another_language_corrects_nothing_and_says_what_joined() -> None:
    story = a_story()
    write()
    told_in("de", GERMAN, story)
    changed(story)
    [result] = write("de")
    clip = Clip.objects.get()
    assert (result.code, clip.language, clip.version) == ("rewritten", "de", 2)
    assert not Correction.objects.exists()


def test_a_report_in_another_language_leaves_the_clip_as_it_is() -> None:
    story = a_story()
    write()
    told_in("fr", FRENCH, story)
    changed(story)
    assert [result.code for result in write()] == ["unchanged"]


def test_readers_head_it_in_its_own_language_alone() -> None:
    story = a_story()
    told_in("fr", FRENCH, story)
    headline = FRENCH.partition("\n")[0]
    assert actions.borne_now(story.pk, "headline", [headline])
    write()
    with pytest.raises(Refused) as refused:
        actions.borne_now(story.pk, "headline", [headline])
    assert refused.value.code == "not_supported"


def test_readers_may_head_a_clip_whose_words_were_taken_down() -> None:
    story = a_story()
    write()
    headline = Clip.objects.get().headline
    Clip.objects.update(document={"sources": []})
    assert actions.borne_now(story.pk, "headline", [headline]) == (headline,)


def test_of_a_story_in_twelve_languages_three_are_tried() -> None:
    story = a_story(text=THIN)
    for code in ("fr", "es", "it", "pt", "pl", "cs", "sv", "da", "nl", "tr", "ru"):
        told_in(code, THIN, story)
    assert [result.code for result in write()] == ["too_thin"]
