"""What stands around a clip's sentences: sources, picture, hashtags, dates."""

import re
from collections.abc import Sequence

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Articles, Document, Image, Moment, SourceArticle, SourceReference, Verdict
from newsclip.evidence.edits import JUDGED
from newsclip.evidence.slugs import is_slug_of
from newsclip.evidence.verifier.happenings import happened
from newsclip.evidence.verifier.themes import is_theme_of
from newsclip.evidence.visitor import sentences, visit
from newsclip.kernel.publication_times import earliest
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage
from newsclip.language import quotation_marks
from newsclip.language.days import days
from newsclip.language.tokens import WORD
from newsclip.language.unspaced import apart
from newsclip.language.years_told import is_of_another_year

_POSSESSIVE = re.compile(r"['’]s?$")
_PARTS = re.compile(r"[-.]")


def fault(document: Document, articles: Sequence[SourceArticle]) -> Reason | None:
    """Why the clip says something untrue about where it comes from; None where it does not."""
    known = {article.id: article for article in articles}
    for source in document.sources:
        if not _is_of(source, known.get(source.article)):
            return Reason("source_differs", {"title": source.title})
    listed = {source.article for source in document.sources}
    if any(passage.article not in listed for _, said in visit(document) for passage in said.evidence):
        return Reason("source_missing")
    reports = len({source.report for source in document.sources})
    if document.reports != reports:
        return Reason("reports_differ", {"said": document.reports, "held": reports})
    judged = any(JUDGED in said.edits for said in sentences(document))
    if judged and document.writer.settings.get("basis") != JUDGED:
        return Reason("judge_unnamed")
    times = {article.published for article in articles if article.published}
    began = {earliest(times), min(times, default=None)}  # clips of before took a day for its midnight
    if document.published not in began or document.updated != max(times, default=None):
        return Reason("dates_differ")
    if (
        document.version == 1
        and document.slug
        and not is_slug_of(document.slug, document.headline.text, document.language)
    ):
        return Reason("address_differs", {"slug": document.slug})
    return None


def judge_image(image: Image, articles: Sequence[SourceArticle]) -> Verdict:
    """A verdict on the lead picture: whose it is, who made it and what it shows, as one article says it."""
    held = any(
        (a.image, a.image_alt or a.title, a.image_credit, a.publisher)
        == (image.url, image.alt, image.credit, image.publisher)
        for a in articles
    )
    return _verdict(image.alt or image.url, None if held else Reason("picture_unknown"))


def judge_hashtag(tag: str, articles: Sequence[SourceArticle]) -> Verdict:
    """A verdict on a hashtag: its words stand in a row in an article or its title, or the articles are about it."""
    wanted = _letters(tag)
    held = bool(wanted) and any(_holds(f"{a.title}\n{a.text}", wanted) for a in articles)
    held = held or is_theme_of(tag, articles)
    return _verdict(tag, None if held else Reason("hashtag_not_held", {"tag": tag}))


def judge_moment(moment: Moment, articles: Articles) -> Verdict:
    """A verdict on the date of an entry of the timeline; its sentence is judged by itself."""
    first = moment.sentence.evidence[0]
    article = articles.get((first.article, first.revision))
    own = quotation_marks.outside(moment.sentence.text)
    told = _days(own, article) if article else []
    wrong: Reason | None = None
    if article and article.published and told == [moment.when]:
        over = happened(own, article.published.date(), language_of_article(article))
        wrong = None if over else Reason("day_not_of_event", {"day": moment.when})
        wrong = Reason("day_not_told", {"day": moment.when}) if _may_be_of_another_year(own, article, first) else wrong
    elif moment.when in told:
        wrong = Reason("several_days", {"days": told})
    elif told:
        wrong = Reason("day_differs", {"day": moment.when, "days": told})
    else:
        wrong = Reason("day_not_told", {"day": moment.when})
    return Verdict(moment.when, not wrong, 0.0 if wrong else 1.0, wrong, moment.sentence.evidence)


def _may_be_of_another_year(own: str, article: SourceArticle, passage: Passage) -> bool:
    """Whether the article speaks of another year before the day that it names without one."""
    if article.published is None:
        return False
    published, language = article.published.date(), language_of_article(article)
    before = article.text[: passage.start]
    return any(is_of_another_year(day, own, before, published, language) for day in days(own, published, language))


def _days(own: str, article: SourceArticle) -> list[str]:
    """The days, weeks and months that these words tell, as seen from the day of publication."""
    language = language_of_article(article)
    return sorted({day.iso for day in days(own, article.published.date(), language)}) if article.published else []


def _verdict(text: str, wrong: Reason | None) -> Verdict:
    return Verdict(text, not wrong, 0.0 if wrong else 1.0, wrong)


def _is_of(source: SourceReference, article: SourceArticle | None) -> bool:
    return article is not None and source == SourceReference.of(article)


def _holds(text: str, wanted: str) -> bool:
    """Whether words that stand in a row make up the wanted letters, when written together."""
    row, bounds, at = [], {0}, 0
    for word in WORD.findall(apart(text)):
        for part in _PARTS.split(_POSSESSIVE.sub("", word)):
            row.append(_letters(part))
            at += len(row[-1])
            bounds.add(at)
    letters = "".join(row)
    found = letters.find(wanted)
    while found >= 0:
        if found in bounds and found + len(wanted) in bounds:
            return True
        found = letters.find(wanted, found + 1)
    return False


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())
