"""A modern city paper: clean pages with JSON-LD and Open Graph, RSS 2.0."""

from newsclip.demo.sample_publishers import markup
from newsclip.demo.sample_publishers.archive import Article
from newsclip.demo.sample_publishers.publishers.publisher import Oddity, Publisher


class KelmouthCourier(Publisher):
    label = "kelmouth-courier"
    name = "The Kelmouth Courier"
    tagline = "The harbour city's own paper since 1871"
    owner = "Tideway Media"
    feed = "rss"
    feed_path = "/feed.xml"
    source_path = "/feed.xml"
    oddities = (Oddity("/topics/harbour/", "All our reporting on the harbour", "index_page", 9.5),)

    def path(self, article: Article) -> str:
        return f"/{article.section.lower()}/{article.slug}"

    def head(self, article: Article) -> str:
        data = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": article.title,
            "datePublished": article.published.isoformat(timespec="seconds"),
            "dateModified": article.updated.isoformat(timespec="seconds"),
            "author": [{"@type": "Person", "name": name} for name in article.authors],
            "publisher": {"@type": "NewsMediaOrganization", "name": self.name, "url": self.base},
            "articleSection": article.section,
            "mainEntityOfPage": self.url(article),
            "description": article.summary,
            "inLanguage": "en-GB",
        }
        if article.image:
            data["image"] = [self.base + markup.picture(article.image)]
        return markup.json_ld(data) + markup.meta(
            og_type="article",
            og_site_name=self.name,
            og_title=article.title,
            og_description=article.summary,
            og_url=self.url(article),
            og_image=self.base + markup.picture(article.image) if article.image else "",
            article_published_time=article.published.isoformat(timespec="seconds"),
            article_section=article.section,
        )
