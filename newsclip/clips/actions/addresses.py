"""A clip's address after a takedown: made of the words that are left. The old one leads on, and is kept as a digest."""

from collections.abc import Sequence
from itertools import chain, count

from newsclip.clips.models import Clip, Redirect
from newsclip.evidence.slugs import is_slug_of, slug_of, slug_without_words


def new_address(clip: Clip, headline: str) -> str:
    """The address that fits what is left of a clip's headline; every earlier one leads there, and names it no more."""
    for row in Redirect.objects.filter(clip=clip).exclude(slug__startswith="sha256-"):
        row.slug = slug_without_words(row.slug)
        row.save(update_fields=["slug"])
    if is_slug_of(clip.slug, headline, clip.language):
        return clip.slug
    Redirect.objects.get_or_create(slug=slug_without_words(clip.slug), defaults={"clip": clip})
    return free_slug(slug_of(headline, clip.language), clip.story_id)


def free_slug(slug: str, story_id: int) -> str:
    """The slug, with a number where another clip has or had it: a small one, else its story's.

    Headlines without a letter of the Latin alphabet are all "clip"; looking for the next number would take as long as
    there are clips.
    """
    few = [slug, *(f"{slug}-{number}" for number in range(2, 10))]
    used = _used(few)
    own = chain([f"{slug}-{story_id}"], (f"{slug}-{story_id}-{number}" for number in count(2)))
    free = next((name for name in few if name not in used), None)
    return free or next(name for name in own if not _used([name]))


def _used(slugs: Sequence[str]) -> set[str]:
    hidden = {slug_without_words(slug): slug for slug in slugs}
    known = {
        slug
        for model in (Clip, Redirect)
        for slug in model.objects.filter(slug__in=[*slugs, *hidden]).values_list("slug", flat=True)
    }
    return {hidden.get(slug, slug) for slug in known}
