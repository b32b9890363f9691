"""Articles of a clip's story in languages that it is not in."""

from datetime import timedelta

from newsclip.articles.models import Article
from newsclip.clips.models import Clip
from newsclip.stories.models import Membership, Story
from newsclip.web.tests import factories

TEXT = "La Sabine est restée à quai. Le bac ne part plus depuis midi, et la ville ne sait pas encore pourquoi."


def told_in(clip: Clip, language: str, name: str, title: str, *, text: str = TEXT, **more: int) -> Article:
    """Another article of the clip's story, in another language."""
    at = clip.published + timedelta(hours=3)
    domain = f"{name.lower().replace(' ', '-')}.example"
    row = factories.article(name, domain, title, text, url=f"https://{domain}/sabine", at=at)
    report = more.pop("report", 20 + Membership.objects.count())
    Membership.objects.create(
        article=row, story=clip.story, revision=1, report=report, at=at, language=language, **more
    )  # fmt: skip
    number = Membership.objects.filter(story=clip.story).count()
    Story.objects.filter(pk=clip.story_id).update(version=clip.story.version + number, articles=number)
    return row
