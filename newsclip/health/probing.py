"""Probes by address: who asks from inside is answered under any host name, as Kubernetes and load balancers ask."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from newsclip.health import views
from newsclip.kernel.inside import asks_from_inside
from newsclip.options import OPTIONS

_PROBES = {"/healthz": views.alive, "/readyz": views.ready, "/readyz/worker": views.working}


def answer_probes(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware, before what asks for the site's name: it would refuse a probe at 10.0.0.7, and warn each time.

    Everybody else is answered under the site's name alone.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        probe = _PROBES.get(request.path_info)
        if probe and request.method in ("GET", "HEAD") and asks_from_inside(request.META, proxies=OPTIONS.proxies):
            return probe(request)
        return get_response(request)

    return answer
