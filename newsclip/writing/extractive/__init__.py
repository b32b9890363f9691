"""The extractive writer: a clip in the publishers' own words, chosen and put in order. No model, no network.

Steps with records between them: the material, what each line needs, headline, summary, running text, and from what is
left quotations, facts, ending and timeline; then sections with their headings.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsclip.evidence.article_language import language_of_article, language_of_story
from newsclip.evidence.document import (
    Bullets,
    Disagreement,
    Document,
    Image,
    Paragraph,
    Quote,
    Receipt,
    Section,
    Sentence,
    Slot,
    SourceReference,
    WriterMark,
)
from newsclip.evidence.serialization import input_of, seal
from newsclip.evidence.slugs import slug_of
from newsclip.evidence.visitor import below_heading
from newsclip.kernel.publication_times import earliest
from newsclip.kernel.reasons import Refused
from newsclip.language.content_words import content_stems
from newsclip.language.cues import is_known
from newsclip.language.unspaced import count_words
from newsclip.language.vectors import Embedder
from newsclip.writing.disagreements import disagreements
from newsclip.writing.extractive import choosing, headings, parts, sections
from newsclip.writing.extractive.answers import with_answer
from newsclip.writing.extractive.choosing import Chooser
from newsclip.writing.extractive.contiguous_choosing import chooser_of
from newsclip.writing.extractive.glance import glance
from newsclip.writing.extractive.headline import headline
from newsclip.writing.extractive.lone_lines import without_lone_lines
from newsclip.writing.extractive.material import Material, ToldSoFar, lay_out
from newsclip.writing.extractive.needs import Needs, needs_of
from newsclip.writing.extractive.pull_quotes import PullQuote, held, pull
from newsclip.writing.extractive.running_text import Chosen, in_a_row, running_text
from newsclip.writing.extractive.shorter_lines import with_shorter_lines
from newsclip.writing.extractive.summary import Summary, summarize
from newsclip.writing.extractive.timeline import timeline
from newsclip.writing.page_kinds import NO_NEWS, kind_of
from newsclip.writing.ports import WHOLE_SENTENCES, Assigned, Judge, Shorteners
from newsclip.writing.tags import TAXONOMY, Category, ClipText, Tags, tag_story

__all__ = ["VERSION", "without_other_pages", "write"]

VERSION = "9"

# words of summary and text; with fewer, readers missed more facts (docs/why/writer.md)
_LEAST_WORDS, _MOST_WORDS, _MOST_WORDS_OF_SEVERAL = 150, 220, 280
_PUT_IN = 8  # words of them for publishers, names and days that are put in later; more in no clip of 24
_SHARE = 0.75  # of the articles' words
# words, and their share of the articles': a clip of fewer tells nothing of what a column or a newsletter says
_THIN, _THIN_SHARE = 40, 0.1


@dataclass(frozen=True, slots=True)
class _Plan:
    """What the clip will tell, before it is put into words: lines by number."""

    top: Sentence
    summary: Summary
    text: tuple[int, ...]
    pulled: tuple[PullQuote, ...]
    role: str
    last: tuple[int, ...]
    facts: tuple[int, ...]
    told: ToldSoFar
    glance: tuple[Slot, ...] = ()


def write(
    assigned: Assigned,
    *,
    embedder: Embedder,
    judge: Judge,
    mark: WriterMark,
    taxonomy: tuple[Category, ...] = TAXONOMY,
    shorten: Shorteners = WHOLE_SENTENCES,
) -> Document:
    """The clip of this story, sealed. Raises Refused("too_thin") where no sentence can stand by itself."""
    times = [article.published for article in assigned.articles if article.published]
    assigned = without_other_pages(assigned)
    language = language_of_story(assigned.articles)
    material = lay_out(assigned, language, embedder, judge, shorten)
    if not any(map(material.opens, range(len(material.lines)))):
        raise Refused("too_thin", "No sentence of the articles can stand by itself.")
    top, leading = headline(material)
    disputed = disagreements(material.readings, language)
    needs = needs_of(material)
    plan = _plan(material, needs, top, leading, disputed)
    if _is_thin(material, plan):
        raise Refused("too_thin", "Hardly a sentence of the articles can stand by itself.")
    read_as = [replace(article, language=language_of_article(article) or language) for article in assigned.articles]
    shown = _shortened(material, plan)
    summary, body = in_a_row(shown, plan.summary.lines), _body(shown, needs, plan)
    tags = tag_story(read_as, embedder=embedder, taxonomy=taxonomy, told=_clip_text(top, summary, body))
    return seal(
        Document(
            id=assigned.id,
            slug=assigned.slug or slug_of(top.text, language),
            version=assigned.version,
            story=assigned.story,
            headline=top,
            summary=summary,
            category=tags.category,
            language=language,
            hashtags=tuple(tag for tag in tags.hashtags if judge.judge_hashtag(tag, assigned.articles).supported),
            published=earliest(times),
            updated=max(times, default=None),
            image=_image(material, leading),
            sections=body,
            sources=tuple(SourceReference.of(article) for article in assigned.articles),
            timeline=timeline(material, plan.told.with_words(top.text, language)),
            disagreements=disputed,
            glance=plan.glance,
            reports=len({article.report for article in assigned.articles}),
            writer=mark,
            receipt=_receipt(assigned, tags, material),
        )
    )


def without_other_pages(assigned: Assigned) -> Assigned:
    """The story without pages that report nothing.

    Raises Refused("too_thin") where it has no article, Refused("not_news") where it has no others.
    """
    if not assigned.articles:
        raise Refused("too_thin", "There is no article.")
    kinds = [kind_of(article.title, article.section, article.url) for article in assigned.articles]
    told = tuple(a for a, kind in zip(assigned.articles, kinds, strict=True) if kind not in NO_NEWS)
    if not told:
        raise Refused("not_news", f"The page is a {kinds[0]}.")
    return replace(assigned, articles=told)


def _plan(material: Material, needs: Needs, top: Sentence, leading: int, disputed: Sequence[Disagreement]) -> _Plan:
    summary = summarize(material, needs, top.text, leading)
    told = ToldSoFar().with_lines(material, summary.lines)
    if material.kind() != "news":
        quoted = tuple(pull(material, needs, told, most=2))
        return _Plan(top, summary, (), quoted, "", (), (), _with_quotations(material, told, quoted))
    stems = content_stems(top.text, material.language)
    role, last = parts.ending(material, needs, told, stems)
    budget, most = _budget(material, told, last)
    before = choosing.BeforeText(summary.lines, stems, told.with_lines(material, last), summary.onward, frozenset(last))
    chooser = chooser_of(material, needs, before)
    room = _most_words(material) - material.words_in((*told.lines, *last))
    running = _running_within(chooser, top.text, (budget, room), most)
    chosen, text, pulled = running.chosen, running.text, running.pulled
    told = _with_quotations(material, told.with_lines(material, (*text, *last)), pulled)
    answers = glance(material, top, summary.lines, disputed)
    shown = [*(slot.value for slot in answers), *(material.lines[i].told.text for i in chosen if i not in text)]
    facts = parts.facts(material, needs, told, stems, room=budget - running.words_in(material), shown=shown)
    return _Plan(top, summary, text, pulled, role, last, facts, told.with_lines(material, facts), answers)


@dataclass(frozen=True, slots=True)
class _Running:
    """The lines chosen for the text, those of them that it tells, and the quotations beside them."""

    chosen: tuple[int, ...]
    text: tuple[int, ...]
    pulled: tuple[PullQuote, ...]

    def words_in(self, material: Material) -> int:
        return material.words_in(self.text) + sum(count_words(one.quote.text) for one in self.pulled)


def _running_within(chooser: Chooser, headline: str, words: tuple[int, int], most: int) -> _Running:
    """The text in so many words, quotations included: of these as many more as the clip still has room for."""
    budget, room = words
    running = _running(chooser, headline, budget, most)
    if (excess := running.words_in(chooser.material) - room) <= 0:
        return running
    shorter = _running(chooser, headline, max(0, budget - excess), most)
    return shorter if shorter.words_in(chooser.material) <= room else replace(running, pulled=())


def _running(chooser: Chooser, headline: str, budget: int, most: int) -> _Running:
    """The text in so many words, and beside them at most so many quotations of what it leaves."""
    material, needs, before = chooser.material, chooser.needs, chooser.before
    chosen, answer = with_answer(chooser, headline, budget, choosing.choose(chooser, budget))
    pulled = pull(material, needs, before.told.with_lines(material, chosen), most=most)
    text = without_lone_lines(chooser, chosen, {answer, *(one.behind for one in pulled)})
    if text != chosen:
        pulled = pull(material, needs, before.told.with_lines(material, text), most=most)
    return _Running(chosen, text, tuple(pulled))


def _shortened(material: Material, plan: _Plan) -> Material:
    """The material as the clip tells it: with less of the lines of summary and text."""
    beside = [material.lines[i].told.text for i in (*plan.facts, *plan.last)]
    beside += [pulled.quote.text for pulled in plan.pulled]
    return with_shorter_lines(material, (*plan.summary.lines, *plan.text), plan.top.text, " ".join(beside))


def _budget(material: Material, told: ToldSoFar, last: Sequence[int]) -> tuple[int, int]:
    """The words that the text may still have, and how many quotations: less where there is less to tell.

    Asked is how long the articles are, captions included: if many of their sentences cannot be told, the clip need not
    be shorter, too. The ending stands beside the text, and is told as a part of the whole.
    """
    whole = sum(count_words(reading.article.text) for reading in material.readings)
    budget = min(_most_words(material), max(_LEAST_WORDS, int(whole * _SHARE)))
    return max(0, budget - material.words_in((*told.lines, *last))), 1 + (len(material.readings) > 1)


def _most_words(material: Material) -> int:
    return _MOST_WORDS_OF_SEVERAL - _PUT_IN if len(material.readings) > 1 else _MOST_WORDS


def _is_thin(material: Material, plan: _Plan) -> bool:
    """Whether hardly anything of long articles is told. Of a live page the newest is, in a sentence or two."""
    told = material.words_in(plan.told.lines)
    whole = sum(count_words(reading.article.text) for reading in material.readings)
    return material.kind() != "live" and told < min(_THIN, _THIN_SHARE * whole)


def _with_quotations(material: Material, told: ToldSoFar, pulled: Sequence[PullQuote]) -> ToldSoFar:
    """Lines that hold a quotation are not told again."""
    for one in pulled:
        told = told.with_lines(material, held(material, one)).with_words(one.quote.text, material.language)
    return told


def _body(material: Material, needs: Needs, plan: _Plan) -> tuple[Section, ...]:
    if material.kind() != "news":
        return (Section(None, tuple(p.quote for p in plan.pulled)),) if plan.pulled else ()
    last = in_a_row(material, plan.last)
    ends = headings.role_heading(plan.role, last, material.language) if last else None
    made = running_text(material, needs, Chosen(plan.top, plan.summary.lines, plan.text, plan.pulled, ends))
    if plan.facts:
        listed = in_a_row(material, plan.facts)
        heading = headings.role_heading("facts_and_figures", listed, material.language)
        made.append(Section(heading, (Bullets(listed),), type="facts_and_figures" if heading else ""))
    made = sections.joined(made)
    return (*made, Section(ends, (Paragraph(last),), "conclusion", plan.role)) if ends else tuple(made)


def _clip_text(top: Sentence, summary: Sequence[Sentence], body: Sequence[Section]) -> ClipText:
    below = [said for section in body for _, said in below_heading(section)]
    speakers = [said.speaker or "" for said in below if isinstance(said, Quote)]
    return ClipText(top.text, " ".join(said.text for said in summary), [*(said.text for said in below), *speakers])


def _image(material: Material, leading: int) -> Image | None:
    leader = material.readings[leading].article
    for article in (leader, *material.assigned.articles):
        if article.image:
            alt = article.image_alt or article.title
            return Image(article.image, alt, article.image_credit, article.publisher)
    return None


def _receipt(assigned: Assigned, tags: Tags, material: Material) -> Receipt:
    inputs = tuple(input_of(article) for article in assigned.articles)
    return Receipt(inputs=inputs, category=_votes(tags, material))


def _votes(tags: Tags, material: Material) -> dict[str, str | list[str]]:
    """Why this category, in words; no figures, which two machines may compute a little differently.

    Also how the clip was written where that was not as news in a known language: "pages", "chosen_by".
    """
    how = {} if material.kind() == "news" else {"pages": str(material.kind())}
    if not is_known(material.language):
        how["chosen_by"] = "lead and position: no cues are known for this language"
    return {"by": tags.by, "reasons": list(tags.reasons), **how}
