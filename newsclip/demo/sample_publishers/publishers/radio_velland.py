"""The public broadcaster: short pages, live blogs, videos and galleries, JSON Feed."""

from newsclip.demo.sample_publishers import markup
from newsclip.demo.sample_publishers.archive import Article
from newsclip.demo.sample_publishers.publishers.publisher import Publisher

_TYPES = {"live": "LiveBlogPosting", "video": "VideoObject", "gallery": "ImageGallery"}


class RadioVelland(Publisher):
    label = "radio-velland"
    name = "Radio Velland"
    tagline = "The public broadcaster"
    owner = "Vellish Public Broadcasting"
    feed = "json"
    feed_path = "/feed.json"
    source_path = "/feed.json"

    def path(self, article: Article) -> str:
        folder = article.kind if article.kind in _TYPES else "news"
        return f"/{folder}/{article.published:%Y-%m-%d}/{article.slug}"

    def head(self, article: Article) -> str:
        data = {
            "@context": "https://schema.org",
            "@type": _TYPES.get(article.kind, "NewsArticle"),
            "headline": article.title,
            "name": article.title,
            "datePublished": article.published.isoformat(timespec="seconds"),
            "dateModified": article.updated.isoformat(timespec="seconds"),
            "publisher": {"@type": "Organization", "name": self.name},
            "image": self.base + markup.picture(article.image),
        }
        return markup.json_ld(data) + markup.meta(
            og_type="video.other" if article.kind == "video" else "article",
            og_title=article.title,
            og_site_name=self.name,
            og_image=self.base + markup.picture(article.image),
        )

    def date(self, article: Article) -> str:
        return f"{article.published:%H:%M} on {article.published.day} {article.published:%B %Y}"
