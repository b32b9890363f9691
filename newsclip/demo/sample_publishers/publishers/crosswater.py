"""The news agency whose texts other papers print: plain pages, RSS 1.0 (RDF)."""

from newsclip.demo.sample_publishers import markup
from newsclip.demo.sample_publishers.archive import Article
from newsclip.demo.sample_publishers.publishers.publisher import Publisher


class Crosswater(Publisher):
    label = "crosswater"
    name = "Crosswater News Agency"
    tagline = "Vellish news for newsrooms"
    owner = "Crosswater Cooperative"
    feed = "rdf"
    feed_path = "/wire.rdf"
    source_path = "/wire.rdf"

    def path(self, article: Article) -> str:
        return f"/wire/{article.published:%Y/%m/%d}/{article.slug}"

    def head(self, article: Article) -> str:
        return f'<meta name="dc.date" content="{article.published.isoformat(timespec="minutes")}">' + markup.meta(
            og_title=article.title, og_type="article"
        )

    def date(self, article: Article) -> str:
        return f"{article.published:%Y-%m-%d %H:%M %Z}"
