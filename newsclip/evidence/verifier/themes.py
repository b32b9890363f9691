"""Whether articles are about a theme of the vocabulary: a hashtag that need not stand in them word for word."""

from collections.abc import Iterator, Sequence
from itertools import islice

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import SourceArticle
from newsclip.language.themes import Theme, stems, themes
from newsclip.language.tokens import paragraphs, sentences

_ENOUGH = 2  # sentences, or one and a title


def is_theme_of(tag: str, articles: Sequence[SourceArticle]) -> bool:
    """Whether triggers of this theme stand in two sentences of the articles, or in a title and a sentence."""
    titled, said = False, 0
    for article in articles:
        language = language_of_article(article)
        theme = themes(language).get(tag.removeprefix("#"))
        if theme is None or not theme.hashtag:
            continue
        titled = titled or _says(article.title, theme, language)
        said += sum(1 for _ in islice(_sentences(article.text, theme, language), _ENOUGH - said))
        if said + titled >= _ENOUGH and said:
            return True
    return False


def _sentences(text: str, theme: Theme, language: str) -> Iterator[str]:
    """The sentences with a trigger, each found when it is asked for."""
    for paragraph in paragraphs(text):
        line = paragraph.of(text)
        if _says(line, theme, language):
            yield from (told for span in sentences(line) if _says(told := span.of(line), theme, language))


def _says(text: str, theme: Theme, language: str) -> bool:
    row = f" {' '.join(stems(text, language))} "
    return any(f" {' '.join(trigger)} " in row for trigger in theme.triggers)
