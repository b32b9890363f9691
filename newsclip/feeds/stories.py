"""The feed of one story: each fact that an article was first to report, in its publisher's words."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.html import format_html
from django.utils.text import Truncator

from newsclip.articles.models import Article
from newsclip.clips import queries as clips
from newsclip.evidence.document import Sentence
from newsclip.feeds.answering import answer
from newsclip.feeds.channel import Channel, Item, links_of
from newsclip.kernel.addresses import with_text_fragment
from newsclip.options import OPTIONS
from newsclip.stories import queries
from newsclip.stories.models import Membership, Story

_SHOWN, _TITLE_WORDS = 50, 14


def story(request: HttpRequest, story_id: int, form: str) -> HttpResponseBase:
    found = get_object_or_404(Story, pk=story_id)
    if found.merged_into_id:
        return redirect(f"/s/{queries.story(found.pk).pk}/feed.{form}")
    clip, page = clips.of_story(found.pk), f"/s/{found.pk}"
    title = f"New in: {clip.headline if clip and clips.is_listed(clip) else f'story {found.pk}'}"
    newest = found.events.order_by("-at").values_list("at", flat=True).first() or found.last_at
    language = (clip.language if clip else found.language) or "en"
    beside = links_of([clip])[clip.pk] if clip and clips.is_listed(clip) else []
    channel = Channel(
        title,
        page,
        f"{page}/feed.{form}",
        [str(found.version), *(one.mark for one in beside)],
        newest,
        lambda: _facts(found),
        language=language,
        links=beside,
    )
    return answer(request, form, channel)


def _facts(story: Story) -> list[Item]:
    """What each article added, newest article first."""
    members = Membership.objects.filter(story=story).select_related("article__publisher")
    told = {one.article_id: one.article for one in members}
    spoken = {one.article_id: one.language or story.language for one in members}
    clip = clips.of_story(story.pk)
    found = [
        (told[int(one.article)], fact)
        for one in clips.reading_of(story, clip.language if clip else "").added
        if int(one.article) in told
        for fact in one.sentences
    ]
    found.sort(key=lambda pair: pair[0].published or pair[0].found_at, reverse=True)
    return [_fact(story, article, fact, spoken[article.pk]) for article, fact in found[:_SHOWN]]


def _fact(story: Story, article: Article, fact: Sentence, language: str) -> Item:
    """The ID is derived from the words, so it stays the same whatever is added."""
    words, page = fact.evidence[0], f"{OPTIONS.site_url}/s/{story.pk}"
    url = article.url if words.part == "title" else with_text_fragment(article.url, fact.text)
    by = article.publisher.name or article.publisher.domain
    at = article.published or article.found_at
    return Item(
        id=f"{page}#{words.article}-{words.revision}-{words.start}-{words.digest}",
        url=url,
        title=Truncator(fact.text).words(_TITLE_WORDS),
        content=format_html("<p>{} ({})</p>", fact.text, by),
        published=at,
        updated=at,
        author=by,
        language=language,
        more={"url": page, "external_url": url},
    )
