"""A tabloid: crowded pages, RSS 2.0 that only the home page links to."""

from zlib import crc32

from newsclip.demo.sample_publishers import markup
from newsclip.demo.sample_publishers.archive import Article
from newsclip.demo.sample_publishers.publishers.publisher import Oddity, Publisher

_NEWSLETTER_AFTER = 2
_BOX_AFTER = 4


class EveningWhistle(Publisher):
    label = "evening-whistle"
    name = "Evening Whistle"
    tagline = "First with what Velland is talking about"
    owner = "Tideway Media"
    feed = "rss"
    feed_path = "/rss/all.xml"
    source_path = "/"
    oddities = (
        Oddity("/news/seal-steals-fishmongers-lunch-7720184/", "Seal steals fishmonger's lunch", "not_found", 14.0),
    )

    def path(self, article: Article) -> str:
        return f"/{article.section.lower()}/{article.slug}-{crc32(article.slug.encode()) % 10_000_000:07}/"

    def head(self, article: Article) -> str:
        return markup.meta(
            og_type="article",
            og_title=article.title,
            og_site_name=self.name,
            og_image=self.base + markup.picture(article.image) if article.image else "",
            article_published_time=article.published.isoformat(timespec="seconds"),
        )

    def date(self, article: Article) -> str:
        return f"{article.published:%H:%M, %a} {article.published.day} {article.published:%b %Y}"

    def body(self, article: Article) -> str:
        """The paragraphs, interrupted by the paper's own appeals and an advertisement."""
        parts = article.body
        return "\n".join(
            [
                markup.prose(parts[:_NEWSLETTER_AFTER]),
                '<div class="signup"><strong>Get the Whistle in your inbox</strong><p>Join 84,000 readers who get our '
                'morning round-up free.</p><form><input type="email" placeholder="Your email address">'
                "<button type=button>Sign me up</button></form></div>",
                markup.prose(parts[_NEWSLETTER_AFTER:_BOX_AFTER]),
                '<div class="ad" aria-label="Advertisement"><small>ADVERTISEMENT</small><p>Winter tyres fitted '
                "while you wait. Bollard &amp; Sons, Quay Street</p></div>",
                markup.prose(parts[_BOX_AFTER:]),
            ]
        )
