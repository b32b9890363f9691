"""The provider that people may sign in with, as the operator names it: newsclip.options reads it with the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from newsclip.kernel.environment import web_address


@dataclass(frozen=True, slots=True)
class OidcOptions:
    """The OpenID Connect provider that people may sign in with; see docs/how-to/run-a-community.md.

    `url`: its issuer; "": there is none. `name`: what the button says.
    """

    url: str
    client: str
    secret: str = field(repr=False)
    name: str


def oidc_options(environ: Mapping[str, str]) -> OidcOptions:
    """Raises SystemExit where half of it is set, or the provider would be asked for secrets in the open."""
    url = web_address(environ, "NEWSCLIP_OIDC_URL")
    found = OidcOptions(
        url=url,
        client=environ.get("NEWSCLIP_OIDC_CLIENT", ""),
        secret=environ.get("NEWSCLIP_OIDC_SECRET", ""),
        name=environ.get("NEWSCLIP_OIDC_NAME", "") or (urlsplit(url).hostname or ""),
    )
    if (found.client or found.secret) and not url:
        raise SystemExit("NEWSCLIP_OIDC_CLIENT and NEWSCLIP_OIDC_SECRET need NEWSCLIP_OIDC_URL, the provider's issuer.")
    if url and not (found.client and found.secret):
        raise SystemExit("NEWSCLIP_OIDC_URL needs NEWSCLIP_OIDC_CLIENT and NEWSCLIP_OIDC_SECRET, as the provider gave.")
    on_this_machine = urlsplit(url).hostname in ("localhost", "127.0.0.1")
    if url and not url.startswith("https://") and not on_this_machine:
        raise SystemExit(f"NEWSCLIP_OIDC_URL must start with https://; it is {url!r}.")
    return found
