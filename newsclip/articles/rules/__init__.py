"""Reading a page of news: pure functions from bytes to records, usable without the rest of Newsclip."""

from newsclip.articles.rules.page import READ, extract, extract_text

__all__ = ["READ", "extract", "extract_text"]
