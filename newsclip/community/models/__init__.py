"""The tables of the social half, one file per noun."""

from newsclip.community.models.allowances import Spending
from newsclip.community.models.carried import Carried
from newsclip.community.models.collections import READ_LATER, Collected, Collection
from newsclip.community.models.comments import Comment, CommentVote
from newsclip.community.models.contributions import Challenge, Submission, Suggestion, Support
from newsclip.community.models.following import OWN_WORDS, Follow, Mute, Reading, Topic
from newsclip.community.models.moderation import Action, Appeal, Flag, Restriction, Target
from newsclip.community.models.notices import Notice
from newsclip.community.models.source_suggestions import SourceSuggestion
from newsclip.community.models.subscriptions import Delivery, Subscription
from newsclip.community.models.votes import Uncounted, Vote

__all__ = [
    "OWN_WORDS",
    "READ_LATER",
    "Action",
    "Appeal",
    "Carried",
    "Challenge",
    "Collected",
    "Collection",
    "Comment",
    "CommentVote",
    "Delivery",
    "Flag",
    "Follow",
    "Mute",
    "Notice",
    "Reading",
    "Restriction",
    "SourceSuggestion",
    "Spending",
    "Submission",
    "Subscription",
    "Suggestion",
    "Support",
    "Target",
    "Topic",
    "Uncounted",
    "Vote",
]
