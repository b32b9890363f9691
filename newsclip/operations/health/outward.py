"""The addresses that an operator sets: whether they are any, and whether what goes there goes in the open."""

import ipaddress
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from newsclip.kernel.addresses import is_local_name
from newsclip.kernel.web_push import private_key
from newsclip.operations.health.findings import Finding, bad
from newsclip.options import Options

_KNOWS_ITS_SERVER = "verify-full"


def addresses(options: Options) -> Iterator[Finding]:
    """Those that are none, and a key for browsers that is none."""
    if urlsplit(options.site_url).path:
        says = f"NEWSCLIP_SITE_URL has a path: {options.site_url}. Pages know no other place than a host's root."
        yield bad("settings", says, "Give the site a host name of its own: https://YOUR.NAME")
    for name, url in (("NEWSCLIP_HUB", options.hub), ("NEWSCLIP_LLM_URL", options.llm.url)):
        if url and not (urlsplit(url).hostname and url.startswith(("https://", "http://"))):
            yield bad("settings", f"{name} is no address: {url}", "Set it to https://…, or unset it.")
    try:
        if options.push_key:
            private_key(options.push_key)
    except ValueError:
        yield bad("settings", "NEWSCLIP_PUSH_KEY is no key.", "Make one: newsclip push-key")


def in_the_open(options: Options) -> Iterator[Finding]:
    """What leaves this machine without TLS though words or passwords are in it (ASVS 5.0, 12.3.1 and 12.3.4)."""
    for name, url in (("DATABASE", options.database_url), ("REPLICA", options.replica_url)):
        if _leaves(url) and "sslmode" not in parse_qs(urlsplit(url).query):
            says = f"NEWSCLIP_{name}_URL leaves this machine and does not say how it is encrypted."
            remedy = (
                f"Add ?sslmode={_KNOWS_ITS_SERVER}&sslrootcert=FILE; ?sslmode=disable where the line is yours alone."
            )
            yield bad("encryption", says, remedy)
    for name, url, plain, instead in (
        *(("QUEUE", one, "amqp://", "amqps://") for one in options.queue_url.split(";")),
        ("MAIL", options.mail, "smtp://", "smtp+tls:// or smtps://"),
        ("LLM", options.llm.url if options.writer == "llm" else "", "http://", "https://"),
    ):
        if url.startswith(plain) and _leaves(url):
            says = f"NEWSCLIP_{name}{'_URL' * (name != 'MAIL')} leaves this machine in the open, by {plain}"
            yield bad("encryption", says, f"Use {instead}")


def _leaves(url: str) -> bool:
    """A name without a dot is a container's beside ours, as in docs/how-to/compose.yaml."""
    host = urlsplit(url).hostname or ""
    if not host or is_local_name(host):
        return False
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return "." in host
