"""Actions on stories: place articles, merge, split, move, chain, age."""

from newsclip.stories.actions.aging import age_phases
from newsclip.stories.actions.chaining import chain, mark_told, unchain
from newsclip.stories.actions.follow_merge import mark_followed
from newsclip.stories.actions.manual import keep_apart, merge, split
from newsclip.stories.actions.moving import is_of_move, move, undo
from newsclip.stories.actions.placement import no_trial, place
from newsclip.stories.actions.removal import forget_words, leave
from newsclip.stories.actions.sync_index import unlearn

__all__ = [
    "age_phases",
    "chain",
    "forget_words",
    "is_of_move",
    "keep_apart",
    "leave",
    "mark_followed",
    "mark_told",
    "merge",
    "move",
    "no_trial",
    "place",
    "split",
    "unchain",
    "undo",
    "unlearn",
]
