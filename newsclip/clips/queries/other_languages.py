"""What of a story is told in the language of its clip, and what in others."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q, Window
from django.db.models.functions import Coalesce, RowNumber

from newsclip.articles.models import Article
from newsclip.clips.models import Clip
from newsclip.stories.models import Membership
from newsclip.stories.ports import Member, StoryMembers
from newsclip.writing.clip_language import clip_languages

_MOST_LANGUAGES, _MOST_ARTICLES, _MOST_READ = 12, 5, 200


@dataclass(frozen=True, slots=True)
class ToldElsewhere:
    """The reports of one other language: the articles that began the first of them, their numbers, and how many `more`
    there are.
    """

    story: int
    language: str
    articles: tuple[Article, ...]
    reports: tuple[int, ...]
    more: int


def by_language(members: StoryMembers, wanted: str) -> list[tuple[str, list[Member]]]:
    """The members of each language; first those of `wanted`, or of the language with most reports."""
    found: dict[str, list[Member]] = {}
    for member in members.members:
        found.setdefault(member.language, []).append(member)
    if len(found) < 2:
        return list(found.items())
    reports = {language: len({one.report for one in told}) for language, told in found.items()}
    return [(language, found[language]) for language in clip_languages(reports, [wanted])]


def told_elsewhere(clip: Clip, muted: Collection[str] = ()) -> list[ToldElsewhere]:
    """What is told of the clip's story in other languages, those with most reports first.

    Without what the muted publishers (domains) tell.
    """
    sources = _articles_of(clip.document.get("sources"))
    if clip.story.articles <= len(sources):
        return []  # most clips: they ask nothing more
    return _read({clip.story_id: clip}, {clip.story_id: sources}, muted).get(clip.story_id, [])


def all_told_elsewhere(clips: Sequence[Clip], muted: Collection[str] = ()) -> dict[int, list[ToldElsewhere]]:
    """The same of many clips, by ID, where there is anything: in a few questions, however many these are."""
    spoken = Membership.objects.filter(story__in={clip.story_id for clip in clips}).exclude(language="")
    languages: dict[int, set[str]] = {}
    for story, language in spoken.values_list("story", "language").distinct():
        languages.setdefault(story, set()).add(language)
    several = {clip.story_id: clip for clip in clips if languages.get(clip.story_id, set()) - {clip.language}}
    if not several:
        return {}
    sources: dict[int, list[int]] = {}
    kept = Clip.objects.filter(pk__in=[clip.pk for clip in several.values()]).order_by()
    for story, articles, cited in kept.values_list("story", "story__articles", "document__sources"):
        if articles > len(cited or ()):
            sources[story] = _articles_of(cited)
    told = _read({story: several[story] for story in sources}, sources, muted)
    return {several[story].pk: found for story, found in told.items()}


def _articles_of(sources: Sequence[Mapping[str, str]] | None) -> list[int]:
    return [int(source["article"]) for source in sources or ()]


def _read(
    clips: Mapping[int, Clip], sources: Mapping[int, Sequence[int]], muted: Collection[str]
) -> dict[int, list[ToldElsewhere]]:
    """What is told of these stories, where there is anything; `sources`: the articles that the clip of each cites."""
    counted = _reports_by_language(clips, sources)
    wanted = {story: sorted(n, key=lambda one: (-n[one], one))[:_MOST_LANGUAGES] for story, n in counted.items()}
    told = _told_in(wanted, muted)
    found = {
        story: [_of_one(one, told[story, one]) for one in languages if (story, one) in told]
        for story, languages in wanted.items()
    }
    return {story: some for story, some in found.items() if some}


def _reports_by_language(clips: Mapping[int, Clip], sources: Mapping[int, Sequence[int]]) -> dict[int, "Counter[str]"]:
    """How many reports each story has in the languages that are not its clip's, where there are any."""
    rows = Membership.objects.filter(story__in=clips).exclude(language="")
    counted: dict[int, Counter[str]] = {}
    for story, language, _ in rows.values_list("story", "language", "report").distinct().order_by():
        if language != clips[story].language:
            counted.setdefault(story, Counter())[language] += 1
    articles = {article for story in counted for article in sources[story]}
    spoken = dict(Membership.objects.filter(article__in=articles).values_list("article", "language"))
    for story, counts in counted.items():
        for article in sources[story]:  # told by its words to be another than the clip's: those of it are in the clip
            counts.pop(spoken.get(article, ""), None)
    return {story: counts for story, counts in counted.items() if counts}


def _told_in(wanted: Mapping[int, Sequence[str]], muted: Collection[str]) -> dict[tuple[int, str], list[Membership]]:
    """By story and language the article that began each report, the earliest first; one question for all of them.

    Without those that their publishers removed.
    """
    if not wanted:
        return {}
    asked = [Q(story=story, language__in=languages) for story, languages in wanted.items()]
    when = (Coalesce("article__published", "article__found_at"), "pk")
    turn = Window(RowNumber(), partition_by=("story", "language"), order_by=when)
    there = Membership.objects.filter(reduce(or_, asked)).exclude(article__state=Article.State.GONE)
    heard = there.exclude(article__publisher__domain__in=muted)
    read = heard.annotate(turn=turn).filter(turn__lte=_MOST_READ).select_related("article__publisher").order_by(*when)
    found: dict[tuple[int, str], dict[int, Membership]] = {}
    for row in read:
        found.setdefault((row.story_id, row.language), {}).setdefault(row.report, row)
    return {key: list(reports.values()) for key, reports in found.items()}


def _of_one(language: str, told: Sequence[Membership]) -> ToldElsewhere:
    shown = told[:_MOST_ARTICLES]
    articles, reports = tuple(row.article for row in shown), tuple(row.report for row in shown)
    return ToldElsewhere(shown[0].story_id, language, articles, reports, len(told) - len(shown))
