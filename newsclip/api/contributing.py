"""What a program may say for a reader: votes, words, suggestions, doubts, flags."""

from typing import Any, Literal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Path, Schema, Status

from newsclip import wiring
from newsclip.accounts.models import Token
from newsclip.api.people import Bearer, reader_of
from newsclip.api.schemas import Name, Number, router
from newsclip.api.stories import Doubt, clip_at
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.models import Action, Comment, Suggestion
from newsclip.evidence.visitor import TEXT, Place, sentences_and_quotations, texts
from newsclip.kernel.reasons import Refused
from newsclip.pipeline import contributions
from newsclip.stories import queries as stories
from newsclip.stories.models import Story

_VOTE, _COMMENT = Bearer(Token.Scope.VOTE), Bearer(Token.Scope.COMMENT)
_SUGGEST, _FLAG = Bearer(Token.Scope.SUGGEST), Bearer(Token.Scope.FLAG)
_WITHDRAWS = Bearer(Token.Scope.COMMENT, for_suspended=True)
_APPEALS = Bearer(Token.Scope.FLAG, for_suspended=True)


class Created(Schema):
    id: int


class Spoken(Created):
    """`held`: whether a moderator looks at it before others see it."""

    held: bool


class Ballot(Schema):
    """1 for, -1 against (with a reason: off_topic, wrong, duplicate, spam), 0 takes it back."""

    value: Literal[1, -1, 0]
    reason: str = ""


class Judgement(Schema):
    """1 for, -1 against, 0 takes it back."""

    value: Literal[1, -1, 0]


class Words(Schema):
    """`parent`: the comment that this one answers; `about`: the sentence that it is about, in the words of the clip."""

    text: str
    parent: Number | None = None
    about: str = ""


class Text(Schema):
    text: str


class Suggested(Schema):
    """`kind` says which of the others counts: headline, hashtags, articles (to split off) or story (to merge into)."""

    kind: Literal["headline", "hashtags", "split", "merge"]
    headline: str = ""
    hashtags: list[str] = []
    articles: list[Number] = []
    story: Number | None = None
    why: str = ""


class Doubted(Schema):
    """A sentence in the words of the clip."""

    sentence: str
    why: str = ""


class Flagged(Schema):
    kind: Literal["story", "comment", "reader"]
    key: Number
    reason: str
    words: str = ""


@router.post("/stories/{story_id}/vote", auth=_VOTE, response={204: None}, summary="Vote for or against a story")
def vote(request: HttpRequest, story_id: Path[Number], ballot: Ballot) -> Status[None]:
    story, now = _story(story_id), timezone.now()
    if ballot.value == 0:
        actions.take_back(reader_of(request), story.pk, now=now)
    else:
        actions.vote(reader_of(request), story.pk, now=now, value=ballot.value, reason=ballot.reason)
    return Status(204, None)


@router.post("/stories/{story_id}/comments", auth=_COMMENT, response={201: Spoken}, summary="Comment on a story")
def comment(request: HttpRequest, story_id: Path[Number], words: Words) -> Status[Spoken]:
    story = _story(story_id)
    rows = Comment.objects.select_related("parent", "reader")
    parent = get_object_or_404(rows, pk=words.parent) if words.parent else None
    anchor = _anchor(story.pk, words.about) if words.about else None
    said = actions.comment(reader_of(request), story.pk, words.text, now=timezone.now(), parent=parent, anchor=anchor)
    return Status(201, Spoken(id=said.pk, held=said.state == Comment.State.HELD))


def _story(story_id: int) -> Story:
    """The story, or the one that it became part of."""
    return stories.story(get_object_or_404(Story, pk=story_id).pk)


def _anchor(story_id: int, sentence: str) -> dict[str, Any]:
    clip = Clip.objects.filter(story=story_id).first()
    for one in sentences_and_quotations(clips.document(clip)) if clip else ():
        if one.text == sentence:
            return queries.anchor({"text": one.text, "evidence": [{"digest": cited.digest} for cited in one.evidence]})
    raise Refused("unknown", "The clip has no such sentence.")


@router.patch("/comments/{number}", auth=_COMMENT, response={204: None}, summary="Edit your comment, for a while")
def edit(request: HttpRequest, number: Path[Number], text: Text) -> Status[None]:
    actions.edit(reader_of(request), get_object_or_404(Comment, pk=number), text.text, now=timezone.now())
    return Status(204, None)


@router.delete("/comments/{number}", auth=_WITHDRAWS, response={204: None}, summary="Withdraw your comment")
def withdraw(request: HttpRequest, number: Path[Number]) -> Status[None]:
    actions.withdraw(reader_of(request), get_object_or_404(Comment, pk=number), now=timezone.now())
    return Status(204, None)


@router.post("/comments/{number}/vote", auth=_VOTE, response={204: None}, summary="Vote for or against a comment")
def judge(request: HttpRequest, number: Path[Number], ballot: Judgement) -> Status[None]:
    said = get_object_or_404(Comment, pk=number)
    actions.vote_on_comment(reader_of(request), said, ballot.value, now=timezone.now())
    return Status(204, None)


@router.post("/stories/{story_id}/suggestions", auth=_SUGGEST, response={201: Created}, summary="Suggest a change")
def suggest(request: HttpRequest, story_id: Path[Number], idea: Suggested) -> Status[Created]:
    story = _story(story_id)
    wanted = idea.dict(include={"headline", "hashtags", "articles", "story"})
    wanted["story"] = wanted["story"] or 0
    made = contributions.suggest(
        reader_of(request), story, idea.kind, wanted, now=timezone.now(), why=idea.why, parser=wiring.parser()
    )
    return Status(201, Created(id=made.pk))


@router.post("/suggestions/{number}/support", auth=_SUGGEST, response={204: None}, summary="Agree with a suggestion")
def support(request: HttpRequest, number: Path[Number]) -> Status[None]:
    found = get_object_or_404(Suggestion.objects.select_related("story"), pk=number)
    contributions.support(reader_of(request), found, now=timezone.now(), parser=wiring.parser())
    return Status(204, None)


@router.post("/clips/{slug}/challenges", auth=_SUGGEST, response={201: Doubt}, summary="Challenge a sentence of a clip")
def challenge(request: HttpRequest, slug: Path[Name], doubted: Doubted) -> Status[Doubt]:
    clip, now = clip_at(slug), timezone.now()
    if doubted.sentence not in _sentences_of(clip):
        raise Refused("unknown", "The clip has no such sentence.")
    made = actions.challenge(reader_of(request), clip, doubted.sentence, now=now, why=doubted.why)
    if made.decided_at is None:
        contributions.reverify(made, now=now)
        actions.refer_doubt(made, now=now)
        made.refresh_from_db()
    return Status(
        201,
        Doubt(
            sentence=made.sentence, version=made.clip_version, why=made.why, upheld=made.upheld,
            outcome=queries.what_came_of(made), at=made.at,
        ),
    )  # fmt: skip


def _sentences_of(clip: Clip) -> set[str]:
    """What may be doubted, as the clip says it."""
    return set(texts(clips.document(clip), TEXT | {Place.HEADLINE}))


@router.post("/flags", auth=_FLAG, response={204: None}, summary="Report something to the moderators")
def flag(request: HttpRequest, flagged: Flagged) -> Status[None]:
    key = str(flagged.key)
    actions.flag(reader_of(request), flagged.kind, key, flagged.reason, now=timezone.now(), words=flagged.words)
    return Status(204, None)


@router.post(
    "/moderation/{number}/appeal",
    auth=_APPEALS,
    response={201: Created},
    summary="Appeal against a decision of the moderators",
)
def appeal(request: HttpRequest, number: Path[Number], text: Text) -> Status[Created]:
    action = get_object_or_404(Action, pk=number)
    made = actions.appeal(reader_of(request), action, text.text, now=timezone.now())
    return Status(201, Created(id=made.pk))
