"""The Wexholm Notebook, of the sample publishers: it draws its pictures, so no caption says "photo"."""

from selectolax.lexbor import LexborHTMLParser

from newsclip.articles.publishers.publisher import Publisher, text_at


class WexholmNotebook(Publisher):
    domains = ("wexholm-notebook.localhost",)

    def image_credit(self, page: LexborHTMLParser) -> str:
        return text_at(page, "article figcaption").removeprefix("Illustration: ")
