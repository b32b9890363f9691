"""The page of a name: what somebody said, as what, where; namesakes apart."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsclip.clips import actions as clips
from newsclip.clips import queries
from newsclip.clips.models import Clip, Mention
from newsclip.community import actions as community
from newsclip.community.ports import Order
from newsclip.sources.models import Publisher
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
SCRAPE = "We felt a long scrape, then the lights went, and the crew were calm throughout"


def body(client, path: str, **asked: str) -> str:
    answer = client.get(path, asked)
    assert answer.status_code == 200, path
    return answer.content.decode()


@pytest.fixture
def clip():
    made = factories.ferry(at=timezone.now() - timedelta(hours=1))
    return known(made)


def known(clip: Clip) -> Clip:
    """The worker has looked for its names."""
    list(clips.name([clip]))
    return clip


def other(place: int, role: str, text: str = "It will be a long winter", **more) -> Mention:
    """Ilse Varga is quoted in another story, as this."""
    told = factories.ferry(place, at=timezone.now() - timedelta(days=place), **more)
    for section in told.document["sections"]:
        for block in section["blocks"]:
            if block.get("speaker") == "Ilse Varga":
                block |= {"role": role, "text": text}
            elif block["kind"] == "quote":
                block["speaker"] = f"Piet Osgood{chr(96 + place)}"
    told.document["hashtags"] = []
    told.save()
    known(told)
    return Mention.objects.get(clip=told, key="ilse-varga")


def test_a_page_holds_what_somebody_said_as_what_and_where(client, clip):
    shown = body(client, "/name/ilse-varga")
    assert f"“{SCRAPE}”" in shown
    assert ">a teacher</a>" in shown
    assert "Marrow Harbour Times" in shown
    assert f'<a href="/c/{clip.slug}" dir="auto"' in shown


def test_what_was_said_since_yesterday_is_marked_as_new(client, clip):
    assert body(client, "/name/ilse-varga").count('class="new-mark"') == 1
    Mention.objects.update(at=timezone.now() - timedelta(days=2))
    assert 'class="new-mark"' not in body(client, "/name/ilse-varga")


def test_a_quotation_leads_to_its_evidence(client, clip):
    said = Mention.objects.get(key="ilse-varga").said
    assert f'href="/c/{clip.slug}/evidence#q{said}"' in body(client, "/name/ilse-varga")
    assert f'id="q{said}"' in body(client, f"/c/{clip.slug}/evidence")


def test_a_name_that_no_clip_has_has_no_page(client, clip):
    assert client.get("/name/karl-quist").status_code == 404
    assert client.get("/name/-").status_code == 404
    assert client.get("/name/karl-quist/feed.atom").status_code == 404


def test_a_name_has_one_address(client, clip):
    answer = client.get("/name/Ilse Varga")
    assert (answer.status_code, answer["Location"]) == (301, "/name/ilse-varga")


def test_the_one_address_of_a_name_is_of_the_bearer_who_was_asked_for(client, clip):
    answer = client.get("/name/Ilse Varga", {"story": "12"})
    assert answer["Location"] == "/name/ilse-varga?story=12"
    assert client.get("/name/Ilse Varga", {"story": "x&y"})["Location"] == "/name/ilse-varga"


def test_a_place_has_the_clips_that_are_about_it(client, clip):
    assert clip.headline in body(client, "/name/marrow-point")


def test_two_whom_the_texts_do_not_tell_to_be_one_are_shown_apart(client, clip):
    row = other(1, "a singer")
    shown = body(client, "/name/ilse-varga")
    assert "The articles do not say whether these are the same person." in shown
    assert "Ilse Varga, a teacher" in shown
    assert "Ilse Varga, a singer" in shown
    alone = body(client, "/name/ilse-varga", story=str(row.clip.story_id))
    assert "“It will be a long winter”" in alone
    assert SCRAPE not in alone
    assert f'href="/name/ilse-varga/feed.atom?story={row.bearer}"' in alone
    for kind in ("atom", "json"):
        assert SCRAPE not in body(client, f"/name/ilse-varga/feed.{kind}?story={row.bearer}")


def test_one_whom_roles_tell_to_be_the_same_has_one_page(client, clip):
    other(1, "a teacher of music")
    shown = body(client, "/name/ilse-varga")
    assert "do not say" not in shown
    assert "“It will be a long winter”" in shown
    assert f"“{SCRAPE}”" in shown


def test_what_was_one_comes_apart_when_the_story_that_told_so_goes(clip):
    row, between = other(2, "a singer"), other(3, "a singer and teacher")
    assert len(set(Mention.objects.filter(key="ilse-varga").values_list("bearer", flat=True))) == 1
    clips.forget_mentions(between.clip)
    assert len(set(Mention.objects.filter(key="ilse-varga").values_list("bearer", flat=True))) == 2
    assert row.clip.story_id in Mention.objects.values_list("bearer", flat=True)


@pytest.mark.parametrize("said", [{"state": "withdrawn"}, {"hidden": True}])
def test_what_no_list_shows_no_name_shows(client, clip, said):
    Clip.objects.filter(pk=clip.pk).update(**said)
    assert client.get("/name/ilse-varga").status_code == 404
    assert SCRAPE not in body(client, "/people")
    assert client.get("/name/ilse-varga/feed.json").status_code == 404


def test_a_story_that_is_taken_out_loses_its_names_at_the_next_turn_and_has_them_again_when_it_is_back(nils, clip, now):
    for kind, left in (("remove", False), ("restore", True)):
        community.act(nils, Order(kind, "story", str(clip.story_id), "Enough."), now=now)
        list(clips.name(queries.to_name()))
        assert Mention.objects.filter(key="ilse-varga").exists() is left
        assert list(queries.to_name()) == []


def test_articles_are_read_before_anybody_has_to_wait(clip):
    for section in clip.document["sections"]:  # whose last name has to be looked up
        for block in section["blocks"]:
            if block.get("speaker") == "Ilse Varga":
                block["speaker"] = "Varga"
    clip.save()
    with CaptureQueriesContext(connection) as asked:
        known(clip)
    (begun,) = [place for place, query in enumerate(asked) if query["sql"].startswith("SAVEPOINT")]
    read = [place for place, query in enumerate(asked) if "articles_revision" in query["sql"]]
    assert read
    assert max(read) < begun


def test_what_changed_while_it_was_looked_at_keeps_the_names_it_has(clip):
    seen = Clip.objects.select_related("story").get(pk=clip.pk)
    Clip.objects.filter(pk=clip.pk).update(hidden=True)
    clips.forget_mentions(clip)
    known(seen)
    assert not Mention.objects.filter(clip=clip).exists()
    assert clip in queries.to_name()


def test_a_new_version_replaces_what_the_old_one_said(client, clip):
    for section in clip.document["sections"]:
        section["blocks"] = [block for block in section["blocks"] if block.get("speaker") != "Ilse Varga"]
    clip.version += 1
    clip.save()
    assert list(queries.to_name()) == [clip]
    known(clip)
    assert list(queries.to_name()) == []
    assert client.get("/name/ilse-varga").status_code == 404
    assert client.get("/name/piet-osgood").status_code == 200


def test_a_publisher_who_is_muted_in_this_browser_is_not_quoted(client, clip):
    shown = body(client, "/name/ilse-varga", mute="harbourtimes.example")
    assert SCRAPE not in shown
    assert "a teacher" not in shown
    assert "because you muted Marrow Harbour Times" in shown


def test_a_publisher_whom_a_reader_mutes_is_not_quoted_to_them(signed_in, mara, clip, now):
    community.mute(mara, "source", "harbourtimes.example", now=now)
    assert SCRAPE not in body(signed_in, "/name/ilse-varga")
    community.unmute(mara, "source", "harbourtimes.example")
    community.mute(mara, "word", "ferry", now=now)
    assert SCRAPE not in body(signed_in, "/name/ilse-varga")


def test_older_quotations_are_a_page_away(client, clip):
    row = Mention.objects.get(key="ilse-varga")
    for number in range(35):
        row.pk, row.text, row.at = None, f"Winter number {number}", clip.published - timedelta(hours=number + 1)
        row.save()
    first = client.get("/name/ilse-varga")
    told = [row.text for row in first.context["quotations"]]
    assert told[0] == SCRAPE
    assert f"before={first.context['older'][:10]}" in first.content.decode()
    second = client.get("/name/ilse-varga", {"before": first.context["older"]})
    told += [row.text for row in second.context["quotations"]]
    assert told == [SCRAPE, *(f"Winter number {number}" for number in range(35))]
    assert not second.context["older"]


@pytest.mark.parametrize("form", ["atom", "rss", "json"])
def test_a_name_has_feeds_of_what_its_bearer_said(client, clip, form):
    assert "We felt a long scrape" in body(client, f"/name/ilse-varga/feed.{form}")
    assert clip.headline in body(client, f"/name/marrow-point/feed.{form}")


def test_who_was_quoted_in_most_stories_lately_comes_first(client, clip):
    other(1, "a teacher")
    old = factories.ferry(20, at=timezone.now() - timedelta(days=20))
    known(old)
    shown = body(client, "/people")
    assert shown.index("Ilse Varga") < shown.index("Piet Osgood")
    assert "2 quotations" in shown


def test_a_page_takes_a_constant_number_of_queries(client, clip, django_assert_max_num_queries):
    for place in range(1, 6):
        other(place, "a teacher" if place % 2 else "a singer", f"Winter number {place}")
    with django_assert_max_num_queries(9):
        body(client, "/name/ilse-varga")
    with django_assert_max_num_queries(13):
        body(client, "/name/marrow-point")


def test_a_long_name_and_one_that_runs_from_the_right_have_pages(client, clip):
    article = Mention.objects.get(key="ilse-varga").article
    for key, name in (("x", "W" * 200), ("آدا-هولم", "آدا هولم")):
        Mention.objects.create(
            clip=clip, key=key, last=key, bearer=clip.story_id, kind="person", name=name, text="Yes", article=article,
            at=clip.published,
        )  # fmt: skip
        assert name in body(client, f"/name/{key}")
        assert client.get(f"/name/{key}/feed.atom").status_code == 200
    assert Publisher.objects.exists()


def test_a_clip_leads_from_whom_it_quotes_and_names_to_their_pages(client, clip):
    shown = body(client, f"/c/{clip.slug}")
    assert '<cite><a href="/name/ilse-varga">Ilse Varga</a></cite>, a teacher' in shown
    assert '<a href="/name/marrow-point">#MarrowPoint</a>' in shown
    assert '<a href="/tag/coastguard">#Coastguard</a>' in shown


def test_a_card_beside_a_quotation_tells_what_is_not_told_there(client, clip):
    assert "Who is this?" not in body(client, f"/c/{clip.slug}")
    other(1, "a teacher of music")
    shown = body(client, f"/c/{clip.slug}")
    assert shown.count("Who is this?") == 1
    assert ">a teacher of music</a>" in shown
    assert '<a href="/name/ilse-varga">2 quotations</a>' in shown


def test_a_card_is_of_this_one_and_leads_to_this_one_alone(client, clip):
    other(1, "a singer")
    shown = body(client, f"/c/{clip.slug}")
    assert "a singer" not in shown
    assert f'<a href="/name/ilse-varga?story={clip.story_id}">Ilse Varga</a>' in shown


def test_a_card_says_nothing_of_a_muted_publisher(client, clip):
    other(1, "a teacher of music")
    Publisher.objects.get(domain="ledger.example")
    Mention.objects.filter(role="a teacher of music").update(
        article=Mention.objects.filter(key="piet-osgood").values("article")[:1]
    )
    assert "of music" in body(client, f"/c/{clip.slug}")
    assert "of music" not in body(client, f"/c/{clip.slug}", mute="ledger.example")


def test_a_page_of_one_whose_first_story_is_gone_still_opens(client, clip):
    row, _ = other(1, "a teacher of music"), other(2, "a singer")
    Clip.objects.filter(pk=clip.pk).update(hidden=True)
    assert "It will be a long winter" in body(client, "/name/ilse-varga", story=str(clip.story_id))
    assert "It will be a long winter" in body(client, "/name/ilse-varga", story=str(row.clip.story_id))
