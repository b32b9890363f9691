"""Checks of outgoing connections: whether any is unencrypted."""

import ipaddress
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from newsclip.health.findings import Finding, bad
from newsclip.kernel.addresses import is_local_name
from newsclip.options import Options

_KNOWS_ITS_SERVER = "verify-full"


def in_the_open(options: Options) -> Iterator[Finding]:
    """Connections with text or passwords that leave this machine without TLS (ASVS 5.0, 12.3.1 and 12.3.4)."""
    for name, url in (("DATABASE", options.database_url), ("REPLICA", options.replica_url)):
        if _leaves(url) and "sslmode" not in parse_qs(urlsplit(url).query):
            says = f"NEWSCLIP_{name}_URL leaves this machine and does not say how it is encrypted."
            remedy = (
                f"Add ?sslmode={_KNOWS_ITS_SERVER}&sslrootcert=FILE; ?sslmode=disable where the line is yours alone."
            )
            yield bad("encryption", says, remedy)
    for name, url, plain, instead in (
        *(("QUEUE_URL", one, "amqp://", "amqps://") for one in options.queue_url.split(";")),
        ("MAIL", options.mail, "smtp://", "smtp+tls:// or smtps://"),
        ("S3_ENDPOINT", options.s3.endpoint, "http://", "https://"),
        ("LLM_URL", options.llm.url if options.writer == "llm" else "", "http://", "https://"),
        ("JUDGE_URL", options.llm.judge.url if options.writer == "llm" else "", "http://", "https://"),
    ):
        if url.startswith(plain) and _leaves(url):
            says = f"NEWSCLIP_{name} leaves this machine in the open, by {plain}"
            yield bad("encryption", says, f"Use {instead}")


def _leaves(url: str) -> bool:
    """A name without a dot is a neighbouring container, as in docs/how-to/compose.yaml."""
    host = urlsplit(url).hostname or ""
    if not host or is_local_name(host):
        return False
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return "." in host
