"""Of a publisher that allows only so many words of an article, no more are shown anywhere, then or later."""

import html
import json
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from newsclip import clock
from newsclip.accounts.models import Reader
from newsclip.articles.models import Revision
from newsclip.cli import admin_commands
from newsclip.clips import actions as clips
from newsclip.clips import queries
from newsclip.clips.models import Clip, Correction
from newsclip.community import actions as community
from newsclip.community import queries as community_queries
from newsclip.community.models import Delivery, Follow, Subscription
from newsclip.community.ports import News
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.reasons import in_sentences
from newsclip.mail import editions, notices
from newsclip.pipeline import takedown
from newsclip.pipeline.tests.test_takedown import LISTS
from newsclip.push import sending, topics
from newsclip.stories.models import Story
from newsclip.web.tests import factories
from newsclip.wiring import search_index, vector_index, writer

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
THEIRS, LIMIT, RUN = "harbourtimes.example", 20, 4
BEYOND = "Two people were treated for bruises at the harbour clinic."
SIGN_IN = "allauth.account.auth_backends.AuthenticationBackend"
MORE = (
    *("/for-you", "/following", "/notices", "/s/{story}/discussion", "/s/{story}/suggestions", "/quality.json"),
    *("/s/{story}/discussion/feed.atom", "/s/{story}/suggestions/feed.json", "/corrections/feed.json", "/moderation"),
    *("/c/{slug}/challenge", "/s/{story}/feed.json", "/s/{story}/feed.rss", "/u/mara", "/u/mara/feed.json"),
    *("/search/feed.atom?q=sabine", "/source/harbourtimes.example", "/source/harbourtimes.example/feed.json"),
    *("/edition/2026-11-24/feed.json", "/edition/today", "/tag/sabine/feed.rss", "/category/general/feed.atom"),
    *("/api/newest", "/api/editions/2026-11-24", "/api/categories/General/clips", "/api/hashtags/sabine/clips"),
    *("/api/sources/harbourtimes.example/clips", "/api/search?q=sabine", "/api/clips/{slug}/evidence"),
    *("/api/clips/{slug}/versions", "/api/clips/{slug}/challenges", "/api/stories/{story}", "/api/corrections"),
    *("/api/stories/{story}/comments", "/api/ranking/now", "/about/ranking/now", "/c/{slug}/share/lemmy"),
)  # fmt: skip


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(words: list[str]) -> set[str]:
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def beyond() -> set[str]:
    """Every four words running that only this publisher wrote, and beyond what it allows."""
    rows = Revision.objects.all().select_related("article__publisher")
    free = set().union(*(runs(words_of(row.title)) for row in rows))
    kept: set[str] = set()
    for row in rows:
        said = words_of(row.text)
        if row.article.publisher.domain == THEIRS:
            free |= runs(words_of(" ".join(row.text.split()[:LIMIT])))
            kept |= runs(said)
        else:
            free |= runs(said)
    return kept - free


def leaks(shown: dict[str, str]) -> dict[str, list[str]]:
    """Where how much of what is not allowed is shown."""
    forbidden = beyond()
    found = {}
    for place, body in shown.items():
        text = re.sub(r"<[^>]*>", " ", html.unescape(html.unescape(body.replace("\\u201c", " ").replace("\\n", " "))))
        plain = runs(words_of(text)) | runs(words_of(html.unescape(body)))
        if there := plain & forbidden:
            found[place] = sorted(there)[:3]
    return found


@pytest.fixture
def clip() -> Clip:
    return told_to_people(factories.ferry(at=clock.now().replace(microsecond=0)))


def told_to_people(made: Clip) -> Clip:
    """A clip that was read, doubted, discussed, followed, corrected; each time by words of the publisher's."""
    factories.index(made)
    list(clips.name([made]))
    now = clock.now()
    mara = Reader.objects.create(username="mara", email="mara@example.org", edition="daily", notices_by_mail=True)
    mara.emailaddress_set.create(email=mara.email, verified=True, primary=True)
    mara.date_joined = now.replace(year=now.year - 1)
    mara.save()
    Follow.objects.create(reader=mara, kind="story", key=str(made.story_id), at=now)
    said = next(one for one in sentences_and_quotations(queries.document(made)) if one.text == BEYOND)
    cited = {"text": said.text, "evidence": [{"digest": one.digest} for one in said.evidence]}
    community.comment(mara, made.story_id, "I saw it.", now=now, anchor=community_queries.anchor(cited))
    community.challenge(mara, made, BEYOND, now=now, why="Really?")
    fact = News("fact", "A new fact: %(text)s", "clip 1 v1 0", story=made.story_id, given={"text": BEYOND})
    community.notice(mara, fact, now=now)
    Subscription.objects.create(
        reader=mara, kind="webhook", url="https://mara.example/told", events=["clip", "correction", "notice"],
        of_clips=True, made_at=now.replace(year=now.year - 1), seen_at=now.replace(year=now.year - 1),
    )  # fmt: skip
    Correction.objects.create(
        clip=made, version=1, kind="revised", at=now, sentences=[{"before": BEYOND, "after": BEYOND}],
        reasons=factories.changed(made, "passed its last inspection in March", "visibility", 0),
    )  # fmt: skip
    list(sending.queue(now=now))
    return made


def shown(clip: Clip) -> dict[str, str]:
    """All that anybody can see or is sent, by its place."""
    browser = Client(raise_request_exception=False)
    browser.force_login(Reader.objects.get(username="mara"), SIGN_IN)
    places = {path.format(story=clip.story_id, slug=clip.slug) for path in (*LISTS, *MORE)}
    anybody = Client(raise_request_exception=False)
    answers = {path: [browser.get(path), anybody.get(path)] for path in sorted(places)}
    assert [path for path, both in answers.items() if any(one.status_code >= 500 for one in both)] == []
    seen = {path: " ".join(one.content.decode() for one in both) for path, both in answers.items()}
    now = clock.now()
    mail.outbox.clear()
    Reader.objects.update(edition_at=None)
    list(editions.send_editions(now=now))
    list(notices.send_notices(now=now))
    list(sending.queue(now=now))
    posts = [f"{one.subject} {one.body} {one.alternatives}" for one in mail.outbox]
    waiting = Delivery.objects.filter(done_at=None).values_list("body", flat=True)
    return seen | {"mail": " ".join(posts), "webhooks": json.dumps(list(waiting), ensure_ascii=False)}


def written_anew(clip: Clip) -> None:
    """By the worker, then ranked and told to followers."""
    waiting = clips.assign(Story.objects.filter(pk=clip.story_id), limit=5)
    list(clips.write(waiting, writer=writer(), now=clock.now()))
    clip.refresh_from_db()
    list(community.announce([clip], now=clock.now()))
    clips.index([clip], index=search_index(), vectors=vector_index())


def test_without_a_limit_the_words_are_seen_in_every_kind_of_place(clip):
    found = leaks(shown(clip))
    kinds = {"/c/" + clip.slug, f"/c/{clip.slug}.json", f"/c/{clip.slug}/evidence", "/", "mail", "webhooks",
             "/corrections", "/notices", f"/s/{clip.story_id}/suggestions", f"/s/{clip.story_id}/discussion",
             "/api/search?q=sabine", "/feed.atom", f"/api/clips/{clip.slug}"}  # fmt: skip
    assert kinds - set(found) == set()


def test_with_a_limit_no_more_is_shown_anywhere_at_once(clip):
    admin_commands.limit_excerpts(THEIRS, LIMIT)
    assert leaks(shown(clip)) == {}
    clip.refresh_from_db()
    assert clip.state == "published"
    assert "shortly after seven on Tuesday morning" in Client().get(f"/c/{clip.slug}").content.decode()
    assert [hit.clip_id for hit in search_index().search("bruises", limit=5)] == []


def test_nor_after_the_clip_is_written_anew(clip):
    admin_commands.limit_excerpts(THEIRS, LIMIT)
    written_anew(clip)
    assert leaks(shown(clip)) == {}


def test_a_lower_limit_is_no_correction_and_no_change_of_the_publishers(clip):
    before = Correction.objects.count()
    admin_commands.limit_excerpts(THEIRS, LIMIT)
    written_anew(clip)
    assert Correction.objects.count() == before
    reasons = " ".join(in_sentences(row.told) for row in queries.versions(clip))
    assert "Marrow Harbour Times allows fewer words to be shown." in reasons
    assert "changed" not in reasons


def test_a_clip_of_which_nothing_is_left_is_withdrawn_until_it_can_be_written(clip):
    for domain in (THEIRS, "ledger.example", "radiokelling.example"):
        admin_commands.limit_excerpts(domain, 1)
    clip.refresh_from_db()
    assert (clip.state, clip.code) == ("withdrawn", "too_thin")
    assert "bridge recordings" not in "".join(shown(clip).values())


def test_what_was_taken_down_is_not_repeated_by_comments_doubts_notices_and_webhooks(clip):
    admin_commands.take_down(THEIRS, "They asked.")
    found = shown(clip)
    assert [place for place, body in found.items() if BEYOND in html.unescape(body)] == []


def test_programs_and_the_hub_are_told_of_what_is_left_after_a_takedown(clip):
    admin_commands.take_down(THEIRS, "They asked.")
    Subscription.objects.update(seen_at=clip.published - timedelta(minutes=1))
    list(sending.queue(now=clock.now()))
    told = Delivery.objects.filter(key=f"clip {clip.pk} v2").get()
    assert "bruises" not in json.dumps(told.body)
    assert "" in topics.changed(clip.published - timedelta(minutes=1), clock.now())


def test_what_a_withdrawn_clip_said_is_offered_to_nobody_to_doubt_or_discuss(clip):
    clips.withdraw(clip, "too_thin", now=clock.now())
    browser = Client()
    browser.force_login(Reader.objects.get(username="mara"), SIGN_IN)
    assert browser.get(f"/c/{clip.slug}/challenge").url == f"/c/{clip.slug}"
    assert "bridge recordings" not in browser.get(f"/s/{clip.story_id}/discussion?sentence=13").content.decode()


def test_the_limit_can_be_taken_back(clip):
    admin_commands.limit_excerpts(THEIRS, LIMIT)
    takedown.limit_excerpts(THEIRS, None, search=search_index(), vectors=vector_index(), now=clock.now())
    written_anew(clip)
    assert leaks({"clip": json.dumps(clip.document)}) != {}
