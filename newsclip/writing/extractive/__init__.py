"""The extractive writer: a clip in the publishers' own words, chosen and put in order. No model, no network."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from newsclip.evidence.article_language import language_of_article, language_of_story
from newsclip.evidence.document import (
    Block,
    Bullets,
    Document,
    Image,
    Paragraph,
    Receipt,
    Section,
    Sentence,
    SourceArticle,
    SourceReference,
    WriterMark,
)
from newsclip.evidence.serialization import seal, slug_of
from newsclip.evidence.verifier import frame, roles
from newsclip.kernel.reasons import Refused
from newsclip.kernel.spans import digest_of
from newsclip.language.cues import is_known
from newsclip.language.vectors import Embedder
from newsclip.writing.candidates import content_stems
from newsclip.writing.disagreements import disagreements
from newsclip.writing.extractive import headings, parts, sections
from newsclip.writing.extractive.headline import headline
from newsclip.writing.extractive.pull_quotes import Pulled, pull
from newsclip.writing.extractive.summary import summarize
from newsclip.writing.extractive.timeline import timeline
from newsclip.writing.extractive.writer_state import Desk, lay_out
from newsclip.writing.page_kinds import NO_NEWS, kind_of
from newsclip.writing.ports import Assigned
from newsclip.writing.tags import TAXONOMY, Category, Tags, tag_story

__all__ = ["VERSION", "write"]

VERSION = "7"

_LEAST_WORDS, _MOST_WORDS = 90, 270
_MOST_WORDS_OF_SEVERAL = 280
_SHARE = 0.6


def write(
    assigned: Assigned, *, embedder: Embedder, mark: WriterMark, taxonomy: tuple[Category, ...] = TAXONOMY
) -> Document:
    """The clip of this story, sealed. Raises Refused("too_thin") where no sentence can stand by itself."""
    if not assigned.articles:
        raise Refused("too_thin", "There is no article.")
    times = [article.published for article in assigned.articles if article.published]
    assigned = _without_other_pages(assigned)
    language = language_of_story(assigned.articles)
    desk = lay_out(assigned, language, embedder)
    if not any(line.alone for line in desk.lines):
        raise Refused("too_thin", "No sentence of the articles can stand by itself.")
    top, leading = headline(desk)
    summary = summarize(desk, top.text)
    body = _body(desk, top, summary)
    read_as = [replace(article, language=language_of_article(article) or language) for article in assigned.articles]
    tags = tag_story(read_as, embedder=embedder, taxonomy=taxonomy)
    return seal(
        Document(
            id=assigned.id,
            slug=assigned.slug or slug_of(top.text),
            version=assigned.version,
            story=assigned.story,
            headline=top,
            summary=summary,
            category=tags.category,
            language=language,
            hashtags=tuple(tag for tag in tags.hashtags if frame.judge_hashtag(tag, assigned.articles).supported),
            published=min(times, default=None),
            updated=max(times, default=None),
            image=_image(desk, leading),
            sections=body,
            sources=tuple(_source(article) for article in assigned.articles),
            timeline=timeline(desk),
            disagreements=disagreements(desk.readings, language),
            reports=len({article.report for article in assigned.articles}),
            writer=mark,
            receipt=Receipt(
                inputs=tuple(_input(article) for article in assigned.articles), category=_votes(tags, desk)
            ),
        )
    )


def _without_other_pages(assigned: Assigned) -> Assigned:
    """The story without pages that report nothing. Raises Refused("not_news") where it has no others."""
    kinds = [kind_of(article.title, article.section, article.url) for article in assigned.articles]
    told = tuple(a for a, kind in zip(assigned.articles, kinds, strict=True) if kind not in NO_NEWS)
    if not told:
        raise Refused("not_news", f"The page is a {kinds[0]}.")
    return replace(assigned, articles=told)


def _body(desk: Desk, top: Sentence, summary: Sequence[Sentence]) -> tuple[Section, ...]:
    free = sum(desk.lines[i].size for i in desk.free())
    several = len(desk.readings) > 1
    budget = min(_MOST_WORDS_OF_SEVERAL if several else _MOST_WORDS, max(_LEAST_WORDS, int(free * _SHARE)))
    pulled = pull(desk, most=2 + (budget >= 150) + several)
    _set_aside(desk, pulled)
    if desk.kind() != "news":
        return (Section(None, tuple(p.quote for p in pulled[:2])),) if pulled else ()
    role, last = parts.ending(desk)
    listed = parts.facts(desk) if budget >= 90 else ()
    groups = sections.running_text(desk, budget=budget)
    made = _running(desk, groups, pulled, top, summary)
    if not made and pulled:
        made.append(Section(None, tuple(p.quote for p in pulled)))
    if listed:
        made.append(Section(headings.role_heading(roles.FACTS_AND_FIGURES, listed, desk.language), (Bullets(listed),)))
    made = sections.joined(made)
    ends = headings.role_heading(role, last, desk.language) if last else None
    return (*made, Section(ends, (Paragraph(last),), "conclusion")) if ends else tuple(made)


def _running(
    desk: Desk, groups: list[list[int]], pulled: Sequence[Pulled], top: Sentence, summary: Sequence[Sentence]
) -> list[Section]:
    """The running text in sections: those of another article than the leading one under its title, where that fits."""
    texts = [sections.paragraphs(desk, group) for group in groups]
    placed = _placed(desk, groups, pulled)
    made: list[Section] = []
    used = [top.text]
    told = content_stems(" ".join(s.text for s in (top, *summary)), desk.language)
    k = 0
    for part in sections.by_article(desk, groups):
        own = [_with_quotes(texts[j], placed.get(j, [])) for j in range(k, k + len(part))]
        title = _title(desk, part, texts[k : k + len(part)], told) if k else None
        if title:
            made.append(Section(title, tuple(block for blocks in own for block in blocks)))
            used.append(title.text)
        else:
            for j, blocks in enumerate(own, k):
                heading = _heading(texts, j, used, desk, summary) if j else None
                used.extend([heading.text] if heading else [])
                made.append(Section(heading, blocks))
        k += len(part)
    return made


def _title(
    desk: Desk, part: Sequence[Sequence[int]], texts: Sequence[Sequence[Paragraph]], told: frozenset[str]
) -> Sentence | None:
    """The title of the article that all these runs are of; none over a line of another."""
    article = desk.lines[part[0][0]].article
    if any(desk.lines[i].article != article for run in part for i in run):
        return None
    below = [sentence for paragraphs in texts for paragraph in paragraphs for sentence in paragraph.sentences]
    return headings.title_heading(desk, article, below, told)


def _set_aside(desk: Desk, pulled: Sequence[Pulled]) -> None:
    """Lines that hold a pulled quotation are not told again."""
    for p in pulled:
        length = len(p.quote.text)
        desk.take(
            i
            for i, line in enumerate(desk.lines)
            if line.article == p.article and line.span.start < p.start + length and p.start < line.span.end
        )
        desk.take_words(p.quote.text)


def _placed(desk: Desk, groups: Sequence[Sequence[int]], pulled: Sequence[Pulled]) -> dict[int, list[Pulled]]:
    """Each quotation goes to the nearest section of its article, or of the leading one; one a section while there are
    enough.
    """
    placed: dict[int, list[Pulled]] = {}
    of = [desk.lines[group[0]].article for group in groups]
    for p in pulled:
        able = [k for k, article in enumerate(of) if article == p.article] or [
            k for k, article in enumerate(of) if article == of[0]
        ]
        if able:
            k = min(able, key=lambda k: (len(placed.get(k, [])), _distance(desk, groups[k], p), k))
            placed.setdefault(k, []).append(p)
    return placed


def _distance(desk: Desk, group: Sequence[int], pulled: Pulled) -> int:
    own = [abs(desk.lines[i].span.start - pulled.start) for i in group if desk.lines[i].article == pulled.article]
    return min(own, default=10**9)


def _with_quotes(paragraphs: Sequence[Paragraph], pulled: Sequence[Pulled]) -> tuple[Block, ...]:
    """Quotations after the first paragraph of their section."""
    blocks: list[Block] = [*paragraphs[:1], *(p.quote for p in pulled), *paragraphs[1:]]
    return tuple(blocks)


def _heading(
    texts: Sequence[Sequence[Paragraph]], k: int, used: Sequence[str], desk: Desk, summary: Sequence[Sentence]
) -> Sentence | None:
    spread = Counter(stem for line in desk.lines for stem in line.stems)
    own = [sentence for paragraph in texts[k] for sentence in paragraph.sentences]
    for role in (roles.WHAT_COMES_NEXT, roles.BACKGROUND, roles.REACTIONS, roles.CONTEXT):
        named = headings.role_heading(role, own, desk.language)
        if named and named.text not in used and len(own) > 1:
            return named
    rest = [s for j, text in enumerate(texts) if j != k for paragraph in text for s in paragraph.sentences]
    return headings.phrase_heading(own, [*rest, *summary], used, desk.language, spread)


def _image(desk: Desk, leading: int) -> Image | None:
    leader = desk.readings[leading].article
    for article in (leader, *desk.assigned.articles):
        if article.image:
            alt = article.image_alt or article.title
            return Image(article.image, alt, article.image_credit, article.publisher)
    return None


def _source(article: SourceArticle) -> SourceReference:
    return SourceReference(
        article.id, article.publisher, article.title, article.url, article.published, article.report, article.domain
    )


def _input(article: SourceArticle) -> str:
    return f"{article.id}@{article.revision}:{digest_of(article.title + chr(10) + article.text)}"


def _votes(tags: Tags, desk: Desk) -> dict[str, str | list[str]]:
    """Why this category, in words; no figures, which two machines may compute a little differently.

    Also how the clip was written where that was not as news in a known language: "pages", "chosen_by".
    """
    how = {} if desk.kind() == "news" else {"pages": str(desk.kind())}
    if not is_known(desk.language):
        how["chosen_by"] = "lead and position: no cues are known for this language"
    return {"by": tags.by, "reasons": list(tags.reasons), **how}
