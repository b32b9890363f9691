"""What every PictureStore must do: the one in a folder, and the one in a bucket of an S3-compatible server."""

import socket

import pytest

from newsclip.adapters.egress import make_fetch
from newsclip.adapters.embedded.picture_store import FolderPictureStore
from newsclip.adapters.scaleout.picture_store import BucketPictureStore
from newsclip.kernel.fetching import Failure, Request
from newsclip.kernel.reasons import Refused
from tests.s3_server import S3Server, s3_server

pytestmark = [pytest.mark.integration, pytest.mark.once]
NAME, OTHER = f"{'0a' * 20}.webp", f"{'0b' * 20}.webp"


@pytest.fixture
def server():
    with s3_server() as server:
        yield server


@pytest.fixture(params=["folder", "bucket"])
def two_hosts(request, tmp_path):
    """One store, as two web servers see it."""
    if request.param == "folder":
        return FolderPictureStore(tmp_path / "media"), FolderPictureStore(tmp_path / "media")
    server = request.getfixturevalue("server")
    return bucket_of(server), bucket_of(server)


@pytest.fixture
def store(two_hosts):
    return two_hosts[0]


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def bucket_of(server: S3Server, clock: Clock | None = None, **more: str) -> BucketPictureStore:
    return BucketPictureStore(server.options(**more), clock or Clock())


def test_what_one_host_puts_the_other_reads(two_hosts):
    here, there = two_hosts
    here.put(NAME, b"a picture")
    assert (there.read(NAME), there.read(OTHER)) == (b"a picture", None)
    assert there.missing([NAME, OTHER]) == [OTHER]


def test_a_picture_may_be_put_twice_and_forgotten_twice(store):
    for _ in range(2):
        store.put(NAME, b"a picture")
    for _ in range(2):
        store.forget(NAME)
    assert (store.read(NAME), store.missing([NAME])) == (None, [NAME])


def test_a_store_that_works_is_in_no_trouble_and_left_as_it_was(store):
    store.put(NAME, b"a picture")
    assert store.trouble() is None
    assert (store.answers, store.read(NAME)) == (True, b"a picture")


def test_looking_for_trouble_leaves_nothing_in_the_bucket(server):
    assert bucket_of(server).trouble() is None
    assert server.names() == set()


def test_all_names_in_the_bucket_begin_with_the_prefix(server):
    bucket_of(server, prefix="").put(NAME, b"a picture")
    bucket_of(server, prefix="news/pictures/").put(OTHER, b"another")
    assert server.names() == {NAME, f"news/pictures/{OTHER}"}


def test_a_picture_says_what_it_is_to_whoever_serves_the_bucket(server):
    bucket_of(server).put(NAME, b"a picture")
    head = server.client().head_object(Bucket="harbour-news", Key=f"news/{NAME}")
    assert (head["ContentType"], "immutable" in head["CacheControl"]) == ("image/webp", True)


def test_a_store_that_is_away_keeps_readers_waiting_once_and_is_found_again(server):
    clock = Clock()
    store = bucket_of(server, clock)
    store.put(NAME, b"a picture")
    server.stop()
    with pytest.raises(Refused, match="store of pictures"):
        store.read(NAME)
    assert not store.answers
    server.start()
    with pytest.raises(Refused, match="store of pictures"):  # asked nothing
        store.read(NAME)
    clock.now += 6
    assert store.read(NAME) == b"a picture"
    assert store.answers


def test_a_store_that_takes_connections_and_says_nothing_is_left_after_seconds():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        store = bucket_of(S3Server(silent.getsockname()[1]))
        for name in (NAME, OTHER):  # the second asks nothing
            with pytest.raises(Refused):
                store.read(name)
        assert not store.answers


def test_a_store_that_is_away_is_in_trouble_that_says_what_to_do(server):
    store = bucket_of(server)
    server.stop()
    found = store.trouble()
    server.start()
    assert (found.says.split(":")[0], "NEWSCLIP_S3_ENDPOINT" in found.remedy) == (
        "The bucket harbour-news at http", True,
    )  # fmt: skip
    assert store.trouble() is None


def test_a_bucket_that_is_not_there_is_said_and_its_pictures_are_not_called_gone(server):
    store = bucket_of(server, bucket="no-such-bucket")
    assert "Make the bucket" in store.trouble().remedy
    with pytest.raises(Refused):
        store.read(NAME)


def test_a_wrong_secret_and_a_key_with_too_few_rights_are_said(server):
    whole = server.account("whole", "s3:PutObject", "s3:GetObject", "s3:DeleteObject")
    reads = server.account("reads", "s3:GetObject")
    with server.checking_keys():
        assert bucket_of(server, **whole).trouble() is None
        for wrong in (reads, whole | {"secret": "another"}):
            found = bucket_of(server, **wrong).trouble()
            assert "refuses the key" in found.says
            assert "NEWSCLIP_S3_KEY" in found.remedy
            assert whole["secret"] not in found.says


def test_a_refused_key_keeps_nobody_waiting(server):
    reads = server.account("reads", "s3:GetObject")
    with server.checking_keys():
        store = bucket_of(server, **reads)
        for _ in range(2):
            with pytest.raises(Refused):
                store.put(NAME, b"a picture")
        assert store.answers


def test_variables_of_the_machine_for_other_programs_do_not_count(server, monkeypatch):
    for name, value in {"SESSION_TOKEN": "a-token", "ENDPOINT_URL": "http://127.0.0.1:1", "REGION": "mars"}.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    store = bucket_of(server)
    store.put(NAME, b"a picture")
    assert store.read(NAME) == b"a picture"


def test_no_page_of_a_publisher_leads_us_to_the_store(server):
    """The store is asked past the guard; addresses in pages are not."""
    bucket_of(server).put(NAME, b"a picture")
    fetch = make_fetch(user_agent="NewsclipTest", loopback_ports=frozenset())
    [(_, answer)] = fetch([Request(f"{server.url}/harbour-news/news/{NAME}")])
    assert isinstance(answer, Failure)
    assert answer.code in {"address_not_public", "port_refused"}


def test_a_folder_that_cannot_be_written_is_said_as_a_store_that_is_away(tmp_path):
    (tmp_path / "media").write_text("")
    store = FolderPictureStore(tmp_path / "media")
    for call in (lambda: store.put(NAME, b"a picture"), lambda: store.read(NAME)):
        with pytest.raises(Refused, match="store of pictures"):
            call()
    assert "chown" in store.trouble().remedy
