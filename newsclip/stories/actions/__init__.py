"""What is done with stories."""

from newsclip.stories.actions.aging import age_phases
from newsclip.stories.actions.by_hand import merge, split, undo
from newsclip.stories.actions.going_along import went_along
from newsclip.stories.actions.leaving import leave
from newsclip.stories.actions.placing import place

__all__ = ["age_phases", "leave", "merge", "place", "split", "undo", "went_along"]
