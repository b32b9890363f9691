"""Whether a date may stand behind a weekday: an article of the story names that very day, and no other can be meant.

The words of the date are a publisher's, and stand in a passage of the sentence. Both are read as seen from the day on
which their own article was published, so that a wrong one hardly ever lets the two agree.
"""

from datetime import date

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Articles, Sentence, SourceArticle
from newsclip.evidence.edits import Edit
from newsclip.evidence.tokens import place_of
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage
from newsclip.language import quotation_marks, single_marks
from newsclip.language.days import days
from newsclip.language.syntax import Parse, Parser
from newsclip.language.tokens import sentence_at

_NEAR = 5  # days: a week on, a clock in another zone makes it the weekday after or before
_VERBS = frozenset({"VERB", "AUX"})


def fault(sentence: Sentence, edit: Edit, articles: Articles, parser: Parser) -> Reason | None:
    """Why the date may not stand behind the weekday; None where it may."""
    if not parser.mark:
        return Reason("no_parser")
    first = sentence.evidence[0]
    own, at = articles[first.article, first.revision], place_of(edit.new, sentence.text)
    text = sentence.text.replace(edit.new, edit.old, 1)
    meant, parse = _day_at(quotation_marks.outside(text), at, edit.old, own), parser(text, language_of_article(own))
    certain = meant and parse and not single_marks.may_open(text) and _is_placed(parse, at, gap=meant[1])
    told = meant and any(_names(one, edit, meant[0], articles) for one in sentence.evidence[1:])
    return None if certain and told else Reason("day_not_certain", {"old": edit.old, "new": edit.new})


def _day_at(text: str, start: int, words: str, article: SourceArticle) -> tuple[date, int] | None:
    """The one day that these words name at `start` in the article's sentence, and how many days after its publication;
    a date may end with its full stop.
    """
    if article.published is None:
        return None
    today = article.published.date()
    found = [day for day in days(text, today, language_of_article(article)) if day.start == start]
    whole = (d for d in found if d.first == d.last and text[start : d.end].rstrip(".") == words.rstrip("."))
    return next(((day.first, (day.first - today).days) for day in whole), None)


def _names(passage: Passage, edit: Edit, day: date, articles: Articles) -> bool:
    """Whether the passage is the date that was put in, and its article means the same day by it."""
    article = articles[passage.article, passage.revision]
    figures = any(character.isdigit() for character in edit.added)
    if not figures or passage.span.of(article.text) != edit.added:
        return False
    around = sentence_at(article.text, passage.start)
    if around is None:
        return False
    named = _day_at(around.of(article.text), passage.start - around.start, edit.added, article)
    return named is not None and named[0] == day


def _is_placed(parse: Parse, at: int, *, gap: int) -> bool:
    """Whether a verb has the weekday by itself, and tells as past what is past and as to come what is to come.

    `gap`: how many days after the publication it is.
    """
    place = next((i for i, token in enumerate(parse.tokens) if token.start == at), None)
    if place is None:
        return False
    head = parse.tokens[parse.tokens[place].head].head  # of "on"
    tags = {parse.tokens[i].tag for i in (head, *parse.children(head, "aux", "auxpass"))}
    agrees = "VBD" in tags if gap <= 0 else "MD" in tags
    return parse.tokens[head].pos in _VERBS and agrees and abs(gap) <= _NEAR and parse.bounds[place] == (place, place)
