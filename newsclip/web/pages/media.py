"""Pictures kept here. A name stands for its content for ever, so browsers need not ask twice."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csp import csp_override

from newsclip import wiring
from newsclip.kernel.reasons import Refused
from newsclip.web.security_headers import MEDIA_CSP


@csp_override(MEDIA_CSP)
def picture(request: HttpRequest, name: str) -> HttpResponse:
    """The route admits nothing but names of pictures. 503 where their store is away: pages do without."""
    try:
        content = wiring.picture_store().read(name)
    except Refused:
        away = HttpResponse("The store of pictures does not answer.\n", content_type="text/plain", status=503)
        away["Cache-Control"], away["Retry-After"] = "no-store", "10"
        return away
    if content is None:
        raise Http404("There is no such picture.")
    answer = HttpResponse(content, content_type="image/webp")
    answer["Cache-Control"] = "public, max-age=31536000, immutable"
    return answer
