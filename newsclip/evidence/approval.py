"""From a draft to what may be published: what readers wanted is put in, what the sources do not bear goes."""

from collections.abc import Sequence

from newsclip.evidence.document import Amended, Document, SourceArticle
from newsclip.evidence.reader_edits import amend
from newsclip.evidence.verifier.gate import supported_only
from newsclip.language.syntax import NO_PARSER, Parser


def approve(
    draft: Document, wanted: Sequence[Amended], articles: Sequence[SourceArticle], parser: Parser = NO_PARSER
) -> Document:
    """A Gate (writing.ports). Raises Refused("not_supported") as `supported_only` does."""
    return supported_only(amend(draft, wanted, articles, parser), articles, parser)
