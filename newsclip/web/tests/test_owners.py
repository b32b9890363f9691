"""Whatever is one's own is read, counted, changed and dropped for its owner alone."""

import json
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Invitation, Reader, Token
from newsclip.accounts.queries import with_confirmed_mail
from newsclip.articles.models import Article
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.actions.discounting import count_for
from newsclip.community.models import (
    Collection,
    Comment,
    CommentVote,
    Flag,
    Follow,
    Mute,
    Subscription,
    Suggestion,
    Support,
    Target,
    Uncounted,
    Vote,
)
from newsclip.community.ports import News, Order
from newsclip.community.queries.weights import weight_of
from newsclip.kernel.reasons import Refused
from newsclip.pipeline import account_deletion, contributions, data_export, new_password
from newsclip.ranking import actions as ranking
from newsclip.ranking import queries as ranking_queries
from newsclip.sources.models import Source
from newsclip.web.tests import factories
from newsclip.web.tests.two_readers import acts, counts, newcomer, rows_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
WORD = "zanzibarine"


@pytest.fixture
def things():
    """What both act on: somebody's comment and suggestion."""
    clip, nils = factories.ferry(), newcomer("nils")
    article = Article.objects.order_by("pk")[:1].get()  # which readers brought in
    Source.objects.filter(pk=article.source_id).update(kind=Source.Kind.SUBMISSIONS)
    said = actions.comment(nils, clip.story_id, "How was it?", now=timezone.now())
    idea = actions.suggest(nils, clip.story_id, "hashtags", {"hashtags": ["Ferry"]}, now=timezone.now())
    return said, idea


@pytest.fixture
def two(things):
    """Ada, and Ben whose words are his alone."""
    ada, ben = newcomer("ada"), newcomer("ben")
    acts(ben, *things, word=WORD)
    return ada, ben


def browser_of(reader: Reader) -> Client:
    """For pages and for the API."""
    secret = accounts.make_token(reader, "bot", Token.Scope.values, now=timezone.now())
    browser = Client(headers={"Authorization": f"Bearer {secret}"})
    browser.force_login(reader)
    return browser


def stories() -> list[int]:
    return list(Clip.objects.values_list("story_id", flat=True))


def test_what_two_do_alike_both_have_done(things):
    ada, ben = newcomer("ada"), newcomer("ben")
    acts(ben, *things, word="alike")
    had = rows_of(ben)
    acts(ada, *things, word="alike")
    assert counts(ada) == counts(ben)
    assert {table for table, number in counts(ben).items() if not number} == {"LearningOff"}
    assert rows_of(ben) == had


QUESTIONS = {
    "everything": lambda ada: json.loads(data_export.file_of(ada, Path()).read()),
    "follows": queries.follows,
    "mutes": lambda ada: queries.mutes(ada, now=timezone.now()),
    "collections": lambda ada: list(queries.collections_of(ada, private=True)),
    "news": lambda ada: list(queries.news_for(ada)),
    "unread": queries.unread,
    "history": lambda ada: queries.history(ada, limit=9),
    "versions read": lambda ada: queries.versions_read(ada, Clip.objects.values_list("pk", flat=True)),
    "opened since": lambda ada: queries.opened_since(ada, ada.date_joined),
    "notices since": lambda ada: list(queries.notices_since(ada, ada.date_joined)),
    "listed": queries.listed_for,
    "subscriptions": lambda ada: list(queries.subscriptions_of(ada, *Subscription.Kind.values)),
    "voted": lambda ada: queries.voted(ada, stories()),
    "my vote": lambda ada: queries.my_vote(ada, stories()[0]),
    "my votes": lambda ada: queries.my_votes(ada, stories()),
    "brought": lambda ada: queries.brought_by(ada, limit=9),
    "supported": lambda ada: queries.supported_by(ada, stories()[0]),
    "said": lambda ada: list(queries.by_reader(ada)),
    "judged": lambda ada: [one.voted for one in queries.thread(stories()[0], now=timezone.now(), reader=ada)][:1],
    "learns": ranking_queries.learns,
}


def test_what_others_do_changes_no_answer_about_oneself(things):
    ada, ben = newcomer("ada"), newcomer("ben")
    before = {name: ask(ada) for name, ask in QUESTIONS.items()}
    acts(ben, *things, word=WORD)
    assert queries.brought_by(ben, limit=9)
    assert {name for name, ask in QUESTIONS.items() if ask(ada) != before[name]} == set()
    ranking.switch_learning(ben, on=False, now=timezone.now())
    assert ranking_queries.learns(ada)


PAGES = (
    "/submit", "/following", "/following.json", "/following.opml", "/for-you", "/welcome", "/notices", "/settings",
    "/settings/tokens", "/settings/webhooks", "/settings/credentials", "/s/{}/collect", "/collections/ada", "/u/ada",
    "/accounts/sessions/",
    "/accounts/email/", "/api/me", "/api/notices", "/api/following", "/api/collections", "/api/submissions",
    "/api/invitations", "/api/webhooks", "/api/browsers", "/api/me/everything",
)  # fmt: skip


def test_no_page_of_ones_own_holds_words_of_others(two):
    ada, ben = two
    browser, code = browser_of(ada), Invitation.objects.get(reader=ben).code
    told = {page: browser.get(page.format(stories()[0])) for page in PAGES}
    texts = {page: answer.getvalue().decode() for page, answer in told.items()}
    assert {page for page, answer in told.items() if answer.status_code != 200} == set()
    assert {page for page, text in texts.items() if WORD in text or code in text} == set()


def test_what_one_takes_away_is_ones_own(things, two):
    ada, ben = two
    had, now, story = rows_of(ben), timezone.now(), stories()[0]
    accounts.drop_token(ada, ben.tokens.get().pk)
    accounts.drop_invitation(ada, ben.invitations.get().pk)
    for row in Subscription.objects.filter(reader=ben):
        actions.unsubscribe(ada, row.pk)
    actions.take_back(ada, story, now=now)
    actions.vote_on_comment(ada, things[0], 0, now=now)
    for model, undo in ((Follow, actions.unfollow), (Mute, actions.unmute)):
        for row in model.objects.filter(reader=ben):
            undo(ada, row.kind, row.key)
    actions.seen(ada, now=now)
    actions.forget_readings(ada)
    assert rows_of(ben) == had


def test_who_learns_again_lets_nobody_else_learn(two):
    ada, ben = two
    ranking.switch_learning(ben, on=False, now=timezone.now())
    ranking.switch_learning(ada, on=False, now=timezone.now())
    ranking.switch_learning(ada, on=True, now=timezone.now())
    assert (ranking_queries.learns(ada), ranking_queries.learns(ben)) == (True, False)


@pytest.mark.parametrize(
    "ends", [new_password.end_all, lambda ada: account_deletion.leave(ada, now=timezone.now()), ranking.forget]
)
def test_who_ends_all_or_leaves_takes_nothing_of_others_along(two, ends):
    ada, ben = two
    had = rows_of(ben)
    ends(ada)
    assert rows_of(ben) == had


def test_what_is_others_is_refused(two):
    ada, ben = two
    said, kept = Comment.objects.get(reader=ben), Collection.objects.get(reader=ben)
    for ask in (
        lambda: actions.edit(ada, said, "Not I.", now=timezone.now()),
        lambda: actions.withdraw(ada, said, now=timezone.now()),
        lambda: actions.drop_collection(ada, kept),
        lambda: actions.collect(ada, kept, stories()[0], now=timezone.now()),
        lambda: actions.take_out(ada, kept, stories()[0]),
    ):
        with pytest.raises(Refused, match="Only its author"):
            ask()


def test_collections_and_links_of_others_are_not_there(two):
    ada, ben = two
    kept, story = Collection.objects.get(reader=ben), stories()[0]
    had, browser = rows_of(ben), browser_of(ada)
    json_ = {"content_type": "application/json"}
    answers = [
        browser.get(f"/api/collections/{kept.slug}"),
        browser.put(f"/api/collections/{kept.slug}/stories/{story}", {"note": "x"}, **json_),
        browser.delete(f"/api/collections/{kept.slug}/stories/{story}"),
        browser.delete(f"/api/collections/{kept.slug}"),
        browser.post(f"/collection/{kept.slug}/change", {"drop": "1"}),
        browser.post(f"/collection/{kept.slug}/change", {"note_of": story, "note": "x"}),
    ]
    assert [answer.status_code for answer in answers] == [404] * 6
    assert rows_of(ben) == had


def test_links_of_others_are_not_there(two):
    ada, ben = two
    number = rows_of(ben)["Submission"][0]["id"]
    browser = browser_of(ada)
    assert [browser.get(f"{root}/{number}").status_code for root in ("/submit", "/api/submissions")] == [404, 404]


def many(model, reader: Reader, number: int, **same) -> None:
    unique = {Token: "digest", Invitation: "digest", Collection: "slug", Subscription: "url"}.get(model, "key")
    model.objects.bulk_create(model(reader=reader, **same, **{unique: f"{unique}{n}"}) for n in range(number))


def test_what_others_have_fills_no_bound_of_ones_own(things):
    ada, ben, now = newcomer("ada"), newcomer("ben"), timezone.now()
    many(Token, ben, accounts.TOKENS, name="x", made_at=now)
    many(Invitation, ben, accounts.INVITATIONS, code="x", made_at=now)
    many(Collection, ben, 100, title="x", made_at=now)
    many(Follow, ben, 1000, kind="hashtag", at=now)
    many(Mute, ben, 1000, kind="hashtag", at=now)
    for kind in (Subscription.Kind.WEBHOOK, Subscription.Kind.PUSH):
        Subscription.objects.bulk_create(
            Subscription(reader=ben, kind=kind, url=f"https://{kind}{n}.example/", events=[], made_at=now, seen_at=now)
            for n in range(10)
        )
    acts(ada, *things, word="alike")
    assert counts(ada)["Follow"] == 3


def test_news_wakes_the_subscriptions_of_whom_it_is_for_alone(two):
    ada, ben = two
    Subscription.objects.update(woken_at=None)
    actions.notice(ada, News("fact", "New.", "fact 2"), now=timezone.now())
    assert not Subscription.objects.filter(reader=ben).exclude(woken_at=None).exists()


def weights_of(reader: Reader) -> list[object]:
    rows = [model.objects.filter(reader=reader) for model in (Vote, Comment, CommentVote, Support, Flag)]
    states = Suggestion.objects.filter(reader=reader).values_list("state")
    return [*(list(one.values_list("pk", "weight")) for one in rows), *states, Reader.objects.get(pk=reader.pk).counts]


def test_who_no_longer_counts_takes_nobody_elses_weight_along(two):
    ada, ben = two
    for model in (Vote, Comment, CommentVote):
        model.objects.update(weight=0.5)
    Uncounted.objects.all().delete()
    had = weights_of(ben)
    count_for(ada.pk, counts=False, now=timezone.now())
    actions.refuse_open(ada.pk, now=timezone.now())
    assert weights_of(ben) == had
    assert not Uncounted.objects.exists()
    Suggestion.objects.update(state=Suggestion.State.APPLIED)
    assert actions.suggestions_by(ada.pk) == []


def test_a_flood_of_one_pushes_nobody_elses_words_back(two):
    ada, ben = two
    Comment.objects.filter(reader=ben).update(state=Comment.State.HELD)
    links = " ".join(f"https://harbour{n}.example/" for n in range(9))
    said = actions.comment(ada, stories()[0], links, now=timezone.now())
    held = Flag.objects.get(kind="comment", key=str(said.pk))
    alone = weight_of(ada, timezone.now())
    assert held.weight == pytest.approx(alone)


def test_collections_of_the_same_name_are_told_apart_and_so_are_addresses_that_others_confirmed(two):
    ada, _ = two
    Collection.objects.update(public=True)
    actions.make_collection(ada, WORD, now=timezone.now(), public=True)
    assert Client().get(f"/api/people/ada/collections/{WORD}").json()["clips"] == []
    Reader.objects.filter(pk=ada.pk).update(email=f"ben@{WORD}.example")
    assert not with_confirmed_mail(Reader.objects.filter(pk=ada.pk)).exists()


def test_nobody_appeals_what_concerns_anothers_comment(two):
    ada, ben = two
    done = actions.act(
        newcomer("orla"),
        Order("remove", Target.COMMENT, str(Comment.objects.get(reader=ben).pk), "So."),
        now=timezone.now(),
    )
    assert queries.open_to_appeal(ada, [done]) == frozenset()
    assert queries.open_to_appeal(ben, [done]) == {done.pk}


def test_who_lets_nothing_be_learnt_decides_for_nobody_else(two):
    ada, ben = two
    ranking.switch_learning(ben, on=False, now=timezone.now())
    ranking.remember_slate(ada, [{"clip": 1, "factors": {}, "chance": 1}], now=timezone.now())
    assert len(rows_of(ada)["Slate"]) == 1


def test_a_link_that_two_submit_is_each_ones_own(two):
    url = Article.objects.order_by("pk")[:1].get().url
    given = [contributions.submit(url, reader, now=timezone.now()) for reader in two]
    assert [one.reader for one in given] == list(two)
