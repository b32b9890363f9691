"""What a turn of telling does, in few words."""

import json
from datetime import timedelta

from newsclip.clips.models import ClipVersion
from newsclip.community import actions
from newsclip.community.ports import News
from newsclip.push import sending
from newsclip.web.tests import factories

NOW = factories.NOON
LATER = NOW + timedelta(minutes=5)


def told(server):
    return [json.loads(request.body) for request in server.requests if request.method == "POST"]


def turn(send, now=LATER):
    list(sending.queue(now=now))
    return [found[1] for found in sending.deliver(send=send, now=now) if found]


def ferry(at=LATER):
    clip = factories.ferry(at=at)
    ClipVersion.objects.filter(clip=clip).update(at=at)
    return clip


def tell(mara, words, number=1, at=LATER):
    actions.notice(mara, News("fact", words, f"fact {number}"), now=at)
