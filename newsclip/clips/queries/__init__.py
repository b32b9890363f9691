"""What is known about clips. Read only."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from newsclip.articles import queries as articles
from newsclip.articles.models import Revision
from newsclip.clips.models import (
    Amendment,
    Assignment,
    Clip,
    ClipArticle,
    ClipVersion,
    Correction,
    Redirect,
)
from newsclip.clips.queries.article_quotations import quoted_in_stories as quoted_in_stories
from newsclip.clips.queries.article_quotations import quoted_in_story as quoted_in_story
from newsclip.clips.queries.bearer_evidence import bearer_evidence as bearer_evidence
from newsclip.clips.queries.bearer_evidence import of_bearer as of_bearer
from newsclip.clips.queries.chains import ChainClip as ChainClip
from newsclip.clips.queries.chains import ClipChain as ClipChain
from newsclip.clips.queries.chains import beside_in_chains as beside_in_chains
from newsclip.clips.queries.chains import chain_clips as chain_clips
from newsclip.clips.queries.cited_articles import cited_articles as cited_articles
from newsclip.clips.queries.cited_articles import cited_revisions as cited_revisions
from newsclip.clips.queries.cited_articles import given_again as given_again
from newsclip.clips.queries.cited_articles import source_articles as source_articles
from newsclip.clips.queries.cited_articles import without as without
from newsclip.clips.queries.cited_articles import without_judged as without_judged
from newsclip.clips.queries.counting import corrections_by as corrections_by
from newsclip.clips.queries.counting import published_by_day as published_by_day
from newsclip.clips.queries.earlier import EarlierVersion as EarlierVersion
from newsclip.clips.queries.earlier import earlier_version as earlier_version
from newsclip.clips.queries.earlier import headline_at as headline_at
from newsclip.clips.queries.earlier import headlines_at as headlines_at
from newsclip.clips.queries.followed_names import bearers_followed as bearers_followed
from newsclip.clips.queries.followed_names import followed_name as followed_name
from newsclip.clips.queries.followed_names import is_borne as is_borne
from newsclip.clips.queries.followed_names import mentions_followed as mentions_followed
from newsclip.clips.queries.followed_names import names_followed as names_followed
from newsclip.clips.queries.followed_names import parts_of as parts_of
from newsclip.clips.queries.foreign_quotations import QuotedElsewhere as QuotedElsewhere
from newsclip.clips.queries.foreign_quotations import all_quoted_elsewhere as all_quoted_elsewhere
from newsclip.clips.queries.foreign_quotations import quoted_elsewhere as quoted_elsewhere
from newsclip.clips.queries.judge_exams import JudgeExam as JudgeExam
from newsclip.clips.queries.judge_exams import last_exam as last_exam
from newsclip.clips.queries.judge_exams import licence_of as licence_of
from newsclip.clips.queries.listing import is_listed as is_listed
from newsclip.clips.queries.listing import listed as listed
from newsclip.clips.queries.listing import listed_by_article as listed_by_article
from newsclip.clips.queries.listing import published_since as published_since
from newsclip.clips.queries.mentions import Bearer as Bearer
from newsclip.clips.queries.mentions import bearer_in as bearer_in
from newsclip.clips.queries.mentions import bearers_of as bearers_of
from newsclip.clips.queries.mentions import hashtags_of_name as hashtags_of_name
from newsclip.clips.queries.mentions import mentions_of as mentions_of
from newsclip.clips.queries.mentions import most_quoted as most_quoted
from newsclip.clips.queries.mentions import name_of_hashtag as name_of_hashtag
from newsclip.clips.queries.mentions import named_by as named_by
from newsclip.clips.queries.mentions import names_in as names_in
from newsclip.clips.queries.mentions import people_called as people_called
from newsclip.clips.queries.mentions import quoted_by as quoted_by
from newsclip.clips.queries.mentions import roles_of as roles_of
from newsclip.clips.queries.mentions import to_name as to_name
from newsclip.clips.queries.model_attempts import answer as answer
from newsclip.clips.queries.model_attempts import answer_to as answer_to
from newsclip.clips.queries.model_attempts import attempts_by_code as attempts_by_code
from newsclip.clips.queries.model_attempts import attempts_by_day as attempts_by_day
from newsclip.clips.queries.model_attempts import spent as spent
from newsclip.clips.queries.naming_clips import MOST_NAMING as MOST_NAMING
from newsclip.clips.queries.naming_clips import NamingClips as NamingClips
from newsclip.clips.queries.naming_clips import naming_clips as naming_clips
from newsclip.clips.queries.naming_clips import naming_followed as naming_followed
from newsclip.clips.queries.other_languages import ToldElsewhere as ToldElsewhere
from newsclip.clips.queries.other_languages import all_told_elsewhere as all_told_elsewhere
from newsclip.clips.queries.other_languages import told_elsewhere as told_elsewhere
from newsclip.clips.queries.passage_words import passage_words as passage_words
from newsclip.clips.queries.pending import assignments as assignments
from newsclip.clips.queries.pending import count_to_write as count_to_write
from newsclip.clips.queries.pending import dead_letters as dead_letters
from newsclip.clips.queries.pending import longest_waiting as longest_waiting
from newsclip.clips.queries.pending import to_index as to_index
from newsclip.clips.queries.pending import to_write as to_write
from newsclip.clips.queries.reading import StoryReading as StoryReading
from newsclip.clips.queries.reading import coverage_of as coverage_of
from newsclip.clips.queries.reading import reading_of as reading_of
from newsclip.clips.queries.reading import unknown_in as unknown_in
from newsclip.clips.queries.reason_words import read_reasons as read_reasons
from newsclip.clips.queries.reason_words import refusals as refusals
from newsclip.clips.queries.reason_words import with_words as with_words
from newsclip.clips.queries.taken_out import goes_with as goes_with
from newsclip.clips.queries.unmuted_corrections import left_out_of as left_out_of
from newsclip.clips.queries.unmuted_corrections import unmuted_corrections as unmuted_corrections
from newsclip.clips.queries.unmuted_corrections import unmuted_headline as unmuted_headline
from newsclip.clips.queries.unmuted_corrections import with_unmuted_headlines as with_unmuted_headlines
from newsclip.clips.rules.article_quotations import ArticleQuotation as ArticleQuotation
from newsclip.clips.rules.mentions import is_told_apart as is_told_apart
from newsclip.clips.rules.mentions import key_of as key_of
from newsclip.evidence import serialization
from newsclip.evidence.approval import approve
from newsclip.evidence.document import Amended, Document, Verdict
from newsclip.evidence.slugs import slug_without_words
from newsclip.evidence.verifier.stale_evidence import stale_evidence
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.reasons import Refused
from newsclip.language.syntax import NO_PARSER, Parser
from newsclip.stories import queries as stories
from newsclip.stories.models import Membership
from newsclip.writing.ports import Assigned, Writer

_SAYING = ("text", "speaker", "role", "title")  # fields of a document that hold words which search knows
_DONE = ("", "written", "rewritten", "unchanged")


def unwritten(limit: int) -> list[Assignment]:
    """Stories that gave no clip, or none anew, and why (`code`, `detail`); the latest first."""
    rows = Assignment.objects.exclude(code__in=_DONE).select_related("story")
    return list(rows.order_by(F("at").desc(nulls_last=True), "-pk")[:limit])


def by_slug(slug: str) -> Clip | None:
    """The clip that has, or once had, this address, or that of the story it was merged into; it may be withdrawn."""
    clip = Clip.objects.filter(slug=slug).select_related("story").first()
    if clip is None:
        known = Redirect.objects.filter(slug__in=[slug, slug_without_words(slug)])
        moved = known.select_related("clip__story").first()
        clip = moved.clip if moved else None
    return _after_merges(clip) if clip else None


def by_number(number: int) -> Clip | None:
    """The clip that has this number, or that of the story it was merged into; it may be withdrawn."""
    clip = Clip.objects.filter(pk=number).select_related("story").first()
    return _after_merges(clip) if clip else None


def _after_merges(clip: Clip) -> Clip:
    if not clip.story.merged_into_id:
        return clip
    return Clip.objects.filter(story=stories.story(clip.story_id)).select_related("story").first() or clip


def of_story(story_id: int) -> Clip | None:
    return Clip.objects.filter(story=story_id).first()


def newest() -> "QuerySet[Clip]":
    """All clips that lists show, the latest published first, without their serialization."""
    return listed().defer("document").order_by("-published", "-pk")


def by_category(category: str) -> "QuerySet[Clip]":
    return newest().filter(category=category)


def by_publisher(domain: str) -> "QuerySet[Clip]":
    """Clips of stories that this publisher tells."""
    told = Membership.objects.filter(article__publisher__domain=domain)
    return newest().filter(story__in=told.values("story"))


def versions(clip: Clip) -> list[ClipVersion]:
    """Every version with its reasons, the newest first, without its document."""
    return with_words(clip.versions.defer("document").order_by("-version"))


def document(clip: Clip) -> Document:
    """The clip's document. Raises Refused("bad_row") where what is stored is none."""
    return serialization.from_json(clip.document)


def corrections() -> "QuerySet[Correction]":
    """Everything that was put right, the latest first, without the clips' documents and what the reasons refer to."""
    rows = Correction.objects.filter(clip__hidden=False).order_by("-at", "-pk")
    return rows.select_related("clip").defer("clip__document")


def corrections_of(clip: Clip, muted: Collection[str] = ()) -> list[Correction]:
    """What was put right in this clip, the latest first, without the reasons that muted publishers (domains) gave."""
    return unmuted_corrections(clip.corrections.order_by("-at", "-pk"), muted)


def read_in_the_open(told: Document) -> set[tuple[str, int]]:
    """Articles and revisions that the document cites, of those that were read without encryption."""
    kept = articles.revisions(cited_revisions(told))
    return {(str(article), number) for (article, number), row in kept.items() if row.in_the_open}


def given_words(told: Iterable[Document]) -> str:
    """All that the articles said which these documents were written from, as far as their revisions are kept."""
    named = (given.partition(":")[0].split("@") for document in told for given in document.receipt.inputs)
    kept = articles.revisions({(int(article), int(revision)) for article, revision in named})
    return "\n".join(f"{row.title}\n{row.text}" for row in kept.values())


def standing(clip: Clip) -> list[Verdict]:
    """What of the stored clip no longer holds: its seal, and all whose passages the stored revisions do not hold.

    Raises Refused("bad_row") where what is stored is no document.
    """
    told = document(clip)
    return stale_evidence(told, passage_words(told))


def beyond(clip: Clip) -> frozenset[str]:
    """What any version of the clip said, and its publishers' words that may be shown no longer bear."""
    told = [serialization.from_json(row.document) for row in clip.versions.all() if row.document.get("headline")]
    return frozenset(
        one.text for document in told for one in stale_evidence(document, passage_words(document)) if one.passages
    )


def told_from(article_ids: Iterable[int]) -> list[Clip]:
    """Clips of which some version named one of these articles, or whose story holds one now."""
    ids = list(article_ids)
    named = ClipArticle.objects.filter(article__in=ids).values("clip")
    holding = Membership.objects.filter(article__in=ids).values("story")
    return list(Clip.objects.filter(Q(pk__in=named) | Q(story__in=holding)).select_related("story").order_by("pk"))


def words_for_search(told: Iterable[Clip], article_ids: Iterable[int]) -> tuple[list[str], list[str]]:
    """What clips said, titles they may have had of these articles, and hashtags: what search learnt its words from."""
    before = ClipVersion.objects.filter(clip__in=[clip.pk for clip in told]).values_list("document", flat=True)
    kept = [one for one in before if one.get("headline")]
    titles = Revision.objects.filter(article__in=list(article_ids)).values_list("title", flat=True)
    tags = [tag.removeprefix("#") for one in kept for tag in one["hashtags"]]
    return [*(words for one in kept for words in _words_of(one)), *titles], tags


def _words_of(document: Any) -> Iterator[str]:
    """What a document says anywhere, as its JSON holds it."""
    for key, held in document.items() if isinstance(document, dict) else enumerate(document):
        if isinstance(held, dict | list):
            yield from _words_of(held)
        elif key in _SAYING and held:
            yield str(held)


def words_in(clip: Clip) -> frozenset[str]:
    """Every sentence and hashtag that the clip says now, and what readers want it to say."""
    if not clip.document.get("headline"):
        return frozenset()
    told = document(clip)
    wanted = (words for one in amendments_of(clip.story_id) for words in one.words)
    tags = (form for tag in told.hashtags for form in (tag, tag.removeprefix("#")))
    return frozenset((*(one.text for one in sentences_and_quotations(told)), *tags, *wanted))


def amendments_of(story_id: int) -> list[Amended]:
    """What readers wanted the story's clip to say and nobody took back, in the order in which it came about.

    What was taken out goes with its article, into whatever story that was merged, split off or moved. A headline counts
    no more where another story was merged into this one since, as long as that stands: it was chosen for one of both.
    """
    here = Membership.objects.filter(story=story_id).values("article")
    mine = Q(story=story_id, article=None) | Q(article__in=here)
    later_merges = stories.merged_into(story_id).filter(at__gt=OuterRef("at"))
    chosen_for_a_part = Q(Exists(later_merges), kind=Amendment.Kind.HEADLINE)
    rows = Amendment.objects.filter(mine, undone_at=None).exclude(chosen_for_a_part).order_by("pk")
    return [Amended(row.kind, tuple(row.words), row.by) for row in rows]


def assigned_again(told: Document) -> Assigned:
    """What the writer of this document was given, from its receipt, its sources and the stored revisions.

    Raises Refused("inputs_lost") where a revision is not kept, or says something else.
    """
    cited = [given.partition(":")[0].split("@") for given in told.receipt.inputs]
    numbers = {article: int(revision) for article, revision in cited}
    kept = articles.revisions({(int(article), number) for article, number in numbers.items()})
    given = []
    for source in told.sources:
        row = kept.get((int(source.article), numbers.get(source.article, 0)))
        if row is None:
            raise Refused("inputs_lost", f"article {source.article}")
        given.append(given_again(source, row))
    if tuple(serialization.input_of(article) for article in given) != told.receipt.inputs:
        raise Refused("inputs_lost", "a revision says something else")
    return Assigned(told.id, told.story, told.slug, told.version, tuple(given))


def written_again(told: Document, writer: Writer, parser: Parser = NO_PARSER) -> Document:
    """The document that this writer gives for the same inputs, verified as before publication. Raises Refused."""
    assigned = assigned_again(told)
    return approve(writer(assigned), told.receipt.amendments, assigned.articles, parser)
