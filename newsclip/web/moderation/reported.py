"""What a reader reported, doubted and suggested, and what became of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.community import actions, queries
from newsclip.community.models import Action, Challenge, Flag, Suggestion, Target
from newsclip.kernel.rows import parse_row_id
from newsclip.web.decorators import for_suspended, go_back, signed_in
from newsclip.web.moderation import targets
from newsclip.web.taken_out_reasons import with_why_taken_out

_MOST = 50


@dataclass(frozen=True, slots=True)
class Reported:
    """`label`: of a story, the headline that it had then. `decided`: the decision that answered it, in the log's words;
    None while it waits, or where none is on the public log. `undone`: what took that decision back.
    """

    pk: int
    at: datetime
    label: str
    address: str
    why: str
    words: str
    waits: bool
    decided: Action | None
    undone: Action | None

    @property
    def left_alone(self) -> bool:
        """Whether a moderator looked, and let it stand as it is."""
        return self.decided is not None and self.decided.kind == Action.Kind.DISMISS

    @property
    def is_right(self) -> bool:
        """Whether a moderator looked, and said that the report is right."""
        return self.decided is not None and self.decided.agrees


@dataclass(frozen=True, slots=True)
class Doubted:
    """`waits`: a moderator has not read it yet. `why`: the reason of the one who took the sentence out. `left`: the
    decision of the one who left it as it is.
    """

    doubt: Challenge
    waits: bool
    why: str
    left: Action | None


@signed_in
@for_suspended()
def reported(request: HttpRequest, reader: Reader) -> HttpResponse:
    """One's own reports, doubts and suggestions, the newest first, each with its state. Nobody else sees them here.

    A POST takes one back that waits.
    """
    if request.method == "POST":
        return _withdraw(request, reader)
    flags = list(queries.reports_of(reader)[:_MOST])
    decided = queries.decisions_on(flags)
    ends = {one.kind: actions.taken_back_by(one.kind) for one in decided.values()}
    undone = queries.undoings_of(decided.values(), ends)
    queries.named([*decided.values(), *undone.values()], gettext)
    doubts = clips.with_words(queries.doubts_of(reader)[:_MOST])
    unread, left = queries.waits_for_a_moderator(doubts, reader), queries.dismissals_of(doubts)
    page = {
        "sources": queries.sources_suggested_by(reader)[:_MOST],
        "changes": _changes(reader),
        "reports": [_reported(one, decided.get(one.pk), undone) for one in flags],
        "doubts": [
            Doubted(one, one.decided_at is None or one.pk in unread, why, left.get(one.pk))
            for one, why in with_why_taken_out(doubts)
        ],
    }
    return render(request, "web/reported.html", page)


def _changes(reader: Reader) -> list[tuple[Suggestion, str]]:
    """What they suggested for stories, each with the headline of the story that it would be merged with."""
    rows = list(queries.suggested_by(reader)[:_MOST])
    others = [one.wanted["story"] for one in rows if one.kind == Suggestion.Kind.MERGE]
    called = dict(clips.listed().filter(story__in=others).values_list("story_id", "headline")) if others else {}
    return [(one, called.get(one.wanted.get("story"), "")) for one in rows]


def _withdraw(request: HttpRequest, reader: Reader) -> HttpResponse:
    if "report" in request.POST:
        actions.withdraw_report(reader, get_object_or_404(Flag, pk=parse_row_id(request.POST["report"])))
    else:
        rows = Challenge.objects.select_related("clip").defer("clip__document")
        actions.withdraw_doubt(reader, get_object_or_404(rows, pk=parse_row_id(request.POST.get("doubt", ""))))
    messages.success(request, gettext("You took it back."))
    return go_back(request, reverse("web:reported"))


def _reported(flag: Flag, decided: Action | None, undone: Mapping[int, Action]) -> Reported:
    then = clips.headline_at(parse_row_id(flag.key), flag.at) if flag.kind == Target.STORY else ""
    return Reported(
        flag.pk,
        flag.at,
        targets.heading_of_story(then) if then else targets.heading(flag.kind, flag.key),
        targets.read_at(flag.kind, flag.key),
        flag.get_reason_display(),
        flag.words,
        flag.closed_at is None,
        decided,
        undone.get(decided.pk) if decided else None,
    )
