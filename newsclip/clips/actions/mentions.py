"""The names that clips have: kept in step with their newest versions, and the bearers of one name kept apart."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Any

from django.db import transaction

from newsclip.articles.models import Article
from newsclip.clips.models import Clip, Mention
from newsclip.clips.queries import bearer_evidence, cited_articles, is_listed
from newsclip.clips.rules.bearers import bearers, renamed
from newsclip.clips.rules.inline_quotations import inline_quotations
from newsclip.clips.rules.mentions import FoundMention, mentions
from newsclip.db.batches import update
from newsclip.evidence.serialization import from_json
from newsclip.kernel.reasons import Refused

_COMPARED = 300  # mentions of a name, the newest: a new one is compared with each of them


def name(changed: Iterable[Clip]) -> Iterator[tuple[Clip, list[Mention]]]:
    """Keep the names of the newest version of each of these clips. Yields each with the mentions that are new."""
    for clip in changed:
        found = _found(clip)  # before anybody has to wait for it
        with transaction.atomic():
            # One that was written anew, or taken out, since it was looked at waits again.
            same = Clip.objects.filter(pk=clip.pk, version=clip.version, state=clip.state, hidden=clip.hidden)
            same = same.filter(story__merged_into=clip.story.merged_into_id)
            new = _keep(clip, found) if same.update(named_version=clip.version) else []
        yield clip, new


def forget_mentions(clip: Clip) -> None:
    """At once: the clip has no names until the worker finds those that are left of it."""
    _keep(clip, [])
    Clip.objects.filter(pk=clip.pk).update(named_version=0)


def _found(clip: Clip) -> list[FoundMention]:
    if not is_listed(clip):
        return []
    try:
        told = from_json(clip.document)
    except Refused:  # an older form
        return []
    sources = cache(lambda: cited_articles(told))
    return mentions(told, lambda: [f"{one.title}\n{one.text}" for one in sources()], inline_quotations(told, sources))


def _keep(clip: Clip, found: Collection[FoundMention]) -> list[Mention]:
    """The clip's mentions are these and no others. Returns those that it did not have before."""
    before = {(row.key, row.text): row for row in Mention.objects.filter(clip=clip)}
    published = dict(Article.objects.filter(pk__in=_articles(found)).values_list("pk", "published"))
    Mention.objects.filter(pk__in=[row.pk for row in before.values()]).delete()
    rows = [_row(clip, one, published, before) for one in found]
    Mention.objects.bulk_create(rows)
    for key in {row.key for row in (*before.values(), *rows)}:
        _keep_apart(key)
    return [row for row in rows if (row.key, row.text) not in before]


def _articles(found: Collection[FoundMention]) -> set[int]:
    return {int(one.article) for one in found if one.article.isdigit()}


def _row(clip: Clip, one: FoundMention, published: dict[int, Any], before: dict[tuple[str, str], Mention]) -> Mention:
    article = int(one.article) if one.article.isdigit() and int(one.article) in published else None
    known = before.get((one.key, one.text))
    return Mention(
        clip=clip, key=one.key, last=one.key.rpartition("-")[2], kind=one.kind, name=one.name, role=one.role,
        text=one.text, hashtag=one.hashtag, article_id=article,
        bearer=known.bearer if known else clip.story_id,
        at=(published[article] if article else None) or clip.published,
    )  # fmt: skip


def _keep_apart(key: str) -> None:
    """Let each mention of the name know whose it is."""
    newest = Mention.objects.filter(key=key).order_by("-at", "-pk").select_related("clip").defer("clip__document")
    rows = list(newest[:_COMPARED])
    persons, others = _persons_and_others(rows)
    whose = dict.fromkeys((row.clip.story_id for row in others), min((row.clip.story_id for row in others), default=0))
    whose |= bearers(bearer_evidence(key, persons)) if persons else {}
    if len(rows) == _COMPARED:  # older ones keep the number by which they are known
        whose = renamed(whose, {row.clip.story_id: row.bearer for row in reversed(rows)})
    moved = [row for row in rows if row.bearer != whose[row.clip.story_id]]
    for row in moved:
        row.bearer = whose[row.clip.story_id]
    update(moved, ["bearer"])


def _persons_and_others(rows: Collection[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Places and bodies of one name are not told apart. What may be anything is a person where one is, or it speaks."""
    kinds = {Mention.Kind.PERSON}
    if any(row.kind == Mention.Kind.PERSON or (row.kind == Mention.Kind.OTHER and row.text) for row in rows):
        kinds.add(Mention.Kind.OTHER)
    return [row for row in rows if row.kind in kinds], [row for row in rows if row.kind not in kinds]
