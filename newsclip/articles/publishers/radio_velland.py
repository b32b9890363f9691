"""Radio Velland, of the sample publishers: its byline follows the time, "10:15 on 6 March 2026 · Freya Lindoe"."""

from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from newsclip.articles.publishers.publisher import Publisher, text_at


class RadioVelland(Publisher):
    domains = ("radio-velland.localhost",)

    def authors(self, page: LexborHTMLParser) -> Sequence[str]:
        _, _, names = text_at(page, ".rv-page .when").partition(" · ")
        return [names] if names else []
