"""A moderator decides about a comment and warns its author in one step."""

from datetime import datetime

from django.db import transaction

from newsclip.accounts.models import Reader
from newsclip.community.models import Action, Comment, Target
from newsclip.community.ports import Order
from newsclip.kernel.reasons import Refused
from newsclip.pipeline.contributions import act


@transaction.atomic
def act_and_warn(moderator: Reader, order: Order, *, now: datetime) -> Action:
    """The action on a comment, and with its reason a warning for who wrote it; both or neither.

    Flags on the author's account stay open: this decided about the comment alone.
    Raises Refused("unknown") where nobody wrote it any more.
    """
    author = Comment.objects.filter(pk=int(order.key)).values_list("reader", flat=True).first()
    if author is None:
        raise Refused("unknown")
    done = act(moderator, order, now=now)
    warning = Order(Action.Kind.WARN, Target.READER, str(author), order.reason, leaves_flags=True)
    act(moderator, warning, now=now)
    return done
