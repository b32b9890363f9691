"""How moderators find the other story of a merge, what they see before they do it, and changes they make at once."""

import pytest
from django.db import connection
from django.utils.http import int_to_base36

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community.models import Action, Comment, Suggestion, Support
from newsclip.options import OPTIONS
from newsclip.stories.models import Membership, Story
from newsclip.web.pages import story_addresses
from newsclip.web.tests import factories
from newsclip.web.tests.other_languages import told_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def clip() -> Clip:
    return factories.ferry()


OURS = OPTIONS.site_url
ADDRESSES = (
    "/c/{slug}", f"{OURS}/c/{{slug}}?from=feed#s3", "/k/{short}", f"{OURS}/k/{{short}}",
    "/c/{slug}.json", "/c/{slug}/evidence#s1",
    "/s/{story}", f"{OURS}/s/{{story}}/discussion", "/s/{story}.json", "{story}", " /s/{story} ",
    "/comments/{comment}", "{article}",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_address_of_any_page_about_a_story_or_of_its_articles_names_it(address, other):
    reader = Reader.objects.create_user("mara", password="deep water")
    said = Comment.objects.create(reader=reader, story=other.story, text="At last.", at=other.published)
    article = Membership.objects.filter(story=other.story).latest("pk").article
    given = address.format(
        slug=other.slug, story=other.story_id, comment=said.pk, article=article.url, short=int_to_base36(other.pk)
    )
    found = story_addresses.story_at(given)
    assert found == other.story


def test_an_address_of_another_site_names_no_story_of_ours(other):
    assert story_addresses.story_at(f"https://elsewhere.example/s/{other.story_id}") is None
    assert story_addresses.story_at(f"https://elsewhere.example/c/{other.slug}") is None


@pytest.mark.parametrize(
    "given",
    [
        "",
        "/k/",
        "/k/zzzzzzzzzzzzzzz",
        "/k/9zz",
        "/",
        "/s/",
        "/s/x",
        "/s/99999999",
        "/c/no-such-clip",
        "https://[",
        "https://nowhere.example/1",
        "٣",
    ],
)
def test_an_address_of_nothing_names_no_story(given, other):
    assert story_addresses.story_at(given) is None


def test_the_address_of_a_merged_story_names_the_one_it_became(clip, other):
    Story.objects.filter(pk=other.story_id).update(merged_into=clip.story_id)
    assert story_addresses.story_at(f"/s/{other.story_id}") == clip.story


def test_words_instead_of_an_address_find_stories_to_compare_with(client, clip, other, orla):
    factories.index(other)
    html = client.post(f"/s/{clip.story_id}/merge", {"into": "tugs refloat"}).content.decode()
    assert f'name="into" value="{other.story_id}"' in html
    assert "Compare with “Tugs refloat the Sabine”" in html


def test_what_names_no_story_is_said_and_kept(client, clip, orla):
    html = client.post(f"/s/{clip.story_id}/merge", {"into": "/s/99999999"}).content.decode()
    assert "No story is at “/s/99999999”" in html
    assert 'value="/s/99999999"' in html


def test_a_story_is_not_compared_with_itself(client, clip, orla):
    html = client.post(f"/s/{clip.story_id}/merge", {"into": f"/c/{clip.slug}"}).content.decode()
    assert "That is this story itself" in html


def test_before_a_merge_the_whole_story_is_shown_in_order_of_time(client, clip, other, orla):
    reader = Reader.objects.create_user("mara", password="deep water")
    for story in (clip.story, other.story):
        Comment.objects.create(reader=reader, story=story, text="At last.", at=other.published)
    html = client.post(f"/s/{clip.story_id}/merge", {"into": f"/c/{other.slug}"}).content.decode()
    articles = Membership.objects.filter(story__in=(clip.story, other.story)).select_related("article")
    places = [html.index(str(one.article)) for one in sorted(articles, key=lambda one: one.article.published)]
    assert places == sorted(places)
    assert html.count("joins it") == Membership.objects.filter(story=clip.story).count()
    assert "2 comments; a reader who voted on both is counted once" in html
    assert f"The headline stays “{other.headline}” until the clip is rewritten" in html


def test_the_other_way_round_keeps_the_other_address(client, clip, other, orla):
    html = client.post(f"/s/{clip.story_id}/merge", {"into": f"/c/{other.slug}"}).content.decode()
    assert f'action="/s/{other.story_id}/merge"' in html
    turned = client.post(f"/s/{other.story_id}/merge", {"into": str(clip.story_id)}).content.decode()
    assert turned.count("joins it") == Membership.objects.filter(story=other.story).count()


def test_a_moderator_puts_a_headline_right_at_once_and_the_log_says_so(client, clip, orla):
    ask = {"kind": "headline", "headline": "Lifeboats empty stranded ferry in fog", "why": "It says more."}
    client.post(f"/s/{clip.story_id}/suggest", ask | {"at_once": "1"})
    assert Suggestion.objects.get().state == Suggestion.State.APPLIED
    done = Action.objects.get()
    assert (done.name, done.kind, done.reason) == ("orla", "change", "another headline: It says more.")


def test_whoever_is_no_moderator_only_suggests(client, clip):
    client.force_login(Reader.objects.create_user("mara", password="deep water"))
    ask = {"kind": "headline", "headline": "Lifeboats empty stranded ferry in fog", "at_once": "1"}
    client.post(f"/s/{clip.story_id}/suggest", ask)
    assert Suggestion.objects.get().state == Suggestion.State.OPEN
    assert "at_once" not in client.get(f"/s/{clip.story_id}/suggest").content.decode()


def test_readers_suggest_a_merge_by_the_address_of_a_clip(client, clip, other):
    client.force_login(Reader.objects.create_user("mara", password="deep water"))
    client.post(f"/s/{clip.story_id}/suggest", {"kind": "merge", "story": f"{OURS}/c/{other.slug}"})
    assert Suggestion.objects.get().wanted == {"story": other.story_id}


def test_a_headline_that_no_source_bears_is_refused_in_plain_words_with_others_to_take(signed_in, clip):
    assert f'href="/s/{clip.story_id}/suggest"' in signed_in.get(f"/c/{clip.slug}").content.decode()
    address = f"/s/{clip.story_id}/suggest"
    asked = {
        "kind": "headline",
        "headline": "Ferry aground off Marrow Point; all 987 aboard are safe",
        "why": "Read it.",
    }
    answer = signed_in.post(address, asked)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "No source says “987”." in page
    assert "Take the title of an article" in signed_in.get(address).content.decode(), "told before"
    assert "passages it cites" not in page
    assert all(kept in page for kept in ("all 987 aboard", 'value="Read it."'))
    title = "Lifeboats empty stranded ferry in fog"
    assert f'<input type="radio" name="title" value="{title}">' in page, "chosen, and sent with one button"
    assert page.count(">Suggest the headline</button>") == 1
    taken = signed_in.post(address, {"kind": "headline", "headline": asked["headline"], "title": title})
    assert taken["Location"] == f"/s/{clip.story_id}/suggestions"
    assert Suggestion.objects.get().wanted == {"headline": title}


def test_who_corrects_their_words_after_a_title_was_refused_gets_these_words(client, clip, orla):
    title = str(told_in(clip, "fr", "Le Phare", "La Sabine reste 987 jours à quai"))
    address, asked = f"/s/{clip.story_id}/suggest", {"kind": "headline", "headline": clip.headline}
    answer = client.post(address, asked | {"title": title})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'name="title" value="{title}">' in page, "offered still, but not chosen over what is typed next"
    assert '<input type="radio" name="title" value="" checked>' in page


def test_readers_choose_the_other_story_of_a_merge_from_those_that_are_close(client, clip, other, mara):
    client.force_login(mara)
    page = client.get(f"/s/{clip.story_id}/suggest").content.decode()
    assert f'<input type="radio" name="near" value="{other.story_id}">' in page
    client.post(f"/s/{clip.story_id}/suggest", {"kind": "merge", "near": str(other.story_id), "story": ""})
    assert Suggestion.objects.get().wanted == {"story": other.story_id}
    answer = client.post(f"/s/{clip.story_id}/suggest", {"kind": "merge", "story": " "})
    assert "Choose a story from the list, or paste the address of one." in answer.content.decode()


def test_a_moderator_who_wants_a_merge_is_led_to_the_page_that_compares_the_two(client, clip, orla):
    page = client.get(f"/s/{clip.story_id}/suggest").content.decode()
    assert f'href="/s/{clip.story_id}/merge">Compare and merge</a>' in page
    assert "Suggest the merge" not in page


def test_a_suggested_merge_is_looked_at_before_it_is_carried_out_and_its_undoing_says_what_it_did(
    client, clip, other, orla, mara
):
    client.force_login(mara)
    client.post(f"/s/{clip.story_id}/suggest", {"kind": "merge", "story": str(other.story_id), "why": "One ferry."})
    client.force_login(orla)
    idea = Suggestion.objects.get()
    preview = client.post(f"/suggestions/{idea.pk}/decide")["Location"]
    assert Suggestion.objects.get().state == Suggestion.State.OPEN
    page = client.get(preview).content.decode()
    assert "What the story will be" in page
    assert ">One ferry.</textarea>" in page
    sure = {"into": str(other.story_id), "suggestion": str(idea.pk), "why": "The same night.", "sure": "1"}
    client.post(f"/s/{clip.story_id}/merge", sure)
    assert Story.objects.get(pk=clip.story_id).merged_into_id == other.story_id
    assert Action.objects.get().reason == "another story is about the same event: The same night."
    there = client.get(f"/s/{clip.story_id}/suggestions").content.decode()
    assert other.headline in there
    assert "The two are one story now." in there
    client.post(f"/suggestions/{idea.pk}/decide", {"undo": "1"})
    there = client.get(f"/s/{clip.story_id}/suggestions").content.decode()
    assert "undone." in there.lower()
    assert "one story now" not in there


@pytest.fixture
def idea(clip, other, orla, mara) -> Suggestion:
    """Mara suggests to merge the ferry's story into the tugs'."""
    wanted = {"story": other.story_id}
    return Suggestion.objects.create(
        reader=mara, story=clip.story, kind="merge", wanted=wanted, why="One ferry.", at=other.published
    )


def test_a_suggested_merge_that_is_turned_round_is_still_what_was_suggested(client, clip, other, orla, mara, idea):
    page = client.get(f"/s/{clip.story_id}/merge?suggestion={idea.pk}").content.decode()
    assert page.count(f'name="suggestion" value="{idea.pk}"') == 2, "for merging, and for turning it round"
    turned = {"into": str(clip.story_id), "suggestion": str(idea.pk)}
    page = client.post(f"/s/{other.story_id}/merge", turned).content.decode()
    assert ">One ferry.</textarea>" in page
    done = client.post(f"/s/{other.story_id}/merge", turned | {"why": "The same night.", "sure": "1"})
    assert done["Location"] == f"/s/{clip.story_id}/suggestions"
    idea.refresh_from_db()
    assert (idea.state, idea.decided_by) == (Suggestion.State.APPLIED, orla)
    assert Story.objects.get(pk=other.story_id).merged_into_id == clip.story_id
    client.post(f"/suggestions/{idea.pk}/decide", {"undo": "1"})
    idea.refresh_from_db()
    assert idea.state == Suggestion.State.UNDONE
    for one in (clip, other):
        assert Story.objects.get(pk=one.story_id).merged_into_id is None
        assert Membership.objects.filter(story=one.story_id).exists()


def test_a_suggestion_to_merge_what_is_merged_already_ends_with_its_reason(client, clip, other, orla, idea):
    client.post(f"/s/{other.story_id}/merge", {"into": str(clip.story_id), "why": "One night.", "sure": "1"})
    there = client.post(f"/suggestions/{idea.pk}/decide")["Location"]
    assert there == f"/s/{clip.story_id}/suggestions"
    idea.refresh_from_db()
    assert idea.state == Suggestion.State.REFUSED
    assert "These two stories cannot be merged." in client.get(there).content.decode()


def test_who_merges_by_a_suggestion_that_ended_meanwhile_is_told_that_nothing_was_merged(
    client, clip, other, orla, idea
):
    waiting = [idea.pk]

    def refuse_first(execute, sql, params, many, context):
        if waiting and sql.startswith('UPDATE "community_suggestion"'):
            Suggestion.objects.filter(pk=waiting.pop()).update(state=Suggestion.State.REFUSED)
        return execute(sql, params, many, context)

    sure = {"into": str(other.story_id), "suggestion": str(idea.pk), "why": "One night.", "sure": "1"}
    with connection.execute_wrapper(refuse_first):
        answer = client.post(f"/s/{clip.story_id}/merge", sure, follow=True)
    assert "Nothing was merged now." in answer.content.decode()
    assert Story.objects.get(pk=clip.story_id).merged_into_id is None


def test_whoever_suggests_a_change_reads_who_decides_about_this_very_story(client, clip, other):
    client.force_login(Reader.objects.create_user("mara", password="deep water"))
    path = f"/s/{clip.story_id}/suggest"
    anywhere = "Readers split and merge stories only where it was in doubt"
    assert "This story is on the front page" in client.get(path).content.decode()
    assert anywhere not in client.get(path).content.decode()
    Clip.objects.filter(pk=clip.pk).update(hidden=True)
    assert anywhere in client.get(path).content.decode()


def test_whoever_suggested_something_finds_it_on_their_own_page_and_nobody_else_does(client, clip, orla):
    mara = Reader.objects.create_user("mara", password="deep water")
    client.force_login(mara)
    client.post(f"/s/{clip.story_id}/suggest", {"kind": "hashtags", "hashtags": "#Sabine", "why": "It is a ferry."})
    own = client.get("/u/mara").content.decode()
    assert f'<a href="/s/{clip.story_id}/suggestions">Other hashtags</a> “<span dir="auto">It is a ferry.' in own
    client.force_login(orla)
    assert "It is a ferry." not in client.get("/u/mara").content.decode()


def test_a_suggestion_is_taken_back_by_its_author_while_nobody_agrees(client, clip, nils):
    mara = Reader.objects.create_user("mara", password="deep water")
    idea = Suggestion.objects.create(
        story=clip.story, reader=mara, kind="hashtags", wanted={"hashtags": ["Sabine"]}, at=clip.published
    )
    listed, path = f"/s/{clip.story_id}/suggestions", f"/suggestions/{idea.pk}/support"
    client.force_login(nils)
    assert "Withdraw" not in client.get(listed).content.decode()
    assert client.post(path, {"withdraw": "1"}).status_code == 403
    agreed = Support.objects.create(suggestion=idea, reader=nils, at=clip.published)
    client.force_login(mara)
    assert "Withdraw" not in client.get(listed).content.decode()
    assert client.post(path, {"withdraw": "1"}).status_code >= 400
    agreed.delete()
    assert 'name="withdraw"' in client.get(listed).content.decode()
    assert client.post(path, {"withdraw": "1"})["Location"] == listed
    assert not Suggestion.objects.exists()
