"""A university town's magazine on science, health and technology, made with a blog system: Atom with full text."""

from html import escape

from newsclip.demo.sample_publishers import markup
from newsclip.demo.sample_publishers.archive import Article
from newsclip.demo.sample_publishers.publishers.publisher import Publisher


class WexholmNotebook(Publisher):
    label = "wexholm-notebook"
    name = "The Wexholm Notebook"
    tagline = "Science, health and machines, explained without hurry"
    owner = "Notebook Readers' Cooperative"
    feed = "atom"
    feed_path = "/feed/atom/"
    source_path = "/"

    def path(self, article: Article) -> str:
        return f"/{article.published:%Y/%m/%d}/{article.slug}/"

    def head(self, article: Article) -> str:
        person = {"@type": "Person", "@id": f"{self.base}/#author", "name": markup.byline(article.authors)}
        page = {
            "@type": "BlogPosting",
            "@id": f"{self.url(article)}#post",
            "headline": article.title,
            "datePublished": article.published.isoformat(timespec="seconds"),
            "author": {"@id": person["@id"]},
            "isPartOf": {"@type": "WebSite", "name": self.name, "url": self.base},
        }
        graph = {"@context": "https://schema.org", "@graph": [person, page]}
        return markup.json_ld(graph) + f'<link rel="canonical" href="{escape(self.url(article))}">'
