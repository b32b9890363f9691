"""Clips about an invented place, with the articles they rest on."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from PIL import Image, ImageDraw

from newsclip import wiring
from newsclip.articles.models import Article, Picture, Revision
from newsclip.clips.models import Clip, ClipVersion, Hashtag
from newsclip.kernel import canonical, proof_of_work
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import digest_of
from newsclip.ranking.models import Standing, TagStanding
from newsclip.sources.models import Publisher, Source
from newsclip.stories.models import Membership, Story, StoryActor, StoryEvent, StoryProfile
from newsclip.web.accounts import sign_up

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

TOLD = (
    (
        "Marrow Harbour Times",
        "harbourtimes.example",
        "Ferry aground off Marrow Point; all 212 aboard are safe",
        "The ferry Sabine ran aground off Marrow Point shortly after seven on Tuesday morning with 212 people aboard."
        "\n\n"
        "All passengers were brought ashore by lifeboat within three hours, the coastguard said. Two people were "
        "treated for bruises at the harbour clinic.\n\n"
        "“We felt a long scrape, then the lights went, and the crew were calm throughout”, said Ilse Varga, a teacher "
        "who was travelling with her class.\n\n"
        "The Sabine was built in 1998 and passed its last inspection in March. Fog had cut visibility in the strait to "
        "below two hundred metres.",
    ),
    (
        "Northern Ledger",
        "ledger.example",
        "Lifeboats empty stranded ferry in fog",
        "Lifeboats took 212 people off a stranded ferry in thick fog on Tuesday.\n\n"
        "The operator, Strait Line, said the Sabine had left Kelling at 06.20. It has cancelled all sailings until "
        "Thursday and will refund tickets.\n\n"
        "“The hull is sound and there is no sign of a leak”, harbour master Piet Osgood told reporters.\n\n"
        "Salvage tugs are expected to try to refloat the ship at high water on Wednesday evening.",
    ),
    (
        "Radio Kelling",
        "radiokelling.example",
        "Sabine: 209 passengers ashore, inquiry opened",
        "The transport office has opened an inquiry into the grounding of the Sabine. Its inspectors will listen to "
        "the bridge recordings first.\n\n"
        "Radio Kelling counted 209 passengers coming ashore. It was the third grounding in the strait in five years."
        "\n\n"
        "Mayor Odile Brandt asked for the new channel lights, promised in 2023, to be lit before winter.",
    ),
)


def publisher(name: str, domain: str) -> Publisher:
    return Publisher.objects.get_or_create(domain=domain, defaults={"name": name})[0]


def article(name: str, domain: str, title: str, text: str, *, url: str, at: datetime) -> Article:
    outlet = publisher(name, domain)
    feed, _ = Source.objects.get_or_create(
        url=f"https://{domain}/feed",
        defaults={"kind": Source.Kind.FEED, "publisher": outlet, "title": name, "added_at": at, "due_at": at},
    )
    found = Article.objects.create(
        url=url, source=feed, publisher=outlet, state="read", code="read", entry_title=title,
        found_at=at, published=at, revisions=1,
    )  # fmt: skip
    Revision.objects.create(article=found, number=1, at=at, title=title, text=text, digest=digest_of(text))
    return found


class Told:
    """A story of several articles; `passage` finds words in them."""

    def __init__(self, place: int = 0, at: datetime = NOON, told: Sequence[tuple[str, str, str, str]] = TOLD) -> None:
        self.at = at
        self.texts: dict[int, tuple[str, str]] = {}
        self.articles = []
        self.story = Story.objects.create(
            started_at=at, last_at=at + timedelta(hours=2), articles=len(told), reports=len(told), language="en"
        )
        for number, (name, domain, title, text) in enumerate(told):
            when = at + timedelta(minutes=25 * number)
            row = article(name, domain, title, text, url=f"https://{domain}/news/{place}/sabine", at=when)
            receipt = {"score": 0.71, "parts": {"words": 0.5, "time": 0.21}, "shared": ["ferry", "sabine"]}
            Membership.objects.create(
                article=row, story=self.story, revision=1, report=number + 1, at=when, receipt=receipt if number else {}
            )
            self.texts[row.pk] = (title, text)
            self.articles.append(row)
        StoryEvent.objects.create(story=self.story, at=at, kind="started", detail={})

    def passage(self, words: str) -> dict[str, Any]:
        for pk, (title, text) in self.texts.items():
            for part, whole in (("text", text), ("title", title)):
                start = whole.find(words)
                if start >= 0:
                    span = {"article": str(pk), "revision": 1, "start": start, "end": start + len(words)}
                    body = span | {"digest": digest_of(words)}
                    return body | ({"part": "title"} if part == "title" else {})
        raise AssertionError(words)

    def sentence(self, text: str, *words: str, **more: Any) -> dict[str, Any]:
        return {"text": text, "evidence": [self.passage(w) for w in (words or (text,))], **more}

    def sources(self) -> list[dict[str, Any]]:
        return [
            {
                "article": str(a.pk),
                "publisher": a.publisher.name,
                "domain": a.publisher.domain,
                "title": a.entry_title,
                "url": a.url,
                "published": a.published.isoformat(),
                "report": str(number),
            }
            for number, a in enumerate(self.articles, 1)
        ]


def ferry_document(told: Told, *, slug: str, headline: str, picture: str) -> dict[str, Any]:
    s = told.sentence
    summary = [s("All passengers were brought ashore by lifeboat within three hours, the coastguard said.")]
    body: dict[str, Any] = {
        "schema": "newsclip/clip/1",
        "id": f"c{told.story.pk:012x}",
        "slug": slug,
        "version": 1,
        "story": str(told.story.pk),
        "headline": s(headline, TOLD[0][2]),
        "summary": {
            "text": summary[0]["text"],
            "evidence": summary[0]["evidence"],
            "sentences": summary,
        },
        "category": "General",
        "language": "en",
        "hashtags": ["#MarrowPoint", "#Sabine", "#Coastguard"],
        "published": told.at.isoformat(),
        "updated": told.at.isoformat(),
        "image": {"url": picture, "alt": "The ferry Sabine lies on a sandbank", "credit": "Tove Lindqvist",
                  "publisher": "Marrow Harbour Times"} if picture else None,
        "sections": _sections(told),
        "sources": told.sources(),
        "timeline": [
            {"when": "2026-11-24T06:20:00+00:00",
             "sentence": s("The operator, Strait Line, said the Sabine had left Kelling at 06.20.")},
            {"when": "2026-11-25", "sentence": s(
                "Salvage tugs are expected to try to refloat the ship at high water on Wednesday evening.")},
        ],
        "disagreements": [{"about": "Passengers", "claims": [
            {"value": "212 people", "evidence": [told.passage("212 people aboard")]},
            {"value": "209 passengers", "evidence": [told.passage("209 passengers coming ashore")]},
        ]}],
        "reports": 3,
        "writer": {"name": "extractive", "version": "1", "settings": {}},
        "receipt": {"refused": [{"sentence": "They were very lucky.", "code": "not_said",
                                 "params": {"said": {"start": 15, "end": 20}}}],
                    "inputs": [], "category": {}},
    }  # fmt: skip
    return body | {"digest": canonical.digest(body)}


def _sections(told: Told) -> list[dict[str, Any]]:
    s = told.sentence
    return [
        {"heading": None, "role": "", "blocks": [{"kind": "paragraph", "sentences": [
            s("The ferry Sabine ran aground off Marrow Point shortly after seven on Tuesday morning with 212 people "
              "aboard."),
            s("Lifeboats took 212 people off a stranded ferry in thick fog.",
              "Lifeboats took 212 people off a stranded ferry in thick fog on Tuesday.",
              "Fog had cut visibility in the strait to below two hundred metres.",
              edits=["dropped: on Tuesday"]),
        ]}]},
        {"heading": s("Calm aboard", "the crew were calm throughout"), "role": "", "blocks": [
            {"kind": "paragraph", "sentences": [s("Two people were treated for bruises at the harbour clinic.")]},
            {"kind": "quote", "text": "We felt a long scrape, then the lights went, and the crew were calm throughout",
             "speaker": "Ilse Varga", "role": "a teacher", "evidence": [told.passage(
                 "We felt a long scrape, then the lights went, and the crew were calm throughout")]},
            {"kind": "bullets", "items": [
                s("The Sabine was built in 1998 and passed its last inspection in March."),
                s("It has cancelled all sailings until Thursday and will refund tickets."),
                s("It was the third grounding in the strait in five years."),
            ]},
        ]},
        {"heading": s("An inquiry", "has opened an inquiry"), "role": "", "blocks": [
            {"kind": "paragraph", "sentences": [
                s("The transport office has opened an inquiry into the grounding of the Sabine."),
                s("Its inspectors will listen to the bridge recordings first."),
            ]},
            {"kind": "quote", "text": "The hull is sound and there is no sign of a leak", "speaker": "Piet Osgood",
             "role": "harbour master", "evidence": [told.passage("The hull is sound and there is no sign of a leak")]},
        ]},
        {"heading": None, "role": "conclusion", "blocks": [{"kind": "paragraph", "sentences": [
            s("Mayor Odile Brandt asked for the new channel lights, promised in 2023, to be lit before winter."),
        ]}]},
    ]  # fmt: skip


def ferry(
    place: int = 0, *, picture: bool = True, at: datetime = NOON, headline: str = TOLD[0][2], **more: Any
) -> Clip:
    """A clip with every part that a clip can have. `more`: fields of the Clip row (category)."""
    told = Told(place, at)
    slug = f"ferry-aground-off-marrow-point-{place}" if place else "ferry-aground-off-marrow-point"
    url = f"https://harbourtimes.example/pictures/{place}.jpg" if picture else ""
    document = ferry_document(told, slug=slug, headline=headline, picture=url)
    document["category"] = more.get("category", "General")
    clip = Clip.objects.create(
        story=told.story, slug=slug, document=document, headline=headline, summary=document["summary"]["text"],
        category=document["category"], language="en", reports=3, disagreements=1, image=url, published=at, updated=at,
        digest=document["digest"],
    )  # fmt: skip
    ClipVersion.objects.create(
        clip=clip, version=1, document=document, digest=clip.digest, reasons=reasons("first_version"), at=at
    )
    for number, tag in enumerate(document["hashtags"]):
        Hashtag.objects.create(clip=clip, name=tag[1:], key=tag[1:].lower(), place=number)
    Standing.objects.create(
        clip=clip, hot=1000 - place, clip_version=1, counted_at=at, published=clip.published, category=clip.category
    )
    TagStanding.objects.bulk_create(
        TagStanding(clip=clip, key=tag.key, hot=1000 - place, published=clip.published) for tag in clip.tags.all()
    )
    if picture:
        Picture.objects.create(url=url, code="read", name=f"sabine-{place}.jpg", width=1200, height=675)
    return clip


def say_in_headline(clip: Clip, headline: str) -> None:
    """Publish the clip's next version, with this headline."""
    body = {name: value for name, value in clip.document.items() if name != "digest"}
    body |= {"headline": body["headline"] | {"text": headline}, "version": clip.version + 1}
    clip.version, clip.headline, clip.digest = clip.version + 1, headline, canonical.digest(body)
    clip.document = body | {"digest": clip.digest}
    clip.save(update_fields=["version", "document", "headline", "digest"])
    ClipVersion.objects.create(
        clip=clip, version=clip.version, document=clip.document, digest=clip.digest, at=timezone.now()
    )


def one_matter(*clips: Clip) -> None:
    """Let the stories of these clips have the same actors and the same matter."""
    for story in (clip.story for clip in clips):
        words = {"ferry": [0.8, "ferry"], "aground": [0.6, "aground"]}
        StoryProfile.objects.create(story=story, at=story.started_at, language="en", words=words)
        for name in ("Odile Brandt", "Sabine Line"):
            StoryActor.objects.create(
                story=story, key=name.casefold(), name=name, counts=1, leads=False, opens=True, at=story.started_at
            )


def reasons(*codes: str) -> list[dict[str, Any]]:
    """Reasons without parameters, as they are stored."""
    return [Reason(code).as_json() for code in codes]


def changed(clip: Clip, was: str, now: str, place: int = 1) -> list[dict[str, Any]]:
    """That the publisher of the clip's source at `place` put these words of its article for those, as it is stored."""
    number = int(clip.document["sources"][place]["article"])
    text = Revision.objects.get(article=number, number=1).text
    here = {"article": number, "revision": 1, "part": "text"}
    spans = [here | {"start": text.index(words), "end": text.index(words) + len(words)} for words in (was, now)]
    swap = Reason("changed", dict(zip(("was", "now"), spans, strict=True)))
    who = {"who": {"article": number}}
    return [Reason("article_says_otherwise", who | {"changes": [swap.as_json()]}).as_json()]


def paint(name: str, hue: int = 200) -> None:
    """A picture in the media folder, drawn here."""
    canvas = Image.new("RGB", (1200, 675), f"hsl({hue}, 35%, 68%)")
    draw = ImageDraw.Draw(canvas)
    draw.rectangle((0, 420, 1200, 675), fill=f"hsl({hue + 10}, 40%, 35%)")
    draw.polygon([(300, 430), (900, 410), (840, 500), (360, 500)], fill=f"hsl({(hue + 170) % 360}, 45%, 45%)")
    draw.rectangle((430, 340, 760, 425), fill="hsl(40, 20%, 92%)")
    into = io.BytesIO()
    canvas.save(into, "JPEG", quality=80)
    folder = Path(settings.MEDIA_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(into.getvalue())


def index(clip: Clip) -> None:
    """Let search know the clip."""
    wiring.search_index().put(clip.pk, headline=clip.headline, body=clip.summary, tags="Sabine")


def solution_of(task: str) -> str:
    """What the browser computes while many sign up: the first whole number that solves the task."""
    return next(str(n) for n in count() if proof_of_work.solves(task, str(n), bits=sign_up.BITS))
