"""Somebody doubts a sentence: the verifier looks again, at the publishers' words as they are stored now."""

from dataclasses import dataclass

from newsclip.clips.actions.giving import given
from newsclip.clips.models import Assignment, Clip
from newsclip.clips.rules import document as documents
from newsclip.clips.rules.verifier import verify_document
from newsclip.kernel.reasons import Refused
from newsclip.stories import queries as stories

_STANDS = "It was checked again, and rests on the publisher's words that it cites."


@dataclass(frozen=True, slots=True)
class Recheck:
    """`stands`: whether the sentence rests on what it cites; `outcome` says so, or why not, in words."""

    stands: bool
    outcome: str


def recheck(clip: Clip, sentence: str) -> Recheck:
    """Judge everything that the clip says in these words; what does not stand makes its story be written anew.

    Raises Refused("unknown") where the clip says no such thing.
    """
    here = given(stories.members(clip.story_id))
    verdicts = verify_document(documents.from_json(clip.document), here.articles)
    judged = [verdict for verdict in verdicts if verdict.text == sentence]
    if not judged:
        raise Refused("unknown", "The clip does not say this.")
    wrong = [verdict.reason for verdict in judged if not verdict.supported]
    if not wrong:
        return Recheck(stands=True, outcome=_STANDS)
    Assignment.objects.filter(story=clip.story_id).update(story_version=0, leased_until=None)
    return Recheck(stands=False, outcome=wrong[0])
