"""Probes by address: who asks from inside is answered under any host name, as Kubernetes and load balancers ask."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from newsclip.health import served_metrics, views
from newsclip.kernel.internal_clients import asks_directly, asks_from_inside
from newsclip.options import OPTIONS

_PROBES = {"/healthz": views.alive, "/readyz": views.ready, "/readyz/worker": views.working}


def answer_probes(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware, before what asks for the site's name: it would refuse a probe at 10.0.0.7, and warn each time.

    Everybody else is answered under the site's name alone. Where the operator has metrics served, the site serves them
    as well, to who asks from inside and past every proxy: a proxy would hand them on to anybody.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        probe = _PROBES.get(request.path_info)
        if probe and request.method in ("GET", "HEAD") and asks_from_inside(request.META, proxies=OPTIONS.proxies):
            return _unframed(probe(request))
        if (
            request.path_info == "/metrics"
            and OPTIONS.metrics
            and asks_directly(request.META, site_url=OPTIONS.site_url)
        ):
            body, content_type = served_metrics.exposition()
            return _unframed(HttpResponse(body, content_type=content_type, headers={"Cache-Control": "no-store"}))
        return get_response(request)

    return answer


def _unframed(answer: HttpResponse) -> HttpResponse:
    """What the middleware that is passed over gives every other answer."""
    answer.headers["X-Frame-Options"] = "DENY"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    return answer
