"""Moderators split and merge stories by hand; every change is confirmed, logged with its reason, and undone again."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.community.models import Suggestion
from newsclip.kernel.reasons import Refused
from newsclip.kernel.rows import parse_row_id
from newsclip.pipeline import contributions, story_moderation
from newsclip.stories import queries
from newsclip.stories.models import Membership, Story, StoryEvent
from newsclip.web.decorators import go_back, moderating
from newsclip.web.pages import story_addresses
from newsclip.web.pages.doubtful_articles import still_doubtful

_SHOWN = 40


@moderating
def split(request: HttpRequest, reader: Reader, story_id: int) -> HttpResponse:
    """Choose articles; see what would become of them; say why, and do it."""
    story = standing(story_id)
    members = members_of(story)
    wanted = {parse_row_id(pk) for pk in request.POST.getlist("articles")}
    chosen = [member for member in members if member.article_id in wanted]
    if request.method == "POST" and "sure" in request.POST:
        articles = [member.article_id for member in chosen]
        apart = story_moderation.split(reader, story, articles, why=reason_of(request), now=timezone.now())
        tell(request, gettext("The articles are a story of their own now, and the history says so."), apart)
        return redirect("web:story", apart.pk)
    if request.method == "POST" and not 0 < len(chosen) < len(members):
        raise Refused("not_splittable", f"{len(chosen)} of {len(members)} articles")
    page = {
        "story": story,
        "clip": clip_of(story),
        "members": members,
        "doubtful": still_doubtful(members),
        "chosen": chosen,
        "why": request.POST.get("why", ""),
    }
    return render(request, "web/split.html", page)


@moderating
def merge(request: HttpRequest, reader: Reader, story_id: int) -> HttpResponse:
    """Find the story that tells the same; see what the two would be; say why, and do it."""
    story = standing(story_id)
    idea = _suggested(request, story)
    given = request.POST.get("into", "").strip() or (str(_other_of(idea, story)) if idea else "")
    into = story_addresses.story_at(given)
    if "sure" in request.POST:
        if into is None or into == story:
            raise Refused("not_mergeable", f"into story {given[:200] or '?'}")
        return _merged(request, reader, story, into)
    why = request.POST.get("why") or (idea.why if idea else "")
    page: dict[str, Any] = {"story": story, "clip": clip_of(story), "why": why, "idea": idea}
    if into is None or into == story:
        found = story_addresses.called(given, besides=story.pk) if given and into is None else []
        page |= {"given": given, "itself": into == story, "found": found, "likely": story_addresses.likely(story.pk)}
        return render(request, "web/merge-find.html", page)
    page |= {"into": into, "into_clip": clip_of(into), "together": _together(story, into)}
    page["apart"] = queries.share_no_name(story.pk, into.pk)
    return render(request, "web/merge.html", page)


def _suggested(request: HttpRequest, story: Story) -> Suggestion | None:
    """The open suggestion to merge this story with another, either into either, that led here."""
    number = parse_row_id(request.POST.get("suggestion") or request.GET.get("suggestion") or "")
    idea = Suggestion.objects.filter(pk=number, kind="merge", state="open").select_related("story").first()
    return idea if idea and story in (idea.story, story_addresses.story_at(str(idea.wanted["story"]))) else None


def _other_of(idea: Suggestion, story: Story) -> int:
    """The story that it was suggested to merge this one with."""
    return int(idea.wanted["story"]) if idea.story == story else idea.story_id


def _merged(request: HttpRequest, reader: Reader, story: Story, into: Story) -> HttpResponse:
    """Merge them: as what was suggested, if that led here, else by the moderator alone."""
    idea, why, now = _suggested(request, story), reason_of(request), timezone.now()
    if idea and story_addresses.story_at(str(_other_of(idea, story))) == into:
        if contributions.decide(reader, idea, now=now, why=why, turned=idea.story == into):
            messages.success(request, gettext("Done, and written to the public log."))
        else:
            messages.error(request, gettext("Nothing was merged now. Read below what became of the suggestion."))
        return redirect("web:suggestions", idea.story_id)
    story_moderation.merge(reader, story, into, why=why, now=now)
    tell(request, gettext("The two are one story now, and the history says so."), into)
    return redirect("web:story", into.pk)


def tell(request: HttpRequest, said: str, story: Story) -> None:
    """Say what was done, with the way to undo it: it is the newest change of this story."""
    done = story.events.filter(kind__in=("merged", "split")).order_by("-pk").first()
    undo = reverse("web:undo", args=[done.pk]) if done else f"{reverse('web:story', args=[story.pk])}#history"
    messages.success(request, format_html('{} <a href="{}">{}</a>', said, undo, gettext("Undo")))


def _together(story: Story, into: Story) -> dict[str, Any]:
    """What one story of both would be: its articles in order of time, its publishers, and what readers did."""
    rows = Membership.objects.filter(story__in=(story, into)).select_related("article__publisher")
    members = sorted(rows, key=lambda row: (row.article.published or row.article.found_at, row.pk))
    counts = community.counts_of([story.pk, into.pk]).values()
    return {
        "members": members[:_SHOWN],
        "more": len(members[_SHOWN:]),
        "articles": len(members),
        "publishers": len({row.article.publisher_id for row in members}),
        "comments": sum(one.comments for one in counts),
        "votes": sum(one.votes for one in counts),
    }


@moderating
def undo(request: HttpRequest, reader: Reader, event_id: int) -> HttpResponse:
    event = get_object_or_404(StoryEvent.objects.select_related("story"), pk=event_id, kind__in=("merged", "split"))
    if request.method == "POST":
        story = story_moderation.undo(reader, event, why=reason_of(request), now=timezone.now())
        messages.success(request, gettext("Undone, and the history says so."))
        return go_back(request, reverse("web:story", args=[story.pk]))
    other = Story.objects.filter(pk=event.detail.get("into") or event.detail.get("from")).first()
    then = {story: clips.headline_at(story.pk, event.at) for story in (event.story, other) if story}
    page = {"event": event, "stories": [(story, clip_of(story), headline) for story, headline in then.items()]}
    return render(request, "web/undo.html", page)


@moderating
def decisions(request: HttpRequest, reader: Reader) -> HttpResponse:
    """What people decided by hand, one JSON object a line: labels for the evaluation of grouping."""
    return HttpResponse("".join(_lines()), content_type="application/x-ndjson")


def _lines() -> Iterator[str]:
    encoder = DjangoJSONEncoder(ensure_ascii=False)
    for decision in queries.decisions():
        yield encoder.encode(asdict(decision)) + "\n"


def standing(story_id: int) -> Story:
    """The story, if it was not merged into another."""
    return get_object_or_404(Story, pk=story_id, merged_into=None)


def members_of(story: Story) -> list[Membership]:
    """Its articles, in the order in which they joined."""
    return list(Membership.objects.filter(story=story).select_related("article__publisher").order_by("pk"))


def clip_of(story: Story) -> Clip | None:
    """The clip about it, if there is one yet."""
    return Clip.objects.defer("document").filter(story=story).first()


def reason_of(request: HttpRequest, *, missing: str = "") -> str:
    """The reason that was typed. Raises Refused("empty"), with these words where one is `missing`."""
    why = "".join(c for c in request.POST.get("why", "") if c.isprintable()).strip()
    if not why:
        raise Refused("empty", missing or gettext("Say why; everybody can read it in the story's history."))
    return why
