"""What of a story is told in the language of its clip, and what in others."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet, Window
from django.db.models.functions import Coalesce, RowNumber

from newsclip.articles.models import Article
from newsclip.clips.models import Clip
from newsclip.stories.models import Membership
from newsclip.stories.ports import Member, StoryMembers
from newsclip.writing.clip_language import clip_languages

_MOST_LANGUAGES, _MOST_ARTICLES, _MOST_READ = 12, 5, 200


@dataclass(frozen=True, slots=True)
class ToldElsewhere:
    """The reports of one other language: the articles that began the first of them, and how many `more` there are."""

    language: str
    articles: tuple[Article, ...]
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
    sources = [int(source["article"]) for source in clip.document.get("sources", ())]
    if clip.story.articles <= len(sources):
        return []  # most clips: they ask nothing more
    rows = Membership.objects.filter(story=clip.story_id).exclude(language__in=["", clip.language])
    counted = Counter(language for language, _ in rows.values_list("language", "report").distinct())
    cited = Membership.objects.filter(article__in=sources) if counted else ()
    for language in {row.language for row in cited}:
        counted.pop(language, None)  # told by its words to be another than the clip's: those of it are in the clip
    told = _told_in(rows, [language for language, _ in counted.most_common(_MOST_LANGUAGES)], muted)
    return [_of_one(language, reports) for language, reports in told.items() if reports]


def all_told_elsewhere(clips: Sequence[Clip], muted: Collection[str] = ()) -> dict[int, list[ToldElsewhere]]:
    """The same of many clips, by ID, where there is anything: one question for all, and a few for each of those."""
    spoken = Membership.objects.filter(story__in={clip.story_id for clip in clips}).exclude(language="")
    languages: dict[int, set[str]] = {}
    for story, language in spoken.values_list("story", "language").distinct():
        languages.setdefault(story, set()).add(language)
    several = [clip for clip in clips if languages.get(clip.story_id, set()) - {clip.language}]
    told = {clip.pk: told_elsewhere(clip, muted) for clip in several}
    return {pk: found for pk, found in told.items() if found}


def _told_in(
    rows: "QuerySet[Membership]", languages: Sequence[str], muted: Collection[str]
) -> dict[str, list[Membership]]:
    """The article that began each report of these languages, the earliest first; one question for all of them."""
    found: dict[str, dict[int, Membership]] = {language: {} for language in languages}
    if not found:
        return {}
    when = (Coalesce("article__published", "article__found_at"), "pk")
    heard = rows.filter(language__in=languages).exclude(article__publisher__domain__in=muted)
    read = heard.annotate(turn=Window(RowNumber(), partition_by="language", order_by=when)).filter(turn__lte=_MOST_READ)
    for row in read.select_related("article__publisher").order_by(*when):
        found[row.language].setdefault(row.report, row)
    return {language: list(reports.values()) for language, reports in found.items()}


def _of_one(language: str, told: Sequence[Membership]) -> ToldElsewhere:
    shown = tuple(row.article for row in told[:_MOST_ARTICLES])
    return ToldElsewhere(language, shown, len(told) - len(shown))
