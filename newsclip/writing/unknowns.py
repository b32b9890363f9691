"""What is not yet known, only where a source says so, in its own words."""

import re
from collections.abc import Sequence

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Sentence, SourceArticle
from newsclip.language.cues import cues
from newsclip.language.tokens import sentences
from newsclip.writing import cleaning, pronouns
from newsclip.writing.candidates import content_stems, passage, same_fact
from newsclip.writing.select_articles import one_each

_MOST, _MOST_ARTICLES, _MOST_SENTENCES = 5, 30, 60
_FEWEST_STEMS = 2
_UNKNOWN = re.compile(
    r"\b(?:(?:is|was|are|were|remains?|remained) (?:still |as yet |not yet |not immediately |so far )?"
    r"(?:unclear|unknown|not (?:immediately |yet |entirely )?(?:clear|known)|to be (?:seen|determined))"
    r"|(?:cause|circumstances|incident|accident|crash|collision|fire|blaze|explosion|deaths?|shooting|attack|matter|"
    r"motive|origin)s? (?:\w+ ){0,6}(?:is|was|are|were|remains?|remained) (?:still |now )?under investigation"
    r"|(?:has|have|had) not (?:yet |so far )?(?:been )?(?:(?:named|identified|released|disclosed|announced|confirmed|"
    r"determined|given|established|published|decided)(?! any\b|(?: \w+)? before\b)|"
    r"said (?:who|whom|whose|what|which|when|where|why|how|whether|if)\b)"
    r"|(?:did|does|do|would|could) not (?:immediately |yet )?(?:(?:name|identify|give|confirm|disclose|"
    r"specify|elaborate)(?! any\b)|say (?:who|whom|whose|what|which|when|where|why|how|whether|if)\b)"
    r"|declined to (?:say|name|confirm|give|identify|specify|elaborate)"
    r"|no (?:suspects?|cause|motive|details?|figures?|date|decision) (?:has|have|had|was|were) (?:yet )?"
    r"(?:been )?(?:made|given|found|named|identified|released|announced|set|established|determined)"
    r"|could not (?:immediately )?be (?:verified|confirmed|determined|independently verified)"
    r"|(?:cause|motive|identity|number) (?:\w+ ){0,5}(?:is|was|remains?) (?:being investigated|a mystery|not known)"
    r"|(?:ist|war|bleibt|blieb) (?:noch |zunächst |weiter(?:hin)? |bislang |bisher )*"
    r"(?:unklar|unbekannt|offen|nicht bekannt)"
    r"|(?:n['’]est|n['’]était|ne sont|ne serait) pas (?:encore |immédiatement )?(?:connue?s?|claire?s?)|"
    r"rest(?:e|ait) inconnue?"
    r"|(?:se desconoce|no (?:está|estaba|se sabe) (?:claro|aún|todavía)|aún no se (?:sabe|conoce))"
    r"|non (?:è|era) (?:ancora |subito )?(?:chiar[oa]|not[oa])|ainda não (?:se sabe|está claro)|"
    r"(?:nog )?niet bekend)\b",
    re.IGNORECASE,
)

# What all of them say, in one word or the other, tells none from another.
_NOT_KNOWN = re.compile(
    r"\b(?:unclear|unknown|known|clear|immediately|remain(?:s|ed)?|unklar|unbekannt|bekannt|offen|bleibt|blieb|"
    r"inconnue?s?|connue?s?|claire?s?|claro|chiar[oa]|not[oa]|bekend)\b",
    re.IGNORECASE,
)


def unknowns(articles: Sequence[SourceArticle], language: str) -> list[Sentence]:
    """What sources say is not known, the latest word of each publisher only, at most five, newest first.

    `articles`: first published first. A quotation does not count: what somebody does not know others may.
    """
    last: dict[str, SourceArticle] = {}
    for article in reversed(articles):
        last.setdefault(article.publisher, article)
    found: list[tuple[Sentence, frozenset[str]]] = []
    for article in one_each(list(last.values()), _MOST_ARTICLES):
        own = language_of_article(article) or language
        for span in sentences(article.text)[:_MOST_SENTENCES]:
            text = " ".join(span.of(article.text).split())
            if len(found) >= _MOST or not says_so(text, own):
                continue
            stems = content_stems(_NOT_KNOWN.sub("", text), own)
            if not any(_same(stems, other) for _, other in found):
                found.append((Sentence(text, (passage(article, span),)), stems))
    return [sentence for sentence, _ in found]


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    return a == b or same_fact(a, b) or (min(len(a), len(b)) >= _FEWEST_STEMS and (a <= b or b <= a))


def says_so(text: str, language: str) -> bool:
    """Whether the sentence says, outside quotations, that something is not known, and can be shown by itself."""
    outside = cleaning.outside_quotes(text)
    return (
        not text[:1].islower()
        and _UNKNOWN.search(outside) is not None
        and not cleaning.unfit(text, language)
        and not _leans(text, language)
        and not pronouns.hangs(text)
    )


def _leans(text: str, language: str) -> bool:
    """Whether it leans by its opening words; who says it may be unnamed ("…, sagte die Polizei")."""
    known = cues(language)
    return bool(known.leans.match(text) or known.connective.match(text)) if known else cleaning.leans(text, language)
