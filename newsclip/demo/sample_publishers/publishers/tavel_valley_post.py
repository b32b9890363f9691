"""A regional paper: some pages end at a paywall, and only a news sitemap lists them."""

from html import escape

from newsclip.demo.sample_publishers import markup
from newsclip.demo.sample_publishers.archive import Article
from newsclip.demo.sample_publishers.publishers.publisher import Publisher


class TavelValleyPost(Publisher):
    label = "tavel-valley-post"
    name = "Tavel Valley Post"
    tagline = "Dunmarsh and the valley, every day"
    owner = "Upland Newspapers"
    feed = "sitemap"
    feed_path = "/news-sitemap.xml"
    source_path = "/news-sitemap.xml"
    robots = "User-agent: *\nAllow: /\n\nSitemap: {base}/news-sitemap.xml\n"

    def path(self, article: Article) -> str:
        return f"/local/{article.published:%Y%m%d}/{article.slug}"

    def head(self, article: Article) -> str:
        data = {
            "@context": "https://schema.org",
            "@type": "ReportageNewsArticle",
            "headline": article.title,
            "datePublished": article.published.isoformat(timespec="seconds"),
            "author": {"@type": "Person", "name": markup.byline(article.authors)},
            "publisher": {"@type": "Organization", "name": self.name},
            "isAccessibleForFree": article.kind != "stub",
        }
        return markup.json_ld(data) + f'<meta name="description" content="{escape(article.summary)}">'
