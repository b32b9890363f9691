"""Clips in which every place that shows a publisher's words holds hostile ones."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote

from django.utils.text import slugify

from newsclip.articles.models import Picture
from newsclip.clips.models import Clip, ClipVersion, Hashtag
from newsclip.kernel import canonical
from newsclip.kernel.addresses import normalize
from newsclip.ranking.models import Standing
from newsclip.stories.models import Membership, StoryEvent
from newsclip.web.tests.factories import NOON, Told, index


def plant(place: int, texts: list[str]) -> Clip:
    """A clip of these texts. Where a place holds one thing alone (the headline, a name), it holds them all in a row.

    All stand in paragraphs, with their evidence; a fourth of them each in the summary, the headings, quotations and
    lists, the timeline, and the disagreements, which are written by the same template.
    """
    words = [text.encode("utf-8", "replace").decode() for text in texts]
    all_ = " ".join(words)
    at = NOON - timedelta(hours=place)
    told = Told(place, at, [(all_, f"press{place}-{n}.example", all_, "\n\n".join(words)) for n in range(2)])
    for number, article in enumerate(told.articles):
        article.url = _address(f"https://press{place}-{number}.example/?{number}", words)
        article.detail = all_
        article.save()
    _explain(told, words, all_)
    document = _document(place, told, words, all_)
    clip = Clip.objects.create(
        story=told.story, slug=document["slug"], document=document, headline=all_, summary=all_,
        category=document["category"], language=words[0][:12], reports=2, image=document["image"]["url"], published=at,
        updated=at + timedelta(hours=1), version=2, digest=document["digest"],
    )  # fmt: skip
    ClipVersion.objects.create(
        clip=clip, version=1, document=document, digest=clip.digest, reasons=[{"code": "written", "params": {}}], at=at
    )
    for number, tag in enumerate(document["hashtags"]):
        Hashtag.objects.create(clip=clip, name=tag[1:], key=tag[1:].lower(), place=number)
    Standing.objects.create(clip=clip, hot=1000 - place, clip_version=1, counted_at=at)
    Picture.objects.create(url=clip.image, code="read", name=f"{place:040x}.webp", width=1200, height=675)
    index(clip)
    return clip


def _address(start: str, words: list[str]) -> str:
    """An address that the product would take, with the words in it as they are."""
    return normalize(start + "".join(words)[:160])


def _explain(told: Told, words: list[str], all_: str) -> None:
    members = list(Membership.objects.filter(story=told.story).order_by("pk"))
    members[1].copy_of = told.articles[0]
    members[1].receipt = {"score": 0.7, "parts": {words[0]: 0.5}, "shared": words, "nearest": told.articles[0].pk}
    members[1].save()
    StoryEvent.objects.create(
        story=told.story, at=told.at, kind="joined", detail={"articles": [article.pk for article in told.articles]}
    )


def _document(place: int, told: Told, words: list[str], all_: str) -> dict[str, Any]:
    said = [told.sentence(text, text, edits=[text, f"dropped: {text}"]) for text in words]
    quotes = [
        {"kind": "quote", "text": text, "speaker": text, "role": text, "evidence": [told.passage(text)]}
        for text in words
    ]
    body: dict[str, Any] = {
        "schema": "newsclip/clip/1", "id": f"c{told.story.pk:012x}", "slug": f"planted-{place}", "version": 2,
        "story": str(told.story.pk), "headline": told.sentence(all_, all_),
        "summary": {"text": all_, "evidence": said[0]["evidence"], "sentences": said[3::4]},
        "category": f"Category {place} {words[place % len(words)]}", "language": words[0][:12],
        "hashtags": [f"#{n}" + text.replace("/", "∕").replace("\0", "") for n, text in enumerate(words[:6])],
        "published": told.at.isoformat(), "updated": told.at.isoformat(),
        "image": {"url": _address(f"https://press{place}-0.example/p.jpg?", words), "alt": all_, "credit": all_,
                  "publisher": all_},
        "sections": [
            {"heading": None, "role": "", "blocks": [{"kind": "paragraph", "sentences": said}]},
            *[{"heading": sentence, "role": "", "blocks": [quote, {"kind": "bullets", "items": [sentence]}]}
              for sentence, quote in zip(said[::4], quotes[::4], strict=True)],
            {"heading": None, "role": "conclusion", "blocks": [{"kind": "paragraph", "sentences": said[:1]}]},
        ],
        "sources": told.sources(),
        "timeline": [{"when": "2026-11-25", "sentence": sentence} for sentence in said[1::4]],
        "disagreements": [
            {"about": text, "claims": [{"value": text, "evidence": [told.passage(text)]}]} for text in words[2::4]
        ],
        "reports": 2, "writer": {"name": all_, "version": all_, "settings": {all_: all_}},
        "receipt": {
            "refused": [{"sentence": text, "code": "not_said", "params": {"said": text}} for text in words],
            "inputs": words, "category": {},
        },
    }  # fmt: skip
    return body | {"digest": canonical.digest(body)}


def pages_of(clip: Clip, texts: list[str]) -> list[str]:
    """Every page of the site that shows something of this clip, or words that stand in its own address."""
    words = quote(" ".join(texts)[:200].encode("utf-8", "replace"), safe="")
    tag = quote(clip.document["hashtags"][0][1:].lower(), safe="")
    return [
        f"/c/{clip.slug}", f"/c/{clip.slug}/evidence", f"/c/{clip.slug}/share/mastodon?instance={words}",
        f"/s/{clip.story_id}", f"/source/{clip.document['sources'][0]['domain']}",
        f"/category/{slugify(clip.category)}", f"/tag/{tag}", f"/search?q={words}", f"/no-such-page/{words}",
        f"/accounts/login/?next={words}",
    ]  # fmt: skip
