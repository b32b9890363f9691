"""A publisher that took its words down is found nowhere: in no table, page, feed, answer, mail, webhook or index."""

import html
import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from newsclip import clock
from newsclip.accounts.models import Reader
from newsclip.articles.models import Article, Picture, Revision
from newsclip.cli import admin_commands
from newsclip.clips import actions as clips
from newsclip.clips.models import Amendment, Answer, Assignment, Attempt, Clip, Correction
from newsclip.community import actions as community
from newsclip.community.models import Challenge, Delivery, Follow, Subscription, Suggestion
from newsclip.community.ports import News, Order
from newsclip.community.queries import what_came_of
from newsclip.kernel.reasons import Reason
from newsclip.pipeline.contributions import reverify
from newsclip.pipeline.tests import every_table
from newsclip.pipeline.tests.test_excerpts import shown
from newsclip.push import sending
from newsclip.sources.models import Publisher, Push, Source
from newsclip.stories import actions as stories
from newsclip.stories.models import Membership, Story
from newsclip.web.tests import factories
from newsclip.wiring import search_index, writer

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
THEIRS = "harbourtimes.example"
# Words that this publisher alone wrote, each in another part of its article.
SENTINELS = ("quorvane", "tesselby", "brimhollow", "ilvarsson", "ostrelgate", "pellworth", "dunmarrow", "skelbright")
TITLE, LEAD, QUOTED, SPEAKER, FIGURE, ALT, CREDIT, SECTION = SENTINELS
TEXT = (
    f"The ferry Sabine ran aground at {LEAD} shortly after seven on Tuesday morning with 212 people aboard.\n\n"
    "All passengers were brought ashore by lifeboat within three hours, the coastguard said. Two people were "
    "treated for bruises at the harbour clinic.\n\n"
    f"“We felt a long scrape near {QUOTED}, then the lights went, and the crew were calm throughout”, said Tove "
    f"{SPEAKER.capitalize()}, a teacher who was travelling with her class.\n\n"
    f"The Sabine was built in 1998 and passed its last inspection in {FIGURE}. Fog had cut visibility in the strait to "
    "below two hundred metres."
)
STORY = (("Marrow Harbour Times", THEIRS, f"Ferry aground off {TITLE} Point; all 212 aboard are safe", TEXT),
         *factories.TOLD[1:])  # fmt: skip
THE_OTHERS = "Lifeboats took 212 people off a stranded ferry in thick fog on Tuesday"


def everything() -> dict[str, str]:
    """What every table of every stage holds, and every other table and index that the database names."""
    found = {model.__name__: json.dumps(list(model._default_manager.values()), default=str, ensure_ascii=False)
             for model in apps.get_models()}  # fmt: skip
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{name}"')  # noqa: S608 names of our own tables
            found[name] = str(cursor.fetchall())
    return found


def leaks(*places: dict[str, str]) -> dict[str, list[str]]:
    """Which of their words are where."""
    seen = {name: html.unescape(body).casefold() for one in places for name, body in one.items()}
    there = {name: [word for word in SENTINELS if word in body] for name, body in seen.items()}
    return {name: words for name, words in there.items() if words}


@pytest.fixture
def clip() -> Clip:
    """A clip written by the writer of a story of three publishers, and all that people did with it."""
    now = clock.now().replace(microsecond=0)
    told = factories.Told(at=now - timedelta(hours=3), told=STORY)
    mine = Article.objects.get(publisher__domain=THEIRS)
    picture = f"https://{THEIRS}/picture.jpg"
    Revision.objects.filter(article=mine).update(
        image=picture,
        image_alt=f"A ferry at {ALT}",
        image_credit=CREDIT,
        section=SECTION,
        authors=[SPEAKER],
        correction_note=f"Correction: {QUOTED}",
    )
    Picture.objects.create(url=picture, code="kept", name="ferry.jpg", width=1200, height=675)
    Amendment.objects.create(story=told.story, kind="headline", words=[STORY[0][2]], by="suggestion 1", at=now)
    write(told.story)
    made = Clip.objects.get()
    factories.index(made)
    list(clips.name([made]))
    every_table.fill_all(made, (LEAD, QUOTED, FIGURE), now)
    people(made, now)
    return made


def write(story: Story) -> None:
    list(clips.write(clips.assign([story], limit=1), writer=writer(), now=clock.now()))


def people(made: Clip, now) -> None:
    mara = Reader.objects.create(username="mara", is_moderator=True, email="mara@example.org")
    mara.date_joined = now - timedelta(days=400)
    mara.edition, mara.notices_by_mail = "daily", True
    mara.save()
    mara.emailaddress_set.create(email=mara.email, verified=True, primary=True)
    community.act(mara, Order("lock", "story", str(made.story_id), "Enough for today."), now=now)
    change = {"what": "headline", "old": [made.headline], "new": [STORY[0][2]]}
    community.act(mara, Order("change", "story", str(made.story_id), "It says more.", detail=change), now=now)
    for idea in ({"headline": made.headline}, {"hashtags": [TITLE]}):
        Suggestion.objects.create(
            reader=mara, story=made.story, kind=next(iter(idea)), wanted=idea, at=now, state="applied",
            reasons=[Reason("headline_wanted").as_json()],
        )  # fmt: skip
    Answer.objects.create(request="q", digest="d", model="m", text=TEXT, at=now)
    Answer.objects.create(request="refused", digest="no receipt names it", model="m", text=TEXT, at=now)
    source = Source.objects.filter(publisher__domain=THEIRS).earliest("pk")
    Push.objects.create(source=source, at=now, body=TEXT.encode())
    made.document["receipt"]["answers"] = ["d"]
    Clip.objects.filter(pk=made.pk).update(document=made.document)
    made.versions.update(document=made.document)
    Attempt.objects.create(story=made.story, model="m", at=now, code="bad_draft", detail=f"No JSON: {LEAD}")
    Assignment.objects.filter(story=made.story).update(detail=f"No JSON: {LEAD}")
    Correction.objects.create(
        clip=made, version=1, kind="revised", at=now, sentences=[{"before": TEXT[:90], "after": ""}],
        reasons=factories.changed(made, LEAD, FIGURE, 0),
    )  # fmt: skip
    Subscription.objects.create(
        reader=mara, kind="webhook", url="https://mara.example/told", events=["clip", "correction", "notice"],
        of_clips=True, made_at=now - timedelta(days=1), seen_at=now - timedelta(days=1),
    )  # fmt: skip
    Follow.objects.create(reader=mara, kind="story", key=str(made.story_id), at=now)
    fact = News("fact", "New: %(text)s", "clip 1 v1 0", story=made.story_id, given={"text": TEXT})
    community.notice(mara, fact, now=now)
    quoted = {"name": f"Tove {SPEAKER}", "text": f"We felt a long scrape near {QUOTED}"}
    said = News("name", "%(name)s is quoted: %(text)s", "name 1 tove", story=made.story_id, given=quoted)
    community.notice(mara, said, now=now)
    list(sending.queue(now=now))
    Delivery.objects.filter(key__startswith="clip ").update(done_at=now)


def doubts(clip: Clip, now) -> None:
    """A sentence that the verifier refuses, saying what the publisher's passage says in its place."""
    false = Clip.objects.get(pk=clip.pk)
    first = next(one for one in sentences_in(false.document) if FIGURE in one["text"])
    first["text"] = first["text"].replace(FIGURE, "Elsewhere")
    reverify(Challenge.objects.create(clip=false, clip_version=1, sentence=first["text"], at=now), now=now)


def sentences_in(value: object) -> Iterator[dict]:
    """Every sentence of a document, wherever it is nested."""
    if isinstance(value, dict):
        if {"text", "evidence"} <= value.keys():
            yield value
        yield from (one for each in value.values() for one in sentences_in(each))
    elif isinstance(value, list):
        yield from (one for each in value for one in sentences_in(each))


def reasons_in(value: object) -> Iterator[dict]:
    """Every stored reason, wherever it is nested."""
    if isinstance(value, dict):
        if {"code", "params"} <= value.keys():
            yield value
        yield from (one for each in value.values() for one in reasons_in(each))
    elif isinstance(value, list):
        yield from (one for each in value for one in reasons_in(each))


def pages(clip: Clip) -> dict[str, str]:
    """Every list, page, feed and answer as staff and as anybody, the mails of a day, and what webhooks are told."""
    clip.refresh_from_db()
    return shown(clip)


def write_again(clip: Clip) -> None:
    write(Story.objects.get(pk=clip.story_id))
    clip.refresh_from_db()


def test_the_words_are_seen_in_many_tables_and_pages_before(clip):
    before = leaks(everything())
    assert {word for words in before.values() for word in words} == set(SENTINELS)
    assert {"Clip", "ClipVersion", "Revision", "Correction", "Suggestion", "Answer", "Delivery", "Push", "Trend",
            "TagReview", "TagStanding", "StoryEvent", "Action"} <= set(before)  # fmt: skip
    assert {f"/c/{clip.slug}", "/corrections", "mail", "webhooks", "/moderation"} <= set(leaks(pages(clip)))


def test_no_reason_is_stored_with_their_words_and_all_say_them_when_shown(clip):
    doubts(clip, clock.now())
    rows = [row for model in apps.get_models() for row in model._default_manager.values()]
    stored = [json.dumps(one["params"]) for row in rows for one in reasons_in(list(row.values()))]
    assert len(stored) > 5
    assert [params for params in stored if any(word in params.casefold() for word in SENTINELS)] == []
    told = what_came_of(Challenge.objects.latest("pk"))
    assert told == f"It says “Elsewhere”, but the passage says “{FIGURE}”."
    admin_commands.take_down(THEIRS, "They asked.")
    told = what_came_of(Challenge.objects.latest("pk"))
    assert told.count("[words that are no longer shown]") == 2


def test_no_table_that_may_hold_words_is_empty_when_they_are_looked_for(clip):
    assert every_table.empty() == every_table.empty() & set(every_table.WORDLESS)


def test_of_one_article_taken_down_by_its_address_nothing_stays_either(clip):
    admin_commands.take_down(Article.objects.get(publisher__domain=THEIRS).url, "They asked.")
    assert leaks(everything(), pages(clip)) == {}
    assert Source.objects.get(publisher__domain=THEIRS).due_at <= clock.now(), "what the hub sent is asked for anew"


def test_after_a_takedown_under_another_name_they_are_nowhere(clip):
    Publisher.objects.filter(domain=THEIRS).update(name="The Marrow Bugle")
    admin_commands.take_down(THEIRS, "They asked.")
    assert leaks(everything(), pages(clip)) == {}
    write_again(clip)
    assert leaks(everything(), pages(clip)) == {}
    assert search_index().meant(TITLE[:-1] + "x") == TITLE[:-1] + "x"


def test_the_others_words_stay_and_the_old_address_leads_on(clip):
    old = clip.slug
    admin_commands.take_down(THEIRS, "They asked.")
    clip.refresh_from_db()
    assert (clip.state, TITLE in old, TITLE in clip.slug) == ("published", True, False)
    assert Client().get(f"/c/{old}")["Location"] == f"/c/{clip.slug}"
    assert THE_OTHERS in json.dumps(clip.document)
    assert Amendment.objects.count() == 0, "no article is left that bears it"


@pytest.mark.parametrize("name", ["", "r", "Northern Ledger"])
def test_what_a_publisher_is_called_matters_to_nobody(clip, name):
    Publisher.objects.filter(domain=THEIRS).update(name=name)
    admin_commands.take_down(THEIRS, "They asked.")
    assert leaks(everything()) == {}
    assert THE_OTHERS in Client().get(f"/c/{Clip.objects.get().slug}").content.decode()


def test_of_an_article_that_moved_to_another_story_nothing_stays_with_the_first(clip):
    mine = Article.objects.get(publisher__domain=THEIRS)
    other = Story.objects.create(started_at=clip.published, last_at=clip.updated, articles=1, reports=1)
    Membership.objects.filter(article=mine).update(story=other)
    Story.objects.filter(pk=clip.story_id).update(version=5, articles=2)
    write_again(clip)
    assert clip.version == 2
    assert "Correction" in leaks(everything())
    admin_commands.take_down(THEIRS, "They asked.")
    assert leaks(everything(), pages(clip)) == {}


def test_of_a_story_that_was_merged_nothing_stays_with_the_clip_it_had(clip):
    into = factories.ferry(5, at=clip.published)
    stories.merge(clip.story, into.story, now=clock.now())
    admin_commands.take_down(THEIRS, "They asked.")
    assert leaks(everything()) == {}


def test_two_publishers_one_after_the_other_leave_nothing_of_either(clip):
    admin_commands.take_down("radiokelling.example", "They asked.")
    admin_commands.take_down(THEIRS, "They asked.")
    admin_commands.take_down(THEIRS, "They asked.")
    assert leaks(everything(), pages(clip)) == {}
    assert "bridge recordings" not in json.dumps(everything())


def test_what_is_taken_down_while_it_is_written_is_not_published_by_that(clip):
    class Slow:
        """Its publisher takes the words down while it writes."""

        mark = writer().mark

        def __call__(self, assigned):
            document = writer()(assigned)
            admin_commands.take_down(THEIRS, "They asked.")
            return document

    Story.objects.filter(pk=clip.story_id).update(version=5, written_version=0)
    waiting = clips.assign([Story.objects.get(pk=clip.story_id)], limit=1)
    (result,) = clips.write(waiting, writer=Slow(), now=clock.now())
    assert result.code == "taken_down"
    assert leaks(everything(), pages(clip)) == {}
    write_again(clip)
    assert (clip.state, leaks(everything())) == ("published", {})


def test_what_a_reader_wrote_of_it_stays_theirs(clip):
    mara = Reader.objects.get(username="mara")
    community.act(mara, Order("unlock", "story", str(clip.story_id), "Talk.", ""), now=clock.now())
    community.comment(mara, clip.story_id, f"Off {TITLE}, they say?", now=clock.now())
    admin_commands.take_down(THEIRS, "They asked.")
    assert set(leaks(everything())) == {"Comment", "community_comment"}
