"""Write clips about stories that changed, put right what lost its ground, and let search know."""

from newsclip.clips.actions.challenges import Recheck, put_back, recheck, take_out
from newsclip.clips.actions.corrections import withdraw
from newsclip.clips.actions.dead_letters import retry
from newsclip.clips.actions.erasure import erase, forget_answers_unused
from newsclip.clips.actions.excerpt_limits import shorten
from newsclip.clips.actions.judge_exams import keep_canary, keep_exam
from newsclip.clips.actions.mentions import forget_mentions, name
from newsclip.clips.actions.model_attempts import keep_answer, keep_attempt
from newsclip.clips.actions.reader_edits import amend, borne_now, nothing_to_write, stand_in_sources, take_back
from newsclip.clips.actions.search_index import index, index_again
from newsclip.clips.actions.text_checks import TextCheck, check_text
from newsclip.clips.actions.writing import WriteResult, assign, write
from newsclip.clips.models import HOLD

__all__ = [
    "HOLD",
    "Recheck",
    "TextCheck",
    "WriteResult",
    "amend",
    "assign",
    "borne_now",
    "check_text",
    "erase",
    "forget_answers_unused",
    "forget_mentions",
    "index",
    "index_again",
    "keep_answer",
    "keep_attempt",
    "keep_canary",
    "keep_exam",
    "name",
    "nothing_to_write",
    "put_back",
    "recheck",
    "retry",
    "shorten",
    "stand_in_sources",
    "take_back",
    "take_out",
    "withdraw",
    "write",
]
