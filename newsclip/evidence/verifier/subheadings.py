"""Whether a section stands below its publisher's own subheading, as its sentences do in the article."""

from newsclip.evidence.document import Articles, Section
from newsclip.evidence.edits import LOWERED
from newsclip.evidence.origin import origin_of
from newsclip.evidence.visitor import below_heading, passages
from newsclip.language.subheadings import stretch


def heads(section: Section, articles: Articles) -> bool:
    """Whether the heading is a subheading, and all below stands below it in the article, before the next."""
    heading = section.heading
    if heading is None or len(heading.evidence) != 1 or heading.edits not in {(), (LOWERED,)}:
        return False
    (passage,) = heading.evidence
    article = articles.get((passage.article, passage.revision))
    if article is None or passage.part == "title":
        return False
    words = passage.span.of(article.text)
    same = heading.text.lower() == words.lower() if heading.edits else heading.text == words
    below = passages(said for _, said in below_heading(section))
    held = stretch(article.text, passage.span, origin_of([article]).language) if same and below else None
    return held is not None and all(
        one.part != "title"
        and (one.article, one.revision) == (passage.article, passage.revision)
        and held.start <= one.start
        and one.end <= held.end
        for one in below
    )
