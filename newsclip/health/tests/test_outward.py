"""Addresses that an operator sets: the doctor names what leaves the machine in the open."""

import pytest

from newsclip.health import outward
from newsclip.health.tests.test_doctor import wrong
from newsclip.options import Options, read_options


def options(**more: str) -> Options:
    return read_options({f"NEWSCLIP_{name}": value for name, value in more.items()})


AFAR, HERE = "db.example.org", "127.0.0.1"


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"DATABASE_URL": f"postgresql://a:b@{AFAR}/c"}, "sslmode=verify-full"),
        ({"DATABASE_URL": f"postgresql://a:b@{HERE}/c", "REPLICA_URL": f"postgresql://a:b@{AFAR}/c"}, "REPLICA_URL"),
        ({"DATABASE_URL": "postgresql:///c", "QUEUE_URL": f"amqps://a:b@{AFAR};amqp://a:b@10.0.0.7"}, "amqps://"),
        ({"MAIL": f"smtp://a:b@{AFAR}"}, "smtps://"),
        ({"S3_BUCKET": "news", "S3_KEY": "k", "S3_SECRET": "s", "S3_ENDPOINT": f"http://{AFAR}"}, "S3_ENDPOINT"),
        ({"WRITER": "llm", "LLM_URL": f"http://{AFAR}/v1"}, "https://"),
        ({"WRITER": "llm", "JUDGE_URL": f"http://{AFAR}/v1"}, "NEWSCLIP_JUDGE_URL"),
    ],
)
def test_what_leaves_the_machine_in_the_open(more, says):
    assert says in wrong(outward.in_the_open(options(**more)))["encryption"]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"DATABASE_URL": f"postgresql://a:b@{AFAR}/c?sslmode=verify-full", "QUEUE_URL": f"amqps://a:b@{AFAR}"},
        {"DATABASE_URL": f"postgresql://a:b@{AFAR}/c?sslmode=disable"},
        {"DATABASE_URL": "postgresql://a:b@database/c", "QUEUE_URL": "amqp://a:b@queue", "MAIL": "smtp://localhost"},
        {"DATABASE_URL": f"postgresql://a:b@{HERE}/c", "MAIL": f"smtp+tls://a:b@{AFAR}", "LLM_URL": f"http://{AFAR}"},
    ],
)
def test_what_stays_here_is_encrypted_or_was_meant_so(more):
    assert wrong(outward.in_the_open(options(**more))) == {}
