"""What an article quotes, with whom it gives it to: search knows it, whether a clip quotes it or not."""

from collections.abc import Collection
from dataclasses import dataclass

from newsclip.articles.ports import ReadArticle
from newsclip.evidence.article_length import within_reach
from newsclip.kernel.spans import digest_of
from newsclip.language.quotations import FoundQuote, find_quotes, sentences_around
from newsclip.language.tokens import language_of, sentences

_FEWEST_WORDS = 4  # of what nobody is known to say: fewer are a word that is quoted
_LONGEST = 1000  # characters


@dataclass(frozen=True, slots=True)
class ArticleQuotation:
    """`speaker` and `role`: as the article has them, "" where it is not known who speaks."""

    text: str
    speaker: str
    role: str
    url: str
    publisher: str
    language: str

    @property
    def by(self) -> str:
        """As in "Orlo Breen, harbour master"."""
        return ", ".join(filter(None, (self.speaker, self.role)))


def article_quotations(read: ReadArticle, taken_out: Collection[str] = ()) -> list[ArticleQuotation]:
    """The quotations of what may be shown of the article; without sentences (by digest) that were taken out."""
    text = within_reach(read.shown)
    language = read.language[:2].lower() or language_of(text)
    found = find_quotes(text, language or "en")
    kept = (one for one in found if _tells(one) and not (taken_out and _is_out(text, one, taken_out)))
    return [
        ArticleQuotation(one.text[:_LONGEST], one.speaker or "", one.role or "", read.url, read.publisher, language)
        for one in kept
    ]


def _tells(one: FoundQuote) -> bool:
    return bool(one.speaker) or len(one.text.split()) >= _FEWEST_WORDS


def _is_out(text: str, one: FoundQuote, taken_out: Collection[str]) -> bool:
    around = sentences_around(text, one)
    within = (span.of(text) for span in sentences(text) if span.start < around.end and around.start < span.end)
    return any(digest_of(words) in taken_out for words in (*within, one.text))
