"""What is done with stories."""

from newsclip.stories.actions.aging import age_phases
from newsclip.stories.actions.by_hand import merge, split, undo
from newsclip.stories.actions.going_along import went_along
from newsclip.stories.actions.leaving import forget_words, leave
from newsclip.stories.actions.placing import no_trial, place
from newsclip.stories.actions.synchronizing import unlearn

__all__ = [
    "age_phases",
    "forget_words",
    "leave",
    "merge",
    "no_trial",
    "place",
    "split",
    "undo",
    "unlearn",
    "went_along",
]
