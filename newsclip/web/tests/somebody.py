"""Somebody who did everything there is to do here."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.apps import apps

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.community.models import Comment, Submission
from newsclip.community.ports import News, Order
from newsclip.ranking.models import Exploration, LearningOff, Slate
from newsclip.sources.actions import look_for_sources
from newsclip.web.tests import factories

MARK = "zanzibarine"  # a word that nobody else writes
NAME = "marazanzi"


def did_everything(nils, now):
    clip = factories.ferry()
    story = clip.story_id
    mara = Reader.objects.create(
        username=NAME, email=f"{NAME}@people.example", about=MARK, invited_by=nils,
        date_joined=now - timedelta(days=90), is_moderator=True,
    )  # fmt: skip
    takes_part(mara, nils, clip, now)
    is_moderated(mara, nils, story, now)
    has_an_account(mara, now)
    LearningOff.objects.create(reader=mara, at=now)
    Exploration.objects.create(reader=mara, clip=clip, at=now, place=10, chance=0.02, opened=True)
    Slate.objects.create(reader=mara, at=now, shown=[{"clip": clip.pk, "factors": {}, "chance": 1}])
    return mara


def takes_part(mara, nils, clip, now):
    story = clip.story_id
    said = actions.comment(mara, story, f"I was aboard. {MARK}", now=now)
    answer = actions.comment(nils, story, "How was it?", now=now, parent=said)
    actions.vote(mara, story, now=now)
    actions.vote_on_comment(mara, answer, 1, now=now)
    actions.follow(mara, "hashtag", "sabine", now=now)
    actions.mute(mara, "word", MARK, now=now)
    actions.follow(nils, "person", NAME, now=now)
    actions.mute(nils, "person", NAME, now=now)
    kept = actions.make_collection(mara, MARK, now=now, about=MARK)
    actions.collect(mara, kept, story, now=now, note=MARK)
    actions.remember_reading(mara, clip, now=now)
    actions.notice(mara, News("fact", MARK, "fact 1", story), now=now)
    Submission.objects.create(reader=mara, url=f"https://{MARK}.example/", at=now, code="submitted")
    looked = look_for_sources(f"https://{MARK}.example/news", now=now)
    actions.suggest_source(mara, looked, now=now, why=MARK)
    actions.suggest(mara, story, "headline", {"headline": f"Ferry {MARK}"}, now=now, why=MARK)
    others = actions.suggest(nils, story, "headline", {"headline": "Ferry"}, now=now)
    actions.support(mara, others, now=now)
    actions.challenge(mara, clip, "The ferry ran aground.", now=now, why=MARK)
    actions.flag(mara, "comment", str(answer.pk), "abuse", now=now, words=MARK)


def is_moderated(mara, nils, story, now):
    asked = Comment.objects.get(reader=nils)
    reply = actions.comment(mara, story, f"Cold. {MARK}", now=now, parent=asked)
    warned = actions.act(nils, Order("warn", "reader", str(mara.pk), "Be kind.", label=NAME), now=now)
    actions.act(nils, Order("remove", "comment", str(reply.pk), "Rude.", label=f"a comment by {NAME}"), now=now)
    asked = actions.appeal(mara, warned, f"I was. {MARK}", now=now)
    actions.answer(Reader.objects.create(username="orla", is_moderator=True), asked, "So be it.", upheld=False, now=now)
    actions.act(mara, Order("lock", "story", str(story), "Enough for today."), now=now)


def has_an_account(mara, now):
    accounts.invite(mara, now=now)
    used = accounts.invite(mara, now=now)
    accounts.use(used, Reader.objects.create(username="pia"), now=now)
    actions.add_webhook(mara, f"https://{MARK}.example/", ["clip"], now=now)
    accounts.make_token(mara, MARK, ["read"], now=now)
    EmailAddress.objects.create(user=mara, email=mara.email, primary=True)
    Authenticator.objects.create(user=mara, type="totp", data={"secret": "x"})
    UserSession.objects.create(user=mara, session_key=MARK, ip="192.0.2.1", user_agent=MARK)
    SocialAccount.objects.create(user=mara, provider="provider", uid=MARK, extra_data={"name": MARK})


def of_readers():
    """Every column of every table that names an account."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created and field.related_model is Reader:
                yield model, field.name
