"""Muting a publisher in the browser: its words go, the story stays, without an account and without a script."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.translation import override

from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.community import queries as community
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel import canonical
from newsclip.sources.models import Publisher
from newsclip.web.muted_publishers import muted_by
from newsclip.web.tests import factories
from newsclip.web.tests.factories import NOON
from newsclip.web.topic_names import names_of_mutes

pytestmark = pytest.mark.django_db
TIMES, LEDGER = "harbourtimes.example", "ledger.example"


def page(client, clip, rest="", **asked):
    answer = client.get(f"/c/{clip.slug}{rest}", asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_muted_publishers_sentences_vanish_and_the_others_stay_with_their_passages(client):
    clip = factories.ferry()
    told = queries.document(clip)
    for domain in {source.domain for source in told.sources}:
        rest = queries.without(told, [domain])
        assert rest is not None
        gone = {source.article for source in told.sources if source.domain == domain}
        said = sentences_and_quotations(rest)
        assert 0 < len(said) < len(sentences_and_quotations(told))
        assert all(one.evidence and not {p.article for p in one.evidence} & gone for one in said)
        assert rest.reports == 2


def test_a_headline_of_a_muted_publisher_gives_way_to_that_of_another(client):
    clip = factories.ferry()
    shown = page(client, clip, mute=TIMES)
    assert clip.headline not in shown
    assert "What Marrow Harbour Times said is left out" in shown
    assert clip.headline not in page(client, clip, "/evidence", mute=TIMES)


def test_the_browser_remembers_it_without_an_account_or_a_script(client):
    clip = factories.ferry()
    asked = client.get("/muted", {"source": LEDGER, "back": f"/c/{clip.slug}"}).content.decode()
    assert "Mute Northern Ledger" in asked
    answer = client.post("/muted", {"source": LEDGER, "mute": "", "back": f"/c/{clip.slug}"})
    assert answer["Location"] == f"/c/{clip.slug}"
    assert "What Northern Ledger said is left out" in page(client, clip)
    client.post("/muted", {"source": LEDGER, "unmute": ""})
    assert "is left out, because" not in page(client, clip)


def test_a_story_that_only_muted_publishers_tell_says_so(client):
    clip = factories.ferry()
    domains = [source["domain"] for source in clip.document["sources"]]
    answer = client.get(f"/c/{clip.slug}", {"mute": domains})
    assert "Only publishers that you muted report this" in answer.content.decode()


def test_the_published_document_is_the_same_for_everybody(client):
    clip = factories.ferry()
    client.post("/muted", {"source": LEDGER, "mute": ""})
    assert client.get(f"/c/{clip.slug}.json").json() == clip.document


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_nobody_is_led_elsewhere(client, back):
    assert client.post("/muted", {"source": LEDGER, "mute": "", "back": back})["Location"] == "/muted"


def test_no_cookie_or_address_makes_a_page_fail(client, rf):
    clip = factories.ferry()
    for cookie in ("!!!", "a" * 5000, "x y", "<script>", "!".join(f"a{n}.example" for n in range(900))):
        client.cookies["muted"] = cookie
        page(client, clip, mute="<script>")
    request = rf.get("/", {"mute": [f"a{n}.example" for n in range(900)]})
    assert len(muted_by(request)) == 100


def test_lists_leave_out_stories_that_only_muted_publishers_tell_and_say_so(client):
    clip = factories.ferry()
    domains = [source["domain"] for source in clip.document["sources"]]
    some = client.get("/", {"order": "new", "mute": domains[:2]}).content.decode()
    assert f"/c/{clip.slug}" in some
    assert "hidden because you muted" not in some
    for address in ("/?order=new", "/category/general?", f"/edition/{clip.published.date()}?"):
        shown = client.get(address + "".join(f"&mute={domain}" for domain in domains)).content.decode()
        assert f'href="/c/{clip.slug}"' not in shown
        assert "1 clip hidden because you muted" in shown
        assert "Nothing has been clipped so far" not in shown


def test_the_browsers_cookie_counts_in_lists_too(client):
    clip = factories.ferry()
    for source in clip.document["sources"]:
        client.post("/muted", {"source": source["domain"], "mute": ""})
    shown = client.get("/", {"order": "new"}).content.decode()
    assert f'href="/c/{clip.slug}"' not in shown
    assert 'href="/muted">Change what you mute</a>' in shown


def test_a_clip_of_which_too_little_is_left_names_those_who_tell_it_too(client):
    clip = factories.ferry()
    document = clip.document | {"sections": clip.document["sections"][:1]}
    document = document | {"digest": canonical.digest({k: v for k, v in document.items() if k != "digest"})}
    Clip.objects.filter(pk=clip.pk).update(document=document, digest=document["digest"])
    answer = client.get(f"/c/{clip.slug}", {"mute": TIMES}).content.decode()
    assert "It quotes Marrow Harbour Times alone. Others report it, too" in answer
    assert "Only publishers that you muted report this" not in answer
    for told in ("Lifeboats empty stranded ferry in fog", "(Northern Ledger)", "(Radio Kelling)"):
        assert told in answer


def test_a_muted_publishers_sentence_stays_where_another_that_the_clip_did_not_cite_printed_it_too(client):
    clip = factories.ferry()
    told = clip.document["summary"]["sentences"][0]["text"]
    copy = factories.article("Velm Wire", "velm.example", "Ferry aground", told, url="https://velm.example/1", at=NOON)
    source = clip.document["sources"][0] | {
        "article": str(copy.pk), "publisher": "Velm Wire", "title": "Ferry aground", "url": "https://velm.example/1",
        "domain": "velm.example",
    }  # fmt: skip
    receipt = clip.document["receipt"] | {"inputs": [f"{copy.pk}@1:0"]}
    document = clip.document | {"sources": [*clip.document["sources"], source], "receipt": receipt}
    document = document | {"digest": canonical.digest({k: v for k, v in document.items() if k != "digest"})}
    Clip.objects.filter(pk=clip.pk).update(document=document, digest=document["digest"])
    assert told in page(client, clip, mute=TIMES)
    assert "velm.example/1" in page(client, clip, "/evidence", mute=TIMES)
    copy.state = copy.State.GONE
    copy.save()
    assert told not in page(client, clip, mute=TIMES)


def test_more_from_a_category_leaves_out_what_a_reader_mutes(signed_in, mara, now):
    read = factories.ferry(at=now)
    factories.ferry(1, at=now, headline="Tugs refloat the Sabine")
    shown = signed_in.get(f"/c/{read.slug}").content.decode().partition('class="more"')[2]
    assert "Tugs refloat the Sabine" in shown
    actions.mute(mara, "word", "refloat", now=now)
    assert "refloat" not in signed_in.get(f"/c/{read.slug}").content.decode().partition('class="more"')[2]


def test_one_page_lists_what_browser_and_account_mute_and_unmutes_both(signed_in, mara, now):
    clip = factories.ferry(at=now)
    actions.mute(mara, "word", "tug", now=now)
    signed_in.post("/muted", {"source": LEDGER, "mute": ""})
    signed_in.cookies["muted"] = LEDGER
    shown = signed_in.get("/muted").content.decode()
    assert "in this browser, by your account" in shown
    assert "<bdi>tug</bdi>" in shown
    assert "In this browser you also mute Northern Ledger" in signed_in.get("/following").content.decode()
    signed_in.post("/muted", {"source": LEDGER, "unmute": ""})
    assert (
        signed_in.post("/mute", {"kind": "word", "key": "tug", "undo": "1", "next": "/muted"})["Location"] == "/muted"
    )
    assert "You mute nothing." in signed_in.get("/muted").content.decode()
    assert "is left out, because" not in page(signed_in, clip)


def test_what_the_account_mutes_everywhere_is_left_out_of_a_clip_too(signed_in, mara, now):
    clip = factories.ferry(at=now)
    actions.mute(mara, "source", LEDGER, now=now, scope="lists")
    assert "is left out, because" not in page(signed_in, clip)
    actions.mute(mara, "source", LEDGER, now=now)
    assert "What Northern Ledger said is left out" in page(signed_in, clip)


def test_a_list_leads_readers_with_an_account_to_the_page_that_unmutes(signed_in, mara, now):
    factories.ferry(at=now)
    actions.mute(mara, "word", "ferry", now=now)
    assert 'href="/muted">Change what you mute</a>' in signed_in.get("/", {"order": "new"}).content.decode()


def test_who_follows_a_publisher_is_told_so_when_they_mute_it(signed_in, mara, now):
    factories.ferry(at=now)
    actions.follow(mara, "source", LEDGER, now=now)
    assert (
        "You follow Northern Ledger. Unfollow it as well" in signed_in.get("/muted?source=" + LEDGER).content.decode()
    )
    signed_in.post("/muted", {"source": LEDGER, "mute": ""})
    assert "You follow it, too" in signed_in.get("/muted").content.decode()
    assert "mute it, too" in signed_in.get("/following").content.decode()
    signed_in.post("/muted", {"source": LEDGER, "mute": "", "unfollow": "on"})
    assert "mute it, too" not in signed_in.get("/following").content.decode()


def card_of(client, clip, **asked):
    shown = client.get("/", {"order": "new", **asked}).content.decode()
    return shown.partition(f'id="story-{clip.story_id}"')[2].partition("</article>")[0]


def test_a_card_neither_names_nor_counts_nor_quotes_a_muted_publisher(client):
    clip = factories.ferry()
    whole = card_of(client, clip)
    assert "Marrow Harbour Times" in whole
    assert "3 articles, 3 independent reports" in whole
    shown = card_of(client, clip, mute=TIMES)
    assert "Marrow Harbour Times" not in shown
    assert "2 articles, 2 independent reports" in shown
    assert clip.headline in whole
    assert clip.headline not in shown
    assert clip.summary not in shown
    assert card_of(client, clip) == whole


def test_cards_of_all_lists_are_without_muted_publishers(client):
    clip = factories.ferry()
    for address in ("/", "/category/general", f"/edition/{clip.published.date()}"):
        assert "2 articles, 2 independent reports" in client.get(address, {"mute": TIMES}).content.decode()


def test_what_a_reader_mutes_signed_in_is_muted_wherever_they_sign_in(signed_in, mara, client):
    clip = factories.ferry()
    answer = signed_in.post("/muted", {"source": TIMES, "mute": ""})
    assert answer.cookies["muted"].value == ""
    signed_in.cookies.pop("muted")
    assert "Marrow Harbour Times" not in card_of(signed_in, clip)
    assert "What Marrow Harbour Times said is left out" in page(signed_in, clip)
    assert "by your account" in signed_in.get("/muted").content.decode()
    signed_in.post("/muted", {"source": TIMES, "unmute": ""})
    assert "Marrow Harbour Times" in card_of(signed_in, clip)


def test_one_readers_mutes_are_not_on_the_front_page_of_another(signed_in, mara, nils, now):
    clip = factories.ferry(at=now)
    other = Client()
    other.force_login(nils)
    signed_in.post("/muted", {"source": TIMES, "mute": ""})
    assert "Marrow Harbour Times" not in card_of(signed_in, clip)
    assert "Marrow Harbour Times" in card_of(other, clip)
    assert "Marrow Harbour Times" not in card_of(signed_in, clip)


def test_what_this_browser_muted_can_be_taken_into_the_account(signed_in, mara):
    factories.ferry()
    signed_in.cookies["muted"] = LEDGER
    assert "Mute wherever I sign in" in signed_in.get("/muted").content.decode()
    answer = signed_in.post("/muted", {"source": LEDGER, "mute": ""})
    assert answer.cookies["muted"].value == ""
    shown = signed_in.get("/muted").content.decode()
    assert "Mute wherever I sign in" not in shown
    assert "Northern Ledger" in shown


def test_an_account_hides_a_models_own_words_too(signed_in, mara):
    signed_in.post("/muted", {"source": "_own_words", "mute": ""})
    assert community.mutes(mara, now=NOON)[0].key == "_own_words"
    assert "A language model’s own words" in signed_in.get("/following").content.decode()


def test_who_is_suspended_mutes_in_their_browser(signed_in, mara, now):
    mara.suspended_until = now + timedelta(days=1)
    mara.save()
    answer = signed_in.post("/muted", {"source": LEDGER, "mute": ""})
    assert answer.cookies["muted"].value == LEDGER
    assert not community.mutes(mara, now=now)


def test_a_story_told_only_by_publishers_that_the_account_mutes_is_hidden(signed_in, mara, now):
    clip = factories.ferry(at=now)
    for source in clip.document["sources"]:
        actions.mute(mara, "source", source["domain"], now=now)
    assert f'href="/c/{clip.slug}"' not in signed_in.get("/", {"order": "new"}).content.decode()


def test_a_card_of_which_too_little_is_left_shows_the_title_of_who_tells_it_too(client):
    clip = factories.ferry()
    document = clip.document | {"sections": clip.document["sections"][:1]}
    document = document | {"digest": canonical.digest({k: v for k, v in document.items() if k != "digest"})}
    Clip.objects.filter(pk=clip.pk).update(document=document, digest=document["digest"])
    assert "Lifeboats empty stranded ferry in fog" in card_of(client, clip, mute=TIMES)


def test_what_hides_a_clip_is_named_without_its_kind_in_the_readers_language():
    Publisher.objects.create(domain=LEDGER, name="The Ledger")
    whys = ["category Business", "hashtag harbour", "word ferry", f"source {LEDGER}, source gone.example", "word ferry"]
    with override("de"):
        assert names_of_mutes(whys) == ["Wirtschaft", "#harbour", "ferry", "The Ledger", "gone.example"]
