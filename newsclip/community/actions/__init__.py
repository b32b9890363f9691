"""Actions of readers and moderators, one file per noun."""

from newsclip.community.actions.account_deletion import forget
from newsclip.community.actions.account_value import value, weigh_comment_votes, weigh_comments
from newsclip.community.actions.announcing import announce
from newsclip.community.actions.chain_notices import tell_of_chains
from newsclip.community.actions.closing_reports import reopen_regrouped
from newsclip.community.actions.collecting import (
    change_collection,
    collect,
    drop_collection,
    make_collection,
    put_in,
    save,
    take_out,
    unsave,
)
from newsclip.community.actions.commenting import comment, edit, move_comments, vote_on_comment, withdraw
from newsclip.community.actions.deciding_doubts import dismiss_upheld, lock_doubts, uphold_doubts
from newsclip.community.actions.discounting import allow_again, refuse_open, suggestions_by
from newsclip.community.actions.following import (
    follow,
    mute,
    take_in,
    unfollow,
    unmute,
)
from newsclip.community.actions.merge_contributions import carry
from newsclip.community.actions.moderating import (
    act,
    answer,
    appeal,
    end_restrictions,
    flag,
    log_of_readers,
    may_appeal,
    taken_back_by,
    undone_by,
)
from newsclip.community.actions.name_notices import tell_of_names
from newsclip.community.actions.noticing import notice, seen
from newsclip.community.actions.rate_limits import consume_own, forget_consumed, may_write, permit, permit_link, spend
from newsclip.community.actions.readings import forget_readings, mark_as_read, remember_reading, switch_readings
from newsclip.community.actions.redaction import redact
from newsclip.community.actions.source_suggestions import close_source_suggestions, decide_source, suggest_source
from newsclip.community.actions.story_counts import counted, recount
from newsclip.community.actions.subscribing import (
    add_browser,
    add_webhook,
    delivered,
    follow_hub,
    forget_delivered,
    not_delivered,
    queue,
    unsubscribe,
    unsubscribe_all,
)
from newsclip.community.actions.suggesting import (
    challenge,
    decide,
    refer,
    refer_doubt,
    refuse,
    suggest,
    support,
    tell_of_undone_suggestion,
    withdraw_suggestion,
)
from newsclip.community.actions.voting import forget_taken_back, take_back, vote, weigh
from newsclip.community.actions.withdrawing import withdraw_doubt, withdraw_report

__all__ = [
    "act",
    "add_browser",
    "add_webhook",
    "allow_again",
    "announce",
    "answer",
    "appeal",
    "carry",
    "challenge",
    "change_collection",
    "close_source_suggestions",
    "collect",
    "comment",
    "consume_own",
    "counted",
    "decide",
    "decide_source",
    "delivered",
    "dismiss_upheld",
    "drop_collection",
    "edit",
    "end_restrictions",
    "flag",
    "follow",
    "follow_hub",
    "forget",
    "forget_consumed",
    "forget_delivered",
    "forget_readings",
    "forget_taken_back",
    "lock_doubts",
    "log_of_readers",
    "make_collection",
    "mark_as_read",
    "may_appeal",
    "may_write",
    "move_comments",
    "mute",
    "not_delivered",
    "notice",
    "permit",
    "permit_link",
    "put_in",
    "queue",
    "recount",
    "redact",
    "refer",
    "refer_doubt",
    "refuse",
    "refuse_open",
    "remember_reading",
    "reopen_regrouped",
    "save",
    "seen",
    "spend",
    "suggest",
    "suggest_source",
    "suggestions_by",
    "support",
    "switch_readings",
    "take_back",
    "take_in",
    "take_out",
    "taken_back_by",
    "tell_of_chains",
    "tell_of_names",
    "tell_of_undone_suggestion",
    "undone_by",
    "unfollow",
    "unmute",
    "unsave",
    "unsubscribe",
    "unsubscribe_all",
    "uphold_doubts",
    "value",
    "vote",
    "vote_on_comment",
    "weigh",
    "weigh_comment_votes",
    "weigh_comments",
    "withdraw",
    "withdraw_doubt",
    "withdraw_report",
    "withdraw_suggestion",
]
