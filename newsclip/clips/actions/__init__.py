"""Write clips about stories that changed, put right what lost its ground, and let search know."""

from newsclip.clips.actions.amending import amend, borne_now, nothing_to_write, take_back
from newsclip.clips.actions.challenging import Recheck, recheck
from newsclip.clips.actions.correcting import withdraw
from newsclip.clips.actions.dead_letters import retry
from newsclip.clips.actions.drafting import keep_answer, keep_attempt
from newsclip.clips.actions.erasing import erase, forget_answers_unused
from newsclip.clips.actions.searching import index, index_again
from newsclip.clips.actions.shortening import shorten
from newsclip.clips.actions.writing import WriteResult, assign, write
from newsclip.clips.models import HOLD

__all__ = [
    "HOLD",
    "Recheck",
    "WriteResult",
    "amend",
    "assign",
    "borne_now",
    "erase",
    "forget_answers_unused",
    "index",
    "index_again",
    "keep_answer",
    "keep_attempt",
    "nothing_to_write",
    "recheck",
    "retry",
    "shorten",
    "take_back",
    "withdraw",
    "write",
]
