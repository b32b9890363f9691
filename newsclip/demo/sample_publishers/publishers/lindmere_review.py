"""A serious paper of the capital: microdata and no JSON-LD, single quotation marks, Atom."""

from html import escape

from newsclip.demo.sample_publishers.archive import Article
from newsclip.demo.sample_publishers.publishers.publisher import Oddity, Publisher


class LindmereReview(Publisher):
    label = "lindmere-review"
    name = "Lindmere Review"
    tagline = "Politics, business and ideas from the capital"
    owner = "Lindmere Review Trust"
    feed = "atom"
    feed_path = "/atom.xml"
    source_path = "/atom.xml"
    oddities = (Oddity("/private/subscribers-briefing.html", "The subscribers' briefing", "robots", 5.5),)
    robots = "User-agent: *\nDisallow: /private/\nCrawl-delay: 0\n"

    def path(self, article: Article) -> str:
        return f"/{article.section.lower()}/{article.published:%Y/%m}/{article.slug}.html"

    def head(self, article: Article) -> str:
        return (
            f'<meta name="description" content="{escape(article.summary)}">'
            f'<link rel="canonical" href="{self.url(article)}">'
        )

    def date(self, article: Article) -> str:
        return f"{article.published:%A} {article.published.day} {article.published:%B %Y}"
