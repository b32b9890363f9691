"""What is told of a story in languages that its clip is not in."""

from ninja import Schema

from newsclip.clips import queries as clips


class ForeignReport(Schema):
    """An article that began a report; `title` in its own language."""

    title: str
    url: str
    publisher: str


class OtherLanguage(Schema):
    """What is told of a story in a language that its clip is not in; `more`: reports that are not listed."""

    language: str
    articles: list[ForeignReport]
    more: int


def other_language(told: clips.ToldElsewhere) -> OtherLanguage:
    """The same for programs."""
    articles = [
        ForeignReport(title=str(one), url=one.url, publisher=one.publisher.name or one.publisher.domain)
        for one in told.articles
    ]
    return OtherLanguage(language=told.language, articles=articles, more=told.more)
