"""Links, changes and doubts that readers bring in."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.articles.models import Article
from newsclip.clips import queries as clips
from newsclip.clips.actions import stand_in_sources
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.models import Action, Submission, Suggestion, Target
from newsclip.evidence.visitor import Place, visit
from newsclip.kernel.reasons import Refused, explain, http_status
from newsclip.pipeline import contributions
from newsclip.ranking import queries as ranking
from newsclip.stories import queries as stories
from newsclip.stories.models import Membership, Story
from newsclip.web.context_processors import look_again
from newsclip.web.decorators import go_back, in_place, moderating, refusal_response, signed_in, unable
from newsclip.web.muted_publishers import mutes_of
from newsclip.web.pages import story_addresses
from newsclip.web.pages.clip_document import as_stored
from newsclip.web.pages.mute_filter import without_muted
from newsclip.web.taken_out_reasons import with_why_taken_out

_CHECKED = gettext_noop(
    "The sentence says what the publisher wrote. Whether that is right, the check cannot tell: "
    "to have a moderator look, say what is wrong."
)
_CHECKED_AND_REFERRED = gettext_noop(
    "Thank you. A moderator will read what you wrote. Until then the sentence stays, "
    "because it says what the publisher wrote."
)


@signed_in
def submit(request: HttpRequest, reader: Reader) -> HttpResponse:
    if request.method == "POST":
        url = request.POST.get("url", "")
        try:
            given = contributions.submit(url, reader, now=timezone.now())
        except Refused as refused:
            return refusal_response(request, refused, f"{reverse('web:submit')}?{urlencode({'url': url})}")
        return redirect("web:submission", given.pk)
    page = {
        "url": _shared(request),
        "mine": Submission.objects.filter(reader=reader).order_by("-at")[:20],
        "new_until": queries.newcomer_until(reader, now=timezone.now()),
    }
    return render(request, "web/submit.html", page)


def _shared(request: HttpRequest) -> str:
    """What another app or page shared with us: many apps put the address among other words."""
    words = f"{request.GET.get('url', '')} {request.GET.get('text', '')}".split()
    return next((word for word in words if word.startswith(("https://", "http://"))), "")[:2000]


@signed_in
def submission(request: HttpRequest, reader: Reader, submission_id: int) -> HttpResponse:
    """What became of a link so far; the page asks again by itself until the clip is there."""
    given = get_object_or_404(Submission.objects.select_related("article"), pk=submission_id, reader=reader)
    membership = Membership.objects.filter(article=given.article).first() if given.article else None
    clip = Clip.objects.defer("document").filter(story=membership.story_id).first() if membership else None
    if clip:
        there = redirect("web:clip", clip.slug)
        return HttpResponseClientRedirect(there.url) if in_place(request) else there
    page = {"given": given, "steps": _steps(given.article, membership)}
    answer = render(request, "web/_steps.html" if in_place(request) else "web/submission.html", page)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def _steps(article: Article | None, membership: Membership | None) -> dict[str, Any]:
    """How far it came, and where it ended, in words."""
    if article is None:
        return {"title": gettext("No clip could be made from this link"), "over": True, "said": explain("unknown")}
    reason = explain(article.code) if article.code else None
    waits = article.state == Article.State.FOUND
    refused = not waits and article.state != Article.State.READ
    read = not waits and not refused
    failed = waits and article.code != Article.State.FOUND
    title = gettext("Your link is on its way")
    if failed:
        title = gettext("Your link could not be read so far")
    elif refused:
        title = gettext("No clip could be made from this link")
    due = article.due_at if article.due_at and article.due_at > timezone.now() else None
    far = {"read": read, "placed": membership is not None, "over": refused, "failed": failed}
    return far | {"title": title, "said": reason, "next": due}


@signed_in
def suggest(request: HttpRequest, reader: Reader, story_id: int) -> HttpResponse:
    story = stories.story(get_object_or_404(Story, pk=story_id).pk)
    if request.method == "POST":
        kind = request.POST.get("kind", "")
        now, why, parser = timezone.now(), request.POST.get("why", ""), wiring.parser()
        try:
            idea = contributions.suggest(reader, story, kind, _wanted(request, kind), now=now, why=why, parser=parser)
        except Refused as refused:
            if kind != Suggestion.Kind.HEADLINE or refused.code != "not_supported":
                raise
            return _suggest_page(request, reader, story, refused)
        if "at_once" not in request.POST or not reader.moderates:
            messages.success(
                request, gettext("Thank you. It is carried out once enough other readers, or a moderator, agree.")
            )
        else:
            _tell(request, idea, done=contributions.decide(reader, idea, now=now, parser=parser))
        return redirect("web:suggestions", story.pk)
    return _suggest_page(request, reader, story)


def _wanted(request: HttpRequest, kind: str) -> dict[str, Any]:
    """What the form asks for. A typed address counts before a story chosen from the list; a chosen title before words.

    Raises Refused("unknown") where a merge names no other story.
    """
    given = request.POST.get("story", "").strip() or request.POST.get("near", "")
    if kind == Suggestion.Kind.MERGE and not given:
        raise Refused("unknown", gettext("Choose a story from the list, or paste the address of one."))
    other = story_addresses.story_at(given)
    return {
        "articles": request.POST.getlist("articles"),
        "story": other.pk if other else given or 0,
        "headline": request.POST.get("title") or request.POST.get("headline", ""),
        "hashtags": request.POST.get("hashtags", "").replace(",", " ").split(),
    }


def _merge_preview(idea: Suggestion) -> HttpResponse:
    """To the page that shows what the two stories would be, before they are one."""
    return redirect(f"{reverse('web:merge', args=[idea.story_id])}?suggestion={idea.pk}")


def _suggest_page(request: HttpRequest, reader: Reader, story: Story, refused: Refused | None = None) -> HttpResponse:
    """The forms; of a headline that no article bears, what none says, and the articles' own to choose from."""
    said = refused.because.params.get("said", "") if refused and refused.because else ""
    if said and stand_in_sources(story.pk, said):
        said = ""  # the nearest passage lacks it, but another has it
    clip = clips.of_story(story.pk)
    members = list(Membership.objects.filter(story=story).select_related("article__publisher").order_by("pk"))
    page = {
        "story": story,
        "members": members,
        "titles": [one for one in members if not clip or str(one.article) != clip.headline],
        "clip": clip,
        "at_once": reader.moderates,
        "in_front": ranking.in_front({story.pk}),
        "refused": refused,
        "unsaid": said,
        "typed": request.POST.get("headline", ""),
        "likely": [] if reader.moderates else story_addresses.likely(story.pk),
        "why": request.POST.get("why", ""),
    }
    return render(request, "web/suggest.html", page, status=http_status(refused.code) if refused else HTTPStatus.OK)


def suggestions(request: HttpRequest, story_id: int) -> HttpResponse:
    """What was suggested for a story, what came of it, and which sentences were doubted. Public."""
    story = get_object_or_404(Story, pk=story_id)
    clip, mutes, reader = clips.of_story(story.pk), mutes_of(request), request.user
    everything = list(queries.suggestions_of(story.pk))
    queries.set_replaced(everything)
    suggested, hidden = queries.heard(everything, mutes)
    doubts, unheard = queries.heard(queries.challenges_of(clip) if clip else (), mutes)
    others = [one.wanted["story"] for one in suggested if one.kind == Suggestion.Kind.MERGE]
    named = without_muted(request, list(clips.listed().defer("document").filter(story__in=others))).clips
    called = {clip.story_id: clip.headline for clip in named}
    able = isinstance(reader, Reader) and not unable(request)
    new_until = queries.newcomer_until(reader, now=timezone.now()) if isinstance(reader, Reader) else None
    decides = able and isinstance(reader, Reader) and reader.moderates
    left = queries.dismissals_of(doubts)
    page = {
        "story": story,
        "clip": clip,
        "suggestions": [(one, called.get(one.wanted.get("story"), "")) for one in clips.with_words(suggested)],
        "agreed": queries.supported_by(reader, story.pk) if isinstance(reader, Reader) else (),
        "may_agree": able and not new_until,
        "agrees_from": able and not decides and new_until,
        "hidden": hidden,
        "challenges": [(one, why, left.get(one.pk)) for one, why in with_why_taken_out(clips.with_words(doubts))],
        "waiting": {one.pk for one in queries.doubts_to_decide(clip)} if doubts and clip else (),
        "unheard": unheard,
    }
    return render(request, "web/suggestions.html", page)


@require_POST
@signed_in
def support(request: HttpRequest, reader: Reader, suggestion_id: int) -> HttpResponse:
    """Agree with what another suggested, or take one's own suggestion back."""
    found = get_object_or_404(Suggestion.objects.select_related("story"), pk=suggestion_id)
    if "withdraw" in request.POST:
        actions.withdraw_suggestion(reader, found)
    else:
        contributions.support(reader, found, now=timezone.now(), parser=wiring.parser())
    return redirect("web:suggestions", found.story_id)


@require_POST
@moderating
def decide(request: HttpRequest, reader: Reader, suggestion_id: int) -> HttpResponse:
    """A moderator carries a suggestion out, refuses it, or takes back what one did."""
    found = get_object_or_404(Suggestion.objects.select_related("story"), pk=suggestion_id)
    now = timezone.now()
    if "undo" in request.POST:
        contributions.undo(reader, found, why=request.POST.get("why", "").strip(), now=now)
        messages.success(request, gettext("Undone, and written to the public log."))
    elif "refuse" in request.POST:
        contributions.refuse(reader, found, why=request.POST.get("why", ""), now=now)
        messages.success(request, gettext("Declined, and written to the public log."))
    elif _is_to_merge(found):
        return _merge_preview(found)
    else:
        _tell(request, found, done=contributions.decide(reader, found, now=now, parser=wiring.parser()))
    look_again()
    return go_back(request, reverse("web:suggestions", args=[found.story_id]))


def _tell(request: HttpRequest, idea: Suggestion, *, done: bool) -> None:
    """What came of carrying it out, and where it is undone. Raises Refused where it was decided before."""
    idea.refresh_from_db(fields=["state"])
    if not done and idea.state != Suggestion.State.REFUSED:
        raise Refused("already_gone")
    if done:
        said, log = gettext("Done, and written to the public log."), reverse("web:moderation")
        deed = Action.objects.filter(target=Target.STORY, detail__suggestion=idea.pk).latest("pk")
        messages.success(request, format_html('{} <a href="{}#deed-{}">{}</a>', said, log, deed.pk, gettext("Undo")))
    else:
        page = reverse("web:suggestions", args=[idea.story_id])
        said, why = gettext("It could not be carried out."), gettext("See why")
        messages.info(request, format_html('{} <a href="{}">{}</a>', said, page, why))


def _is_to_merge(idea: Suggestion) -> bool:
    """Whether it is open and would make one story of two that both still stand."""
    if idea.kind != Suggestion.Kind.MERGE or idea.state != Suggestion.State.OPEN or idea.story.merged_into_id:
        return False
    return story_addresses.story_at(str(idea.wanted["story"])) not in (None, idea.story)


@signed_in
def challenge(request: HttpRequest, reader: Reader, slug: str) -> HttpResponse:
    """Doubt a sentence; the verifier looks again at once, and its answer is public."""
    clip = get_object_or_404(Clip.objects.select_related("story"), slug=slug)
    if not clips.is_listed(clip):  # its page says why; what it said is said no more
        return redirect("web:clip", clip.slug)
    stored = as_stored(clip)
    claims, headings = stored.claims, {said for place, said in visit(stored.document) if place == Place.HEADING}
    key = request.POST.get("sentence") or request.GET.get("sentence") or ""
    chosen = next((claim for claim in claims if claim.key == key), None)
    if request.method == "POST":
        if chosen is None:
            raise Refused("unknown", gettext("Choose a sentence."))
        now = timezone.now()
        doubt = actions.challenge(reader, clip, chosen.text, now=now, why=request.POST.get("why", ""))
        if doubt.decided_at is None:
            contributions.reverify(doubt, now=now, parser=wiring.parser())
            waits = actions.refer_doubt(doubt, now=now)
            if not doubt.upheld:
                messages.success(request, gettext(_CHECKED_AND_REFERRED if waits else _CHECKED))
            if waits and reader.moderates:  # who can take it out
                return redirect("web:act", Target.STORY, clip.story_id)
        return redirect("web:suggestions", clip.story_id)
    page = {"clip": clip, "chosen": chosen, "claims": [one for one in claims if one.said not in headings]}
    return render(request, "web/challenge.html", page)
