"""What readers say about a story."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.models import Comment, Target
from newsclip.community.ports import DisplayedComment
from newsclip.kernel.reasons import Refused
from newsclip.kernel.rows import parse_row_id
from newsclip.kernel.spans import digest_of
from newsclip.stories import queries as stories
from newsclip.stories.models import Story
from newsclip.web.decorators import for_suspended, in_place, signed_in
from newsclip.web.muted_publishers import mutes_of
from newsclip.web.pages.clip_document import as_stored, sentences_of


def discussion(request: HttpRequest, story_id: int) -> HttpResponse:
    """The thread of a story; a reader signed in may add to it."""
    story = get_object_or_404(Story, pk=story_id)
    if story.merged_into_id:  # for now: a merge may be taken back
        return redirect("web:discussion", stories.story(story.pk).pk)
    page = _page(request, story, request.GET.get("sentence", ""), _asked_page(request))
    return render(request, "web/discussion.html", page | {"writing": _quoting(request, page)})


def _asked_page(request: HttpRequest) -> int:
    """The page that the address asks for, or the one on which the comment stands that is to be quoted."""
    quoted = Comment.objects.filter(pk=parse_row_id(request.GET.get("quote", ""))).first()
    return queries.page_of_comment(quoted) if quoted else max(1, parse_row_id(request.GET.get("page", "")))


def _quoting(request: HttpRequest, page: dict[str, Any]) -> dict[str, Any] | None:
    """The form with the words of the comment quoted in it that the address asks for. A sentence stands above what is
    said of it, so nobody has to quote that.
    """
    wanted = parse_row_id(request.GET.get("quote", ""))
    answered = _find(page["thread"], wanted) if wanted else None
    return {"under": answered.id, "text": queries.quoted(answered.text)} if answered and answered.text else None


def _find(thread: Sequence[DisplayedComment], number: int) -> DisplayedComment | None:
    for said in thread:
        found = said if said.id == number else _find(said.replies, number)
        if found:
            return found
    return None


def _ids(thread: Sequence[DisplayedComment]) -> list[int]:
    return [number for said in thread for number in (said.id, *_ids(said.replies))]


def _page(request: HttpRequest, story: Story, key: str = "", number: int = 1) -> dict[str, Any]:
    """What the thread shows on one of its pages; `key`: the digest of the sentence that the form is about."""
    reader = request.user if isinstance(request.user, Reader) else None
    now = timezone.now()
    mutes = mutes_of(request)
    clip = Clip.objects.filter(story=story).first()
    said = _sentences(clip)
    about = _one_of(said, key)
    pages = queries.discussion_pages(story.pk)
    number = min(number, pages)
    thread = queries.thread(story.pk, now=now, reader=reader, mutes=mutes, sentences=said, page=number)
    return {
        "story": story,
        "clip": clip,
        "flagged": queries.flagged_by(reader, Target.COMMENT, map(str, _ids(thread))) if reader else (),
        "thread": thread,
        "number": number,
        "earlier": number - 1,
        "later": number + 1 if number < pages else 0,
        "pages": pages,
        "unheard": queries.unheard(story.pk, mutes),
        "count": queries.count_comments(story.pk),
        "about": about["text"] if about else "",
        "sentence": key if about else "",
        "closed": queries.is_locked(story.pk, now=now),
    }


def _sentences(clip: Clip | None) -> list[dict[str, Any]]:
    """What the clip says now, each sentence in its place as the clip's page counts them."""
    return sentences_of(as_stored(clip)) if clip and clips.is_listed(clip) else []


def _one_of(sentences: list[dict[str, Any]], key: str) -> dict[str, Any] | None:
    return next((one for one in sentences if digest_of(one["text"]) == key), None) if key else None


@require_POST
@signed_in
def comment(request: HttpRequest, reader: Reader, story_id: int) -> HttpResponse:
    story = stories.story(get_object_or_404(Story, pk=story_id).pk)
    if "preview" in request.POST:
        return _previewed(request, story)
    key = request.POST.get("sentence", "")
    about = _one_of(_sentences(Clip.objects.filter(story=story).first()), key)
    said = actions.comment(
        reader,
        story.pk,
        request.POST.get("text", ""),
        now=timezone.now(),
        parent=_parent(request.POST.get("parent", "")),
        anchor=queries.anchor(about) if about else None,
    )
    if said.state == Comment.State.HELD:
        messages.info(request, gettext("Thank you. A moderator looks at this one before others see it."))
    if key and not about:
        messages.info(request, gettext("The clip no longer says that sentence; your comment is about the whole story."))
    return _back(request, said, written=parse_row_id(request.POST.get("parent", "")))


def _previewed(request: HttpRequest, story: Story) -> HttpResponse:
    """The discussion, with the comment as it would be shown above the form that holds it.

    An answer to what is gone stands in a form of its own. Raises Refused("locked").
    """
    if queries.is_locked(story.pk, now=timezone.now()):
        raise Refused("locked")
    under = parse_row_id(request.POST.get("parent", ""))
    answered = Comment.objects.filter(pk=under, story=story).first()
    page = _page(request, story, request.POST.get("sentence", ""), queries.page_of_comment(answered) if answered else 1)
    found = _find(page["thread"], under)
    stray = bool(under) and not (found and found.text)
    page |= {"writing": _shown(request) | {"under": under, "stray": stray}, "written": under}
    if not in_place(request):
        return render(request, "web/discussion.html", page)
    answer = render(request, "web/_thread.html", page | {"in_place": True})
    answer["HX-Reswap"] = "innerHTML show:#preview:top"
    return answer


def _shown(request: HttpRequest) -> dict[str, Any]:
    typed = request.POST.get("text", "")
    return {"text": typed, "preview": queries.preview(typed, now=timezone.now())}


def _parent(number: str) -> Comment | None:
    if not number:
        return None
    return get_object_or_404(Comment.objects.select_related("parent", "reader"), pk=parse_row_id(number))


def _at(said: Comment) -> str:
    number = queries.page_of_comment(said)
    return f"{reverse('web:discussion', args=[said.story_id])}{f'?page={number}' if number > 1 else ''}#c{said.pk}"


def _back(request: HttpRequest, said: Comment, written: int | None = None) -> HttpResponse:
    """To the comment in its thread: the thread alone, where the page asks for it.

    What is half written stays, but for the form that was sent: `written` is the comment that it answers, 0 for none.
    """
    if not in_place(request):
        return redirect(_at(said))
    story, number = get_object_or_404(Story, pk=said.story_id), queries.page_of_comment(said)
    thread = _page(request, story, number=number) | {
        "in_place": True,
        "here": said.pk,
        "written": written,
    }
    answer = render(request, "web/_thread.html", thread)
    answer["HX-Reswap"] = f"innerHTML show:#c{said.pk}:top"
    return answer


def permalink(request: HttpRequest, comment_id: int) -> HttpResponse:
    return redirect(_at(get_object_or_404(Comment, pk=comment_id)))


@signed_in
def edit(request: HttpRequest, reader: Reader, comment_id: int) -> HttpResponse:
    said = get_object_or_404(Comment, pk=comment_id)
    if said.reader_id != reader.pk:
        raise Refused("not_yours")
    page = {"said": said, "clip": clips.of_story(stories.story(said.story_id).pk)}
    if "preview" in request.POST:
        return render(request, "web/edit.html", page | {"writing": _shown(request)})
    if request.method == "POST":
        actions.edit(reader, said, request.POST.get("text", ""), now=timezone.now())
        return redirect(_at(said))
    return render(request, "web/edit.html", page | {"writing": {"text": said.text}})


@require_POST
@signed_in
@for_suspended()
def withdraw(request: HttpRequest, reader: Reader, comment_id: int) -> HttpResponse:
    said = get_object_or_404(Comment, pk=comment_id)
    actions.withdraw(reader, said, now=timezone.now())
    return _back(request, said)


@require_POST
@signed_in
def vote(request: HttpRequest, reader: Reader, comment_id: int) -> HttpResponse:
    said = get_object_or_404(Comment, pk=comment_id)
    value = {"for": 1, "against": -1, "none": 0}.get(request.POST.get("vote", ""))
    if value is None:
        raise Refused("unknown")
    actions.vote_on_comment(reader, said, value, now=timezone.now())
    return _back(request, said)
