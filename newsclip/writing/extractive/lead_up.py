"""Sentences at the top of an article that only lead up to its news."""

from newsclip.language.pack import is_english
from newsclip.language.pos_tagger import tag_words
from newsclip.language.tokens import sentences
from newsclip.writing.cleaning import outside_quotes
from newsclip.writing.clip_patterns import clip_patterns
from newsclip.writing.extractive.material import Material

_FINITE, _RELATIVE = frozenset({"VBD", "VBZ", "VBP", "MD"}), frozenset({"WDT", "WP", "WRB"})


def leads_up(sentence: str, language: str) -> bool:
    """Whether it leads up to the news: "For years now, ferries have …". Known of English alone."""
    return is_english(language) and bool(clip_patterns().soft_lead.search(outside_quotes(sentence)))


def looks_back(sentence: str, language: str) -> bool:
    """Whether it tells only of what was before the news: "The council had rejected the plan". Of English alone."""
    tagged = tag_words(outside_quotes(sentence)) if is_english(language) and " had " in sentence else []
    finite = [at for at, (_, tag, _) in enumerate(tagged) if tag in _FINITE]
    if len(finite) != 1 or tagged[finite[0]][0] != "had":
        return False
    at = finite[0]
    behind = next((tag for _, tag, _ in tagged[at + 1 :] if tag != "RB"), "")
    return behind == "VBN" and not any(tag in _RELATIVE for _, tag, _ in tagged[:at])


def is_turned_from(material: Material, i: int) -> bool:
    """Whether the next sentence begins the news: "The stones have puzzled visitors. Now divers have …"."""
    if not is_english(material.readings[material.lines[i].article].language):
        return False
    if i + 1 == len(material.lines) or material.before(i + 1) != i or not material.opens(i + 1):
        return False
    news = material.lines[i + 1].told.text
    return bool(clip_patterns().turns_to_news.match(news)) and len(sentences(news)) == 1
