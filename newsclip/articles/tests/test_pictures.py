import io
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from newsclip.adapters.embedded.picture_store import FolderPictureStore
from newsclip.articles import queries
from newsclip.articles.actions import delete_dropped_pictures, keep_pictures, retry_pictures
from newsclip.articles.actions.pictures import want_picture
from newsclip.articles.models import Picture
from newsclip.articles.rules.image_reencode import encode
from newsclip.articles.tests.fakes import NOW, FakeFetch, MemoryStore
from newsclip.kernel.fetching import Page
from newsclip.kernel.reasons import Refused

URL = "https://quill.example/pictures/reading-room.jpg"


def drawn(width: int = 1600, height: int = 900, form: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, form, **options)
    return out.getvalue()


def test_a_picture_is_encoded_anew_at_most_1200_wide() -> None:
    encoded = encode(drawn())
    assert (encoded.width, encoded.height) == (1200, 675)
    with Image.open(io.BytesIO(encoded.content)) as image:
        assert (image.format, image.size) == ("WEBP", (1200, 675))


def test_what_a_camera_wrote_beside_the_picture_is_not_carried_over() -> None:
    exif = Image.Exif()
    exif[0x010E] = "a name nobody should read"
    assert b"nobody should read" not in encode(drawn(exif=exif)).content


def test_the_name_follows_from_the_content() -> None:
    assert encode(drawn()).name == encode(drawn()).name != encode(drawn(height=800)).name


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        drawn()[:300],
        drawn(1, 1, "GIF"),
        b"GIF89a\xff\xff\xff\xff\x00\x00\x00",
    ],
    ids=["empty", "svg", "cut", "tracking pixel", "bomb"],
)
def test_what_is_no_safe_picture_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="could not be read"):
        encode(content)


def test_more_pixels_than_memory_is_there_for_are_not_decoded() -> None:
    out = io.BytesIO()
    Image.new("1", (5000, 4001)).save(out, "PNG")
    with pytest.raises(Refused, match="5000×4001 pixels"):
        encode(out.getvalue())


@pytest.mark.django_db
def test_pictures_are_kept_and_found_by_the_publishers_address() -> None:
    Picture.objects.create(url=URL, due_at=NOW)
    fetch, store = FakeFetch({URL: Page(URL, 200, drawn())}), MemoryStore()
    (result,) = keep_pictures(queries.pictures_to_keep(NOW), fetch=fetch, encode=encode, store=store, now=NOW)
    kept = Picture.objects.get(url=URL)
    assert (result.code, kept.width, kept.height) == ("kept", 1200, 675)
    assert list(store.kept) == [kept.name]
    assert not queries.pictures_to_keep(NOW + timedelta(days=9)).exists()


@pytest.mark.django_db
def test_a_picture_that_is_taken_down_while_it_is_fetched_stays_down_and_is_deleted() -> None:
    Picture.objects.create(url=URL, due_at=NOW)
    fetch, store, waiting = FakeFetch({URL: Page(URL, 200, drawn())}), MemoryStore(), list(Picture.objects.all())
    Picture.objects.update(code="taken_down", due_at=None)
    list(keep_pictures(waiting, fetch=fetch, encode=encode, store=store, now=NOW))
    assert Picture.objects.get().code == "taken_down"
    assert delete_dropped_pictures(store.forget) == 1
    assert (store.kept, Picture.objects.get().name) == ({}, "")


@pytest.mark.django_db
def test_dropped_pictures_are_deleted_a_batch_at_a_time() -> None:
    Picture.objects.bulk_create(Picture(url=f"{URL}?{n}", code="forgotten", name=f"{n}.webp") for n in range(5))
    gone: list[str] = []
    assert [delete_dropped_pictures(gone.append, 2) for _ in range(4)] == [2, 2, 1, 0]
    assert (len(gone), Picture.objects.count()) == (5, 0)


@pytest.mark.django_db
def test_what_its_store_did_not_delete_is_left_and_tried_again() -> None:
    Picture.objects.create(url=URL, code="forgotten", name="a.webp")
    store = MemoryStore(away="It does not answer.")
    assert delete_dropped_pictures(store.forget) == 0
    assert queries.pictures_to_delete().count() == 1


@pytest.mark.django_db
def test_a_forgotten_picture_that_an_article_shows_again_is_fetched_again_and_one_taken_down_never_is() -> None:
    Picture.objects.create(url=URL, code="forgotten", name="a.webp", failures=3)
    Picture.objects.create(url=f"{URL}?down", code="taken_down", name="b.webp")
    want_picture(URL, NOW)
    want_picture(f"{URL}?down", NOW)
    assert [picture.url for picture in queries.pictures_to_keep(NOW)] == [URL]
    assert [picture.name for picture in queries.pictures_to_delete()] == ["b.webp"]


@pytest.mark.django_db
@pytest.mark.parametrize("shared", [False, True])
def test_what_a_picture_was_before_its_publisher_changed_it_is_deleted_unless_another_has_it(shared: bool) -> None:
    Picture.objects.create(url=URL, code="forgotten", name="a.webp")
    if shared:
        Picture.objects.create(url=f"{URL}?other", code="kept", name="a.webp")
    want_picture(URL, NOW)
    fetch, store = FakeFetch({URL: Page(URL, 200, drawn())}), MemoryStore({"a.webp": b"before"})
    list(keep_pictures(queries.pictures_to_keep(NOW), fetch=fetch, encode=encode, store=store, now=NOW))
    assert set(store.kept) == {Picture.objects.get(url=URL).name} | ({"a.webp"} if shared else set())


@pytest.mark.django_db
def test_a_picture_that_cannot_be_had_is_tried_three_times() -> None:
    Picture.objects.create(url=URL, due_at=NOW)
    fetch = FakeFetch()
    for day in range(3):
        now = NOW + timedelta(days=day)
        (result,) = keep_pictures(
            queries.pictures_to_keep(now), fetch=fetch, encode=encode, store=MemoryStore(), now=now
        )
        assert result.code == "not_found"
    assert Picture.objects.get().due_at is None


@pytest.mark.django_db
def test_a_picture_whose_host_was_late_can_be_tried_again_at_once_and_no_more_than_three_times() -> None:
    late, unreadable = (Picture.objects.create(url=f"{URL}?{name}", due_at=NOW) for name in ("late", "broken"))
    fetch, tries = FakeFetch({unreadable.url: Page(unreadable.url, 200, b"no picture")}), 0
    while retry_pictures(NOW) or not tries:
        list(keep_pictures(queries.pictures_to_keep(NOW), fetch=fetch, encode=encode, store=MemoryStore(), now=NOW))
        tries += 1
    late.refresh_from_db()
    unreadable.refresh_from_db()
    assert (tries, late.failures, unreadable.failures) == (3, 3, 1)


@pytest.mark.django_db
def test_while_the_store_is_away_no_publisher_is_asked_and_no_attempt_counts() -> None:
    Picture.objects.create(url=URL, due_at=NOW)
    fetch, store, now = FakeFetch({URL: Page(URL, 200, drawn())}), MemoryStore(away="It does not answer."), NOW
    for _ in range(4):
        (result,) = keep_pictures(queries.pictures_to_keep(now), fetch=fetch, encode=encode, store=store, now=now)
        assert (result.code, result.detail) == ("store_away", "It does not answer.")
        now += timedelta(minutes=5)
    assert fetch.asked == []
    store.away = ""
    (result,) = keep_pictures(queries.pictures_to_keep(now), fetch=fetch, encode=encode, store=store, now=now)
    assert (result.code, len(store.kept)) == ("kept", 1)


class FullStore(MemoryStore):
    """Works until something is put."""

    def put(self, name: str, content: bytes) -> None:
        raise Refused("store_away", "No space left on device")


@pytest.mark.django_db
def test_a_picture_that_the_store_did_not_take_is_tried_again() -> None:
    Picture.objects.create(url=URL, due_at=NOW)
    fetch = FakeFetch({URL: Page(URL, 200, drawn())})
    (result,) = keep_pictures(queries.pictures_to_keep(NOW), fetch=fetch, encode=encode, store=FullStore(), now=NOW)
    left = Picture.objects.get()
    assert (result.code, left.name, left.failures) == ("store_away", "", 0)
    assert queries.pictures_to_keep(NOW + timedelta(minutes=5)).exists()


def test_the_folder_holds_whole_files_only(tmp_path: Path) -> None:
    store = FolderPictureStore(tmp_path / "media")
    store.put("a.webp", b"first")
    store.put("a.webp", b"first")
    assert [(file.name, file.read_bytes()) for file in (tmp_path / "media").iterdir()] == [("a.webp", b"first")]
