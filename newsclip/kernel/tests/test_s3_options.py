import pytest

from newsclip.kernel.s3_options import s3_options

WHOLE = {"BUCKET": "harbour-news", "KEY": "a-key", "SECRET": "a-secret"}


def read(**given: str):
    return s3_options({f"NEWSCLIP_S3_{name}": value for name, value in given.items()})


def test_without_a_bucket_pictures_are_in_a_folder():
    assert read().bucket == ""


def test_a_bucket_of_amazon_needs_no_endpoint_and_one_of_others_no_region():
    assert (read(**WHOLE).endpoint, read(**WHOLE).region) == ("", "us-east-1")
    assert read(**WHOLE, ENDPOINT="https://s3.example:9000/").endpoint == "https://s3.example:9000"


@pytest.mark.parametrize(
    ("given", "read_as"), [("", ""), ("news", "news/"), ("/news/pictures/", "news/pictures/"), ("/", "")]
)
def test_a_prefix_ends_with_one_slash(given, read_as):
    assert read(**WHOLE, PREFIX=given).prefix == read_as


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"ENDPOINT": "https://s3.example"}, "need NEWSCLIP_S3_BUCKET"),
        ({"SECRET": "a-secret"}, "need NEWSCLIP_S3_BUCKET"),
        ({"BUCKET": "harbour-news"}, "NEWSCLIP_S3_KEY and NEWSCLIP_S3_SECRET"),
        (WHOLE | {"SECRET": ""}, "NEWSCLIP_S3_KEY and NEWSCLIP_S3_SECRET"),
        (WHOLE | {"BUCKET": "harbour/news"}, "NEWSCLIP_S3_BUCKET must be"),
        (WHOLE | {"BUCKET": "https://harbour-news.s3.example"}, "NEWSCLIP_S3_BUCKET must be"),
        (WHOLE | {"REGION": "north sea"}, "NEWSCLIP_S3_REGION must be"),
        (WHOLE | {"PREFIX": "../other"}, "NEWSCLIP_S3_PREFIX must be"),
        (WHOLE | {"PREFIX": "a//b"}, "NEWSCLIP_S3_PREFIX must be"),
        (WHOLE | {"ENDPOINT": "s3.example"}, "NEWSCLIP_S3_ENDPOINT must be"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_to_do(given, says):
    with pytest.raises(SystemExit, match=says):
        read(**given)


def test_key_and_secret_are_in_no_log():
    assert "a-key" not in repr(read(**WHOLE))
    assert "a-secret" not in repr(read(**WHOLE))
