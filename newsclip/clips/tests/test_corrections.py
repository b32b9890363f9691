"""What becomes of a clip when what it rests on changes, vanishes, or moves elsewhere."""

import pytest

from newsclip.adapters.no_vectors import NoVectors
from newsclip.articles.models import Article
from newsclip.clips import actions, queries
from newsclip.clips.models import Clip, Correction
from newsclip.clips.rules.corrections import is_retracted
from newsclip.clips.tests.test_actions import (
    NOW,
    Heard,
    Refusing,
    a_story,
    add_article,
    changed,
    revise,
    write_all,
)
from newsclip.kernel.reasons import in_sentences
from newsclip.stories import actions as stories
from newsclip.stories.models import Membership, Story
from newsclip.writing.tests.stories import BRIDGE, CROWD, MONDAY, SHORT_BRIDGE

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_changed_figure_is_told_in_words_with_what_the_clip_says_now() -> None:
    story = a_story()
    write_all()
    revise(Article.objects.get(), "4,000", "5,000")
    changed(story)
    write_all()
    [correction] = queries.with_words(queries.corrections())
    assert (correction.kind, in_sentences(correction.told)) == (
        "revised",
        "Paper 1 changed “4,000 people” to “5,000 people”.",
    )
    assert correction.clip.versions.get(version=2).reasons == correction.reasons
    assert all("4,000" in pair["before"] and "5,000" in pair["after"] for pair in correction.sentences)


def test_what_changed_alike_in_headline_and_text_is_told_once() -> None:
    story = a_story()
    write_all()
    revise(Article.objects.get(), "nine years", "eight years")
    changed(story)
    write_all()
    [correction] = queries.with_words(queries.corrections())
    assert len(correction.sentences) > 1
    assert in_sentences(correction.told) == "Paper 1 changed “nine” to “eight”."


def test_a_changed_headline_gives_a_new_version_at_the_old_address() -> None:
    story = a_story()
    write_all()
    slug = Clip.objects.get().slug
    revise(Article.objects.get(), "Harbour bridge opens in Orlo Bay", "Footbridge opens in Orlo Bay")
    changed(story)
    assert [result.code for result in write_all()] == ["rewritten"]
    clip = Clip.objects.get()
    assert (clip.slug, clip.version, clip.headline) == (slug, 2, "Footbridge opens in Orlo Bay after nine years")


def test_a_change_that_no_sentence_rests_on_is_no_correction() -> None:
    story = a_story()
    write_all()
    revise(Article.objects.get(), BRIDGE.text, BRIDGE.text + "\n\nThe cafe at the pier is closed on Sundays.")
    changed(story)
    write_all()
    assert not queries.corrections().exists()
    assert "Paper 1 changed other parts of its article." in in_sentences(queries.versions(Clip.objects.get())[0].told)


def test_a_story_whose_only_article_is_gone_withdraws_its_clip_and_says_why() -> None:
    a_story()
    write_all()
    assert not queries.to_write(NOW, limit=9)
    Article.objects.update(state="gone", came_or_went=True)
    assert [result.code for result in write_all()] == ["too_thin"]
    clip = Clip.objects.get()
    assert (clip.state, clip.code) == ("withdrawn", "too_thin")
    assert [one.kind for one in queries.corrections_of(clip)] == ["withdrawn", "taken back"]
    assert not queries.newest().exists()
    assert queries.by_slug(clip.slug) == clip
    assert not queries.to_write(NOW, limit=9)


def test_sentences_of_an_article_that_is_gone_vanish_and_the_clip_stays() -> None:
    story = a_story(text=SHORT_BRIDGE.text)
    other = add_article(story, CROWD.title, CROWD.text, MONDAY)
    write_all()
    Article.objects.filter(pk=other.pk).update(state="gone", came_or_went=True)
    assert [result.code for result in write_all()] == ["rewritten"]
    clip = Clip.objects.get()
    assert [source["article"] for source in clip.document["sources"]] != [str(other.pk)]
    [correction] = queries.corrections_of(clip)
    assert in_sentences(correction.told) == "Paper 2 withdrew its article."


def test_a_retracted_article_is_left_out_however_its_publisher_says_so() -> None:
    assert is_retracted("Retracted: Bridge opens", "")
    assert is_retracted("Bridge opens", "This article has been withdrawn.")
    assert not is_retracted("Mayor withdrawn from race", "The mayor said he had retracted nothing.")
    story = a_story()
    write_all()
    revise(Article.objects.get(), BRIDGE.title, f"RETRACTED: {BRIDGE.title}")
    changed(story)
    write_all()
    assert Clip.objects.get().state == "withdrawn"


def test_a_refused_rewrite_withdraws_the_old_clip_and_a_later_one_restores_it() -> None:
    story = a_story()
    write_all()
    changed(story)
    write_all(Refusing())
    assert Clip.objects.get().state == "withdrawn"
    changed(story)
    assert [result.code for result in write_all()] == ["rewritten"]
    assert Clip.objects.get().state == "published"
    assert [one.kind for one in queries.corrections()] == ["restored", "withdrawn"]


def test_a_story_that_lost_all_its_articles_withdraws_its_clip() -> None:
    story = a_story()
    write_all()
    Membership.objects.all().delete()
    Story.objects.filter(pk=story.pk).update(articles=0, version=story.version + 1)
    write_all()
    assert Clip.objects.get().state == "withdrawn"


def test_a_withdrawn_clip_is_forgotten_by_search_once() -> None:
    a_story()
    write_all()
    index = Heard()
    actions.index(queries.to_index(), index=index, vectors=NoVectors())
    clip = Clip.objects.get()
    assert actions.withdraw(clip, "not_supported", now=NOW) is not None
    assert actions.withdraw(clip, "not_supported", now=NOW) is None
    actions.index(queries.to_index(), index=index, vectors=NoVectors())
    assert index.dropped == [clip.pk]
    assert not queries.to_index().exists()


def test_the_clip_of_a_merged_story_leads_on_and_search_forgets_it() -> None:
    kept, merged = a_story(), a_story("Bridge crowd in Orlo Bay grows", CROWD.text)
    write_all()
    index = Heard()
    actions.index(queries.to_index(), index=index, vectors=NoVectors())
    old = Clip.objects.get(story=merged)
    stories.merge(merged, kept, now=NOW)
    write_all()
    found = queries.by_slug(old.slug)
    assert found is not None
    assert found.story_id == kept.pk
    assert list(queries.newest()) == [found]
    actions.index_again(merged.pk)  # as the journey does with what was merged
    actions.index(queries.to_index(), index=index, vectors=NoVectors())
    assert index.dropped == [old.pk]


def test_a_merge_that_is_taken_back_gives_the_clip_its_old_address_again() -> None:
    kept, merged = a_story(), a_story("Bridge crowd in Orlo Bay grows", CROWD.text)
    write_all()
    slug = Clip.objects.get(story=merged).slug
    articles = list(Membership.objects.filter(story=merged).values_list("article_id", flat=True))
    stories.merge(merged, kept, now=NOW)
    write_all()
    kept.refresh_from_db()
    stories.split(articles, kept, now=NOW, revive=merged)
    write_all()
    found = queries.by_slug(slug)
    assert found is not None
    assert (found.slug, found.story_id, found.state) == (slug, merged.pk, "published")
    assert queries.to_index().filter(pk=found.pk).exists()


def test_addresses_of_stories_merged_one_into_the_other_lead_to_the_last() -> None:
    kept, middle, first = a_story(), a_story("Crowd grows", CROWD.text), a_story("Crowd in the bay", CROWD.text)
    write_all()
    slugs = [clip.slug for clip in Clip.objects.exclude(story=kept)]
    stories.merge(first, middle, now=NOW)
    stories.merge(middle, kept, now=NOW)
    write_all()
    assert {found.story_id for slug in slugs if (found := queries.by_slug(slug))} == {kept.pk}


def test_what_was_put_right_names_the_kinds() -> None:
    assert {"revised", "taken back", "moved", "withdrawn", "restored", "challenged"} == set(Correction.Kind.values)
