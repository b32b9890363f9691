"""The story behind a clip, for people and for programs, and a reader's vote on it."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import actions as community
from newsclip.community import queries as community_queries
from newsclip.community.models import Action, Vote
from newsclip.evidence.coverage import Coverage
from newsclip.evidence.coverage_json import coverage_json
from newsclip.kernel.reasons import Refused
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking
from newsclip.stories import queries
from newsclip.stories.models import Membership, Story
from newsclip.web.cards.buttons import vote_button
from newsclip.web.decorators import back_to, in_place, refusal_response, to_sign_in
from newsclip.web.pages import charts
from newsclip.web.pages.beside import chain_shown
from newsclip.web.pages.clip_document import ready
from newsclip.web.pages.coverage_table import CoverageTable, coverage_table
from newsclip.web.pages.doubtful_articles import still_doubtful
from newsclip.web.pages.mute_filter import without_muted
from newsclip.web.pages.related_groups import related_groups
from newsclip.web.pages.story_facts import Fact
from newsclip.web.pages.story_page import Event, StoryArticle, StoryPage, story_page
from newsclip.web.pages.unmuted_clip import unmuted_clip

SCHEMA = "newsclip/story/1"
_CHANGES = 10  # of its headline and hashtags that its history tells


def story(request: HttpRequest, story_id: int) -> HttpResponse:
    found = get_object_or_404(Story, pk=story_id)
    if found.merged_into_id:  # for now: a merge may be taken back
        return redirect("web:story", queries.story(found.pk).pk)
    reader, told = request.user, story_page(found)
    table, covered = _coverage(request, told)
    may_shape = isinstance(reader, Reader) and reader.moderates
    beside = chain_shown(request, found.pk)
    left = without_muted(request, [one.clip for one in told.related]).clips
    shown = [one for one in told.related if one.clip in left and one.clip not in beside["chain"].clips]
    page = {
        "story_page": told,
        "story": found,
        "clip": told.clip,
        "related": related_groups(shown),
        "table": table,
        "growth": charts.growth_of(found),
        "tellers": charts.told_by(covered),
        "without_facts": charts.without_facts(covered),
        "may_shape": may_shape,
        "history": _history(told),
        "doubtful": sorted(still_doubtful([one.first.member for one in told.reports]))
        if may_shape and found.articles > 1
        else [],
        **beside,
    }
    return render(request, "web/story.html", page)


def _history(told: StoryPage) -> list[Event | Action]:
    """What happened to the story, and the changes of its headline and hashtags, the newest on top."""
    both: list[Event | Action] = [*told.events, *_changes(told)]
    return sorted(both, key=lambda one: one.at if isinstance(one, Action) else one.row.at, reverse=True)


def _changes(told: StoryPage) -> list[Action]:
    """The changes of its headline and hashtags; none while its clip is shown to nobody."""
    if told.clip is None:
        return []
    return community_queries.named(community_queries.changes_of(told.story.pk)[:_CHANGES], gettext)


def _coverage(request: HttpRequest, told: StoryPage) -> tuple[CoverageTable | None, Coverage | None]:
    """Who tells what the clip says, as this reader hears it."""
    if told.clip is None or told.ready is None:
        return None, None
    heard = unmuted_clip(request, told.ready.document)
    if heard.document is None or (covered := heard.coverage(told.clip)) is None:
        return None, None
    # Without the texts no sentence of a disagreement is shown; the numbers alone lead to the evidence.
    shown = told.ready if heard.document is told.ready.document else ready(heard.document, {})
    return coverage_table(covered, shown), covered


def story_json(request: HttpRequest, story_id: int) -> HttpResponse:
    """The story for programs: what its page shows, each sentence with its passage."""
    found = get_object_or_404(Story, pk=story_id)
    if found.merged_into_id:
        answer: HttpResponse = redirect("web:story_json", queries.story(found.pk).pk)
    else:
        answer = JsonResponse(_body(story_page(found)), json_dumps_params={"ensure_ascii": False})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _body(told: StoryPage) -> dict[str, Any]:
    one = told.story
    document: dict[str, Any] = told.clip.document if told.clip else {}
    chain = clips.chain_clips(one.pk)
    return {
        "schema": SCHEMA,
        "id": one.pk,
        "version": one.version,
        "url": f"{OPTIONS.site_url}/s/{one.pk}",
        "clip": f"{OPTIONS.site_url}/c/{told.clip.slug}.json" if told.clip else None,
        "headline": told.clip.headline if told.clip else None,
        "phase": one.phase,
        "language": told.language,
        "started": one.started_at.isoformat(),
        "last": one.last_at.isoformat(),
        "articles": one.articles,
        "first": {"article": told.first and str(told.first.article_id), "why": told.beginning.why},
        "reports": [
            {
                "report": report.first.member.report,
                "copies": report.copies,
                "copied_the_first": report.certain,
                "agency": report.agency,
                "articles": [_article(each) for each in (report.first, *report.shown)],
            }
            for report in told.reports
        ],
        "timeline": document.get("timeline", []),
        "disagreements": document.get("disagreements", []),
        "coverage": coverage_json(clips.coverage_of(one, told.ready.document), told.ready.document)
        if told.ready
        else None,
        "other_languages": _elsewhere(told.clip),
        "unknown": [_said(fact) for fact in told.unknown],
        "chain": {
            "earlier": [_in_chain(one) for one in chain.earlier],
            "later": [_in_chain(one) for one in chain.later],
        },
        "related": [_near(one) for one in told.related],
        "history": [_happened(event) for event in told.events],
    }


def _elsewhere(clip: Clip | None) -> list[dict[str, Any]]:
    told = clips.all_quoted_elsewhere([clip], {clip.pk: clips.told_elsewhere(clip)}) if clip else {}
    return [one.as_json for found in told.values() for one in found]


def _in_chain(one: clips.ChainClip) -> dict[str, Any]:
    return {
        "story": one.clip.story_id, "headline": one.clip.headline, "began": one.began.isoformat(),
        "shared": list(one.shared),
    }  # fmt: skip


def _near(one: ranking.Related) -> dict[str, Any]:
    return {
        "story": one.clip.story_id, "headline": one.clip.headline, "close": one.is_close,
        "hashtags": one.hashtags, "likeness": round(one.likeness, 3), "shared": list(one.shared),
        "names": list(one.names),
    }  # fmt: skip


def _article(told: StoryArticle) -> dict[str, Any]:
    member: Membership = told.member
    return {
        "article": str(member.article_id),
        "revision": member.revision,
        "publisher": member.article.publisher.name,
        "domain": member.article.publisher.domain,
        "title": str(member.article),
        "language": member.language,
        "url": member.article.url,
        "published": member.article.published and member.article.published.isoformat(),
        "copy_of": told.copying and str(told.copying.of.article_id),
        "why": member.receipt,
        "added": [_said(fact) for fact in told.added],
    }


def _said(fact: Fact) -> dict[str, Any]:
    words = fact.words
    return {
        "text": words.text,
        "publisher": words.source.publisher,
        "url": words.url,
        "evidence": [asdict(fact.passage)],
    }


def _happened(event: Event) -> dict[str, Any]:
    detail = event.row.detail
    said = {name: detail[name] for name in ("articles", "from", "into", "by", "why", "receipt") if name in detail}
    return {"at": event.row.at.isoformat(), "kind": event.row.kind, **said}


@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: HttpRequest, story_id: int) -> HttpResponse:
    """Votes for, against (with a reason), or takes the vote back; then back to the clip, or to the list ("next").

    Strangers sign in first: the form of a list that is the same for all of them can only ask, with a GET.
    """
    found = queries.story(get_object_or_404(Story, pk=story_id).pk)
    clip = Clip.objects.defer("document").filter(story=found).first()
    listed = back_to(request, "").partition("#")[0]
    back = f"{listed}#story-{found.pk}" if listed else _page_of(found, clip)
    reader = request.user
    if not isinstance(reader, Reader):
        return to_sign_in(request, back)
    if request.method != "POST":
        return redirect(back)
    try:
        if "take_back" in request.POST:
            community.take_back(reader, found.pk, now=timezone.now())
        elif "against" in request.POST:
            why = request.POST["against"]
            community.vote(reader, found.pk, now=timezone.now(), value=-1, reason=why)
        else:
            community.vote(reader, found.pk, now=timezone.now())
    except Refused as refused:
        return refusal_response(request, refused)
    if not (clip and in_place(request)):
        return redirect(back)
    if listed:
        return _on_card(reader, story_id, found.pk)
    return render(
        request,
        "web/_voted.html",
        {"clip": clip, "votes": community_queries.count(found.pk), **ballot(reader, found.pk)},
    )


def _page_of(found: Story, clip: Clip | None) -> str:
    return f"{reverse('web:clip', args=[clip.slug])}#vote" if clip else reverse("web:story", args=[found.pk])


def _on_card(reader: Reader, shown: int, story_id: int) -> HttpResponse:
    """The button alone, for the card of the story that is shown: it may be a part of another by now."""
    mine, _ = community_queries.my_vote(reader, story_id)
    answer = HttpResponse(vote_button(shown, community_queries.count(story_id), mine))
    answer["HX-Retarget"], answer["HX-Reswap"] = f"#vote-{shown}", "outerHTML"
    return answer


def ballot(reader: object, story_id: int) -> dict[str, object]:
    """What a reader may say by a vote on a story, and what they said."""
    mine, why = community_queries.my_vote(reader, story_id) if isinstance(reader, Reader) else (0, "")
    return {"mine": mine, "why": Vote.Reason(why).label if why else "", "against": Vote.Reason.choices}
