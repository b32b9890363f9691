"""What of a story is told in the language of its clip, and what in others."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

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
    if clip.story.articles <= len(_cited(clip)):
        return []  # most clips: they ask nothing more
    rows = Membership.objects.filter(story=clip.story_id).exclude(language__in=["", clip.language])
    counted = Counter(language for language, _ in rows.values_list("language", "report").distinct())
    cited = Membership.objects.filter(article__in=_cited(clip)) if counted else ()
    for language in {row.language for row in cited}:
        counted.pop(language, None)  # told by its words to be another than the clip's: those of it are in the clip
    found = [_of_one(rows.filter(language=language), muted) for language, _ in counted.most_common(_MOST_LANGUAGES)]
    return [one for one in found if one]


def _cited(clip: Clip) -> list[int]:
    return [int(source["article"]) for source in clip.document.get("sources", ())]


def _of_one(rows: "QuerySet[Membership]", muted: Collection[str]) -> ToldElsewhere | None:
    first: dict[int, Membership] = {}
    heard = rows.exclude(article__publisher__domain__in=muted).select_related("article__publisher")
    for row in heard.order_by(Coalesce("article__published", "article__found_at"), "pk")[:_MOST_READ]:
        first.setdefault(row.report, row)
    told = list(first.values())
    if not told:
        return None
    shown = tuple(row.article for row in told[:_MOST_ARTICLES])
    return ToldElsewhere(told[0].language, shown, len(told) - len(shown))
