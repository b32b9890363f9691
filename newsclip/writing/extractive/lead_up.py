"""Sentences at the top of an article that only lead up to its news."""

from newsclip.language.pack import is_english
from newsclip.language.tokens import sentences
from newsclip.writing.cleaning import outside_quotes
from newsclip.writing.clip_patterns import clip_patterns
from newsclip.writing.extractive.material import Material


def leads_up(sentence: str, language: str) -> bool:
    """Whether it leads up to the news: "For years now, ferries have …". Known of English alone."""
    return is_english(language) and bool(clip_patterns().soft_lead.search(outside_quotes(sentence)))


def is_turned_from(material: Material, i: int) -> bool:
    """Whether the next sentence begins the news: "The stones have puzzled visitors. Now divers have …"."""
    if not is_english(material.readings[material.lines[i].article].language):
        return False
    if i + 1 == len(material.lines) or material.before(i + 1) != i or not material.opens(i + 1):
        return False
    news = material.lines[i + 1].told.text
    return bool(clip_patterns().turns_to_news.match(news)) and len(sentences(news)) == 1
