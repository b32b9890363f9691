"""A large site by bulk inserts: stories, articles, clips, hashtags, standings and the search index.

The words are made up by a seed. How often each is used falls with its rank (Zipf's law), as in real news, so that some
words are in a third of all clips and most in a handful. Run as `python -m benchmarks.many_clips NUMBER` with the
product's own environment; repeat it freely, it fills an empty site alone. `--texts` gives each article its text, too.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate, islice
from typing import Any

from newsclip.server.setup import prepare

CLIPS = 100_000
PUBLISHERS, TELLERS, BATCH = 40, 3, 1000
CATEGORIES = ("General", "Sport", "Politics", "Business", "Science", "Culture", "Health", "Environment")
NEWEST = datetime(2026, 11, 24, 12, tzinfo=UTC)
SYLLABLES = [a + b for a in "bdfgklmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "er", "il")]
MARA = "mara"


class Words:
    """A vocabulary, and texts of it. `often[0]` is the most used word."""

    def __init__(self, seed: int = 7, size: int = 30_000) -> None:
        self.chance = random.Random(seed)
        syllables = [self.chance.choices(SYLLABLES, k=self.chance.choice((2, 3, 3, 4))) for _ in range(3 * size)]
        self.often = list(dict.fromkeys("".join(parts) for parts in syllables))[:size]
        self.weights = list(accumulate(1 / (rank + 100) for rank in range(len(self.often))))

    def text(self, words: int) -> str:
        return " ".join(self.chance.choices(self.often, cum_weights=self.weights, k=words))

    def sentences(self, words: int) -> str:
        return f"{self.text(words).capitalize()}."


@dataclass(frozen=True)
class Made:
    """The words of one clip."""

    number: int
    headline: str
    summary: str
    body: str
    tags: tuple[str, ...]
    category: str
    published: datetime
    tellers: tuple[int, ...]


def made(clips: int, words: Words) -> Iterator[Made]:
    chance = words.chance
    for number in range(1, clips + 1):
        yield Made(
            number,
            words.text(9).capitalize(),
            " ".join(words.sentences(14) for _ in range(2)),
            " ".join(words.sentences(18) for _ in range(16)),
            tuple(dict.fromkeys(word.capitalize() for word in words.text(4).split())),
            CATEGORIES[number % len(CATEGORIES)],
            NEWEST - timedelta(minutes=clips - number),
            tuple(chance.sample(range(PUBLISHERS), TELLERS)),
        )


def fill(clips: int, *, texts: bool = False, whole: bool = False) -> None:
    """Into an empty site. `whole`: documents are as the writer makes them, and the search index is left to be made."""
    prepare()
    from django.db import transaction

    from newsclip.clips.models import Clip

    if Clip.objects.exists():
        return
    sources = _publishers()
    rows = made(clips, Words())
    while batch := list(islice(rows, BATCH)):
        with transaction.atomic():
            _stories(batch, sources)
            if texts:
                _texts(batch)
            _clips(batch, whole=whole)
            if not whole:
                _searchable(batch)
    _reader()


def _publishers() -> list[Any]:
    from newsclip.sources.models import Publisher, Source

    found = []
    for number in range(PUBLISHERS):
        domain = f"outlet-{number}.example"
        publisher = Publisher.objects.create(domain=domain, name=f"Outlet {number}")
        found.append(
            Source.objects.create(
                url=f"https://{domain}/feed", kind="feed", publisher=publisher, added_at=NEWEST, due_at=NEWEST
            )
        )
    return found


def _stories(batch: list[Made], sources: list[Any]) -> None:
    from newsclip.articles.models import Article
    from newsclip.stories.models import Membership, Story

    Story.objects.bulk_create(
        Story(
            pk=m.number,
            started_at=m.published,
            last_at=m.published,
            articles=TELLERS,
            reports=2,
            language="en",
            written_version=1,
        )
        for m in batch
    )
    told = [(m, place, sources[teller]) for m in batch for place, teller in enumerate(m.tellers)]
    articles = Article.objects.bulk_create(
        Article(
            pk=m.number * TELLERS + place, url=f"{source.url}/{m.number}-{place}", source=source,
            publisher_id=source.publisher_id, state="read", code="read", entry_title=m.headline, found_at=m.published,
            published=m.published + timedelta(minutes=place), revisions=1, placed_revision=1,
        )
        for m, place, source in told
    )  # fmt: skip
    Membership.objects.bulk_create(
        Membership(article=article, story_id=m.number, revision=1, report=min(place, 1) + 1, at=m.published)
        for article, (m, place, _) in zip(articles, told, strict=True)
    )


def _texts(batch: list[Made]) -> None:
    from newsclip.articles.models import Revision

    Revision.objects.bulk_create(
        Revision(
            article_id=m.number * TELLERS + place, number=1, at=m.published, title=m.headline, text=m.body,
            language="en", digest=f"{m.number * TELLERS + place:064x}",
        )
        for m in batch
        for place in range(TELLERS)
    )  # fmt: skip


def _clips(batch: list[Made], *, whole: bool) -> None:
    from newsclip.articles.models import Picture
    from newsclip.clips.models import Clip, Hashtag
    from newsclip.ranking.models import Standing, TagStanding

    Clip.objects.bulk_create(
        Clip(
            pk=m.number, story_id=m.number, slug=f"{m.headline.lower().replace(' ', '-')[:100]}-{m.number}",
            document=_document(m) if whole else {"body": m.body},
            headline=m.headline, summary=m.summary, category=m.category, language="en",
            reports=2, image=f"https://pictures.example/{m.number}.jpg" if m.number % 2 else "",
            published=m.published, updated=m.published, digest="", indexed_version=1, ranked_version=1,
            announced_version=1, named_version=1,
        )
        for m in batch
    )  # fmt: skip
    Picture.objects.bulk_create(
        Picture(url=f"https://pictures.example/{m.number}.jpg", code="read", name=f"{m.number:040x}.webp",
                width=1200, height=675)
        for m in batch if m.number % 2
    )  # fmt: skip
    Hashtag.objects.bulk_create(
        Hashtag(clip_id=m.number, name=tag, key=tag.lower(), place=place)
        for m in batch
        for place, tag in enumerate(m.tags)
    )
    Standing.objects.bulk_create(
        Standing(clip_id=m.number, hot=m.number, rising=m.number, total=m.number % 1000, category=m.category,
                 published=m.published, clip_version=1, counted_at=m.published)
        for m in batch
    )  # fmt: skip
    TagStanding.objects.bulk_create(
        TagStanding(clip_id=m.number, key=tag.lower(), hot=m.number, published=m.published)
        for m in batch
        for tag in m.tags
    )


def _document(m: Made) -> dict[str, Any]:
    from newsclip.kernel.spans import digest_of

    def sentence(text: str) -> dict[str, Any]:
        start = max(m.body.find(text), 0)
        span = {"article": str(m.number * TELLERS), "revision": 1, "start": start, "end": start + len(text)}
        return {"text": text, "evidence": [span | {"digest": digest_of(text)}]}

    told = [sentence(f"{part.rstrip('.')}.") for part in m.body.split(". ")]
    sources = [
        {
            "article": str(m.number * TELLERS + place),
            "publisher": f"Outlet {teller}",
            "domain": f"outlet-{teller}.example",
            "title": m.headline,
            "url": f"https://outlet-{teller}.example/{m.number}",
            "published": m.published.isoformat(),
            "report": str(min(place, 1) + 1),
        }
        for place, teller in enumerate(m.tellers)
    ]
    return {
        "schema": "newsclip/clip/1", "id": f"c{m.number:012x}", "slug": f"clip-{m.number}", "version": 1,
        "story": str(m.number), "headline": sentence(m.headline),
        "summary": {"text": told[0]["text"], "evidence": told[0]["evidence"], "sentences": told[:1]},
        "category": m.category, "language": "en", "hashtags": [f"#{tag}" for tag in m.tags],
        "published": m.published.isoformat(), "updated": m.published.isoformat(), "image": None,
        "sections": [{"heading": None, "role": "", "blocks": [{"kind": "paragraph", "sentences": told[1:]}]}],
        "sources": sources,
        "timeline": [], "disagreements": [], "reports": 2, "digest": "",
        "writer": {"name": "extractive", "version": "1", "settings": {}},
        "receipt": {"refused": [], "inputs": [], "category": {}},
    }  # fmt: skip


def _searchable(batch: list[Made]) -> None:
    from newsclip.clips.ports import Fields
    from newsclip.wiring import search_index

    index = search_index()
    for m in batch:
        fields = Fields(m.category, [f"outlet-{teller}.example" for teller in m.tellers], m.published)
        index.put(m.number, headline=m.headline, body=f"{m.summary} {m.body}", tags=" ".join(m.tags), fields=fields)


def _reader() -> None:
    """Mara, who voted and follows: her page asks for all that a signed-in reader's page asks for."""
    from newsclip.accounts.models import Reader
    from newsclip.community.models import Follow, Vote

    mara = Reader.objects.create(username=MARA)
    Vote.objects.bulk_create(Vote(reader=mara, story_id=number, at=NEWEST) for number in range(1, 50))
    Follow.objects.create(reader=mara, kind="hashtag", key="x", at=NEWEST)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clips", nargs="?", type=int, default=CLIPS)
    parser.add_argument("--texts", action="store_true", help="each article has its text")
    parser.add_argument("--whole", action="store_true", help="documents as the writer makes them; no search index")
    asked = parser.parse_args()
    fill(asked.clips, texts=asked.texts, whole=asked.whole)
