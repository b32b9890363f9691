"""Writing, verifying and publishing clips from stored stories."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import jsonschema
import pytest

from newsclip.adapters.no_vectors import NoVectors
from newsclip.articles.models import Article, Revision
from newsclip.clips import actions, queries
from newsclip.clips.models import Assignment, Clip
from newsclip.clips.ports import NO_FIELDS, Fields
from newsclip.db.leases import claim
from newsclip.evidence import verifier
from newsclip.evidence.document import Document, Sentence
from newsclip.evidence.serialization import sealed
from newsclip.kernel.reasons import Refused, in_sentences
from newsclip.sources.models import Publisher, Source
from newsclip.stories.models import Membership, Story
from newsclip.writing.extractive import write
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import BRIDGE, CROWD, MARK, MONDAY, embed

pytestmark = pytest.mark.django_db
NOW = MONDAY + timedelta(days=1)
SCHEMA = json.loads((Path(__file__).parents[3] / "docs/reference/clip.schema.json").read_text())


class Extractive:
    """The writer of these tests; `spoil` makes it say what no passage holds."""

    mark = MARK

    def __init__(self, spoil: str = "") -> None:
        self._spoil = spoil

    def __call__(self, assigned: Assigned) -> Document:
        document = write(assigned, embedder=embed, judge=verifier, mark=MARK)
        if not self._spoil:
            return document
        wrong = Sentence(self._spoil, document.summary[0].evidence)
        return replace(document, summary=(wrong, *document.summary[1:]))


class Refusing:
    mark = MARK

    def __call__(self, assigned: Assigned) -> Document:
        raise Refused("too_thin")


def add_article(story: Story, title: str, text: str, at: datetime) -> Article:
    number = Article.objects.count() + 1
    publisher = Publisher.objects.create(domain=f"paper{number}.example", name=f"Paper {number}")
    source = Source.objects.create(
        url=f"https://paper{number}.example/feed", kind="feed", publisher=publisher, added_at=at, due_at=at
    )
    article = Article.objects.create(
        url=f"https://paper{number}.example/{number}", source=source, publisher=publisher, state="read",
        found_at=at, published=at, revisions=1,
    )  # fmt: skip
    Revision.objects.create(article=article, number=1, at=at, title=title, text=text, published=at, language="en")
    Membership.objects.create(article=article, story=story, revision=1, report=number, at=at)
    return article


def a_story(title: str = BRIDGE.title, text: str = BRIDGE.text) -> Story:
    story = Story.objects.create(started_at=MONDAY, last_at=MONDAY, articles=1, reports=1, language="en")
    add_article(story, title, text, MONDAY)
    return story


def revise(article: Article, old: str, new: str) -> None:
    """A publisher puts other words into its article."""
    last = Revision.objects.get(article=article, number=article.revisions)
    article.revisions += 1
    article.save()
    Revision.objects.create(
        article=article, number=article.revisions, at=NOW, published=MONDAY, language="en",
        title=last.title.replace(old, new), text=last.text.replace(old, new),
    )  # fmt: skip


def changed(story: Story) -> None:
    Story.objects.filter(pk=story.pk).update(version=story.version + 1)
    story.refresh_from_db()


def write_all(writer: object = None) -> list[actions.WriteResult]:
    claimed = claim(actions.assign(queries.to_write(NOW, limit=50), limit=50), now=NOW, limit=50)
    return list(actions.write(claimed, writer=writer or Extractive(), now=NOW))  # type: ignore[arg-type]


def test_a_story_gives_a_clip_that_is_sealed_and_shaped_as_the_schema_says() -> None:
    story = a_story()
    [result] = write_all()
    clip = Clip.objects.get()
    assert (result.story_id, result.code, result.clip_id) == (story.pk, "written", clip.pk)
    jsonschema.validate(clip.document, SCHEMA)
    assert sealed(queries.document(clip))
    assert clip.slug == "harbour-bridge-opens-in-orlo-bay-after-years"


def test_nothing_is_written_twice() -> None:
    a_story()
    write_all()
    assert write_all() == []


def test_a_story_whose_clip_would_be_the_same_keeps_its_version() -> None:
    story = a_story()
    write_all()
    changed(story)
    actions.index(queries.to_index(), index=Heard(), vectors=NoVectors())
    assert [result.code for result in write_all()] == ["unchanged"]
    assert Clip.objects.get().version == 1
    assert queries.to_index()  # its articles may quote somebody else


def test_a_new_article_gives_a_new_version_at_the_same_address_with_the_reason() -> None:
    story = a_story()
    write_all()
    slug = Clip.objects.get().slug
    add_article(story, CROWD.title, CROWD.text, MONDAY + timedelta(hours=3))
    changed(story)
    assert [result.code for result in write_all()] == ["rewritten"]
    clip = Clip.objects.get()
    assert (clip.slug, clip.version) == (slug, 2)
    assert [in_sentences(version.told) for version in queries.versions(clip)] == [
        "One more article joined.",
        "First version.",
    ]


def test_what_no_passage_holds_gives_way_to_the_passage_and_is_listed() -> None:
    a_story()
    write_all(Extractive(spoil="The bridge of Orlo Bay fell down on Monday."))
    clip = Clip.objects.get()
    assert "fell down" not in clip.summary
    assert clip.document["receipt"]["refused"][0]["sentence"] == "The bridge of Orlo Bay fell down on Monday."


def test_a_refusal_is_kept_with_its_reason_and_not_tried_again() -> None:
    a_story()
    [result] = write_all(Refusing())
    assert (result.code, result.clip_id) == ("too_thin", None)
    assert [assignment.code for assignment in queries.unwritten(5)] == ["too_thin"]
    assert not queries.to_write(NOW, limit=9)


def test_a_story_that_another_writer_holds_is_left_to_it() -> None:
    story = a_story()
    Assignment.objects.create(story=story, leased_until=NOW + timedelta(minutes=1))
    assert write_all() == []
    assert queries.to_write(NOW + timedelta(minutes=2), limit=9)


def test_two_clips_of_one_headline_have_two_addresses() -> None:
    a_story()
    a_story()
    write_all()
    slugs = list(Clip.objects.order_by("pk").values_list("slug", flat=True))
    assert slugs[1] == f"{slugs[0]}-2"


def test_an_address_is_found_as_fast_where_headlines_have_no_latin_letters() -> None:
    """The thousandth was called "clip-1000" after a look at each number before it."""
    title = "У Маррова мыса сел на мель паром; все спасены"
    for _ in range(12):
        a_story(
            title, "Вчера вечером у Маррова мыса сел на мель паром с людьми на борту; все спасены, сказали в порту."
        )
    write_all()
    slugs = list(Clip.objects.order_by("pk").values_list("slug", flat=True))
    assert slugs[:9] == ["clip", *(f"clip-{number}" for number in range(2, 10))]
    assert slugs[9:] == [f"clip-{clip.story_id}" for clip in Clip.objects.order_by("pk")[9:]]


def test_search_learns_every_version_once() -> None:
    a_story()
    write_all()
    index = Heard()
    assert actions.index(queries.to_index(), index=index, vectors=NoVectors()) == 1
    assert not queries.to_index().exists()
    assert "harbour bridge" in index.heard[0].lower()


class Heard:
    def __init__(self) -> None:
        self.heard: list[str] = []
        self.dropped: list[int] = []

    def put(
        self, clip_id: int, *, headline: str, body: str, tags: str, speakers: str = "", quoted: str = "",
        fields: Fields = NO_FIELDS,
    ) -> None:  # fmt: skip
        self.heard.append(f"{headline} {body} {tags} {fields.category}")

    def drop(self, clip_id: int) -> None:
        self.dropped.append(clip_id)

    def search(self, words: str, *, limit: int, skip: int = 0) -> list[object]:  # type: ignore[override]
        return []

    def meant(self, words: str) -> str:
        return words


def test_lists_find_clips_by_category_and_publisher() -> None:
    story = a_story()
    write_all()
    clip = Clip.objects.get()
    assert list(queries.by_category(clip.category)) == [clip]
    assert list(queries.by_publisher("paper1.example")) == [clip]
    assert queries.of_story(story.pk) == clip


def test_a_story_that_another_worker_wrote_in_between_is_not_written_again() -> None:
    a_story()
    asked = actions.assign(queries.to_write(NOW, limit=50), limit=50)
    assert len(write_all()) == 1
    assert list(actions.write(claim(asked, now=NOW, limit=50), writer=Extractive(), now=NOW)) == []  # type: ignore[arg-type]
    assert len(write_all()) == 0


@pytest.mark.parametrize("first", [timedelta(hours=1), timedelta(hours=-1)])
def test_two_workers_whose_clocks_are_an_hour_apart_give_one_clip_once(first: timedelta) -> None:
    story = a_story()
    held = []
    for now in (NOW + first, NOW):
        asked = actions.assign([story], limit=1)
        held.append((claim(asked, now=now, limit=1), now))
    results = [list(actions.write(claimed, writer=Extractive(), now=now)) for claimed, now in held]  # type: ignore[arg-type]
    assert [[one.code for one in told] for told in results] == [["written"], ["unchanged"]]
    assert Clip.objects.get().version == 1
    assert not queries.to_write(NOW + timedelta(hours=2), limit=1)


class Overtaken(Extractive):
    """So slow that its lease ends, and another worker writes the story first."""

    def __call__(self, assigned: Assigned) -> Document:
        Assignment.objects.update(leased_until=None)
        assert [result.code for result in write_all()] == ["written"]
        return super().__call__(assigned)


def test_who_is_overtaken_leaves_the_story_to_the_other_without_a_word(caplog: pytest.LogCaptureFixture) -> None:
    a_story()
    assert write_all(Overtaken()) == []
    assert (Clip.objects.count(), Assignment.objects.get().code, caplog.text) == (1, "written", "")


class Met(Extractive):
    """While it writes, one whose lease had ended before publishes the same story after all."""

    def __call__(self, assigned: Assigned) -> Document:
        mine = Assignment.objects.values("leased_until", "code", "story_version").get()
        Assignment.objects.update(leased_until=None)
        assert [result.code for result in write_all()] == ["written"]
        Assignment.objects.update(**mine)  # it can note nothing there, as another one holds it
        Story.objects.update(written_version=0)
        return super().__call__(assigned)


def test_who_writes_a_story_that_is_out_already_looks_again_without_a_word(caplog: pytest.LogCaptureFixture) -> None:
    a_story()
    assert write_all(Met()) == []
    assert [result.code for result in write_all()] == ["unchanged"]
    assert (Clip.objects.get().version, caplog.text) == (1, "")
