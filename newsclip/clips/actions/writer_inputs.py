"""What a writer is given: the story's articles, a hundred at most, less those that their publishers took back."""

from dataclasses import dataclass

from newsclip.articles import queries as articles
from newsclip.articles.ports import ReadArticle
from newsclip.clips.rules.corrections import is_retracted
from newsclip.evidence.document import SourceArticle
from newsclip.stories.ports import StoryMembers
from newsclip.writing.select_articles import select_members


@dataclass(frozen=True, slots=True)
class WriterInputs:
    """`articles`, first published first; `there`: ids of those with a text; `away`: of these, those that the
    publishers' servers no longer have; `taken_back`: ids of these and of those that say they are retracted.
    """

    articles: tuple[SourceArticle, ...]
    there: frozenset[int]
    away: frozenset[int]
    taken_back: frozenset[str]

    @property
    def gone(self) -> int:
        return len(self.away)


def writer_inputs(members: StoryMembers) -> WriterInputs:
    gone = articles.gone(member.article_id for member in members.members)
    told = select_members([member for member in members.members if member.article_id not in gone])
    newest = articles.newest(member.article_id for member in told)
    retracted = {pk for pk, read in newest.items() if is_retracted(read.title, read.text)}
    return WriterInputs(
        tuple(
            _source_article(newest[member.article_id], str(member.report))
            for member in told
            if member.article_id in newest and member.article_id not in retracted
        ),
        frozenset(newest),
        frozenset(gone),
        frozenset(str(pk) for pk in gone | retracted),
    )


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
