import pytest

from newsclip.options import OPTIONS

pytestmark = pytest.mark.django_db
NAME = f"{'0a' * 20}.webp"


@pytest.fixture
def kept():
    folder = OPTIONS.home / "media"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_bytes(b"picture")
    yield
    (folder / NAME).unlink()


def test_a_kept_picture_is_served_for_ever(client, kept):
    answer = client.get(f"/media/{NAME}")
    assert answer.content == b"picture"
    assert (answer["Content-Type"], "immutable" in answer["Cache-Control"]) == ("image/webp", True)


@pytest.mark.parametrize("name", ["../newsclip.sqlite3", "secret-key", f"{'0b' * 20}.webp", f"{'0a' * 20}.webp/.."])
def test_nothing_else_of_the_folder_is_served(client, kept, name):
    assert client.get(f"/media/{name}").status_code in {301, 404}
