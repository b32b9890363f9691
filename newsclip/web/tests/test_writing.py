"""Writing a comment: quoting another one, and looking at it before it is sent."""

import lxml.html
import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.community.models import Comment
from newsclip.community.ports import Order
from newsclip.kernel.spans import digest_of
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return factories.ferry().story_id


@pytest.fixture
def nils():
    return Reader.objects.create(username="nils")


@pytest.fixture
def mara(client):
    reader = Reader.objects.create(username="mara")
    client.force_login(reader)
    return reader


@pytest.fixture
def said(nils, story):
    return actions.comment(nils, story, "The ferry *was* old.", now=timezone.now())


def body(answer):
    return answer.content.decode()


def test_quote_opens_the_reply_with_the_words_of_the_comment(client, story, mara, said):
    page = f"/s/{story}/discussion"
    assert f'href="{page}?quote={said.pk}#answer-{said.pk}"' in body(client.get(page))
    shown = body(client.get(page, {"quote": said.pk}))
    assert f'id="answer-{said.pk}" open' in shown
    assert "\n&gt; The ferry *was* old.\n\n</textarea>" in shown


def test_the_sentence_that_a_comment_is_about_is_shown_and_not_offered_for_a_second_time(client, story, mara):
    sentence = Clip.objects.get().document["headline"]["text"]
    page = body(client.get(f"/s/{story}/discussion?sentence={digest_of(sentence)}"))
    assert ("About this sentence:" in page, "quote=sentence" in page) == (True, False)


@pytest.mark.parametrize("state", ["removed", "withdrawn", "held"])
def test_what_a_reader_may_not_see_cannot_be_quoted(client, story, mara, said, state):
    Comment.objects.update(state=state)
    assert "&gt; The ferry" not in body(client.get(f"/s/{story}/discussion", {"quote": said.pk}))


def test_what_a_reader_mutes_or_what_is_elsewhere_is_not_quoted(client, story, mara, said):
    actions.mute(mara, "person", "nils", now=timezone.now())
    for number in (said.pk, 10**20, "x", said.pk + 1):
        assert "&gt; The ferry" not in body(client.get(f"/s/{story}/discussion", {"quote": number}))


def test_strangers_get_no_form_by_quoting(client, story, said):
    assert "<textarea" not in body(client.get(f"/s/{story}/discussion", {"quote": said.pk}))


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["a page", "in place"])
def test_a_preview_shows_the_comment_and_keeps_what_was_typed_and_sends_nothing(client, story, mara, said, headers):
    typed = "\nIt *was* & is.\n<b>"
    given = {"text": typed, "parent": said.pk, "preview": "1"}
    shown = body(client.post(f"/s/{story}/comment", given, headers=headers))
    assert "<p>It <em>was</em> &amp; is.<br>\n&lt;b&gt;</p>" in shown
    assert f'id="answer-{said.pk}" open' in shown
    assert ">\n\nIt *was* &amp; is.\n&lt;b&gt;</textarea>" in shown
    assert ("<html" in shown) is (not headers)
    assert Comment.objects.count() == 1


def test_a_preview_of_a_comment_on_a_sentence_stays_about_it(client, story, mara):
    key = digest_of(Clip.objects.get().document["headline"]["text"])
    shown = body(client.post(f"/s/{story}/comment", {"text": "Is *it*?", "sentence": key, "preview": "1"}))
    assert "Is <em>it</em>?" in shown
    assert f'name="sentence" value="{key}"' in shown


def test_a_preview_of_an_edit_changes_nothing(client, story, mara):
    said = actions.comment(mara, story, "It is old.", now=timezone.now())
    shown = body(client.post(f"/comments/{said.pk}/edit", {"text": "It is *new*.", "preview": "1"}))
    assert "<p>It is <em>new</em>.</p>" in shown
    assert "It is *new*.</textarea>" in shown
    assert Comment.objects.get().text == "It is old."


def test_a_preview_of_too_much_says_so_and_keeps_it(client, story, mara):
    answer = client.post(f"/s/{story}/comment", {"text": "word " * 2500, "preview": "1"})
    assert answer.status_code == 422
    assert "word word" in body(answer)


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["a page", "in place"])
@pytest.mark.parametrize("state", ["removed", "withdrawn"])
def test_a_preview_keeps_an_answer_to_a_comment_that_is_gone_and_says_why(client, story, mara, said, state, headers):
    Comment.objects.update(state=state)
    given = {"text": "It *was*.", "parent": said.pk, "preview": "1"}
    shown = lxml.html.fromstring(body(client.post(f"/s/{story}/comment", given, headers=headers)))
    (form,) = shown.cssselect("#stray:not([hidden])")
    assert "The comment that you answered is not shown here." in form.text_content()
    assert "It was." in form.cssselect("#preview")[0].text_content()
    assert form.cssselect("textarea")[0].text.strip() == "It *was*."
    assert not form.cssselect("[name=parent]")


@pytest.mark.parametrize("preview", [{}, {"preview": "1"}], ids=["sent", "preview"])
def test_an_answer_to_a_comment_in_another_story_by_now_is_not_told_that_it_is_gone(client, story, mara, said, preview):
    Comment.objects.update(story=factories.ferry(1).story)
    told = body(client.post(f"/s/{story}/comment", {"text": "It was.", "parent": said.pk} | preview))
    assert "The comment that you answered is not shown here." in told
    assert "was removed" not in lxml.html.fromstring(told).cssselect("main")[0].text_content()
    assert "It was.</textarea>" in told


def test_the_form_for_an_answer_without_a_comment_is_hidden_while_there_is_none(client, story, mara, said):
    page = lxml.html.fromstring(body(client.get(f"/s/{story}/discussion")))
    assert page.cssselect("#stray[hidden]")


def test_a_preview_in_a_discussion_that_was_closed_keeps_what_was_typed(client, story, mara, orla):
    actions.act(orla, Order("lock", "story", str(story), "Circles."), now=timezone.now())
    answer = client.post(f"/s/{story}/comment", {"text": "It *was*.", "preview": "1"})
    assert answer.status_code == 403
    assert "It *was*." in body(answer)


def test_a_refused_answer_to_a_comment_that_is_gone_can_be_posted_as_one_of_its_own(client, story, mara, said):
    Comment.objects.update(state="removed")
    answer = client.post(f"/s/{story}/comment", {"text": "It was.", "parent": said.pk})
    assert answer.status_code == 410
    page = lxml.html.fromstring(body(answer))
    assert page.cssselect("#refused h1")[0].text_content() == "The comment that you answered is not shown here."
    assert page.cssselect("#refused button")[0].text_content() == "Post it as a comment of its own"
    again = {one.get("name"): one.get("value") or one.text for one in page.cssselect("#refused form [name]")}
    assert client.post(f"/s/{story}/comment", again).status_code == 302
    assert Comment.objects.get(reader=mara).parent is None
