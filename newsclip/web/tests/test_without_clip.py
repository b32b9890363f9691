"""A story that has no clip yet is called by the title of its first article."""

import pytest

from newsclip.articles.models import Article

pytestmark = pytest.mark.django_db
UNNAMED = "A story without a clip yet"


def test_whoever_splits_merges_or_moves_reads_the_title_of_its_article(client, orla, clip):
    story = clip.story
    title = story.memberships.order_by("pk").first().article.entry_title
    clip.delete()
    for page in ("split", "merge", "move"):
        shown = client.get(f"/s/{story.pk}/{page}").content.decode()
        assert title in shown.partition("<h1>")[2].partition("<form")[0], page
        assert UNNAMED not in shown, page


def test_an_article_without_a_title_gives_no_name(client, orla, clip):
    story = clip.story
    clip.delete()
    Article.objects.update(entry_title="")
    assert UNNAMED in client.get(f"/s/{story.pk}/split").content.decode()
