"""Whether an article that fits no story still belongs to its old one, whose words it has outgrown."""

from newsclip.stories.ports import IncomingArticle
from newsclip.stories.rules.languages import language
from newsclip.stories.rules.store import Story, Words
from newsclip.stories.rules.terms import terms
from newsclip.stories.rules.vectors import Vector


def is_named(story: Story | None, incoming: IncomingArticle, vector: Vector, words: Words) -> bool:
    """Whether the headline still names the terms that the article shares with its old story, if it had one.

    True for a live blog; false for a page reused for other news.
    """
    if story is None:
        return False
    with words.spread(vector) as spread:
        shared = set(words.terms(story.centre.shared(spread, len(vector.numbers))))
    headline = set(terms(incoming.title, language(incoming)))
    return len(headline) > 1 and 2 * len(headline & shared) >= len(headline)
