"""The bucket that holds the pictures, as the operator names it: newsclip.options reads it with the rest."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from newsclip.kernel.environment import web_address

_BUCKET = re.compile(r"[A-Za-z0-9][\w.-]{1,200}", re.ASCII)
_REGION = re.compile(r"[\w-]{1,60}", re.ASCII)
_PREFIX = re.compile(r"(?:[\w=+-][\w.=+-]{0,60}/){0,9}", re.ASCII)
_USUAL_REGION = "us-east-1"  # what servers that know no regions answer to


@dataclass(frozen=True, slots=True)
class S3Options:
    """Where pictures are kept instead of a folder; see docs/how-to/operate.md.

    `bucket`: "" where there is none; `prefix`: what all names in it begin with, "" or with "/" at its end.
    """

    endpoint: str
    bucket: str
    region: str
    prefix: str
    key: str = field(repr=False)
    secret: str = field(repr=False)


def s3_options(environ: Mapping[str, str]) -> S3Options:
    """Raises SystemExit where half of it is set, or a part cannot be meant."""
    prefix = environ.get("NEWSCLIP_S3_PREFIX", "").strip("/")
    region = environ.get("NEWSCLIP_S3_REGION", "")
    found = S3Options(
        endpoint=web_address(environ, "NEWSCLIP_S3_ENDPOINT"),
        bucket=environ.get("NEWSCLIP_S3_BUCKET", ""),
        region=region or _USUAL_REGION,
        prefix=f"{prefix}/" if prefix else "",
        key=environ.get("NEWSCLIP_S3_KEY", ""),
        secret=environ.get("NEWSCLIP_S3_SECRET", ""),
    )
    if not found.bucket:
        if found.endpoint or region or prefix or found.key or found.secret:
            raise SystemExit("The settings NEWSCLIP_S3_… need NEWSCLIP_S3_BUCKET, the bucket that holds the pictures.")
        return found
    if not (found.key and found.secret):
        raise SystemExit("NEWSCLIP_S3_BUCKET needs NEWSCLIP_S3_KEY and NEWSCLIP_S3_SECRET, which may write into it.")
    for name, pattern, value, example in (
        ("BUCKET", _BUCKET, found.bucket, "the name of a bucket, like news-pictures"),
        ("REGION", _REGION, found.region, "the name of a region, like eu-central-1"),
        ("PREFIX", _PREFIX, found.prefix, "letters, digits and /, like news/pictures"),
    ):
        if not pattern.fullmatch(value):
            raise SystemExit(f"NEWSCLIP_S3_{name} must be {example}; it is {value!r}.")
    return found
