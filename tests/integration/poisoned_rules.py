"""Rules that some texts hold up, as a bad pattern would: what the limited process of these tests holds."""

import os
import re

from newsclip.adapters.embedded.text_process import TextRules


class PoisonedRules(TextRules):
    def extract(self, body, url, *, content_type, asked):
        if url.endswith("/slow-page"):
            _backtrack()
        if url.endswith("/large-page"):
            return b"x" * 4 * 1024**3
        if url.endswith("/deadly-page"):
            os._exit(3)
        return super().extract(body, url, content_type=content_type, asked=asked)

    def write(self, assigned):
        if any("cyclists" in article.title for article in assigned.articles):
            _backtrack()
        return super().write(assigned)

    def draft(self, assigned, base, mark, answers, /):
        if answers:
            _backtrack()
        return super().draft(assigned, base, mark, answers)

    def try_grouping(self, incoming, /):
        if "Mill wheel" in incoming.title:
            _backtrack()
        super().try_grouping(incoming)


def _backtrack() -> None:
    """For years, in one call that holds the interpreter."""
    re.fullmatch(r"(a|a)*b", "a" * 60)
