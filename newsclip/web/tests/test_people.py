import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip, ClipVersion
from newsclip.community import actions, queries
from newsclip.community.models import Collection, Flag, Follow, Mute, Notice
from newsclip.kernel.spans import digest_of
from newsclip.ranking import actions as ranking
from newsclip.web.pages import pagination
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def body(answer):
    return answer.content.decode()


def test_a_comment_is_shown_with_its_links_and_nothing_of_its_markup(signed_in, clip):
    text = "See https://port.example/live <script>alert(1)</script>"
    answer = signed_in.post(f"/s/{clip.story_id}/comment", {"text": text}, follow=True)
    shown = body(answer)
    assert '<a href="https://port.example/live"' in shown
    assert "&lt;script&gt;" in shown
    assert "<script>alert" not in shown


def test_what_was_typed_is_not_lost_when_it_is_refused(signed_in, clip):
    text = "word " * 2500
    answer = signed_in.post(f"/s/{clip.story_id}/comment", {"text": text})
    assert answer.status_code == 422
    assert "It is too long." in body(answer)
    assert text.strip() in body(answer)


def test_a_persons_page_says_what_each_comment_is_about_unless_it_is_muted(signed_in, clip, mara):
    actions.comment(mara, clip.story_id, "I was aboard.", now=timezone.now())
    assert clip.headline in body(signed_in.get("/u/mara"))
    actions.mute(mara, "hashtag", "sabine", now=timezone.now())
    shown = body(signed_in.get("/u/mara"))
    assert "I was aboard." in shown
    assert clip.headline not in shown


def test_a_reply_is_told_to_the_one_it_answers(signed_in, clip, mara, client):
    said = actions.comment(mara, clip.story_id, "I was aboard.", now=timezone.now())
    nils = Reader.objects.create(username="nils", date_joined=timezone.now() - timedelta(days=50))
    actions.comment(nils, clip.story_id, "How was it?", now=timezone.now(), parent=said)
    assert "nils replied" in body(signed_in.get("/notices"))
    assert queries.unread(mara) == 0


def test_following_and_muting_are_taken_back_as_easily(signed_in, mara):
    signed_in.post("/follow", {"kind": "hashtag", "key": "#Sabine"})
    assert "#sabine" in body(signed_in.get("/following"))
    signed_in.post("/follow", {"kind": "hashtag", "key": "sabine", "undo": "1"})
    signed_in.post("/mute", {"kind": "word", "key": "ferry", "for": "week"})
    assert not Follow.objects.exists()
    assert Mute.objects.get().until > timezone.now() + timedelta(days=6)


def test_a_category_is_followed_by_its_name_in_the_readers_language_and_none_that_is_none(signed_in, clip):
    for name in ("Allgemein", " general", "General"):
        signed_in.post("/follow", {"kind": "category", "key": name}, headers={"Accept-Language": "de"})
    assert [row.key for row in Follow.objects.all()] == ["General"]
    assert signed_in.post("/mute", {"kind": "category", "key": "Nonsense"}).status_code == 404


def test_a_form_leads_back_to_pages_of_ours_alone(signed_in):
    row = {"kind": "hashtag", "key": "sabine"}
    assert signed_in.post("/follow", row | {"next": "/tag/sabine"})["Location"] == "/tag/sabine"
    for elsewhere in ("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"):
        assert signed_in.post("/follow", row | {"next": elsewhere})["Location"] == "/following"


def test_ones_own_page_says_why_each_clip_is_there(signed_in, clip, mara):
    ranking.count(clip, now=timezone.now())
    actions.follow(mara, "hashtag", "sabine", now=timezone.now())
    shown = body(signed_in.get("/for-you"))
    assert clip.headline in shown
    assert "Because you follow #Sabine" in shown


def test_what_is_muted_is_not_on_ones_own_page(signed_in, clip, mara):
    ranking.count(clip, now=timezone.now())
    actions.mute(mara, "hashtag", "sabine", now=timezone.now())
    assert clip.headline not in body(signed_in.get("/for-you"))


def test_a_story_kept_by_the_name_of_a_collection_that_is_there_changes_nothing_else_of_it(signed_in, clip, mara):
    actions.make_collection(mara, "Ferries", now=timezone.now(), about="Of the strait.", public=True)
    signed_in.post(f"/s/{clip.story_id}/collect", {"title": "Ferries "})
    kept = Collection.objects.get()
    assert (kept.about, kept.public, kept.collected.count()) == ("Of the strait.", True, 1)


def test_a_story_is_kept_in_a_collection_that_others_see_only_if_it_is_public(signed_in, clip, client):
    signed_in.post(f"/s/{clip.story_id}/collect", {"title": "Ferries", "note": "for the school"})
    assert "for the school" in body(signed_in.get("/collections/mara/ferries"))
    Clip.objects.update(hidden=True)
    assert "Not published now: 1 clip." in body(signed_in.get("/collections/mara/ferries"))
    Clip.objects.update(hidden=False)
    signed_in.logout()
    assert signed_in.get("/collections/mara/ferries").status_code == 404
    Collection.objects.update(public=True)
    assert clip.headline in body(signed_in.get("/collections/mara/ferries"))


@pytest.mark.parametrize(("public", "said"), [(True, "Everyone can see it"), (False, "Only you see it")])
def test_their_owner_reads_who_can_see_a_collection(signed_in, mara, public, said):
    actions.make_collection(mara, "Ferries", now=timezone.now(), public=public)
    note = body(signed_in.get("/collections/mara/ferries")).partition("All your collections")[0].rpartition("<p")[2]
    assert said in note


def test_its_owner_finds_a_private_collection_on_the_own_page_and_gives_it_another_name(signed_in, mara, client):
    actions.make_collection(mara, "Ferries", now=timezone.now())
    assert "Ferries" in body(signed_in.get("/u/mara"))
    signed_in.post("/collection/ferries/change", {"title": "Ships", "about": ""})
    assert '<h1 dir="auto">Ships</h1>' in body(signed_in.get("/collections/mara/ferries"))
    signed_in.post("/collection/ferries/change", {"about": "All of them"})
    assert Collection.objects.get().title == "Ships"
    signed_in.logout()
    assert "Ships" not in body(signed_in.get("/u/mara"))


@pytest.mark.parametrize("kind", ["hashtag", "source", "person", "category", "story", "name"])
@pytest.mark.parametrize("key", ["a/b", "no body", "?", "..", "a" * 150, "💧 <b>", "12"])
def test_whatever_was_followed_can_be_looked_at_and_left(signed_in, mara, kind, key):
    """Also what came in before it was looked at closely."""
    Follow.objects.create(reader=mara, kind=kind, key=key, at=timezone.now())
    Mute.objects.create(reader=mara, kind=kind, key=key, at=timezone.now())
    assert signed_in.get("/following").status_code == 200
    assert signed_in.get("/for-you").status_code == 200
    for form in ("/follow", "/mute"):
        assert signed_in.post(form, {"kind": kind, "key": key, "undo": "1"}).status_code == 302
    assert not Follow.objects.exists()
    assert not Mute.objects.exists()


@pytest.mark.parametrize("story", ["9" * 30, "", "x"])
def test_what_is_in_no_collection_is_taken_out_of_none(signed_in, mara, story):
    actions.make_collection(mara, "Ferries", now=timezone.now(), about="Of the strait.", public=True)
    assert signed_in.post("/collection/ferries/change", {"take_out": story}).status_code == 302
    assert (Collection.objects.get().about, Collection.objects.get().public) == ("Of the strait.", True)


@pytest.mark.parametrize(("url", "status"), [("ftp://x.example/", 422), ("not a link", 422)])
def test_what_is_no_public_address_is_refused_and_kept_to_be_mended(signed_in, url, status):
    answer = signed_in.post("/submit", {"url": url})
    assert (answer.status_code, url in body(answer)) == (status, True)


def test_a_doubted_sentence_is_judged_again_and_the_answer_is_public(signed_in, clip):
    doubt = {"sentence": digest_of(clip.headline), "why": "Is it so?"}
    answer = signed_in.post(f"/c/{clip.slug}/challenge", doubt, follow=True)
    shown = body(answer)
    assert "Is it so?" in shown
    assert "The sentence says what the publisher wrote." in shown
    assert "A moderator will read what you wrote" in shown
    assert "Is it so?" in Flag.objects.get().words
    proofs = body(signed_in.get(f"/c/{clip.slug}/evidence"))
    assert "The sentence says what the publisher wrote." in proofs
    assert f'href="/s/{clip.story_id}/suggestions"' in proofs


def test_everything_a_person_did_is_theirs_to_take_along(signed_in, clip, mara):
    actions.vote(mara, clip.story_id, now=timezone.now())
    everything = json.loads(signed_in.get("/settings/export").getvalue())
    assert everything["account"]["name"] == "mara"
    assert len(everything["vote"]) == 1


def test_an_account_is_deleted_only_by_its_name_and_then_wholly(signed_in, clip, mara):
    actions.comment(mara, clip.story_id, "My secret.", now=timezone.now())
    signed_in.post("/settings/leave", {"name": "nobody"})
    assert Reader.objects.filter(username="mara").exists()
    signed_in.post("/settings/leave", {"name": "mara"})
    assert not Reader.objects.filter(username="mara").exists()
    assert "My secret." not in body(signed_in.get(f"/s/{clip.story_id}/discussion"))


def test_nobody_learns_who_voted_or_read_what(client, clip, mara):
    actions.vote(mara, clip.story_id, now=timezone.now())
    actions.remember_reading(mara, clip, now=timezone.now())
    for path in ("/", f"/c/{clip.slug}", f"/s/{clip.story_id}", f"/s/{clip.story_id}/discussion"):
        assert "mara" not in body(client.get(path))
    assert clip.headline not in body(client.get("/u/mara"))


@pytest.mark.parametrize("path", ["/", "/?order=new", "/?order=top&for=day", "/?order=rising", "/tag/sabine"])
def test_no_list_shows_what_is_muted_and_each_says_which_word_it_found(signed_in, clip, mara, path):
    ranking.count(clip, now=timezone.now())
    assert clip.headline in body(signed_in.get(path))
    actions.mute(mara, "word", "ferry", now=timezone.now())
    shown = body(signed_in.get(path))
    assert clip.headline not in shown
    assert "because you muted ferry" in shown


def test_what_is_new_since_the_last_reading_is_marked(signed_in, clip):
    assert "new-mark" not in body(signed_in.get(f"/c/{clip.slug}"))
    ClipVersion.objects.update_or_create(
        clip=clip,
        version=1,
        defaults={"document": {**clip.document, "sections": []}, "digest": "", "at": clip.published},
    )
    Clip.objects.filter(pk=clip.pk).update(version=2)
    assert "new-mark" in body(signed_in.get(f"/c/{clip.slug}"))
    assert "new-mark" not in body(signed_in.get(f"/c/{clip.slug}"))


def test_visitors_set_their_own_weights_without_an_account(client, clip):
    ranking.count(clip, now=timezone.now())
    shown = body(client.get("/your-order?hot=4&fresh=0&reports=nan"))
    assert clip.headline in shown
    assert 'value="4.0"' in shown


def test_the_weights_in_force_are_public(client):
    shown = body(client.get("/about/ranking"))
    assert "a reader voted for it" in shown
    assert "These are the defaults. They adapt once 300 pages" in shown


def test_follows_and_mutes_go_along_to_another_site_and_bad_lines_spoil_nothing(signed_in, mara):
    actions.follow(mara, "hashtag", "sabine", now=timezone.now())
    actions.mute(mara, "word", "chess", now=timezone.now())
    rows = json.loads(signed_in.get("/following.json").content)
    Follow.objects.all().delete()
    Mute.objects.all().delete()
    file = SimpleUploadedFile("following.json", json.dumps([*rows, {"kind": "nothing", "key": "x"}, 7]).encode())
    shown = body(signed_in.post("/following.json", {"file": file}, follow=True))
    assert "2 imported." in shown
    assert shown.count("Left out:") == 2
    assert "Left out: nothing x: We could not find that." in shown
    assert (Follow.objects.get().key, Mute.objects.get().key) == ("sabine", "chess")


@pytest.mark.parametrize("content", [b"", b"{", b"{}", b"\xff\xfe", b"[]" + b" " * 2**20])
def test_what_is_no_such_file_is_refused(signed_in, content):
    assert signed_in.post("/following.json", {"file": SimpleUploadedFile("x.json", content)}).status_code == 422


def test_what_moderators_do_to_stories_stands_in_the_public_log(client, clip):
    orla = Reader.objects.create(username="orla", is_moderator=True)
    other = factories.ferry(1)
    client.force_login(orla)
    client.post(f"/s/{other.story_id}/merge", {"into": clip.story_id, "why": "One ferry.", "sure": "1"})
    client.logout()
    log = body(client.get("/moderation"))
    assert "orla" in log
    assert "One ferry." in log
    assert "merged" in log


def test_a_moderator_sees_what_is_decided_on_and_only_what_would_change_it(client, clip, mara):
    said = actions.comment(mara, clip.story_id, "You are all fools.", now=timezone.now())
    client.force_login(Reader.objects.create(username="orla", is_moderator=True))
    page = body(client.get(f"/moderation/comment/{said.pk}"))
    assert "You are all fools." in page
    assert 'value="remove"' in page
    assert 'value="restore"' not in page
    client.post(f"/moderation/comment/{said.pk}", {"action": "remove", "reason": "It attacks people."})
    assert 'value="restore"' in body(client.get(f"/moderation/comment/{said.pk}"))


def test_a_newcomer_is_told_before_what_they_may_submit(client):
    for name, days, told in (("new", 1, True), ("old", 30, False)):
        client.force_login(Reader.objects.create(username=name, date_joined=timezone.now() - timedelta(days=days)))
        assert ("Your account is new: until" in body(client.get("/submit"))) is told


def test_a_word_is_what_the_form_mutes_unless_something_else_is_chosen(signed_in):
    form = body(signed_in.get("/following")).partition('id="mute-kind"')[2].partition("</select>")[0]
    assert '<option value="word" selected>' in form


def test_without_javascript_a_follow_leads_back_to_its_button(signed_in, clip):
    there = f"/c/{clip.slug}#follow-story"
    assert f'value="{there}"' in body(signed_in.get(f"/c/{clip.slug}"))
    row = {"kind": "story", "key": str(clip.story_id), "next": there}
    assert signed_in.post("/follow", row)["Location"] == there
    changed = body(signed_in.post("/follow", row, headers={"HX-Request": "true"}))
    assert f'value="{there}"' in changed


def test_notices_are_new_until_they_were_shown_or_all_are_marked_as_read(signed_in, mara, now):
    for number in range(pagination.PAGE + 2):
        Notice.objects.create(reader=mara, kind="moderation", words="Warned.", key=f"n{number}", at=now)
    assert "Mark all as read" in signed_in.get("/notices").content.decode()
    assert Notice.objects.filter(reader=mara, read_at=None).count() == 2
    assert signed_in.post("/notices")["Location"] == "/notices"
    assert not Notice.objects.filter(reader=mara, read_at=None).exists()
    assert "Mark all as read" not in signed_in.get("/notices").content.decode()
