"""What is known of the social half. Read only; who voted for what and who read what is told to nobody else."""

from newsclip.community.queries.comments import by_reader, count_comments, talkers, thread
from newsclip.community.queries.contributions import challenges_of, suggestions_of
from newsclip.community.queries.following import (
    collections_of,
    followed_stories,
    followers_of,
    follows,
    history,
    last_read,
    listed_for,
    mutes,
    new_since,
    news_for,
    readings,
    to_announce,
    unread,
)
from newsclip.community.queries.mine import everything_of
from newsclip.community.queries.moderation import (
    flags_on,
    held_hashtags,
    holds,
    in_force,
    in_force_on,
    is_locked,
    log,
    queue,
)
from newsclip.community.queries.subscriptions import due_deliveries, notices_since, subscriptions_of, to_look_for
from newsclip.community.queries.votes import (
    count,
    full_trust_after,
    left_behind,
    my_vote,
    my_votes,
    said_of,
    to_weigh,
    voted,
    votes_on,
    weighed_votes_on,
    who_spoke,
)
from newsclip.community.rules.anchors import anchor, find
from newsclip.community.rules.delivering import signed
from newsclip.community.rules.mutes import why_hidden
from newsclip.community.rules.news import sentences as sentences_in

__all__ = [
    "anchor",
    "by_reader",
    "challenges_of",
    "collections_of",
    "count",
    "count_comments",
    "due_deliveries",
    "everything_of",
    "find",
    "flags_on",
    "followed_stories",
    "followers_of",
    "follows",
    "full_trust_after",
    "held_hashtags",
    "history",
    "holds",
    "in_force",
    "in_force_on",
    "is_locked",
    "last_read",
    "left_behind",
    "listed_for",
    "log",
    "mutes",
    "my_vote",
    "my_votes",
    "new_since",
    "news_for",
    "notices_since",
    "queue",
    "readings",
    "said_of",
    "sentences_in",
    "signed",
    "subscriptions_of",
    "suggestions_of",
    "talkers",
    "thread",
    "to_announce",
    "to_look_for",
    "to_weigh",
    "unread",
    "voted",
    "votes_on",
    "weighed_votes_on",
    "who_spoke",
    "why_hidden",
]
