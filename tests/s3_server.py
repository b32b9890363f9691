"""An S3-compatible server on loopback (moto): its objects are in memory; it checks signatures where it is told to."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.request import Request, urlopen

import boto3
from moto.server import ThreadedMotoServer

from newsclip.kernel.s3_options import S3Options

BUCKET, REGION = "harbour-news", "eu-central-1"
_MAY_ALL = {"Effect": "Allow", "Action": "*", "Resource": "*"}


@dataclass
class S3Server:
    """Objects outlive `stop` and `start`, as those of a store that is restarted do."""

    port: int = 0
    _server: Any = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self._server = ThreadedMotoServer("127.0.0.1", self.port, verbose=False)
        self._server.start()
        self.port = self._server.get_host_and_port()[1]

    def stop(self) -> None:
        self._server.stop()

    def client(self, service: str = "s3") -> Any:
        """Whoever runs the server: makes buckets and accounts, and looks what they hold."""
        given = {"aws_access_key_id": "root", "aws_secret_access_key": "root"}
        return boto3.client(service, endpoint_url=self.url, region_name=REGION, **given)

    def make_bucket(self, name: str = BUCKET) -> None:
        self.client().create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})

    def names(self, bucket: str = BUCKET) -> set[str]:
        return {one["Key"] for one in self.client().list_objects_v2(Bucket=bucket).get("Contents", [])}

    def options(self, **more: str) -> S3Options:
        given = {"endpoint": self.url, "bucket": BUCKET, "region": REGION, "prefix": "news/", "key": "k", "secret": "s"}
        return S3Options(**given | more)

    def account(self, name: str, *allowed: str) -> dict[str, str]:
        """The key and secret of an account that may do `allowed` with objects."""
        iam = self.client("iam")
        iam.create_user(UserName=name)
        rights = {"Version": "2012-10-17", "Statement": [_MAY_ALL | {"Action": list(allowed)}]}
        iam.put_user_policy(UserName=name, PolicyName="objects", PolicyDocument=json.dumps(rights))
        made = iam.create_access_key(UserName=name)["AccessKey"]
        return {"key": made["AccessKeyId"], "secret": made["SecretAccessKey"]}

    @contextmanager
    def checking_keys(self) -> Iterator[None]:
        """Meanwhile, signatures and rights count."""
        self._tell("reset-auth", b"0")
        try:
            yield
        finally:
            self._tell("reset-auth", b"1000000")

    def _tell(self, what: str, body: bytes) -> None:
        with urlopen(Request(f"{self.url}/moto-api/{what}", body, {"Content-Type": "text/plain"})):
            pass


@contextmanager
def s3_server() -> Iterator[S3Server]:
    """A server with an empty bucket."""
    server = S3Server()
    server.start()
    try:
        server._tell("reset", b"")
        server.make_bucket()
        yield server
    finally:
        server.stop()
