"""What the log tells in words: the suggestions that moderators decided about, and the articles that they kept."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsclip.community.models import Action, Suggestion, Target
from newsclip.community.rules import comment_text
from newsclip.stories import queries as stories

if TYPE_CHECKING:
    from django.db.models import QuerySet

_CHANGED = {"headline": "changed the headline of", "hashtags": "changed the hashtags of"}
_AGREED = "agreed with readers’ reports about"
_FIRST_WORDS = 100  # letters of a sentence
_CARRIES_OUT = (Action.Kind.APPLY, Action.Kind.CHANGE, Action.Kind.UNDO)
_BY_OTHERS = (Action.Kind.APPLY, Action.Kind.REFUSE, Action.Kind.UNDO)


def tell_changes(done: Collection[Action], say: Callable[[str], str], *, withdrawn: Collection[str] = ()) -> None:
    """Set in each action its deed, which words it changed, and whose suggestion it decides about.

    `withdrawn`: keys of stories whose clips are; their words are told no more.
    """
    asked = {one.detail["suggestion"] for one in done if one.detail.get("suggestion")}
    ideas = Suggestion.objects.select_related("reader").in_bulk(list(asked)) if asked else {}
    articles = {one.label for one in done if one.kind == Action.Kind.KEEP_IN}
    titles = stories.titles_in_stories({int(key) for key in articles if key.isdigit()})
    kept = {str(pk): title for pk, title in titles.items()}
    for one in done:
        one.deed = say(_deed(one))
        one.change = "" if one.target == Target.STORY and one.key in withdrawn else _change(one, say, kept)
        one.idea = ideas.get(one.detail.get("suggestion", 0)) if one.kind in _BY_OTHERS else None


def _deed(one: Action) -> str:
    if one.agrees:
        return _AGREED
    changed = _CHANGED.get(one.detail.get("what", ""), "") if one.kind == Action.Kind.CHANGE else ""
    return changed or str(one.get_kind_display())


def changes_of(story_id: int) -> "QuerySet[Action]":
    """The changes of a story's headline and hashtags, the newest first."""
    about = Action.objects.filter(target=Target.STORY, key=str(story_id), detail__what__in=list(_CHANGED))
    rows = about.filter(kind__in=_CARRIES_OUT)
    return rows.order_by("-at", "-pk")


@dataclass(frozen=True, slots=True)
class Changed:
    """Who carried a suggestion out: a moderator, `by` name as far as the log has it, or readers, who voted for it.

    `undone_by`: the moderator who undid it.
    """

    by_moderator: bool
    by: str = ""
    undone_by: str = ""


def who_changed(story_id: int, suggestions: Collection[int]) -> dict[int, Changed]:
    """By number, who carried out these suggestions for the story, or for those that are part of it now."""
    ideas = dict(Suggestion.objects.filter(pk__in=suggestions).values_list("pk", "by_moderator"))
    keys = [str(pk) for pk in stories.parts(story_id)] if ideas else []
    rows = Action.objects.filter(target=Target.STORY, key__in=keys, detail__what__in=list(_CHANGED)).order_by("pk")
    names: dict[tuple[int, bool], str] = {}
    for kind, name, detail in rows.values_list("kind", "name", "detail") if keys else ():
        if kind in _CARRIES_OUT:
            names[detail.get("suggestion", 0), kind == Action.Kind.UNDO] = name
    return {pk: Changed(by, names.get((pk, False), ""), names.get((pk, True), "")) for pk, by in ideas.items()}


def _change(one: Action, say: Callable[[str], str], kept: Mapping[str, str]) -> str:
    if one.kind == Action.Kind.KEEP_IN:
        return f"“{kept[one.label]}”" if one.label in kept else ""
    what, old, new = (one.detail.get(name) for name in ("what", "old", "new"))
    if what == "sentence" and old:
        return f"“{comment_text.shortened(old[0], longest=_FIRST_WORDS)}”"
    if what not in _CHANGED:
        return ""
    words = {"what": say(Suggestion.Kind(what).label), "old": " ".join(old or ()), "new": " ".join(new or ())}
    if not new:
        return say("%(what)s, no longer “%(old)s”") % words
    if old and one.kind == Action.Kind.CHANGE:  # the deed says what was changed
        return say("from “%(old)s” to “%(new)s”") % words
    return say("%(what)s, from “%(old)s” to “%(new)s”" if old else "%(what)s: “%(new)s”") % words


def why_taken_out(taken: Collection[tuple[int, datetime]]) -> dict[tuple[int, datetime], str]:
    """By story and time the reason of the moderator who took a sentence out of it then, or of the story it is part of
    now.
    """
    if not taken:
        return {}
    rows = Action.objects.filter(kind=Action.Kind.TAKE_OUT, at__in={at for _, at in taken}).order_by("-pk")
    done = {(int(key), at): reason for key, at, reason in rows.values_list("key", "at", "reason")}
    if all(one in done for one in taken):
        return {one: done[one] for one in taken}
    now_in = stories.remaining({story for story, _ in (*taken, *done)})
    there = {(now_in[story], at): reason for (story, at), reason in done.items()}
    return {(story, at): done.get((story, at)) or there.get((now_in[story], at), "") for story, at in taken}
