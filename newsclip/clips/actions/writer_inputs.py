"""What a writer is given: the story's articles, a hundred at most, less those that their publishers took back."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsclip.articles import queries as articles
from newsclip.articles.ports import ReadArticle
from newsclip.clips.models import Clip
from newsclip.clips.rules.corrections import is_retracted
from newsclip.evidence.document import SourceArticle
from newsclip.stories.ports import Member, StoryMembers
from newsclip.writing.clip_language import MOST_TRIED, clip_languages
from newsclip.writing.select_articles import select_members


@dataclass(frozen=True, slots=True)
class WriterInputs:
    """`articles`, first published first, in all `languages` that the clip may be written in, the best one first;
    `spoken`: the language of each; `there`: ids of those with a text; `away`: of these, those that the publishers'
    servers no longer have; `taken_back`: ids of these and of those that say they are retracted; `scrolls`: of live
    blogs the whole text.
    """

    articles: tuple[SourceArticle, ...]
    there: frozenset[int]
    away: frozenset[int]
    taken_back: frozenset[str]
    languages: tuple[str, ...]
    spoken: Mapping[str, str]
    scrolls: Mapping[str, str]

    @property
    def gone(self) -> int:
        return len(self.away)

    def told_in(self, language: str) -> tuple[SourceArticle, ...]:
        """The articles of one language: a clip holds no others."""
        return tuple(article for article in self.articles if self.spoken[article.id] == language)


def writer_inputs(members: StoryMembers, readers: Sequence[str] = ()) -> WriterInputs:
    """`readers`: the languages that the readers of this site read, the most read first."""
    gone = articles.gone(member.article_id for member in members.members)
    present = [member for member in members.members if member.article_id not in gone]
    languages = _languages(members.id, present, readers)
    told = [one for language in languages for one in select_members([m for m in present if m.language == language])]
    newest = articles.newest(member.article_id for member in told)
    retracted = {pk for pk, read in newest.items() if is_retracted(read.title, read.text)}
    places = {member.article_id: place for place, member in enumerate(present)}
    return WriterInputs(
        tuple(
            _source_article(newest[member.article_id], str(member.report))
            for member in sorted(told, key=lambda member: places[member.article_id])
            if member.article_id in newest and member.article_id not in retracted
        ),
        frozenset(newest),
        frozenset(gone),
        frozenset(str(pk) for pk in gone | retracted),
        languages,
        {str(member.article_id): member.language for member in told},
        {str(pk): read.scroll for pk, read in newest.items() if read.scroll},
    )


def _languages(story_id: int, present: Sequence[Member], readers: Sequence[str]) -> tuple[str, ...]:
    """Those that the clip is tried in, and the one that it is published in."""
    reports = Counter(spoken for spoken, _ in dict.fromkeys((one.language, one.report) for one in present))
    if len(reports) < 2:
        return tuple(reports)
    published = Clip.objects.filter(story=story_id).values_list("language", flat=True).first() or ""
    found = clip_languages(reports, readers, published)
    return found[:MOST_TRIED] + tuple(one for one in found[MOST_TRIED:] if one == published)


def _source_article(read: ReadArticle, report: str) -> SourceArticle:
    return SourceArticle(
        id=str(read.id),
        revision=read.revision,
        title=read.title,
        text=read.shown,
        url=read.url,
        publisher=read.publisher,
        published=read.published,
        report=report,
        section=read.section,
        language=read.language,
        image=read.image,
        image_alt=read.image_alt,
        image_credit=read.image_credit,
        domain=read.domain,
    )
