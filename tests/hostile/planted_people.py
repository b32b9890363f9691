"""Pages of the people's half in which every place that shows a reader's words holds hostile ones.

The rows are made as they are kept, past the rules that would refuse some of these words when they come in: what is
shown must be safe whatever is stored.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from allauth.socialaccount.models import SocialAccount
from django.utils import timezone

from newsclip.accounts.models import Reader, Token
from newsclip.clips.models import Amendment, Clip
from newsclip.community import models
from newsclip.kernel.spans import digest_of
from newsclip.ranking.models import TagReview
from newsclip.sources.models import Discovery, Source

MOST = 20_000  # characters, as in the longest thing that a person may write, and more


@dataclass(frozen=True)
class Planted:
    """What was made, and the pages that show it to its author, who moderates and is staff."""

    pages: tuple[str, ...]
    mail: dict[str, list[models.Notice]]


def plant_people(clip: Clip, author: Reader, texts: list[str]) -> Planted:
    """All of these texts in the discussion of this clip's story, and in whatever else people write."""
    words = [text.encode("utf-8", "replace").decode() for text in texts]
    all_, now = " ".join(words), timezone.now()
    person = Reader.objects.create_user(f"reader{clip.pk}", password="x", about=all_[:MOST])
    said = _comments(clip, author, person, words, all_)
    by = {"reader": author, "at": now}
    _contributions(clip, by, words, all_)
    collection = models.Collection.objects.create(
        reader=author, slug=f"kept-{clip.pk}", title=all_, about=all_, public=True, made_at=now
    )
    models.Collected.objects.create(collection=collection, story=clip.story, at=now, note=all_)
    link = models.Submission.objects.create(url=all_, code="submitted", **by)
    action = _moderation(clip, author, person, said, all_)
    told = [
        models.Notice(
            reader=author, kind="reply", words=text, key=f"{clip.pk}-{n}", at=now, story=clip.story,
            **({"sentence": "New: %(text)s", "given": {"text": text}} if n % 2 else {}),
        )
        for n, text in enumerate(words)
    ]  # fmt: skip
    models.Notice.objects.bulk_create(told)
    models.Mute.objects.bulk_create(
        models.Mute(kind="word", key=f"{clip.pk} {text}", **by) for text in dict.fromkeys(words)
    )
    models.Follow.objects.create(kind="category", key=f"{clip.pk} {all_}", **by)
    Token.objects.create(reader=author, name=all_, digest=f"{clip.pk:064x}", made_at=now)
    SocialAccount.objects.create(user=author, provider="provider", uid=f"{clip.pk} {all_}"[:190])
    TagReview.objects.create(key=_one_part(all_), at=now)
    suggested = [*_sources(by, words, all_), _taken_out(clip, author, all_), _kept(clip, author, all_)]
    return Planted(
        tuple(suggested + _pages(_Made(clip, person, said, collection, link, action), words)), {"notices": told}
    )


def _comments(clip: Clip, author: Reader, person: Reader, words: list[str], all_: str) -> models.Comment:
    now = timezone.now()
    anchor = {"text": all_, "digests": []}
    models.Comment.objects.bulk_create(
        models.Comment(
            story=clip.story, reader=person, text=text, at=now, digest=f"{n:064x}", anchor=None if n else anchor
        )
        for n, text in enumerate(words)
    )
    models.Comment.objects.create(
        story=clip.story, reader=person, text=all_[:MOST], at=now, digest="0" * 64, state="held"
    )
    return models.Comment.objects.create(story=clip.story, reader=author, text=all_[:MOST], at=now, digest="1" * 64)


def _contributions(clip: Clip, by: dict[str, Any], words: list[str], all_: str) -> None:
    why = [{"code": "not_said", "params": {"said": all_}}]
    for kind, wanted, state in (
        ("headline", {"headline": all_}, "open"),
        ("hashtags", {"hashtags": words}, "refused"),
    ):
        models.Suggestion.objects.create(
            story=clip.story, kind=kind, wanted=wanted, why=all_, state=state, reasons=why, **by
        )
    models.Challenge.objects.create(
        clip=clip, clip_version=1, sentence=all_, why=all_, upheld=True, reasons=why, decided_at=by["at"], **by
    )


def _sources(by: dict[str, Any], words: list[str], all_: str) -> list[str]:
    """A source that was suggested, with what was found there, and one that is followed; the pages that show them."""
    found = [{"url": text[:300], "kind": "feed", "title": text[:300], "publisher": text[:300]} for text in words[:40]]
    there = Discovery.objects.create(url=all_[:2000], at=by["at"], done_at=by["at"], detail=all_[:500], found=found)
    wanted = models.SourceSuggestion.objects.create(url=all_[:2000], discovery=there, why=all_[:500], **by)
    source = Source.objects.order_by("pk").last()
    source.title, source.home = all_[:300], all_[:2000]
    source.save()
    kept = f"/staff/sources/{source.pk}"
    return [
        f"/sources/suggested/{wanted.pk}", f"/sources/suggest?url={quote(all_[:300], safe='')}", "/staff/sources",
        f"/staff/sources/found/{there.pk}", kept, f"{kept}/remove", "/welcome",
    ]  # fmt: skip


def _moderation(clip: Clip, author: Reader, person: Reader, said: models.Comment, all_: str) -> models.Action:
    now = timezone.now()
    for kind, key in (("story", clip.story_id), ("comment", said.pk), ("reader", person.pk)):
        models.Flag.objects.create(reader=author, kind=kind, key=str(key), reason="spam", words=all_, at=now)
    done = [
        models.Action.objects.create(
            moderator=author, name=name, kind="ban", target=target, key=key, label=label, reason=reason, at=now
        )
        for target, key, name, label, reason in (
            ("domain", all_[:200], all_, all_, all_),
            ("comment", all_[:200], "mara", "a comment", "spam"),
            ("reader", str(author.pk), "mara", all_, all_),
        )
    ]
    models.Appeal.objects.create(action=done[0], reader=person, text=all_, at=now)
    models.Appeal.objects.create(
        action=done[1], reader=person, text=all_, at=now, answer=all_, upheld=True, answered_at=now
    )
    models.Restriction.objects.create(target="hashtag", key=_one_part(all_), kind="hold", action=done[0])
    return done[2]


def _taken_out(clip: Clip, author: Reader, all_: str) -> str:
    """A sentence that was doubted and taken out; the page that puts it back."""
    now = timezone.now()
    known = {"clip_version": 1, "upheld": True, "decided_at": now, "at": now}
    models.Challenge.objects.create(clip=clip, sentence=all_, **known)
    Amendment.objects.create(story=clip.story, kind="sentence", words=[], by="doubt 0, article 0", at=now)
    story = {"target": "story", "key": str(clip.story_id)}
    out = models.Action.objects.create(moderator=author, name=all_, kind="take_out", reason=all_, at=now, **story)
    return f"/moderation/put-back/{out.pk}"


def _kept(clip: Clip, author: Reader, all_: str) -> str:
    """A story that was kept as it is; the page that undoes it."""
    story = {"target": "story", "key": str(clip.story_id), "label": "1", "at": timezone.now()}
    kept = models.Action.objects.create(moderator=author, name=all_, kind="keep_in", reason=all_, **story)
    return f"/moderation/undo/{kept.pk}"


def _one_part(words: str) -> str:
    """As much of the words as one part of a path holds."""
    return words.replace("/", "∕").replace("\0", "")[:80]


@dataclass(frozen=True)
class _Made:
    clip: Clip
    person: Reader
    said: models.Comment
    collection: models.Collection
    link: models.Submission
    action: models.Action


def _pages(made: _Made, words: list[str]) -> list[str]:
    key, asked = quote(_one_part(" ".join(words)), safe=""), quote(" ".join(words)[:300], safe="")
    about = digest_of(made.clip.document["headline"]["text"])
    story, slug, said, person = made.clip.story_id, made.clip.slug, made.said.pk, made.person
    author, kept = made.collection.reader.username, made.collection.slug
    staff = [f"/staff/tables/{table}/" for table in ("community/action", "community/flag", "ranking/tagreview")]
    staff += ["/staff/members", f"/staff/members/{person.pk}", f"/staff/takedown?url={asked}"]
    return [
        "/discussions", f"/s/{story}/discussion", f"/s/{story}/discussion?sentence={about}", f"/comments/{said}/edit",
        f"/u/{author}", f"/u/{person.username}", f"/collections/{author}", f"/collections/{author}/{kept}",
        f"/s/{story}/collect", "/submit", f"/submit?url={asked}", f"/submit/{made.link.pk}", f"/s/{story}/suggest",
        f"/s/{story}/suggestions", f"/c/{slug}/challenge", f"/c/{slug}/challenge?sentence={about}", "/moderation",
        "/moderation/queue", f"/moderation/hashtag/{key}", f"/moderation/domain/{key}?next={asked}",
        f"/moderation/reader/{person.pk}", f"/moderation/comment/{said}", f"/flag/comment/{said}",
        f"/appeal/{made.action.pk}", "/notices", "/reported", "/following", "/settings/tokens", "/settings/credentials",
        "/for-you", f"/s/{story}/split", f"/s/{story}/merge", f"/s/{story}/move", f"/s/{story}/add", *staff,
    ]  # fmt: skip
