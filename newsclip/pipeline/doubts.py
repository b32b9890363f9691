"""A moderator grants a doubt that no rule could: the sentence goes, in the clip and in every later version.

It can be put back.
"""

from datetime import datetime

from django.db import transaction

from newsclip.accounts.models import Reader
from newsclip.clips import actions as clips
from newsclip.clips.models import Clip
from newsclip.community import actions as community
from newsclip.community.models import Action, Challenge, Target
from newsclip.community.ports import Order


@transaction.atomic
def take_out(moderator: Reader, doubt: Challenge, clip: Clip, *, why: str, now: datetime) -> Action:
    """Take the doubted sentence out of the clip that says it now; logged publicly, and all who doubted it are told.

    Raises Refused("already_gone", "unknown", "not_allowed", "empty", "suspended").
    """
    same = community.lock_doubts(doubt, clip)
    detail = {"what": "sentence", "old": [doubt.sentence]}
    order = Order(Action.Kind.TAKE_OUT, Target.STORY, str(clip.story_id), why, leaves_flags=True, detail=detail)
    done = community.act(moderator, order, now=now)
    outcome = clips.take_out(clip, doubt.sentence, by=f"doubt {doubt.pk}", now=now)
    community.uphold_doubts(same, clip, outcome, done, now=now)
    return done


@transaction.atomic
def put_back(moderator: Reader, taken_out: Action, *, why: str, now: datetime) -> Action:
    """Let the clip say again what this action took out, and what others did by the same words; logged publicly.

    All who doubted it are told. Raises Refused("already_gone", "not_allowed", "empty", "suspended").
    """
    order = Order(
        Action.Kind.UNDO, Target.STORY, taken_out.key, why, label=taken_out.kind, leaves_flags=True,
        detail=taken_out.detail,
    )  # fmt: skip
    done = community.act(moderator, order, now=now)
    back = clips.put_back(int(taken_out.key), taken_out=taken_out.at)
    community.dismiss_upheld(back, done, now=now)
    return done
