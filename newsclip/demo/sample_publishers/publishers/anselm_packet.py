"""An island weekly whose pages have not changed since 1999: tables, line breaks, ISO-8859-1, RSS 0.91."""

from newsclip.demo.sample_publishers import markup
from newsclip.demo.sample_publishers.archive import Article
from newsclip.demo.sample_publishers.publishers.publisher import Publisher


class AnselmPacket(Publisher):
    label = "anselm-packet"
    name = "The Anselm Packet"
    tagline = "News of the Tolm Islands and the ferry"
    owner = "the Quennel family"
    feed = "rss091"
    feed_path = "/headlines.rss"
    source_path = "/headlines.rss"
    announced = False
    encoding = "iso-8859-1"

    def path(self, article: Article) -> str:
        return f"/{article.published:%Y}/{article.slug}.htm"

    def head(self, article: Article) -> str:
        return f'<meta name="author" content="{markup.byline(article.authors)}">' if article.authors else ""

    def date(self, article: Article) -> str:
        return f"{article.published:%B} {article.published.day}, {article.published.year}"

    def body(self, article: Article) -> str:
        return markup.breaks(article.body)
