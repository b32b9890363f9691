"""Whether the site answers at its public address, asked as readers ask: by its name, TLS and the proxy before it."""

from datetime import datetime

from newsclip.health.findings import Finding, bad, good, starting
from newsclip.kernel.fetching import Call, Failure, Page

_SYSTEMD = "systemctl status newsclip-web"
_START = f"Start the site: {starting('web')}"
_TO_THE_SITE = "Let the web server of that name pass requests on to the port of `newsclip start`, with their Host."
_CAUSES = {
    "name_unknown": (
        "No machine has the name in {url}, which NEWSCLIP_SITE_URL gives.",
        "Let the domain's DNS name this machine, or correct NEWSCLIP_SITE_URL.",
    ),
    "connection_failed": (
        "Nothing answers at {url}.",
        "Start the web server in front of the site, or let the firewall pass its port. If this machine alone cannot"
        " reach its own public address, nothing is wrong.",
    ),
    "timeout": (
        "{url} does not answer in time.",
        f"See how the site is ({_SYSTEMD}), and that no firewall keeps this machine from its own public address.",
    ),
    "tls_failed": (
        "The certificate of {url} is refused.",
        "Renew it, or let it name this host: certbot renew",
    ),
    "no_tls": (
        "{url} answers without TLS.",
        "Let the web server in front of the site speak TLS at that port (port 443, unless the address names another).",
    ),
    "bad_answer": (
        "What answers at {url} cannot be read: {detail}.",
        f"See the log of the web server in front of the site, and whether the site runs ({_SYSTEMD}). {_START}",
    ),
    "too_large": (
        "The robots.txt at {url} is too large ({detail}) to be this site's.",
        _TO_THE_SITE,
    ),
    "server_error": (
        "The web server at {url} answers {detail}: the site behind it does not.",
        f"{_START}   If its log says that the port is taken, this names the other program: ss -ltnp"
        "   The web server must pass requests on to that port.",
    ),
    "unauthorized": (
        "{url} answers {detail}: the web server in front of the site does not let this machine in.",
        "Take its password or its list of addresses away. If the site is not for everybody yet, nothing is wrong.",
    ),
    "busy": ("{url} answers {detail}: the site cannot answer now.", "Its log says why: journalctl -u newsclip-web -e"),
}
_ANOTHER = (
    "Another site than this one answers at {url}.",
    f"{_TO_THE_SITE}   Which program has that port: ss -ltnp",
)


def answers(site_url: str, call: Call, now: datetime) -> Finding:
    """Whether what answers at this address is this site, and no page of it that the web server kept."""
    answer = call(f"{site_url}/robots.txt?asked={now:%Y%m%dT%H%M%S}", {})
    if isinstance(answer, Page) and f"Sitemap: {site_url}/".encode() in answer.body:
        return good("site", f"It answers at {site_url}.")
    code, detail = (_cause(answer), " ".join(answer.detail.split())) if isinstance(answer, Failure) else ("", "")
    says, remedy = _CAUSES.get(code, _ANOTHER)
    return bad("site", says.format(url=site_url, detail=detail), remedy)


def _cause(failure: Failure) -> str:
    """A port that does not speak TLS is no fault of a certificate."""
    return "no_tls" if "WRONG_VERSION_NUMBER" in failure.detail else failure.code
